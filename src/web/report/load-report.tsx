import type { ReportTable } from '../../reports/sheet.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import type { AskedText } from '../ledger/asked-period.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { ByRule } from './by-rule.tsx'
import { Findings } from './findings.tsx'
import { ReportFrame } from './frame.tsx'
import { ReportTableView } from './table-view.tsx'
import { trailAddress } from './trail-query.ts'

/** Breaches, and what is told without being one. */
const OF_RULES: readonly string[] = ['flags', 'shown']

/** The country's figures of one form of agreement, below those of all. */
const OF_ONE_FORM = 'survey-of-'

function Folded({ table }: { table: ReportTable }) {
  return (
    <details class="rule">
      <summary>{table.title}</summary>
      <ReportTableView table={table} naming="label" />
    </details>
  )
}

/** What one municipality's own doctors carry: first in sentences, then in tables in the order in which they matter. */
export function LoadReport({ value, asked }: { value: LoadReportValue; asked: AskedText }) {
  const { agreement } = useText()
  const { head, findings, tables } = value
  return (
    <ReportFrame head={head} tab="overview" asked={asked}>
      <Findings head={head} findings={findings} />
      {tables.map((table) => {
        if (OF_RULES.includes(table.id)) return <ByRule table={table} />
        if (table.id.startsWith(OF_ONE_FORM)) return <Folded table={table} />
        return <ReportTableView table={table} trailHref={(trail) => trailAddress(head, trail)} />
      })}
      {head.isDistricts && (
        <p class="no-print">
          <a class="ds-link" href={paths.agreement(head.district.id)}>
            {agreement.link}
          </a>
        </p>
      )}
    </ReportFrame>
  )
}
