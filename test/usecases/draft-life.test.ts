import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { circulateDraft, takeBackDraft } from '../../src/usecases/circulate-draft.ts'
import { commentDraft, settleComment } from '../../src/usecases/comment-draft.ts'
import type { Context } from '../../src/usecases/context.ts'
import { bringBackDraft, discardDraft } from '../../src/usecases/discard-draft.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { listCirculated } from '../../src/usecases/list-circulated.ts'
import { listDrafts } from '../../src/usecases/list-drafts.ts'
import { renameDraft } from '../../src/usecases/rename-draft.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showCirculated } from '../../src/usecases/show-circulated.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { cellOn, FROM, needOn, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const DAY = '2027-01-05'

function as(world: PlanWorld, role: Membership['role'], personId: string | null): Context {
  const membership = { scopeKind: 'district', scopeId: world.districtId, role } as const
  const accountId = `${role}-${personId}`
  const actor: Actor = {
    kind: 'account',
    accountId,
    personId,
    memberships: [membership],
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  }
  return { ...world.ctx, actor }
}

const place = (world: PlanWorld, draftId: string) => ({ districtId: world.districtId, draftId })
const sent = { message: 'Se særlig på helgene', answerBy: '2026-12-10' } as const
const asRead = (world: PlanWorld, draftId: string) => ({
  districtId: world.districtId,
  source: { kind: 'draft', draftId } as const,
  from: FROM,
  days: 14,
  asCirculated: true,
})

async function drafted(): Promise<{ world: PlanWorld; draftId: string }> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, DAY, 'a')
  return { world, draftId }
}

describe('a draft', () => {
  it('gets another name, and keeps it when the new one is none', async () => {
    const { world, draftId } = await drafted()
    unwrap(await renameDraft(world.ctx, { ...place(world, draftId), name: ' Vår 2027 ' }))
    expect((await world.draft(draftId)).draft.name).toBe('Vår 2027')
    expect((await listAudit(world.ctx.db, world.districtId, 0, 100)).at(-1)).toMatchObject({
      action: 'rename-draft',
      before: { characters: 'Januar'.length },
      after: { characters: 'Vår 2027'.length },
    })
    for (const name of [' ', 'x'.repeat(81), 'a\u200bb'])
      expect(refusalOf(await renameDraft(world.ctx, { ...place(world, draftId), name }))).toBe('invalid')
    expect((await world.draft(draftId)).draft.name).toBe('Vår 2027')
    expect(refusalOf(await renameDraft(world.ctx, { ...place(world, 'none'), name: 'X' }))).toBe('not-found')
  })

  it('is put away, not to be edited or published, and brought back with all that stood in it', async () => {
    const { world, draftId } = await drafted()
    unwrap(await discardDraft(world.ctx, place(world, draftId)))
    const listed = unwrap(await listDrafts(world.ctx, { districtId: world.districtId }))
    expect([listed.drafts, listed.discarded.map(({ id }) => id)]).toEqual([[], [draftId]])
    const change = { kind: 'clear', cell: cellOn(DAY) } as const
    expect(
      refusalOf(await editDraft(world.ctx, { ...place(world, draftId), step: stepOf(change), seen: {} })),
    ).toBe('stale-revision')
    expect(refusalOf(await world.publish(draftId))).toBe('stale-revision')
    expect(refusalOf(await discardDraft(world.ctx, place(world, draftId)))).toBe('draft-closed')
    unwrap(await bringBackDraft(world.ctx, place(world, draftId)))
    const { draft, held } = await world.draft(draftId)
    expect([draft.status, held]).toEqual(['draft', 1])
    expect(refusalOf(await bringBackDraft(world.ctx, place(world, draftId)))).toBe('draft-closed')
  })

  it('is not put away once it is published, nor while it is built', async () => {
    const { world, draftId } = await drafted()
    const other = await world.open()
    const build = { ...place(world, other), seed: 1, iterations: 10, keep: 'filled' } as const
    unwrap(await startBuild(world.ctx, build))
    expect(refusalOf(await discardDraft(world.ctx, place(world, other)))).toBe('build-running')
    unwrap(await world.publish(draftId))
    expect(refusalOf(await discardDraft(world.ctx, place(world, draftId)))).toBe('draft-closed')
  })
})

