import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILDER_WEIGHTS, type BuilderWeightName } from '../../src/core/rota/agreement.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { PersonId } from '../../src/core/rota/person.ts'
import { dutiesOf, type Rota } from '../../src/core/rota/rota.ts'
import type { Wish } from '../../src/core/rota/wish.ts'
import { buildRota } from '../../src/solver/build.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import { type Score, scoreOf } from '../../src/solver/score/score.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'
import { always, makeDistrict, makeRota } from '../support/make-district.ts'
import { limitedRota } from './limited-rota.ts'
import { fillAtRandom } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const EIGHT_WEEKS = { from: '2027-01-04', to: '2027-03-01' } as const

function scoreIn(rota: Rota): Score {
  const lineIds = rota.district.lines.map((line) => line.id)
  const encoding = encodeRota(rota, { lineIds, locked: new Set(), keep: 'near', former: new Map() })
  return scoreOf(encoding.problem, holdersOf(encoding))
}

function weighing(rota: Rota, name: BuilderWeightName, weight: number): Rota {
  const entry = { ...always, status: 'adopted', source: '', author: '', decidedOn: null } as const
  const value = { [name]: weight }
  const agreement = [...rota.district.agreement, { ...entry, parameter: 'builderWeights', value } as const]
  return { ...rota, district: { ...rota.district, agreement } }
}

function build(rota: Rota) {
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells } = buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations: 20_000 })
  return dutiesOf({ ...rota, cells: new Map(cells.map((cell) => [cellKey(cell), cell])) })
}

describe('what the parts of a score cost', () => {
  it('adds up, with the open duties, to the whole', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 10, max: 100 }), (seed, part) => {
        const score = scoreIn(fillAtRandom(limitedRota(seed), seed + 1, part))
        const points = Object.values(score.parts).reduce((sum, own) => sum + own.points, 0)
        expect(points + WEIGHTS.open * score.open).toBe(score.total)
      }),
      { seed: 41, numRuns: 100 },
    )
  }, 60_000)

  it('is ten times as much of one criterion, and the same of all others, where that weighs ten times as much', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...BUILDER_WEIGHTS), (seed, name) => {
        const rota = fillAtRandom(limitedRota(seed), seed + 1, 70)
        const { [name]: usual, ...others } = scoreIn(rota).parts
        const { [name]: heavy, ...same } = scoreIn(weighing(rota, name, 10)).parts
        expect(same).toEqual(others)
        expect(heavy.amount).toBe(usual.amount)
        // Squares are rounded one by one.
        expect(Math.abs(heavy.points - 10 * usual.points)).toBeLessThanOrEqual(
          1 + Math.abs(usual.points) * 0.01 + 500,
        )
      }),
      { seed: 42, numRuns: 100 },
    )
  }, 60_000)
})

describe('a wish', () => {
  const wish = (personId: PersonId, stance: Wish['stance'], weight: Wish['weight']): Wish => ({
    id: `${personId}-${stance}`,
    personId,
    about: { kind: 'dates', from: '2027-01-23', to: '2027-01-24' },
    stance,
    weight,
  })
  const holderOnThatDay = (wishes: readonly Wish[]) =>
    build(makeRota({ ...EIGHT_WEEKS, district: makeDistrict({ wishes }) })).find(
      ({ date }) => date === '2027-01-23',
    )?.personId

  it('is granted to the one whose wish weighs most', () => {
    expect(holderOnThatDay([wish('a', 'wish', 1), wish('b', 'wish', 3)])).toBe('b')
    expect(holderOnThatDay([wish('a', 'wish', 3), wish('b', 'wish', 1)])).toBe('a')
  })

  it('against a duty weighs more the heavier it is', () => {
    const against = ['a', 'b', 'c', 'd'].map((id) => wish(id, 'rather-not', id === 'c' ? 1 : 3))
    expect(holderOnThatDay(against)).toBe('c')
  })
})

describe('spacing', () => {
  it('keeps one doctor’s duties further apart where it weighs more', () => {
    const gaps = (weight: number) => {
      const rota = weighing(makeRota(EIGHT_WEEKS), 'spacing', weight)
      const duties = Map.groupBy(build(rota), ({ personId }) => personId)
      return [...duties.values()]
        .flatMap((own) => own.slice(1).map((duty, index) => duty.start - own[index]!.end))
        .filter((gap) => gap <= 24 * 60).length
    }
    expect(gaps(10)).toBeLessThan(gaps(0.1))
  })
})
