import { twoDigits } from './digits.ts'
import { fromDayNumber, type LocalDate, toDayNumber, yearOf } from './local-date.ts'

export type HolidayName =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'ascension'
  | 'constitution-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day'

/** Gregorian computus (Meeus, Jones and Butcher); Easter Sunday lies from 22 March to 25 April. */
export function easterSunday(year: number): LocalDate {
  return fromDayNumber(easterDayNumber(year))
}

/**
 * The public holiday of a date, other than ordinary Sundays; where two fall together, the first of `HolidayName`.
 * Source: lov om helligdager og helligdagsfred § 2, and lov om 1. og 17. mai.
 */
export function holidayOn(date: LocalDate): HolidayName | undefined {
  const fixed = FIXED[date.slice(5)]
  const movable = MOVABLE[toDayNumber(date) - easterDayNumber(yearOf(date))]
  // Ascension Day is the one movable name that stands before a fixed one it can meet: 17 May, as in 2012.
  return fixed === 'constitution-day' && movable === 'ascension' ? movable : (fixed ?? movable)
}

/** True for the days of `holidayOn`; an ordinary Sunday is not one of them. */
export function isPublicHoliday(date: LocalDate): boolean {
  return holidayOn(date) !== undefined
}

const FIXED: Readonly<Record<string, HolidayName>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-17': 'constitution-day',
  '12-25': 'christmas-day',
  '12-26': 'boxing-day',
}

/** By days after Easter Sunday. */
const MOVABLE: Readonly<Record<number, HolidayName>> = {
  [-3]: 'maundy-thursday',
  [-2]: 'good-friday',
  0: 'easter-sunday',
  1: 'easter-monday',
  39: 'ascension',
  49: 'whit-sunday',
  50: 'whit-monday',
}

function easterDayNumber(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  // Days after 22 March.
  const afterFirst = epact + toSunday - 7 * late
  return toDayNumber(`${twoDigits(century)}${twoDigits(yearOfCentury)}-03-22`) + afterFirst
}
