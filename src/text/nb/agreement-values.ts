import {
  type AgreementParameters,
  BUILDER_WEIGHTS,
  type ParameterName,
  type RotaKind,
  type SpecialHoliday,
  type WeeklyMean,
} from '../../core/rota/agreement.ts'
import { DUTY_FORMS, type DutyForm, type LineId } from '../../core/rota/line.ts'
import { builderWeights } from './agreement-words.ts'
import { count, dateOnly, decimal, hours, list, number, shortDayAndMonth } from './format.ts'
import { forms } from './words.ts'

/** How the lines of a district are called on the page. */
export type LineName = (id: LineId) => string

type Say = { readonly [K in ParameterName]: (value: AgreementParameters[K], line: LineName) => string }

const NOTHING = 'ingen'

const SAY: Say = {
  weeklyTotalMinutes: hours,
  rollingTotalMinutes: hours,
  weeklyDutyMinutes: hours,
  averageUnderAct: (means) => (means.length === 0 ? NOTHING : list(means.map(mean))),
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
    const named = DUTY_FORMS.filter((form) => warns[form]).map((form) => forms[form])
    return named.length === 0 ? 'gir ingen advarsel' : `gir advarsel etter ${list(named)}`
  },
  nightsInARow: (nights) => count(nights, 'natt', 'netter'),
  weekendFrequency: ({ oneOf, weeks, freeAmong }) =>
    `vakt høyst ${everyWeekend(oneOf)} i snitt over ${count(weeks, 'uke', 'uker')}, og fri minst ${everyWeekend(freeAmong)}`,
  sundaysInARow: (sundays) => count(sundays, 'søndag', 'søndager'),
  leastDoctors: (least) => {
    const named = ROTA_KINDS.flatMap((kind) =>
      least[kind] === undefined ? [] : [`${rotaKinds[kind]}: ${number(least[kind])}`],
    )
    return named.length === 0 ? NOTHING : list(named)
  },
  agreementEnd: ({ age, latestAge }) => `${number(age)} år, og ${number(latestAge)} år med forlengelse`,
  exemptionAge: years,
  parentExemption: ({ monthsBefore, childMonths }) =>
    `siste ${count(monthsBefore, 'måned', 'måneder')} før fødsel, og til barnet er ${count(childMonths, 'måned', 'måneder')}`,
  courseValidYears: years,
  competenceException: ({ daysPerMonth, warnAtPercent }) =>
    `${decimal(daysPerMonth, MOST_DECIMALS)} dager er en måned, varsel ved ${decimal(warnAtPercent, MOST_DECIMALS)} %`,
  backupReach: ({ onSiteWithinMinutes }) =>
    onSiteWithinMinutes === null ? 'svarer på telefon' : `møter innen ${hours(onSiteWithinMinutes)}`,
  officeHours: ({ start, end }) => `kl. ${start}–${end}`,
  night: ({ start, end, leastMinutes }) => `kl. ${start}–${end}, minst ${hours(leastMinutes)} av den`,
  weekend: ({ fridayStart, mondayEnd, leastMinutes }) =>
    `fredag kl. ${fridayStart} til mandag kl. ${mondayEnd}, minst ${hours(leastMinutes)} vakt`,
  hourWeights: (weights) => perForm(weights, weight),
  activeHourWeight: weight,
  cutPoints: (times) => (times.length === 0 ? NOTHING : `kl. ${list(times)}`),
  dutyClasses: (classes, line) => {
    const named = Object.entries(classes).map(([id, own]) => `${line(id)}: klasse ${own}`)
    return named.length === 0 ? NOTHING : list(named)
  },
  agreementHolidays: (spans) =>
    spans.length === 0
      ? NOTHING
      : list(
          spans.map(
            ({ from, start, to, end }) => `${dateOnly(from)} kl. ${start} – ${dateOnly(to)} kl. ${end}`,
          ),
        ),
  shareTolerancePercent: (percent) => `${decimal(percent, MOST_DECIMALS)} %`,
  specialHolidays: (holidays) =>
    holidays.length === 0 ? NOTHING : list(holidays.map((holiday) => holidayNames[holiday])),
  holidayMemoryYears: years,
  fairness: ({ hours: clock, nights, weekends, holidays }) =>
    clock === nights && nights === weekends && weekends === holidays
      ? 'alt teller likt'
      : `timer ${decimal(clock, MOST_DECIMALS)}, netter ${decimal(nights, MOST_DECIMALS)}, helger ${decimal(weekends, MOST_DECIMALS)}, helligdager ${decimal(holidays, MOST_DECIMALS)}`,
  builderWeights: (weights) => {
    const told = BUILDER_WEIGHTS.filter((name) => (weights[name] ?? 1) !== 1).map(
      (name) => `${builderWeights[name].toLowerCase()} ${weight(weights[name] ?? 1)}`,
    )
    return told.length === 0 ? 'alt som vanlig' : `${told.join('; ')}; ellers som vanlig`
  },
  publishDaysBefore: (days) => `${count(days, 'dag', 'dager')} før`,
  planPeriods: (periods) =>
    periods.length === 0
      ? NOTHING
      : list(
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
  openDutyOrder: (order) => (order.length === 0 ? NOTHING : list(order.map((who) => choices[who]))),
  leastGroup: (persons) => count(persons, 'lege', 'leger'),
  logYears: years,
  grantCriteria: ({ populationBelow, centrality }) =>
    `under ${number(populationBelow)} innbyggere, sentralitet ${list(centrality.map((own) => number(own)))}`,
}

