import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { type MessageChoice, messageChoiceWrites } from '../data/message-choice-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/** Turns the weekly overview of one's own duties on or off. */
export async function chooseMessages(ctx: Context, { weeklyDigest }: MessageChoice): Promise<Result<null>> {
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId } = ctx.actor
  const change = {
    districtId: INSTALLATION_CHAIN,
    action: 'choose-messages',
    subjectKind: 'account',
    subjectId: accountId,
    after: { weeklyDigest },
  }
  return (await save(ctx, change, messageChoiceWrites(accountId, { weeklyDigest }))) ?? done(null)
}
