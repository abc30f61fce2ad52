import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { circulateDraft } from '../../src/usecases/circulate-draft.ts'
import type { Context } from '../../src/usecases/context.ts'
import { discardDraft } from '../../src/usecases/discard-draft.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { FROM, PlanWorld, refusalOf, TO, unwrap } from '../support/plan-world.ts'

const FIRST = '2027-01-05'
const SECOND = '2027-01-12'
const MIDDLE = '2027-01-11'
const whole = (world: PlanWorld, draftId: string) => ({
  districtId: world.districtId,
  draftId,
  lineIds: null,
  from: null,
  to: null,
})

const placeOf = (world: PlanWorld, draftId: string) => ({ districtId: world.districtId, draftId })

/** The log's hash is asked for between reading and writing: there somebody else comes in between. */
function onceBeforeSaving(ctx: Context, other: () => Promise<void>): Context {
  let isDone = false
  const hash = async (text: string) => {
    if (!isDone) {
      isDone = true
      await other()
    }
    return ctx.hash(text)
  }
  return { ...ctx, hash }
}

async function filled(world: PlanWorld): Promise<string> {
  const draftId = await world.open()
  await world.assign(draftId, FIRST, 'a')
  await world.assign(draftId, SECOND, 'b')
  return draftId
}

describe('a part of a draft', () => {
  it('leaves the rest in the draft, and tells how much that is', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    const part = { ...whole(world, draftId), from: FROM, to: MIDDLE }
    const preview = unwrap(await previewPublication(world.ctx, part))
    expect(preview.differences.map(({ personId }) => personId)).toEqual(['a'])
    expect(preview.remaining).toHaveLength(7)
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    expect(await world.dutiesOf('a')).toHaveLength(1)
    expect(await world.dutiesOf('b')).toEqual([])
    expect((await world.draft(draftId)).draft.status).toBe('draft')
  })

  it('makes the draft published once nothing is left of it', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    const rest = { ...whole(world, draftId), from: MIDDLE, to: TO }
    expect(unwrap(await previewPublication(world.ctx, rest)).remaining).toEqual([])
    unwrap(await world.publish(draftId, { from: MIDDLE, to: TO }))
    expect((await world.draft(draftId)).draft.status).toBe('published')
  })

  it('and then the other part give the same rota as the whole at once', async () => {
    const duties = async (world: PlanWorld) =>
      Promise.all(
        ['a', 'b'].map(async (personId) =>
          (await world.dutiesOf(personId)).map(({ date, needId, seat, start, end }) => [
            date,
            needId,
            seat,
            start,
            end,
          ]),
        ),
      )
    const parts = await PlanWorld.make()
    const inParts = await filled(parts)
    unwrap(await parts.publish(inParts, { from: MIDDLE, to: TO }))
    unwrap(await parts.publish(inParts, { from: FROM, to: MIDDLE }))
    const once = await PlanWorld.make()
    unwrap(await once.publish(await filled(once)))
    expect(await duties(parts)).toEqual(await duties(once))
  })

  it('keeps what was edited in the rest when the rota moves under it, and lists what clashes', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    unwrap(await world.publish(draftId))
    const next = await world.open()
    await world.assign(next, FIRST, 'c')
    await world.assign(next, SECOND, 'd')
    // The first week goes out from another draft meanwhile.
    const other = await world.open()
    await world.assign(other, FIRST, 'b')
    unwrap(await world.publish(other, { from: FROM, to: MIDDLE }))
    const { clashes } = await world.draft(next)
    expect(clashes.map(({ needId }) => needId)).toEqual([expect.stringContaining(FIRST)])
    expect(refusalOf(await world.publish(next))).toBe('clashing')
    unwrap(await world.publish(next, { from: MIDDLE, to: TO }))
    expect((await world.dutiesOf('d')).map(({ date }) => date)).toEqual([SECOND])
    expect((await world.draft(next)).clashes).toHaveLength(1)
  })

  it.each([
    ['of a line that is not the draft’s', { lineIds: ['elsewhere'] }, 'invalid'],
    ['of no line', { lineIds: [] }, 'invalid'],
    ['from before the draft begins', { from: '2027-01-03' }, 'invalid'],
    ['until after it ends', { to: '2027-01-19' }, 'invalid'],
    ['that ends before it starts', { from: MIDDLE, to: FROM }, 'invalid'],
    ['without a date', { from: 'i morgen' }, 'invalid'],
    ['in which nothing would change', { from: '2027-01-06', to: '2027-01-07' }, 'nothing-changed'],
  ])('%s is refused', async (_name, change, kind) => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    const { revision } = await world.draft(draftId)
    const input = { ...whole(world, draftId), ...change, expectedRevision: revision }
    expect(refusalOf(await publishDraft(world.ctx, { ...input, reason: '', waivers: [] }))).toBe(kind)
  })

  it('is refused when the rota has moved since it was looked over', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    const { revision } = unwrap(await previewPublication(world.ctx, whole(world, draftId)))
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    const input = { ...whole(world, draftId), from: MIDDLE, expectedRevision: revision }
    expect(refusalOf(await publishDraft(world.ctx, { ...input, reason: '', waivers: [] }))).toBe(
      'stale-revision',
    )
  })

  it('leaves the draft out for comments when it was sent out while the part was published', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    const meanwhile = onceBeforeSaving(world.ctx, async () => {
      unwrap(await circulateDraft(world.ctx, { ...placeOf(world, draftId), message: '', answerBy: null }))
    })
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }, meanwhile))
    expect((await world.draft(draftId)).draft.status).toBe('circulated')
  })

  it('is refused when the draft was put away while it was published', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    const meanwhile = onceBeforeSaving(world.ctx, async () => {
      unwrap(await discardDraft(world.ctx, placeOf(world, draftId)))
    })
    expect(refusalOf(await world.publish(draftId, { from: FROM, to: MIDDLE }, meanwhile))).toBe(
      'stale-revision',
    )
    expect((await world.draft(draftId)).draft.status).toBe('discarded')
    expect(await world.dutiesOf('a')).toEqual([])
  })

  it('tells what each doctor carries before and after', async () => {
    const world = await PlanWorld.make()
    const draftId = await filled(world)
    unwrap(await world.publish(draftId, { from: FROM, to: MIDDLE }))
    const { loads } = unwrap(await previewPublication(world.ctx, whole(world, draftId)))
    const of = (personId: string) => loads.find((own) => own.personId === personId)
    expect(of('a')?.before).toEqual(of('a')?.after)
    expect(of('b')?.before.nights).toBe(0)
    expect(of('b')?.after.nights).toBe(1)
    expect(of('c')).toBeUndefined()
  })
})

