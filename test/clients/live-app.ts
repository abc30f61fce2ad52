import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildNode } from '../../scripts/build-node.ts'
import { fromUtcText, MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type Context, openContext } from '../../src/usecases/context.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

export type AccountActor = Actor & { readonly kind: 'account' }

/** A request for a calendar, and how it was answered. */
export interface Asked {
  readonly path: string
  readonly method: string
  readonly agent: string
  readonly hasTag: boolean
  readonly hasDate: boolean
  readonly status: number
}

/** The Node entry over a file of SQLite, answering HTTP on this machine, and its database beside it for use cases. */
export interface LiveApp {
  readonly origin: string
  /** Every answered request for a calendar, in order. */
  readonly asked: readonly Asked[]
  /** An account with these roles, and of this doctor. */
  readonly newActor: (memberships: readonly Membership[], personId: string | null) => Promise<AccountActor>
  /** What a request by this actor would run in, now. */
  readonly contextOf: (actor: Actor) => Promise<Context>
  /** Sets the clock of the app forward; it runs on from there. */
  readonly waitDays: (days: number) => void
  readonly stop: () => Promise<void>
}

/** The app's first instant, whenever this is run: what looks at its calendars must find that they were changed in the past. */
const BEGIN = fromUtcText('2026-10-05T10:00Z')

export async function startLiveApp(): Promise<LiveApp> {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-live-'))
  const [database, bundle] = [join(folder, 'live.sqlite'), join(folder, 'server.mjs')]
  await buildNode(bundle)
  // The same names and types as the source, which Node cannot read for its JSX.
  const node: typeof import('../../src/node.ts') = await import(pathToFileURL(bundle).href)
  const clock = startClock()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const asked: Asked[] = []
  const installation = { migrationsFolder: 'migrations', clientFolder: folder, origin }
  const app = node.openNodeApp({ database, ...installation, mode: 'development' })
  const server = node.serverFor(app, origin)
  server.on('request', (incoming, outgoing) => {
    const path = incoming.url ?? ''
    if (!path.endsWith('.ics')) return
    outgoing.once('close', () =>
      asked.push({
        path,
        method: incoming.method ?? '',
        agent: incoming.headers['user-agent'] ?? '',
        hasTag: incoming.headers['if-none-match'] !== undefined,
        hasDate: incoming.headers['if-modified-since'] !== undefined,
        status: outgoing.statusCode,
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const d1 = openSqlite(database, migrations())
  const contextOf = async (actor: Actor): Promise<Context> => {
    const now = Math.floor(Date.now() / 60_000)
    const around = { d1, now, mode: 'development', origin, requestId: 'live', secrets: {} } as const
    return { ...(await openContext({ ...around, startBuild: async () => {} }, null)), actor }
  }
  return {
    origin,
    asked,
    contextOf,
    newActor: async (memberships, personId) => {
      const ctx = await contextOf({ kind: 'nobody' })
      const accountId = ctx.newId()
      const account = accountOf(accountId, personId, null, ctx.now)
      const roles = memberships.flatMap((role) => membershipWrites(accountId, role, 'live', ctx.now))
      await writeAll(ctx.db, [...accountWrites(account), ...roles])
      return {
        kind: 'account',
        accountId,
        personId,
        memberships,
        sessionHash: `live-${accountId}`,
        ...WELL_SIGNED_IN,
      }
    },
    waitDays: clock.waitDays,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      d1.close()
      app.close()
      clock.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The clock of this process, which the app reads, from `BEGIN` on. */
function startClock() {
  const real = Date.now
  let ahead = BEGIN * 60_000 - real()
  Date.now = () => real() + ahead
  return {
    waitDays: (days: number) => {
      ahead += days * MINUTES_PER_DAY * 60_000
    },
    stop: () => {
      Date.now = real
    },
  }
}

function migrations() {
  const names = readdirSync('migrations').filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => ({ name, text: readFileSync(join('migrations', name), 'utf8') }))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
