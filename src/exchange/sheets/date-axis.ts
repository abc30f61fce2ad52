import { addressOf, type Table } from '../table.ts'
import { type HeadDate, readHeadDate, readSheetMonth, type SheetMonth } from './head-date.ts'

/** A sheet with its dates down, whichever way it lies: `address` tells where a cell stands in the sheet itself. */
export interface DatedSheet {
  readonly rows: readonly (readonly string[])[]
  readonly dateColumn: number
  /** By row. */
  readonly dates: ReadonlyMap<number, HeadDate>
  address(row: number, column: number): string
}

/** The column or row with the most dates, the sheet turned so that they stand below each other; undefined when there is none. */
export function datedSheet(table: Table, sheetName: string): DatedSheet | undefined {
  const month = sheetMonth(table, sheetName)
  const down = axisOf(table.rows, month)
  const turned = transposed(table.rows)
  const across = axisOf(turned, month)
  if (!down && !across) return undefined
  if (down && (!across || down.dates.size >= across.dates.size))
    return { ...down, rows: table.rows, address: (row, column) => addressOf(row, column) }
  return across && { ...across, rows: turned, address: (row, column) => addressOf(column, row) }
}

function axisOf(
  rows: DatedSheet['rows'],
  month: SheetMonth | null,
): Pick<DatedSheet, 'dateColumn' | 'dates'> | undefined {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  let best: { dateColumn: number; dates: Map<number, HeadDate> } | undefined
  for (let column = 0; column < columns; column++) {
    const dates = new Map<number, HeadDate>()
    rows.forEach((row, index) => {
      const date = readHeadDate(row[column] ?? '', month)
      if (date) dates.set(index, date)
    })
    if (dates.size > (best?.dates.size ?? 0)) best = { dateColumn: column, dates }
  }
  return best
}

/** From the sheet's name, else from its first rows. */
function sheetMonth({ rows }: Table, sheetName: string): SheetMonth | null {
  const headings = rows.slice(0, HEADING_ROWS).flatMap((row) => row.slice(0, HEADING_ROWS))
  for (const text of [sheetName, ...headings]) {
    const month = text === '' ? undefined : readSheetMonth(text)
    if (month) return month
  }
  return null
}

const HEADING_ROWS = 6

function transposed(rows: DatedSheet['rows']): string[][] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: columns }, (_, column) => rows.map((row) => row[column] ?? ''))
}
