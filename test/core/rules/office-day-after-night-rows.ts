import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }

function held(
  needs: readonly Need[],
  facts: Partial<Doctor> = surgery,
  agreement: readonly AgreementEntry[] = [],
) {
  const district = makeDistrict({ agreement, doctors: [makeDoctor('a', facts), makeDoctor('b')] })
  return makeRota({ district, needs, holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])) })
}

const onSundays = { surgery: [makeSurgery([{ weekday: 7, start: '10:00', end: '12:00', endDay: 0 }])] }

/** Home duty 16–08 on four weekdays from this Monday, one block. */
function weekOfNights(monday: string): Need[] {
  return [0, 1, 2, 3].map((day) =>
    makeNeed(`${addDays(monday, day)} 16:00`, `${addDays(monday, day + 1)} 08:00`, { blockId: 'h.week' }),
  )
}

const found = {
  kind: 'office-day-after-night',
  grade: 'warns',
  personId: 'a',
  lineId: 'h',
  measured: 450,
  limit: 0,
} as const
const notForHome: AgreementEntry = {
  ...always,
  parameter: 'officeDayAfterNight',
  value: { home: false, 'on-site': true, backup: false },
  status: 'adopted',
  source: 'vedtak',
  author: 'styret',
  decidedOn: '2026-12-01',
}

const anyMinute: AgreementEntry = {
  ...notForHome,
  parameter: 'night',
  value: { start: '23:00', end: '08:00', leastMinutes: 0 },
}

export const officeDayAfterNightRows: readonly RuleRow[] = [
  {
    name: 'surgery on the day after a night',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00')]),
    broken: [
      {
        ...found,
        needIds: ['h.2027-01-11.23'],
        span: { start: at('2027-01-12 08:00'), end: at('2027-01-12 15:30') },
      },
    ],
  },
  {
    name: 'exactly 3 hours of the night before surgery',
    rota: held([makeNeed('2027-01-11 16:00', '2027-01-12 02:00')]),
    broken: [found],
  },
  {
    name: 'one minute less than 3 hours of the night before surgery',
    rota: held([makeNeed('2027-01-11 16:00', '2027-01-12 01:59')]),
  },
  {
    name: 'one minute more than 3 hours of the night before surgery',
    rota: held([makeNeed('2027-01-11 16:00', '2027-01-12 02:01')]),
    broken: [found],
  },
  { name: 'a night before a Sunday', rota: held([makeNeed('2027-01-16 23:00', '2027-01-17 08:00')]) },
  { name: 'a night before a public holiday', rota: held([makeNeed('2027-05-16 23:00', '2027-05-17 08:00')]) },
  {
    name: 'a night before a day of leave',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00')], {
      ...surgery,
      absences: [{ id: 'x', from: '2027-01-12', certainFrom: '2027-01-12', to: null }],
    }),
  },
  {
    name: 'a doctor whose surgery is not declared',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00')], {
      surgery: [{ ...always, kind: 'not-declared' }],
    }),
  },
  {
    name: 'a week of home nights before surgery, once for the block',
    rota: held(weekOfNights('2027-01-11')),
    broken: [
      {
        ...found,
        measured: 4 * 450,
        needIds: ['h.2027-01-11.16', 'h.2027-01-12.16', 'h.2027-01-13.16', 'h.2027-01-14.16'],
      },
    ],
  },
  {
    name: 'nights outside any block, each by itself',
    rota: held([
      makeNeed('2027-01-11 23:00', '2027-01-12 08:00'),
      makeNeed('2027-01-13 23:00', '2027-01-14 08:00'),
    ]),
    broken: [found, found],
  },
  {
    name: 'home nights where the district judges only on-site nights',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00')], surgery, [notForHome]),
  },
  {
    name: 'home until 23 and on site after, judged by the form of the night',
    rota: held(
      [
        makeNeed('2027-01-11 16:00', '2027-01-12 08:00', {
          pieces: [
            { form: 'home', start: at('2027-01-11 16:00'), end: at('2027-01-11 23:00') },
            { form: 'on-site', start: at('2027-01-11 23:00'), end: at('2027-01-12 08:00') },
          ],
        }),
      ],
      surgery,
      [notForHome],
    ),
    broken: [found],
  },
  {
    name: 'a backup night, which is not judged by default',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00', { form: 'backup' })]),
  },
  {
    name: 'a night given away after an evening',
    rota: makeRota({
      district: makeDistrict({ doctors: [makeDoctor('a', surgery), makeDoctor('b')] }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('a', '2027-01-11 16:00', '2027-01-11 23:00'),
          makeSlice('b', '2027-01-11 23:00', '2027-01-12 08:00'),
        ],
      },
    }),
  },
  {
    name: 'the Saturday night the clock goes forward',
    rota: held([makeNeed('2027-03-27 23:00', '2027-03-28 08:00')]),
  },
  {
    name: 'the Sunday night after the clock has gone back',
    rota: held([makeNeed('2027-10-31 23:00', '2027-11-01 08:00')]),
    broken: [found],
  },
  {
    name: 'two hours on the clock that are three where the clock goes back, before Sunday surgery',
    rota: held(
      [makeNeed('2027-10-31 00:00', '2027-10-31 02:00', { end: at('2027-10-31 02:00', 1) })],
      onSundays,
    ),
    broken: [{ ...found, measured: 120 }],
  },
  {
    name: 'the first two of those hours, before Sunday surgery',
    rota: held([makeNeed('2027-10-31 00:00', '2027-10-31 02:00')], onSundays),
  },
  {
    name: 'the last night of an ISO year',
    rota: held([makeNeed('2027-01-03 23:00', '2027-01-04 08:00')]),
    broken: [found],
  },
  {
    name: 'a night by what counted as one then',
    rota: held([makeNeed('2027-01-11 23:00', '2027-01-12 08:00')], surgery, [
      {
        ...notForHome,
        parameter: 'night',
        value: { start: '23:00', end: '08:00', leastMinutes: 541 },
        from: '2027-02-01',
      },
    ]),
    broken: [found],
  },
  {
    name: 'an evening before surgery where any minute of the night makes one',
    rota: held([makeNeed('2027-01-11 16:00', '2027-01-11 22:00')], surgery, [anyMinute]),
  },
  {
    name: 'a minute of the night before surgery where any minute makes one',
    rota: held([makeNeed('2027-01-11 16:00', '2027-01-11 23:01')], surgery, [anyMinute]),
    broken: [found],
  },
  {
    name: 'two duties that are a night before surgery only together, once',
    rota: held([
      makeNeed('2027-01-11 23:00', '2027-01-12 01:00'),
      makeNeed('2027-01-12 05:30', '2027-01-12 08:00'),
    ]),
    broken: [{ ...found, needIds: ['h.2027-01-11.23', 'h.2027-01-12.05'] }],
  },
]
