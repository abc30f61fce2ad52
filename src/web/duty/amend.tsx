import { splitCandidates } from '../../board/candidate-words.ts'
import type { Candidate } from '../../core/plans/candidates.ts'
import type { Refusal } from '../../usecases/refusal.ts'
import type { CandidatesValue } from '../../usecases/show-candidates.ts'
import type { DutyValue } from '../../usecases/show-duty.ts'
import { CandidateChips, CandidateName } from '../board/candidates.tsx'
import { useViolationText } from '../board/use-violation-text.ts'
import { InputField, RefusalAlert, SubmitButton, Tick } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { InstantField } from '../instant-field.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { AMEND_ORIGINS, type AmendForm, NOBODY } from './amendment.ts'

interface AmendProps {
  readonly value: DutyValue
  readonly seat: number
  readonly candidates: CandidatesValue
  readonly form: AmendForm
  readonly refusal: Refusal | null
}

/** Pick, say why, done: one published duty changed, and nothing else. */
export function Amend(props: AmendProps) {
  const { amend } = useText().plans
  const { value, seat, form } = props
  return (
    <section class="ds-card amend" aria-labelledby="amend">
      <Heading id="amend">{amend.title}</Heading>
      <p>{amend.lead}</p>
      {props.refusal && <AmendRefusal {...props} refusal={props.refusal} />}
      <form method="post" action={paths.amendDuty(value.district.id, value.need.id, seat)} class="stack">
        <input type="hidden" name="revision" value={String(value.revision)} />
        <Who {...props} />
        <Part {...props} />
        <Why form={form} isAway={isHolderAway(props)} />
        <InputField
          name="note"
          label={amend.note}
          description={amend.noteHelp}
          isFree
          value={form.note}
          problems={form.problems}
        />
        {props.refusal?.kind === 'rule-broken' && (
          <Tick name="waives" id="f-waives" value="yes" label={amend.waive} isChecked={form.waives} />
        )}
        <SubmitButton>{amend.save}</SubmitButton>
      </form>
    </section>
  )
}

function AmendRefusal({ refusal, value, candidates }: AmendProps & { refusal: Refusal }) {
  const { pages, plans } = useText()
  const told = useViolationText({ district: value.district, needs: [candidates.need] })
  if (refusal.kind === 'invalid') return <RefusalAlert>{pages.refusals.invalid}</RefusalAlert>
  if (refusal.kind !== 'rule-broken') return <RefusalAlert>{pages.refusals[refusal.kind]}</RefusalAlert>
  return (
    <RefusalAlert>
      <p>{plans.amend.broken}</p>
      <ul>
        {refusal.violations.map((violation) => (
          <li>{told.statement(violation)}</li>
        ))}
      </ul>
    </RefusalAlert>
  )
}

function Who({ value, seat, candidates, form }: AmendProps) {
  const { amend } = useText().plans
  const holder = value.seats.find((own) => own.seat === seat)?.assignments[0]?.personId
  const { fitting, others } = splitCandidates(candidates.candidates.filter((own) => own.personId !== holder))
  const choice = (candidate: Candidate) => (
    <Choice candidate={candidate} value={candidates} isChosen={form.person === candidate.personId} />
  )
  return (
    <fieldset class="ds-fieldset choices" id="f-person">
      <legend class="ds-label">{amend.who}</legend>
      <FieldProblem form={form} field="person" sentence={amend.noOne} />
      {fitting.map(choice)}
      <details class="more" open={others.some((own) => own.personId === form.person)}>
        <summary>{amend.others(others.length)}</summary>
        {others.map(choice)}
      </details>
      {holder !== undefined && (
        <Tick
          type="radio"
          name="person"
          id="who-none"
          value={NOBODY}
          label={amend.leaveOpen}
          isChecked={form.person === NOBODY}
        />
      )}
    </fieldset>
  )
}

function Choice(props: { candidate: Candidate; value: CandidatesValue; isChosen: boolean }) {
  const { candidate, value, isChosen } = props
  const id = `who-${candidate.personId}`
  return (
    <div class="ds-field choice">
      <input
        class="ds-input"
        type="radio"
        name="person"
        id={id}
        value={candidate.personId}
        checked={isChosen}
        aria-describedby={`${id}-chips`}
      />
      <label for={id}>
        <CandidateName candidate={candidate} district={value.district} />
      </label>
      <div data-field="description" id={`${id}-chips`}>
        <CandidateChips candidate={candidate} value={value} />
      </div>
    </div>
  )
}

/** For the half that is given away: closed until somebody needs it. */
function Part({ value, form }: AmendProps) {
  const { amend } = useText().plans
  const { need } = value
  return (
    <details class="more" open={form.values['is-part'] === 'yes'}>
      <summary>{amend.part}</summary>
      <div class="stack">
        <Tick
          name="is-part"
          id="f-is-part"
          value="yes"
          label={amend.isPart}
          isChecked={form.values['is-part'] === 'yes'}
        />
        <InstantField
          name="start"
          label={amend.start}
          value={form.values.start}
          at={need.start}
          problems={form.problems}
        />
        <InstantField
          name="end"
          label={amend.end}
          value={form.values.end}
          at={need.end}
          problems={form.problems}
        />
      </div>
    </details>
  )
}

/** Whether whoever holds the duty is away on its day: then that is why it is changed, unless somebody says otherwise. */
function isHolderAway({ value: { district, need, seats }, seat }: AmendProps): boolean {
  const held = seats.find((own) => own.seat === seat)?.assignments ?? []
  const doctors = district.doctors.filter((own) => held.some(({ personId }) => personId === own.personId))
  return doctors.some(({ absences }) =>
    absences.some(({ from, to }) => from <= need.date && (to === null || need.date < to)),
  )
}

function Why({ form, isAway }: { readonly form: AmendForm; readonly isAway: boolean }) {
  const { amend } = useText().plans
  return (
    <fieldset class="ds-fieldset" id="f-origin">
      <legend class="ds-label">{amend.why}</legend>
      <FieldProblem form={form} field="origin" sentence={amend.noReason} />
      {AMEND_ORIGINS.map((origin) => (
        <Tick
          type="radio"
          name="origin"
          id={`why-${origin}`}
          value={origin}
          label={amend.reasons[origin]}
          isChecked={(form.originText || (isAway ? 'sick-cover' : '')) === origin}
        />
      ))}
    </fieldset>
  )
}

function FieldProblem({ form, field, sentence }: { form: AmendForm; field: string; sentence: string }) {
  if (!form.problems.some((problem) => problem.field === field)) return null
  return <div class="ds-validation-message">{sentence}</div>
}
