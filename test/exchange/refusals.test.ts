import { describe, expect, it } from 'vitest'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { FILE_PROBLEM_CODES, type FileProblemCode } from '../../src/text/file-problem.ts'
import * as problems from '../../src/text/nb/problems.ts'
import { editedJson, exampleText } from '../support/edited-json.ts'

type Edits = Readonly<Record<string, unknown>>
type Row = readonly [code: FileProblemCode, edits: Edits, path: string, value: string]

const base = exampleText('fjordane')
const line = 'district.lines[0]'
const version = `${line}.templates[0]`
const windows = `${version}.windows`
const doctor = 'district.doctors[0]'
const copyOf = (path: string): unknown =>
  (path.match(/[^.[\]]+/g) ?? []).reduce(
    (value, key) => (value as Record<string, unknown>)[key] as object,
    JSON.parse(base),
  )
const piece = (startDay: number, start: string, endDay: number, end: string) => ({
  form: 'home',
  startDay,
  start,
  endDay,
  end,
})

/** A value of the agreement, as the file says it. */
const term = (parameter: string, value: unknown) => ({
  from: '2027-01-01',
  to: null,
  parameter,
  value,
  status: 'adopted',
  source: 'Vedtak',
  author: 'Koordinator',
  decidedOn: '2026-12-01',
})

const agreed = 'district.agreement[4].value'
const held = { personId: 'sigrid-hovland-eide', holiday: 'christmas', year: 2025 }
const heldIn = (year: number) => ({ 'district.holidaysHeld': [{ ...held, year }] })

