import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { apiApp } from './api/app.ts'
import { frontDoor } from './api/front-door.ts'
import { settingFaults, settingWarnings } from './api/settings.ts'
import { clientAddress, toTrustedProxy } from './api/trusted-proxy.ts'
import { whoAsks } from './api/who-asks.ts'
import { openSqlite } from './data/sqlite-d1.ts'
import { runBuild } from './jobs/build-loop.ts'
import type { ChannelSettings } from './jobs/channels.ts'
import { adminLink, type ClaimState, claimOf, unclaimedSentence } from './jobs/claim.ts'
import { runNightly } from './jobs/nightly.ts'
import { outboxOf, outboxWarning, runOutbox } from './jobs/outbox.ts'
import { takeUpBuilds } from './jobs/take-up.ts'
import { demandSecrets, jobContext, openContext, type Surroundings } from './usecases/context.ts'
import { webApp } from './web/app.tsx'
import { faultPage, notFoundPage } from './web/problem.tsx'

export interface NodeSettings {
  /** A file of SQLite, or ':memory:'. */
  readonly database: string
  readonly migrationsFolder: string
  readonly clientFolder: string
  /** Where people reach it, without a slash at the end. */
  readonly origin: string
  readonly mode: 'development' | 'production'
  /** Secret keys of calendar links and of grounds of exemptions; needed in production. */
  readonly secrets?: Surroundings['secrets']
  /** What mail and text messages are sent by; left out = in production they wait. */
  readonly messages?: ChannelSettings
  /** An address of mail or the web: whom to tell of a hole. */
  readonly securityContact?: string | undefined
  /** How many proxies stand before it, or their addresses; left out = nobody speaks for others. */
  readonly trustedProxy?: string | undefined
}

export interface NodeApp {
  /** `address`: of the other end of the connection, which limits count; a header stands for it only where a proxy is trusted. */
  readonly fetch: (request: Request, address?: string) => Promise<Response>
  readonly nightly: () => Promise<void>
  /** Sends what is due. */
  readonly outbox: () => Promise<void>
  /** Whether somebody looks after the installation. */
  readonly claim: () => Promise<ClaimState>
  /** A new address by which whoever reads it becomes its administrator, once. */
  readonly adminLink: () => Promise<string>
  /** For the log at start, each a sentence. */
  readonly warnings: readonly string[]
  /** Goes on with the builds that the process before left in the middle. */
  readonly takeUp: () => void
  /** Settles when no build is under way. */
  readonly idle: () => Promise<void>
  readonly close: () => void
}

const MILLISECONDS_PER_MINUTE = 60_000

/**
 * The whole product in one process over a SQLite file; builds run between requests, slice by slice. Nothing is begun by opening it.
 * @throws for settings that it can't run with, in a sentence for whoever runs it.
 */
