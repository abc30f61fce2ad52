import type { CoveredElsewhere, District } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import {
  always,
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSlice,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const trainee = makeDoctor('lis', { competences: [makeCompetence({ kind: 'none' })] })
const notBackup = makeDoctor('old', { competences: [makeCompetence({ kind: 'old-internship' })] })
const lines = [makeLine(), makeLine({ id: 'b', form: 'backup', behind: ['h'], conditional: true })]
const district = makeDistrict({ lines, doctors: [trainee, notBackup, makeDoctor('a'), makeDoctor('b')] })

/** A specialist by every paper, in service as LIS1 on the dates told. */
function inService(from: string, to: string | null = null) {
  const [gp] = makeDoctor('lis').engagements
  return { ...district, doctors: [makeDoctor('lis', { engagements: [{ ...gp!, form: 'lis1', from, to }] })] }
}

/** The duty of 11 January 2027 held alone. */
function alone(by: District): Rota {
  return makeRota({ district: by, needs: [makeNeed(...first)], holders: { 'h.2027-01-11.16': 'lis' } })
}

const first = ['2027-01-11 16:00', '2027-01-12 08:00'] as const

/** The trainee holds the first line; the backup line is held as told. */
function backedBy(
  backups: readonly (readonly [from: string, to: string, personId: string])[],
  span: readonly [string, string] = first,
  elsewhere: readonly CoveredElsewhere[] = [],
): Rota {
  const front = makeNeed(...span)
  const behind = backups.map(([from, to]) => makeNeed(from, to, { lineId: 'b', form: 'backup' }))
  const holders = Object.fromEntries(behind.map((need, index) => [need.id, backups[index]?.[2] ?? '']))
  const needs: Need[] = [front, ...behind]
  return makeRota({
    district: { ...district, coveredElsewhere: elsewhere },
    needs,
    holders: { ...holders, [front.id]: 'lis' },
  })
}

const found = {
  kind: 'backup-missing',
  grade: 'blocks',
  personId: 'lis',
  lineId: 'h',
  limit: 0,
  unit: 'minutes',
} as const
const neighbour: CoveredElsewhere = {
  ...always,
  id: 'neighbour',
  name: 'Bakvakt hos naboen',
  windows: [{ weekday: 1, start: '16:00', end: '08:00', endDay: 1 }],
  onPublicHolidays: true,
  behind: ['h'],
}

export const backupRows: readonly RuleRow[] = [
  {
    name: 'an open backup behind a doctor who may work alone',
    rota: makeRota({
      district,
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
  },
  { name: 'a backup for exactly the whole duty', rota: backedBy([[...first, 'a']]) },
  {
    name: 'a backup that lasts a minute longer',
    rota: backedBy([['2027-01-11 16:00', '2027-01-12 08:01', 'a']]),
  },
  {
    name: 'a backup that ends a minute too early',
    rota: backedBy([['2027-01-11 16:00', '2027-01-12 07:59', 'a']]),
    broken: [{ ...found, measured: 1, span: { start: at('2027-01-12 07:59'), end: at('2027-01-12 08:00') } }],
  },
  {
    name: 'two backups that touch across midnight',
    rota: backedBy([
      ['2027-01-11 16:00', '2027-01-12 00:00', 'a'],
      ['2027-01-12 00:00', '2027-01-12 08:00', 'b'],
    ]),
  },
  {
    name: 'no backup line at all',
    rota: backedBy([]),
    broken: [{ ...found, needIds: ['h.2027-01-11.16'], measured: 960 }],
  },
  {
    name: 'an open backup, naming both duties',
    rota: makeRota({
      district,
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'h.2027-01-11.16': 'lis' },
    }),
    broken: [{ ...found, needIds: ['h.2027-01-11.16', 'b.2027-01-11.16'], measured: 960 }],
  },
  {
    name: 'a backup who may only work alone',
    rota: backedBy([[...first, 'old']]),
    broken: [{ ...found, measured: 960 }],
  },
  { name: 'one’s own backup', rota: backedBy([[...first, 'lis']]), broken: [{ ...found, measured: 960 }] },
  {
    name: 'one’s own backup, for someone decided to back others though not to work alone',
    rota: makeRota({
      district: {
        ...district,
        doctors: [
          makeDoctor('lis', {
            competences: [
              makeCompetence({
                kind: 'transitional',
                mayWorkAlone: false,
                mayBeBackup: true,
                decidedOn: '2018-01-01',
              }),
            ],
          }),
        ],
      },
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'h.2027-01-11.16': 'lis', 'b.2027-01-11.16': 'lis' },
    }),
    broken: [{ ...found, measured: 960 }],
  },
  {
    name: 'a backup who only shadows',
    rota: makeRota({
      district,
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: {
        'h.2027-01-11.16': 'lis',
        'b.2027-01-11.16': [makeSlice('a', ...first, { shadowing: true })],
      },
    }),
    broken: [found],
  },
  {
    name: 'a trainee who only shadows, without backup',
    rota: makeRota({
      district,
      needs: [makeNeed(...first)],
      holders: {
        'h.2027-01-11.16': [makeSlice('a', ...first), makeSlice('lis', ...first, { shadowing: true })],
      },
    }),
  },
  {
    name: 'a trainee for the first hours only, backed for exactly those',
    rota: makeRota({
      district,
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('lis', '2027-01-11 16:00', '2027-01-11 20:00'),
          makeSlice('a', '2027-01-11 20:00', '2027-01-12 08:00'),
        ],
        'b.2027-01-11.16': [makeSlice('b', '2027-01-11 16:00', '2027-01-11 20:00')],
      },
    }),
  },
  {
    name: 'a LIS1 in service alone, whatever competence is recorded',
    rota: alone(inService('2027-01-11')),
    broken: [{ ...found, measured: 960 }],
  },
  { name: 'a doctor whose service as LIS1 has not begun', rota: alone(inService('2027-01-12')) },
  { name: 'a doctor whose service as LIS1 has ended', rota: alone(inService('2026-01-01', '2027-01-11')) },
  {
    name: 'a LIS1 in service with a backup',
    rota: makeRota({
      district: {
        ...inService('2027-01-11'),
        doctors: [...inService('2027-01-11').doctors, makeDoctor('a')],
      },
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'h.2027-01-11.16': 'lis', 'b.2027-01-11.16': 'a' },
    }),
  },
  {
    name: 'a LIS1 in service as backup behind a trainee',
    rota: makeRota({
      district: {
        ...district,
        doctors: [trainee, { ...(inService('2027-01-11').doctors[0] as Doctor), personId: 'two' }],
      },
      needs: [makeNeed(...first), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'h.2027-01-11.16': 'lis', 'b.2027-01-11.16': 'two' },
    }),
    broken: [{ ...found, measured: 960 }],
  },
  {
    name: 'a backup on a line that stands behind another',
    rota: makeRota({
      district: { ...district, lines: [...lines, makeLine({ id: 'n' })] },
      needs: [makeNeed(...first, { lineId: 'n' }), makeNeed(...first, { lineId: 'b', form: 'backup' })],
      holders: { 'n.2027-01-11.16': 'lis', 'b.2027-01-11.16': 'a' },
    }),
    broken: [{ ...found, lineId: 'n', needIds: ['n.2027-01-11.16'] }],
  },
  { name: 'a neighbour’s agreed backup for the whole duty', rota: backedBy([], first, [neighbour]) },
  {
    name: 'a neighbour’s backup whose agreement has not begun',
    rota: backedBy([], first, [{ ...neighbour, from: '2027-02-01' }]),
    broken: [{ ...found, measured: 960 }],
  },
  {
    name: 'a neighbour who only covers, and backs nobody',
    rota: backedBy([], first, [{ ...neighbour, behind: ['n'] }]),
    broken: [found],
  },
  {
    name: 'a backup for the 15 elapsed hours of the night the clock goes forward',
    rota: backedBy([['2027-03-27 16:00', '2027-03-28 08:00', 'a']], ['2027-03-27 16:00', '2027-03-28 08:00']),
  },
  {
    name: 'an hour without backup in the night the clock goes back',
    rota: backedBy([['2027-10-30 16:00', '2027-10-31 02:00', 'a']], ['2027-10-30 16:00', '2027-10-31 03:00']),
    broken: [{ ...found, measured: 120 }],
  },
  {
    name: 'a backup over the end of an ISO year',
    rota: backedBy([['2027-01-03 08:00', '2027-01-04 08:00', 'a']], ['2027-01-03 08:00', '2027-01-04 08:00']),
  },
]
