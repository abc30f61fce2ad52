import type { ExactOptions } from '../../../src/solver/exact/model.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'

export interface Choice {
  readonly slot: number
  readonly person: number
}

/** Every way to give the free slots to those who may hold them; nobody only where a backup is held on condition. */
export function everyChoice(problem: Problem, free: readonly number[]): Choice[][] {
  const [slot, ...rest] = free
  if (slot === undefined) return [[]]
  const persons = Array.from({ length: problem.staff }, (_, person) => person).filter(
    (person) => problem.refusal[person * problem.slots + slot] === 0,
  )
  if (problem.conditional[slot] === 1) persons.push(NONE)
  const others = everyChoice(problem, rest)
  return persons.flatMap((person) => others.map((choices) => [{ slot, person }, ...choices]))
}

/** The least objective of all choices with no more breaches than `hard`; null when there is none. Throws where one has fewer. */
export function bestByTrying(
  problem: Problem,
  former: Int16Array,
  every: readonly (readonly Choice[])[],
  objective: ExactOptions['objective'],
  hard: number,
): number | null {
  let best: number | null = null
  for (const choices of every) {
    const holder = former.slice()
    let changes = 0
    for (const { slot, person } of choices) {
      changes += Number(former[slot] !== person)
      holder[slot] = person
    }
    const score = scoreOf(problem, holder)
    if (score.hard < hard) throw new Error(`${score.hard} breaches are fewer than ${hard}`)
    if (score.hard > hard) continue
    const cost = { cost: score.total, changes, none: 0 }[objective]
    if (best === null || cost < best) best = cost
  }
  return best
}
