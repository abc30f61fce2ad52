import { beforeEach, describe, expect, it } from 'vitest'
import { membershipWrites } from '../../src/data/account-store.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listIdentities } from '../../src/data/identity-store.ts'
import { loginLinkWrites } from '../../src/data/login-link-store.ts'
import { countTry } from '../../src/data/rate-store.ts'
import { answerProvider } from '../../src/usecases/answer-provider.ts'
import type { Context } from '../../src/usecases/context.ts'
import { demandFresh } from '../../src/usecases/gate.ts'
import { offerProviders, showProviders } from '../../src/usecases/show-providers.ts'
import { startProvider } from '../../src/usecases/start-provider.ts'
import { unlinkProvider } from '../../src/usecases/unlink-provider.ts'
import type { FakePerson, FakeProvider } from '../support/fake-provider.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'
import { ADMINISTRATOR, BROWSER, ProviderWorld } from '../support/provider-world.ts'

const KARI: FakePerson = { sub: 'kari', acr: 'high', email: 'kari@example.test' }

let world: ProviderWorld
let one: FakeProvider
let nobody: Context

beforeEach(async () => {
  world = await ProviderWorld.make()
  one = await world.trust('one')
  nobody = world.nobody
})

/** An account to which the first provider is linked. */
async function linked(accountId = 'kari', person = KARI, said = {}): Promise<Context> {
  const ctx = await world.signedIn(accountId, said)
  const { signedIn } = unwrap(await world.go(ctx, person, { purpose: 'link' }))
  return signedIn ? world.by(signedIn.secret) : ctx
}

const accountOfActor = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : undefined)

async function signIn(person = KARI, said: Parameters<ProviderWorld['journey']>[2] = {}) {
  const { signedIn } = unwrap(await world.go(nobody, person, said))
  if (!signedIn) throw new Error('no session was begun')
  return world.by(signedIn.secret)
}

describe('signing in by a provider', () => {
  it('opens the account that it is linked to, as strongly as the provider says', async () => {
    await linked()
    const strong = await signIn()
    expect(strong.actor).toMatchObject({ accountId: 'kari', strength: 'strong' })
    const weak = await signIn({ ...KARI, acr: 'low' })
    expect(weak.actor).toMatchObject({ accountId: 'kari', strength: 'single' })
    expect((await signIn({ sub: 'kari' })).actor).toMatchObject({ strength: 'single' })
  })

  it('lets nobody in whom no account knows, and keeps nothing of them', async () => {
    await world.signedIn('kari', { email: 'kari@example.test' })
    const before = [await world.count('account'), await world.count('session'), await world.count('identity')]
    expect(refusalOf(await world.go(nobody, KARI))).toBe('not-linked')
    expect([
      await world.count('account'),
      await world.count('session'),
      await world.count('identity'),
    ]).toEqual(before)
    const log = JSON.stringify(await listAudit(nobody.db, 'installation', 0, 100))
    expect(log).toContain('not linked')
    expect(log).not.toContain('kari@example.test')
    expect(log).not.toContain('"kari"')
  })

  it('never joins two providers by what they say of a mail address or a name', async () => {
    await world.trust('two')
    await linked('kari', KARI, { email: 'kari@example.test' })
    expect(refusalOf(await world.go(nobody, KARI, { issuerId: 'two' }))).toBe('not-linked')
    const other = await world.signedIn('other')
    unwrap(await world.go(other, KARI, { issuerId: 'two', purpose: 'link' }))
    expect(accountOfActor(await signIn())).toBe('kari')
    expect(accountOfActor(await signIn(KARI, { issuerId: 'two' }))).toBe('other')
  })

  it('is as fresh as what was shown there', async () => {
    await linked()
    const shown = (minutesAgo: number) => ({
      ...KARI,
      auth_time: Math.floor(Date.now() / 1000) - minutesAgo * 60,
    })
    expect(demandFresh(await signIn(shown(3)))).toBeUndefined()
    expect(refusalOf(demandFresh(await signIn(shown(30))) as never)).toBe('confirm-again')
    expect(refusalOf(demandFresh(await signIn({ ...KARI, auth_time: undefined })) as never)).toBe(
      'confirm-again',
    )
  })

  it('gives a session of its own and ends the one that was there', async () => {
    const before = await linked()
    const { signedIn } = unwrap(await world.go(before, KARI))
    expect((await world.by(signedIn?.secret ?? '')).actor.kind).toBe('account')
    const ended = await nobody.db.d1
      .prepare('SELECT count(*) AS n FROM session WHERE hash = ?')
      .bind(before.actor.kind === 'account' ? before.actor.sessionHash : '')
      .first<{ n: number }>()
    expect(ended?.n).toBe(0)
  })

  it.each([
    ['unlinked', "DELETE FROM identity WHERE account_id = 'kari'"],
    ['shut', "UPDATE account SET status = 'disabled' WHERE id = 'kari'"],
  ])('does not open an account that is %s in the same moment', async (_what, change) => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    const before = await world.count('session')
    let isFirst = true
    const hash = async (text: string) => {
      // The session's own secret is hashed last, after the identity was found.
      if (isFirst && text === 'the-secret') {
        isFirst = false
        await nobody.db.d1.prepare(change).run()
      }
      return nobody.hash(text)
    }
    const answer = await world.bring({ ...nobody, hash, newSecret: () => 'the-secret' }, parameters)
    expect([refusalOf(answer), isFirst]).toEqual(['provider-refused', false])
    expect(await world.count('session')).toBe(before)
  })

  it('does not open a disabled account', async () => {
    await linked()
    await nobody.db.d1.prepare("UPDATE account SET status = 'disabled' WHERE id = 'kari'").run()
    expect(refusalOf(await world.go(nobody, KARI))).toBe('not-linked')
  })
})

