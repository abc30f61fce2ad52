import { describe, expect, it } from 'vitest'
import type { HolidayCalendar } from '../../../src/core/ledger/holiday-calendar.ts'
import type { Agreement } from '../../../src/core/rota/agreement.ts'
import { isPublicHoliday } from '../../../src/core/time/holidays.ts'
import { addDays, datesIn } from '../../../src/core/time/local-date.ts'
import { toOffsetText } from '../../../src/core/time/oslo.ts'
import { holidayWindows } from '../../support/holiday-windows.ts'

const adopted = (from: string, to: string | null, spans: readonly string[]): Agreement => [
  {
    from,
    to,
    parameter: 'agreementHolidays',
    status: 'adopted',
    source: 'vedtak',
    author: 'k',
    decidedOn: from,
    value: spans.map((span) => {
      const [first = '', start = '', last = '', end = ''] = span.split(' ')
      return { from: first, start, to: last, end }
    }),
  },
]

/** As '03-24 18:00 – 03-26 22:00', by the wall clock. */
function windows(calendar: HolidayCalendar, from: string, to: string, agreement: Agreement = []): string[] {
  const text = (minute: number) => toOffsetText(minute).slice(5, 16).replace('T', ' ')
  return holidayWindows(calendar, { from, to }, agreement).map(
    ({ start, end }) => `${text(start)} – ${text(end)}`,
  )
}

describe('the statutory calendar', () => {
  it.each([
    ['Easter 2026', '2026-03-28', '2026-04-09', ['04-02 00:00 – 04-04 00:00', '04-05 00:00 – 04-07 00:00']],
    [
      'Easter 2027, with the clock change',
      '2027-03-22',
      '2027-04-02',
      ['03-25 00:00 – 03-27 00:00', '03-28 00:00 – 03-30 00:00'],
    ],
    ['May 2027: 17 May is Whit Monday', '2027-05-10', '2027-05-24', ['05-16 00:00 – 05-18 00:00']],
    ['1 May 2028', '2028-04-28', '2028-05-05', ['05-01 00:00 – 05-02 00:00']],
    ['Christmas 2027', '2027-12-20', '2027-12-31', ['12-25 00:00 – 12-27 00:00']],
    ['an ordinary Sunday', '2027-01-04', '2027-01-18', []],
  ])('holds public holidays from midnight to midnight: %s', (_, from, to, expected) => {
    expect(windows('statutory', from, to)).toEqual(expected)
  })

  it('lasts 23 hours on Easter Sunday 2027', () => {
    const [easter] = holidayWindows('statutory', { from: '2027-03-28', to: '2027-03-29' }, [])
    expect((easter?.end ?? 0) - (easter?.start ?? 0)).toBe(23 * 60)
  })

  it('holds every public holiday of 2026 to 2028 and nothing else', () => {
    const days = datesIn({ from: '2026-01-01', to: '2029-01-01' })
    const inside = days.filter((date) => windows('statutory', date, addDays(date, 1)).length > 0)
    expect(inside).toEqual(days.filter(isPublicHoliday))
  })
})

