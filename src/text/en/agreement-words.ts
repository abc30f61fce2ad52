import type { BuilderWeightName, ParameterName, RateClass } from '../../core/rota/agreement.ts'
import type { ParameterGroup } from '../../core/rota/parameter.ts'
import type { Labels } from '../agreement-labels.ts'
import { ruleNames } from './rule-words.ts'
import { forms } from './words.ts'

export const groups: Readonly<Record<ParameterGroup, string>> = {
  hours: 'Hours in a week',
  rest: 'Rest',
  'nights-and-weekends': 'Nights and weekends',
  people: 'Doctors and competence',
  counting: 'How we count',
  sharing: 'Sharing',
  publishing: 'Publishing, swaps and open duties',
  reporting: 'Reports and log',
}

export const names: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: ruleNames['weekly-total'],
  rollingTotalMinutes: ruleNames['rolling-total'],
  weeklyDutyMinutes: ruleNames['weekly-duty'],
  averageUnderAct: ruleNames['average-hours'],
  longUnderAct: ruleNames['long-hours'],
  averageDuty: 'Duty hours on average',
  otherTasksMinutes: 'Other tasks in a week',
  restAfterOnSiteNightMinutes: 'Rest after an on-site night',
  restAfterMinutes: 'Rest after other duties',
  restBeforeNightMinutes: 'Rest before a night duty',
  secondRestMinutes: 'Mark for time off in 24 hours',
  weeklyRest: 'Mark for time off in a week',
  longestPeriodMinutes: ruleNames['longest-period'],
  officeDayAfterNight: ruleNames['office-day-after-night'],
  nightsInARow: ruleNames['nights-in-a-row'],
  weekendFrequency: 'How often at weekends',
  sundaysInARow: 'Sundays in a row',
  leastDoctors: ruleNames['least-doctors'],
  agreementEnd: 'When the GP agreement ends',
  exemptionAge: 'Age for exemption',
  parentExemption: 'Exemption for pregnancy and breastfeeding',
  courseValidYears: 'How long courses are valid',
  competenceException: ruleNames['competence-exception'],
  backupReach: 'How the backup is reached',
  officeHours: 'Surgery hours',
  night: 'Night',
  weekend: 'Weekend',
  hourWeights: 'Weight of an hour of duty',
  activeHourWeight: 'Weight of an active hour',
  cutPoints: 'Times at which hours are divided',
  dutyClasses: 'Duty class',
  agreementHolidays: 'Weekends and holidays in the special agreement',
  shareTolerancePercent: 'Deviation from fair share',
  specialHolidays: ruleNames['special-holidays'],
  holidayMemoryYears: 'How long holidays are remembered',
  fairness: 'What the build shares evenly',
  builderWeights: 'What else the build considers',
  publishDaysBefore: 'Deadline for publishing',
  planPeriods: 'The year’s plans',
  swaps: 'Swaps',
  openDutyOrder: 'Who gets open duties first',
  leastGroup: 'Smallest group in reports',
  logYears: 'How long the log is kept',
  municipalityKey: 'Key between the municipalities',
  dutyRates: 'Hourly rates for duty',
  grantCriteria: 'Conditions for grants',
}

