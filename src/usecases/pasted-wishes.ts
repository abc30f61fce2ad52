import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { STANCE_WORDS } from '../text/wish-words.ts'
import { isPlanDate } from './plan-dates.ts'
import type { FieldProblem } from './refusal.ts'

/** What one pasted row says, or why it can't be read. */
export type PastedRow =
  | { readonly kind: 'wish'; readonly wish: Omit<Wish, 'id'> }
  | { readonly kind: 'problem'; readonly problem: FieldProblem }

/** As many rows as a district's doctors can fill in one round; more is a wrong paste. */
export const MOST_PASTED_ROWS = 1000

/**
 * Reads rows of `initials, first date, last date (inclusive), stance, weight`, split by tab or semicolon. Dates as
 * 2027-03-28 or 28.03.2027; the last date and the weight may be empty (the same day; 2). Blank rows are skipped.
 */
export function readPastedWishes(district: District, text: string): PastedRow[] {
  const rows = text.split(/\r\n|\r|\n/).map((row, index) => ({ row, number: index + 1 }))
  return rows.filter(({ row }) => row.trim() !== '').map(({ row, number }) => readRow(district, row, number))
}

function readRow(district: District, row: string, number: number): PastedRow {
  const problem = (code: FieldProblem['code'], value: string): PastedRow => ({
    kind: 'problem',
    problem: { field: String(number), code, value },
  })
  const [who = '', first = '', last = '', stanceText = '', weightText = ''] = row
    .split(/[\t;]/)
    .map((field) => field.trim())
  const personId = personOf(district, who)
  if (personId === undefined) return problem('unknown-doctor', who)
  const from = toDate(first)
  if (from === undefined) return problem('not-a-date', first)
  const through = last === '' ? from : toDate(last)
  if (through === undefined) return problem('not-a-date', last)
  if (through < from) return problem('ends-before-start', last)
  const stance = STANCE_WORDS[stanceText.toLowerCase()]
  if (stance === undefined) return problem('unreadable-row', row)
  const weight = toWeight(weightText)
  if (weight === undefined) return problem('out-of-range', weightText)
  const about = { kind: 'dates' as const, from, to: addDays(through, 1) }
  return { kind: 'wish', wish: { personId, about, stance, weight } }
}

function personOf(district: District, who: string): PersonId | undefined {
  const byInitials = district.doctors.find(({ initials }) => initials.toLowerCase() === who.toLowerCase())
  return (
    byInitials?.personId ?? district.persons.find(({ name }) => name.toLowerCase() === who.toLowerCase())?.id
  )
}

function toDate(text: string): LocalDate | undefined {
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const date = norwegian
    ? `${norwegian[3]}-${norwegian[2]?.padStart(2, '0')}-${norwegian[1]?.padStart(2, '0')}`
    : text
  return isPlanDate(date) ? date : undefined
}

function toWeight(text: string): Wish['weight'] | undefined {
  if (text === '') return 2
  return text === '1' || text === '2' || text === '3' ? (Number(text) as Wish['weight']) : undefined
}
