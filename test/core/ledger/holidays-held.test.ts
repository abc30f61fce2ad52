import { describe, expect, it } from 'vitest'
import { holidaysBefore, holidaysHeldBefore } from '../../../src/core/ledger/holidays-held.ts'
import { fromUtcText } from '../../../src/core/time/minute.ts'

const duty = (from: string, to: string, personId: string | null = 'a', shadowing = false) => ({
  start: fromUtcText(from),
  end: fromUtcText(to),
  personId,
  shadowing,
})

const named = (before: string, years: number) =>
  holidaysBefore(before, years).map(({ holiday, year }) => `${holiday} ${year}`)

describe('the special holidays before a date', () => {
  it('are those of so many years, by start', () => {
    expect(named('2027-04-10', 1)).toEqual([
      'constitution-day 2026',
      'christmas 2026',
      'new-year 2026',
      'easter 2027',
    ])
  })

  it.each([
    ['2027-01-01', 'new-year 2026', true],
    ['2026-12-31', 'new-year 2026', false],
    ['2027-03-25', 'easter 2027', false],
    ['2027-03-26', 'easter 2027', true],
    ['2028-01-01', 'new-year 2025', true],
    ['2028-01-02', 'new-year 2025', false],
  ])('before %s: %s is among them: %s', (before, holiday, isThere) => {
    expect(named(before, 2).includes(holiday)).toBe(isThere)
  })
})

describe('a special holiday held before a date', () => {
  it.each([
    ['to the minute it begins', duty('2026-12-23T15:00Z', '2026-12-23T23:00Z'), []],
    ['a minute into it', duty('2026-12-23T15:00Z', '2026-12-23T23:01Z'), ['christmas']],
    ['from its last minute', duty('2026-12-26T22:59Z', '2026-12-27T07:00Z'), ['christmas']],
    ['from the minute it ends', duty('2026-12-26T23:00Z', '2026-12-27T07:00Z'), []],
    ['from the last minute before the date', duty('2026-12-31T22:59Z', '2027-01-01T07:00Z'), ['new-year']],
    ['from the date on', duty('2026-12-31T23:00Z', '2027-01-01T07:00Z'), []],
    ['to learn', duty('2026-12-24T15:00Z', '2026-12-25T07:00Z', 'a', true), []],
    ['by a locum still to be named', duty('2026-12-24T15:00Z', '2026-12-25T07:00Z', null), []],
  ])('counts a duty %s', (_name, one, held) => {
    expect(holidaysHeldBefore([one], '2027-01-01', 2).map(({ holiday }) => holiday)).toEqual(held)
  })

  it('is told once for each who held it', () => {
    const days = ['24', '25', '26'].map((day) => duty(`2026-12-${day}T07:00Z`, `2026-12-${day}T15:00Z`))
    const other = duty('2026-12-25T15:00Z', '2026-12-25T22:00Z', 'b')
    expect(holidaysHeldBefore([...days, other], '2027-01-01', 2)).toEqual([
      { personId: 'a', holiday: 'christmas', year: 2026 },
      { personId: 'b', holiday: 'christmas', year: 2026 },
    ])
  })
})