describe('a draft that is sent out', () => {
  it('is read by the doctors while it is out, and by nobody but the coordinator before and after', async () => {
    const { world, draftId } = await drafted()
    const doctor = as(world, 'doctor', 'a')
    const reads = async (ctx: Context) => [
      refusalOf(await showCirculated(ctx, place(world, draftId))),
      refusalOf(await showBoard(ctx, asRead(world, draftId))),
    ]
    expect(await reads(doctor)).toEqual(['not-found', 'not-found'])
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
    expect((await world.draft(draftId)).draft.status).toBe('circulated')
    expect(await reads(doctor)).toEqual([undefined, undefined])
    const { drafts } = unwrap(await listCirculated(doctor, { districtId: world.districtId }))
    expect(drafts.map(({ id }) => id)).toEqual([draftId])
    unwrap(await takeBackDraft(world.ctx, place(world, draftId)))
    expect(await reads(doctor)).toEqual(['not-found', 'not-found'])
    expect(await reads(world.ctx)).toEqual([undefined, undefined])
    expect(unwrap(await listCirculated(doctor, { districtId: world.districtId })).drafts).toEqual([])
  })

  it('is not out any more once it is put away, and comes back as a draft', async () => {
    const { world, draftId } = await drafted()
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
    unwrap(await discardDraft(world.ctx, place(world, draftId)))
    expect(refusalOf(await showCirculated(as(world, 'doctor', 'a'), place(world, draftId)))).toBe('not-found')
    unwrap(await bringBackDraft(world.ctx, place(world, draftId)))
    expect((await world.draft(draftId)).draft.status).toBe('draft')
  })

  it.each([
    ['with a message that is too long', { message: 'x'.repeat(501) }, 'invalid'],
    ['with a day that is no date', { answerBy: 'snart' }, 'invalid'],
    ['with a day that is past', { answerBy: '2026-11-30' }, 'invalid'],
  ])('%s is refused, and stays as it was', async (_name, said, kind) => {
    const { world, draftId } = await drafted()
    expect(refusalOf(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent, ...said }))).toBe(
      kind,
    )
    expect((await world.draft(draftId)).draft.status).toBe('draft')
  })

  it('is not sent twice, nor taken back twice', async () => {
    const { world, draftId } = await drafted()
    expect(refusalOf(await takeBackDraft(world.ctx, place(world, draftId)))).toBe('draft-closed')
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
    expect(refusalOf(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))).toBe(
      'draft-closed',
    )
  })

  it('can still be published', async () => {
    const { world, draftId } = await drafted()
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
    unwrap(await world.publish(draftId))
    expect((await world.draft(draftId)).draft.status).toBe('published')
  })
})

describe('what a doctor reads of it', () => {
  let world: PlanWorld
  let draftId: string

  beforeAll(async () => {
    ;({ world, draftId } = await drafted())
    await world.assign(draftId, '2027-01-06', 'b')
    const cell = cellOn('2027-01-06')
    const change = { kind: 'note', cell, note: 'canary-note' } as const
    unwrap(await editDraft(world.ctx, { ...place(world, draftId), step: stepOf(change), seen: {} }))
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
  })

  it('is their own duties, what was asked, and no more of a colleague than a name and duties', async () => {
    const doctor = as(world, 'doctor', 'a')
    const value = unwrap(await showCirculated(doctor, place(world, draftId)))
    expect(value.ownDuties.map(({ needId }) => needId)).toEqual([needOn(DAY)])
    expect(value.circulation).toMatchObject(sent)
    expect([value.mayComment, value.maySettle]).toEqual([true, false])
    const board = unwrap(await showBoard(doctor, asRead(world, draftId)))
    expect(board.hidesHours).toBe(true)
    expect(board.edits).toEqual([])
    expect(new Set(board.ledger.map(({ personId }) => personId))).toEqual(new Set(['a']))
    expect(new Set(board.shares.map(({ personId }) => personId))).toEqual(new Set(['a']))
    const text = JSON.stringify([value, board, [...board.rota.cells.values()]])
    for (const hidden of ['canary-note', 'b@example.test', 'c@example.test'])
      expect(text).not.toContain(hidden)
    for (const { district } of [value, board])
      for (const colleague of district.doctors.filter(({ personId }) => personId !== 'a'))
        expect([colleague.surgery, colleague.exemptions, colleague.absences, colleague.competences]).toEqual([
          [],
          [],
          [],
          [],
        ])
  })

  it('is the same for the coordinator who looks at what doctors see', async () => {
    const board = unwrap(await showBoard(world.ctx, asRead(world, draftId)))
    expect([board.hidesHours, board.ledger, board.shares]).toEqual([true, [], []])
    expect(JSON.stringify([...board.rota.cells.values()])).not.toContain('canary-note')
  })

  it('is not there for those who have no business with it', async () => {
    for (const role of ['payroll-reader', 'dispatch-centre'] as const)
      expect(refusalOf(await showCirculated(as(world, role, null), place(world, draftId)))).toBe(
        'not-allowed',
      )
  })
})

