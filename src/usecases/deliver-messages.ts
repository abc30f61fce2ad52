import { MINUTES_PER_HOUR } from '../core/time/minute.ts'
import { writeAll } from '../data/database.ts'
import {
  failedMessageWrites,
  listDueMessages,
  sentMessageWrites,
  type WaitingMessage,
} from '../data/outbox-store.ts'
import { type Text, textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

export type MessageText = ReturnType<Text['messages']['signInLink']>

export interface DeliverMessagesInput {
  /** Hands one message over. @throws when it could not: it is tried again later. */
  readonly send: (to: string, message: MessageText, kind: string) => Promise<void>
}

const MOST_AT_ONCE = 50
/** Tries, an hour apart, before a message is given up. */
const MOST_TRIES = 5

/** Sends what is due, each message once, and notes what could not be sent. */
export async function deliverMessages(
  ctx: Context,
  { send }: DeliverMessagesInput,
): Promise<Result<{ readonly sent: number }>> {
  const isRefused = gate(ctx, 'deliver-messages', { kind: 'installation' })
  if (isRefused) return isRefused
  const due = await listDueMessages(ctx.db, ctx.now, MOST_AT_ONCE)
  let sent = 0
  for (const message of due) {
    const fault = await tryToSend(message, send)
    await writeAll(
      ctx.db,
      fault === undefined
        ? sentMessageWrites(message.id, ctx.now)
        : failedMessageWrites(message.id, fault, nextTry(message, ctx)),
    )
    if (fault === undefined) sent++
  }
  return done({ sent })
}

async function tryToSend(
  message: WaitingMessage,
  send: DeliverMessagesInput['send'],
): Promise<string | undefined> {
  const mail = toMail(message)
  if (!mail) return `a message of kind ${message.kind} has no words`
  try {
    await send(mail.to, mail.text, message.kind)
    return undefined
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

function nextTry(message: WaitingMessage, ctx: Context): number | null {
  return message.attempts + 1 >= MOST_TRIES ? null : ctx.now + MINUTES_PER_HOUR
}

/** What the outbox holds of each kind, as the use case that wrote it laid it down. */
interface Payload {
  readonly email?: string
  readonly url?: string
  readonly district?: string
}

function toMail({ kind, payload, language }: WaitingMessage): { to: string; text: MessageText } | undefined {
  const { email, url, district } = payload as Payload
  if (email === undefined || url === undefined) return undefined
  const { messages } = textFor(language ?? 'nb')
  if (kind === 'sign-in-link') return { to: email, text: messages.signInLink(url) }
  if (kind === 'duties-changed' && district !== undefined)
    return { to: email, text: messages.dutiesChanged(district, url) }
  return undefined
}
