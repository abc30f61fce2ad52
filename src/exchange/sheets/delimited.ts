import type { TableFault } from '../../text/table-problem.ts'
import { MOST_COLUMNS, MOST_ROWS, MOST_TEXT, type Table, trimmed } from '../table.ts'
import { guarded, unguarded } from './guarded-cell.ts'

export type Delimiter = '\t' | ';' | ','

export type ReadTable =
  | { readonly kind: 'read'; readonly table: Table }
  | { readonly kind: 'refused'; readonly fault: TableFault }

/** A table from pasted rows or a CSV file (RFC 4180), split by the sign that splits most of its first lines alike. */
export function readDelimited(text: string): ReadTable {
  if (text.length > MOST_TEXT) return refused('too-much-text', String(MOST_TEXT))
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=[;,\t]\r?\n/, '')
  const { rows, isOpen } = split(plain, delimiterOf(plain))
  // A quote that never ends would swallow the rest of the sheet: it is then a sign like any other.
  const table = trimmed(isOpen ? plain.split(LINE_END).map((line) => line.split(delimiterOf(plain))) : rows)
  if (table.rows.length > MOST_ROWS) return refused('too-many-rows', String(MOST_ROWS))
  if (table.rows.some((row) => row.length > MOST_COLUMNS))
    return refused('too-many-columns', String(MOST_COLUMNS))
  return { kind: 'read', table: { rows: table.rows.map((row) => row.map(unguarded)) } }
}

/** The table as tab-separated text, which reads back as the same table. */
export function toTabText({ rows }: Table): string {
  // Without a tab, nothing tells that what else could part cells is part of one.
  const isNarrow = rows.every((row) => row.length < 2)
  const special = isNarrow ? /["\t\r\n;,]|^sep=/ : /["\t\r\n]/
  return rows.map((row) => row.map((cell) => quoted(cell, special)).join('\t')).join('\n')
}

/** A tab anywhere in the first lines is what a spreadsheet puts on the clipboard; else what stands outside quotes most often. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, SNIFFED)
  const outside = head.replace(/"(?:[^"]|"")*"/g, '')
  if (outside.includes('\t')) return '\t'
  const count = (sign: string) => outside.split(sign).length
  // A comma stands inside names and cells of a sheet that is split by semicolons.
  return outside.includes(';') || count(',') === 1 ? ';' : ','
}

const SNIFFED = 4000
const LINE_END = /\r\n|\r|\n/

/** One pass over the text. A quote begins a quoted cell only at the cell's first character. */
function split(text: string, delimiter: Delimiter): { readonly rows: string[][]; readonly isOpen: boolean } {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    if (rows.length > MOST_ROWS * 2) break
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter)
    if (cell === undefined) return { rows, isOpen: true }
    row.push(cell.value)
    at = cell.end
    if (text[at] === delimiter) at += 1
    else {
      rows.push(row)
      row = []
      if (at >= text.length) break
      at += text.startsWith('\r\n', at) ? 2 : 1
    }
  }
  return { rows, isOpen: false }
}

interface CellEnd {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, start: number, delimiter: Delimiter): CellEnd {
  const stop = STOPS[delimiter]
  stop.lastIndex = start
  const end = stop.test(text) ? stop.lastIndex - 1 : text.length
  return { value: text.slice(start, end), end }
}

const STOPS = { '\t': /[\t\r\n]/g, ';': /[;\r\n]/g, ',': /[,\r\n]/g } as const

/** What follows the closing quote up to the next cell belongs to the cell too. Undefined when the quote never ends. */
function quotedCell(text: string, start: number): CellEnd | undefined {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return undefined
    if (text[end + 1] !== '"') break
    end += 2
  }
  const value = text
    .slice(start + 1, end)
    .replaceAll('""', '"')
    .replaceAll(/\r\n?/g, '\n')
  const rest = /[^\t;,\r\n]*/y
  rest.lastIndex = end + 1
  const after = rest.exec(text)?.[0] ?? ''
  return { value: value + after, end: end + 1 + after.length }
}

function quoted(cell: string, special: RegExp): string {
  const text = guarded(cell)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function refused(kind: TableFault['kind'], value = ''): ReadTable {
  return { kind: 'refused', fault: { kind, value } }
}
