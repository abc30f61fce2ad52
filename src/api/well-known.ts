import { Hono } from 'hono'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import type { AppEnv } from '../usecases/context.ts'

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' } as const

/** Less than a year, as RFC 9116 §2.5.5 asks; told anew each day, so that what is kept by a reader runs out. */
const DAYS_VALID = 180

/** What is read without anybody being asked: whom to tell of a hole, and that search engines are to stay away. */
export function wellKnown(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/.well-known/security.txt', (c) => {
      const { securityContact, origin, now } = c.get('ctx')
      const contact = toContact(securityContact)
      return contact === undefined ? c.text('', 404) : c.body(securityText(contact, origin, now), 200, TEXT)
    })
    .get('/robots.txt', (c) => c.body('User-agent: *\nDisallow: /\n', 200, TEXT))
}

/** An address of the web or of mail, as the installation gives it; undefined when it is none, since a wrong one would be worse. */
function toContact(told = ''): string | undefined {
  const contact = told.trim()
  if (/^(https:\/\/|mailto:)[\x21-\x7e]+$/.test(contact)) return contact
  return /^[\x21-\x39\x3b-\x7e]+@[\x21-\x39\x3b-\x7e]+$/.test(contact) ? `mailto:${contact}` : undefined
}

function securityText(contact: string, origin: string, now: Minute): string {
  const today = now - (now % MINUTES_PER_DAY)
  const expires = new Date((today + DAYS_VALID * MINUTES_PER_DAY) * 60_000).toISOString()
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.slice(0, 19)}Z`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
