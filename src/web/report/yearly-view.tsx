import type { ReportTable } from '../../reports/sheet.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { ReportTableView } from './table-view.tsx'

interface YearlyViewProps {
  readonly year: number
  readonly tables: readonly ReportTable[]
  readonly statement: string
}

/** What the municipality is asked for by calendar year, and a text to copy. */
export function YearlyView({ year, tables, statement }: YearlyViewProps) {
  const { reportYearly } = useText()
  return (
    <>
      <p class="lead">{reportYearly.title(year)}</p>
      {tables.map((table) => (
        <ReportTableView table={table} />
      ))}
      <section id="statement">
        <Heading id="statement-title">{reportYearly.statement.title}</Heading>
        <p class="hint" id="statement-lead">
          {reportYearly.statement.lead}
        </p>
        <textarea
          class="ds-input statement"
          rows={12}
          readonly
          aria-labelledby="statement-title"
          aria-describedby="statement-lead"
        >
          {statement}
        </textarea>
      </section>
    </>
  )
}
