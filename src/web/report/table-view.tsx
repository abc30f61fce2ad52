import type { Child } from 'hono/jsx'
import type { ColumnKind, ReportCell, ReportRow, ReportTable, Trail } from '../../reports/sheet.ts'
import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface TableViewProps {
  readonly table: ReportTable
  /** Where the duties behind a figure are listed; left out where nothing leads there, as on paper. */
  readonly trailHref?: ((trail: Trail) => string) | undefined
  /** Where its title stands: under a heading of its own the table has a caption, and below the same words it is only said. */
  readonly naming?: 'heading' | 'caption' | 'label'
}

/** One table of a report as it stands on the page: its notes above, and below it why a figure is missing. */
export function ReportTableView({ table, trailHref, naming = 'heading' }: TableViewProps) {
  if (table.rows.length === 0 && table.notes.length === 0) return null
  return (
    <section class="report-table" id={naming === 'heading' ? table.id : undefined}>
      {naming === 'heading' && <Heading>{table.title}</Heading>}
      {table.notes.map((note) => (
        <p class="hint note">{note}</p>
      ))}
      {table.rows.length > 0 && (
        <Scroll label={table.title}>
          <table class="ds-table numbers" aria-label={naming === 'caption' ? undefined : table.title}>
            {naming === 'caption' && <caption>{table.title}</caption>}
            <Heads table={table} />
            <Rows table={table} kind="row" trailHref={trailHref} />
            <Rows table={table} kind="sum" trailHref={trailHref} />
          </table>
        </Scroll>
      )}
      <Whys table={table} />
    </section>
  )
}

function Heads({ table: { columns } }: { table: ReportTable }) {
  return (
    <thead>
      <tr>
        {columns.map(({ head, kind }) =>
          head === '' ? (
            <td />
          ) : (
            <th scope="col" class={classOf(kind)}>
              {head}
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}

type TrailHref = TableViewProps['trailHref']

interface RowsProps {
  readonly table: ReportTable
  readonly kind: ReportRow['kind']
  readonly trailHref: TrailHref
}

/** Sums stand below all rows, whatever their place. */
function Rows({ table: { columns, rows }, kind, trailHref }: RowsProps) {
  const own = rows.filter((row) => row.kind === kind)
  if (own.length === 0) return null
  const drawn = own.map((row) => (
    <tr>
      {columns.map((column, index) => {
        const cell = row.cells[index] ?? EMPTY
        const trail = row.trails?.[column.id]
        const href = trail && hasDuties(cell) ? trailHref?.(trail) : undefined
        return <Cell cell={cell} isHead={index === 0} kind={column.kind} href={href} />
      })}
    </tr>
  ))
  return kind === 'sum' ? <tfoot>{drawn}</tfoot> : <tbody>{drawn}</tbody>
}

const EMPTY: ReportCell = { kind: 'empty' }

interface CellProps {
  readonly cell: ReportCell
  readonly isHead: boolean
  readonly kind: ColumnKind
  readonly href: string | undefined
}

function Cell({ cell, isHead, kind, href }: CellProps) {
  const text = cellText(cell, useText())
  const shown: Child =
    href === undefined ? (
      text
    ) : (
      <a class="ds-link" href={href}>
        {text}
      </a>
    )
  if (isHead) return <th scope="row">{shown}</th>
  return <td class={hasFigure(cell) ? classOf(kind) : 'missing'}>{shown}</td>
}

/** Words run from the left, figures to the right. */
function classOf(kind: ColumnKind): string | undefined {
  return kind === 'text' ? 'words' : undefined
}

/** Nothing leads on from 0. */
function hasDuties(cell: ReportCell): boolean {
  if (cell.kind === 'number') return cell.value > 0
  return cell.kind === 'minutes' ? cell.minutes > 0 : hasFigure(cell)
}

function hasFigure({ kind }: ReportCell): boolean {
  return kind !== 'hidden' && kind !== 'not-known' && kind !== 'empty'
}

/** A cell as a page writes it. */
export function cellText(cell: ReportCell, { format, reportPages: { cells } }: Text): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return format.dateOnly(cell.date)
    case 'number':
      return format.decimal(cell.value)
    case 'minutes':
      return format.hours(cell.minutes)
    case 'share':
      return format.percent(cell.share)
    case 'øre':
      return cells.kroner(cell.øre)
    case 'empty':
      return ''
    case 'not-known':
      return cells.notKnown
    case 'hidden':
      return cells.hidden
  }
}

/** Why figures are missing, each reason once and only where it is one. */
function Whys({ table: { rows } }: { table: ReportTable }) {
  const { cells } = useText().reportPages
  const kinds = new Set(rows.flatMap((row) => row.cells.map(({ kind }) => kind)))
  return (
    <>
      {kinds.has('hidden') && <p class="hint note">{cells.why(cells.hidden, cells.hiddenWhy)}</p>}
      {kinds.has('not-known') && <p class="hint note">{cells.why(cells.notKnown, cells.notKnownWhy)}</p>}
    </>
  )
}
