import { NONE, type Problem } from '../problem.ts'
import { isBearable } from '../score/cost.ts'
import { CHANCE_WORDS, type Chance, nextWord, seedChance } from './chance.ts'
import { construct, fillLeft } from './construct.ts'
import { coolness, EXPONENTIALS } from './cooling.ts'
import { makeMove } from './moves.ts'
import { type Roster, rollBack, rosterOf } from './roster.ts'

/** A search that can stop after any iteration and go on from the same place. */
export interface SearchState {
  readonly roster: Roster
  readonly chance: Chance
  /** The fewest hard breaches, and among those the lowest cost, met so far. */
  readonly best: Int16Array
  bestHard: number
  bestCost: number
  /** Iterations done, and how many the cooling is spread over; it stays cool when more are asked for. */
  iteration: number
  readonly planned: number
}

/** Builds a first rota by cheapest insertion; `planned` is the number of iterations that will be asked for in all. */
export function startSearch(problem: Problem, seed: number, planned = PLANNED): SearchState {
  const chance = new Uint32Array(CHANCE_WORDS)
  seedChance(chance, seed)
  const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
  construct(problem, roster, chance)
  return {
    roster,
    chance,
    best: roster.holder.slice(),
    bestHard: roster.hard,
    bestCost: roster.cost,
    iteration: 0,
    planned: Math.max(1, planned),
  }
}

const PLANNED = 1_000_000

/** 'LVP1', little-endian: the layout below. Raise the last sign when it changes. */
const MAGIC = 0x3150564c
const HEADER = 48

/** Iterations between two temperatures. */
const STEP = 1024

/** Does exactly so many iterations; n and then m give the same as n + m. */
export function advanceSearch(problem: Problem, state: SearchState, iterations: number): void {
  const { roster, chance } = state
  const last = state.iteration + iterations
  if (problem.movable.length === 0) state.iteration = last
  while (state.iteration < last) {
    const step = state.iteration - (state.iteration % STEP)
    const { firstTemperature, halvings } = problem.weights
    const temperature = firstTemperature * coolness(step / state.planned, halvings)
    const until = Math.min(last, step + STEP)
    for (; state.iteration < until; state.iteration++) {
      const { hard, cost } = roster
      // A move that is priced beforehand must know the patience; the others draw it only for what they have made.
      const known = problem.grid === null ? 0 : drawPatience(chance, temperature)
      if (!makeMove(problem, roster, chance, known)) {
        if (roster.logged > 0) rollBack(problem, roster, 0, hard, cost)
        continue
      }
      const patience = problem.grid === null ? drawPatience(chance, temperature) : known
      if (!isBearable(problem, roster.hard - hard, roster.cost - cost, patience)) {
        rollBack(problem, roster, 0, hard, cost)
      } else {
        roster.logged = 0
        if (roster.hard < state.bestHard || (roster.hard === state.bestHard && roster.cost < state.bestCost))
          keepBest(state)
      }
    }
  }
}

/** How much worse the rota may become by one change. */
function drawPatience(chance: Chance, temperature: number): number {
  return temperature * EXPONENTIALS[nextWord(chance) >>> 20]!
}

/** Everything a search needs to go on, in one buffer: header, then holders now and holders of the best, two bytes each. */
export function saveState(state: SearchState): Uint8Array {
  const { roster, best } = state
  const bytes = new Uint8Array(HEADER + 4 * best.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, best.length, true)
  view.setFloat64(8, state.iteration, true)
  view.setFloat64(16, state.planned, true)
  for (let i = 0; i < CHANCE_WORDS; i++) view.setUint32(24 + 4 * i, state.chance[i]!, true)
  for (let slot = 0; slot < best.length; slot++) {
    view.setInt16(HEADER + 2 * slot, roster.holder[slot]!, true)
    view.setInt16(HEADER + 2 * (best.length + slot), best[slot]!, true)
  }
  return bytes
}

/** @throws when the bytes were not saved from a search of this problem. */
export function loadState(problem: Problem, bytes: Uint8Array): SearchState {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = problem.slots
  if (bytes.byteLength !== HEADER + 4 * length || view.getUint32(0, true) !== MAGIC)
    throw new Error(`${bytes.byteLength} bytes are no saved search of a problem with ${length} slots`)
  const holders = (from: number) =>
    Int16Array.from({ length }, (_, slot) => view.getInt16(HEADER + 2 * (from + slot), true))
  const best = holders(length)
  const bestRoster = rosterOf(problem, best)
  return {
    roster: rosterOf(problem, holders(0)),
    chance: Uint32Array.from({ length: CHANCE_WORDS }, (_, i) => view.getUint32(24 + 4 * i, true)),
    best,
    bestHard: bestRoster.hard,
    bestCost: bestRoster.cost,
    iteration: view.getFloat64(8, true),
    planned: view.getFloat64(16, true),
  }
}

/** The best rota met, with whatever in it is still open and can be filled; the search itself stays as it is. */
export function bestRoster(problem: Problem, state: SearchState): Roster {
  const roster = rosterOf(problem, state.best)
  fillLeft(problem, roster, state.chance.slice())
  return roster
}

function keepBest(state: SearchState): void {
  state.best.set(state.roster.holder)
  state.bestHard = state.roster.hard
  state.bestCost = state.roster.cost
}
