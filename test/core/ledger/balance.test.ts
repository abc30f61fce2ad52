import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BalanceEntry, balancesOn } from '../../../src/core/ledger/balance.ts'
import { sharedTargets } from '../../../src/core/ledger/carry-over.ts'
import { fairShares } from '../../../src/core/ledger/fair-share.ts'
import type { ShareBalance } from '../../../src/core/rota/rota.ts'
import { makeDistrict, makeDoctor, makeRota, type RotaParts } from '../../support/make-district.ts'

const entry = (
  personId: string,
  amount: number,
  on: string,
  over: Partial<BalanceEntry> = {},
): BalanceEntry => ({
  id: `${personId}-${on}-${amount}`,
  personId,
  measure: 'home',
  amount,
  on,
  kind: 'correction',
  closingId: null,
  reason: 'glemt vakt',
  by: 'k',
  at: 0,
  ...over,
})

describe('the balances on a date', () => {
  it('are the sums of what counts by then', () => {
    const entries = [
      entry('a', 600, '2027-01-01'),
      entry('a', -120, '2027-02-01'),
      entry('a', 60, '2027-02-02'),
      entry('a', 1.5, '2027-01-01', { measure: 'nights' }),
      entry('b', -600, '2027-01-01'),
    ]
    expect(balancesOn(entries, '2027-02-01')).toEqual([
      { personId: 'a', measure: 'home', amount: 480 },
      { personId: 'a', measure: 'nights', amount: 1.5 },
      { personId: 'b', measure: 'home', amount: -600 },
    ])
    expect(balancesOn(entries, '2026-12-31')).toEqual([])
  })

  it('leave out what has come to nothing, also by hundredths', () => {
    const nights = [0.1, 0.2, -0.3].map((amount) => entry('a', amount, '2027-01-01', { measure: 'nights' }))
    expect(
      balancesOn([...nights, entry('b', 60, '2027-01-01'), entry('b', -60, '2027-01-02')], '2027-02-01'),
    ).toEqual([])
  })
})

/** Four weeks: 28 nights, and 20 × 16 + 8 × 24 hours. */
const FOUR_WEEKS = { from: '2027-01-04', to: '2027-02-01' } as const
const HOURS = 20 * 16 + 8 * 24

const balance = (personId: string, hours: number): ShareBalance => ({
  personId,
  measure: 'home',
  amount: hours * 60,
})

function targetHours(
  balances: readonly ShareBalance[],
  parts: RotaParts = {},
  plan?: { from: string; to: string },
) {
  const rota = { ...makeRota({ ...FOUR_WEEKS, ...parts }), balances, ...(plan ? { plan } : {}) }
  return fairShares(rota).map(({ target }) => target.minutes.home / 60)
}

describe('a target', () => {
  it('is ten hours lower for who has carried ten hours more than the share', () => {
    const brought = [balance('a', 10), balance('b', -4), balance('c', -6)]
    expect(targetHours(brought)).toEqual([HOURS / 4 - 10, HOURS / 4 + 4, HOURS / 4 + 6, HOURS / 4])
  })

  it('is ten hours lower than that of the others when only one of them brings something', () => {
    const [a = 0, ...others] = targetHours([balance('a', 10)])
    expect(others.map((other) => other - a)).toEqual([10, 10, 10])
    expect(a + others.reduce((sum, other) => sum + other, 0)).toBeCloseTo(HOURS, 9)
  })

  it('is never below 0: what is left is carried on, and the others share the whole', () => {
    expect(targetHours([balance('a', 1000)])).toEqual([0, HOURS / 3, HOURS / 3, HOURS / 3])
  })

  it('is not moved by what somebody outside the sharing brings', () => {
    const locum = makeDoctor('d', {
      takingPart: [
        {
          from: '2020-01-01',
          to: null,
          way: { kind: 'offered-windows', windows: [] },
          least: null,
          most: null,
        },
      ],
    })
    const district = makeDistrict({ doctors: ['a', 'b', 'c'].map((id) => makeDoctor(id)).concat(locum) })
    expect(targetHours([balance('d', 50)], { district })).toEqual([HOURS / 3, HOURS / 3, HOURS / 3, 0])
  })

  it('is moved by its part when the dates are a part of the plan', () => {
    const plan = { from: '2027-01-04', to: '2027-03-29' }
    const brought = [balance('a', 12), balance('b', -12)]
    expect(targetHours(brought, {}, plan)).toEqual([HOURS / 4 - 4, HOURS / 4 + 4, HOURS / 4, HOURS / 4])
    expect(targetHours(brought, {}, { from: '2027-01-11', to: '2027-01-18' })[0]).toBe(HOURS / 4 - 12)
  })

  it('of nights, weekends and holidays is moved likewise', () => {
    const brought = (['nights', 'weekends', 'holidays'] as const).flatMap((measure) => [
      { personId: 'a', measure, amount: 0.5 },
      { personId: 'b', measure, amount: -0.5 },
    ])
    const easter = { from: '2027-03-22', to: '2027-04-05' }
    const before = fairShares(makeRota(easter))
    const after = fairShares({ ...makeRota(easter), balances: brought })
    const moved = after.map(({ target }, index) => {
      const old = before[index]?.target
      return [
        target.nights - (old?.nights ?? 0),
        target.weekends - (old?.weekends ?? 0),
        target.holidays - (old?.holidays ?? 0),
      ]
    })
    const by = (amount: number) => [0, 0, 0].map(() => expect.closeTo(amount, 9))
    expect(moved).toEqual([by(-0.5), by(0.5), by(0), by(0)])
  })
})

describe('shared targets', () => {
  const sharer = fc.record({
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 3, noNaN: true })),
    balance: fc.integer({ min: -6000, max: 6000 }),
  })
  const drawn = fc.tuple(
    fc.integer({ min: 0, max: 50_000 }),
    fc.array(sharer, { minLength: 1, maxLength: 9 }),
  )

  it('add up to the total, none below 0, and even out all who are asked for anything', () => {
    fc.assert(
      fc.property(drawn, ([total, sharers]) => {
        fc.pre(sharers.some(({ weight }) => weight > 0))
        const targets = sharedTargets(total, sharers)
        expect(targets.reduce((sum, target) => sum + target, 0)).toBeCloseTo(total, 4)
        expect(Math.min(...targets)).toBeGreaterThanOrEqual(0)
        const levels = sharers.flatMap(({ weight, balance: brought }, index) => {
          const target = targets[index] as number
          return target > 0 ? [(target + brought) / weight] : []
        })
        for (const level of levels) expect(level).toBeCloseTo(levels[0] as number, 3)
        const spared = sharers.filter(({ weight }, index) => weight > 0 && targets[index] === 0)
        for (const own of spared)
          expect(own.balance / own.weight).toBeGreaterThanOrEqual((levels[0] ?? -Infinity) - 1e-6)
      }),
      { numRuns: 500, seed: 20270328 },
    )
  })

  it('are what they were when nobody brings anything, to the last digit', () => {
    fc.assert(
      fc.property(drawn, ([total, sharers]) => {
        const weights = sharers
          .filter(({ weight }) => weight > 0)
          .reduce((sum, { weight }) => sum + weight, 0)
        const targets = sharedTargets(
          total,
          sharers.map(({ weight }) => ({ weight, balance: 0 })),
        )
        expect(targets).toEqual(sharers.map(({ weight }) => (weight > 0 ? (total * weight) / weights : 0)))
      }),
      { numRuns: 500, seed: 20270328 },
    )
  })
})