/** Two doctors who may not work alone break the same rule, each for themselves. */
const withoutCourses = (district: District): District => ({
  ...district,
  doctors: district.doctors.map((doctor, index) => (index < 2 ? { ...doctor, competences: [] } : doctor)),
})

describe('each breach', () => {
  it('is accepted for a reason of its own, which stands with it in the history', async () => {
    const world = await PlanWorld.make(withoutCourses)
    const draftId = await filled(world)
    const part = whole(world, draftId)
    const { violations, revision } = unwrap(await previewPublication(world.ctx, part))
    const blocking = violations.filter(({ grade }) => grade === 'blocks')
    const waivers = blocking.map(({ rule, personId, needIds }) => {
      return { rule, personId, needIds, reason: `Erfaren: ${personId}` }
    })
    expect(new Set(waivers.map(({ reason }) => reason)).size).toBe(2)
    const input = { ...part, expectedRevision: revision, reason: '' }
    const half = waivers.filter(({ personId }) => personId === 'a')
    expect(refusalOf(await publishDraft(world.ctx, { ...input, waivers: half }))).toBe('rule-broken')
    const wordless = waivers.map((waiver) => ({ ...waiver, reason: ' ' }))
    expect(refusalOf(await publishDraft(world.ctx, { ...input, waivers: wordless }))).toBe('rule-broken')
    unwrap(await publishDraft(world.ctx, { ...input, waivers }))
    const rows = await world.ctx.db.d1
      .prepare('select person_id, reason from waiver order by ordinal')
      .all<{ person_id: string; reason: string }>()
    expect(rows.results).toEqual(waivers.map(({ personId, reason }) => ({ person_id: personId, reason })))
  })
})
