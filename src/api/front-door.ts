import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { etag } from 'hono/etag'
import type { Language } from '../core/rota/district.ts'
import { languageAsked, toLanguage } from '../text/language.ts'
import {
  type AppEnv,
  LANGUAGE_COOKIE,
  type ShownSession,
  sessionCookieOf,
  type Context as UseCaseContext,
} from '../usecases/context.ts'
import { noteDenials } from './denied.ts'
import { logFault } from './log-fault.ts'
import { isFeedPath } from './masked-path.ts'
import { type OuterWall, outerWall } from './outer-wall.ts'

export interface FrontDoor {
  /** The context of one request; the session is null for doors that know none, the language what the browser asks for. */
  readonly contextFor: (
    c: Context<AppEnv>,
    session: ShownSession | null,
    language: Language,
  ) => Promise<UseCaseContext>
  /** Scheme and host that people reach the installation by. */
  readonly originOf: (c: Context<AppEnv>) => string
  /** A built file of the client; an answer that is not ok when there is none. */
  readonly asset: (c: Context<AppEnv>) => Promise<Response>
  readonly notFoundPage: (c: Context<AppEnv>) => Response | Promise<Response>
  readonly faultPage: (c: Context<AppEnv>) => Response | Promise<Response>
  readonly newRequestId: () => string
  /** Left out: nobody is asked to wait. */
  readonly wall?: OuterWall
}

/** What every answer passes through, pages and programs alike: headers, the guard, the session, faults. */
export function frontDoor(door: FrontDoor): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(secureHeaders)
  app.use(async (c, next) => {
    c.set('requestId', door.newRequestId())
    await next()
  })
  app.use(sameSiteOnly(door))
  app.get(`${ASSETS}*`, etag(), (c) => door.asset(c))
  app.use(async (c, next) => {
    c.set('ctx', await door.contextFor(c, sessionOf(c, door.originOf(c)), languageOf(c)))
    await next()
  })
  if (door.wall) app.use(outerWall(door.wall))
  app.use(noteDenials)
  app.notFound((c) => door.notFoundPage(c))
  app.onError((fault, c) => toFaultAnswer(door, fault, c))
  return app
}

/** Logged once; the person gets the number, never the message. */
async function toFaultAnswer(door: FrontDoor, fault: Error, c: Context<AppEnv>): Promise<Response> {
  const { requestId } = c.var
  logFault(c, fault)
  if (isFeedPath(c.req.path)) return c.text('', 500)
  // The page needs a context, and the fault may have been in making one, as without its secrets.
  if (!c.get('ctx')) return c.text(requestId, 500)
  try {
    return await door.faultPage(c)
  } catch (second) {
    console.error(`${requestId} while telling of the fault`, second)
    return c.text(requestId, 500)
  }
}

const POLICY_PARTS = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // Text never becomes markup or script in the page: no way to do it is named.
  "require-trusted-types-for 'script'",
] as const

const POLICY = [...POLICY_PARTS, "trusted-types 'none'"].join('; ')

/** The one page that builds starts a worker, whose address goes through one policy of its own name. */
const WORKER_POLICY = [...POLICY_PARTS, "worker-src 'self'", 'trusted-types build-worker'].join('; ')

/** A worker is bound by its own answer's policy; the exact solver's alone compiles what it fetches. */
const SOLVER = '/assets/polish-worker.js'
const SOLVER_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

function policyOf(c: Context<AppEnv>): string {
  if (c.req.path === SOLVER) return SOLVER_POLICY
  return c.get('runsWorker') ? WORKER_POLICY : POLICY
}

const ASSETS = '/assets/'
/** Built files that have the hash of what is in them in their names. */
const PARTS = `${ASSETS}parts/`
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** What every answer carries beside its policy. */
const SECURE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

/**
 * The same for built files that the platform answers with before any code runs, as it reads them from a file `_headers`. Where
 * several rules meet, their values would be joined, so the solver's lets go of the policy of all.
 */
export function assetHeaders(): string {
  const all = Object.entries({ 'Content-Security-Policy': POLICY, ...SECURE_HEADERS })
  return [
    '/*',
    ...all.map(([name, value]) => `  ${name}: ${value}`),
    SOLVER,
    '  ! Content-Security-Policy',
    `  Content-Security-Policy: ${SOLVER_POLICY}`,
    `${PARTS}*`,
    `  Cache-Control: ${FOR_GOOD}`,
    '',
  ].join('\n')
}

const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('Content-Security-Policy', policyOf(c))
  for (const [name, value] of Object.entries(SECURE_HEADERS)) headers.set(name, value)
  if (c.req.url.startsWith('https:'))
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', keptBy(c))
}

/** A built file may be kept: by its name for good, else as long as its tag is the same. Nothing else is. */
function keptBy({ req, res }: Context<AppEnv>): string {
  if (res.status >= 400 || !req.path.startsWith(ASSETS)) return 'no-store'
  return req.path.startsWith(PARTS) ? FOR_GOOD : 'no-cache'
}

/** Another site's page may not make a signed-in browser change anything (OWASP ASVS 3.5.1). */
function sameSiteOnly(door: Pick<FrontDoor, 'originOf'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS'
    // Calendars have no session that another site could use; their door refuses what it does not know.
    if (!isSafe && !isFeedPath(c.req.path) && !isSameSite(c, door.originOf(c))) return c.text('', 403)
    await next()
  }
}

/** Held against where people reach the installation: what a request names as its host is its sender's word. */
function isSameSite(c: Context<AppEnv>, origin: string): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return c.req.header('Origin') === new URL(origin).origin
}

function sessionOf(c: Context<AppEnv>, origin: string): ShownSession | null {
  const secret = isFeedPath(c.req.path) ? undefined : getCookie(c, sessionCookieOf(origin).name)
  return secret === undefined ? null : { secret, isUse: isUse(c) }
}

/** Scripts ask how things stand for as long as a page is open; only they know whether somebody is at work there. */
function isUse({ req }: Context<AppEnv>): boolean {
  return req.method !== 'GET' || !req.path.startsWith('/api/') || req.query('used') === 'yes'
}

/** As chosen in this browser, else as the browser is set up; a calendar is in the language of whom it was issued to. */
function languageOf(c: Context<AppEnv>): Language {
  if (isFeedPath(c.req.path)) return 'nb'
  return toLanguage(getCookie(c, LANGUAGE_COOKIE)) ?? languageAsked(c.req.header('Accept-Language'))
}
