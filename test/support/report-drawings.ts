import { readXlsx } from '../../src/exchange/xlsx.ts'
import { nb } from '../../src/text/nb.ts'
import type { Context } from '../../src/usecases/context.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from './pages-as.ts'

/** A value as any drawing can tell it: a number as far as it is written, a text, or nothing. */
export type Told = number | string | null

/** One table as one drawing has it: rows in their order, cells in the order of the columns. */
export interface DrawnTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly { readonly id: string; readonly unit: string }[]
  readonly rows: readonly (readonly Told[])[]
}

/** A report in Norwegian by form, each read back from what its reader gets: minutes, parts of one and øre as the JSON file has them. */
export interface Drawings {
  readonly json: readonly DrawnTable[]
  readonly page: readonly DrawnTable[]
  readonly csv: readonly DrawnTable[]
  readonly xlsx: readonly DrawnTable[]
}

interface Asked {
  readonly districtId: string
  readonly municipality: string
  readonly kind: string
  readonly date: string
}

/** Pages are those that draw their tables as tables: all but the pictures. */
export async function drawingsOf(
  ctx: Context,
  { districtId, municipality, ...query }: Asked,
): Promise<Drawings> {
  const app = pagesAs(ctx)
  const get = async (path: string) => {
    const answer = await app.request(withQuery(path, query))
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    return answer
  }
  const file = (form: string) => get(paths.reportFile(districtId, municipality, `report.${form}`))
  const told = (await (await file('json')).json()) as { readonly tables: readonly JsonTable[] }
  const json = told.tables.map(ofJson)
  const csv = (await (await file('csv')).text()).replace('\ufeff', '').split('\r\n')
  const book = await readXlsx(new Uint8Array(await (await file('xlsx')).arrayBuffer()))
  if (book.kind === 'refused') throw new Error(JSON.stringify(book.fault))
  const sheets = book.sheets.map((sheet) => sheet.table.rows.slice(1))
  const pages = [paths.loadReport, paths.reportShares, ...(query.kind === 'year' ? [paths.reportYearly] : [])]
  const html: string[] = []
  for (const path of pages) html.push(await (await get(path(districtId, municipality))).text())
  return {
    json,
    page: json.flatMap((table) => html.flatMap((page) => ofPage(table, page) ?? [])),
    csv: json.map((table) => ofCsv(table, csv)),
    xlsx: json.map((table, index) => ({ ...table, rows: ofSheet(table, sheets[index] ?? []) })),
  }
}

interface JsonTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly { readonly id: string; readonly unit: string }[]
  readonly rows: readonly { readonly cells: Readonly<Record<string, unknown>> }[]
}

const MISSING: Readonly<Record<string, string>> = {
  'not-known': nb.reportPages.cells.notKnown,
  hidden: nb.reportPages.cells.hidden,
}

function ofJson({ id, title, columns, rows }: JsonTable): DrawnTable {
  const toldOf = (cell: unknown): Told => {
    if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell
    return MISSING[(cell as { missing: string }).missing] ?? ''
  }
  return { id, title, columns, rows: rows.map(({ cells }) => columns.map((own) => toldOf(cells[own.id]))) }
}

/** Undefined where the page has no such table. */
function ofPage(table: DrawnTable, html: string): DrawnTable | undefined {
  const section = new RegExp(`<section class="report-table" id="${table.id}">(.*?)</section>`, 's').exec(html)
  if (!section) return undefined
  const rows = [...(section[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
  )
  const read = (row: readonly string[]) =>
    table.columns.map(({ unit }, column) => fromPage(row[column] ?? '', unit))
  return { ...table, rows: rows.slice(1).map(read) }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name] ?? '')
}

/** What a page writes for people, back to what it counts. */
function fromPage(text: string, unit: string): Told {
  if (text === '') return null
  const bare = text.replace(/[\u00a0\u202f ]/g, '').replace('\u2212', '-')
  if (unit === 'minutes') {
    const [, sign, hours, minutes] = /^(-?)(?:(\d+)t)?(?:(\d+)min)?$/.exec(bare) ?? []
    if (hours === undefined && minutes === undefined) return text
    return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  }
  const number = Number(bare.replace(/(%|kr)$/, '').replace(',', '.'))
  if (Number.isNaN(number) || unit === 'text' || unit === 'date') return text
  return number * (FACTORS[unit] ?? 1)
}

/** Of what files and pages write, to what JSON counts. */
const FACTORS: Readonly<Record<string, number>> = { share: 1 / 100, øre: 100 }

/** The block under a table's title: a line of heads, its rows, then its notes. */
function ofCsv(table: DrawnTable, lines: readonly string[]): DrawnTable {
  const found = lines.flatMap((line, index) => (line === table.title ? [index] : []))
  const at = found.find((index) => lines[index + 1]?.split(';').length === table.columns.length) ?? -2
  const rows = lines.slice(at + 2, at + 2 + table.rows.length)
  return {
    ...table,
    rows: rows.map((line) => table.columns.map((_, column) => fromCsv(table, line, column))),
  }
}

function fromCsv({ columns }: DrawnTable, line: string, column: number): Told {
  const text = [...line.matchAll(/("(?:[^"]|"")*"|[^;]*)(;|$)/g)][column]?.[1] ?? ''
  const bare = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
  return fromFile(bare, columns[column]?.unit ?? '', 100)
}

function ofSheet({ columns, rows }: DrawnTable, sheet: readonly (readonly unknown[])[]): Told[][] {
  return rows.map((_, row) =>
    columns.map(({ unit }, column) => fromFile(String(sheet[row]?.[column] ?? ''), unit, 1)),
  )
}

/** Hours, kroner and percent as numbers with a comma; `percent` of a share: CSV writes percent, a workbook the share itself. */
function fromFile(text: string, unit: string, percent: number): Told {
  if (text === '') return null
  const number = Number(text.replace(',', '.'))
  if (unit === 'text' || unit === 'date' || Number.isNaN(number)) return text
  if (unit === 'minutes') return number * 60
  if (unit === 'share') return number / percent
  return unit === 'øre' ? number * 100 : number
}
