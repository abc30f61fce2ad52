import type { Minute } from '../core/time/minute.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface UseSignInLinkInput {
  readonly token: string
}

export interface StartedSession {
  /** The value of the session cookie. */
  readonly secret: string
  /** When the cookie ends whatever happens. */
  readonly endsAt: Minute
}

/** Trades an unused link for a session, once. Used, expired and forged links get the same refusal. */
export async function useSignInLink(
  _ctx: Context,
  _input: UseSignInLinkInput,
): Promise<Result<StartedSession>> {
  return refused({ kind: 'link-used' })
}
