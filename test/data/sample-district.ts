import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import type { Line } from '../../src/core/rota/line.ts'
import type { Person } from '../../src/core/rota/person.ts'
import { hprNumberOf } from '../support/hpr-number.ts'

const always = { from: '2026-01-01', to: null }

const bareDoctor = {
  engagements: [],
  takingPart: [],
  competences: [],
  surgery: [],
  otherTasks: [],
  capacities: [],
  rotations: [],
  absences: [],
  exemptions: [],
  declaredOtherMinutesPerWeek: null,
}

/**
 * A district that says one of everything the model can say. Ids are its own, except those of the persons; people who are
 * not its own alone carry what another district needs to join them.
 */
export function sampleDistrict(id: string, persons = id): District {
  return {
    id,
    name: `Legevakt ${id}`,
    legalForm: 'host-municipality',
    timeZone: 'Europe/Oslo',
    languages: ['nn', 'nb'],
    municipalities: [
      {
        number: '4645',
        name: 'Askvoll',
        facts: [
          { from: '2026-01-01', to: '2027-01-01', population: 2936, centrality: 6 },
          { from: '2027-01-01', to: null, population: 2911, centrality: 5 },
        ],
        participation: [
          { ...always, to: '2027-07-01', windows: null, quota: null },
          {
            from: '2027-07-01',
            to: '2027-08-01',
            windows: [
              { weekday: 7, start: '16:00', end: '08:00', endDay: 1 },
              { weekday: 1, start: '16:00', end: '23:00', endDay: 0 },
            ],
            quota: 6,
          },
        ],
      },
      { number: '0301', name: 'Oslo', facts: [], participation: [] },
    ],
    lines: lines(),
    coveredElsewhere: [
      {
        ...always,
        id: 'surgeries',
        name: 'Legekontorene',
        windows: [{ weekday: 1, start: '08:00', end: '15:30', endDay: 0 }],
        onPublicHolidays: false,
      },
      {
        ...always,
        id: 'abroad',
        name: 'Nabolegevakt',
        windows: [],
        onPublicHolidays: true,
        behind: ['first'],
      },
    ],
    persons: [
      {
        id: `${persons}.b`,
        name: 'Bård Æøå',
        hprNumber: hprNumberOf(`${persons}.b`),
        birthDate: '1965-02-28',
        email: null,
        phone: '900 00 000',
      },
      {
        id: `${persons}.a`,
        name: 'Ada \'O"Neil',
        ...proof(`${persons}.a`, persons !== id),
        email: 'a@x.no',
        phone: null,
      },
      {
        id: `${persons}.c`,
        name: 'Chris',
        ...proof(`${persons}.c`, persons !== id),
        email: null,
        phone: null,
      },
    ],
    doctors: doctors(persons),
    positions: [
      {
        id: 'askvoll-2',
        name: 'Askvoll 2',
        municipality: '4645',
        share: 2 / 3,
        holders: [
          { from: '2026-01-01', to: '2027-03-01', kind: 'vacant' },
          { from: '2027-03-01', to: '2027-06-01', kind: 'locum-to-be-named' },
          { from: '2027-06-01', to: null, kind: 'person', personId: `${persons}.b` },
        ],
      },
      { id: 'askvoll-1', name: 'Askvoll 1', municipality: '4645', share: 1, holders: [] },
    ],
    agreement: [
      {
        ...always,
        parameter: 'weeklyTotalMinutes',
        value: 3600,
        status: 'reference',
        source: 'SFS 2305',
        author: 'Styret',
        decidedOn: null,
      },
      {
        ...always,
        parameter: 'hourWeights',
        value: { home: 1 / 7, 'on-site': 1, backup: 0.1 + 0.2 },
        status: 'adopted',
        source: 'Avtale 12/27',
        author: 'Styret',
        decidedOn: '2026-12-01',
      },
      {
        ...always,
        parameter: 'specialHolidays',
        value: ['easter'],
        status: 'adopted',
        source: '',
        author: '',
        decidedOn: null,
      },
    ],
    wishes: [
      {
        id: 'w2',
        personId: `${persons}.a`,
        about: { kind: 'pattern', from: '2027-01-04', to: '2027-07-01', weekdays: [3, 1] },
        stance: 'rather-not',
        weight: 1,
      },
      {
        id: 'w1',
        personId: `${persons}.b`,
        about: { kind: 'dates', from: '2027-02-22', to: '2027-03-01' },
        stance: 'cannot',
        weight: 3,
      },
      {
        id: 'w3',
        personId: `${persons}.b`,
        about: { kind: 'duty', needId: 'first.2027-05-17.day' },
        stance: 'wish',
        weight: 2,
      },
    ],
    holidaysHeld: [
      { personId: `${persons}.b`, holiday: 'christmas', year: 2025 },
      { personId: `${persons}.a`, holiday: 'constitution-day', year: 1996 },
      { personId: `${persons}.b`, holiday: 'new-year', year: 2099 },
    ],
  }
}

export const sampleGrounds: readonly ExemptionGround[] = [
  { kind: 'right', right: 'over-60', claimedOn: '2026-11-02', withdrawnOn: null },
  { kind: 'right', right: 'pregnancy', claimedOn: '2027-01-04', withdrawnOn: '2027-02-01' },
  { kind: 'discretionary', reason: 'health', decidedBy: '4645', decidedOn: '2027-01-04', appeal: 'pending' },
  { kind: 'contract-term', engagementId: 'e1' },
  { kind: 'untold' },
]

