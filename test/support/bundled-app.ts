import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildClient } from '../../scripts/build-client.ts'
import { buildNode } from '../../scripts/build-node.ts'
import type { RunningApp } from './running-app.ts'

const SECONDS_TO_ANSWER = 60

export interface BundledApp extends RunningApp {
  /** The file of its database, for what a test can't wait for. */
  readonly database: string
}

/** The product bundled once and run by Node over one file of SQLite: it answers faster than the development server and stays as it was begun. */
export async function startBundledApp(
  districts: readonly unknown[],
  settings: Readonly<Record<string, string>> = {},
): Promise<BundledApp> {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-bundled-'))
  const database = join(folder, 'db.sqlite')
  const { server, client } = await bundleFor(folder)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const env = {
    ...process.env,
    ...settings,
    DATABASE: database,
    CLIENT: client,
    PORT: String(port),
    MODE: 'development',
  }
  const child = spawn(process.execPath, [server], { env, stdio: 'ignore' })
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { address, signInUrl: address + (await setUp(address, districts)), database, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

export interface Bundle {
  readonly server: string
  readonly client: string
}

/** The bundle in the folder that BUNDLED_APP names, which all share who run one; else one of their own in this folder. */
export async function bundleFor(folder: string): Promise<Bundle> {
  const shared = process.env.BUNDLED_APP
  return shared === undefined ? bundleApp(folder) : partsOf(shared)
}

export async function bundleApp(folder: string): Promise<Bundle> {
  const bundle = partsOf(folder)
  await Promise.all([buildClient(bundle.client), buildNode(bundle.server)])
  return bundle
}

const partsOf = (folder: string): Bundle => ({
  server: join(folder, 'server.mjs'),
  client: join(folder, 'client'),
})

async function setUp(address: string, districts: readonly unknown[]): Promise<string> {
  await untilHealthy(address)
  const answer = await fetch(`${address}/dev/setup`, {
    method: 'POST',
    headers: { Origin: address, 'Content-Type': 'application/json' },
    body: JSON.stringify({ districts }),
  })
  if (!answer.ok) throw new Error(`/dev/setup answers ${answer.status}: ${await answer.text()}`)
  const { signInPath } = (await answer.json()) as { signInPath: string }
  return signInPath
}

export function exampleFile(name: string): unknown {
  return JSON.parse(readFileSync(`examples/${name}.json`, 'utf8'))
}

async function untilHealthy(address: string): Promise<void> {
  for (const until = Date.now() + SECONDS_TO_ANSWER * 1000; Date.now() < until; await wait(50)) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error(`no answer in ${SECONDS_TO_ANSWER} s`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
