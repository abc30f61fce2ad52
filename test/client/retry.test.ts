import { describe, expect, it } from 'vitest'
import { retry } from '../../src/client/board/retry.ts'

describe('what a board can’t be without', () => {
  it('is asked for again, each time after a longer pause, until it comes', async () => {
    const rests: number[] = []
    let asked = 0
    let failures = 0
    const work = async () => {
      if (++asked <= 7) throw new Error('no net')
      return 'facts'
    }
    const rest = async (milliseconds: number) => rests.push(milliseconds)
    const found = await retry(work, () => failures++, rest)
    expect(found).toBe('facts')
    expect(failures).toBe(7)
    expect(rests).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })
})
