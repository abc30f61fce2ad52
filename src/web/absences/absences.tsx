import { hasLeft } from '../../core/plans/doctor-end.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { addDays, type LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { EnteredUnavailability } from '../../usecases/enter-unavailability.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { AbsencesValue } from '../../usecases/show-absences.ts'
import { DutiesReached } from '../exemptions/duty-lists.tsx'
import { InputField, Problems, SelectField, SubmitButton } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { type AwayWeek, awayIn } from './away-weeks.ts'

export interface AbsenceForm {
  readonly doctor: string
  readonly from: string
  readonly to: string
  readonly certainFrom: string
}

interface AbsencesProps {
  readonly value: AbsencesValue
  readonly form: AbsenceForm
  readonly problems: readonly FieldProblem[]
  /** Published duties that the absence would reach; null before it was looked over. */
  readonly duties: EnteredUnavailability['duties'] | null
}

export const WEEK_CHOICES = [5, 13, 26] as const

/** Doctors down, weeks across: who is away, and a form to enter more. */
export function Absences(props: AbsencesProps) {
  const { absences, overview } = useText().setup
  const { exemptions } = useText()
  const { away } = exemptions
  const { value, problems } = props
  const labels = { doctor: absences.doctor, from: away.from, to: away.to, certainFrom: away.certainFrom }
  return (
    <>
      <PageHeading title={absences.title} />
      <p class="lead">{absences.lead}</p>
      <Problems problems={problems} labels={labels} />
      {props.duties && <EnterForm {...props} />}
      <PeriodForm value={value} />
      {value.district.doctors.length === 0 ? <p>{overview.noDoctors}</p> : <Picture value={value} />}
      {!props.duties && <EnterForm {...props} />}
    </>
  )
}

function PeriodForm({ value: { district, weeks } }: { value: AbsencesValue }) {
  const { absences } = useText().setup
  const first = weeks[0] ?? ''
  const length = weeks.length
  const at = (from: LocalDate) => withQuery(paths.absences(district.id), { from, weeks: length })
  const names = { 5: absences.month, 13: absences.quarter, 26: absences.half } as const
  return (
    <form method="get" action={paths.absences(district.id)} class="in-row filter">
      <InputField
        name="from"
        id="f-show-from"
        type="date"
        label={absences.period}
        value={first}
        problems={[]}
      />
      <SelectField
        name="weeks"
        label={absences.weeks}
        value={String(length)}
        options={WEEK_CHOICES.map((weeksShown) => [String(weeksShown), names[weeksShown]] as const)}
        problems={[]}
      />
      <SubmitButton variant="secondary">{absences.show}</SubmitButton>
      <a class="ds-link" href={at(addDays(first, -7 * length))}>
        {absences.previous}
      </a>
      <a class="ds-link" href={at(addDays(first, 7 * length))}>
        {absences.next}
      </a>
    </form>
  )
}

function Picture({ value }: { value: AbsencesValue }) {
  const text = useText()
  const { format, setup } = text
  const { absences } = setup
  const { district, weeks, today } = value
  const last = addDays(weeks.at(-1) ?? today, 7)
  const doctors = district.doctors.filter((doctor) => !hasLeft(doctor, weeks[0] ?? today))
  const marks = doctors.map((doctor) => ({ doctor, weeks: weeks.map((monday) => awayIn(doctor, monday)) }))
  return (
    <section>
      <Heading>{format.dateRange({ from: weeks[0] ?? today, to: last })}</Heading>
      <p class="hint">{absences.legend}</p>
      {marks.every((row) => row.weeks.every(({ kind }) => kind === 'here')) && <p>{absences.none}</p>}
      <Scroll label={absences.title}>
        <table class="away-weeks">
          <thead>
            <tr>
              <th scope="col">{absences.doctor}</th>
              {weeks.map((monday) => (
                <th scope="col" title={format.shortDate(monday)}>
                  <abbr title={format.shortWeek(isoWeekOf(monday))}>
                    {Number(isoWeekOf(monday).slice(6))}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {marks.map((row) => (
              <tr>
                <th scope="row">
                  <a class="ds-link" href={paths.unavailable(district.id, row.doctor.personId)}>
                    {nameOf(value, row.doctor)}
                  </a>
                </th>
                {row.weeks.map((week) => (
                  <td>{week.kind !== 'here' && <Mark week={week} text={text} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{absences.total}</th>
              {weeks.map((_, index) => (
                <td>{marks.filter((row) => AWAY.has(row.weeks[index]?.kind ?? 'here')).length || ''}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </section>
  )
}

const AWAY: ReadonlySet<AwayWeek['kind']> = new Set(['all', 'part'])

function Mark({ week, text }: { week: Exclude<AwayWeek, { kind: 'here' }>; text: Text }) {
  const { absences } = text.setup
  const words = week.kind === 'part' ? absences.part(week.days) : absences[week.kind]
  return <span class={`away-mark ${week.kind}`} role="img" aria-label={words} title={words} />
}

function nameOf({ district }: AbsencesValue, doctor: Doctor): string {
  return district.persons.find(({ id }) => id === doctor.personId)?.name ?? doctor.initials
}

function EnterForm({ value, form, problems, duties }: AbsencesProps) {
  const { exemptions, setup, pages } = useText()
  const { absences } = setup
  const { away } = exemptions
  const { district, weeks } = value
  const doctors = district.doctors.map((doctor) => [doctor.personId, nameOf(value, doctor)] as const)
  return (
    <section class="narrow-column">
      <Heading>{duties ? away.lookOver : absences.add}</Heading>
      <p class="hint">{absences.addLead}</p>
      <form method="post" action={paths.absences(district.id)} class="stack" novalidate>
        <input type="hidden" name="show" value={weeks[0] ?? ''} />
        <input type="hidden" name="weeks" value={String(weeks.length)} />
        <input type="hidden" name="seen" value={duties ? seenOf(form) : ''} />
        <SelectField
          name="doctor"
          label={absences.doctor}
          value={form.doctor}
          options={[['', pages.form.choose], ...doctors]}
          problems={problems}
        />
        <div class="side-by-side">
          <InputField name="from" type="date" label={away.from} value={form.from} problems={problems} />
          <InputField
            name="to"
            type="date"
            label={away.to}
            description={away.toHelp}
            value={form.to}
            problems={problems}
          />
        </div>
        <InputField
          name="certainFrom"
          type="date"
          label={away.certainFrom}
          description={away.certainFromHelp}
          value={form.certainFrom}
          problems={problems}
        />
        {duties && <DutiesReached duties={duties} mayAmend />}
        <SubmitButton>{duties ? absences.confirm : absences.save}</SubmitButton>
      </form>
    </section>
  )
}

/** What was looked over: other dates are shown again before they are stored. */
export function seenOf({ doctor, from, to, certainFrom }: AbsenceForm): string {
  return [doctor, from, to, certainFrom].join(' ')
}
