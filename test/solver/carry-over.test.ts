import { describe, expect, it } from 'vitest'
import { balancesOn } from '../../src/core/ledger/balance.ts'
import { type FairShare, fairShares } from '../../src/core/ledger/fair-share.ts'
import { periodOf } from '../../src/core/ledger/period.ts'
import { planClosing } from '../../src/core/plans/closing.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { Rota, ShareBalance } from '../../src/core/rota/rota.ts'
import { buildRota } from '../../src/solver/build.ts'
import { at, makeRota } from '../support/make-district.ts'

const EIGHT_WEEKS = { from: '2027-01-04', to: '2027-03-01' } as const

function built(rota: Rota, iterations = 20_000): Rota {
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells } = buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations })
  return { ...rota, cells: new Map(cells.map((cell) => [cellKey(cell), cell])) }
}

const hoursOf = (shares: readonly FairShare[]) => shares.map(({ actual }) => actual.minutes.home / 60)

describe('a rota built by what doctors bring', () => {
  it('asks less of who has carried more, and more of who owes', () => {
    const balances: readonly ShareBalance[] = [
      { personId: 'a', measure: 'home', amount: 96 * 60 },
      { personId: 'b', measure: 'home', amount: -96 * 60 },
      { personId: 'a', measure: 'nights', amount: 5 },
      { personId: 'b', measure: 'nights', amount: -5 },
    ]
    const shares = fairShares(built({ ...makeRota(EIGHT_WEEKS), balances }))
    const [a = 0, b = 0, c = 0, d = 0] = hoursOf(shares)
    for (const { actual, target } of shares) {
      expect(Math.abs(actual.minutes.home - target.minutes.home)).toBeLessThanOrEqual(24 * 60)
      expect(Math.abs(actual.nights - target.nights)).toBeLessThanOrEqual(2)
    }
    expect(a).toBeLessThan(Math.min(c, d) - 48)
    expect(b).toBeGreaterThan(Math.max(c, d) + 48)
  })

  it('is the same as without balances when all of them are 0', () => {
    const rota = makeRota(EIGHT_WEEKS)
    const balances = ['a', 'b', 'c', 'd'].map((personId) => ({
      personId,
      measure: 'home' as const,
      amount: 0,
    }))
    expect(built({ ...rota, balances }, 3000).cells).toEqual(built(rota, 3000).cells)
  })

  it('evens out over two closed periods what the first could not', () => {
    const january = periodOf('month', '2027-01-01')
    const first = makeRota({ from: january.from, to: january.to })
    // Doctor d is new: a, b and c held all of January.
    const holders = Object.fromEntries(
      first.needs.map((need, index) => [need.id, 'abc'[index % 3] as string]),
    )
    const held = makeRota({ from: january.from, to: january.to, holders })
    let ids = 0
    const closing = planClosing({
      ...{ rota: held, period: january, assignments: [], outcomes: [], closings: [] },
      ...{ by: 'k', now: at('2027-02-01 08:00'), newId: () => `id-${ids++}` },
    })
    if (closing.kind === 'refused') throw new Error(closing.reason)
    const following = makeRota({ from: january.to, to: '2027-04-01' })
    const balances = balancesOn(closing.entries, january.to)
    const together = (rota: Rota) => {
      const before = hoursOf(fairShares(held))
      const sums = hoursOf(fairShares(rota)).map((hours, index) => hours + (before[index] as number))
      return Math.max(...sums) - Math.min(...sums)
    }
    expect(together(built({ ...following, balances }))).toBeLessThan(48)
    expect(together(built(following))).toBeGreaterThan(120)
  })
})
