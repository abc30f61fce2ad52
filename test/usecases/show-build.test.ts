import { describe, expect, it } from 'vitest'
import { runBuild } from '../../src/jobs/build-loop.ts'
import { showBuild } from '../../src/usecases/show-build.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { stopBuild } from '../../src/usecases/stop-build.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

async function filled(world: PlanWorld, draftId: string) {
  const { districtId } = world
  const input = { districtId, draftId, seed: 1, iterations: 500, keep: 'filled' } as const
  const { buildId } = unwrap(await startBuild(world.ctx, input))
  const ctx = { ...world.ctx, actor: { kind: 'job', name: 'build' } } as const
  await runBuild(
    () => ctx,
    buildId,
    async () => {},
  )
  return unwrap(await showBuild(world.ctx, { districtId, buildId }))
}

describe('a build that is done', () => {
  it('left nothing as it was in a draft that was empty, and does where somebody held a duty', async () => {
    const world = await PlanWorld.make()
    const [empty, begun] = [await world.open(), await world.open()]
    expect(await filled(world, empty)).toMatchObject({ status: 'done', leftHeld: false })
    await world.assign(begun, '2027-01-05', 'a')
    expect(await filled(world, begun)).toMatchObject({ status: 'done', leftHeld: true })
  })
})

describe('a build that somebody has stopped', () => {
  it('is ending until its rota is there, so that nobody stops it twice', async () => {
    const world = await PlanWorld.make()
    const { districtId } = world
    const draftId = await world.open()
    const input = { districtId, draftId, seed: 1, iterations: 500, keep: 'filled' } as const
    const build = { districtId, buildId: unwrap(await startBuild(world.ctx, input)).buildId }
    expect(unwrap(await showBuild(world.ctx, build)).isStopping).toBe(false)
    unwrap(await stopBuild(world.ctx, { ...build, keep: true }))
    expect(unwrap(await showBuild(world.ctx, build))).toMatchObject({ status: 'waiting', isStopping: true })
    unwrap(await stopBuild(world.ctx, { ...build, keep: false }))
    expect(unwrap(await showBuild(world.ctx, build)).isStopping).toBe(false)
  })
})
