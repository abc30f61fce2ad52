import { type BoardState, boardQuery } from '../board/board-state.ts'

/** Where the board stood, so that a form leads back to it. */
export function BoardFields({ state }: { state: BoardState }) {
  return (
    <>
      {Object.entries(boardQuery(state)).map(
        ([name, value]) =>
          value !== null && <input type="hidden" name={`board-${name}`} value={String(value)} />,
      )}
    </>
  )
}
