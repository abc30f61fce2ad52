import { type Agreement, type AgreementParameters, parameterOn } from '../rota/agreement.ts'
import type { Interval } from '../time/interval.ts'
import { fromDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import type { Minute } from '../time/minute.ts'
import { fromWallDay } from '../time/oslo.ts'

/** What an ISO week counts by: the agreement as it holds on its Monday. */
export interface AgreedWeek
  extends Pick<
    AgreementParameters,
    'hourWeights' | 'night' | 'weekend' | 'specialHolidays' | 'officeDayAfterNight'
  > {
  /** Local Monday 00:00 to the next. */
  readonly span: Interval
  readonly weekendSpan: Interval
  /** When the weekend's Saturday and its Sunday begin: at the hour at which the weekend ends on Monday. */
  readonly saturday: Minute
  readonly sunday: Minute
}

/** The week of a day number, remembered. */
export function agreedWeeks(agreement: Agreement): (day: number) => AgreedWeek {
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
  const weekend = parameterOn(agreement, 'weekend', date)
  const turn = toMinuteOfDay(weekend.mondayEnd)
  return {
    span: { start: fromWallDay(monday, 0), end: fromWallDay(monday + 7, 0) },
    weekendSpan: {
      start: fromWallDay(monday + 4, toMinuteOfDay(weekend.fridayStart)),
      end: fromWallDay(monday + 7, turn),
    },
    saturday: fromWallDay(monday + 5, turn),
    sunday: fromWallDay(monday + 6, turn),
    weekend,
    night: parameterOn(agreement, 'night', date),
    hourWeights: parameterOn(agreement, 'hourWeights', date),
    specialHolidays: parameterOn(agreement, 'specialHolidays', date),
    officeDayAfterNight: parameterOn(agreement, 'officeDayAfterNight', date),
  }
}
