import type { CoveredElsewhere, District } from '../../../src/core/rota/district.ts'
import type { TemplateWindow } from '../../../src/core/rota/line.ts'
import {
  always,
  at,
  makeDistrict,
  makeLine,
  makeRota,
  makeWindow,
  roundTheClock,
  weekdays,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const surgeries: CoveredElsewhere = {
  ...always,
  id: 'surgeries',
  name: 'Fastlegekontorene',
  windows: weekdays('08:00', '16:00'),
  onPublicHolidays: false,
}

function week(district: District, from = '2027-01-11', to = '2027-01-18') {
  return makeRota({ district, from, to, needs: [] })
}

function withWeekdayStart(start: string, elsewhere: readonly CoveredElsewhere[] = [surgeries]): District {
  const windows: TemplateWindow[] = [
    makeWindow('k', ['weekday'], start, '08:00'),
    makeWindow('d', ['saturday', 'sunday'], '08:00', '08:00'),
  ]
  return makeDistrict({ lines: [makeLine({ windows })], coveredElsewhere: elsewhere })
}

const gap = {
  kind: 'gap-in-cover',
  grade: 'blocks',
  personId: null,
  needIds: [],
  measured: 0,
  limit: 1,
} as const
const oneDay = ['2027-01-11', '2027-01-12'] as const

export const coverRows: readonly RuleRow[] = [
  { name: 'duty that starts exactly as the surgeries close', rota: week(withWeekdayStart('16:00')) },
  { name: 'duty that starts a minute before the surgeries close', rota: week(withWeekdayStart('15:59')) },
  {
    name: 'duty that starts a minute after the surgeries close',
    rota: week(withWeekdayStart('16:01'), ...oneDay),
    broken: [
      { ...gap, span: { start: at('2027-01-11 16:00'), end: at('2027-01-11 16:01') }, unit: 'doctors' },
    ],
  },
  {
    name: 'no cover by day when no surgery is named',
    rota: week(withWeekdayStart('16:00', []), ...oneDay),
    broken: [{ ...gap, span: { start: at('2027-01-11 08:00'), end: at('2027-01-11 16:00') } }],
  },
  {
    name: 'an open duty, which is no gap',
    rota: makeRota({ district: makeDistrict() }),
  },
  {
    name: 'a neighbour who answers at night, across midnight',
    rota: week(
      makeDistrict({
        lines: [
          makeLine({
            windows: [
              makeWindow('k', ['weekday'], '16:00', '23:00'),
              makeWindow('d', ['saturday', 'sunday'], '08:00', '23:00'),
            ],
          }),
        ],
        coveredElsewhere: [
          surgeries,
          {
            ...always,
            id: 'neighbour',
            name: 'Nabolegevakta',
            windows: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
              weekday,
              start: '23:00',
              end: '08:00',
              endDay: 1,
            })),
            onPublicHolidays: true,
          },
        ],
      }),
    ),
  },
  {
    name: 'a surgery by day on a public holiday, when it does not open',
    rota: week(
      makeDistrict({
        lines: [makeLine({ windows: [makeWindow('k', ['weekday', 'public-holiday'], '16:00', '08:00')] })],
      }),
      '2027-05-06',
      '2027-05-07',
    ),
    broken: [{ ...gap, span: { start: at('2027-05-06 08:00'), end: at('2027-05-06 16:00') } }],
  },
  {
    name: 'only a backup line, which does not answer',
    rota: week(
      makeDistrict({
        lines: [
          makeLine({ windows: [] }),
          makeLine({ id: 'b', form: 'backup', behind: ['h'], windows: roundTheClock() }),
        ],
      }),
      ...oneDay,
    ),
    broken: [
      { ...gap, span: { start: at('2027-01-11 00:00'), end: at('2027-01-11 08:00') } },
      { ...gap, span: { start: at('2027-01-11 16:00'), end: at('2027-01-12 00:00') } },
    ],
  },
  {
    name: 'a service that only stands behind a first line, which does not answer either',
    rota: week(
      makeDistrict({
        lines: [makeLine()],
        coveredElsewhere: [{ ...surgeries, behind: ['h'] }],
      }),
      ...oneDay,
    ),
    broken: [{ ...gap, span: { start: at('2027-01-11 08:00'), end: at('2027-01-11 16:00') } }],
  },
  {
    name: 'the night the clock goes forward',
    rota: week(makeDistrict(), '2027-03-22', '2027-03-29'),
  },
  {
    name: 'the night the clock goes back',
    rota: week(makeDistrict(), '2027-10-25', '2027-11-01'),
  },
  {
    name: 'a duty that ends at the clock hour the night makes shorter',
    rota: week(
      makeDistrict({
        lines: [
          makeLine({
            windows: [makeWindow('d', ['saturday', 'sunday', 'public-holiday'], '08:00', '07:00')],
          }),
        ],
      }),
      '2027-03-28',
      '2027-03-29',
    ),
    broken: [{ ...gap, span: { start: at('2027-03-28 07:00'), end: at('2027-03-28 08:00') } }],
  },
  {
    name: 'New Year and the end of an ISO year',
    rota: week(makeDistrict(), '2026-12-28', '2027-01-11'),
  },
  {
    name: 'an agreement with a neighbour that has ended',
    rota: week(
      makeDistrict({ coveredElsewhere: [{ ...surgeries, to: '2027-01-12' }] }),
      '2027-01-11',
      '2027-01-13',
    ),
    broken: [{ ...gap, span: { start: at('2027-01-12 08:00'), end: at('2027-01-12 16:00') } }],
  },
]
