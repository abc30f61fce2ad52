import { cellKey } from '../../core/rota/assignment.ts'
import type { Need } from '../../core/rota/need.ts'
import { type LocalDate, weekdayOf } from '../../core/time/local-date.ts'
import { fromMinuteOfDay } from '../../core/time/local-time.ts'
import { toWall } from '../../core/time/oslo.ts'
import { visible } from '../../text/plain-text.ts'
import { ON_DUTY_SIGNS } from '../../text/sheet-words.ts'
import { type CellProblem, cellProblem } from '../../text/table-problem.ts'
import type { Table } from '../table.ts'
import { type CellName, readCellNames } from './cell-names.ts'
import { type DatedSheet, datedSheet } from './date-axis.ts'
import { type GridColumn, gridColumns } from './grid-columns.ts'
import { placeDates, readWeekday, yearsOf } from './head-date.ts'
import { type LineTarget, lineFinder, targetKey } from './line-heads.ts'
import { namedDoctors, nameFinder } from './names.ts'
import { type PeopleInSheet, peopleInSheet } from './people-in-sheet.ts'
import { type HeldPart, type Place, shareOut } from './place-parts.ts'
import type { ReadPlace, ReadRota, RotaChoices, RotaFrame } from './rota-table.ts'

/**
 * Reads a rota whose dates stand down or across, and whose other columns or rows are lines, their duties, or doctors. Dates
 * without a year are the plan's; rows without a date and dates outside the plan are left out and counted. Undefined without dates.
 */
export function readRotaGrid(
  table: Table,
  sheetName: string,
  frame: RotaFrame,
  choices: RotaChoices,
): ReadRota | undefined {
  const sheet = datedSheet(table, sheetName)
  if (!sheet) return undefined
  const lineIds = new Set(frame.needs.map(({ lineId }) => lineId))
  const planned = frame.district.lines.filter(({ id }) => lineIds.has(id))
  const lines = lineFinder(planned, frame.needs)
  const [first] = planned
  const ownLine =
    lines(sheetName) ?? (first && planned.length === 1 ? [{ lineId: first.id, duty: null }] : undefined)
  const names = nameFinder(namedDoctors(frame.district), choices.names)
  const { columns, unknown, weekdays } = gridColumns(sheet, { lines, names, ownLine }, choices)
  const days = gridDates(sheet, weekdays, frame, choices)
  const people = peopleInSheet(frame, choices.names)
  const entries = collect({ sheet, columns, days: days.dates, lines, ownLine, people })
  const settled = settle([...entries.days.values()], frame, people)
  return {
    shape: columns.some(({ kind }) => kind === 'doctor') ? 'doctors' : 'lines',
    places: settled.places,
    problems: [
      ...unknown.map(({ key, text }) => cellProblem(key, 'unknown-column', text)),
      ...days.problems,
      ...entries.problems,
      ...people.problems,
      ...settled.problems,
    ],
    unknownNames: people.unknown,
    unknownColumns: unknown,
    matched: people.matched,
    isYearTaken: days.isYearTaken,
    leftOut: { dates: days.outside, rows: rowsWithoutDate(sheet, columns) },
  }
}

interface GridDates {
  readonly dates: ReadonlyMap<number, readonly LocalDate[]>
  readonly problems: readonly CellProblem[]
  readonly isYearTaken: boolean
  readonly outside: number
}

function gridDates(
  sheet: DatedSheet,
  weekdays: number | null,
  { period }: RotaFrame,
  { onlyOwnDates }: RotaChoices,
): GridDates {
  const dates = new Map<number, readonly LocalDate[]>()
  const problems: CellProblem[] = []
  let isYearTaken = false
  let outside = 0
  for (const [row, head] of sheet.dates) {
    const placed = placeDates(head, period)
    const text = visible(sheet.rows[row]?.[sheet.dateColumn] ?? '')
    const address = sheet.address(row, sheet.dateColumn)
    if (placed.kind === 'no-date') problems.push(cellProblem(address, 'not-a-date', text))
    else if (placed.kind === 'other-weekday')
      problems.push(cellProblem(address, 'other-weekday', text, placed.date, String(placed.weekday)))
    else if (placed.kind === 'outside' || (placed.kind === 'other-year' && onlyOwnDates)) outside += 1
    else if (placed.kind === 'other-year')
      problems.push(cellProblem(address, 'other-year', text, yearsOf(period).join(', ')))
    else {
      const wrong = weekdays === null ? undefined : wrongWeekday(sheet, row, weekdays, placed.dates)
      if (wrong) problems.push(wrong)
      isYearTaken ||= placed.isYearTaken
      dates.set(row, placed.dates)
    }
  }
  return { dates, problems, isYearTaken, outside }
}

