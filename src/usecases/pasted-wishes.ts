import type { District } from '../core/rota/district.ts'
import { needsOf } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { addDays, type Weekday } from '../core/time/local-date.ts'
import { readWeekday } from '../exchange/sheets/head-date.ts'
import { lineFinder } from '../exchange/sheets/line-heads.ts'
import { listColumns } from '../exchange/sheets/list-heads.ts'
import type { ChosenNames } from '../exchange/sheets/names.ts'
import { type PeopleInSheet, peopleInSheet } from '../exchange/sheets/people-in-sheet.ts'
import { addressOf, cellAt, type Table } from '../exchange/table.ts'
import { visible } from '../text/plain-text.ts'
import { WISH_HEADS } from '../text/sheet-words.ts'
import { cellProblem } from '../text/table-problem.ts'
import { STANCE_WORDS, WEIGHT_WORDS } from '../text/wish-words.ts'
import { readPastedDates } from './pasted-dates.ts'
import type { SheetProblem } from './pasted-table.ts'
import type { FieldProblem } from './refusal.ts'

/** What one row says, or why it can't be read. Somebody unknown is told by the list of those. */
export type PastedRow =
  | { readonly kind: 'wish'; readonly wish: Omit<Wish, 'id'>; readonly address: string }
  | { readonly kind: 'problem'; readonly problem: SheetProblem }
  | { readonly kind: 'unknown-doctor' }
  /** The same wish as in an earlier row, or as the district has already. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'heading' }

export interface PastedWishRows {
  readonly rows: readonly PastedRow[]
  readonly people: PeopleInSheet
}

/** As many wishes as a district's doctors can have in one round; more is a wrong paste. */
export const MOST_PASTED_ROWS = 2000

/** When nothing is said: as the form has it. */
const DEFAULT_WEIGHT = 2

type Head = keyof typeof WISH_HEADS

/** Which column holds what; without headings the order of the form. */
type Columns = ReadonlyMap<Head, number>

/**
 * Reads rows of wishes: by their headings, or as `initials or name, first date, last date (inclusive), stance, weight`. A range
 * may stand as the first date; the last date may be empty or left out, and so may the weight (2). Blank rows are skipped.
 */
export function readPastedWishes(
  district: District,
  pasted: Table,
  chosen: ChosenNames = new Map(),
): PastedWishRows {
  const table = evenly(pasted)
  const heads = listColumns<Head>(table, WISH_HEADS, [['initials', 'name'], ['from', 'duty'], ['stance']])
  const people = peopleInSheet({ district }, chosen)
  const known = new Set(district.wishes.map(keyOf))
  const reading = { district, table, people, lines: lineFinder(district.lines, []) }
  const first = table.rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const rows = table.rows.flatMap((cells, row): PastedRow[] => {
    if (cells.every((cell) => cell.trim() === '') || (heads && row < heads.row)) return []
    if (heads ? row === heads.row : row === first && isHeading(reading, cells)) return [{ kind: 'heading' }]
    const read = readRow(reading, row, heads?.columns)
    if (read.kind !== 'wish') return [read]
    if (known.has(keyOf(read.wish))) return [{ kind: 'repeated' }]
    known.add(keyOf(read.wish))
    return [read]
  })
  return { rows, people }
}

interface WishReading {
  readonly district: District
  readonly table: Table
  readonly people: PeopleInSheet
  readonly lines: ReturnType<typeof lineFinder>
}

/** Rows that somebody typed with semicolons among rows that were copied. */
function evenly({ rows }: Table): Table {
  return { rows: rows.map((row) => (row.length === 1 && row[0]?.includes(';') ? row[0].split(';') : row)) }
}

function keyOf({ personId, about, stance, weight }: Omit<Wish, 'id'>): string {
  const when = about.kind === 'dates' ? [about.from, about.to] : [JSON.stringify(about)]
  return JSON.stringify([personId, ...when, stance, weight])
}

/** The first row names the columns when nothing in it could be a wish: no doctor, no digit, no stance. */
function isHeading({ people }: WishReading, cells: readonly string[]): boolean {
  return (
    cells.length > 1 &&
    !people.isName((cells[0] ?? '').trim()) &&
    cells.every((cell) => !/\d/.test(cell) && !['rather-not', 'cannot'].includes(stanceOf(cell) ?? ''))
  )
}

interface RowCell {
  readonly text: string
  readonly address: string
}

