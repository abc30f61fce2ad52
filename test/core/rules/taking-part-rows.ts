import type { TakingPart } from '../../../src/core/rota/doctor.ts'
import type { MemberMunicipality } from '../../../src/core/rota/municipality.ts'
import type { WeeklyWindow } from '../../../src/core/rota/weekly-window.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makePosition,
  makeRota,
  makeSlice,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

function part(way: TakingPart['way'], numbers: Partial<TakingPart> = {}): TakingPart {
  return { ...always, way, least: null, most: null, ...numbers }
}

const lines = [makeLine(), makeLine({ id: 'b', form: 'backup', behind: ['h'] })]

function heldWith(takingPart: readonly TakingPart[], from: string, to: string, lineId = 'h') {
  const need = makeNeed(from, to, { lineId })
  const district = makeDistrict({ lines, doctors: [makeDoctor('a', { takingPart })] })
  return makeRota({ district, needs: [need], holders: { [need.id]: 'a' } })
}

/** Doctor a holds this many evenings in the four weeks from 4 January 2027. */
function evenings(number: number, takingPart: readonly TakingPart[]) {
  const needs = Array.from({ length: number }, (_, day) => {
    const date = addDays('2027-01-04', day)
    return makeNeed(`${date} 16:00`, `${date} 23:00`)
  })
  const district = makeDistrict({ lines, doctors: [makeDoctor('a', { takingPart })] })
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  return makeRota({ district, needs, holders, from: '2027-01-04', to: '2027-02-01' })
}

/** The doctor's municipality takes part in these windows; the duty is held by the holder of its only position. */
function heldUnder(
  windows: readonly WeeklyWindow[],
  from: string,
  to: string,
  dates: Partial<MemberMunicipality['participation'][number]> = {},
) {
  const need = makeNeed(from, to)
  const base = makeDistrict({ doctors: [makeDoctor('a')] })
  const municipalities = base.municipalities.map((member) => ({
    ...member,
    participation: [{ ...always, windows, quota: null, ...dates }],
  }))
  return makeRota({ district: { ...base, municipalities }, needs: [need], holders: { [need.id]: 'a' } })
}

const nights = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  start: '23:00',
  end: '08:00',
  endDay: 1,
}))
const byShare = { kind: 'by-share' } as const
const offer = { kind: 'offered-windows', windows: [{ from: '2027-01-11', to: '2027-01-18' }] } as const
const period = { start: at('2027-01-04 00:00'), end: at('2027-02-01 00:00') }
const outside = { kind: 'outside-participation', grade: 'structural', personId: 'a' } as const

