import type { Context } from '../usecases/context.ts'
import { type Channels, deliverMessages } from '../usecases/deliver-messages.ts'
import { queueDigests } from '../usecases/queue-digests.ts'
import { type ChannelSettings, channelsOf, DEVELOPMENT_CHANNELS, namesOf } from './channels.ts'

/** How an installation sends. */
export interface Outbox {
  readonly channels: Channels
  readonly names: readonly ('mail' | 'sms')[]
  /** Whether what was said stays to be read. */
  readonly keepsWords: boolean
}

export function outboxOf(mode: Context['mode'], settings: ChannelSettings): Outbox {
  const isDevelopment = mode === 'development'
  const channels = isDevelopment ? DEVELOPMENT_CHANNELS : channelsOf(settings)
  return { channels, names: namesOf(channels), keepsWords: isDevelopment }
}

/** For the log, once at start; undefined when there is nothing to tell. */
export function outboxWarning({ names }: Outbox): string | undefined {
  if (names.includes('mail')) return undefined
  return 'no mail is sent: set MAIL_URL, MAIL_KEY and MAIL_FROM; messages, sign-in links too, wait until then'
}

/** Messages of one run: what is left then waits for the next. */
const MOST_MESSAGES = 100
/** Tries that failed in one run after which a gateway is left alone till the next. */
const MOST_FAILURES = 3

/** Sends what is due, until nothing is or the gateways fail. Each message is taken by the clock of its own moment, so that no lease runs out while others are sent. */
export async function sendMessages(newContext: () => Context, outbox: Outbox): Promise<void> {
  let failed = 0
  for (let taken = 0; taken < MOST_MESSAGES && failed < MOST_FAILURES; taken++) {
    const result = await deliverMessages(newContext(), outbox)
    if (result.kind === 'refused') throw new Error(`the outbox was refused: ${result.refusal.kind}`)
    if (result.value.claimed === 0) return
    failed += result.value.failed
  }
}

/** Every few minutes: the week's overviews, when it is time, and whatever is due. */
export async function runOutbox(newContext: () => Context, outbox: Outbox): Promise<void> {
  await queueDigests(newContext(), {})
  await sendMessages(newContext, outbox)
}
