import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { always, at, makeSurgery, weekdays } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const cap = (hours: number) => [adopted('rollingTotalMinutes', hours * 60)]
const found = { kind: 'rolling-total', grade: 'warns', personId: 'a', unit: 'minutes' } as const

/** Friday to Sunday of one ISO week and Tuesday of the next: 48 and 24 hours, 72 within seven days. */
const overTwoWeeks: readonly HeldSpan[] = [
  ['2027-01-08 00:00', '2027-01-10 00:00'],
  ['2027-01-12 00:00', '2027-01-13 00:00'],
]
const period = { from: '2027-01-04', to: '2027-01-25' }
const surgery: Partial<Doctor> = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }

/** A day of duty a week: 24 hours in any seven days. */
const dayAWeek = (second: HeldSpan): readonly HeldSpan[] => [['2027-01-04 00:00', '2027-01-05 00:00'], second]

export const rollingTotalRows: readonly RuleRow[] = [
  { name: 'exactly the cap over two ISO weeks', rota: heldRota(cap(72), overTwoWeeks, {}, period) },
  {
    name: 'one minute less than the cap',
    rota: heldRota(
      cap(72),
      [overTwoWeeks[0] as HeldSpan, ['2027-01-12 00:00', '2027-01-12 23:59']],
      {},
      period,
    ),
  },
  {
    name: 'one minute more than the cap though both ISO weeks are far below it, with the floor beside',
    rota: heldRota(
      cap(72),
      [['2027-01-08 00:00', '2027-01-10 00:01'], overTwoWeeks[1] as HeldSpan],
      {},
      period,
    ),
    broken: [
      {
        ...found,
        needIds: ['h.2027-01-08.00', 'h.2027-01-12.00'],
        span: { start: at('2027-01-08 00:00'), end: at('2027-01-15 00:00') },
        measured: 4321,
        limit: 4320,
        floor: 2161,
      },
    ],
  },
  {
    name: 'two days of duty exactly seven days apart, of which a window holds as much as it loses',
    rota: heldRota(cap(24), dayAWeek(['2027-01-11 00:00', '2027-01-12 00:00'])),
  },
  {
    name: 'two days of duty one minute less than seven days apart',
    rota: heldRota(cap(24), dayAWeek(['2027-01-10 23:59', '2027-01-11 23:59'])),
    broken: [{ ...found, measured: 1441, needIds: ['h.2027-01-04.00', 'h.2027-01-10.23'] }],
  },
  {
    name: 'a night across midnight and the days after it, counted once where they overlap',
    rota: heldRota(cap(16), [
      ['2027-01-04 16:00', '2027-01-05 08:00'],
      ['2027-01-04 20:00', '2027-01-05 04:00', 'on-site'],
    ]),
  },
  {
    name: 'two nights that touch, one minute too many',
    rota: heldRota(cap(32), [
      ['2027-01-04 16:00', '2027-01-05 08:00'],
      ['2027-01-05 08:00', '2027-01-06 00:01'],
    ]),
    broken: [{ ...found, measured: 32 * 60 + 1 }],
  },
  {
    name: 'the same weekday a week later when the clock goes forward, which is an hour sooner',
    rota: heldRota(cap(24), [
      ['2027-03-22 00:00', '2027-03-23 00:00'],
      ['2027-03-29 00:00', '2027-03-30 00:00'],
    ]),
    broken: [
      {
        ...found,
        span: { start: at('2027-03-22 00:00'), end: at('2027-03-29 01:00') },
        measured: 25 * 60,
      },
    ],
  },
  {
    name: 'an hour earlier a week later when the clock goes back, which is 168 elapsed hours',
    rota: heldRota(cap(24), [
      ['2027-10-25 00:00', '2027-10-26 00:00'],
      ['2027-10-31 23:00', '2027-11-01 23:00'],
    ]),
  },
  {
    name: 'one minute less than 168 elapsed hours when the clock goes back',
    rota: heldRota(cap(24), [
      ['2027-10-25 00:00', '2027-10-26 00:00'],
      ['2027-10-31 22:59', '2027-11-01 22:59'],
    ]),
    broken: [{ ...found, measured: 1441 }],
  },
  {
    name: 'seven days over the end of an ISO year with 53 weeks',
    rota: heldRota(cap(40), [
      ['2027-01-01 00:00', '2027-01-02 00:00'],
      ['2027-01-06 00:00', '2027-01-07 00:00'],
    ]),
    broken: [
      { ...found, span: { start: at('2027-01-01 00:00'), end: at('2027-01-08 00:00') }, measured: 48 * 60 },
    ],
  },
  {
    name: 'surgery inside a home duty, counted once',
    rota: heldRota(cap(78), [['2027-01-08 00:00', '2027-01-10 00:00']], surgery, period),
  },
  {
    name: 'surgery outside duty, counted in',
    // Any seven days hold five surgeries of 7 h 30 min; one of them lies in the duty of 48 hours: 37.5 + 48 − 7.5 = 78.
    rota: heldRota(cap(77), [['2027-01-08 00:00', '2027-01-10 00:00']], surgery, period),
    broken: [{ ...found, measured: 78 * 60 }],
  },
  {
    name: 'surgery that is not declared on a date of every window with duty',
    rota: heldRota(cap(10), overTwoWeeks, { surgery: [{ ...always, kind: 'not-declared' }] }, period),
  },
  {
    name: 'the known days before surgery ceases to be declared',
    rota: heldRota(
      cap(40),
      overTwoWeeks,
      {
        surgery: [
          { ...makeSurgery([]), to: '2027-01-11' },
          { from: '2027-01-11', to: null, kind: 'not-declared' },
        ],
      },
      period,
    ),
    broken: [{ ...found, needIds: ['h.2027-01-08.00'], measured: 2880 }],
  },
  {
    name: 'duty in another district, counted in',
    rota: heldRota(
      cap(72),
      overTwoWeeks,
      {},
      {
        ...period,
        elsewhere: [elsewhere('2027-01-13 16:00', '2027-01-13 20:00')],
      },
    ),
    broken: [{ ...found, measured: 76 * 60 }],
  },
  {
    name: 'tasks without a fixed time, by their part of the week',
    rota: heldRota(
      cap(72),
      overTwoWeeks,
      { otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 120 }] },
      period,
    ),
    broken: [{ ...found, measured: 74 * 60 }],
  },
  {
    name: 'hours that a locum has declared elsewhere, by their part of the week',
    rota: heldRota(cap(72), overTwoWeeks, { declaredOtherMinutesPerWeek: 600 }, period),
    broken: [{ ...found, measured: 82 * 60 }],
  },
  {
    name: 'a cap that is only a reference line',
    rota: heldRota([adopted('rollingTotalMinutes', 600, { status: 'reference' })], overTwoWeeks),
  },
  { name: 'a district that has adopted no cap', rota: heldRota([], overTwoWeeks) },
  {
    name: 'seven days that begin before the cap was adopted',
    rota: heldRota(
      [adopted('rollingTotalMinutes', 48 * 60, { from: '2027-01-12' })],
      overTwoWeeks,
      {},
      period,
    ),
  },
  {
    name: 'seven days over a change of the cap, by the more lenient of the two',
    rota: heldRota(
      [
        adopted('rollingTotalMinutes', 40 * 60, { to: '2027-01-11' }),
        adopted('rollingTotalMinutes', 60 * 60, { from: '2027-01-11' }),
      ],
      overTwoWeeks,
      {},
      period,
    ),
    broken: [{ ...found, measured: 72 * 60, limit: 60 * 60 }],
  },
  {
    name: 'seven days of which the last day has no cap any more',
    rota: heldRota([adopted('rollingTotalMinutes', 60 * 60, { to: '2027-01-12' })], overTwoWeeks, {}, period),
  },
  {
    name: 'two heavy stretches apart, each by its worst seven days',
    rota: heldRota(cap(40), [
      ['2027-01-04 00:00', '2027-01-06 00:00'],
      ['2027-01-20 00:00', '2027-01-22 00:01'],
    ]),
    broken: [
      { ...found, measured: 2880, needIds: ['h.2027-01-04.00'] },
      { ...found, measured: 2881, needIds: ['h.2027-01-20.00'] },
    ],
  },
  {
    name: 'a total of surgery alone, whether or not there is duty',
    rota: heldRota(cap(35), [], surgery, { from: '2027-01-04', to: '2027-01-11' }),
    broken: [{ ...found, needIds: [], measured: 37.5 * 60 }],
  },
  {
    name: 'a heavy week before the period, which is another period’s',
    rota: heldRota(cap(40), overTwoWeeks.slice(0, 1), {}, { from: '2027-01-11', to: '2027-01-25' }),
  },
]
