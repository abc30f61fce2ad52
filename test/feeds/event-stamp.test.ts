import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { stampOf } from '../../src/feeds/event-stamp.ts'
import { fingerprint, uidsOf } from '../../src/feeds/event-uids.ts'

const noon = fromUtcText('2026-12-01T12:00Z')
const never = { times: 0, at: null }

describe('the revision of an event', () => {
  it('is that of its latest change, told apart within the minute', () => {
    const made = stampOf({ deciding: [{ times: 0, at: noon }], shown: [never] })
    expect(made).toEqual({ sequence: 0, modifiedAt: noon * 60 })
    const titled = stampOf({ deciding: [{ times: 0, at: noon }], shown: [{ times: 1, at: noon }] })
    expect(titled).toEqual({ sequence: 1, modifiedAt: noon * 60 + 1 })
    expect(
      stampOf({ deciding: [{ times: 0, at: noon }], shown: [{ times: 2, at: noon + 7 }] }).modifiedAt,
    ).toBe((noon + 7) * 60 + 2)
  })

  it('grows with a deciding change, whatever goes out of view with it', () => {
    const times = fc.nat(500)
    fc.assert(
      fc.property(times, times, times, (decided, gone, kept) => {
        const before = stampOf({
          deciding: [{ times: decided, at: noon }],
          shown: [
            { times: gone, at: noon + 1 },
            { times: kept, at: noon },
          ],
        })
        const after = stampOf({
          deciding: [{ times: decided + 1, at: noon + 2 }],
          shown: [{ times: kept, at: noon }],
        })
        expect(after.sequence).toBeGreaterThan(before.sequence)
      }),
    )
  })

  it('gets a later time with each of fifty amendments within a minute, and with those of the next', () => {
    const stampAfter = (times: number, at: number) =>
      stampOf({ deciding: [{ times, at }], shown: [never] }).modifiedAt
    for (let times = 0; times < 50; times++)
      expect(stampAfter(times + 1, noon)).toBeGreaterThan(stampAfter(times, noon))
    for (let times = 0; times < 500; times++)
      expect(stampAfter(times + 1, noon + 1)).toBeGreaterThan(stampAfter(times, noon))
  })

  it('is never more than two minutes ahead of its change', () => {
    const { modifiedAt } = stampOf({
      deciding: [{ times: 900, at: noon }],
      shown: [{ times: 900, at: noon }],
    })
    expect(modifiedAt - noon * 60).toBeLessThan(120)
  })
})

describe('the UID of an event', () => {
  it('is the chain’s in each kind of calendar, so that two in one account do not merge', () => {
    const rows = [{ id: 'as-2', chainId: 'as-1' }]
    const kinds = (['', 'b', 'd', 'v'] as const).map((kind) => uidsOf(rows, kind)[0])
    expect(kinds).toEqual(['as-1', 'as-1.b', 'as-1.d', 'as-1.v'].map((uid) => `${uid}@legevaktplan`))
  })

  it('holds no sign that could end it', () => {
    expect(uidsOf([{ id: 'a', chainId: 'å b;c\r\nUID:d' }], '')).toEqual([
      '%e5%20b%3bc%d%aUID:d@legevaktplan',
    ])
  })

  it('tells many things without an id apart', () => {
    const prints = Array.from({ length: 50_000 }, (_, n) =>
      fingerprint(`["fjordane","home.2027-01-04.n",${n}]`),
    )
    expect(new Set(prints).size).toBe(prints.length)
    expect(prints.every((print) => /^[0-9a-f]{16}$/.test(print))).toBe(true)
  })
})
