import type { AgreementEntry, RotaKind } from '../../../src/core/rota/agreement.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import {
  always,
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePerson,
  makeRota,
  makeWindow,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

function least(
  value: Partial<Record<RotaKind, number>>,
  entry: Partial<Pick<AgreementEntry, 'status' | 'from'>> = {},
): AgreementEntry {
  const origin = { source: 'SFS 2305', author: 'styret', decidedOn: null }
  return { ...always, parameter: 'leastDoctors', value, status: 'adopted', ...origin, ...entry }
}

const EVERY_DAY = ['weekday', 'saturday', 'sunday'] as const
const evenings = [makeWindow('k', EVERY_DAY, '16:00', '08:00')]

/** The week from 4 January 2027 on a home line of evenings and nights, with nobody on it. */
function week(
  doctors: readonly Doctor[],
  agreement: readonly AgreementEntry[],
  district: Partial<District> = {},
): Rota {
  const lines = [makeLine({ windows: evenings })]
  return makeRota({ district: makeDistrict({ doctors, agreement, lines, ...district }) })
}

function doctors(count: number, last: Partial<Doctor> = {}): Doctor[] {
  return Array.from({ length: count }, (_, at) => makeDoctor(`d${at}`, at === count - 1 ? last : {}))
}

function way(kind: 'backup-only' | 'supernumerary'): Partial<Doctor> {
  return { takingPart: [{ ...always, way: { kind }, least: null, most: null }] }
}

function absentFrom(from: string, to: string | null): Partial<Doctor> {
  return { absences: [{ id: 'away', from, certainFrom: from, to }] }
}

