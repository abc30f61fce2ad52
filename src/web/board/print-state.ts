import { boardStart } from '../../board/board-days.ts'
import { addDays, type Dates, daysBetween, isLocalDate, type LocalDate } from '../../core/time/local-date.ts'
import { withQuery } from '../paths.ts'
import { type BoardState, boardDates } from './board-state.ts'

export const PRINT_WHATS = ['month', 'six-weeks', 'wall', 'doctor'] as const
export type PrintWhat = (typeof PRINT_WHATS)[number]

export const PRINT_LAYOUTS = ['doctors', 'lines', 'days'] as const
export type PrintLayout = (typeof PRINT_LAYOUTS)[number]

/** What the address says of a printed sheet. */
export interface PrintState {
  readonly what: PrintWhat
  readonly from: LocalDate
  /** The first day of the board that the reader came from, while `from` is still that day. */
  readonly board: LocalDate | null
  readonly layout: PrintLayout
  /** Whose list; 'all' is one sheet for each, null = nobody asked for. */
  readonly doctor: string | null
}

export const EVERY_DOCTOR = 'all'

/** Half a year on the wall, in whole weeks. */
const WALL_DAYS = 26 * 7

/** The sheet asked for; an address that makes no sense gives six weeks from `first`. */
export function printStateOf(req: { query(name: string): string | undefined }, first: LocalDate): PrintState {
  const asked = req.query('from') ?? ''
  const from = isLocalDate(asked) && asked >= '2000-01-01' && asked < '2097-01-01' ? asked : first
  const what = PRINT_WHATS.find((name) => name === req.query('what')) ?? 'six-weeks'
  // A board's weeks begin on a Monday, often in the month before the one that people look at.
  const isBoards = req.query('board') === from
  return {
    what,
    from: what === 'month' && isBoards ? monthOfBoard(from) : from,
    board: isBoards ? from : null,
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

/** The first of the month that has most of the six weeks from `from`; of two alike, the earlier. */
function monthOfBoard(from: LocalDate): LocalDate {
  const months = Array.from({ length: 42 }, (_, day) => firstOf(addDays(from, day)))
  const daysIn = (month: LocalDate) => months.filter((own) => own === month).length
  return months.reduce((best, month) => (daysIn(month) > daysIn(best) ? month : best))
}

/** Days of a plan that a calendar month shows well enough. */
const MONTH_LIKE = { least: 27, most: 32 }

/** Where paper is asked for from a board: the plan's first day where it stands there, and a month for a plan of a month. */
export function printHref(path: string, state: BoardState, plan: Dates | null): string {
  const isDoctor = state.view === 'doctor'
  const days = plan ? daysOf(plan) : 0
  const isMonth = days >= MONTH_LIKE.least && days <= MONTH_LIKE.most
  const window = boardDates(state)
  const isStart = plan !== null && plan.from >= window.from && plan.from < window.to
  return withQuery(path, {
    what: isDoctor ? 'doctor' : isMonth ? 'month' : 'six-weeks',
    from: isStart ? plan.from : state.from,
    board: isStart ? null : state.from,
    layout: state.view === 'lines' || state.view === 'days' ? state.view : null,
    doctor: isDoctor ? state.doctor : null,
  })
}

function firstOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`
}
