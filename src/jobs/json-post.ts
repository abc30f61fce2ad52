import type { Sending } from '../usecases/deliver-messages.ts'

/** A gateway that takes messages as JSON. */
export interface Gateway {
  readonly url: string
  /** Sent as a bearer token. */
  readonly key: string
  /** Whom messages are from: an address, or a number or name of up to 11 characters. */
  readonly from: string
}

const MILLISECONDS_TO_ANSWER = 10_000
const TOLD_CHARACTERS = 200

/**
 * Posts one message. Taken: 2xx, and 409, which says that this key has come before, unless that first one is still under
 * way. Tried again: no answer within ten seconds, 5xx, what says *not now* (408, 425, 429), and 401 and 403, which tell of a
 * wrong key or a sender not yet approved, not of the message. Any other answer refuses the message for good.
 */
export async function postJson(
  gateway: Gateway,
  idempotencyKey: string,
  body: object,
  milliseconds = MILLISECONDS_TO_ANSWER,
): Promise<Sending> {
  try {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${gateway.key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(milliseconds),
    })
    return sendingOf(answer.status, await answer.text())
  } catch (fault) {
    return { kind: 'later', why: reasonOf(fault) }
  }
}

const NOT_NOW: readonly number[] = [401, 403, 408, 425, 429]
const UNDER_WAY = /concurrent|in.progress/i

function sendingOf(status: number, text: string): Sending {
  const why = `${status} ${text.slice(0, TOLD_CHARACTERS)}`.replaceAll(/\s+/g, ' ').trim()
  if (status >= 200 && status < 300) return { kind: 'accepted' }
  if (status === 409) return UNDER_WAY.test(text) ? { kind: 'later', why } : { kind: 'accepted' }
  const isLater = status >= 500 || NOT_NOW.includes(status)
  return { kind: isLater ? 'later' : 'refused', why }
}

/** Node names the broken connection only in the cause. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause instanceof Error ? `${fault.message}: ${fault.cause.message}` : fault.message
}
