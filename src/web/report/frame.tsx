import type { Child } from 'hono/jsx'
import { PERIOD_KINDS, type PeriodKind } from '../../core/ledger/period.ts'
import type { Text } from '../../text/text.ts'
import { isPlanDate } from '../../usecases/plan-dates.ts'
import type { ReportHead } from '../../usecases/report-head.ts'
import { PageHeading } from '../heading.tsx'
import type { AskedText } from '../ledger/asked-period.ts'
import { PeriodForm } from '../ledger/period-form.tsx'
import { periodName } from '../ledger/period-name.ts'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { FileLinks } from './file-links.tsx'

export type ReportTab = 'overview' | 'time' | 'shares' | 'yearly'

const ADDRESSES = {
  overview: paths.loadReport,
  time: paths.reportTime,
  shares: paths.reportShares,
  yearly: paths.reportYearly,
} as const

const TABS: readonly ReportTab[] = ['overview', 'time', 'shares', 'yearly']

/** 'Belastningsrapport for Vik: over tid'. */
export function reportTitle({ municipality }: ReportHead, tab: ReportTab, text: Text): string {
  const title = text.people.report.of(municipality.name)
  return tab === 'overview' ? title : text.reportPages.frame.titleOf(title, text.reportPages.frame.tab[tab])
}

interface ReportFrameProps {
  readonly head: ReportHead
  readonly tab: ReportTab
  /** As the address has them. */
  readonly asked: AskedText
  readonly children: Child
}

/** A page of a load report: its municipality and period, the way to its other parts, and the report as a file or on paper. */
export function ReportFrame({ head, tab, asked, children }: ReportFrameProps) {
  const text = useText()
  const { format, people, reportPages } = text
  const { district, municipality, period, kinds } = head
  return (
    <div class="report">
      <PageHeading title={people.report.of(municipality.name)}>
        <span>{periodName(period, text)}</span>
      </PageHeading>
      <p class="lead">{reportPages.frame.about(district.name, format.dateRange(period))}</p>
      <PeriodForm action={ADDRESSES[tab](district.id, municipality.number)} period={period} kinds={kinds} />
      <Unread period={head.period} asked={asked} />
      <Tabs head={head} tab={tab} />
      {children}
      <FileLinks
        printHref={withQuery(paths.printReport(district.id, municipality.number), queryOf(head))}
        hrefOf={(form) =>
          withQuery(paths.reportFile(district.id, municipality.number, `report.${form}`), queryOf(head))
        }
      />
    </div>
  )
}

/** What is shown where there is no plan: in a report, and in hours for pay. */
const INSTEAD_OF_PLAN: readonly PeriodKind[] = ['quarter', 'month']

/** No more of it than can be read. */
const LONGEST_TOLD = 30

interface UnreadProps extends Pick<ReportHead, 'period'> {
  /** As the address has them. */
  readonly asked: AskedText
}

/** What of the address could not be followed, so that another period is shown. */
export function Unread({ period, asked: { kind = '', date = '' } }: UnreadProps) {
  const text = useText()
  const { frame } = text.reportPages
  const isKind = PERIOD_KINDS.some((known) => known === kind)
  const sentences = [
    ...(kind === '' || isKind ? [] : [frame.unreadKind(kind.slice(0, LONGEST_TOLD))]),
    ...(date === '' || isPlanDate(date) ? [] : [frame.unreadDate(date.slice(0, LONGEST_TOLD))]),
    ...(kind === 'plan' && INSTEAD_OF_PLAN.includes(period.kind) ? [frame.noPlan] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <div class="ds-alert" data-color="warning">
      {[...sentences, frame.shows(periodName(period, text))].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  )
}

function Tabs({ head, tab }: Pick<ReportFrameProps, 'head' | 'tab'>) {
  const { frame } = useText().reportPages
  const { district, municipality } = head
  return (
    <nav class="report-tabs no-print" aria-label={frame.tabs}>
      <ul>
        {TABS.map((own) => (
          <li>
            <a
              href={withQuery(ADDRESSES[own](district.id, municipality.number), queryOf(head))}
              aria-current={own === tab ? 'page' : undefined}
            >
              {frame.tab[own]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What every part of a report is asked for with. */
export function queryOf({ period }: Pick<ReportHead, 'period'>): { kind: PeriodKind; date: string } {
  return { kind: period.kind, date: period.from }
}
