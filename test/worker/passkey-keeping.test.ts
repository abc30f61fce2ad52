import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { membershipWrites } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { listPasskeys } from '../../src/data/passkey-store.ts'
import { listSessions } from '../../src/data/session-store.ts'
import type { CreationOptions } from '../../src/identity/passkey.ts'
import type { Actor } from '../../src/identity/policy.ts'
import { findActor } from '../../src/identity/session.ts'
import { addPasskey, MOST_PASSKEYS } from '../../src/usecases/add-passkey.ts'
import { askPasskey } from '../../src/usecases/ask-passkey.ts'
import type { Context } from '../../src/usecases/context.ts'
import { deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { removePasskey } from '../../src/usecases/remove-passkey.ts'
import { renamePasskey } from '../../src/usecases/rename-passkey.ts'
import { showPasskeys } from '../../src/usecases/show-passkeys.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { softwarePasskey } from '../support/software-passkey.ts'
import { contextOf, countRows, makeActor, NOW, refusalOf, unwrap } from '../support/use-case-world.ts'

const db = openDatabase(env.DB)
const BROWSER = 'the secret of one browser'
const ADMINISTRATOR = {
  scopeKind: 'installation',
  scopeId: 'installation',
  role: 'installation-administrator',
} as const

type Person = Actor & { readonly kind: 'account' }

/** Somebody with an address; by default of a role that asks for two factors, who has come by a mailed link just now. */
async function newcomer(said: Partial<Person> = {}): Promise<Person> {
  const actor = await makeActor(said.memberships ?? [ADMINISTRATOR])
  await env.DB.prepare('UPDATE account SET email = ? WHERE id = ?')
    .bind(emailOf(actor), actor.accountId)
    .run()
  return { ...actor, strength: 'single', authenticatedAt: NOW, ...said }
}

const emailOf = ({ accountId }: Person) => `${accountId}@example.test`

async function makeIn(ctx: Context, browserSecret = BROWSER): Promise<string> {
  const options = unwrap(await askPasskey(ctx, { purpose: 'register', browserSecret })) as CreationOptions
  return (await softwarePasskey()).make(options)
}

async function add(ctx: Context, label = 'Telefon') {
  return addPasskey(ctx, { response: await makeIn(ctx), label, browserSecret: BROWSER })
}

/** Somebody strong with as many passkeys. */
async function owner(amount: number, said: Partial<Person> = {}): Promise<Context> {
  const ctx = await contextOf({ ...(await newcomer(said)), strength: 'strong' })
  for (let made = 0; made < amount; made++) unwrap(await add(ctx, `Nummer ${made}`))
  return ctx
}

async function idsOf(ctx: Context): Promise<string[]> {
  return unwrap(await showPasskeys(ctx)).passkeys.map(({ credentialId }) => credentialId)
}

const mailsTo = async (actor: Actor) =>
  (await listLatestMessages(db)).filter(
    ({ accountId, kind }) =>
      actor.kind === 'account' && accountId === actor.accountId && kind === 'way-in-changed',
  )

describe('adding a passkey', () => {
  it('as the first after a mailed link begins a session of two factors in place of the weak one', async () => {
    const ctx = await contextOf(await newcomer())
    const { started } = unwrap(await add(ctx))
    const hash = await ctx.hash(started?.secret ?? '')
    expect(await findActor(db, hash, NOW)).toMatchObject({ strength: 'strong' })
    const sessions = await listSessions(db, (ctx.actor as Person).accountId, NOW)
    expect(sessions.map((session) => session.hash)).toEqual([hash])
  })

  it('by whoever is signed in with two factors keeps the session', async () => {
    const ctx = await owner(1)
    expect(unwrap(await add(ctx)).started).toBeNull()
  })

  it('asks who they are once that was shown ten minutes ago, before and after the device was asked', async () => {
    const actor = await newcomer()
    const [soon, late] = await Promise.all([
      contextOf(actor, { now: NOW + 9 }),
      contextOf(actor, { now: NOW + 10 }),
    ])
    const response = await makeIn(soon)
    expect(refusalOf(await askPasskey(late, { purpose: 'register', browserSecret: BROWSER }))).toBe(
      'confirm-again',
    )
    expect(refusalOf(await addPasskey(late, { response, label: 'Telefon', browserSecret: BROWSER }))).toBe(
      'confirm-again',
    )
    expect(unwrap(await showPasskeys(late)).refusal).toEqual({ kind: 'confirm-again' })
  })

  it('asks for two factors of an account that can show them, so that its mail alone adds nothing', async () => {
    const strong = await owner(1)
    const weak = await contextOf({ ...(strong.actor as Person), strength: 'single' })
    expect(refusalOf(await askPasskey(weak, { purpose: 'register', browserSecret: BROWSER }))).toBe(
      'needs-strong-sign-in',
    )
    const response = await makeIn(strong)
    expect(refusalOf(await addPasskey(weak, { response, label: 'Telefon', browserSecret: BROWSER }))).toBe(
      'needs-strong-sign-in',
    )
  })

  it('in two browsers at once by mailed links makes one first passkey', async () => {
    const ctx = await contextOf(await newcomer())
    const responses = await Promise.all([makeIn(ctx), makeIn(ctx)])
    const answers = await Promise.all(
      responses.map((response) => addPasskey(ctx, { response, label: 'Telefon', browserSecret: BROWSER })),
    )
    expect(answers.map(refusalOf).sort()).toEqual(['needs-strong-sign-in', undefined])
    expect(await idsOf(ctx)).toHaveLength(1)
  })

  it('stops at twenty', async () => {
    const ctx = await owner(MOST_PASSKEYS)
    expect(unwrap(await showPasskeys(ctx)).hasRoom).toBe(false)
    expect(refusalOf(await add(ctx))).toBe('too-many-passkeys')
    expect(await idsOf(ctx)).toHaveLength(MOST_PASSKEYS)
  })

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['a'.repeat(61), 'too-long'],
    ['Tele\u202efon', 'hidden-character'],
    ['Tele\nfon', 'hidden-character'],
  ])('refuses the name %j in words, and takes the same answer with another', async (label, code) => {
    const ctx = await owner(0)
    const response = await makeIn(ctx)
    const refused = await addPasskey(ctx, { response, label, browserSecret: BROWSER })
    expect(refused).toMatchObject({ refusal: { kind: 'invalid', problems: [{ field: 'label', code }] } })
    unwrap(await addPasskey(ctx, { response, label: ' PC-en på jobb ', browserSecret: BROWSER }))
    expect((await listPasskeys(db, (ctx.actor as Person).accountId)).map(({ label: name }) => name)).toEqual([
      'PC-en på jobb',
    ])
  })

  it('is for whoever is signed in', async () => {
    const nobody = await contextOf({ kind: 'nobody' })
    for (const purpose of ['register', 'confirm'] as const)
      expect(refusalOf(await askPasskey(nobody, { purpose, browserSecret: BROWSER }))).toBe('not-signed-in')
    expect(refusalOf(await addPasskey(nobody, { response: '{}', label: 'A', browserSecret: BROWSER }))).toBe(
      'not-signed-in',
    )
  })
})