export const takingPartRows: readonly RuleRow[] = [
  {
    name: 'a duty on the first offered date',
    rota: heldWith([part(offer)], '2027-01-11 00:00', '2027-01-11 08:00'),
  },
  {
    name: 'a duty that starts on the last offered date and runs past midnight',
    rota: heldWith([part(offer)], '2027-01-17 23:00', '2027-01-18 08:00'),
  },
  {
    name: 'a duty that starts a minute before the offered dates',
    rota: heldWith([part(offer)], '2027-01-10 23:59', '2027-01-11 08:00'),
    broken: [{ kind: 'outside-offer', grade: 'structural', personId: 'a', needIds: ['h.2027-01-10.23'] }],
  },
  {
    name: 'a duty on the date after the offered ones',
    rota: heldWith([part(offer)], '2027-01-18 00:00', '2027-01-18 08:00'),
    broken: [{ kind: 'outside-offer' }],
  },
  {
    name: 'backup for someone who is backup only',
    rota: heldWith([part({ kind: 'backup-only' })], '2027-01-11 16:00', '2027-01-12 08:00', 'b'),
  },
  {
    name: 'a first line for someone who is backup only',
    rota: heldWith([part({ kind: 'backup-only' })], '2027-01-11 16:00', '2027-01-12 08:00'),
    broken: [{ kind: 'only-backup', grade: 'structural' }],
  },
  {
    name: 'a supernumerary doctor who counts',
    rota: heldWith([part({ kind: 'supernumerary' })], '2027-01-11 16:00', '2027-01-12 08:00'),
    broken: [{ kind: 'counts-while-learning', grade: 'structural', measured: 960 }],
  },
  {
    name: 'a supernumerary doctor who shadows',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a', { takingPart: [part({ kind: 'supernumerary' })] }), makeDoctor('b')],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('b', '2027-01-11 16:00', '2027-01-12 08:00'),
          makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00', { shadowing: true }),
        ],
      },
    }),
  },
  { name: 'exactly the most duties agreed', rota: evenings(6, [part(byShare, { most: 6 })]) },
  { name: 'one duty less than the most agreed', rota: evenings(5, [part(byShare, { most: 6 })]) },
  {
    name: 'one duty more than agreed',
    rota: evenings(7, [part(byShare, { most: 6 })]),
    broken: [{ kind: 'most-duties', grade: 'blocks', span: period, measured: 7, limit: 6, unit: 'duties' }],
  },
  { name: 'exactly the least duties agreed', rota: evenings(3, [part(byShare, { least: 3 })]) },
  {
    name: 'one duty less than the least agreed',
    rota: evenings(2, [part(byShare, { least: 3 })]),
    broken: [{ kind: 'least-duties', grade: 'warns', span: period, measured: 2, limit: 3, unit: 'duties' }],
  },
  {
    name: 'no duty at all for someone who agreed to some',
    rota: evenings(0, [part(byShare, { least: 1 })]),
    broken: [{ kind: 'least-duties', needIds: [], measured: 0, limit: 1 }],
  },
  {
    name: 'few duties under an agreement that holds only part of the period',
    rota: evenings(0, [part(byShare, { least: 3, from: '2027-01-18' })]),
  },
  {
    name: 'few duties on dates that no known plan holds',
    rota: { ...evenings(0, [part(byShare, { least: 3 })]), plan: null },
  },
  {
    name: 'few duties in the plan that the dates belong to',
    rota: {
      ...evenings(0, [part(byShare, { least: 3 })]),
      plan: { from: '2027-01-04', to: '2027-02-01' },
    },
    broken: [{ kind: 'least-duties', measured: 0, limit: 3 }],
  },
  {
    name: 'duties counted only while the agreement holds',
    rota: evenings(7, [part(byShare, { most: 6, to: '2027-01-10' }), part(byShare, { from: '2027-01-10' })]),
  },
  {
    name: 'two slices of one duty as one duty',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a', { takingPart: [part(byShare, { most: 1 })] }), makeDoctor('b')],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-11 23:00')],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('a', '2027-01-11 16:00', '2027-01-11 18:00'),
          makeSlice('b', '2027-01-11 18:00', '2027-01-11 20:00'),
          makeSlice('a', '2027-01-11 20:00', '2027-01-11 23:00'),
        ],
      },
    }),
  },
  {
    name: 'a duty that is only shadowed beside the most agreed',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a', { takingPart: [part(byShare, { most: 1 })] }), makeDoctor('b')],
      }),
      needs: [
        makeNeed('2027-01-11 16:00', '2027-01-11 23:00'),
        makeNeed('2027-01-12 16:00', '2027-01-12 23:00'),
      ],
      holders: {
        'h.2027-01-11.16': 'a',
        'h.2027-01-12.16': [makeSlice('a', '2027-01-12 16:00', '2027-01-12 23:00', { shadowing: true })],
      },
    }),
  },
  {
    name: 'a position of a municipality that takes no part, whatever the GP agreement',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a')],
        positions: [makePosition('a', { municipality: '4602' })],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
    broken: [outside],
  },
  {
    name: 'a night exactly as long as the municipality takes part',
    rota: heldUnder(nights, '2027-01-11 23:00', '2027-01-12 08:00'),
  },
  {
    name: 'a night that starts a minute before the municipality takes part',
    rota: heldUnder(nights, '2027-01-11 22:59', '2027-01-12 08:00'),
    broken: [{ ...outside, measured: 541 }],
  },
  {
    name: 'a night that ends a minute after the municipality takes part',
    rota: heldUnder(nights, '2027-01-11 23:00', '2027-01-12 08:01'),
    broken: [outside],
  },
  {
    name: 'the municipality’s night when the clock goes forward',
    rota: heldUnder(nights, '2027-03-27 23:00', '2027-03-28 08:00'),
  },
  {
    name: 'the municipality’s night when the clock goes back',
    rota: heldUnder(nights, '2027-10-30 23:00', '2027-10-31 08:00'),
  },
  {
    name: 'the municipality’s night at the end of an ISO year',
    rota: heldUnder(nights, '2027-01-03 23:00', '2027-01-04 08:00'),
  },
  {
    name: 'two windows that touch as one',
    rota: heldUnder(
      [
        { weekday: 5, start: '16:00', end: '24:00', endDay: 0 },
        { weekday: 6, start: '00:00', end: '24:00', endDay: 0 },
      ],
      '2027-01-15 16:00',
      '2027-01-16 08:00',
    ),
  },
  {
    name: 'a duty in August for a municipality in July only',
    rota: heldUnder(nights, '2027-08-02 23:00', '2027-08-03 08:00', { from: '2027-07-01', to: '2027-08-01' }),
    broken: [outside],
  },
  {
    name: 'the last night of July for a municipality in July only',
    rota: heldUnder(nights, '2027-07-31 23:00', '2027-08-01 08:00', { from: '2027-07-01', to: '2027-08-01' }),
  },
  {
    name: 'a locum without a position, whom no municipality’s windows bind',
    rota: makeRota({
      district: makeDistrict({
        doctors: [
          makeDoctor('a', {
            engagements: [
              {
                ...always,
                id: 'x',
                employer: { kind: 'municipality', number: '4602' },
                form: 'locum',
                fractionPercent: 100,
              },
            ],
          }),
        ],
        positions: [],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
  },
  {
    name: 'a GP without a position from a municipality that takes no part',
    rota: makeRota({
      district: makeDistrict({
        doctors: [
          makeDoctor('a', {
            engagements: [
              {
                ...always,
                id: 'x',
                employer: { kind: 'municipality', number: '4602' },
                form: 'gp-salaried',
                fractionPercent: 100,
              },
            ],
          }),
        ],
        positions: [],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
    broken: [outside],
  },
  {
    name: 'a doctor of two municipalities of which one takes part',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a')],
        positions: [makePosition('a'), makePosition('a', { id: 'other', municipality: '4602' })],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
  },
  {
    name: 'a duty on the day after the learning ended',
    rota: heldWith(
      [part({ kind: 'supernumerary' }, { to: '2027-01-11' }), part(byShare, { from: '2027-01-11' })],
      '2027-01-11 16:00',
      '2027-01-12 08:00',
    ),
  },
]
