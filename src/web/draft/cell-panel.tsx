import { splitCandidates } from '../../board/candidate-words.ts'
import { untoldForms } from '../../board/duty-names.ts'
import type { Candidate } from '../../core/plans/candidates.ts'
import { type Cell, cellKey } from '../../core/rota/assignment.ts'
import type { DraftCell } from '../../core/rota/draft.ts'
import type { CandidatesValue } from '../../usecases/show-candidates.ts'
import { CandidateChips, CandidateName } from '../board/candidates.tsx'
import { FlagItem } from '../board/flag-list.tsx'
import type { PageBoard } from '../board/page-board.ts'
import { Holders } from '../duty/duty.tsx'
import { RefusalAlert } from '../form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BoardFields } from './board-fields.tsx'
import { NoteForm, PartForm, SmallActions, SwapForm } from './cell-forms.tsx'
import type { DraftBoardProps } from './draft-board.tsx'

export interface PanelProps extends DraftBoardProps {
  readonly candidates: CandidatesValue
  readonly view: PageBoard
  readonly closeHref: string
}

/** Everything that can be done with one place of a draft. */
export function CellPanel(props: PanelProps) {
  const text = useText()
  const { format, plans } = text
  const { need } = props.candidates
  const cell = cellOf(props)
  const line = props.draft.district.lines.find((own) => own.id === need.lineId)
  return (
    <section class="panel ds-card" aria-labelledby="panel-title">
      <header>
        <h2 class="ds-heading" data-size="xs" id="panel-title" tabindex={-1} autofocus>
          {`${line?.code} ${need.name}`}
        </h2>
        <a class="ds-link" href={props.closeHref}>
          {plans.panel.close}
        </a>
      </header>
      <p>
        {format.timeSpan(need)} <span class="nowrap">({format.hours(need.end - need.start)})</span>
        <br />
        {format.list(untoldForms(need, text))}
      </p>
      <Now {...props} />
      <PanelRefusal {...props} />
      <Flags {...props} />
      {!cell?.locked && <Pick {...props} />}
      <SmallActions {...props} cell={cell} />
      <NoteForm {...props} cell={cell} />
      {!cell?.locked && (
        <>
          <PartForm {...props} />
          <SwapForm {...props} />
        </>
      )}
      <p>
        <a
          class="ds-link"
          href={paths.whyInDraft(
            props.draft.district.id,
            props.draft.draft.id,
            need.id,
            props.candidates.seat,
          )}
        >
          {text.why.link}
        </a>
      </p>
    </section>
  )
}

export function cellOf({ board, candidates }: PanelProps): Cell | undefined {
  return board.rota.cells.get(cellKey({ needId: candidates.need.id, seat: candidates.seat }))
}

function Now(props: PanelProps) {
  const { plans } = useText()
  const slices = cellOf(props)?.slices ?? []
  return (
    <div class="now">
      <small>{plans.panel.now}</small>
      <Holders slices={slices} district={props.draft.district} span={props.candidates.need} />
    </div>
  )
}

function PanelRefusal({ refused }: PanelProps) {
  const { pages } = useText()
  if (!refused) return null
  return <RefusalAlert>{pages.refusals[refused.refusal.kind]}</RefusalAlert>
}

function Flags(props: PanelProps) {
  const { need } = props.candidates
  const holders = (cellOf(props)?.slices ?? []).map((slice) => slice.personId)
  const flags = [null, ...holders].flatMap((personId) => props.view.flags.of(need.id, personId))
  const distinct = [...new Set(flags)]
  if (distinct.length === 0) return null
  return (
    <ul class="flags">
      {distinct.map((flag) => (
        <FlagItem
          violation={flag.violation}
          mark={flag.mark}
          value={{ district: props.draft.district, needs: props.board.rota.needs }}
          href={undefined}
        />
      ))}
    </ul>
  )
}

function Pick(props: PanelProps) {
  const { panel } = useText().plans
  const { fitting, others } = splitCandidates(props.candidates.candidates)
  const holders = new Set((cellOf(props)?.slices ?? []).map((slice) => slice.personId))
  const choice = (candidate: Candidate) => (
    <Choice candidate={candidate} isHolder={holders.has(candidate.personId)} value={props.candidates} />
  )
  return (
    <form method="post" action={paths.editDraft(props.draft.district.id, props.draft.draft.id)}>
      <CellFields {...props} change="assign" />
      <h3 class="ds-heading" data-size="2xs">
        {panel.candidates}
      </h3>
      <ul class="candidates">{fitting.map(choice)}</ul>
      {others.length > 0 && (
        <details class="more">
          <summary>{panel.others(others.length)}</summary>
          <ul class="candidates">{others.map(choice)}</ul>
        </details>
      )}
    </form>
  )
}

interface ChoiceProps {
  readonly candidate: Candidate
  readonly isHolder: boolean
  readonly value: CandidatesValue
}

function Choice({ candidate, isHolder, value }: ChoiceProps) {
  const { panel } = useText().plans
  return (
    <li>
      <button
        class="ds-button pick"
        data-variant="tertiary"
        type="submit"
        name="personId"
        value={candidate.personId}
      >
        <CandidateName candidate={candidate} district={value.district} />
      </button>
      {isHolder && <small>{panel.current}</small>}
      <CandidateChips candidate={candidate} value={value} />
    </li>
  )
}

/** What every form of the panel sends along: the place, what was last seen there, and the board's place. */
export function CellFields(props: PanelProps & { change: string }) {
  const { need, seat } = props.candidates
  const seen = (cellOf(props) as Partial<DraftCell> | undefined)?.edit
  return (
    <>
      <input type="hidden" name="change" value={props.change} />
      <input type="hidden" name="cell" value={cellKey({ needId: need.id, seat })} />
      <input type="hidden" name="seen" value={seen === undefined ? '' : String(seen)} />
      <BoardFields state={props.state} />
    </>
  )
}
