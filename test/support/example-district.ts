import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import type { Person } from '../../src/core/rota/person.ts'
import { hprNumberOf } from './hpr-number.ts'

const ALWAYS = { from: '2020-01-01', to: null } as const
const EVERY_DAY: TemplateWindow['dayKinds'] = [
  'weekday',
  'saturday',
  'sunday',
  'public-holiday',
  'eve',
  'early-close',
  'bridge-day',
  'summer',
]

/** A home-duty line 16–08 every day, one doctor at a time. */
export function eveningLine(id: string): Line {
  return {
    id,
    name: 'Hjemmevakt',
    code: 'H1',
    form: 'home',
    areas: [],
    serves: [],
    overlapClass: null,
    behind: [],
    conditional: false,
    templates: [
      {
        ...ALWAYS,
        windows: [
          {
            key: 'n',
            name: 'Kveld og natt',
            dayKinds: EVERY_DAY,
            start: '16:00',
            end: '08:00',
            endDay: 1,
            number: 1,
            pieces: [],
            paid: null,
            block: null,
          },
        ],
        overrides: [],
        summer: null,
      },
    ],
  }
}

export function person(id: string, name: string): Person {
  return {
    id,
    name,
    hprNumber: hprNumberOf(id),
    birthDate: '1980-05-05',
    email: `${id}@example.test`,
    phone: '99900000',
  }
}

/** A specialist with both courses, a declared surgery Monday 08–15 and a wish for nothing. */
export function doctor(personId: string, initials: string, municipality: string): Doctor {
  return {
    personId,
    initials,
    engagements: [
      {
        ...ALWAYS,
        id: `engagement-${personId}`,
        employer: { kind: 'municipality', number: municipality },
        form: 'gp-self-employed',
        fractionPercent: 100,
      },
    ],
    takingPart: [{ ...ALWAYS, way: { kind: 'by-share' }, least: null, most: null }],
    competences: [
      {
        ...ALWAYS,
        route: { kind: 'specialist' },
        emergencyCourseOn: '2019-01-01',
        violenceCourseOn: '2019-01-01',
        evidence: 'canary-evidence',
      },
    ],
    surgery: [
      {
        ...ALWAYS,
        kind: 'declared',
        timetable: [{ weekday: 1, start: '09:00', end: '15:00', endDay: 0 }],
        source: 'canary-surgery-source',
        declaredOn: '2026-01-01',
      },
    ],
    otherTasks: [],
    capacities: [],
    rotations: [],
    absences: [],
    exemptions: [],
    declaredOtherMinutesPerWeek: null,
  }
}

/** One line, two municipalities, the given doctors; daytime is covered by the surgeries. */
export function exampleDistrict(id: string, people: readonly Person[]): District {
  const members = [
    ['4645', 'Askvoll'],
    ['4646', 'Fjaler'],
  ] as const
  const numbers = members.map(([number]) => number)
  return {
    id,
    name: `Distrikt ${id}`,
    legalForm: 'host-municipality',
    timeZone: 'Europe/Oslo',
    languages: ['nb'],
    municipalities: members.map(([number, name]) => ({
      number,
      name,
      facts: [{ ...ALWAYS, population: 3000, centrality: 6 }],
      participation: [{ ...ALWAYS, windows: null, quota: null }],
    })),
    lines: [eveningLine(`${id}-home`)],
    coveredElsewhere: [
      {
        ...ALWAYS,
        id: `${id}-day`,
        name: 'Legekontorene',
        windows: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
          weekday,
          start: '08:00',
          end: '16:00',
          endDay: 0,
        })),
        onPublicHolidays: true,
      },
    ],
    persons: people,
    doctors: people.map(({ id: personId }, index) =>
      doctor(personId, `D${index + 1}`, numbers[index % 2] as string),
    ),
    positions: people.map(({ id: personId }, index) => ({
      id: `${id}-position-${index + 1}`,
      name: `Hjemmel ${index + 1}`,
      municipality: numbers[index % 2] as string,
      share: 1,
      holders: [{ ...ALWAYS, kind: 'person', personId }],
    })),
    agreement: [],
    wishes: [],
  }
}
