import { createHash } from 'node:crypto'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { invitationWrites } from '../../src/data/invitation-store.ts'
import { type Issuer, issuerWrites } from '../../src/data/issuer-store.ts'
import type { Actor, Membership, Strength } from '../../src/identity/policy.ts'
import { providerKeysOf } from '../../src/identity/provider-keys.ts'
import { findActor } from '../../src/identity/session.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { answerProvider } from '../../src/usecases/answer-provider.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import type { Context } from '../../src/usecases/context.ts'
import { startProvider } from '../../src/usecases/start-provider.ts'
import { clientKey, type FakePerson, FakeProvider, type FakeSettings } from './fake-provider.ts'
import { emptyInstallation } from './installation.ts'
import { unwrap } from './plan-world.ts'

export const ADMINISTRATOR: Membership = {
  scopeKind: 'installation',
  scopeId: 'installation',
  role: 'installation-administrator',
}

/** As a browser's cookie has it. */
export const BROWSER = 'b'.repeat(43)

let providers = 0

type Purpose = Parameters<typeof startProvider>[1]['purpose']

interface Journey {
  readonly issuerId?: string
  readonly purpose?: Purpose
  readonly browser?: string
  readonly invitationToken?: string
}

/** An installation with accounts and providers that are machines of their own. */
export class ProviderWorld {
  readonly nobody: Context
  readonly #providers = new Map<string, FakeProvider>()
  readonly #jwk: JsonWebKey

  private constructor(nobody: Context, jwk: JsonWebKey) {
    this.nobody = nobody
    this.#jwk = jwk
  }

  static async make(): Promise<ProviderWorld> {
    const bare = await emptyInstallation()
    const { secret, jwk } = await clientKey()
    const ask: NonNullable<Context['askProvider']> = (address, asked) => {
      const one = [...world.#providers.values()].find(({ settings }) => address.startsWith(settings.issuer))
      if (!one) throw new TypeError(`nobody answers at ${address}`)
      return one.fetch(address, asked as RequestInit)
    }
    const nobody: Context = {
      ...bare,
      actor: { kind: 'nobody' },
      mode: 'production',
      origin: 'https://vakt.example',
      providerKeys: providerKeysOf(secret),
      askProvider: ask,
      newSecret: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
      hash: async (text) => createHash('sha256').update(text).digest('hex'),
    }
    const world = new ProviderWorld(nobody, jwk)
    return world
  }

  /** A provider that the installation trusts. */
  async trust(
    id: string,
    said: Partial<Issuer> = {},
    settings: Partial<FakeSettings> = {},
  ): Promise<FakeProvider> {
    const url = `https://idp-${providers++}.example/${id}`
    const provider = await FakeProvider.start({ issuer: url, clientKeys: () => [this.#jwk], ...settings })
    this.#providers.set(id, provider)
    const issuer: Issuer = {
      id,
      name: `Tjeneste ${id}`,
      kind: 'ansattporten',
      url,
      clientId: 'legevaktplan',
      scope: 'openid',
      acrValues: 'high',
      strongAcr: ['high'],
      tenant: null,
      isOpen: true,
      ordinal: this.#providers.size,
      ...said,
    }
    await writeAll(this.nobody.db, issuerWrites(issuer))
    return provider
  }

  /** An account and a session of it, begun `minutesAgo`. */
  async signedIn(
    accountId: string,
    {
      strength = 'single',
      email = null,
      roles = [],
      minutesAgo = 0,
      isNew = true,
    }: {
      readonly strength?: Strength
      readonly email?: string | null
      readonly roles?: readonly Membership[]
      readonly minutesAgo?: number
      readonly isNew?: boolean
    } = {},
  ): Promise<Context> {
    const { db, now } = this.nobody
    if (isNew)
      await writeAll(db, [
        ...accountWrites(accountOf(accountId, null, email, now)),
        ...roles.flatMap((role) => membershipWrites(accountId, role, 'test', now)),
      ])
    const then = { ...this.nobody, now: now - minutesAgo }
    const method = strength === 'strong' ? 'passkey' : 'mailed'
    const begun = await beginSession(then, { accountId, memberships: roles, method, strength })
    await writeAll(db, begun.writes)
    return this.by(begun.started.secret)
  }

  /** The context of a request with this cookie. */
  async by(secret: string): Promise<Context> {
    const { db, now } = this.nobody
    return { ...this.nobody, actor: await findActor(db, await this.nobody.hash(secret), now) }
  }

  /** Sent to the provider and back: what the browser then brings. */
  async journey(ctx: Context, person: FakePerson, said: Journey = {}): Promise<URLSearchParams> {
    const { issuerId = 'one', purpose = 'sign-in', browser = BROWSER, invitationToken } = said
    const sent = unwrap(
      await startProvider(ctx, { issuerId, purpose, browserSecret: browser, invitationToken }),
    )
    const provider = this.#providers.get(issuerId)
    if (!provider) throw new Error(`no provider ${issuerId}`)
    return new URL(provider.authorize(sent.address, person)).searchParams
  }

  bring(ctx: Context, parameters: URLSearchParams, browserSecret: string | undefined = BROWSER) {
    return answerProvider(ctx, { parameters, browserSecret })
  }

  /** There and back, and in. */
  async go(ctx: Context, person: FakePerson, said: Journey = {}) {
    return this.bring(ctx, await this.journey(ctx, person, said), said.browser)
  }

  /** The token of an invitation to look after the installation. */
  async invite(email = 'ny@example.test'): Promise<string> {
    const { db, now } = this.nobody
    const token = this.nobody.newSecret()
    const invitation = {
      hash: await this.nobody.hash(token),
      email,
      personId: null,
      accountId: null,
      isByInstallation: true,
      membership: ADMINISTRATOR,
      invitedBy: 'a',
      createdAt: now,
      expiresAt: now + 60,
      acceptedBy: null,
      acceptedAt: null,
    }
    await writeAll(db, invitationWrites(invitation))
    return token
  }

  async count(table: string): Promise<number> {
    const row = await this.nobody.db.d1.prepare(`SELECT count(*) AS n FROM "${table}"`).first<{ n: number }>()
    return row?.n ?? 0
  }

  async actorOf(secret: string): Promise<Actor> {
    return (await this.by(secret)).actor
  }
}
