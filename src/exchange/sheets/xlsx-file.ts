import { toDayNumber } from '../../core/time/local-date.ts'
import { toMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../core/time/minute.ts'
import { addressOf, columnLetters } from '../table.ts'
import { needsGuard } from './guarded-cell.ts'
import { type OutCell, type OutSheet, outText } from './out-table.ts'
import { type ZipFile, zipped } from './zip.ts'

/**
 * A workbook of these sheets: first row bold and held still, dates, numbers and hours as real values, texts as texts. A text that
 * could be taken for a formula gets the format's own apostrophe (quotePrefix), which shows nothing and stays when the cell is edited.
 * Printed on A4 across: each sheet as wide as the paper, with its first row again on every page.
 */
export async function toXlsxFile(...sheets: readonly OutSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts = sheets.map((sheet, index) => [`worksheets/sheet${index + 1}.xml`, worksheet(sheet)] as const)
  const targets = parts.map(([target]) => ['worksheet', target] as const)
  const files = [
    ['[Content_Types].xml', contentTypes(parts.map(([target]) => target))],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheetNames(sheets.map(({ name }) => name)))],
    ['xl/_rels/workbook.xml.rels', relations([...targets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES],
    ...parts.map(([target, text]) => [`xl/${target}`, text] as const),
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

function contentTypes(sheets: readonly string[]): string {
  const own = sheets.map(
    (target) => `<Override PartName="/xl/${target}" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${own.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`
}

/** How a cell is drawn, by its place in the list of styles below. */
const PLAIN = 0
const BOLD = 1
const DATE = 2
const DATE_TIME = 3
const QUOTED = 4
const HOURS = 5
const PERCENT = 6
const KRONER = 7
const WRAPPED = 8
const WRAPPED_QUOTED = 9

/** The formats of numbers that the workbook adds to those every workbook has, numbered from 164 by the standard. */
const FORMATS = ['dd/mm/yyyy', 'dd/mm/yyyy\\ hh:mm', '#,##0.00', '0.0%', '#,##0.00'] as const
const FORMAT_OF = { [DATE]: 164, [DATE_TIME]: 165, [HOURS]: 166, [PERCENT]: 167, [KRONER]: 168 } as const

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${WRAPPED_QUOTED + 1}">${Array.from({ length: WRAPPED_QUOTED + 1 }, (_, style) => styleXml(style)).join('')}</cellXfs></styleSheet>`

function styleXml(style: number): string {
  const format = FORMAT_OF[style as keyof typeof FORMAT_OF] ?? 0
  const isQuoted = style === QUOTED || style === WRAPPED_QUOTED
  const rest = isQuoted ? ' quotePrefix="1"' : format > 0 ? ' applyNumberFormat="1"' : ''
  const font = style === BOLD ? 1 : 0
  const own = `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${font > 0 ? ' applyFont="1"' : ''}${rest}`
  const isWrapped = style === BOLD || style === WRAPPED || style === WRAPPED_QUOTED
  return isWrapped ? `${own} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` : `${own}/>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

/** Longest name of a sheet. */
const LONGEST_NAME = 31

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // No name holds an apostrophe.
  const heads = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$1:$1</definedName>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${heads.join('')}</definedNames></workbook>`
}

/** Without the signs that a name may not hold, short enough, and none twice, which a workbook does not open with. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').trim() || 'Sheet'
    let own = plain.slice(0, LONGEST_NAME)
    for (let number = 2; taken.has(own.toLowerCase()); number++) {
      const ending = ` ${number}`
      own = `${plain.slice(0, LONGEST_NAME - ending.length)}${ending}`
    }
    taken.add(own.toLowerCase())
    return own
  })
}

const NARROWEST = 6
const WIDEST = 40
/** A workbook does not open with a header of more than 255 signs, of which one may be two. */
const LONGEST_HEADER = 127
/** Of a column that is given none. */
const DEFAULT_WIDTH = 9
const NOTE_WIDTH = 90
/** Of a line of text in points, as both fonts have it. */
const LINE_HEIGHT = 15

function worksheet({ heads, rows, notes = [], about }: OutSheet): string {
  const widths = heads.map((head, column) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, outText(row[column] ?? null).length),
      // A head goes on below itself, so that it makes no column wider than its words.
      Math.max(...head.split(' ').map((word) => word.length)),
    )
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
  })
  const headHeight = heads.reduce(
    (most, head, column) => Math.max(most, linesOf(head, widths[column] ?? WIDEST)),
    1,
  )
  const last = columnLetters(Math.max(0, heads.length - 1))
  const below = about === undefined ? notes : [about, ...notes]
  const table = [
    heads.map((head) => [head, BOLD] as const),
    ...rows.map((row) => row.map((cell) => [cell, PLAIN] as const)),
  ].map(
    (row, index) =>
      `<row r="${index + 1}"${index === 0 ? ` ht="${headHeight * LINE_HEIGHT}" customHeight="1"` : ''}>${row.map(([cell, style], column) => cellXml(cell, style, addressOf(index, column))).join('')}</row>`,
  )
  // With an empty row between; each as wide as the table or as what can be read, so that paper need not be wider for it.
  const tableWidth = widths.reduce((sum, own) => sum + own, 0)
  const added = Math.max(0, Math.ceil((NOTE_WIDTH - tableWidth) / DEFAULT_WIDTH))
  const width = tableWidth + added * DEFAULT_WIDTH
  const lastOfNote = columnLetters(Math.max(0, heads.length + added - 1))
  const noted = below.map((note, index) => ({ note, row: table.length + 2 + index }))
  const noteRows = noted.map(({ note, row }) => {
    const height = linesOf(note, width) * LINE_HEIGHT
    const cell = textXml(note, needsGuard(note) ? WRAPPED_QUOTED : WRAPPED, `A${row}`)
    return `<row r="${row}" ht="${height}" customHeight="1">${cell}</row>`
  })
  const merged =
    lastOfNote === 'A' ? [] : noted.map(({ row }) => `<mergeCell ref="A${row}:${lastOfNote}${row}"/>`)
  const height = noted.at(-1)?.row ?? table.length
  const columns = widths.map(
    (own, index) => `<col min="${index + 1}" max="${index + 1}" width="${own}" customWidth="1"/>`,
  )
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}${height}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${[...table, ...noteRows].join('')}</sheetData>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // Left what it is of, with the sign for a code doubled; right the sheet's name.
    about === undefined
      ? ''
      : `<headerFooter><oddHeader>&amp;L${escaped(about.slice(0, LONGEST_HEADER).replaceAll('&', '&&'))}&amp;R&amp;A</oddHeader></headerFooter>`,
    '</worksheet>',
  ].join('')
}

/** How many lines a text takes, broken between words; a tenth of the width is left for letters wider than its unit. */
function linesOf(text: string, width: number): number {
  const room = width * 0.9
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
  }
  return lines
}

function cellXml(cell: OutCell, style: number, address: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return textXml(cell, needsGuard(cell) ? QUOTED : style, address)
  const [value, own] = numberOf(cell)
  return `<c r="${address}" s="${own}"><v>${value}</v></c>`
}

function numberOf(cell: Exclude<OutCell, string | number | null>): readonly [value: number, style: number] {
  if (cell.kind === 'hours') return [cell.minutes / MINUTES_PER_HOUR, HOURS]
  if (cell.kind === 'percent') return [cell.share, PERCENT]
  if (cell.kind === 'kroner') return [cell.øre / 100, KRONER]
  const day = toDayNumber(cell.date) + DAYS_TO_1970
  if (cell.kind === 'date') return [day, DATE]
  return [day + toMinuteOfDay(cell.time) / MINUTES_PER_DAY, DATE_TIME]
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
