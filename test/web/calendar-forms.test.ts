import { beforeEach, describe, expect, it } from 'vitest'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listFeeds } from '../../src/data/feed-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

let ctx: Context

beforeEach(async () => {
  const world = await PlanWorld.make()
  const membership = { scopeKind: 'district', scopeId: world.districtId, role: 'doctor' } as const
  await writeAll(world.ctx.db, [
    ...accountWrites(accountOf('doctor', 'a', null, world.ctx.now)),
    ...membershipWrites('doctor', membership, 'test', world.ctx.now),
  ])
  const memberships = [membership]
  const actor = {
    kind: 'account',
    accountId: 'doctor',
    personId: 'a',
    memberships,
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  } as const
  ctx = { ...world.ctx, actor }
})

const keyIn = (page: string) => /<input type="hidden" name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''

describe.each(['/me/calendar', '/districts/fjordane/calendar'])('the form at %s', (address) => {
  const get = async () => (await pagesAs(ctx).request(address)).text()
  const post = (fields: Readonly<Record<string, string>>) =>
    pagesAs(ctx).request(address, { method: 'POST', body: new URLSearchParams(fields) })

  it('makes no second link when its answer is loaded again, and offers a new one', async () => {
    const sent = { key: keyIn(await get()), label: 'Telefon' }
    const [first, again] = [await post(sent), await post(sent)]
    expect([first.status, again.status]).toEqual([200, 409])
    const links = await listFeeds(ctx.db, 'doctor')
    expect(links).toHaveLength(1)
    const page = await again.text()
    expect(page).toContain('Adressen ble vist én gang')
    expect(page).toContain(`/me/calendar/${links[0]?.id}/replace`)
    expect(page).not.toMatch(/\/[kd]\/[\w-]{64}\//)
  })

  it('has another key each time, and keeps it where something is wrong', async () => {
    const key = keyIn(await get())
    expect(key).not.toBe('')
    expect(keyIn(await get())).not.toBe(key)
    expect(keyIn(await (await post({ key, label: '' })).text())).toBe(key)
  })
})
