import type { RotaKind, SpecialHoliday, WeeklyMean } from '../../core/rota/agreement.ts'
import { inSomeYear, type Sayings, valueParts, valueTexts } from '../agreement-parts.ts'
import { builderWeights, rateClasses } from './agreement-words.ts'
import * as format from './format.ts'
import { count, dateOnly, hours, list, number, shortDayAndMonth } from './format.ts'
import { forms } from './words.ts'

export const rotaKinds: Readonly<Record<RotaKind, string>> = {
  home: 'lines of home duty',
  'on-site': 'lines of on-site duty',
  'full-day': 'lines of 24-hour duties',
}

export const holidayNames: Readonly<Record<SpecialHoliday, string>> = {
  christmas: 'Christmas',
  'new-year': 'New Year',
  easter: 'Easter',
  'constitution-day': '17 May',
}

/** What can be chosen, as it stands in a list of choices. */
export const choices = {
  ...holidayNames,
  ...forms,
  none: 'nobody needs to approve',
  coordinator: 'the duty coordinator approves',
  'own-rota': 'own doctors',
  locum: 'locum',
  population: 'population',
  'list-patients': 'patients on lists',
  agreed: 'agreed shares',
  '1': 'class 1',
  '2': 'class 2',
  '3': 'class 3',
  '4': 'class 4',
} as const

const {
  weight: weightText,
  listed,
  exact,
  perForm,
  perRate,
  perRotaKind,
  formsWhere,
  unusualWeights,
} = valueParts(format, {
  nothing: 'none',
  forms,
  rotaKinds,
  builderWeights,
})

/** Seldom more than a few digits: 1/7 is said as it is thought. */
export const weight = weightText

const SAYINGS: Sayings = {
  weeklyTotalMinutes: hours,
  rollingTotalMinutes: hours,
  weeklyDutyMinutes: hours,
  averageUnderAct: (means) => listed(means.map(mean)),
  longUnderAct: ({ weekMinutes, dayMinutes }) =>
    `${hours(weekMinutes)} in a week and ${hours(dayMinutes)} in 24 hours`,
  averageDuty: mean,
  otherTasksMinutes: hours,
  restAfterOnSiteNightMinutes: hours,
  restAfterMinutes: (minutes) => perForm(minutes, hours),
  restBeforeNightMinutes: hours,
  secondRestMinutes: (minutes) => perForm(minutes, hours),
  weeklyRest: ({ minutes, forms: named }) =>
    named.length === 0
      ? hours(minutes)
      : `${hours(minutes)} not broken by ${list(named.map((form) => forms[form]))}`,
  longestPeriodMinutes: hours,
  officeDayAfterNight: (warns) => {
    const named = formsWhere(warns)
    return named === '' ? 'gives no warning' : `gives a warning after ${named}`
  },
  nightsInARow: (nights) => count(nights, 'night', 'nights'),
  weekendFrequency: ({ oneOf, weeks, freeAmong }) =>
    `duty at most ${everyWeekend(oneOf)} on average over ${count(weeks, 'week', 'weeks')}, and off at least ${everyWeekend(freeAmong)}`,
  sundaysInARow: (sundays) => count(sundays, 'Sunday', 'Sundays'),
  leastDoctors: perRotaKind,
  agreementEnd: ({ age, latestAge }) => `age ${number(age)}, and age ${number(latestAge)} with an extension`,
  exemptionAge: years,
  parentExemption: ({ monthsBefore, childMonths }) =>
    `the last ${count(monthsBefore, 'month', 'months')} before birth, and until the child is ${count(childMonths, 'month', 'months')}`,
  courseValidYears: years,
  competenceException: ({ daysPerMonth, warnAtPercent }) =>
    `${exact(daysPerMonth)} days make a month, told at ${exact(warnAtPercent)}%`,
  backupReach: ({ onSiteWithinMinutes }) =>
    onSiteWithinMinutes === null ? 'answers by telephone' : `attends within ${hours(onSiteWithinMinutes)}`,
  officeHours: ({ start, end }) => `${start}–${end}`,
  night: ({ start, end, leastMinutes }) => `${start}–${end}, at least ${hours(leastMinutes)} of it`,
  weekend: ({ fridayStart, mondayEnd, leastMinutes }) =>
    `Friday ${fridayStart} to Monday ${mondayEnd}, at least ${hours(leastMinutes)} of duty`,
  hourWeights: (weights) => perForm(weights, weight),
  activeHourWeight: weight,
  cutPoints: (times) => listed(times),
  dutyClasses: (classes, line) =>
    listed(Object.entries(classes).map(([id, own]) => `${line(id)}: class ${own}`)),
  agreementHolidays: (spans) =>
    listed(spans.map(({ from, start, to, end }) => `${dateOnly(from)}, ${start} – ${dateOnly(to)}, ${end}`)),
  shareTolerancePercent: (percent) => `${exact(percent)}%`,
  specialHolidays: (holidays) => listed(holidays.map((holiday) => holidayNames[holiday])),
  holidayMemoryYears: years,
  fairness: ({ hours: clock, nights, weekends, holidays }) =>
    clock === nights && nights === weekends && weekends === holidays
      ? 'all count alike'
      : `hours ${exact(clock)}, nights ${exact(nights)}, weekends ${exact(weekends)}, public holidays ${exact(holidays)}`,
  builderWeights: (weights) => {
    const told = unusualWeights(weights)
    return told.length === 0 ? 'all as usual' : `${told.join('; ')}; otherwise as usual`
  },
  publishDaysBefore: (days) => `${count(days, 'day', 'days')} before`,
  planPeriods: (periods) =>
    listed(
      periods.map(({ name, from, publishBy }) =>
        publishBy === null
          ? `${name} from ${dayOfYear(from)}`
          : `${name} from ${dayOfYear(from)} (published by ${dayOfYear(publishBy)})`,
      ),
    ),
  swaps: ({ approval, latestHoursBefore }) =>
    latestHoursBefore === null
      ? choices[approval]
      : `${choices[approval]}, at the latest ${count(latestHoursBefore, 'hour', 'hours')} before`,
  openDutyOrder: (order) => listed(order.map((who) => choices[who])),
  leastGroup: (persons) => count(persons, 'doctor', 'doctors'),
  logYears: years,
  municipalityKey: ({ kind, shares }, nameOf) =>
    kind === 'population'
      ? choices.population
      : `${choices[kind]}: ${list(Object.entries(shares).map(([municipality, own]) => `${nameOf(municipality)} ${exact(own)}`))}`,
  dutyRates: (rates) => `${perRate(rates, rateClasses)} (kroner an hour)`,
  grantCriteria: ({ populationBelow, centrality }) =>
    `under ${number(populationBelow)} inhabitants, centrality ${list(centrality.map((own) => number(own)))}`,
}

export const { value, preset } = valueTexts(format, SAYINGS)

function mean({ minutes, weeks }: WeeklyMean): string {
  return `${hours(minutes)} a week over ${count(weeks, 'week', 'weeks')}`
}

function years(given: number): string {
  return count(given, 'year', 'years')
}

const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const

/** 'every weekend', 'every second weekend', 'one in 2.5 weekends'. */
function everyWeekend(given: number): string {
  if (given === 1) return 'every weekend'
  const ordinal = ORDINALS[given]
  return ordinal ? `every ${ordinal} weekend` : `one in ${exact(given)} weekends`
}

/** '10 Mar' of 'MM-DD'. */
function dayOfYear(day: string): string {
  return shortDayAndMonth(inSomeYear(day))
}
