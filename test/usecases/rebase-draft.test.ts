import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { advanceWork, openWork, resultOf } from '../../src/solver/order.ts'
import { finishBuild } from '../../src/usecases/finish-build.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { settleClashes } from '../../src/usecases/settle-clashes.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { takeBuild } from '../../src/usecases/take-build.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { cellOn, needOn, PEOPLE, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

/** A published fortnight with a duty for each of the first two doctors, and a draft opened over it. */
async function draftOverPublished(): Promise<{ world: PlanWorld; draftId: string }> {
  const world = await PlanWorld.make()
  const first = await world.open()
  await world.assign(first, '2027-01-05', 'a')
  await world.assign(first, '2027-01-06', 'b')
  unwrap(await world.publish(first))
  return { world, draftId: await world.open() }
}

async function holderOn(world: PlanWorld, date: string): Promise<string | undefined> {
  for (const personId of PEOPLE)
    if ((await world.dutiesOf(personId)).some((duty) => duty.date === date)) return personId
  return undefined
}

async function settle(world: PlanWorld, draftId: string, choice: 'keep' | 'take') {
  const { districtId, ctx } = world
  const expectedRevision = (await world.draft(draftId)).revision
  return settleClashes(ctx, {
    districtId,
    draftId,
    choice,
    cells: [cellKey(cellOn('2027-01-05'))],
    expectedRevision,
  })
}

describe('a draft under which the timeline moved', () => {
  it('follows it in the places it left alone, so that publishing takes no amendment back', async () => {
    const { world, draftId } = await draftOverPublished()
    unwrap(await world.amend('2027-01-05', 'c'))
    await world.assign(draftId, '2027-01-08', 'd')
    expect((await world.draft(draftId)).clashes).toEqual([])
    unwrap(await world.publish(draftId))
    expect(await holderOn(world, '2027-01-05')).toBe('c')
    expect((await world.dutiesOf('c'))[0]).toMatchObject({ origin: 'sick-cover', reason: 'Syk' })
    expect(await holderOn(world, '2027-01-08')).toBe('d')
  })

  it('lists a place changed in both, by name on the preview too, and is not published before it is settled', async () => {
    const { world, draftId } = await draftOverPublished()
    await world.assign(draftId, '2027-01-05', 'd')
    unwrap(await world.amend('2027-01-05', 'c'))
    const { clashes } = await world.draft(draftId)
    expect(clashes).toMatchObject([
      { needId: needOn('2027-01-05'), draft: [{ personId: 'd' }], timeline: [{ personId: 'c' }] },
    ])
    const part = { districtId: world.districtId, draftId, lineIds: null, from: null, to: null }
    expect(unwrap(await previewPublication(world.ctx, part)).clashes).toEqual(clashes)
    expect(refusalOf(await world.publish(draftId))).toBe('clashing')
    expect(await holderOn(world, '2027-01-05')).toBe('c')
  })

  it('publishes its own once that is what was settled', async () => {
    const { world, draftId } = await draftOverPublished()
    await world.assign(draftId, '2027-01-05', 'd')
    unwrap(await world.amend('2027-01-05', 'c'))
    unwrap(await settle(world, draftId, 'keep'))
    expect((await world.draft(draftId)).clashes).toEqual([])
    unwrap(await world.publish(draftId))
    expect(await holderOn(world, '2027-01-05')).toBe('d')
  })

  it('takes what is published when that is what was settled, and gets the clash back by undo', async () => {
    const { world, draftId } = await draftOverPublished()
    await world.assign(draftId, '2027-01-05', 'd')
    unwrap(await world.amend('2027-01-05', 'c'))
    unwrap(await settle(world, draftId, 'take'))
    expect((await world.draft(draftId)).clashes).toEqual([])
    unwrap(await undoEdit(world.ctx, { districtId: world.districtId, draftId }))
    expect((await world.draft(draftId)).clashes).toMatchObject([{ draft: [{ personId: 'd' }] }])
    unwrap(await settle(world, draftId, 'take'))
    expect(refusalOf(await world.publish(draftId))).toBe('nothing-changed')
    expect(await holderOn(world, '2027-01-05')).toBe('c')
  })

  it('refuses a choice made on a timeline that has moved again', async () => {
    const { world, draftId } = await draftOverPublished()
    await world.assign(draftId, '2027-01-05', 'd')
    unwrap(await world.amend('2027-01-05', 'c'))
    const { revision: expectedRevision } = await world.draft(draftId)
    unwrap(await world.amend('2027-01-05', 'b'))
    const { districtId } = world
    const choice = { districtId, draftId, choice: 'keep', cells: null, expectedRevision } as const
    expect(refusalOf(await settleClashes(world.ctx, choice))).toBe('stale-revision')
  })

  it('has no clash where both came to the same holder', async () => {
    const { world, draftId } = await draftOverPublished()
    await world.assign(draftId, '2027-01-05', 'c')
    unwrap(await world.amend('2027-01-05', 'c'))
    expect((await world.draft(draftId)).clashes).toEqual([])
    expect(refusalOf(await world.publish(draftId))).toBe('nothing-changed')
  })

  it('counts a place that a build filled as edited, by what was published when the build began', async () => {
    const { world, draftId } = await draftOverPublished()
    const { districtId, ctx } = world
    // The build must move the first duty: whoever has it is away by now.
    const date = '2027-01-05'
    const away = [{ id: 'x', from: date, certainFrom: date, to: '2027-01-06' }]
    await world.reimport((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) =>
        doctor.personId === 'a' ? { ...doctor, absences: away } : doctor,
      ),
    }))
    const order = { districtId, draftId, seed: 1, iterations: 500, keep: 'locked' } as const
    const { buildId } = unwrap(await startBuild(ctx, order))
    const job = { ...ctx, actor: { kind: 'job', name: 'build' } } as const
    const work = openWork(unwrap(await takeBuild(job, { buildId })).orderText, null)
    advanceWork(work, 500)
    const built = resultOf(work).cells.find(({ needId }) => needId === needOn(date))?.slices[0]?.personId
    const other = PEOPLE.find((personId) => personId !== 'a' && personId !== built) ?? ''
    unwrap(await world.amend(date, other, true))
    unwrap(await finishBuild(job, { work }))
    expect((await world.draft(draftId)).clashes).toMatchObject([
      { needId: needOn(date), draft: [{ personId: built }], timeline: [{ personId: other }] },
    ])
    expect(refusalOf(await world.publish(draftId))).toBe('clashing')
  })

  it('follows the timeline again in a part that it has published', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, '2027-01-05', 'a')
    await world.assign(draftId, '2027-01-12', 'b')
    unwrap(await world.publish(draftId, { to: '2027-01-11' }))
    unwrap(await world.amend('2027-01-05', 'c'))
    expect((await world.draft(draftId)).clashes).toEqual([])
    unwrap(await world.publish(draftId))
    expect(await holderOn(world, '2027-01-05')).toBe('c')
    expect(await holderOn(world, '2027-01-12')).toBe('b')
  })

  it('clashes wherever another draft of the same days was published first', async () => {
    const world = await PlanWorld.make()
    const drafts = [await world.open(), await world.open()]
    for (const [index, draftId] of drafts.entries())
      await world.assign(draftId, '2027-01-05', ['a', 'b'][index] ?? '')
    unwrap(await world.publish(drafts[0] ?? ''))
    expect(refusalOf(await world.publish(drafts[1] ?? ''))).toBe('clashing')
    expect(await holderOn(world, '2027-01-05')).toBe('a')
  })
})
