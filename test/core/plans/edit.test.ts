import { describe, expect, it } from 'vitest'
import { type EditInput, planEdit } from '../../../src/core/plans/edit.ts'
import { type Intent, toWanted } from '../../../src/core/plans/intent.ts'
import { planReversal, stepToRedo, stepToUndo } from '../../../src/core/plans/undo.ts'
import { cellKey, type Slice } from '../../../src/core/rota/assignment.ts'
import type { DraftCell, DraftEdit } from '../../../src/core/rota/draft.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { wholeSlice } from '../../../src/core/rota/rota.ts'
import { makeNeed, makeSlice } from '../../support/make-district.ts'

const evening = makeNeed('2027-01-11 16:00', '2027-01-11 23:00')
const night = makeNeed('2027-01-11 23:00', '2027-01-12 08:00')
const needs = new Map([evening, night].map((need) => [need.id, need]))
const atEvening = { needId: evening.id, seat: 0 }
const atNight = { needId: night.id, seat: 0 }

type UndoInput = Omit<Parameters<typeof planReversal>[0], 'kind' | 'target'> & { edits: readonly DraftEdit[] }

function cellsOf(...cells: DraftCell[]) {
  return new Map(cells.map((cell) => [cellKey(cell), cell]))
}

function holding(need: Need, personId: string, edit = 1, facts: Partial<DraftCell> = {}): DraftCell {
  const slices: Slice[] = [wholeSlice(need, personId)]
  return { needId: need.id, seat: 0, slices, locked: false, note: '', edit, ...facts }
}

function plan(intent: Intent, cells = cellsOf(), input: Partial<EditInput> = {}) {
  const wanted = toWanted(intent, cells, needs)
  const base = {
    kind: intent.kind,
    wanted,
    cells,
    needs,
    seen: new Map(),
    number: 7,
    by: 'k',
    at: '2026-12-01T10:00Z',
  }
  return planEdit({ ...base, ...input })
}