describe('one network', () => {
  const from = '192.0.2.7'

  async function spend(key: string, count: number): Promise<void> {
    const hour = { key: await nobody.hash(`${key}:${from}`), perMinutes: 60, now: nobody.now }
    for (let tries = 0; tries < count; tries++) await countTry(nobody.db, hour)
  }

  it('is sent to providers three hundred times an hour, and nothing is kept of one more', async () => {
    await spend('provider-from', 299)
    const start = () =>
      startProvider({ ...nobody, from }, { issuerId: 'one', purpose: 'sign-in', browserSecret: BROWSER })
    unwrap(await start())
    expect(refusalOf(await start())).toBe('too-many')
    expect(await world.count('provider_attempt')).toBe(1)
  })

  it('brings three hundred answers an hour, and no line of the log is of one more', async () => {
    await spend('provider-answers-from', 300)
    const before = await world.count('audit')
    const parameters = new URLSearchParams({ state: 'forged' })
    const answer = await answerProvider({ ...nobody, from }, { parameters, browserSecret: BROWSER })
    expect(refusalOf(answer)).toBe('too-many')
    expect(await world.count('audit')).toBe(before)
  })
})

describe('an answer opens nothing', () => {
  it('in another browser than was sent, or in one that never was', async () => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    const before = await world.count('session')
    expect(refusalOf(await world.bring(nobody, parameters, 'x'.repeat(43)))).toBe('provider-refused')
    const asked = { parameters, browserSecret: undefined }
    expect(refusalOf(await answerProvider(nobody, asked))).toBe('provider-refused')
    expect(await world.count('session')).toBe(before)
    expect((await world.bring(nobody, parameters)).kind).toBe('done')
  })

  it('with the state of another attempt, one made up, or none', async () => {
    await linked()
    const [first, second] = [await world.journey(nobody, KARI), await world.journey(nobody, KARI)]
    const crossed = new URLSearchParams(first)
    crossed.set('code', second.get('code') ?? '')
    expect(refusalOf(await world.bring(nobody, crossed))).toBe('provider-refused')
    for (const state of ['made-up', '']) {
      const forged = new URLSearchParams(second)
      forged.set('state', state)
      expect(refusalOf(await world.bring(nobody, forged))).toBe('provider-refused')
    }
  })

  it('of an attempt that nobody knows, and leaves no line in the log, which any page could fill', async () => {
    await linked()
    const forged = await world.journey(nobody, KARI)
    forged.set('state', 'made-up')
    const before = await world.count('audit')
    expect(refusalOf(await world.bring(nobody, forged))).toBe('provider-refused')
    expect(await world.count('audit')).toBe(before)
  })

  it('after ten minutes', async () => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    const later = { ...nobody, now: nobody.now + 10 }
    expect(refusalOf(await world.bring(later, parameters))).toBe('provider-refused')
    expect((await world.bring({ ...nobody, now: nobody.now + 9 }, parameters)).kind).toBe('done')
  })

  it('a second time, also where the provider takes its code again', async () => {
    await world.trust('two', {}, { keepsCodes: true })
    unwrap(await world.go(await world.signedIn('kari'), KARI, { issuerId: 'two', purpose: 'link' }))
    const parameters = await world.journey(nobody, KARI, { issuerId: 'two' })
    const before = await world.count('session')
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.bring(nobody, parameters)))
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(await world.count('session')).toBe(before + 1)
    expect(refusalOf(await world.bring(nobody, parameters))).toBe('provider-refused')
  })

  it('when twenty bring it at once, but to one, also where the provider refuses the others', async () => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    const before = await world.count('session')
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.bring(nobody, parameters)))
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(await world.count('session')).toBe(before + 1)
  })

  it('from a provider that was not asked, though both are trusted and neither says who it is', async () => {
    const quiet = { namesItself: false }
    await Promise.all([world.trust('two', {}, quiet), world.trust('three', {}, quiet)])
    unwrap(await world.go(await world.signedIn('kari'), KARI, { issuerId: 'two', purpose: 'link' }))
    const atTwo = await world.journey(nobody, KARI, { issuerId: 'two' })
    const atThree = await world.journey(nobody, KARI, { issuerId: 'three' })
    const mixed = new URLSearchParams({ state: atTwo.get('state') ?? '', code: atThree.get('code') ?? '' })
    expect(refusalOf(await world.bring(nobody, mixed))).toBe('provider-refused')
  })

  it('from a provider that has been closed meanwhile', async () => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    await nobody.db.d1.prepare('UPDATE issuer SET is_open = 0').run()
    expect(refusalOf(await world.bring(nobody, parameters))).toBe('provider-refused')
  })
})

