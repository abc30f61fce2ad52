import { Hono } from 'hono'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import type { AppEnv } from '../usecases/context.ts'
import { toContact } from './security-contact.ts'

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