const shape: readonly Row[] = [
  ['wrong-version', { version: 2 }, 'version', '2'],
  ['wrong-version', { version: '1' }, 'version', '1'],
  ['missing-field', { version: undefined }, 'version', ''],
  ['missing-field', { 'district.name': undefined }, 'district.name', ''],
  ['missing-field', { [`${windows}[0].endDay`]: undefined }, `${windows}[0].endDay`, ''],
  ['unknown-field', { 'district.colour': 'red' }, 'district.colour', 'red'],
  ['unknown-field', { [`${windows}[1].length`]: 8 }, `${windows}[1].length`, '8'],
  ['unknown-field', { publications: [] }, 'publications', '[]'],
  ['not-text', { 'district.name': 7 }, 'district.name', '7'],
  ['not-number', { 'district.positions[0].share': '1' }, 'district.positions[0].share', '1'],
  ['not-whole-number', { [`${windows}[0].number`]: 1.5 }, `${windows}[0].number`, '1.5'],
  ['not-true-or-false', { [`${line}.conditional`]: 'nei' }, `${line}.conditional`, 'nei'],
  ['not-list', { 'district.lines': {} }, 'district.lines', '{…}'],
  ['not-object', { district: null }, 'district', 'null'],
  ['not-object', { '': [] }, '', '[]'],
  ['not-a-choice', { [`${line}.form`]: 'onsite' }, `${line}.form`, 'onsite'],
  ['not-a-choice', { 'district.timeZone': 'Europe/Paris' }, 'district.timeZone', 'Europe/Paris'],
  [
    'not-a-choice',
    { [`${doctor}.competences[0].route.kind`]: 'doctor' },
    `${doctor}.competences[0].route.kind`,
    'doctor',
  ],
  ['not-a-choice', { 'district.wishes[0].weight': 4 }, 'district.wishes[0].weight', '4'],
  ['not-a-choice', { 'district.agreement[0].parameter': 'x' }, 'district.agreement[0].parameter', 'x'],
  ['too-small', { [`${windows}[0].number`]: 0 }, `${windows}[0].number`, '0'],
  ['too-small', { 'district.agreement[+]': term('nightsInARow', 0) }, agreed, '0'],
  ['too-big', { 'district.agreement[+]': term('weeklyTotalMinutes', 168 * 60 + 1) }, agreed, '10081'],
  [
    'too-small',
    { 'district.agreement[+]': term('agreementEnd', { age: 70, latestAge: 69 }) },
    `${agreed}.latestAge`,
    '69',
  ],
  [
    'value-twice',
    { 'district.agreement[+]': term('cutPoints', ['08:00', '23:00', '08:00']) },
    `${agreed}[2]`,
    '08:00',
  ],
  [
    'too-small',
    { 'district.agreement[+]': term('weekendFrequency', { oneOf: 2, weeks: 26, freeAmong: 1 }) },
    `${agreed}.freeAmong`,
    '1',
  ],
  ['too-small', { 'district.agreement[+]': term('builderWeights', { wishes: 0 }) }, `${agreed}.wishes`, '0'],
  [
    'too-small',
    { 'district.agreement[+]': term('builderWeights', { wishes: -1 }) },
    `${agreed}.wishes`,
    '-1',
  ],
  [
    'too-big',
    { 'district.agreement[+]': term('builderWeights', { spacing: 10.5 }) },
    `${agreed}.spacing`,
    '10.5',
  ],
  [
    'not-number',
    { 'district.agreement[+]': term('builderWeights', { wishes: 'mye' }) },
    `${agreed}.wishes`,
    'mye',
  ],
  ['unknown-field', { 'district.agreement[+]': term('builderWeights', { luck: 2 }) }, `${agreed}.luck`, '2'],
  [
    'too-small',
    { 'district.agreement[+]': term('fairness', { hours: 1, nights: 0, weekends: 1, holidays: 1 }) },
    `${agreed}.nights`,
    '0',
  ],
  ['too-small', { 'district.agreement[+]': term('leastDoctors', { home: 0 }) }, `${agreed}.home`, '0'],
  ['empty-value', { 'district.agreement[+]': term('leastDoctors', {}) }, agreed, '{…}'],
  [
    'span-too-long',
    { 'district.agreement[+]': term('officeHours', { start: '07:00', end: '19:30' }) },
    `${agreed}.end`,
    '19:30',
  ],
  [
    'span-too-short',
    { 'district.agreement[+]': term('night', { start: '23:00', end: '02:00', leastMinutes: 60 }) },
    `${agreed}.end`,
    '02:00',
  ],
  [
    'ends-before-start',
    {
      'district.agreement[+]': term('agreementHolidays', [
        { from: '2027-12-24', start: '12:00', to: '2027-12-24', end: '12:00' },
      ]),
    },
    `${agreed}[0].to`,
    '2027-12-24',
  ],
  [
    'value-twice',
    {
      'district.agreement[+]': term('planPeriods', [
        { name: 'Vår', from: '01-01', publishBy: null },
        { name: 'Høst', from: '01-01', publishBy: '06-01' },
      ]),
    },
    `${agreed}[1].from`,
    '01-01',
  ],
  [
    'not-a-choice',
    { [`${doctor}.competences[0].exception`]: 'two-years' },
    `${doctor}.competences[0].exception`,
    'two-years',
  ],
  [
    'not-a-date',
    { [`${doctor}.engagements[0].extendedTo`]: '2030-02-30' },
    `${doctor}.engagements[0].extendedTo`,
    '2030-02-30',
  ],
  ['too-small', heldIn(1995), 'district.holidaysHeld[0].year', '1995'],
  ['too-big', heldIn(2100), 'district.holidaysHeld[0].year', '2100'],
  [
    'not-a-choice',
    { 'district.holidaysHeld': [{ ...held, holiday: 'midsummer' }] },
    'district.holidaysHeld[0].holiday',
    'midsummer',
  ],
  ['too-big', { [`${windows}[0].number`]: 51 }, `${windows}[0].number`, '51'],
  [
    'too-big',
    { [`${doctor}.capacities[+]`]: { from: '2027-01-01', to: null, percent: 101 } },
    `${doctor}.capacities[0].percent`,
    '101',
  ],
  ['empty-text', { 'district.name': '  ' }, 'district.name', '  '],
  ['too-long', { [`${line}.code`]: 'KVELDSVAKT' }, `${line}.code`, 'KVELDSVAKT'],
  ['too-few', { [`${windows}[0].dayKinds`]: [] }, `${windows}[0].dayKinds`, '[]'],
  ['too-many', { 'district.languages': ['nb', 'nn', 'en', 'nb'] }, 'district.languages', '[…]'],
  ['not-an-id', { [`${line}.id`]: 'fjordane.kveld' }, `${line}.id`, 'fjordane.kveld'],
  ['not-a-date', { [`${version}.from`]: '2027-02-29' }, `${version}.from`, '2027-02-29'],
  [
    'not-a-date',
    { 'district.persons[0].birthDate': '1979-6-14' },
    'district.persons[0].birthDate',
    '1979-6-14',
  ],
  [
    'not-a-day-of-year',
    { [`${version}.summer`]: { from: '06-31', to: '08-16' } },
    `${version}.summer.from`,
    '06-31',
  ],
  ['not-a-time', { [`${windows}[0].start`]: '24:01' }, `${windows}[0].start`, '24:01'],
  ['not-an-email', { 'district.persons[0].email': 'kari' }, 'district.persons[0].email', 'kari'],
  // A Cyrillic а: an account can't be told from another by it.
  [
    'not-an-email',
    { 'district.persons[0].email': 'k\u0430ri@example.test' },
    'district.persons[0].email',
    'k\u0430ri@example.test',
  ],
  [
    'not-an-hpr-number',
    { 'district.persons[0].hprNumber': '12345678901' },
    'district.persons[0].hprNumber',
    '12345678901',
  ],
  [
    'not-a-municipality-number',
    { 'district.municipalities[0].number': '301' },
    'district.municipalities[0].number',
    '301',
  ],
  [
    'no-such-municipality',
    { 'district.municipalities[0].number': '1432' },
    'district.municipalities[0].number',
    '1432',
  ],
  [
    'no-such-municipality',
    { [`${doctor}.engagements[0].employer.number`]: '9999' },
    `${doctor}.engagements[0].employer.number`,
    '9999',
  ],
]

