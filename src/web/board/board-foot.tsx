import { useText } from '../text-context.ts'
import type { BoardState } from './board-state.ts'
import { DayNotes } from './day-notes.tsx'
import type { PageBoard } from './page-board.ts'
import { printHref } from './print-state.ts'

interface BoardFootProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly printPath: string
  readonly mayEdit: boolean
}

/** Under the board: notes on its days, and the way to paper. */
export function BoardFoot({ view, state, printPath, mayEdit }: BoardFootProps) {
  const { views } = useText()
  const isDoctor = state.view === 'doctor'
  const href = printHref(printPath, state, view.value.draft)
  return (
    <div class="board-foot">
      <DayNotes view={view} mayEdit={mayEdit} />
      <a class="ds-link" href={href}>
        {isDoctor ? views.oneDoctor.print : views.paper.link}
      </a>
    </div>
  )
}
