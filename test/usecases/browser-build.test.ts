import { describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { findBuildOrder } from '../../src/data/build-order-store.ts'
import { buildGuard, buildProgressWrites, findBuild } from '../../src/data/build-store.ts'
import { writeAll } from '../../src/data/database.ts'
import type { BuiltCell } from '../../src/exchange/built-rota.ts'
import { boundAt } from '../../src/solver/bound/bound.ts'
import { resultWith } from '../../src/solver/build.ts'
import {
  advanceWork,
  isFinished,
  openWork,
  placePersons,
  provenOf,
  resultOf,
} from '../../src/solver/order.ts'
import { evennessOf } from '../../src/usecases/build-evenness.ts'
import { saveBuilt } from '../../src/usecases/built-edit.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { finishBrowserBuild } from '../../src/usecases/finish-browser-build.ts'
import { moveBuild } from '../../src/usecases/move-build.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showBuild } from '../../src/usecases/show-build.ts'
import { showBuildOrder } from '../../src/usecases/show-build-order.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { stopBuild } from '../../src/usecases/stop-build.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { takeBuild } from '../../src/usecases/take-build.ts'
import { tellProgress } from '../../src/usecases/tell-progress.ts'
import { cellOn, FROM, PEOPLE, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

interface Building {
  readonly world: PlanWorld
  readonly draftId: string
  readonly buildId: string
  readonly place: { readonly districtId: string; readonly buildId: string }
}

const BUDGET = 2000

async function building(prepare?: (world: PlanWorld, draftId: string) => Promise<void>): Promise<Building> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  await prepare?.(world, draftId)
  const { districtId } = world
  const input = {
    districtId,
    draftId,
    seed: 4,
    iterations: BUDGET,
    keep: 'locked',
    place: 'browser',
  } as const
  const { buildId } = unwrap(await startBuild(world.ctx, input))
  return { world, draftId, buildId, place: { districtId, buildId } }
}

/** What an honest browser makes of the order it is sent. */
async function built({ world, place }: Building): Promise<BuiltCell[]> {
  const { orderText } = unwrap(await showBuildOrder(world.ctx, place))
  const work = openWork(orderText, null)
  while (!isFinished(work)) advanceWork(work, 500)
  return resultOf(work).cells.flatMap(({ needId, seat, slices: [slice] }): BuiltCell[] =>
    slice?.personId ? [[needId, seat, slice.personId]] : [],
  )
}

const textOf = (cells: readonly unknown[], changes: object = {}) =>
  JSON.stringify({ version: 1, seed: 5, iterations: BUDGET, cells, multipliers: [], ...changes })

const post = ({ world, place }: Building, text: string, ctx: Context = world.ctx) =>
  finishBrowserBuild(ctx, { ...place, text })

async function holders({ world, draftId }: Building): Promise<Map<string, string | null | undefined>> {
  const source = { kind: 'draft', draftId } as const
  const board = unwrap(
    await showBoard(world.ctx, { districtId: world.districtId, source, from: FROM, days: 14 }),
  )
  return new Map([...board.rota.cells].map(([key, cell]) => [key, cell.slices[0]?.personId]))
}

/** Another coordinator of the same district. */
const other = ({ world }: Building): Context => {
  const { actor } = world.ctx
  if (actor.kind !== 'account') throw new Error('the world is seen by an account')
  return { ...world.ctx, actor: { ...actor, accountId: 'other' } }
}

describe('a rota built in a browser', () => {
  it('enters the draft as one edit, with points and bound worked out by the server', async () => {
    const one = await building()
    const cells = await built(one)
    expect(cells).toHaveLength(14)
    unwrap(await post(one, textOf(cells, { score: undefined })))
    const found = await holders(one)
    for (const [needId, seat, personId] of cells) expect(found.get(cellKey({ needId, seat }))).toBe(personId)
    const view = unwrap(await showBuild(one.world.ctx, one.place))
    expect(view).toMatchObject({
      status: 'done',
      seed: 5,
      open: [],
      keptCells: 0,
      score: { hard: 0, open: 0 },
    })
    expect(view.bound).toBeLessThanOrEqual(view.score?.total ?? Number.NEGATIVE_INFINITY)
    const { least, furthest } = view.evenness?.hours ?? { least: null, furthest: -1 }
    expect(least).toBeLessThanOrEqual(furthest)
    expect((await one.world.draft(one.draftId)).edits).toMatchObject([{ number: 1, kind: 'build' }])
    expect(refusalOf(await post(one, textOf(cells)))).toBe('not-found')
  })

  it('has the places that it leaves open filled, where somebody can hold them', async () => {
    const one = await building()
    const [, ...rest] = await built(one)
    unwrap(await post(one, textOf(rest)))
    const view = unwrap(await showBuild(one.world.ctx, one.place))
    expect(view).toMatchObject({ open: [], score: { hard: 0, open: 0 } })
    const found = await holders(one)
    for (const [needId, seat, personId] of rest) expect(found.get(cellKey({ needId, seat }))).toBe(personId)
  })

  it('may leave open what nobody can hold, which is told with what keeps the doctors away', async () => {
    const exempt = { from: '2027-01-01', to: null, scope: { kind: 'out-of-hours' } } as const
    const world = await PlanWorld.make((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) => ({
        ...doctor,
        exemptions: [{ id: `exempt-${doctor.personId}`, ...exempt }],
      })),
    }))
    const draftId = await world.open()
    const { districtId } = world
    const input = { districtId, draftId, seed: 1, iterations: 10, keep: 'locked', place: 'browser' } as const
    const { buildId } = unwrap(await startBuild(world.ctx, input))
    const one = { world, draftId, buildId, place: { districtId, buildId } }
    unwrap(await post(one, textOf([])))
    const { open } = unwrap(await showBuild(world.ctx, one.place))
    expect(open).toHaveLength(14)
    expect(open[0]?.reasons).toEqual([{ kind: 'not-available', doctors: PEOPLE.length }])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', 'hei'],
    ['JSON cut short', textOf([]).slice(0, 30)],
    ['another version', textOf([], { version: 2 })],
    ['a field of its own', textOf([], { score: 0 })],
    ['a seed that no search has', textOf([], { seed: -1 })],
    ['a place that is no place', textOf([['x', 0]])],
    ['a seat between two', textOf([['x', 0.5, 'a']])],
    ['a multiplier that is no number', textOf([], { multipliers: ['1'] })],
    ['far too many places', textOf(Array.from({ length: 20_001 }, () => ['x', 0, 'a']))],
    ['far too much', ' '.repeat(5_000_000)],
    ['a field twice', textOf([]).replace('{', '{"seed":6,')],
    ['what is nested millions deep', '['.repeat(3_000_000)],
    ['a list of far too many', `[${'0,'.repeat(1_500_000)}`],
  ])('of %s is refused before anything is looked up', async (_, text) => {
    const one = await building()
    expect(refusalOf(await post(one, text))).toBe('file-refused')
    expect((await one.world.draft(one.draftId)).edits).toEqual([])
  })

  it.each([
    ['a duty that is not there', ['nowhere.2027-01-05.n', 0, 'a'], 'unknown-duty'],
    ['a seat that is not there', [cellOn('2027-01-05').needId, 7, 'a'], 'unknown-duty'],
    ['somebody who is no doctor here', [cellOn('2027-01-05').needId, 0, 'stranger'], 'unknown-doctor'],
    ['a place twice', [cellOn('2027-01-06').needId, 0, 'b'], 'given-twice'],
    ['a locked place', [cellOn('2027-01-07').needId, 0, 'a'], 'unknown-duty'],
  ])('with %s is refused by name, and the draft is as it was', async (_, cell, code) => {
    const one = await building(async (world, draftId) => {
      await world.assign(draftId, '2027-01-07', 'd')
      const change = { kind: 'lock', cell: cellOn('2027-01-07') } as const
      unwrap(
        await editDraft(world.ctx, { districtId: world.districtId, draftId, step: stepOf(change), seen: {} }),
      )
    })
    const answer = await post(one, textOf([[cellOn('2027-01-06').needId, 0, 'a'], cell]))
    expect(answer).toMatchObject({ refusal: { kind: 'invalid', problems: [{ field: 'cells', code }] } })
    expect((await holders(one)).get(cellKey(cellOn('2027-01-06')))).toBeUndefined()
  })

  it('that breaks a blocking rule is refused with the breach', async () => {
    const away = [{ id: 'x', from: '2027-01-06', certainFrom: '2027-01-06', to: '2027-01-08' }]
    const world = await PlanWorld.make((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) =>
        doctor.personId === 'a' ? { ...doctor, absences: away } : doctor,
      ),
    }))
    const draftId = await world.open()
    const { districtId } = world
    const input = { districtId, draftId, seed: 1, iterations: 10, keep: 'locked', place: 'browser' } as const
    const { buildId } = unwrap(await startBuild(world.ctx, input))
    const one = { world, draftId, buildId, place: { districtId, buildId } }
    const answer = await post(one, textOf([[cellOn('2027-01-06').needId, 0, 'a']]))
    expect(answer).toMatchObject({
      refusal: { kind: 'rule-broken', violations: [{ kind: 'not-available', personId: 'a' }] },
    })
    unwrap(await post(one, textOf([[cellOn('2027-01-06').needId, 0, 'b']])))
  })

  it('has the bound that the server proves alone, though what it sends proves less', async () => {
    const one = await building()
    const { orderText } = unwrap(await showBuildOrder(one.world.ctx, one.place))
    const multipliers = Array.from({ length: 5000 }, () => 1000)
    unwrap(await post(one, textOf(await built(one), { multipliers })))
    const { bound, score } = unwrap(await showBuild(one.world.ctx, one.place))
    const { problem } = openWork(orderText, null).encoding
    expect(bound).toBe(provenOf(problem, score?.total ?? 0))
    expect(bound).toBeGreaterThan(boundAt(problem, Float64Array.from(multipliers)))
  })

  it('gains no bound above its points by hostile multipliers', async () => {
    for (const multipliers of [[1e308, -1e308], Array.from({ length: 5000 }, () => 1e12), [-0, 1e-308]]) {
      const one = await building()
      unwrap(await post(one, textOf(await built(one), { multipliers })))
      const { bound, score } = unwrap(await showBuild(one.world.ctx, one.place))
      expect(bound ?? 0).toBeLessThanOrEqual(score?.total ?? 0)
    }
  })

  it('leaves what somebody edited meanwhile as they put it', async () => {
    const one = await building()
    const cells = await built(one)
    const [taken] = cells.filter(([needId]) => needId === cellOn('2027-01-09').needId)
    const person = PEOPLE.find((id) => id !== taken?.[2]) ?? ''
    await one.world.assign(one.draftId, '2027-01-09', person)
    expect(unwrap(await post(one, textOf(cells)))).toEqual({ keptCells: 1 })
    expect((await holders(one)).get(cellKey(cellOn('2027-01-09')))).toBe(person)
  })

  it('is taken from nobody but whoever asked for it', async () => {
    const one = await building()
    const cells = await built(one)
    const stranger = other(one)
    expect(refusalOf(await showBuildOrder(stranger, one.place))).toBe('not-found')
    expect(refusalOf(await post(one, textOf(cells), stranger))).toBe('not-found')
    const told = { ...one.place, text: '{"done":1,"open":0,"cost":1}' }
    expect(refusalOf(await tellProgress(stranger, told))).toBe('not-found')
    expect(unwrap(await showBuild(stranger, one.place)).isOwn).toBe(false)
  })
})

