import { BACKUP_LINE, FIRST_LINE, NONE, type Problem } from '../problem.ts'
import { isAsked, isUnbacked, needsBackup } from '../score/backing.ts'
import { isDouble } from '../score/neighbours.ts'
import { below, type Chance } from './chance.ts'
import { assign, findPlace, type Roster, rollBack } from './roster.ts'

/** Of more candidates than this the search tries a run that starts anywhere; `EVERYBODY` tries all. */
const A_FEW = 8
export const EVERYBODY = 1 << 15

/** Gives a slot to a person and lets the backup behind it follow: called out where it is needed, sent home where it is not. */
export function assignBacked(
  problem: Problem,
  roster: Roster,
  chance: Chance,
  slot: number,
  person: number,
  most = A_FEW,
): void {
  assign(problem, roster, slot, person)
  if (problem.role[slot] !== FIRST_LINE) return
  const { from, items } = problem.backers
  const isNeeded = needsBackup(problem, slot, person)
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    const backup = items[i]!
    if (problem.fixedTo[backup] !== NONE) continue
    const other = roster.holder[backup]!
    if (isNeeded && (other === NONE || other === person)) {
      if (isUnbacked(problem, roster.holder, slot)) assignCheapest(problem, roster, chance, backup, most)
    } else if (other !== NONE && problem.conditional[backup] === 1) {
      if (!isAsked(problem, roster.holder, backup)) assign(problem, roster, backup, NONE)
    }
  }
}

/** Gives a slot to the candidate who costs least and breaks nothing more; false when there is none, and the slot is left open. */
export function assignCheapest(
  problem: Problem,
  roster: Roster,
  chance: Chance,
  slot: number,
  most = A_FEW,
): boolean {
  const { from, items } = problem.candidates
  const first = from[slot]!
  const number = from[slot + 1]! - first
  const offset = number > most ? below(chance, number) : 0
  assign(problem, roster, slot, NONE)
  const { hard, cost, logged } = roster
  let best = NONE
  let bestHard = hard
  let bestCost = Number.MAX_VALUE
  for (let i = 0; i < Math.min(number, most); i++) {
    const person = items[first + ((offset + i) % number)]!
    if (clashes(problem, roster, person, slot)) continue
    take(problem, roster, chance, slot, person, most)
    if (roster.hard < bestHard || (roster.hard === bestHard && roster.cost < bestCost)) {
      best = person
      bestHard = roster.hard
      bestCost = roster.cost
    }
    rollBack(problem, roster, logged, hard, cost)
  }
  if (best === NONE) return false
  take(problem, roster, chance, slot, best, most)
  return true
}

/** A backup is only put in place; a first line calls its backup. */
function take(
  problem: Problem,
  roster: Roster,
  chance: Chance,
  slot: number,
  person: number,
  most: number,
): void {
  if (problem.role[slot] === BACKUP_LINE) assign(problem, roster, slot, person)
  else assignBacked(problem, roster, chance, slot, person, most)
}

/** A quick look: true when a neighbour in the person's list overlaps the slot, or has a hard rest that the slot would cut into. */
export function clashes(problem: Problem, roster: Roster, person: number, slot: number): boolean {
  const base = person * problem.slots
  const length = roster.length[person]!
  const at = findPlace(roster.list, base, length, slot)
  if (at > 0 && isClash(problem, roster.list[base + at - 1]!, slot)) return true
  return at < length && roster.list[base + at] !== slot && isClash(problem, slot, roster.list[base + at]!)
}

/** Whether two slots, the first no later than the second, cannot stand side by side in one person's list. */
export function isClash(problem: Problem, first: number, second: number): boolean {
  const gap = problem.start[second]! - problem.end[first]!
  return gap < 0 ? isDouble(problem, first, second) : gap > 0 && gap < problem.restAfterHard[first]!
}
