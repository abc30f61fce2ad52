import type { ReportRow, ReportTable } from '../../reports/sheet.ts'
import { Heading } from '../heading.tsx'
import { ReportTableView } from './table-view.tsx'

/** A rule with more rows than this starts folded. */
const FEW = 5

/** A table of breaches rule by rule, the rule with most first: a page that is read in a minute has no room for each. */
export function ByRule({ table }: { table: ReportTable }) {
  const column = table.columns.findIndex(({ id }) => id === 'rule')
  if (table.rows.length <= FEW || column < 0) return <ReportTableView table={table} />
  const ruleOf = ({ cells }: ReportRow) => {
    const cell = cells[column]
    return cell?.kind === 'text' ? cell.text : ''
  }
  const rules = [...Map.groupBy(table.rows, ruleOf)].sort(([, a], [, b]) => b.length - a.length)
  return (
    <section id={table.id}>
      <Heading>{table.title}</Heading>
      {table.notes.map((note) => (
        <p class="hint">{note}</p>
      ))}
      {rules.map(([rule, rows], index) => (
        <details class="rule" open={rows.length <= FEW}>
          <summary>{`${rule} (${rows.length})`}</summary>
          <ReportTableView
            table={ofOneRule(
              { ...table, id: `${table.id}-${index + 1}`, title: rule, rows, notes: [] },
              column,
            )}
            naming="label"
          />
        </details>
      ))}
    </section>
  )
}

/** Without the rule, which stands above it, and without columns that say nothing in any row. */
function ofOneRule(table: ReportTable, rule: number): ReportTable {
  const isKept = (index: number) =>
    index !== rule && table.rows.some(({ cells }) => cells[index]?.kind !== 'empty')
  return {
    ...table,
    columns: table.columns.filter((_, index) => isKept(index)),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isKept(index)) })),
  }
}
