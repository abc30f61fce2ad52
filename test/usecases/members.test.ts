import { beforeEach, describe, expect, it } from 'vitest'
import type { LocalDate } from '../../src/core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { findAccount } from '../../src/data/account-store.ts'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { exemptionWrites } from '../../src/data/exemption-store.ts'
import { sessionWrites } from '../../src/data/session-store.ts'
import { findActor, startSession } from '../../src/identity/session.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { disableAccount, enableAccount } from '../../src/usecases/disable-account.ts'
import { endMemberSessions } from '../../src/usecases/end-member-sessions.ts'
import { findAccountFor } from '../../src/usecases/find-account.ts'
import { giveBackRole } from '../../src/usecases/give-back-role.ts'
import { inviteMember } from '../../src/usecases/invite-member.ts'
import { removeMember } from '../../src/usecases/remove-member.ts'
import { resetAccount, resetMember } from '../../src/usecases/reset-member.ts'
import { showInstallation } from '../../src/usecases/show-installation.ts'
import { showMembers } from '../../src/usecases/show-members.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { DISTRICT, INSTALLATION, MembersWorld, MUNICIPALITY, tokenIn } from '../support/members-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

let world: MembersWorld
let kari: Context
let ola: Context
let administrator: Context

const olas = { scope: DISTRICT, accountId: 'ola', role: 'coordinator' } as const
const karis = { ...olas, accountId: 'kari' }

beforeEach(async () => {
  world = await MembersWorld.make()
  kari = await world.member('kari', DISTRICT)
  ola = await world.member('ola', DISTRICT)
  administrator = await world.member('admin', INSTALLATION, 'installation-administrator')
})

/** Begins a session of an account for good, and gives its hash. */
async function session(accountId: string): Promise<string> {
  const asked = { hash: `living-${accountId}`, accountId, authMethod: 'passkey', strength: 'strong' } as const
  const begun = startSession({ ...asked, memberships: [], now: world.nobody.now })
  await writeAll(world.db, sessionWrites(begun))
  return begun.hash
}

async function enrolled(accountId: string): Promise<void> {
  await world.db.d1
    .prepare(
      "insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at) values (?, ?, '', 0, '[]', '', '2026-12-01T12:00Z')",
    )
    .bind(`key-${accountId}`, accountId)
    .run()
}

const actionsIn = async (chain: string) =>
  (await listAudit(world.db, chain, 0, 200)).map(({ action }) => action)

const shown = async (ctx: Context) => unwrap(await showMembers(ctx, { scope: DISTRICT }))

describe('the members of a district', () => {
  it('are shown with what they have, by whom, and how they sign in', async () => {
    await enrolled('ola')
    await session('ola')
    await world.entered(
      await world.invited(kari, { scope: DISTRICT, role: 'payroll-reader', email: 'lonn@example.test' }),
    )
    const { members } = await shown(kari)
    const told = members.map(({ email, ways, roles }) => [email, ways, roles.map(({ role }) => role)])
    expect(told.toSorted()).toEqual([
      ['kari@example.test', ['mail'], ['coordinator']],
      ['lonn@example.test', ['mail'], ['payroll-reader']],
      ['ola@example.test', ['passkey', 'mail'], ['coordinator']],
    ])
    const memberOf = (email: string) => members.find((own) => own.email === email)
    expect(memberOf('ola@example.test')).toMatchObject({
      signedInAt: world.nobody.now,
      isSignedIn: true,
      isSelf: false,
    })
    expect(memberOf('lonn@example.test')?.roles[0]?.by).toMatchObject({
      kind: 'member',
      who: { email: 'kari@example.test' },
    })
  })

  it('are named as the district names its persons, and tell nothing of roles elsewhere', async () => {
    await world.member('lege', DISTRICT, 'doctor', { personId: 'a', email: null })
    await world.db.d1
      .prepare(
        "insert into membership (account_id, scope_kind, scope_id, role, granted_by, granted_at) values ('lege', 'municipality', '4645', 'municipality-reader', 'x', '2026-12-01T12:00Z')",
      )
      .run()
    const value = await shown(kari)
    expect(value.members.find(({ accountId }) => accountId === 'lege')).toMatchObject({
      name: 'Lege A',
      ways: [],
      roles: [{ role: 'doctor' }],
    })
    expect(JSON.stringify(value)).not.toContain('municipality')
  })

  it('are read by those who lead it alone', async () => {
    const reader = await world.member('reader', DISTRICT, 'service-manager')
    expect(refusalOf(await showMembers(reader, { scope: DISTRICT }))).toBe('not-allowed')
    for (const ctx of [administrator, await world.member('other', MUNICIPALITY, 'municipality-decider')])
      expect(refusalOf(await showMembers(ctx, { scope: DISTRICT }))).toBe('not-found')
    expect(refusalOf(await showMembers(kari, { scope: MUNICIPALITY }))).toBe('not-found')
    expect(refusalOf(await showMembers(kari, { scope: INSTALLATION }))).toBe('not-found')
  })
})

