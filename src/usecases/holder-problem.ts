import type { Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { FieldProblem } from './refusal.ts'

/** The first holder the district does not know, or undefined when all are its own. */
export function holderProblem(
  district: District,
  slices: readonly Pick<Slice, 'personId' | 'positionId'>[],
): FieldProblem | undefined {
  const doctors = new Set(district.doctors.map((doctor) => doctor.personId))
  const positions = new Set(district.positions.map((position) => position.id))
  for (const { personId, positionId } of slices) {
    if (personId !== null && !doctors.has(personId))
      return { field: 'personId', code: 'unknown-doctor', value: personId }
    if (positionId !== null && !positions.has(positionId))
      return { field: 'positionId', code: 'unknown-doctor', value: positionId }
  }
  return undefined
}
