import { MINUTES_PER_HOUR } from '../core/time/minute.ts'

/**
 * '7:30', '7,5', '7.5' or '7' hours, or '450 min', as whole minutes; up to 9999 hours. Undefined for anything else, also for
 * what is empty or below 0.
 */
export function readDuration(given: string): number | undefined {
  const text = given.trim().toLowerCase().replace(',', '.')
  const [, plain] = /^(\d{1,6})\s?(?:m|min\.?|minutt(?:er)?|minutes?)$/.exec(text) ?? []
  if (plain !== undefined) return Number(plain)
  const hours = text.replace(/\s?(t|h|time[rn]?|timar|hours?)$/, '')
  const [, whole, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(hours) ?? []
  if (whole !== undefined) return Number(whole) * MINUTES_PER_HOUR + Number(minutes)
  return /^\d{1,4}(\.\d{1,2})?$/.test(hours) ? Math.round(Number(hours) * MINUTES_PER_HOUR) : undefined
}