describe('a passkey of one’s own', () => {
  it('is renamed, and nobody else’s', async () => {
    const [mine, theirs] = await Promise.all([owner(1), owner(1)])
    const [own = ''] = await idsOf(mine)
    const [other = ''] = await idsOf(theirs)
    unwrap(await renamePasskey(mine, { credentialId: own, label: 'Ny' }))
    expect(unwrap(await showPasskeys(mine)).passkeys[0]?.label).toBe('Ny')
    for (const credentialId of [other, 'unknown']) {
      expect(refusalOf(await renamePasskey(mine, { credentialId, label: 'Min nå' }))).toBe('not-found')
      expect(refusalOf(await removePasskey(mine, { credentialId }))).toBe('not-found')
    }
    expect(unwrap(await showPasskeys(theirs)).passkeys[0]?.label).toBe('Nummer 0')
  })

  it('is removed only by whoever has shown just now who they are', async () => {
    const ctx = await owner(2)
    const [credentialId = ''] = await idsOf(ctx)
    const late = await contextOf({ ...(ctx.actor as Person), authenticatedAt: NOW - 10 })
    expect(refusalOf(await removePasskey(late, { credentialId }))).toBe('confirm-again')
    unwrap(await removePasskey(ctx, { credentialId }))
    expect(await idsOf(ctx)).not.toContain(credentialId)
  })

  it('is not removed by whoever has shown no more than that they read the mail, whatever their roles', async () => {
    const ctx = await owner(2, { memberships: [] })
    const [credentialId = ''] = await idsOf(ctx)
    const byMail = await contextOf({ ...(ctx.actor as Person), strength: 'single' })
    expect(refusalOf(await removePasskey(byMail, { credentialId }))).toBe('needs-strong-sign-in')
    expect(await idsOf(ctx)).toContain(credentialId)
  })

  it('stays where it is the last that a role of two factors can be reached by', async () => {
    const ctx = await owner(1)
    const [credentialId = ''] = await idsOf(ctx)
    const before = await countRows('passkey', 'audit', 'outbox')
    expect(refusalOf(await removePasskey(ctx, { credentialId }))).toBe('last-way-in')
    expect(await countRows('passkey', 'audit', 'outbox')).toEqual(before)
  })

  it('stays as the last also when both are removed at once', async () => {
    const ctx = await owner(2)
    const ids = await idsOf(ctx)
    const answers = await Promise.all(ids.map((credentialId) => removePasskey(ctx, { credentialId })))
    expect(answers.map(refusalOf).sort()).toEqual(['last-way-in', undefined])
    expect(await idsOf(ctx)).toHaveLength(1)
  })

  it('stays as the last also when the role was given since the session began', async () => {
    const ctx = await owner(1, { memberships: [] })
    const [credentialId = ''] = await idsOf(ctx)
    const { accountId } = ctx.actor as Person
    await writeAll(db, membershipWrites(accountId, ADMINISTRATOR, 'test', NOW))
    expect(refusalOf(await removePasskey(ctx, { credentialId }))).toBe('last-way-in')
  })

  it('may be removed as the last of somebody whose affairs are their own', async () => {
    const ctx = await owner(1, { memberships: [] })
    const [credentialId = ''] = await idsOf(ctx)
    unwrap(await removePasskey(ctx, { credentialId }))
  })

  it('may be removed as the last where a provider lets in with two factors, and not where it is shut or weak', async () => {
    const ctx = await owner(1)
    const [credentialId = ''] = await idsOf(ctx)
    const { accountId } = ctx.actor as Person
    const url = `https://${accountId}.example.test`
    await env.DB.prepare(
      `INSERT INTO issuer (id, name, kind, url, client_id, scope, strong_acr, is_open, ordinal)
        VALUES (?1, 'Eksempel', 'other', ?2, 'c', 'openid', '[]', 1, 1)`,
    )
      .bind(accountId, url)
      .run()
    await env.DB.prepare('INSERT INTO identity (issuer, subject, account_id, linked_at) VALUES (?, ?, ?, ?)')
      .bind(url, 's', accountId, '2026-12-01T12:00Z')
      .run()
    const set = (strong: string, isOpen: number) =>
      env.DB.prepare('UPDATE issuer SET strong_acr = ?, is_open = ? WHERE url = ?')
        .bind(strong, isOpen, url)
        .run()
    expect(refusalOf(await removePasskey(ctx, { credentialId }))).toBe('last-way-in')
    await set('["high"]', 0)
    expect(refusalOf(await removePasskey(ctx, { credentialId }))).toBe('last-way-in')
    await set('["high"]', 1)
    unwrap(await removePasskey(ctx, { credentialId }))
  })
})

