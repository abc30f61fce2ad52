import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/core/ledger/hours.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import type { RuleId, Violation } from '../../../src/core/rules/violation.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { at, makeSurgery, weekdays } from '../../support/make-district.ts'

/** Surgery 08–15:30 Monday to Friday: 7.5 hours a day, 37.5 a week. */
const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }

function breaches(rota: Rota, rule: RuleId): Violation[] {
  return checkRota(rota).filter((found) => found.rule === rule)
}

/** Hours of doctor a by week: of duty, and with all else. */
function hours(rota: Rota): Record<string, [duty: number, total: number | null]> {
  const rows = ledgerOf(rota).filter(({ personId }) => personId === 'a')
  return Object.fromEntries(
    rows.map(({ week, dutyMinutes, totalMinutes }) => [
      week,
      [dutyMinutes / 60, totalMinutes === null ? null : totalMinutes / 60],
    ]),
  )
}

/** From Saturday 08 to Monday 08 on site, in two duties that touch. */
function weekend(saturday: string, sunday: string, monday: string): HeldSpan[] {
  return [
    [`${saturday} 08:00`, `${sunday} 08:00`, 'on-site'],
    [`${sunday} 08:00`, `${monday} 08:00`, 'on-site'],
  ]
}

const caps = (longest: number, rolling: number): AgreementEntry[] => [
  adopted('longestPeriodMinutes', longest * 60),
  adopted('rollingTotalMinutes', rolling * 60),
]

describe('a weekend on site over each change of the clock, by hand', () => {
  // Saturday 08–24 is 16 hours. Sunday 00–24 is 23 hours in spring and 25 in autumn. Monday 00–08 is 8 hours.
  const springs = [
    { sunday: '2026-03-29', first: '2026-W13', next: '2026-W14' },
    { sunday: '2027-03-28', first: '2027-W12', next: '2027-W13' },
  ]
  const autumns = [
    { sunday: '2026-10-25', first: '2026-W43', next: '2026-W44' },
    { sunday: '2027-10-31', first: '2027-W43', next: '2027-W44' },
  ]
  const over = (sunday: string, cap: number) =>
    heldRota(
      caps(cap, cap),
      weekend(addDays(sunday, -1), sunday, addDays(sunday, 1)),
      {},
      {
        from: addDays(sunday, -6),
        to: addDays(sunday, 8),
      },
    )

  it.each(springs)('is 47 hours around $sunday, 39 of them before Monday', ({ sunday, first, next }) => {
    // 16 + 23 = 39 and 8; 39 + 8 = 47, where the clock shows 48.
    const rota = over(sunday, 46)
    expect(hours(rota)).toEqual({ [first]: [39, 39], [next]: [8, 8] })
    expect(breaches(rota, 'longest-period')).toMatchObject([{ measured: 47 * 60, limit: 46 * 60 }])
    expect(breaches(rota, 'rolling-total')).toMatchObject([{ measured: 47 * 60 }])
    expect(breaches(over(sunday, 47), 'longest-period')).toEqual([])
    expect(breaches(over(sunday, 47), 'rolling-total')).toEqual([])
    // 47 elapsed hours hold one whole day of 24, and 23 beside it.
    expect(breaches(rota, 'long-hours').map(({ measured }) => measured / 60)).toEqual([24, 23])
  })

  it.each(autumns)('is 49 hours around $sunday, 41 of them before Monday', ({ sunday, first, next }) => {
    // 16 + 25 = 41 and 8; 41 + 8 = 49, where the clock shows 48.
    const rota = over(sunday, 48)
    expect(hours(rota)).toEqual({ [first]: [41, 41], [next]: [8, 8] })
    expect(breaches(rota, 'longest-period')).toMatchObject([{ measured: 49 * 60, limit: 48 * 60 }])
    expect(breaches(rota, 'rolling-total')).toMatchObject([{ measured: 49 * 60 }])
    expect(breaches(over(sunday, 49), 'longest-period')).toEqual([])
    expect(breaches(over(sunday, 49), 'rolling-total')).toEqual([])
    // Two whole days of 24, and the hour beside them is no day.
    expect(breaches(rota, 'long-hours').map(({ measured }) => measured / 60)).toEqual([24, 24])
  })
})