describe('a role', () => {
  it('is taken away at once, and given back within thirty days', async () => {
    unwrap(await removeMember(kari, olas))
    expect(await world.rolesOf('ola')).toEqual([])
    const { taken } = await shown(kari)
    expect(taken).toMatchObject([{ accountId: 'ola', role: 'coordinator', email: 'ola@example.test' }])
    const late = { ...kari, now: kari.now + 30 * MINUTES_PER_DAY + 1 }
    expect(refusalOf(await giveBackRole(late, olas))).toBe('not-found')
    unwrap(await giveBackRole(kari, olas))
    expect(await world.rolesOf('ola')).toEqual(['coordinator fjordane'])
    expect(refusalOf(await giveBackRole(kari, olas))).toBe('not-found')
    expect((await shown(kari)).taken).toEqual([])
  })

  it('goes with the calendars of the district, which do not come back with it', async () => {
    const choice = { kind: 'district', districtId: DISTRICT.id, options: { scope: { kind: 'all' } } } as const
    unwrap(await createFeedLink(ola, { label: 'Pc', choice }))
    const living = async () =>
      (await world.db.d1.prepare('select id from feed_link where revoked_at is null').all()).results.length
    expect(await living()).toBe(1)
    unwrap(await removeMember(kari, olas))
    unwrap(await giveBackRole(kari, olas))
    expect(await living()).toBe(0)
  })

  it('of the last who can sign in and coordinate is nobody’s to take, not even their own', async () => {
    unwrap(await removeMember(kari, olas))
    expect(refusalOf(await removeMember(kari, karis))).toBe('last-member')
    unwrap(await giveBackRole(kari, olas))
    await world.db.d1.prepare("update account set email = null where id = 'ola'").run()
    expect(refusalOf(await removeMember(kari, karis))).toBe('last-member')
    await enrolled('ola')
    unwrap(await removeMember(kari, karis))
    expect(await world.rolesOf('kari')).toEqual([])
  })

  it('stays with one of two who take each other’s at once', async () => {
    const answers = await Promise.all([removeMember(kari, olas), removeMember(ola, karis)])
    expect(answers.map(refusalOf).filter((kind) => kind === undefined)).toHaveLength(1)
    const rows = await world.db.d1
      .prepare("select account_id from membership where role = 'coordinator'")
      .all()
    expect(rows.results).toHaveLength(1)
  })

  it('is taken by those who lead the scope alone, freshly, and only within it', async () => {
    const reader = await world.member('reader', DISTRICT, 'payroll-reader')
    const before = await actionsIn(DISTRICT.id)
    for (const step of [removeMember, giveBackRole]) {
      expect(refusalOf(await step(reader, olas))).toBe('not-allowed')
      expect(refusalOf(await step(administrator, olas))).toBe('not-found')
      expect(refusalOf(await step(world.nobody, olas))).toBe('not-signed-in')
      expect(refusalOf(await step(lately(kari), olas))).toBe('confirm-again')
      expect(refusalOf(await step(kari, { ...olas, accountId: 'admin' }))).toBe('not-found')
      expect(refusalOf(await step(kari, { ...olas, accountId: 'nobody' }))).toBe('not-found')
      expect(refusalOf(await step(kari, { ...olas, role: 'installation-administrator' }))).toBe('not-found')
    }
    expect(await actionsIn(DISTRICT.id)).toEqual(before)
    expect(await world.rolesOf('ola')).toEqual(['coordinator fjordane'])
  })

  it('of a doctor comes back only while the district has them', async () => {
    await world.member('lege', DISTRICT, 'doctor', { personId: 'a' })
    const leges = { scope: DISTRICT, accountId: 'lege', role: 'doctor' } as const
    unwrap(await removeMember(kari, leges))
    await world.db.d1.prepare("update account set person_id = null where id = 'lege'").run()
    expect(refusalOf(await giveBackRole(kari, leges))).toBe('not-found')
  })
})

describe('a member’s sessions', () => {
  it('end at once', async () => {
    const hash = await session('ola')
    expect((await findActor(world.db, hash, kari.now)).kind).toBe('account')
    unwrap(await endMemberSessions(kari, olas))
    expect((await findActor(world.db, hash, kari.now)).kind).toBe('nobody')
    expect(refusalOf(await endMemberSessions(kari, { ...olas, accountId: 'admin' }))).toBe('not-found')
    expect(refusalOf(await endMemberSessions(lately(kari), olas))).toBe('confirm-again')
  })
})

