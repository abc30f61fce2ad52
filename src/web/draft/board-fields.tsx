import type { BoardState } from '../board/board-state.ts'

/** Where the board stood, so that a form leads back to it. */
export function BoardFields({ state }: { state: BoardState }) {
  return (
    <>
      <input type="hidden" name="board-from" value={state.from} />
      <input type="hidden" name="board-view" value={state.view} />
    </>
  )
}
