import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { at } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const cap = (nights: number) => [adopted('nightsInARow', nights)]
const found = { kind: 'nights-in-a-row', grade: 'warns', personId: 'a', unit: 'nights' } as const

/** Home nights from 23 to 08 on so many dates in a row. */
function nights(first: string, number: number): HeldSpan[] {
  return Array.from({ length: number }, (_, day) => [
    `${addDays(first, day)} 23:00`,
    `${addDays(first, day + 1)} 08:00`,
  ])
}

export const nightsInARowRows: readonly RuleRow[] = [
  { name: 'exactly the number of nights', rota: heldRota(cap(3), nights('2027-01-04', 3)) },
  {
    name: 'one night more than the number, once for the run',
    rota: heldRota(cap(3), nights('2027-01-04', 4)),
    broken: [
      {
        ...found,
        span: { start: at('2027-01-04 23:00'), end: at('2027-01-08 08:00') },
        measured: 4,
        limit: 3,
        needIds: ['h.2027-01-04.23', 'h.2027-01-05.23', 'h.2027-01-06.23', 'h.2027-01-07.23'],
      },
    ],
  },
  {
    name: 'as many nights with one free between them',
    rota: heldRota(cap(3), [...nights('2027-01-04', 3), ...nights('2027-01-08', 3)]),
  },
  {
    name: 'a fourth night one minute too short to count',
    // Three hours of the night from 23 to 08 make it one.
    rota: heldRota(cap(3), [...nights('2027-01-04', 3), ['2027-01-07 20:00', '2027-01-08 01:59']]),
  },
  {
    name: 'a fourth night just long enough to count',
    rota: heldRota(cap(3), [...nights('2027-01-04', 3), ['2027-01-07 20:00', '2027-01-08 02:00']]),
    broken: [{ ...found, measured: 4 }],
  },
  {
    name: 'two duties in one night, which are one night',
    rota: heldRota(cap(1), [
      ['2027-01-04 16:00', '2027-01-05 04:00'],
      ['2027-01-05 04:00', '2027-01-05 16:00', 'on-site'],
    ]),
  },
  {
    name: 'one duty of three days, which is three nights',
    rota: heldRota(cap(2), [['2027-01-04 08:00', '2027-01-07 08:00']]),
    broken: [{ ...found, measured: 3, needIds: ['h.2027-01-04.08'] }],
  },
  {
    name: 'a night between two in another district',
    rota: heldRota(
      cap(2),
      [...nights('2027-01-04', 1), ...nights('2027-01-06', 1)],
      {},
      {
        elsewhere: [elsewhere('2027-01-05 23:00', '2027-01-06 08:00')],
      },
    ),
    broken: [{ ...found, measured: 3, needIds: ['h.2027-01-04.23', 'h.2027-01-06.23'] }],
  },
  {
    name: 'three hours on the clock that are two in the night the clock goes forward',
    rota: heldRota(cap(1), [...nights('2027-03-26', 1), ['2027-03-28 00:00', '2027-03-28 03:00']]),
  },
  {
    name: 'two hours on the clock that are three in the night the clock goes back',
    rota: heldRota(cap(1), [...nights('2027-10-29', 1), ['2027-10-31 01:00', '2027-10-31 03:00']]),
    broken: [{ ...found, measured: 2 }],
  },
  {
    name: 'nights over the end of an ISO year with 53 weeks',
    rota: heldRota(cap(2), nights('2027-01-02', 3)),
    broken: [{ ...found, measured: 3 }],
  },
  { name: 'a district that has adopted no number', rota: heldRota([], nights('2027-01-04', 7)) },
  {
    name: 'a run whose last night came before the number was adopted',
    rota: heldRota([adopted('nightsInARow', 2, { from: '2027-01-08' })], nights('2027-01-04', 4)),
  },
  {
    name: 'a run of the second doctor alone',
    rota: heldRota(cap(2), nights('2027-01-04', 3), {}, { by: 'b' }),
    broken: [{ ...found, personId: 'b', measured: 3 }],
  },
]
