import { listAuditHeads } from '../data/audit-store.ts'
import type { ClaimedMessage } from '../data/outbox-store.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'
import { keptLine } from './verify-audit.ts'

/** The kind of messages that keep the ends of the log outside the installation. */
export const LOG_HEADS = 'log-heads'

/** The ends as they are when the mail leaves. */
export async function logHeadsWords(
  ctx: Context,
  { payload }: ClaimedMessage,
  { audit }: Text,
): Promise<Words> {
  const said = textsIn(payload, 'email')
  if (!said) return BROKEN
  const heads = await listAuditHeads(ctx.db)
  const lines = heads.map(({ districtId, ...head }) => keptLine({ chain: districtId, ...head }))
  return mail(said.email, audit.heads(lines.join('\n')))
}
