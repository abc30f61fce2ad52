import { NONE, type Problem } from '../problem.ts'
import { closeCost } from '../score/cost.ts'
import { isDouble, isJudged, isTogether } from '../score/neighbours.ts'
import { areApart, type Together } from './clashes.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import type { Draft } from './model.ts'
import type { Clash, Entry } from './places.ts'

/** Slots that share time and may not, and those between which there must be rest that nothing could fill with duty. */
export function clashOfMinutes(problem: Problem): Clash {
  const { start, end, restAfterHard } = problem
  const isProlonged = Uint8Array.from(start, (_, slot) => Number(canBeProlonged(problem, slot)))
  return (before, after) => {
    if (start[after]! < end[before]! && start[before]! < end[after]!)
      return isDouble(problem, before, after) && isJudged(problem, before, after)
    const gap = start[after]! - end[before]!
    if (gap <= 0 || gap >= restAfterHard[before]! || isProlonged[before] === 1) return false
    return isJudged(problem, before, after)
  }
}

/** Whether any slot could make a slot's period last longer. */
function canBeProlonged(problem: Problem, slot: number): boolean {
  const { start, end, slots } = problem
  for (let other = 0; other < slots && start[other]! <= end[slot]!; other++)
    if (end[other]! > end[slot]! && !isOverlapBreach(problem, slot, other)) return true
  return false
}

function isOverlapBreach(problem: Problem, a: number, b: number): boolean {
  const { start, end } = problem
  return start[a]! < end[b]! && start[b]! < end[a]! && isDouble(problem, a, b)
}

/** Slots stand in order of start, and nothing clashes across the longest rest. */
export function reachOfMinutes({
  start,
  end,
  restAfterHard,
}: Problem): (before: number, after: number) => boolean {
  return (before, after) => start[after]! < end[before]! + Math.max(1, restAfterHard[before]!)
}

/**
 * Must-rests where a duty in between could prolong the period: one of those must then be held, and the rest counts from its end.
 * Periods of more than two duties are not all seen.
 */
export function addRest(draft: Draft, entries: readonly Entry[], together: Together): void {
  const { start, end, restAfterHard } = draft.problem
  entries.forEach((before, index) => {
    const rest = restAfterHard[before.slot]!
    if (rest === 0) return
    const later = entries.slice(index + 1)
    const longer = prolonging(draft.problem, entries, before)
    for (const after of later) {
      const gap = start[after.slot]! - end[before.slot]!
      if (gap > 0 && gap < rest) addTogether(draft, [before, after], longer, together)
    }
    for (const middle of longer) {
      const isStricter = restAfterHard[middle.slot]! >= rest || end[middle.slot] === end[before.slot]
      const further = isStricter ? [] : prolonging(draft.problem, entries, middle)
      for (const after of isStricter ? [] : later) {
        const gap = start[after.slot]! - end[middle.slot]!
        const isSeen = gap < restAfterHard[middle.slot]!
        if (gap > 0 && gap < rest && !isSeen) addTogether(draft, [before, middle, after], further, together)
      }
    }
  })
}

/** Not all of some entries, unless one of those that prolong them is held too. */
function addTogether(
  { linear }: Draft,
  entries: readonly Entry[],
  longer: readonly Entry[],
  together: Together,
): void {
  const columns = entries.map(({ column }) => column)
  if (columns.every((column) => column === NONE)) return
  if (columns.some((a) => columns.some((b) => together.get(a)?.has(b)))) return
  const all = sumOf(entries, 1)
  const fill = sumOf(longer, -1)
  const most = entries.length - 1 - all.fixed - fill.fixed
  addRow(linear, [...all.terms, ...fill.terms], -Infinity, most)
}

function prolonging(problem: Problem, entries: readonly Entry[], entry: Entry): Entry[] {
  return entries.filter((other) => other !== entry && prolongs(problem, entry, other))
}

/** Whether another entry of the person makes the period last beyond an entry's end, or stands for it as the last one. */
function prolongs({ start, end }: Problem, entry: Entry, other: Entry): boolean {
  if (start[other.slot]! > end[entry.slot]!) return false
  const later = end[other.slot]! - end[entry.slot]!
  return later > 0 || (later === 0 && other.slot < entry.slot)
}

function sumOf(entries: readonly Entry[], value: number): { readonly terms: Term[]; readonly fixed: number } {
  const terms = entries.flatMap(({ column }): Term[] => (column === NONE ? [] : [[value, column]]))
  return { terms, fixed: value * (entries.length - terms.length) }
}

/**
 * What the gap after each entry costs: as much as the dearest of the later entries that are held, which is the next one, unless
 * something in between makes it cheaper; that is taken off.
 */
