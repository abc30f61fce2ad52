import type { Assignment, Outcome, Slice } from '../rota/assignment.ts'
import type { FormPiece, Need } from '../rota/need.ts'
import { clipPieces, type Duty, dutiesOf, type Rota } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'

/**
 * The duties as they were worked: at the times told by outcomes, otherwise as planned. A duty that began earlier or lasted
 * longer than its need keeps the form it began or ended with; one that came to nothing (end not after start) is left out.
 * An outcome whose assignment does not stand in the rota is passed over.
 */
export function workedDuties(
  rota: Rota,
  assignments: readonly Assignment[],
  outcomes: readonly Outcome[],
): Duty[] {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.assignmentId, outcome]))
  const worked = new Map<string, Outcome>()
  for (const assignment of assignments) {
    const outcome = outcomeOf.get(assignment.id)
    if (outcome) worked.set(placeOf(assignment), outcome)
  }
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  return dutiesOf(rota)
    .map((duty) => workedDuty(duty, needs.get(duty.needId) as Need, worked.get(placeOf(duty)) ?? duty))
    .filter((duty) => duty.end > duty.start)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function placeOf(part: Pick<Assignment, 'needId' | 'seat'> & Pick<Slice, 'personId' | 'start'>): string {
  return `${part.needId}#${part.seat}@${part.start}:${part.personId}`
}

function workedDuty(duty: Duty, need: Need, { start, end }: Interval): Duty {
  return { ...duty, start, end, pieces: clipPieces(stretch(need.pieces, { start, end }), start, end) }
}

function stretch(pieces: readonly FormPiece[], actual: Interval): FormPiece[] {
  return pieces.map((piece, index) => ({
    form: piece.form,
    start: index === 0 ? Math.min(piece.start, actual.start) : piece.start,
    end: index === pieces.length - 1 ? Math.max(piece.end, actual.end) : piece.end,
  }))
}
