import type { Cell, CellKey, Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { Person, PersonId } from '../core/rota/person.ts'
import type { Violation } from '../core/rules/violation.ts'

/**
 * A district as a colleague may know it: who there is, which lines and positions. Surgery, absence, exemption, way of
 * taking part, competence, wishes and contact data of others are not in it at all.
 */
export function districtForColleague(district: District, own: PersonId | null): District {
  return {
    ...district,
    persons: district.persons.map((person) => (person.id === own ? person : nameOnly(person))),
    doctors: district.doctors.map((doctor) => (doctor.personId === own ? doctor : initialsOnly(doctor))),
    wishes: district.wishes.filter((wish) => wish.personId === own),
  }
}

/** Flags that name nobody, and one's own; the floor is left out, since it is made of everybody's surgery. */
export function violationsForColleague(violations: readonly Violation[], own: PersonId | null): Violation[] {
  return violations
    .filter((violation) => violation.personId === null || violation.personId === own)
    .map((violation) => ({ ...violation, floor: null }))
}

/** Who holds what, without notes and without how others came to it: cover for somebody's illness tells of the illness. */
export function cellsForColleague(
  cells: ReadonlyMap<CellKey, Cell>,
  own: PersonId | null,
): Map<CellKey, Cell> {
  return new Map(
    [...cells].map(([key, cell]) => [
      key,
      { ...cell, note: '', slices: cell.slices.map((slice) => sliceForColleague(slice, own)) },
    ]),
  )
}

export function sliceForColleague<T extends Slice>(slice: T, own: PersonId | null): T {
  return slice.personId === own ? slice : { ...slice, origin: 'share' }
}

function nameOnly({ id, name }: Person): Person {
  return { id, name, hprNumber: null, birthDate: null, email: null, phone: null }
}

function initialsOnly({ personId, initials }: Doctor): Doctor {
  return {
    personId,
    initials,
    engagements: [],
    takingPart: [],
    competences: [],
    surgery: [],
    otherTasks: [],
    capacities: [],
    rotations: [],
    absences: [],
    exemptions: [],
    declaredOtherMinutesPerWeek: null,
  }
}
