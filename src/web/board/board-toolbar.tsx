import { addDays } from '../../core/time/local-date.ts'
import { withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BOARD_VIEWS, type BoardState, boardDates, boardQuery, hasSpan } from './board-state.ts'

interface ToolbarProps {
  readonly path: string
  readonly state: BoardState
}

const SPANS = [6, 26] as const

/** Earlier and later weeks, the ways to see them, and how many at a time; all of it in the address. */
export function BoardToolbar({ path, state }: ToolbarProps) {
  const { board, views } = useText()
  const link = (change: Partial<BoardState>) => withQuery(path, boardQuery(state, change))
  return (
    <nav class="board-bar" aria-label={board.toolbar}>
      {state.view !== 'doctor' && <Period path={path} state={state} />}
      {hasSpan(state.view) && (
        <ul class="views" aria-label={views.span.label}>
          {SPANS.map((span) => (
            <li>
              <a href={link({ span })} aria-current={span === state.span ? 'true' : undefined}>
                {views.span.weeks(span)}
              </a>
            </li>
          ))}
        </ul>
      )}
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

function Period({ path, state }: ToolbarProps) {
  const { board, format } = useText()
  const { from, to } = boardDates(state)
  const link = (date: string) => withQuery(path, boardQuery(state, { from: date }))
  return (
    <p class="period">
      <a class="ds-button" data-variant="secondary" href={link(addDays(from, -7 * state.span))}>
        <span aria-hidden="true">←</span> {board.earlier}
      </a>
      <b>{format.dateRange({ from, to })}</b>
      <a class="ds-button" data-variant="secondary" href={link(to)}>
        {board.later} <span aria-hidden="true">→</span>
      </a>
    </p>
  )
}