describe('a provider that is down', () => {
  it('is told in words; nothing is stored, and sessions go on', async () => {
    const ctx = await linked()
    one.answers.set('/par', () => new Response('', { status: 500 }))
    const before = await world.count('provider_attempt')
    const asked = { issuerId: 'one', purpose: 'sign-in', browserSecret: BROWSER } as const
    expect(refusalOf(await startProvider(nobody, asked))).toBe('provider-down')
    expect(await world.count('provider_attempt')).toBe(before)
    expect(unwrap(await showProviders(ctx)).linked).toHaveLength(1)
  })

  it('when it should trade the code lets nobody in', async () => {
    await linked()
    const parameters = await world.journey(nobody, KARI)
    one.answers.set('/token', () => new Response('', { status: 503 }))
    expect(refusalOf(await world.bring(nobody, parameters))).toBe('provider-down')
  })

  it('is told apart from a person who turned round', async () => {
    const parameters = await world.journey(nobody, KARI)
    const state = parameters.get('state') ?? ''
    const back = new URLSearchParams({ state, iss: one.settings.issuer, error: 'access_denied' })
    expect(refusalOf(await world.bring(nobody, back))).toBe('provider-cancelled')
  })
})

describe('showing again who one is by a provider', () => {
  it('asks for it anew and begins another session', async () => {
    const ctx = await linked()
    const parameters = await world.journey(ctx, KARI, { purpose: 'confirm' })
    const { signedIn } = unwrap(await world.bring(ctx, parameters))
    expect(demandFresh(await world.by(signedIn?.secret ?? ''))).toBeUndefined()
    expect(signedIn?.strength).toBe('strong')
  })

  it('is refused when it was shown before it was asked for, or is not told when', async () => {
    const ctx = await linked()
    const before = { ...KARI, auth_time: Math.floor(Date.now() / 1000) - 600 }
    expect(refusalOf(await world.go(ctx, before, { purpose: 'confirm' }))).toBe('provider-refused')
    expect(refusalOf(await world.go(ctx, { ...KARI, auth_time: undefined }, { purpose: 'confirm' }))).toBe(
      'provider-refused',
    )
  })

  it('is refused by another’s identity, in another account, and when nobody is signed in', async () => {
    const kari = await linked()
    const ola = await linked('ola', { sub: 'ola', acr: 'high' })
    expect(refusalOf(await world.go(ola, KARI, { purpose: 'confirm' }))).toBe('provider-refused')
    const parameters = await world.journey(kari, KARI, { purpose: 'confirm' })
    expect(refusalOf(await world.bring(ola, parameters))).toBe('provider-refused')
    const begun = await world.journey(kari, { sub: 'ola', acr: 'high' }, { purpose: 'confirm' })
    expect(refusalOf(await world.bring(ola, begun))).toBe('provider-refused')
    const again = await world.journey(kari, KARI, { purpose: 'confirm' })
    expect(refusalOf(await world.bring(nobody, again))).toBe('provider-refused')
    const asked = { issuerId: 'one', purpose: 'confirm', browserSecret: BROWSER } as const
    expect(refusalOf(await startProvider(nobody, asked))).toBe('not-signed-in')
  })

  it('is refused at a lower level than was signed in with', async () => {
    const ctx = await linked()
    expect(refusalOf(await world.go(ctx, { ...KARI, acr: 'low' }, { purpose: 'confirm' }))).toBe(
      'needs-strong-sign-in',
    )
  })
})

