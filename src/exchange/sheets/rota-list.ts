import { cellKey, type Origin, type Slice, sliceFault } from '../../core/rota/assignment.ts'
import type { Need } from '../../core/rota/need.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { fromMinuteOfDay } from '../../core/time/local-time.ts'
import { isPlainText, visible } from '../../text/plain-text.ts'
import { NO_WORDS, ORIGIN_WORDS, ROTA_HEADS, YES_WORDS } from '../../text/sheet-words.ts'
import { type CellProblem, cellProblem } from '../../text/table-problem.ts'
import { addressOf, cellAt, type Table } from '../table.ts'
import { readMark, type TimeMark } from './cell-names.ts'
import { placeDates, readHeadDate, yearsOf } from './head-date.ts'
import { type LineTarget, lineFinder } from './line-heads.ts'
import { type ListColumns, listColumns } from './list-heads.ts'
import { type PeopleInSheet, peopleInSheet } from './people-in-sheet.ts'
import { type ClockFault, clockFault, intervalIn } from './place-parts.ts'
import type { ReadRota, RotaChoices, RotaFrame } from './rota-table.ts'

type Head = keyof typeof ROTA_HEADS

const NEEDED = [['date'], ['line', 'duty'], ['doctor', 'position']] as const

/** Longest note of a place, in characters. */
const LONGEST_NOTE = 500

/**
 * Reads a list of duties: one row for each part that somebody holds, with its date, line or duty, and doctor or position. What
 * has no column is as the plan has it: the first free place, the whole duty, an ordinary share. Undefined without such headings.
 */
export function readRotaList(table: Table, frame: RotaFrame, choices: RotaChoices): ReadRota | undefined {
  const heads = listColumns<Head>(table, ROTA_HEADS, NEEDED)
  if (!heads) return undefined
  const lineIds = new Set(frame.needs.map(({ lineId }) => lineId))
  const planned = frame.district.lines.filter(({ id }) => lineIds.has(id))
  const people = peopleInSheet(frame, choices.names)
  const reading: ListReading = {
    table,
    heads,
    frame,
    choices,
    people,
    lines: lineFinder(planned, frame.needs),
    ownLine: planned.length === 1 && planned[0] ? [{ lineId: planned[0].id, duty: null }] : undefined,
    needs: Map.groupBy(frame.needs, ({ date }) => date),
  }
  const rows = table.rows.slice(heads.row + 1).map((_, index) => readRow(reading, heads.row + 1 + index))
  const held = rows.flatMap((row) => (row.kind === 'held' ? [row] : []))
  const { places, problems } = inPlaces(held)
  const wrong = rows.flatMap((row) => (row.kind === 'wrong' && row.problem ? [row.problem] : []))
  return {
    shape: 'list',
    places,
    problems: [...wrong, ...people.problems, ...problems],
    unknownNames: people.unknown,
    unknownColumns: [],
    matched: people.matched,
    isYearTaken: held.some(({ isYearTaken }) => isYearTaken),
    leftOut: {
      dates: rows.filter(({ kind }) => kind === 'outside').length,
      rows: rows.filter(({ kind }) => kind === 'undated').length,
    },
  }
}

interface ListReading {
  readonly table: Table
  readonly heads: ListColumns<Head>
  readonly frame: RotaFrame
  readonly choices: RotaChoices
  readonly people: PeopleInSheet
  readonly lines: (text: string) => readonly LineTarget[] | undefined
  readonly ownLine: readonly LineTarget[] | undefined
  readonly needs: ReadonlyMap<LocalDate, readonly Need[]>
}

/** One row that says who holds a part of which duty. */
interface HeldRow {
  readonly kind: 'held'
  readonly address: string
  readonly text: string
  /** Duties that it may mean, alike but for their number. */
  readonly needs: readonly Need[]
  /** Counted from 0; null = the first that is free. */
  readonly seat: number | null
  readonly slice: Omit<Slice, 'start' | 'end'>
  readonly marks: { readonly from: TimeMark | null; readonly to: TimeMark | null }
  readonly note: string | null
  readonly isYearTaken: boolean
}

type ListRow =
  | HeldRow
  | { readonly kind: 'wrong'; readonly problem: CellProblem | null }
  | { readonly kind: 'outside' | 'undated' | 'empty' }