describe('an edit of a draft', () => {
  it('puts a person on a whole duty and tells what stood there before', () => {
    expect(
      plan({ kind: 'assign', cell: atEvening, personId: 'a' }, cellsOf(holding(evening, 'b'))),
    ).toMatchObject({
      kind: 'planned',
      edit: {
        number: 7,
        kind: 'assign',
        by: 'k',
        undoes: null,
        changes: [
          {
            ...atEvening,
            before: { slices: [{ personId: 'b' }] },
            after: { slices: [{ personId: 'a', start: evening.start, end: evening.end }] },
          },
        ],
      },
      cells: [{ ...atEvening, edit: 7, slices: [{ personId: 'a' }] }],
    })
  })

  it('keeps lock and note when the holder changes, and the holder when a note is written', () => {
    const cells = cellsOf(holding(evening, 'b', 1, { note: 'nøkkel i skapet' }))
    expect(plan({ kind: 'clear', cell: atEvening }, cells)).toMatchObject({
      cells: [{ slices: [], note: 'nøkkel i skapet' }],
    })
    expect(plan({ kind: 'note', cell: atEvening, note: 'ny' }, cells)).toMatchObject({
      cells: [{ slices: [{ personId: 'b' }], note: 'ny' }],
    })
  })

  it('trades two places, each holder taking the times of the other duty', () => {
    const cells = cellsOf(holding(evening, 'a'), holding(night, 'b'))
    expect(plan({ kind: 'move', cell: atEvening, to: atNight }, cells)).toMatchObject({
      cells: [
        { ...atEvening, slices: [{ personId: 'b', start: evening.start, end: evening.end }] },
        { ...atNight, slices: [{ personId: 'a', start: night.start, end: night.end }] },
      ],
    })
  })

  it('moves into an open place and leaves the first open', () => {
    expect(
      plan({ kind: 'move', cell: atEvening, to: atNight }, cellsOf(holding(evening, 'a'))),
    ).toMatchObject({
      cells: [{ slices: [] }, { slices: [{ personId: 'a', start: night.start }] }],
    })
  })

  it('is refused when part of a duty is moved to where its times do not fit', () => {
    const half = { slices: [makeSlice('a', '2027-01-11 16:00', '2027-01-11 20:00')] }
    const result = plan(
      { kind: 'move', cell: atEvening, to: atNight },
      cellsOf(holding(evening, 'a', 1, half)),
    )
    expect(result).toEqual({
      kind: 'refused',
      refusal: { kind: 'invalid-slices', fault: 'outside-duty', ...atNight },
    })
  })

  it('is refused when slices that count overlap', () => {
    const slices = [
      makeSlice('a', '2027-01-11 16:00', '2027-01-11 20:01'),
      makeSlice('b', '2027-01-11 20:00', '2027-01-11 23:00'),
    ]
    expect(plan({ kind: 'slice', cell: atEvening, slices })).toMatchObject({
      refusal: { kind: 'invalid-slices', fault: 'overlapping' },
    })
  })

  it('is refused when the place was changed since it was seen', () => {
    const cells = cellsOf(holding(evening, 'b', 3))
    const assign = { kind: 'assign', cell: atEvening, personId: 'a' } as const
    const seen = (edit: number) => ({ seen: new Map([[cellKey(atEvening), edit]]) })
    expect(plan(assign, cells, seen(2))).toEqual({
      kind: 'refused',
      refusal: { kind: 'cell-changed', edit: 3, ...atEvening },
    })
    expect(plan(assign, cells, seen(3)).kind).toBe('planned')
    expect(plan(assign, cellsOf(), seen(0)).kind).toBe('planned')
  })

  it('does not touch the holders of a locked place until it is unlocked', () => {
    const cells = cellsOf(holding(evening, 'b', 1, { locked: true }))
    expect(plan({ kind: 'clear', cell: atEvening }, cells)).toEqual({
      kind: 'refused',
      refusal: { kind: 'locked', ...atEvening },
    })
    expect(plan({ kind: 'unlock', cell: atEvening }, cells)).toMatchObject({ cells: [{ locked: false }] })
    expect(plan({ kind: 'note', cell: atEvening, note: 'ny' }, cells).kind).toBe('planned')
  })

  it('is refused when it changes nothing', () => {
    const cells = cellsOf(holding(evening, 'a'))
    expect(plan({ kind: 'assign', cell: atEvening, personId: 'a' }, cells)).toEqual({
      kind: 'refused',
      refusal: { kind: 'nothing-changed' },
    })
    expect(plan({ kind: 'move', cell: atEvening, to: atEvening }, cells)).toMatchObject({
      refusal: { kind: 'nothing-changed' },
    })
  })
})

