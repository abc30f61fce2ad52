import { availabilityFor, isUnavailable } from '../core/ledger/availability.ts'
import { type Cell, cellKey, type Slice } from '../core/rota/assignment.ts'
import { type District, lineOf } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { DutyForm, Line } from '../core/rota/line.ts'
import type { Need, NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Waiver } from '../core/rota/publication.ts'
import { isInPeriod, openParts, type Rota } from '../core/rota/rota.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { Interval } from '../core/time/interval.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { type BoardDay, boardDays } from './board-days.ts'
import { type FlagIndex, indexFlags } from './flags.ts'
import { shownInitials } from './initials.ts'
import { publishedNeeds } from './published-span.ts'

/** One part of one place as the board draws it: held by somebody, or open. */
export interface Entry {
  readonly need: Need
  readonly line: Line
  readonly seat: number
  readonly part: Interval
  /** Null where nobody holds the part. */
  readonly slice: Slice | null
  readonly cell: Cell | undefined
  /** Whether it is a part of the duty only. */
  readonly isPart: boolean
  /** Open by intention: a conditional backup that nobody needs, as far as the rules have found. */
  readonly isIdle: boolean
  /** Stands beside the draft, on days or lines that are not its own: shown, and neither counted nor changed there. */
  readonly isBeside: boolean
}

export interface LineRow {
  readonly line: Line
  readonly name: string
  readonly forms: readonly DutyForm[]
  readonly byDate: ReadonlyMap<LocalDate, readonly Entry[]>
}

export interface DoctorRow {
  readonly doctor: Doctor
  readonly name: string
  readonly byDate: ReadonlyMap<LocalDate, readonly Entry[]>
  /** Dates that a duty begun earlier still fills. */
  readonly carried: ReadonlyMap<LocalDate, Entry>
  readonly unavailable: ReadonlySet<LocalDate>
  readonly atRisk: ReadonlySet<LocalDate>
}

/** What a board shows, wherever it comes from: the pages of the server or the facts in the browser. */
export interface BoardData {
  readonly district: District
  /** The days on the board, with some before and after as context (`isInPeriod` tells them apart). */
  readonly rota: Rota
  readonly draft: Draft | null
  readonly violations: readonly Violation[]
  readonly waivers: readonly AcceptedBreach[]
}

/** Which rule, and whose duties: a breach accepted when it was published. */
export type AcceptedBreach = Pick<Waiver, 'rule' | 'personId' | 'needIds'>

export interface BoardView<Data extends BoardData = BoardData> {
  readonly value: Data
  readonly days: readonly BoardDay[]
  readonly entries: readonly Entry[]
  readonly open: readonly Entry[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly initials: ReadonlyMap<PersonId, string>
  readonly flags: FlagIndex
  /** Whether a breach by this duty and holder was accepted when it was published. */
  readonly isWaived: (needId: NeedId, personId: PersonId | null) => boolean
}

/** A board's value arranged for drawing. Days before and after the period are context and not drawn. */
export function viewBoard<Data extends BoardData>(value: Data): BoardView<Data> {
  const flags = indexFlags(value.violations)
  const isPublished = value.draft ? () => true : publishedNeeds(value.rota)
  const entries = value.rota.needs
    .filter((need) => isInPeriod(value.rota, need) && isPublished(need))
    .flatMap((need) => entriesOf(value, need, flags))
  return {
    value,
    days: boardDays(value.rota.from),
    entries,
    open: entries.filter((entry) => entry.slice === null && !entry.isIdle && !entry.isBeside),
    names: new Map(value.district.persons.map((person) => [person.id, person.name])),
    initials: shownInitials(value.district),
    flags,
    isWaived: (needId, personId) =>
      value.waivers.some(
        (waiver) =>
          waiver.needIds.includes(needId) && (waiver.personId === null || waiver.personId === personId),
      ),
  }
}

/** Rows of lines and the kinds of duty in them, in the district's order of lines and by the first start. */
export function lineRows(view: BoardView): LineRow[] {
  const { lines } = view.value.district
  const grouped = Map.groupBy(view.entries, (entry) => `${entry.line.id} ${entry.need.name}`)
  return [...grouped.values()]
    .map((own) => toLineRow(own))
    .sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line))
}

