import type { Duty } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'
import { ofPersonInPassing } from './facts.ts'
import { dutiesHeldBy, elsewhereOf } from './view.ts'

/** Touching or overlapping duty of one person, other districts included; rest is what lies between two of them. */
export interface WorkPeriod extends Interval {
  /** Those of this district, by start; empty when all of it is elsewhere. */
  readonly duties: readonly Duty[]
}

export const workPeriodsOf = ofPersonInPassing((view, personId): readonly WorkPeriod[] => {
  const spans = [
    ...dutiesHeldBy(view, personId).map((duty) => ({ start: duty.start, end: duty.end, duties: [duty] })),
    ...elsewhereOf(view, personId).map(({ start, end }) => ({ start, end, duties: [] })),
  ].sort((a, b) => a.start - b.start)
  const periods: WorkPeriod[] = []
  for (const span of spans) {
    const last = periods.at(-1)
    if (last === undefined || span.start > last.end) periods.push(span)
    else periods[periods.length - 1] = merge(last, span)
  }
  return periods
})

function merge(a: WorkPeriod, b: WorkPeriod): WorkPeriod {
  return { start: a.start, end: Math.max(a.end, b.end), duties: [...a.duties, ...b.duties] }
}
