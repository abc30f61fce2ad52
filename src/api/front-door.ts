import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { type AppEnv, sessionCookieOf, type Context as UseCaseContext } from '../usecases/context.ts'

export interface FrontDoor {
  /** The context of one request; the session is null for doors that know none. */
  readonly contextFor: (c: Context<AppEnv>, session: string | null) => Promise<UseCaseContext>
  /** A built file of the client, or undefined when there is none. */
  readonly asset: (c: Context<AppEnv>) => Promise<Response | undefined>
  readonly faultPage: (c: Context<AppEnv>) => Response | Promise<Response>
  readonly newRequestId: () => string
}

/** What every answer passes through, pages and programs alike: headers, the guard, the session, faults. */
export function frontDoor(door: FrontDoor): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(secureHeaders)
  app.use(sameSiteOnly)
  app.get('/assets/*', async (c) => (await door.asset(c)) ?? c.text('', 404))
  app.use(async (c, next) => {
    c.set('requestId', door.newRequestId())
    c.set('ctx', await door.contextFor(c, sessionSecretOf(c)))
    await next()
  })
  app.onError((fault, c) => {
    if (!c.get('requestId')) c.set('requestId', door.newRequestId())
    console.error(`${c.get('requestId')} ${c.req.method} ${maskedPath(c)}`, fault)
    return door.faultPage(c)
  })
  return app
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('Content-Security-Policy', POLICY)
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  if (c.req.url.startsWith('https:'))
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}

/** Another site's page may not make a signed-in browser change anything (OWASP ASVS 3.5.1). */
const sameSiteOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS'
  if (!isSafe && !isSameSite(c)) return c.text('', 403)
  await next()
}

function isSameSite(c: Context<AppEnv>): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return c.req.header('Origin') === new URL(c.req.url).origin
}

/** Calendar clients carry no session, and none is looked for on their path. */
function sessionSecretOf(c: Context<AppEnv>): string | null {
  if (c.req.path.startsWith('/k/')) return null
  return getCookie(c, sessionCookieOf(new URL(c.req.url).origin).name) ?? null
}

/** Secrets in addresses stay out of the log. */
function maskedPath(c: Context<AppEnv>): string {
  return c.req.path.replace(/^\/(k|sign-in)\/[^/]+/, '/$1/…')
}