describe('linking a provider', () => {
  it('makes a session by one factor into one by two, and tells the account by mail', async () => {
    const ctx = await linked('kari', KARI, { email: 'kari@example.test' })
    expect(ctx.actor).toMatchObject({ accountId: 'kari', strength: 'strong' })
    const mails = await nobody.db.d1
      .prepare('SELECT kind, payload FROM outbox')
      .all<{ kind: string; payload: string }>()
    expect(mails.results.map(({ payload }) => JSON.parse(payload).change)).toEqual(['providerLinked'])
  })

  it('asks that who one is was shown just now', async () => {
    const stale = await world.signedIn('kari', { minutesAgo: 10 })
    const asked = { issuerId: 'one', purpose: 'link', browserSecret: BROWSER } as const
    expect(refusalOf(await startProvider(stale, asked))).toBe('confirm-again')
    expect(refusalOf(await startProvider(nobody, asked))).toBe('not-signed-in')
  })

  it('asks for two factors once the account has a way in of two: a mailbox alone adds none', async () => {
    await world.trust('two')
    await linked()
    const byMail = await world.signedIn('kari', { isNew: false })
    const asked = { issuerId: 'two', purpose: 'link', browserSecret: BROWSER } as const
    expect(refusalOf(await startProvider(byMail, asked))).toBe('needs-strong-sign-in')
    expect(unwrap(await showProviders(byMail))).toMatchObject({ barred: 'needs-strong-sign-in' })
  })

  it('by two browsers at once of an account that has none adds one', async () => {
    await world.trust('two')
    const mine = await world.signedIn('kari')
    const thief = await world.signedIn('kari', { isNew: false })
    const first = await world.journey(mine, KARI, { purpose: 'link' })
    const second = await world.journey(
      thief,
      { sub: 'thief', acr: 'high' },
      { issuerId: 'two', purpose: 'link' },
    )
    unwrap(await world.bring(mine, first))
    expect(refusalOf(await world.bring(thief, second))).toBe('provider-refused')
    expect(await listIdentities(nobody.db, 'kari')).toHaveLength(1)
  })

  it('is refused when the browser has another account by then', async () => {
    const kari = await world.signedIn('kari')
    const ola = await world.signedIn('ola')
    const parameters = await world.journey(kari, KARI, { purpose: 'link' })
    expect(refusalOf(await world.bring(ola, parameters))).toBe('provider-refused')
    expect(await world.count('identity')).toBe(0)
  })

  it('is refused of an identity that another account has, and of a second at one provider', async () => {
    const kari = await linked()
    const ola = await world.signedIn('ola', { strength: 'strong' })
    expect(refusalOf(await world.go(ola, KARI, { purpose: 'link' }))).toBe('linked-elsewhere')
    expect(refusalOf(await world.go(kari, { sub: 'second', acr: 'high' }, { purpose: 'link' }))).toBe(
      'linked-elsewhere',
    )
    expect(await world.count('identity')).toBe(1)
  })

  it('of one without a strong level bars nothing, and leaves the session as strong as it was', async () => {
    await world.trust('weak', { strongAcr: [] })
    const ctx = await world.signedIn('kari', { strength: 'strong' })
    expect(unwrap(await world.go(ctx, KARI, { issuerId: 'weak', purpose: 'link' })).signedIn).toBeNull()
    const byMail = await world.signedIn('kari', { isNew: false })
    expect(unwrap(await showProviders(byMail)).barred).toBeUndefined()
  })
})

