import type { LocalDate } from '../core/time/local-date.ts'

/** What a column holds: how a cell is drawn on the page, typed in a workbook and written in a file. */
export type ColumnKind = 'text' | 'date' | 'number' | 'hours' | 'percent' | 'kroner'

/** One value of a table. What is not known and what may not be shown are told apart, and neither is ever 0. */
export type ReportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'number'; readonly value: number }
  /** Clock or weighted minutes; files write hours. */
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** 0–1; files and pages write percent. */
  | { readonly kind: 'share'; readonly share: number }
  /** A hundredth of a krone. */
  | { readonly kind: 'øre'; readonly øre: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-known' }
  /** Too few persons stand behind it. */
  | { readonly kind: 'hidden' }

export interface ReportColumn {
  /** Of the JSON file: English, and the same in every language of the page. */
  readonly id: string
  readonly head: string
  readonly kind: ColumnKind
}

export interface ReportRow {
  readonly kind: 'row' | 'sum'
  /** As many as there are columns; the first is the row's head. */
  readonly cells: readonly ReportCell[]
  /** Where the duties behind a cell are listed, by the id of its column; what stands in no duty has none. */
  readonly trails?: Readonly<Record<string, Trail>>
}

/** Which duties of the period a figure is made of; left out = whatever they are. */
export interface Trail {
  readonly personId?: string
  /** The municipality whose place a duty was held in, or whose doctor held it; null for nobody's. */
  readonly municipality?: string | null
  /** Duties of doctors on the dates when they were this municipality's own, and not the reader's. */
  readonly doctorsOf?: string
  readonly form?: 'home' | 'on-site' | 'backup'
  readonly only?: 'nights' | 'weekends' | 'public-holidays' | 'open'
}

/** One table of a report. It is made once, and page, print, CSV, XLSX and JSON are drawn from it, so that they cannot differ. */
export interface ReportTable {
  /** Of its sheet, its file and its place on the page. */
  readonly id: string
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  /** Sentences that must be read with the figures: what they are, where they come from, why some are not shown. */
  readonly notes: readonly string[]
}
