import { describe, expect, it } from 'vitest'
import { handOver } from '../../../src/core/plans/hand-over.ts'
import type { Slice } from '../../../src/core/rota/assignment.ts'

const slice = (start: number, end: number, personId: string, shadowing = false): Slice => ({
  start,
  end,
  personId,
  positionId: null,
  origin: 'share',
  shadowing,
})

describe('a part given away', () => {
  it('leaves what others hold outside it, and who learns', () => {
    const held = [slice(0, 60, 'a'), slice(0, 60, 'c', true)]
    expect(handOver(held, { start: 20, end: 40 }, 'b')).toEqual([
      slice(0, 20, 'a'),
      slice(0, 60, 'c', true),
      slice(20, 40, 'b'),
      slice(40, 60, 'a'),
    ])
  })

  it('joins neighbours of one holder, also around somebody who learns, and leaves nothing where nobody is to hold it', () => {
    const held = [slice(0, 20, 'a'), slice(20, 60, 'b')]
    expect(handOver(held, { start: 20, end: 60 }, 'a')).toEqual([slice(0, 60, 'a')])
    const taught = [slice(0, 20, 'a'), slice(10, 30, 'c', true), slice(20, 60, 'b')]
    expect(handOver(taught, { start: 20, end: 60 }, 'a')).toEqual([
      slice(0, 60, 'a'),
      slice(10, 30, 'c', true),
    ])
    expect(handOver(held, { start: 0, end: 60 }, null)).toEqual([])
  })

  it('is not learnt on and held at once by whoever takes it over', () => {
    const held = [slice(0, 60, 'a'), slice(0, 60, 'c', true), slice(0, 60, 'd', true)]
    expect(handOver(held, { start: 0, end: 60 }, 'c')).toEqual([slice(0, 60, 'd', true), slice(0, 60, 'c')])
    expect(handOver(held, { start: 0, end: 20 }, 'c')).toEqual([
      slice(0, 60, 'd', true),
      slice(0, 20, 'c'),
      slice(20, 60, 'a'),
      slice(20, 60, 'c', true),
    ])
  })

  it('that nobody is to hold keeps those who learn', () => {
    const held = [slice(0, 60, 'a'), slice(0, 60, 'c', true)]
    expect(handOver(held, { start: 0, end: 60 }, null)).toEqual([slice(0, 60, 'c', true)])
  })
})
