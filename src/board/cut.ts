import type { Interval } from '../core/time/interval.ts'
import { addDays } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { fromWall, toWall } from '../core/time/oslo.ts'

/** Where somebody wants a duty cut, and whom the letters say takes the part after (or before) it. */
export interface AskedCut {
  readonly minuteOfDay: number
  /** Empty: the part is left open. */
  readonly letters: string
  readonly side: 'before' | 'after'
}

/** Words of a language that stand before a time. */
export interface CutWords {
  readonly until: readonly string[]
  readonly from: readonly string[]
}

/** Reads '20', '20:30', '2030', '20 KN', 'KN til 20' and 'fra 20 KN'; undefined for anything else. */
export function readCut(text: string, words: CutWords): AskedCut | undefined {
  const parts = text.trim().toLowerCase().split(/\s+/)
  const times = parts.filter((part) => minuteIn(part) !== undefined)
  const sides = parts.filter((part) => words.until.includes(part) || words.from.includes(part))
  const letters = parts.filter((part) => !times.includes(part) && !sides.includes(part))
  if (times.length !== 1 || sides.length > 1 || letters.length > 1) return undefined
  const isUntil = sides.some((side) => words.until.includes(side))
  return {
    minuteOfDay: minuteIn(times[0] as string) as number,
    letters: letters[0] ?? '',
    side: isUntil ? 'before' : 'after',
  }
}

/**
 * The first instant strictly inside a span at which the clock shows a time; undefined when it never does, as in the hour that
 * the clock leaves out in spring.
 */
export function instantInside(span: Interval, minuteOfDay: number): Minute | undefined {
  const last = toWall(span.end).date
  for (let { date } = toWall(span.start); date <= last; date = addDays(date, 1)) {
    for (const fold of [0, 1] as const) {
      const at = fromWall(date, minuteOfDay, fold)
      if (at > span.start && at < span.end && toWall(at).minuteOfDay === minuteOfDay) return at
    }
  }
  return undefined
}

function minuteIn(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : undefined
}
