import { type CellValue, readSheet } from 'read-excel-file/universal'
import type { TableFault } from '../text/table-problem.ts'
import { bareSheet } from './sheets/sheet-cells.ts'
import { sheetsOf } from './sheets/workbook-sheets.ts'
import { unzipped, type ZipEntry, type ZipFile, zipEntries, zipped } from './sheets/zip.ts'
import { addressOf, MOST_COLUMNS, MOST_ROWS, type Table, trimmed } from './table.ts'

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
/** With a value, in all sheets; as many as are read within a second. */
const MOST_CELLS = 60_000

/**
 * Every sheet of an XLSX workbook that shows something. Nothing is unpacked before its directory is found sane, and no more
 * than a bound; macros are never opened, formulas never reckoned. The reading library gets each sheet bare: only cells that
 * hold a value, inside the bounds, and nothing packed, since it unpacks larger parts in a browser's worker that the server has not.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  const entries = zipEntries(bytes)
  if (!entries) return refused('broken-workbook')
  const fault = entriesFault(entries)
  if (fault) return refused(fault)
  const parts = await partsOf(bytes, entries)
  if (typeof parts === 'string') return refused(parts)
  const listed = sheetsOf(parts)
  if (listed.length === 0) return refused('broken-workbook')
  const sheets: WorkbookSheet[] = []
  let cells = MOST_CELLS
  for (const { name, path } of listed.slice(0, MOST_SHEETS)) {
    const xml = parts.get(path)
    if (xml === undefined) return refused('broken-workbook')
    const bare = bareSheet(xml, { rows: MOST_ROWS, columns: MOST_COLUMNS, cells })
    if (bare.kind === 'refused') return refused(bare.fault, name)
    if (bare.count === 0 && bare.unreckoned.length === 0) continue
    cells -= bare.count
    const rows = await rowsOf(parts, name, path, bare.xml)
    if (rows === undefined) return refused('broken-workbook', name)
    const unreckoned = bare.unreckoned.map(({ row, column }) => addressOf(row, column))
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

const SUPPORT = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml']

async function rowsOf(
  parts: ReadonlyMap<string, string>,
  name: string,
  path: string,
  xml: string,
): Promise<string[][] | undefined> {
  const files = [...SUPPORT.map((part) => [part, parts.get(part)] as const), [path, xml] as const]
  const present = files.flatMap(([part, text]): ZipFile[] =>
    text === undefined ? [] : [{ name: part, bytes: new TextEncoder().encode(text) }],
  )
  const { buffer } = await zipped(present, false)
  try {
    const rows = await readSheet<string>(buffer, name, { trim: false, parseNumber: (text) => text })
    return rows.map((row) => row.map(toCellText))
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
