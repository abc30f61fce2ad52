import { addWeeks, isoWeekStart } from '../../core/time/iso-week.ts'
import {
  addDays,
  type Dates,
  isLocalDate,
  type LocalDate,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../../core/time/local-date.ts'
import { WEEK_HEAD, WEEKDAY_STARTS, WEEKDAY_WORD } from '../../text/sheet-words.ts'
import { MONTH_STARTS } from '../../text/wish-words.ts'

/** A date as a sheet has it, as far as it is told. */
export type HeadDate =
  | {
      readonly kind: 'day'
      readonly day: number
      readonly month: number
      readonly year: number | null
      readonly weekday: Weekday | null
    }
  | { readonly kind: 'week'; readonly week: number; readonly year: number | null }

/** The month that a sheet is about, by its name or a heading: its days may then stand as numbers alone. */
export interface SheetMonth {
  readonly month: number
  readonly year: number | null
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00)?$/
const NUMBERS = /^(\d{1,2})[./] ?(\d{1,2})(?:[./] ?(\d{4}|\d{2}))?\.?$/
const WORDS = /^(\d{1,2})[. ] ?(\p{L}{3,9})\.?,?(?: (\d{4}|\d{2}))?$/u
const DAY = /^(\d{1,2})\.?$/
const MONTH = /^(\p{L}{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/u
const CENTURY = 2000

/** «2027-01-04», «4.1.», «04.01.27», «man 4. jan», «uke 2»; with a month «4» and «man 4» too. Undefined for what is no date. */
export function readHeadDate(text: string, sheetMonth: SheetMonth | null = null): HeadDate | undefined {
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  const [, week, weekYear] = WEEK_HEAD.exec(plain) ?? /^(?:\d{4})-w(\d{2})$/.exec(plain) ?? []
  if (week !== undefined)
    return { kind: 'week', week: Number(week), year: fullYear(weekYear ?? /^\d{4}(?=-w)/.exec(plain)?.[0]) }
  const [, first = '', rest = ''] = /^(\p{L}+)\.?,? (.+)$/u.exec(plain) ?? []
  const weekday = WEEKDAY_WORD.test(first) ? (WEEKDAY_STARTS[first.slice(0, 2)] ?? null) : null
  const date = dayOf(weekday === null ? plain : rest, sheetMonth)
  // Other numbers are amounts; 31 February is a date that somebody has to mend.
  if (!date || date.day < 1 || date.day > 31 || date.month < 1 || date.month > 12) return undefined
  return { kind: 'day', ...date, weekday }
}

/** A sheet's name or a heading that is nothing but a month, with or without its year. */
export function readSheetMonth(text: string): SheetMonth | undefined {
  const [, name = '', year] = MONTH.exec(text.toLowerCase().trim()) ?? []
  const month = MONTH_STARTS[name.slice(0, 3)]
  return month === undefined || !Object.hasOwn(MONTH_STARTS, name.slice(0, 3))
    ? undefined
    : { month, year: fullYear(year) }
}

/** The weekday that a cell says and nothing else. */
export function readWeekday(text: string): Weekday | undefined {
  const plain = text.toLowerCase().trim()
  return WEEKDAY_WORD.test(plain) ? WEEKDAY_STARTS[plain.slice(0, 2)] : undefined
}

function dayOf(text: string, sheetMonth: SheetMonth | null) {
  const iso = ISO.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const numbers = NUMBERS.exec(text)
  if (numbers) return { day: Number(numbers[1]), month: Number(numbers[2]), year: fullYear(numbers[3]) }
  const words = WORDS.exec(text)
  if (words) {
    const start = (words[2] ?? '').slice(0, 3)
    const month = Object.hasOwn(MONTH_STARTS, start) ? MONTH_STARTS[start] : undefined
    return month === undefined ? undefined : { day: Number(words[1]), month, year: fullYear(words[3]) }
  }
  const [, day] = DAY.exec(text) ?? []
  return day !== undefined && sheetMonth ? { day: Number(day), ...sheetMonth } : undefined
}

function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null
  return text.length === 2 ? CENTURY + Number(text) : Number(text)
}

export type PlacedDates =
  | { readonly kind: 'dates'; readonly dates: readonly LocalDate[]; readonly isYearTaken: boolean }
  /** In a year of the plan, but not among its dates. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'other-year'; readonly date: string }
  | { readonly kind: 'other-weekday'; readonly date: LocalDate; readonly weekday: Weekday }
  | { readonly kind: 'no-date' }

/** The dates of a plan that a head means; a year that is not told is the plan's own. */
export function placeDates(head: HeadDate, period: Dates): PlacedDates {
  const years = yearsOf(period)
  const told = head.year === null ? years : [head.year]
  const spans = told.flatMap((year) => datesOf(head, year))
  const [first] = spans
  if (first === undefined) return { kind: 'no-date' }
  const isInside = (date: LocalDate) => period.from <= date && date < period.to
  const fit = spans.find((dates) => dates.some(isInside))
  if (!fit) {
    if (head.year !== null && !years.includes(head.year))
      return { kind: 'other-year', date: first[0] as string }
    return { kind: 'outside' }
  }
  const date = fit[0] as LocalDate
  if (head.kind === 'day' && head.weekday !== null && head.weekday !== weekdayOf(date))
    return { kind: 'other-weekday', date, weekday: weekdayOf(date) }
  return { kind: 'dates', dates: fit.filter(isInside), isYearTaken: head.year === null }
}

/** Every year that has a date of the plan. */
export function yearsOf({ from, to }: Dates): number[] {
  const [first, last] = [yearOf(from), yearOf(addDays(to, -1))]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
}

function datesOf(head: HeadDate, year: number): LocalDate[][] {
  if (head.kind === 'day') {
    const date = `${String(year).padStart(4, '0')}-${two(head.month)}-${two(head.day)}`
    return isLocalDate(date) ? [[date]] : []
  }
  if (year < 1900 || year > LAST_YEAR || head.week < 1 || head.week > 53) return []
  const monday = isoWeekStart(addWeeks(`${year}-W01`, head.week - 1))
  return [Array.from({ length: 7 }, (_, day) => addDays(monday, day))]
}

const LAST_YEAR = 2098
const two = (number: number) => String(number).padStart(2, '0')
