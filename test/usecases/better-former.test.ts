import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { BuiltCell } from '../../src/exchange/built-rota.ts'
import { advanceWork, isFinished, openWork } from '../../src/solver/order.ts'
import { finishBrowserBuild } from '../../src/usecases/finish-browser-build.ts'
import { finishBuild } from '../../src/usecases/finish-build.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showBuild } from '../../src/usecases/show-build.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { takeBuild } from '../../src/usecases/take-build.ts'
import { FROM, needOn, PEOPLE, PlanWorld, unwrap } from '../support/plan-world.ts'

const job = ({ ctx }: PlanWorld) => ({ ...ctx, actor: { kind: 'job', name: 'build' } }) as const
const DAYS = Array.from({ length: 14 }, (_, day) => `2027-01-${String(4 + day).padStart(2, '0')}`)

/** Turns of one day each: full, and as even as a fortnight gets. */
const inTurn: readonly BuiltCell[] = DAYS.map((date, day) => [needOn(date), 0, PEOPLE[day % 4] ?? ''])
/** Most to one doctor, with days between: full too, and far worse. */
const uneven: readonly BuiltCell[] = DAYS.map((date, day) => [
  needOn(date),
  0,
  PEOPLE[day % 2 === 0 ? 0 : 1 + (day % 3)] ?? '',
])

async function start(world: PlanWorld, draftId: string, place: 'server' | 'browser', iterations = 100_000) {
  const { districtId } = world
  const input = { districtId, draftId, seed: 1, iterations, keep: 'locked', place } as const
  return { districtId, buildId: unwrap(await startBuild(world.ctx, input)).buildId }
}

async function postTo(world: PlanWorld, draftId: string, cells: readonly BuiltCell[]) {
  const build = await start(world, draftId, 'browser')
  const text = JSON.stringify({ version: 1, seed: 5, iterations: 10, cells, multipliers: [] })
  unwrap(await finishBrowserBuild(world.ctx, { ...build, text }))
  return unwrap(await showBuild(world.ctx, build))
}

/** A build of the server that is stopped after so many iterations. */
async function stoppedAfter(world: PlanWorld, draftId: string, iterations: number) {
  const build = await start(world, draftId, 'server')
  const work = openWork(unwrap(await takeBuild(job(world), build)).orderText, null)
  if (iterations > 0) advanceWork(work, iterations)
  expect(isFinished(work)).toBe(false)
  unwrap(await finishBuild(job(world), { work }))
  return unwrap(await showBuild(world.ctx, build))
}

async function holders(world: PlanWorld, draftId: string) {
  const source = { kind: 'draft', draftId } as const
  const { districtId } = world
  const board = unwrap(await showBoard(world.ctx, { districtId, source, from: FROM, days: 14 }))
  return new Map([...board.rota.cells].map(([key, cell]) => [key, cell.slices[0]?.personId]))
}

const holdersIn = (cells: readonly BuiltCell[]) =>
  new Map(cells.map(([needId, seat, personId]) => [cellKey({ needId, seat }), personId]))

async function worldWith(cells: readonly BuiltCell[]) {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  const first = await postTo(world, draftId, cells)
  expect(first).toMatchObject({ status: 'done', isFormerKept: false, open: [] })
  return { world, draftId, total: first.score?.total ?? Number.NaN }
}

describe('a full rota that is built anew', () => {
  it('stands, with nothing written, when what a browser found is worse', async () => {
    const { world, draftId, total } = await worldWith(inTurn)
    const view = await postTo(world, draftId, uneven)
    expect(view).toMatchObject({ status: 'done', isFormerKept: true, open: [], keptCells: 0 })
    expect(view.score?.total).toBe(total)
    expect(view.costNow).toBeGreaterThan(total)
    expect(await holders(world, draftId)).toEqual(holdersIn(inTurn))
    expect((await world.draft(draftId)).edits).toHaveLength(1)
  })

  it('stands when a job of the server is stopped before it has found anything better', async () => {
    const { world, draftId } = await worldWith(uneven)
    const { score } = await stoppedAfter(world, draftId, 20_000)
    const former = await holders(world, draftId)
    const view = await stoppedAfter(world, draftId, 0)
    expect(view).toMatchObject({ isFormerKept: true, isCutShort: true, keptCells: 0, score })
    expect(view.costNow).toBeGreaterThan(score?.total ?? 0)
    expect(await holders(world, draftId)).toEqual(former)
    expect((await world.draft(draftId)).edits).toHaveLength(2)
  })

  it('gives way to a better one, in both', async () => {
    for (const build of [
      (world: PlanWorld, draftId: string) => postTo(world, draftId, inTurn),
      (world: PlanWorld, draftId: string) => stoppedAfter(world, draftId, 5000),
    ]) {
      const { world, draftId, total } = await worldWith(uneven)
      const view = await build(world, draftId)
      expect(view.isFormerKept).toBe(false)
      expect(view.score?.total).toBeLessThan(total)
      expect(await holders(world, draftId)).not.toEqual(holdersIn(uneven))
    }
  })

  it('gives way when it was not full', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    for (const [day, date] of DAYS.slice(0, 13).entries())
      await world.assign(draftId, date, PEOPLE[day % 4] ?? '')
    expect((await postTo(world, draftId, uneven)).isFormerKept).toBe(false)
    expect(await holders(world, draftId)).toEqual(holdersIn(uneven))
  })
})
