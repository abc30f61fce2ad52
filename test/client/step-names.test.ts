import { describe, expect, it } from 'vitest'
import { stepNamesOn } from '../../src/client/board/step-names.ts'
import { type Step, stepOf } from '../../src/core/plans/step.ts'
import { textFor } from '../../src/text/text.ts'

const cell = { needId: 'h1.2027-01-05.natt', seat: 0 }
const assign = stepOf({ kind: 'assign', cell, personId: 'a' })
const lock = stepOf({ kind: 'lock', cell })
const clear = stepOf({ kind: 'clear', cell })

/** What stands on the two buttons. */
function shownBy(first?: string) {
  let shown: readonly [undo: string | null, redo: string | null] = [null, null]
  const nameSteps = (undo: string | null, redo: string | null) => {
    shown = [undo, redo]
  }
  const { heard } = stepNamesOn(nameSteps, textFor('nb'), first)
  const done = (...steps: readonly Step[]) => {
    for (const step of steps) heard({ kind: 'done', step })
  }
  const reversed = (what: 'undo' | 'redo', { kind }: Step) =>
    heard({ kind: 'reversed', what, step: { kind, places: 1 }, needId: cell.needId })
  return { heard, done, reversed, shown: () => shown }
}

const { editKinds } = textFor('nb').words

describe('the names on undo and redo', () => {
  it('begin with what the page says, and follow what is done, taken back and done again', () => {
    const board = shownBy('bytte plass (2 vakter)')
    expect(board.shown()).toEqual(['bytte plass (2 vakter)', null])
    board.done(assign, lock)
    expect(board.shown()).toEqual([editKinds.lock, null])
    board.reversed('undo', lock)
    board.reversed('undo', assign)
    expect(board.shown()).toEqual(['bytte plass (2 vakter)', editKinds.assign])
    board.reversed('redo', assign)
    expect(board.shown()).toEqual([editKinds.assign, editKinds.lock])
    board.done(clear)
    expect(board.shown()).toEqual([editKinds.clear, null])
  })

  it('stay as they are where nothing came of an undo', () => {
    const board = shownBy()
    board.done(assign)
    board.heard({ kind: 'not-reversed', what: 'undo', why: 'net' })
    expect(board.shown()).toEqual([editKinds.assign, null])
  })

  it('are those of the server where it took back what was done elsewhere', () => {
    const board = shownBy()
    board.reversed('undo', lock)
    expect(board.shown()).toEqual([null, editKinds.lock])
    board.heard({ kind: 'not-reversed', what: 'redo', why: 'nothing' })
    expect(board.shown()).toEqual([null, null])
  })

  it('go past what somebody else has overtaken, as undo does', () => {
    const board = shownBy()
    board.done(assign, lock, clear)
    board.reversed('undo', lock)
    expect(board.shown()).toEqual([editKinds.assign, editKinds.lock])
  })

  it('leave out a step that was not stored, wherever it stands', () => {
    const board = shownBy()
    board.done(assign, lock, clear)
    board.heard({ kind: 'dropped', step: lock })
    board.reversed('undo', clear)
    expect(board.shown()).toEqual([editKinds.assign, editKinds.clear])
    board.heard({ kind: 'dropped', step: clear })
    expect(board.shown()).toEqual([editKinds.assign, null])
  })
})
