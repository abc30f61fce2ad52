import { planCorrection } from '../core/plans/correction.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { ShareMeasure } from '../core/rota/rota.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { balanceEntryWrites } from '../data/balance-store.ts'
import { findDistrict } from '../data/district-store.ts'
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
  /** From when it counts. */
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
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const { doctors } = district
  const about = { personId, measure, amount, on, reason }
  const planned = planCorrection({ doctors, ...about, by: actorId(ctx), now: ctx.now, newId: ctx.newId })
  if (planned.kind === 'refused') return PROBLEMS[planned.problem](personId)
  const { entry } = planned
  const change = {
    districtId,
    action: 'correct-share',
    subjectKind: 'balance-entry',
    subjectId: entry.id,
    after: { personId, measure, amount, on },
  }
  const failed = await save(ctx, change, balanceEntryWrites(districtId, [entry]))
  return failed ?? done({ entryId: entry.id })
}

/** Whole minutes, or hundredths of a count. */
function isAmount(measure: ShareMeasure, amount: number): boolean {
  const isCount = measure === 'nights' || measure === 'weekends' || measure === 'holidays'
  const exact = isCount ? Math.round(amount * 100) / 100 : Math.round(amount)
  return exact === amount && Math.abs(amount) <= MOST
}

const PROBLEMS = {
  'no-reason': () => invalid('reason', 'missing'),
  zero: () => invalid('amount', 'zero'),
  'unknown-doctor': (personId: PersonId) => invalid('personId', 'unknown-doctor', personId),
} as const
