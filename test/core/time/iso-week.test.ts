import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { minutesOf } from '../../../src/core/time/interval.ts'
import {
  addWeeks,
  isIsoWeek,
  isoWeekInterval,
  isoWeekOf,
  isoWeekStart,
  isoWeeksIn,
} from '../../../src/core/time/iso-week.ts'
import { addDays, datesIn, weekdayOf } from '../../../src/core/time/local-date.ts'
import { toOffsetText } from '../../../src/core/time/oslo.ts'

describe('ISO weeks', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2027-12-31', '2027-W52'],
    ['2028-01-02', '2027-W52'],
    ['2028-01-03', '2028-W01'],
    ['2028-12-31', '2028-W52'],
    ['2025-12-29', '2026-W01'],
  ])('place %s in %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week)
  })

  it('agree with Temporal on every day from 2000 to 2060, and start on the Monday', () => {
    const wrong: string[] = []
    for (const date of datesIn({ from: '2000-01-01', to: '2061-01-01' })) {
      const { weekOfYear, yearOfWeek } = Temporal.PlainDate.from(date)
      const expected = `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
      const monday = addDays(date, 1 - weekdayOf(date))
      const right = isoWeekOf(date) === expected && isIsoWeek(expected) && isoWeekStart(expected) === monday
      if (!right) wrong.push(date)
    }
    expect(wrong).toEqual([])
  })

  it('have a week 53 in just the years that Temporal gives one', () => {
    const years = Array.from({ length: 61 }, (_, i) => 2000 + i)
    const long = years.filter(
      (year) => Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear === 53,
    )
    expect(years.filter((year) => isIsoWeek(`${year}-W53`))).toEqual(long)
    expect(long).toContain(2026)
    expect(long).not.toContain(2027)
  })

  it.each([
    '2027-W53',
    '2028-W53',
    '2027-W00',
    '2027-W54',
    '2027-W1',
    '2027W01',
    '2027-w01',
    '2027-W01 ',
    '27-W01',
    '',
  ])("refuse '%s'", (text) => {
    expect(isIsoWeek(text)).toBe(false)
    expect(() => isoWeekStart(text)).toThrow(`'${text}'`)
  })

  it.each([
    ['2027-W12', '2027-03-22T00:00+01:00', '2027-03-29T00:00+02:00', 167],
    ['2027-W43', '2027-10-25T00:00+02:00', '2027-11-01T00:00+01:00', 169],
    ['2026-W53', '2026-12-28T00:00+01:00', '2027-01-04T00:00+01:00', 168],
  ])('last from Monday to Monday on the clock: %s', (week, start, end, hours) => {
    const interval = isoWeekInterval(week)
    expect(toOffsetText(interval.start)).toBe(start)
    expect(toOffsetText(interval.end)).toBe(end)
    expect(minutesOf(interval)).toBe(hours * 60)
  })

  it.each([
    ['2026-W53', 1, '2027-W01'],
    ['2027-W01', -1, '2026-W53'],
    ['2027-W52', 1, '2028-W01'],
    ['2026-W53', 53, '2028-W01'],
    ['2027-W20', 0, '2027-W20'],
  ])('count on: %s plus %i is %s', (week, n, expected) => {
    expect(addWeeks(week, n)).toBe(expected)
  })

  it.each([
    ['2027-01-04', '2027-01-11', ['2027-W01']],
    ['2027-01-04', '2027-01-12', ['2027-W01', '2027-W02']],
    ['2027-01-03', '2027-01-04', ['2026-W53']],
    ['2027-01-03', '2027-01-05', ['2026-W53', '2027-W01']],
    ['2027-01-06', '2027-01-06', []],
    ['2027-01-06', '2027-01-05', []],
  ])('that have a day from %s to %s are listed', (from, to, expected) => {
    expect(isoWeeksIn({ from, to })).toEqual(expected)
  })
})
