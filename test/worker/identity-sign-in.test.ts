import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { accountStatusWrites, accountWrites, findAccountOfPerson } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { type KeptMessage, listLatestMessages } from '../../src/data/outbox-store.ts'
import { listSessions } from '../../src/data/session-store.ts'
import type { Actor } from '../../src/identity/policy.ts'
import { findActor } from '../../src/identity/session.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channel, deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { invitePerson } from '../../src/usecases/invite-person.ts'
import { requestSignIn } from '../../src/usecases/request-sign-in.ts'
import { EXAMPLE_EMAILS, setUpExamples } from '../../src/usecases/set-up-examples.ts'
import { signOut } from '../../src/usecases/sign-out.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import {
  contextOf,
  countRows,
  logOf,
  makeActor,
  makeWorld,
  NOW,
  refusalOf,
  unwrap,
} from '../support/use-case-world.ts'

const db = openDatabase(env.DB)
const NOBODY: Actor = { kind: 'nobody' }
/** Of the browser that asks for every link here, and opens it. */
const browserSecret = 'b'.repeat(43)

/** An account with an address, nobody signed in, at a minute after `NOW`. */
async function accountWithEmail(): Promise<{ readonly id: string; readonly email: string }> {
  const id = crypto.randomUUID()
  const email = `${id}@example.test`
  expect(await writeAll(db, accountWrites(accountOf(id, null, email, NOW)))).toEqual({ kind: 'written' })
  return { id, email }
}

const at = (minutes: number) => contextOf(NOBODY, { now: NOW + minutes })

/** The token that was mailed to an account last. */
async function mailedToken(accountId: string): Promise<string> {
  const messages = await listLatestMessages(db)
  const message = messages.find((candidate) => candidate.accountId === accountId)
  const { url } = (message as KeptMessage).payload as { url: string }
  expect(url).toMatch(/^http:\/\/localhost:8787\/sign-in\/[\w-]{43}$/)
  return url.split('/').at(-1) as string
}

async function actorOf(secret: string, ctx: Context): Promise<Actor> {
  return findActor(db, await ctx.hash(secret), ctx.now)
}

describe('a mailed link', () => {
  it('opens one session, once, and only its hash is stored', async () => {
    const { id, email } = await accountWithEmail()
    unwrap(await requestSignIn(await at(0), { email: ` ${email.toUpperCase()} `, browserSecret }))
    const token = await mailedToken(id)
    const ctx = await at(1)
    const session = unwrap(await useSignInLink(ctx, { token, browserSecret }))
    expect(await actorOf(session.secret, ctx)).toMatchObject({ kind: 'account', accountId: id })
    expect(refusalOf(await useSignInLink(ctx, { token, browserSecret }))).toBe('link-used')
    const stored = await env.DB.prepare('SELECT json_group_array(hash) AS hashes FROM login_link').first(
      'hashes',
    )
    expect(stored).toContain(await ctx.hash(token))
    expect(stored).not.toContain(token)
  })

  it('used twenty times at once opens one session', async () => {
    const { id, email } = await accountWithEmail()
    unwrap(await requestSignIn(await at(0), { email, browserSecret }))
    const token = await mailedToken(id)
    const ctx = await at(1)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => useSignInLink(ctx, { token, browserSecret })),
    )
    expect(answers.filter((answer) => answer.kind === 'done')).toHaveLength(1)
    expect(await listSessions(db, id, ctx.now)).toHaveLength(1)
  })

  it('goes out as mail once', async () => {
    const { email } = await accountWithEmail()
    unwrap(await requestSignIn(await at(0), { email, browserSecret }))
    const job = await contextOf({ kind: 'job', name: 'outbox' }, { now: NOW + 1 })
    const sent: string[] = []
    const mail: Channel = async ({ to, body }) => {
      sent.push(`${to} ${body}`)
      return { kind: 'accepted' }
    }
    while (unwrap(await deliverMessages(job, { channels: { mail } })).claimed > 0);
    expect(sent.filter((mail) => mail.startsWith(email))).toHaveLength(1)
  })

  it('is tried again after a minute and after five when it could not be sent, and not when it has run out', async () => {
    const { email } = await accountWithEmail()
    unwrap(await requestSignIn(await at(0), { email, browserSecret }))
    const tries: number[] = []
    for (let minute = 0; minute < 60; minute++) {
      const mail: Channel = async ({ to }) => {
        if (to === email) tries.push(minute)
        return to === email ? { kind: 'later', why: 'the mail house is shut' } : { kind: 'accepted' }
      }
      const job = await contextOf({ kind: 'job', name: 'outbox' }, { now: NOW + minute })
      while (unwrap(await deliverMessages(job, { channels: { mail } })).claimed > 0);
    }
    expect(tries).toEqual([0, 1, 6])
  })
})

