import { describe, expect, it } from 'vitest'
import { viewBoard } from '../../src/board/board-view.ts'
import { overviewOf } from '../../src/board/overview.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { NoticeWorld } from '../support/notice-world.ts'
import { cellOn, PlanWorld, unwrap } from '../support/plan-world.ts'

const LAST = '2027-01-17'
const timeline = { kind: 'timeline' } as const

/** Published from the 4th to the 17th, and held on the 5th and the 6th alone. */
async function edgesOpen(): Promise<PlanWorld> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  await world.assign(draftId, '2027-01-06', 'b')
  unwrap(await world.publish(draftId))
  return world
}

async function seen(ctx: Context) {
  const asked = { districtId: 'fjordane', source: timeline, from: '2026-12-28', days: 28 }
  const value = unwrap(await showBoard(ctx, asked))
  const view = viewBoard(value)
  const overview = value.whole ? overviewOf({ ...value.whole, draft: null }) : []
  return { open: view.open.map(({ need }) => need.date), overview }
}

describe('the published rota', () => {
  it('shows open duties at both ends of what was published, and none of days that were not', async () => {
    const world = await edgesOpen()
    const { open, overview } = await seen(world.ctx)
    expect(open).toHaveLength(12)
    expect([open[0], open.at(-1)]).toEqual(['2027-01-04', LAST])
    expect(overview.map(({ week, places, open }) => [week, places, open])).toEqual(
      expect.arrayContaining([
        ['2026-W53', 0, 0],
        ['2027-W01', 7, 5],
        ['2027-W02', 7, 7],
      ]),
    )
  })

  it('shows a doctor the same as the coordinator', async () => {
    const world = await NoticeWorld.make()
    const { open } = await seen((await world.as('a'))())
    expect(open).toEqual((await seen(world.coordinator())).open)
    expect(open.at(-1)).toBe(LAST)
  })

  it('shows a plan of which nobody holds anything', async () => {
    const world = await edgesOpen()
    const holder = { kind: 'slices', slices: [] } as const
    for (const [index, date] of ['2027-01-05', '2027-01-06'].entries()) {
      const input = { districtId: 'fjordane', ...cellOn(date), expectedRevision: index + 1, holder }
      unwrap(await amendDuty(world.ctx, { ...input, reason: 'Syk', waivesBlocking: true }))
    }
    expect((await seen(world.ctx)).open).toHaveLength(14)
  })
})
