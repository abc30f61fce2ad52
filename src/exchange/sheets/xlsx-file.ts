import { toDayNumber } from '../../core/time/local-date.ts'
import { toMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_DAY } from '../../core/time/minute.ts'
import { addressOf, columnLetters } from '../table.ts'
import { needsGuard } from './guarded-cell.ts'
import { type OutCell, type OutSheet, outText } from './out-table.ts'
import { type ZipFile, zipped } from './zip.ts'

/**
 * A workbook with one sheet: first row bold and held still, dates as real dates, texts as texts. A text that could be taken for a
 * formula gets the format's own apostrophe (quotePrefix), which shows nothing and stays when the cell is edited.
 */
export async function toXlsxFile(sheet: OutSheet): Promise<Uint8Array<ArrayBuffer>> {
  const files = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheet.name)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', worksheet(sheet)],
  ] as const
  const encoder = new TextEncoder()
  return zipped(
    files.map(([name, text]): ZipFile => ({ name, bytes: encoder.encode(`${PROLOG}${text}`) })),
    true,
  )
}

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`

/** By their place in the list of styles. */
const PLAIN = 0
const BOLD = 1
const DATE = 2
const DATE_TIME = 3
const QUOTED = 4

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

/** Longest name of a sheet. */
const LONGEST_NAME = 31

function workbook(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST_NAME)
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(plain)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

const NARROWEST = 6
const WIDEST = 40

function worksheet({ heads, rows }: OutSheet): string {
  const widths = heads.map((head, column) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, outText(row[column] ?? null).length),
      head.length,
    )
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`
  })
  const cells = [
    heads.map((head) => [head, BOLD] as const),
    ...rows.map((row) => row.map((cell) => [cell, PLAIN] as const)),
  ]
  const body = cells.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map(([cell, style], column) => cellXml(cell, style, addressOf(index, column))).join('')}</row>`,
  )
  const still = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  const columns = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`
  return `<worksheet xmlns="${MAIN}"><dimension ref="A1:${columnLetters(Math.max(0, heads.length - 1))}${cells.length}"/>${still}${columns}<sheetData>${body.join('')}</sheetData></worksheet>`
}

function cellXml(cell: OutCell, style: number, address: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return textXml(cell, needsGuard(cell) ? QUOTED : style, address)
  const day = toDayNumber(cell.date) + DAYS_TO_1970
  if (cell.kind === 'date') return `<c r="${address}" s="${DATE}"><v>${day}</v></c>`
  return `<c r="${address}" s="${DATE_TIME}"><v>${day + toMinuteOfDay(cell.time) / MINUTES_PER_DAY}</v></c>`
}

/** Of the spreadsheets' count of days, which begins 30 December 1899 for every date after February 1900. */
const DAYS_TO_1970 = 25_569

function textXml(text: string, style: number, address: string): string {
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** XML 1.0 has no control signs but these three; the format writes others, and what looks like its own escape, as _xHHHH_. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll(CONTROL, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const CONTROL = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
