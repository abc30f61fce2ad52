import { boardStart } from '../../board/board-days.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { isLocalDate } from '../../core/time/local-date.ts'

export const BOARD_VIEWS = ['doctors', 'lines', 'list'] as const
export type BoardViewName = (typeof BOARD_VIEWS)[number]

/** What the address says of a board. */
export interface BoardState {
  readonly from: LocalDate
  readonly view: BoardViewName
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
  return { from: boardStart(isUsable ? from : first), view }
}
