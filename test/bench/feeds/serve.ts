import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buildNode } from '../../../scripts/build-node.ts'
import { OWN_FEED_OPTIONS } from '../../../src/core/rota/feed-choice.ts'
import { newFeedSecret } from '../../../src/identity/feed-secret.ts'
import type { NodeApp, NodeSettings } from '../../../src/node.ts'
import { cityRota, FIRST_DATE } from '../city.ts'
import { cpuOf, inTurn, quantile, rounded, say } from './measured.ts'
import { type Answer, Server } from './server.ts'
import { countSql, sqlOf } from './sql-account.ts'
import { addDistrict, addDraft, addLink, FEED_KEYS, openWorld, publish, TOWN_OF_40 } from './world.ts'

/** A kind of poll: its path, and what it carries that makes the answer what it is. */
interface Kind {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

/**
 * What one poll costs the server: in this process, and as the whole process of a server over a file. Everything a request
 * passes is in it, its own parsing and headers too.
 */
export async function benchServing(isSmoke: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-feeds-'))
  try {
    const [bundle, database] = [join(folder, 'server.mjs'), join(folder, 'db.sqlite')]
    await buildNode(bundle)
    const paths = await publishedTown(database, isSmoke ? 6 : 52)
    await inProcess(bundle, database, paths, isSmoke)
    await wholeProcess(bundle, database, paths.own, isSmoke)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Paths {
  /** Of the doctor with most duties. */
  readonly own: string
  /** Of all the district's. */
  readonly district: string
}

async function publishedTown(database: string, weeks: number): Promise<Paths> {
  const world = await openWorld(database)
  const rota = cityRota(40, weeks, TOWN_OF_40, [])
  const ctx = await addDistrict(world, rota)
  const { id } = rota.district
  await publish(ctx, id, await addDraft(ctx, rota, FIRST_DATE, rota.to), (act) => act())
  const held = Map.groupBy([...rota.cells.values()], ({ slices }) => slices[0]?.personId ?? '')
  held.delete('')
  const [busiest = ''] = [...held].sort(([, one], [, other]) => other.length - one.length)[0] ?? []
  const own = await addLink(ctx, busiest, id, { kind: 'own', options: OWN_FEED_OPTIONS })
  const all = { kind: 'district', districtId: id, options: { scope: { kind: 'all' } } } as const
  const district = await addLink(ctx, busiest, id, all)
  world.close()
  return { own, district }
}

type Ask = (kind: Kind) => Promise<Pick<Answer, 'status'>>

async function kindsOf(path: string, etag: string, modified: string): Promise<Record<string, Kind>> {
  const secret = path.split('/')[2] ?? ''
  // Of the right shape, and not ours.
  const forged = secret.startsWith('A') ? `B${secret.slice(1)}` : `A${secret.slice(1)}`
  const unknown = await newFeedSecret([FEED_KEYS])
  const conditional = { 'If-None-Match': etag }
  return {
    unchanged: { path, headers: conditional, status: 304 },
    byDate: { path, headers: { 'If-Modified-Since': modified }, status: 304 },
    stored: { path, headers: {}, status: 200 },
    forged: { path: path.replace(secret, forged), headers: conditional, status: 404 },
    unknown: { path: path.replace(secret, unknown), headers: conditional, status: 404 },
  }
}

async function inProcess(
  bundle: string,
  database: string,
  { own: path, district }: Paths,
  isSmoke: boolean,
): Promise<void> {
  const { openNodeApp } = (await import(bundle)) as { openNodeApp: (settings: NodeSettings) => NodeApp }
  countSql()
  const origin = 'http://127.0.0.1'
  const app = openNodeApp({
    database,
    migrationsFolder: 'migrations',
    clientFolder: 'dist/client',
    origin,
    mode: 'production',
    secrets: { FEED_KEYS, GROUND_KEYS: FEED_KEYS },
  })
  const fetched = (kind: Pick<Kind, 'path' | 'headers'>) =>
    app.fetch(new Request(origin + kind.path, { headers: kind.headers }))
  const ask: Ask = async (kind) => {
    const answer = await fetched(kind)
    await answer.arrayBuffer()
    return answer
  }
  const demands = { own: path, district }
  for (const [name, own] of Object.entries(demands)) {
    const rounds = isSmoke ? 1 : 15
    const allNew = await firstDemand(database, own, ask, rounds, changeAll)
    const oneNew = await firstDemand(database, own, ask, rounds, forgetBodies)
    forgetBodies(database)
    const { statements, transactions } = await sqlOf(() => fetched({ path: own, headers: {} }))
    const calendar = sizeOf(await (await fetched({ path: own, headers: {} })).text())
    say('first demand, in process', {
      name,
      calendar,
      cpuMs: { allNew, oneNew },
      sql: { statements: statements.length, transactions },
    })
  }
  const answer = await fetched({ path, headers: {} })
  const calendar = sizeOf(await answer.text())
  const kinds = await kindsOf(
    path,
    answer.headers.get('ETag') ?? '',
    answer.headers.get('Last-Modified') ?? '',
  )
  const cpuMs = await costs(kinds, ask, isSmoke, cpuOf)
  const sql: Record<string, object> = {}
  for (const [name, kind] of Object.entries(kinds)) sql[name] = counts(await sqlOf(() => ask(kind)))
  say('one poll, in process', { calendar, cpuMs, sql })
  app.close()
}

function counts({ statements, transactions }: { statements: readonly string[]; transactions: number }) {
  return { statements: statements.length, transactions }
}

function sizeOf(body: string) {
  return { duties: body.split('BEGIN:VEVENT').length - 1, bytes: new TextEncoder().encode(body).length }
}

/** Of a calendar that nobody has asked for since it changed: read, rendered, stored and sent. */
async function firstDemand(
  database: string,
  path: string,
  ask: Ask,
  rounds: number,
  change: (database: string) => void,
) {
  const spent: number[] = []
  for (let round = 0; round < rounds; round++) {
    change(database)
    spent.push(await cpuOf(1, () => ask({ path, headers: {}, status: 200 })))
  }
  return {
    median: rounded(quantile(spent, 0.5)),
    least: rounded(quantile(spent, 0)),
    most: rounded(quantile(spent, 1)),
  }
}

/** As when every reader chooses another language: no event is as it was. */
function changeAll(database: string): void {
  const beside = new DatabaseSync(database)
  beside.exec(
    'update feed_link set version = version + 1, text_stamp = max(text_stamp, (select at from change_clock)) + 1',
  )
  beside.close()
}

/** As after a change elsewhere: all that it holds may be remembered. */
function forgetBodies(database: string): void {
  const beside = new DatabaseSync(database)
  beside.exec('delete from feed_body_part')
  beside.exec('delete from feed_body')
  beside.close()
}

async function wholeProcess(bundle: string, database: string, path: string, isSmoke: boolean): Promise<void> {
  const server = await Server.start(bundle, database, 1)
  try {
    if (server.cpuMs() === null) return
    const { headers } = await server.ask(path)
    const kinds = await kindsOf(path, String(headers.etag), String(headers['last-modified']))
    const ask: Ask = (kind) => server.ask(kind.path, { headers: kind.headers })
    const ofServer = async (times: number, call: () => unknown) => {
      const before = server.cpuMs() ?? 0
      for (let index = 0; index < times; index++) await call()
      return ((server.cpuMs() ?? 0) - before) / times
    }
    say('one poll, whole process', { cpuMs: await costs(kinds, ask, isSmoke, ofServer) })
  } finally {
    await server.stop()
  }
}

type Cost = (times: number, call: () => unknown) => Promise<number>

async function costs(kinds: Record<string, Kind>, ask: Ask, isSmoke: boolean, cost: Cost) {
  const [rounds, times] = isSmoke ? [1, 50] : [7, 500]
  const checked = async (kind: Kind) => {
    const { status } = await ask(kind)
    if (status !== kind.status) throw new Error(`${kind.path} answers ${status}, not ${kind.status}`)
  }
  const ways = Object.entries(kinds).map(
    ([name, kind]) => [name, () => cost(times, () => checked(kind))] as const,
  )
  // Once for nothing: what is compiled and opened at the first request is no part of a poll.
  for (const kind of Object.values(kinds)) await cost(times, () => checked(kind))
  const spent = await inTurn(rounds, Object.fromEntries(ways))
  return Object.fromEntries(
    Object.entries(spent).map(([name, { median, least, most }]) => [
      name,
      [median, least, most].map(rounded),
    ]),
  )
}
