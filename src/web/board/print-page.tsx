import type { Minute } from '../../core/time/minute.ts'
import { InputField, SelectField } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { PageBoard } from './page-board.ts'
import { EVERY_DOCTOR, PRINT_LAYOUTS, PRINT_WHATS, type PrintState } from './print-state.ts'
import { Sheets } from './sheets.tsx'

export interface PrintPageProps {
  readonly view: PageBoard
  readonly state: PrintState
  readonly now: Minute
}

/** What to print is chosen on the screen; on paper come the sheets alone. */
export function PrintPage(props: PrintPageProps) {
  const { views } = useText()
  const { paper } = views
  const { district, draft } = props.view.value
  const board = draft ? paths.draft(district.id, draft.id) : paths.rota(district.id)
  return (
    <>
      <div class="no-print">
        <PageHeading title={paper.title} />
        <p>{paper.lead}</p>
        <Choice {...props} />
        <p class="actions">
          <button class="ds-button" type="button" id="print-now" hidden>
            {paper.print}
          </button>
          <a class="ds-link" href={withQuery(board, { from: props.state.from })}>
            {paper.back}
          </a>
        </p>
      </div>
      <Sheets {...props} />
    </>
  )
}

function Choice({ view, state }: PrintPageProps) {
  const { views } = useText()
  const { paper } = views
  const doctors = view.value.district.doctors.map(
    ({ personId }) => [personId, view.names.get(personId) ?? ''] as const,
  )
  return (
    <form method="get" class="inline-form" id="print-choice">
      {state.board !== null && <input type="hidden" name="board" value={state.board} />}
      <SelectField
        name="what"
        label={paper.what}
        value={state.what}
        options={PRINT_WHATS.map((what) => [what, paper.whats[what]] as const)}
        problems={[]}
      />
      <InputField name="from" type="date" label={paper.from} value={state.from} problems={[]} />
      {state.what !== 'wall' && state.what !== 'doctor' && (
        <SelectField
          name="layout"
          label={paper.layout}
          value={state.layout}
          options={PRINT_LAYOUTS.map((layout) => [layout, paper.layouts[layout]] as const)}
          problems={[]}
        />
      )}
      {state.what === 'doctor' && (
        <SelectField
          name="doctor"
          label={paper.doctor}
          value={state.doctor ?? doctors[0]?.[0] ?? ''}
          options={[...doctors, [EVERY_DOCTOR, paper.everyDoctor] as const]}
          problems={[]}
        />
      )}
      <button class="ds-button" data-variant="secondary" type="submit">
        {paper.show}
      </button>
    </form>
  )
}
