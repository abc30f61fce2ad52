import type { RotaKind, SpecialHoliday, WeeklyMean } from '../../core/rota/agreement.ts'
import { inSomeYear, type Sayings, valueParts, valueTexts } from '../agreement-parts.ts'
import { builderWeights, rateClasses } from './agreement-words.ts'
import * as format from './format.ts'
import { count, dateOnly, hours, list, number, shortDayAndMonth } from './format.ts'
import { forms } from './words.ts'

export const rotaKinds: Readonly<Record<RotaKind, string>> = {
  home: 'linjer med heimevakt',
  'on-site': 'linjer med tilstadevakt',
  'full-day': 'linjer med døgnvakter',
}

export const holidayNames: Readonly<Record<SpecialHoliday, string>> = {
  christmas: 'jul',
  'new-year': 'nyttår',
  easter: 'påske',
  'constitution-day': '17. mai',
}

/** What can be chosen, as it stands in a list of choices. */
export const choices = {
  ...holidayNames,
  ...forms,
  none: 'ingen treng å godkjenne',
  coordinator: 'vaktkoordinatoren godkjenner',
  'own-rota': 'eigne legar',
  locum: 'vikar',
  population: 'folketal',
  'list-patients': 'pasientar på listene',
  agreed: 'avtalte delar',
  '1': 'klasse 1',
  '2': 'klasse 2',
  '3': 'klasse 3',
  '4': 'klasse 4',
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
  nothing: 'ingen',
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
    `${hours(weekMinutes)} i veka og ${hours(dayMinutes)} i døgnet`,
  averageDuty: mean,
  otherTasksMinutes: hours,
  restAfterOnSiteNightMinutes: hours,
  restAfterMinutes: (minutes) => perForm(minutes, hours),
  restBeforeNightMinutes: hours,
  secondRestMinutes: (minutes) => perForm(minutes, hours),
  weeklyRest: ({ minutes, forms: named }) =>
    named.length === 0
      ? hours(minutes)
      : `${hours(minutes)} som ikkje blir brotne av ${list(named.map((form) => forms[form]))}`,
  longestPeriodMinutes: hours,
  officeDayAfterNight: (warns) => {
    const named = formsWhere(warns)
    return named === '' ? 'gir inga åtvaring' : `gir åtvaring etter ${named}`
  },
  nightsInARow: (nights) => count(nights, 'natt', 'netter'),
  weekendFrequency: ({ oneOf, weeks, freeAmong }) =>
    `vakt høgst ${everyWeekend(oneOf)} i snitt over ${count(weeks, 'veke', 'veker')}, og fri minst ${everyWeekend(freeAmong)}`,
  sundaysInARow: (sundays) => count(sundays, 'sundag', 'sundagar'),
  leastDoctors: perRotaKind,
  agreementEnd: ({ age, latestAge }) => `${number(age)} år, og ${number(latestAge)} år med forlenging`,
  exemptionAge: years,
  parentExemption: ({ monthsBefore, childMonths }) =>
    `siste ${count(monthsBefore, 'månad', 'månader')} før fødsel, og til barnet er ${count(childMonths, 'månad', 'månader')}`,
  courseValidYears: years,
  competenceException: ({ daysPerMonth, warnAtPercent }) =>
    `${exact(daysPerMonth)} dagar er ein månad, varsel ved ${exact(warnAtPercent)} %`,
  backupReach: ({ onSiteWithinMinutes }) =>
    onSiteWithinMinutes === null ? 'svarer på telefon' : `møter innan ${hours(onSiteWithinMinutes)}`,
  officeHours: ({ start, end }) => `kl. ${start}–${end}`,
  night: ({ start, end, leastMinutes }) => `kl. ${start}–${end}, minst ${hours(leastMinutes)} av henne`,
  weekend: ({ fridayStart, mondayEnd, leastMinutes }) =>
    `fredag kl. ${fridayStart} til måndag kl. ${mondayEnd}, minst ${hours(leastMinutes)} vakt`,
  hourWeights: (weights) => perForm(weights, weight),
  activeHourWeight: weight,
  cutPoints: (times) => (times.length === 0 ? listed(times) : `kl. ${list(times)}`),
  dutyClasses: (classes, line) =>
    listed(Object.entries(classes).map(([id, own]) => `${line(id)}: klasse ${own}`)),
  agreementHolidays: (spans) =>
    listed(
      spans.map(({ from, start, to, end }) => `${dateOnly(from)} kl. ${start} – ${dateOnly(to)} kl. ${end}`),
    ),
  shareTolerancePercent: (percent) => `${exact(percent)} %`,
  specialHolidays: (holidays) => listed(holidays.map((holiday) => holidayNames[holiday])),
  holidayMemoryYears: years,
  fairness: ({ hours: clock, nights, weekends, holidays }) =>
    clock === nights && nights === weekends && weekends === holidays
      ? 'alt tel likt'
      : `timar ${exact(clock)}, netter ${exact(nights)}, helger ${exact(weekends)}, heilagdagar ${exact(holidays)}`,
  builderWeights: (weights) => {
    const told = unusualWeights(weights)
    return told.length === 0 ? 'alt som vanleg' : `${told.join('; ')}; elles som vanleg`
  },
  publishDaysBefore: (days) => `${count(days, 'dag', 'dagar')} før`,
  planPeriods: (periods) =>
    listed(
      periods.map(({ name, from, publishBy }) =>
        publishBy === null
          ? `${name} frå ${dayOfYear(from)}`
          : `${name} frå ${dayOfYear(from)} (blir publisert innan ${dayOfYear(publishBy)})`,
      ),
    ),
  swaps: ({ approval, latestHoursBefore }) =>
    latestHoursBefore === null
      ? choices[approval]
      : `${choices[approval]}, seinast ${count(latestHoursBefore, 'time', 'timar')} før`,
  openDutyOrder: (order) => listed(order.map((who) => choices[who])),
  leastGroup: (persons) => count(persons, 'lege', 'legar'),
  logYears: years,
  municipalityKey: ({ kind, shares }, nameOf) =>
    kind === 'population'
      ? choices.population
      : `${choices[kind]}: ${list(Object.entries(shares).map(([municipality, own]) => `${nameOf(municipality)} ${exact(own)}`))}`,
  dutyRates: (rates) => `${perRate(rates, rateClasses)} (kr per time)`,
  grantCriteria: ({ populationBelow, centrality }) =>
    `under ${number(populationBelow)} innbyggjarar, sentralitet ${list(centrality.map((own) => number(own)))}`,
}

export const { value, preset } = valueTexts(format, SAYINGS)

function mean({ minutes, weeks }: WeeklyMean): string {
  return `${hours(minutes)} i veka over ${count(weeks, 'veke', 'veker')}`
}

function years(given: number): string {
  return `${number(given)} år`
}

const ORDINALS = ['', '', 'andre', 'tredje', 'fjerde', 'femte', 'sjette', 'sjuande', 'åttande'] as const

/** 'kvar helg', 'kvar andre helg', 'kvar 2,5. helg'. */
function everyWeekend(given: number): string {
  return given === 1 ? 'kvar helg' : `kvar ${ORDINALS[given] ?? `${exact(given)}.`} helg`
}

/** '10. mars' of 'MM-DD'. */
function dayOfYear(day: string): string {
  return shortDayAndMonth(inSomeYear(day))
}
