import type { AgreementParameters, ParameterName } from './agreement.ts'
import type { Parameter } from './parameter.ts'
import {
  agreementEndFaults,
  holidayFaults,
  keyFaults,
  LONGEST_NIGHT_HOURS,
  nightFaults,
  officeHoursFaults,
  planPeriodFaults,
  rateFaults,
  weekendFaults,
} from './parameter-between.ts'
import {
  choice,
  fields,
  forms,
  HOUR,
  list,
  nullable,
  number,
  type Shape,
  someFields,
  text,
  upToHours,
  wholeNumber,
} from './parameter-shape.ts'
import { SHARING_PARAMETERS } from './sharing-parameters.ts'

const WEEK_HOURS = 168

const [time, date, dayOfYear] = [text('time'), text('date'), text('day-of-year')]
const weeks = wholeNumber('weeks', 1, 104)
const restOnSite = (hours: number) => ({ minutes: hours * HOUR, forms: ['on-site'] as const })
const weekMean = { minutes: upToHours(WEEK_HOURS), weeks }
const years = wholeNumber('years', 1, 100)
// Nobody's agreement ends before 60, nor is any extended past 80 (GP regulation §12).
const age = wholeNumber('years', 60, 80)
const weight = number('weight', 0, 1000)
// An hour of any duty costs far less; a monthly wage entered by mistake does not pass.
const rate = number('kroner', 0, 20_000)
const truth = { kind: 'truth' } as const
const form = choice('home', 'on-site', 'backup')

