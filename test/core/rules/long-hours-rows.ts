import type { Engagement } from '../../../src/core/rota/engagement.ts'
import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { always, at, makeDoctor, makeSurgery, weekdays } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const longWeek = { kind: 'long-week', grade: 'shown', personId: 'a', unit: 'minutes' } as const
const longDay = { kind: 'long-day', grade: 'shown', personId: 'a', unit: 'minutes' } as const
const gp = makeDoctor('a').engagements[0] as Engagement
const salaried = {
  engagements: [{ ...gp, form: 'gp-salaried' as const }],
  surgery: [makeSurgery(weekdays('08:00', '16:00'))],
}
const week = { from: '2027-01-04', to: '2027-01-11' }

/** On-site days of `hours` from 08:00, on these dates of January 2027. */
function days(hours: number, ...dates: readonly number[]): HeldSpan[] {
  const end = `${String(8 + hours).padStart(2, '0')}:00`
  return dates.map((day) => [
    `2027-01-${String(day).padStart(2, '0')} 08:00`,
    `2027-01-${String(day).padStart(2, '0')} ${end}`,
    'on-site',
  ])
}

/** Monday to Friday, 69 hours with a rest of ten hours between them. */
const sixtyNine: readonly HeldSpan[] = [...days(14, 4, 5, 6, 7), ...days(13, 8)]

export const longHoursRows: readonly RuleRow[] = [
  { name: 'exactly 69 hours in a week', rota: heldRota([], sixtyNine, {}, week) },
  {
    name: 'one minute more than 69 hours in a week, with the floor beside',
    rota: heldRota([], [...sixtyNine, ['2027-01-10 12:00', '2027-01-10 12:01', 'on-site']], {}, week),
    broken: [
      {
        ...longWeek,
        span: { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') },
        measured: 4141,
        limit: 4140,
        floor: 2071,
      },
    ],
  },
  {
    name: 'exactly 16 hours in 24',
    rota: heldRota([], [['2027-01-04 08:00', '2027-01-05 00:00', 'on-site']]),
  },
  {
    name: 'one minute more than 16 hours across midnight',
    rota: heldRota([], [['2027-01-04 16:00', '2027-01-05 08:01', 'on-site']]),
    broken: [
      {
        ...longDay,
        span: { start: at('2027-01-04 16:00'), end: at('2027-01-05 16:00') },
        measured: 961,
        limit: 960,
        needIds: ['s.2027-01-04.16'],
      },
    ],
  },
  {
    name: 'two duties that touch, together past 16 hours in 24',
    rota: heldRota(
      [],
      [
        ['2027-01-04 08:00', '2027-01-04 16:00', 'on-site'],
        ['2027-01-04 16:00', '2027-01-05 00:30', 'on-site'],
      ],
    ),
    broken: [{ ...longDay, measured: 990 }],
  },
  {
    name: 'a home duty of 24 hours, of which a seventh counts',
    rota: heldRota([], [['2027-01-04 08:00', '2027-01-05 08:00']]),
  },
  {
    name: 'almost three days on site, once for each day that shares nothing with another',
    rota: heldRota([], [['2027-01-04 08:00', '2027-01-07 04:00', 'on-site']]),
    broken: [1440, 1440, 1200].map((measured, day) => ({
      ...longDay,
      span: { start: at(`2027-01-0${day + 4} 08:00`), end: at(`2027-01-0${day + 5} 08:00`) },
      measured,
    })),
  },
  {
    name: 'the surgery of an employed GP before a night on site',
    rota: heldRota([], [['2027-01-04 16:00', '2027-01-05 08:00', 'on-site']], salaried, week),
    // Monday's surgery, the night and no more: 24 hours from 08:00 are all work.
    broken: [
      { ...longDay, measured: 1440, span: { start: at('2027-01-04 08:00'), end: at('2027-01-05 08:00') } },
    ],
  },
  {
    name: 'the surgery of a self-employed GP before a night on site',
    rota: heldRota(
      [],
      [['2027-01-04 16:00', '2027-01-05 08:00', 'on-site']],
      { surgery: salaried.surgery },
      week,
    ),
  },
  {
    name: 'an employed GP whose surgery is not declared',
    rota: heldRota(
      [],
      [['2027-01-04 08:00', '2027-01-05 08:00', 'on-site']],
      { ...salaried, surgery: [{ ...always, kind: 'not-declared' }] },
      week,
    ),
  },
  {
    name: 'duty in another district, in full',
    rota: heldRota(
      [],
      [['2027-01-04 08:00', '2027-01-04 20:00', 'on-site']],
      {},
      {
        elsewhere: [elsewhere('2027-01-04 20:00', '2027-01-05 00:01')],
      },
    ),
    broken: [{ ...longDay, measured: 961 }],
  },
  {
    name: '17 hours on the clock that are 16 when the clock goes forward',
    rota: heldRota([], [['2027-03-27 16:00', '2027-03-28 09:00', 'on-site']]),
  },
  {
    name: '16 hours on the clock that are 17 when the clock goes back',
    rota: heldRota([], [['2027-10-30 16:00', '2027-10-31 08:00', 'on-site']]),
    broken: [{ ...longDay, measured: 17 * 60 }],
  },
  {
    name: 'a night over the end of an ISO year with 53 weeks',
    rota: heldRota([], [['2027-01-03 15:00', '2027-01-04 08:00', 'on-site']]),
    broken: [{ ...longDay, measured: 17 * 60 }],
  },
  {
    name: 'a day of 13 hours that the district has adopted as its line',
    rota: heldRota(
      [adopted('longUnderAct', { weekMinutes: 69 * 60, dayMinutes: 13 * 60 })],
      [['2027-01-04 08:00', '2027-01-04 21:01', 'on-site']],
    ),
    broken: [{ ...longDay, measured: 781, limit: 780 }],
  },
  {
    name: 'sixty hours in a week after a stricter line ended',
    rota: heldRota(
      [adopted('longUnderAct', { weekMinutes: 50 * 60, dayMinutes: 13 * 60 }, { to: '2027-01-04' })],
      days(15, 4, 5, 6, 7),
      {},
      week,
    ),
  },
]
