import { holderLabel } from '../../board/face.ts'
import { type Cell, cellKey } from '../../core/rota/assignment.ts'
import { AreaField, SelectField, SubmitButton } from '../form.tsx'
import { InstantField } from '../instant-field.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { CellFields, type PanelProps } from './cell-panel.tsx'

interface WithCell extends PanelProps {
  readonly cell: Cell | undefined
}

/** What takes one press: lock, unlock, clear. A locked duty says so, and can only be unlocked. */
export function SmallActions(props: WithCell) {
  const { panel } = useText().plans
  const isLocked = props.cell?.locked ?? false
  const isHeld = (props.cell?.slices.length ?? 0) > 0
  return (
    <div class="actions">
      {isLocked && <p>{panel.isLocked}</p>}
      <form method="post" action={action(props)}>
        <CellFields {...props} change={isLocked ? 'unlock' : 'lock'} />
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          title={isLocked ? undefined : panel.lockHelp}
        >
          {isLocked ? panel.unlock : panel.lock}
        </button>
      </form>
      {isHeld && !isLocked && (
        <form method="post" action={action(props)}>
          <CellFields {...props} change="clear" />
          <SubmitButton variant="secondary">{panel.clear}</SubmitButton>
        </form>
      )}
    </div>
  )
}

export function PartForm(props: PanelProps) {
  const { pages, plans } = useText()
  const { need, district, candidates } = props.candidates
  const { values = {}, problems = [] } = props.refused ?? {}
  const isAsked = values.change === 'part'
  const names = new Map(district.persons.map((person) => [person.id, person.name]))
  const options = candidates.map((own) => [own.personId, names.get(own.personId) ?? ''] as const)
  return (
    <details class="more" open={isAsked}>
      <summary>{plans.panel.slice}</summary>
      <form method="post" action={action(props)} class="stack">
        <CellFields {...props} change="part" />
        <p>{plans.panel.sliceLead}</p>
        <SelectField
          name="personId"
          id="f-part-person"
          label={plans.panel.sliceWho}
          value={isAsked ? (values.personId ?? '') : ''}
          options={[['', pages.form.choose], ...options]}
          problems={isAsked ? problems : []}
        />
        <InstantField
          name="start"
          label={plans.panel.sliceFrom}
          value={isAsked ? values.start : undefined}
          at={need.start}
          problems={problems}
        />
        <InstantField
          name="end"
          label={plans.panel.sliceTo}
          value={isAsked ? values.end : undefined}
          at={need.end}
          problems={problems}
        />
        <SubmitButton variant="secondary">{plans.panel.sliceDo}</SubmitButton>
      </form>
    </details>
  )
}

/** The other duties of the same line on the board: where two doctors change places. */
export function SwapForm(props: PanelProps) {
  const text = useText()
  const { pages, plans } = text
  const { need } = props.candidates
  const others = props.view.entries.filter(
    (entry) => entry.line.id === need.lineId && entry.need.id !== need.id && !entry.cell?.locked,
  )
  const options = others.map((entry) => {
    const holder =
      props.view.names.get(entry.slice?.personId ?? '') ?? holderLabel(entry, props.view.initials, text)
    const duty = `${entry.line.code} ${entry.need.name} ${text.format.clockSpan(entry.part)}`
    const key = cellKey({ needId: entry.need.id, seat: entry.seat })
    return [key, plans.panel.swapOption(holder, text.format.shortDate(entry.need.date), duty)] as const
  })
  if (options.length === 0) return null
  return (
    <details class="more">
      <summary>{plans.panel.swap}</summary>
      <form method="post" action={action(props)} class="stack">
        <CellFields {...props} change="move" />
        <SelectField
          name="to"
          label={plans.panel.swapWith}
          value=""
          options={[['', pages.form.choose], ...options]}
          problems={props.refused?.problems ?? []}
        />
        <SubmitButton variant="secondary">{plans.panel.swapDo}</SubmitButton>
      </form>
    </details>
  )
}

export function NoteForm(props: WithCell) {
  const { panel } = useText().plans
  const { values = {}, problems = [] } = props.refused ?? {}
  const note = props.cell?.note ?? ''
  return (
    <>
      {note !== '' && (
        <p>
          <b>{panel.note}:</b> {note}
        </p>
      )}
      <details class="more" open={values.change === 'note'}>
        <summary>{note === '' ? panel.addNote : panel.changeNote}</summary>
        <form method="post" action={action(props)} class="stack">
          <CellFields {...props} change="note" />
          <AreaField
            name="note"
            label={panel.note}
            isFree
            value={values.note ?? note}
            rows={2}
            problems={problems}
          />
          <SubmitButton variant="secondary">{panel.saveNote}</SubmitButton>
        </form>
      </details>
    </>
  )
}

function action({ draft }: PanelProps): string {
  return paths.editDraft(draft.district.id, draft.draft.id)
}