describe('what somebody has offered who leads no more', () => {
  const offer = { scope: DISTRICT, role: 'payroll-reader', email: 'lonn@example.test' } as const
  const offered = async () => (await shown(kari)).invitations.map(({ email }) => email)

  it('goes with their role, and what others have offered stays', async () => {
    const token = tokenIn(unwrap(await inviteMember(ola, offer)).path)
    unwrap(await inviteMember(kari, { ...offer, email: 'annen@example.test' }))
    unwrap(await removeMember(kari, olas))
    expect(await offered()).toEqual(['annen@example.test'])
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
  })

  it('goes when their account is shut', async () => {
    unwrap(await inviteMember(ola, offer))
    unwrap(await disableAccount(administrator, { accountId: 'ola' }))
    expect(await offered()).toEqual([])
  })
})

describe('resetting how somebody signs in', () => {
  it('takes every way in away and lets the same account in again, once, by its own address', async () => {
    await enrolled('ola')
    const hash = await session('ola')
    const made = unwrap(await resetMember(kari, olas))
    expect(made.mailedTo).toBe('ola@example.test')
    expect((await findActor(world.db, hash, kari.now)).kind).toBe('nobody')
    const ways = (await shown(kari)).members.find(({ accountId }) => accountId === 'ola')?.ways
    expect(ways).toEqual(['mail'])
    expect((await shown(kari)).invitations).toMatchObject([{ email: 'ola@example.test', isReopening: true }])
    const token = tokenIn(made.path)
    const entered = await world.entered(token)
    expect(entered.actor).toMatchObject({ accountId: 'ola', strength: 'single' })
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
  })

  it('may send it elsewhere, which the account’s own address is told and which becomes it', async () => {
    const made = unwrap(await resetMember(kari, { ...olas, email: ' Ny@Example.test' }))
    expect(await world.mails()).toEqual(['invitation ny@example.test', 'sign-in-reset ola@example.test'])
    await world.entered(tokenIn(made.path))
    expect(await findAccount(world.db, 'ola')).toMatchObject({ email: 'ny@example.test' })
    expect(refusalOf(await resetMember(kari, { ...olas, email: 'ny' }))).toBe('invalid')
  })

  it('of a doctor who has an exemption goes to their own address alone, since its reader reads why', async () => {
    const doctor = { scope: DISTRICT, accountId: 'anna', role: 'doctor' } as const
    await world.member('anna', DISTRICT, 'doctor', { personId: 'a' })
    unwrap(await resetMember(kari, { ...doctor, email: 'feil@example.test' }))
    const exemption = {
      id: 'x',
      from: '2027-01-01' as LocalDate,
      to: null,
      scope: { kind: 'out-of-hours' },
    } as const
    await writeAll(world.db, exemptionWrites(DISTRICT.id, 'a', { exemption, keptBy: 'home' }))
    const before = await actionsIn(DISTRICT.id)
    expect(refusalOf(await resetMember(kari, { ...doctor, email: 'kari@example.test' }))).toBe(
      'own-address-only',
    )
    expect(await actionsIn(DISTRICT.id)).toEqual(before)
    expect(unwrap(await resetMember(kari, doctor)).mailedTo).toBe('anna@example.test')
    await world.db.d1.prepare("update account set email = null where id = 'anna'").bind().run()
    expect(refusalOf(await resetMember(kari, doctor))).toBe('own-address-only')
  })

  it('takes no address that another account has, and tells nobody of it', async () => {
    const made = unwrap(await resetMember(kari, { ...olas, email: 'admin@example.test' }))
    await world.entered(tokenIn(made.path))
    expect(await findAccount(world.db, 'ola')).toMatchObject({ email: 'ola@example.test' })
  })

  it('gives back no role that was taken since, and opens nothing then', async () => {
    const token = tokenIn(unwrap(await resetMember(kari, olas)).path)
    unwrap(await removeMember(kari, olas))
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
    expect(await world.rolesOf('ola')).toEqual([])
  })

  it('opens nothing once the account holds more than who reset it leads', async () => {
    const token = tokenIn(unwrap(await resetMember(kari, olas)).path)
    await world.db.d1
      .prepare(
        "insert into membership (account_id, scope_kind, scope_id, role, granted_by, granted_at) values ('ola', 'municipality', '4645', 'municipality-decider', 'x', '2026-12-01T12:00Z')",
      )
      .run()
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
  })

  it('is beyond whoever does not lead all that the account holds, and one’s own', async () => {
    await world.db.d1
      .prepare(
        "insert into membership (account_id, scope_kind, scope_id, role, granted_by, granted_at) values ('ola', 'municipality', '4645', 'municipality-decider', 'x', '2026-12-01T12:00Z')",
      )
      .run()
    await enrolled('ola')
    expect(refusalOf(await resetMember(kari, olas))).toBe('beyond-reach')
    expect(refusalOf(await resetMember(kari, karis))).toBe('beyond-reach')
    expect(refusalOf(await resetMember(kari, { ...olas, accountId: 'admin' }))).toBe('not-found')
    expect((await shown(kari)).members.find(({ accountId }) => accountId === 'ola')?.ways).toEqual([
      'passkey',
      'mail',
    ])
  })

  it('by the administrator goes to the account’s own address alone, and stands in each district’s log', async () => {
    const ctx = { ...administrator, mode: 'production', channels: ['mail'] } as const
    const made = unwrap(await resetAccount(ctx, { accountId: 'ola' }))
    expect(made).toMatchObject({ path: '', mailedTo: 'ola@example.test' })
    for (const chain of [DISTRICT.id, INSTALLATION_CHAIN])
      expect(await actionsIn(chain)).toContain('reset-ways-in')
    await world.db.d1.prepare("update account set email = null where id = 'ola'").run()
    expect(refusalOf(await resetAccount(ctx, { accountId: 'ola' }))).toBe('beyond-reach')
    expect(refusalOf(await resetAccount({ ...ctx, channels: [] }, { accountId: 'kari' }))).toBe(
      'beyond-reach',
    )
    expect(refusalOf(await resetAccount(ctx, { accountId: 'admin' }))).toBe('own-account')
    expect(refusalOf(await resetAccount(kari, { accountId: 'ola' }))).toBe('not-found')
  })
})

