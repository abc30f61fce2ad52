import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { LocalTime } from '../time/local-time.ts'
import type { DutyForm, LineId } from './line.ts'
import type { MunicipalityNumber } from './person.ts'

/** A wall-clock span of the day; ends the next day when `end` is not after `start`. */
export interface DaySpan {
  readonly start: LocalTime
  readonly end: LocalTime
}

export type SpecialHoliday = 'christmas' | 'new-year' | 'easter' | 'constitution-day'

/** Every parameter of an agreement. Durations are minutes of elapsed time. */
export interface AgreementParameters {
  /** Cap on the union of surgery, other tasks and duty in an ISO week (P14). */
  readonly weeklyTotalMinutes: number
  /** Cap on the same union in any 168 hours, not only the ISO week (P14). */
  readonly rollingTotalMinutes: number
  /** Cap on duty minutes in an ISO week (P15). */
  readonly weeklyDutyMinutes: number
  /** Caps on the weekly mean of hours under the Working Environment Act, each over its number of weeks (P16; §10-6(8)). */
  readonly averageUnderAct: readonly WeeklyMean[]
  /** Hours under the act in an ISO week and in any 24 hours that are shown as long (P17; §10-6(9)). */
  readonly longUnderAct: { readonly weekMinutes: number; readonly dayMinutes: number }
  /** Line for the weekly mean of duty (P18). */
  readonly averageDuty: WeeklyMean
  /** Rest after a work period that holds an on-site night: blocks (P21; SFS 2305 §7.4 as read in 2021). */
  readonly restAfterOnSiteNightMinutes: number
  /** Rest after other work periods by the heaviest form in them: warns. Absent form = not judged (P21). */
  readonly restAfterMinutes: Readonly<Partial<Record<DutyForm, number>>>
  /** Rest before a duty that counts as a night (P21). */
  readonly restBeforeNightMinutes: number
  /** Second line for rest after a duty, by the forms in it: shown only (P21; Working Environment Act §10-8(1)). */
  readonly secondRestMinutes: Readonly<Partial<Record<DutyForm, number>>>
  /** Longest unbroken rest of a week; duty of the forms named breaks it, as all surgery does: shown only (P23; §10-8(2)). */
  readonly weeklyRest: { readonly minutes: number; readonly forms: readonly DutyForm[] }
  /** Longest unbroken period of duty (P25). */
  readonly longestPeriodMinutes: number
  /** Most nights in a row (P25). */
  readonly nightsInARow: number
  /** At most one weekend of `oneOf` on average over `weeks`, and one free among any `freeAmong` (P24; §10-8(4)). */
  readonly weekendFrequency: { readonly oneOf: number; readonly weeks: number; readonly freeAmong: number }
  /** Most Sundays or public holidays in a row (P24; §10-8(4)). */
  readonly sundaysInARow: number
  /** Whether surgery on the day after a night duty warns, by the form held in the night (P22). */
  readonly officeDayAfterNight: Readonly<Record<DutyForm, boolean>>
  /** Weight of an hour in the weighted total (P19; Working Environment Act §10-4(3): at least 1/7 for home duty). */
  readonly hourWeights: Readonly<Record<DutyForm, number>>
  /** Weight of an hour that was told as active, whatever its form (P19). */
  readonly activeHourWeight: number
  /** Office hours of an ordinary working day; all other time is out of hours. */
  readonly officeHours: DaySpan
  /** The night, and how many minutes of it make a duty a night duty. */
  readonly night: DaySpan & { readonly leastMinutes: number }
  /** The weekend, Friday `fridayStart` to Monday `mondayEnd`, and how many minutes of duty make it a worked one. */
  readonly weekend: {
    readonly fridayStart: LocalTime
    readonly mondayEnd: LocalTime
    readonly leastMinutes: number
  }
  /** Days that rotate with a memory of their own (P28). */
  readonly specialHolidays: readonly SpecialHoliday[]
  /** Years back that somebody who held a special holiday should be spared it (P27, P28). */
  readonly holidayMemoryYears: number
  /** Least number of doctors who share a line, by kind of line; a kind left out is not judged (P26; SFS 2305, 2024). */
  readonly leastDoctors: Readonly<Partial<Record<RotaKind, number>>>
  /** Age at which a GP agreement ends, and the age past which no extension reaches (P13; GP regulation §12). */
  readonly agreementEnd: { readonly age: number; readonly latestAge: number }
  /** Age from which exemption may be claimed, from the birthday (P8; GP regulation §33(4)a). */
  readonly exemptionAge: number
  /** Months before the birth and age of the child in months for which exemption may be claimed (P9; §33(4)b–c). */
  readonly parentExemption: { readonly monthsBefore: number; readonly childMonths: number }
  /** Years that a course lasts (P4). The competence regulation sets no end. */
  readonly courseValidYears: number
  /** Days worked that make a month, and from which part of the limit it warns (P5; FOR-2017-02-17-192 §4). */
  readonly competenceException: { readonly daysPerMonth: number; readonly warnAtPercent: number }
  /** Whether the backup answers by telephone, or must be on site within so many minutes (P6). */
  readonly backupReach: { readonly onSiteWithinMinutes: number | null }
  /** Other general tasks a week of a full-time GP, less for a part (P41; GP regulation §32). */
  readonly otherTasksMinutes: number
  /** Percent away from the fair share of hours that warns (P27). */
  readonly shareTolerancePercent: number
  /** Days before its first day by which a plan is published (P29; Working Environment Act §10-3 as a preset). */
  readonly publishDaysBefore: number
  /** The year wheel: the plan periods of a year, and by when each is published where that is agreed (P29). */
  readonly planPeriods: readonly PlanPeriod[]
  /** Who approves a swap, and how long before the duty it may come (P31). */
  readonly swaps: { readonly approval: 'none' | 'coordinator'; readonly latestHoursBefore: number | null }
  /** Who may take an open duty, in order (P32). */
  readonly openDutyOrder: readonly ('own-rota' | 'locum')[]
  /** Duty class 1–4 by line (P38; SFS 2305: active minutes per clock hour). */
  readonly dutyClasses: Readonly<Record<LineId, 1 | 2 | 3 | 4>>
  /** Weekend and holiday pay of the service agreement, whose bounds are not published: entered by the district (P38). */
  readonly agreementHolidays: readonly LocalSpan[]
  /** Fewest persons behind a figure in a report (P42). */
  readonly leastGroup: number
  /** Years that the log is kept (P45). */
  readonly logYears: number
  /** Grant criteria of a year: population below, and centrality classes (P46). */
  readonly grantCriteria: { readonly populationBelow: number; readonly centrality: readonly number[] }
  /** By what the municipalities carry a district's duties and their cost (P42). */
  readonly municipalityKey: MunicipalityKey
  /** Kroner an hour of duty, entered by the district: agreements are not public, and none is shipped (P38). */
  readonly dutyRates: DutyRates
  /** Where duties are cut for counting (P40). */
  readonly cutPoints: readonly LocalTime[]
  /** Weights of the builder's even sharing (P27). */
  readonly fairness: {
    readonly hours: number
    readonly nights: number
    readonly weekends: number
    readonly holidays: number
  }
  /** How much else counts when a rota is built, 1 = as usual; what is left out counts as usual (P27). */
  readonly builderWeights: BuilderWeights
}

