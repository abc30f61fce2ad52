import { describe, expect, it } from 'vitest'
import { calendarDay, isHolidayDay } from '../../../src/core/time/calendar-day.ts'
import { holidayOn } from '../../../src/core/time/holidays.ts'
import { datesIn, toDayNumber, weekdayOf } from '../../../src/core/time/local-date.ts'
import { fromWall, fromWallDay, toWall, wallDayOf } from '../../../src/core/time/oslo.ts'

const days = datesIn({ from: '2026-01-01', to: '2029-01-01' }).map((date) => ({
  date,
  day: toDayNumber(date),
}))

describe('a day of the calendar by its number', () => {
  it('is the same as by its date, each day of three years', () => {
    for (const { date, day } of days) {
      const holiday = holidayOn(date)
      expect(calendarDay(day)).toEqual({ date, weekday: weekdayOf(date), holiday })
      expect(isHolidayDay(day)).toBe(holiday !== undefined)
    }
  })

  it('begins and holds the same minutes, each hour of three years, over both clock changes', () => {
    for (const { date, day } of days) {
      for (let minute = 0; minute <= 1440; minute += 30) {
        const at = fromWall(date, minute)
        expect(fromWallDay(day, minute)).toBe(at)
        expect(fromWallDay(day, minute, 1)).toBe(fromWall(date, minute, 1))
        expect(wallDayOf(at)).toBe(toDayNumber(toWall(at).date))
      }
    }
  })
})
