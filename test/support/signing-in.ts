import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { accountWrites } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type Context, openContext, sessionCookieOf } from '../../src/usecases/context.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from './pages-as.ts'
import { contextOf, makeActor, NOW } from './use-case-world.ts'

const db = openDatabase(env.DB)

/** A browser with cookies of its own, which meets the pages as whoever is signed in to it. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  /** Minutes after `NOW`. */
  at: number
  ctx(): Promise<Context>
  get(path: string, method?: 'GET' | 'HEAD'): Promise<Response>
  post(path: string, form?: Readonly<Record<string, string>>): Promise<Response>
}

export function newBrowser(said: Partial<Context> = {}): TestBrowser {
  const cookies = new Map<string, string>()
  const ctx = async (): Promise<Context> => {
    const bare = await contextOf({ kind: 'nobody' }, { ...said, now: NOW + browser.at })
    const secret = cookies.get(sessionCookieOf(bare.origin).name) ?? null
    const { actor } = await openContext({ ...bare, mode: 'development', secrets: {}, d1: env.DB }, secret)
    return { ...bare, actor }
  }
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const here = await ctx()
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await pagesAs(here).request(`${here.origin}${path}`, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  const browser: TestBrowser = {
    cookies,
    at: 0,
    ctx,
    get: (path, method = 'GET') => ask(path, { method }),
    post: (path, form = {}) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
  }
  return browser
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/;\s*Max-Age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

/** An account with an address. */
export async function accountWithEmail(
  roles: readonly Membership[] = [],
): Promise<{ readonly id: string; readonly email: string }> {
  const { accountId: id } = await makeActor(roles)
  const email = `${id}@example.test`
  await env.DB.prepare('UPDATE account SET email = ? WHERE id = ?').bind(email, id).run()
  return { id, email }
}

/** An account that has an address and nothing else, not even a role. */
export async function bareAccount(): Promise<{ readonly id: string; readonly email: string }> {
  const id = crypto.randomUUID()
  const email = `${id}@example.test`
  expect(await writeAll(db, accountWrites(accountOf(id, null, email, NOW)))).toEqual({ kind: 'written' })
  return { id, email }
}

/** The path of the link that was mailed to an account last. */
export async function mailedPath(accountId: string): Promise<string> {
  const messages = await listLatestMessages(db)
  const message = messages.find((candidate) => candidate.accountId === accountId)
  const payload = message?.payload as { readonly url: string } | undefined
  return new URL(payload?.url ?? '').pathname
}

/** Asks for a link in a browser and gives its path. */
export async function askForLink(
  browser: TestBrowser,
  account: { readonly id: string; readonly email: string },
): Promise<string> {
  const asked = await browser.post(paths.signIn, { email: account.email })
  expect([asked.status, asked.headers.get('Location')]).toEqual([303, paths.signInCode])
  return mailedPath(account.id)
}

/** The six digits on a page; undefined when it shows none. */
export async function codeOn(answer: Response): Promise<string | undefined> {
  const digits = /class="shown-code">(\d{3}) (\d{3})</.exec(await answer.text())
  return digits ? `${digits[1]}${digits[2]}` : undefined
}

/** Six digits that are not these. */
export function otherCode(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, '0')
}

/** Rows of the log about an account, by action, the oldest first. */
export async function actionsOf(accountId: string): Promise<string[]> {
  const rows = await env.DB.prepare('SELECT action FROM audit WHERE subject_id = ? ORDER BY seq')
    .bind(accountId)
    .all<{ action: string }>()
  return rows.results.map(({ action }) => action)
}

/** How many sessions an account has in the database. */
export async function sessionsOf(accountId: string): Promise<number> {
  const query = env.DB.prepare('SELECT count(*) AS n FROM session WHERE account_id = ?').bind(accountId)
  return (await query.first<number>('n')) ?? 0
}
