import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { endSessionWrites, listSessions } from '../data/session-store.ts'
import { sessionName } from '../identity/session.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface EndSessionInput {
  /** As `showSessions` names it. */
  readonly session: string
}

/** Ends one of one's own sessions, also the one that asks; refused as `not-found` when it is another's or has ended. */
export async function endSession(ctx: Context, { session }: EndSessionInput): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const sessions = await listSessions(ctx.db, actor.accountId, ctx.now)
  const found = sessions.find(({ hash }) => sessionName(hash) === session)
  if (!found) return refused({ kind: 'not-found' })
  const change = { action: 'end-session', subjectKind: 'account', subjectId: actor.accountId }
  const isRefused = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change, after: { session: found.hash.slice(0, 8) } },
    endSessionWrites(found.hash),
  )
  return isRefused ?? done(null)
}