describe('an invitation accepted by a provider', () => {
  it('opens an account that the provider lets in from then on, once', async () => {
    const invitationToken = await world.invite()
    const { signedIn } = unwrap(await world.go(nobody, KARI, { purpose: 'link', invitationToken }))
    expect(signedIn).toMatchObject({ strength: 'strong', memberships: [ADMINISTRATOR] })
    expect(accountOfActor(await signIn())).toBe(signedIn?.accountId)
    const again = await world.go(nobody, { sub: 'thief', acr: 'high' }, { purpose: 'link', invitationToken })
    expect(refusalOf(again)).toBe('provider-refused')
    expect(await world.count('identity')).toBe(1)
  })

  it('gives nothing for the token of a mailed link', async () => {
    const { now } = nobody
    await world.signedIn('kari', { email: 'kari@example.test' })
    const token = nobody.newSecret()
    const link = {
      hash: await nobody.hash(token),
      accountId: 'kari',
      purpose: 'mailed',
      browserHash: null,
      codeHash: null,
      tries: 0,
      createdAt: now,
      expiresAt: now + 10,
      usedAt: null,
    }
    await writeAll(nobody.db, loginLinkWrites(link as never))
    const answer = await world.go(nobody, KARI, { purpose: 'link', invitationToken: token })
    expect(refusalOf(answer)).toBe('provider-refused')
    expect(await world.count('identity')).toBe(0)
  })

  it('takes no identity that another account has', async () => {
    await linked()
    const invitationToken = await world.invite()
    const answer = await world.go(nobody, KARI, { purpose: 'link', invitationToken })
    expect(refusalOf(answer)).toBe('linked-elsewhere')
    expect(await world.count('membership')).toBe(0)
  })

  it('adds no way in to an account that has one, by whoever has seen its link', async () => {
    await linked('kari', KARI, { email: 'ny@example.test' })
    await world.trust('two')
    const invitationToken = await world.invite()
    const thief = { sub: 'thief', acr: 'high' }
    const answer = await world.go(nobody, thief, { issuerId: 'two', purpose: 'link', invitationToken })
    expect(refusalOf(answer)).toBe('provider-refused')
    expect(await listIdentities(nobody.db, 'kari')).toHaveLength(1)
  })
})

describe('an invitation accepted by a weaker provider than one is signed in by', () => {
  it('leaves the stronger session as it is', async () => {
    const own = await linked('kari', KARI, { email: 'ny@example.test' })
    await world.trust('two')
    const invitationToken = await world.invite()
    const weak = { sub: 'weak', acr: 'low' }
    const said = { issuerId: 'two', purpose: 'link', invitationToken } as const
    expect(unwrap(await world.go(own, weak, said)).signedIn).toBeNull()
    expect(await listIdentities(nobody.db, 'kari')).toHaveLength(2)
    expect(await world.count('session')).toBe(1)
  })
})