export function doctorRows(view: BoardView): DoctorRow[] {
  const held = Map.groupBy(view.entries, (entry) => entry.slice?.personId ?? null)
  const needs = Map.groupBy(
    view.value.rota.needs.filter((need) => isInPeriod(view.value.rota, need)),
    (need) => need.date,
  )
  return view.value.district.doctors.map((doctor) =>
    toDoctorRow(view, doctor, held.get(doctor.personId) ?? [], needs),
  )
}

/** The forms in a duty, each once, in the order they come. */
export function formsOf(need: Need): DutyForm[] {
  return [...new Set(need.pieces.map((piece) => piece.form))]
}

function isOwnNeed({ lineIds, from, to }: Draft, need: Need): boolean {
  return need.date >= from && need.date < to && lineIds.includes(need.lineId)
}

function entriesOf(value: BoardData, need: Need, flags: FlagIndex): Entry[] {
  const line = lineOf(value.district, need.lineId)
  const isBeside = value.draft !== null && !isOwnNeed(value.draft, need)
  return Array.from({ length: need.number }, (_, seat) => seat).flatMap((seat) => {
    const cell = value.rota.cells.get(cellKey({ needId: need.id, seat }))
    const slices = [...(cell?.slices ?? [])].sort((a, b) => a.start - b.start)
    const isIdle = line.conditional && slices.length === 0 && flags.of(need.id, null).length === 0
    const entry = (part: Interval, slice: Slice | null): Entry => ({
      need,
      line,
      seat,
      cell,
      part,
      slice,
      isPart: part.start > need.start || part.end < need.end,
      isIdle,
      isBeside,
    })
    return [
      ...slices.map((slice) => entry(slice, slice)),
      ...openParts(value.rota, need, seat).map((part) => entry(part, null)),
    ]
  })
}

function toLineRow(entries: readonly Entry[]): LineRow {
  const [{ line, need }] = entries as [Entry]
  return {
    line,
    name: need.name,
    forms: formsOf(need),
    byDate: Map.groupBy(entries, (entry) => entry.need.date),
  }
}

function toDoctorRow(
  view: BoardView,
  doctor: Doctor,
  entries: readonly Entry[],
  needs: ReadonlyMap<LocalDate, readonly Need[]>,
): DoctorRow {
  const { agreement } = view.value.district
  // Most doctors are never away, and asking for each duty of each day is most of the work.
  const asked =
    doctor.absences.length + doctor.exemptions.length + doctor.rotations.length === 0 ? [] : [...needs]
  const states = asked.map(([date, own]) => ({
    date,
    states: own.map((need) => availabilityFor(doctor, agreement, need)),
  }))
  return {
    doctor,
    name: view.names.get(doctor.personId) ?? '',
    byDate: Map.groupBy(entries, (entry) => entry.need.date),
    carried: carriedDates(entries),
    unavailable: new Set(states.filter((day) => day.states.every(isUnavailable)).map((day) => day.date)),
    atRisk: new Set(states.filter((day) => day.states.includes('at-risk')).map((day) => day.date)),
  }
}

/** A duty fills a later date when it lasts past noon there: a night that ends at 08:00 does not. */
function carriedDates(entries: readonly Entry[]): Map<LocalDate, Entry> {
  const dates = new Map<LocalDate, Entry>()
  for (const entry of entries) {
    const { end } = entry.part
    for (
      let date = addDays(entry.need.date, 1);
      dayInterval(date).start + 12 * 60 < end;
      date = addDays(date, 1)
    )
      dates.set(date, entry)
  }
  return dates
}
