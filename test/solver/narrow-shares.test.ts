import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowShares } from '../../src/solver/narrow-shares.ts'

const widest = (rate: readonly number[], counts: readonly number[]) =>
  Math.max(...rate.flatMap((p, i) => rate.map((q, j) => Math.abs(p * counts[j]! - q * counts[i]!))))

describe('shares that make the largest difference least', () => {
  it('are the even shares where these keep within the ends', () => {
    const shares = narrowShares({ sum: 12, rate: [1, 2, 3], least: [0, 0, 0], most: [12, 12, 12] }, 100)
    shares.forEach((share, person) => {
      expect(share).toBeCloseTo(2 * (person + 1), 6)
    })
  })

  it('give the others unevenly where one holds too much already', () => {
    const rate = [90, 100, 50, 50]
    const shared = { sum: 20, rate, least: [9, 0, 0, 0], most: [9, 20, 20, 20] }
    const shares = narrowShares(shared, 100)
    expect(shares[0]).toBe(9)
    expect(widest(rate, shares)).toBeLessThan(500)
    expect(shares[1]! / shares[2]!).toBeGreaterThan(2.2)
  })

  it('are the only counts within three hundred where somebody holds nine of eighty already', () => {
    const rate = [100, 90, 80, 70, 60, 50, 60, 70, 80, 1, 1, 90, 80, 70, 60, 50, 60, 70, 80, 90]
    const least = rate.map((_, person) => (person === 19 ? 9 : 0))
    const shares = narrowShares({ sum: 80, rate, least, most: rate.map(() => 80) }, 100)
    expect(shares.map((share) => Math.round(share))).toEqual([
      7, 6, 5, 4, 3, 2, 3, 4, 5, 0, 0, 6, 5, 4, 3, 2, 3, 4, 5, 9,
    ])
    expect(widest(rate, shares)).toBeCloseTo(270, 6)
  })

  it('keep between the ends and come to the sum, wherever that can be', () => {
    const people = fc.array(
      fc.record({ rate: fc.integer({ min: 1, max: 9 }), least: fc.nat(3), room: fc.nat(5) }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(people, fc.nat(40), (drawn, above) => {
        const rate = drawn.map((person) => person.rate)
        const least = drawn.map((person) => person.least)
        const most = drawn.map((person) => person.least + person.room)
        const room = drawn.reduce((all, person) => all + person.room, 0)
        const sum = least.reduce((all, count) => all + count, Math.min(above, room))
        const shares = narrowShares({ sum, rate, least, most }, 1)
        shares.forEach((share, person) => {
          expect(share).toBeGreaterThanOrEqual(least[person]!)
          expect(share).toBeLessThanOrEqual(most[person]!)
        })
        expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(sum, 6)
      }),
      { seed: 81, numRuns: 300 },
    )
  })
})
