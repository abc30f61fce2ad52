import type { LocalDate } from '../../core/time/local-date.ts'

/** A cell as it is to stand in a spreadsheet: real dates and numbers stay such; null is empty. */
export type OutCell =
  | string
  | number
  | null
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** `time` is HH:MM on the wall. */
  | { readonly kind: 'date-time'; readonly date: LocalDate; readonly time: string }

export interface OutSheet {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly OutCell[])[]
}

export function dateCell(date: LocalDate | null): OutCell {
  return date === null ? null : { kind: 'date', date }
}

/** The cell's text as a CSV file has it. */
export function outText(cell: OutCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'string') return cell
  return cell.kind === 'date' ? cell.date : `${cell.date} ${cell.time}`
}
