import { type Comparison, comparePlans, type Standing } from '../core/plans/comparison.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type Dates, type LocalDate } from '../core/time/local-date.ts'
import { findDistrict } from '../data/district-store.ts'
import { findRevisionDates } from '../data/publication-store.ts'
import { loadRevision, type RevisionOfTimeline } from '../data/revision-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { periodProblem } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { cellsOf } from './rota-reading.ts'

export interface CompareRevisionsInput {
  readonly districtId: DistrictId
  /** 0 = before anything was published. Refused unless it is lower than `after`. */
  readonly before: number
  readonly after: number
  /** Null = all dates that the revisions between them touched, at most 54 weeks from the first. */
  readonly from: LocalDate | null
  /** Exclusive. */
  readonly to: LocalDate | null
}

export interface RevisionComparison extends Comparison {
  readonly district: District
  readonly before: number
  readonly after: number
  readonly period: Dates
  /** The latest that has been published. */
  readonly revision: number
}

const MOST_DAYS = 54 * 7

/** What two revisions of the published rota disagree on, per doctor and per place. */
export async function compareRevisions(
  ctx: Context,
  input: CompareRevisionsInput,
): Promise<Result<RevisionComparison>> {
  const { districtId, before, after } = input
  const isRefused = gate(ctx, 'read-history', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!(before >= 0 && after > before)) return invalid('before', 'out-of-range', String(before))
  const [district, touched] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findRevisionDates(ctx.db, districtId, before, after),
  ])
  if (!district) return refused({ kind: 'not-found' })
  if (after > touched.latest || !touched.dates) return refused({ kind: 'not-found' })
  const period = {
    from: input.from ?? touched.dates.from,
    to: input.to ?? earliest(touched.dates.to, addDays(input.from ?? touched.dates.from, MOST_DAYS)),
  }
  const problem = periodProblem(period, MOST_DAYS)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const at = (revision: number) => loadRevision(ctx.db, districtId, revision, period.from, period.to)
  const [had, has] = await Promise.all([at(before), at(after)])
  return done({
    ...comparePlans(standingOf(had), standingOf(has), period),
    district,
    before,
    after,
    period,
    revision: touched.latest,
  })
}

/** Who held what under a revision. */
export function standingOf({ needs, assignments }: RevisionOfTimeline): Standing {
  return { needs, cells: cellsOf(assignments) }
}

function earliest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}
