import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, isSameContent, planEdit } from '../../../src/core/plans/edit.ts'
import { contentOf, type DraftCells, type Intent } from '../../../src/core/plans/intent.ts'
import { placesNamed, type Step, stepOf, wantedBy } from '../../../src/core/plans/step.ts'
import { planReversal, stepToRedo, stepToUndo } from '../../../src/core/plans/undo.ts'
import { type CellKey, type CellRef, cellKey } from '../../../src/core/rota/assignment.ts'
import {
  type CellContent,
  type DraftCell,
  type DraftEdit,
  EMPTY_CONTENT,
} from '../../../src/core/rota/draft.ts'
import { makeNeed } from '../../support/make-district.ts'

const evening = makeNeed('2027-03-27 16:00', '2027-03-27 23:00')
const night = makeNeed('2027-03-27 23:00', '2027-03-28 08:00')
const day = makeNeed('2027-03-28 08:00', '2027-03-28 23:00')
const needs = new Map([evening, night, day].map((need) => [need.id, need]))
const cells = [evening, night, day].map((need) => ({ needId: need.id, seat: 0 }))
const [a, b, c] = cells as [DraftCell, DraftCell, DraftCell]

function stepped(step: Step, from: DraftCells = new Map()) {
  const wanted = wantedBy(step, from, needs)
  const said = { kind: step.kind, cells: from, needs, seen: new Map(), number: 1, by: 'k', at: '' }
  return planEdit({ ...said, wanted })
}

describe('a step', () => {
  it('takes its intents in order, each over what the former left, and touches each place once', () => {
    const planned = stepped({
      kind: 'sweep',
      intents: [
        { kind: 'assign', cell: a, personId: 'x' },
        { kind: 'move', cell: a, to: b },
        { kind: 'assign', cell: a, personId: 'y' },
        { kind: 'lock', cell: a },
      ],
    })
    expect(planned).toMatchObject({
      edit: { kind: 'sweep', changes: [{ needId: a.needId }, { needId: b.needId }] },
      cells: [
        { slices: [{ personId: 'y' }], locked: true },
        { slices: [{ personId: 'x', start: night.start, end: night.end }] },
      ],
    })
  })

  it('names every place that it may change once', () => {
    const step: Step = {
      kind: 'block',
      intents: [
        { kind: 'move', cell: a, to: b },
        { kind: 'clear', cell: b },
      ],
    }
    expect(placesNamed(step).map(cellKey)).toEqual([a, b].map(cellKey))
    expect(stepOf({ kind: 'lock', cell: c })).toEqual({ kind: 'lock', intents: [{ kind: 'lock', cell: c }] })
  })

  it('that ends where it began changes nothing', () => {
    const intents: Intent[] = [
      { kind: 'assign', cell: a, personId: 'x' },
      { kind: 'clear', cell: a },
    ]
    expect(stepped({ kind: 'sweep', intents })).toMatchObject({ refusal: { kind: 'nothing-changed' } })
  })

  it('that lies in one locked place among many is refused whole', () => {
    const locked = new Map([[cellKey(b), { ...b, ...EMPTY_CONTENT, locked: true, edit: 1 }]])
    const intents: Intent[] = [a, b, c].map((cell) => ({ kind: 'assign', cell, personId: 'x' }))
    expect(stepped({ kind: 'sweep', intents }, locked)).toMatchObject({
      refusal: { kind: 'locked', needId: b.needId },
    })
  })
})

const person = fc.constantFrom('k', 'm')
const place = fc.constantFrom(a, b, c)
const command = fc.oneof(
  fc.record({
    by: person,
    does: fc.constant('assign'),
    cell: place,
    personId: fc.constantFrom('x', 'y', 'z'),
  }),
  fc.record({ by: person, does: fc.constantFrom('clear', 'lock', 'unlock'), cell: place }),
  fc.record({ by: person, does: fc.constantFrom('undo', 'redo') }),
)
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** What anybody would draw on paper: for each person the steps done and the steps taken back, each with what it changed. */
class Model {
  readonly contents = new Map<CellKey, CellContent>()
  readonly done: Record<string, DraftEdit[]> = { k: [], m: [] }
  readonly taken: Record<string, DraftEdit[]> = { k: [], m: [] }

  at(cell: CellRef): CellContent {
    return this.contents.get(cellKey(cell)) ?? EMPTY_CONTENT
  }

  put(edit: DraftEdit): void {
    for (const change of edit.changes) this.contents.set(cellKey(change), change.after)
    this.done[edit.by]?.push(edit)
    this.taken[edit.by] = []
  }

  /** Whether it can be: every place holds what it is to be taken from. */
  turn(by: string, kind: 'undo' | 'redo'): boolean {
    const [from, to] = kind === 'undo' ? [this.done[by], this.taken[by]] : [this.taken[by], this.done[by]]
    const step = from?.at(-1)
    const [is, becomes] = kind === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const)
    if (!step?.changes.every((change) => isSameContent(this.at(change), change[is]))) return false
    for (const change of step.changes) this.contents.set(cellKey(change), change[becomes])
    from?.pop()
    to?.push(step)
    return true
  }
}

describe('undo and redo by two people at once', () => {
  it('leave what two stacks on paper leave, whatever they do', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const model = new Model()
        let standing: DraftCells = new Map()
        const edits: DraftEdit[] = []
        const enter = (edit: DraftEdit) => {
          edits.push(edit)
          const fresh = applyChanges(edit.changes, edit.number)
          standing = new Map([...standing, ...fresh.map((cell) => [cellKey(cell), cell] as const)])
        }
        for (const told of commands) {
          const stamp = { cells: standing, number: edits.length + 1, by: told.by, at: '' }
          if (told.does === 'undo' || told.does === 'redo') {
            const target = (told.does === 'undo' ? stepToUndo : stepToRedo)(edits, told.by)
            const planned = planReversal({ kind: told.does, target, ...stamp })
            expect(planned.kind === 'planned').toBe(model.turn(told.by, told.does))
            if (planned.kind === 'planned') enter(planned.edit)
          } else {
            const step = stepOf(toIntent(told))
            const wanted = wantedBy(step, standing, needs)
            const planned = planEdit({ ...stamp, kind: step.kind, wanted, needs, seen: new Map() })
            if (planned.kind === 'refused') continue
            enter(planned.edit)
            model.put(planned.edit)
          }
          for (const cell of [a, b, c]) expect(contentOf(standing, cell)).toEqual(model.at(cell))
        }
      }),
      { seed: 5, numRuns: 400 },
    )
  })
})

function toIntent(told: Command): Intent {
  const { does, cell, personId } = told as Command & { cell: DraftCell; personId: string }
  return does === 'assign' ? { kind: 'assign', cell, personId } : ({ kind: does, cell } as Intent)
}
