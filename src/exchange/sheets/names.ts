import type { District } from '../../core/rota/district.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { visible } from '../../text/plain-text.ts'

export interface NamedDoctor {
  readonly personId: PersonId
  readonly initials: string
  readonly name: string
}

export type FoundName =
  | { readonly kind: 'found'; readonly personId: PersonId }
  | { readonly kind: 'several'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'unknown' }

/** Whom somebody chose for a name that was not known, by `plainName` of what is `visible`; null = the name is to be left out. */
export type ChosenNames = ReadonlyMap<string, PersonId | null>

export function namedDoctors({ persons, doctors }: Pick<District, 'persons' | 'doctors'>): NamedDoctor[] {
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  return doctors.map(({ personId, initials }) => ({ personId, initials, name: names.get(personId) ?? '' }))
}

/** Lower case, one space between words, without dots and titles: two ways of writing one name are then the same. */
export function plainName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s.]+/g, ' ')
    .replace(/^(?:dr|lege) /, '')
    .trim()
}

/**
 * Finds the doctor that a cell means: by what was chosen for it, initials, full name, «Etternavn, Fornavn», surname or given
 * name. The first of these that fits anybody decides; where it fits two, both are told.
 */
export function nameFinder(
  doctors: readonly NamedDoctor[],
  chosen: ChosenNames,
): (text: string) => FoundName {
  const ways = [
    waysOf(doctors, ({ initials }) => [initials]),
    waysOf(doctors, ({ name }) => [name]),
    waysOf(doctors, ({ name }) => parts(name).map(({ given, surname }) => `${surname}, ${given}`)),
    waysOf(doctors, ({ name }) => parts(name).map(({ surname }) => surname)),
    waysOf(doctors, ({ name }) => parts(name).map(({ given }) => given)),
  ]
  return (text) => {
    const name = plainName(text)
    const choice = chosen.size === 0 ? undefined : chosen.get(plainName(visible(text)))
    if (choice !== undefined)
      return choice === null ? { kind: 'left-out' } : { kind: 'found', personId: choice }
    const fits = ways.map((way) => way.get(name)).find((found) => found !== undefined) ?? []
    const [first, ...rest] = fits
    if (first === undefined) return { kind: 'unknown' }
    return rest.length === 0 ? { kind: 'found', personId: first } : { kind: 'several', personIds: fits }
  }
}

/** Every way to part a name in given names and surname: «Kari Berg Nes» is of the Neses or of the Berg Neses. */
function parts(name: string): { readonly given: string; readonly surname: string }[] {
  const words = name.trim().split(/\s+/)
  return words.slice(1).map((_, index) => ({
    given: words.slice(0, index + 1).join(' '),
    surname: words.slice(index + 1).join(' '),
  }))
}

function waysOf(
  doctors: readonly NamedDoctor[],
  formsOf: (doctor: NamedDoctor) => readonly string[],
): ReadonlyMap<string, readonly PersonId[]> {
  const found = new Map<string, PersonId[]>()
  for (const doctor of doctors)
    for (const form of new Set(formsOf(doctor).map(plainName)))
      if (form !== '') found.set(form, [...(found.get(form) ?? []), doctor.personId])
  return found
}