describe('taking a provider away', () => {
  it('is refused where it is the last way in that the account’s roles need', async () => {
    const ctx = await linked('kari', KARI, { roles: [ADMINISTRATOR] })
    expect(refusalOf(await unlinkProvider(ctx, { issuerId: 'one' }))).toBe('last-way-in')
    await world.trust('two')
    unwrap(await world.go(ctx, KARI, { issuerId: 'two', purpose: 'link' }))
    unwrap(await unlinkProvider(ctx, { issuerId: 'one' }))
    expect(refusalOf(await world.go(nobody, KARI))).toBe('not-linked')
    expect(refusalOf(await unlinkProvider(ctx, { issuerId: 'two' }))).toBe('last-way-in')
  })

  it('is refused by what the account holds when it is done, not when it was asked', async () => {
    const ctx = await linked()
    await writeAll(nobody.db, membershipWrites('kari', ADMINISTRATOR, 'a', nobody.now))
    expect(refusalOf(await unlinkProvider(ctx, { issuerId: 'one' }))).toBe('last-way-in')
  })

  it('does not count one that is closed as left', async () => {
    const ctx = await linked('kari', KARI, { roles: [ADMINISTRATOR] })
    await world.trust('two')
    unwrap(await world.go(ctx, KARI, { issuerId: 'two', purpose: 'link' }))
    await nobody.db.d1.prepare("UPDATE issuer SET is_open = 0 WHERE id = 'two'").run()
    expect(refusalOf(await unlinkProvider(ctx, { issuerId: 'one' }))).toBe('last-way-in')
  })

  it('asks for two factors, so that a mailbox cannot clear the way for another', async () => {
    await linked()
    const byMail = await world.signedIn('kari', { isNew: false })
    expect(refusalOf(await unlinkProvider(byMail, { issuerId: 'one' }))).toBe('needs-strong-sign-in')
  })

  it('asks for two factors of a weak one too, where the account has a strong one beside', async () => {
    const ctx = await linked()
    await world.trust('two')
    unwrap(await world.go(ctx, KARI, { issuerId: 'two', purpose: 'link' }))
    await nobody.db.d1.prepare("UPDATE issuer SET strong_acr = '[]' WHERE id = 'two'").run()
    const byMail = await world.signedIn('kari', { isNew: false })
    expect(refusalOf(await unlinkProvider(byMail, { issuerId: 'two' }))).toBe('needs-strong-sign-in')
    await nobody.db.d1.prepare("UPDATE issuer SET strong_acr = '[]'").run()
    unwrap(await unlinkProvider(byMail, { issuerId: 'two' }))
  })

  it('is nobody’s but the account’s own', async () => {
    await linked()
    const ola = await world.signedIn('ola', { strength: 'strong' })
    expect(refusalOf(await unlinkProvider(ola, { issuerId: 'one' }))).toBe('not-found')
    expect(refusalOf(await unlinkProvider(nobody, { issuerId: 'one' }))).toBe('not-signed-in')
    expect(await world.count('identity')).toBe(1)
  })
})

describe('what is offered', () => {
  it('is every open provider to sign in by, and one’s own to confirm by', async () => {
    await world.trust('two')
    await world.trust('shut', { isOpen: false })
    const ctx = await linked()
    const ids = async (of: Context, purpose: 'sign-in' | 'confirm') =>
      (await offerProviders(of, { purpose })).map(({ id }) => id)
    expect(await ids(nobody, 'sign-in')).toEqual(['one', 'two'])
    expect(await ids(ctx, 'confirm')).toEqual(['one'])
    expect(await ids(nobody, 'confirm')).toEqual([])
  })

  it('is nothing without a key of our own, nor is anything started', async () => {
    const bare = { ...nobody, providerKeys: [] }
    expect(await offerProviders(bare, { purpose: 'sign-in' })).toEqual([])
    for (const [ctx, issuerId] of [
      [bare, 'one'],
      [nobody, 'unknown'],
    ] as const) {
      const asked = { issuerId, purpose: 'sign-in', browserSecret: BROWSER } as const
      expect(refusalOf(await startProvider(ctx, asked))).toBe('not-found')
    }
  })
})
