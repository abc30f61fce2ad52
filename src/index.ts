import type { Context } from 'hono'
import { apiApp } from './api/app.ts'
import { frontDoor } from './api/front-door.ts'
import { settingFaults, settingWarnings } from './api/settings.ts'
import { whoAsks } from './api/who-asks.ts'
import { BuildJob } from './jobs/build-job.ts'
import { demandClaim } from './jobs/claim.ts'
import { runNightly } from './jobs/nightly.ts'
import { outboxOf, outboxWarning, runOutbox, sendMessages } from './jobs/outbox.ts'
import { type AppEnv, jobContext, openContext, type Surroundings } from './usecases/context.ts'
import { webApp } from './web/app.tsx'
import { faultPage, notFoundPage, problemPage } from './web/problem.tsx'

export { BuildJob }

export interface Env {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  readonly BUILDS: DurableObjectNamespace<BuildJob>
  /** 'development' opens the /dev doors and prints messages; anything else is production. */
  readonly MODE?: string
  /** Where people reach the installation; in development wherever the request came. */
  readonly ORIGIN?: string
  /** Secret keys of calendar links, separated by commas, the newest first; at least 32 characters each. */
  readonly FEED_KEYS?: string
  /** The same of the keys that grounds of exemptions are sealed with. */
  readonly GROUND_KEYS?: string
  /** What providers know the installation by: a JSON list of private keys as JWK, see docs/providers.md; left out = none is offered. */
  readonly OIDC_KEYS?: string
  /** Where mail is handed over, with which key, and whom it is from; all three or mail waits. */
  readonly MAIL_URL?: string
  readonly MAIL_KEY?: string
  readonly MAIL_FROM?: string
  /** The same of text messages, which are off without. */
  readonly SMS_URL?: string
  readonly SMS_KEY?: string
  readonly SMS_FROM?: string
  /** An address of mail or the web: whom to tell of a hole. */
  readonly SECURITY_CONTACT?: string
  /** Coarse limits of requests in a minute, see wrangler.toml; left out = none. */
  readonly READS?: RateLimit
  readonly WRITES?: RateLimit
}

const MILLISECONDS_PER_MINUTE = 60_000

const app = frontDoor({
  contextFor: async (c, session, language) => {
    const around = surroundings(envOf(c), originOf(c.req.url, envOf(c)), c.var.requestId)
    const ctx = await openContext({ ...around, ...askedBy(c), language }, session)
    if (!isClaimed && ctx.mode === 'production') isClaimed = await demandClaim(ctx, ADMIN_LINK)
    return ctx
  },
  originOf: (c) => originOf(c.req.url, envOf(c)),
  asset: (c) => assetOf(envOf(c), c.req.raw),
  notFoundPage,
  faultPage,
  newRequestId: () => crypto.randomUUID(),
  wall: {
    isOver: async (c, kind, key) => {
      const { READS, WRITES } = envOf(c)
      const said = await (kind === 'read' ? READS : WRITES)?.limit({ key })
      return said?.success === false
    },
    tooManyPage: (c) => problemPage(c, { kind: 'too-many', retryAfterMinutes: 1 }),
  },
})
  .route('/', apiApp())
  .route('/', webApp())

/** As in wrangler.toml; every other trigger is the outbox'. */
const NIGHTLY = '15 3 * * *'

let isWarned = false

/** Known in each isolate once it is so: an installation that was claimed is asked no more. */
let isClaimed = false
const ADMIN_LINK = 'npm run admin-link -- --remote'

export default {
  async fetch(request, env, execution) {
    warnOnce(env)
    const response = await app.fetch(request, env, execution)
    if (isTimeToSend(request, env))
      execution.waitUntil(
        sendMessages(() => jobContextFor(env, 'outbox', originOf(request.url, env)), outboxFor(env)),
      )
    return response
  },
  async scheduled(event, env, execution) {
    warnOnce(env)
    const newContext = (name: string) => () => jobContextFor(env, name, env.ORIGIN ?? '')
    if (event.cron === NIGHTLY) execution.waitUntil(runNightly(newContext('nightly')()))
    else execution.waitUntil(runOutbox(newContext('outbox'), outboxFor(env)))
  },
} satisfies ExportedHandler<Env>

/** Messages about what a form has changed leave at once; what is left waits for the outbox' trigger, which development servers lack. */
function isTimeToSend(request: Request, env: Env): boolean {
  if (new URL(request.url).pathname.startsWith('/api/')) return false
  return request.method === 'POST' || modeOf(env) === 'development'
}

function outboxFor(env: Env) {
  return outboxOf(modeOf(env), env)
}

function modeOf(env: Env): 'development' | 'production' {
  return env.MODE === 'development' ? 'development' : 'production'
}

/** Once in each isolate: the platform has no start of its own to tell it at. */
function warnOnce(env: Env): void {
  if (isWarned) return
  isWarned = true
  const told = { ...env, mode: modeOf(env) }
  for (const fault of settingFaults(told)) console.error(fault)
  for (const warning of [outboxWarning(outboxFor(env)) ?? [], settingWarnings(told)].flat())
    console.warn(warning)
}

/** The doors are typed without bindings, so that none but this file reads them; what stands there is what `fetch` gave. */
function envOf(c: Context<AppEnv>): Env {
  return c.env as Env
}

/** Only what the platform itself says counts as the address: it writes this header over whatever was sent. */
function askedBy(c: Context<AppEnv>) {
  return whoAsks(c.req.header('cf-connecting-ip'), c.req.header('User-Agent'))
}

function jobContextFor(env: Env, name: string, origin: string) {
  return jobContext(surroundings(env, origin, crypto.randomUUID()), name)
}

function surroundings(env: Env, origin: string, requestId: string): Surroundings {
  return {
    d1: env.DB,
    now: Math.floor(Date.now() / MILLISECONDS_PER_MINUTE),
    mode: modeOf(env),
    channels: outboxFor(env).names,
    origin,
    secrets: env,
    securityContact: env.SECURITY_CONTACT,
    requestId,
    startBuild: (buildId) => env.BUILDS.get(env.BUILDS.idFromName(buildId)).start(buildId),
  }
}

/** The client's bundled files, where the platform has not answered with them before this code runs. */
async function assetOf(env: Env, request: Request): Promise<Response> {
  const answer = await env.ASSETS.fetch(request)
  // A copy, since the headers of a fetched answer can't be added to.
  return new Response(answer.body, answer)
}

function originOf(url: string, env: Env): string {
  return env.ORIGIN ?? new URL(url).origin
}
