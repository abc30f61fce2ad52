import type { Assignment, Outcome, Slice } from '../rota/assignment.ts'
import type { FormPiece, Need } from '../rota/need.ts'
import { clipPieces, type Duty, type Rota } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'

/** A duty at the times it was worked, with what was told of it; left out while nothing was. */
export type Worked<T extends Duty = Duty> = T & { readonly outcome?: Outcome }

/**
 * Duties of the rota as they were worked: at the times told by outcomes, otherwise as planned. A duty that began earlier or lasted
 * longer than its need keeps the form it began or ended with; one that came to nothing (end not after start) is left out.
 * An outcome whose assignment does not stand in the rota is passed over.
 */
export function asWorked<T extends Duty>(
  duties: readonly T[],
  rota: Rota,
  assignments: readonly Assignment[],
  outcomes: readonly Outcome[],
): Worked<T>[] {
  if (outcomes.length === 0) return [...duties]
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.assignmentId, outcome]))
  const told = new Map<string, Outcome>()
  for (const assignment of assignments) {
    const outcome = outcomeOf.get(assignment.id)
    if (outcome) told.set(placeOf(assignment), outcome)
  }
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  return duties
    .map((duty) => {
      const outcome = told.get(placeOf(duty))
      return outcome ? workedDuty(duty, needs.get(duty.needId) as Need, outcome) : duty
    })
    .filter((duty) => duty.end > duty.start)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function placeOf(part: Pick<Assignment, 'needId' | 'seat'> & Pick<Slice, 'personId' | 'start'>): string {
  return `${part.needId}#${part.seat}@${part.start}:${part.personId}`
}

function workedDuty<T extends Duty>(duty: T, need: Need, outcome: Outcome): Worked<T> {
  const { start, end } = outcome
  const pieces = clipPieces(stretch(need.pieces, outcome), start, end)
  return { ...duty, start, end, pieces, outcome }
}

function stretch(pieces: readonly FormPiece[], actual: Interval): FormPiece[] {
  return pieces.map((piece, index) => ({
    form: piece.form,
    start: index === 0 ? Math.min(piece.start, actual.start) : piece.start,
    end: index === pieces.length - 1 ? Math.max(piece.end, actual.end) : piece.end,
  }))
}
