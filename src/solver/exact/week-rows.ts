import { ELSEWHERE, NONE, type Problem, UNKNOWN, WEEKS_PER_SLOT } from '../problem.ts'
import { overCost, weekOver } from '../score/cost.ts'
import type { Together } from './clashes.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import type { Draft } from './model.ts'
import type { Entry } from './places.ts'

/** Minutes over the caps at which the rising price is touched from below. */
const TOUCHED = [0, 60, 180, 360, 720, 1200, 2000, 3600]

/** Minutes above the caps of each of a person's weeks, at a price that rises: touched from below by straight lines. */
export function addWeeks(draft: Draft, entries: readonly Entry[], person: number, together: Together): void {
  const byWeek = new Map<number, Entry[]>()
  for (const entry of entries) {
    if (draft.problem.role[entry.slot] === ELSEWHERE) continue
    for (const week of weeksOf(draft.problem, entry.slot))
      byWeek.set(week, [...(byWeek.get(week) ?? []), entry])
  }
  for (const [week, own] of byWeek) addWeek(draft, apartOnly(draft.problem, own, together), person, week)
}

function weeksOf({ week }: Problem, slot: number): number[] {
  return [...week.subarray(slot * WEEKS_PER_SLOT, (slot + 1) * WEEKS_PER_SLOT)].filter((at) => at !== NONE)
}

/** Some of the entries, none of which can be held together with another at one time: common time counts once. */
function apartOnly({ start, end }: Problem, entries: readonly Entry[], together: Together): Entry[] {
  const chosen: Entry[] = []
  const fixedFirst = entries.toSorted((a, b) => Number(a.column !== NONE) - Number(b.column !== NONE))
  for (const entry of fixedFirst) {
    const isDoubled = chosen.some((other) => {
      const isBesides = start[other.slot]! < end[entry.slot]! && start[entry.slot]! < end[other.slot]!
      return isBesides && !together.get(entry.column)?.has(other.column)
    })
    if (!isDoubled) chosen.push(entry)
  }
  return chosen
}

function addWeek(draft: Draft, entries: readonly Entry[], person: number, week: number): void {
  const { problem, linear } = draft
  const at = person * problem.weeks + week
  const known = problem.otherMinutes[at] !== UNKNOWN
  const base = { duty: problem.otherDutyMinutes[at]!, total: Math.max(0, problem.otherMinutes[at]!) }
  const before = weekOver(problem, at, week, base.duty, base.total)
  const duty = minutesIn(problem, problem.addedDutyMinutes, entries, person, week)
  const total = minutesIn(problem, problem.addedMinutes, entries, person, week)
  const sums = [
    { ...duty, over: base.duty + duty.fixed - problem.weekDutyCap[week]! },
    ...(known ? [{ ...total, over: base.total + total.fixed - problem.weekTotalCap[week]! }] : []),
  ]
  const surely = sums.reduce((sum, { over }) => sum + Math.max(0, over), 0)
  const open = sums.filter(({ over, most }) => over + most > 0 && most > 0)
  const least = overCost(problem, surely) - overCost(problem, before)
  if (open.length === 0) {
    linear.constant += least
    return
  }
  const columns = sums.map(({ over, terms }) => {
    const column = addColumn(linear, { lower: Math.max(0, over), upper: Infinity })
    addRow(linear, [[1, column], ...terms.map(([value, x]): Term => [-value, x])], over, Infinity)
    return column
  })
  const cost = addColumn(linear, { lower: least, upper: Infinity, cost: 1 })
  for (const minutes of TOUCHED) {
    const rise = problem.weights.warnMinute * (1 + minutes / 1600)
    // The price is rounded to whole points, so that the line stands half a point lower.
    const from = overCost(problem, minutes) - 1 - rise * minutes - overCost(problem, before)
    addRow(linear, [[1, cost], ...columns.map((column): Term => [-rise, column])], from, Infinity)
  }
}

function minutesIn(
  { slots, week }: Problem,
  added: Int16Array,
  entries: readonly Entry[],
  person: number,
  wanted: number,
): { readonly terms: Term[]; readonly fixed: number; readonly most: number } {
  const terms: Term[] = []
  let fixed = 0
  let most = 0
  for (const { slot, column } of entries) {
    for (let i = 0; i < WEEKS_PER_SLOT; i++) {
      if (week[slot * WEEKS_PER_SLOT + i] !== wanted) continue
      const minutes = added[(person * slots + slot) * WEEKS_PER_SLOT + i]!
      if (column === NONE) fixed += minutes
      else if (minutes > 0) {
        terms.push([minutes, column])
        most += minutes
      }
    }
  }
  return { terms, fixed, most }
}
