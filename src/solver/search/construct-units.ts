import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { assign, type Roster } from './roster.ts'
import { valueOfHandOver } from './value.ts'

/**
 * Fills what is open, group by group: first what the rule with the longest units looks at (whole weekends in order of time, so
 * that nobody stands idle between two that are theirs), then day by day what most rules look at. Of a group always the slot that
 * would lose most if its cheapest taker went elsewhere. Breaches are weighed, not shunned; a conditional backup follows its front.
 */
export function constructUnits(problem: Problem, grid: Grid, roster: Roster): void {
  const open = [...problem.movable].filter(
    (slot) => roster.holder[slot] === NONE && problem.conditional[slot] === 0,
  )
  const groups = Map.groupBy(open, (slot) => groupOf(grid, slot))
  for (const key of [...groups.keys()].sort((a, b) => a - b))
    fillByRegret(problem, grid, roster, groups.get(key)!)
}

/** Lower goes first. */
function groupOf({ tables, cell, unit }: Grid, slot: number): number {
  const coarse = tables.reduce((best, table) => (table.units < best.units ? table : best))
  if (coarse !== tables[0] && coarse.unit[slot] !== NONE) return coarse.unit[slot]!
  let seen = 0
  for (let i = 0; i < tables.length; i++) seen += Number(cell[slot * tables.length + i] !== NONE)
  return (1 + tables.length - seen) * MANY_UNITS + unit[slot]!
}

const MANY_UNITS = 1_000_000

interface Offer {
  readonly slot: number
  person: number
  second: number
  regret: number
}

function fillByRegret(problem: Problem, grid: Grid, roster: Roster, slots: readonly number[]): void {
  const offers = slots.map((slot) => ({ slot, person: NONE, second: NONE, regret: 0 }))
  for (const offer of offers) seek(problem, grid, roster, offer)
  while (offers.length > 0) {
    let best = 0
    for (let i = 1; i < offers.length; i++) if (offers[i]!.regret > offers[best]!.regret) best = i
    const { slot, person } = offers[best]!
    offers[best] = offers[offers.length - 1]!
    offers.pop()
    if (person === NONE) continue
    assign(problem, roster, slot, person)
    roster.logged = 0
    callBackup(problem, grid, roster, slot)
    for (const offer of offers)
      if (offer.person === person || offer.second === person) seek(problem, grid, roster, offer)
  }
}

/** The two cheapest takers, and how much the second is worse. */
function seek(problem: Problem, grid: Grid, roster: Roster, offer: Offer): void {
  const { from, items } = problem.candidates
  let least = Infinity
  let next = Infinity
  offer.person = NONE
  offer.second = NONE
  for (let i = from[offer.slot]!; i < from[offer.slot + 1]!; i++) {
    const person = items[i]!
    const value = valueOfHandOver(problem, grid, roster, offer.slot, person, 0)
    if (value < least) {
      next = least
      offer.second = offer.person
      least = value
      offer.person = person
    } else if (value < next) {
      next = value
      offer.second = person
    }
  }
  offer.regret = next - least
}

/** Fills conditional backups where somebody now lacks one. */
function callBackup(problem: Problem, grid: Grid, roster: Roster, slot: number): void {
  if (grid.backs[slot] === 0) return
  const { from, items } = problem.backers
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    const behind = items[i]!
    if (roster.holder[behind] !== NONE || problem.fixedTo[behind] !== NONE) continue
    const offer = { slot: behind, person: NONE, second: NONE, regret: 0 }
    seek(problem, grid, roster, offer)
    if (offer.person === NONE) continue
    if (valueOfHandOver(problem, grid, roster, behind, offer.person, 0) >= 0) continue
    assign(problem, roster, behind, offer.person)
    roster.logged = 0
  }
}
