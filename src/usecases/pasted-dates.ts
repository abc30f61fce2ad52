import type { LocalDate } from '../core/time/local-date.ts'
import { LEADING_WEEKDAY, MONTH_STARTS } from '../text/wish-words.ts'
import { isPlanDate } from './plan-dates.ts'

/** First and last day, both included. */
export interface PastedDates {
  readonly first: LocalDate
  readonly last: LocalDate
}

/** Year, month and day as far as they are told; the first day of a range may leave the others to the last. */
interface Parts {
  readonly year: string | undefined
  readonly month: string | undefined
  readonly day: string
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const NUMBERS = /^(\d{1,2})(?:\. ?(\d{1,2}))?(?:\. ?(\d{4}|\d{2}))?\.?$/
const WORDS = /^(\d{1,2})\.? ?(\p{L}{3,9})\.?(?: (\d{4}|\d{2}))?$/u
const ISO_RANGE = /^(\d{4}-\d{1,2}-\d{1,2}) ?(?:-|til|\/) ?(\d{4}-\d{1,2}-\d{1,2})$/
const RANGE = /^(.+?) ?(?:-|til og med|til) ?(.+)$/

/**
 * One day or a range, as sheets and the wish list write them: 2027-06-10, 10.6.27, 10.06.2027, 10. juni 2027,
 * 10.–14. juni 2027. A year of two digits is in this century. Undefined for what is no date that can be planned.
 */
export function readPastedDates(text: string): PastedDates | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[‒–—−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const whole = toDate(partsOf(plain))
  if (whole !== undefined) return { first: whole, last: whole }
  const [, from = '', to = ''] = ISO_RANGE.exec(plain) ?? RANGE.exec(plain) ?? []
  // «mandag, 1. mars – 30. april» means the Mondays, which a row can't say: reading it as every day would be another wish.
  if (LEADING_WEEKDAY.test(from) !== LEADING_WEEKDAY.test(to)) return undefined
  const end = partsOf(to)
  const start = partsOf(from)
  const last = toDate(end)
  const first = toDate(start && { ...start, year: start.year ?? end?.year, month: start.month ?? end?.month })
  return first !== undefined && last !== undefined ? { first, last } : undefined
}

function partsOf(text: string): Parts | undefined {
  const plain = text.replace(LEADING_WEEKDAY, '')
  const iso = ISO.exec(plain)
  if (iso) return { year: iso[1], month: iso[2], day: iso[3] as string }
  const words = WORDS.exec(plain)
  const [, day, month, year] = words ?? NUMBERS.exec(plain) ?? []
  if (day === undefined) return undefined
  return { year, month: words ? monthOf(month) : month, day }
}

function monthOf(name = ''): string | undefined {
  const month = MONTH_STARTS[name.slice(0, 3)]
  return month === undefined ? '0' : String(month)
}

function toDate(parts: Parts | undefined): LocalDate | undefined {
  if (parts?.year === undefined || parts.month === undefined) return undefined
  const { year, month, day } = parts
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlanDate(date) ? date : undefined
}
