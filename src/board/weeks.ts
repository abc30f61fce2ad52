import type { Line } from '../core/rota/line.ts'
import { type IsoWeek, isoWeekOf } from '../core/time/iso-week.ts'
import { weekdayOf } from '../core/time/local-date.ts'
import type { BoardView, DoctorRow } from './board-view.ts'
import { doctorRows } from './board-view.ts'
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

export interface WeekRow {
  readonly line: Line
  readonly byWeek: ReadonlyMap<IsoWeek, readonly WeekRun[]>
}

/** Lines by week: who has the week, or which part of it. */
export function weekRows({ entries, value }: BoardView): WeekRow[] {
  const byLine = Map.groupBy(entries, (entry) => entry.line.id)
  return value.district.lines.flatMap((line) => {
    const own = byLine.get(line.id)
    if (!own) return []
    const byWeek = Map.groupBy(own, (entry) => isoWeekOf(entry.need.date))
    return { line, byWeek: new Map([...byWeek].map(([week, all]) => [week, runsOf(all)])) }
  })
}

/** Days of the board by week, for each doctor: what is held, and whether every day is away. */
export interface DoctorWeeks {
  readonly row: DoctorRow
  readonly byWeek: ReadonlyMap<IsoWeek, readonly Entry[]>
  readonly away: ReadonlySet<IsoWeek>
}

export function doctorWeeks(view: BoardView): DoctorWeeks[] {
  return doctorRows(view).map((row) => {
    const days = Map.groupBy(view.days, (day) => isoWeekOf(day.date))
    const away = [...days].filter(([, own]) => own.every(({ date }) => row.unavailable.has(date)))
    return {
      row,
      byWeek: Map.groupBy([...row.byDate.values()].flat(), (entry) => isoWeekOf(entry.need.date)),
      away: new Set(away.map(([week]) => week)),
    }
  })
}

function runsOf(entries: readonly Entry[]): WeekRun[] {
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

/** Open, idle and beside each are a holder of their own. */
function holderOf({ slice, isIdle, isBeside }: Entry): string {
  return `${slice ? (slice.personId ?? 'locum') : isIdle ? ' idle' : ' open'}${isBeside ? ' beside' : ''}`
}