const hidden = (path: string, text: string, told: string): Row => [
  'hidden-character',
  { [path]: text },
  path,
  told,
]

const hiddenCharacters: readonly Row[] = [
  hidden('district.name', 'Fjord\u0000ane', 'FjordU+0000ane'),
  hidden('district.persons[0].name', 'Arne\u202egro', 'ArneU+202Egro'),
  hidden('district.persons[0].name', 'Arne\u2066', 'ArneU+2066'),
  hidden('district.persons[0].phone', '99\n99', '99 99'),
  hidden('district.persons[0].email', 'a\u0007@b.no', 'aU+0007@b.no'),
  hidden(`${doctor}.initials`, 'A\u009f', 'AU+009F'),
  hidden(`${windows}[0].name`, 'natt\u2028', 'nattU+2028'),
  hidden(`${doctor}.competences[0].evidence`, 'mappe\ud800', 'mappeU+D800'),
]

const outOfRange = (path: string, date: string): Row => ['date-out-of-range', { [path]: date }, path, date]
const rotation = { from: '2027-01-01', to: null, weeksOn: 1, weeksOff: 1, anchor: '0000-01-01' }
const exemption = { id: 'fritak', from: '1990-01-01', to: null, scope: { kind: 'nights' } }

const farDates: readonly Row[] = [
  outOfRange(`${doctor}.absences[0].to`, '9999-12-31'),
  outOfRange(`${doctor}.absences[0].from`, '1950-01-01'),
  outOfRange(`${doctor}.surgery[0].from`, '1996-12-31'),
  outOfRange(`${version}.from`, '2100-01-01'),
  outOfRange('district.wishes[0].about.to', '2100-01-01'),
  outOfRange('district.persons[0].birthDate', '1899-12-31'),
  outOfRange(`${doctor}.competences[0].emergencyCourseOn`, '2100-01-01'),
  [
    'date-out-of-range',
    { [`${doctor}.exemptions`]: [exemption] },
    `${doctor}.exemptions[0].from`,
    '1990-01-01',
  ],
  [
    'date-out-of-range',
    { [`${doctor}.rotations`]: [rotation] },
    `${doctor}.rotations[0].anchor`,
    '0000-01-01',
  ],
]

