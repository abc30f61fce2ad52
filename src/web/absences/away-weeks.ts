import type { Doctor } from '../../core/rota/doctor.ts'
import { addDays, datesIn, holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import { unavailablePeriods } from '../doctors/doctor-words.ts'

/** How a doctor is away in one week: all of it, some days, perhaps, or from some kinds of duty only. */
export type AwayWeek =
  | { readonly kind: 'here' }
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly days: number }
  | { readonly kind: 'risk' }
  | { readonly kind: 'some' }

/** One week from its Monday; what is certain and from all duty comes before the rest. */
export function awayIn(doctor: Doctor, monday: LocalDate): AwayWeek {
  const end = addDays(monday, 7)
  const periods = unavailablePeriods(doctor, monday).filter(({ from }) => from < end)
  if (periods.length === 0) return { kind: 'here' }
  const certain = periods.filter(({ scope, isUncertain }) => scope === null && !isUncertain)
  const days = datesIn({ from: monday, to: end }).filter((date) =>
    certain.some((own) => holdsOn(own, date)),
  ).length
  if (days === 7) return { kind: 'all' }
  if (days > 0) return { kind: 'part', days }
  return periods.some(({ scope }) => scope === null) ? { kind: 'risk' } : { kind: 'some' }
}
