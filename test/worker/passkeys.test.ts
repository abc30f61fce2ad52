import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { accountStatusWrites } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { listPasskeys } from '../../src/data/passkey-store.ts'
import { listSessions } from '../../src/data/session-store.ts'
import type { CreationOptions, RequestOptions } from '../../src/identity/passkey.ts'
import type { Actor } from '../../src/identity/policy.ts'
import { findActor } from '../../src/identity/session.ts'
import { addPasskey } from '../../src/usecases/add-passkey.ts'
import { askPasskey } from '../../src/usecases/ask-passkey.ts'
import type { Context } from '../../src/usecases/context.ts'
import { usePasskey } from '../../src/usecases/use-passkey.ts'
import { type Lie, type SoftwarePasskey, softwarePasskey } from '../support/software-passkey.ts'
import { contextOf, countRows, makeActor, NOW, refusalOf, unwrap } from '../support/use-case-world.ts'

const db = openDatabase(env.DB)
const NOBODY: Actor = { kind: 'nobody' }
const REFUSED = { kind: 'refused', refusal: { kind: 'passkey-refused' } }
const BROWSER = 'the secret of one browser'

type Person = Actor & { readonly kind: 'account' }

/** Somebody whose account has one passkey, as a device holds it. */
async function holder(lie: Lie = {}): Promise<{ readonly actor: Person; readonly device: SoftwarePasskey }> {
  const actor = await makeActor([
    { scopeKind: 'installation', scopeId: 'installation', role: 'installation-administrator' },
  ])
  const device = await softwarePasskey()
  const ctx = await contextOf(actor)
  expect(refusalOf(await add(ctx, device, lie))).toBeUndefined()
  return { actor, device }
}

async function add(ctx: Context, device: SoftwarePasskey, lie: Lie = {}, label = 'Telefon') {
  const options = await ask(ctx, 'register')
  const response = await device.make(options as CreationOptions, lie)
  return addPasskey(ctx, { response, label, browserSecret: BROWSER })
}

async function ask(ctx: Context, purpose: 'register' | 'sign-in' | 'confirm', browserSecret = BROWSER) {
  return unwrap(await askPasskey(ctx, { purpose, browserSecret })) as CreationOptions & RequestOptions
}

const at = (minutes: number, actor: Actor = NOBODY) => contextOf(actor, { now: NOW + minutes })

/** A sign-in in which the device or the browser lies. */
async function signIn(device: SoftwarePasskey, lie: Lie = {}, ctx?: Context) {
  const here = ctx ?? (await at(1))
  const response = await device.sign(await ask(here, 'sign-in'), lie)
  return usePasskey(here, { purpose: 'sign-in', response, browserSecret: BROWSER })
}

// What is refused leaves its line in the log, and nothing else.
const STORED = ['session', 'passkey', 'outbox'] as const

