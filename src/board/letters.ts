import type { CellRef } from '../core/rota/assignment.ts'
import type { PersonId } from '../core/rota/person.ts'

/** Whom the letters typed into a cell may mean. */
export interface NamedPerson {
  readonly personId: PersonId
  readonly initials: string
  readonly name: string
}

/** A place of a day that letters may mean in the row of a doctor. */
export interface NamedPlace extends CellRef {
  readonly code: string
  readonly name: string
  readonly isOpen: boolean
}

/** What letters mean among some things: one of them, several, or none. */
export type Meaning<T> =
  | { readonly kind: 'one'; readonly meant: T }
  | { readonly kind: 'several'; readonly among: readonly T[] }
  | { readonly kind: 'none' }

/** Whole initials win over initials that go on, and these over the beginnings of names; capitals make no difference. */
export function personOfLetters(letters: string, persons: readonly NamedPerson[]): Meaning<NamedPerson> {
  const typed = folded(letters)
  if (typed === '') return { kind: 'none' }
  const initials = persons.filter((person) => folded(person.initials).startsWith(typed))
  const exact = initials.filter((person) => folded(person.initials) === typed)
  if (exact.length === 1) return toMeaning(exact)
  if (initials.length > 0) return toMeaning(initials)
  return toMeaning(persons.filter(({ name }) => wordsOf(name).some((word) => word.startsWith(typed))))
}

/**
 * Letters are the code of a line, with the beginning of the duty's name after it where a line has several that day. Of places
 * that are called the same, an open one is meant before a held one, and the first before the others.
 */
export function placeOfLetters(letters: string, places: readonly NamedPlace[]): Meaning<NamedPlace> {
  const typed = folded(letters)
  if (typed === '') return { kind: 'none' }
  const exact = places.filter((place) => folded(place.code) === typed)
  const found = exact.length > 0 ? exact : places.filter((place) => isBeginning(typed, place))
  const alike = Map.groupBy(found, (place) => `${place.code} ${place.name}`)
  const firsts = [...alike.values()].map((own) => own.find((place) => place.isOpen) ?? (own[0] as NamedPlace))
  const open = firsts.filter((place) => place.isOpen)
  return toMeaning(open.length === 1 ? open : firsts)
}

function isBeginning(typed: string, { code, name }: NamedPlace): boolean {
  const own = folded(code)
  if (own.startsWith(typed)) return true
  return typed.startsWith(own) && wordsOf(name).some((word) => word.startsWith(typed.slice(own.length)))
}

function toMeaning<T>(found: readonly T[]): Meaning<T> {
  if (found.length === 0) return { kind: 'none' }
  return found.length === 1 ? { kind: 'one', meant: found[0] as T } : { kind: 'several', among: found }
}

function wordsOf(name: string): string[] {
  return folded(name).split(/[\s-]+/)
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase('nb')
}
