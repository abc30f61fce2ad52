import { setCookie } from 'hono/cookie'
import type { StartedSession } from '../usecases/begin-session.ts'
import { sessionCookieOf } from '../usecases/context.ts'
import type { PageContext } from './page.tsx'

/**
 * Gives the browser a session that has begun; whatever it had before is written over. The cookie outlives the session, whose end
 * the server alone decides, so that a form sent after it is known as whose it is.
 */
export function startSession(c: PageContext, session: StartedSession): void {
  const cookie = sessionCookieOf(c.var.ctx.origin)
  setCookie(c, cookie.name, session.secret, {
    path: '/',
    httpOnly: true,
    secure: cookie.isSecure,
    sameSite: 'Lax',
    expires: new Date(session.cookieEndsAt * 60_000),
  })
}
