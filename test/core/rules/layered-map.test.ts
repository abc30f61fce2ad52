import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceIn } from '../../../src/core/rules/layered-map.ts'

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.string({ maxLength: 2 })))

describe('a map with entries replaced', () => {
  it('reads after any edits as a map that each was set in', () => {
    fc.assert(
      fc.property(entries, fc.array(entries, { maxLength: 12 }), (first, edits) => {
        const plain = new Map(first)
        let layered: ReadonlyMap<number, string> = new Map(first)
        for (const edit of edits) {
          layered = replaceIn(layered, edit)
          for (const [key, value] of edit) plain.set(key, value)
        }
        const visited: [number, string][] = []
        layered.forEach((value, key) => {
          visited.push([key, value])
        })
        expect(visited).toEqual([...plain])
        expect([...layered.keys()]).toEqual([...plain.keys()])
        expect([...layered.values()]).toEqual([...plain.values()])
        expect(layered.size).toBe(plain.size)
        for (let key = -1; key <= 31; key++) {
          expect(layered.get(key)).toBe(plain.get(key))
          expect(layered.has(key)).toBe(plain.has(key))
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('leaves the map it came from as it was', () => {
    const before = replaceIn(new Map(Array.from({ length: 50 }, (_, key) => [key, 'a'])), [[7, 'b']])
    const after = replaceIn(before, [[7, 'c']])
    expect([before.get(7), after.get(7)]).toEqual(['b', 'c'])
  })
})
