import { toCsvFile } from '../exchange/sheets/csv-file.ts'
import type { OutCell, OutSheet } from '../exchange/sheets/out-table.ts'
import { toXlsxFile } from '../exchange/sheets/xlsx-file.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '../reports/sheet.ts'
import type { Text } from '../text/text.ts'

export const REPORT_FORMS = ['csv', 'xlsx', 'json'] as const
export type ReportForm = (typeof REPORT_FORMS)[number]

/** What a file is, and of what. */
interface ReportAbout {
  /** In the reader's language. */
  readonly title: string
  /** By keys of the JSON file. */
  readonly facts: Readonly<Record<string, string>>
}

/**
 * The tables of a report as a file: a workbook has a sheet for each; a CSV file has them below each other, each under its
 * title, with an empty row between; JSON has them by their ids, which are the same in every language. What the file is, and of
 * what, stands in a workbook and in JSON, since names of files are soon lost.
 */
export async function reportFile(
  tables: readonly ReportTable[],
  form: ReportForm,
  about: ReportAbout,
  text: Text,
): Promise<Uint8Array<ArrayBuffer>> {
  if (form === 'xlsx')
    return toXlsxFile(...tables.map((table) => ({ ...toSheet(table, text, 'xlsx'), about: about.title })))
  return encoded(form === 'csv' ? toCsv(tables, text) : toJson(tables, about.facts))
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

function toCsv(tables: readonly ReportTable[], text: Text): string {
  const parts = tables.map((table) => {
    const { heads, rows, notes = [] } = toSheet(table, text, 'csv')
    return [[table.title], heads, ...rows, ...notes.map((note) => [note])]
  })
  const [first = [], ...rest] = parts.flatMap((rows, index) => (index === 0 ? rows : [[], ...rows]))
  return toCsvFile({ name: '', heads: first as string[], rows: rest })
}

function toSheet(table: ReportTable, text: Text, form: 'csv' | 'xlsx'): OutSheet {
  const { columns, rows, notes, title } = table
  return {
    name: title,
    heads: columns.map((column) => headOf(column, text, form)),
    rows: rows.map(({ cells }) => columns.map((_, index) => toOut(cells[index] ?? EMPTY, text))),
    notes,
  }
}

const EMPTY: ReportCell = { kind: 'empty' }

/** With the unit, which stands in no cell; a workbook writes percent by itself. */
function headOf({ head, kind }: ReportColumn, { reportFiles: files }: Text, form: 'csv' | 'xlsx'): string {
  if (kind === 'hours') return files.inHours(head)
  if (kind === 'kroner') return files.inKroner(head)
  return kind === 'percent' && form === 'csv' ? files.inPercent(head) : head
}

function toOut(cell: ReportCell, { reportPages: { cells } }: Text): OutCell {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return cell
    case 'number':
      return cell.value
    case 'minutes':
      return { kind: 'hours', minutes: cell.minutes }
    case 'share':
      return { kind: 'percent', share: cell.share }
    case 'øre':
      return { kind: 'kroner', øre: cell.øre }
    case 'empty':
      return null
    case 'not-known':
      return cells.notKnown
    case 'hidden':
      return cells.hidden
  }
}

/** Raised when a reader of the last one would read a newer one wrongly. */
const JSON_VERSION = 1

function toJson(tables: readonly ReportTable[], about: Readonly<Record<string, string>>): string {
  const own = tables.map(({ id, title, columns, rows, notes }) => ({
    id,
    title,
    columns: columns.map(({ id, head, kind }) => ({ id, head, unit: UNITS[kind] })),
    rows: rows.map((row) => toJsonRow(row, columns)),
    notes,
  }))
  return `${JSON.stringify({ version: JSON_VERSION, ...about, tables: own }, null, 1)}\n`
}

/** What a number in a column counts. */
const UNITS = {
  text: 'text',
  date: 'date',
  number: 'number',
  hours: 'minutes',
  percent: 'share',
  kroner: 'øre',
} as const satisfies Record<ReportColumn['kind'], string>

/** Null is nothing to tell; what is not known or may not be shown says so. */
function toJsonRow({ kind, cells }: ReportRow, columns: readonly ReportColumn[]) {
  const values = columns.map(({ id }, index) => [id, toJsonValue(cells[index] ?? EMPTY)] as const)
  return { kind, cells: Object.fromEntries(values) }
}

function toJsonValue(
  cell: ReportCell,
): string | number | null | { readonly missing: 'not-known' | 'hidden' } {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return cell.date
    case 'number':
      return cell.value
    case 'minutes':
      return cell.minutes
    case 'share':
      return cell.share
    case 'øre':
      return cell.øre
    case 'empty':
      return null
    case 'not-known':
    case 'hidden':
      return { missing: cell.kind }
  }
}
