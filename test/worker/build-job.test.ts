import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import type { Intent } from '../../src/core/plans/intent.ts'
import { stepOf } from '../../src/core/plans/step.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { BuildJob } from '../../src/jobs/build-job.ts'
import { runBuild, SLICE_ITERATIONS, SLICES_PER_NOTE } from '../../src/jobs/build-loop.ts'
import { advanceWork, isFinished, openWork } from '../../src/solver/order.ts'
import type { BuildView } from '../../src/usecases/build-view.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { finishBuild } from '../../src/usecases/finish-build.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showBuild } from '../../src/usecases/show-build.ts'
import { showDraft } from '../../src/usecases/show-draft.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { stopBuild } from '../../src/usecases/stop-build.ts'
import { takeBuild } from '../../src/usecases/take-build.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { contextOf, logOf, makeWorld, NOW, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly BUILDS: DurableObjectNamespace<BuildJob>
    }
  }
}

const FROM = '2027-01-04'
const TO = '2027-02-15'
/** Thirteen slices, the last of them short. */
const ITERATIONS = SLICE_ITERATIONS * 12 + 1

const job = (minutes = 0): Promise<Context> =>
  contextOf({ kind: 'job', name: 'build' }, { now: NOW + minutes })
const stubOf = (buildId: string) => env.BUILDS.get(env.BUILDS.idFromName(buildId))
const noPause = async () => {}

async function open({ district, lineId, coordinator }: World): Promise<string> {
  const input = { districtId: district.id, name: 'Januar', from: FROM, to: TO, lineIds: [lineId] }
  return unwrap(await openDraft(coordinator, input)).draftId
}

/** Stores a build and leaves it to the caller to run it. */
async function order(world: World, draftId: string, iterations = ITERATIONS, minutes = 0): Promise<string> {
  const ctx = { ...world.coordinator, now: NOW + minutes }
  const input = { districtId: world.district.id, draftId, seed: 7, iterations, keep: 'locked' as const }
  return unwrap(await startBuild(ctx, input)).buildId
}

async function buildOf(world: World, buildId: string): Promise<BuildView> {
  return unwrap(await showBuild(world.coordinator, { districtId: world.district.id, buildId }))
}

async function cellsOf(world: World, draftId: string): Promise<Map<string, Cell>> {
  const source = { kind: 'draft', draftId } as const
  const input = { districtId: world.district.id, source, from: FROM, days: 42 }
  return new Map(unwrap(await showBoard(world.coordinator, input)).rota.cells)
}

async function holdersOf(world: World, draftId: string): Promise<(string | null | undefined)[]> {
  const cells = await cellsOf(world, draftId)
  return [...cells.keys()].sort().map((key) => cells.get(key)?.slices[0]?.personId)
}

