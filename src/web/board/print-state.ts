import { boardStart } from '../../board/board-days.ts'
import { addDays, type Dates, daysBetween, isLocalDate, type LocalDate } from '../../core/time/local-date.ts'

export const PRINT_WHATS = ['month', 'six-weeks', 'wall', 'doctor'] as const
export type PrintWhat = (typeof PRINT_WHATS)[number]

export const PRINT_LAYOUTS = ['doctors', 'lines', 'days'] as const
export type PrintLayout = (typeof PRINT_LAYOUTS)[number]

/** What the address says of a printed sheet. */
export interface PrintState {
  readonly what: PrintWhat
  readonly from: LocalDate
  readonly layout: PrintLayout
  /** Whose list; 'all' is one sheet for each, null = nobody asked for. */
  readonly doctor: string | null
}

export const EVERY_DOCTOR = 'all'

/** Half a year on the wall, in whole weeks. */
const WALL_DAYS = 26 * 7

/** The sheet asked for; an address that makes no sense gives six weeks from `first`. */
export function printStateOf(req: { query(name: string): string | undefined }, first: LocalDate): PrintState {
  const from = req.query('from') ?? ''
  return {
    what: PRINT_WHATS.find((name) => name === req.query('what')) ?? 'six-weeks',
    from: isLocalDate(from) && from >= '2000-01-01' && from < '2097-01-01' ? from : first,
    layout: PRINT_LAYOUTS.find((name) => name === req.query('layout')) ?? 'doctors',
    doctor: req.query('doctor') || null,
  }
}

/** The days on the paper: a calendar month, whole weeks, or the plan of one doctor. */
export function printDates({ what, from }: PrintState): Dates {
  if (what === 'month') return { from: firstOf(from), to: firstOf(addDays(firstOf(from), 31)) }
  const start = boardStart(from)
  return { from: start, to: addDays(start, what === 'six-weeks' ? 42 : WALL_DAYS) }
}

export function daysOf(dates: Dates): number {
  return daysBetween(dates.from, dates.to)
}

function firstOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`
}
