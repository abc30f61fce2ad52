import { expect, it } from 'vitest'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { readReport } from '../../src/usecases/report-reading.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const districtId = 'fjordane'
const PLANS = [
  { from: '2027-01-18', to: '2027-02-08' },
  { from: '2027-02-08', to: '2027-03-15' },
] as const

it('judges a period by the plan that most of it lies in, and reads no more of others than the period', async () => {
  const world = await PlanWorld.make()
  for (const plan of PLANS) {
    const opened = await openDraft(world.ctx, {
      districtId,
      name: 'Plan',
      ...plan,
      lineIds: ['fjordane-home'],
    })
    const { draftId } = unwrap(opened)
    await world.assign(draftId, plan.from, 'a')
    unwrap(await world.publish(draftId))
  }
  const ctx = world.at('2027-04-03T10:00Z')
  const asked = { districtId, municipality: '4645', kind: 'month' } as const
  for (const date of ['2027-02-01', '2027-02-07', '2027-02-28']) {
    const { judged, kinds } = unwrap(await readReport(ctx, { ...asked, date }))
    expect([judged.plan, judged.from, judged.to]).toEqual([PLANS[1], '2027-02-01', '2027-03-15'])
    // By the date that the page shows, another plan would be found.
    expect(kinds).not.toContain('plan')
  }
  const { judged, kinds } = unwrap(await readReport(ctx, { ...asked, kind: 'plan', date: '2027-02-07' }))
  expect(judged.plan).toEqual(PLANS[0])
  expect(kinds).toContain('plan')
})
