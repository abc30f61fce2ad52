import { toProblem } from '../derive.ts'
import { NONE, type Problem } from '../problem.ts'
import { isAsked } from '../score/backing.ts'
import { rosterOf } from '../search/roster.ts'
import { bareOf, withHolders } from './bare.ts'
import type { Relaxation, Tried } from './clash.ts'
import { fill, growClash } from './grow.ts'
import { heal, isHealed, troublesIn } from './heal.ts'
import { type Steps, within } from './holdings.ts'
import type { WayOut } from './relax.ts'

const ROUNDS = 12
const ITERATIONS = 40_000
/** Steps for one try at the whole. */
const WHOLE = 700_000
const GLANCE = 200_000
const DAY = 1440

/** A rota of the whole in which the places of a clash are held as a way out has them, and nothing else is broken or open. */
export function tryWhole(
  problem: Problem,
  holder: Int16Array,
  { relaxation, holders }: WayOut,
  steps: Steps,
): Tried | undefined {
  const leftOpen = relaxation.kind === 'leave-open' ? relaxation.slot : NONE
  const unlocked = relaxation.kind === 'unlock' ? unlockedFrom(problem, relaxation.slot) : problem
  const bare = bareOf(unlocked, (slot) => slot !== leftOpen)
  const isForgotten = relaxation.kind === 'forget-fact'
  const freed = relaxation.kind === 'forget-fact' ? withoutRefusal(bare, relaxation) : bare
  const settled = withHolders(freed, isForgotten ? new Map() : needed(problem, holders))
  if (clashesStill(settled, holders, holder, steps)) return undefined
  const found = within(steps, WHOLE, (part) => fillWhole(settled, holder, part))
  return found && { changes: [relaxation], holder: found }
}

/** A quick look at the days around: where they clash all the same, the whole need not be tried. */
function clashesStill(
  settled: Problem,
  holders: ReadonlyMap<number, number>,
  holder: Int16Array,
  steps: Steps,
): boolean {
  const { start } = settled
  const starts = [...holders.keys()].map((slot) => start[slot]!)
  const from = Math.min(...starts) - 5 * DAY
  const to = Math.max(...starts) + 5 * DAY
  const near = bareOf(settled, (slot) => start[slot]! >= from && start[slot]! <= to)
  return within(steps, GLANCE, (part) => fill(near, holder, part, settled)).kind === 'impossible'
}

/** Without one reason; whatever else keeps the person away stands. */
function withoutRefusal(
  problem: Problem,
  { person, bit, slots }: Extract<Relaxation, { kind: 'forget-fact' }>,
): Problem {
  const refusal = problem.refusal.slice()
  for (const slot of slots) refusal[person * problem.slots + slot]! &= ~(1 << bit)
  const { movable } = problem
  return { ...toProblem({ ...problem, refusal }), movable }
}

/** A place held for good, to be held by anybody. */
export function unlockedFrom(problem: Problem, slot: number): Problem {
  const fixedTo = problem.fixedTo.slice()
  fixedTo[slot] = NONE
  return toProblem({ ...problem, fixedTo })
}

/** One place left open for each clash in turn, as long as clashes are shown: of each, one that healing leaves over. */
export function leaveFew(
  problem: Problem,
  holder: Int16Array,
  clashing: readonly number[],
  steps: Steps,
): Tried | undefined {
  const opened: number[] = []
  let core = clashing
  let former = holder
  while (opened.length < MOST_OPENED && steps.left > 0) {
    const before = bareOf(problem, (slot) => !opened.includes(slot))
    const healed = heal(before, former, ITERATIONS, steps)
    const troubles = troublesIn(before, healed)
    opened.push(core.find((slot) => troubles.includes(slot)) ?? core[0]!)
    former = healed.holder.slice()
    for (const slot of opened) former[slot] = NONE
    const bare = bareOf(problem, (slot) => !opened.includes(slot))
    // Looked for first: where there is another clash, filling would only use up its steps.
    const grown = within(steps, WHOLE, (part) => growClash(bare, former, part))
    if (grown.kind === 'impossible') {
      core = grown.slots
      continue
    }
    const whole = within(steps, WHOLE, (part) => fillWhole(bare, former, part))
    return whole && { changes: opened.map((slot) => ({ kind: 'leave-open', slot })), holder: whole }
  }
  return undefined
}

const MOST_OPENED = 6

/** A rota in which what clashes is left open, as few places as are found, and all else is held and unbroken. */
export function leaveOpen(problem: Problem, holder: Int16Array, steps: Steps): Tried | undefined {
  const bare = bareOf(problem, () => true)
  let best: Tried | undefined
  let former = holder
  for (let round = 1; round <= OPENINGS && steps.left > 0; round++) {
    const roster = heal(bare, former, ITERATIONS, steps, round)
    former = roster.holder.slice()
    const troubles = troublesIn(bare, roster)
    const opened = former.slice()
    for (const slot of troubles) opened[slot] = NONE
    if (rosterOf(bare, opened).hard > 0 || (best && best.changes.length <= troubles.length)) continue
    best = { changes: troubles.map((slot) => ({ kind: 'leave-open', slot })), holder: opened }
  }
  return best
}

const OPENINGS = 5

/** Heals, and where that gets stuck, fills the days around it exactly with everything else held as it is. */
export function fillWhole(bare: Problem, holder: Int16Array, steps: Steps): Int16Array | undefined {
  let former = holder
  for (let round = 1; round <= ROUNDS && steps.left > 0; round++) {
    const roster = heal(bare, former, ITERATIONS, steps, round)
    if (isHealed(bare, roster)) return roster.holder
    const [first] = troublesIn(bare, roster)
    if (first === undefined) return undefined
    const reach = (2 + 3 * (round % 4)) * DAY
    const isNear = (slot: number) => Math.abs(bare.start[slot]! - bare.start[first]!) <= reach
    const far = [...bare.movable].filter((slot) => !isNear(slot) && roster.holder[slot] !== NONE)
    const near = withHolders(bare, new Map(far.map((slot) => [slot, roster.holder[slot]!])), isNear)
    const filled = fill(near, roster.holder, steps)
    former = filled.kind === 'filled' ? filled.holder : roster.holder
  }
  return undefined
}

/** Without backups behind nobody who needs one. */
function needed(problem: Problem, holders: ReadonlyMap<number, number>): Map<number, number> {
  const holder = new Int16Array(problem.slots).fill(NONE)
  for (const [slot, person] of holders) holder[slot] = person
  return new Map(
    [...holders].filter(([slot]) => problem.conditional[slot] === 0 || isAsked(problem, holder, slot)),
  )
}
