import type { ClaimedMessage, OutboxMessage } from '../data/outbox-store.ts'
import { mailedLinkEnds } from '../identity/one-time-link.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

/** Kinds of messages about one's own address. */
export const ADDRESS_CODE = 'address-code'
export const ADDRESS_TAKEN = 'address-taken'
export const ADDRESS_CHANGED = 'address-changed'

/** `key`: what makes the message one of its kind. */
export function addressMessage(
  ctx: Context,
  kind: typeof ADDRESS_CODE | typeof ADDRESS_TAKEN | typeof ADDRESS_CHANGED,
  accountId: string,
  key: string,
  payload: Readonly<Record<string, string>>,
): OutboxMessage {
  const when = { createdAt: ctx.now, dueAt: ctx.now }
  return {
    id: ctx.newId(),
    dedupKey: `${kind}:${key}`,
    districtId: null,
    kind,
    personId: null,
    accountId,
    payload,
    ...when,
  }
}

export function addressCodeWords(
  { now }: Context,
  { payload, createdAt }: ClaimedMessage,
  { ownData }: Text,
): Words {
  const said = textsIn(payload, 'email', 'code')
  if (!said) return BROKEN
  if (mailedLinkEnds(createdAt) <= now) return { kind: 'unneeded', why: 'the code has run out' }
  return mail(said.email, ownData.mails.addressCode(said.code))
}

export function addressTakenWords({ payload }: ClaimedMessage, { ownData }: Text): Words {
  const said = textsIn(payload, 'email')
  return said ? mail(said.email, ownData.mails.addressTaken()) : BROKEN
}

export function addressChangedWords(
  { payload, createdAt }: ClaimedMessage,
  { ownData, format }: Text,
): Words {
  const said = textsIn(payload, 'email')
  return said ? mail(said.email, ownData.mails.addressChanged(format.dateTime(createdAt))) : BROKEN
}
