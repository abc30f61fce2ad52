import { NONE, type Problem } from '../problem.ts'
import { below, type Chance } from './chance.ts'

/** One of those who may hold the slot, or NONE where nobody may. */
export function drawCandidate(problem: Problem, chance: Chance, slot: number): number {
  const { from, items } = problem.candidates
  const number = from[slot + 1]! - from[slot]!
  return number === 0 ? NONE : items[from[slot]! + below(chance, number)]!
}

/** Whether nothing about the two alone keeps the person from the slot. */
export function mayHold(problem: Problem, person: number, slot: number): boolean {
  return problem.refusal[person * problem.slots + slot] === 0
}
