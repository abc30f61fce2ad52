import type { Person } from '../rota/person.ts'

/** What of a person may stand in what others wrote. */
export type Named = Pick<Person, 'name' | 'hprNumber' | 'birthDate' | 'email' | 'phone'> & {
  readonly initials: string
  /** The address that they sign in with, where it is another. */
  readonly accountEmail: string | null
}

/** `sure`: it can be nobody else. `maybe`: a name or initials that others have too, or a common word. */
export type Mention = 'sure' | 'maybe'

export function mentionIn(text: string, named: Named): Mention | undefined {
  if (surely(named).some((pattern) => pattern.test(text))) return 'sure'
  return perhaps(named).some((pattern) => pattern.test(text)) ? 'maybe' : undefined
}

/** The text with `instead` in the place of what surely names the person; `isSure`: and of what may. */
export function withoutMentions(text: string, named: Named, instead: string, isMeant: boolean): string {
  const kept = structureOf(text)
  if (kept !== undefined)
    return JSON.stringify(kept, (key, value) =>
      typeof value === 'string' && TYPED.has(key) ? withoutMentions(value, named, instead, isMeant) : value,
    )
  const patterns = isMeant ? [...surely(named), ...perhaps(named)] : surely(named)
  return patterns.reduce(
    (left, pattern) => left.replace(new RegExp(pattern, `${pattern.flags}g`), instead),
    text,
  )
}

/** What people type into something that is kept as a structure; ids beside it may be made of a name, and must stay. */
const TYPED: ReadonlySet<string> = new Set(['note', 'reason', 'text', 'message', 'email', 'phone', 'name'])

function structureOf(text: string): object | undefined {
  if (!/^[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

/** Numbered, so that the duties of several can still be told apart; «N.N.» is nobody's name in any language. */
export function formerName(number: number): string {
  return `N.N. ${number}`
}

/** Initials of a former doctor that no other doctor of the district has. */
export function formerInitials(number: number, taken: ReadonlySet<string>): string {
  const wanted = ['NN', 'NX', 'XN'].map((letters) => `${letters}${number}`)
  const free = wanted.find((initials) => !taken.has(initials))
  if (free === undefined) throw new Error(`${wanted.join(', ')} are all taken`)
  return free
}

function surely({ name, hprNumber, birthDate, email, accountEmail, phone }: Named): RegExp[] {
  const told = [hprNumber, birthDate, birthDate?.split('-').reverse().join('.'), email, accountEmail]
  return [
    ...wholeNames(partsOf(name).map(escaped)),
    ...told.flatMap((one) => (one ? [word(escaped(one))] : [])),
    ...(phone ? [word(digitsOf(phone))] : []),
  ]
}

/** As it is said and as a list has it; a single word may be anybody's. */
function wholeNames(parts: readonly string[]): RegExp[] {
  if (parts.length < 2) return []
  const between = '[\\s-]+'
  return [word(parts.join(between)), word(`${parts.at(-1)},?${between}${parts.slice(0, -1).join(between)}`)]
}

function perhaps({ name, initials }: Named): RegExp[] {
  const parts = partsOf(name).filter((part) => part.length > 1)
  return [...parts.map((part) => word(`${escaped(part)}s?`)), word(escaped(initials), 'u')]
}

const partsOf = (name: string) => name.split(/[\s-]+/).filter((part) => part !== '')

/** Not within a longer word or number. */
const word = (pattern: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags)

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A telephone number however it is spaced. The country's own code may be left out. */
function digitsOf(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '')
  return `(?:(?:\\+|00)?47\\s?)?${[...digits].join('[\\s-]?')}`
}
