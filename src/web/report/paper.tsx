import type { ReportPrintValue } from '../../usecases/show-report-print.ts'
import { PageHeading } from '../heading.tsx'
import type { AskedText } from '../ledger/asked-period.ts'
import { periodName } from '../ledger/period-name.ts'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Findings } from './findings.tsx'
import { queryOf, Unread } from './frame.tsx'
import { OverTimeView } from './pictures/over-time-view.tsx'
import { ReportTableView } from './table-view.tsx'

export type Sheet = 'landscape' | 'portrait'

interface PaperProps {
  readonly value: ReportPrintValue
  readonly sheet: Sheet
  /** As the address has them. */
  readonly asked: AskedText
}

/** What a picture draws stands on paper once, as the picture. */
const DRAWN: readonly string[] = [
  'weeks',
  'week-distribution',
  'weekends',
  'week-totals',
  'week-duty',
  'balance-hours',
  'balance-counts',
]

/** The whole report for A4: whose it is and of when at the head of every sheet, and when it was made at the foot. */
export function ReportPaper({ value, sheet, asked }: PaperProps) {
  const text = useText()
  const { format, people, reportPages } = text
  const { head, tables, overTime, madeAt } = value
  const title = people.report.of(head.municipality.name)
  const period = periodName(head.period, text)
  return (
    <>
      <div class="no-print">
        <PageHeading title={title}>
          <span>{period}</span>
        </PageHeading>
        <p class="lead">{reportPages.paper.lead}</p>
        <Unread period={head.period} asked={asked} />
        <Choices value={value} sheet={sheet} />
      </div>
      <section class={`sheet report-paper ${sheet}`} aria-label={title}>
        <table role="presentation">
          <thead>
            <tr>
              <td class="sheet-head">
                <b>{title}</b>
                {`, ${period}. ${reportPages.frame.about(head.district.name, format.dateRange(head.period))}`}
              </td>
            </tr>
          </thead>
          <tfoot>
            <tr>
              <td class="sheet-foot">{reportPages.paper.made(format.dateTime(madeAt))}</td>
            </tr>
          </tfoot>
          <tbody>
            <tr>
              <td>
                <Findings head={head} findings={value.findings} />
                {tables
                  .filter(({ id }) => !DRAWN.includes(id))
                  .map((table) => (
                    <ReportTableView table={table} />
                  ))}
                <OverTimeView value={overTime} tables={[]} />
              </td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  )
}

function Choices({ value, sheet }: Pick<PaperProps, 'value' | 'sheet'>) {
  const { reportPages } = useText()
  const head = value.head
  const { district, municipality } = head
  const other = sheet === 'landscape' ? 'portrait' : 'landscape'
  return (
    <ul class="in-row">
      <li>
        <a
          class="ds-link"
          href={withQuery(paths.printReport(district.id, municipality.number), {
            ...queryOf(head),
            sheet: other,
          })}
        >
          {reportPages.paper.turn[other]}
        </a>
      </li>
      <li>
        <a
          class="ds-link"
          href={withQuery(paths.loadReport(district.id, municipality.number), queryOf(head))}
        >
          {reportPages.paper.back}
        </a>
      </li>
    </ul>
  )
}
