import type { Figures } from '../../core/ledger/person-ledger.ts'
import type { Origin } from '../../core/rota/assignment.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import { type Dates, daysBetween, toDayNumber, weekdayOfDay } from '../../core/time/local-date.ts'

/** Figures of one doctor or of several, over dates that need not follow each other. Minutes are clock minutes. */
export interface Load extends Omit<Figures, 'specialHolidays' | 'everyNthWeekend'> {
  /** Weekends of each doctor's dates, worked or not: what `weekendsAny` is a part of. */
  readonly weekends: number
  /** Dates of each doctor, for means by week. */
  readonly days: number
}

/** The figures of some dates as a load. */
export function loadOver(dates: Dates, figures: Figures): Load {
  const { specialHolidays: _, everyNthWeekend: __, ...load } = figures
  return { ...load, weekends: sundaysIn(dates), days: daysBetween(dates.from, dates.to) }
}

function sundaysIn({ from, to }: Dates): number {
  const first = toDayNumber(from)
  const days = toDayNumber(to) - first
  return Math.floor((days + weekdayOfDay(first) - 1) / 7)
}

const ADDED = [
  'weightedMinutes',
  'activeOfMinutes',
  'dutyMinutes',
  'elsewhereMinutes',
  'declaredElsewhereMinutes',
  'taskMinutes',
  'knownMinutes',
  'duties',
  'nights',
  'weekendsAny',
  'weekendsFull',
  'publicHolidays',
  'daysAfterNight',
  'weekends',
  'days',
] as const satisfies readonly (keyof Load)[]

const ORIGINS = [
  'share',
  'ordered',
  'voluntary',
  'swap',
  'sick-cover',
  'locum',
] as const satisfies readonly Origin[]

/** Added up; the longest and the shortest of all. What is not known in one part is not known in all. */
export function sumOfLoads(loads: readonly Load[]): Load {
  const sum = (value: (load: Load) => number) => loads.reduce((total, load) => total + value(load), 0)
  const added = Object.fromEntries(ADDED.map((name) => [name, sum((load) => load[name])]))
  return {
    ...(added as Pick<Load, (typeof ADDED)[number]>),
    minutes: byForm((form) => sum((load) => load.minutes[form])),
    minutesByOrigin: Object.fromEntries(
      ORIGINS.map((origin) => [origin, sum((load) => load.minutesByOrigin[origin])]),
    ) as Record<Origin, number>,
    activeMinutes: sumOfTold(loads.map((load) => load.activeMinutes)),
    callOuts: sumOfTold(loads.map((load) => load.callOuts)),
    surgeryMinutes: sumOfKnown(loads.map((load) => load.surgeryMinutes)),
    totalMinutes: sumOfKnown(loads.map((load) => load.totalMinutes)),
    longestPeriodMinutes: Math.max(0, ...loads.map((load) => load.longestPeriodMinutes)),
    shortestRestMinutes: leastOf(loads.map((load) => load.shortestRestMinutes)),
  }
}

function byForm(of: (form: DutyForm) => number): Record<DutyForm, number> {
  return Object.fromEntries(DUTY_FORMS.map((form) => [form, of(form)])) as Record<DutyForm, number>
}

/** Null only where nobody has told. */
function sumOfTold(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null)
  return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0)
}

/** Null where something is not known. */
export function sumOfKnown(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

function leastOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Of an average week of the dates counted; null where the minutes are not known or there are no dates. */
export function weeklyMean(minutes: number | null, days: number): number | null {
  return minutes === null || days === 0 ? null : (minutes * 7) / days
}

/** One weekend in so many; null when none was worked. */
export function everyNthWeekend({
  weekends,
  weekendsAny,
}: Pick<Load, 'weekends' | 'weekendsAny'>): number | null {
  return weekendsAny === 0 ? null : weekends / weekendsAny
}