function wrongWeekday(
  sheet: DatedSheet,
  row: number,
  column: number,
  dates: readonly LocalDate[],
): CellProblem | undefined {
  const text = sheet.rows[row]?.[column] ?? ''
  const said = readWeekday(text)
  const [date] = dates
  if (said === undefined || date === undefined || dates.length > 1 || said === weekdayOf(date))
    return undefined
  return cellProblem(
    sheet.address(row, column),
    'other-weekday',
    visible(text),
    date,
    String(weekdayOf(date)),
  )
}

/** Rows below the first date that say something in a column of the rota, but on no date: sums and legends. */
function rowsWithoutDate({ rows, dates }: DatedSheet, columns: readonly GridColumn[]): number {
  const first = dates.keys().next().value ?? 0
  return rows.filter(
    (row, index) =>
      index > first && !dates.has(index) && columns.some(({ column }) => (row[column] ?? '').trim() !== ''),
  ).length
}

/** What the cells of one date say of one line or duty, in the order of the columns. */
interface DayEntry {
  readonly date: LocalDate
  readonly target: LineTarget
  /** Where the first of its cells stands. */
  readonly address: string
  readonly text: string
  readonly groups: (readonly CellName[] | null)[]
  isOpen: boolean
}

interface Collecting {
  readonly sheet: DatedSheet
  readonly columns: readonly GridColumn[]
  readonly days: GridDates['dates']
  readonly lines: (text: string) => readonly LineTarget[] | undefined
  readonly ownLine: readonly LineTarget[] | undefined
  readonly people: PeopleInSheet
}

interface Collected {
  readonly days: Map<string, DayEntry>
  readonly problems: CellProblem[]
}

function collect(given: Collecting): Collected {
  const collected: Collected = { days: new Map(), problems: [] }
  for (const [row, dates] of given.days)
    for (const column of given.columns) {
      const text = given.sheet.rows[row]?.[column.column] ?? ''
      const address = given.sheet.address(row, column.column)
      const cell = { text, address, dates }
      if (column.kind === 'lines') lineCell(given, collected, column.targets, cell)
      else if (text.trim() !== '') doctorCell(given, collected, column.text, cell)
    }
  return collected
}

interface GridCell {
  readonly text: string
  readonly address: string
  readonly dates: readonly LocalDate[]
}

/** A cell under a line: whoever has it that day. Under several lines, one group for each. */
function lineCell(
  { people }: Collecting,
  collected: Collected,
  targets: readonly LineTarget[],
  cell: GridCell,
): void {
  const words = readCellNames(cell.text, people.isName)
  if (words.kind === 'too-long' || words.kind === 'unreadable-time') {
    collected.problems.push(cellProblem(cell.address, words.kind, visible(cell.text.slice(0, SHOWN))))
    return
  }
  const groups = words.kind === 'names' ? words.groups : [null]
  if (targets.length > 1 && words.kind === 'names' && groups.length !== targets.length) {
    const counts = [String(groups.length), String(targets.length)]
    collected.problems.push(cellProblem(cell.address, 'other-number', visible(cell.text), ...counts))
    return
  }
  targets.forEach((target, index) => {
    const own = targets.length > 1 ? [groups[index] ?? null] : groups
    for (const date of cell.dates)
      add(collected, { date, target, cell, groups: own, isOpen: words.kind === 'open' })
  })
}

/** Of a cell that is told to be wrong. */
const SHOWN = 60

/** A line with a time after it, which is no part of its name. */
const SHARED = /\d ?[-–] ?\d| (?:til|to|until|fra|frå|from) /i

/** A cell under a doctor: which lines they have that day. */
function doctorCell(
  { lines, ownLine }: Collecting,
  collected: Collected,
  doctor: string,
  cell: GridCell,
): void {
  const isLine = (text: string) =>
    !SHARED.test(text) && (lines(text) !== undefined || ON_DUTY_SIGNS.has(text.toLowerCase()))
  const words = readCellNames(cell.text, isLine)
  if (words.kind === 'blank' || words.kind === 'open') return
  if (words.kind !== 'names') {
    collected.problems.push(cellProblem(cell.address, words.kind, visible(cell.text.slice(0, SHOWN))))
    return
  }
  for (const part of words.groups.flatMap((group) => group ?? [])) {
    const targets = lines(part.text) ?? (ON_DUTY_SIGNS.has(part.text.toLowerCase()) ? ownLine : undefined)
    if (!targets) collected.problems.push(cellProblem(cell.address, 'unknown-line', visible(part.text)))
    for (const target of targets ?? [])
      for (const date of cell.dates)
        add(collected, { date, target, cell, groups: [[{ ...part, text: doctor }]], isOpen: false })
  }
}

