import { describe, expect, it } from 'vitest'
import { type ClashElement, type ClashResult, findClash } from '../../src/solver/clash/clash.ts'
import { coverAll } from '../../src/solver/clash/cover.ts'
import { layoutOf } from '../../src/solver/clash/layout.ts'
import { othersIn } from '../../src/solver/clash/shrink.ts'
import { WITHOUT_NOTHING } from '../../src/solver/clash/without.ts'
import { toProblem } from '../../src/solver/derive.ts'
import {
  BACKUP_LINE,
  blankProblem,
  NONE,
  type Problem,
  type ProblemData,
  WORKS_ALONE,
} from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'
import { drawerOf } from './random-district.ts'
import { randomUnitProblem } from './random-unit-problem.ts'

const MOST_STEPS = 100_000
const HOUR = 60
const WEEK = 168

/** A few duties on both sides of the end of a week: rests, long backups across them, and some held for good at the edge. */
function edgeProblem(seed: number): Problem {
  const draw = drawerOf(seed)
  const slots = draw(4, 7)
  const staff = draw(2, 3)
  const data = blankProblem({ slots, staff, weeks: 0, weekends: 0, blocks: 0, quotas: staff }, WEIGHTS)
  data.behind.set(1, [0])
  const ends = [8, 8, 16, 24]
  let at = draw(0, 1) === 0 ? WEEK - 24 : WEEK
  const spans = Array.from({ length: slots }, () => {
    const start = at
    at += draw(0, 2) === 0 ? 0 : ends[draw(0, 2)]!
    return { start, end: start + ends[draw(0, 3)]! }
  })
  spans.forEach(({ start, end }, slot) => {
    data.start[slot] = start * HOUR
    data.end[slot] = end * HOUR
    data.restAfterHard[slot] = draw(0, 1) * 11 * HOUR
    data.overlapClass[slot] = draw(0, 2) === 0 ? 0 : NONE
    data.need[slot] = slot
    if (draw(0, 2) === 0) {
      data.role[slot] = BACKUP_LINE
      data.line[slot] = 1
      data.conditional[slot] = draw(0, 1)
    }
    if (draw(0, 5) === 0) data.fixedTo[slot] = draw(0, staff - 1)
  })
  for (let pair = 0; pair < staff * slots; pair++) {
    const isFixed = data.fixedTo[pair % slots] !== NONE
    data.refusal[pair] = !isFixed && draw(0, 2) === 0 ? draw(1, 3) : 0
    data.able[pair] = draw(0, 3) === 0 ? 2 : 3
    data.quota[pair] = draw(0, 2) === 0 ? Math.floor(pair / slots) : NONE
  }
  data.quotaMost.fill(draw(1, 4))
  return toProblem(data)
}

/** Whether some choice of holders breaks nothing and leaves none of some places open, by trying all. */
function canAllBeHeld(problem: Problem, places: readonly number[]): boolean {
  const holder = Int16Array.from(problem.fixedTo)
  const isAsked = new Set(places)
  const go = (at: number): boolean => {
    const slot = problem.movable[at]
    if (slot === undefined) return scoreOf(problem, holder).hard === 0
    for (let person = isAsked.has(slot) ? 0 : NONE; person < problem.staff; person++) {
      if (person !== NONE && problem.refusal[person * problem.slots + slot] !== 0) continue
      holder[slot] = person
      if (go(at + 1)) return true
    }
    return false
  }
  return go(0)
}

function askedOf(problem: Problem): number[] {
  return [...problem.movable].filter((slot) => problem.conditional[slot] === 0)
}

/** The problem without some of what stands against its places: said in its data, not as the search for a clash says it. */
function problemWithout(problem: Problem, gone: readonly ClashElement[]): Problem {
  return toProblem(gone.reduce(dataWithout, problem))
}

