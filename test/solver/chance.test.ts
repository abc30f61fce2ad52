import { describe, expect, it } from 'vitest'
import { below, type Chance, nextWord, seedChance } from '../../src/solver/search/chance.ts'
import { coolness, EXPONENTIALS } from '../../src/solver/search/cooling.ts'

function chanceOf(seed: number): Chance {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return chance
}

describe('chance', () => {
  it('gives the words of xoshiro128** from the state 1, 2, 3, 4', () => {
    const chance = Uint32Array.of(1, 2, 3, 4)
    // The reference implementation's first outputs (prng.di.unimi.it).
    expect([nextWord(chance), nextWord(chance), nextWord(chance)]).toEqual([11520, 0, 5927040])
  })

  it('gives other words for the next seed', () => {
    expect(nextWord(chanceOf(1))).not.toBe(nextWord(chanceOf(2)))
  })

  it('draws every number below a limit about equally often', () => {
    const chance = chanceOf(1)
    const drawn = new Int32Array(7)
    for (let i = 0; i < 70_000; i++) drawn[below(chance, 7)]!++
    for (const count of drawn) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

describe('cooling', () => {
  it('knows −ln(u) for evenly spread u to the fifteenth digit', () => {
    EXPONENTIALS.forEach((value, i) => {
      expect(Math.abs(value + Math.log((i + 0.5) / 4096))).toBeLessThan(1e-14)
    })
  })

  it('starts at the full temperature and falls all the way, never rising', () => {
    expect(coolness(0, 11)).toBe(1)
    for (let i = 0; i < 1000; i++) expect(coolness((i + 1) / 1000, 11)).toBeLessThan(coolness(i / 1000, 11))
    expect(coolness(2, 11)).toBe(coolness(1, 11))
  })
})
