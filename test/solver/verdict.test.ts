import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking, type Violation } from '../../src/core/rules/violation.ts'
import { type BuildResult, buildRota } from '../../src/solver/build.ts'
import { type Encoding, encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { fillAtRandom, OF_DISTRICT, randomRota } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function encodingOf(rota: Rota): Encoding {
  const lineIds = rota.district.lines.map((line) => line.id)
  return encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
}

function blockingIn(rota: Rota): Violation[] {
  return checkRota(rota).filter((found) => isBlocking(found) && !OF_DISTRICT.includes(found.kind))
}

function hardIn(rota: Rota): number {
  const encoding = encodingOf(rota)
  return scoreOf(encoding.problem, holdersOf(encoding)).hard
}

/** What a breach rests on alone: with every LIS1 past training, or courses without end, nothing is left of it. */
const GROUNDS: Readonly<Record<string, (district: District) => District>> = {
  'lis1-in-service': (district) => ({
    ...district,
    doctors: district.doctors.map((doctor) => ({
      ...doctor,
      engagements: doctor.engagements.filter((held) => held.form !== 'lis1'),
    })),
  }),
  'courses-run-out': (district) => ({
    ...district,
    agreement: district.agreement.filter((entry) => entry.parameter !== 'courseValidYears'),
  }),
}

/** The kinds of breach that were once the only kind in a rota: each of them alone made the builder say no. */
const KINDS = [
  'overlap',
  'not-available',
  'most-duties',
  'outside-offer',
  'outside-participation',
  'only-backup',
  'counts-while-learning',
  'missing-courses',
  'backup-not-able',
  'agreement-ended',
  'backup-missing',
  'rest-after-on-site-night',
]

/** Counts a rota under the one kind of breach in it; rotas with several kinds prove less. */
function tally(alone: Map<string, number>, rota: Rota, blocking: readonly Violation[]): void {
  const kinds = new Set(blocking.map((found) => found.kind))
  if (kinds.size > 1) return
  const [kind = 'none'] = kinds
  const grounds = Object.entries(GROUNDS).flatMap(([ground, without]) =>
    kinds.size > 0 && blockingIn({ ...rota, district: without(rota.district) }).length === 0 ? [ground] : [],
  )
  for (const reason of [kind, ...grounds]) alone.set(reason, (alone.get(reason) ?? 0) + 1)
}

describe('the builder and the rules', () => {
  const alone = new Map<string, number>()

  it('agree on whether a rota filled at random breaks a blocking rule', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, part) => {
        const rota = fillAtRandom(randomRota(seed), seed + 1, part)
        const blocking = blockingIn(rota)
        tally(alone, rota, blocking)
        expect({ breaks: hardIn(rota) > 0, blocking }).toEqual({ breaks: blocking.length > 0, blocking })
      }),
      { seed: 11, numRuns: 500 },
    )
  }, 60_000)

  it('agree on rotas that were built and then changed in a few places', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const empty = randomRota(seed)
        const built = withCells(empty, buildAll(empty, seed, 100).cells)
        expect(blockingIn(built)).toEqual([])
        const changed = fillAtRandom(built, seed + 2, 4)
        const blocking = blockingIn(changed)
        tally(alone, changed, blocking)
        expect({ breaks: hardIn(changed) > 0, blocking }).toEqual({ breaks: blocking.length > 0, blocking })
      }),
      { seed: 12, numRuns: 500 },
    )
  }, 60_000)

  it('have been seen to agree on each kind of breach where it stood alone', () => {
    expect([...alone.keys()].sort()).toEqual([...KINDS, ...Object.keys(GROUNDS), 'none'].sort())
  })
})

function buildAll(rota: Rota, seed: number, iterations: number): BuildResult {
  const lineIds = rota.district.lines.map((line) => line.id)
  return buildRota({ rota, lineIds, locked: new Set(), seed, iterations })
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}
