import type { Cell, CellKey, Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import { blankDoctor, type Doctor } from '../core/rota/doctor.ts'
import type { Person, PersonId } from '../core/rota/person.ts'
import type { Waiver } from '../core/rota/publication.ts'
import { type RuleId, type Violation, withoutFloor } from '../core/rules/violation.ts'

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
    .map(withoutFloor)
}

/** What the coordinators tell each other: a cell of a draft has a lock too. */
const HIDDEN = { note: '', locked: false } as const

/** Who holds what, without notes, locks, and how others came to it: cover for somebody's illness tells of the illness. */
export function cellsForColleague(
  cells: ReadonlyMap<CellKey, Cell>,
  own: PersonId | null,
): Map<CellKey, Cell> {
  return new Map(
    [...cells].map(([key, cell]) => [
      key,
      { ...cell, ...HIDDEN, slices: cell.slices.map((slice) => sliceForColleague(slice, own)) },
    ]),
  )
}

/** Rules whose breach anybody can count from the published rota: that they were waived tells nothing new of a person. */
const COUNTABLE: readonly string[] = ['rest', 'backup', 'cover', 'least-doctors'] satisfies RuleId[]

/** That a duty has no backup is for all to see; whose duty needed one tells who may not work alone. */
const UNNAMED: readonly string[] = ['backup'] satisfies RuleId[]

/**
 * Waivers as a colleague may know them: the rule, never the reason, which is free text and may tell of private matters. Of
 * others, only rules that the rota itself shows broken: a duty held in spite of leave or a missing course tells of the leave.
 */
export function waiversForColleague<T extends Pick<Waiver, 'rule' | 'personId'>>(
  waivers: readonly T[],
  own: PersonId | null,
): T[] {
  return waivers
    .filter(({ rule, personId }) => personId === null || personId === own || COUNTABLE.includes(rule))
    .map((waiver) => ('reason' in waiver ? { ...waiver, reason: '' } : waiver))
    .map((waiver) =>
      waiver.personId !== own && UNNAMED.includes(waiver.rule) ? { ...waiver, personId: null } : waiver,
    )
}

export function sliceForColleague<T extends Slice>(slice: T, own: PersonId | null): T {
  return slice.personId === own ? slice : { ...slice, origin: 'share' }
}

function nameOnly({ id, name }: Person): Person {
  return { id, name, hprNumber: null, birthDate: null, email: null, phone: null }
}

function initialsOnly({ personId, initials }: Doctor): Doctor {
  return { ...blankDoctor(personId), initials }
}
