import type { Channel } from '../usecases/deliver-messages.ts'
import { type Gateway, postJson } from './json-post.ts'

/** Text messages by an HTTP interface of the shape that Telnyx has (its documentation, read 2026-11-22). */
export function smsChannel(gateway: Gateway, milliseconds?: number): Channel {
  return async ({ to, body, idempotencyKey }) => {
    const number = toE164(to)
    if (number === undefined) return { kind: 'refused', why: 'not a number that text messages go to' }
    return postJson(gateway, idempotencyKey, { from: gateway.from, to: number, text: body }, milliseconds)
  }
}

const NORWAY = '+47'

/** A number as people write it in the form of ITU-T E.164, with Norway's prefix where it has none; undefined when it can't be one. */
export function toE164(written: string): string | undefined {
  const digits = written.replaceAll(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{7,14}$/.test(digits)) return digits
  return /^[2-9]\d{7}$/.test(digits) ? NORWAY + digits : undefined
}
