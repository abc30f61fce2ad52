import type { Minute } from '../core/time/minute.ts'
import type { Write } from '../data/database.ts'
import { endSessionWrites, sessionWrites } from '../data/session-store.ts'
import { type Membership, needsStrong, type Strength } from '../identity/policy.ts'
import { type AuthMethod, HELD_MINUTES, startSession } from '../identity/session.ts'
import type { Context } from './context.ts'

export interface Beginning {
  readonly accountId: string
  readonly memberships: readonly Membership[]
  readonly method: AuthMethod
  readonly strength: Strength
  /** As an identity provider states it. */
  readonly acr?: string | null
  /** When it was shown, where that was before now. */
  readonly authenticatedAt?: Minute
  /** Of the session that it goes on for. */
  readonly createdAt?: Minute
}

export interface StartedSession {
  readonly accountId: string
  /** The value of the session cookie. */
  readonly secret: string
  /** After the session, so that what is sent with one that has run out is known as whose it is. */
  readonly cookieEndsAt: Minute
}

/**
 * A new session with a secret of its own, for every way of showing who one is; also for showing it again. The session that the
 * browser had ends in the same batch, so that no secret from before signing in is worth anything after.
 */
export async function beginSession(
  ctx: Context,
  { accountId, memberships, method, strength, acr = null, authenticatedAt, createdAt }: Beginning,
): Promise<{ readonly started: StartedSession; readonly writes: readonly Write[] }> {
  const secret = ctx.newSecret()
  const session = startSession({
    hash: await ctx.hash(secret),
    accountId,
    authMethod: method,
    strength,
    acr,
    client: ctx.client ?? '',
    memberships,
    now: ctx.now,
    authenticatedAt,
    createdAt,
  })
  const before = ctx.actor.kind === 'account' ? ctx.actor : ctx.lapsed
  return {
    started: { accountId, secret, cookieEndsAt: session.expiresAt + HELD_MINUTES },
    writes: [...(before ? endSessionWrites(before.sessionHash) : []), ...sessionWrites(session)],
  }
}

/** How a session began, and for whom. */
export interface Arrival {
  readonly strength: Strength
  readonly memberships: readonly Membership[]
}

/** Whether somebody holds a role that is of no use to them before they show who they are by two factors. */
export function mustGrowStronger({ strength, memberships }: Arrival): boolean {
  return strength === 'single' && memberships.some(({ role }) => needsStrong(role))
}
