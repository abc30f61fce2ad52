/** What was pasted or read from a file: rows of text as they stand in the sheet, empty cells included. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
}

/** A whole year of days for sixty doctors is a tenth of it. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 400
/** Characters of a sheet: a form carries it back and forth. */
export const MOST_TEXT = 1_000_000

/** Where a cell stands, as spreadsheets call it: the first is A1. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(FIRST_LETTER + (column % LETTERS))
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last
}

/** The column and row of an address such as 'AB12', counted from 0; undefined for what is no address. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (digits === '') return undefined
  const column = [...letters].reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - FIRST_LETTER + 1,
    0,
  )
  return { row: Number(digits) - 1, column: column - 1 }
}

/** The text of a cell without space around it; empty outside the table. */
export function cellAt({ rows }: Table, row: number, column: number): string {
  return (rows[row]?.[column] ?? '').trim()
}

/** Rows without empty ones at the end, and cells without empty ones at the end of each. */
export function trimmed(rows: readonly (readonly string[])[]): Table {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1))
  return { rows: cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1) }
}

const LETTERS = 26
const FIRST_LETTER = 'A'.charCodeAt(0)