describe('week 53 of 2026, by hand', () => {
  // Monday 28 December to Sunday 3 January. New Year's Day is a Friday: surgery on Monday to Thursday, 4 × 7.5 = 30 hours.
  const days: HeldSpan[] = [
    // Thursday 16 to Friday 08: 16 hours, none of them in surgery.
    ['2026-12-31 16:00', '2027-01-01 08:00'],
    // Sunday 08 to Monday 08: 16 hours in week 53 and 8 in week 1.
    ['2027-01-03 08:00', '2027-01-04 08:00'],
  ]
  const parts = { from: '2026-12-28', to: '2027-01-11' }

  it('holds 62 hours, and week 1 of 2027 the rest', () => {
    // 30 + 16 + 16 = 62; week 1: 8 + 5 × 7.5 = 45.5.
    const rota = heldRota([adopted('weeklyTotalMinutes', 61 * 60)], days, surgery, parts)
    expect(hours(rota)).toEqual({ '2026-W53': [32, 62], '2027-W01': [8, 45.5] })
    expect(breaches(rota, 'weekly-total')).toMatchObject([
      { span: { start: at('2026-12-28 00:00'), end: at('2027-01-04 00:00') }, measured: 62 * 60 },
    ])
  })

  it('runs into the next year in any seven days', () => {
    // From Wednesday 30 December 08:00 to Wednesday 6 January 08:00: surgery on Wednesday, Thursday, Monday and Tuesday, 30 hours;
    // duty 16 + 24 = 40 hours. From Monday to Monday 08:00 they are Monday to Thursday, as many; no seven days hold more.
    const rota = heldRota(caps(100, 69), days, surgery, parts)
    expect(breaches(rota, 'rolling-total')).toMatchObject([
      { measured: 70 * 60, needIds: ['h.2026-12-31.16', 'h.2027-01-03.08'] },
    ])
    expect(breaches(heldRota(caps(100, 70), days, surgery, parts), 'rolling-total')).toEqual([])
  })

  it('is two of the weeks that a mean is over', () => {
    // Duty alone: (32 + 8) / 2 = 20 hours a week.
    const line = (minutes: number) => [adopted('averageDuty', { minutes, weeks: 2 })]
    expect(breaches(heldRota(line(1200), days, surgery, parts), 'average-duty')).toEqual([])
    expect(breaches(heldRota(line(1199), days, surgery, parts), 'average-duty')).toMatchObject([
      { measured: 1200, weeks: 2 },
    ])
  })
})

describe('Easter 2027, by hand', () => {
  // Maundy Thursday 25 March, Good Friday 26, Easter Sunday 28 with the clock forward, Easter Monday 29.
  // From Wednesday 24 March 16:00 to Tuesday 30 March 08:00, held as home duty in duties of a day.
  const days: HeldSpan[] = [
    ['2027-03-24 16:00', '2027-03-25 08:00'],
    ['2027-03-25 08:00', '2027-03-26 08:00'],
    ['2027-03-26 08:00', '2027-03-27 08:00'],
    ['2027-03-27 08:00', '2027-03-28 08:00'],
    ['2027-03-28 08:00', '2027-03-29 08:00'],
    ['2027-03-29 08:00', '2027-03-30 08:00'],
  ]
  const parts = { from: '2027-03-22', to: '2027-04-05' }

  it('is 135 hours of duty on end, where the clock shows 136', () => {
    // 16 + 24 + 24 + 23 + 24 + 24 = 135.
    const rota = heldRota(caps(134, 168), days, surgery, parts)
    expect(breaches(rota, 'longest-period')).toMatchObject([{ measured: 135 * 60 }])
    expect(breaches(heldRota(caps(135, 168), days, surgery, parts), 'longest-period')).toEqual([])
  })

  it('leaves surgery on three days before and four after', () => {
    // Week 12: Wednesday 8 + three days of 24 + Sunday of 23 = 103 of duty; surgery 3 × 7.5 = 22.5.
    // Week 13: Monday 24 + Tuesday 8 = 32 of duty; surgery on Tuesday to Friday, 4 × 7.5 = 30.
    expect(hours(heldRota([], days, surgery, parts))).toEqual({
      '2027-W12': [103, 125.5],
      '2027-W13': [32, 62],
    })
  })

  it('is 151 hours in the worst seven days, an hour longer on the clock', () => {
    // 168 elapsed hours from Tuesday 23 March 08:00 end on Tuesday 30 March at 09:00. They hold the 135 hours of duty, the
    // surgeries of Tuesday and Wednesday, 15 hours, and the first hour of the next Tuesday's: 135 + 15 + 1 = 151.
    const rota = heldRota(caps(168, 150), days, surgery, parts)
    expect(breaches(rota, 'rolling-total')).toMatchObject([
      { measured: 151 * 60, span: { start: at('2027-03-23 08:00'), end: at('2027-03-30 09:00') } },
    ])
    expect(breaches(heldRota(caps(168, 151), days, surgery, parts), 'rolling-total')).toEqual([])
  })

  it('is four Sundays and public holidays in a row', () => {
    const rota = heldRota([adopted('sundaysInARow', 3)], days, surgery, parts)
    // Thursday, Friday, Sunday and Monday; Palm Sunday before and Low Sunday after are free.
    expect(breaches(rota, 'weekends')).toMatchObject([
      {
        kind: 'sundays-in-a-row',
        measured: 4,
        span: { start: at('2027-03-25 00:00'), end: at('2027-03-30 00:00') },
      },
    ])
  })

  it('counts a seventh of it under the act', () => {
    // Week 12: 103 / 7 = 14.7 hours, 882.86 minutes; the surgery of a self-employed GP is none of it.
    const mean = (minutes: number) => [adopted('averageUnderAct', [{ minutes, weeks: 1 }])]
    expect(breaches(heldRota(mean(883), days, surgery, parts), 'average-hours')).toEqual([])
    expect(breaches(heldRota(mean(882), days, surgery, parts), 'average-hours')).toMatchObject([
      { measured: 883 },
    ])
  })
})