interface Added {
  readonly date: LocalDate
  readonly target: LineTarget
  readonly cell: GridCell
  readonly groups: readonly (readonly CellName[] | null)[]
  readonly isOpen: boolean
}

function add({ days }: Collected, { date, target, cell, groups, isOpen }: Added): void {
  const key = `${date} ${targetKey(target)}`
  const known = days.get(key)
  if (known) {
    known.groups.push(...groups)
    known.isOpen &&= isOpen
  } else days.set(key, { date, target, address: cell.address, text: cell.text, groups: [...groups], isOpen })
}

interface Settled {
  readonly places: readonly ReadPlace[]
  readonly problems: readonly CellProblem[]
}

/** Puts every date's names in the places of their line. */
function settle(entries: readonly DayEntry[], { needs }: RotaFrame, people: PeopleInSheet): Settled {
  const byDay = Map.groupBy(needs, ({ lineId, date }) => `${date} ${lineId}`)
  const taken = new Map<string, ReadPlace>()
  const problems: CellProblem[] = []
  for (const entry of entries) {
    const isBlank = entry.groups.every((group) => group === null)
    if (isBlank && !entry.isOpen) continue
    const places = placesOf(byDay.get(`${entry.date} ${entry.target.lineId}`) ?? [], entry.target)
    const read = isBlank
      ? places.map((place) => ({ ...place, slices: [] }))
      : shared(entry, places, people, problems)
    for (const { need, seat, slices } of read) {
      const place = { needId: need.id, seat, slices, note: null, address: entry.address }
      const other = taken.get(cellKey(place))
      if (other) problems.push(cellProblem(entry.address, 'given-twice', visible(entry.text), other.address))
      else taken.set(cellKey(place), place)
    }
  }
  return { places: [...taken.values()], problems }
}

/** The places of a duty by its name; on a day without it, of those whose name begins so: «Nattevakt» has «Nattevakt i helg». */
function placesOf(needs: readonly Need[], { duty }: LineTarget): Place[] {
  const exact = needs.filter(({ name }) => duty === null || plain(name) === duty)
  const own = exact.length > 0 ? exact : needs.filter(({ name }) => plain(name).startsWith(`${duty} `))
  return own.flatMap((need) => Array.from({ length: need.number }, (_, seat) => ({ need, seat })))
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function shared(entry: DayEntry, places: readonly Place[], people: PeopleInSheet, problems: CellProblem[]) {
  const { address, date, target } = entry
  const text = visible(entry.text)
  const groups = entry.groups.map((group) => group && heldParts(group, address, people))
  if (places.length === 0) {
    problems.push(cellProblem(address, 'no-duty', text, target.lineId, date))
    return []
  }
  if (groups.some((group) => group?.isUnknown)) return []
  const out = shareOut(
    groups.map((group) => (group && group.parts.length > 0 ? group.parts : null)),
    places,
  )
  if (out.kind === 'shared') return out.places
  const [first, last] = [places[0] as Place, places.at(-1) as Place]
  const also =
    out.kind === 'no-such-time' || out.kind === 'time-twice'
      ? [out.date, fromMinuteOfDay(out.minuteOfDay)]
      : out.kind === 'other-number'
        ? [String(entry.groups.length), String(places.length)]
        : [`${clock(first.need.start)}–${clock(last.need.end)}`]
  problems.push(cellProblem(address, out.kind, text, ...also))
  return []
}

/** The names of one place with whom they mean; those that are to be left out fall out. */
function heldParts(group: readonly CellName[], address: string, people: PeopleInSheet) {
  const parts: HeldPart[] = []
  let isUnknown = false
  for (const { text, from, to, shadowing } of group) {
    const holder = people.find(text, address)
    if (holder === undefined) isUnknown = true
    else if (holder) parts.push({ holder, from, to, shadowing })
  }
  return { parts, isUnknown }
}

function clock(minute: number): string {
  return fromMinuteOfDay(toWall(minute).minuteOfDay)
}
