import type { Text } from '../../text/text.ts'
import type { DistrictNotice } from '../../usecases/show-notices.ts'
import { useText } from '../text-context.ts'

interface MessageStatesProps {
  readonly messages: DistrictNotice['messages']
  /** Whether the doctor has an address now. */
  readonly hasAddress: boolean
}

/** How far the messages about a change have come; what could not reach the doctor says that they must be rung. */
export function MessageStates({ messages, hasAddress }: MessageStatesProps) {
  const text = useText()
  const words = text.notices.district
  const hasMail = messages.some(({ channel }) => channel === 'mail')
  const said = messages.map((message) => stateOf(message, text))
  const isReached = messages.some(({ channel, sentAt }) => channel === 'sms' && sentAt !== null)
  const withoutAddress = isReached ? words.noAddress : words.noAddressRing
  const none = hasAddress ? words.noMail : withoutAddress
  return [...(hasMail ? [] : [none]), ...said].map((sentence) => <p>{sentence}</p>)
}

function stateOf(
  { channel, status, sentAt, failedTries, isUnneeded }: MessageStatesProps['messages'][number],
  { format, notices }: Text,
): string {
  const words = notices.district
  const isMail = channel === 'mail'
  if (isUnneeded) return isMail ? words.mailUnneeded : words.smsUnneeded
  if (sentAt !== null)
    return isMail ? words.mailSent(format.dateTime(sentAt)) : words.smsSent(format.dateTime(sentAt))
  if (status === 'dead') return isMail ? words.mailDead : words.smsDead
  if (!isMail) return words.smsWaits
  return failedTries > 0 ? words.mailRetried(failedTries) : words.mailWaits
}
