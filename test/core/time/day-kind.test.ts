import { describe, expect, it } from 'vitest'
import { type DayKind, dayKindsOf } from '../../../src/core/time/day-kind.ts'
import { isPublicHoliday } from '../../../src/core/time/holidays.ts'
import { datesIn, weekdayOf } from '../../../src/core/time/local-date.ts'

const YEARS = [2026, 2027, 2028] as const
const SUMMER = { from: '06-20', to: '08-20' }

/** Every date of the three years whose kind is not its weekday's, written out by hand. */
const SPECIAL: Readonly<Record<'public-holiday' | 'eve' | 'early-close' | 'bridge-day', readonly string[]>> =
  {
    'public-holiday': [
      ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14'],
      ...['2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'],
      // Twelve holidays on eleven days: 17 May is also Whit Monday.
      ...['2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-01', '2027-05-06'],
      ...['2027-05-16', '2027-05-17', '2027-12-25', '2027-12-26'],
      ...['2028-01-01', '2028-04-13', '2028-04-14', '2028-04-16', '2028-04-17', '2028-05-01', '2028-05-17'],
      ...['2028-05-25', '2028-06-04', '2028-06-05', '2028-12-25', '2028-12-26'],
    ],
    eve: [
      ...['2026-04-04', '2026-05-23', '2026-12-24', '2026-12-31'],
      ...['2027-03-27', '2027-05-15', '2027-12-24', '2027-12-31'],
      ...['2028-04-15', '2028-06-03', '2028-12-24', '2028-12-31'],
    ],
    'early-close': ['2026-04-01', '2027-03-24', '2028-04-12'],
    'bridge-day': ['2026-01-02', '2026-05-15', '2027-05-07', '2028-05-26'],
  }

describe('day kinds', () => {
  it.each(YEARS)('of %i are just the dates in the table', (year) => {
    const found: Record<string, string[]> = {
      'public-holiday': [],
      eve: [],
      'early-close': [],
      'bridge-day': [],
    }
    for (const date of datesIn({ from: `${year}-01-01`, to: `${year + 1}-01-01` })) {
      found[dayKindsOf(date)[0] ?? '']?.push(date)
    }
    const expected = Object.entries(SPECIAL).map(([kind, dates]) => [
      kind,
      dates.filter((date) => date.startsWith(`${year}`)),
    ])
    expect(found).toEqual(Object.fromEntries(expected))
  })

  it.each<[string, string, readonly DayKind[]]>([
    ['17 May and Whit Monday', '2027-05-17', ['public-holiday', 'sunday']],
    ['17 May on a Sunday', '2026-05-17', ['public-holiday', 'sunday']],
    ['Easter Sunday and the clock change', '2027-03-28', ['public-holiday', 'sunday']],
    ['1 May on a Saturday', '2027-05-01', ['public-holiday', 'sunday']],
    ['Christmas Eve on a Thursday', '2026-12-24', ['eve', 'weekday']],
    ['Christmas Eve on a Friday', '2027-12-24', ['eve', 'weekday']],
    ['Christmas Eve on a Sunday', '2028-12-24', ['eve', 'sunday']],
    ["New Year's Eve on a Friday", '2027-12-31', ['eve', 'weekday']],
    ['Christmas Eve on a Saturday', '2033-12-24', ['eve', 'saturday']],
    ['Easter Eve', '2027-03-27', ['eve', 'saturday']],
    ['Whitsun Eve', '2027-05-15', ['eve', 'saturday']],
    ['the Wednesday before Easter', '2027-03-24', ['early-close', 'weekday']],
    ['the Friday after Ascension', '2027-05-07', ['bridge-day', 'weekday']],
    ['the Friday after New Year', '2026-01-02', ['bridge-day', 'weekday']],
    ['a Monday before 17 May', '2022-05-16', ['bridge-day', 'weekday']],
    ['a Monday before 1 May', '2029-04-30', ['bridge-day', 'weekday']],
    ['a Friday after 17 May', '2029-05-18', ['bridge-day', 'weekday']],
    ['a Monday that is an eve before Christmas Day', '2029-12-24', ['eve', 'weekday']],
    ['the Tuesday after Easter', '2027-03-30', ['weekday']],
    ['the day before 17 May on a Tuesday', '2028-05-16', ['weekday']],
    ['a Saturday', '2027-06-05', ['saturday']],
    ['a Sunday', '2027-06-06', ['sunday']],
    ['the Sunday of the autumn change', '2027-10-31', ['sunday']],
    ['a Monday', '2027-06-07', ['weekday']],
  ])('%s, %s', (_, date, expected) => {
    expect(dayKindsOf(date)).toEqual(expected)
  })

  it.each<[string, readonly DayKind[]]>([
    ['2027-06-18', ['weekday']],
    ['2027-06-21', ['summer', 'weekday']],
    ['2028-06-20', ['summer', 'weekday']],
    ['2027-07-03', ['saturday']],
    ['2027-07-04', ['sunday']],
    ['2027-08-19', ['summer', 'weekday']],
    ['2027-08-20', ['weekday']],
    ['2027-12-24', ['eve', 'weekday']],
  ])('in a district with summer hours to 20 August: %s', (date, expected) => {
    expect(dayKindsOf(date, SUMMER)).toEqual(expected)
  })

  it('keep holidays and bridge days apart from summer hours that reach over them', () => {
    const wide = { from: '05-01', to: '09-01' }
    expect(dayKindsOf('2027-05-06', wide)).toEqual(['public-holiday', 'sunday'])
    expect(dayKindsOf('2027-05-07', wide)).toEqual(['bridge-day', 'weekday'])
    expect(dayKindsOf('2027-05-10', wide)).toEqual(['summer', 'weekday'])
  })

  it.each([undefined, null])('know no summer without dates for it (%s)', (summer) => {
    expect(dayKindsOf('2027-07-05', summer)).toEqual(['weekday'])
  })

  it('always end with a kind of the week, a Sunday for holidays and the true one otherwise', () => {
    const wrong = datesIn({ from: '2000-01-01', to: '2061-01-01' }).filter((date) => {
      const weekday = weekdayOf(date)
      const ofWeek = weekday === 7 ? 'sunday' : weekday === 6 ? 'saturday' : 'weekday'
      return dayKindsOf(date, SUMMER).at(-1) !== (isPublicHoliday(date) ? 'sunday' : ofWeek)
    })
    expect(wrong).toEqual([])
  })
})
