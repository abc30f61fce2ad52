/** Four words of xoshiro128** (Blackman and Vigna, 2018): the same seed gives the same numbers on every engine. */
export type Chance = Uint32Array

export const CHANCE_WORDS = 4

/** Spreads any 32-bit seed over the four words by SplitMix32, so that near seeds differ at once. */
export function seedChance(chance: Chance, seed: number): void {
  let word = seed >>> 0
  for (let i = 0; i < CHANCE_WORDS; i++) {
    word = (word + 0x9e3779b9) >>> 0
    let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    chance[i] = mixed ^ (mixed >>> 15)
  }
}

/** 0 ≤ result < 2³². */
export function nextWord(chance: Chance): number {
  const s1 = chance[1]!
  const product = Math.imul(s1, 5)
  const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
  const s2 = chance[2]! ^ chance[0]!
  const s3 = chance[3]! ^ s1
  chance[1] = s1 ^ s2
  chance[0] = chance[0]! ^ s3
  chance[2] = s2 ^ (s1 << 9)
  chance[3] = (s3 << 11) | (s3 >>> 21)
  return result
}

/** A whole number from 0 to `limit` (exclusive); `limit` is below 2²⁰, so the product is exact. */
export function below(chance: Chance, limit: number): number {
  return Math.floor((nextWord(chance) * limit) / 4294967296)
}