export function openNodeApp(settings: NodeSettings): NodeApp {
  demandSecrets(settings.secrets ?? {}, settings.mode)
  const told = {
    ...settings.messages,
    mode: settings.mode,
    ORIGIN: settings.origin,
    SECURITY_CONTACT: settings.securityContact,
  }
  for (const fault of settingFaults(told)) throw new Error(fault)
  const trusted = toTrustedProxy(settings.trustedProxy)
  const d1 = openSqlite(settings.database, migrationsIn(settings.migrationsFolder))
  const builds = new Set<Promise<void>>()
  const outbox = outboxOf(settings.mode, settings.messages ?? {})
  const around = (requestId: string): Surroundings => ({
    d1,
    now: Math.floor(Date.now() / MILLISECONDS_PER_MINUTE),
    mode: settings.mode,
    origin: settings.origin,
    secrets: settings.secrets ?? {},
    channels: outbox.names,
    securityContact: settings.securityContact,
    requestId,
    startBuild: async (buildId) => {
      under(
        builds,
        runBuild(() => jobContext(around(buildId), 'build'), buildId, nextTurn),
      )
    },
  })
  const app = frontDoor({
    contextFor: (c, session, language) => {
      const asked = whoAsks(addressGiven(c.env), c.req.header('User-Agent'))
      return openContext({ ...around(c.var.requestId), ...asked, language }, session)
    },
    originOf: () => settings.origin,
    asset: async (c) => fileAnswer(settings.clientFolder, c.req.path),
    notFoundPage,
    faultPage,
    newRequestId: () => crypto.randomUUID(),
  })
    .route('/', apiApp())
    .route('/', webApp())
  return {
    fetch: async (request, socket) => {
      const address = clientAddress(trusted, socket, request.headers.get('X-Forwarded-For'))
      return app.fetch(request, { address })
    },
    nightly: () => runNightly(jobContext(around(crypto.randomUUID()), 'nightly')),
    outbox: () => runOutbox(() => jobContext(around(crypto.randomUUID()), 'outbox'), outbox),
    claim: () => claimOf(jobContext(around('start'), TERMINAL_JOB)),
    adminLink: () => adminLink(jobContext(around(crypto.randomUUID()), TERMINAL_JOB)),
    warnings: [outboxWarning(outbox) ?? [], settingWarnings(told)].flat(),
    takeUp: () => under(builds, takeUpBuilds(jobContext(around('start'), 'build'))),
    idle: async () => {
      while (builds.size > 0) await Promise.all(builds)
    },
    close: () => d1.close(),
  }
}

/** Answers HTTP with the app; the caller listens. */
export function serverFor(app: NodeApp, origin: string): Server {
  return createServer((incoming, outgoing) => {
    const address = incoming.socket.remoteAddress
    // Whoever broke off before it was known who they are reads no answer, and no limit could count them.
    if (address === undefined) return void outgoing.destroy()
    answerTo(app, incoming, origin, address)
      .then((response) => send(response, outgoing))
      .catch((fault) => {
        console.error('an answer could not be sent', fault)
        outgoing.destroy()
      })
  })
}

/** What no request can be made of, as TRACE or an address that is none, is refused: thrown here it would end the process. */
async function answerTo(
  app: NodeApp,
  incoming: IncomingMessage,
  origin: string,
  address: string,
): Promise<Response> {
  let request: Request
  try {
    request = toRequest(incoming, origin)
  } catch {
    return new Response('', { status: 400 })
  }
  return app.fetch(request, address)
}

/** What `fetch` was given beside the request: the doors are typed without it, so that none but this file reads it. */
function addressGiven(given: unknown): string | undefined {
  return (given as { readonly address: string | undefined }).address
}

