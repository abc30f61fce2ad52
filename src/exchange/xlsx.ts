import { type CellValue, readSheet } from 'read-excel-file/universal'
import type { TableFault } from '../text/table-problem.ts'
import { type BareCell, bareSheet, oneColumn } from './sheets/sheet-cells.ts'
import { countsFrom1904, type ListedSheet, sheetsOf } from './sheets/workbook-sheets.ts'
import { unzipped, type ZipEntry, type ZipFile, zipEntries, zipped } from './sheets/zip.ts'
import { addressOf, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, type Table, trimmed } from './table.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly table: Table
  /** Addresses of cells that are to be reckoned by a formula of which the workbook keeps no answer. */
  readonly unreckoned: readonly string[]
}

export type ReadWorkbook =
  | { readonly kind: 'read'; readonly sheets: readonly WorkbookSheet[] }
  | { readonly kind: 'refused'; readonly fault: TableFault }

/** Bytes of one part of a workbook, unpacked: four times the largest sheet that may be read. */
const MOST_IN_PART = 12_000_000
const MOST_IN_ALL = 24_000_000
/** How much smaller than itself a part may be packed; sheets come to fifty at most. */
const MOST_RATIO = 500
const LEAST_SUSPECT = 1_000_000
const MOST_SHEETS = 60
/** With a value, in all sheets; as many as are read within a second. Of texts that cells share there are no more than cells. */
const MOST_CELLS = 60_000
/** Signs that begin a tag, in the shared texts and in the styles: some half a second of reading. */
const MOST_TAG_SIGNS = 1_000_000
/** Cells of all sheets, empty ones before the last of each row too: a year of days for sixty doctors is a fiftieth of it. */
const MOST_SQUARES = 1_000_000

/**
 * Every sheet of an XLSX workbook that shows something. Nothing is unpacked before its directory is found sane, and no more
 * than a bound; macros are never opened, formulas never reckoned. The reading library gets the cells of all sheets once, bare and
 * in one column, so that no number of sheets makes it read the texts they share again; and nothing packed, since it unpacks
 * larger parts in a browser's worker that the server has not.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  const entries = zipEntries(bytes)
  if (!entries) return refused('broken-workbook')
  const fault = entriesFault(entries)
  if (fault) return refused(fault)
  const parts = await partsOf(bytes, entries)
  if (typeof parts === 'string') return refused(parts)
  const listed = sheetsOf(parts)
  if (!listed || listed.length > MOST_SHEETS) return refused('too-many-sheets', String(MOST_SHEETS))
  if (listed.length === 0) return refused('broken-workbook')
  if (sharedFault(parts)) return refused('too-many-cells')
  const drawn = drawnSheets(listed, parts)
  if ('fault' in drawn) return { kind: 'refused', fault: drawn.fault }
  const texts = await textsOf(
    parts,
    drawn.sheets.flatMap(({ cells }) => cells),
  )
  return texts ? laidOut(drawn.sheets, texts) : refused('broken-workbook')
}

interface DrawnSheet {
  readonly name: string
  readonly cells: readonly BareCell[]
  readonly unreckoned: readonly string[]
}

/** Whether the texts and styles that all sheets share are more than can be read in no long time. */
function sharedFault(parts: ReadonlyMap<string, string>): boolean {
  const strings = parts.get('xl/sharedStrings.xml') ?? ''
  return (
    counted(strings, /<(?:\w{1,20}:)?si\b/g) > MOST_CELLS ||
    counted(strings, /</g) + counted(parts.get('xl/styles.xml') ?? '', /</g) > MOST_TAG_SIGNS
  )
}

function counted(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count += 1
  return count
}

/** What stands in each sheet, before any text is looked up; sheets without anything fall out. */
function drawnSheets(
  listed: readonly ListedSheet[],
  parts: ReadonlyMap<string, string>,
): { readonly sheets: readonly DrawnSheet[] } | { readonly fault: TableFault } {
  const sheets: DrawnSheet[] = []
  let cells = MOST_CELLS
  let squares = MOST_SQUARES
  for (const { name, path } of listed) {
    const xml = parts.get(path)
    if (xml === undefined) return { fault: { kind: 'broken-workbook', value: '' } }
    const bare = bareSheet(xml, { rows: MOST_ROWS, columns: MOST_COLUMNS, cells })
    if (bare.kind === 'refused') return { fault: { kind: bare.fault, value: name } }
    cells -= bare.cells.length
    squares -= squaresOf(bare.cells)
    if (squares < 0) return { fault: { kind: 'too-many-cells', value: name } }
    const unreckoned = bare.unreckoned.map(({ row, column }) => addressOf(row, column))
    if (bare.cells.length > 0 || unreckoned.length > 0) sheets.push({ name, cells: bare.cells, unreckoned })
  }
  return { sheets }
}

/** As many cells as the rows have up to the last that holds a value. */
function squaresOf(cells: readonly BareCell[]): number {
  return cells.reduce((sum, { row, column }, at) => sum + (cells[at + 1]?.row === row ? 0 : column + 1), 0)
}