function dataWithout(data: ProblemData, element: ClashElement): ProblemData {
  const { slots } = data
  if (element.kind === 'fact') {
    const refusal = data.refusal.slice()
    for (let slot = 0; slot < slots; slot++) refusal[element.person * slots + slot]! &= ~(1 << element.bit)
    return { ...data, refusal }
  }
  if (element.kind === 'lock') {
    const holder = data.fixedTo[element.slot]!
    const refusal = data.refusal.map((bits, pair) =>
      pair % slots !== element.slot ? bits : Math.floor(pair / slots) === holder ? 0 : 1 << 15,
    )
    const fixedTo = data.fixedTo.map((person, slot) => (slot === element.slot ? NONE : person))
    return { ...data, refusal, fixedTo }
  }
  if (element.kind === 'slot') return data
  const { rule } = element
  if (rule.kind === 'backup') return { ...data, able: data.able.map((bits) => bits | WORKS_ALONE) }
  if (rule.kind === 'quota') return { ...data, quotaMost: data.quotaMost.map(() => slots) }
  if (data.units === null)
    return rule.kind === 'rest'
      ? { ...data, restAfterHard: new Int32Array(slots) }
      : { ...data, overlapClass: new Int32Array(slots), need: data.need.map((_, slot) => slot) }
  const { units } = data
  const { pairs, patterns } = units
  switch (rule.kind) {
    case 'rest':
      return { ...data, units: { ...units, follows: units.follows.map(() => 0) } }
    case 'one-at-a-time':
      return { ...data, units: { ...units, beside: units.beside.map(() => 0) } }
    case 'budget':
      return { ...data, units: { ...units, budgetMost: units.budgetMost.map(() => 1_000_000) } }
    case 'pairs':
      return { ...data, units: { ...units, pairs: { ...pairs, breach: pairs.breach.map(() => 0) } } }
    case 'window':
      return {
        ...data,
        units: {
          ...units,
          patterns: patterns.map((pattern, p) => ({
            ...pattern,
            windows: pattern.windows.map((window, w) =>
              p === rule.pattern && w === rule.window ? { ...window, breach: 0 as const } : window,
            ),
          })),
        },
      }
  }
}

function slotsIn(elements: readonly ClashElement[]): number[] {
  return elements.flatMap((element) => (element.kind === 'slot' ? [element.slot] : []))
}

/** Holds what a clash says to what trying everything finds. */
function checkClash(problem: Problem, clash: Extract<ClashResult, { kind: 'clash' }>): void {
  const named = new Set(clash.elements.map((element) => JSON.stringify(element)))
  const gone = othersIn(problem, clash.slots).filter((element) => !named.has(JSON.stringify(element)))
  expect(canAllBeHeld(problemWithout(problem, gone), clash.slots)).toBe(false)
  if (!clash.isIrreducible) return
  for (const element of clash.elements) {
    const slots = slotsIn(clash.elements.filter((own) => own !== element))
    expect([element, canAllBeHeld(problemWithout(problem, [...gone, element]), slots)]).toEqual([
      element,
      true,
    ])
  }
}

interface Seen {
  full: number
  clashes: number
  irreducible: number
}

function checkProblem(problem: Problem, seen: Seen): void {
  const nobody = new Int16Array(problem.slots).fill(NONE)
  const bare = Int16Array.from(problem.fixedTo)
  if (scoreOf(problem, bare).hard > 0 || (problem.staff + 1) ** problem.movable.length > 70_000) return
  const asked = askedOf(problem)
  const isFull = canAllBeHeld(problem, asked)
  const found = findClash(problem, nobody, MOST_STEPS)
  const cover = coverAll(problem, layoutOf(problem, asked), WITHOUT_NOTHING, { left: MOST_STEPS })
  if (isFull) seen.full++
  if (isFull)
    expect([found.kind, cover.kind]).toEqual([
      expect.not.stringMatching('clash'),
      expect.not.stringMatching('impossible'),
    ])
  else
    expect([found.kind, cover.kind]).toEqual([
      expect.not.stringMatching('none'),
      expect.not.stringMatching('held'),
    ])
  if (found.kind !== 'clash') return
  seen.clashes++
  if (found.isIrreducible) seen.irreducible++
  checkClash(problem, found)
}

const RUNS = 50

describe('what is said of a clash', () => {
  it('denies no evening after a night where a day duty between them makes them one period, beside a longer backup', () => {
    const data = blankProblem({ slots: 4, staff: 2, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS)
    data.start.set([0, 8 * HOUR, 8 * HOUR, 15.5 * HOUR])
    data.end.set([8 * HOUR, 32 * HOUR, 15.5 * HOUR, 23 * HOUR])
    data.restAfterHard[0] = 11 * HOUR
    // Per person: night, backup, day, evening.
    data.refusal.set([0, 1, 0, 0, 1, 0, 0, 1])
    const problem = toProblem(data)
    expect(canAllBeHeld(problem, [0, 1, 2, 3])).toBe(true)
    const cover = coverAll(problem, layoutOf(problem, [0, 3]), WITHOUT_NOTHING, { left: MOST_STEPS })
    expect(cover.kind).toBe('held')
  })

  it.each([
    ['by minutes, at the edge of a week', edgeProblem],
    ['by units', (seed: number) => randomUnitProblem(seed, { slots: 3 + (seed % 4), staff: 2 + (seed % 2) })],
  ])(
    'is what trying everything finds, %s',
    (_, make) => {
      const seen = { full: 0, clashes: 0, irreducible: 0 }
      for (let seed = 1; seed <= RUNS; seed++) {
        try {
          checkProblem(make(seed), seen)
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error })
        }
      }
      expect(Math.min(seen.full, seen.clashes, seen.irreducible)).toBeGreaterThan(2)
    },
    600_000,
  )
})
