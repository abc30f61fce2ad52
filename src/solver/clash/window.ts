import type { Problem } from '../problem.ts'

/** A stretch of the problem's axis, in minutes; slots that start in [from, to) lie in it. */
export interface Days {
  readonly from: number
  readonly to: number
}

const WEEK = 7 * 1440
/** In weeks. */
const LENGTHS: readonly number[] = [1, 2, 3, 4]

/** Whole weeks that some slots lie in, short stretches first, and of one length those with the most of the slots. */
export function windowsAround(problem: Problem, slots: readonly number[]): Days[] {
  const first = problem.movable[0]
  if (first === undefined) return []
  const origin = Math.floor(problem.start[first]! / 1440) * 1440
  const weekOf = (slot: number) => Math.floor((problem.start[slot]! - origin) / WEEK)
  const last = weekOf(problem.movable.at(-1)!)
  return LENGTHS.filter((length) => length === 1 || length <= last + 1).flatMap((length) => {
    const firsts = new Set(slots.flatMap((slot) => startsAround(weekOf(slot), length, last)))
    const found = [...firsts].map((week) => ({
      days: { from: origin + week * WEEK, to: origin + (week + length) * WEEK },
      inside: slots.filter((slot) => weekOf(slot) >= week && weekOf(slot) < week + length).length,
      week,
    }))
    return found.sort((a, b) => b.inside - a.inside || a.week - b.week).map(({ days }) => days)
  })
}

function startsAround(week: number, length: number, last: number): number[] {
  return Array.from({ length }, (_, i) => week - i).filter(
    (first) => first >= 0 && first + length <= last + 1,
  )
}
