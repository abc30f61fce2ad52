import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { accountStatusWrites, findAccountByEmail } from '../../src/data/account-store.ts'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { findSession, sessionWrites } from '../../src/data/session-store.ts'
import type { Role } from '../../src/identity/policy.ts'
import { startSession } from '../../src/identity/session.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type InviteMemberInput, inviteMember } from '../../src/usecases/invite-member.ts'
import { invitePerson } from '../../src/usecases/invite-person.ts'
import { showInstallation } from '../../src/usecases/show-installation.ts'
import { showLink } from '../../src/usecases/show-link.ts'
import { showMembers } from '../../src/usecases/show-members.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { withdrawInvitation } from '../../src/usecases/withdraw-invitation.ts'
import { withdrawLeaderInvitation } from '../../src/usecases/withdraw-leader-invitation.ts'
import { DISTRICT, INSTALLATION, MembersWorld, MUNICIPALITY, tokenIn } from '../support/members-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

let world: MembersWorld
let coordinator: Context
let administrator: Context

const email = 'centre@example.test'
const dispatch: InviteMemberInput = { scope: DISTRICT, role: 'dispatch-centre', email }
const first: InviteMemberInput = { scope: DISTRICT, role: 'coordinator', email, isByInstallation: true }

beforeEach(async () => {
  world = await MembersWorld.make()
  coordinator = await world.member('kari', DISTRICT)
  administrator = await world.member('admin', INSTALLATION, 'installation-administrator')
})

const problemOf = async (ctx: Context, input: InviteMemberInput) => {
  const result = await inviteMember(ctx, input)
  return result.kind === 'refused' && result.refusal.kind === 'invalid'
    ? result.refusal.problems.map(({ field, code }) => `${field} ${code}`)
    : refusalOf(result)
}

/** What is stored of the session of whoever asks. */
async function sessionOf({ actor, now }: Context) {
  const hash = actor.kind === 'account' ? actor.sessionHash : ''
  const stored = await findSession(world.db, hash, now)
  const memberships = actor.kind === 'account' ? actor.memberships : []
  return { memberships, session: { hash: '', createdAt: 0, expiresAt: 0, ...stored?.session } }
}

const counted = async () => {
  const rows = await world.db.d1
    .prepare(
      'select (select count(*) from invitation) + (select count(*) from outbox) + (select count(*) from audit) as n',
    )
    .all<{ n: number }>()
  return rows.results[0]?.n
}

