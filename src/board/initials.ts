import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'

/**
 * What each doctor is called in a cell. Initials are unique where the district has been edited here; of doctors from older
 * files who share them, the first keeps them and the next get a number.
 */
export function shownInitials({ doctors }: Pick<District, 'doctors'>): Map<PersonId, string> {
  const taken = new Set<string>()
  return new Map(
    doctors.map(({ personId, initials }) => {
      const own = free(initials, taken)
      taken.add(own.toUpperCase())
      return [personId, own]
    }),
  )
}

function free(initials: string, taken: ReadonlySet<string>): string {
  let own = initials
  for (let number = 2; taken.has(own.toUpperCase()); number++) own = `${initials}${number}`
  return own
}
