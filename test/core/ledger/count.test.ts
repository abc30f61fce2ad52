import { describe, expect, it } from 'vitest'
import {
  datesTouched,
  isNight,
  isOutOfHours,
  officeHoursWithin,
  publicHolidaysIn,
  spanOn,
} from '../../../src/core/ledger/count.ts'
import { DEFAULT_PARAMETERS } from '../../../src/core/rota/agreement.ts'
import { minutesOf } from '../../../src/core/time/interval.ts'
import { at } from '../../support/make-district.ts'

const { night, officeHours } = DEFAULT_PARAMETERS
const span = (from: string, to: string) => ({ start: at(from), end: at(to) })

describe('the dates an interval touches', () => {
  it.each([
    ['one day to its midnight', '2027-01-04 08:00', '2027-01-05 00:00', ['2027-01-04']],
    ['a minute past midnight', '2027-01-04 08:00', '2027-01-05 00:01', ['2027-01-04', '2027-01-05']],
    ['the end of a year', '2026-12-31 16:00', '2027-01-01 08:00', ['2026-12-31', '2027-01-01']],
    ['nothing at all', '2027-01-04 08:00', '2027-01-04 08:00', ['2027-01-04']],
  ])('are those of %s', (_, from, to, dates) => {
    expect(datesTouched(span(from, to))).toEqual(dates)
  })
})

describe('a wall-clock span of a day', () => {
  it.each([
    ['a night', night, '2027-01-04', 9],
    ['the night when summer time begins', night, '2027-03-27', 8],
    ['the night when it ends', night, '2027-10-30', 10],
    ['office hours', officeHours, '2027-03-29', 8],
    ['a whole day, when it ends as it starts', { start: '08:00', end: '08:00' }, '2027-01-04', 24],
  ])('lasts as long as it really does: %s', (_, of, date, hours) => {
    expect(minutesOf(spanOn(of, date))).toBe(hours * 60)
  })
})

describe('a night duty', () => {
  it.each([
    ['a whole night', '2027-01-04 23:00', '2027-01-05 08:00', true],
    ['one minute under the least', '2027-01-04 20:00', '2027-01-05 01:59', false],
    ['exactly the least', '2027-01-04 20:00', '2027-01-05 02:00', true],
    ['exactly the least, from the evening before', '2027-01-05 05:00', '2027-01-05 16:00', true],
    ['one minute under, from the evening before', '2027-01-05 05:01', '2027-01-05 16:00', false],
    ['an evening', '2027-01-04 16:00', '2027-01-04 23:00', false],
    ['the night over spring', '2027-03-27 23:00', '2027-03-28 08:00', true],
    ['the night over autumn', '2027-10-30 23:00', '2027-10-31 08:00', true],
    ['two edges that only together are enough', '2027-01-05 06:00', '2027-01-06 01:00', false],
  ])('%s', (_, from, to, isNightDuty) => {
    expect(isNight(span(from, to), night)).toBe(isNightDuty)
  })

  it('is none by day, also when an agreement asks for no minutes', () => {
    expect(isNight(span('2027-01-05 08:00', '2027-01-05 16:00'), { ...night, leastMinutes: 0 })).toBe(false)
  })
})

describe('office hours', () => {
  it.each([
    ['a working day', '2027-01-05', 1],
    ['a Saturday', '2027-01-09', 0],
    ['Maundy Thursday', '2027-03-25', 0],
    ['17 May on a Monday', '2027-05-17', 0],
  ])('are kept on %s or not', (_, date, days) => {
    expect(officeHoursWithin(span(`${date} 00:00`, `${date} 23:59`), officeHours)).toHaveLength(days)
  })

  it.each([
    ['a day at the office', '2027-01-05 08:00', '2027-01-05 16:00', false],
    ['a minute before it', '2027-01-05 07:59', '2027-01-05 16:00', true],
    ['a minute after it', '2027-01-05 08:00', '2027-01-05 16:01', true],
    ['the same on a Saturday', '2027-01-09 08:00', '2027-01-09 16:00', true],
    ['the same on a public holiday', '2027-05-06 08:00', '2027-05-06 16:00', true],
  ])('out of hours begins where they end: %s', (_, from, to, isOut) => {
    expect(isOutOfHours(span(from, to), officeHours)).toBe(isOut)
  })
})

describe('public holidays', () => {
  it.each([
    ['an evening before, 59 minutes into it', '2027-03-24 16:00', '2027-03-25 00:59', []],
    ['an evening before, 60 minutes into it', '2027-03-24 16:00', '2027-03-25 01:00', ['2027-03-25']],
    ['two in a row', '2027-03-25 08:00', '2027-03-26 08:00', ['2027-03-25', '2027-03-26']],
    ['an ordinary Sunday', '2027-01-10 08:00', '2027-01-11 08:00', []],
    ['Easter Sunday with 23 hours', '2027-03-28 00:00', '2027-03-29 00:00', ['2027-03-28']],
    ['Whit Monday that is 17 May', '2027-05-17 08:00', '2027-05-18 08:00', ['2027-05-17']],
  ])('are those a duty works enough of: %s', (_, from, to, dates) => {
    expect(publicHolidaysIn(span(from, to), 60)).toEqual(dates)
  })
})
