import { twoDigits, twoDigitsAt } from './digits.ts'

/** A time of day 'HH:MM' from '00:00' to '24:00'. */
export type LocalTime = string

const END_OF_DAY = 1440

export function isLocalTime(s: string): boolean {
  return !Number.isNaN(minuteOfDayIn(s))
}

/** Minutes from midnight on the clock, 0 to 1440; throws on a text that is not a local time. */
export function toMinuteOfDay(t: LocalTime): number {
  const minute = minuteOfDayIn(t)
  if (Number.isNaN(minute)) throw new RangeError(`not a local time: '${t}'`)
  return minute
}

/** The time of day of a whole number of minutes from 0 to 1440; throws outside it. */
export function fromMinuteOfDay(n: number): LocalTime {
  if (!(n >= 0 && n <= END_OF_DAY)) throw new RangeError(`not a minute of the day: ${n}`)
  const hour = Math.floor(n / 60)
  return `${twoDigits(hour)}:${twoDigits(n - hour * 60)}`
}

/** NaN when the text is not a local time. */
function minuteOfDayIn(s: string): number {
  const minutes = twoDigitsAt(s, 3)
  const total = twoDigitsAt(s, 0) * 60 + minutes
  const ok = s.length === 5 && s[2] === ':' && minutes < 60 && total <= END_OF_DAY
  return ok ? total : Number.NaN
}
