import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toProblem } from '../../src/solver/derive.ts'
import { blankProblem, NONE, type Problem } from '../../src/solver/problem.ts'
import { type RepairResult, repairRota } from '../../src/solver/repair/repair.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { assign, type Roster, rollBack, rosterOf } from '../../src/solver/search/roster.ts'
import { advanceSearch, bestRoster, startSearch } from '../../src/solver/search/search.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'
import { drawerOf } from './random-district.ts'
import { randomProblem } from './random-problem.ts'
import { randomUnitProblem } from './random-unit-problem.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const OPTIONS = { alternatives: 4, budget: 20_000 }

/** Changes that trying everything is taken to. */
const MOST_TRIED = 3

interface Case {
  readonly problem: Problem
  readonly former: Int16Array
}

/** A rota built for the problem, and the problem with somebody away for part of it; undefined where fixed slots break something. */
function awayCase(base: Problem, seed: number): Case | undefined {
  const draw = drawerOf(seed)
  const state = startSearch(base, seed, 500)
  advanceSearch(base, state, 500)
  const former = bestRoster(base, state).holder
  const person = draw(0, base.staff - 1)
  const from = draw(0, base.slots - 1)
  const refusal = base.refusal.slice()
  for (let slot = from; slot < base.slots && slot < from + 6; slot++)
    if (base.fixedTo[slot] === NONE) refusal[person * base.slots + slot] = 1
  const problem = toProblem({ ...base, refusal })
  const isSound = scoreOf(problem, rosterOf(problem, new Int16Array(base.slots).fill(NONE)).holder).hard === 0
  return isSound && base.movable.length <= 10 ? { problem, former } : undefined
}

/** The fewest changes that make a rota clean and full, by trying everything; undefined where more than `MOST_TRIED` are needed. */
function fewestByTrying({ problem, former }: Case): number | undefined {
  const roster = rosterOf(problem, former)
  for (let changes = 0; changes <= MOST_TRIED; changes++)
    if (tryFrom(problem, roster, 0, changes)) return changes
  return undefined
}

function tryFrom(problem: Problem, roster: Roster, first: number, changes: number): boolean {
  if (changes === 0) return roster.hard === 0 && roster.open === 0
  for (let i = first; i < problem.movable.length; i++) {
    const slot = problem.movable[i]!
    const { hard, cost, logged } = roster
    const former = roster.holder[slot]!
    for (let person = NONE; person < problem.staff; person++) {
      if (person === former) continue
      assign(problem, roster, slot, person)
      const isFound = tryFrom(problem, roster, i + 1, changes - 1)
      rollBack(problem, roster, logged, hard, cost)
      if (isFound) return true
    }
  }
  return false
}

function changesIn({ problem, former }: Case, holder: Int16Array): number[] {
  return Array.from(problem.movable).filter((slot) => holder[slot] !== former[slot])
}

/** What holds for every answer, and how the first repair compares with trying everything. */
function judge(found: Case, result: RepairResult): string {
  const { problem } = found
  const fewest = fewestByTrying(found)
  if (result.kind === 'undecided') return result.kind
  if (result.kind === 'impossible') {
    expect(fewest).toBeUndefined()
    return result.kind
  }
  const [best] = result.repairs
  for (const { holder, changed } of result.repairs) {
    expect(scoreOf(problem, holder)).toMatchObject({ hard: 0, open: 0 })
    expect(changed).toEqual(changesIn(found, holder))
    for (let slot = 0; slot < problem.slots; slot++)
      if (problem.fixedTo[slot] !== NONE) expect(holder[slot]).toBe(problem.fixedTo[slot])
  }
  if (result.isFewest && fewest !== undefined) expect(best!.changed.length).toBe(fewest)
  if (result.isFewest && fewest === undefined) expect(best!.changed.length).toBeGreaterThan(MOST_TRIED)
  if (fewest !== undefined) expect(best!.changed.length).toBeGreaterThanOrEqual(fewest)

  return result.isFewest ? `fewest ${best!.changed.length}` : 'repaired'
}

describe.each([
  ['by minutes', randomProblem],
  ['by units', randomUnitProblem],
])('a repair where rules are %s', (_, problemOf) => {
  const seen = new Map<string, number>()

  it('is clean, full, keeps fixed slots, and has as few changes as trying everything finds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = awayCase(problemOf(seed), seed)
        if (found === undefined) return
        const said = judge(found, repairRota(found.problem, found.former, OPTIONS))
        seen.set(said, (seen.get(said) ?? 0) + 1)
      }),
      { seed: 21, numRuns: 250 },
    )
    for (const kind of ['fewest 0', 'fewest 1', 'impossible'])
      expect([kind, seen.get(kind) ?? 0]).not.toEqual([kind, 0])
  }, 120_000)

  it('is the same each time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = awayCase(problemOf(seed), seed)
        if (found === undefined) return
        const once = repairRota(found.problem, found.former, OPTIONS)
        expect(repairRota(found.problem, found.former, OPTIONS)).toEqual(once)
      }),
      { seed: 22, numRuns: 15 },
    )
  }, 60_000)
})

describe('a repair that takes a duty from between two others', () => {
  it('heals the rest that the duty had filled, and never calls a broken rota repaired', () => {
    // Hours from, to, and of rest; the first doctor is away, the second works from midnight to midnight.
    const spans = [
      [0, 8, 11],
      [0, 8, 11],
      [8, 16, 0],
      [16, 24, 0],
      [16, 24, 0],
    ] as const
    const size = { slots: spans.length, staff: 3, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }
    const data = blankProblem(size, WEIGHTS)
    spans.forEach(([from, to, rest], slot) => {
      data.start[slot] = 60 * from
      data.end[slot] = 60 * to
      data.restAfterHard[slot] = 60 * rest
    })
    const refused = [
      [0, [0, 1, 2, 3, 4]],
      [1, [1, 4]],
      [2, [0, 3]],
    ] as const
    for (const [person, slots] of refused)
      for (const slot of slots) data.refusal[person * size.slots + slot] = 1
    const former = Int16Array.from([1, 0, 1, 1, 2])
    const found = { problem: toProblem(data), former }
    expect(judge(found, repairRota(found.problem, former, OPTIONS))).toBe('impossible')
  })
})
