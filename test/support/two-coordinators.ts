import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { type Database, openDatabase, writeAll } from '../../src/data/database.ts'
import { loginLinkWrites } from '../../src/data/login-link-store.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'
import { newLink } from '../../src/identity/one-time-link.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type Bundle, bundleFor } from './bundled-app.ts'

const districtId = 'fjordane'
const SECONDS_TO_ANSWER = 30

/** Each is a GP of the district and a coordinator of it. */
export const COORDINATORS = ['ola-trovik', 'ragnhild-kvamme'] as const

/** The product in a process of its own over one file of SQLite, with one district that two people coordinate. */
export class TwoCoordinators {
  readonly address: string
  readonly #folder: string
  readonly #bundle: Bundle
  readonly #port: number
  #child: ChildProcess | undefined

  private constructor(folder: string, bundle: Bundle, port: number) {
    this.#folder = folder
    this.#bundle = bundle
    this.#port = port
    this.address = `http://localhost:${port}`
  }

  static async start(): Promise<TwoCoordinators> {
    const folder = mkdtempSync(join(tmpdir(), 'two-coordinators-'))
    const app = new TwoCoordinators(folder, await bundleFor(folder), await freePort())
    await app.startServer()
    const example: unknown = JSON.parse(readFileSync(`examples/${districtId}.json`, 'utf8'))
    const answer = await fetch(`${app.address}/dev/setup`, {
      method: 'POST',
      headers: { Origin: app.address, 'Content-Type': 'application/json' },
      body: JSON.stringify({ districts: [example] }),
    })
    if (!answer.ok) throw new Error(`/dev/setup answers ${answer.status}`)
    return app
  }

  async startServer(): Promise<void> {
    const env = {
      ...process.env,
      DATABASE: join(this.#folder, 'db.sqlite'),
      CLIENT: this.#bundle.client,
      PORT: String(this.#port),
      MODE: 'development',
    }
    this.#child = spawn(process.execPath, [this.#bundle.server], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    for (const until = Date.now() + SECONDS_TO_ANSWER * 1000; Date.now() < until; await wait(50)) {
      const answer = await fetch(`${this.address}/healthz`).catch(() => undefined)
      if (answer?.ok) return
    }
    throw new Error(`no answer in ${SECONDS_TO_ANSWER} s`)
  }

  async stopServer(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  async stop(): Promise<void> {
    await this.stopServer()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** A browser of its own, signed in as this person. */
  async signIn(browser: Browser, personId: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' })
    const page = await context.newPage()
    await this.signInAgain(page, personId)
    return { context, page }
  }

  async signInAgain(page: Page, personId: string): Promise<void> {
    await page.goto(`${this.address}/sign-in/${await this.#linkFor(personId)}`)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }

  /** Opens a draft of these dates and gives its path. */
  async openDraft(page: Page, name: string, from: string, last: string): Promise<string> {
    await page.goto(`${this.address}/districts/${districtId}/new-draft`)
    await page.getByLabel('Navn på planen').fill(name)
    await page.getByLabel('Første dag').fill(from)
    await page.getByLabel('Siste dag').fill(last)
    await page.getByRole('button', { name: 'Lag utkast' }).click()
    await page.getByRole('heading', { name }).waitFor()
    return new URL(page.url()).pathname
  }

  /** Looks into the database beside the server. */
  async look<T>(read: (db: Database) => Promise<T>): Promise<T> {
    const d1 = openSqlite(join(this.#folder, 'db.sqlite'), [])
    try {
      return await read(openDatabase(d1))
    } finally {
      d1.close()
    }
  }

  async #linkFor(personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    const now = Math.floor(Date.now() / 60_000)
    const accountId = `account-of-${personId}`
    const role = { scopeKind: 'district', scopeId: districtId, role: 'coordinator' } as const
    await this.look(async (db) => {
      await writeAll(db, [
        ...accountWrites(accountOf(accountId, personId, null, now)),
        ...membershipWrites(accountId, role, 'test', now),
      ])
      const written = await writeAll(db, loginLinkWrites(newLink(hash, accountId, 'printed', now)))
      if (written.kind !== 'written') throw new Error(`no link: ${written.constraint}`)
    })
    return token
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
