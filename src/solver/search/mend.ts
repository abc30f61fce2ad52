import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { mayHold } from './candidates.ts'
import { assign, type Roster } from './roster.ts'
import { exchangeHolders } from './seat.ts'
import { lossOf, valueOfExchange, valueOfHandOver } from './value.ts'

const ROUNDS = 6
/** Units to each side in which somebody to exchange with is looked for. */
const NEAR = 8

/** Goes through the slots that stand in a breach and makes for each the one change that mends most, as long as that helps. */
export function mend(problem: Problem, grid: Grid, roster: Roster): void {
  for (let round = 0; round < ROUNDS && roster.hard > 0; round++) {
    const { hard } = roster
    for (const slot of problem.movable) {
      if (roster.holder[slot] === NONE || lossOf(grid, roster, slot) > -grid.penalty) continue
      mendSlot(problem, grid, roster, slot)
      roster.logged = 0
    }
    if (roster.hard >= hard) return
  }
}

function mendSlot(problem: Problem, grid: Grid, roster: Roster, slot: number): void {
  const former = roster.holder[slot]!
  const loss = lossOf(grid, roster, slot)
  const { from, items } = problem.candidates
  let least = 0
  let taker = NONE
  let partner = NONE
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    if (items[i] === former) continue
    const value = valueOfHandOver(problem, grid, roster, slot, items[i]!, loss)
    if (value >= least) continue
    least = value
    taker = items[i]!
  }
  const unit = grid.unit[slot]!
  const first = grid.firstOf[Math.max(0, unit - NEAR)]!
  const last = grid.firstOf[Math.min(grid.firstOf.length - 1, unit + NEAR + 1)]!
  for (let other = first; other < last; other++) {
    const person = roster.holder[other]!
    if (person === NONE || person === former || problem.fixedTo[other] !== NONE) continue
    if (!mayHold(problem, person, slot) || !mayHold(problem, former, other)) continue
    const value = valueOfExchange(problem, grid, roster, slot, other)
    if (value >= least) continue
    least = value
    partner = other
  }
  if (partner !== NONE) exchangeHolders(problem, grid, roster, slot, partner)
  else if (taker !== NONE) assign(problem, roster, slot, taker)
}
