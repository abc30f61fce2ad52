import { describe, expect, it } from 'vitest'
import { specialHolidaysOf, specialHolidaysTouched } from '../../../src/core/ledger/special-holiday.ts'
import { dayInterval } from '../../../src/core/time/oslo.ts'
import { at } from '../../support/make-district.ts'

describe('the special holidays of a year', () => {
  it('are those of 2027, New Year from the last day of it', () => {
    expect(specialHolidaysOf(2027)).toEqual([
      { holiday: 'easter', year: 2027, start: at('2027-03-25 00:00'), end: at('2027-03-30 00:00') },
      { holiday: 'constitution-day', year: 2027, start: at('2027-05-17 00:00'), end: at('2027-05-18 00:00') },
      { holiday: 'christmas', year: 2027, start: at('2027-12-24 00:00'), end: at('2027-12-27 00:00') },
      { holiday: 'new-year', year: 2027, start: at('2027-12-31 00:00'), end: at('2028-01-02 00:00') },
    ])
  })
})

describe('the special holidays that a duty touches', () => {
  it.each([
    ['2027-12-23', null],
    ['2027-12-24', 'christmas'],
    ['2027-12-26', 'christmas'],
    ['2027-12-27', null],
    ['2027-12-30', null],
    ['2027-12-31', 'new-year'],
    ['2028-01-01', 'new-year'],
    ['2028-01-02', null],
    ['2027-03-24', null],
    ['2027-03-25', 'easter'],
    ['2027-03-26', 'easter'],
    ['2027-03-27', 'easter'],
    ['2027-03-28', 'easter'],
    ['2027-03-29', 'easter'],
    ['2027-03-30', null],
    ['2027-05-17', 'constitution-day'],
    ['2027-05-16', null],
    ['2027-05-01', null],
  ])('on all of %s are %s', (date, holiday) => {
    expect(specialHolidaysTouched(dayInterval(date)).map((dated) => dated.holiday)).toEqual(
      holiday === null ? [] : [holiday],
    )
  })

  it('are those of a minute before midnight too', () => {
    const touched = specialHolidaysTouched({ start: at('2027-12-31 23:59'), end: at('2028-01-03 08:00') })
    expect(touched.map(({ holiday, year }) => [holiday, year])).toEqual([['new-year', 2027]])
  })
})