describe('the rest window of the Working Environment Act', () => {
  it.each([
    ['an ordinary Sunday', '2027-01-08', '2027-01-12', ['01-09 18:00 – 01-10 22:00']],
    [
      'Easter 2027: from Wednesday 18:00, Easter Eve free until 15:00',
      '2027-03-22',
      '2027-04-02',
      ['03-24 18:00 – 03-26 22:00', '03-27 15:00 – 03-29 22:00'],
    ],
    ['Whitsun 2027, where 17 May is Whit Monday', '2027-05-13', '2027-05-21', ['05-15 15:00 – 05-17 22:00']],
    ['Ascension 2027', '2027-05-04', '2027-05-08', ['05-05 18:00 – 05-06 22:00']],
    ['17 May 2026, a Sunday', '2026-05-15', '2026-05-20', ['05-16 18:00 – 05-17 22:00']],
    [
      '17 May 2028, a Wednesday: the day before ends at 22',
      '2028-05-15',
      '2028-05-19',
      ['05-16 22:00 – 05-17 22:00'],
    ],
    [
      '1 May 2026, a Friday: the day before ends at 22',
      '2026-04-29',
      '2026-05-03',
      ['04-30 22:00 – 05-01 22:00', '05-02 18:00 – 05-03 00:00'],
    ],
    ['1 May 2028, a Monday after a Sunday', '2028-04-28', '2028-05-03', ['04-29 18:00 – 05-01 22:00']],
    [
      '1 May 2008, also Ascension: the day before is before a holiday',
      '2008-04-28',
      '2008-05-03',
      ['04-30 18:00 – 05-01 22:00'],
    ],
    [
      'Christmas 2027: Christmas Eve on a Friday, the 27th an ordinary Monday',
      '2027-12-22',
      '2027-12-29',
      ['12-24 15:00 – 12-26 22:00'],
    ],
    ['Christmas 2028: Christmas Eve a Sunday', '2028-12-21', '2028-12-29', ['12-23 18:00 – 12-26 22:00']],
    [
      "New Year's Eve has no hour of its own",
      '2026-12-30',
      '2027-01-03',
      ['12-31 18:00 – 01-01 22:00', '01-02 18:00 – 01-03 00:00'],
    ],
    ['an ordinary week', '2027-01-11', '2027-01-16', []],
  ])('%s', (_, from, to, expected) => {
    expect(windows('rest-window', from, to)).toEqual(expected)
  })
})

describe('the pay window of the main collective agreement', () => {
  it.each([
    [
      'Easter 2027: from Wednesday noon, Easter Eve all day',
      '2027-03-22',
      '2027-04-02',
      ['03-24 12:00 – 03-30 00:00'],
    ],
    ['Easter 2026', '2026-03-30', '2026-04-09', ['04-01 12:00 – 04-07 00:00']],
    ['Whitsun 2027 from noon on Saturday', '2027-05-13', '2027-05-21', ['05-15 12:00 – 05-18 00:00']],
    ['Whitsun 2028', '2028-06-01', '2028-06-08', ['06-03 12:00 – 06-06 00:00']],
    ['17 May 2028', '2028-05-15', '2028-05-19', ['05-17 00:00 – 05-18 00:00']],
    ['Christmas 2027', '2027-12-22', '2027-12-29', ['12-24 12:00 – 12-27 00:00']],
    ['Christmas Eve 2028, a Sunday: half a day', '2028-12-23', '2028-12-28', ['12-24 12:00 – 12-27 00:00']],
    ['New Year 2027', '2026-12-30', '2027-01-04', ['12-31 12:00 – 01-02 00:00']],
    ['an ordinary weekend is another allowance', '2027-01-08', '2027-01-12', []],
  ])('%s', (_, from, to, expected) => {
    expect(windows('pay-window', from, to)).toEqual(expected)
  })
})

describe("the service agreement's own calendar", () => {
  it('is empty until the district has adopted it', () => {
    expect(windows('agreement', '2026-01-01', '2029-01-01')).toEqual([])
  })

  it('holds what was adopted, joined where it touches and cut to the dates', () => {
    const spans = [
      '2027-03-24 16:00 2027-03-28 00:00',
      '2027-03-28 00:00 2027-03-30 07:00',
      '2027-12-24 08:00 2027-12-27 08:00',
    ]
    const agreement = adopted('2027-01-01', null, spans)
    expect(windows('agreement', '2027-03-22', '2027-04-02', agreement)).toEqual(['03-24 16:00 – 03-30 07:00'])
    expect(windows('agreement', '2027-12-25', '2027-12-26', agreement)).toEqual(['12-25 00:00 – 12-26 00:00'])
  })

  it('holds on each date what was adopted for that date', () => {
    const agreement = [
      ...adopted('2026-01-01', '2027-03-26', ['2027-03-24 16:00 2027-03-30 07:00']),
      ...adopted('2027-03-26', null, ['2027-03-27 12:00 2027-03-30 07:00']),
    ]
    expect(windows('agreement', '2027-03-22', '2027-04-02', agreement)).toEqual([
      '03-24 16:00 – 03-26 00:00',
      '03-27 12:00 – 03-30 07:00',
    ])
  })
})
