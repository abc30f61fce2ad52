import { type Interval, intersection, subtractIntervals } from '../time/interval.ts'
import type { Dates, LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import type { SpecialHoliday } from './agreement.ts'
import { type Cell, type CellKey, type CellRef, cellKey, type Slice } from './assignment.ts'
import { type District, lineOf } from './district.ts'
import type { DutyForm, LineId } from './line.ts'
import type { FormPiece, Need, NeedId } from './need.ts'
import type { PersonId } from './person.ts'

/** A duty in another district: all that this district may know of it. */
export interface BusyElsewhere extends Interval {
  readonly personId: PersonId
  readonly overlapClass: string | null
}

/**
 * Needs and who holds them, timeline or draft alike, for needs that start from `from` (inclusive) to `to` (exclusive).
 * Needs before and after the period may be present as context for rest; `isInPeriod` tells them apart.
 */
export interface Rota {
  readonly district: District
  readonly from: LocalDate
  readonly to: LocalDate
  /** The plan these dates belong to, over which agreed numbers of duties are counted; null = none known, left out = the dates themselves. */
  readonly plan?: Dates | null
  /** Sorted by start. */
  readonly needs: readonly Need[]
  /** Needs that the templates alone ask for, on days for which their line has published nothing: there for the rules. Left out = none. */
  readonly unpublished?: ReadonlySet<NeedId>
  /** Keyed by `cellKey`; a missing cell is open. */
  readonly cells: ReadonlyMap<CellKey, Cell>
  readonly elsewhere: readonly BusyElsewhere[]
  /** Special holidays held before the period, published here or entered by the district; left out = none known. */
  readonly holidaysHeld?: readonly HolidayHeld[]
  /** What each doctor brings from closed periods and corrections; left out = nothing. */
  readonly balances?: readonly ShareBalance[]
  /** Present while the rota is about to be published: the day, and when it was discussed with the union representative. */
  readonly publishing?: { readonly on: LocalDate; readonly discussedOn: LocalDate | null }
}

/** A special holiday that a person held; `year` is that of its first day, so New Year 2026 ends on 1 January 2027. */
export interface HolidayHeld {
  readonly personId: PersonId
  readonly holiday: SpecialHoliday
  readonly year: number
}

/** What is shared evenly: minutes of each form, and numbers of nights, weekends and duties on public holidays. */
export type ShareMeasure = DutyForm | 'nights' | 'weekends' | 'holidays'

/** How far a doctor stands from the fair share of earlier periods: above 0 has carried more, below 0 owes. */
export interface ShareBalance {
  readonly personId: PersonId
  readonly measure: ShareMeasure
  readonly amount: number
}

/** A slice seen as a duty of one person, with the form pieces that fall inside it. */
export interface Duty extends Interval {
  readonly needId: NeedId
  readonly seat: number
  readonly lineId: LineId
  readonly personId: PersonId
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
  readonly blockId: string | null
  readonly overlapClass: string | null
  readonly shadowing: boolean
}

export function isInPeriod(rota: Rota, need: Need): boolean {
  return need.date >= rota.from && need.date < rota.to
}

/** Every place of every need in the rota, in the order of the needs. */
export function placesOf(needs: readonly Need[]): CellRef[] {
  const places: CellRef[] = []
  for (const { id: needId, number } of needs)
    for (let seat = 0; seat < number; seat++) places.push({ needId, seat })
  return places
}

/** All duties held by a named person, by start. */
export function dutiesOf(rota: Rota): Duty[] {
  return dutiesByPlace(rota).sort(byStart)
}

export function byStart(a: Interval, b: Interval): number {
  return a.start - b.start || a.end - b.end
}

/** As `dutiesOf`, in the order of needs and seats. */
export function dutiesByPlace(rota: Rota): Duty[] {
  const duties: Duty[] = []
  eachDuty(rota, (duty) => duties.push(duty))
  return duties
}

/** Tells of every duty that a named person holds, with what it is of, in the order of needs and seats. */
export function eachDuty(rota: Rota, tell: (duty: Duty, need: Need, slice: Slice) => void): void {
  const overlapClasses = new Map(rota.district.lines.map((line) => [line.id, line.overlapClass]))
  for (const { need, keys } of keyedNeeds(rota.needs)) {
    const known = overlapClasses.get(need.lineId)
    for (const key of keys) {
      const cell = rota.cells.get(key)
      if (!cell || cell.slices.length === 0) continue
      const overlapClass = known === undefined ? lineOf(rota.district, need.lineId).overlapClass : known
      for (const slice of cell.slices)
        if (slice.personId !== null)
          tell(toDuty(need, cell.seat, slice, slice.personId, overlapClass), need, slice)
    }
  }
}

export interface KeyedNeed {
  readonly need: Need
  /** Of its seats. */
  readonly keys: readonly CellKey[]
}

/** Kept for each list of needs, since making the keys costs more than looking the cells up. */
const KEYS = new WeakMap<readonly Need[], readonly KeyedNeed[]>()

/** Of each need its places' keys, worked out once for a list of needs. */
export function keyedNeeds(needs: readonly Need[]): readonly KeyedNeed[] {
  const known = KEYS.get(needs)
  if (known) return known
  const keyed = needs.map((need) => ({ need, keys: placesOf([need]).map(cellKey) }))
  KEYS.set(needs, keyed)
  return keyed
}

/** The duties of a place of a need, in the order of its slices; those of a locum still to be named are nobody's. */
export function dutiesOfCell(need: Need, { seat, slices }: Cell, overlapClass: string | null): Duty[] {
  return slices.flatMap((slice) =>
    slice.personId === null ? [] : [toDuty(need, seat, slice, slice.personId, overlapClass)],
  )
}

/** The parts of a place that nobody holds: the whole need when it is open. A locum still to be named counts as a holder. */
export function openParts(rota: Rota, need: Need, seat: number): Interval[] {
  return openPartsIn(need, rota.cells.get(cellKey({ needId: need.id, seat })))
}

/** The same of a cell that was looked up already; undefined where nobody ever held the place. */
export function openPartsIn(need: Need, cell: Cell | undefined): Interval[] {
  const held = (cell?.slices ?? []).filter((slice) => !slice.shadowing)
  const [only] = held
  // Nearly every place is held whole by one.
  if (held.length === 1 && only && only.start <= need.start && only.end >= need.end) return []
  return subtractIntervals([{ start: need.start, end: need.end }], held)
}

export function sliceOf({ start, end, personId, positionId, origin, shadowing }: Slice): Slice {
  return { start, end, personId, positionId, origin, shadowing }
}

/** The slice that covers the whole need, held by one person. */
export function wholeSlice(need: Need, personId: PersonId, origin: Slice['origin'] = 'share'): Slice {
  return { start: need.start, end: need.end, personId, positionId: null, origin, shadowing: false }
}

function toDuty(
  need: Need,
  seat: number,
  slice: Slice,
  personId: PersonId,
  overlapClass: string | null,
): Duty {
  return {
    start: slice.start,
    end: slice.end,
    needId: need.id,
    seat,
    lineId: need.lineId,
    personId,
    date: need.date,
    pieces: clipPieces(need.pieces, slice.start, slice.end),
    blockId: need.blockId,
    overlapClass,
    shadowing: slice.shadowing,
  }
}

/** The parts of form pieces that lie inside a span; the pieces themselves when all of them do. */
export function clipPieces(pieces: readonly FormPiece[], start: Minute, end: Minute): readonly FormPiece[] {
  if (isAllInside(pieces, start, end)) return pieces
  return pieces.flatMap((piece) => {
    const part = intersection(piece, { start, end })
    return part ? [{ form: piece.form, ...part }] : []
  })
}

function isAllInside(pieces: readonly FormPiece[], start: Minute, end: Minute): boolean {
  for (const piece of pieces)
    if (piece.start < start || piece.end > end || piece.start >= piece.end) return false
  return true
}
