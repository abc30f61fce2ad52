import type { Channel } from '../usecases/deliver-messages.ts'
import { type Gateway, postJson } from './json-post.ts'

/** Mail by an HTTP interface of the shape that Resend and Emailit have (their documentation, read 2026-11-22). */
export function mailChannel(gateway: Gateway, milliseconds?: number): Channel {
  return ({ to, subject, body, attachments, idempotencyKey }) => {
    const files = attachments.map(({ filename, type, text }) => ({
      filename,
      content: toBase64(text),
      content_type: type,
    }))
    const mail = { from: gateway.from, to: [to], subject: oneLine(subject), text: body }
    const withFiles = files.length > 0 ? { ...mail, attachments: files } : mail
    return postJson(gateway, idempotencyKey, withFiles, milliseconds)
  }
}

/** A line break in a subject would be a header of its own to careless programs. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
