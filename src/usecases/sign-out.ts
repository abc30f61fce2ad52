import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { endSessionWrites } from '../data/session-store.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

/** Ends the session that the request came with, also one that has run out: its browser is another's from now on. */
export async function signOut(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const session = ctx.actor.kind === 'account' ? ctx.actor : ctx.lapsed
  if (!session) return done(null)
  const change = { action: 'sign-out', subjectKind: 'account', subjectId: session.accountId }
  const isRefused = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    endSessionWrites(session.sessionHash),
  )
  return isRefused ?? done(null)
}