describe('a session', () => {
  it('of a coordinator ends after half an hour unused, and after twelve hours however it is used', async () => {
    const secret = await sessionOf('coordinator')
    expect((await actorOf(secret, await at(29))).kind).toBe('account')
    expect((await actorOf(secret, await at(29 + 29))).kind).toBe('account')
    expect((await actorOf(secret, await at(29 + 29 + 31))).kind).toBe('nobody')
    const busy = await sessionOf('coordinator')
    for (let minutes = 20; minutes < 12 * 60; minutes += 20)
      expect((await actorOf(busy, await at(minutes))).kind).toBe('account')
    expect((await actorOf(busy, await at(12 * 60))).kind).toBe('nobody')
  })

  it('of a doctor lasts for fourteen days unused', async () => {
    const secret = await sessionOf('doctor')
    expect((await actorOf(secret, await at(13 * MINUTES_PER_DAY))).kind).toBe('account')
    const other = await sessionOf('doctor')
    expect((await actorOf(other, await at(14 * MINUTES_PER_DAY))).kind).toBe('nobody')
  })

  it('ends for good when one signs out, and at once when the account is disabled', async () => {
    const { id, email } = await accountWithEmail()
    const secrets = await Promise.all([secretFor(id, email), secretFor(id, email)])
    const [first, second] = secrets as [string, string]
    const ctx = await at(2)
    unwrap(await signOut({ ...ctx, actor: await actorOf(first, ctx) }, {}))
    expect((await actorOf(first, ctx)).kind).toBe('nobody')
    expect((await actorOf(second, ctx)).kind).toBe('account')
    await writeAll(db, accountStatusWrites(id, 'disabled', NOW))
    expect((await actorOf(second, ctx)).kind).toBe('nobody')
  })
})

