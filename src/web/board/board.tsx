import { BOARD_DAYS } from '../../board/board-days.ts'
import { addDays } from '../../core/time/local-date.ts'
import { withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BOARD_VIEWS, type BoardState } from './board-state.ts'
import { DayList } from './day-list.tsx'
import { DoctorGrid } from './doctor-grid.tsx'
import type { EntryHref } from './entry-link.tsx'
import { LineGrid } from './line-grid.tsx'
import type { PageBoard } from './page-board.ts'

interface BoardProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly hrefOf: EntryHref
  readonly selected: string | null
}

/** The rota as a grid that scrolls inside its own frame, and as a list of days where a grid has no room. */
export function Board({ view, state, hrefOf, selected }: BoardProps) {
  const text = useText()
  const drawing = { view, text, hrefOf, selected }
  if (state.view === 'list') return <DayList drawing={drawing} isOnlyForNarrow={false} />
  return (
    <>
      <a class="ds-skip-link" href="#flags">
        {text.board.skipBoard}
      </a>
      <section class="board" aria-label={text.board.region} tabindex={0} data-board>
        {state.view === 'doctors' ? <DoctorGrid drawing={drawing} /> : <LineGrid drawing={drawing} />}
      </section>
      <DayList drawing={drawing} isOnlyForNarrow={true} />
    </>
  )
}

interface ToolbarProps {
  readonly path: string
  readonly state: BoardState
}

/** Earlier and later weeks, and the three ways to see them; all of it in the address. */
export function BoardToolbar({ path, state }: ToolbarProps) {
  const { board, format } = useText()
  const to = addDays(state.from, BOARD_DAYS)
  const link = (change: Partial<BoardState>) => withQuery(path, { ...state, ...change })
  return (
    <nav class="board-bar" aria-label={board.toolbar}>
      <p class="period">
        <a class="ds-button" data-variant="secondary" href={link({ from: addDays(state.from, -BOARD_DAYS) })}>
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
