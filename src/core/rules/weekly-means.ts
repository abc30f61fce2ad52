import type { HoursBasis } from '../ledger/other-hours.ts'
import type { WeeklyMean } from '../rota/agreement.ts'
import type { PersonId } from '../rota/person.ts'
import type { Interval } from '../time/interval.ts'
import type { ReadWeek } from './background.ts'
import { hoursOf, minutesWithin } from './person-work.ts'
import { concernsPeriod, dutiesHeldBy, type RotaView } from './view.ts'
import { needIdsIn } from './weekly-duty.ts'
import { ROUNDING } from './worst-windows.ts'

/** Weeks in a row whose mean is over the limit. */
export interface HeavyWeeks extends Interval {
  readonly weeks: number
  readonly needIds: readonly string[]
  /** Minutes a week, rounded up: anything over a limit is more than the limit. */
  readonly measured: number
  readonly limit: number
  readonly floor: number | null
}

/**
 * For each number of weeks the ISO weeks in a row whose mean is furthest over, then the furthest over of those that share no
 * week with them, and so on. Judged are weeks in a row that were all read, whose hours are known, and whose last week is in
 * the period, by the means that hold for that last week.
 */
export function heavyWeeks(
  view: RotaView,
  personId: PersonId,
  basis: HoursBasis,
  meansOn: (last: ReadWeek) => readonly WeeklyMean[],
): HeavyWeeks[] {
  const sums = weekSums(view, personId, basis)
  const over = sums.flatMap(({ week }, last) =>
    isOfPeriod(view, week) ? meansOn(week).flatMap((mean) => overIn(sums, last, mean)) : [],
  )
  return [...Map.groupBy(over, ({ mean }) => mean.weeks).values()].flatMap((same) =>
    worstApart(view, personId, same).map(({ span, needIds, mean, sum }) => {
      const floor = view.background.floorOver(personId, span, basis)
      return {
        ...span,
        weeks: mean.weeks,
        needIds,
        measured: Math.ceil(sum / mean.weeks - ROUNDING),
        limit: mean.minutes,
        floor: floor === null ? null : Math.ceil(floor / mean.weeks),
      }
    }),
  )
}

interface WeekSum {
  readonly week: ReadWeek
  /** Null where it is not known, or not all of the week was read. */
  readonly minutes: number | null
}

function weekSums(view: RotaView, personId: PersonId, basis: HoursBasis): WeekSum[] {
  const hours = hoursOf(view, personId, basis)
  if (!hours) return []
  return view.background.weeks().map((week) => ({
    week,
    minutes: week.isWhole ? minutesWithin(hours, week.span) : null,
  }))
}

function isOfPeriod(view: RotaView, { monday }: ReadWeek): boolean {
  const first = view.weeks[0]
  const last = view.weeks.at(-1)
  return first !== undefined && last !== undefined && monday >= first.monday && monday <= last.monday
}

interface Over {
  readonly mean: WeeklyMean
  readonly span: Interval
  readonly sum: number
}

function overIn(sums: readonly WeekSum[], last: number, mean: WeeklyMean): Over[] {
  const first = last - mean.weeks + 1
  if (first < 0) return []
  let sum = 0
  for (let index = first; index <= last; index++) {
    const { minutes } = sums[index] as WeekSum
    if (minutes === null) return []
    sum += minutes
  }
  if (sum <= mean.minutes * mean.weeks + ROUNDING) return []
  const { start } = (sums[first] as WeekSum).week.span
  return [{ mean, sum, span: { start, end: (sums[last] as WeekSum).week.span.end } }]
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
