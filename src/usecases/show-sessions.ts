import type { Minute } from '../core/time/minute.ts'
import { listSessions, type Session } from '../data/session-store.ts'
import { type Strength, sessionName } from '../identity/session.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

export interface OwnSession {
  /** What it goes by in addresses. */
  readonly name: string
  /** Family of browser and system; '' where not told. */
  readonly client: string
  /** One of `AuthMethod`. */
  readonly method: string
  readonly strength: Strength
  readonly since: Minute
  /** To within a tenth of the time that a session may lie unused. */
  readonly lastSeenAt: Minute
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** Where one's own account is signed in now: the one that asks first, then the one used last. */
export async function showSessions(ctx: Context): Promise<Result<readonly OwnSession[]>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const sessions = await listSessions(ctx.db, actor.accountId, ctx.now)
  const own = sessions.map((session) => toOwn(session, actor.sessionHash))
  return done(own.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastSeenAt - a.lastSeenAt))
}

function toOwn(
  { hash, client, authMethod, strength, createdAt, lastSeenAt }: Session,
  asking: string,
): OwnSession {
  const isThis = hash === asking
  return {
    name: sessionName(hash),
    client,
    method: authMethod,
    strength,
    since: createdAt,
    lastSeenAt,
    isThis,
  }
}