describe('an invitation to a district', () => {
  it.each([
    'coordinator',
    'dispatch-centre',
    'service-manager',
    'union-representative',
    'payroll-reader',
  ] as const)('gives an account with its address one role, %s, once', async (role) => {
    const token = await world.invited(coordinator, { ...dispatch, role, email: ' Centre@Example.test ' })
    const { actor } = await world.entered(token)
    const memberships = [{ scopeKind: 'district', scopeId: DISTRICT.id, role }]
    expect(actor).toMatchObject({ kind: 'account', personId: null, memberships, strength: 'single' })
    expect(await findAccountByEmail(world.db, email)).toMatchObject({ status: 'active' })
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
  })

  it('that is sent again takes back the one before, and no other', async () => {
    const before = await world.invited(coordinator, dispatch)
    const others = [
      await world.invited(coordinator, { ...dispatch, role: 'payroll-reader' }),
      await world.invited(coordinator, { ...dispatch, email: 'other@example.test' }),
      await world.invited(coordinator, { ...dispatch, email: '' }),
    ]
    const again = await world.invited(coordinator, dispatch)
    expect(unwrap(await showMembers(coordinator, { scope: DISTRICT })).invitations).toHaveLength(4)
    expect(refusalOf(await useSignInLink(world.nobody, { token: before }))).toBe('link-used')
    for (const token of [again, ...others])
      expect((await showLink(world.nobody, { token, purposes: ['mailed'] })).kind).toBe('done')
  })

  it('goes by mail in the chosen language, and in production is shown to nobody else', async () => {
    const ctx = { ...coordinator, mode: 'production', channels: ['mail'] } as const
    const made = unwrap(await inviteMember(ctx, { ...dispatch, language: 'nn' }))
    expect(made).toMatchObject({ path: '', mailedTo: email })
    expect(await world.mails()).toEqual([`invitation ${email}`])
    expect(unwrap(await inviteMember(ctx, { ...dispatch, email: '' }))).toMatchObject({
      path: expect.stringMatching(/^\/sign-in\/./),
      mailedTo: null,
    })
    const withoutMail = unwrap(await inviteMember({ ...ctx, channels: [] }, dispatch))
    expect(withoutMail).toMatchObject({ path: expect.stringMatching(/^\/sign-in\/./), mailedTo: null })
    expect(await world.mails()).toHaveLength(1)
  })

  it.each([
    ['with an address', email],
    ['handed over', ''],
  ])('used twenty times at once opens one account and one session: %s', async (_how, to) => {
    const token = await world.invited(coordinator, { ...dispatch, email: to })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => useSignInLink(world.nobody, { token })),
    )
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    const rows = await world.db.d1
      .prepare(
        "select (select count(*) from session) as sessions, (select count(*) from membership where role = 'dispatch-centre') as roles",
      )
      .all()
    expect(rows.results).toEqual([{ sessions: 1, roles: 1 }])
  })

  it('runs out after seven days', async () => {
    const token = await world.invited(coordinator, dispatch)
    const late = { ...world.nobody, now: world.nobody.now + 7 * MINUTES_PER_DAY }
    expect(refusalOf(await useSignInLink(late, { token }))).toBe('link-used')
    expect(await findAccountByEmail(world.db, email)).toBeUndefined()
  })

  it('opens nothing once it is withdrawn, by whoever leads the district alone', async () => {
    const token = await world.invited(coordinator, dispatch)
    const [open] = unwrap(await showMembers(coordinator, { scope: DISTRICT })).invitations
    const input = { scope: DISTRICT, invitationId: open?.id ?? '' }
    const reader = await world.member('reader', DISTRICT, 'payroll-reader')
    expect(refusalOf(await withdrawInvitation(reader, input))).toBe('not-allowed')
    expect(refusalOf(await withdrawInvitation(administrator, input))).toBe('not-found')
    unwrap(await withdrawInvitation(coordinator, input))
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
    expect(refusalOf(await withdrawInvitation(coordinator, input))).toBe('not-found')
  })

  it('is refused for an address that has the role, for one of a doctor, and for what is no address', async () => {
    await world.entered(await world.invited(coordinator, dispatch))
    expect(await problemOf(coordinator, dispatch)).toEqual(['email has-role'])
    unwrap(await inviteMember(coordinator, { ...dispatch, role: 'payroll-reader' }))
    expect(await problemOf(coordinator, { ...dispatch, email: 'centre' })).toEqual(['email not-an-address'])
    expect(await problemOf(coordinator, { ...dispatch, email: 'A@example.test' })).toEqual([
      'email invite-doctor-first',
    ])
  })

  it('tells nothing of whether an address has an account elsewhere', async () => {
    await world.member('other', MUNICIPALITY, 'municipality-reader')
    const known = unwrap(await inviteMember(coordinator, { ...dispatch, email: 'other@example.test' }))
    const unknown = unwrap(await inviteMember(coordinator, { ...dispatch, email: 'new@example.test' }))
    expect({ ...known, path: '', mailedTo: '' }).toEqual({ ...unknown, path: '', mailedTo: '' })
  })

  it.each(['doctor', 'municipality-reader', 'municipality-decider', 'installation-administrator'] as Role[])(
    'gives nobody the role %s',
    async (role) => {
      expect(await problemOf(coordinator, { ...dispatch, role })).toEqual(['role out-of-range'])
    },
  )

  it('asks which role where none was chosen, and tells of a wrong address at the same time', async () => {
    const none = { ...dispatch, role: '' as Role, email: 'no address' }
    expect(await problemOf(coordinator, none)).toEqual(['role not-chosen', 'email not-an-address'])
  })

  it('is made by those who lead it alone, freshly, and no more than fifty times a day', async () => {
    const reader = await world.member('reader', DISTRICT, 'payroll-reader')
    const before = await counted()
    expect(refusalOf(await inviteMember(reader, dispatch))).toBe('not-allowed')
    expect(refusalOf(await inviteMember(world.nobody, dispatch))).toBe('not-signed-in')
    expect(refusalOf(await inviteMember(administrator, dispatch))).toBe('not-found')
    const elsewhere = { kind: 'district', id: 'elsewhere' } as const
    expect(refusalOf(await inviteMember(coordinator, { ...dispatch, scope: elsewhere }))).toBe('not-found')
    expect(refusalOf(await inviteMember(lately(coordinator, 10), dispatch))).toBe('confirm-again')
    expect(refusalOf(await inviteMember(weak(coordinator), dispatch))).toBe('needs-strong-sign-in')
    expect(
      refusalOf(await invitePerson(lately(coordinator, 10), { districtId: 'fjordane', personId: 'a' })),
    ).toBe('confirm-again')
    expect(await counted()).toBe(before)
    const answers: (string | undefined)[] = []
    for (let turn = 0; turn < 51; turn++)
      answers.push(refusalOf(await inviteMember(coordinator, { ...dispatch, email: `${turn}@example.test` })))
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(50)
    expect(answers.at(-1)).toBe('too-many')
  })

  it('is written down by its role, without the address', async () => {
    await world.invited(coordinator, dispatch)
    const log = await listAudit(world.db, DISTRICT.id, 0, 100)
    const made = log.filter(({ action }) => action === 'invite-member')
    expect(made).toMatchObject([{ subjectKind: 'role', subjectId: 'dispatch-centre', actor: 'kari' }])
    expect(JSON.stringify(log)).not.toContain(email)
  })
})

