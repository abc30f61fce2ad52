import type { SpecialHoliday } from '../rota/agreement.ts'
import type { Interval } from '../time/interval.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'
import type { AgreedWeek } from './agreed-week.ts'
import { publicHolidaysIn } from './count.ts'
import { SPECIAL_HOLIDAYS, specialHolidaysTouched } from './special-holiday.ts'

interface DatedSpan extends Interval {
  readonly date: LocalDate
}

/** True for a duty with enough of it on a public holiday, ordinary Sundays left out (agreement: the minutes of `weekend`). */
export function isHolidayDuty(duty: DatedSpan, weekOf: (day: number) => AgreedWeek): boolean {
  const { leastMinutes } = weekOf(toDayNumber(duty.date)).weekend
  return publicHolidaysIn(duty, leastMinutes).length > 0
}

/** The special holidays that duties reach into, of those that were agreed as such for the duty's week. */
export function specialHolidaysHeld(
  duties: readonly DatedSpan[],
  weekOf: (day: number) => AgreedWeek,
): SpecialHoliday[] {
  const held = new Set<SpecialHoliday>()
  for (const duty of duties) {
    const agreed = weekOf(toDayNumber(duty.date)).specialHolidays
    for (const { holiday } of specialHolidaysTouched(duty)) if (agreed.includes(holiday)) held.add(holiday)
  }
  return SPECIAL_HOLIDAYS.filter((holiday) => held.has(holiday))
}
