import { fromDayNumber, isLocalDate, toDayNumber } from './local-date.ts'
import { fromMinuteOfDay, isLocalTime, toMinuteOfDay } from './local-time.ts'

/** An instant: whole minutes since 1970-01-01T00:00Z. */
export type Minute = number

export const MINUTES_PER_HOUR = 60
export const MINUTES_PER_DAY = 1440

/** The instant as 'YYYY-MM-DDTHH:MMZ', the form that is stored and sorts as text. */
export function toUtcText(m: Minute): string {
  const day = Math.floor(m / MINUTES_PER_DAY)
  return `${fromDayNumber(day)}T${fromMinuteOfDay(m - day * MINUTES_PER_DAY)}Z`
}

/** Reads 'YYYY-MM-DDTHH:MMZ', hours 00–23; throws on any other text. */
export function fromUtcText(s: string): Minute {
  const date = s.slice(0, 10)
  const time = s.slice(11, 16)
  const wellFormed = s.length === 17 && s[10] === 'T' && s[16] === 'Z' && time !== '24:00'
  if (!wellFormed || !isLocalDate(date) || !isLocalTime(time))
    throw new RangeError(`not a UTC minute: '${s}'`)
  return toDayNumber(date) * MINUTES_PER_DAY + toMinuteOfDay(time)
}
