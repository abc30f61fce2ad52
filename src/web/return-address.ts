import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { sessionCookieOf } from '../usecases/context.ts'
import { toOwnAddress } from './own-address.ts'
import type { PageContext } from './page.tsx'

const COOKIE = 'asked-for'
/** As long as a sign-in link may take to arrive and be opened. */
const SECONDS_KEPT = 30 * 60

/** Remembers in the browser which page somebody asked for who was sent to sign in first. */
export function rememberAskedFor(c: PageContext): void {
  // Not what a script of a page asks for.
  const isPage = (c.req.header('Sec-Fetch-Dest') ?? 'document') === 'document'
  if (c.req.method !== 'GET' || !isPage) return
  const { pathname, search } = new URL(c.req.url)
  if (pathname === '/') return
  const isSecure = sessionCookieOf(c.var.ctx.origin).isSecure
  setCookie(c, COOKIE, pathname + search, {
    path: '/',
    httpOnly: true,
    secure: isSecure,
    sameSite: 'Lax',
    maxAge: SECONDS_KEPT,
  })
}

/** That page, and it stays remembered. */
export function askedFor(c: PageContext): string | undefined {
  const asked = getCookie(c, COOKIE)
  return asked === undefined ? undefined : toOwnAddress(asked)
}

/** Whether a browser stores what stands there, and stays on the page that led to it. */
export function isFile(address: string): boolean {
  return /(\/export|\/tables\/[^/?]*|\.\w+)(\?|$)/.test(address)
}

/** That page, once; undefined when none was asked for here. Whoever may not read it is told so there. */
export function takeAskedFor(c: PageContext): string | undefined {
  const asked = askedFor(c)
  deleteCookie(c, COOKIE, { path: '/', secure: sessionCookieOf(c.var.ctx.origin).isSecure })
  return asked
}