describe('a passkey', () => {
  it('signs in without a name, to a session of two factors', async () => {
    const { actor, device } = await holder()
    const ctx = await at(1)
    const { started, memberships } = unwrap(await signIn(device, {}, ctx))
    const found = await findActor(db, await ctx.hash(started.secret), ctx.now)
    expect(found).toMatchObject({ accountId: actor.accountId, strength: 'strong', authenticatedAt: NOW + 1 })
    expect(memberships).toEqual(actor.memberships)
    const [passkey] = await listPasskeys(db, actor.accountId)
    expect(passkey).toMatchObject({ lastUsedAt: NOW + 1, label: 'Telefon' })
  })

  it('shows anew who somebody is: the session they had is ended for a fresh one', async () => {
    const { actor, device } = await holder()
    const begun = await at(1)
    const { started } = unwrap(await signIn(device, {}, begun))
    const old = await findActor(db, await begun.hash(started.secret), begun.now)
    const later = await at(20, old)
    const response = await device.sign(await ask(later, 'confirm'))
    const again = unwrap(await usePasskey(later, { purpose: 'confirm', response, browserSecret: BROWSER }))
    const hash = await later.hash(again.started.secret)
    expect(await findActor(db, hash, later.now)).toMatchObject({ authenticatedAt: NOW + 20 })
    expect((await listSessions(db, actor.accountId, later.now)).map((session) => session.hash)).toEqual([
      hash,
    ])
  })

  it('is asked for with what it must have: kept on the device, unlocked by its holder, for this host', async () => {
    const { actor, device } = await holder()
    const options = await ask(await contextOf(actor), 'register')
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [{ id: device.credentialId, transports: ['hybrid', 'internal'] }],
      timeout: 300_000,
    })
    expect(options.challenge).toMatch(/^[\w-]{43}$/)
    const asked = await ask(await at(0), 'sign-in')
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
    const confirmed = await ask(await contextOf(actor), 'confirm')
    expect(confirmed.allowCredentials?.map(({ id }) => id)).toEqual([device.credentialId])
  })

  it('leaves only the hash of what it was asked to sign', async () => {
    const ctx = await at(0)
    const { challenge } = await ask(ctx, 'sign-in')
    const stored = await env.DB.prepare(
      'SELECT json_group_array(json_array(hash, browser_hash)) AS all_of FROM challenge',
    ).first('all_of')
    expect(stored).toContain(await ctx.hash(challenge))
    expect(stored).not.toContain(challenge)
    expect(stored).not.toContain(BROWSER)
  })

  it('that counts is let in as long as its count grows', async () => {
    const { device } = await holder({ signCount: 5 })
    expect(refusalOf(await signIn(device, { signCount: 6 }))).toBeUndefined()
    expect(await signIn(device, { signCount: 6 })).toEqual(REFUSED)
    expect(await signIn(device, { signCount: 3 })).toEqual(REFUSED)
    expect(await signIn(device, { signCount: 0 })).toEqual(REFUSED)
    expect(refusalOf(await signIn(device, { signCount: 7 }))).toBeUndefined()
  })

  it('that counts and was copied opens one session when both sign at once', async () => {
    const { actor, device } = await holder({ signCount: 5 })
    const ctx = await at(1)
    const asked = await Promise.all([ask(ctx, 'sign-in'), ask(ctx, 'sign-in')])
    const responses = await Promise.all(asked.map((options) => device.sign(options, { signCount: 6 })))
    const answers = await Promise.all(
      responses.map((response) => usePasskey(ctx, { purpose: 'sign-in', response, browserSecret: BROWSER })),
    )
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(await listSessions(db, actor.accountId, ctx.now)).toHaveLength(1)
  })

  it('used twenty times at once with one answer opens one session', async () => {
    const { actor, device } = await holder()
    const ctx = await at(1)
    const response = await device.sign(await ask(ctx, 'sign-in'))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        usePasskey(ctx, { purpose: 'sign-in', response, browserSecret: BROWSER }),
      ),
    )
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(await listSessions(db, actor.accountId, ctx.now)).toHaveLength(1)
    expect(answers.filter(({ kind }) => kind === 'refused')).toEqual(
      Array.from({ length: 19 }, () => REFUSED),
    )
  })
})

