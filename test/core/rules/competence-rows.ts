import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Competence } from '../../../src/core/rota/competence.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import {
  always,
  LONG_AGO,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSlice,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const lines = [makeLine(), makeLine({ id: 'b', form: 'backup', behind: ['h'] })]

function heldWith(
  competences: readonly Competence[],
  lineId = 'h',
  from = '2027-01-11 16:00',
  to = '2027-01-12 08:00',
) {
  const need = makeNeed(from, to, { lineId })
  const district = makeDistrict({ lines, doctors: [makeDoctor('a', { competences })] })
  return makeRota({ district, needs: [need], holders: { [need.id]: 'a' } })
}

/** The duty of 11 January 2027, in a district where courses last so many years. */
function lasting(value: number, passedOn: string, entry: Partial<AgreementEntry> = {}): Rota {
  const rota = heldWith([
    makeCompetence({ kind: 'specialist' }, { emergencyCourseOn: passedOn, violenceCourseOn: '2026-01-01' }),
  ])
  const adopted = {
    ...always,
    parameter: 'courseValidYears',
    value,
    status: 'adopted',
    source: 'Vedtak',
    author: 'styret',
    decidedOn: '2026-12-01',
    ...entry,
  } as AgreementEntry
  return { ...rota, district: { ...rota.district, agreement: [adopted] } }
}

/** A specialist by every paper, in service as LIS1, on this line. */
function lis1On(lineId: string): Rota {
  const rota = heldWith([makeCompetence()], lineId)
  const [gp] = makeDoctor('a').engagements
  const doctors = [makeDoctor('a', { engagements: [{ ...gp!, form: 'lis1' }] })]
  return { ...rota, district: { ...rota.district, doctors } }
}

const courses = {
  kind: 'missing-courses',
  grade: 'blocks',
  personId: 'a',
  measured: 1,
  limit: 0,
  unit: 'duties',
} as const
const notAble = { kind: 'backup-not-able', grade: 'blocks', personId: 'a', lineId: 'b' } as const
const oldInternship = makeCompetence({ kind: 'old-internship' })

export const competenceRows: readonly RuleRow[] = [
  { name: 'a specialist with both courses', rota: heldWith([makeCompetence()]) },
  { name: 'a specialist with both courses as backup', rota: heldWith([makeCompetence()], 'b') },
  {
    name: 'a course passed on the day of the duty',
    rota: heldWith([makeCompetence({ kind: 'specialist' }, { violenceCourseOn: '2027-01-11' })]),
  },
  {
    name: 'a course passed the day after the duty starts',
    rota: heldWith([makeCompetence({ kind: 'specialist' }, { violenceCourseOn: '2027-01-12' })]),
    broken: [{ ...courses, needIds: ['h.2027-01-11.16'] }],
  },
  {
    name: 'no course in emergency medicine',
    rota: heldWith([makeCompetence({ kind: 'lis1-goals' }, { emergencyCourseOn: null })]),
    broken: [courses],
  },
  { name: 'no competence registered', rota: heldWith([]), broken: [courses] },
  {
    name: 'a competence that ends the day before',
    rota: heldWith([makeCompetence({ kind: 'specialist' }, { from: LONG_AGO, to: '2027-01-11' })]),
    broken: [courses],
  },
  {
    name: 'a competence that ends the day after',
    rota: heldWith([makeCompetence({ kind: 'specialist' }, { to: '2027-01-12' })]),
  },
  { name: 'a doctor with the old internship on a first line', rota: heldWith([oldInternship]) },
  {
    name: 'a doctor with the old internship as backup',
    rota: heldWith([oldInternship], 'b'),
    broken: [notAble],
  },
  {
    name: 'a doctor with the goals of LIS1 as backup',
    rota: heldWith([makeCompetence({ kind: 'lis1-goals' })], 'b'),
    broken: [notAble],
  },
  {
    name: 'a transitional basis decided to allow backup, without courses',
    rota: heldWith(
      [
        makeCompetence(
          { kind: 'transitional', mayWorkAlone: true, mayBeBackup: true, decidedOn: '2018-01-01' },
          { emergencyCourseOn: null, violenceCourseOn: null },
        ),
      ],
      'b',
    ),
  },
  {
    name: 'a transitional basis decided not to allow backup',
    rota: heldWith(
      [
        makeCompetence({
          kind: 'transitional',
          mayWorkAlone: true,
          mayBeBackup: false,
          decidedOn: '2018-01-01',
        }),
      ],
      'b',
    ),
    broken: [notAble],
  },
  {
    name: 'someone without courses who only shadows',
    rota: makeRota({
      district: makeDistrict({ lines, doctors: [makeDoctor('a', { competences: [] }), makeDoctor('b')] }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('b', '2027-01-11 16:00', '2027-01-12 08:00'),
          makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00', { shadowing: true }),
        ],
      },
    }),
  },
  { name: 'a course on the last day of the years it lasts', rota: lasting(5, '2022-01-12') },
  {
    name: 'a course on the anniversary on which it runs out',
    rota: lasting(5, '2022-01-11'),
    broken: [courses],
  },
  {
    name: 'an old course where only a reference says how long it lasts',
    rota: lasting(5, '2010-01-11', { status: 'reference' }),
  },
  {
    name: 'an old course before the years were adopted',
    rota: lasting(5, '2010-01-11', { from: '2027-01-12' }),
  },
  { name: 'a LIS1 in service on a first line, where the backup is another matter', rota: lis1On('h') },
  {
    name: 'a LIS1 in service as backup, whatever competence is recorded',
    rota: lis1On('b'),
    broken: [notAble],
  },
  {
    name: 'a course passed on the Sunday after the night the clock goes forward has begun',
    rota: heldWith(
      [makeCompetence({ kind: 'specialist' }, { emergencyCourseOn: '2027-03-28' })],
      'h',
      '2027-03-27 23:00',
      '2027-03-28 08:00',
    ),
    broken: [courses],
  },
  {
    name: 'a course passed on the Saturday of the night the clock goes back',
    rota: heldWith(
      [makeCompetence({ kind: 'specialist' }, { emergencyCourseOn: '2027-10-30' })],
      'h',
      '2027-10-30 23:00',
      '2027-10-31 08:00',
    ),
  },
]
