import { NONE, type Problem } from '../problem.ts'
import { isIdle, isUnbacked, needsBackup } from '../score/backing.ts'
import { CHANCE_WORDS, seedChance } from '../search/chance.ts'
import { fillLeft, isToFill } from '../search/construct.ts'
import { assign, type Roster, rollBack, rosterOf } from '../search/roster.ts'
import { advanceSearch } from '../search/search.ts'
import type { Steps } from './holdings.ts'

/** Goes on from some holders for so many iterations; of a problem without costs, it mends what it can. */
export function heal(
  problem: Problem,
  former: Int16Array,
  iterations: number,
  steps: Steps,
  seed = 1,
): Roster {
  steps.left -= iterations
  const movable = new Set(problem.movable)
  const roster = rosterOf(
    problem,
    former.map((person, slot) => (movable.has(slot) ? person : NONE)),
  )
  const chance = new Uint32Array(CHANCE_WORDS)
  seedChance(chance, seed)
  fillLeft(problem, roster, chance)
  const best = roster.holder.slice()
  const target = leastHard(problem)
  const state = {
    ...{ roster, chance, best, bestHard: roster.hard, bestCost: roster.cost },
    ...{ iteration: 0, planned: iterations, fingerprint: 0 },
  }
  for (let done = 0; done < iterations && (state.bestHard > target || state.bestCost > 0); done += LOOK)
    advanceSearch(problem, state, LOOK)
  const healed = rosterOf(problem, best)
  for (const slot of problem.movable)
    if (isIdle(problem, healed.holder, slot)) assign(problem, healed, slot, NONE)
  healed.logged = 0
  return healed
}

/** Whether all is held, and nothing broken but among what is held for good. */
export function isHealed(problem: Problem, roster: Roster): boolean {
  return roster.open === 0 && roster.hard <= leastHard(problem)
}

function leastHard(problem: Problem): number {
  return rosterOf(problem, new Int16Array(problem.slots).fill(NONE)).hard
}

/** Iterations between two looks at whether all is well. */
const LOOK = 1024

/**
 * Places that must be held and are not, or that break something where they are: freed, they would leave fewer breaches. For a
 * backup that need not be held, those in front of it that need one. By start.
 */
export function troublesIn(problem: Problem, roster: Roster): number[] {
  const asked = slotsInTrouble(problem, roster).flatMap((slot) =>
    problem.conditional[slot] === 0
      ? [slot]
      : frontsOf(problem, slot).filter((front) => needsBackup(problem, front, roster.holder[front]!)),
  )
  return [...new Set(asked)].filter((slot) => problem.fixedTo[slot] === NONE).sort((a, b) => a - b)
}

function frontsOf({ fronts }: Problem, backup: number): number[] {
  return [...fronts.items.subarray(fronts.from[backup]!, fronts.from[backup + 1]!)]
}

/** What must be taken from each person in turn for the rest to stand: all is taken, and given back as long as nothing breaks. */
function slotsInTrouble(problem: Problem, roster: Roster): number[] {
  const found = [...problem.movable].filter((slot) => isToFill(problem, roster.holder, slot))
  const { hard, cost, logged } = roster
  for (let person = 0; person < problem.staff && roster.hard > 0; person++) {
    const held = [...problem.movable].filter((slot) => roster.holder[slot] === person)
    for (const slot of held) assign(problem, roster, slot, NONE)
    for (const slot of held) {
      const { hard: before, cost: beforeCost, logged: mark } = roster
      const unbacked = unbackedBefore(problem, roster, slot)
      assign(problem, roster, slot, person)
      // A backup given back mends what lies before it, which must not hide what it breaks.
      if (roster.hard - unbackedBefore(problem, roster, slot) <= before - unbacked) continue
      rollBack(problem, roster, mark, before, beforeCost)
      found.push(slot)
    }
  }
  rollBack(problem, roster, logged, hard, cost)
  return found
}

function unbackedBefore(problem: Problem, { holder }: Roster, backup: number): number {
  return frontsOf(problem, backup).filter((front) => isUnbacked(problem, holder, front) === 1).length
}
