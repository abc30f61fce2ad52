import { describe, expect, it } from 'vitest'
import { addWish } from '../../src/usecases/add-wish.ts'
import { type ComparedWith, compareDrafts } from '../../src/usecases/compare-drafts.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { cellOn, needOn, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

const DAY = '2027-01-05'
const NEXT = '2027-01-06'

const compare = (world: PlanWorld, draftId: string, other: ComparedWith) =>
  compareDrafts(world.ctx, { districtId: world.districtId, draftId, with: other })

describe('a draft', () => {
  it('is held against what is published: who gains and loses, what is open, what each carries', async () => {
    const world = await PlanWorld.make()
    const first = await world.open()
    await world.assign(first, DAY, 'a')
    unwrap(await world.publish(first))
    const draftId = await world.open()
    await world.assign(draftId, DAY, 'b')
    await world.assign(draftId, NEXT, 'c')
    const found = unwrap(await compare(world, draftId, { kind: 'published' }))
    expect(found.places.map(({ needId }) => needId)).toEqual([needOn(DAY), needOn(NEXT)])
    expect(found.persons.map(({ personId }) => personId)).toEqual(['a', 'b', 'c'])
    expect([found.before.open, found.after.open]).toEqual([13, 12])
    expect(found.loads.map(({ personId, before, after }) => [personId, before.nights, after.nights])).toEqual(
      [
        ['a', 1, 0],
        ['b', 0, 1],
        ['c', 0, 1],
      ],
    )
  })

  it('is held against another draft, rule by rule and wish by wish', async () => {
    const world = await PlanWorld.make()
    const wish = {
      personId: 'a',
      about: { kind: 'dates', from: DAY, to: NEXT },
      stance: 'cannot',
      weight: 2,
    } as const
    unwrap(await addWish(world.ctx, { districtId: world.districtId, ...wish }))
    const [one, other] = [await world.open(), await world.open()]
    await world.assign(one, DAY, 'a')
    await world.assign(other, DAY, 'b')
    // Two nights running, with surgery between: something to warn of in one of them alone.
    for (const date of ['2027-01-10', '2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14'])
      await world.assign(other, date, 'b')
    const found = unwrap(await compare(world, one, { kind: 'draft', draftId: other }))
    expect(found.other?.id).toBe(other)
    expect(found.wishes).toEqual([{ personId: 'a', all: 1, metBefore: 1, metAfter: 0 }])
    const warned = (side: typeof found.before) => side.rules.reduce((sum, own) => sum + own.warnings, 0)
    expect(warned(found.before)).toBeGreaterThan(warned(found.after))
  })

  it('is held against itself before a step, which can then be kept or taken back', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, DAY, 'a')
    await world.assign(draftId, DAY, 'b')
    await world.assign(draftId, NEXT, 'c')
    const all = unwrap(await compare(world, draftId, { kind: 'before-step', number: 2 }))
    expect(all.persons.map(({ personId }) => personId)).toEqual(['a', 'b', 'c'])
    expect(all.step).toEqual({ number: 2, kind: 'assign', isOwnLatest: false })
    const last = unwrap(await compare(world, draftId, { kind: 'before-step', number: 3 }))
    expect(last.places.map(({ needId }) => needId)).toEqual([needOn(NEXT)])
    expect(last.step?.isOwnLatest).toBe(true)
    unwrap(await undoEdit(world.ctx, { districtId: world.districtId, draftId }))
    const after = unwrap(await compare(world, draftId, { kind: 'before-step', number: 3 }))
    expect(after.places).toEqual([])
  })

  it('is compared over the dates that both cover, and not at all where there are none', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, DAY, 'a')
    await world.assign(draftId, '2027-01-12', 'b')
    const lineIds = [cellOn(DAY).needId.split('.')[0] as string]
    const opened = async (from: string, to: string) => {
      const plan = { districtId: world.districtId, name: 'Annen', from, to, lineIds }
      return unwrap(await openDraft(world.ctx, plan)).draftId
    }
    const half = unwrap(
      await compare(world, draftId, { kind: 'draft', draftId: await opened('2027-01-11', '2027-02-01') }),
    )
    expect(half.period).toEqual({ from: '2027-01-11', to: '2027-01-18' })
    expect(half.places.map(({ needId }) => needId)).toEqual([needOn('2027-01-12')])
    const none = unwrap(
      await compare(world, draftId, { kind: 'draft', draftId: await opened('2027-02-01', '2027-02-08') }),
    )
    expect([none.period, none.places]).toEqual([null, []])
  })

  it.each<readonly [string, ComparedWith]>([
    ['a draft that is not there', { kind: 'draft', draftId: 'none' }],
    ['a step that is not there', { kind: 'before-step', number: 7 }],
  ])('is not held against %s', async (_name, other) => {
    const world = await PlanWorld.make()
    expect(refusalOf(await compare(world, await world.open(), other))).toBe('not-found')
  })

  it('is not held against itself', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    expect(refusalOf(await compare(world, draftId, { kind: 'draft', draftId }))).toBe('not-found')
  })
})
