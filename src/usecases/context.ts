import type { Minute } from '../core/time/minute.ts'
import type { Database } from '../data/database.ts'
import type { Actor } from '../identity/policy.ts'

/** What surrounds one request: built once by the front door, handed to every use case as its first argument. */
export interface Context {
  readonly db: Database
  readonly actor: Actor
  readonly now: Minute
  readonly mode: 'development' | 'production'
  /** Scheme and host that people reach the installation by, without a slash at the end. */
  readonly origin: string
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
  /** Told to a person when something breaks; the log line carries the same. */
  requestId: string
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