/** Counts work as under way until it has ended. What stops in the middle is told: nobody waits for it, and unheard it would end the process. */
export function under(all: Set<Promise<void>>, work: Promise<void>): void {
  const counted: Promise<void> = work
    .catch((fault) => console.error('work stopped in the middle', fault))
    .finally(() => all.delete(counted))
  all.add(counted)
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function migrationsIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** A file straight in the folder of assets, or of their parts. */
function fileAnswer(clientFolder: string, path: string): Response {
  const name = basename(path)
  const type = MEDIA_TYPES[extname(name)]
  const isThere = path === `/assets/${name}` || path === `/assets/parts/${name}`
  const file = join(clientFolder, path)
  if (type === undefined || !isThere || !existsSync(file)) return new Response('', { status: 404 })
  return new Response(readFileSync(file), { headers: { 'Content-Type': type } })
}

/** @throws for a target that is no path: one that names a host would stand in the place of the installation's own. */
function addressOf({ url = '' }: IncomingMessage, origin: string): URL {
  if (!/^\/(?![/\\])/.test(url)) throw new Error(`${url} is no path`)
  return new URL(new URL(origin).origin + url)
}

function toRequest(incoming: IncomingMessage, origin: string): Request {
  const headers = new Headers()
  for (let at = 0; at < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '')
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  // Node's own stream types and the platform's describe the same object.
  const body = hasBody ? (Readable.toWeb(incoming) as unknown as ReadableStream) : null
  return new Request(addressOf(incoming, origin), {
    method,
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const cookies = response.headers.getSetCookie()
  const headers = Object.fromEntries(response.headers)
  outgoing.writeHead(response.status, cookies.length > 0 ? { ...headers, 'set-cookie': cookies } : headers)
  if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing)
  else outgoing.end()
}

/** Between one look into the outbox and the next. */
const OUTBOX_MILLISECONDS = 10_000

function sendAllTheWhile(app: NodeApp): void {
  const next = () => setTimeout(turn, OUTBOX_MILLISECONDS).unref()
  const turn = () =>
    app
      .outbox()
      .catch((fault) => console.error('the outbox stopped in the middle', fault))
      .then(next)
  next()
}

/** When the night's work is due, in milliseconds after midnight UTC: as the trigger in wrangler.toml says. */
const NIGHTLY_MILLISECONDS = (3 * 60 + 15) * MILLISECONDS_PER_MINUTE
const MILLISECONDS_PER_DAY = 24 * 60 * MILLISECONDS_PER_MINUTE

/** Also at start: the process may have been down when the night came. */
function runEachNight(app: NodeApp): void {
  const next = () => setTimeout(turn, untilNight(Date.now())).unref()
  const turn = () =>
    app
      .nightly()
      .catch((fault) => console.error('the night stopped in the middle', fault))
      .then(next)
  turn()
}

/** Milliseconds from an instant to the next night's work: more than none, at most a day. */
export function untilNight(now: number): number {
  const since = (now - NIGHTLY_MILLISECONDS) % MILLISECONDS_PER_DAY
  return MILLISECONDS_PER_DAY - since
}

/** Says in one sentence why it can't start, as when an installation has no keys. */
function openOrExit(settings: NodeSettings): NodeApp {
  try {
    return openNodeApp(settings)
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exit(1)
  }
}

/** Made in a terminal, at start or when asked for: shown there, once. */
const ADMIN_LINK = 'admin-link'
const TERMINAL_JOB = 'terminal'

/** Prints the first administrator's link on a new installation; one that nobody has claimed for an hour does not start. */
async function claimOrExit(app: NodeApp): Promise<void> {
  const state = await app.claim()
  if (state === 'open') await printAdminLink(app)
  if (state !== 'shut') return
  console.error(unclaimedSentence(`node dist/node/server.js ${ADMIN_LINK}`))
  app.close()
  process.exit(1)
}

async function printAdminLink(app: NodeApp): Promise<void> {
  console.log(`Become its administrator, once, within 15 minutes: ${await app.adminLink()}`)
}

/** Only this machine reaches it unless the operator says otherwise: what stands before it sees to https. */
const DEFAULT_HOST = '127.0.0.1'

/** @throws by its end, with a sentence, for what is no port. */
function portOrExit(text = '8787'): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port < 65_536) return port
  console.error(`PORT is "${text}": it is a number from 0 to 65535`)
  process.exit(1)
}

function listen(app: NodeApp, origin: string, port: number, host: string): void {
  const server = serverFor(app, origin)
  server.once('error', (fault) => {
    console.error(`can't listen on ${host}, port ${port}: ${fault.message}`)
    process.exit(1)
  })
  server.listen(port, host, () => console.log(origin))
}

if (import.meta.main) {
  const { env } = process
  const port = portOrExit(env.PORT)
  const origin = env.ORIGIN ?? `http://localhost:${port}`
  const app = openOrExit({
    database: env.DATABASE ?? 'legevaktplan.sqlite',
    migrationsFolder: 'migrations',
    clientFolder: env.CLIENT ?? 'dist/client',
    origin,
    mode: env.MODE === 'development' ? 'development' : 'production',
    secrets: env,
    messages: env,
    securityContact: env.SECURITY_CONTACT,
    trustedProxy: env.TRUSTED_PROXY,
  })
  if (process.argv[2] === ADMIN_LINK) {
    await printAdminLink(app)
    app.close()
  } else {
    await claimOrExit(app)
    for (const warning of app.warnings) console.warn(warning)
    app.takeUp()
    sendAllTheWhile(app)
    runEachNight(app)
    listen(app, origin, port, env.HOST || DEFAULT_HOST)
  }
}
