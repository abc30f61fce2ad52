import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Holding, holdingChanges, piecesWithin } from '../../../src/core/plans/duty-changes.ts'

const held = (needId: string, chainId: string, start: number, end: number): Holding => ({
  needId,
  chainId,
  start,
  end,
  shadowing: false,
  pieces: [{ form: 'home', start, end }],
})

const holdings = fc.array(
  fc
    .tuple(fc.constantFrom('m', 'n'), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }))
    .map(([needId, chainId, start]) => held(needId, `${needId}${chainId}`, start, start + 4)),
  { maxLength: 5 },
)

const timeOf = ({ needId, start }: Holding) => `${needId}@${start}`

/** What is in the first and not in the second, each as often as it is missing. */
function without(from: readonly Holding[], taken: readonly Holding[]): string[] {
  const left = taken.map(timeOf)
  return from
    .map(timeOf)
    .filter((own) => {
      const at = left.indexOf(own)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    .sort()
}

describe('what one doctor’s holdings became', () => {
  it('pairs by chain first, then by duty, and by the hours shared among several', () => {
    const early = held('n', 'x', 0, 240)
    const late = held('n', 'y', 480, 960)
    const later = held('n', 'z', 500, 960)
    expect(holdingChanges([early, late], [later])).toEqual([
      { before: early, after: null },
      { before: late, after: later },
    ])
    const chained = held('n', 'x', 480, 900)
    expect(holdingChanges([early, late], [chained])).toEqual([
      { before: early, after: chained },
      { before: late, after: null },
    ])
  })

  it('is each time that is gone and each that is new, once, and nothing that stood already', () => {
    fc.assert(
      fc.property(holdings, holdings, (before, after) => {
        const changes = holdingChanges(before, after)
        const was = changes.flatMap((change) => change.before ?? [])
        const is = changes.flatMap((change) => change.after ?? [])
        expect(was.map(timeOf).sort()).toEqual(without(before, after))
        expect(is.map(timeOf).sort()).toEqual(without(after, before))
        for (const change of changes)
          if (change.before && change.after) expect(change.before.needId).toBe(change.after.needId)
      }),
    )
  })

  it('leaves no duty both lost and gained', () => {
    fc.assert(
      fc.property(holdings, holdings, (before, after) => {
        const changes = holdingChanges(before, after)
        const lost = changes.flatMap((change) => (change.after ? [] : [change.before?.needId]))
        const gained = changes.flatMap((change) => (change.before ? [] : [change.after?.needId]))
        expect(lost.filter((needId) => gained.includes(needId))).toEqual([])
      }),
    )
  })

  it('tells forms within the time held alone', () => {
    const pieces = [
      { form: 'home' as const, start: 0, end: 60 },
      { form: 'on-site' as const, start: 60, end: 120 },
    ]
    expect(piecesWithin(pieces, { start: 30, end: 60 })).toEqual([{ form: 'home', start: 30, end: 60 }])
  })
})
