import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { addDays } from '../core/time/local-date.ts'
import { STANCE_WORDS, WEIGHT_WORDS } from '../text/wish-words.ts'
import { readPastedDates } from './pasted-dates.ts'
import type { FieldProblem } from './refusal.ts'

/** What one pasted row says, or why it can't be read. */
export type PastedRow =
  | { readonly kind: 'wish'; readonly wish: Omit<Wish, 'id'> }
  | { readonly kind: 'problem'; readonly problem: FieldProblem }
  /** The same wish as in an earlier row, or as the district has already. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'heading' }

/** As many rows as a district's doctors can fill in one round; more is a wrong paste. */
export const MOST_PASTED_ROWS = 1000

/** When nothing is said: as the form has it. */
const DEFAULT_WEIGHT = 2

/**
 * Reads rows of `initials or name, first date, last date (inclusive), stance, weight`, split by tab or semicolon. A range
 * may stand as the first date; the last date may be empty or left out, and so may the weight (2). Blank rows are skipped.
 */
export function readPastedWishes(district: District, text: string): PastedRow[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => row.trim() !== '')
  const known = new Set(district.wishes.map(keyOf))
  return rows.map(({ row, number }, index) => {
    const cells = row.split(/[\t;]/).map((cell) => cell.trim())
    if (index === 0 && isHeading(district, cells)) return { kind: 'heading' }
    const read = readRow(district, cells, number)
    if (read.kind !== 'wish') return read
    if (known.has(keyOf(read.wish))) return { kind: 'repeated' }
    known.add(keyOf(read.wish))
    return read
  })
}

function keyOf({ personId, about, stance, weight }: Omit<Wish, 'id'>): string {
  const when = about.kind === 'dates' ? [about.from, about.to] : [JSON.stringify(about)]
  return JSON.stringify([personId, ...when, stance, weight])
}

/** The first row names the columns when nothing in it could be a wish: no doctor, no digit, no stance. */
function isHeading(district: District, cells: readonly string[]): boolean {
  return (
    cells.length > 1 &&
    personOf(district, cells[0] ?? '') === undefined &&
    cells.every((cell) => !/\d/.test(cell) && !['rather-not', 'cannot'].includes(stanceOf(cell) ?? ''))
  )
}

function readRow(district: District, cells: readonly string[], number: number): PastedRow {
  const problem = (code: FieldProblem['code'], value: string): PastedRow => ({
    kind: 'problem',
    problem: { field: String(number), code, value },
  })
  const [who = '', first = '', ...rest] = cells
  const hasLast = rest[0] === '' || /\d/.test(rest[0] ?? '')
  const [last = '', stanceText = '', weightText = ''] = hasLast ? rest : ['', ...rest]
  const personId = personOf(district, who)
  if (personId === undefined) return problem('unknown-doctor', who)
  const from = readPastedDates(first)
  if (from === undefined) return problem('not-a-date', first)
  const to = last === '' ? from : readPastedDates(last)
  if (to === undefined) return problem('not-a-date', last)
  if (to.last < from.first) return problem('ends-before-start', last || first)
  const stance = stanceOf(stanceText)
  if (stance === undefined) return problem('unknown-stance', stanceText)
  const weight = weightText === '' ? DEFAULT_WEIGHT : WEIGHT_WORDS[plainWords(weightText)]
  if (weight === undefined) return problem('unknown-weight', weightText)
  const about = { kind: 'dates' as const, from: from.first, to: addDays(to.last, 1) }
  return { kind: 'wish', wish: { personId, about, stance, weight } }
}

function stanceOf(text: string): Wish['stance'] | undefined {
  return STANCE_WORDS[plainWords(text)]
}

function plainWords(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function personOf(district: District, who: string): PersonId | undefined {
  const name = plainWords(who)
  const byInitials = district.doctors.find(({ initials }) => initials.toLowerCase() === name)
  const isDoctor = (id: PersonId) => district.doctors.some(({ personId }) => personId === id)
  return (
    byInitials?.personId ??
    district.persons.find((person) => plainWords(person.name) === name && isDoctor(person.id))?.id
  )
}