function readRow(reading: ListReading, row: number): ListRow {
  const cell = (head: Head) => cellOf(reading, row, head)
  if (HEADS.every((head) => cell(head).text === '')) return { kind: 'empty' }
  const dated = dateOf(reading, cell('date'))
  if (!('date' in dated)) return dated
  const doctor = cell('doctor')
  const position = cell('position')
  if (doctor.text === '' && position.text === '') return { kind: 'empty' }
  const needs = needsOf(reading, dated.date, cell('line'), cell('duty'))
  if ('code' in needs) return { kind: 'wrong', problem: needs }
  const words = wordsOf(reading, row)
  if ('code' in words) return { kind: 'wrong', problem: words }
  const holder = holderOf(reading, doctor, position)
  if (!holder) return { kind: 'wrong', problem: null }
  const { origin, shadowing, seat, note, from, to } = words
  return {
    kind: 'held',
    address: (doctor.text === '' ? position : doctor).address,
    text: visible(doctor.text || position.text),
    needs: bestNeeds(needs, from, to, dated.date),
    seat,
    slice: { ...holder, origin: origin ?? (holder.personId === null ? 'locum' : 'share'), shadowing },
    marks: { from, to },
    note,
    isYearTaken: dated.isYearTaken,
  }
}

const HEADS = Object.keys(ROTA_HEADS) as Head[]

interface RowCell {
  readonly text: string
  readonly address: string
}

function cellOf({ table, heads }: ListReading, row: number, head: Head): RowCell {
  const column = heads.columns.get(head)
  if (column === undefined) return { text: '', address: addressOf(row, 0) }
  return { text: cellAt(table, row, column), address: addressOf(row, column) }
}

function dateOf(
  { frame, choices }: ListReading,
  { text, address }: RowCell,
): { readonly date: LocalDate; readonly isYearTaken: boolean } | Exclude<ListRow, HeldRow> {
  if (text === '') return { kind: 'undated' }
  const head = readHeadDate(text)
  const wrong = (code: CellProblem['code'], ...also: string[]) =>
    ({ kind: 'wrong', problem: cellProblem(address, code, visible(text), ...also) }) as const
  if (head?.kind !== 'day') return wrong('not-a-date')
  const placed = placeDates(head, frame.period)
  switch (placed.kind) {
    case 'dates':
      return { date: placed.dates[0] as LocalDate, isYearTaken: placed.isYearTaken }
    case 'outside':
      return { kind: 'outside' }
    case 'no-date':
      return wrong('not-a-date')
    case 'other-weekday':
      return wrong('other-weekday', placed.date, String(placed.weekday))
    case 'other-year':
      return choices.onlyOwnDates
        ? { kind: 'outside' }
        : wrong('other-year', yearsOf(frame.period).join(', '))
  }
}

/** The duties of a date that a row's line and duty name. */
function needsOf(
  { lines, ownLine, needs }: ListReading,
  date: LocalDate,
  line: RowCell,
  duty: RowCell,
): readonly Need[] | CellProblem {
  const byLine = line.text === '' ? ownLine : lines(line.text)
  const targets = byLine ?? (line.text === '' ? lines(duty.text) : undefined)
  if (!targets && line.text !== '') return cellProblem(line.address, 'unknown-line', visible(line.text))
  if (!targets) return cellProblem(duty.address, 'unknown-duty', visible(duty.text))
  const ofDate = needs.get(date) ?? []
  const own = ofDate.filter((need) =>
    targets.some(
      ({ lineId, duty: name }) => lineId === need.lineId && (name === null || isNamed(need, name)),
    ),
  )
  const named =
    duty.text === '' || byLine === undefined ? own : own.filter((need) => isNamed(need, duty.text))
  if (named.length > 0) return named
  const cell = duty.text === '' ? line : duty
  return own.length > 0
    ? cellProblem(cell.address, 'unknown-duty', visible(duty.text))
    : cellProblem(cell.address, 'no-duty', visible(cell.text), line.text, date)
}

function isNamed({ name }: Need, text: string): boolean {
  return plain(name) === plain(text)
}

/** Of duties alike, those that last just as long as the row says, else those that it fits into. */
function bestNeeds(
  needs: readonly Need[],
  from: TimeMark | null,
  to: TimeMark | null,
  date: LocalDate,
): readonly Need[] {
  const spanIn = (need: Need) => intervalIn({ from, to }, need, date)
  const whole = needs.filter((need) => {
    const span = spanIn(need)
    return span?.start === need.start && span.end === need.end
  })
  if (whole.length > 0) return whole
  const around = needs.filter((need) => spanIn(need) !== undefined)
  return around.length > 0 ? around : needs
}

interface RowWords {
  readonly from: TimeMark | null
  readonly to: TimeMark | null
  readonly seat: number | null
  readonly origin: Origin | undefined
  readonly shadowing: boolean
  readonly note: string | null
}

const MOST_SEATS = 100