describe('an answer that is not as it was asked for', () => {
  const LIES: readonly (readonly [why: string, lie: Lie])[] = [
    ['of another challenge', { challenge: 'A'.repeat(43) }],
    ['of another site', { origin: 'https://legevaktplan.example' }],
    ['of the same host at another port', { origin: 'http://localhost:9999' }],
    ['of a page inside another site', { crossOrigin: true }],
    ['for another host', { rpId: 'example.org' }],
    ['of nobody present', { isPresent: false }],
    ['of a device that was not unlocked', { isVerified: false }],
    ['with a forged signature', { isForged: true }],
    ['of another kind of ceremony', { type: 'webauthn.create' }],
    [
      'whose kind was changed afterwards',
      { type: 'webauthn.create', afterwards: (data) => ({ ...data, type: 'webauthn.get' }) },
    ],
    ['of an unknown passkey', { credentialId: 'A'.repeat(43) }],
    ['that names another account', { userHandle: 'YW5vdGhlcg' }],
    ['that names no account', { userHandle: undefined }],
  ]

  it.each(LIES)('is refused, and nothing stored: %s', async (_, lie) => {
    const { device } = await holder()
    const before = await countRows(...STORED)
    expect(await signIn(device, lie)).toEqual(REFUSED)
    expect(await countRows(...STORED)).toEqual(before)
    expect(refusalOf(await signIn(device))).toBeUndefined()
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['no client data', JSON.stringify({ id: 'AAAA', rawId: 'AAAA', response: {} })],
    ['a prototype', '{"__proto__":{"id":"AAAA"},"response":{"__proto__":{"clientDataJSON":"e30"}}}'],
    ['more than any browser sends', `"${'x'.repeat(30_000)}"`],
  ])('is refused when it is %s', async (_, response) => {
    const ctx = await at(1)
    const before = await countRows(...STORED)
    expect(await usePasskey(ctx, { purpose: 'sign-in', response, browserSecret: BROWSER })).toEqual(REFUSED)
    const { actor } = await holder()
    const own = await contextOf(actor)
    const held = await countRows(...STORED)
    expect(await addPasskey(own, { response, label: 'Telefon', browserSecret: BROWSER })).toEqual(REFUSED)
    expect(await countRows(...STORED)).toEqual(held)
    expect(before).toHaveLength(STORED.length)
  })

  it('is refused when it is far longer than any browser sends, though all else is right', async () => {
    const { device } = await holder()
    const ctx = await at(1)
    const answer = JSON.parse(await device.sign(await ask(ctx, 'sign-in')))
    const use = (response: string) =>
      usePasskey(ctx, { purpose: 'sign-in', response, browserSecret: BROWSER })
    expect(await use(JSON.stringify({ ...answer, more: 'x'.repeat(20_000) }))).toEqual(REFUSED)
    expect(refusalOf(await use(JSON.stringify(answer)))).toBeUndefined()
  })

  it('is refused the second time', async () => {
    const { device } = await holder()
    const ctx = await at(1)
    const input = {
      purpose: 'sign-in',
      response: await device.sign(await ask(ctx, 'sign-in')),
      browserSecret: BROWSER,
    } as const
    unwrap(await usePasskey(ctx, input))
    expect(await usePasskey(ctx, input)).toEqual(REFUSED)
  })

  it('is refused after five minutes, and taken just before', async () => {
    const { device } = await holder()
    const asked = await at(0)
    const [late, soon] = await Promise.all([
      device.sign(await ask(asked, 'sign-in')),
      device.sign(await ask(asked, 'sign-in')),
    ])
    const use = async (minutes: number, response: string) =>
      usePasskey(await at(minutes), { purpose: 'sign-in', response, browserSecret: BROWSER })
    expect(await use(5, late)).toEqual(REFUSED)
    expect(refusalOf(await use(4, soon))).toBeUndefined()
  })

  it('is refused in another browser, and in one that asked for nothing', async () => {
    const { device } = await holder()
    const ctx = await at(1)
    const response = await device.sign(await ask(ctx, 'sign-in'))
    for (const browserSecret of ['another browser', undefined])
      expect(await usePasskey(ctx, { purpose: 'sign-in', response, browserSecret })).toEqual(REFUSED)
  })

  it('is refused for what it was not asked for', async () => {
    const { actor, device } = await holder()
    const own = await contextOf(actor)
    const toConfirm = await device.sign(await ask(own, 'confirm'))
    const toSignIn = await device.sign(await ask(own, 'sign-in'))
    const registered = await ask(own, 'register')
    const toRegister = await device.sign({ ...registered, rpId: 'localhost' })
    const uses = [
      ['sign-in', toConfirm],
      ['confirm', toSignIn],
      ['sign-in', toRegister],
      ['confirm', toRegister],
    ] as const
    for (const [purpose, response] of uses)
      expect(await usePasskey(own, { purpose, response, browserSecret: BROWSER })).toEqual(REFUSED)
    const other = await softwarePasskey()
    const made = await other.make({ ...registered, challenge: (await ask(own, 'sign-in')).challenge })
    expect(await addPasskey(own, { response: made, label: 'Ny', browserSecret: BROWSER })).toEqual(REFUSED)
  })

  it('is refused to confirm as somebody else, by their passkey or by what they were asked', async () => {
    const [mine, theirs] = await Promise.all([holder(), holder()])
    const own = await contextOf(mine.actor)
    const byTheirs = await theirs.device.sign(await ask(own, 'confirm'), { userHandle: undefined })
    expect(await usePasskey(own, { purpose: 'confirm', response: byTheirs, browserSecret: BROWSER })).toEqual(
      REFUSED,
    )
    const asked = await ask(await contextOf(theirs.actor), 'confirm')
    const ofTheirs = await mine.device.sign(asked)
    expect(await usePasskey(own, { purpose: 'confirm', response: ofTheirs, browserSecret: BROWSER })).toEqual(
      REFUSED,
    )
  })

  it('is refused of a disabled account, also when it was disabled just now', async () => {
    const { actor, device } = await holder()
    const ctx = await at(1)
    const response = await device.sign(await ask(ctx, 'sign-in'))
    await writeAll(db, accountStatusWrites(actor.accountId, 'disabled', NOW))
    expect(await usePasskey(ctx, { purpose: 'sign-in', response, browserSecret: BROWSER })).toEqual(REFUSED)
  })

  it('is refused of a passkey that is removed', async () => {
    const { actor, device } = await holder()
    await env.DB.prepare('DELETE FROM passkey WHERE account_id = ?').bind(actor.accountId).run()
    expect(await signIn(device)).toEqual(REFUSED)
  })
})

