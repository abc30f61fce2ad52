import { raw } from 'hono/html'
import { useText } from '../text-context.ts'
import type { BoardState } from './board-state.ts'
import { DayGrid } from './day-grid.tsx'
import { DayList } from './day-list.tsx'
import { DoctorGrid } from './doctor-grid.tsx'
import type { Drawing, EntryHref } from './entry-link.tsx'
import { LineGrid } from './line-grid.tsx'
import { jsonText } from './markup.ts'
import type { PageBoard } from './page-board.ts'

interface BoardProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly hrefOf: EntryHref
  readonly selected: string | null
}

/**
 * The rota as a grid that scrolls inside its own frame, and as a list of days where a grid has no room. The attributes are
 * what the browser's part reads: `data-draft` stands only where duties can be changed in place.
 */
export function Board({ view, state, hrefOf, selected }: BoardProps) {
  const text = useText()
  const drawing = { view, text, hrefOf, selected }
  if (state.view === 'list') return <DayList drawing={drawing} isOnlyForNarrow={false} />
  return (
    <>
      <a class="ds-skip-link" href="#flags">
        {text.board.skipBoard}
      </a>
      <BoardFrame view={view} state={state}>
        <section class="board" aria-label={text.board.region} tabindex={0}>
          <Grid drawing={drawing} state={state} />
        </section>
      </BoardFrame>
      <DayList drawing={drawing} isOnlyForNarrow={true} />
    </>
  )
}

function BoardFrame({ view, state, children }: { view: PageBoard; state: BoardState; children: unknown }) {
  const { draft, district, edits } = view.value
  return (
    <div
      data-board
      data-district={district.id}
      data-draft={draft?.id}
      data-view={state.view}
      data-from={state.from}
      data-span={state.span}
      data-edits={draft ? String(edits[0]?.number ?? 0) : undefined}
    >
      {draft && (
        <p class="board-tools">
          <span id="board-tools" />
          <span id="board-sync" />
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
    default:
      return <DoctorGrid drawing={drawing} />
  }
}
