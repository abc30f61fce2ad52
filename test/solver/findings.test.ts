import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import type { FindingKind } from '../../src/core/rules/violation.ts'
import { buildRota } from '../../src/solver/build.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import { TOLD, type ToldKind } from '../../src/solver/limits.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { limitedRota } from './limited-rota.ts'
import { fillAtRandom } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

interface Told {
  readonly count: number
  readonly over: number
}

function foundIn(rota: Rota): Partial<Record<FindingKind, Told>> {
  const known = checkRota(rota).filter((found) => (TOLD as readonly string[]).includes(found.kind))
  return Object.fromEntries(
    [...Map.groupBy(known, (found) => found.kind)].map(([kind, found]) => [
      kind,
      {
        count: found.length,
        over: found.reduce((sum, { measured, limit }) => sum + Math.abs(measured - limit), 0),
      },
    ]),
  )
}

function toldOf(rota: Rota): Partial<Record<ToldKind, Told>> {
  const lineIds = rota.district.lines.map((line) => line.id)
  const encoding = encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
  const { findings } = scoreOf(encoding.problem, holdersOf(encoding))
  return Object.fromEntries(Object.entries(findings).filter(([, { count }]) => count > 0))
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}

describe('what the builder tells of a rota', () => {
  const seen = new Set<string>()

  it('is what the rules find, kind by kind, in rotas filled at random', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 90 }), (seed, part) => {
        const rota = fillAtRandom(limitedRota(seed), seed + 1, part)
        const found = foundIn(rota)
        for (const kind of Object.keys(found)) seen.add(kind)
        expect(toldOf(rota)).toEqual(found)
      }),
      { seed: 21, numRuns: 250 },
    )
  }, 60_000)

  it('is what the rules find in rotas that were built', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const empty = limitedRota(seed)
        const lineIds = empty.district.lines.map((line) => line.id)
        const { cells } = buildRota({ rota: empty, lineIds, locked: new Set(), seed, iterations: 200 })
        const rota = withCells(empty, cells)
        expect(toldOf(rota)).toEqual(foundIn(rota))
      }),
      { seed: 22, numRuns: 60 },
    )
  }, 60_000)

  it('has been seen for every kind', () => {
    expect([...seen].sort()).toEqual([...TOLD].sort())
  })
})
