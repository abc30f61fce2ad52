import { availabilityFor, isUnavailable } from '../core/ledger/availability.ts'
import { cellKey } from '../core/rota/assignment.ts'
import { type District, lineOf } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { DutyForm, Line } from '../core/rota/line.ts'
import type { Need, NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Waiver } from '../core/rota/publication.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import type { Violation } from '../core/rules/violation.ts'
import { daysBetween, type LocalDate } from '../core/time/local-date.ts'
import { type BoardDay, boardDays } from './board-days.ts'
import { carriedDates, type Entry, entriesOfPlace, formsOf } from './entries.ts'
import { type FlagIndex, indexFlags } from './flags.ts'
import { shownInitials } from './initials.ts'

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
  const entries = value.rota.needs
    .filter((need) => isInPeriod(value.rota, need) && isShown(value, need))
    .flatMap((need) => entriesOf(value, need, flags))
  return {
    value,
    days: boardDays(value.rota.from, daysBetween(value.rota.from, value.rota.to)),
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

/** A draft's board shows every duty around it, that of the timeline what is published. */
export function isShown({ rota, draft }: Pick<BoardData, 'rota' | 'draft'>, need: Need): boolean {
  return draft !== null || rota.unpublished?.has(need.id) !== true
}

/** Rows of lines and the kinds of duty in them, in the district's order of lines and by the first start. */
export function lineRows(view: BoardView): LineRow[] {
  const { lines } = view.value.district
  const grouped = Map.groupBy(view.entries, (entry) => `${entry.line.id} ${entry.need.name}`)
  return [...grouped.values()]
    .map((own) => toLineRow(own))
    .sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line))
}

/** One doctor's row alone. */
export function doctorRow(view: BoardView, doctor: Doctor): DoctorRow {
  const own = view.entries.filter((entry) => entry.slice?.personId === doctor.personId)
  return toDoctorRow(view, doctor, own, needsByDate(view))
}

export function doctorRows(view: BoardView): DoctorRow[] {
  const held = Map.groupBy(view.entries, (entry) => entry.slice?.personId ?? null)
  const needs = needsByDate(view)
  return view.value.district.doctors.map((doctor) =>
    toDoctorRow(view, doctor, held.get(doctor.personId) ?? [], needs),
  )
}

function needsByDate({ value: { rota } }: BoardView): Map<LocalDate, Need[]> {
  return Map.groupBy(
    rota.needs.filter((need) => isInPeriod(rota, need)),
    (need) => need.date,
  )
}

function isOwnNeed({ lineIds, from, to }: Draft, need: Need): boolean {
  return need.date >= from && need.date < to && lineIds.includes(need.lineId)
}

function entriesOf(value: BoardData, need: Need, flags: FlagIndex): Entry[] {
  const line = lineOf(value.district, need.lineId)
  const isBeside = value.draft !== null && !isOwnNeed(value.draft, need)
  const isAsked = line.conditional && flags.of(need.id, null).length > 0
  return Array.from({ length: need.number }, (_, seat) => seat).flatMap((seat) => {
    const cell = value.rota.cells.get(cellKey({ needId: need.id, seat }))
    return entriesOfPlace({ need, line, seat, cell, isAsked, isBeside })
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
    carried: new Map(entries.flatMap((entry) => carriedDates(entry).map((date) => [date, entry] as const))),
    unavailable: new Set(states.filter((day) => day.states.every(isUnavailable)).map((day) => day.date)),
    atRisk: new Set(states.filter((day) => day.states.includes('at-risk')).map((day) => day.date)),
  }
}
