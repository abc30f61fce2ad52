import type { LocalDate } from '../../core/time/local-date.ts'
import type { ReportCell, ReportColumn, ReportRow, Trail } from '../sheet.ts'

export function column(id: string, head: string, kind: ReportColumn['kind']): ReportColumn {
  return { id, head, kind }
}

export function words(text: string): ReportCell {
  return { kind: 'text', text }
}

/** Counts, of which a part of a duty is a part: to a hundredth, so that files say no more than the page. */
export function number(value: number): ReportCell {
  return { kind: 'number', value: Math.round(value * 100) / 100 }
}

/** Clock or weighted minutes; null is not known. */
export function hours(minutes: number | null): ReportCell {
  return minutes === null ? { kind: 'not-known' } : { kind: 'minutes', minutes }
}

export const EMPTY: ReportCell = { kind: 'empty' }
export const HIDDEN: ReportCell = { kind: 'hidden' }

export function row(cells: readonly ReportCell[], trails?: Readonly<Record<string, Trail>>): ReportRow {
  return { kind: 'row', cells, ...(trails ? { trails } : {}) }
}

export function sumRow(cells: readonly ReportCell[], trails?: Readonly<Record<string, Trail>>): ReportRow {
  return { ...row(cells, trails), kind: 'sum' }
}

export function share(part: number): ReportCell {
  return { kind: 'share', share: part }
}

export function day(date: LocalDate): ReportCell {
  return { kind: 'date', date }
}

export function øre(amount: number): ReportCell {
  return { kind: 'øre', øre: amount }
}

/** The cell of a value, or that it is not known. */
export function known<T>(value: T | null, cell: (value: T) => ReportCell): ReportCell {
  return value === null ? { kind: 'not-known' } : cell(value)
}