const facts: readonly Row[] = [
  ['ends-before-start', { [`${version}.to`]: '2026-01-01' }, `${version}.to`, '2026-01-01'],
  ['ends-before-start', { [`${windows}[0].end`]: '16:00' }, `${windows}[0].end`, '16:00'],
  [
    'ends-before-start',
    { [`${doctor}.surgery[0].timetable[0].end`]: '06:00' },
    `${doctor}.surgery[0].timetable[0].end`,
    '06:00',
  ],
  [
    'ends-before-start',
    { 'district.wishes[0].about.to': '2027-03-25' },
    'district.wishes[0].about.to',
    '2027-03-25',
  ],
  [
    'dates-overlap',
    { 'district.positions[10].holders[0].to': '2027-03-02' },
    'district.positions[10].holders[1].from',
    '2027-03-01',
  ],
  [
    'dates-overlap',
    { [`${doctor}.surgery[+]`]: { from: '2027-01-01', to: null, kind: 'not-declared' } },
    `${doctor}.surgery[1].from`,
    '2027-01-01',
  ],
  ['dates-overlap', { [`${line}.templates[+]`]: copyOf(version) }, `${line}.templates[1].from`, '2026-01-01'],
  [
    'certain-outside-absence',
    { [`${doctor}.absences[0].certainFrom`]: '2027-02-21' },
    `${doctor}.absences[0].certainFrom`,
    '2027-02-21',
  ],
  [
    'least-above-most',
    { [`${doctor}.takingPart[0].least`]: 7, [`${doctor}.takingPart[0].most`]: 6 },
    `${doctor}.takingPart[0].least`,
    '7',
  ],
  [
    'ends-before-start',
    { [`${doctor}.engagements[0].extendedTo`]: '2000-01-01' },
    `${doctor}.engagements[0].extendedTo`,
    '2000-01-01',
  ],
  [
    'dates-overlap',
    {
      [`${doctor}.averageConsents`]: [
        { from: '2027-01-01', to: '2027-07-02' },
        { from: '2027-07-01', to: null },
      ],
    },
    `${doctor}.averageConsents[1].from`,
    '2027-07-01',
  ],
  [
    'dates-overlap',
    {
      'district.agreement': [
        { ...term('nightsInARow', 3), to: '2027-07-02' },
        { ...term('nightsInARow', 4), from: '2027-07-01' },
      ],
    },
    'district.agreement[1].from',
    '2027-07-01',
  ],
]

const references: readonly Row[] = [
  ['id-twice', { 'district.wishes[1].id': 'fjordane-onske-1' }, 'district.wishes[1].id', 'fjordane-onske-1'],
  ['id-twice', { 'district.lines[1].id': 'fjordane-kveld' }, 'district.lines[1].id', 'fjordane-kveld'],
  [
    'id-twice',
    { 'district.doctors[1].engagements[0].id': 'fjordane-avtale-sh-1' },
    'district.doctors[1].engagements[0].id',
    'fjordane-avtale-sh-1',
  ],
  [
    'person-twice',
    { 'district.persons[+]': { ...(copyOf('district.persons[0]') as object), hprNumber: null } },
    'district.persons[18].id',
    'arne-birger-stongfjord',
  ],
  [
    'hpr-number-twice',
    { 'district.persons[1].hprNumber': (copyOf('district.persons[0]') as { hprNumber: string }).hprNumber },
    'district.persons[1].hprNumber',
    (copyOf('district.persons[0]') as { hprNumber: string }).hprNumber,
  ],
  [
    'doctor-twice',
    {
      'district.doctors[+]': { ...(copyOf(doctor) as object), initials: 'XX', engagements: [], absences: [] },
    },
    'district.doctors[18].personId',
    'sigrid-hovland-eide',
  ],
  ['initials-twice', { 'district.doctors[1].initials': 'SH' }, 'district.doctors[1].initials', 'SH'],
  [
    'municipality-twice',
    { 'district.municipalities[+]': copyOf('district.municipalities[1]') },
    'district.municipalities[5].number',
    '4645',
  ],
  [
    'unknown-person',
    {
      'district.doctors[+]': {
        ...(copyOf(doctor) as object),
        personId: 'ingen',
        initials: 'XX',
        engagements: [],
        absences: [],
      },
    },
    'district.doctors[18].personId',
    'ingen',
  ],
  [
    'person-without-doctor',
    { 'district.persons[+]': { ...(copyOf('district.persons[0]') as object), id: 'ny', hprNumber: null } },
    'district.persons[18].id',
    'ny',
  ],
  [
    'unknown-doctor',
    { 'district.positions[0].holders[0].personId': 'ingen' },
    'district.positions[0].holders[0].personId',
    'ingen',
  ],
  ['unknown-doctor', { 'district.wishes[0].personId': 'ingen' }, 'district.wishes[0].personId', 'ingen'],
  [
    'unknown-member-municipality',
    { 'district.positions[0].municipality': '4601' },
    'district.positions[0].municipality',
    '4601',
  ],
  [
    'unknown-duty',
    { 'district.wishes[3].about.needId': 'storby-natt.2027-05-17.natt' },
    'district.wishes[3].about.needId',
    'storby-natt.2027-05-17.natt',
  ],
  [
    'unknown-doctor',
    { 'district.holidaysHeld': [{ ...held, personId: 'ingen' }] },
    'district.holidaysHeld[0].personId',
    'ingen',
  ],
  [
    'holiday-twice',
    { 'district.holidaysHeld': [held, held] },
    'district.holidaysHeld[1]',
    'sigrid-hovland-eide christmas 2025',
  ],
  [
    'unknown-line',
    { 'district.agreement[+]': term('dutyClasses', { 'fjordane-kveld': 2, ingen: 3 }) },
    `${agreed}.ingen`,
    'ingen',
  ],
  [
    'unknown-member-municipality',
    { 'district.agreement[+]': term('municipalityKey', { kind: 'agreed', shares: { '1103': 3 } }) },
    `${agreed}.shares.1103`,
    '1103',
  ],
  ['unknown-line', { 'district.lines[2].behind[0]': 'ingen' }, 'district.lines[2].behind[0]', 'ingen'],
  [
    'behind-itself',
    { 'district.lines[2].behind[0]': 'fjordane-bakvakt' },
    'district.lines[2].behind[0]',
    'fjordane-bakvakt',
  ],
  ['behind-backup', { [`${line}.behind`]: ['fjordane-bakvakt'] }, `${line}.behind[0]`, 'fjordane-bakvakt'],
  ['backup-behind-nothing', { 'district.lines[2].behind': [] }, 'district.lines[2].behind', '[]'],
]