/** Everything that a row says besides who and which duty, or the first thing in it that cannot be read. */
function wordsOf(reading: ListReading, row: number): RowWords | CellProblem {
  const cell = (head: Head) => cellOf(reading, row, head)
  const wrong = (head: Head, code: CellProblem['code']) =>
    cellProblem(cell(head).address, code, visible(cell(head).text.slice(0, SHOWN)))
  const mark = (head: 'from' | 'to') => (cell(head).text === '' ? null : readMark(cell(head).text))
  const [from, to] = [mark('from'), mark('to')]
  if (from === undefined) return wrong('from', 'unreadable-time')
  if (to === undefined) return wrong('to', 'unreadable-time')
  const seat = cell('seat').text === '' ? null : Number(cell('seat').text) - 1
  if (seat !== null && !(Number.isInteger(seat) && seat >= 0 && seat < MOST_SEATS))
    return wrong('seat', 'not-a-number')
  const word = plain(cell('origin').text)
  const origin = ORIGIN_WORDS.get(word)
  if (word !== '' && origin === undefined) return wrong('origin', 'unknown-word')
  const shadowing = plain(cell('shadowing').text)
  if (!YES_WORDS.has(shadowing) && !NO_WORDS.has(shadowing)) return wrong('shadowing', 'unknown-word')
  const note = cell('note').text || null
  if (note !== null && !isPlainText(note)) return wrong('note', 'hidden-character')
  if (note !== null && note.length > LONGEST_NOTE) return wrong('note', 'too-long')
  return { from, to, seat, origin, shadowing: YES_WORDS.has(shadowing), note }
}

const SHOWN = 60

/** Undefined for somebody unknown, who is then on the list of those, or who is to be left out. */
function holderOf({ people }: ListReading, doctor: RowCell, position: RowCell) {
  const named = doctor.text === '' ? undefined : people.find(doctor.text, doctor.address)
  if (doctor.text !== '' && !named) return undefined
  const place = position.text === '' ? undefined : people.find(position.text, position.address)
  if (position.text !== '' && !place) return undefined
  return { personId: named?.personId ?? null, positionId: place?.positionId ?? named?.positionId ?? null }
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

interface OpenPlace {
  readonly need: Need
  readonly seat: number
  readonly slices: Slice[]
  readonly address: string
  note: string | null
}

/** Puts every row in its place; one without a number of its own in the first where it fits. */
function inPlaces(rows: readonly HeldRow[]): Pick<ReadRota, 'places' | 'problems'> {
  const places = new Map<string, OpenPlace>()
  const problems: CellProblem[] = []
  const ofNeed = (need: Need, seat: number) => places.get(cellKey({ needId: need.id, seat }))
  for (const row of rows) {
    const { address, text, note } = row
    const found = placeFor(row, ofNeed)
    if (found.kind !== 'found') {
      problems.push(cellProblem(address, found.kind, text, ...found.also))
      continue
    }
    const { need, seat, slice } = found
    const place = ofNeed(need, seat) ?? { need, seat, slices: [], address, note: null }
    place.slices.push(slice)
    place.note = note ?? place.note
    places.set(cellKey({ needId: need.id, seat }), place)
  }
  return {
    problems,
    places: [...places.values()].map(({ need, seat, slices, address, note }) => {
      return { needId: need.id, seat, address, note, slices: slices.sort((a, b) => a.start - b.start) }
    }),
  }
}

type FoundPlace =
  | { readonly kind: 'found'; readonly need: Need; readonly seat: number; readonly slice: Slice }
  | {
      readonly kind: 'outside-duty' | 'overlapping' | 'other-number' | ClockFault['kind']
      readonly also: readonly string[]
    }

function placeFor(row: HeldRow, ofNeed: (need: Need, seat: number) => OpenPlace | undefined): FoundPlace {
  let fault: FoundPlace = { kind: 'outside-duty', also: [] }
  for (const need of row.needs) {
    const interval = intervalIn(row.marks, need, need.date)
    const wrong = clockFault(row.marks, need, need.date)
    if (wrong) {
      fault = { kind: wrong.kind, also: [wrong.date, fromMinuteOfDay(wrong.minuteOfDay)] }
      continue
    }
    if (!interval) continue
    const slice = { ...interval, ...row.slice }
    const seats = row.seat === null ? Array.from({ length: need.number }, (_, seat) => seat) : [row.seat]
    for (const seat of seats) {
      if (seat >= need.number) {
        fault = { kind: 'other-number', also: [String(seat + 1), String(need.number)] }
        continue
      }
      if (!sliceFault(need, [...(ofNeed(need, seat)?.slices ?? []), slice]))
        return { kind: 'found', need, seat, slice }
      fault = { kind: 'overlapping', also: [] }
    }
  }
  return fault
}
