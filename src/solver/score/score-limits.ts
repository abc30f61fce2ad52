import type { Mean } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { heldBits, judgeChain } from './chains.ts'
import type { Found } from './found.ts'
import type { Holding } from './holding.ts'
import { aloneOf, judgeMean, weekBits, weekSum } from './means.ts'
import { judgeStretches } from './stretches.ts'
import { judgeTurns } from './turns.ts'
import { addWeekRest, restShort } from './week-rest.ts'

/** Everything that the limits find of one person, counted anew; what special holidays cost goes to `turns`. */
export function scoreLimits(
  problem: Problem,
  holding: Holding,
  person: number,
  found: Found,
  turnsFound: Found,
): void {
  const { chains, stretches, means, weekRest, turns } = problem.limits
  for (const chain of chains) {
    const bits = Uint8Array.from(chain.start, (_, at) => heldBits(problem, chain, holding, person, at))
    judgeChain(problem, chain, bits, 0, found)
  }
  if (turns !== null) {
    const bits = Uint8Array.from(turns.start, (_, at) => heldBits(problem, turns, holding, person, at))
    judgeTurns(problem, turns, bits, person, 0, turnsFound)
  }
  const low = person * problem.slots
  const high = low + holding.length[person]!
  for (const stretch of stretches) judgeStretches(problem, stretch, holding, person, low, high, found)
  for (const mean of means) scoreMean(problem, mean, holding, person, found)
  if (weekRest === null) return
  for (let week = 0; week < problem.weeks; week++)
    addWeekRest(problem, restShort(problem, weekRest, holding, person, week), found)
}

function scoreMean(problem: Problem, mean: Mean, holding: Holding, person: number, found: Found): void {
  const weeks = Array.from(mean.isWhole, (_, week) => week)
  judgeMean(
    problem,
    mean,
    person,
    Float64Array.from(weeks, (week) => weekSum(problem, mean, holding, person, week)),
    aloneOf(problem, mean).subarray(person * weeks.length, (person + 1) * weeks.length),
    Uint8Array.from(weeks, (week) => weekBits(problem, mean, holding, person, week)),
    0,
    found,
  )
}
