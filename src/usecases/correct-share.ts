import { firstOpenDate } from '../core/plans/agreement-change.ts'
import { planCorrection } from '../core/plans/correction.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { ShareMeasure } from '../core/rota/rota.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { balanceEntryWrites } from '../data/balance-store.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDutyDatesAround } from '../data/nearest-duty.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import type { Context } from './context.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { LONGEST_REASON } from './publish-draft.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface CorrectShareInput {
  readonly districtId: DistrictId
  readonly personId: PersonId
  readonly measure: ShareMeasure
  /** Signed minutes or a signed number: above 0 the doctor has carried more than was known. */
  readonly amount: number
  /** From when it counts: a date that is open, and not before the year of the first published duty. */
  readonly on: LocalDate
  readonly reason: string
}

/** More than anybody works in a year, in minutes. */
const MOST = 9000 * 60

/** Adds a signed entry with its reason to a doctor's balance. None is ever changed; a wrong one is met by another. */
export async function correctShare(
  ctx: Context,
  input: CorrectShareInput,
): Promise<Result<{ readonly entryId: string }>> {
  const { districtId, personId, measure, amount, on, reason } = input
  const isRefused = gate(ctx, 'correct-shares', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!isPlanDate(on)) return invalid('on', 'not-a-date', on)
  if (!isAmount(measure, amount)) return invalid('amount', 'out-of-range')
  const problem = freeTextProblem('reason', reason, LONGEST_REASON)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const [district, closings, duties] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
    findDutyDatesAround(ctx.db, districtId, on),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const { doctors } = district
  const openFrom = firstOpenDate(closings)
  // Of the duties before the date one is enough to tell that it is not the first.
  const firstDuty = duties.behind ?? duties.ahead ?? null
  const about = { personId, measure, amount, on, openFrom, firstDuty, reason }
  const planned = planCorrection({ doctors, ...about, by: actorId(ctx), now: ctx.now, newId: ctx.newId })
  if (planned.kind === 'refused') return PROBLEMS[planned.problem]({ personId, openFrom, firstDuty })
  const { entry } = planned
  const change = {
    districtId,
    action: 'correct-share',
    subjectKind: 'balance-entry',
    subjectId: entry.id,
    after: { personId, measure, amount, on },
  }
  const failed = await save(ctx, change, [
    openDatesGuard(districtId, on),
    ...balanceEntryWrites(districtId, [entry]),
  ])
  return failed ?? done({ entryId: entry.id })
}

/** Whole minutes, or hundredths of a count. */
function isAmount(measure: ShareMeasure, amount: number): boolean {
  const isCount = measure === 'nights' || measure === 'weekends' || measure === 'holidays'
  const exact = isCount ? Math.round(amount * 100) / 100 : Math.round(amount)
  return exact === amount && Math.abs(amount) <= MOST
}

interface Judged {
  readonly personId: PersonId
  readonly openFrom: LocalDate | null
  readonly firstDuty: LocalDate | null
}

const PROBLEMS = {
  'no-reason': () => invalid('reason', 'missing'),
  zero: () => invalid('amount', 'zero'),
  'unknown-doctor': ({ personId }: Judged) => invalid('personId', 'unknown-doctor', personId),
  'in-closed-period': ({ openFrom }: Judged) => invalid('on', 'in-closed-period', openFrom ?? ''),
  'before-first-duty': ({ firstDuty }: Judged) => invalid('on', 'before-first-duty', firstDuty ?? ''),
} as const
