import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { redoEdit } from '../../src/usecases/redo-edit.ts'
import { showChanges } from '../../src/usecases/show-changes.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { contextOf, countRows, makeActor, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const TABLES = ['draft_edit', 'draft_edit_change', 'draft_cell', 'audit']
let world: World
let colleague: Context

beforeAll(async () => {
  world = await makeWorld()
  const role = { scopeKind: 'district', scopeId: world.district.id, role: 'coordinator' } as const
  colleague = await contextOf(await makeActor([role], world.people[2]))
})

async function open() {
  const { district, lineId, coordinator } = world
  const plan = {
    districtId: district.id,
    name: 'Vinter',
    from: '2027-01-04',
    to: '2027-06-28',
    lineIds: [lineId],
  }
  return { districtId: district.id, draftId: unwrap(await openDraft(coordinator, plan)).draftId }
}

const dateAt = (index: number) => new Date(Date.UTC(2027, 0, 4 + index)).toISOString().slice(0, 10)
const cellAt = (index: number) => ({ needId: `${world.lineId}.${dateAt(index)}.n`, seat: 0 })
const assign = (index: number, person: number) =>
  stepOf({ kind: 'assign', cell: cellAt(index), personId: world.people[person] as string })
const by = (index: number) => (index % 2 === 0 ? world.coordinator : colleague)

describe('edits of one place at the same time', { timeout: 120_000 }, () => {
  it('let one of fifty through in each round, and tell the others who it was and what stands there', async () => {
    const place = await open()
    const cell = cellKey(cellAt(0))
    let last = 0
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          editDraft(by(index), { ...place, step: assign(0, (round + index) % 4), seen: { [cell]: last } }),
        ),
      )
      const won = answers.flatMap((answer) => (answer.kind === 'done' ? [answer.value] : []))
      const lost = answers.flatMap((answer) => (answer.kind === 'refused' ? [answer.refusal] : []))
      const same = lost.filter((refusal) => refusal.kind === 'nothing-changed')
      const told = lost.filter((refusal) => refusal.kind === 'cell-changed')
      expect([won.length, same.length + told.length]).toEqual([1, 49])
      for (const refusal of told) {
        expect(refusal.now).toEqual(won[0]?.cells[0])
        expect(refusal.by).toMatch(/^(vaktkoordinator|Lege C .+)$/)
        expect(refusal.cell).toBe(cell)
      }
      last = won[0]!.edit.number
    }
    const { edits } = unwrap(await showChanges(world.coordinator, { ...place, after: 0 }))
    expect(edits).toBe(4)
  })
})

describe('edits of different places at the same time', { timeout: 120_000 }, () => {
  it('are all kept, each under its own number', async () => {
    const place = await open()
    const numbers: number[] = []
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const at = round * 20 + index
          return editDraft(by(index), {
            ...place,
            step: assign(at, index % 4),
            seen: { [cellKey(cellAt(at))]: 0 },
          })
        }),
      )
      for (const answer of answers) {
        const { edit, cells } = unwrap(answer)
        expect(cells.map((cell) => cell.edit)).toEqual([edit.number])
        numbers.push(edit.number)
      }
    }
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
    const { cells } = unwrap(await showChanges(world.coordinator, { ...place, after: 0 }))
    expect(cells).toHaveLength(80)
    expect(new Set(cells.map((cell) => cell.edit)).size).toBe(80)
  })
})

describe('a step with a key', { timeout: 120_000 }, () => {
  it('has one effect and the same answer, however often it is sent, and all at once', async () => {
    const place = await open()
    const input = { ...place, step: assign(3, 0), seen: { [cellKey(cellAt(3))]: 0 }, key: 'key-of-a-step' }
    const before = await countRows(...TABLES)
    const together = await Promise.all(Array.from({ length: 10 }, () => editDraft(world.coordinator, input)))
    const after = await countRows(...TABLES)
    expect(after.map((count, index) => count - before[index]!)).toEqual([1, 1, 1, 1])
    const [first] = together.map(unwrap)
    for (const answer of together) expect(unwrap(answer)).toEqual(first)
    unwrap(await editDraft(colleague, { ...place, step: assign(3, 1), seen: {} }))
    const late = await editDraft(world.coordinator, input)
    expect(unwrap(late)).toEqual(first)
  })

  it('is refused with another step, and may be used by somebody else', async () => {
    const place = await open()
    const key = 'key-of-a-step'
    unwrap(await editDraft(world.coordinator, { ...place, step: assign(3, 0), seen: {}, key }))
    const other = await editDraft(world.coordinator, { ...place, step: assign(3, 1), seen: {}, key })
    expect(other).toEqual({ kind: 'refused', refusal: { kind: 'key-reused' } })
    expect(await undoEdit(world.coordinator, { ...place, key })).toEqual(other)
    unwrap(await editDraft(colleague, { ...place, step: assign(4, 1), seen: {}, key }))
  })

  it('of undo and redo has one effect each', async () => {
    const place = await open()
    for (const index of [0, 1, 2])
      unwrap(await editDraft(world.coordinator, { ...place, step: assign(index, 0), seen: {} }))
    const undo = () => undoEdit(world.coordinator, { ...place, key: 'undo-once' })
    const undone = (await Promise.all([undo(), undo(), undo()])).map(unwrap)
    expect(undone.map(({ edit }) => [edit.number, edit.undoes])).toEqual([
      [4, 3],
      [4, 3],
      [4, 3],
    ])
    const redo = () => redoEdit(world.coordinator, { ...place, key: 'redo-once' })
    const redone = (await Promise.all([redo(), redo()])).map(unwrap)
    expect(redone.map(({ edit, named }) => [edit.number, named.kind])).toEqual([
      [5, 'assign'],
      [5, 'assign'],
    ])
  })
})

describe('undo and redo', { timeout: 120_000 }, () => {
  it('at the same moment take a step back once', async () => {
    const place = await open()
    for (const index of [0, 1])
      unwrap(await editDraft(world.coordinator, { ...place, step: assign(index, 0), seen: {} }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => undoEdit(world.coordinator, place)))
    const undone = answers.flatMap((answer) => (answer.kind === 'done' ? [answer.value.edit.undoes] : []))
    expect(undone).toEqual([2])
    for (const answer of answers)
      if (answer.kind === 'refused') expect(answer.refusal.kind).toBe('cell-changed')
  })

  it('reach one’s own step behind six hundred of somebody else', async () => {
    const place = await open()
    unwrap(await editDraft(world.coordinator, { ...place, step: assign(150, 0), seen: {} }))
    for (let index = 0; index < 600; index++)
      unwrap(
        await editDraft(colleague, {
          ...place,
          step: assign(index % 100, ((index + index / 100) | 0) % 4),
          seen: {},
        }),
      )
    expect(unwrap(await undoEdit(world.coordinator, place)).edit.undoes).toBe(1)
    expect(unwrap(await redoEdit(world.coordinator, place)).edit.undoes).toBe(602)
  })

  it('say who has changed a place since', async () => {
    const place = await open()
    unwrap(await editDraft(world.coordinator, { ...place, step: assign(0, 0), seen: {} }))
    unwrap(await editDraft(colleague, { ...place, step: assign(0, 2), seen: {} }))
    const refused = await undoEdit(world.coordinator, place)
    expect(refused).toMatchObject({
      refusal: { kind: 'cell-changed', by: expect.stringMatching(/^Lege C/), isOwn: false, now: { edit: 2 } },
    })
  })
})
