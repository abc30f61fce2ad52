import { addDays } from '../../core/time/local-date.ts'
import type { Minute } from '../../core/time/minute.ts'
import { isFolded, toWall } from '../../core/time/oslo.ts'
import type { DutyOutcome, DutyValue } from '../../usecases/show-duty.ts'
import { InputField, RefusalAlert, SubmitButton, Tick } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { InstantField } from '../instant-field.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { OutcomeForm } from './outcome-form.ts'

interface OutcomesProps {
  readonly value: DutyValue
  readonly seat: number
  /** The form that was refused, if one was. */
  readonly form: OutcomeForm | null
}

/** How each part of a duty went, planned beside worked, with the form for whoever may tell. */
export function Outcomes({ value, seat, form }: OutcomesProps) {
  const own = value.outcomes.filter(({ assignment }) => assignment.seat === seat)
  const { ledger } = useText()
  if (own.length === 0) return null
  const persons = new Map(value.district.persons.map((person) => [person.id, person.name]))
  return (
    <section id="outcome">
      {own.map((outcome, index) => (
        <>
          <Heading>
            {own.length === 1
              ? ledger.outcome.title
              : ledger.outcome.titleOf(persons.get(outcome.assignment.personId ?? '') ?? '')}
          </Heading>
          <Told outcome={outcome} />
          {outcome.mayRecord && outcome.isClosed && <p class="hint">{ledger.outcome.closed}</p>}
          {outcome.mayRecord && !outcome.isClosed && (
            <TellForm
              outcome={outcome}
              action={paths.recordOutcome(value.district.id, value.need.id, seat)}
              prefix={index === 0 ? 'f' : `f${index}`}
              form={form?.assignmentId === outcome.assignment.id ? form : null}
            />
          )}
        </>
      ))}
    </section>
  )
}

function Told({ outcome: { assignment, told, toldBy } }: { outcome: DutyOutcome }) {
  const { format, ledger } = useText()
  const { outcome } = ledger
  if (told === null) return <p>{outcome.notTold}</p>
  const rows = [
    [outcome.time, format.timeSpan(assignment), format.timeSpan(told)],
    [outcome.length, format.hours(assignment.end - assignment.start), format.hours(told.end - told.start)],
    [outcome.active, '–', told.activeMinutes === null ? outcome.notKnown : format.hours(told.activeMinutes)],
    [outcome.callOuts, '–', told.callOuts === null ? outcome.notKnown : format.number(told.callOuts)],
  ] as const
  return (
    <>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{outcome.what}</th>
            <th scope="col">{outcome.planned}</th>
            <th scope="col">{outcome.worked}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, planned, worked]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{planned}</td>
              <td>{worked}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{outcome.toldBy(toldBy, format.dateTime(told.enteredAt))}</p>
    </>
  )
}

interface TellProps {
  readonly outcome: DutyOutcome
  readonly action: string
  /** Of the ids of its fields: a duty that two doctors shared has two such forms. */
  readonly prefix: string
  readonly form: OutcomeForm | null
}

function TellForm({ outcome: { assignment, told }, action, prefix, form }: TellProps) {
  const { ledger } = useText()
  const { outcome } = ledger
  const problems = form?.problems ?? []
  const at = told ?? assignment
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : `${value}`
  return (
    <details class="more" open={form !== null}>
      <summary>{told ? outcome.change : outcome.form}</summary>
      {problems.length > 0 && <RefusalAlert>{outcome.refused}</RefusalAlert>}
      <form method="post" action={action} class="stack" novalidate>
        <p class="hint">{outcome.lead}</p>
        <input type="hidden" name="assignment" value={assignment.id} />
        {(['start', 'end'] as const).map((field) => (
          <>
            <InstantField
              name={field}
              id={`${prefix}-${field}`}
              label={outcome[field]}
              value={form?.values[field]}
              at={at[field]}
              problems={problems}
            />
            {mayComeTwice(assignment[field]) && (
              <Tick
                name={`${field}-late`}
                id={`${prefix}-${field}-late`}
                value="yes"
                label={outcome[`${field}IsLate`]}
                isChecked={form ? form.values[`${field}-late`] === 'yes' : toWall(at[field]).fold === 1}
              />
            )}
          </>
        ))}
        <InputField
          name="activeMinutes"
          id={`${prefix}-activeMinutes`}
          label={outcome.activeMinutes}
          description={outcome.activeMinutesHelp}
          value={form?.values.activeMinutes ?? number(told?.activeMinutes)}
          problems={problems}
        />
        <InputField
          name="callOuts"
          id={`${prefix}-callOuts`}
          label={outcome.callOuts}
          description={outcome.callOutsHelp}
          value={form?.values.callOuts ?? number(told?.callOuts)}
          problems={problems}
        />
        <SubmitButton>{outcome.save}</SubmitButton>
      </form>
    </details>
  )
}

/** Clocks go back at three in the morning, to two. */
const HOUR_THAT_COMES_TWICE = 2 * 60

/** Whether a time near this one may fall in the hour that comes twice. */
function mayComeTwice(at: Minute): boolean {
  const { date } = toWall(at)
  return [addDays(date, -1), date, addDays(date, 1)].some((day) => isFolded(day, HOUR_THAT_COMES_TWICE))
}