const contradictions: readonly Row[] = [
  ['window-key-twice', { [`${windows}[1].key`]: 'kveld' }, `${windows}[1].key`, 'kveld'],
  // Sixteen minutes of handover on the same day; fifteen are allowed and stand in the example.
  ['windows-overlap', { [`${windows}[2].end`]: '15:46' }, `${windows}[3]`, '15:30–23:00'],
  [
    'windows-overlap',
    {
      [`${windows}[+]`]: {
        ...(copyOf(`${windows}[0]`) as object),
        key: 'mellom',
        start: '14:00',
        end: '22:00',
      },
    },
    `${windows}[0]`,
    '16:00–23:00',
  ],
  // Into the next day, and only from a Saturday to a Sunday.
  [
    'windows-overlap',
    { [`${windows}[3].endDay`]: 1, [`${windows}[3].end`]: '08:16' },
    `${windows}[2]`,
    '08:00–15:45',
  ],
  [
    'windows-overlap',
    {
      [`${version}.overrides`]: [
        {
          date: '2027-06-24',
          windows: [{ ...(copyOf(`${windows}[0]`) as object), endDay: 2, dayKinds: [] }],
        },
      ],
    },
    `${windows}[0]`,
    '16:00–23:00',
  ],
  // From one version of the template into the next.
  [
    'windows-overlap',
    {
      'district.lines[1].templates[0].to': '2027-02-01',
      'district.lines[1].templates[+]': {
        ...(copyOf('district.lines[1].templates[0]') as object),
        from: '2027-02-01',
        windows: [
          {
            ...(copyOf('district.lines[1].templates[0].windows[0]') as object),
            dayKinds: ['weekday'],
            start: '07:00',
          },
        ],
      },
    },
    'district.lines[1].templates[1].windows[0]',
    '07:00–08:00 +1',
  ],
  [
    'piece-outside-window',
    { [`${windows}[0].pieces`]: [piece(0, '15:00', 0, '23:00')] },
    `${windows}[0].pieces[0]`,
    '15:00–23:00',
  ],
  [
    'pieces-leave-gap',
    { [`${windows}[0].pieces`]: [piece(0, '16:00', 0, '22:00')] },
    `${windows}[0].pieces`,
    '16:00–23:00',
  ],
  [
    'pieces-leave-gap',
    { [`${windows}[0].pieces`]: [piece(0, '16:00', 0, '18:00'), piece(0, '19:00', 0, '23:00')] },
    `${windows}[0].pieces[1]`,
    '19:00–23:00',
  ],
  [
    'pieces-overlap',
    { [`${windows}[0].pieces`]: [piece(0, '16:00', 0, '20:00'), piece(0, '19:00', 0, '23:00')] },
    `${windows}[0].pieces[1]`,
    '19:00–23:00',
  ],
  [
    'duty-too-long',
    { 'district.lines[1].templates[0].windows[0].endDay': 4 },
    'district.lines[1].templates[0].windows[0].end',
    '08:00',
  ],
  [
    'date-twice',
    {
      [`${version}.overrides`]: [
        { date: '2027-06-24', windows: [] },
        { date: '2027-06-24', windows: [] },
      ],
    },
    `${version}.overrides[1].date`,
    '2027-06-24',
  ],
  [
    'override-outside-version',
    { [`${version}.overrides`]: [{ date: '2025-06-24', windows: [] }] },
    `${version}.overrides[0].date`,
    '2025-06-24',
  ],
]

