import type { Slice } from '../core/rota/assignment.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { Position } from '../core/rota/position.ts'
import type { FieldProblem } from './refusal.ts'

/** Whoever may hold a duty in a district. */
export interface Holders {
  readonly doctors: readonly Pick<Doctor, 'personId'>[]
  readonly positions: readonly Pick<Position, 'id'>[]
}

/** The first holder the district does not know, or undefined when all are its own. */
export function holderProblem(
  district: Holders,
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