describe('a comment', () => {
  const say = (ctx: Context, world: PlanWorld, draftId: string, said: object = {}) =>
    commentDraft(ctx, { ...place(world, draftId), cell: cellOn(DAY), text: 'Kan byttes med b', ...said })

  async function out() {
    const { world, draftId } = await drafted()
    unwrap(await circulateDraft(world.ctx, { ...place(world, draftId), ...sent }))
    return { world, draftId, doctor: as(world, 'doctor', 'a'), colleague: as(world, 'doctor', 'b') }
  }

  it('is read by the coordinator and by whoever wrote it, and by nobody else', async () => {
    const { world, draftId, doctor, colleague } = await out()
    unwrap(await say(doctor, world, draftId))
    unwrap(await say(colleague, world, draftId, { cell: null, text: 'Fint' }))
    const read = async (ctx: Context) =>
      unwrap(await showCirculated(ctx, place(world, draftId))).comments.map(({ text, name, cell }) => [
        text,
        name,
        cell?.needId ?? null,
      ])
    const first = ['Kan byttes med b', 'Lege A', needOn(DAY)]
    const second = ['Fint', 'Lege B', null]
    expect(await read(world.ctx)).toEqual([second, first])
    expect(await read(doctor)).toEqual([first])
    expect(await read(colleague)).toEqual([second])
  })

  it('is marked as seen and dealt with by the coordinator alone, and its writer sees that', async () => {
    const { world, draftId, doctor } = await out()
    unwrap(await say(doctor, world, draftId))
    const mark = (ctx: Context, number = 1) =>
      settleComment(ctx, { ...place(world, draftId), number, state: 'dealt-with' })
    expect(refusalOf(await mark(doctor))).toBe('not-allowed')
    expect(refusalOf(await mark(world.ctx, 2))).toBe('not-found')
    unwrap(await mark(world.ctx))
    const { comments } = unwrap(await showCirculated(doctor, place(world, draftId)))
    expect(comments.map(({ state }) => state)).toEqual(['dealt-with'])
  })

  it.each([
    ['that says nothing', { text: ' ' }, 'invalid'],
    ['of more than 500 characters', { text: 'x'.repeat(501) }, 'invalid'],
    ['with hidden characters', { text: 'a\u200bb' }, 'invalid'],
    ['about a duty outside the draft', { cell: { needId: 'x', seat: 0 } }, 'invalid'],
    ['about a seat that is not there', { cell: { ...cellOn(DAY), seat: 1 } }, 'invalid'],
  ])('%s is refused', async (_name, said, kind) => {
    const { world, draftId, doctor } = await out()
    expect(refusalOf(await say(doctor, world, draftId, said))).toBe(kind)
    const { comments } = unwrap(await showCirculated(doctor, place(world, draftId)))
    expect(comments).toEqual([])
  })

  it('of 500 characters is taken; on a draft that is taken back it is not, and what was said stays', async () => {
    const { world, draftId, doctor } = await out()
    unwrap(await say(doctor, world, draftId, { text: 'å'.repeat(500) }))
    unwrap(await takeBackDraft(world.ctx, place(world, draftId)))
    expect(refusalOf(await say(doctor, world, draftId))).toBe('not-found')
    const { comments } = unwrap(await showCirculated(world.ctx, place(world, draftId)))
    expect(comments).toHaveLength(1)
  })
})