/** Puts the texts of all sheets, in one row after the other, back to where they stood. */
function laidOut(drawn: readonly DrawnSheet[], texts: readonly string[]): ReadWorkbook {
  const sheets: WorkbookSheet[] = []
  let next = 0
  for (const { name, cells, unreckoned } of drawn) {
    const rows: string[][] = []
    let characters = 0
    for (const { row, column } of cells) {
      const text = texts[next++] ?? ''
      characters += text.length
      while (rows.length <= row) rows.push([])
      const own = rows[row] ?? []
      while (own.length < column) own.push('')
      own.push(text)
    }
    if (characters > MOST_TEXT) return refused('too-much-text', String(MOST_TEXT))
    sheets.push({ name, table: trimmed(rows), unreckoned })
  }
  return sheets.length === 0 ? refused('empty') : { kind: 'read', sheets }
}

function entriesFault(entries: readonly ZipEntry[]): TableFault['kind'] | undefined {
  const names = new Set(entries.map(({ name }) => name))
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'macro-workbook'
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted'
  if (!names.has('xl/workbook.xml'))
    return names.has('[Content_Types].xml') || names.has('mimetype') ? 'other-workbook' : 'not-a-table'
  const read = entries.filter(isRead)
  const declared = read.reduce((sum, { declaredSize }) => sum + declaredSize, 0)
  const isBomb = ({ declaredSize, size }: ZipEntry) =>
    declaredSize > LEAST_SUSPECT && declaredSize > size * MOST_RATIO
  return declared > MOST_IN_ALL || read.some(isBomb) ? 'zip-bomb' : undefined
}

/** Pictures, printers' settings and the rest of a workbook are left packed. */
function isRead({ name }: ZipEntry): boolean {
  return /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$|^\[Content_Types\]\.xml$/.test(
    name,
  )
}

/** The parts by name as text, or what is wrong with one of them. */
async function partsOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<Map<string, string> | TableFault['kind']> {
  const parts = new Map<string, string>()
  let left = MOST_IN_ALL
  for (const entry of entries.filter(isRead)) {
    const part = await unzipped(bytes, entry, Math.min(MOST_IN_PART, left))
    if (!part)
      return entry.declaredSize > MOST_IN_PART || left < MOST_IN_PART ? 'zip-bomb' : 'broken-workbook'
    left -= part.length
    parts.set(entry.name, new TextDecoder().decode(part))
  }
  return /macroEnabled/.test(parts.get('[Content_Types].xml') ?? '') ? 'macro-workbook' : parts
}

const SHEET = 'xl/worksheets/sheet1.xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
const workbookXml = (is1904: boolean) =>
  `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** The text of each cell, read at once; undefined when one of them can't be read. */
async function textsOf(
  parts: ReadonlyMap<string, string>,
  cells: readonly BareCell[],
): Promise<string[] | undefined> {
  if (cells.length === 0) return []
  const files: (readonly [name: string, text: string | undefined])[] = [
    ['xl/workbook.xml', workbookXml(countsFrom1904(parts))],
    ['xl/_rels/workbook.xml.rels', RELATIONS],
    ['xl/sharedStrings.xml', parts.get('xl/sharedStrings.xml')],
    ['xl/styles.xml', parts.get('xl/styles.xml')],
    [SHEET, oneColumn(cells)],
  ]
  const present = files.flatMap(([name, text]): ZipFile[] =>
    text === undefined ? [] : [{ name, bytes: new TextEncoder().encode(text) }],
  )
  const { buffer } = await zipped(present, false)
  try {
    const rows = await readSheet<string>(buffer, 1, { trim: false, parseNumber: (text) => text })
    return cells.map((_, at) => toCellText(rows[at]?.[0] ?? null))
  } catch {
    // Whatever the library stumbles over in a file that somebody made is a fault of the file.
    return undefined
  }
}

/** Dates as ISO has them, with the time of day where there is one; a time alone as a time. */
function toCellText(cell: CellValue<string> | null): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'x' : ''
  if (!(cell instanceof Date)) return String(cell)
  const rounded = Math.round(cell.getTime() / MINUTE) * MINUTE
  if (!Number.isFinite(rounded) || Math.abs(rounded) > LATEST) return ''
  const [date = '', time = ''] = new Date(rounded).toISOString().slice(0, 16).split('T')
  if (date < FIRST_DATE) return time
  return time === '00:00' ? date : `${date} ${time}`
}

const MINUTE = 60_000
/** The day that a spreadsheet counts from; a number below one is a time of day. */
const FIRST_DATE = '1900-01-01'
/** The end of year 9999, the last that a spreadsheet knows. */
const LATEST = 253_402_300_799_000

function refused(kind: TableFault['kind'], value = ''): Extract<ReadWorkbook, { kind: 'refused' }> {
  return { kind: 'refused', fault: { kind, value } }
}
