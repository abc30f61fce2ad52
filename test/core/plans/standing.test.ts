import { describe, expect, it } from 'vitest'
import { type NeedForm, standingSince } from '../../../src/core/plans/standing.ts'

const lost = { seat: 0, start: 100, end: 200 }
const form = (said: Partial<NeedForm> = {}): NeedForm => ({
  start: 100,
  end: 200,
  number: 1,
  until: null,
  ...said,
})

describe('how hours that somebody lost have stood since', () => {
  it('is open while the need stands, and has not turned by what came before', () => {
    expect(standingSince(3, lost, [{ from: 1, to: null }], [form({ until: 2 }), form()])).toEqual({
      isOpen: true,
      turns: [],
    })
  })

  it('is closed from the start where the need went with the same revision', () => {
    expect(standingSince(3, lost, [{ from: 1, to: 3 }], [form()])).toEqual({ isOpen: false, turns: [] })
  })

  it('turns each time the need goes or comes back', () => {
    const presences = [
      { from: 1, to: 5 },
      { from: 7, to: null },
    ]
    expect(standingSince(3, lost, presences, [form()])).toEqual({ isOpen: true, turns: [5, 7] })
  })

  it('turns with a seat or hours that are asked for no more, and by nothing else of the need', () => {
    const presences = [{ from: 1, to: null }]
    const fewer = [form({ number: 2, until: 4 }), form({ number: 2, end: 180, until: 6 }), form()]
    expect(standingSince(3, { ...lost, seat: 1 }, presences, fewer)).toEqual({ isOpen: false, turns: [6] })
    const moved = [form({ until: 4 }), form({ start: 200, end: 300 })]
    expect(standingSince(3, lost, presences, moved)).toEqual({ isOpen: false, turns: [4] })
  })
})
