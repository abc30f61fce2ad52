import { writeAll } from '../data/database.ts'
import {
  type ChannelName,
  type ClaimedMessage,
  claimMessages,
  coveredMessageWrites,
  failedMessageWrites,
  sentMessageWrites,
} from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { toldBy } from './message-words.ts'
import { done, type Result } from './refusal.ts'
import type { Told } from './told.ts'

/** A message as a channel hands it over. */
export interface Outgoing extends Pick<Told, 'to' | 'subject' | 'body' | 'attachments'> {
  readonly kind: string
  /** The same at each try, so that whoever takes messages can refuse the second. Hex, 64 characters. */
  readonly idempotencyKey: string
}

/** What became of a try: taken, worth trying again, or refused for good. */
export type Sending =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'later'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** Hands one message over. What it throws is a try that failed. */
export type Channel = (message: Outgoing) => Promise<Sending>
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>

export interface DeliverMessagesInput {
  /** Messages whose channel is not here wait. */
  readonly channels: Channels
  /** In development what was said stays readable. */
  readonly keepsWords?: boolean
}

export interface Delivery {
  readonly claimed: number
  readonly sent: number
  /** Tries that failed for now or could not be noted: what is down need not be asked for the rest. */
  readonly failed: number
}

/** Minutes after which what was taken and neither sent nor given back may be taken by somebody else: one message, of ten seconds at
 * the most, by a clock that was read just before. */
const LEASE_MINUTES = 3
/** Minutes before the second try, the third and so on, 13 hours in all: mail services know a key again for 24. */
const WAITS = [1, 5, 15, 60, 240, 240, 240] as const
const ERROR_CHARACTERS = 300

/** Sends the one message that has been due longest, once, and notes it when it could not be sent. */
export async function deliverMessages(
  ctx: Context,
  { channels, keepsWords = false }: DeliverMessagesInput,
): Promise<Result<Delivery>> {
  const isRefused = gate(ctx, 'deliver-messages', { kind: 'installation' })
  if (isRefused) return isRefused
  const { now } = ctx
  const names = (['mail', 'sms'] as const).filter((name) => channels[name])
  const claim = { now, until: now + LEASE_MINUTES, limit: 1, channels: names }
  const [message] = names.length > 0 ? await claimMessages(ctx.db, claim) : []
  if (!message) return done({ claimed: 0, sent: 0, failed: 0 })
  const outcome = await deliver(ctx, message, channels)
  const isNoted = await note(ctx, message, outcome, keepsWords)
  const isFailed = outcome.kind === 'later' || !isNoted
  return done({ claimed: 1, sent: outcome.kind === 'sent' ? 1 : 0, failed: isFailed ? 1 : 0 })
}

/** What could not be noted keeps its lease, and is then sent again under the same key: those behind it need not wait. */
async function note(ctx: Context, message: ClaimedMessage, outcome: Outcome, keepsWords: boolean) {
  try {
    await writeAll(ctx.db, outcomeWrites(ctx, message, outcome, keepsWords))
    return true
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    console.error(`${ctx.requestId} what became of message ${message.id} was not noted: ${why}`)
    return false
  }
}

type Outcome =
  | { readonly kind: 'sent'; readonly told: Told }
  /** There was nothing left to tell. */
  | { readonly kind: 'unneeded'; readonly why: string }
  | Exclude<Sending, { readonly kind: 'accepted' }>

async function deliver(ctx: Context, message: ClaimedMessage, channels: Channels): Promise<Outcome> {
  // Also whoever stopped in the middle of a try has counted it.
  if (message.attempts > WAITS.length + 1) return { kind: 'refused', why: 'every try broke off' }
  try {
    const words = await toldBy(ctx, message)
    if (words.kind === 'broken') return { kind: 'refused', why: words.why }
    if (words.kind === 'unneeded') return words
    const { to, subject, body, attachments } = words
    const idempotencyKey = await ctx.hash(message.dedupKey)
    // Claimed by the names of these channels.
    const send = channels[message.channel] as Channel
    const sending = await send({ to, subject, body, attachments, kind: message.kind, idempotencyKey })
    return sending.kind === 'accepted' ? { kind: 'sent', told: words } : sending
  } catch (fault) {
    return { kind: 'later', why: fault instanceof Error ? fault.message : String(fault) }
  }
}

function outcomeWrites(ctx: Context, message: ClaimedMessage, outcome: Outcome, keepsWords: boolean) {
  const { id, attempts } = message
  if (outcome.kind === 'sent' || outcome.kind === 'unneeded') {
    const covered = coveredMessageWrites(message, ctx.now)
    return [...sentMessageWrites(sentOf(ctx, message, outcome, keepsWords)), ...covered]
  }
  const wait = outcome.kind === 'later' ? WAITS[attempts - 1] : undefined
  const error = outcome.why.slice(0, ERROR_CHARACTERS)
  if (wait !== undefined) return failedMessageWrites(id, error, ctx.now + wait)
  // Of an earlier try nobody knows whether it was taken: a gateway may refuse the second for that very reason.
  const isMaybeTaken = outcome.kind === 'later' || attempts > 1
  const dead = failedMessageWrites(id, error, null, isMaybeTaken)
  return [...dead, ...coveredMessageWrites(message, ctx.now, { error, isMaybeTaken })]
}

function sentOf(
  ctx: Context,
  { id, tells }: ClaimedMessage,
  outcome: Extract<Outcome, { kind: 'sent' | 'unneeded' }>,
  keepsWords: boolean,
) {
  const kept = {
    ...(tells === null ? {} : { toldTo: tells.to }),
    ...(keepsWords && outcome.kind === 'sent' ? { told: outcome.told } : {}),
  }
  return { id, at: ctx.now, kept, ...(outcome.kind === 'unneeded' ? { unsent: outcome.why } : {}) }
}