describe('accepting while signed in', () => {
  it('adds the role to that account, as strongly and as lately as it was signed in', async () => {
    const own = await world.member('own', null)
    const actor = { ...own.actor, authenticatedAt: own.now - 60 } as typeof own.actor
    const after = await world.entered(await world.invited(coordinator, dispatch), { ...own, actor })
    expect(after.actor).toMatchObject({
      accountId: 'own',
      strength: 'strong',
      authenticatedAt: own.now - 60,
      memberships: [{ role: 'dispatch-centre' }],
    })
    expect(await findAccountByEmail(world.db, email)).toBeUndefined()
  })

  it('makes no session last longer, however often somebody is invited', async () => {
    const own = await world.member('own', DISTRICT)
    const { memberships } = await sessionOf(own)
    const said = { accountId: 'own', authMethod: 'mailed', strength: 'single', memberships } as const
    const session = startSession({ ...said, hash: 's-own', now: own.now - 600 })
    await writeAll(world.db, sessionWrites(session))
    const after = await world.entered(await world.invited(coordinator, dispatch), own)
    const begun = await sessionOf(after)
    expect(begun.session.hash).not.toBe('s-own')
    expect([begun.session.createdAt, begun.session.expiresAt]).toEqual([own.now - 600, own.now + 120])
  })

  it('joins nobody to an account by its address', async () => {
    const own = await world.member('known', null)
    const input = { ...dispatch, email: 'known@example.test' }
    const token = await world.invited(coordinator, input)
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
    expect(refusalOf(await useSignInLink(coordinator, { token }))).toBe('link-used')
    expect(await world.rolesOf('known')).toEqual([])
    await world.entered(token, own)
    expect(await world.rolesOf('known')).toEqual(['dispatch-centre fjordane'])
  })

  it('makes a coordinator the doctor that they are as well, once', async () => {
    const path = unwrap(await invitePerson(coordinator, { districtId: 'fjordane', personId: 'a' })).path
    const after = await world.entered(tokenIn(path), coordinator)
    expect(after.actor).toMatchObject({ accountId: 'kari', personId: 'a' })
    expect(await world.rolesOf('kari')).toEqual(['coordinator fjordane', 'doctor fjordane'])
    const other = unwrap(await invitePerson(coordinator, { districtId: 'fjordane', personId: 'b' })).path
    const doctor = await world.entered(tokenIn(other), after)
    expect(doctor.actor).toMatchObject({ personId: 'b' })
    expect(await world.rolesOf('kari')).toHaveLength(2)
  })

  it('does not let in whoever has seen the link to an account that has a way in of its own', async () => {
    const a = { districtId: 'fjordane', personId: 'a' }
    const [first, second] = [
      unwrap(await invitePerson(coordinator, a)),
      unwrap(await invitePerson(coordinator, a)),
    ]
    await world.entered(tokenIn(first.path))
    expect(refusalOf(await useSignInLink(world.nobody, { token: tokenIn(second.path) }))).toBe('link-used')
  })

  it('asks no doctor to come who has a role here and can sign in', async () => {
    const a = { districtId: 'fjordane', personId: 'a' }
    await world.entered(tokenIn(unwrap(await invitePerson(coordinator, a)).path))
    const before = await counted()
    expect(refusalOf(await invitePerson(coordinator, a))).toBe('has-way-in')
    expect(await counted()).toEqual(before)
  })
})

