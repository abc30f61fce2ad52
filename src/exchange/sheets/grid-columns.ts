import { visible } from '../../text/plain-text.ts'
import { WEEK_HEAD } from '../../text/sheet-words.ts'
import type { DatedSheet } from './date-axis.ts'
import { readWeekday } from './head-date.ts'
import { isOtherHead, type LineTarget } from './line-heads.ts'
import type { FoundName } from './names.ts'
import type { RotaChoices, UnknownColumn } from './rota-table.ts'

/** What one column of a grid holds, dates down. */
export type GridColumn =
  | { readonly kind: 'lines'; readonly column: number; readonly targets: readonly LineTarget[] }
  | { readonly kind: 'doctor'; readonly column: number; readonly text: string; readonly address: string }

export interface GridColumns {
  readonly columns: readonly GridColumn[]
  readonly unknown: readonly UnknownColumn[]
  /** The column that says each date's weekday. */
  readonly weekdays: number | null
}

export interface HeadFinders {
  readonly lines: (text: string) => readonly LineTarget[] | undefined
  readonly names: (text: string) => FoundName
  /** What the sheet is about where its columns do not say: by its name, or the only line there is. */
  readonly ownLine: readonly LineTarget[] | undefined
}

/** Tells the columns by their headings, which stand in the row above the dates that names the most lines or doctors. */
export function gridColumns(
  sheet: DatedSheet,
  { lines, names, ownLine }: HeadFinders,
  choices: RotaChoices,
): GridColumns {
  const filled = filledColumns(sheet)
  const weekdays =
    filled.find((column) => cellsIn(sheet, column).every((text) => readWeekday(text) !== undefined)) ?? null
  const isTold = (column: number) =>
    column !== weekdays && !cellsIn(sheet, column).every((text) => WEEK_HEAD.test(text.toLowerCase()))
  const told = filled.filter(isTold)
  const isDoctor = (text: string) => names(text).kind === 'found' || names(text).kind === 'several'
  const heads = headRow(sheet, told, (text) => lines(text) !== undefined || isDoctor(text))
  const headOf = (column: number) => (heads === null ? '' : (sheet.rows[heads]?.[column] ?? '').trim())
  const lineHeads = told.filter((column) => lines(headOf(column)))
  const doctorHeads = told.filter((column) => isDoctor(headOf(column)))
  const areDoctors = doctorHeads.length > lineHeads.length
  const columns: GridColumn[] = []
  const unknown: UnknownColumn[] = []
  for (const column of told) {
    const text = headOf(column)
    const key = sheet.address(heads ?? firstDated(sheet), column)
    const chosen = choices.columns.get(key)
    if (chosen === null) continue
    if (chosen)
      columns.push({ kind: 'lines', column, targets: chosen.map((lineId) => ({ lineId, duty: null })) })
    else if (areDoctors && isDoctor(text)) columns.push({ kind: 'doctor', column, text, address: key })
    else if (!areDoctors && lines(text)) columns.push({ kind: 'lines', column, targets: lines(text) ?? [] })
    else if (isOtherHead(text)) continue
    else if (ownLine && told.filter((other) => !isOtherHead(headOf(other))).length === 1)
      columns.push({ kind: 'lines', column, targets: ownLine })
    else unknown.push({ key, text: visible(text) })
  }
  return { columns, unknown, weekdays }
}

/** Columns that say something on some date. */
function filledColumns({ rows, dates, dateColumn }: DatedSheet): number[] {
  const filled = new Set<number>()
  for (const row of dates.keys())
    rows[row]?.forEach((text, column) => {
      if (column !== dateColumn && text.trim() !== '') filled.add(column)
    })
  return [...filled].sort((a, b) => a - b)
}

function cellsIn({ rows, dates }: DatedSheet, column: number): string[] {
  return [...dates.keys()].map((row) => (rows[row]?.[column] ?? '').trim()).filter((text) => text !== '')
}

function firstDated({ dates }: DatedSheet): number {
  return dates.keys().next().value ?? 0
}

/** Null when nothing stands above the first date. */
function headRow(
  sheet: DatedSheet,
  columns: readonly number[],
  isHead: (text: string) => boolean,
): number | null {
  const above = Array.from({ length: firstDated(sheet) }, (_, row) => row).reverse()
  const count = (row: number, fits: (text: string) => boolean) =>
    columns.filter((column) => fits((sheet.rows[row]?.[column] ?? '').trim())).length
  const best = above.reduce<number | null>(
    (found, row) => (count(row, isHead) > (found === null ? 0 : count(found, isHead)) ? row : found),
    null,
  )
  return best ?? above.find((row) => count(row, (text) => text !== '') > 0) ?? null
}