const span = { start: '2027-05-17T23:00+02:00', end: '2027-05-18T08:00+02:00' }
const need = {
  id: 'fjordane-natt.2027-05-17.natt',
  lineId: 'fjordane-natt',
  name: 'Nattevakt',
  date: '2027-05-17',
  number: 1,
  ...span,
  pieces: [{ form: 'home', ...span }],
  paid: span,
  blockId: null,
}
const evening = { start: '2027-05-17T15:30+02:00', end: '2027-05-17T23:30+02:00' }
const other = {
  ...need,
  id: 'fjordane-kveld.2027-05-17.helgekveld',
  lineId: 'fjordane-kveld',
  ...evening,
  pieces: [{ form: 'on-site', ...evening }],
  paid: evening,
}
const holding = {
  needId: need.id,
  seat: 0,
  ...span,
  personId: 'ola-trovik',
  positionId: null,
  origin: 'share',
  shadowing: false,
  note: '',
}
const rota = (change: Edits): Edits => ({
  timeline: { needs: [need, other], holdings: [holding] },
  ...change,
})
const needs0 = 'timeline.needs[0]'
const holdings0 = 'timeline.holdings[0]'

const timeline: readonly Row[] = [
  [
    'not-an-instant',
    rota({ [`${holdings0}.start`]: '2027-05-17T23:00' }),
    `${holdings0}.start`,
    '2027-05-17T23:00',
  ],
  [
    'not-an-instant',
    rota({ [`${needs0}.end`]: '2101-05-18T08:00+02:00' }),
    `${needs0}.end`,
    '2101-05-18T08:00+02:00',
  ],
  ['id-twice', rota({ 'timeline.needs[+]': need }), 'timeline.needs[2].id', need.id],
  ['unknown-line', rota({ [`${needs0}.lineId`]: 'ingen' }), `${needs0}.lineId`, 'ingen'],
  ['duty-id-differs', rota({ [`${needs0}.date`]: '2027-05-18' }), `${needs0}.id`, need.id],
  [
    'duty-too-long',
    rota({
      [`${needs0}.end`]: '2027-05-20T23:01+02:00',
      [`${needs0}.pieces[0].end`]: '2027-05-20T23:01+02:00',
    }),
    `${needs0}.end`,
    '2027-05-20T23:01+02:00',
  ],
  ['ends-before-start', rota({ [`${needs0}.paid.end`]: span.start }), `${needs0}.paid.end`, span.start],
  ['pieces-leave-gap', rota({ [`${needs0}.pieces`]: [] }), `${needs0}.pieces`, need.id],
  ['pieces-overlap', rota({ [`${needs0}.pieces[+]`]: need.pieces[0] }), `${needs0}.pieces[1]`, span.start],
  [
    'piece-outside-window',
    rota({ [`${needs0}.pieces[0].end`]: '2027-05-18T09:00+02:00' }),
    `${needs0}.pieces[0]`,
    span.start,
  ],
  ['unknown-duty', rota({ [`${holdings0}.needId`]: 'ingen' }), `${holdings0}.needId`, 'ingen'],
  ['no-such-place', rota({ [`${holdings0}.seat`]: 1 }), `${holdings0}.seat`, '1'],
  ['unknown-doctor', rota({ [`${holdings0}.personId`]: 'ingen' }), `${holdings0}.personId`, 'ingen'],
  ['unknown-position', rota({ [`${holdings0}.positionId`]: 'ingen' }), `${holdings0}.positionId`, 'ingen'],
  ['held-outside-duty', rota({ [`${holdings0}.end`]: '2027-05-18T08:01+02:00' }), holdings0, need.id],
  ['ends-before-start', rota({ [`${holdings0}.end`]: span.start }), holdings0, need.id],
  ['held-by-nobody', rota({ [`${holdings0}.personId`]: null }), holdings0, need.id],
  [
    'held-twice',
    rota({ 'timeline.holdings[+]': { ...holding, personId: 'sigrid-hovland-eide' } }),
    holdings0,
    need.id,
  ],
  [
    'double-booked',
    rota({ 'timeline.holdings[+]': { ...holding, needId: other.id, ...evening } }),
    holdings0,
    'ola-trovik',
  ],
]

