import { viewBoard } from '../../board/board-view.ts'
import { dutyNameOfId } from '../../board/duty-names.ts'
import type { Entry } from '../../board/entries.ts'
import { type CellRef, cellKey } from '../../core/rota/assignment.ts'
import type { Text } from '../../text/text.ts'
import type { Refusal } from '../../usecases/refusal.ts'
import type { BoardValue } from '../../usecases/show-board.ts'
import type { CandidatesValue } from '../../usecases/show-candidates.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { Board } from '../board/board.tsx'
import { BoardFlags } from '../board/board-flags.tsx'
import { BoardFoot } from '../board/board-foot.tsx'
import { type BoardState, boardQuery } from '../board/board-state.ts'
import { BoardSummary, Undeclared } from '../board/board-summary.tsx'
import { BoardToolbar } from '../board/board-toolbar.tsx'
import { HalfYear } from '../board/half-year.tsx'
import { Legend } from '../board/legend.tsx'
import type { Refused } from '../draft-pages.tsx'
import { RefusalAlert } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { CellPanel } from './cell-panel.tsx'
import { Clashes } from './clashes.tsx'
import { DraftActions, DraftHints, DraftState, isEditable, Steps } from './draft-actions.tsx'

export interface DraftBoardProps {
  readonly draft: DraftValue
  readonly board: BoardValue
  readonly state: BoardState
  /** Of the place whose panel is open. */
  readonly candidates: CandidatesValue | null
  readonly accountId: string
  readonly refused: Refused | null
}

/** A draft on the board: build, change cell by cell, take back, go on to publishing. */
export function DraftBoard(props: DraftBoardProps) {
  const text = useText()
  const { draft, state } = props
  const candidates = isEditable(draft.draft) ? props.candidates : null
  const view = viewBoard(props.board)
  const path = paths.draft(draft.district.id, draft.draft.id)
  const isOpen = isEditable(draft.draft)
  const boardHref = withQuery(path, boardQuery(state))
  const hrefOfPlace = (place: CellRef) =>
    isOpen
      ? `${boardHref}&cell=${encodeURIComponent(cellKey(place))}`
      : paths.duty(draft.district.id, place.needId, place.seat)
  const hrefOf = (entry: Entry) => hrefOfPlace({ needId: entry.need.id, seat: entry.seat })
  const selected = candidates ? cellKey({ needId: candidates.need.id, seat: candidates.seat }) : null
  return (
    <>
      <PageHeading title={draft.draft.name}>
        <DraftState {...props} />
      </PageHeading>
      {props.refused && !candidates && (
        <RefusalAlert>{refusalSentence(props.refused.refusal, draft, text)}</RefusalAlert>
      )}
      <DraftActions {...props}>{state.view !== 'doctor' && <BoardSummary view={view} />}</DraftActions>
      {isOpen && <Clashes {...props} />}
      <HalfYear view={view} state={state} path={path} />
      <BoardToolbar path={path} state={state} />
      <div class="with-panel">
        <aside id="board-panel" aria-label={text.board.panel}>
          {candidates && <CellPanel {...props} candidates={candidates} view={view} closeHref={boardHref} />}
        </aside>
        <div class="board-column">
          <Board view={view} state={state} hrefOf={hrefOf} selected={selected} />
          <BoardFoot
            view={view}
            state={state}
            printPath={paths.printDraft(draft.district.id, draft.draft.id)}
            mayEdit={isOpen}
          />
          <DraftHints {...props} />
          <Undeclared view={view} />
        </div>
      </div>
      <BoardFlags
        view={view}
        state={state}
        hrefOf={({ needIds: [first] }) => (first ? hrefOfPlace({ needId: first, seat: 0 }) : undefined)}
      />
      <Legend view={view} hasDraft={true} />
      <Steps {...props} />
    </>
  )
}

/** Of a step that is not taken back: who changed which of its duties. */
function refusalSentence(refusal: Refusal, { district }: DraftBoardProps['draft'], text: Text): string {
  if (refusal.kind !== 'cell-changed' || !refusal.now || refusal.by === undefined)
    return text.pages.refusals[refusal.kind]
  return text.plans.draft.overtaken(refusal.by, dutyNameOfId(district, refusal.now.needId, text))
}
