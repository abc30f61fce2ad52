import type { MyReport, MyReportsValue } from '../../usecases/show-my-reports.ts'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { PeriodForm } from '../ledger/period-form.tsx'
import { periodName } from '../ledger/period-name.ts'
import { paths } from '../paths.ts'
import { ByRule } from '../report/by-rule.tsx'
import { OverTimeView } from '../report/pictures/over-time-view.tsx'
import { ReportTableView } from '../report/table-view.tsx'
import { unbroken } from '../report/unbroken.ts'
import { useText } from '../text-context.ts'

/** What each municipality reads of the doctor, what it does not get, and when it was opened. */
export function MyReports({ value }: { value: MyReportsValue }) {
  const text = useText()
  const { mine } = text.reportPages
  const { period, kinds, reports, payrolls } = value
  return (
    <div class="report">
      <PageHeading title={mine.title}>{period && <span>{periodName(period, text)}</span>}</PageHeading>
      <p class="lead">{mine.lead}</p>
      {period && <PeriodForm action={paths.myReports} period={period} kinds={kinds} />}
      {reports.length === 0 && <Empty>{mine.none}</Empty>}
      {reports.map((report) => (
        <Report report={report} />
      ))}
      {payrolls.map(({ district, openings }) => (
        <section>
          <Heading>{mine.payroll(district.name)}</Heading>
          <p>{mine.payrollOpened}</p>
          <OpeningList openings={openings} />
        </section>
      ))}
      <section>
        <Heading>{mine.notSentTitle}</Heading>
        <ul>
          {mine.notSent.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Report({ report }: { report: MyReport }) {
  const text = unbroken(useText())
  const { mine } = text.reportPages
  const { district, municipality, period, rows, worst, duties, overTime } = report
  const isIn = rows.length > 0 || overTime.doctors.length > 0
  return (
    <section class="my-report">
      <Heading>{mine.to(municipality.name, district.name)}</Heading>
      <p class="hint">{text.format.dateRange(period)}</p>
      {!isIn && <Empty>{mine.notIn(municipality.name)}</Empty>}
      {worst && (
        <p>
          {(worst.isTotal ? mine.worst : mine.worstDuty)(
            text.format.week(worst.week),
            text.format.hours(worst.minutes),
          )}
        </p>
      )}
      {rows.map((table) =>
        table.columns.some(({ id }) => id === 'rule') ? (
          <ByRule table={{ ...table, id: `${district.id}-${municipality.number}-${table.id}` }} />
        ) : (
          <ReportTableView table={table} naming="caption" />
        ),
      )}
      {duties && (
        <details class="more">
          <summary>{mine.duties}</summary>
          <ReportTableView table={duties} naming="caption" />
        </details>
      )}
      {overTime.doctors.length > 0 && (
        <details class="more">
          <summary>{mine.weeks}</summary>
          <OverTimeView value={overTime} tables={report.tables} />
        </details>
      )}
      <Openings report={report} />
    </section>
  )
}

function Openings({ report: { openings } }: { report: MyReport }) {
  const { mine } = useText().reportPages
  if (openings.length === 0) return <p>{mine.neverOpened}</p>
  return (
    <>
      <p>{mine.opened}</p>
      <OpeningList openings={openings} />
    </>
  )
}

function OpeningList({ openings }: Pick<MyReport, 'openings'>) {
  const { format, reportPages, words } = useText()
  return (
    <ul>
      {openings.map(({ at, role, dates }) => (
        <li>{reportPages.mine.opening(format.dateTime(at), words.roles[role], format.dateRange(dates))}</li>
      ))}
    </ul>
  )
}
