import { type Agreement, type AgreementParameters, parameterOn } from '../rota/agreement.ts'
import type { Interval } from '../time/interval.ts'
import { fromDayNumber, type LocalDate, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import type { Minute } from '../time/minute.ts'
import { fromWallDay } from '../time/oslo.ts'
import { type AskingSpan, spanOnDay } from './count.ts'

/**
 * What an ISO week counts by: the agreement as it holds on its Monday. A duty counts by the week of its date, and a weekend by
 * the week that it ends, so that a value adopted on another day counts from the next Monday.
 */
export interface AgreedWeek
  extends Pick<
    AgreementParameters,
    'hourWeights' | 'activeHourWeight' | 'night' | 'weekend' | 'specialHolidays' | 'officeDayAfterNight'
  > {
  /** Local Monday 00:00 to the next. */
  readonly span: Interval
  /** Friday afternoon to Monday morning. */
  readonly weekendSpan: AskingSpan
  /** When the weekend's Saturday and its Sunday begin: at the hour at which the weekend ends on Monday. */
  readonly saturday: Minute
  readonly sunday: Minute
  /** The night that begins on a day number, of this week or beside it. */
  readonly nightOf: (day: number) => AskingSpan
}

/** The week of a day number, remembered for as long as the agreement is, which nobody changes in place. */
export function agreedWeeks(agreement: Agreement): (day: number) => AgreedWeek {
  const known = WEEKS.get(agreement) ?? rememberWeeks(agreement)
  WEEKS.set(agreement, known)
  return known
}

const WEEKS = new WeakMap<Agreement, (day: number) => AgreedWeek>()

/** The week by which a duty of the date counts. */
export function agreedOn(agreement: Agreement, date: LocalDate): AgreedWeek {
  return agreedWeeks(agreement)(toDayNumber(date))
}

function rememberWeeks(agreement: Agreement): (day: number) => AgreedWeek {
  const known = new Map<number, AgreedWeek>()
  return (day) => {
    const monday = day + 1 - weekdayOfDay(day)
    const week = known.get(monday) ?? weekFrom(monday, agreement)
    known.set(monday, week)
    return week
  }
}

function weekFrom(monday: number, agreement: Agreement): AgreedWeek {
  const date = fromDayNumber(monday)
  const night = parameterOn(agreement, 'night', date)
  const weekend = parameterOn(agreement, 'weekend', date)
  const turn = toMinuteOfDay(weekend.mondayEnd)
  return {
    span: { start: fromWallDay(monday, 0), end: fromWallDay(monday + 7, 0) },
    weekendSpan: {
      start: fromWallDay(monday + 4, toMinuteOfDay(weekend.fridayStart)),
      end: fromWallDay(monday + 7, turn),
      leastMinutes: weekend.leastMinutes,
    },
    saturday: fromWallDay(monday + 5, turn),
    sunday: fromWallDay(monday + 6, turn),
    weekend,
    night,
    nightOf: rememberNights(night),
    hourWeights: parameterOn(agreement, 'hourWeights', date),
    activeHourWeight: parameterOn(agreement, 'activeHourWeight', date),
    specialHolidays: parameterOn(agreement, 'specialHolidays', date),
    officeDayAfterNight: parameterOn(agreement, 'officeDayAfterNight', date),
  }
}

function rememberNights(night: AgreementParameters['night']): AgreedWeek['nightOf'] {
  const known = new Map<number, AskingSpan>()
  return (day) => {
    const span = known.get(day) ?? { ...spanOnDay(night, day), leastMinutes: night.leastMinutes }
    known.set(day, span)
    return span
  }
}
