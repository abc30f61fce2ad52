import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'

/** Ends the session that the request came with. */
export async function signOut(_ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  return done(null)
}
