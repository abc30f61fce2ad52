import type { FlagContext } from '../../board/violation-text.ts'
import { isoWeekStart } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { ShownFindings } from '../hours/shown-findings.tsx'
import { WeeksForm } from '../hours/weeks-form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BreachList } from './breach-list.tsx'
import { LoadTables } from './load-table.tsx'
import { Survey } from './survey.tsx'

interface ReportProps {
  readonly value: LoadReportValue
}

/** What one municipality's own doctors carry, equal to the ledger. */
export function LoadReport({ value }: ReportProps) {
  const { agreement, format, people, report: words } = useText()
  const { report } = value
  const [first] = value.weeks
  const last = value.weeks.at(-1)
  const range = first && last ? { from: isoWeekStart(first), to: addDays(isoWeekStart(last), 7) } : null
  const flags = report.doctors.flatMap((doctor) => doctor.flags)
  return (
    <>
      <PageHeading title={people.report.of(value.municipalityName)} />
      <p class="lead">{range && people.report.lead(value.districtName, format.dateRange(range))}</p>
      <WeeksForm
        action={paths.loadReport(value.districtId, value.municipality)}
        weeks={value.weeks}
        kept={{}}
      />
      {report.sum.duties + report.others.load.duties === 0 && <Empty>{people.report.noDuties}</Empty>}
      {report.doctors.length === 0 ? <Empty>{people.report.none}</Empty> : <LoadTables value={value} />}
      <p class="hint">{words.whatHoursAre}</p>
      <p>
        <a class="ds-link" href={paths.agreement(value.districtId)}>
          {agreement.link}
        </a>
      </p>
      {flags.length > 0 && (
        <section id="flags">
          <Heading>{words.columns.flags}</Heading>
          <BreachList breaches={flags} value={{ district: namesIn(value), needs: [] }} />
        </section>
      )}
      <ShownFindings
        violations={report.doctors.flatMap((doctor) => doctor.shown)}
        value={{ district: namesIn(value), needs: [] }}
      />
      <Survey value={value} />
    </>
  )
}

/** The report carries no district: its own doctors are all that its flags name. */
function namesIn({ report }: LoadReportValue): FlagContext['district'] {
  const persons = report.doctors.map(({ personId: id, name }) => ({ ...NOBODY, id, name }))
  return { persons, lines: [], agreement: [] }
}

const NOBODY = { hprNumber: null, birthDate: null, email: null, phone: null }