export function addGaps(draft: Draft, entries: readonly Entry[], person: number, together: Together): void {
  const { problem, linear } = draft
  entries.forEach((before, index) => {
    const prices = pricesAfter(problem, entries, index, person)
    const longer = prolonging(problem, entries, before)
    const rows = prices.flatMap(({ after, price, isSoft }, i) => {
      if (price === 0) return []
      const cheaper = prices.slice(0, i).filter((other) => other.price < price)
      const off = [
        ...longer,
        ...cheaper.map((other) => other.after),
        ...(isSoft ? hardBefore(problem, entries, before) : []),
      ]
      return [{ after, price, off }]
    })
    addDearest(linear, before, rows, together)
  })
}

interface Priced {
  readonly after: Entry
  readonly price: number
  /** Whether the price holds only where no must-rest stands in its place. */
  readonly isSoft: boolean
}

/** The later entries within reach that do not touch this one, and what a gap to each costs. */
function pricesAfter(problem: Problem, entries: readonly Entry[], index: number, person: number): Priced[] {
  const { start, end, restAfterHard, restAfterSoft, restBefore, weights } = problem
  const before = entries[index]!
  const found: Priced[] = []
  for (const after of entries.slice(index + 1)) {
    const gap = start[after.slot]! - end[before.slot]!
    if (gap <= 0) continue
    if (gap >= problem.horizon[person]!) break
    const soft = restAfterHard[before.slot] === 0 ? restAfterSoft[before.slot]! : 0
    const isFree =
      before.column === NONE && after.column === NONE && !isJudged(problem, before.slot, after.slot)
    const short = isFree ? 0 : Math.max(0, Math.max(soft, restBefore[after.slot]!) - gap)
    const close = isTogether(problem, before.slot, after.slot) ? 0 : closeCost(problem, person, gap)
    found.push({
      after,
      price: close + weights.warnMinute * short,
      isSoft: short > 0 && soft > restBefore[after.slot]!,
    })
  }
  return found
}

/** Entries with a must-rest that may stand in one period with an entry and end no later. */
function hardBefore(
  { start, end, restAfterHard }: Problem,
  entries: readonly Entry[],
  entry: Entry,
): Entry[] {
  const period = new Set([entry])
  let earliest = start[entry.slot]!
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const other of entries) {
      if (period.has(other) || end[other.slot]! < earliest || start[other.slot]! > end[entry.slot]!) continue
      period.add(other)
      earliest = Math.min(earliest, start[other.slot]!)
      isGrowing = true
    }
  }
  return [...period].filter((other) => restAfterHard[other.slot]! > 0 && other !== entry)
}

interface Dear {
  readonly after: Entry
  readonly price: number
  /** Where any of these is held, the price is not charged. */
  readonly off: readonly Entry[]
}

function addDearest(linear: Draft['linear'], before: Entry, rows: readonly Dear[], together: Together): void {
  let sure = 0
  const open: { price: number; terms: Term[]; fixed: number }[] = []
  for (const group of alikeRows(rows, together)) {
    const pair = sumOf([before, ...group.afters], 1)
    const off = sumOf(group.off, -1)
    const terms = [...pair.terms, ...off.terms]
    const fixed = pair.fixed + off.fixed - 1
    const isOpen = group.afters.some(({ column }) => column !== NONE)
    if (fixed + Number(before.column !== NONE) + Number(isOpen) < 1) continue
    if (terms.length === 0) sure = Math.max(sure, group.price * fixed)
    else open.push({ price: group.price, terms, fixed })
  }
  if (open.length === 0) {
    linear.constant += sure
    return
  }
  const cost = addColumn(linear, { lower: sure, upper: Infinity, cost: 1 })
  for (const { price, terms, fixed } of open)
    addRow(
      linear,
      [[1, cost], ...terms.map(([value, column]): Term => [-price * value, column])],
      price * fixed,
      Infinity,
    )
}

/** Rows of one price on entries of which at most one can be held become one row. */
function alikeRows(
  rows: readonly Dear[],
  together: Together,
): { price: number; afters: Entry[]; off: readonly Entry[] }[] {
  const groups: { price: number; afters: Entry[]; off: readonly Entry[] }[] = []
  for (const { after, price, off } of rows) {
    const group = groups.at(-1)
    const isAlike =
      group !== undefined &&
      after.column !== NONE &&
      group.price === price &&
      group.off.length === off.length &&
      group.off.every((entry, i) => entry === off[i]) &&
      group.afters.every(({ column }) => column !== NONE) &&
      areApart(
        together,
        [...group.afters, after].map(({ column }) => column),
      )
    if (isAlike) group.afters.push(after)
    else groups.push({ price, afters: [after], off })
  }
  return groups
}
