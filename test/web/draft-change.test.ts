import { describe, expect, it } from 'vitest'
import { fromWall } from '../../src/core/time/oslo.ts'
import { readCell, readChange, toSlices } from '../../src/web/draft/draft-change.ts'

const at = (date: string, hour: number) => fromWall(date, hour * 60)
const posted = (values: Record<string, string>) => ({ values, all: () => [] })
const cell = { needId: 'h1.2027-01-04.natt', seat: 1 }
const named = 'h1.2027-01-04.natt#1'

describe('the place of a form', () => {
  it.each(['', 'h1', 'h1#', '#1', 'h1#x', 'h1#123', `${'x'.repeat(201)}#0`])(
    'is not read from %j',
    (text) => {
      expect(readCell(text)).toBeUndefined()
    },
  )

  it('is read from need and seat', () => {
    expect(readCell(named)).toEqual(cell)
  })
})

describe('a change of a draft', () => {
  it.each([
    [
      { change: 'assign', personId: 'a' },
      { kind: 'assign', cell, personId: 'a' },
    ],
    [{ change: 'clear' }, { kind: 'clear', cell }],
    [{ change: 'lock' }, { kind: 'lock', cell }],
    [{ change: 'unlock' }, { kind: 'unlock', cell }],
    [
      { change: 'note', note: ' ring først ' },
      { kind: 'note', cell, note: 'ring først' },
    ],
    [
      { change: 'move', to: 'h1.2027-01-05.natt#0' },
      { kind: 'move', cell, to: { needId: 'h1.2027-01-05.natt', seat: 0 } },
    ],
    [
      { change: 'part', personId: 'a', start: '2027-01-04T20:00', end: '2027-01-04T23:00' },
      { kind: 'part', cell, personId: 'a', part: { start: at('2027-01-04', 20), end: at('2027-01-04', 23) } },
    ],
  ])('is read from %j', (values, change) => {
    expect(readChange(posted({ cell: named, seen: '7', ...values }))).toEqual({
      kind: 'asked',
      change,
      seenEdit: 7,
    })
  })

  it.each([
    [{ cell: 'nothing', change: 'clear' }, 'cell', 'unknown-duty'],
    [{ cell: named, change: 'assign' }, 'personId', 'unknown-doctor'],
    [{ cell: named, change: 'move', to: '' }, 'to', 'missing'],
    [{ cell: named, change: 'note', note: 'x'.repeat(301) }, 'note', 'too-long'],
    [{ cell: named, change: 'part', personId: 'a', start: 'soon', end: '' }, 'start', 'not-a-time'],
    [
      { cell: named, change: 'part', start: '2027-02-30T20:00', end: '2027-03-01T20:00' },
      'start',
      'not-a-time',
    ],
    [
      { cell: named, change: 'part', start: '2027-01-04T20:00', end: '2027-01-04T20:00' },
      'end',
      'ends-before-start',
    ],
  ])('is refused at its field: %j', (values, field, code) => {
    const read = readChange(posted(values))
    expect(read).toMatchObject({ kind: 'invalid', problems: [{ field, code }] })
  })

  it('asks for whatever stands there when the page saw no edit', () => {
    expect(readChange(posted({ cell: named, change: 'clear', seen: '' }))).toMatchObject({ seenEdit: null })
  })
})

describe('a part given away', () => {
  const held = { personId: 'a', positionId: 'p', origin: 'share', shadowing: false } as const
  const whole = { ...held, start: at('2027-01-04', 16), end: at('2027-01-05', 8) }

  it('leaves the rest with those who hold it', () => {
    const part = { start: at('2027-01-04', 20), end: at('2027-01-04', 23) }
    expect(toSlices({ kind: 'part', cell, part, personId: 'b' }, [whole])).toEqual({
      kind: 'slice',
      cell,
      slices: [
        { ...held, start: whole.start, end: part.start },
        { ...part, personId: 'b', positionId: null, origin: 'share', shadowing: false },
        { ...held, start: part.end, end: whole.end },
      ],
    })
  })

  it('leaves the doctor who learns beside', () => {
    const learner = { ...whole, personId: 'l', shadowing: true }
    const change = toSlices({ kind: 'part', cell, part: whole, personId: 'b' }, [whole, learner])
    expect(change).toMatchObject({ slices: [{ personId: 'l', shadowing: true }, { personId: 'b' }] })
  })
})
