import type { NeedId } from '../rota/need.ts'
import type { FindingKind, Violation } from '../rules/violation.ts'
import { overlaps } from '../time/interval.ts'

/** Those that sum over many duties, so that another duty in them is more of the same breach and not a new one. */
const SUMMED: readonly FindingKind[] = ['most-duties', 'least-duties', 'weekly-total', 'weekly-duty']

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
    if (found.rule === 'rest') return !before.some((old) => isSameRest(old, found))
    const place = placeOf(found, blockOf)
    return (has.get(place) ?? 0) > (had.get(place) ?? 0)
  })
}

/** A gap that only moved its edges is the same gap, as long as it did not become shorter against its limit. */
function isSameRest(old: Violation, found: Violation): boolean {
  const isSameGap =
    old.kind === found.kind && old.personId === found.personId && overlaps(old.span, found.span)
  return isSameGap && excess(found) <= excess(old)
}

/** The same text for the same breach before and after a change. */
function placeOf({ kind, personId, lineId, span, needIds }: Violation, blockOf: BlockOf): string {
  const who = [kind, personId, lineId]
  if (kind === 'office-day-after-night')
    return [kind, personId, blockOf(needIds[0] ?? '') ?? span.start].join(' ')
  return SUMMED.includes(kind) || needIds.length === 0
    ? [...who, span.start].join(' ')
    : [...who, ...needIds].join(' ')
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
