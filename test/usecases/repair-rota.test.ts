import { describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { listEdits } from '../../src/data/draft-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import type { Refusal, Result } from '../../src/usecases/refusal.ts'
import { type ChosenChange, repairDraft } from '../../src/usecases/repair-draft.ts'
import type { RepairOption } from '../../src/usecases/repair-options.ts'
import type { BoardSource } from '../../src/usecases/show-board.ts'
import { type RepairPart, showRepairs } from '../../src/usecases/show-repairs.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { cellOn, FROM, PEOPLE, PlanWorld, refusalOf, TO, unwrap } from '../support/plan-world.ts'

const AWAY: RepairPart = { personId: 'a', from: FROM, to: TO, reach: 'all' }
const ROTA: BoardSource = { kind: 'timeline' }
const DAYS = ['2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-12', '2027-01-13']

/** Four doctors by turns on six days; `a` has the first and the fifth. */
async function draftedWorld(): Promise<{ world: PlanWorld; draftId: string }> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  for (const [index, date] of DAYS.entries())
    await world.assign(draftId, date, PEOPLE[index % PEOPLE.length] as string)
  return { world, draftId }
}

async function publishedWorld(): Promise<PlanWorld> {
  const { world, draftId } = await draftedWorld()
  unwrap(await world.publish(draftId))
  return world
}

function show(world: PlanWorld, source: BoardSource, part: RepairPart = AWAY, ctx: Context = world.ctx) {
  return showRepairs(ctx, { districtId: world.districtId, source, part })
}

async function optionsOf(
  world: PlanWorld,
  source: BoardSource,
  part = AWAY,
): Promise<readonly RepairOption[]> {
  const outcome = unwrap(await show(world, source, part)).found?.outcome
  if (outcome === undefined || outcome.kind === 'nothing') return []
  return outcome.options
}

function chosen({ changes }: RepairOption): ChosenChange[] {
  return changes.map(({ need, seat, from, to }) => ({ needId: need.id, seat, from, to }))
}

function choose(
  world: PlanWorld,
  source: BoardSource,
  changes: readonly ChosenChange[],
  { part = AWAY, ctx = world.ctx }: { part?: RepairPart; ctx?: Context } = {},
) {
  return repairDraft(ctx, { districtId: world.districtId, source, part, changes, name: 'Reparert' })
}

function problemIn(result: Result<unknown>): string {
  const refusal: Refusal | undefined = result.kind === 'refused' ? result.refusal : undefined
  return refusal?.kind === 'invalid' ? `${refusal.problems[0]?.field} ${refusal.problems[0]?.code}` : ''
}

