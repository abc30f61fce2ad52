import type { Cell, Origin, Slice } from '../../core/rota/assignment.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import type { District } from '../../core/rota/district.ts'
import type { Line } from '../../core/rota/line.ts'
import type { Need } from '../../core/rota/need.ts'
import { type Dates, datesIn, type LocalDate } from '../../core/time/local-date.ts'
import { fromMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_DAY, type Minute } from '../../core/time/minute.ts'
import { isFolded, toOffsetText, toWall } from '../../core/time/oslo.ts'
import { dateCell, type OutCell, type OutSheet } from './out-table.ts'

/** The words of a rota's sheet in one language; each is one that `text/sheet-words.ts` knows when it is read again. */
export interface RotaSheetWords {
  readonly sheet: string
  readonly date: string
  readonly weekday: string
  readonly weekdayOf: (date: LocalDate) => string
  readonly line: string
  readonly duty: string
  readonly seat: string
  readonly from: string
  readonly to: string
  readonly initials: string
  readonly name: string
  readonly position: string
  readonly origin: string
  readonly origins: Readonly<Record<Origin, string>>
  readonly shadowing: string
  readonly shadowingMark: string
  readonly yes: string
  readonly note: string
  readonly until: (time: string) => string
  readonly since: (time: string) => string
  readonly between: (from: string, to: string) => string
}

export interface RotaOut {
  readonly district: Pick<District, 'persons' | 'doctors' | 'positions' | 'lines'>
  readonly needs: readonly Need[]
  readonly cells: ReadonlyMap<string, Cell>
  readonly period: Dates
}

/** One row for each part that somebody holds, with all that the plan knows of it. */
export function rotaList({ district, needs, cells }: RotaOut, words: RotaSheetWords): OutSheet {
  const { holderOf, nameOf, positionOf, codeOf } = names(district)
  const rows = placesOf(needs).flatMap(({ need, seat }) => {
    const cell = cells.get(cellKey({ needId: need.id, seat }))
    return (cell?.slices ?? []).map((slice): OutCell[] => [
      dateCell(need.date),
      codeOf(need.lineId),
      need.name,
      seat + 1,
      timeCell(slice.start),
      timeCell(slice.end),
      slice.personId === null ? '' : holderOf(slice),
      slice.personId === null ? '' : nameOf(slice.personId),
      slice.positionId === null ? '' : positionOf(slice.positionId),
      words.origins[slice.origin],
      slice.shadowing ? words.yes : '',
      cell?.note ?? '',
    ])
  })
  const { date, line, duty, seat, from, to, initials, name, position, origin, shadowing, note } = words
  const heads = [date, line, duty, seat, from, to, initials, name, position, origin, shadowing, note]
  return { name: words.sheet, heads, rows }
}

/** Dates down and lines across, as most spreadsheets have it: each line's places of the day in their order, «–» where one is open. */
export function rotaGrid({ district, needs, cells, period }: RotaOut, words: RotaSheetWords): OutSheet {
  const byDay = Map.groupBy(needs, ({ lineId, date }) => `${date} ${lineId}`)
  const lines = district.lines.filter(({ id }) => needs.some(({ lineId }) => lineId === id))
  const { holderOf } = names(district)
  const cellOn = (line: Line, date: string): string => {
    const places = placesOf(byDay.get(`${date} ${line.id}`) ?? [])
    const texts = places.map(({ need, seat }) => {
      const slices = cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []
      return slices.map((slice) => partText(slice, need, holderOf(slice), words)).join(', ')
    })
    return texts.every((text) => text === '') ? '' : texts.map((text) => text || OPEN).join('/')
  }
  return {
    name: words.sheet,
    heads: [words.date, words.weekday, ...lines.map(({ code, name }) => `${code} ${name}`)],
    rows: datesIn(period).map((date) => [
      dateCell(date),
      words.weekdayOf(date),
      ...lines.map((line) => cellOn(line, date)),
    ]),
  }
}

const OPEN = '–'

function placesOf(needs: readonly Need[]): { readonly need: Need; readonly seat: number }[] {
  return needs.flatMap((need) => Array.from({ length: need.number }, (_, seat) => ({ need, seat })))
}

function names({ persons, doctors, positions, lines }: RotaOut['district']) {
  const initials = new Map(doctors.map((doctor) => [doctor.personId, doctor.initials]))
  const full = new Map(persons.map(({ id, name }) => [id, name]))
  const places = new Map(positions.map(({ id, name }) => [id, name]))
  const codes = new Map(lines.map(({ id, code }) => [id, code]))
  const nameOf = (id: string) => full.get(id) ?? id
  const positionOf = (id: string) => places.get(id) ?? id
  return {
    nameOf,
    positionOf,
    codeOf: (id: string) => codes.get(id) ?? id,
    /** Somebody who has left the district has no initials there. */
    holderOf: ({ personId, positionId }: Slice) =>
      personId === null ? positionOf(positionId ?? '') : (initials.get(personId) ?? nameOf(personId)),
  }
}

/** «KN», «KN til 20», «KN fra 20», «KN 20–22». */
function partText({ start, end, shadowing }: Slice, need: Need, name: string, words: RotaSheetWords): string {
  const [from, to] = [timeText(start, need), timeText(end, need)]
  const part =
    start === need.start && end === need.end
      ? ''
      : start === need.start
        ? ` ${words.until(to)}`
        : end === need.end
          ? ` ${words.since(from)}`
          : ` ${words.between(from, to)}`
  return `${name}${part}${shadowing ? ` ${words.shadowingMark}` : ''}`
}

/** A time of day; with its date where the duty shows it twice, with its offset where the clock does. */
function timeText(minute: Minute, need: Need): string {
  const { date, minuteOfDay } = toWall(minute)
  if (isFolded(date, minuteOfDay)) return toOffsetText(minute).replace('T', ' ')
  const time = fromMinuteOfDay(minuteOfDay)
  return need.end - need.start >= MINUTES_PER_DAY ? `${date} ${time}` : time
}

function timeCell(minute: Minute): OutCell {
  const { date, minuteOfDay } = toWall(minute)
  if (isFolded(date, minuteOfDay)) return toOffsetText(minute).replace('T', ' ')
  return { kind: 'date-time', date, time: fromMinuteOfDay(minuteOfDay) }
}
