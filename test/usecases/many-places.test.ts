import { beforeEach, describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { sessionWrites } from '../../src/data/session-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Strength } from '../../src/identity/policy.ts'
import { findActor, startSession } from '../../src/identity/session.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { showDistricts } from '../../src/usecases/show-districts.ts'
import { showMembers } from '../../src/usecases/show-members.ts'
import { paths } from '../../src/web/paths.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import { DISTRICT, MembersWorld } from '../support/members-world.ts'
import { pagesAs } from '../support/pages-as.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const OTHER = { kind: 'district', id: 'sunnfjord' } as const
const THIRD = { kind: 'district', id: 'nordfjord' } as const

let world: MembersWorld

/** Doctor in two districts, coordinator in one of them: one person, one account. */
beforeEach(async () => {
  world = await MembersWorld.make()
  for (const { id } of [OTHER, THIRD]) {
    const people = [person('a', 'Lege A'), person(`${id}-x`, 'Lege X')]
    const district = exampleDistrict(id, people)
    const actor = { ...world.plan.ctx }
    unwrap(await importDistrict(actor, { text: writeDistrictFile({ version: 1, district, timeline: null }) }))
  }
  await world.member('kari', DISTRICT)
  await world.member('lege', DISTRICT, 'doctor', { personId: 'a' })
  const also = [
    { scopeKind: 'district', scopeId: OTHER.id, role: 'doctor' },
    { scopeKind: 'district', scopeId: OTHER.id, role: 'coordinator' },
  ] as const
  await writeAll(
    world.db,
    also.flatMap((own) => membershipWrites('lege', own, 'test', world.nobody.now)),
  )
})

async function session(strength: Strength, at = world.nobody.now): Promise<Context> {
  const hash = `${strength}-${at}`
  const asked = { hash, accountId: 'lege', authMethod: 'passkey', memberships: [] } as const
  await writeAll(world.db, sessionWrites(startSession({ ...asked, strength, now: at })))
  return { ...world.nobody, now: at, actor: await findActor(world.db, hash, at) }
}

const statusOf = async (ctx: Context, path: string) => (await pagesAs(ctx).request(path)).status

describe('a doctor in two districts who coordinates one of them', () => {
  it('sees by a strong session what each role shows, and no third district', async () => {
    const ctx = await session('strong')
    const { districts } = unwrap(await showDistricts(ctx, {}))
    expect(districts.map(({ id, roles }) => [id, [...roles].sort()])).toEqual([
      [DISTRICT.id, ['doctor']],
      [OTHER.id, ['coordinator', 'doctor']],
    ])
    expect(await statusOf(ctx, paths.rota(DISTRICT.id))).toBe(200)
    expect(await statusOf(ctx, paths.drafts(DISTRICT.id))).toBe(404)
    expect(await statusOf(ctx, paths.members(DISTRICT.id))).toBe(404)
    expect(await statusOf(ctx, paths.drafts(OTHER.id))).toBe(200)
    expect(await statusOf(ctx, paths.members(OTHER.id))).toBe(200)
    expect(await statusOf(ctx, paths.rota(THIRD.id))).toBe(404)
    expect(await statusOf(ctx, paths.myDuties)).toBe(200)
  })

  it('sees by a weak one what a doctor does, in both', async () => {
    const ctx = await session('single')
    expect(await statusOf(ctx, paths.rota(OTHER.id))).toBe(200)
    expect(refusalOf(await showMembers(ctx, { scope: OTHER }))).toBe('needs-strong-sign-in')
    expect(refusalOf(await showMembers(ctx, { scope: DISTRICT }))).toBe('not-allowed')
    expect(await statusOf(ctx, paths.myDuties)).toBe(200)
  })

  it('is shown to each district with what they have there alone', async () => {
    const here = unwrap(await showMembers(await world.again('kari'), { scope: DISTRICT }))
    const lege = here.members.find(({ accountId }) => accountId === 'lege')
    expect(lege?.roles.map(({ role }) => role)).toEqual(['doctor'])
    expect(JSON.stringify(here)).not.toContain(OTHER.id)
  })
})

describe('a doctor who has left a district', () => {
  it('reads it no more from that day, and keeps the other, the own pages and the role for whoever comes back', async () => {
    const ctx = await session('strong')
    const choice = { kind: 'district', districtId: DISTRICT.id, options: { scope: { kind: 'all' } } } as const
    unwrap(await createFeedLink(ctx, { label: 'Telefon', choice }))
    const kari = await world.again('kari')
    unwrap(await endDoctor(kari, { districtId: DISTRICT.id, personId: 'a', on: '2027-02-01', place: 'none' }))
    const before = await session('strong', fromUtcText('2027-01-31T22:59Z'))
    expect(await statusOf(before, paths.rota(DISTRICT.id))).toBe(200)
    const after = await session('strong', fromUtcText('2027-01-31T23:00Z'))
    expect(await statusOf(after, paths.rota(DISTRICT.id))).toBe(404)
    expect(refusalOf(await createFeedLink(after, { label: 'Ny', choice }))).toBe('not-found')
    expect(await statusOf(after, paths.rota(OTHER.id))).toBe(200)
    expect(await statusOf(after, paths.myDuties)).toBe(200)
    expect(await world.rolesOf('lege')).toContain(`doctor ${DISTRICT.id}`)
    const late = { ...kari, now: after.now }
    const { members } = unwrap(await showMembers(late, { scope: DISTRICT }))
    expect(members.find(({ accountId }) => accountId === 'lege')?.roles).toMatchObject([{ hasLeft: true }])
  })
})
