import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../src/identity/policy.ts'
import type { Context } from '../../src/usecases/context.ts'
import { programsOf } from '../../src/web/calendar/guides.tsx'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const districtId = 'fjordane'
const NOW = '2027-01-05T20:00Z'

let world: PlanWorld

beforeEach(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
})

function as(...roles: readonly Role[]): Context {
  const memberships = roles.map((role) => ({ scopeKind: 'district', scopeId: districtId, role }) as const)
  const actor = {
    kind: 'account',
    accountId: 'x',
    personId: null,
    memberships,
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  } as const
  return { ...world.at(NOW), actor }
}

const get = (ctx: Context, address: string) => pagesAs(ctx).request(address)
const textAt = async (ctx: Context, address: string) => (await get(ctx, address)).text()
const chosenKind = (text: string) => /<input[^>]*name="kind"[^>]*checked[^>]*>/.exec(text)?.[0] ?? ''

describe('the dispatch centre', () => {
  it('starts at who is on duty now, and whoever has other work at the districts', async () => {
    const start = async (ctx: Context) => (await get(ctx, '/?start=yes')).headers.get('Location')
    expect(await start(as('dispatch-centre'))).toBe(paths.dutyNow(districtId))
    expect(await start(as('dispatch-centre', 'payroll-reader'))).toBe(paths.home)
    expect(await start(as('payroll-reader'))).toBe(paths.home)
    expect(await textAt(as('dispatch-centre'), paths.home)).toContain(`href="${paths.dutyNow(districtId)}"`)
  })

  it('is offered its own calendar first, and others the duties', async () => {
    const address = paths.districtCalendar(districtId)
    expect(chosenKind(await textAt(as('dispatch-centre'), address))).toContain('value="dispatch"')
    expect(chosenKind(await textAt(as('coordinator'), address))).toContain('value="district"')
    expect(chosenKind(await textAt(as('coordinator', 'dispatch-centre'), address))).toContain(
      'value="district"',
    )
  })
})

describe('the page of who is on duty now', () => {
  it('fetches itself every minute until that is stopped, and marks what nobody has', async () => {
    const answer = await get(as('dispatch-centre'), paths.dutyNow(districtId))
    expect([answer.status, answer.headers.get('Refresh')]).toEqual([200, '60'])
    const text = await answer.text()
    expect(text).toContain('Lege A')
    expect(text).toContain('href="tel:99900000"')
    expect(text).toContain('Ingen har vakta')
    const still = await get(as('dispatch-centre'), `${paths.dutyNow(districtId)}?refresh=no`)
    expect(still.headers.get('Refresh')).toBeNull()
  })

  it('shows no number to others', async () => {
    const text = await textAt(as('payroll-reader'), paths.dutyNow(districtId))
    expect(text).toContain('Lege A')
    expect(text).not.toContain('99900000')
    expect(text).not.toContain('Telefonnummer er ikke ført opp')
  })
})

describe('the guides that a device’s name opens', () => {
  it.each([
    ['Outlook på jobben', ['outlookWeb', 'outlook']],
    ['Outlook at work', ['outlookWeb', 'outlook']],
    ['Nye Outlook', ['outlookWeb']],
    ['Microsoft 365', ['outlookWeb']],
    ['Klassisk Outlook', ['outlook']],
    ['Outlook (klassisk)', ['outlook']],
    ['Min iPhone', ['iphone']],
    ['Veggen', []],
  ])('%s: %s', (label, programs) => {
    expect(programsOf(label)).toEqual(programs)
  })
})
