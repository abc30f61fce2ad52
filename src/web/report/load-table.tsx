import type { Child } from 'hono/jsx'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

type Report = LoadReportValue['report']
type Load = Report['sum']
type Counts = Report['others']['load']

/** Own doctors by name, their sum, and all others as one row: first what wears, then what it is made of. */
export function LoadTables({ value }: { value: LoadReportValue }) {
  const { people } = useText()
  return (
    <>
      <section>
        <Heading>{people.report.wear}</Heading>
        <Wear report={value.report} />
      </section>
      <section>
        <Heading>{people.report.parts}</Heading>
        <Parts report={value.report} />
      </section>
    </>
  )
}

function Wear({ report }: { report: Report }) {
  const { people, report: words } = useText()
  const { columns } = words
  const heads = [columns.meanTotal, columns.duties, columns.nights, columns.weekends, columns.publicHolidays]
  const forms = [columns.home, columns.onSite, columns.backup]
  return (
    <Table label={people.report.wear} heads={[...heads, ...forms]} wordy={0}>
      <tbody>
        {report.doctors.map((doctor) => (
          <WearRow name={doctor.name} load={doctor.load} mean={<Known minutes={doctor.meanTotalMinutes} />} />
        ))}
      </tbody>
      <tfoot>
        <WearRow name={words.sum} load={report.sum} mean="–" />
        <WearRow
          name={words.others(report.others.doctors)}
          load={report.others.load}
          mean={<OthersMean others={report.others} />}
        />
      </tfoot>
    </Table>
  )
}

/** What the published rota shows, and anybody may count; and the whole week beside it. */
function WearRow({ name, load, mean }: { name: string; load: Counts; mean: Child }) {
  const { format } = useText()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{mean}</td>
      <td>{format.number(load.duties)}</td>
      <td>{format.number(load.nights)}</td>
      <td>{format.number(load.weekends)}</td>
      <td>{format.number(load.publicHolidays)}</td>
      {DUTY_FORMS.map((form) => (
        <td>{format.hours(load.minutes[form])}</td>
      ))}
    </tr>
  )
}

function OthersMean({ others: { meanTotal } }: { others: Report['others'] }) {
  const { report } = useText()
  if (meanTotal.kind === 'suppressed') return <>{report.tooFew}</>
  return <Known minutes={meanTotal.kind === 'known' ? meanTotal.minutes : null} />
}

function Parts({ report }: { report: Report }) {
  const { people, report: words } = useText()
  const { columns } = words
  const heads = [columns.form, columns.duty, columns.weighted, columns.surgery, columns.tasks]
  return (
    <Table label={people.report.parts} heads={heads} wordy={1}>
      <tbody>
        {report.doctors.map((doctor) => (
          <PartsRow
            name={doctor.name}
            form={words.formName(doctor.form)}
            counts={doctor.load}
            own={doctor.load}
          />
        ))}
      </tbody>
      <tfoot>
        <PartsRow name={words.sum} form="" counts={report.sum} own={report.sum} />
        <PartsRow
          name={words.others(report.others.doctors)}
          form=""
          counts={report.others.load}
          own={undefined}
        />
      </tfoot>
    </Table>
  )
}

interface PartsRowProps {
  readonly name: string
  readonly form: string
  readonly counts: Counts
  /** Undefined for other municipalities' doctors, whose surgery is not told. */
  readonly own: Load | undefined
}

function PartsRow({ name, form, counts, own }: PartsRowProps) {
  const { format } = useText()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="words">{form}</td>
      <td>{format.hours(counts.dutyMinutes)}</td>
      <td>{format.hours(counts.weightedMinutes)}</td>
      <td>{own ? <Known minutes={own.surgeryMinutes} /> : '–'}</td>
      <td>{own ? format.hours(own.taskMinutes) : '–'}</td>
    </tr>
  )
}

function Known({ minutes }: { minutes: number | null }) {
  const { format, report } = useText()
  return <>{minutes === null ? report.notKnown : format.hours(minutes)}</>
}

interface TableProps {
  readonly label: string
  /** After the doctor's name. */
  readonly heads: readonly string[]
  /** How many of the first of them hold words. */
  readonly wordy: number
  readonly children?: Child
}

function Table({ label, heads, wordy, children }: TableProps) {
  const { columns } = useText().report
  return (
    <Scroll label={label}>
      <table class="ds-table numbers">
        <thead>
          <tr>
            <th scope="col">{columns.doctor}</th>
            {heads.map((head, index) => (
              <th scope="col" class={index < wordy ? 'words' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </Scroll>
  )
}