describe('the week of 17 May 2027, which is Whit Monday too, by hand', () => {
  // On site from Friday 14 May 16:00 to Tuesday 18 May 08:00, in duties of 16 and 24 hours: 88 in all.
  const days: HeldSpan[] = [
    ['2027-05-14 16:00', '2027-05-15 08:00', 'on-site'],
    ['2027-05-15 08:00', '2027-05-16 08:00', 'on-site'],
    ['2027-05-16 08:00', '2027-05-17 08:00', 'on-site'],
    ['2027-05-17 08:00', '2027-05-18 08:00', 'on-site'],
  ]
  const parts = { from: '2027-05-10', to: '2027-05-24' }

  it('has one public holiday less of surgery, and not two', () => {
    // Week 19: 8 + 24 + 24 = 56 of duty and 5 × 7.5 of surgery. Week 20: 24 + 8 = 32 of duty and 4 × 7.5 = 30 of surgery.
    expect(hours(heldRota([], days, surgery, parts))).toEqual({
      '2027-W19': [56, 93.5],
      '2027-W20': [32, 62],
    })
  })

  it('is 118 hours in the worst seven days', () => {
    // All 88 hours of duty, and four surgeries of those on Tuesday to Friday before and Tuesday to Thursday after: 88 + 30 = 118.
    const rota = heldRota(caps(168, 117), days, surgery, parts)
    expect(breaches(rota, 'rolling-total')).toMatchObject([{ measured: 118 * 60 }])
    expect(breaches(heldRota(caps(168, 118), days, surgery, parts), 'rolling-total')).toEqual([])
  })

  it('is two Sundays and public holidays in a row, Monday counted once', () => {
    const rota = heldRota([adopted('sundaysInARow', 1)], days, surgery, parts)
    expect(breaches(rota, 'weekends')).toMatchObject([{ kind: 'sundays-in-a-row', measured: 2 }])
  })

  it('leaves no day of rest in the first week and enough in the second', () => {
    // Week 19: surgery ends at 15:30 and begins at 08:00, 16.5 hours between two of them. Week 20: Friday 15:30 to Sunday 24.
    expect(breaches(heldRota([], days, surgery, parts), 'weekly-rest')).toMatchObject([
      { measured: 16.5 * 60, span: { start: at('2027-05-10 00:00'), end: at('2027-05-17 00:00') } },
    ])
  })
})

describe('a doctor whose ISO weeks are all under 60 hours, by hand', () => {
  // A night on Friday 15 January and one on Wednesday 20 January, 16 hours each, beside a surgery of 37.5 hours a week.
  const days: HeldSpan[] = [
    ['2027-01-15 16:00', '2027-01-16 08:00'],
    ['2027-01-20 16:00', '2027-01-21 08:00'],
  ]
  const parts = { from: '2027-01-11', to: '2027-01-25' }
  const sixty = [adopted('weeklyTotalMinutes', 60 * 60), adopted('rollingTotalMinutes', 60 * 60)]

  it('is over 60 in seven days that no ISO week holds', () => {
    const rota = heldRota(sixty, days, surgery, parts)
    // 37.5 + 16 = 53.5 in each week.
    expect(hours(rota)).toEqual({ '2027-W02': [16, 53.5], '2027-W03': [16, 53.5] })
    expect(breaches(rota, 'weekly-total')).toEqual([])
    // Any seven days hold five surgeries, and these both nights: 37.5 + 32 = 69.5. They begin with the surgery of Thursday the 14th.
    expect(breaches(rota, 'rolling-total')).toMatchObject([
      {
        measured: 69.5 * 60,
        limit: 60 * 60,
        needIds: ['h.2027-01-15.16', 'h.2027-01-20.16'],
        span: { start: at('2027-01-14 08:00'), end: at('2027-01-21 08:00') },
        // b has nothing else to do, and could hold both: a cannot be below the surgery alone.
        floor: 37.5 * 60,
      },
    ])
  })
})