const rows = [
  ...shape,
  ...hiddenCharacters,
  ...farDates,
  ...facts,
  ...references,
  ...contradictions,
  ...timeline,
]

/** Refused for what is not there, or for a list that is best told by its place. */
const NAMED_BY_PLACE: ReadonlySet<FileProblemCode> = new Set([
  'empty-value',
  'missing-field',
  'empty-text',
  'backup-behind-nothing',
  'too-few',
  'too-many',
])

describe('a district file is refused', () => {
  it.each(rows)('for $0 at $2 in a sentence that names $3', (code, edits, path, value) => {
    const result = parseDistrictFile(editedJson(base, edits))
    const found = result.kind === 'refused' ? result.problems : []
    expect(found).toContainEqual(expect.objectContaining({ code, path, value }))
    const problem = found.find((candidate) => candidate.code === code && candidate.path === path)
    const said = problem ? problems.line('fil.json', problem) : ''
    expect(said).toMatch(/^fil\.json: (hele fila|[\w.[\]]+): \S.*\.$/)
    expect(said).not.toContain('undefined')
    if (!NAMED_BY_PLACE.has(code)) expect(said).toContain(value)
  })

  it.each([
    ['cut-short', base.slice(0, base.length / 2)],
    ['cut-short', ''],
    ['broken-json', base.replace('"version": 1,', '"version": 1')],
    ['broken-json', '{"version": 01}'],
    ['broken-json', '{"a": "\n"}'],
    ['not-a-district-file', 'version: 1'],
    ['not-a-district-file', 'hei'],
    ['broken-json', '{} {}'],
    ['broken-json', '{"a": [1, ]}'],
    ['broken-json', '{"a": 1, }'],
    ['too-large', `"${'x'.repeat(2 * 1024 * 1024)}"`],
  ] as const)('for %s before it is read', (code, text) => {
    expect(parseDistrictFile(text)).toMatchObject({ kind: 'refused', problems: [{ code }] })
  })

  it.each([
    ['{"version": 1, "version": 1}', '1:16', 'version'],
    ['{\n "a": [{"b": 1, "c": {"b": 2}}, {"b": 1,\n"b": 2}]}', '3:1', 'b'],
    ['{"a": 1, "\\u0061": 2}', '1:10', 'a'],
    ['{"__proto__": 1, "__proto__": 2}', '1:18', '__proto__'],
  ])('for a key that stands twice in %j', (text, path, value) => {
    const problem = { code: 'key-twice', path, value }
    expect(parseDistrictFile(text)).toMatchObject({ kind: 'refused', problems: [problem] })
  })

  it.each([
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}',
    '{"a": "b", "b": ["b", "b", "{\\"b\\": 1"]}',
    '[[], {}, "a", "a"]',
  ])('for other things when no key stands twice: %j', (text) => {
    const found = parseDistrictFile(text)
    expect(found.kind === 'refused' && found.problems.every(({ code }) => code !== 'key-twice')).toBe(true)
  })

  it.each([
    ['builderWeights', { wishes: 1e9 }, '«1000000000» er for mye. Største verdi er 10.'],
    ['builderWeights', { wishes: -1 }, '«-1» er for lite. Minste verdi er 0.1.'],
    ['builderWeights', { wishes: 1e-300 }, '«1e-300» er for lite. Minste verdi er 0.1.'],
    ['activeHourWeight', 1e9, '«1000000000» er for mye. Største verdi er 1000.'],
  ])('for a number of %s that is out of range in one sentence: %j', (parameter, value, said) => {
    const found = parseDistrictFile(editedJson(base, { 'district.agreement[+]': term(parameter, value) }))
    expect(found.kind === 'refused' && found.problems.map(problems.sentence)).toEqual([said])
  })

  it('with the limits of a date that is out of range', () => {
    const found = parseDistrictFile(editedJson(base, { [`${doctor}.absences[0].to`]: '9999-12-31' }))
    const said = found.kind === 'refused' ? found.problems.map((one) => problems.line('fil.json', one)) : []
    expect(said[0]).toContain('1997-01-01–2099-12-31')
  })

  it('for every code that there is', () => {
    const known = new Set<FileProblemCode>([
      // Said by the installation that a good file does not fit into: usecases-people and district-file-travels.
      'in-closed-period',
      'taken-person',
      'taken-hpr-number',
      'cut-short',
      'not-a-district-file',
      'broken-json',
      'too-large',
      'key-twice',
      ...rows.map(([code]) => code),
    ])
    expect(FILE_PROBLEM_CODES.filter((code) => !known.has(code))).toEqual([])
  })
})

