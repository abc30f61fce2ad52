import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLegevaktProblem } from '../../src/cli/legevakt-problem.ts'
import type { LegevaktInstance } from '../../src/exchange/legevakt-instance.ts'
import { type ClashElement, findClash } from '../../src/solver/clash/clash.ts'
import { coverAll } from '../../src/solver/clash/cover.ts'
import { layoutOf } from '../../src/solver/clash/layout.ts'
import { leaveOut, othersIn } from '../../src/solver/clash/shrink.ts'
import { WITHOUT_NOTHING } from '../../src/solver/clash/without.ts'
import { NONE, type Problem } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { randomProblem } from './random-problem.ts'
import { randomUnitProblem } from './random-unit-problem.ts'

const MOST_STEPS = 20_000_000
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** Whether any choice of holders leaves nothing open and breaks no more than what is held for good does; null where too many. */
function bruteForce(problem: Problem): boolean | null {
  const { movable, staff } = problem
  if ((staff + 1) ** movable.length > 8_000) return null
  const holder = new Int16Array(problem.slots).fill(NONE)
  for (let slot = 0; slot < problem.slots; slot++) holder[slot] = problem.fixedTo[slot]!
  const unmendable = scoreOf(problem, holder).hard
  const go = (at: number): boolean => {
    const slot = movable[at]
    if (slot === undefined) {
      const { hard, open } = scoreOf(problem, holder)
      return open === 0 && hard <= unmendable
    }
    for (let person = NONE; person < staff; person++) {
      holder[slot] = person
      if (go(at + 1)) return true
    }
    return false
  }
  return go(0)
}

function coverOf(problem: Problem) {
  const required = [...problem.movable].filter((slot) => problem.conditional[slot] === 0)
  return coverAll(problem, layoutOf(problem, required), WITHOUT_NOTHING, { left: MOST_STEPS }).kind
}

describe('whether duties can all be held', () => {
  it.each([
    ['by units', randomUnitProblem],
    ['by minutes', randomProblem],
  ])(
    'is never denied, %s, where trying every choice finds a rota',
    (_, make) => {
      const seen = { true: 0, false: 0 }
      fc.assert(
        fc.property(seeds, (seed) => {
          const problem = make(seed)
          const exists = bruteForce(problem)
          if (exists === null) return
          seen[`${exists}`]++
          if (exists) expect(coverOf(problem)).toBe('held')
        }),
        { seed: 31, numRuns: 500 },
      )
      expect(Math.min(seen.true, seen.false)).toBeGreaterThan(5)
    },
    120_000,
  )

  it('is told right by units wherever nothing is held for good', () => {
    let found = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const exists = problem.movable.length < problem.slots ? null : bruteForce(problem)
        if (exists === null) return
        found++
        expect(coverOf(problem)).toBe(exists ? 'held' : 'impossible')
      }),
      { seed: 32, numRuns: 500 },
    )
    expect(found).toBeGreaterThan(5)
  }, 120_000)
})

/** Two weeks of one home duty a day with a backup behind doctors who are no specialists; most are away in the second week. */
function knottyInstance(): LegevaktInstance {
  const days = Array.from({ length: 14 }, (_, day) => day)
  const slot = (day: number, optional: boolean) => ({
    ...{
      id: `${day}-${optional ? 'B' : 'H'}`,
      day,
      type: optional ? 'B' : 'H',
      start: day * 24 + 16,
      end: day * 24 + 32,
    },
    ...{
      kind: optional ? 'backup' : 'home',
      hours10: optional ? 32 : 48,
      night: !optional,
      weekend: day % 7 >= 5,
    },
    ...{ holiday: false, specialistOnly: optional, optional },
  })
  const gp = (id: string, specialist: boolean, leaveWeeks: number[]) => ({
    ...{ id, exempt: false, specialist, leaveWeeks, requestsOff: [], dislikes: null, weeklyCap10: 330 },
    target: { hours10: 200, night10: 30, weekend10: 10, holiday10: 0 },
  })
  const weights = {
    hours10: 1,
    night: 100,
    weekend: 200,
    holiday: 200,
    request: 300,
    dislike: 50,
    spacing: 60,
    optionalBackup: 20,
  }
  const rules = {
    ...{ oneDutyPerDay: true, restSite: 11, restHome: 8, maxConsecutiveDuties: 2, maxNightsIn7: 4 },
    ...{ noTwoWeekendsInRow: false, spacingDays: 2, weights },
  }
  const gps = [
    gp('A', true, []),
    gp('B', false, []),
    gp('C', true, [1]),
    gp('D', true, [1]),
    gp('E', true, [1]),
  ]
  const slots = days.flatMap((day) => [slot(day, false), slot(day, true)])
  // Written as the judge's files are; the reader's type has the same fields.
  return { days: 14, weeks: 2, slots, gps, rules } as unknown as LegevaktInstance
}

describe('a clash', () => {
  const { problem } = toLegevaktProblem(knottyInstance())
  const nobody = new Int16Array(problem.slots).fill(NONE)
  const clash = findClash(problem, nobody, MOST_STEPS, (_, bit) => bit === 1)
  if (clash.kind !== 'clash') throw new Error(`the knotty weeks are ${clash.kind}`)
  const keeps = (kept: readonly ClashElement[]) => {
    const slots = kept.flatMap((element) => (element.kind === 'slot' ? [element.slot] : []))
    const texts = new Set(kept.map((element) => JSON.stringify(element)))
    const left = othersIn(problem, clash.slots).filter((element) => !texts.has(JSON.stringify(element)))
    const without = left.reduce(leaveOut, WITHOUT_NOTHING)
    return coverAll(problem, layoutOf(problem, slots), without, { left: MOST_STEPS }).kind
  }

  it('names duties that follow on each other in the week when most are away', () => {
    expect(clash.slots.every((slot) => problem.start[slot]! >= 7 * 1440)).toBe(true)
    expect(clash.slots.length).toBe(3)
    expect(clash.isIrreducible).toBe(true)
  })

  it('stands with its own elements alone, and falls with any one of them taken away', () => {
    expect(keeps(clash.elements)).toBe('impossible')
    for (const gone of clash.elements)
      expect([gone, keeps(clash.elements.filter((element) => element !== gone))]).toEqual([gone, 'held'])
  })

  it('comes with ways out that each leave a whole rota, broken or open only where they say', () => {
    expect(clash.relaxations.length).toBeGreaterThan(0)
    for (const { changes, holder } of clash.relaxations) {
      const opened = changes.filter((change) => change.kind === 'leave-open').length
      const freed = problem.refusal.slice()
      for (const change of changes)
        if (change.kind === 'forget-fact')
          for (const slot of change.slots) freed[change.person * problem.slots + slot] = 0
      const { hard, open } = scoreOf(problem, holder)
      const breaks = changes.filter(({ kind }) => kind !== 'leave-open').length
      const refused = holder.reduce(
        (sum, person, slot) =>
          sum + Number(person !== NONE && problem.refusal[person * problem.slots + slot] !== 0),
        0,
      )
      const stillRefused = holder.reduce(
        (sum, person, slot) => sum + Number(person !== NONE && freed[person * problem.slots + slot] !== 0),
        0,
      )
      expect(open).toBe(opened)
      expect(stillRefused).toBe(0)
      expect(hard === refused || (breaks === 1 && refused === 0 && hard === 1)).toBe(true)
    }
  })

  it('is found alike by the same budget, and undecided by none', () => {
    expect(findClash(problem, nobody, MOST_STEPS, (_, bit) => bit === 1)).toEqual(clash)
    expect(findClash(problem, nobody, 0).kind).toBe('undecided')
  })
})
