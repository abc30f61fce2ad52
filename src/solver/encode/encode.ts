import { type Cell, type CellKey, cellKey, type Slice } from '../../core/rota/assignment.ts'
import { lineOf } from '../../core/rota/district.ts'
import type { Line, LineId } from '../../core/rota/line.ts'
import type { FormPiece, Need } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { type BusyElsewhere, isInPeriod, type Rota } from '../../core/rota/rota.ts'
import { type Interval, intersection } from '../../core/time/interval.ts'
import { isoWeeksIn } from '../../core/time/iso-week.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import { toProblem } from '../derive.ts'
import { blankProblem, type Problem, type ProblemData } from '../problem.ts'
import { type Weights, weightsOf } from '../weights.ts'
import { limitsOf } from './encode-limits.ts'
import { encodePairs } from './encode-pairs.ts'
import { encodeShares } from './encode-shares.ts'
import { encodeSlots } from './encode-slots.ts'
import { encodeStaff, quotasOf } from './encode-staff.ts'

export interface EncodeOptions {
  /** The lines that are built; everything on other lines stays as it is. */
  readonly lineIds: readonly LineId[]
  /** Places that never change; cells marked as locked never change either. */
  readonly locked: ReadonlySet<CellKey>
  /**
   * `locked` builds every other place anew; `near` does so too, but changes as little as it can of `former`; `filled` keeps what
   * is held and fills only what is open.
   */
  readonly keep: 'locked' | 'near' | 'filled'
  /** Who held the places before, where that is not what the rota says. */
  readonly former?: ReadonlyMap<CellKey, Cell>
}

/** One slot as the rota knows it. */
export type EncodedSlot = PlaceSlot | SliceSlot | ElsewhereSlot
export type DutySlot = PlaceSlot | SliceSlot

interface InNeed extends Interval {
  readonly need: Need
  readonly line: Line
  readonly seat: number
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
  readonly overlapClass: string | null
}

/** A place to fill. */
interface PlaceSlot extends InNeed {
  readonly kind: 'place'
  readonly shadowing: false
}

/** A slice that stays as it is. */
interface SliceSlot extends InNeed {
  readonly kind: 'slice'
  readonly personId: PersonId
  readonly shadowing: boolean
}

/** Time taken in another district. */
interface ElsewhereSlot extends Interval {
  readonly kind: 'elsewhere'
  readonly personId: PersonId
  readonly date: LocalDate
  readonly overlapClass: string | null
}

/** A rota as a problem, and what the problem's numbers stand for. */
export interface Encoding {
  readonly rota: Rota
  readonly problem: Problem
  readonly slots: readonly EncodedSlot[]
  readonly staff: readonly PersonId[]
}

export function encodeRota(rota: Rota, options: EncodeOptions): Encoding {
  const staff = rota.district.doctors.map((doctor) => doctor.personId)
  const slots = slotsOf(rota, options, new Set(staff))
  const weeks = isoWeeksIn(rota)
  const blocks = blocksOf(slots)
  const quotas = quotasOf(rota)
  const data = blankProblem(
    {
      slots: slots.length,
      staff: staff.length,
      weeks: weeks.length,
      weekends: weeks.length,
      blocks: blocks.size,
      quotas: quotas.length,
    },
    weightsFor(rota, options.keep),
  )
  encodeSlots(data, rota, slots, staff, weeks, blocks)
  if (options.keep === 'near') encodeFormer(data, options.former ?? rota.cells, slots, staff)
  encodeStaff(data, rota, weeks, quotas)
  encodePairs(data, rota, slots, quotas)
  encodeShares(data, rota, slots)
  const limits = limitsOf(data, rota, slots, weeks)
  return { rota, problem: toProblem({ ...data, limits }), slots, staff }
}

