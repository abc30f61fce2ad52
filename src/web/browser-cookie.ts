import { getCookie, setCookie } from 'hono/cookie'
import { sessionCookieOf } from '../usecases/context.ts'
import type { PageContext } from './page.tsx'

/** As long as whatever waits for the browser that asked: a mailed link, a passkey, a provider's answer. */
const SECONDS_KEPT = 30 * 60

/** As secrets are made: nothing shorter tells browsers apart, whoever put it there. */
const SECRET = /^[\w-]{43}$/

/** The secret that tells this browser from others while nobody is signed in to it; undefined when it never asked for anything. */
export function browserSecret(c: PageContext): string | undefined {
  const secret = getCookie(c, nameOf(c))
  return secret !== undefined && SECRET.test(secret) ? secret : undefined
}

/** The same, made where there is none. */
export function keepBrowserSecret(c: PageContext): string {
  const secret = browserSecret(c) ?? c.var.ctx.newSecret()
  setCookie(c, nameOf(c), secret, {
    path: '/',
    httpOnly: true,
    secure: sessionCookieOf(c.var.ctx.origin).isSecure,
    sameSite: 'Lax',
    maxAge: SECONDS_KEPT,
  })
  return secret
}

/** Also here the prefix needs Secure, see `sessionCookieOf`. */
function nameOf(c: PageContext): string {
  return sessionCookieOf(c.var.ctx.origin).isSecure ? '__Host-browser' : 'browser'
}