describe('a build', { timeout: 60_000 }, () => {
  it('evicted again and again gives the rota that an undisturbed one gives', async () => {
    const world = await makeWorld()
    const [calm, disturbed] = [await open(world), await open(world)]
    await runBuildOf(world, calm)
    const buildId = await order(world, disturbed)
    const stub = stubOf(buildId)
    await stub.start(buildId)
    for (let round = 0; (await buildOf(world, buildId)).status !== 'done'; round++) {
      if (round % 3 === 2) await evictDurableObject(stub)
      await runDurableObjectAlarm(stub)
    }
    const holders = await holdersOf(world, disturbed)
    expect(holders).toHaveLength(42)
    expect(new Set(holders)).toEqual(new Set(world.people))
    expect(holders).toEqual(await holdersOf(world, calm))
    const view = await buildOf(world, buildId)
    expect([view.done, view.open, view.keptCells, view.score?.hard]).toEqual([ITERATIONS, [], 0, 0])
    expect(await rowsIn(stub)).toEqual([0, 0])
  })

  it('lets other requests pass while it runs', async () => {
    const world = await makeWorld()
    const draftId = await open(world)
    const buildId = await order(world, draftId)
    const stub = stubOf(buildId)
    await stub.start(buildId)
    let slices = 0
    const running = (async () => {
      while ((await buildOf(world, buildId)).status !== 'done')
        if (await runDurableObjectAlarm(stub)) slices++
    })()
    let isOver = false
    running.finally(() => {
      isOver = true
    })
    let answered = 0
    while (!isOver) {
      await buildOf(world, buildId)
      answered++
    }
    await running
    expect(slices).toBeGreaterThan(1)
    expect(answered).toBeGreaterThanOrEqual(slices)
  })

  it('tells how far it has come', async () => {
    const world = await makeWorld()
    const iterations = SLICE_ITERATIONS * SLICES_PER_NOTE + 1
    const buildId = await order(world, await open(world), iterations)
    const ctx = await job()
    const seen = new Set<number>()
    const look = async () => {
      seen.add((await buildOf(world, buildId)).done)
    }
    await runBuild(() => ctx, buildId, look)
    expect([...seen]).toEqual([0, iterations - 1])
    expect((await buildOf(world, buildId)).done).toBe(iterations)
  })

  it('is one edit of the draft by whoever asked for it, and can be taken back', async () => {
    const world = await makeWorld()
    const { district, coordinator } = world
    const draftId = await open(world)
    await runBuildOf(world, draftId, 1000)
    const place = { districtId: district.id, draftId }
    const draft = unwrap(await showDraft(coordinator, place))
    const by = coordinator.actor.kind === 'account' ? coordinator.actor.accountId : ''
    expect(draft.edits).toMatchObject([{ number: 1, kind: 'build', by }])
    expect(draft.open).toEqual([])
    expect(draft.build).toMatchObject({ status: 'done', done: 1000 })
    unwrap(await undoEdit(coordinator, place))
    expect(unwrap(await showDraft(coordinator, place)).open).toHaveLength(42)
    expect((await logOf(district.id)).slice(-3)).toEqual(['start-build', 'finish-build', 'undo-edit'])
  })

  it('fills only what is open unless it is told to build anew what is held', async () => {
    const world = await makeWorld()
    const { district, coordinator, lineId, people } = world
    const draftId = await open(world)
    const place = { districtId: district.id, draftId }
    const cells = ['05', '12', '19', '26'].map((day) => ({ needId: `${lineId}.2027-01-${day}.n`, seat: 0 }))
    // All to one doctor: a build that may give them away does.
    for (const cell of cells) {
      const change = { kind: 'assign', cell, personId: people[3] as string } as const
      unwrap(await editDraft(coordinator, { ...place, step: stepOf(change), seen: {} }))
    }
    const held = async () => {
      const all = await cellsOf(world, draftId)
      return cells.map((cell) => all.get(cellKey(cell))?.slices[0]?.personId)
    }
    const build = async (keep: 'filled' | 'locked', seed: number) => {
      const input = { ...place, seed, iterations: ITERATIONS, keep }
      const { buildId } = unwrap(await startBuild(coordinator, input))
      const ctx = await job()
      await runBuild(() => ctx, buildId, noPause)
      return buildOf(world, buildId)
    }
    expect((await build('filled', 7)).keep).toBe('filled')
    expect(await held()).toEqual(cells.map(() => people[3]))
    expect(unwrap(await showDraft(coordinator, place))).toMatchObject({ open: [], held: 42 })
    expect((await build('locked', 8)).keep).toBe('locked')
    expect(await held()).not.toEqual(cells.map(() => people[3]))
  })

  it('leaves a place that somebody changed or locked meanwhile, and says how many', async () => {
    const world = await makeWorld()
    const { district, coordinator, lineId, people } = world
    const draftId = await open(world)
    const cell = { needId: `${lineId}.2027-01-09.n`, seat: 0 }
    const edit = async (change: Intent) =>
      unwrap(
        await editDraft(coordinator, { districtId: district.id, draftId, step: stepOf(change), seen: {} }),
      )
    const before = { needId: `${lineId}.2027-01-05.n`, seat: 0 }
    await edit({ kind: 'assign', cell: before, personId: people[3] as string })
    await edit({ kind: 'lock', cell: before })
    const buildId = await order(world, draftId, 1000)
    const { orderText } = unwrap(await takeBuild(await job(), { buildId }))
    const work = openWork(orderText, null)
    while (!isFinished(work)) advanceWork(work, 100)
    const slices = [
      {
        start: Date.parse('2027-01-09T15:00Z') / 60_000,
        end: Date.parse('2027-01-09T20:00Z') / 60_000,
        personId: people[1] as string,
        positionId: null,
        origin: 'voluntary',
        shadowing: false,
      },
    ] as const
    await edit({ kind: 'slice', cell, slices })
    expect(unwrap(await finishBuild(await job(), { work })).keptCells).toBe(1)
    const cells = await cellsOf(world, draftId)
    expect(cells.get(cellKey(cell))?.slices).toEqual(slices)
    expect(cells.get(cellKey(before))).toMatchObject({ locked: true, slices: [{ personId: people[3] }] })
    expect((await buildOf(world, buildId)).keptCells).toBe(1)
    expect(refusalOf(await finishBuild(await job(), { work }))).toBe('not-found')
  })

  it('runs alone in its draft, until its job has been silent for a quarter of an hour', async () => {
    const world = await makeWorld()
    const draftId = await open(world)
    const first = await order(world, draftId)
    const input = {
      districtId: world.district.id,
      draftId,
      seed: null,
      iterations: null,
      keep: 'locked' as const,
    }
    const soon = { ...world.coordinator, now: NOW + 14 }
    expect(refusalOf(await startBuild(soon, input))).toBe('build-running')
    const other = await open(world)
    await order(world, other)
    const second = await order(world, draftId, 10, 15)
    expect((await buildOf(world, first)).status).toBe('failed')
    expect((await buildOf(world, second)).status).toBe('waiting')
    expect(refusalOf(await takeBuild(await job(), { buildId: first }))).toBe('not-found')
  })

  it('of a draft that was published meanwhile is given up', async () => {
    const world = await makeWorld()
    const { district, coordinator, lineId, people } = world
    const draftId = await open(world)
    const buildId = await order(world, draftId, 100)
    const cell = { needId: `${lineId}.2027-01-09.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: people[1] as string } as const
    const place = { districtId: district.id, draftId }
    unwrap(await editDraft(coordinator, { ...place, step: stepOf(change), seen: {} }))
    const part = { ...place, lineIds: null, from: null, to: null }
    unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
    const stub = stubOf(buildId)
    await stub.start(buildId)
    while ((await buildOf(world, buildId)).status !== 'failed') await runDurableObjectAlarm(stub)
    expect((await buildOf(world, buildId)).status).toBe('failed')
  })

  it('whose saved state is refused begins anew, says so, and gives the same rota', async () => {
    const world = await makeWorld()
    const [calm, disturbed] = [await open(world), await open(world)]
    await runBuildOf(world, calm)
    const buildId = await order(world, disturbed)
    const stub = stubOf(buildId)
    await stub.start(buildId)
    await runDurableObjectAlarm(stub)
    await evictDurableObject(stub)
    await runInDurableObject(stub, (_job, { storage }) => {
      storage.sql.exec('UPDATE chunk SET value = ? WHERE name = ?', new Uint8Array(100).buffer, 'state')
    })
    const logged = vi.spyOn(console, 'warn').mockImplementation(() => {})
    while ((await buildOf(world, buildId)).status !== 'done') await runDurableObjectAlarm(stub)
    expect(logged.mock.calls.flat().join()).toMatch(
      /began anew: its saved state was refused as other-version/,
    )
    logged.mockRestore()
    expect(await holdersOf(world, disturbed)).toEqual(await holdersOf(world, calm))
  })

  it('asked to stop ends at once with the best it has, or leaves the draft as it was', async () => {
    const world = await makeWorld()
    const districtId = world.district.id
    for (const keep of [true, false]) {
      const draftId = await open(world)
      const buildId = await order(world, draftId, SLICE_ITERATIONS * SLICES_PER_NOTE * 3)
      const stub = stubOf(buildId)
      await stub.start(buildId)
      await runDurableObjectAlarm(stub)
      unwrap(await stopBuild(world.coordinator, { districtId, buildId, keep }))
      while (await runDurableObjectAlarm(stub)) await buildOf(world, buildId)
      const view = await buildOf(world, buildId)
      expect([view.status, view.isCutShort]).toEqual(keep ? ['done', true] : ['discarded', false])
      expect(view.done).toBeLessThanOrEqual(SLICE_ITERATIONS * SLICES_PER_NOTE)
      expect((await holdersOf(world, draftId)).filter(Boolean)).toHaveLength(keep ? 42 : 0)
      expect(refusalOf(await stopBuild(world.coordinator, { districtId, buildId, keep }))).toBe('not-found')
      expect(await rowsIn(stub)).toEqual([0, 0])
    }
  })

  it('that breaks three times is given up, with a word in the log each time', async () => {
    const world = await makeWorld()
    const buildId = await order(world, await open(world))
    await env.DB.prepare('update build_order set text = ? where build_id = ?').bind('nothing', buildId).run()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const stub = stubOf(buildId)
    await stub.start(buildId)
    while ((await buildOf(world, buildId)).status !== 'failed') await runDurableObjectAlarm(stub)
    expect((await buildOf(world, buildId)).status).toBe('failed')
    expect(logged).toHaveBeenCalledTimes(3)
    expect(await rowsIn(stub)).toEqual([0, 0])
    logged.mockRestore()
  })

  it('is refused for a seed or a number of iterations that no build has', async () => {
    const world = await makeWorld()
    const input = { districtId: world.district.id, draftId: await open(world), keep: 'locked' as const }
    for (const wrong of [
      { seed: -1, iterations: null },
      { seed: 1.5, iterations: null },
      { seed: null, iterations: 0 },
      { seed: null, iterations: 1e12 },
    ])
      expect(refusalOf(await startBuild(world.coordinator, { ...input, ...wrong }))).toBe('invalid')
    expect(await logOf(world.district.id)).not.toContain('start-build')
  })
})

/** Orders and runs a build in one go, in this process. */
async function runBuildOf(world: World, draftId: string, iterations = ITERATIONS): Promise<void> {
  const buildId = await order(world, draftId, iterations)
  const ctx = await job()
  await runBuild(() => ctx, buildId, noPause)
  expect((await buildOf(world, buildId)).status).toBe('done')
}

/** How many notes and chunks a job still keeps. */
async function rowsIn(stub: DurableObjectStub<BuildJob>): Promise<number[]> {
  return runInDurableObject(stub, (_job, { storage }) =>
    ['note', 'chunk'].map((table) => Number(storage.sql.exec(`SELECT count(*) AS n FROM ${table}`).one().n)),
  )
}
