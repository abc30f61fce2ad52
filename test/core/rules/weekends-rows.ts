import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { at } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const tooOften = { kind: 'weekends-too-often', grade: 'warns', personId: 'a', unit: 'weekends' } as const
const notFree = { kind: 'no-free-weekend', grade: 'warns', personId: 'a', unit: 'weekends' } as const
const sundays = { kind: 'sundays-in-a-row', grade: 'warns', personId: 'a', unit: 'days' } as const

/** Saturdays 08–16 in these weeks, counted from the week of 4 January 2027. */
function saturdays(...weeks: readonly number[]): HeldSpan[] {
  return weeks.map((week) => {
    const date = addDays('2027-01-09', 7 * week)
    return [`${date} 08:00`, `${date} 16:00`]
  })
}

/** Every second week, so many times. */
const everySecond = (number: number) => Array.from({ length: number }, (_, index) => 2 * index)
const frequency = (oneOf: number, weeks: number, freeAmong = 52) => [
  adopted('weekendFrequency', { oneOf, weeks, freeAmong }),
]
const most = (days: number) => [adopted('sundaysInARow', days)]
const year = { from: '2027-01-04', to: '2028-01-03' }

export const weekendsRows: readonly RuleRow[] = [
  {
    name: 'every second weekend through the year',
    rota: heldRota([], saturdays(...everySecond(26)), {}, year),
  },
  {
    name: 'one weekend more than every second of half a year, once',
    rota: heldRota([], saturdays(...everySecond(26), 11), {}, year),
    broken: [{ ...tooOften, weeks: 26, measured: 14, limit: 13 }],
  },
  {
    name: 'one weekend less than every second',
    rota: heldRota([], saturdays(...everySecond(12)), {}, year),
  },
  {
    name: 'two of five where one of three over five weeks is adopted, whole weekends only',
    rota: heldRota(frequency(3, 5), saturdays(0, 4), {}, year),
    broken: [
      {
        ...tooOften,
        weeks: 5,
        measured: 2,
        limit: 1,
        span: { start: at('2027-01-08 16:00'), end: at('2027-02-08 08:00') },
        needIds: ['h.2027-01-09.08', 'h.2027-02-06.08'],
      },
    ],
  },
  {
    name: 'two of six where one of three over five weeks is adopted',
    rota: heldRota(frequency(3, 5), saturdays(0, 5), {}, year),
  },
  {
    name: 'two stretches that share no weekend, each once',
    rota: heldRota(frequency(2, 4), saturdays(0, 1, 2, 10, 11, 12), {}, year),
    broken: [
      {
        ...tooOften,
        measured: 3,
        limit: 2,
        needIds: ['h.2027-01-09.08', 'h.2027-01-16.08', 'h.2027-01-23.08'],
      },
      { ...tooOften, measured: 3, needIds: ['h.2027-03-20.08', 'h.2027-03-27.08', 'h.2027-04-03.08'] },
    ],
  },
  {
    name: 'weekends before the period, which were read for it',
    rota: heldRota(frequency(2, 4), saturdays(0, 1, 3), {}, { from: '2027-01-25', to: '2027-02-01' }),
    broken: [{ ...tooOften, measured: 3 }],
  },
  {
    name: 'too many weekends before the period alone',
    rota: heldRota(frequency(2, 4), saturdays(0, 1, 2), {}, { from: '2027-01-25', to: '2027-02-01' }),
  },
  { name: 'three weekends in a row', rota: heldRota([], saturdays(0, 1, 2), {}, year) },
  {
    name: 'four weekends in a row, none of them free',
    rota: heldRota([], saturdays(0, 1, 2, 3), {}, year),
    broken: [
      {
        ...notFree,
        measured: 4,
        limit: 3,
        span: { start: at('2027-01-08 16:00'), end: at('2027-02-01 08:00') },
      },
    ],
  },
  {
    name: 'six weekends in a row, once',
    rota: heldRota([], saturdays(0, 1, 2, 3, 4, 5), {}, year),
    broken: [{ ...notFree, measured: 6 }],
  },
  {
    name: 'a weekend one minute too short to count among four',
    // From Friday 16:00 an hour makes it a worked one.
    rota: heldRota([], [...saturdays(0, 1, 2), ['2027-01-29 08:00', '2027-01-29 16:59']], {}, year),
  },
  {
    name: 'an hour of Friday evening among four',
    rota: heldRota([], [...saturdays(0, 1, 2), ['2027-01-29 08:00', '2027-01-29 17:00']], {}, year),
    broken: [{ ...notFree, measured: 4 }],
  },
  {
    name: 'a weekend in another district among four',
    rota: heldRota(
      [],
      saturdays(0, 1, 3),
      {},
      {
        ...year,
        elsewhere: [elsewhere('2027-01-23 08:00', '2027-01-23 16:00')],
      },
    ),
    broken: [{ ...notFree, measured: 4, needIds: ['h.2027-01-09.08', 'h.2027-01-16.08', 'h.2027-01-30.08'] }],
  },
  {
    name: 'four weekends in a row over the end of an ISO year with 53 weeks',
    rota: heldRota(
      [],
      [
        ['2026-12-19 08:00', '2026-12-19 16:00'],
        ['2026-12-26 08:00', '2026-12-26 16:00'],
        ['2027-01-02 08:00', '2027-01-02 16:00'],
        ['2027-01-09 08:00', '2027-01-09 16:00'],
      ],
    ),
    broken: [{ ...notFree, measured: 4 }],
  },
  {
    name: 'two Sundays in a row, which only a reference line would show',
    rota: heldRota(
      [],
      [
        ['2027-01-10 08:00', '2027-01-10 16:00'],
        ['2027-01-17 08:00', '2027-01-17 16:00'],
      ],
    ),
  },
  {
    name: 'exactly the number of Sundays in a row',
    rota: heldRota(most(1), [
      ['2027-01-10 08:00', '2027-01-10 16:00'],
      ['2027-01-24 08:00', '2027-01-24 16:00'],
    ]),
  },
  {
    name: 'one Sunday more than the number, the second by a night across midnight',
    rota: heldRota(most(1), [
      ['2027-01-10 08:00', '2027-01-10 16:00'],
      ['2027-01-16 16:00', '2027-01-17 01:00'],
    ]),
    broken: [
      {
        ...sundays,
        measured: 2,
        limit: 1,
        span: { start: at('2027-01-10 00:00'), end: at('2027-01-18 00:00') },
      },
    ],
  },
  {
    name: 'a night that ends one minute too early on the second Sunday',
    rota: heldRota(most(1), [
      ['2027-01-10 08:00', '2027-01-10 16:00'],
      ['2027-01-16 16:00', '2027-01-17 00:59'],
    ]),
  },
  {
    name: 'Palm Sunday and Good Friday, with Maundy Thursday free between them',
    rota: heldRota(most(1), [
      ['2027-03-21 08:00', '2027-03-21 16:00'],
      ['2027-03-26 08:00', '2027-03-26 16:00'],
    ]),
  },
  {
    name: 'Easter Sunday, when the clock goes forward, and Easter Monday',
    rota: heldRota(most(1), [['2027-03-28 08:00', '2027-03-29 08:00']]),
    broken: [{ ...sundays, measured: 2, needIds: ['h.2027-03-28.08'] }],
  },
  {
    name: 'an hour of the Sunday the clock goes back, on its second turn',
    rota: heldRota(most(1), [
      ['2027-10-24 08:00', '2027-10-24 16:00'],
      ['2027-10-31 02:00', '2027-10-31 03:00'],
    ]),
    broken: [{ ...sundays, measured: 2 }],
  },
  {
    name: 'two of three weekends after the stricter frequency ended',
    rota: heldRota(
      [adopted('weekendFrequency', { oneOf: 4, weeks: 4, freeAmong: 52 }, { to: '2027-03-01' })],
      saturdays(12, 14),
      {},
      year,
    ),
  },
  {
    name: 'two of five weekends before the stricter frequency was adopted',
    rota: heldRota(
      [adopted('weekendFrequency', { oneOf: 3, weeks: 5, freeAmong: 52 }, { from: '2027-03-01' })],
      saturdays(0, 4),
      {},
      year,
    ),
  },
  {
    name: 'two Sundays in a row before a number was adopted',
    rota: heldRota(
      [adopted('sundaysInARow', 1, { from: '2027-02-01' })],
      [
        ['2027-01-10 08:00', '2027-01-10 16:00'],
        ['2027-01-17 08:00', '2027-01-17 16:00'],
      ],
    ),
  },
  {
    name: 'four weekends in a row of the second doctor alone',
    rota: heldRota([], saturdays(0, 1, 2, 3), {}, { ...year, by: 'b' }),
    broken: [{ ...notFree, personId: 'b', measured: 4 }],
  },
]
