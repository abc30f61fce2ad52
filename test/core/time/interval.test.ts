import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clip,
  type Interval,
  intersection,
  mergeIntervals,
  minutesOf,
  overlaps,
  subtractIntervals,
  touches,
  unionMinutes,
} from '../../../src/core/time/interval.ts'

const at = (start: number, end: number): Interval => ({ start, end })

describe('two intervals', () => {
  it.each([
    ['apart', at(0, 10), at(20, 30), false, false, undefined],
    ['one minute apart', at(0, 10), at(11, 20), false, false, undefined],
    ['touching', at(0, 10), at(10, 20), false, true, undefined],
    ['sharing one minute', at(0, 11), at(10, 20), true, false, at(10, 11)],
    ['one within the other', at(0, 30), at(10, 20), true, false, at(10, 20)],
    ['equal', at(0, 10), at(0, 10), true, false, at(0, 10)],
    ['same start', at(0, 10), at(0, 20), true, false, at(0, 10)],
    ['empty within the other', at(5, 5), at(0, 10), false, false, undefined],
    ['empty at the edge', at(10, 10), at(0, 10), false, true, undefined],
  ])('%s: overlap, touch and share as they should, from either side', (_, a, b, overlap, touch, shared) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([overlap, overlap])
    expect([touches(a, b), touches(b, a)]).toEqual([touch, touch])
    expect([intersection(a, b), intersection(b, a)]).toEqual([shared, shared])
  })

  it('are as long as the minutes between their ends', () => {
    expect(minutesOf(at(-5, 10))).toBe(15)
    expect(minutesOf(at(7, 7))).toBe(0)
  })
})

describe('lists of intervals', () => {
  it.each([
    ['none', [], []],
    ['unsorted', [at(20, 30), at(0, 10)], [at(0, 10), at(20, 30)]],
    ['touching', [at(0, 10), at(10, 20)], [at(0, 20)]],
    ['overlapping', [at(0, 15), at(10, 20), at(19, 40)], [at(0, 40)]],
    ['one within another', [at(0, 50), at(10, 20), at(60, 70)], [at(0, 50), at(60, 70)]],
    ['empty ones', [at(5, 5), at(10, 20)], [at(10, 20)]],
  ])('merge: %s', (_, list, expected) => {
    expect(mergeIntervals(list)).toEqual(expected)
  })

  it.each([
    ['no holes', [at(0, 10)], [], [at(0, 10)]],
    ['a hole inside', [at(0, 10)], [at(3, 5)], [at(0, 3), at(5, 10)]],
    ['a hole over the start', [at(0, 10)], [at(-5, 5)], [at(5, 10)]],
    ['a hole over the end', [at(0, 10)], [at(5, 15)], [at(0, 5)]],
    ['a hole over all', [at(0, 10)], [at(-1, 11)], []],
    ['an exact hole', [at(0, 10)], [at(0, 10)], []],
    ['touching holes', [at(0, 10)], [at(-5, 0), at(10, 15)], [at(0, 10)]],
    ['one hole over two', [at(0, 10), at(20, 30)], [at(5, 25)], [at(0, 5), at(25, 30)]],
    ['two holes unsorted', [at(0, 30)], [at(20, 25), at(5, 10)], [at(0, 5), at(10, 20), at(25, 30)]],
    ['an empty hole', [at(0, 10)], [at(5, 5)], [at(0, 10)]],
  ])('subtract: %s', (_, list, holes, expected) => {
    expect(subtractIntervals(list, holes)).toEqual(expected)
  })

  it.each([
    ['none', [], 0],
    ['apart', [at(0, 10), at(20, 25)], 15],
    ['overlapping', [at(0, 10), at(5, 15)], 15],
    ['twice the same', [at(0, 10), at(0, 10)], 10],
  ])('count the union of %s', (_, list, expected) => {
    expect(unionMinutes(list)).toBe(expected)
  })

  it('are cut to a window in the order given, overlaps kept and the rest dropped', () => {
    const list = [at(15, 40), at(0, 12), at(12, 14), at(0, 10), at(30, 50)]
    expect(clip(list, at(10, 30))).toEqual([at(15, 30), at(10, 12), at(12, 14)])
  })

  it('leave the lists that they were given as they were', () => {
    const list = Object.freeze([at(20, 30), at(0, 10), at(5, 15)].map((i) => Object.freeze(i)))
    const holes = Object.freeze([at(25, 26), at(1, 2)])
    mergeIntervals(list)
    subtractIntervals(list, holes)
    expect(list).toEqual([at(20, 30), at(0, 10), at(5, 15)])
  })

  const lists = fc.array(
    fc.tuple(fc.nat(60), fc.nat(15)).map(([start, length]) => at(start, start + length)),
    { maxLength: 8 },
  )

  it('hold exactly the minutes that sets of minutes would hold', () => {
    fc.assert(
      fc.property(lists, lists, (list, holes) => {
        const holed = minuteSet(holes)
        expect(minuteSet(mergeIntervals(list))).toEqual(minuteSet(list))
        expect(unionMinutes(list)).toBe(minuteSet(list).length)
        const rest = subtractIntervals(list, holes)
        expect(minuteSet(rest)).toEqual(minuteSet(list).filter((m) => !holed.includes(m)))
        for (const result of [rest, mergeIntervals(list)]) expect(isSortedAndDisjoint(result)).toBe(true)
      }),
      { seed: 2027 },
    )
  })
})

function minuteSet(list: readonly Interval[]): number[] {
  const minutes = new Set<number>()
  for (const i of list) for (let m = i.start; m < i.end; m++) minutes.add(m)
  return [...minutes].sort((a, b) => a - b)
}

function isSortedAndDisjoint(list: readonly Interval[]): boolean {
  return list.every((i, n) => i.start < i.end && (n === 0 || list[n - 1]!.end < i.start))
}
