import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import {
  easterSunday,
  type HolidayName,
  holidayOn,
  isPublicHoliday,
} from '../../../src/core/time/holidays.ts'
import { datesIn } from '../../../src/core/time/local-date.ts'

const YEARS = Array.from({ length: 61 }, (_, i) => 2000 + i)

describe('public holidays', () => {
  it.each(YEARS)('are those of date-holidays in %i', (year) => {
    const expected = new Holidays('NO', { types: ['public'] })
      .getHolidays(year)
      .map((h) => h.date.slice(0, 10))
    const ours = datesIn({ from: `${year}-01-01`, to: `${year + 1}-01-01` }).filter(isPublicHoliday)
    expect(ours).toEqual([...new Set(expected)].sort())
  })

  it.each([
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2008, '2008-03-23'],
    [2038, '2038-04-25'],
    [1818, '1818-03-22'],
    [2285, '2285-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('have Easter Sunday of %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it.each<[string, HolidayName | undefined]>([
    ['2027-01-01', 'new-year'],
    ['2027-03-24', undefined],
    ['2027-03-25', 'maundy-thursday'],
    ['2027-03-26', 'good-friday'],
    ['2027-03-27', undefined],
    ['2027-03-28', 'easter-sunday'],
    ['2027-03-29', 'easter-monday'],
    ['2027-05-01', 'labour-day'],
    ['2027-05-06', 'ascension'],
    ['2027-05-15', undefined],
    ['2027-05-16', 'whit-sunday'],
    ['2027-05-18', undefined],
    ['2027-12-24', undefined],
    ['2027-12-25', 'christmas-day'],
    ['2027-12-26', 'boxing-day'],
    ['2027-12-31', undefined],
    ['2027-06-06', undefined],
    ['2028-05-25', 'ascension'],
    ['2028-06-05', 'whit-monday'],
  ])('call %s %s', (date, name) => {
    expect(holidayOn(date)).toBe(name)
  })

  it.each<[string, HolidayName, string]>([
    ['2027-05-17', 'constitution-day', 'Whit Monday'],
    ['2043-05-17', 'constitution-day', 'Whit Sunday'],
    ['2012-05-17', 'ascension', 'Constitution Day'],
    ['2008-05-01', 'labour-day', 'Ascension Day'],
  ])('that fall together on %s are named %s before %s', (date, name) => {
    expect(holidayOn(date)).toBe(name)
  })
})
