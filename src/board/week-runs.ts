import { weekdayOf } from '../core/time/local-date.ts'
import type { Text } from '../text/text.ts'
import type { Entry } from './entries.ts'

/** Duties of one line and week that follow one another with the same holder, or open. */
export interface WeekRun {
  readonly entries: readonly [Entry, ...Entry[]]
  /** Whether nobody else holds anything of the place that week. */
  readonly isWhole: boolean
  /** First and last weekday, 1–7; the same for a single day. */
  readonly first: number
  readonly last: number
}

/** The runs of a line in a week, place by place and by start. */
export function runsOf(entries: readonly Entry[]): WeekRun[] {
  const bySeat = Map.groupBy(entries, (entry) => entry.seat)
  return [...bySeat.values()].flatMap((own) => {
    const runs: [Entry, ...Entry[]][] = []
    for (const entry of own.toSorted((a, b) => a.part.start - b.part.start)) {
      const last = runs.at(-1)
      if (last && holderOf(last[0]) === holderOf(entry)) last.push(entry)
      else runs.push([entry])
    }
    return runs.map((run) => ({
      entries: run,
      isWhole: runs.length === 1,
      first: weekdayOf(run[0].need.date),
      last: weekdayOf((run.at(-1) ?? run[0]).need.date),
    }))
  })
}

/** 'ma–on', or 'ma' of a single day. */
export function daysOfRun({ first, last }: WeekRun, { weekdays }: Pick<Text['views'], 'weekdays'>): string {
  const name = (weekday: number) => weekdays[weekday - 1] ?? ''
  return first === last ? name(first) : `${name(first)}–${name(last)}`
}

/** Open, idle and beside each are a holder of their own. */
function holderOf({ slice, isIdle, isBeside }: Entry): string {
  return `${slice ? (slice.personId ?? 'locum') : isIdle ? ' idle' : ' open'}${isBeside ? ' beside' : ''}`
}
