import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { LocalTime } from '../time/local-time.ts'
import type { DutyForm } from './line.ts'

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
  /** Cap on duty minutes in an ISO week (P15). */
  readonly weeklyDutyMinutes: number
  /** Rest after a work period that holds an on-site night: blocks (P21; SFS 2305 §7.4 as read in 2021). */
  readonly restAfterOnSiteNightMinutes: number
  /** Rest after other work periods by the heaviest form in them: warns. Absent form = not judged (P21). */
  readonly restAfterMinutes: Readonly<Partial<Record<DutyForm, number>>>
  /** Rest before a duty that counts as a night (P21). */
  readonly restBeforeNightMinutes: number
  /** Whether surgery on the day after a night duty warns, by the form held in the night (P22). */
  readonly officeDayAfterNight: Readonly<Record<DutyForm, boolean>>
  /** Weight of an hour in the weighted total (P19; Working Environment Act §10-4(3): at least 1/7 for home duty). */
  readonly hourWeights: Readonly<Record<DutyForm, number>>
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
  /** Where duties are cut for counting (P40). */
  readonly cutPoints: readonly LocalTime[]
  /** Weights of the builder's even sharing (P27). */
  readonly fairness: {
    readonly hours: number
    readonly nights: number
    readonly weekends: number
    readonly holidays: number
  }
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
  officeDayAfterNight: { home: true, 'on-site': true, backup: false },
  hourWeights: { home: 1 / 7, 'on-site': 1, backup: 1 / 7 },
  officeHours: { start: '08:00', end: '16:00' },
  night: { start: '23:00', end: '08:00', leastMinutes: 180 },
  weekend: { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 60 },
  specialHolidays: ['christmas', 'new-year', 'easter', 'constitution-day'],
  cutPoints: ['00:00', '06:00', '08:00', '16:00', '21:00', '23:00'],
  fairness: { hours: 1, nights: 1, weekends: 1, holidays: 1 },
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

/** The reference line on `date`, if one is drawn: shown, never flagged. */
export function referenceOn<K extends ParameterName>(
  agreement: Agreement,
  name: K,
  date: LocalDate,
): AgreementParameters[K] | undefined {
  return entryOn(agreement, name, 'reference', date)?.value as AgreementParameters[K] | undefined
}

/** The entry behind a value, for its source and decision. */
export function entryOn(
  agreement: Agreement,
  name: ParameterName,
  status: ParameterStatus,
  date: LocalDate,
): AgreementEntry | undefined {
  return agreement.findLast(
    (entry) => entry.parameter === name && entry.status === status && holdsOn(entry, date),
  )
}
