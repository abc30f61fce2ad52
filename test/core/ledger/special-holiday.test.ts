import { describe, expect, it } from 'vitest'
import { specialHolidayOf } from '../../../src/core/ledger/count.ts'
import { specialHolidaysOf } from '../../../src/core/ledger/special-holiday.ts'
import { datesIn } from '../../../src/core/time/local-date.ts'
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

  it('hold the very dates that are counted as special, 2024 to 2030', () => {
    const spans = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030].flatMap(specialHolidaysOf)
    for (const date of datesIn({ from: '2024-01-01', to: '2031-01-01' })) {
      const { start } = dayInterval(date)
      const found = spans.find((span) => start >= span.start && start < span.end)
      expect([date, found?.holiday ?? null]).toEqual([date, specialHolidayOf(date)])
    }
  })
})
