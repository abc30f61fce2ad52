import type { District } from '../core/rota/district.ts'

/** With the initials behind the name of whoever shares it with another doctor: no row of a report or of hours for pay is else told apart. */
export function withNamesApart(district: District): District {
  const initials = new Map(district.doctors.map((doctor) => [doctor.personId, doctor.initials]))
  const byName = Map.groupBy(
    district.persons.filter(({ id }) => initials.has(id)),
    ({ name }) => name,
  )
  const isShared = (name: string) => (byName.get(name)?.length ?? 0) > 1
  const persons = district.persons.map((person) => {
    const own = initials.get(person.id)
    return own !== undefined && isShared(person.name)
      ? { ...person, name: `${person.name} (${own})` }
      : person
  })
  return { ...district, persons }
}
