import type { TableFault } from '../../text/table-problem.ts'
import { addressOf, placeOf } from '../table.ts'

interface Place {
  readonly row: number
  readonly column: number
}

/** A cell that holds a value, and the XML of it as the only cell of a row. */
export interface BareCell extends Place {
  readonly xml: (row: number) => string
}

export interface SheetBounds {
  readonly rows: number
  readonly columns: number
  readonly cells: number
}

export type BareSheet =
  | {
      readonly kind: 'bare'
      /** The cells that hold a value, in the order of the sheet. */
      readonly cells: readonly BareCell[]
      /** Cells with a formula of which no answer is kept. */
      readonly unreckoned: readonly Place[]
    }
  | { readonly kind: 'refused'; readonly fault: TableFault['kind'] }

/** The opening tag of a row or a cell. Neither holds a sign that begins another tag, so that a broken sheet is read in one pass. */
const OPENING = /<(\w{1,20}:)?(c|row)\b([^<>]*)>/g
/** No sheet has more rows (ECMA-376, 18.3.1.73). */
const MOST_SHEET_ROWS = 1_048_576

/**
 * Takes a sheet's cells out of its XML. Empty cells, that colours and frames leave behind by the thousand, fall out, so that a
 * cell far down costs no rows before it; a value outside the bounds or out of order is refused. Error values become text such as '#REF!'.
 */
export function bareSheet(xml: string, most: SheetBounds): BareSheet {
  const cells: BareCell[] = []
  const unreckoned: Place[] = []
  for (const { row, column, attributes, inner } of cellsOf(xml)) {
    const value = heldBy(inner)
    const isInside = row < most.rows && column < most.columns
    if (value === undefined) {
      if (isInside && FORMULA.test(inner)) unreckoned.push({ row, column })
      continue
    }
    if (row >= most.rows) return { kind: 'refused', fault: 'too-many-rows' }
    if (column >= most.columns) return { kind: 'refused', fault: 'too-many-columns' }
    if (cells.length === most.cells) return { kind: 'refused', fault: 'too-many-cells' }
    const last = cells.at(-1)
    if (last && (row < last.row || (row === last.row && column <= last.column)))
      return { kind: 'refused', fault: 'broken-workbook' }
    cells.push({ row, column, xml: (at) => cellXml(addressOf(at, 0), attributes, value) })
  }
  return { kind: 'bare', cells, unreckoned }
}

/** One sheet that has all these cells below one another in its first column. */
export function oneColumn(cells: readonly BareCell[]): string {
  const rows = cells.map(({ xml }, at) => `<row r="${at + 1}">${xml(at)}</row>`)
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

interface RawCell extends Place {
  readonly attributes: string
  readonly inner: string
}

/** Cells in the order of the sheet. One without an address stands right of the one before it, a row without a number below. */
function* cellsOf(xml: string): Generator<RawCell> {
  let row = -1
  let column = -1
  const opening = new RegExp(OPENING)
  for (let tag = opening.exec(xml); tag; tag = opening.exec(xml)) {
    const [, prefix = '', name, attributes = ''] = tag
    if (name === 'row') {
      row = rowNumber(attributes) ?? row + 1
      column = -1
      continue
    }
    const start = opening.lastIndex
    const end = attributes.endsWith('/') ? start : xml.indexOf(`</${prefix}c>`, start)
    if (end < 0) return
    const own = placeOf(named(attributes, 'r'))
    row = own?.row ?? Math.max(row, 0)
    column = own?.column ?? column + 1
    opening.lastIndex = end
    yield { row, column, attributes, inner: xml.slice(start, end) }
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const FORMULA = /<(?:\w{1,20}:)?f\b/
const VALUE = /<(?:\w{1,20}:)?v\b[^<>]*>([^<]*)</
const RICH = /<(\w{1,20}:)?is\b[^<>]*>/

/** The part of a cell that holds its value, without the prefixes that some programs write; undefined when it holds none. */
function heldBy(inner: string): string | undefined {
  const text = VALUE.exec(inner)?.[1] ?? ''
  if (text !== '') return `<v>${text}</v>`
  const rich = RICH.exec(inner)
  const end = rich ? inner.indexOf(`</${rich[1] ?? ''}is>`, rich.index) : -1
  if (!rich || end < 0) return undefined
  const content = inner.slice(rich.index + rich[0].length, end)
  return `<is>${content.replaceAll(/<(\/?)\w{1,20}:/g, '<$1')}</is>`
}

function cellXml(address: string, attributes: string, value: string): string {
  const type = named(attributes, 't')
  const style = named(attributes, 's')
  const kept = type === 'e' ? 'str' : type
  return `<c r="${address}"${kept ? ` t="${kept}"` : ''}${style ? ` s="${style}"` : ''}>${value}</c>`
}

function named(attributes: string, name: 'r' | 't' | 's'): string {
  return ATTRIBUTES[name].exec(attributes)?.[1] ?? ''
}

/** Only what an address, a type or the number of a style can be: nothing else gets through. */
const ATTRIBUTES = {
  r: /(?:^|\s)r\s*=\s*["']([A-Z]{1,3}\d{1,7})["']/,
  t: /(?:^|\s)t\s*=\s*["']([A-Za-z]{1,9})["']/,
  s: /(?:^|\s)s\s*=\s*["'](\d{1,6})["']/,
}

function rowNumber(attributes: string): number | undefined {
  const [, digits] = /(?:^|\s)r\s*=\s*["'](\d{1,7})["']/.exec(attributes) ?? []
  const row = Number(digits ?? '0')
  return row >= 1 && row <= MOST_SHEET_ROWS ? row - 1 : undefined
}
