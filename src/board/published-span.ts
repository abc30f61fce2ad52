import type { Need } from '../core/rota/need.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Interval } from '../core/time/interval.ts'

/**
 * Whether a need of the timeline lies where its line is published: from the first to the last duty that somebody holds,
 * so that a duty left open in between is seen, and days that are not planned yet are not.
 */
export function publishedNeeds(rota: Rota): (need: Need) => boolean {
  const spans = new Map(rota.district.lines.map((line) => [line.id, heldSpan(rota, line.id)]))
  return (need) => {
    const span = spans.get(need.lineId)
    return span !== undefined && need.start < span.end && need.end > span.start
  }
}

function heldSpan(rota: Rota, lineId: string): Interval | undefined {
  let span: Interval | undefined
  for (const cell of rota.cells.values()) {
    if (!cell.needId.startsWith(`${lineId}.`)) continue
    for (const { start, end } of cell.slices) {
      span = span ? { start: Math.min(span.start, start), end: Math.max(span.end, end) } : { start, end }
    }
  }
  return span
}