describe('repairing the published rota', () => {
  it('shows ways with the fewest changes, whom they touch, and what it does to their hours', async () => {
    const world = await publishedWorld()
    const { found, draft } = unwrap(await show(world, ROTA))
    expect(draft).toBeNull()
    expect(found).toMatchObject({ reached: 2, bound: [], outcome: { kind: 'repaired', isFewest: true } })
    const options = await optionsOf(world, ROTA)
    expect(options.length).toBeGreaterThan(1)
    for (const { changes, effects } of options) {
      expect(changes).toMatchObject([{ from: 'a' }, { from: 'a' }])
      expect(changes.map(({ to }) => to)).not.toContain('a')
      const moved = effects.map(({ minutesBefore, minutesAfter }) => minutesAfter - minutesBefore)
      expect(moved.reduce((sum, minutes) => sum + minutes, 0)).toBe(0)
      expect(effects.find(({ personId }) => personId === 'a')?.minutesAfter).toBe(0)
    }
    const touched = options.map(({ effects }) => effects.map(({ personId }) => personId).join())
    expect(new Set(touched).size).toBe(touched.length)
  })

  it('puts the chosen one into a new draft as one step, which is published as usual', async () => {
    const world = await publishedWorld()
    const [option] = await optionsOf(world, ROTA)
    const changes = chosen(option as RepairOption)
    const { draftId } = unwrap(await choose(world, ROTA, changes))
    const { edits, draft, open } = await world.draft(draftId)
    expect(edits).toMatchObject([{ number: 1, kind: 'repair', by: 'a' }])
    const [edit] = await listEdits(world.ctx.db, world.districtId, draftId)
    expect(edit?.changes.map(cellKey)).toEqual(changes.map(cellKey))
    expect(draft).toMatchObject({ name: 'Reparert', from: '2027-01-05', to: '2027-01-13' })
    expect(open.length).toBe(3)
    expect((await world.dutiesOf('a')).length).toBe(2)
    unwrap(await world.publish(draftId))
    expect(await world.dutiesOf('a')).toEqual([])
  })

  it('takes the whole step back at once', async () => {
    const world = await publishedWorld()
    const [option] = await optionsOf(world, ROTA)
    const { draftId } = unwrap(await choose(world, ROTA, chosen(option as RepairOption)))
    unwrap(await undoEdit(world.ctx, { districtId: world.districtId, draftId }))
    expect(refusalOf(await world.publish(draftId))).toBe('nothing-changed')
  })

  it('leaves duties that have begun, and those outside the dates', async () => {
    const world = await publishedWorld()
    const later = world.at('2027-01-05T16:00Z')
    const { outcome } = unwrap(await show(world, ROTA, AWAY, later)).found ?? {}
    const options = outcome?.kind === 'repaired' ? outcome.options : []
    expect(options[0]?.changes).toMatchObject([{ from: 'a', need: { date: '2027-01-12' } }])
    const short = { ...AWAY, to: '2027-01-08' }
    expect((await optionsOf(world, ROTA, short))[0]?.changes.length).toBe(1)
  })

  it('says that there is nothing to repair', async () => {
    const world = await publishedWorld()
    const free = { ...AWAY, from: '2027-01-14' }
    expect(unwrap(await show(world, ROTA, free)).found?.outcome).toEqual({ kind: 'nothing' })
    const over = { ...AWAY, from: '2026-11-01', to: '2026-11-15' }
    expect(unwrap(await show(world, ROTA, over)).found?.outcome).toEqual({ kind: 'nothing' })
    const forbidden = { ...AWAY, reach: 'forbidden' } as const
    expect(unwrap(await show(world, ROTA, forbidden)).found?.outcome).toEqual({ kind: 'nothing' })
  })

  it('takes over only what an absence that is entered forbids, where that is asked', async () => {
    const world = await publishedWorld()
    const absence = { id: 'x', from: '2027-01-11', certainFrom: '2027-01-11', to: null }
    await world.reimport((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) =>
        doctor.personId === 'a' ? { ...doctor, absences: [absence] } : doctor,
      ),
    }))
    const [option] = await optionsOf(world, ROTA, { ...AWAY, reach: 'forbidden' })
    expect(option?.changes).toMatchObject([{ from: 'a', need: { date: '2027-01-12' } }])
  })
})

describe('repairing a draft', () => {
  it('is one step of that draft, and leaves locked duties where they are', async () => {
    const { world, draftId } = await draftedWorld()
    const source = { kind: 'draft', draftId } as const
    const lock = { kind: 'lock', cell: cellOn('2027-01-05') } as const
    unwrap(
      await editDraft(world.ctx, { districtId: world.districtId, draftId, step: stepOf(lock), seen: {} }),
    )
    const { found } = unwrap(await show(world, source))
    expect(found).toMatchObject({ reached: 1, bound: [cellOn('2027-01-05')] })
    const [option] = await optionsOf(world, source)
    const before = (await world.draft(draftId)).edits.length
    expect(unwrap(await choose(world, source, chosen(option as RepairOption)))).toEqual({ draftId })
    const { edits } = await world.draft(draftId)
    expect(edits.length).toBe(before + 1)
    expect(edits[0]).toMatchObject({ kind: 'repair', places: 1, first: cellOn('2027-01-12') })
  })

  it('leaves a duty open where nobody can take it, and says which', async () => {
    const { world, draftId } = await draftedWorld()
    const absence = { from: '2027-01-12', certainFrom: '2027-01-12', to: '2027-01-13' }
    await world.reimport((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) => ({
        ...doctor,
        absences: [{ ...absence, id: `away-${doctor.personId}` }],
      })),
    }))
    const source = { kind: 'draft', draftId } as const
    const { found } = unwrap(await show(world, source))
    expect(found?.outcome).toMatchObject({
      kind: 'partly',
      isProved: true,
      open: [{ need: { date: '2027-01-12' }, seat: 0 }],
    })
    const [option] = await optionsOf(world, source)
    expect(option?.changes.map(({ to }) => to === null)).toEqual([false, true])
    unwrap(await choose(world, source, chosen(option as RepairOption)))
    expect((await world.draft(draftId)).open).toContainEqual(cellOn('2027-01-12'))
  })
})