/** Every parameter of an agreement: what it may be, where it belongs, and what its start rests on. */
export const PARAMETERS: { readonly [K in ParameterName]: Parameter<AgreementParameters[K]> } = {
  weeklyTotalMinutes: {
    rows: ['P14'],
    group: 'hours',
    use: 'limit',
    source: 'load-survey',
    shape: upToHours(WEEK_HOURS),
    presets: [{ value: 60 * HOUR, source: 'load-survey' }],
  },
  rollingTotalMinutes: {
    rows: ['P14'],
    group: 'hours',
    use: 'limit',
    source: 'district-decision',
    shape: upToHours(WEEK_HOURS),
  },
  weeklyDutyMinutes: {
    rows: ['P15'],
    group: 'hours',
    use: 'limit',
    source: 'district-decision',
    shape: upToHours(WEEK_HOURS),
  },
  averageUnderAct: {
    rows: ['P16'],
    group: 'hours',
    use: 'limit',
    source: 'working-environment-10-6',
    shape: list(fields(weekMean), 4),
    presets: [
      { value: [{ minutes: 48 * HOUR, weeks: 8 }], source: 'working-environment-10-6' },
      { value: [{ minutes: 48 * HOUR, weeks: 52 }], source: 'working-environment-10-6' },
      {
        value: [
          { minutes: 48 * HOUR, weeks: 8 },
          { minutes: 48 * HOUR, weeks: 52 },
        ],
        source: 'working-environment-10-6',
      },
    ],
  },
  longUnderAct: {
    rows: ['P17'],
    group: 'hours',
    use: 'limit',
    source: 'working-environment-10-6',
    shape: fields({ weekMinutes: upToHours(WEEK_HOURS), dayMinutes: upToHours(24) }),
    presets: [
      { value: { weekMinutes: 69 * HOUR, dayMinutes: 13 * HOUR }, source: 'working-environment-10-6' },
      { value: { weekMinutes: 69 * HOUR, dayMinutes: 16 * HOUR }, source: 'working-environment-10-6' },
    ],
  },
  averageDuty: {
    rows: ['P18'],
    group: 'hours',
    use: 'limit',
    source: 'gp-association',
    shape: fields(weekMean),
    // The claim of 2020 names no number of weeks.
    presets: [{ value: { minutes: 7 * HOUR }, source: 'gp-association' }],
  },
  otherTasksMinutes: {
    rows: ['P41'],
    group: 'hours',
    use: 'limit',
    source: 'gp-regulation-32',
    shape: upToHours(40, 0),
  },
  restAfterOnSiteNightMinutes: {
    rows: ['P21'],
    group: 'rest',
    use: 'limit',
    source: 'sfs-2305-7-4',
    shape: upToHours(72, 0),
  },
  restAfterMinutes: {
    rows: ['P21'],
    group: 'rest',
    use: 'limit',
    source: 'sfs-2305-7-4',
    shape: someFields(forms(upToHours(72, 0))),
  },
  restBeforeNightMinutes: {
    rows: ['P21'],
    group: 'rest',
    use: 'limit',
    source: 'district-decision',
    shape: upToHours(72, 0),
  },
  secondRestMinutes: {
    rows: ['P21'],
    group: 'rest',
    use: 'limit',
    source: 'working-environment-10-8',
    shape: someFields(forms(upToHours(72, 0))),
  },
  weeklyRest: {
    rows: ['P23'],
    group: 'rest',
    use: 'limit',
    source: 'working-environment-10-8',
    shape: fields({ minutes: upToHours(WEEK_HOURS), forms: list(form, 3) }),
    presets: [
      { value: restOnSite(35), source: 'working-environment-10-8' },
      { value: restOnSite(28), source: 'working-environment-10-8' },
    ],
  },
  longestPeriodMinutes: {
    rows: ['P25'],
    group: 'rest',
    use: 'limit',
    source: 'district-decision',
    shape: upToHours(31 * 24),
  },
  officeDayAfterNight: {
    rows: ['P22'],
    group: 'rest',
    use: 'limit',
    source: 'sfs-2305-7-4',
    shape: fields(forms(truth)),
  },
  nightsInARow: {
    rows: ['P25'],
    group: 'nights-and-weekends',
    use: 'limit',
    source: 'district-decision',
    shape: wholeNumber('count', 1, 31),
  },
  weekendFrequency: {
    rows: ['P24'],
    group: 'nights-and-weekends',
    use: 'limit',
    source: 'working-environment-10-8',
    shape: fields({ oneOf: number('count', 1, 52), weeks, freeAmong: wholeNumber('weeks', 2, 104) }),
  },
  sundaysInARow: {
    rows: ['P24'],
    group: 'nights-and-weekends',
    use: 'limit',
    source: 'working-environment-10-8',
    shape: wholeNumber('count', 1, 52),
    presets: [{ value: 1, source: 'working-environment-10-8' }],
  },
  leastDoctors: {
    rows: ['P26'],
    group: 'people',
    use: 'limit',
    source: 'sfs-2305-2024',
    shape: someFields({
      home: wholeNumber('count', 1, 1000),
      'on-site': wholeNumber('count', 1, 1000),
      'full-day': wholeNumber('count', 1, 1000),
    }),
  },
  agreementEnd: {
    rows: ['P13'],
    group: 'people',
    use: 'limit',
    source: 'gp-regulation-12',
    shape: fields({ age, latestAge: age }),
    between: agreementEndFaults,
  },
  exemptionAge: {
    rows: ['P8'],
    group: 'people',
    use: 'arranges',
    source: 'gp-regulation-33',
    // The law gives the right at 60: a district may let it begin earlier, and never later.
    shape: wholeNumber('years', 40, 60),
  },
  parentExemption: {
    rows: ['P9'],
    group: 'people',
    use: 'arranges',
    source: 'gp-regulation-33',
    // At least what the law gives.
    shape: fields({ monthsBefore: wholeNumber('months', 3, 9), childMonths: wholeNumber('months', 12, 60) }),
  },
  courseValidYears: {
    rows: ['P4'],
    group: 'people',
    use: 'refines',
    source: 'competence-regulation-3',
    shape: years,
  },
  competenceException: {
    rows: ['P5'],
    group: 'people',
    use: 'limit',
    source: 'competence-regulation-4',
    shape: fields({ daysPerMonth: number('days', 1, 31), warnAtPercent: number('percent', 0, 100) }),
  },
  backupReach: {
    rows: ['P6'],
    group: 'people',
    use: 'recorded',
    source: 'competence-regulation-3',
    shape: fields({ onSiteWithinMinutes: nullable(wholeNumber('minutes', 1, 24 * HOUR)) }),
  },
  officeHours: {
    rows: ['P22', 'P40'],
    group: 'counting',
    use: 'counts',
    source: 'sfs-2305-2021',
    shape: fields({ start: time, end: time }),
    between: officeHoursFaults,
  },
  night: {
    rows: ['P22', 'P40'],
    group: 'counting',
    use: 'counts',
    source: 'sfs-2305-2021',
    shape: fields({ start: time, end: time, leastMinutes: upToHours(LONGEST_NIGHT_HOURS) }),
    between: nightFaults,
  },
  weekend: {
    rows: ['P24', 'P40'],
    group: 'counting',
    use: 'counts',
    source: 'usual-practice',
    shape: fields({ fridayStart: time, mondayEnd: time, leastMinutes: upToHours(96) }),
    between: weekendFaults,
  },
  hourWeights: {
    rows: ['P19'],
    group: 'counting',
    use: 'counts',
    source: 'working-environment-10-4',
    shape: fields(forms(weight)),
  },
  activeHourWeight: {
    rows: ['P19'],
    group: 'counting',
    use: 'counts',
    source: 'working-environment-10-4',
    shape: weight,
  },
  cutPoints: {
    rows: ['P40'],
    group: 'counting',
    use: 'counts',
    source: 'sfs-2305-2021',
    shape: list(time, 24),
  },
  dutyClasses: {
    rows: ['P38'],
    group: 'counting',
    use: 'counts',
    source: 'sfs-2305-2021',
    shape: { kind: 'by-line', of: choice(1, 2, 3, 4) },
  },
  agreementHolidays: {
    rows: ['P38'],
    group: 'counting',
    use: 'counts',
    source: 'district-decision',
    shape: list(fields({ from: date, start: time, to: date, end: time }), 400),
    between: holidayFaults,
  },
  ...SHARING_PARAMETERS,
  publishDaysBefore: {
    rows: ['P29'],
    group: 'publishing',
    use: 'limit',
    source: 'working-environment-10-3',
    shape: wholeNumber('days', 1, 366),
    presets: [{ value: 14, source: 'working-environment-10-3' }],
  },
  planPeriods: {
    rows: ['P29'],
    group: 'publishing',
    use: 'limit',
    source: 'district-decision',
    shape: list(fields({ name: text('name'), from: dayOfYear, publishBy: nullable(dayOfYear) }), 24),
    between: planPeriodFaults,
  },
  swaps: {
    rows: ['P31'],
    group: 'publishing',
    use: 'recorded',
    source: 'usual-practice',
    shape: fields({
      approval: choice('none', 'coordinator'),
      latestHoursBefore: nullable(wholeNumber('hours', 0, 365 * 24)),
    }),
  },
  openDutyOrder: {
    rows: ['P32'],
    group: 'publishing',
    use: 'recorded',
    source: 'usual-practice',
    shape: list(choice('own-rota', 'locum'), 2, 'told'),
  },
  leastGroup: {
    rows: ['P42'],
    group: 'reporting',
    use: 'arranges',
    source: 'usual-practice',
    // Reports hide what rests on fewer than five; a district may only be stricter.
    shape: wholeNumber('count', 5, 100),
  },
  logYears: {
    rows: ['P45'],
    group: 'reporting',
    use: 'recorded',
    source: 'archive-plan',
    shape: years,
  },
  municipalityKey: {
    rows: ['P42'],
    group: 'reporting',
    use: 'counts',
    source: 'district-decision',
    shape: fields({
      kind: choice('population', 'list-patients', 'agreed'),
      shares: { kind: 'by-municipality', of: number('count', 0, 10_000_000) },
    }),
    between: keyFaults,
  },
  dutyRates: {
    rows: ['P38'],
    group: 'reporting',
    use: 'counts',
    source: 'district-decision',
    shape: someFields(forms(someFields({ ordinary: rate, weekend: rate, publicHoliday: rate }))),
    between: rateFaults,
  },
  grantCriteria: {
    rows: ['P46'],
    group: 'reporting',
    use: 'counts',
    source: 'grants-2024',
    shape: fields({
      populationBelow: wholeNumber('count', 1, 1_000_000),
      centrality: list(wholeNumber('count', 1, 6), 6),
    }),
  },
}

/** In the order of the registry: by group, and within a group as a person reads them. */
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[]

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(PARAMETERS, name)
}

/** The shape of a parameter's value, for those who do not know its name beforehand. */
export function shapeOf(name: ParameterName): Shape {
  // Every ShapeOf<T> is a Shape; the mapped type of the registry hides it.
  return PARAMETERS[name].shape as Shape
}
