import type { ReportTable, Trail } from '../../reports/sheet.ts'
import type { ReportHead } from '../../usecases/report-head.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { ReportTableView } from './table-view.tsx'

interface ShareTablesProps {
  readonly head: ReportHead
  readonly tables: readonly ReportTable[]
  readonly trailHref: (trail: Trail) => string
}

/** The municipalities side by side, each figure with the way to its duties. */
export function ShareTables({ head, tables, trailHref }: ShareTablesProps) {
  const { reportShares } = useText()
  return (
    <>
      {tables.map((table) => (
        <ReportTableView table={table} trailHref={trailHref} />
      ))}
      <p class="no-print">
        <a class="ds-link" href={paths.agreement(head.district.id)}>
          {reportShares.key.link}
        </a>
      </p>
    </>
  )
}
