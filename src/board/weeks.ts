import type { Line } from '../core/rota/line.ts'
import { type IsoWeek, isoWeekOf } from '../core/time/iso-week.ts'
import type { BoardView, DoctorRow } from './board-view.ts'
import { doctorRows } from './board-view.ts'
import type { Entry } from './entries.ts'
import { runsOf, type WeekRun } from './week-runs.ts'

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
