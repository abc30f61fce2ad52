import type { HoursBasis } from '../ledger/other-hours.ts'
import { ROUNDING } from '../ledger/rounding.ts'
import type { WeeklyMean } from '../rota/agreement.ts'
import type { PersonId } from '../rota/person.ts'
import type { Interval } from '../time/interval.ts'
import type { ReadWeek } from './background.ts'
import { type DatedValue, valueAt } from './dated-values.ts'
import { hoursOf, type PersonHours, workedWithin } from './person-hours.ts'
import { concernsPeriod, dutiesHeldBy, type RotaView } from './view.ts'
import { needIdsIn } from './weekly-duty.ts'

/** Weeks in a row whose mean is over the limit. */
export interface HeavyWeeks extends Interval {
  readonly weeks: number
  readonly needIds: readonly string[]
  /** Minutes a week, rounded up: anything over a limit is more than the limit. */
  readonly measured: number
  readonly limit: number
  readonly floor: () => number | null
}

/**
 * For each number of weeks the ISO weeks in a row whose mean is furthest over, then the furthest over of those that share no
 * week with them, and so on. Judged are weeks in a row that were all read, whose hours are known, and whose last week is in
 * the period, by the means that hold for that last week and that the person is held to.
 */
export function heavyWeeks(
  view: RotaView,
  personId: PersonId,
  basis: HoursBasis,
  means: readonly DatedValue<readonly WeeklyMean[]>[],
  isHeldTo: (mean: WeeklyMean, last: ReadWeek) => boolean = () => true,
): HeavyWeeks[] {
  const hours = hoursOf(view, personId, basis)
  if (!hours) return []
  const weeks = view.background.weeks()
  const all = overIn(view, weeks, weekSums(weeks, hours), means)
  if (all.length === 0) return []
  const over = all.filter(({ mean, last }) => isHeldTo(mean, last))
  return [...Map.groupBy(over, ({ mean }) => mean.weeks).values()].flatMap((same) =>
    worstApart(view, personId, same).map(({ span, needIds, mean, sum }) => ({
      ...span,
      weeks: mean.weeks,
      needIds,
      measured: Math.ceil(sum / mean.weeks - ROUNDING),
      limit: mean.minutes,
      floor: () => {
        const floor = view.background.floorOver(personId, span, basis)
        return floor === null ? null : Math.ceil(floor / mean.weeks)
      },
    })),
  )
}

/** Not a number where it is not known, or not all of the week was read. */
function weekSums(weeks: readonly ReadWeek[], hours: PersonHours): number[] {
  return weeks.map(({ isWhole, span }) => (isWhole ? workedWithin(hours, span) : null) ?? Number.NaN)
}

interface Over {
  readonly mean: WeeklyMean
  readonly span: Interval
  readonly sum: number
  readonly last: ReadWeek
}

function overIn(
  view: RotaView,
  weeks: readonly ReadWeek[],
  sums: readonly number[],
  means: readonly DatedValue<readonly WeeklyMean[]>[],
): Over[] {
  const firstMonday = view.weeks[0]?.monday ?? ''
  const lastMonday = view.weeks.at(-1)?.monday ?? ''
  const over: Over[] = []
  weeks.forEach((last, index) => {
    if (last.monday < firstMonday || last.monday > lastMonday) return
    for (const mean of valueAt(means, last.span.start) ?? []) {
      const first = weeks[index - mean.weeks + 1]
      if (!first) continue
      let sum = 0
      for (let week = index - mean.weeks + 1; week <= index; week++) sum += sums[week] as number
      // What is not known is over nothing.
      if (sum > mean.minutes * mean.weeks + ROUNDING)
        over.push({ mean, sum, last, span: { start: first.span.start, end: last.span.end } })
    }
  })
  return over
}

function worstApart(view: RotaView, personId: PersonId, over: readonly Over[]) {
  const duties = dutiesHeldBy(view, personId)
  const chosen: (Over & { readonly needIds: readonly string[] })[] = []
  for (const next of over.toSorted((a, b) => excess(b) - excess(a) || a.span.start - b.span.start)) {
    if (chosen.some(({ span }) => span.start < next.span.end && next.span.start < span.end)) continue
    const needIds = needIdsIn(duties, next.span)
    if (concernsPeriod(view, needIds)) chosen.push({ ...next, needIds })
  }
  return chosen
}

function excess({ sum, mean }: Over): number {
  return sum - mean.minutes * mean.weeks
}
