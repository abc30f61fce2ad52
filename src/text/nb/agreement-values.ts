import type { RotaKind, SpecialHoliday, WeeklyMean } from '../../core/rota/agreement.ts'
import { inSomeYear, type Sayings, valueParts, valueTexts } from '../agreement-parts.ts'
import { builderWeights, rateClasses } from './agreement-words.ts'
import * as format from './format.ts'
import { count, dateOnly, hours, list, number, shortDayAndMonth } from './format.ts'
import { forms } from './words.ts'

export const rotaKinds: Readonly<Record<RotaKind, string>> = {
  home: 'linjer med hjemmevakt',
  'on-site': 'linjer med tilstedevakt',
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
  none: 'ingen trenger å godkjenne',
  coordinator: 'vaktkoordinatoren godkjenner',
  'own-rota': 'egne leger',
  locum: 'vikar',
  population: 'folketall',
  'list-patients': 'pasienter på listene',
  agreed: 'avtalte andeler',
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
    `${hours(weekMinutes)} i uka og ${hours(dayMinutes)} i døgnet`,
  averageDuty: mean,
  otherTasksMinutes: hours,
  restAfterOnSiteNightMinutes: hours,
  restAfterMinutes: (minutes) => perForm(minutes, hours),
  restBeforeNightMinutes: hours,
  secondRestMinutes: (minutes) => perForm(minutes, hours),
  weeklyRest: ({ minutes, forms: named }) =>
    named.length === 0
      ? hours(minutes)
      : `${hours(minutes)} som ikke brytes av ${list(named.map((form) => forms[form]))}`,
  longestPeriodMinutes: hours,
  officeDayAfterNight: (warns) => {
    const named = formsWhere(warns)
    return named === '' ? 'gir ingen advarsel' : `gir advarsel etter ${named}`
  },
  nightsInARow: (nights) => count(nights, 'natt', 'netter'),
  weekendFrequency: ({ oneOf, weeks, freeAmong }) =>
    `vakt høyst ${everyWeekend(oneOf)} i snitt over ${count(weeks, 'uke', 'uker')}, og fri minst ${everyWeekend(freeAmong)}`,
  sundaysInARow: (sundays) => count(sundays, 'søndag', 'søndager'),
  leastDoctors: perRotaKind,
  agreementEnd: ({ age, latestAge }) => `${number(age)} år, og ${number(latestAge)} år med forlengelse`,
  exemptionAge: years,
  parentExemption: ({ monthsBefore, childMonths }) =>
    `siste ${count(monthsBefore, 'måned', 'måneder')} før fødsel, og til barnet er ${count(childMonths, 'måned', 'måneder')}`,
  courseValidYears: years,
  competenceException: ({ daysPerMonth, warnAtPercent }) =>
    `${exact(daysPerMonth)} dager er en måned, varsel ved ${exact(warnAtPercent)} %`,
  backupReach: ({ onSiteWithinMinutes }) =>
    onSiteWithinMinutes === null ? 'svarer på telefon' : `møter innen ${hours(onSiteWithinMinutes)}`,
  officeHours: ({ start, end }) => `kl. ${start}–${end}`,
  night: ({ start, end, leastMinutes }) => `kl. ${start}–${end}, minst ${hours(leastMinutes)} av den`,
  weekend: ({ fridayStart, mondayEnd, leastMinutes }) =>
    `fredag kl. ${fridayStart} til mandag kl. ${mondayEnd}, minst ${hours(leastMinutes)} vakt`,
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
      ? 'alt teller likt'
      : `timer ${exact(clock)}, netter ${exact(nights)}, helger ${exact(weekends)}, helligdager ${exact(holidays)}`,
  builderWeights: (weights) => {
    const told = unusualWeights(weights)
    return told.length === 0 ? 'alt som vanlig' : `${told.join('; ')}; ellers som vanlig`
  },
  publishDaysBefore: (days) => `${count(days, 'dag', 'dager')} før`,
  planPeriods: (periods) =>
    listed(
      periods.map(({ name, from, publishBy }) =>
        publishBy === null
          ? `${name} fra ${dayOfYear(from)}`
          : `${name} fra ${dayOfYear(from)} (publiseres innen ${dayOfYear(publishBy)})`,
      ),
    ),
  swaps: ({ approval, latestHoursBefore }) =>
    latestHoursBefore === null
      ? choices[approval]
      : `${choices[approval]}, senest ${count(latestHoursBefore, 'time', 'timer')} før`,
  openDutyOrder: (order) => listed(order.map((who) => choices[who])),
  leastGroup: (persons) => count(persons, 'lege', 'leger'),
  logYears: years,
  municipalityKey: ({ kind, shares }, nameOf) =>
    kind === 'population'
      ? choices.population
      : `${choices[kind]}: ${list(Object.entries(shares).map(([municipality, own]) => `${nameOf(municipality)} ${exact(own)}`))}`,
  dutyRates: (rates) => `${perRate(rates, rateClasses)} (kr per time)`,
  grantCriteria: ({ populationBelow, centrality }) =>
    `under ${number(populationBelow)} innbyggere, sentralitet ${list(centrality.map((own) => number(own)))}`,
}

export const { value, preset } = valueTexts(format, SAYINGS)

function mean({ minutes, weeks }: WeeklyMean): string {
  return `${hours(minutes)} i uka over ${count(weeks, 'uke', 'uker')}`
}

function years(given: number): string {
  return `${number(given)} år`
}

const ORDINALS = ['', '', 'andre', 'tredje', 'fjerde', 'femte', 'sjette', 'sjuende', 'åttende'] as const

/** 'hver helg', 'hver andre helg', 'hver 2,5. helg'. */
function everyWeekend(given: number): string {
  return given === 1 ? 'hver helg' : `hver ${ORDINALS[given] ?? `${exact(given)}.`} helg`
}

/** '10. mars' of 'MM-DD'. */
function dayOfYear(day: string): string {
  return shortDayAndMonth(inSomeYear(day))
}
