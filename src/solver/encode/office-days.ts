import { agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { isAwayOn } from '../../core/ledger/availability.ts'
import { spanOn } from '../../core/ledger/count.ts'
import { hasJudgedDayAfter, type NightPart, nightsHeld } from '../../core/ledger/night-duty.ts'
import { workOf } from '../../core/ledger/work.ts'
import { type Agreement, parameterOn } from '../../core/rota/agreement.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { isGpAgreement } from '../../core/rota/engagement.ts'
import { isPublicHoliday } from '../../core/time/holidays.ts'
import type { Interval } from '../../core/time/interval.ts'
import { addDays, datesIn, holdsOn, type LocalDate, weekdayOf } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'

/**
 * Tells which duties hold a night, in a form that the agreement names, before a day with surgery (P22; SFS 2305 §7.4). A GP
 * whose surgery is not declared is taken to work on ordinary weekdays: the rules raise no flag there, but nobody shall be given
 * more nights for not declaring. Each duty is judged by itself: a night that two of them share only together is not foreseen.
 */
export function officeDaysOf(agreement: Agreement, doctor: Doctor): (duty: NightPart) => boolean {
  const weekOf = agreedWeeks(agreement)
  const surgeryOn = new Map<LocalDate, boolean>()
  const hasSurgery = (date: LocalDate) => {
    const known = surgeryOn.get(date)
    if (known !== undefined) return known
    const { surgery } = workOf(doctor, { from: date, to: addDays(date, 1) })
    const found = surgery === null ? isOfficeDay(doctor, date) : surgery.length > 0
    surgeryOn.set(date, found)
    return found
  }
  return (duty) => {
    return nightsHeld([duty], weekOf).some(
      (night) => hasJudgedDayAfter(night) && hasSurgery(toWall(night.span.end).date),
    )
  }
}

/**
 * The surgery of a week that a GP has not declared, as far as the builder is to reckon with any: office hours of each working
 * day present. The rules know no total there and raise no flag, but nobody shall be given more hours for not declaring.
 * Null for somebody who is no GP in that week.
 */
export function assumedSurgery(agreement: Agreement, doctor: Doctor, monday: LocalDate): Interval[] | null {
  const days = datesIn({ from: monday, to: addDays(monday, 7) }).filter((date) => isOfficeDay(doctor, date))
  if (days.length === 0) return null
  return days
    .filter((date) => !isAwayOn(doctor, date))
    .map((date) => spanOn(parameterOn(agreement, 'officeHours', date), date))
}

function isOfficeDay(doctor: Doctor, date: LocalDate): boolean {
  const isGp = doctor.engagements.some((held) => isGpAgreement(held.form) && holdsOn(held, date))
  return isGp && weekdayOf(date) <= 5 && !isPublicHoliday(date)
}