describe('a repair is refused', () => {
  it('for a doctor nobody knows, and for dates that are reversed, too long or none', async () => {
    const world = await publishedWorld()
    const wrong: readonly [Partial<RepairPart>, string][] = [
      [{ personId: 'nobody' }, 'personId unknown-doctor'],
      [{ from: TO, to: FROM }, 'to ends-before-start'],
      [{ to: '2028-01-18' }, 'to period-too-long'],
      [{ from: '2027-02-30' }, 'from not-a-date'],
    ]
    for (const [change, said] of wrong) {
      const part = { ...AWAY, ...change }
      expect(problemIn(await show(world, ROTA, part))).toBe(said)
      const change1 = [{ ...cellOn('2027-01-05'), from: 'a', to: 'b' }]
      expect(problemIn(await choose(world, ROTA, change1, { part }))).toBe(said)
    }
  })

  it('without changes, for duties and doctors nobody knows, and for a name that hides something', async () => {
    const world = await publishedWorld()
    expect(refusalOf(await choose(world, ROTA, []))).toBe('nothing-changed')
    const known = { ...cellOn('2027-01-05'), from: 'a', to: 'b' }
    expect(problemIn(await choose(world, ROTA, [{ ...known, needId: 'x' }]))).toBe('changes unknown-duty')
    expect(problemIn(await choose(world, ROTA, [{ ...known, to: 'x' }]))).toBe('changes unknown-doctor')
    expect(refusalOf(await choose(world, ROTA, [{ ...known, seat: 7 }]))).toBe('cell-changed')
    const unchanged = [{ ...known, to: 'a' }]
    expect(refusalOf(await choose(world, ROTA, unchanged))).toBe('nothing-changed')
  })

  it('when the duty has begun or has another holder by now', async () => {
    const world = await publishedWorld()
    const change = [{ ...cellOn('2027-01-05'), from: 'a', to: 'c' }]
    const late = world.at('2027-01-05T16:00Z')
    expect(refusalOf(await choose(world, ROTA, change, { ctx: late }))).toBe('cell-changed')
    unwrap(await world.amend('2027-01-05', 'd'))
    expect(refusalOf(await choose(world, ROTA, change))).toBe('cell-changed')
  })

  it('when it would give the duty to somebody who is away too', async () => {
    const world = await publishedWorld()
    const change = [{ ...cellOn('2027-01-06'), from: 'b', to: 'a' }]
    expect(refusalOf(await choose(world, ROTA, change))).toBe('rule-broken')
  })

  it('in a draft that has been published meanwhile, or that is not there', async () => {
    const { world, draftId } = await draftedWorld()
    const source = { kind: 'draft', draftId } as const
    const [option] = await optionsOf(world, source)
    unwrap(await world.publish(draftId))
    expect(refusalOf(await show(world, source))).toBe('stale-revision')
    expect(refusalOf(await choose(world, source, chosen(option as RepairOption)))).toBe('stale-revision')
    const gone = { kind: 'draft', draftId: 'gone' } as const
    expect(refusalOf(await show(world, gone))).toBe('not-found')
    expect(refusalOf(await choose(world, gone, chosen(option as RepairOption)))).toBe('not-found')
  })

  it('to whoever may not edit drafts', async () => {
    const world = await publishedWorld()
    const memberships = [{ scopeKind: 'district', scopeId: 'fjordane', role: 'doctor' }] as const
    const ctx = { ...world.ctx, actor: { ...world.ctx.actor, memberships } } as Context
    expect(refusalOf(await show(world, ROTA, AWAY, ctx))).toBe('not-allowed')
    const change = [{ ...cellOn('2027-01-05'), from: 'a', to: 'c' }]
    expect(refusalOf(await choose(world, ROTA, change, { ctx }))).toBe('not-allowed')
  })
})
