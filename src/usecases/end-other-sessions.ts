import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { endOtherSessionsWrites } from '../data/session-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/** Ends every session of one's own account but the one that asks. */
export async function endOtherSessions(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const change = { action: 'end-other-sessions', subjectKind: 'account', subjectId: actor.accountId }
  const isRefused = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    endOtherSessionsWrites(actor.accountId, actor.sessionHash),
  )
  return isRefused ?? done(null)
}
