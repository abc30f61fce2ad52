import type { LocalDate } from '../../core/time/local-date.ts'
import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'

/** A cell as it is to stand in a spreadsheet: real dates and numbers stay such; null is empty. */
export type OutCell =
  | string
  | number
  | null
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** `time` is HH:MM on the wall. */
  | { readonly kind: 'date-time'; readonly date: LocalDate; readonly time: string }
  /** Minutes that the file tells as hours: exact in a workbook, with two decimals elsewhere, which tell every minute apart. */
  | { readonly kind: 'hours'; readonly minutes: number }
  /** 0–1. */
  | { readonly kind: 'percent'; readonly share: number }
  | { readonly kind: 'kroner'; readonly øre: number }

export interface OutSheet {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly OutCell[])[]
  /** Sentences that stand below the rows of a workbook; left out = none. */
  readonly notes?: readonly string[]
  /** What the rows are of: above each printed page of a workbook, and first below the rows; left out = nothing. */
  readonly about?: string
}

export function dateCell(date: LocalDate | null): OutCell {
  return date === null ? null : { kind: 'date', date }
}

/** The cell's text as a CSV file has it. */
export function outText(cell: OutCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'string') return cell
  if (cell.kind === 'date') return cell.date
  if (cell.kind === 'date-time') return `${cell.date} ${cell.time}`
  if (cell.kind === 'hours') return decimal(cell.minutes / MINUTES_PER_HOUR, 2)
  return cell.kind === 'percent' ? decimal(cell.share * 100, 1) : decimal(cell.øre / 100, 2)
}

/** Nothing is below zero that is rounded to it. */
function decimal(value: number, digits: number): string {
  return value
    .toFixed(digits)
    .replace(/^-(?=[0.]+$)/, '')
    .replace('.', ',')
}
