import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { isFresh } from '../../src/identity/session.ts'
import { paths } from '../../src/web/paths.ts'
import {
  accountWithEmail,
  actionsOf,
  askForLink,
  bareAccount,
  codeOn,
  mailedPath,
  newBrowser,
  sessionsOf,
  type TestBrowser,
} from '../support/signing-in.ts'
import { countRows, NOW } from '../support/use-case-world.ts'

interface Account {
  readonly id: string
  readonly email: string
}

/** Somebody who signed in by mail eleven minutes ago: what asks for it no longer takes that for who they are. */
async function staleSession(given?: Account): Promise<{ account: Account; browser: TestBrowser }> {
  const account = given ?? (await bareAccount())
  const browser = newBrowser()
  await browser.post(await askForLink(browser, account))
  browser.at = 11
  expect(isFresh((await browser.ctx()).actor, NOW + 11)).toBe(false)
  return { account, browser }
}

async function askToConfirm(browser: TestBrowser, account: Account): Promise<string> {
  const asked = await browser.post(paths.confirmMail)
  expect([asked.status, asked.headers.get('Location')]).toEqual([303, paths.confirmCode])
  const path = await mailedPath(account.id)
  expect(path).toMatch(/^\/confirm\/[\w-]{43}$/)
  return path
}

describe('a link to confirm by', () => {
  it('begins a new session of the same account, just shown, and ends the one before', async () => {
    const { account, browser } = await staleSession()
    const before = browser.cookies.get('session')
    const path = await askToConfirm(browser, account)
    expect((await browser.get(path)).status).toBe(200)
    expect((await browser.post(path)).status).toBe(303)
    const { actor } = await browser.ctx()
    expect(actor).toMatchObject({ accountId: account.id, authenticatedAt: NOW + 11, strength: 'single' })
    expect(browser.cookies.get('session')).not.toBe(before)
    expect(await sessionsOf(account.id)).toBe(1)
    expect((await actionsOf(account.id)).slice(2)).toEqual(['request-confirmation', 'confirm-again'])
  })

  it('shows digits in another browser, to be typed where it was asked for', async () => {
    const { account, browser } = await staleSession()
    const path = await askToConfirm(browser, account)
    const phone = newBrowser()
    phone.at = 11
    const code = (await codeOn(await phone.get(path))) as string
    expect((await phone.post(path)).status).toBe(404)
    expect((await browser.post(paths.confirmCode, { code })).status).toBe(303)
    expect(isFresh((await browser.ctx()).actor, NOW + 11)).toBe(true)
  })

  it('confirms nobody but the account that asked, also in the same browser', async () => {
    const { account, browser } = await staleSession()
    const path = await askToConfirm(browser, account)
    const phone = newBrowser()
    phone.at = 11
    const code = (await codeOn(await phone.get(path))) as string
    const other = await bareAccount()
    await browser.post(await askForLink(browser, other))
    browser.at = 12
    const sessions = await countRows('session')
    expect((await browser.post(path)).status).toBe(404)
    expect((await browser.post(paths.confirmCode, { code })).status).toBe(422)
    expect((await browser.ctx()).actor).toMatchObject({ accountId: other.id, authenticatedAt: NOW + 11 })
    expect(await countRows('session')).toEqual(sessions)
  })

  it('signs nobody in, nor does a link to sign in confirm', async () => {
    const { account, browser } = await staleSession()
    const confirm = await askToConfirm(browser, account)
    const signIn = await askForLink(browser, account)
    const token = (path: string) => path.split('/').at(-1) as string
    const before = browser.cookies.get('session')
    expect((await browser.post(paths.confirmLink(token(signIn)))).status).toBe(404)
    expect(isFresh((await browser.ctx()).actor, NOW + 11)).toBe(false)
    browser.cookies.delete('session')
    expect((await browser.post(paths.signInLink(token(confirm)))).status).toBe(404)
    expect((await browser.post(confirm)).status).toBe(404)
    expect(browser.cookies.has('session')).toBe(false)
    browser.cookies.set('session', before as string)
    expect((await browser.post(confirm)).status).toBe(303)
  })

  it('runs out after ten minutes', async () => {
    const { account, browser } = await staleSession()
    const path = await askToConfirm(browser, account)
    browser.at = 21
    expect((await browser.post(path)).status).toBe(404)
  })

  it('is mailed to nobody who is not signed in', async () => {
    const before = await countRows('outbox', 'login_link')
    expect((await newBrowser().post(paths.confirmMail)).headers.get('Location')).toBe('/sign-in?lost=yes')
    expect(await countRows('outbox', 'login_link')).toEqual(before)
  })

  it('is not mailed where the account has a passkey, or no address', async () => {
    const { account, browser } = await staleSession()
    await env.DB.prepare(
      `INSERT INTO passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at)
        VALUES (?, ?, 'k', 0, '[]', 'pc', '2026-12-01T12:00Z')`,
    )
      .bind(`c-${account.id}`, account.id)
      .run()
    const homeless = await staleSession()
    await env.DB.prepare('UPDATE account SET email = NULL WHERE id = ?').bind(homeless.account.id).run()
    const before = await countRows('outbox', 'login_link')
    expect((await browser.post(paths.confirmMail)).status).toBe(403)
    expect((await homeless.browser.post(paths.confirmMail)).status).toBe(403)
    expect(await countRows('outbox', 'login_link')).toEqual(before)
  })

  it('confirms nobody once the account has got a passkey since it was asked for', async () => {
    const { account, browser } = await staleSession()
    const path = await askToConfirm(browser, account)
    await env.DB.prepare(
      `INSERT INTO passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at)
        VALUES (?, ?, 'k', 0, '[]', 'pc', '2026-12-01T12:00Z')`,
    )
      .bind(`c-${account.id}`, account.id)
      .run()
    const before = browser.cookies.get('session')
    await browser.post(path)
    expect(browser.cookies.get('session')).toBe(before)
    expect(isFresh((await browser.ctx()).actor, NOW + 11)).toBe(false)
    expect((await actionsOf(account.id)).at(-1)).toBe('confirm-refused')
  })

  it('weakens no session that a role needs strong', async () => {
    const role = {
      scopeKind: 'installation',
      scopeId: 'installation',
      role: 'installation-administrator',
    } as const
    const { account, browser } = await staleSession(await accountWithEmail([role]))
    await env.DB.prepare(`UPDATE session SET strength = 'strong' WHERE account_id = ?`).bind(account.id).run()
    const inProduction = newBrowser({ mode: 'production' })
    inProduction.cookies.set('session', browser.cookies.get('session') as string)
    inProduction.at = 11
    expect((await inProduction.post(paths.confirmMail)).status).toBe(403)
    await askToConfirm(browser, account)
    await browser.post(await mailedPath(account.id))
    expect((await browser.ctx()).actor).toMatchObject({ strength: 'strong', authenticatedAt: NOW + 11 })
  })

  it('counts among the mails to its address', async () => {
    const { browser } = await staleSession()
    for (let mails = 1; mails < 5; mails++) expect((await browser.post(paths.confirmMail)).status).toBe(303)
    expect((await browser.post(paths.confirmMail)).status).toBe(429)
  })
})
