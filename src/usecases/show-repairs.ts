import { fairShares } from '../core/ledger/fair-share.ts'
import type { CellRef } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDraft } from '../data/draft-store.ts'
import { type RepairPart, toRepairCase } from '../solver/repair/away.ts'
import type { Context } from './context.ts'
import { isOpenDraft } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { periodProblem } from './plan-dates.ts'
import { planShares } from './plan-shares.ts'
import { readSource } from './read-source.ts'
import { done, invalid, type Refused, type Result, refused } from './refusal.ts'
import { type RepairOutcome, repairOptions } from './repair-options.ts'
import type { BoardSource } from './show-board.ts'

export type { RepairPart } from '../solver/repair/away.ts'

export interface ShowRepairsInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  /** Null before anybody is chosen. */
  readonly part: RepairPart | null
}

export interface RepairsValue {
  readonly district: District
  /** The draft that is repaired; null for the published rota. */
  readonly draft: Draft | null
  readonly today: LocalDate
  /** Null before anybody is chosen. */
  readonly found: FoundRepairs | null
}

export interface FoundRepairs {
  readonly outcome: RepairOutcome
  /** How many duties somebody else must take. */
  readonly reached: number
  /** Duties that stay the doctor's, because they are locked or parted by hand. */
  readonly bound: readonly CellRef[]
}

/** Half a year: nobody falls ill for longer ahead. */
export const MOST_REPAIR_DAYS = 184

/** The rotas nearest to a published rota or a draft in which somebody's duties are taken over, side by side. Nothing is stored. */
export async function showRepairs(ctx: Context, input: ShowRepairsInput): Promise<Result<RepairsValue>> {
  const { districtId, source, part } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const problem = part && periodProblem(part, MOST_REPAIR_DAYS)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const today = toWall(ctx.now).date
  if (part === null) return unasked(ctx, input, today)
  const days = { from: part.from > today ? part.from : today, to: part.to }
  const reading = await readSource(ctx, districtId, source, days.to > days.from ? days : part)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft } = reading
  const fault = partFault(rota.district, draft, part)
  if (fault) return fault
  const lineIds = draft ? draft.lineIds : rota.district.lines.map((line) => line.id)
  const found = toRepairCase(rota, lineIds, part, ctx.now)
  const outcome = repairOptions(rota, found, draft ? fairShares : planShares)
  const { reached, bound } = found
  return done({
    district: rota.district,
    draft,
    today,
    found: { outcome, reached: reached.length, bound },
  })
}

/** Somebody unknown, or a draft that has been published or discarded. */
export function partFault(
  { doctors }: District,
  draft: Draft | null,
  { personId }: RepairPart,
): Refused | undefined {
  if (draft && !isOpenDraft(draft)) return refused({ kind: 'stale-revision' })
  if (!doctors.some((doctor) => doctor.personId === personId))
    return invalid('personId', 'unknown-doctor', personId)
  return undefined
}

/** Only what the form needs. */
async function unasked(
  { db }: Context,
  { districtId, source }: ShowRepairsInput,
  today: LocalDate,
): Promise<Result<RepairsValue>> {
  const [district, found] = await Promise.all([
    findDistrict(db, districtId),
    source.kind === 'draft' ? findDraft(db, districtId, source.draftId) : null,
  ])
  if (!district || found === undefined) return refused({ kind: 'not-found' })
  const draft = found?.draft ?? null
  if (draft && !isOpenDraft(draft)) return refused({ kind: 'stale-revision' })
  return done({ district, draft, today, found: null })
}
