import { type AgreedWeek, agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { daySlots, walkSlots } from '../../core/ledger/segment.ts'
import { type Agreement, parameterOn, RATE_CLASSES, type RateClass } from '../../core/rota/agreement.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import { type Interval, intersection, minutesOf } from '../../core/time/interval.ts'
import { toDayNumber } from '../../core/time/local-date.ts'
import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'

/** Minutes that have one rate. */
export interface RatedMinutes {
  readonly form: DutyForm
  readonly rateClass: RateClass
  /** An hour, in whole øre; null where the district has entered none. */
  readonly rateØre: number | null
  readonly minutes: number
}

/**
 * Minutes of duty by the rate they have on their date. Public holiday: 00–24 on public holidays, ordinary Sundays left out, and
 * what the district has adopted as its agreement's holidays; weekend: the agreement's from Friday to Monday; the rest is
 * ordinary. No minute has two rates.
 */
export function ratedMinutes(agreement: Agreement): (pieces: readonly FormPiece[]) => RatedMinutes[] {
  const slotsOn = daySlots(agreement)
  const weekOf = agreedWeeks(agreement)
  return (pieces) => {
    const sums = new Map<string, { rated: Omit<RatedMinutes, 'minutes'>; minutes: number }>()
    for (const { form, ...span } of pieces) {
      walkSlots(span, slotsOn, (slot, start, end) => {
        const rates = parameterOn(agreement, 'dutyRates', slot.date)?.[form]
        const isHoliday = slot.calendars.includes('statutory') || slot.calendars.includes('agreement')
        const parts = isHoliday
          ? { publicHoliday: end - start }
          : weekendParts(weekOf, slot.date, { start, end })
        for (const rateClass of RATE_CLASSES) {
          const minutes = parts[rateClass] ?? 0
          if (minutes === 0) continue
          const rate = rates?.[rateClass]
          const rated = { form, rateClass, rateØre: rate === undefined ? null : Math.round(rate * 100) }
          const key = `${form} ${rateClass} ${rated.rateØre}`
          sums.set(key, { rated, minutes: (sums.get(key)?.minutes ?? 0) + minutes })
        }
      })
    }
    return [...sums.values()].map(({ rated, minutes }) => ({ ...rated, minutes })).sort(byRate)
  }
}

function weekendParts(
  weekOf: (day: number) => AgreedWeek,
  date: string,
  part: Interval,
): Partial<Record<RateClass, number>> {
  const day = toDayNumber(date)
  // Monday morning belongs to the weekend of the week before.
  const weekend = [weekOf(day), weekOf(day - 7)].reduce((sum, { weekendSpan }) => {
    const shared = intersection(part, weekendSpan)
    return sum + (shared ? minutesOf(shared) : 0)
  }, 0)
  return { weekend, ordinary: minutesOf(part) - weekend }
}

/** By form, class and rate; what has no rate first. */
export function byRate(a: RatedMinutes, b: RatedMinutes): number {
  return (
    DUTY_FORMS.indexOf(a.form) - DUTY_FORMS.indexOf(b.form) ||
    RATE_CLASSES.indexOf(a.rateClass) - RATE_CLASSES.indexOf(b.rateClass) ||
    (a.rateØre ?? -1) - (b.rateØre ?? -1)
  )
}

/** In øre, not rounded; null where some minutes have no rate. */
export function costOf(rated: readonly RatedMinutes[]): number | null {
  let sum = 0
  for (const { rateØre, minutes } of rated) {
    if (rateØre === null) return null
    sum += minutes * rateØre
  }
  return sum / MINUTES_PER_HOUR
}