describe('making a passkey', () => {
  it.each([
    ['of another challenge', { challenge: 'A'.repeat(43) }],
    ['at another site', { origin: 'https://legevaktplan.example' }],
    ['inside another site', { crossOrigin: true }],
    ['for another host', { rpId: 'example.org' }],
    ['with nobody present', { isPresent: false }],
    ['on a device that was not unlocked', { isVerified: false }],
    ['in another kind of ceremony', { type: 'webauthn.get' }],
    ['with the word of its maker', { attestation: 'maker' }],
  ] as const)('is refused, and nothing stored: %s', async (_, lie) => {
    const { actor } = await holder()
    const ctx = await contextOf(actor)
    const before = await countRows(...STORED)
    expect(await add(ctx, await softwarePasskey(), lie)).toEqual(REFUSED)
    expect(await countRows(...STORED)).toEqual(before)
  })

  it('takes its own word, as some devices give it though none is asked for', async () => {
    const { actor } = await holder()
    expect(
      refusalOf(await add(await contextOf(actor), await softwarePasskey(), { attestation: 'self' })),
    ).toBeUndefined()
  })

  it('is refused for what another browser or account was asked, when late, and twice', async () => {
    const [mine, theirs] = await Promise.all([holder(), holder()])
    const own = await contextOf(mine.actor)
    const response = await (await softwarePasskey()).make(await ask(own, 'register'))
    const tries = [
      [own, 'another browser'],
      [own, undefined],
      [await contextOf(theirs.actor), BROWSER],
      [await at(5, mine.actor), BROWSER],
    ] as const
    for (const [ctx, browserSecret] of tries)
      expect(await addPasskey(ctx, { response, label: 'Ny', browserSecret })).toEqual(REFUSED)
    unwrap(await addPasskey(own, { response, label: 'Ny', browserSecret: BROWSER }))
    expect(await addPasskey(own, { response, label: 'Ny', browserSecret: BROWSER })).toEqual(REFUSED)
  })

  it('never takes over a passkey of somebody else', async () => {
    const [mine, theirs] = await Promise.all([holder(), holder()])
    const { credentialId } = theirs.device
    expect(await add(await contextOf(mine.actor), await softwarePasskey(), { credentialId })).toEqual(REFUSED)
    expect((await listPasskeys(db, theirs.actor.accountId)).map((own) => own.credentialId)).toEqual([
      credentialId,
    ])
  })
})
