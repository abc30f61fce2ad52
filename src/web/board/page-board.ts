import type { BoardView } from '../../board/board-view.ts'
import type { BoardValue } from '../../usecases/show-board.ts'

/** A board as the server draws it, with the hours and the draft that the page tells of. */
export type PageBoard = BoardView<BoardValue>
