import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

function cap(
  parameter: 'weeklyTotalMinutes' | 'weeklyDutyMinutes',
  hours: number,
  entry: Partial<Pick<AgreementEntry, 'status' | 'from' | 'to'>> = {},
): AgreementEntry {
  const origin = { source: 'Vedtak i styret', author: 'styret', decidedOn: '2026-12-01' }
  return { ...always, parameter, value: hours * 60, status: 'adopted', ...origin, ...entry }
}

type Span = readonly [from: string, to: string]

/** Doctor a holds these home duties; b could have taken them. */
function held(
  agreement: readonly AgreementEntry[],
  spans: readonly Span[],
  facts: Partial<Doctor> = {},
  parts: Partial<Rota> = {},
): Rota {
  const needs = spans.map(([from, to]) => makeNeed(from, to))
  const district = makeDistrict({ agreement, doctors: [makeDoctor('a', facts), makeDoctor('b')] })
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  const { elsewhere = [] } = parts
  return makeRota({
    district,
    needs,
    holders,
    elsewhere,
    from: '2027-01-11',
    to: '2027-01-18',
    ...datesOf(parts),
  })
}

function datesOf({ from, to }: Partial<Rota>) {
  return from !== undefined && to !== undefined ? { from, to } : {}
}

/** Three whole days in the week of 11 January: 72 hours. */
const threeDays: readonly Span[] = [
  ['2027-01-11 00:00', '2027-01-12 00:00'],
  ['2027-01-12 00:00', '2027-01-13 00:00'],
  ['2027-01-13 00:00', '2027-01-14 00:00'],
]
const week = { start: at('2027-01-11 00:00'), end: at('2027-01-18 00:00') }
const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }
const total = { kind: 'weekly-total', grade: 'warns', personId: 'a', unit: 'minutes' } as const
const duty = { kind: 'weekly-duty', grade: 'warns', personId: 'a', unit: 'minutes' } as const
const easter = { from: '2027-03-22', to: '2027-03-29' }
const autumn = { from: '2027-10-25', to: '2027-11-01' }

export const weeklyTotalRows: readonly RuleRow[] = [
  { name: 'exactly the adopted total', rota: held([cap('weeklyTotalMinutes', 72)], threeDays) },
  {
    name: 'one minute less than the adopted total',
    rota: held(
      [cap('weeklyTotalMinutes', 72)],
      [...threeDays.slice(0, 2), ['2027-01-13 00:00', '2027-01-13 23:59']],
    ),
  },
  {
    name: 'one minute more than the adopted total, with the floor beside',
    rota: held([cap('weeklyTotalMinutes', 72)], [...threeDays, ['2027-01-14 00:00', '2027-01-14 00:01']]),
    broken: [{ ...total, span: week, measured: 4321, limit: 4320, floor: 2161 }],
  },
  {
    name: 'a total that is only a reference line',
    rota: held([cap('weeklyTotalMinutes', 10, { status: 'reference' })], threeDays),
  },
  { name: 'a district that has adopted no cap', rota: held([], threeDays) },
  {
    name: 'surgery inside a home duty, counted once',
    rota: held([cap('weeklyTotalMinutes', 87)], threeDays, surgery),
  },
  {
    name: 'surgery outside a home duty, counted in',
    rota: held([cap('weeklyTotalMinutes', 86)], threeDays, surgery),
    broken: [{ ...total, measured: 87 * 60 }],
  },
  {
    name: 'surgery that is not declared, so that no total is known',
    rota: held([cap('weeklyTotalMinutes', 10)], threeDays, {
      surgery: [{ ...always, kind: 'not-declared' }],
    }),
  },
  {
    name: 'a duty across Sunday midnight, of which each week has its part',
    rota: held(
      [cap('weeklyTotalMinutes', 8)],
      [['2027-01-17 16:00', '2027-01-18 08:00']],
      {},
      { from: '2027-01-11', to: '2027-01-25' },
    ),
  },
  {
    name: 'a duty across Sunday midnight with too much in its second week',
    rota: held(
      [cap('weeklyTotalMinutes', 8)],
      [['2027-01-17 16:00', '2027-01-18 08:01']],
      {},
      { from: '2027-01-11', to: '2027-01-25' },
    ),
    broken: [
      {
        ...total,
        needIds: ['h.2027-01-17.16'],
        span: { start: at('2027-01-18 00:00'), end: at('2027-01-25 00:00') },
        measured: 481,
      },
    ],
  },
  {
    name: 'duty in another district, counted in',
    rota: held(
      [cap('weeklyTotalMinutes', 72)],
      threeDays,
      {},
      {
        elsewhere: [
          { personId: 'a', start: at('2027-01-15 16:00'), end: at('2027-01-15 20:00'), overlapClass: null },
        ],
      },
    ),
    broken: [{ ...total, measured: 76 * 60 }],
  },
  {
    name: 'tasks without a fixed time, counted in',
    rota: held([cap('weeklyTotalMinutes', 72)], threeDays, {
      otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 120 }],
    }),
    broken: [{ ...total, measured: 74 * 60 }],
  },
  {
    name: 'a whole day of 23 hours when the clock goes forward',
    rota: held([cap('weeklyTotalMinutes', 23)], [['2027-03-28 00:00', '2027-03-29 00:00']], {}, easter),
  },
  {
    name: 'a whole day of 25 hours when the clock goes back',
    rota: held([cap('weeklyTotalMinutes', 24)], [['2027-10-31 00:00', '2027-11-01 00:00']], {}, autumn),
    broken: [{ ...total, measured: 25 * 60, limit: 24 * 60 }],
  },
  {
    name: 'the last week of an ISO year with 53, whole and once',
    rota: held(
      [cap('weeklyTotalMinutes', 47)],
      [['2026-12-31 00:00', '2027-01-02 00:00']],
      {},
      { from: '2026-12-28', to: '2027-01-11' },
    ),
    broken: [
      { ...total, span: { start: at('2026-12-28 00:00'), end: at('2027-01-04 00:00') }, measured: 48 * 60 },
    ],
  },
  {
    name: 'a week before the cap was adopted',
    rota: held([cap('weeklyTotalMinutes', 10, { from: '2027-01-18' })], threeDays),
  },
]

