import { describe, expect, it } from 'vitest'
import { runNightly } from '../../src/jobs/nightly.ts'
import type { Context } from '../../src/usecases/context.ts'

const ctx = {} as Context

describe('the night', () => {
  it('does all of its work though some of it stops in the middle, and tells of each at the end', async () => {
    const done: string[] = []
    const night = runNightly(ctx, {
      first: () => Promise.reject(new Error('no room')),
      second: async () => done.push('second'),
      third: () => Promise.reject('torn'),
      fourth: async () => done.push('fourth'),
    })
    await expect(night).rejects.toThrow("of the night's work stopped first: no room; third: torn")
    expect(done).toEqual(['second', 'fourth'])
  })

  it('tells nothing when all went well', async () => {
    expect(await runNightly(ctx, { only: async () => null })).toBeUndefined()
  })
})