describe('a change of the ways in', () => {
  it('is told the account’s address in its language, for each that is added and removed', async () => {
    const ctx = await owner(2)
    const actor = ctx.actor as Person
    await env.DB.prepare("UPDATE account SET language = 'nn' WHERE id = ?").bind(actor.accountId).run()
    const [credentialId = ''] = await idsOf(ctx)
    unwrap(await removePasskey(ctx, { credentialId }))
    unwrap(await renamePasskey(ctx, { credentialId: (await idsOf(ctx))[0] ?? '', label: 'Ny' }))
    expect(await mailsTo(actor)).toHaveLength(3)
    const job = await contextOf({ kind: 'job', name: 'outbox' }, { now: NOW + 1 })
    const sent: string[] = []
    const mail = async ({ to, subject, body }: { to: string; subject: string; body: string }) => {
      if (to === emailOf(actor)) sent.push(`${subject}\n${body}`)
      return { kind: 'accepted' } as const
    }
    while (unwrap(await deliverMessages(job, { channels: { mail } })).claimed > 0);
    expect(sent).toHaveLength(3)
    expect(sent.filter((text) => text.startsWith('Ein ny passnøkkel er lagd til'))).toHaveLength(2)
    expect(sent.filter((text) => text.startsWith('Ein passnøkkel er fjerna'))).toHaveLength(1)
    for (const text of sent) expect(text).toContain('http://localhost:8787/me/access')
  })

  it('stands in the log by ids alone', async () => {
    const ctx = await owner(1)
    const { accountId } = ctx.actor as Person
    const rows = await env.DB.prepare("SELECT * FROM audit WHERE subject_id = ? AND action = 'add-passkey'")
      .bind(accountId)
      .all()
    expect(rows.results).toHaveLength(1)
    expect(JSON.stringify(rows.results)).not.toMatch(/Nummer|example\.test/)
  })
})

describe('what passkeys are asked to sign', () => {
  it('is asked for three hundred times an hour by one network, and forgotten the night after', async () => {
    const ctx = await contextOf({ kind: 'nobody' }, { from: '192.0.2.7' })
    const asked = await Promise.all(
      Array.from({ length: 301 }, () => askPasskey(ctx, { purpose: 'sign-in', browserSecret: BROWSER })),
    )
    expect(asked.map(refusalOf).filter((kind) => kind === 'too-many')).toHaveLength(1)
    unwrap(await sweep(await contextOf({ kind: 'job', name: 'night' }, { now: NOW + 14 }), {}))
    expect(await countRows('challenge')).toEqual([0])
  })
})