/** `population` follows the municipalities' dated facts and leaves `shares` empty; the others count what stands in it. */
export interface MunicipalityKey {
  readonly kind: 'population' | 'list-patients' | 'agreed'
  /** Relative: patients on lists, or weights that were agreed. */
  readonly shares: Readonly<Record<MunicipalityNumber, number>>
}

/** Which rate an hour has: a public holiday before a weekend, a weekend before an ordinary day, as the agreement bounds them. */
export type RateClass = 'ordinary' | 'weekend' | 'publicHoliday'
export const RATE_CLASSES: readonly RateClass[] = ['ordinary', 'weekend', 'publicHoliday']

/** What is left out has no rate, which is not 0. */
export type DutyRates = Readonly<Partial<Record<DutyForm, Readonly<Partial<Record<RateClass, number>>>>>>

/** Beside even sharing, whose weights are `fairness`: what a builder trades against each other. Hard rules and open duties it never trades. */
export const BUILDER_WEIGHTS = [
  'overLimits',
  'officeDays',
  'leastDuties',
  'specialHolidays',
  'wishes',
  'together',
  'spacing',
  'wholeWeekends',
  'idleBackups',
  'fewChanges',
] as const

export type BuilderWeightName = (typeof BUILDER_WEIGHTS)[number]

/** Every criterion that has a weight in the agreement, even sharing among them. */
export type WeightName = keyof AgreementParameters['fairness'] | BuilderWeightName

/** Relative: 2 makes a thing cost twice what it usually does. */
export type BuilderWeights = Readonly<Partial<Record<BuilderWeightName, number>>>

/** A mean of minutes a week over a number of weeks. */
export interface WeeklyMean {
  readonly minutes: number
  readonly weeks: number
}

/** Lines as SFS 2305 counts their doctors: by form, a line with duties of 24 hours apart. */
export type RotaKind = 'home' | 'on-site' | 'full-day'

/** A part of every year, from 'MM-DD' until the next one begins; published by 'MM-DD', of the year before when that is later. */
export interface PlanPeriod {
  readonly name: string
  readonly from: string
  readonly publishBy: string | null
}

/** Wall-clock time on real dates. End exclusive. */
export interface LocalSpan {
  readonly from: LocalDate
  readonly start: LocalTime
  readonly to: LocalDate
  readonly end: LocalTime
}

export type ParameterName = keyof AgreementParameters

/** `reference` draws a line in the picture; only `adopted` raises flags. */
export type ParameterStatus = 'reference' | 'adopted'

/** One dated value with its origin. Changing a value is a new entry; a published rota is judged by what held then. */
export type AgreementEntry = {
  readonly [K in ParameterName]: DateRange & {
    readonly parameter: K
    readonly value: AgreementParameters[K]
    readonly status: ParameterStatus
    readonly source: string
    readonly author: string
    readonly decidedOn: LocalDate | null
  }
}[ParameterName]

