import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { always, at, makeSurgery, weekdays } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const found = { kind: 'weekly-rest', grade: 'shown', personId: 'a', unit: 'minutes', limit: 35 * 60 } as const
const week = { from: '2027-01-04', to: '2027-01-11' }
const span = { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') }

/** Two hours on site at noon of each day but the last, which starts as told: rests of 22 hours, and that before the last. */
function noons(last: string): HeldSpan[] {
  return [
    ...[4, 5, 6, 7, 8].map((day): HeldSpan => [`2027-01-0${day} 11:00`, `2027-01-0${day} 13:00`, 'on-site']),
    [last, '2027-01-10 12:00', 'on-site'],
  ]
}

const surgery = { surgery: [makeSurgery(weekdays('08:00', '16:00'))] }

export const weeklyRestRows: readonly RuleRow[] = [
  // From Friday 13:00 to Sunday 00:00 is 35 hours.
  { name: 'exactly 35 hours of rest in the week', rota: heldRota([], noons('2027-01-10 00:00'), {}, week) },
  { name: 'one minute more than 35 hours of rest', rota: heldRota([], noons('2027-01-10 00:01'), {}, week) },
  {
    name: 'one minute less than 35 hours of rest',
    rota: heldRota([], noons('2027-01-09 23:59'), {}, week),
    broken: [{ ...found, span, measured: 2099 }],
  },
  {
    name: 'rest that the week before would have made long enough',
    // Free from Monday 00:00 to Tuesday 10:00, 34 hours, and on Sunday before.
    rota: heldRota(
      [],
      [
        ['2027-01-05 10:00', '2027-01-05 12:00', 'on-site'],
        ...[6, 7, 8, 9].map((day): HeldSpan => [`2027-01-0${day} 11:00`, `2027-01-0${day} 13:00`, 'on-site']),
        ['2027-01-10 11:00', '2027-01-11 00:00', 'on-site'],
      ],
      {},
      week,
    ),
    broken: [{ ...found, measured: 34 * 60 }],
  },
  {
    name: 'surgery all week and a Saturday on site',
    // Sunday alone is free: from Saturday 16:00 to Monday 00:00, 32 hours.
    rota: heldRota([], [['2027-01-09 10:00', '2027-01-09 16:00', 'on-site']], surgery, week),
    broken: [{ ...found, measured: 32 * 60, needIds: ['s.2027-01-09.10'] }],
  },
  {
    name: 'a weekend of home duty, which breaks no rest by default',
    rota: heldRota([], [['2027-01-08 16:00', '2027-01-11 08:00']], surgery, week),
  },
  {
    name: 'a weekend of home duty where the district lets it break rest',
    rota: heldRota(
      [adopted('weeklyRest', { minutes: 35 * 60, forms: ['home', 'on-site'] })],
      [['2027-01-08 16:00', '2027-01-11 08:00']],
      surgery,
      week,
    ),
    // Between two surgeries lie 16 hours.
    broken: [{ ...found, measured: 16 * 60 }],
  },
  {
    name: 'a shorter line that the district has adopted',
    rota: heldRota(
      [adopted('weeklyRest', { minutes: 28 * 60, forms: ['on-site'] })],
      [['2027-01-09 10:00', '2027-01-09 16:00', 'on-site']],
      surgery,
      week,
    ),
  },
  {
    name: 'surgery that is not declared',
    rota: heldRota([], noons('2027-01-09 23:59'), { surgery: [{ ...always, kind: 'not-declared' }] }, week),
  },
  {
    name: 'a week without any duty',
    rota: heldRota([], [], { surgery: [makeSurgery(weekdays('00:00', '24:00'))] }, week),
  },
  {
    name: 'duty in another district on the free day',
    rota: heldRota(
      [],
      noons('2027-01-10 00:00'),
      {},
      {
        ...week,
        elsewhere: [elsewhere('2027-01-09 08:00', '2027-01-09 09:00')],
      },
    ),
    broken: [{ ...found, measured: 22 * 60 }],
  },
  {
    name: 'a week in which the clock goes forward, with an hour less of rest',
    // Saturday 13:00 to Sunday 24:00 is 35 hours on the clock and 34 elapsed.
    rota: heldRota(
      [],
      [22, 23, 24, 25, 26, 27].map(
        (day): HeldSpan => [`2027-03-${day} 11:00`, `2027-03-${day} 13:00`, 'on-site'],
      ),
      {},
      { from: '2027-03-22', to: '2027-03-29' },
    ),
    broken: [{ ...found, measured: 34 * 60 }],
  },
  {
    name: 'a week in which the clock goes back, with an hour more of rest',
    // Saturday 14:00 to Sunday 24:00 is 34 hours on the clock and 35 elapsed.
    rota: heldRota(
      [],
      [25, 26, 27, 28, 29, 30].map(
        (day): HeldSpan => [`2027-10-${day} 12:00`, `2027-10-${day} 14:00`, 'on-site'],
      ),
      {},
      { from: '2027-10-25', to: '2027-11-01' },
    ),
  },
  {
    name: 'the last week of an ISO year with 53',
    rota: heldRota(
      [],
      [
        ['2026-12-29 08:00', '2026-12-29 09:00', 'on-site'],
        ['2026-12-30 18:00', '2026-12-30 19:00', 'on-site'],
        ['2027-01-01 05:00', '2027-01-01 06:00', 'on-site'],
        ['2027-01-02 16:00', '2027-01-02 17:00', 'on-site'],
      ],
      {},
      { from: '2026-12-28', to: '2027-01-04' },
    ),
    broken: [
      { ...found, measured: 34 * 60, span: { start: at('2026-12-28 00:00'), end: at('2027-01-04 00:00') } },
    ],
  },
  {
    name: 'one minute less than 35 hours of rest while a shorter line was adopted from a later week',
    rota: heldRota(
      [adopted('weeklyRest', { minutes: 28 * 60, forms: ['on-site'] }, { from: '2027-01-11' })],
      noons('2027-01-09 23:59'),
      {},
      week,
    ),
    broken: [{ ...found, measured: 2099 }],
  },
  {
    name: 'one minute less than 35 hours of rest in the week from which a shorter line was adopted',
    rota: heldRota(
      [adopted('weeklyRest', { minutes: 28 * 60, forms: ['on-site'] }, { from: '2027-01-04' })],
      noons('2027-01-09 23:59'),
      {},
      week,
    ),
  },
]