describe('a build in a browser', () => {
  it('is for coordinators of the district alone', async () => {
    const one = await building()
    const { actor } = one.world.ctx
    if (actor.kind !== 'account') throw new Error('the world is seen by an account')
    const { districtId } = one.world
    const role = (scopeId: string, name: 'doctor' | 'service-manager' | 'coordinator'): Context => ({
      ...one.world.ctx,
      actor: { ...actor, memberships: [{ scopeKind: 'district', scopeId, role: name }] },
    })
    const verbs = [
      (ctx: Context) => showBuildOrder(ctx, one.place),
      (ctx: Context) => tellProgress(ctx, { ...one.place, text: told(1) }),
      (ctx: Context) => finishBrowserBuild(ctx, { ...one.place, text: textOf([]) }),
      (ctx: Context) => moveBuild(ctx, one.place),
      (ctx: Context) => stopBuild(ctx, { ...one.place, keep: true }),
    ]
    for (const verb of verbs) {
      expect(refusalOf(await verb(role(districtId, 'doctor')))).toBe('not-allowed')
      expect(refusalOf(await verb(role(districtId, 'service-manager')))).toBe('not-allowed')
      expect(refusalOf(await verb(role('elsewhere', 'coordinator')))).toBe('not-found')
      expect(refusalOf(await verb({ ...one.world.ctx, actor: { kind: 'nobody' } }))).toBe('not-signed-in')
    }
  })

  const told = (done: number) => JSON.stringify({ done, open: 2, cost: 1234.5 })

  it('tells others how far it has come, and hears from them that it is to stop', async () => {
    const one = await building()
    expect(unwrap(await tellProgress(one.world.ctx, { ...one.place, text: told(BUDGET * 9) }))).toEqual({
      isToStop: false,
    })
    const seen = unwrap(await showBuild(other(one), one.place))
    expect(seen).toMatchObject({ status: 'running', done: BUDGET, openNow: 2, costNow: 1234.5, bound: null })
    unwrap(await stopBuild(other(one), { ...one.place, keep: true }))
    expect(unwrap(await tellProgress(one.world.ctx, { ...one.place, text: told(5) })).isToStop).toBe(true)
    unwrap(await post(one, textOf(await built(one), { iterations: 10 })))
    expect(unwrap(await showBuild(one.world.ctx, one.place)).isCutShort).toBe(true)
  })

  it.each([
    '',
    '{}',
    told(-1),
    told(0.5),
    '{"done":1,"open":0,"cost":"1"}',
    '{"done":1,"open":0,"cost":1,"bound":999}',
  ])('refuses progress that is none: %s', async (text) => {
    const one = await building()
    expect(refusalOf(await tellProgress(one.world.ctx, { ...one.place, text }))).toBe('file-refused')
  })

  it('that is discarded leaves the draft as it was, and takes nothing more', async () => {
    const one = await building()
    const cells = await built(one)
    unwrap(await stopBuild(one.world.ctx, { ...one.place, keep: false }))
    expect(unwrap(await showBuild(one.world.ctx, one.place)).status).toBe('discarded')
    for (const answer of [
      await tellProgress(one.world.ctx, { ...one.place, text: told(5) }),
      await post(one, textOf(cells)),
      await showBuildOrder(one.world.ctx, one.place),
      await moveBuild(one.world.ctx, one.place),
    ])
      expect(refusalOf(answer)).toBe('not-found')
    expect((await one.world.draft(one.draftId)).edits).toEqual([])
  })

  it('whose browser was closed stands in nobody’s way after three minutes, and takes up where it can until then', async () => {
    const one = await building()
    const again = {
      districtId: one.world.districtId,
      draftId: one.draftId,
      seed: 1,
      iterations: 10,
      keep: 'locked',
    } as const
    const at = (minutes: number) => ({ ...other(one), now: one.world.ctx.now + minutes })
    expect(refusalOf(await startBuild(at(2), again))).toBe('build-running')
    expect(unwrap(await showBuild(at(2), one.place)).status).toBe('waiting')
    expect(unwrap(await showBuild(at(3), one.place)).status).toBe('lost')
    unwrap(
      await tellProgress({ ...one.world.ctx, now: one.world.ctx.now + 3 }, { ...one.place, text: told(5) }),
    )
    expect(refusalOf(await startBuild(at(5), again))).toBe('build-running')
    unwrap(await startBuild(at(6), again))
    expect(unwrap(await showBuild(at(6), one.place)).status).toBe('failed')
    expect(refusalOf(await post(one, textOf([])))).toBe('not-found')
  })

  it('that nobody came back to is forgotten by the sweep of the night after next', async () => {
    const one = await building()
    const night = (hours: number) =>
      sweep(
        { ...one.world.ctx, now: one.world.ctx.now + 60 * hours, actor: { kind: 'job', name: 'nightly' } },
        {},
      )
    const order = () => findBuildOrder(one.world.ctx.db, one.buildId)
    unwrap(await night(23))
    expect(await order()).toBeDefined()
    unwrap(await night(25))
    expect(await order()).toBeUndefined()
    expect(unwrap(await showBuild(one.world.ctx, one.place)).status).toBe('failed')
  })

  it('can be moved to the server, which then takes nothing from the browser', async () => {
    const one = await building()
    const cells = await built(one)
    const job = { ...one.world.ctx, actor: { kind: 'job', name: 'build' } } as const
    expect(refusalOf(await takeBuild(job, one.place))).toBe('not-found')
    const woken: string[] = []
    const startBuildJob = async (buildId: string) => {
      woken.push(buildId)
    }
    unwrap(await moveBuild({ ...one.world.ctx, startBuild: startBuildJob }, one.place))
    expect(woken).toEqual([one.buildId])
    expect(refusalOf(await post(one, textOf(cells)))).toBe('not-found')
    expect(unwrap(await takeBuild(job, one.place)).state).toBeNull()
  })

  it('takes nothing that a browser wrote after reading it, when it was moved in between', async () => {
    const one = await building()
    const { ctx } = one.world
    const cells = await built(one)
    const [read, orderText] = await Promise.all([
      findBuild(ctx.db, one.buildId),
      findBuildOrder(ctx.db, one.buildId),
    ])
    if (!read || orderText === undefined) throw new Error('no build')
    unwrap(await moveBuild(ctx, one.place))
    const late = { ...read, status: 'running', done: 1999 } as const
    await writeAll(ctx.db, buildProgressWrites(one.buildId, 'browser', late))
    expect(await findBuild(ctx.db, one.buildId)).toMatchObject({
      place: 'server',
      status: 'waiting',
      done: 0,
    })
    const { encoding, order } = openWork(orderText, null)
    const placed = placePersons(encoding, cells)
    if (placed.kind === 'refused') throw new Error(placed.code)
    const result = { ...resultWith(encoding, placed.holder), iterations: BUDGET }
    const evenness = evennessOf(encoding.problem, result, false)
    const theirs = { order, place: 'browser', result, seed: 5, bound: null, evenness } as const
    expect(refusalOf(await saveBuilt(ctx, theirs))).toBe('not-found')
    expect(await writeAll(ctx.db, [buildGuard(one.buildId, 'browser')])).toMatchObject({ kind: 'refused' })
    expect((await one.world.draft(one.draftId)).edits).toEqual([])
  })
})
