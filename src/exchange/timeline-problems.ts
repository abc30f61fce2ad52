import type { Holding, ImportedTimeline } from '../core/plans/imported-timeline.ts'
import { type SliceFault, sliceFault } from '../core/rota/assignment.ts'
import { type District, lineOf } from '../core/rota/district.ts'
import { LONGEST_NEED_MINUTES, type Need } from '../core/rota/need.ts'
import { overlaps } from '../core/time/interval.ts'
import { toOffsetText, toWall } from '../core/time/oslo.ts'
import type { FileProblem, FileProblemCode } from '../text/file-problem.ts'
import { type Place, pathOf, problemAt } from './problem-place.ts'
import { twiceAmong } from './references.ts'

const SLICE_CODES: Readonly<Record<SliceFault, FileProblemCode>> = {
  'outside-duty': 'held-outside-duty',
  empty: 'ends-before-start',
  overlapping: 'held-twice',
  nobody: 'held-by-nobody',
}

/** A published rota that could not have been published: duties that can't be, holders that are not there, double bookings. */
export function timelineProblems(district: District, timeline: ImportedTimeline): FileProblem[] {
  const needs = timeline.needs.map((need, index) => ({ need, place: ['timeline', 'needs', index] }))
  const ids = needs.map(({ need, place }) => ({ name: need.id, place: [...place, 'id'] }))
  return [
    ...twiceAmong(ids, 'id-twice'),
    ...needs.flatMap(({ need, place }) => needProblems(district, need, place)),
    ...holdingProblems(district, timeline),
  ]
}

function needProblems(district: District, need: Need, place: Place): FileProblem[] {
  if (!district.lines.some((line) => line.id === need.lineId))
    return [problemAt([...place, 'lineId'], 'unknown-line', need.lineId)]
  const spans = [
    { ...need, at: place },
    { ...need.paid, at: [...place, 'paid'] },
    ...need.pieces.map((piece, index) => ({ ...piece, at: [...place, 'pieces', index] })),
  ]
  const problems = spans.flatMap(({ start, end, at }) =>
    end > start
      ? []
      : [problemAt([...at, 'end'], 'ends-before-start', toOffsetText(end), toOffsetText(start))],
  )
  if (need.end - need.start > LONGEST_NEED_MINUTES)
    problems.push(problemAt([...place, 'end'], 'duty-too-long', toOffsetText(need.end), '72'))
  const prefix = `${need.lineId}.${need.date}.`
  if (!need.id.startsWith(prefix) || toWall(need.start).date !== need.date)
    problems.push(problemAt([...place, 'id'], 'duty-id-differs', need.id, `${prefix}…`))
  return [...problems, ...pieceProblems(need, place)]
}

function pieceProblems(need: Need, place: Place): FileProblem[] {
  const pieces = need.pieces
    .map((piece, index) => ({ piece, at: [...place, 'pieces', index] }))
    .sort((a, b) => a.piece.start - b.piece.start)
  const problems: FileProblem[] = []
  let reached = need.start
  for (const { piece, at } of pieces) {
    const shown = toOffsetText(piece.start)
    if (piece.start < need.start || piece.end > need.end)
      problems.push(problemAt(at, 'piece-outside-window', shown, need.id))
    else if (piece.start < reached) problems.push(problemAt(at, 'pieces-overlap', shown))
    else if (piece.start > reached) problems.push(problemAt(at, 'pieces-leave-gap', shown))
    reached = Math.max(reached, piece.end)
  }
  if (reached < need.end) problems.push(problemAt([...place, 'pieces'], 'pieces-leave-gap', need.id))
  return problems
}

interface Placed {
  readonly holding: Holding
  readonly need: Need
  readonly place: Place
}

function holdingProblems(district: District, timeline: ImportedTimeline): FileProblem[] {
  const needs = new Map(timeline.needs.map((need) => [need.id, need]))
  const problems: FileProblem[] = []
  const placed: Placed[] = []
  timeline.holdings.forEach((holding, index) => {
    const place = ['timeline', 'holdings', index]
    const need = needs.get(holding.needId)
    if (!need) problems.push(problemAt([...place, 'needId'], 'unknown-duty', holding.needId))
    else if (holding.seat >= need.number)
      problems.push(problemAt([...place, 'seat'], 'no-such-place', holding.seat, String(need.number)))
    else placed.push({ holding, need, place })
  })
  const unknown = placed.flatMap((entry) => holderProblems(district, entry))
  return [...problems, ...unknown, ...seatProblems(placed), ...doubleBookings(district, placed)]
}

function holderProblems(district: District, { holding, place }: Placed): FileProblem[] {
  const { personId, positionId } = holding
  const isDoctor = personId === null || district.doctors.some((doctor) => doctor.personId === personId)
  const isPosition = positionId === null || district.positions.some((position) => position.id === positionId)
  return [
    ...(isDoctor ? [] : [problemAt([...place, 'personId'], 'unknown-doctor', personId)]),
    ...(isPosition ? [] : [problemAt([...place, 'positionId'], 'unknown-position', positionId)]),
  ]
}

function seatProblems(placed: readonly Placed[]): FileProblem[] {
  const seats = Map.groupBy(placed, ({ holding }) => `${holding.needId}#${holding.seat}`)
  return [...seats.values()].flatMap((entries) => {
    const { need, place } = entries[0] as Placed
    const fault = sliceFault(
      need,
      entries.map((entry) => entry.holding),
    )
    return fault ? [problemAt(place, SLICE_CODES[fault], need.id)] : []
  })
}

/** As the database would refuse it: two duties of a person at once, save on lines of one overlap class. */
function doubleBookings(district: District, placed: readonly Placed[]): FileProblem[] {
  const people = Map.groupBy(
    placed.filter(({ holding, need }) => holding.personId !== null && hasLine(district, need)),
    ({ holding }) => holding.personId,
  )
  return [...people.values()].flatMap((entries) => {
    let open: Placed[] = []
    return entries
      .toSorted((a, b) => a.holding.start - b.holding.start)
      .flatMap((entry) => {
        open = open.filter((before) => before.holding.end > entry.holding.start)
        const other = open.find((before) => isDouble(district, before, entry))
        open.push(entry)
        if (!other) return []
        return [problemAt(entry.place, 'double-booked', entry.holding.personId, pathOf(other.place))]
      })
  })
}

function isDouble(district: District, a: Placed, b: Placed): boolean {
  const overlapClass = lineOf(district, a.need.lineId).overlapClass
  const isAllowed = overlapClass !== null && overlapClass === lineOf(district, b.need.lineId).overlapClass
  return overlaps(a.holding, b.holding) && !isAllowed
}

function hasLine(district: District, need: Need): boolean {
  return district.lines.some((line) => line.id === need.lineId)
}
