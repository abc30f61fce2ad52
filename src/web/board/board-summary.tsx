import { BOARD_DAYS } from '../../board/board-days.ts'
import { undeclaredDoctors } from '../../board/undeclared.ts'
import { useText } from '../text-context.ts'
import type { PageBoard } from './page-board.ts'

/** How the weeks on the board stand, in a few words: each leads to what it counts. */
export function BoardSummary({ view }: { view: PageBoard }) {
  const { board, views } = useText()
  const { summary } = board
  const { flags } = view.flags
  const blocks = flags.filter((flag) => flag.mark === 'blocks').length
  const warns = flags.length - blocks
  const isFine = view.open.length + flags.length === 0
  // Most flags are hidden from colleagues: that they see none says nothing.
  if (isFine && view.value.hidesHours) return null
  return (
    <p class="state" data-counts>
      {view.days.length > BOARD_DAYS ? views.half.covers : summary.covers}
      {isFine && (
        <span class="ds-tag" data-color="success">
          {summary.fine}
        </span>
      )}
      {view.open.length > 0 && (
        <span class="ds-tag" data-color="info">
          {summary.open(view.open.length)}
        </span>
      )}
      {blocks > 0 && (
        <a class="ds-tag" data-color="danger" href="#flags">
          {view.value.draft ? summary.blocks(blocks) : summary.broken(blocks)}
        </a>
      )}
      {warns > 0 && (
        <a class="ds-tag" data-color="warning" href="#flags">
          {summary.warns(warns)}
        </a>
      )}
    </p>
  )
}

/** Whose working hours nobody has told, so that what they work in all is not known. */
export function Undeclared({ view }: { view: PageBoard }) {
  const { board } = useText()
  const undeclared = view.value.hidesHours ? [] : undeclaredDoctors(view.value.district, view.value.rota)
  return undeclared.length > 0 ? <p class="hint">{board.undeclared(undeclared)}</p> : null
}
