import { describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { stampOf } from '../../src/feeds/event-stamp.ts'
import { fingerprint, uidsOf } from '../../src/feeds/event-uids.ts'

const second = (text: string) => fromUtcText(text) * 60
const noon = second('2026-12-01T12:00Z')

describe('the revision of an event', () => {
  it('is that of the latest change of what it shows, in seconds since 2026', () => {
    const first = second('2026-01-01T00:00Z')
    expect(stampOf(noon, 0, noon + 7, noon - 60)).toEqual({
      sequence: noon + 7 - first,
      modifiedAt: noon + 7,
    })
  })

  it('is a sequence that calendars take, whenever it changed', () => {
    expect(stampOf(second('2025-06-01T12:00Z'))).toMatchObject({ sequence: 0 })
    expect(stampOf()).toEqual({ sequence: 0, modifiedAt: 0 })
    expect(stampOf(second('2094-01-01T00:00Z')).sequence).toBeLessThan(2 ** 31)
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