function slotsOf(rota: Rota, options: EncodeOptions, staff: ReadonlySet<PersonId>): EncodedSlot[] {
  const duties = rota.needs.flatMap((need) => {
    const line = lineOf(rota.district, need.lineId)
    return Array.from({ length: need.number }, (_, seat) => slotsInPlace(rota, options, need, line, seat))
  })
  const elsewhere = rota.elsewhere.map(toElsewhere)
  return [...duties.flat(), ...elsewhere]
    .filter((slot) => slot.kind === 'place' || staff.has(slot.personId))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function slotsInPlace(
  rota: Rota,
  options: EncodeOptions,
  need: Need,
  line: Line,
  seat: number,
): (PlaceSlot | SliceSlot)[] {
  const key = cellKey({ needId: need.id, seat })
  const cell = rota.cells.get(key)
  const isOurs = isInPeriod(rota, need) && options.lineIds.includes(need.lineId)
  const isFree = isOurs && !options.locked.has(key) && mayBeBuilt(need, cell, options.keep)
  const stays = (cell?.slices ?? []).filter((slice) => slice.shadowing || !isFree)
  const fixed = stays.flatMap((slice) =>
    slice.personId === null ? [] : [toSlice(need, line, seat, slice, slice.personId)],
  )
  return isFree ? [toPlace(need, line, seat), ...fixed] : fixed
}

/** A place that is open, or held whole by one person when those are built anew. What somebody sliced by hand stays. */
function mayBeBuilt(need: Need, cell: Cell | undefined, keep: EncodeOptions['keep']): boolean {
  if (cell === undefined) return true
  if (cell.locked) return false
  const counting = cell.slices.filter((slice) => !slice.shadowing)
  const [only] = counting
  if (only === undefined) return true
  const isWhole = counting.length === 1 && only.start === need.start && only.end === need.end
  return keep !== 'filled' && isWhole && only.personId !== null
}

function toPlace(need: Need, line: Line, seat: number): PlaceSlot {
  const { start, end, date, pieces } = need
  const { overlapClass } = line
  return { kind: 'place', shadowing: false, start, end, date, pieces, need, line, seat, overlapClass }
}

function toSlice(need: Need, line: Line, seat: number, slice: Slice, personId: PersonId): SliceSlot {
  const { start, end, shadowing } = slice
  const pieces = need.pieces.flatMap((piece) => {
    const part = intersection(piece, slice)
    return part ? [{ form: piece.form, ...part }] : []
  })
  return { ...toPlace(need, line, seat), kind: 'slice', start, end, pieces, personId, shadowing }
}

function toElsewhere(busy: BusyElsewhere): ElsewhereSlot {
  const { date } = toWall(busy.start)
  return { kind: 'elsewhere', ...busy, date }
}

/** What is to change little is not melted down first. */
function weightsFor({ district, from }: Rota, keep: EncodeOptions['keep']): Weights {
  const weights = weightsOf(district.agreement, from)
  return keep === 'near' ? { ...weights, firstTemperature: NEAR_TEMPERATURE } : weights
}

const NEAR_TEMPERATURE = 2_000

/** The whole holder of each place before; a place that was open, sliced or held by somebody who has left has none. */
function encodeFormer(
  data: ProblemData,
  cells: ReadonlyMap<CellKey, Cell>,
  slots: readonly EncodedSlot[],
  staff: readonly PersonId[],
): void {
  slots.forEach((slot, index) => {
    if (slot.kind !== 'place') return
    const cell = cells.get(cellKey({ needId: slot.need.id, seat: slot.seat }))
    const [only, ...others] = (cell?.slices ?? []).filter((slice) => !slice.shadowing)
    if (only?.personId && others.length === 0) data.former[index] = staff.indexOf(only.personId)
  })
}

/** Numbers of the blocks wanted whole: the places of one seat in one block. */
function blocksOf(slots: readonly EncodedSlot[]): Map<string, number> {
  const keys = slots.flatMap((slot) => blockKey(slot) ?? [])
  return new Map([...new Set(keys)].map((key, index) => [key, index]))
}

export function blockKey(slot: EncodedSlot): string | undefined {
  if (slot.kind === 'elsewhere' || slot.need.blockId === null || slot.shadowing) return undefined
  return `${slot.need.blockId}#${slot.seat}`
}

/** A line that stands behind another, or whose form is backup, does not answer first. */
export function isBackupLine(line: Line): boolean {
  return line.form === 'backup' || line.behind.length > 0
}