const tooFew = {
  kind: 'too-few-doctors',
  grade: 'blocks',
  personId: null,
  lineId: 'h',
  needIds: [],
  rotaKind: 'home',
  span: { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') },
  measured: 3,
  limit: 4,
  unit: 'doctors',
} as const

const four = [least({ home: 4 })]

export const leastDoctorsRows: readonly RuleRow[] = [
  { name: 'exactly as many doctors as the district has entered', rota: week(doctors(4), four) },
  { name: 'more doctors than that', rota: week(doctors(5), four) },
  { name: 'a doctor fewer', rota: week(doctors(3), four), broken: [tooFew] },
  { name: 'a district that has entered no number', rota: week(doctors(1), []) },
  {
    name: 'a number for another kind of line',
    rota: week(doctors(1), [least({ 'on-site': 4, 'full-day': 9 })]),
  },
  {
    name: 'a number that is only a reference',
    rota: week(doctors(1), [least({ home: 4 }, { status: 'reference' })]),
  },
  {
    name: 'a number that holds from a later date',
    rota: week(doctors(1), [least({ home: 4 }, { from: '2027-01-05' })]),
  },
  {
    name: 'a line with a duty of 24 hours, by the number for full days',
    rota: makeRota({
      district: makeDistrict({ doctors: doctors(3), agreement: [least({ home: 3, 'full-day': 4 })] }),
    }),
    broken: [{ ...tooFew, rotaKind: 'full-day' }],
  },
  {
    name: 'a line whose longest duty is a minute short of 24 hours, by its form',
    rota: week(doctors(3), [least({ home: 3, 'full-day': 4 })], {
      lines: [makeLine({ windows: [makeWindow('d', EVERY_DAY, '08:00', '07:59')] })],
    }),
  },
  {
    name: 'duties of 24 hours that the line no longer has',
    rota: week(doctors(3), [least({ home: 3, 'full-day': 4 })], {
      lines: [
        makeLine({
          templates: [
            {
              ...always,
              to: '2027-01-04',
              windows: [makeWindow('d', EVERY_DAY, '08:00', '08:00')],
              overrides: [],
              summer: null,
            },
            { ...always, from: '2027-01-04', windows: evenings, overrides: [], summer: null },
          ],
        }),
      ],
    }),
  },
  {
    name: 'an on-site line, by the number for those',
    rota: week(doctors(3), [least({ home: 3, 'on-site': 4 })], {
      lines: [makeLine({ form: 'on-site', windows: evenings })],
    }),
    broken: [{ ...tooFew, rotaKind: 'on-site' }],
  },
  {
    name: 'a backup line, which is not judged',
    rota: week(doctors(3), [least({ home: 3, 'on-site': 4, 'full-day': 4 })], {
      lines: [
        makeLine({ windows: evenings }),
        makeLine({ id: 'b', form: 'backup', behind: ['h'], windows: evenings }),
        makeLine({ id: 'c', form: 'on-site', behind: ['h'], windows: evenings }),
      ],
    }),
  },
  {
    name: 'a line without duties in the period',
    rota: week(doctors(1), four, { lines: [makeLine({ windows: [] })] }),
  },
  {
    name: 'a doctor by contracted hours, who counts',
    rota: week(
      doctors(4, {
        takingPart: [
          { ...always, way: { kind: 'contracted-hours', minutesPerPeriod: 600 }, least: null, most: null },
        ],
      }),
      four,
    ),
  },
  {
    name: 'a doctor about whose taking part nothing is told, who counts',
    rota: week(doctors(4, { takingPart: [] }), four),
  },
  {
    name: 'a locum by offered dates, who does not count',
    rota: week(
      doctors(4, {
        takingPart: [
          {
            ...always,
            way: { kind: 'offered-windows', windows: [{ from: '2027-01-04', to: '2027-01-11' }] },
            least: null,
            most: null,
          },
        ],
      }),
      four,
    ),
    broken: [tooFew],
  },
  {
    name: 'a doctor who only backs, who does not count',
    rota: week(doctors(4, way('backup-only')), four),
    broken: [tooFew],
  },
  {
    name: 'a learner beside the others, who does not count',
    rota: week(doctors(4, way('supernumerary')), four),
    broken: [tooFew],
  },
  {
    name: 'a doctor without courses, who does not count',
    rota: week(doctors(4, { competences: [] }), four),
    broken: [tooFew],
  },
  {
    name: 'a doctor with a backup behind, who counts',
    rota: week(doctors(4, { competences: [makeCompetence({ kind: 'none' })] }), four),
  },
  {
    name: 'a doctor away for the whole week',
    rota: week(doctors(4, absentFrom('2027-01-04', '2027-01-12')), four),
    broken: [tooFew],
  },
  {
    name: 'a doctor away but for the last duty',
    rota: week(doctors(4, absentFrom('2026-01-01', '2027-01-10')), four),
  },
  {
    name: 'a doctor exempt from all out of hours',
    rota: week(
      doctors(4, {
        exemptions: [{ id: 'e', from: '2026-01-01', to: null, scope: { kind: 'out-of-hours' } }],
      }),
      four,
    ),
    broken: [tooFew],
  },
  {
    name: 'a doctor whose municipality takes no part',
    rota: week(doctors(4), four, {
      positions: [
        {
          id: 'p',
          name: 'Plass',
          municipality: '4602',
          share: 1,
          holders: [{ ...always, kind: 'person', personId: 'd3' }],
        },
      ],
    }),
    broken: [tooFew],
  },
  {
    name: 'a doctor whose GP agreement has ended',
    rota: week(doctors(4), four, {
      persons: doctors(4).map(({ personId }) =>
        makePerson(personId, personId === 'd3' ? { birthDate: '1950-01-01' } : {}),
      ),
    }),
    broken: [tooFew],
  },
  {
    name: 'who holds the duties, which changes nothing',
    rota: {
      ...makeRota({
        district: makeDistrict({
          doctors: doctors(3),
          agreement: four,
          lines: [makeLine({ windows: evenings })],
        }),
        holders: { 'h.2027-01-04.k': 'd0', 'h.2027-01-05.k': 'd1' },
      }),
    },
    broken: [tooFew],
  },
]
