import { apiApp } from '../../src/api/app.ts'
import { frontDoor } from '../../src/api/front-door.ts'
import { whoAsks } from '../../src/api/who-asks.ts'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { accountWrites, listMemberships, membershipWrites } from '../../src/data/account-store.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { sessionWrites } from '../../src/data/session-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Membership, Strength } from '../../src/identity/policy.ts'
import { startSession } from '../../src/identity/session.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type Context, openContext, sessionCookieOf } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { webApp } from '../../src/web/app.tsx'
import { paths } from '../../src/web/paths.ts'
import { faultPage, notFoundPage } from '../../src/web/problem.tsx'
import { freshDatabase } from '../data/fresh-database.ts'
import { emptyInstallation, exampleFile } from './installation.ts'

export const IN_FJORDANE = { scopeKind: 'district', scopeId: 'fjordane' } as const
const SECRETS = {
  FEED_KEYS: 'x4Jq8vT1mZ6bN0cR5yK2wH9sD7fG3aLp',
  GROUND_KEYS: 'p3Lw7Qe1Ru5Ty9Io2As6Df0Gh4Jk8ZxC',
}
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

/** The whole product behind its front door, in this process, in an installation with Fjordane and a clock that tests move. */
export class Doorway {
  readonly ctx: Context
  readonly origin: string
  now: Minute = fromUtcText('2026-12-01T12:00Z')
  /** Set to have everything break down that a page asks of the database. */
  isBroken = false
  readonly #app = frontDoor({
    contextFor: (c, session, language) => {
      const asked = whoAsks('203.0.113.7', c.req.header('User-Agent'))
      return openContext({ ...this.#around(), ...asked, language }, session)
    },
    originOf: () => this.origin,
    asset: async () => new Response(null, { status: 404 }),
    notFoundPage,
    faultPage,
    newRequestId: () => 'request-1',
  })
    .route('/', apiApp())
    .route('/', webApp())

  private constructor(ctx: Context, origin: string) {
    this.ctx = ctx
    this.origin = origin
  }

  static async make(origin = 'https://vakt.example.test'): Promise<Doorway> {
    const ctx = await emptyInstallation(freshDatabase())
    const imported = await importDistrict(ctx, { text: writeDistrictFile(exampleFile('fjordane')) })
    if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.refusal))
    return new Doorway(ctx, origin)
  }

  get db(): Database {
    return this.ctx.db
  }

  browser(agent = FIREFOX): DoorBrowser {
    return new DoorBrowser(this, agent)
  }

  fetch(request: Request): Response | Promise<Response> {
    return this.#app.fetch(request)
  }

  async account(
    id: string,
    roles: readonly Membership['role'][],
    personId: string | null = null,
  ): Promise<void> {
    const email = `${id}@example.test`
    await this.write([
      ...accountWrites(accountOf(id, personId, email, this.now)),
      ...roles.flatMap((role) => membershipWrites(id, { ...IN_FJORDANE, role }, 'test', this.now)),
    ])
  }

  async write(writes: Parameters<typeof writeAll>[1]): Promise<void> {
    const written = await writeAll(this.db, writes)
    if (written.kind !== 'written') throw new Error(written.constraint)
  }

  /** A session that is there, whatever its way in was; gives its secret. */
  async session(accountId: string, strength: Strength, secret = crypto.randomUUID()): Promise<string> {
    const memberships = await listMemberships(this.db, accountId)
    const hash = await this.ctx.hash(secret)
    const method = strength === 'strong' ? 'passkey' : 'mailed'
    const begun = { hash, accountId, authMethod: method, strength, memberships, now: this.now } as const
    await this.write(sessionWrites(startSession(begun)))
    return secret
  }

  /** The path of the link that was mailed last. */
  async mailedPath(accountId: string): Promise<string> {
    const message = (await listLatestMessages(this.db)).find((own) => own.accountId === accountId)
    const { url } = (message?.payload ?? { url: '' }) as { readonly url: string }
    return new URL(url, this.origin).pathname
  }

  /** Everything that any table holds, as one text. */
  async dump(): Promise<string> {
    const tables = await this.db.d1.prepare("select name from sqlite_master where type = 'table'").all()
    const names = tables.results.map((row) => String(row.name))
    const all = await Promise.all(
      names.map(async (name) => (await this.db.d1.prepare(`select * from "${name}"`).all()).results),
    )
    return JSON.stringify(all)
  }

  #around() {
    const { now, origin } = this
    const d1 = this.isBroken ? brokenOf(this.db.d1) : this.db.d1
    const around = { d1, now, mode: 'production', origin, requestId: 'request-1', secrets: SECRETS } as const
    return { ...around, startBuild: async () => {} }
  }
}

/** Reads who asks and what was kept, and breaks down at the first thing of a district. */
function brokenOf(d1: Database['d1']): Database['d1'] {
  const isOfDistrict = (sql: string) => /"(day_note|rota_need|need)"/.test(sql)
  return new Proxy(d1, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            if (isOfDistrict(sql)) throw new Error('the database does not answer')
            return target.prepare(sql)
          }
        : Reflect.get(target, name).bind(target),
  })
}

/** A browser with cookies of its own. */
export class DoorBrowser {
  readonly cookies = new Map<string, string>()
  readonly #door: Doorway
  readonly #agent: string

  constructor(door: Doorway, agent: string) {
    this.#door = door
    this.#agent = agent
  }

  get sessionCookie(): string {
    return sessionCookieOf(this.#door.origin).name
  }

  get(path: string): Promise<Response> {
    return this.#ask(path, { method: 'GET' })
  }

  post(path: string, fields: readonly (readonly [string, string])[] = []): Promise<Response> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
    return this.#ask(path, { method: 'POST', body })
  }

  send(path: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#ask(path, { method: 'POST', body, headers })
  }

  /** As somebody who has a session already. */
  async takes(accountId: string, strength: Strength): Promise<this> {
    this.cookies.set(this.sessionCookie, await this.#door.session(accountId, strength))
    return this
  }

  /** By mail, with the link opened here; gives the answer that the session came with. */
  async signsIn(accountId: string): Promise<Response> {
    await this.post(paths.signIn, [['email', `${accountId}@example.test`]])
    return this.post(await this.#door.mailedPath(accountId))
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const { origin } = this.#door
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, Cookie: cookies, Origin: origin, 'User-Agent': this.#agent }
    const answer = await this.#door.fetch(new Request(`${origin}${path}`, { ...init, headers }))
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/;\s*Max-Age=0/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
