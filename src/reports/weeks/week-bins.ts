import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'

/** Weeks whose minutes lie from `fromMinutes` (inclusive) to `toMinutes` (exclusive). */
export interface WeekBin {
  readonly fromMinutes: number
  readonly toMinutes: number
  readonly weeks: number
}

/** Hours of a bin, the narrowest first. */
const WIDTHS = [5, 10, 20] as const
const MOST_BINS = 14

/** Weekly minutes told up in bins of even width, from the least to the most, those between them too; none for no weeks. */
export function weekBins(minutes: readonly number[]): WeekBin[] {
  if (minutes.length === 0) return []
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  const spanIn = (width: number) => Math.floor(most / width) - Math.floor(least / width) + 1
  const widths = WIDTHS.map((hours) => hours * MINUTES_PER_HOUR)
  const width = widths.find((own) => spanIn(own) <= MOST_BINS) ?? 20 * MINUTES_PER_HOUR
  const first = Math.floor(least / width)
  const counts = new Map<number, number>()
  for (const value of minutes) {
    const bin = Math.floor(value / width)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  return Array.from({ length: spanIn(width) }, (_, index) => ({
    fromMinutes: (first + index) * width,
    toMinutes: (first + index + 1) * width,
    weeks: counts.get(first + index) ?? 0,
  }))
}