describe('an invitation', () => {
  it('gives a doctor an account and a place in the district, once', async () => {
    const { district, coordinator, people } = await makeWorld()
    const personId = people[2] as string
    const { path, expiresAt } = unwrap(await invitePerson(coordinator, { districtId: district.id, personId }))
    expect(expiresAt).toBe(NOW + 7 * MINUTES_PER_DAY)
    const token = path.split('/').at(-1) as string
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => useSignInLink(await at(5), { token, browserSecret })),
    )
    const opened = answers.filter((answer) => answer.kind === 'done')
    expect(opened).toHaveLength(1)
    const [answer] = opened
    const actor = await actorOf(answer ? unwrap(answer).secret : '', await at(6))
    expect(actor).toMatchObject({
      personId,
      memberships: [{ scopeKind: 'district', scopeId: district.id, role: 'doctor' }],
    })
    expect(await logOf(district.id)).toEqual(['create-district', 'invite-person', 'sign-in'])
  })

  it('runs out after seven days', async () => {
    const { district, coordinator, people } = await makeWorld()
    const personId = people[2] as string
    const { path } = unwrap(await invitePerson(coordinator, { districtId: district.id, personId }))
    const token = path.split('/').at(-1) as string
    expect(refusalOf(await useSignInLink(await at(7 * MINUTES_PER_DAY), { token, browserSecret }))).toBe(
      'link-used',
    )
    expect(await findAccountOfPerson(db, personId)).toBeUndefined()
  })

  it('opens no account that holds more than it gives, but for whoever is signed in to it', async () => {
    const { district, other, coordinator, people } = await makeWorld()
    const personId = people[3] as string
    const member = await makeActor([{ scopeKind: 'district', scopeId: other.id, role: 'doctor' }], personId)
    const { path } = unwrap(await invitePerson(coordinator, { districtId: district.id, personId }))
    const token = path.split('/').at(-1) as string
    expect(refusalOf(await useSignInLink(coordinator, { token, browserSecret }))).toBe('link-used')
    expect(refusalOf(await useSignInLink(await at(1), { token, browserSecret }))).toBe('link-used')
    const { secret } = unwrap(await useSignInLink(await contextOf(member), { token, browserSecret }))
    const actor = await actorOf(secret, await at(1))
    const scopes = actor.kind === 'account' ? actor.memberships.map(({ scopeId }) => scopeId) : []
    expect(scopes.sort()).toEqual([district.id, other.id].sort())
  })

  it('is for doctors of the district', async () => {
    const { district, other, coordinator } = await makeWorld()
    const stranger = other.persons[0]?.id as string
    const before = await countRows('invitation', 'audit')
    for (const personId of [stranger, 'nobody'])
      expect(refusalOf(await invitePerson(coordinator, { districtId: district.id, personId }))).toBe(
        'not-found',
      )
    expect(await countRows('invitation', 'audit')).toEqual(before)
  })
})

describe('the examples', () => {
  it('are set up in development only', async () => {
    const before = await countRows('account', 'login_link', 'audit')
    const production = await contextOf(NOBODY, { mode: 'production' })
    expect(refusalOf(await setUpExamples(production, { districts: [] }))).toBe('not-found')
    expect(await countRows('account', 'login_link', 'audit')).toEqual(before)
  })

  it('give a fresh link to the coordinator’s account each time', async () => {
    const ctx = await at(0)
    const paths = [
      unwrap(await setUpExamples(ctx, { districts: [] })).signInPath,
      unwrap(await setUpExamples(ctx, { districts: [{ broken: true }] })).signInPath,
    ]
    expect(new Set(paths).size).toBe(2)
    const actors = await Promise.all(
      paths.map(async (path) => {
        const { secret } = unwrap(
          await useSignInLink(ctx, { token: path.split('/').at(-1) as string, browserSecret }),
        )
        return actorOf(secret, ctx)
      }),
    )
    expect(new Set(actors.map((actor) => (actor.kind === 'account' ? actor.accountId : ''))).size).toBe(1)
    const email = await env.DB.prepare('SELECT email FROM account WHERE email = ?')
      .bind(EXAMPLE_EMAILS.coordinator)
      .first('email')
    expect(email).toBe(EXAMPLE_EMAILS.coordinator)
  })
})

async function secretFor(accountId: string, email: string): Promise<string> {
  unwrap(await requestSignIn(await at(0), { email, browserSecret }))
  const token = await mailedToken(accountId)
  return unwrap(await useSignInLink(await at(1), { token, browserSecret })).secret
}

async function sessionOf(role: 'coordinator' | 'doctor'): Promise<string> {
  const { district } = await makeWorld()
  const actor = await makeActor([{ scopeKind: 'district', scopeId: district.id, role }])
  const ctx = await at(0)
  const email = `${actor.accountId}@example.test`
  await env.DB.prepare('UPDATE account SET email = ? WHERE id = ?').bind(email, actor.accountId).run()
  unwrap(await requestSignIn(ctx, { email, browserSecret }))
  const token = await mailedToken(actor.accountId)
  return unwrap(await useSignInLink(ctx, { token, browserSecret })).secret
}