function proof(id: string, isShared: boolean): Pick<Person, 'hprNumber' | 'birthDate'> {
  return isShared
    ? { hprNumber: hprNumberOf(id), birthDate: '1971-03-01' }
    : { hprNumber: null, birthDate: null }
}

function lines(): Line[] {
  const night = {
    key: 'night',
    name: 'Natt',
    dayKinds: ['weekday', 'sunday'] as const,
    start: '16:00',
    end: '08:00',
    endDay: 1,
    number: 2,
    pieces: [
      { form: 'home' as const, startDay: 0, start: '16:00', endDay: 0, end: '23:00' },
      { form: 'on-site' as const, startDay: 0, start: '23:00', endDay: 1, end: '08:00' },
    ],
    paid: { startDay: 0, start: '15:30', endDay: 1, end: '08:00' },
    block: 'week' as const,
  }
  return [
    {
      id: 'second',
      name: 'Bakvakt',
      code: 'B1',
      form: 'backup',
      areas: [],
      serves: ['another-district', 'a-third'],
      overlapClass: 'standby',
      behind: ['first'],
      conditional: true,
      templates: [],
    },
    {
      id: 'first',
      name: 'Forvakt',
      code: 'H1',
      form: 'home',
      areas: ['Ytre', 'Indre'],
      serves: [],
      overlapClass: null,
      behind: [],
      conditional: false,
      templates: [
        {
          from: '2026-01-01',
          to: '2027-06-01',
          windows: [night],
          overrides: [
            {
              date: '2027-03-24',
              windows: [{ ...night, key: 'noon', start: '12:00', pieces: [], paid: null, block: null }],
            },
          ],
          summer: { from: '06-21', to: '08-16' },
        },
        { from: '2027-06-01', to: null, windows: [], overrides: [], summer: null },
      ],
    },
  ]
}

function doctors(persons: string): Doctor[] {
  const timetable = [{ weekday: 1 as const, start: '08:00', end: '15:30', endDay: 0 }]
  return [
    {
      personId: `${persons}.b`,
      initials: 'BÅ',
      engagements: [
        {
          ...always,
          id: 'e2',
          employer: { kind: 'service' },
          form: 'employed-duty-doctor',
          fractionPercent: 33.3,
        },
        {
          ...always,
          id: 'e1',
          employer: { kind: 'municipality', number: '9999' },
          form: 'gp-self-employed',
          fractionPercent: 80,
          extendedTo: '2037-03-01',
        },
      ],
      takingPart: [
        { ...always, way: { kind: 'by-share' }, least: null, most: 6 },
        { ...always, way: { kind: 'contracted-hours', minutesPerPeriod: 4800 }, least: 2, most: null },
        {
          ...always,
          way: { kind: 'offered-windows', windows: [{ from: '2027-02-01', to: '2027-02-15' }] },
          least: null,
          most: null,
        },
        { ...always, way: { kind: 'backup-only' }, least: null, most: null },
        { ...always, way: { kind: 'supernumerary' }, least: null, most: null },
      ],
      competences: [
        {
          ...always,
          route: { kind: 'transitional', mayWorkAlone: true, mayBeBackup: false, decidedOn: '2026-06-01' },
          emergencyCourseOn: null,
          violenceCourseOn: '2026-06-01',
          evidence: 'Arkiv 27/1',
        },
        {
          ...always,
          route: { kind: 'specialist' },
          emergencyCourseOn: '2026-06-01',
          violenceCourseOn: null,
          evidence: '',
          exception: 'six-months-on-duty',
        },
      ],
      surgery: [
        { from: '2026-01-01', to: '2027-01-01', kind: 'not-declared' },
        {
          from: '2027-01-01',
          to: null,
          kind: 'declared',
          timetable,
          source: 'Egen melding',
          declaredOn: '2027-01-01',
        },
      ],
      otherTasks: [{ ...always, name: 'Sykehjem', timetable, looseMinutesPerWeek: 90 }],
      capacities: [{ ...always, percent: 50 }],
      rotations: [{ ...always, weeksOn: 2, weeksOff: 4, anchor: '2027-01-04' }],
      absences: [
        { id: 'leave', from: '2027-04-01', certainFrom: '2027-04-20', to: null },
        { id: 'course', from: '2027-02-01', certainFrom: '2027-02-01', to: '2027-02-03' },
      ],
      exemptions: [
        { ...always, id: 'x5', scope: { kind: 'form', form: 'on-site' } },
        { ...always, id: 'x1', scope: { kind: 'nights' } },
        { ...always, id: 'x3', scope: { kind: 'out-of-hours' } },
      ],
      declaredOtherMinutesPerWeek: 600,
      averageConsents: [
        { from: '2027-01-01', to: '2027-07-01' },
        { from: '2027-09-01', to: null },
      ],
    },
    { ...bareDoctor, personId: `${persons}.a`, initials: 'AO' },
    { ...bareDoctor, personId: `${persons}.c`, initials: 'CH' },
  ]
}