/** What a value does, in one line. */
export const effects: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: 'Surgery, other tasks and duty together, Monday to Sunday. More gives a warning.',
  rollingTotalMinutes:
    'The same in any seven days in a row, not only the calendar week. More gives a warning.',
  weeklyDutyMinutes: 'Duty only, Monday to Sunday. More gives a warning.',
  averageUnderAct:
    'Hours on average that are working time under the Act. Surgery hours of self-employed GPs are not included. More gives a warning.',
  longUnderAct: 'Longest week and day under the Act. More is shown, but gives no warning.',
  averageDuty: 'Duty only, on average over several weeks. More is shown, but gives no warning.',
  otherTasksMinutes:
    'Nursing home, child health clinic and the like for a full-time GP. More is shown, but gives no warning.',
  restAfterOnSiteNightMinutes: 'Time off after an on-site night duty. Less stops publishing.',
  restAfterMinutes: 'Time off after duty, for each form. Less gives a warning.',
  restBeforeNightMinutes: 'Time off before a night duty. Less gives a warning.',
  secondRestMinutes: 'Time off after duty, for each form. Less is shown, but gives no warning.',
  weeklyRest: 'Longest time off in a week without a break. Less is shown, but gives no warning.',
  longestPeriodMinutes: 'Duty without a pause. Longer gives a warning.',
  officeDayAfterNight: 'Whether surgery hours the day after a night are to give a warning.',
  nightsInARow: 'More night duties in a row give a warning.',
  weekendFrequency: 'Duty at weekends more often, or a weekend off too seldom, gives a warning.',
  sundaysInARow: 'More Sundays and public holidays with duty in a row give a warning.',
  leastDoctors: 'Fewest doctors who share a line. Fewer stops publishing.',
  agreementEnd:
    'Age when the agreement ends, and when it ends at the latest with an extension. Duty after that stops publishing.',
  exemptionAge: 'From this birthday a GP can claim exemption from out-of-hours duty.',
  parentExemption: 'How long before and after birth a GP can claim exemption.',
  courseValidYears: 'The regulation has no limit. Without a value, a course is valid for ever.',
  competenceException:
    'How many days of work make a month, and when we tell that the exception is nearly used up.',
  backupReach: 'Whether the backup answers by telephone, or must be able to attend.',
  officeHours: 'Other time is out-of-hours.',
  night: 'When the night is, and how much of it a duty must cover to count as a night duty.',
  weekend: 'When the weekend is, and how much duty makes it a weekend with duty.',
  hourWeights: 'What an hour counts in weighted hours. Clock hours always stand beside them.',
  activeHourWeight: 'What an hour counts in weighted hours when the doctor has said that it went to work.',
  cutPoints: 'Hours are counted separately on each side of these times.',
  dutyClasses: 'Class 1–4 for each line, by how busy it is. Used as a basis for pay.',
  agreementHolidays:
    'When the addition for weekends and holidays holds. The times are not public, so the district enters them.',
  shareTolerancePercent: 'Whoever has so much more or less than their share gets a warning.',
  specialHolidays: 'Holidays for which we remember who was on duty, so that they go in turn.',
  holidayMemoryYears:
    'Whoever was on duty in a holiday should have it off for so many years. A new duty gives a warning.',
  fairness: 'How much hours, nights, weekends and public holidays count when the rota is built.',
  builderWeights:
    'How much each thing counts when the rota is built. 1 is as usual, 2 counts double. Demands that stop publishing, and open duties, always come first.',
  publishDaysBefore:
    'So many days before the first day of the plan. Later gives a warning. Changes of single duties have no deadline.',
  planPeriods: 'The plans through the year, and when each of them is to be published.',
  swaps: 'Whether swaps must be approved, and how late they can be made.',
  openDutyOrder: 'The order in which open duties are offered.',
  leastGroup:
    'Figures based on fewer doctors are not shown. The district can only choose a stricter number than five.',
  logYears: 'The municipality’s archive plan decides this.',
  municipalityKey:
    'What the municipalities are held against when duty and cost are shared: inhabitants, patients on lists or agreed shares.',
  dutyRates:
    'Kroner an hour of duty, entered by the district itself. The report counts costs and settlement from them.',
  grantCriteria: 'Population and centrality that decide which municipalities can apply.',
}

/** Which rate an hour has. */
export const rateClasses: Readonly<Record<RateClass, string>> = {
  ordinary: 'Ordinary time',
  weekend: 'Weekend',
  publicHoliday: 'Public holiday',
}