export type Agreement = readonly AgreementEntry[]

/** Values that count and judge when a district has adopted nothing else (domain reference §11). Caps have none: unset stays unset. */
export const DEFAULT_PARAMETERS = {
  restAfterOnSiteNightMinutes: 8 * 60,
  restAfterMinutes: { 'on-site': 8 * 60 },
  secondRestMinutes: { 'on-site': 11 * 60 },
  weeklyRest: { minutes: 35 * 60, forms: ['on-site'] },
  longUnderAct: { weekMinutes: 69 * 60, dayMinutes: 16 * 60 },
  weekendFrequency: { oneOf: 2, weeks: 26, freeAmong: 4 },
  officeDayAfterNight: { home: true, 'on-site': true, backup: false },
  hourWeights: { home: 1 / 7, 'on-site': 1, backup: 1 / 7 },
  activeHourWeight: 1,
  officeHours: { start: '08:00', end: '16:00' },
  night: { start: '23:00', end: '08:00', leastMinutes: 180 },
  weekend: { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 60 },
  specialHolidays: ['christmas', 'new-year', 'easter', 'constitution-day'],
  holidayMemoryYears: 2,
  agreementEnd: { age: 70, latestAge: 80 },
  exemptionAge: 60,
  parentExemption: { monthsBefore: 3, childMonths: 12 },
  backupReach: { onSiteWithinMinutes: null },
  otherTasksMinutes: 7.5 * 60,
  swaps: { approval: 'coordinator', latestHoursBefore: null },
  openDutyOrder: ['own-rota', 'locum'],
  leastGroup: 5,
  cutPoints: ['00:00', '06:00', '08:00', '16:00', '21:00', '23:00'],
  fairness: { hours: 1, nights: 1, weekends: 1, holidays: 1 },
  builderWeights: {
    overLimits: 1,
    officeDays: 1,
    leastDuties: 1,
    specialHolidays: 1,
    wishes: 1,
    together: 1,
    spacing: 1,
    wholeWeekends: 1,
    idleBackups: 1,
    fewChanges: 1,
  },
} as const satisfies Partial<AgreementParameters>

/** Lines that are drawn, and never flagged, until the district draws or adopts its own. */
export const DEFAULT_REFERENCES = {
  weeklyTotalMinutes: 60 * 60,
  sundaysInARow: 1,
} as const satisfies Partial<AgreementParameters>

type DefaultName = keyof typeof DEFAULT_PARAMETERS

/** The adopted value on `date`, else the default; undefined for a parameter that is unset. */
export function parameterOn<K extends ParameterName>(
  agreement: Agreement,
  name: K,
  date: LocalDate,
): AgreementParameters[K] | (K extends DefaultName ? never : undefined) {
  const entry = entryOn(agreement, name, 'adopted', date)
  const value = entry ? entry.value : (DEFAULT_PARAMETERS as Partial<AgreementParameters>)[name]
  // The registry above gives each name its own value type; indexing by K loses that link.
  return value as AgreementParameters[K] | (K extends DefaultName ? never : undefined)
}

/** The reference line on `date`: the district's own, else the one it starts with, if any. Shown, never flagged. */
export function referenceOn<K extends ParameterName>(
  agreement: Agreement,
  name: K,
  date: LocalDate,
): AgreementParameters[K] | undefined {
  const entry = entryOn(agreement, name, 'reference', date)
  const value = entry ? entry.value : (DEFAULT_REFERENCES as Partial<AgreementParameters>)[name]
  return value as AgreementParameters[K] | undefined
}

/** Every weight of the builder on `date`: the agreed one, and 1 where nothing is agreed. */
export function builderWeightsOn(agreement: Agreement, date: LocalDate): Record<BuilderWeightName, number> {
  return { ...DEFAULT_PARAMETERS.builderWeights, ...parameterOn(agreement, 'builderWeights', date) }
}

/** The entry behind a value, for its source and decision. */
export function entryOn(
  agreement: Agreement,
  name: ParameterName,
  status: ParameterStatus,
  date: LocalDate,
): AgreementEntry | undefined {
  for (const entry of entriesOf(agreement)[status].get(name) ?? NONE) if (holdsOn(entry, date)) return entry
  return undefined
}

const NONE: readonly AgreementEntry[] = []

type EntriesByName = ReadonlyMap<ParameterName, readonly AgreementEntry[]>

/** Kept for each agreement, since rules ask for a value at every duty. An agreement is never changed in place. */
const ENTRIES = new WeakMap<Agreement, Readonly<Record<ParameterStatus, EntriesByName>>>()

/** By name, those told last first: of several that hold on a date the last one told is in force. */
function entriesOf(agreement: Agreement): Readonly<Record<ParameterStatus, EntriesByName>> {
  const known = ENTRIES.get(agreement)
  if (known) return known
  const entriesIn = (status: ParameterStatus): EntriesByName =>
    Map.groupBy(agreement.filter((entry) => entry.status === status).reverse(), (entry) => entry.parameter)
  const entries = { adopted: entriesIn('adopted'), reference: entriesIn('reference') }
  ENTRIES.set(agreement, entries)
  return entries
}
