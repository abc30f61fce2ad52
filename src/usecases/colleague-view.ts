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
