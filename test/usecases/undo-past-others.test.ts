import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { writeAll } from '../../src/data/database.ts'
import { editWrites, findDraft } from '../../src/data/draft-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { readSteps } from '../../src/usecases/recent-steps.ts'
import { redoEdit } from '../../src/usecases/redo-edit.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { cellOn, FROM, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

const [ONE, TWO, LATE] = ['2027-01-05', '2027-01-07', '2027-01-12'] as const
const MIDDLE = '2027-01-11'

/** Two who write in turn need a log of which every row has a hash of its own. */
const hashing = (ctx: Context): Context => ({
  ...ctx,
  hash: async (text) => createHash('sha256').update(text).digest('hex'),
})

function somebodyElse({ ctx }: PlanWorld): Context {
  if (ctx.actor.kind !== 'account') throw new Error(`the world is planned by ${ctx.actor.kind}`)
  return { ...hashing(ctx), actor: { ...ctx.actor, accountId: 'b' } }
}

const holdersOf = async (world: PlanWorld, draftId: string) => {
  const found = await findDraft(world.ctx.db, world.districtId, draftId)
  return Object.fromEntries(found?.cells.map(({ needId, slices }) => [needId, slices[0]?.personId]) ?? [])
}
const place = (world: PlanWorld, draftId: string) => ({ districtId: world.districtId, draftId })
const put = (date: string, personId: string) => stepOf({ kind: 'assign', cell: cellOn(date), personId })

describe('undo after a part was published', () => {
  it('takes back the steps in that part, and those before them in the rest', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, LATE, 'a')
    await world.assign(draftId, ONE, 'b')
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    const own = place(world, draftId)
    expect(unwrap(await undoEdit(world.ctx, own)).edit.undoes).toBe(2)
    expect((await world.draft(draftId)).clashes).toEqual([])
    expect(unwrap(await undoEdit(world.ctx, own)).edit.undoes).toBe(1)
    expect(await holdersOf(world, draftId)).toEqual({
      [cellOn(LATE).needId]: undefined,
      [cellOn(ONE).needId]: undefined,
    })
    unwrap(await redoEdit(world.ctx, own))
    unwrap(await redoEdit(world.ctx, own))
    expect(await world.dutiesOf('b')).toHaveLength(1)
    expect((await world.draft(draftId)).clashes).toEqual([])
  })

  it('passes over a step whose place the rota has changed since', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, LATE, 'a')
    await world.assign(draftId, ONE, 'b')
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    unwrap(await world.amend(ONE, 'c'))
    expect(unwrap(await undoEdit(world.ctx, place(world, draftId))).edit.undoes).toBe(1)
  })
})

describe('undo of what somebody else has changed', () => {
  async function overtaken() {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, ONE, 'a')
    await world.assign(draftId, TWO, 'b')
    const own = place(world, draftId)
    unwrap(await editDraft(somebodyElse(world), { ...own, step: put(TWO, 'c'), seen: {} }))
    return { world, own }
  }

  it('is refused when it was meant, with the place, and the one before it is named next', async () => {
    const { world, own } = await overtaken()
    const refused = await undoEdit(hashing(world.ctx), { ...own, step: 2 })
    expect(refused).toMatchObject({ refusal: { kind: 'cell-changed', isOwn: false, now: { edit: 3 } } })
    const { undo } = await readSteps(world.ctx, own.districtId, own.draftId)
    expect(undo?.number).toBe(1)
    expect(unwrap(await undoEdit(hashing(world.ctx), { ...own, step: 1 })).edit.undoes).toBe(1)
    expect(await holdersOf(world, own.draftId)).toMatchObject({ [cellOn(TWO).needId]: 'c' })
  })

  it('goes to the one before where none was meant, and is refused when nothing else is left', async () => {
    const { world, own } = await overtaken()
    expect(unwrap(await undoEdit(hashing(world.ctx), own)).edit.undoes).toBe(1)
    expect(refusalOf(await undoEdit(hashing(world.ctx), own))).toBe('cell-changed')
  })

  it('is there again once they have taken theirs back', async () => {
    const { world, own } = await overtaken()
    unwrap(await undoEdit(somebodyElse(world), own))
    expect(unwrap(await undoEdit(hashing(world.ctx), own)).edit.undoes).toBe(2)
  })
})

describe('an edit that was read before a part was published and is stored after it', () => {
  it('leaves what the publication said of the place', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, ONE, 'a')
    await world.assign(draftId, LATE, 'b')
    const { districtId, ctx } = world
    const read = await findDraft(ctx.db, districtId, draftId)
    const cell = read?.cells.find(({ needId }) => needId === cellOn(ONE).needId)
    if (!read || !cell) throw new Error('the draft is empty')
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    const { needId, seat, edit: seen, ...before } = cell
    const edit = {
      number: 3,
      kind: 'assign',
      by: 'a',
      at: '2026-11-01T00:00Z',
      undoes: null,
      changes: [{ needId, seat, before, after: { ...before, note: 'Bytt', slices: [] } }],
    } as const
    const seenEdits = new Map([[`${needId}#${seat}`, seen]])
    const writes = editWrites(districtId, draftId, edit, seenEdits, null, read.draft.baseRevision)
    expect((await writeAll(ctx.db, writes)).kind).toBe('written')
    const after = await findDraft(ctx.db, districtId, draftId)
    const stored = after?.cells.find((own) => own.needId === needId)
    expect(stored?.slices).toEqual([])
    expect(stored?.base?.slices.map(({ personId }) => personId)).toEqual(['a'])
    expect((await world.draft(draftId)).clashes).toEqual([])
  })
})
