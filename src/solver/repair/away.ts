import { type Cell, type CellKey, type CellRef, cellKey } from '../../core/rota/assignment.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import type { LineId } from '../../core/rota/line.ts'
import type { Need } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { placesOf, type Rota, wholeSlice } from '../../core/rota/rota.ts'
import { addDays, type LocalDate } from '../../core/time/local-date.ts'
import type { Minute } from '../../core/time/minute.ts'
import { type DutySlot, type Encoding, encodeRota } from '../encode/encode.ts'
import { holdersOf } from '../encode/holders.ts'
import { NONE } from '../problem.ts'
import type { Repair } from './rank.ts'
import { standingBreaches } from './standing.ts'

/** Whose duties are to be taken over, and when. */
export interface RepairPart {
  readonly personId: PersonId
  readonly from: LocalDate
  /** Exclusive. */
  readonly to: LocalDate
  /** Every duty of the doctor in the dates, or only those that an absence or exemption which is entered already forbids. */
  readonly reach: 'all' | 'forbidden'
}

/** A rota in which somebody falls away, said for the builder. */
export interface RepairCase {
  /** The rota with the doctor away: what the repairs are judged by. */
  readonly judged: Rota
  readonly encoding: Encoding
  readonly holder: Int16Array
  /** The doctor's duties that somebody else must take, as slots. */
  readonly reached: readonly number[]
  /** Duties that are the doctor's, and stay so because they are locked or parted by hand. */
  readonly bound: readonly CellRef[]
  /** Slots that no repair touches. */
  readonly stays: ReadonlySet<number>
  readonly now: Minute
}

/** How many days before and after the doctor's absence others' duties may change. */
const REACH_DAYS = 14

/** What has begun stays, and what others break already is not this repair's to mend. */
export function toRepairCase(
  rota: Rota,
  lineIds: readonly LineId[],
  part: RepairPart,
  now: Minute,
): RepairCase {
  const judged = withAway(rota, part)
  const encoding = encodeRota(judged, { lineIds, locked: lockedIn(rota, part, now), keep: 'locked' })
  const { problem, slots, staff } = encoding
  const holder = holdersOf(encoding)
  const person = staff.indexOf(part.personId)
  const isForbidden = (slot: number) =>
    holder[slot] === person &&
    problem.refusal[person * problem.slots + slot] !== 0 &&
    slots[slot]!.date < part.to &&
    slots[slot]!.date >= addDays(part.from, -LONGEST_DAYS)
  const own = slots.flatMap((_, slot) => (isForbidden(slot) ? [slot] : []))
  const reached = own.filter((slot) => problem.fixedTo[slot] === NONE)
  const bound = own.flatMap((slot) => begunAt(encoding, slot, now))
  const open = Array.from(problem.movable).filter(
    (slot) => holder[slot] === NONE && problem.conditional[slot] === 0,
  )
  const stays = new Set([...standingBreaches(problem, holder, new Set(reached)), ...open])
  return { judged, encoding, holder, reached, bound, stays, now }
}

/** A duty that began so many days ago may reach into the dates. */
const LONGEST_DAYS = 3

/** The rota with the doctor not available in the dates, where all their duties are to be taken over. */
export function withAway(rota: Rota, { personId, from, to, reach }: RepairPart): Rota {
  if (reach === 'forbidden') return rota
  const absence = { id: 'repair', from, certainFrom: from, to }
  const doctors = rota.district.doctors.map(
    (doctor): Doctor =>
      doctor.personId === personId ? { ...doctor, absences: [...doctor.absences, absence] } : doctor,
  )
  return { ...rota, district: { ...rota.district, doctors } }
}

/** What has begun, and what lies far from the dates. */
function lockedIn(rota: Rota, { from, to }: RepairPart, now: Minute): Set<CellKey> {
  const first = addDays(from, -REACH_DAYS)
  const last = addDays(to, REACH_DAYS)
  const away = rota.needs.filter(({ start, date }) => start <= now || date < first || date >= last)
  return new Set(placesOf(away).map(cellKey))
}

function begunAt({ slots }: Encoding, index: number, now: Minute): CellRef[] {
  const slot = slots[index]!
  if (slot.kind !== 'slice' || slot.shadowing || slot.start <= now) return []
  return [{ needId: slot.need.id, seat: slot.seat }]
}

/** The place of a slot that a repair may move. @throws for any other. */
export function placeAt({ slots }: Encoding, index: number): DutySlot {
  const slot = slots[index]
  if (slot?.kind !== 'place') throw new Error(`slot ${index} is no place`)
  return slot
}

/** The cells of changed slots, with those who learn there left where they are. */
export function cellsAfter(found: RepairCase, repair: Repair): Cell[] {
  return changesIn(found, repair).map(({ need, seat, to }) => {
    const former = found.judged.cells.get(cellKey({ needId: need.id, seat }))
    const shadows = (former?.slices ?? []).filter((slice) => slice.shadowing)
    const held = to === null ? [] : [wholeSlice(need, to)]
    return { needId: need.id, seat, slices: [...held, ...shadows], locked: false, note: former?.note ?? '' }
  })
}

/** One duty that goes from somebody to somebody; null = nobody. */
export interface RepairChange {
  readonly need: Need
  readonly seat: number
  readonly from: PersonId | null
  readonly to: PersonId | null
}

export function changesIn({ encoding, holder }: RepairCase, repair: Repair): RepairChange[] {
  const idOf = (person: number) => (person === NONE ? null : encoding.staff[person]!)
  return repair.changed.map((slot) => {
    const { need, seat } = placeAt(encoding, slot)
    return { need, seat, from: idOf(holder[slot]!), to: idOf(repair.holder[slot]!) }
  })
}

export function personsIn({ encoding }: RepairCase, repair: Repair): PersonId[] {
  return repair.persons.map((person) => encoding.staff[person]!)
}
