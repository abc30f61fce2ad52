import { findMessageChoice, type MessageChoice } from '../data/message-choice-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

/** What the account has asked to be sent. */
export async function showMessageChoice(ctx: Context): Promise<Result<MessageChoice>> {
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  return done(await findMessageChoice(ctx.db, ctx.actor.accountId))
}