/** What a builder trades against each other, beside even sharing. */
export const builderWeights: Readonly<Record<BuilderWeightName, string>> = {
  overLimits: 'Hours over a limit, and short rest',
  officeDays: 'Surgery day right after a night',
  leastDuties: 'Agreed least number of duties',
  specialHolidays: 'Christmas, New Year, Easter and 17 May in turn',
  wishes: 'Wishes',
  together: 'Whole weekends and duty weeks with one doctor',
  spacing: 'Good time between duties',
  wholeWeekends: 'Few weekends with duty',
  idleBackups: 'No backup without need',
  fewChanges: 'Few changes from the former draft',
}

const FORMS = {
  home: 'After home duty',
  'on-site': 'After on-site duty',
  backup: 'After backup duty',
}
const HOURS = 'Hours a week'
const WEEKS = 'On average over so many weeks'
const NONE = {}

export const parts: Labels = {
  weeklyTotalMinutes: NONE,
  rollingTotalMinutes: NONE,
  weeklyDutyMinutes: NONE,
  averageUnderAct: { minutes: HOURS, weeks: WEEKS },
  longUnderAct: { weekMinutes: 'Longest week', dayMinutes: 'Longest day' },
  averageDuty: { minutes: HOURS, weeks: WEEKS },
  otherTasksMinutes: NONE,
  restAfterOnSiteNightMinutes: NONE,
  restAfterMinutes: FORMS,
  restBeforeNightMinutes: NONE,
  secondRestMinutes: FORMS,
  weeklyRest: { minutes: 'Time off in a week', forms: 'Forms of duty that break it' },
  longestPeriodMinutes: NONE,
  officeDayAfterNight: FORMS,
  nightsInARow: NONE,
  weekendFrequency: {
    oneOf: 'Duty at most one of so many weekends',
    weeks: WEEKS,
    freeAmong: 'Off at least one of so many weekends',
  },
  sundaysInARow: NONE,
  leastDoctors: {
    home: 'Lines of home duty',
    'on-site': 'Lines of on-site duty',
    'full-day': 'Lines of 24-hour duties',
  },
  agreementEnd: { age: 'Age when the agreement ends', latestAge: 'Highest age with an extension' },
  exemptionAge: NONE,
  parentExemption: { monthsBefore: 'Months before birth', childMonths: 'The child’s age in months' },
  courseValidYears: NONE,
  competenceException: {
    daysPerMonth: 'Days of work that make a month',
    warnAtPercent: 'Tell when so many per cent are used',
  },
  backupReach: { onSiteWithinMinutes: 'Must be able to attend within' },
  officeHours: { start: 'From', end: 'To' },
  night: { start: 'From', end: 'To', leastMinutes: 'So much makes it a night duty' },
  weekend: {
    fridayStart: 'From Friday at',
    mondayEnd: 'To Monday at',
    leastMinutes: 'So much makes it a weekend with duty',
  },
  hourWeights: { home: 'Home duty', 'on-site': 'On-site duty', backup: 'Backup duty' },
  activeHourWeight: NONE,
  cutPoints: NONE,
  dutyClasses: NONE,
  agreementHolidays: {
    from: 'From date',
    start: 'From time',
    to: 'To date',
    end: 'To time',
  },
  shareTolerancePercent: NONE,
  specialHolidays: NONE,
  holidayMemoryYears: NONE,
  fairness: { hours: 'Hours', nights: 'Nights', weekends: 'Weekends', holidays: 'Public holidays' },
  builderWeights,
  publishDaysBefore: NONE,
  planPeriods: { name: 'Name', from: 'First day', publishBy: 'Published by' },
  swaps: { approval: 'Approval', latestHoursBefore: 'Hours before the duty at the latest' },
  openDutyOrder: NONE,
  leastGroup: NONE,
  logYears: NONE,
  municipalityKey: { kind: 'What the key follows', shares: 'The municipalities’ numbers' },
  dutyRates: { ...forms, ...rateClasses },
  grantCriteria: { populationBelow: 'Fewer inhabitants than', centrality: 'Centrality, from 1 to 6' },
}

export { sources } from './sources.ts'
