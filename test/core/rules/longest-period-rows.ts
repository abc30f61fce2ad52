import { adopted, elsewhere, heldRota } from '../../support/held-duties.ts'
import { at } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const cap = (hours: number) => [adopted('longestPeriodMinutes', hours * 60)]
const found = { kind: 'longest-period', grade: 'warns', personId: 'a', unit: 'minutes' } as const

export const longestPeriodRows: readonly RuleRow[] = [
  {
    name: 'exactly the cap, across midnight',
    rota: heldRota(cap(24), [['2027-01-04 16:00', '2027-01-05 16:00']]),
  },
  {
    name: 'one minute less than the cap',
    rota: heldRota(cap(24), [['2027-01-04 16:00', '2027-01-05 15:59']]),
  },
  {
    name: 'one minute more than the cap',
    rota: heldRota(cap(24), [['2027-01-04 16:00', '2027-01-05 16:01']]),
    broken: [
      {
        ...found,
        span: { start: at('2027-01-04 16:00'), end: at('2027-01-05 16:01') },
        measured: 1441,
        limit: 1440,
      },
    ],
  },
  {
    name: 'touching duties of two lines, which are one period',
    rota: heldRota(cap(24), [
      ['2027-01-04 16:00', '2027-01-05 08:00'],
      ['2027-01-05 08:00', '2027-01-06 08:00', 'on-site'],
    ]),
    broken: [{ ...found, measured: 40 * 60, needIds: ['h.2027-01-04.16', 's.2027-01-05.08'] }],
  },
  {
    name: 'the same duties with a minute between them',
    rota: heldRota(cap(24), [
      ['2027-01-04 16:00', '2027-01-05 08:00'],
      ['2027-01-05 08:01', '2027-01-06 08:00', 'on-site'],
    ]),
  },
  {
    name: 'a period that goes on in another district',
    rota: heldRota(
      cap(24),
      [['2027-01-04 16:00', '2027-01-05 16:00']],
      {},
      {
        elsewhere: [elsewhere('2027-01-05 16:00', '2027-01-05 20:00')],
      },
    ),
    broken: [{ ...found, measured: 28 * 60, needIds: ['h.2027-01-04.16'] }],
  },
  {
    name: 'a period that lies in another district alone',
    rota: heldRota(cap(24), [], {}, { elsewhere: [elsewhere('2027-01-04 08:00', '2027-01-06 08:00')] }),
  },
  {
    name: '25 hours on the clock that are 24 when the clock goes forward',
    rota: heldRota(cap(24), [['2027-03-27 16:00', '2027-03-28 17:00']]),
  },
  {
    name: '24 hours on the clock that are 25 when the clock goes back',
    rota: heldRota(cap(24), [['2027-10-30 16:00', '2027-10-31 16:00']]),
    broken: [{ ...found, measured: 25 * 60 }],
  },
  {
    name: 'a weekend over the end of an ISO year',
    rota: heldRota(cap(63), [['2027-01-01 16:00', '2027-01-04 08:00']]),
    broken: [{ ...found, measured: 64 * 60 }],
  },
  {
    name: 'a district that has adopted no cap',
    rota: heldRota([], [['2027-01-01 08:00', '2027-01-04 08:00']]),
  },
  {
    name: 'a period that began before the cap was adopted',
    rota: heldRota(
      [adopted('longestPeriodMinutes', 1440, { from: '2027-01-02' })],
      [['2027-01-01 08:00', '2027-01-04 08:00']],
    ),
  },
]
