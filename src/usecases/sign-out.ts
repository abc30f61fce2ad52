import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { endSessionWrites } from '../data/session-store.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

/** Ends the session that the request came with. */
export async function signOut(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return done(null)
  const change = { action: 'sign-out', subjectKind: 'account', subjectId: actor.accountId }
  const isRefused = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    endSessionWrites(actor.sessionHash),
  )
  return isRefused ?? done(null)
}