/** A value in plain words, short enough for a row. */
export function value<K extends ParameterName>(
  name: K,
  given: AgreementParameters[K],
  line: LineName,
): string {
  return SAY[name](given, line)
}

/** What is offered, on its button; one that leaves something open tells only the hours. */
export function preset(name: ParameterName, given: unknown, isWhole: boolean): string {
  // The registry pairs each name with values of its own type; here they come from a list of all.
  const say = SAY[name] as (value: unknown, line: LineName) => string
  return isWhole ? say(given, (id) => id) : hours((given as WeeklyMean).minutes)
}

const ROTA_KINDS: readonly RotaKind[] = ['home', 'on-site', 'full-day']

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
  '1': 'klasse 1',
  '2': 'klasse 2',
  '3': 'klasse 3',
  '4': 'klasse 4',
} as const

/** Seldom more than a few digits: 1/7 is said as it is thought. */
export function weight(given: number): string {
  const part = PARTS.find((whole) => Math.abs(given - 1 / whole) < 1e-9)
  return part === undefined ? decimal(given, MOST_DECIMALS) : `1/${part}`
}

/** Weights are said as exactly as they are entered. */
const MOST_DECIMALS = 3

const PARTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12] as const

function mean({ minutes, weeks }: WeeklyMean): string {
  return `${hours(minutes)} i uka over ${count(weeks, 'uke', 'uker')}`
}

function years(given: number): string {
  return `${number(given)} år`
}

function perForm(given: Readonly<Partial<Record<DutyForm, number>>>, say: (own: number) => string): string {
  const named = DUTY_FORMS.flatMap((form) =>
    given[form] === undefined ? [] : [`${forms[form]} ${say(given[form])}`],
  )
  return named.length === 0 ? NOTHING : list(named)
}

const ORDINALS = ['', '', 'andre', 'tredje', 'fjerde', 'femte', 'sjette', 'sjuende', 'åttende'] as const

/** 'hver helg', 'hver andre helg', 'hver 2,5. helg'. */
function everyWeekend(given: number): string {
  return given === 1 ? 'hver helg' : `hver ${ORDINALS[given] ?? `${decimal(given, MOST_DECIMALS)}.`} helg`
}

/** '10. mars' of 'MM-DD'. */
function dayOfYear(day: string): string {
  return shortDayAndMonth(`2027-${day}`)
}
