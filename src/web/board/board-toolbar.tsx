import { addDays } from '../../core/time/local-date.ts'
import { withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BOARD_VIEWS, type BoardState, boardQuery } from './board-state.ts'

interface ToolbarProps {
  readonly path: string
  readonly state: BoardState
}

/** Earlier and later weeks, and the ways to see them; all of it in the address. */
export function BoardToolbar({ path, state }: ToolbarProps) {
  const { board, format } = useText()
  const days = 7 * state.span
  const to = addDays(state.from, days)
  const link = (change: Partial<BoardState>) => withQuery(path, boardQuery(state, change))
  return (
    <nav class="board-bar" aria-label={board.toolbar}>
      <p class="period">
        <a class="ds-button" data-variant="secondary" href={link({ from: addDays(state.from, -days) })}>
          <span aria-hidden="true">←</span> {board.earlier}
        </a>
        <b>{format.dateRange({ from: state.from, to })}</b>
        <a class="ds-button" data-variant="secondary" href={link({ from: to })}>
          {board.later} <span aria-hidden="true">→</span>
        </a>
      </p>
      <ul class="views">
        {BOARD_VIEWS.map((view) => (
          <li>
            <a href={link({ view })} aria-current={view === state.view ? 'true' : undefined}>
              {board.views[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