describe('the installation’s administrator', () => {
  it('invites the first coordinator of a district, which its own log and the coordinators it had are told of', async () => {
    await writeAll(world.db, accountStatusWrites('kari', 'disabled', world.nobody.now))
    const token = await world.invited(administrator, first)
    expect(await world.mails()).toEqual([`invitation ${email}`, 'administrator-let-in kari@example.test'])
    const own = await listAudit(world.db, DISTRICT.id, 0, 100)
    const all = await listAudit(world.db, INSTALLATION_CHAIN, 0, 100)
    for (const log of [own, all])
      expect(log.filter(({ action }) => action === 'invite-member')).toMatchObject([
        { actor: 'admin', subjectId: 'coordinator', after: { by: 'installation' } },
      ])
    await world.entered(token)
    expect(refusalOf(await inviteMember(administrator, first))).toBe('led-already')
  })

  it('invites nobody where somebody who can sign in coordinates, and nobody to another role', async () => {
    const before = await counted()
    expect(refusalOf(await inviteMember(administrator, first))).toBe('led-already')
    expect(await problemOf(administrator, { ...first, role: 'payroll-reader' })).toEqual([
      'role out-of-range',
    ])
    const nowhere = { ...first, scope: { kind: 'district', id: 'nowhere' } } as const
    expect(refusalOf(await inviteMember(administrator, nowhere))).toBe('not-found')
    expect(refusalOf(await inviteMember(coordinator, first))).toBe('not-found')
    expect(await counted()).toBe(before)
  })

  it('opens nothing by an invitation that somebody else came before', async () => {
    await writeAll(world.db, accountStatusWrites('kari', 'disabled', world.nobody.now))
    const token = await world.invited(administrator, { ...first, email: '' })
    await writeAll(world.db, accountStatusWrites('kari', 'active', world.nobody.now))
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
    expect(refusalOf(await useSignInLink(administrator, { token }))).toBe('link-used')
    expect(await world.rolesOf('admin')).toEqual(['installation-administrator installation'])
  })

  it('has one such invitation open at a time', async () => {
    await writeAll(world.db, accountStatusWrites('kari', 'disabled', world.nobody.now))
    const tokens = [await world.invited(administrator, first), await world.invited(administrator, first)]
    expect(refusalOf(await useSignInLink(world.nobody, { token: tokens[0] as string }))).toBe('link-used')
    await world.entered(tokens[1] as string)
  })

  it('invites the first who decides in a municipality, who then invites readers', async () => {
    const input = { scope: MUNICIPALITY, role: 'municipality-decider', email } as const
    const token = await world.invited(administrator, { ...input, isByInstallation: true })
    const decider = await world.entered(token)
    const strong = { ...decider, actor: { ...decider.actor, strength: 'strong' } } as Context
    unwrap(
      await inviteMember(strong, { ...input, role: 'municipality-reader', email: 'reader@example.test' }),
    )
    expect(refusalOf(await inviteMember(administrator, { ...input, isByInstallation: true }))).toBe(
      'led-already',
    )
    expect(refusalOf(await inviteMember(strong, dispatch))).toBe('not-found')
  })

  it('goes by the register’s name of a municipality, whatever the district that had it first called it', async () => {
    await world.db.d1.prepare("update municipality set name = 'Fjaler' where number = '4645'").run()
    const { municipalities } = unwrap(await showInstallation(administrator, {}))
    expect(municipalities.find(({ id }) => id === '4645')?.name).toBe('Askvoll')
    const input = { scope: MUNICIPALITY, role: 'municipality-decider', email } as const
    await world.invited(administrator, { ...input, isByInstallation: true })
    const [sent] = await listLatestMessages(world.db)
    expect(sent?.payload).toMatchObject({ scope: 'Askvoll' })
  })

  it('takes back an offer to somebody who was to lead, in both logs, and nothing that others offered', async () => {
    const input = { scope: MUNICIPALITY, role: 'municipality-decider', email } as const
    const token = await world.invited(administrator, { ...input, isByInstallation: true })
    await world.invited(coordinator, dispatch)
    const { invitations } = unwrap(await showInstallation(administrator, {}))
    expect(invitations).toMatchObject([{ kind: 'municipality', scopeId: MUNICIPALITY.number, email }])
    const [{ id } = { id: '' }] = invitations
    for (const nobody of [coordinator, world.nobody])
      expect(['not-found', 'not-signed-in']).toContain(
        refusalOf(await withdrawLeaderInvitation(nobody, { invitationId: id })),
      )
    unwrap(await withdrawLeaderInvitation(administrator, { invitationId: id }))
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBe('link-used')
    expect(unwrap(await showInstallation(administrator, {})).invitations).toEqual([])
    expect(refusalOf(await withdrawLeaderInvitation(administrator, { invitationId: id }))).toBe('not-found')
    for (const chain of [`municipality:${MUNICIPALITY.number}`, INSTALLATION_CHAIN])
      expect((await listAudit(world.db, chain, 0, 100)).map(({ action }) => action)).toContain(
        'withdraw-invitation',
      )
    const open = unwrap(await showMembers(coordinator, { scope: DISTRICT })).invitations
    expect(open.map(({ role }) => role)).toEqual(['dispatch-centre'])
  })

  it('says on its link to what it invites, and where', async () => {
    const token = await world.invited(coordinator, dispatch)
    const shown = unwrap(await showLink(world.nobody, { token, purposes: ['mailed', 'printed'] }))
    expect(shown).toMatchObject({ kind: 'here', invitation: { role: 'dispatch-centre' } })
    expect(shown.kind === 'here' ? shown.invitation?.scopeName : '').toMatch(/Fjordane/i)
  })

  it('invites administrators', async () => {
    const input = { scope: INSTALLATION, role: 'installation-administrator', email } as const
    const { actor } = await world.entered(await world.invited(administrator, input))
    expect(actor).toMatchObject({ memberships: [{ role: 'installation-administrator' }] })
    expect(refusalOf(await inviteMember(coordinator, input))).toBe('not-found')
  })
})

function lately(ctx: Context, minutes: number): Context {
  return { ...ctx, actor: { ...ctx.actor, authenticatedAt: ctx.now - minutes } } as Context
}

function weak(ctx: Context): Context {
  return { ...ctx, actor: { ...ctx.actor, strength: 'single' } } as Context
}
