import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNode } from '../../scripts/build-node.ts'
import { findBuildOrder, findBuildState } from '../../src/data/build-order-store.ts'
import { findBuild, type StoredBuild } from '../../src/data/build-store.ts'
import { openDatabase } from '../../src/data/database.ts'
import { findDraft } from '../../src/data/draft-store.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { SLICE_ITERATIONS, SLICES_PER_NOTE } from '../../src/jobs/build-loop.ts'
import { openNodeApp } from '../../src/node.ts'
import { openWork } from '../../src/solver/order.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { migrations } from '../data/fresh-database.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import { emptyInstallation } from '../support/installation.ts'
import { unwrap } from '../support/plan-world.ts'

const NOTE = SLICE_ITERATIONS * SLICES_PER_NOTE
/** Long enough that a process is killed between its first note and its end. */
const ITERATIONS = 3 * NOTE + 1
const districtId = 'fjordane'

const folder = mkdtempSync(join(tmpdir(), 'killed-'))
const [calm, disturbed] = [join(folder, 'calm.sqlite'), join(folder, 'disturbed.sqlite')]
let place: { buildId: string; draftId: string }

beforeAll(async () => {
  const d1 = openSqlite(calm, migrations)
  place = await orderBuild(await emptyInstallation(openDatabase(d1)))
  d1.close()
  cpSync(calm, disturbed)
})

afterAll(() => rmSync(folder, { recursive: true }))

async function orderBuild(ctx: Context) {
  const people = ['a', 'b', 'c', 'd'].map((id) => person(id, `Lege ${id}`))
  const district = exampleDistrict(districtId, people)
  unwrap(await importDistrict(ctx, { text: writeDistrictFile({ version: 1, district, timeline: null }) }))
  const days = { from: '2027-01-04', to: '2027-04-05' }
  const plan = { districtId, name: 'Vår', ...days, lineIds: [`${districtId}-home`] }
  const { draftId } = unwrap(await openDraft(ctx, plan))
  const build = { districtId, draftId, seed: 5, iterations: ITERATIONS, keep: 'locked' } as const
  const { buildId } = unwrap(await startBuild(ctx, build))
  return { buildId, draftId }
}

/** Looks into a database file beside whatever process has it open. */
async function look<T>(path: string, read: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const d1 = openSqlite(path, [])
  try {
    return await read(openDatabase(d1))
  } finally {
    d1.close()
  }
}

const buildIn = (path: string) => look(path, (db) => findBuild(db, place.buildId)) as Promise<StoredBuild>

async function cellsIn(path: string): Promise<string> {
  const found = await look(path, (db) => findDraft(db, districtId, place.draftId))
  return JSON.stringify(found?.cells)
}

/** The server as an installation runs it, in a process of its own. */
async function startProcess(database: string): Promise<ChildProcess> {
  const server = join(folder, 'server.mjs')
  await buildNode(server)
  const FEED_KEYS = 'a key of tests that is no secret at all'
  const GROUND_KEYS = FEED_KEYS
  const env = { ...process.env, DATABASE: database, PORT: String(await freePort()), FEED_KEYS, GROUND_KEYS }
  return spawn(process.execPath, [server], { env, stdio: 'ignore' })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function runHere(database: string): Promise<void> {
  const app = openNodeApp({
    database,
    migrationsFolder: 'migrations',
    clientFolder: 'dist/client',
    origin: 'http://localhost',
    mode: 'production',
    secrets: {
      FEED_KEYS: 'a key of tests that is no secret at all',
      GROUND_KEYS: 'a key of tests that is no secret at all',
    },
  })
  app.takeUp()
  await app.idle()
  app.close()
}

describe('a process killed in the middle of a build', () => {
  it('is followed by one that goes on and ends with the very rota of an undisturbed run', async () => {
    const child = await startProcess(disturbed)
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    while ((await buildIn(disturbed)).done === 0 && child.exitCode === null) await wait(100)
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')

    const left = await buildIn(disturbed)
    expect([left.status, left.iterations]).toEqual(['running', ITERATIONS])
    expect(left.done).toBeLessThan(ITERATIONS)
    const [order, state] = await look(disturbed, (db) =>
      Promise.all([findBuildOrder(db, place.buildId), findBuildState(db, place.buildId)]),
    )
    // What the next process begins from is what this one had done, not the beginning.
    expect(openWork(order ?? '', state ?? null).state.iteration).toBe(left.done)

    await Promise.all([runHere(disturbed), runHere(calm)])
    const [done, undisturbed] = [await buildIn(disturbed), await buildIn(calm)]
    expect([done.status, done.done]).toEqual(['done', ITERATIONS])
    expect(done.score).toEqual(undisturbed.score)
    expect(await cellsIn(disturbed)).toBe(await cellsIn(calm))
    expect(JSON.parse(await cellsIn(calm))).toHaveLength(91)
  }, 120_000)
})