export const weeklyDutyRows: readonly RuleRow[] = [
  { name: 'exactly the adopted duty hours', rota: held([cap('weeklyDutyMinutes', 72)], threeDays) },
  {
    name: 'one minute less than the adopted duty hours',
    rota: held(
      [cap('weeklyDutyMinutes', 72)],
      [...threeDays.slice(0, 2), ['2027-01-13 00:00', '2027-01-13 23:59']],
    ),
  },
  {
    name: 'one minute more than the adopted duty hours, with the floor beside',
    rota: held([cap('weeklyDutyMinutes', 72)], [...threeDays, ['2027-01-14 00:00', '2027-01-14 00:01']]),
    broken: [{ ...duty, span: week, measured: 4321, limit: 4320, floor: 2161 }],
  },
  {
    name: 'duty hours that are only a reference line',
    rota: held([cap('weeklyDutyMinutes', 10, { status: 'reference' })], threeDays),
  },
  { name: 'surgery, which is no duty', rota: held([cap('weeklyDutyMinutes', 72)], threeDays, surgery) },
  {
    name: 'duty hours whether surgery is declared or not',
    rota: held([cap('weeklyDutyMinutes', 70)], threeDays, { surgery: [{ ...always, kind: 'not-declared' }] }),
    broken: [{ ...duty, measured: 72 * 60 }],
  },
  {
    name: 'duty that a locum has declared elsewhere, with it in the floor too',
    rota: held([cap('weeklyDutyMinutes', 72)], threeDays, { declaredOtherMinutesPerWeek: 10 * 60 }),
    broken: [{ ...duty, measured: 82 * 60, floor: 41 * 60 }],
  },
  {
    name: 'exactly the adopted duty hours, of which a locum has declared ten elsewhere',
    rota: held([cap('weeklyDutyMinutes', 82)], threeDays, { declaredOtherMinutesPerWeek: 10 * 60 }),
  },
  {
    name: 'declared duty, of which four hours are known from another district',
    rota: held(
      [cap('weeklyDutyMinutes', 72)],
      threeDays,
      { declaredOtherMinutesPerWeek: 10 * 60 },
      {
        elsewhere: [
          { personId: 'a', start: at('2027-01-15 16:00'), end: at('2027-01-15 20:00'), overlapClass: null },
        ],
      },
    ),
    broken: [{ ...duty, measured: 82 * 60 }],
  },
  {
    name: 'duty in another district, counted in once where the two overlap',
    rota: held(
      [cap('weeklyDutyMinutes', 72)],
      threeDays,
      {},
      {
        elsewhere: [
          { personId: 'a', start: at('2027-01-13 20:00'), end: at('2027-01-14 04:00'), overlapClass: null },
        ],
      },
    ),
    broken: [{ ...duty, measured: 76 * 60 }],
  },
  {
    name: 'a duty across Sunday midnight, of which each week has its part',
    rota: held(
      [cap('weeklyDutyMinutes', 8)],
      [['2027-01-17 16:00', '2027-01-18 08:00']],
      {},
      { from: '2027-01-11', to: '2027-01-25' },
    ),
  },
  {
    name: 'a night of 8 hours when the clock goes forward',
    rota: held([cap('weeklyDutyMinutes', 8)], [['2027-03-27 23:00', '2027-03-28 08:00']], {}, easter),
  },
  {
    name: 'a night of 10 hours when the clock goes back',
    rota: held([cap('weeklyDutyMinutes', 9)], [['2027-10-30 23:00', '2027-10-31 08:00']], {}, autumn),
    broken: [{ ...duty, measured: 600, limit: 540 }],
  },
  {
    name: 'the turn of an ISO year inside a duty',
    rota: held(
      [cap('weeklyDutyMinutes', 24)],
      [['2027-01-03 00:00', '2027-01-05 00:00']],
      {},
      { from: '2026-12-28', to: '2027-01-11' },
    ),
  },
  {
    name: 'a week before the cap on duty was adopted',
    rota: held([cap('weeklyDutyMinutes', 10, { from: '2027-01-18' })], threeDays),
  },
]