describe('an account that the administrator shuts', () => {
  it('stands in the log of all that it has a role in, as does taking its ways in away', async () => {
    const liv = await world.member('liv', MUNICIPALITY, 'municipality-decider')
    unwrap(await disableAccount(administrator, { accountId: 'liv' }))
    unwrap(await enableAccount(administrator, { accountId: 'liv' }))
    unwrap(await resetAccount({ ...administrator, channels: ['mail'] }, { accountId: 'liv' }))
    expect(liv.actor.kind).toBe('account')
    for (const chain of [`municipality:${MUNICIPALITY.number}`, INSTALLATION_CHAIN])
      expect(await actionsIn(chain)).toEqual(
        expect.arrayContaining(['disable-account', 'enable-account', 'reset-ways-in']),
      )
  })

  it('is signed out everywhere at once, and comes back with its roles', async () => {
    const hash = await session('ola')
    unwrap(await disableAccount(administrator, { accountId: 'ola' }))
    expect((await findActor(world.db, hash, kari.now)).kind).toBe('nobody')
    expect(unwrap(await showInstallation(administrator, {})).disabled).toMatchObject([{ id: 'ola' }])
    expect(unwrap(await findAccountFor(administrator, { email: 'ola@example.test' }))).toMatchObject({
      isActive: false,
    })
    unwrap(await enableAccount(administrator, { accountId: 'ola' }))
    expect((await findActor(world.db, hash, kari.now)).kind).toBe('nobody')
    expect(await world.rolesOf('ola')).toEqual(['coordinator fjordane'])
    expect(await actionsIn(DISTRICT.id)).toEqual(
      expect.arrayContaining(['disable-account', 'enable-account']),
    )
  })

  it('is nobody else’s to shut, and never one’s own', async () => {
    expect(refusalOf(await disableAccount(administrator, { accountId: 'admin' }))).toBe('own-account')
    expect(refusalOf(await disableAccount(kari, { accountId: 'ola' }))).toBe('not-found')
    expect(refusalOf(await enableAccount(kari, { accountId: 'ola' }))).toBe('not-found')
    expect(refusalOf(await findAccountFor(kari, { email: 'ola@example.test' }))).toBe('not-found')
    expect(refusalOf(await showInstallation(kari, {}))).toBe('not-found')
    expect(refusalOf(await disableAccount(lately(administrator), { accountId: 'ola' }))).toBe('confirm-again')
    expect(refusalOf(await disableAccount(administrator, { accountId: 'nobody' }))).toBe('not-found')
  })

  it('makes room for the administrator to invite when it was the last coordinator', async () => {
    unwrap(await removeMember(kari, olas))
    const first = { scope: DISTRICT, role: 'coordinator', email: '', isByInstallation: true } as const
    expect(refusalOf(await inviteMember(administrator, first))).toBe('led-already')
    unwrap(await disableAccount(administrator, { accountId: 'kari' }))
    unwrap(await inviteMember(administrator, first))
    expect(await world.mails()).toEqual(['administrator-let-in kari@example.test'])
    const { districts } = unwrap(await showInstallation(administrator, {}))
    expect(districts).toMatchObject([{ id: DISTRICT.id, leaders: 0, invited: 1 }])
  })
})

function lately(ctx: Context): Context {
  return { ...ctx, actor: { ...ctx.actor, authenticatedAt: ctx.now - 10 } } as Context
}