describe('a district file is read', () => {
  it.each<readonly [string, Edits]>([
    ['with a note in several lines', { [`${doctor}.surgery[0].source`]: 'oppgitt\n\tav legen' }],
    ['with what began long before the clock', { [`${doctor}.engagements[0].from`]: '1985-08-01' }],
    ['to the last day of the clock', { [`${doctor}.absences[0].to`]: '2099-12-31' }],
    [
      'with fifteen minutes of handover into the next day',
      { [`${windows}[3].endDay`]: 1, [`${windows}[3].end`]: '08:15' },
    ],
    [
      'with a duty of exactly 72 hours',
      {
        'district.lines[1].templates[0].windows': [
          {
            ...(copyOf('district.lines[1].templates[0].windows[0]') as object),
            dayKinds: ['eve'],
            start: '08:00',
            endDay: 3,
          },
        ],
        'district.lines[1].templates[0].to': '2027-10-01',
      },
    ],
    [
      'with pieces that fill the duty',
      { [`${windows}[0].pieces`]: [piece(0, '20:00', 0, '23:00'), piece(0, '16:00', 0, '20:00')] },
    ],
    [
      'with a paid span longer than the duty',
      { [`${windows}[0].paid`]: { startDay: 0, start: '08:00', endDay: 1, end: '08:00' } },
    ],
    [
      'with a date on which nothing is needed',
      { [`${version}.overrides`]: [{ date: '2027-06-24', windows: [] }] },
    ],
    ['with two backups at once of one overlap class', rota({ timeline: { needs: [], holdings: [] } })],
    [
      'with a second doctor who learns beside the holder',
      rota({ 'timeline.holdings[+]': { ...holding, personId: 'ida-fristad', shadowing: true } }),
    ],
    ['without a timeline', { timeline: undefined }],
    [
      'with a holiday of the agreement that ends on the day it begins',
      {
        'district.agreement[+]': term('agreementHolidays', [
          { from: '2027-12-24', start: '12:00', to: '2027-12-24', end: '18:00' },
        ]),
      },
    ],
    [
      'with one value after another, and a reference line beside them',
      {
        'district.agreement': [
          { ...term('nightsInARow', 3), to: '2027-07-01' },
          { ...term('nightsInARow', 4), from: '2027-07-01' },
          { ...term('nightsInARow', 2), status: 'reference' },
          // Taken back before it began.
          { ...term('nightsInARow', 5), from: '2027-05-01', to: '2027-05-01' },
        ],
      },
    ],
    [
      'with a value that was taken back before it began, and holiday pay within one date',
      {
        'district.agreement': [
          { ...term('nightsInARow', 3), to: '2027-01-01' },
          term('nightsInARow', 4),
          term('agreementHolidays', [{ from: '2027-12-24', start: '15:00', to: '2027-12-24', end: '24:00' }]),
        ],
      },
    ],
    [
      'with a special holiday held in the first and the last year of the clock',
      {
        'district.holidaysHeld': [
          { ...held, year: 1996 },
          { ...held, year: 2099 },
        ],
      },
    ],
    [
      'with consents that follow each other',
      {
        [`${doctor}.averageConsents`]: [
          { from: '2027-01-01', to: '2027-07-01' },
          { from: '2027-07-01', to: null },
        ],
      },
    ],
    [
      'with an agreement that is extended past its end',
      {
        [`${doctor}.engagements[0].to`]: '2030-01-01',
        [`${doctor}.engagements[0].extendedTo`]: '2032-01-01',
      },
    ],
  ])('%s', (_, edits) => {
    expect(parseDistrictFile(editedJson(base, edits))).toMatchObject({ kind: 'parsed' })
  })
})