function readRow(reading: WishReading, row: number, columns: Columns | undefined): PastedRow {
  const { table, people } = reading
  const at = (column: number | undefined): RowCell =>
    column === undefined
      ? { text: '', address: addressOf(row, 0) }
      : { text: cellAt(table, row, column), address: addressOf(row, column) }
  const cell = columns ? (head: Head) => at(columns.get(head)) : inOrder(at)
  const who = cell('initials').text === '' ? cell('name') : cell('initials')
  if (who.text === '') return wrong(who, 'missing')
  const holder = people.find(who.text, who.address)
  if (holder === null) return { kind: 'repeated' }
  if (!holder?.personId) return holder ? wrong(who, 'unknown-doctor') : { kind: 'unknown-doctor' }
  const about = columns && cell('duty').text !== '' ? dutyOf(reading, cell) : datesOf(cell)
  if ('kind' in about && about.kind === 'problem') return about
  const stance = stanceOf(cell('stance').text)
  if (stance === undefined) return wrong(cell('stance'), 'unknown-stance')
  const weight = cell('weight').text === '' ? DEFAULT_WEIGHT : weightOf(cell('weight').text)
  if (weight === undefined) return wrong(cell('weight'), 'unknown-weight')
  return {
    kind: 'wish',
    wish: { personId: holder.personId as PersonId, about, stance, weight },
    address: who.address,
  }
}

type CellBy = (head: Head) => RowCell

/** Initials or name, first date, last date where the next cell is one, stance, weight. */
function inOrder(at: (column: number) => RowCell): CellBy {
  const third = at(2).text
  const stance = third === '' || /\d/.test(third) ? 3 : 2
  const places: Partial<Record<Head, number>> = { initials: 0, from: 1, stance, weight: stance + 1 }
  return (head) => {
    if (head === 'to' && stance === 3) return at(2)
    const column = places[head]
    return column === undefined ? { text: '', address: '' } : at(column)
  }
}

function wrong(
  { text, address }: RowCell,
  code: FieldProblem['code'],
): Extract<PastedRow, { kind: 'problem' }> {
  return { kind: 'problem', problem: { address, field: { field: address, code, value: visible(text) } } }
}

function datesOf(cell: CellBy): Wish['about'] | Extract<PastedRow, { kind: 'problem' }> {
  const [first, last, days] = [cell('from'), cell('to'), cell('weekdays')]
  const from = readPastedDates(first.text)
  if (from === undefined) return wrong(first, 'not-a-date')
  const to = last.text === '' ? from : readPastedDates(last.text)
  if (to === undefined) return wrong(last, 'not-a-date')
  if (to.last < from.first) return wrong(last.text === '' ? first : last, 'ends-before-start')
  const range = { from: from.first, to: addDays(to.last, 1) }
  if (days.text === '') return { kind: 'dates', ...range }
  const weekdays = days.text.split(/[,;/\s]+/).map(readWeekday)
  if (weekdays.some((day) => day === undefined))
    return { kind: 'problem', problem: cellProblem(days.address, 'unknown-word', visible(days.text)) }
  return { kind: 'pattern', ...range, weekdays: [...new Set(weekdays as Weekday[])].sort((a, b) => a - b) }
}

/** A wish about one duty: by its date, line and name, or by its id where the templates have moved on. */
function dutyOf(
  { district, lines }: WishReading,
  cell: CellBy,
): Wish['about'] | Extract<PastedRow, { kind: 'problem' }> {
  const [date, line, duty] = [cell('from'), cell('line'), cell('duty')]
  if (
    date.text === '' &&
    district.wishes.some(({ about }) => about.kind === 'duty' && about.needId === duty.text)
  )
    return { kind: 'duty', needId: duty.text }
  const dates = readPastedDates(date.text)
  if (dates === undefined) return wrong(date, 'not-a-date')
  const targets = line.text === '' ? undefined : lines(line.text)
  if (line.text !== '' && !targets) return wrong(line, 'unknown-line')
  const own = district.lines.filter(({ id }) => !targets || targets.some(({ lineId }) => lineId === id))
  const needs = own.flatMap((each) => needsOf(each, dates.first, addDays(dates.first, 1)))
  const named = needs.filter(({ name }) => plainWords(name) === plainWords(duty.text))
  const [need] = named
  return need && named.length === 1 ? { kind: 'duty', needId: need.id } : wrong(duty, 'unknown-duty')
}

function stanceOf(text: string): Wish['stance'] | undefined {
  const word = plainWords(text)
  return Object.hasOwn(STANCE_WORDS, word) ? STANCE_WORDS[word] : undefined
}

function weightOf(text: string): Wish['weight'] | undefined {
  const word = plainWords(text)
  return Object.hasOwn(WEIGHT_WORDS, word) ? WEIGHT_WORDS[word] : undefined
}

function plainWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
