import { BACKUP_LINE, NONE, type Problem } from '../problem.ts'
import { isWanted } from '../score/backing.ts'
import type { Grid } from '../units.ts'
import type { Chance } from './chance.ts'
import { constructUnits } from './construct-units.ts'
import { mend } from './mend.ts'
import { priced, priceHandOver } from './price.ts'
import { assign, type Roster, rollBack } from './roster.ts'
import { assignBacked, clashes, EVERYBODY } from './trial.ts'

/** Fills what is open by cheapest insertion: what stands behind others first, then whole blocks, then the slots with fewest candidates. */
export function construct(problem: Problem, roster: Roster, chance: Chance): void {
  if (problem.grid !== null) {
    constructUnits(problem, problem.grid, roster)
    mend(problem, problem.grid, roster)
    return
  }
  for (const unit of unitsOf(problem, roster)) fillUnit(problem, roster, chance, unit)
  fillLeft(problem, roster, chance)
}

/** Gives each slot back to its former holder, where there is one and that breaks nothing; what stands behind others goes first. */
export function takeUpFormer(problem: Problem, roster: Roster): void {
  const isBackup = (slot: number) => problem.role[slot] === BACKUP_LINE
  const slots = [...problem.movable].filter((slot) => problem.former[slot] !== NONE)
  for (const slot of [...slots.filter(isBackup), ...slots.filter((slot) => !isBackup(slot))]) {
    const { hard, cost } = roster
    assign(problem, roster, slot, problem.former[slot]!)
    if (roster.hard > hard) rollBack(problem, roster, 0, hard, cost)
    roster.logged = 0
  }
}

/** Gives what is still open to whoever can hold it, as long as anything can be filled. Nothing held changes but backup. */
export function fillLeft(problem: Problem, roster: Roster, chance: Chance): void {
  for (let missing = Number.MAX_VALUE; roster.open + roster.hard < missing; ) {
    missing = roster.open + roster.hard
    for (const slot of byDifficulty(problem, [...problem.movable])) fillUnit(problem, roster, chance, [slot])
  }
}

type Unit = readonly number[]

function unitsOf(problem: Problem, roster: Roster): Unit[] {
  const isOpen = (slot: number) => roster.holder[slot] === NONE && problem.conditional[slot] === 0
  const { from, items } = problem.blockSlots
  const units: Unit[] = []
  for (let block = 0; block < problem.blocks; block++) {
    const slots = [...items.subarray(from[block]!, from[block + 1]!)].filter(isOpen)
    if (slots.length > 0) units.push(slots)
  }
  for (const slot of problem.movable) if (problem.block[slot] === NONE && isOpen(slot)) units.push([slot])
  const rank = new Map(units.map((unit) => [unit, rankOf(problem, unit)]))
  return units.sort((a, b) => rank.get(a)! - rank.get(b)!)
}

function byDifficulty(problem: Problem, slots: number[]): number[] {
  return slots.sort((a, b) => candidatesOf(problem, a) - candidatesOf(problem, b) || a - b)
}

/** Lower goes first. */
function rankOf(problem: Problem, unit: Unit): number {
  const first = unit[0]!
  const fewest = Math.min(...unit.map((slot) => candidatesOf(problem, slot)))
  const isBackup = problem.role[first] === BACKUP_LINE
  return (isBackup ? 0 : 1_000_000) + fewest * 1000 - Math.min(999, unit.length * 10)
}

function candidatesOf(problem: Problem, slot: number): number {
  return problem.candidates.from[slot + 1]! - problem.candidates.from[slot]!
}

/** Gives all open slots of a unit to the one person who costs least without breaking anything; leaves them where nobody can. */
function fillUnit(problem: Problem, roster: Roster, chance: Chance, unit: Unit): void {
  const slots = unit.filter((slot) => isToFill(problem, roster.holder, slot))
  if (slots.length === 0) return
  if (problem.grid !== null) {
    for (const slot of slots) fillPriced(problem, problem.grid, roster, slot)
    return
  }
  let best = NONE
  let bestCost = Number.MAX_VALUE
  const { hard, cost } = roster
  for (let person = 0; person < problem.staff; person++) {
    if (!isPossible(problem, roster, person, slots)) continue
    for (const slot of slots) assignBacked(problem, roster, chance, slot, person, EVERYBODY)
    if (roster.hard <= hard && roster.cost < bestCost) {
      best = person
      bestCost = roster.cost
    }
    rollBack(problem, roster, 0, hard, cost)
  }
  if (best === NONE) return
  for (const slot of slots) assignBacked(problem, roster, chance, slot, best, EVERYBODY)
  roster.logged = 0
}

/** Gives a slot to whoever is cheapest, breaches at their price. */
function fillPriced(problem: Problem, grid: Grid, roster: Roster, slot: number): void {
  let best = NONE
  let bestCost = Number.MAX_VALUE
  const { from, items } = problem.candidates
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    priceHandOver(problem, grid, roster, slot, items[i]!)
    const cost = priced[1]! + problem.weights.breach * priced[0]!
    if (cost >= bestCost) continue
    best = items[i]!
    bestCost = cost
  }
  if (best === NONE) return
  assign(problem, roster, slot, best)
  roster.logged = 0
}

/** Open and missed; a conditional backup only while somebody in front of it lacks one. */
export function isToFill(problem: Problem, holder: Int16Array, slot: number): boolean {
  if (holder[slot] !== NONE) return false
  return problem.conditional[slot] === 0 || isWanted(problem, holder, slot)
}

function isPossible(problem: Problem, roster: Roster, person: number, slots: Unit): boolean {
  return slots.every(
    (slot) => problem.refusal[person * problem.slots + slot] === 0 && !clashes(problem, roster, person, slot),
  )
}
