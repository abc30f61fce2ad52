import type { Language } from '../core/rota/district.ts'
import type { Minute } from '../core/time/minute.ts'
import { type Database, openDatabase } from '../data/database.ts'
import type { ChannelName } from '../data/outbox-store.ts'
import { toBase64Url } from '../identity/base64url.ts'
import type { Actor } from '../identity/policy.ts'
import type { Fetch } from '../identity/provider-fetch.ts'
import { type ProviderKeys, providerKeysOf } from '../identity/provider-keys.ts'
import { demandSecrets, type GivenSecrets, type Keys, keysOf } from '../identity/secrets.ts'
import { findAsker, type LapsedSession } from '../identity/session.ts'

/** What surrounds one request: built once by the front door, handed to every use case as its first argument. */
export interface Context {
  readonly db: Database
  readonly actor: Actor
  /** Of nobody whose session ran out by itself: opens nothing, see `holdForm`. */
  readonly lapsed?: LapsedSession
  /** What is read by whoever waits for the answer: as their account says, else as the browser asks. */
  readonly language: Language
  readonly now: Minute
  readonly mode: 'development' | 'production'
  /** Scheme and host that people reach the installation by, without a slash at the end. */
  readonly origin: string
  /** Told to a person when something breaks; log lines and audit rows carry the same. */
  readonly requestId: string
  /** What secrets of calendar links are checked with. */
  readonly feedKeys: Keys
  /** What grounds of exemptions are sealed with. */
  readonly groundKeys: Keys
  /** What the installation signs with when it shows a provider who it is; none: no provider is offered. */
  readonly providerKeys?: ProviderKeys
  /** How a provider is asked; the platform's own way where left out. */
  readonly askProvider?: Fetch
  /** How the installation sends messages; what has no way waits. Left out = not known here. */
  readonly channels?: readonly ChannelName[]
  /** Whom limits count: the address of a request, of IPv6 its /64; left out for work that nobody asked for. */
  readonly from?: string
  /** Family of browser and system, as a list of sessions names it. */
  readonly client?: string
  /** Whom to tell of a hole in the walls, as the installation says it. */
  readonly securityContact?: string | undefined
  newId(): string
  /** 32 random bytes as base64url text. */
  newSecret(): string
  /** SHA-256 as lower-case hex. */
  hash(text: string): Promise<string>
  /** Wakes the job that works on a stored build; returns at once. */
  startBuild(buildId: string): Promise<void>
}

/** What the front door sets for every door: `c.get('ctx')` in a Hono app typed with `{ Variables: AppVariables }`. */
export interface AppVariables {
  ctx: Context
  /** Also known before there is a context, so that a fault in making one can be told. */
  requestId: string
  /** Whether the page starts a worker, which its content policy must then let in. */
  runsWorker?: boolean
}

export interface AppEnv {
  Variables: AppVariables
}

export interface SessionCookie {
  readonly name: string
  /** The `__Host-` prefix needs Secure, which Safari does not grant to http://localhost. */
  readonly isSecure: boolean
}

export function sessionCookieOf(origin: string): SessionCookie {
  const isSecure = origin.startsWith('https://')
  return { name: isSecure ? '__Host-session' : 'session', isSecure }
}

/** Holds the language of whoever is not signed in, or has not chosen for their account. */
export const LANGUAGE_COOKIE = 'language'

/** What the front door or a job knows of its surroundings. */
export interface Surroundings
  extends Pick<
    Context,
    | 'now'
    | 'mode'
    | 'origin'
    | 'requestId'
    | 'startBuild'
    | 'channels'
    | 'from'
    | 'client'
    | 'securityContact'
  > {
  /** As the installation is given them, see `keysOf`. */
  readonly secrets: GivenSecrets
  readonly d1: Parameters<typeof openDatabase>[0]
  /** What the browser asks for; bokmål for work that nobody waits for. */
  readonly language?: Language
}

/** What a request shows of a session. */
export interface ShownSession {
  readonly secret: string
  /** False for what a page asks by itself, however often: a desk that was left must not stay open for it (OWASP ASVS 7.3.1). */
  readonly isUse: boolean
}

/** The context of a request: its actor is whoever the session's secret stands for, nobody without one. */
export async function openContext(
  around: Surroundings,
  session: ShownSession | string | null,
): Promise<Context> {
  const ctx: Context = { ...bareContext(around), actor: NOBODY }
  if (session === null) return ctx
  const { secret, isUse } = typeof session === 'string' ? { secret: session, isUse: true } : session
  const asker = await findAsker(ctx.db, await ctx.hash(secret), ctx.now, isUse)
  const { actor } = asker
  return { ...ctx, ...asker, language: (actor.kind === 'account' && actor.language) || ctx.language }
}

/** The context of work that nobody waits for. */
export function jobContext(around: Surroundings, name: string): Context {
  return { ...bareContext(around), actor: { kind: 'job', name } }
}

/** Asked before anything is opened. */
export { demandSecrets } from '../identity/secrets.ts'

const NOBODY: Actor = { kind: 'nobody' }

function bareContext({ d1, secrets, language = 'nb', ...rest }: Surroundings): Omit<Context, 'actor'> {
  demandSecrets(secrets, rest.mode)
  const feedKeys = keysOf('FEED_KEYS', secrets, rest.mode)
  const groundKeys = keysOf('GROUND_KEYS', secrets, rest.mode)
  const providerKeys = providerKeysOf(secrets.OIDC_KEYS)
  return { ...rest, ...CHANCE, feedKeys, groundKeys, providerKeys, language, db: openDatabase(d1) }
}

const SECRET_BYTES = 32

const CHANCE: Pick<Context, 'newId' | 'newSecret' | 'hash'> = {
  newId: () => crypto.randomUUID(),
  newSecret: () => toBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))),
  hash: async (text) => toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
}

function toHex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