describe('undo', () => {
  const first = plan({ kind: 'assign', cell: atEvening, personId: 'a' }, cellsOf(), { number: 1 })
  if (first.kind === 'refused') throw new Error(`refused as ${first.refusal.kind}`)
  const undo = { number: 9, by: 'k', at: '2026-12-01T11:00Z' }

  function planUndo({ edits, ...input }: UndoInput) {
    return planReversal({ kind: 'undo', target: stepToUndo(edits, input.by), ...input })
  }

  it('takes back one’s own latest edit as a new step', () => {
    expect(planUndo({ ...undo, edits: [first.edit], cells: cellsOf(...first.cells) })).toMatchObject({
      kind: 'planned',
      edit: { number: 9, kind: 'undo', undoes: 1 },
      cells: [{ ...atEvening, slices: [], edit: 9 }],
    })
  })

  it('leaves the edits of others alone', () => {
    const edits = [first.edit, { ...first.edit, number: 2, by: 'other' }]
    expect(planUndo({ ...undo, edits, cells: cellsOf(...first.cells) })).toMatchObject({
      edit: { undoes: 1 },
    })
    expect(planUndo({ ...undo, by: 'nobody', edits, cells: cellsOf(...first.cells) })).toEqual({
      kind: 'refused',
      refusal: { kind: 'nothing-to-undo' },
    })
  })

  it('is refused when the place has changed since', () => {
    const cells = cellsOf(holding(evening, 'b', 2))
    expect(planUndo({ ...undo, edits: [first.edit], cells })).toEqual({
      kind: 'refused',
      refusal: { kind: 'cell-changed', ...atEvening },
    })
  })

  it('goes one edit further back each time, and does not undo itself', () => {
    const second = plan({ kind: 'assign', cell: atEvening, personId: 'b' }, cellsOf(...first.cells), {
      number: 2,
    })
    if (second.kind === 'refused') throw new Error(`refused as ${second.refusal.kind}`)
    const edits = [first.edit, second.edit]
    const back = planUndo({ ...undo, number: 3, edits, cells: cellsOf(...second.cells) })
    if (back.kind === 'refused') throw new Error(`refused as ${back.refusal.kind}`)
    expect(back.edit.undoes).toBe(2)
    const further = planUndo({
      ...undo,
      number: 4,
      edits: [...edits, back.edit],
      cells: cellsOf(...back.cells),
    })
    expect(further).toMatchObject({ edit: { undoes: 1 }, cells: [{ slices: [] }] })
    if (further.kind === 'refused') throw new Error(`refused as ${further.refusal.kind}`)
    const all = [...edits, back.edit, further.edit]
    expect(planUndo({ ...undo, edits: all, cells: cellsOf(...further.cells) })).toMatchObject({
      refusal: { kind: 'nothing-to-undo' },
    })
  })
})

describe('redo', () => {
  const heads = (...told: readonly (readonly [by: string, kind: DraftEdit['kind'], undoes?: number])[]) =>
    told.map(([by, kind, undoes = null as never], index) => ({ number: index + 1, by, kind, undoes }))

  it('brings back the undone ones, the latest undone first, and each can be undone again', () => {
    const edits = heads(['k', 'assign'], ['k', 'clear'], ['k', 'undo', 2], ['k', 'undo', 1])
    expect(stepToRedo(edits, 'k')?.number).toBe(4)
    const once = [...edits, ...heads(['k', 'redo', 4]).map((head) => ({ ...head, number: 5 }))]
    expect(stepToRedo(once, 'k')?.number).toBe(3)
    expect(stepToUndo(once, 'k')?.number).toBe(5)
  })

  it('ends with a new step of one’s own, not with one of somebody else', () => {
    const undone = [
      ['k', 'assign'],
      ['k', 'undo', 1],
    ] as const
    expect(stepToRedo(heads(...undone, ['other', 'assign']), 'k')?.number).toBe(2)
    expect(stepToRedo(heads(...undone, ['k', 'assign']), 'k')).toBeUndefined()
    expect(stepToRedo(heads(...undone), 'other')).toBeUndefined()
  })

  it('after undo, a new step and undo reaches that step and none before it', () => {
    const edits = heads(['k', 'assign'], ['k', 'undo', 1], ['k', 'clear'], ['k', 'undo', 3])
    expect(stepToRedo(edits, 'k')?.number).toBe(4)
    const redone = [...edits, { number: 5, by: 'k', kind: 'redo' as const, undoes: 4 }]
    expect(stepToRedo(redone, 'k')).toBeUndefined()
    expect(stepToUndo(redone, 'k')?.number).toBe(5)
  })

  it('is refused when there is nothing to do again, and when the place has changed since', () => {
    const input = { kind: 'redo', cells: cellsOf(), number: 9, by: 'k', at: '2026-12-01T11:00Z' } as const
    expect(planReversal({ ...input, target: undefined })).toMatchObject({
      refusal: { kind: 'nothing-to-redo' },
    })
    const put = plan({ kind: 'assign', cell: atEvening, personId: 'a' })
    if (put.kind === 'refused') throw new Error(`refused as ${put.refusal.kind}`)
    const cells = cellsOf(holding(evening, 'b', 2))
    expect(planReversal({ ...input, target: put.edit, cells })).toMatchObject({
      refusal: { kind: 'cell-changed', ...atEvening },
    })
  })
})
