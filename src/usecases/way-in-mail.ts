import { findAccount } from '../data/account-store.ts'
import type { ClaimedMessage, OutboxMessage } from '../data/outbox-store.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

/** The kind of messages that tell somebody of a change of how their account is let in. */
export const WAY_IN_CHANGED = 'way-in-changed'

export type WayInChange = keyof Text['messages']['wayInChanged']

/** A mail to the account, so that a way in that another added is seen; none where no address is known. */
export async function wayInMessages(
  ctx: Context,
  accountId: string,
  change: WayInChange,
): Promise<OutboxMessage[]> {
  const email = (await findAccount(ctx.db, accountId))?.email ?? null
  if (email === null) return []
  const id = ctx.newId()
  const payload = { email, change, url: `${ctx.origin}/me/access` }
  return [
    {
      id,
      dedupKey: `${WAY_IN_CHANGED}:${id}`,
      districtId: null,
      kind: WAY_IN_CHANGED,
      personId: null,
      accountId,
      payload,
      createdAt: ctx.now,
      dueAt: ctx.now,
    },
  ]
}

export function wayInWords({ payload, createdAt }: ClaimedMessage, { messages, format }: Text): Words {
  const said = textsIn(payload, 'email', 'change', 'url')
  if (!said || !Object.hasOwn(messages.wayInChanged, said.change)) return BROKEN
  // It has just been asked for by its own name.
  const words = messages.wayInChanged[said.change as WayInChange]
  return mail(said.email, words(format.dateTime(createdAt), said.url))
}
