import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn } from '../../core/rota/doctor.ts'
import type { Engagement } from '../../core/rota/engagement.ts'
import type { ExemptionScope } from '../../core/rota/exemption.ts'
import type { WeeklyWindow } from '../../core/rota/weekly-window.ts'
import type { DateRange, LocalDate } from '../../core/time/local-date.ts'
import { toMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_DAY } from '../../core/time/minute.ts'
import type { Text } from '../../text/text.ts'

export function employerName({ employer }: Engagement, district: District, { people }: Text): string {
  if (employer.kind === 'service') return people.doctors.service
  return district.municipalities.find((own) => own.number === employer.number)?.name ?? employer.number
}

/** Hours of surgery in an ordinary week, or that nobody has said. */
export function surgeryText(doctor: Doctor, date: LocalDate, { format, people }: Text): string {
  const surgery = factOn(doctor.surgery, date)
  if (!surgery || surgery.kind === 'not-declared') return people.doctors.notDeclared
  return format.hours(weeklyMinutes(surgery.timetable))
}

/** On the wall: what an ordinary week holds, without public holidays and clock changes. */
export function weeklyMinutes(windows: readonly WeeklyWindow[]): number {
  return windows.reduce(
    (sum, window) =>
      sum + window.endDay * MINUTES_PER_DAY + toMinuteOfDay(window.end) - toMinuteOfDay(window.start),
    0,
  )
}

export interface UnavailablePeriod extends DateRange {
  /** The dates are not settled. */
  readonly isUncertain: boolean
  /** Null for all duty, whatever the cause. */
  readonly scope: Exclude<ExemptionScope, { kind: 'out-of-hours' }> | null
}

/**
 * Exemptions and absence as one list by date, so that nothing tells an exemption from all duty and an absence apart; what
 * ended before `since` is left out.
 */
export function unavailablePeriods(doctor: Doctor, since: LocalDate): UnavailablePeriod[] {
  const exemptions = doctor.exemptions.map(({ from, to, scope }) => ({
    from,
    to,
    isUncertain: false,
    scope: scope.kind === 'out-of-hours' ? null : scope,
  }))
  const absences = doctor.absences.map(({ from, certainFrom, to }) => ({
    from,
    to,
    isUncertain: certainFrom !== from,
    scope: null,
  }))
  return [...exemptions, ...absences]
    .filter(({ to }) => to === null || to > since)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
