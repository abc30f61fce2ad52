import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

type Report = LoadReportValue['report']
type Load = Report['sum']

/** Own doctors by name, their sum, and all others as one row. */
export function LoadTable({ value }: { value: LoadReportValue }) {
  const { people, report: words } = useText()
  const { report } = value
  const { columns } = words
  const heads = [
    columns.doctor,
    columns.form,
    columns.home,
    columns.onSite,
    columns.backup,
    columns.duty,
    columns.weighted,
    columns.duties,
    columns.nights,
    columns.weekends,
    columns.publicHolidays,
    columns.surgery,
    columns.tasks,
    columns.meanTotal,
  ]
  return (
    <Scroll label={people.report.title}>
      <table class="ds-table numbers">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" class={head === columns.form ? 'words' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.doctors.map((doctor) => (
            <Row
              name={doctor.name}
              form={words.formName(doctor.form)}
              load={doctor.load}
              mean={doctor.meanTotalMinutes}
            />
          ))}
        </tbody>
        <tfoot>
          <Row name={words.sum} form="" load={report.sum} mean={undefined} />
          <Others others={report.others} />
        </tfoot>
      </table>
    </Scroll>
  )
}

interface RowProps {
  readonly name: string
  readonly form: string
  readonly load: Load
  /** Undefined where a mean has no meaning. */
  readonly mean: number | null | undefined
}

function Row({ name, form, load, mean }: RowProps) {
  const { format, report } = useText()
  const orUnknown = (minutes: number | null) => (minutes === null ? report.notKnown : format.hours(minutes))
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="words">{form}</td>
      <Counted load={load} />
      <td>{orUnknown(load.surgeryMinutes)}</td>
      <td>{format.hours(load.taskMinutes)}</td>
      <td>{mean === undefined ? '–' : orUnknown(mean)}</td>
    </tr>
  )
}

function Others({ others }: { others: Report['others'] }) {
  const { format, report } = useText()
  const { meanTotal } = others
  const mean = {
    suppressed: report.suppressed,
    'not-known': report.notKnown,
    known: meanTotal.kind === 'known' ? format.hours(meanTotal.minutes) : '',
  }
  return (
    <tr>
      <th scope="row">{report.others(others.doctors)}</th>
      <td />
      <Counted load={others.load} />
      <td>–</td>
      <td>–</td>
      <td>{mean[meanTotal.kind]}</td>
    </tr>
  )
}

/** What the published rota shows, and anybody may count. */
function Counted({ load }: { load: Omit<Load, 'surgeryMinutes' | 'taskMinutes' | 'totalMinutes'> }) {
  const { format } = useText()
  return (
    <>
      {DUTY_FORMS.map((form) => (
        <td>{format.hours(load.minutes[form])}</td>
      ))}
      <td>{format.hours(load.dutyMinutes)}</td>
      <td>{format.hours(load.weightedMinutes)}</td>
      <td>{format.number(load.duties)}</td>
      <td>{format.number(load.nights)}</td>
      <td>{format.number(load.weekends)}</td>
      <td>{format.number(load.publicHolidays)}</td>
    </>
  )
}
