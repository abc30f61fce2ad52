import { boardStart } from '../../board/board-days.ts'
import { addDays, type Dates, isLocalDate, type LocalDate } from '../../core/time/local-date.ts'

/** Doctors × days, lines × days, days × lines, lines × weeks, a list by day, one doctor. */
export const BOARD_VIEWS = ['doctors', 'lines', 'days', 'weeks', 'list', 'doctor'] as const
export type BoardViewName = (typeof BOARD_VIEWS)[number]

/** Weeks seen at a time. */
export type BoardSpan = 6 | 26

/** Views whose cells stay readable over half a year. */
const LONG_VIEWS: readonly BoardViewName[] = ['doctors', 'weeks']

/** What the address says of a board; a board remembers nothing else. */
export interface BoardState {
  readonly from: LocalDate
  readonly view: BoardViewName
  readonly span: BoardSpan
  /** Whose half year the view of one doctor shows; null = nobody asked for. */
  readonly doctor: string | null
}

interface Asked {
  query(name: string): string | undefined
}

/** The board asked for; an address that makes no sense gives the first weeks, seen by doctor. */
export function boardStateOf(req: Asked, first: LocalDate): BoardState {
  const from = req.query('from') ?? ''
  const view = BOARD_VIEWS.find((name) => name === req.query('view')) ?? 'doctors'
  // Years outside these are not worth a board, and the clock's table ends.
  const isUsable = isLocalDate(from) && from >= '2000-01-01' && from < '2099-01-01'
  return {
    from: boardStart(isUsable ? from : first),
    view,
    span: req.query('span') === '26' && hasSpan(view) ? 26 : 6,
    doctor: req.query('doctor') || null,
  }
}

/** The days that a board shows. */
export function boardDates({ from, span }: BoardState): Dates {
  return { from, to: addDays(from, 7 * span) }
}

export function hasSpan(view: BoardViewName): boolean {
  return LONG_VIEWS.includes(view)
}

/** A board's place as an address tells it: what is ordinary is left out. */
export function boardQuery(state: BoardState, change: Partial<BoardState> = {}) {
  const { from, view, span, doctor } = { ...state, ...change }
  return {
    from,
    view,
    span: span === 26 && hasSpan(view) ? span : null,
    doctor: view === 'doctor' ? doctor : null,
  }
}

/** Whether the browser's part changes duties in this view: not in lists, nor where a doctor's week is told by numbers. */
export function hasLiveGrid({ view, span }: BoardState): boolean {
  return view !== 'list' && view !== 'doctor' && !(view === 'doctors' && span === 26)
}
