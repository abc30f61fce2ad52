import type { NeedId } from '../rota/need.ts'
import type { FindingKind, Violation } from '../rules/violation.ts'
import { overlaps } from '../time/interval.ts'

/** Those that sum over a fixed stretch, so that another duty in it is more of the same breach and not a new one. */
const SUMMED: readonly FindingKind[] = [
  'most-duties',
  'least-duties',
  'weekly-total',
  'weekly-duty',
  'long-week',
  'weekly-rest',
  'far-from-share',
  'same-holiday-again',
]

/** Those whose stretch moves with the duties: the gap between two, the worst of all windows, a run that grows or is cut. */
const MOVING: readonly FindingKind[] = [
  'rest-after-on-site-night',
  'rest-short',
  'rest-second-line',
  'rolling-total',
  'average-hours',
  'average-duty',
  'long-day',
  'longest-period',
  'nights-in-a-row',
  'weekends-too-often',
  'no-free-weekend',
  'sundays-in-a-row',
  'exception-used-up',
  'exception-near-end',
  'hours-elsewhere-untold',
]

/** The block a need belongs to, null for none. */
export type BlockOf = (needId: NeedId) => string | null | undefined

/** Which of `after` a change newly broke or made worse; what was as bad before it is not the change's doing. */
export function freshBreaches(
  before: readonly Violation[],
  after: readonly Violation[],
  blockOf: BlockOf = () => null,
): Violation[] {
  const had = excessByPlace(before, blockOf)
  const has = excessByPlace(after, blockOf)
  return after.filter((found) => {
    if (MOVING.includes(found.kind)) return !before.some((old) => isSameStretch(old, found))
    const place = placeOf(found, blockOf)
    return (has.get(place) ?? 0) > (had.get(place) ?? 0)
  })
}

/** A stretch that only moved its edges is the same, as long as it did not become worse against its limit. */
function isSameStretch(old: Violation, found: Violation): boolean {
  return matterOf(old) === matterOf(found) && overlaps(old.span, found.span) && excess(found) <= excess(old)
}

/** What is broken and by whom, apart from when. */
function matterOf(found: Violation): string {
  const weeks = 'weeks' in found ? found.weeks : ''
  const measure = 'measure' in found ? found.measure : ''
  return [found.kind, found.personId, found.lineId, weeks, measure].join(' ')
}

/** The same text for the same breach before and after a change. */
function placeOf(found: Violation, blockOf: BlockOf): string {
  const { kind, personId, span, needIds } = found
  if (kind === 'office-day-after-night')
    return [kind, personId, blockOf(needIds[0] ?? '') ?? span.start].join(' ')
  return SUMMED.includes(kind) || needIds.length === 0
    ? [matterOf(found), span.start].join(' ')
    : [matterOf(found), ...needIds].join(' ')
}

function excessByPlace(violations: readonly Violation[], blockOf: BlockOf): Map<string, number> {
  const sums = new Map<string, number>()
  for (const found of violations) {
    const place = placeOf(found, blockOf)
    sums.set(place, excess(found) + (sums.get(place) ?? 0))
  }
  return sums
}

function excess(found: Violation): number {
  return Math.abs(found.measured - found.limit)
}
