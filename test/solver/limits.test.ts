import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import type { Problem } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { makeMove } from '../../src/solver/search/moves.ts'
import { assign, type Roster, rollBack, rosterOf } from '../../src/solver/search/roster.ts'
import { always } from '../support/make-district.ts'
import { limitedRota } from './limited-rota.ts'
import { fillAtRandom, randomRota } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function chanceOf(seed: number): Uint32Array {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return chance
}

/** Half filled; what is sliced, locked or context stays. */
function startOf(seed: number): { problem: Problem; roster: Roster } {
  const rota: Rota = fillAtRandom(limitedRota(seed), seed + 1, 50)
  const lineIds = rota.district.lines.map((line) => line.id)
  const encoding = encodeRota(rota, { lineIds, locked: new Set(), keep: seed % 2 === 0 ? 'near' : 'locked' })
  return { problem: encoding.problem, roster: rosterOf(encoding.problem, holdersOf(encoding)) }
}

function counted(problem: Problem, roster: Roster) {
  const { hard, total, open } = scoreOf(problem, roster.holder)
  return { hard, cost: total, open }
}

function told({ hard, cost, open }: Roster) {
  return { hard, cost, open }
}

describe('limits on what one person holds', () => {
  it('are charged for each change as a full count finds them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, roster } = startOf(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed)
        for (let step = 0; step < 30; step++) {
          const slot = problem.movable[below(chance, problem.movable.length)]!
          assign(problem, roster, slot, below(chance, problem.staff + 1) - 1)
          expect(told(roster)).toEqual(counted(problem, roster))
        }
      }),
      { seed: 31, numRuns: 150 },
    )
  }, 60_000)

  it('stand as before when moves are rolled back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, roster } = startOf(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed)
        for (let step = 0; step < 15; step++) {
          const before = structuredClone(roster)
          makeMove(problem, roster, chance, Number.MAX_VALUE)
          rollBack(problem, roster, 0, before.hard, before.cost)
          expect(roster.limits).toEqual(before.limits)
          makeMove(problem, roster, chance, Number.MAX_VALUE)
          roster.logged = 0
          expect(told(roster)).toEqual(counted(problem, roster))
        }
      }),
      { seed: 32, numRuns: 100 },
    )
  }, 60_000)

  it('cost whole points, and are refused where they are not whole minutes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, roster } = startOf(seed)
        expect(Number.isInteger(scoreOf(problem, roster.holder).total)).toBe(true)
      }),
      { seed: 33, numRuns: 60 },
    )
    const rota = randomRota(1)
    const half: AgreementEntry = {
      ...always,
      ...{ parameter: 'rollingTotalMinutes', value: 2400.5, status: 'adopted' },
      ...{ source: '', author: '', decidedOn: null },
    }
    const district = { ...rota.district, agreement: [half] }
    const lineIds = district.lines.map((line) => line.id)
    expect(() => encodeRota({ ...rota, district }, { lineIds, locked: new Set(), keep: 'locked' })).toThrow(
      'rolling-total: a limit of 2400.5 minutes',
    )
  }, 60_000)
})
