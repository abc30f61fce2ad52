import { type FairShare, fairShares } from '../ledger/fair-share.ts'
import { type Cell, type CellRef, cellKey } from '../rota/assignment.ts'
import { DUTY_FORMS } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Stance, Wish } from '../rota/wish.ts'
import { recheck } from '../rules/check.ts'
import type { RotaView } from '../rules/view.ts'
import { isBlocking, type Violation } from '../rules/violation.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { weekdayOf } from '../time/local-date.ts'
import { freshBreaches } from './fresh-breaches.ts'
import { handOver } from './hand-over.ts'

export interface Candidate {
  readonly personId: PersonId
  /** What the choice would newly break or make worse; structural breaches among the blocking. */
  readonly blocking: readonly Violation[]
  readonly warnings: readonly Violation[]
  /** Minutes below the fair share before the choice; negative = above it. */
  readonly fairShareGapMinutes: number
  readonly hasWish: Stance | null
}

/**
 * Every doctor who does not hold the part yet, tried in the place: first those who break nothing that blocks, then those
 * with the fewest warnings, then those furthest below their fair share. `part` null = the whole duty.
 * @throws when the rota has no such need.
 */
export function rankCandidates(view: RotaView, place: CellRef, part: Interval | null): Candidate[] {
  const trying = tryCandidates(view, place, part)
  for (;;) {
    const next = trying.next()
    if (next.done) return next.value
  }
}

/** As `rankCandidates`, one doctor at each step, so that whoever asks can pause. */
export function* tryCandidates(
  view: RotaView,
  place: CellRef,
  part: Interval | null,
): Generator<undefined, Candidate[]> {
  const need = view.needs.get(place.needId)
  if (!need) throw new Error(`district ${view.rota.district.id} has no need ${place.needId} in this rota`)
  const span = part ?? need
  const shares = new Map(fairShares(view.rota).map((share) => [share.personId, share]))
  const found: Candidate[] = []
  for (const { personId } of view.rota.district.doctors) {
    if (holdsPart(view, place, span, personId)) continue
    found.push({
      ...judge(view, withHolder(view, place, span, personId)),
      personId,
      fairShareGapMinutes: gapOf(shares.get(personId)),
      hasWish: stanceOn(view.rota.district.wishes, personId, need),
    })
    yield
  }
  return found.sort(byFitness)
}

function byFitness(a: Candidate, b: Candidate): number {
  return (
    Number(a.blocking.length > 0) - Number(b.blocking.length > 0) ||
    a.warnings.length - b.warnings.length ||
    b.fairShareGapMinutes - a.fairShareGapMinutes ||
    (a.personId < b.personId ? -1 : 1)
  )
}

/** The cell with the part given to one person, as `handOver` has it. */
export function withHolder(view: RotaView, place: CellRef, part: Interval, personId: PersonId): Cell {
  const cell = cellIn(view, place)
  return { ...cell, slices: handOver(cell.slices, part, personId) }
}

function cellIn(view: RotaView, { needId, seat }: CellRef): Cell {
  return (
    view.rota.cells.get(cellKey({ needId, seat })) ?? { needId, seat, slices: [], locked: false, note: '' }
  )
}

function holdsPart(view: RotaView, place: CellRef, part: Interval, personId: PersonId): boolean {
  const own = cellIn(view, place).slices.filter((slice) => slice.personId === personId)
  return own.length > 0 && subtractIntervals([part], own).length === 0
}

function judge(view: RotaView, cell: Cell): Pick<Candidate, 'blocking' | 'warnings'> {
  const { before, after } = recheck(view, [cell], true)
  const fresh = freshBreaches(
    before.filter(isJudged),
    after.filter(isJudged),
    (needId) => view.needs.get(needId)?.blockId,
  )
  return { blocking: fresh.filter(isBlocking), warnings: fresh.filter((found) => !isBlocking(found)) }
}

/** Not what is only shown in reports. The fair share, which every choice moves for everybody, is told as a gap of its own. */
function isJudged({ grade }: Violation): boolean {
  return grade !== 'shown'
}

function gapOf(share: FairShare | undefined): number {
  if (!share) return 0
  return DUTY_FORMS.reduce((gap, form) => gap + share.target.minutes[form] - share.actual.minutes[form], 0)
}

/** The heaviest wish that touches the need. */
function stanceOn(wishes: readonly Wish[], personId: PersonId, need: Need): Stance | null {
  const own = wishes.filter((wish) => wish.personId === personId && isAboutNeed(wish, need))
  return own.sort((a, b) => b.weight - a.weight)[0]?.stance ?? null
}

function isAboutNeed({ about }: Wish, need: Need): boolean {
  if (about.kind === 'duty') return about.needId === need.id
  const isInDates = need.date >= about.from && need.date < about.to
  return isInDates && (about.kind === 'dates' || about.weekdays.includes(weekdayOf(need.date)))
}
