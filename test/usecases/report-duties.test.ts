import { beforeAll, describe, expect, it } from 'vitest'
import { listLog } from '../../src/data/audit-store.ts'
import type { Trail } from '../../src/reports/sheet.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showReportDuties } from '../../src/usecases/show-report-duties.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

const report = { districtId: 'fjordane', municipality: '4645', kind: 'month', date: '2027-01-04' } as const

describe('the duties behind a figure', () => {
  let ctx: Context

  beforeAll(async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, '2027-01-05', 'a')
    unwrap(await world.publish(draftId))
    ctx = world.at('2027-02-03T10:00Z')
  })

  const lines = async () =>
    (
      await listLog(ctx.db, 'fjordane', { from: null, to: null, actor: null, before: null, limit: 100 })
    ).filter(({ action }) => action === 'read-load-report').length

  it.each<[string, Trail]>([
    ['a doctor', { personId: 'nobody' }],
    ['a municipality whose place was held', { municipality: '9999' }],
    ['a municipality whose doctors held it', { doctorsOf: '9999' }],
  ])('are not found of %s that the district has not, and nothing is logged as opened', async (_, trail) => {
    expect(refusalOf(await showReportDuties(ctx, { ...report, trail }))).toBe('not-found')
    expect(await lines()).toBe(0)
  })

  it('are shown in two windows opened at once, with one line in the log', async () => {
    const ofTheWeek = { ...report, kind: 'week', trail: {} } as const
    const shown = await Promise.all([showReportDuties(ctx, ofTheWeek), showReportDuties(ctx, ofTheWeek)])
    expect(shown.map((one) => unwrap(one).list.count)).toEqual([1, 1])
    expect(await lines()).toBe(1)
  })

  it('are listed of whom it has, and logged as opened', async () => {
    const { list } = unwrap(await showReportDuties(ctx, { ...report, trail: { personId: 'a' } }))
    expect(list.duties.map(({ date }) => date)).toEqual(['2027-01-05'])
    expect(await lines()).toBe(2)
    expect(unwrap(await showReportDuties(ctx, { ...report, trail: { municipality: null } })).list.count).toBe(
      0,
    )
  })
})
