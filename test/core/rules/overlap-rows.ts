import { at, makeDistrict, makeLine, makeNeed, makeRota, makeSlice } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const district = makeDistrict({
  lines: [
    makeLine(),
    makeLine({ id: 'n' }),
    makeLine({ id: 'b1', form: 'backup', behind: ['h'], overlapClass: 'standby' }),
    makeLine({ id: 'b2', form: 'backup', behind: ['n'], overlapClass: 'standby' }),
  ],
})

function both(a: readonly [string, string], b: readonly [string, string], lines: readonly [string, string]) {
  const needs = [makeNeed(...a, { lineId: lines[0] }), makeNeed(...b, { lineId: lines[1] })]
  return makeRota({ district, needs, holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])) })
}

const evening = ['2027-01-11 16:00', '2027-01-11 23:00'] as const
const found = { kind: 'overlap', grade: 'structural', personId: 'a', limit: 0, unit: 'minutes' } as const

export const overlapRows: readonly RuleRow[] = [
  {
    name: 'touching duties',
    rota: both(evening, ['2027-01-11 23:00', '2027-01-12 08:00'], ['h', 'n']),
  },
  {
    name: 'a gap of one minute',
    rota: both(evening, ['2027-01-11 23:01', '2027-01-12 08:00'], ['h', 'n']),
  },
  {
    name: 'one minute in common',
    rota: both(evening, ['2027-01-11 22:59', '2027-01-12 08:00'], ['h', 'n']),
    broken: [
      {
        ...found,
        elsewhere: false,
        needIds: ['h.2027-01-11.16', 'n.2027-01-11.22'],
        span: { start: at('2027-01-11 22:59'), end: at('2027-01-11 23:00') },
        measured: 1,
      },
    ],
  },
  {
    name: 'a duty inside another, across midnight',
    rota: both(
      ['2027-01-11 16:00', '2027-01-12 08:00'],
      ['2027-01-11 23:30', '2027-01-12 00:30'],
      ['h', 'n'],
    ),
    broken: [{ ...found, measured: 60 }],
  },
  {
    name: 'two duties at once on lines of one overlap class',
    rota: both(evening, evening, ['b1', 'b2']),
  },
  {
    name: 'a classed line together with one that has no class',
    rota: both(evening, evening, ['b1', 'n']),
    broken: [{ ...found, measured: 420 }],
  },
  {
    name: 'both places of one duty, whatever the class',
    rota: makeRota({
      district,
      needs: [makeNeed(...evening, { lineId: 'b1', number: 2 })],
      holders: { 'b1.2027-01-11.16#0': 'a', 'b1.2027-01-11.16#1': 'a' },
    }),
    broken: [{ ...found, needIds: ['b1.2027-01-11.16'], measured: 420 }],
  },
  {
    name: 'two doctors at once',
    rota: makeRota({
      district,
      needs: [makeNeed(...evening, { number: 2 })],
      holders: { 'h.2027-01-11.16#0': 'a', 'h.2027-01-11.16#1': 'b' },
    }),
  },
  {
    name: 'two halves of a duty in the hands of one doctor each',
    rota: makeRota({
      district,
      needs: [makeNeed(...evening)],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('a', '2027-01-11 16:00', '2027-01-11 20:00'),
          makeSlice('b', '2027-01-11 20:00', '2027-01-11 23:00'),
        ],
      },
    }),
  },
  {
    name: 'a duty in another district at the same time',
    rota: makeRota({
      district,
      needs: [makeNeed(...evening)],
      holders: { 'h.2027-01-11.16': 'a' },
      elsewhere: [
        { personId: 'a', start: at('2027-01-11 22:00'), end: at('2027-01-12 08:00'), overlapClass: null },
      ],
    }),
    broken: [{ ...found, elsewhere: true, needIds: ['h.2027-01-11.16'], measured: 60 }],
  },
  {
    name: 'a standby in another district of the same overlap class',
    rota: makeRota({
      district,
      needs: [makeNeed(...evening, { lineId: 'b1' })],
      holders: { 'b1.2027-01-11.16': 'a' },
      elsewhere: [
        {
          personId: 'a',
          start: at('2027-01-11 16:00'),
          end: at('2027-01-12 08:00'),
          overlapClass: 'standby',
        },
      ],
    }),
  },
  {
    name: 'duties that touch where the clock goes forward',
    rota: both(
      ['2027-03-27 23:00', '2027-03-28 03:00'],
      ['2027-03-28 03:00', '2027-03-28 08:00'],
      ['h', 'n'],
    ),
  },
  {
    name: 'one minute in common after the clock has gone forward',
    rota: both(
      ['2027-03-27 23:00', '2027-03-28 03:01'],
      ['2027-03-28 03:00', '2027-03-28 08:00'],
      ['h', 'n'],
    ),
    broken: [{ ...found, measured: 1 }],
  },
  {
    name: 'an hour in common that the clock shows only once more',
    rota: makeRota({
      district,
      needs: [
        makeNeed('2027-10-30 23:00', '2027-10-31 03:00'),
        makeNeed('2027-10-31 02:00', '2027-10-31 08:00', { lineId: 'n', start: at('2027-10-31 02:00', 1) }),
      ],
      holders: { 'h.2027-10-30.23': 'a', 'n.2027-10-31.02': 'a' },
    }),
    broken: [{ ...found, measured: 60 }],
  },
  {
    name: 'duties that touch at the end of an ISO year',
    rota: both(
      ['2027-01-03 08:00', '2027-01-04 00:00'],
      ['2027-01-04 00:00', '2027-01-04 08:00'],
      ['h', 'n'],
    ),
  },
  {
    name: 'a long duty that two later ones overlap',
    rota: makeRota({
      district,
      needs: [
        makeNeed('2027-01-11 08:00', '2027-01-12 08:00'),
        makeNeed('2027-01-11 10:00', '2027-01-11 12:00', { lineId: 'n' }),
        makeNeed('2027-01-11 13:00', '2027-01-11 14:00', { lineId: 'n' }),
      ],
      holders: { 'h.2027-01-11.08': 'a', 'n.2027-01-11.10': 'a', 'n.2027-01-11.13': 'a' },
    }),
    broken: [
      { ...found, measured: 120 },
      { ...found, measured: 60 },
    ],
  },
]
