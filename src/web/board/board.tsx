import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { viewBoard } from '../../board/board-view.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { BoardState } from './board-state.ts'
import { DayGrid } from './day-grid.tsx'
import { DayList } from './day-list.tsx'
import { DoctorGrid } from './doctor-grid.tsx'
import { DoctorWeekGrid } from './doctor-week-grid.tsx'
import type { Drawing, EntryHref } from './entry-link.tsx'
import { LineGrid } from './line-grid.tsx'
import { jsonText } from './markup.ts'
import { OneDoctor } from './one-doctor.tsx'
import type { PageBoard } from './page-board.ts'
import { WeekGrid } from './week-grid.tsx'

interface BoardProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly hrefOf: EntryHref
  readonly selected: string | null
}

/** The rota in the way that the address asks for: a grid that scrolls inside its own frame, or a list. */
export function Board({ view, state, hrefOf, selected }: BoardProps) {
  const text = useText()
  const drawing = { view, text, hrefOf, selected }
  if (state.view === 'list')
    return (
      <div id="board">
        <DayList drawing={drawing} isOnlyForNarrow={false} />
      </div>
    )
  if (state.view === 'doctor')
    return <OneDoctor drawing={{ ...drawing, view: wholeOf(view) }} state={state} />
  return (
    <>
      <a class="ds-skip-link" href="#flags">
        {text.board.skipBoard}
      </a>
      <BoardFrame view={view} state={state}>
        <section class="board" aria-label={text.views.regionOf(state.span)} tabindex={0}>
          <Grid drawing={drawing} state={state} />
        </section>
      </BoardFrame>
      {state.span === 6 && <DayList drawing={drawing} isOnlyForNarrow={true} />}
    </>
  )
}

/** The board of the whole plan that its days are a part of. */
function wholeOf(view: PageBoard): PageBoard {
  const { whole } = view.value
  if (!whole) return view
  const { district, ...rest } = view.value
  return viewBoard({ ...rest, district, rota: whole.rota, violations: whole.violations })
}

/** What the browser puts a place into. */
const NEED = 'NEED'
const SEAT = 'SEAT'

interface FrameProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly children?: Child
}

/**
 * The attributes are what the browser's part reads: `data-draft` stands only where duties can be changed in place. Where a
 * window is too narrow for the grid, the list of days takes its place; half a year has no such list, and scrolls.
 */
function BoardFrame({ view, state, children }: FrameProps) {
  const { draft, district, edits } = view.value
  const { boardEdit } = useText()
  return (
    <div
      id="board"
      class={state.span === 6 ? 'frame' : 'frame long'}
      data-board
      data-district={district.id}
      data-draft={draft?.id}
      data-view={state.view}
      data-from={state.from}
      data-span={state.span}
      data-why={draft ? paths.whyInDraft(district.id, draft.id, NEED, SEAT) : undefined}
      data-edits={draft ? String(edits[0]?.number ?? 0) : undefined}
      data-not-loaded={draft ? boardEdit.notLoaded : undefined}
    >
      {draft && (
        <p class="board-tools">
          <span id="board-tools" />
        </p>
      )}
      {children}
      {draft && (
        <>
          <p class="ds-sr-only" role="status" aria-live="polite" id="board-said" />
          <script type="application/json" id="board-names">
            {raw(namesOf(view))}
          </script>
        </>
      )}
    </div>
  )
}

/** {person: [initials, name]}, for typing and for what is said. */
function namesOf({ initials, names }: PageBoard): string {
  return jsonText(Object.fromEntries([...initials].map(([id, own]) => [id, [own, names.get(id) ?? '']])))
}

function Grid({ drawing, state }: { drawing: Drawing; state: BoardState }) {
  switch (state.view) {
    case 'lines':
      return <LineGrid drawing={drawing} />
    case 'days':
      return <DayGrid drawing={drawing} />
    case 'weeks':
      return <WeekGrid drawing={drawing} />
    default:
      return state.span === 26 ? <DoctorWeekGrid drawing={drawing} /> : <DoctorGrid drawing={drawing} />
  }
}
