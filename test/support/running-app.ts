import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The product as `npm start` gives it: its own port, an empty database, the example districts. */
export interface RunningApp {
  readonly address: string
  readonly signInUrl: string
  readonly stop: () => Promise<void>
}

/** Signs a page in as one of the examples' accounts, by its address, as strongly as by a passkey. */
export async function signInAs(page: Page, app: RunningApp, email: string): Promise<void> {
  await page.goto(`${app.address}/dev/sign-in`)
  await page.getByRole('button', { name: email }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dev/'))
}

/** The link that was mailed to somebody last, as the outbox of the development server shows it. */
export async function mailedLink(page: Page, app: RunningApp, email: string): Promise<string> {
  await page.goto(`${app.address}/dev/outbox`)
  const mail = page.getByRole('article').filter({ hasText: email }).first()
  return (await mail.getByRole('link', { name: /^http/ }).first().getAttribute('href')) ?? 'no link mailed'
}

const secondsToStart = 90

export async function startApp(): Promise<RunningApp> {
  const port = await freePort()
  const state = mkdtempSync(join(tmpdir(), 'legevaktplan-'))
  const child = spawn('node', ['scripts/start.ts'], {
    env: { ...process.env, PORT: String(port), LEGEVAKTPLAN_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const signInUrl = await signInLink(child)
  return { address: `http://localhost:${port}`, signInUrl, stop: () => stop(child, state) }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function signInLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (why: string) => reject(new Error(`${why}; it printed: ${output}`))
    const limit = setTimeout(() => fail(`no sign-in link in ${secondsToStart} s`), secondsToStart * 1000)
    const read = (chunk: Buffer) => {
      output += chunk
      const link = /http:\S+\/sign-in\/\S+/.exec(output)?.[0]
      if (!link) return
      clearTimeout(limit)
      resolve(link)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => fail(`the app ended with ${code}`))
  })
}

async function stop(child: ChildProcess, state: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(state, { recursive: true, force: true })
}
