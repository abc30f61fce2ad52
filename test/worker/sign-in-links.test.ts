import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountStatusWrites } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { paths } from '../../src/web/paths.ts'
import {
  accountWithEmail,
  actionsOf,
  askForLink,
  bareAccount,
  codeOn,
  mailedPath,
  newBrowser,
  otherCode,
  sessionsOf,
  type TestBrowser,
} from '../support/signing-in.ts'
import { countRows, NOW } from '../support/use-case-world.ts'

const db = openDatabase(env.DB)

const HOME = `${paths.home}?start=yes`

async function actorOf(browser: TestBrowser): Promise<string | undefined> {
  const { actor } = await browser.ctx()
  return actor.kind === 'account' ? actor.accountId : undefined
}

/** A link, the browser that asked for it, and the code that it shows in others. */
async function askedLink() {
  const account = await bareAccount()
  const browser = newBrowser()
  const path = await askForLink(browser, account)
  const code = (await codeOn(await newBrowser().get(path))) as string
  return { account, browser, path, code }
}

// Lines of strangers are bounded for everybody together, and the clock of the tests stands still.
beforeEach(async () => {
  await env.DB.exec('DELETE FROM rate_count')
})

describe('a mailed link in the browser that asked', () => {
  it('shows a button, and the button signs in', async () => {
    const { account, browser, path } = await askedLink()
    browser.at = 9
    const shown = await browser.get(path)
    expect([shown.status, await codeOn(shown)]).toEqual([200, undefined])
    expect(await actorOf(browser)).toBeUndefined()
    const used = await browser.post(path)
    expect([used.status, used.headers.get('Location')]).toEqual([303, HOME])
    expect(await actorOf(browser)).toBe(account.id)
    expect(await actionsOf(account.id)).toEqual(['request-sign-in', 'sign-in'])
  })

  it('gives cookies that no script reads and no other site sends along, for this host alone under https', async () => {
    const account = await bareAccount()
    const browser = newBrowser({ origin: 'https://vakt.example.test' })
    const asked = await browser.post(paths.signIn, { email: account.email })
    const used = await browser.post(await mailedPath(account.id))
    for (const [answer, name] of [
      [asked, '__Host-browser'],
      [used, '__Host-session'],
    ] as const) {
      const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
      expect(line).toMatch(/^[\w-]+=[\w-]{43};/)
      for (const said of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(line).toContain(`; ${said}`)
      expect(line).not.toContain('Domain')
    }
  })

  it('signs in once when twenty use it in the same moment, and its code with it', async () => {
    const { account, browser, path, code } = await askedLink()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        turn % 5 === 4 ? browser.post(paths.signInCode, { code }) : browser.post(path),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await sessionsOf(account.id)).toBe(1)
  })
})

describe('a mailed link in another browser', () => {
  it('shows six digits, which sign in where the link was asked for', async () => {
    const { account, browser, path, code } = await askedLink()
    expect(code).toMatch(/^\d{6}$/)
    const phone = newBrowser()
    expect(await codeOn(await phone.get(path))).toBe(code)
    const used = await browser.post(paths.signInCode, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([used.status, used.headers.get('Location')]).toEqual([303, HOME])
    expect([await actorOf(browser), await actorOf(phone)]).toEqual([account.id, undefined])
    expect((await phone.get(path)).status).toBe(404)
    expect((await browser.post(paths.signInCode, { code })).status).toBe(422)
  })

  it('signs in neither there nor with its code in any third', async () => {
    const { account, path, code } = await askedLink()
    const other = newBrowser()
    await askForLink(other, await bareAccount())
    expect((await other.post(path)).status).toBe(404)
    expect((await other.post(paths.signInCode, { code })).status).toBe(422)
    const none = newBrowser()
    expect((await none.post(path)).status).toBe(404)
    expect((await none.post(paths.signInCode, { code })).status).toBe(422)
    expect(await sessionsOf(account.id)).toBe(0)
  })

  it('changes nothing by being looked at: a scanner may, ten times, before the person comes', async () => {
    const { account, browser, path } = await askedLink()
    const rows = () =>
      env.DB.prepare(
        'SELECT json_group_array(json_array(hash, tries, used_at)) AS rows FROM login_link',
      ).first('rows')
    const before = [await rows(), ...(await countRows('session', 'audit', 'rate_count', 'outbox'))]
    const scanner = newBrowser()
    for (let look = 0; look < 10; look++) {
      expect((await scanner.get(path)).status).toBe(200)
      expect((await scanner.get(path, 'HEAD')).status).toBe(200)
    }
    expect(scanner.cookies.size).toBe(0)
    expect([await rows(), ...(await countRows('session', 'audit', 'rate_count', 'outbox'))]).toEqual(before)
    expect((await browser.post(path)).status).toBe(303)
    expect(await actorOf(browser)).toBe(account.id)
  })

  it('is not known by what is stored: neither token nor digits nor a plain hash of the digits', async () => {
    const { path, code } = await askedLink()
    const token = path.split('/').at(-1) as string
    const rows = await env.DB.prepare('SELECT * FROM login_link').all()
    const stored = JSON.stringify(rows.results)
    const { hash } = await newBrowser().ctx()
    expect(stored).toContain(await hash(token))
    for (const known of [token, code, await hash(code)]) expect(stored).not.toContain(known)
  })
})

describe('a code', () => {
  it('that is right at the fifth try signs in', async () => {
    const { account, browser, code } = await askedLink()
    for (let step = 1; step < 5; step++)
      expect((await browser.post(paths.signInCode, { code: otherCode(code, step) })).status).toBe(422)
    expect((await browser.post(paths.signInCode, { code })).status).toBe(303)
    expect(await actorOf(browser)).toBe(account.id)
  })

  it('is worth nothing after five wrong ones, nor is its link', async () => {
    const { account, browser, path, code } = await askedLink()
    const answers: string[] = []
    for (let step = 1; step <= 10; step++) {
      const answer = await browser.post(paths.signInCode, { code: otherCode(code, step) })
      answers.push(`${answer.status} ${await answer.text()}`)
    }
    const right = await browser.post(paths.signInCode, { code })
    answers.push(`${right.status} ${await right.text()}`)
    expect(new Set(answers).size).toBe(1)
    expect((await browser.post(path)).status).toBe(404)
    expect(await sessionsOf(account.id)).toBe(0)
  })

  it('is looked at five times at most when fifteen are tried at once', async () => {
    const { browser, path, code } = await askedLink()
    const wrong = Array.from({ length: 15 }, (_, step) => otherCode(code, step + 1))
    await Promise.all(wrong.map((tried) => browser.post(paths.signInCode, { code: tried })))
    const hash = await (await browser.ctx()).hash(path.split('/').at(-1) as string)
    const tries = env.DB.prepare('SELECT tries FROM login_link WHERE hash = ?').bind(hash)
    expect(await tries.first('tries')).toBe(5)
    expect((await browser.post(paths.signInCode, { code })).status).toBe(422)
  })

  it('may be that of any link that the browser has asked for', async () => {
    const account = await bareAccount()
    const browser = newBrowser()
    const first = await askForLink(browser, account)
    await askForLink(browser, account)
    const code = (await codeOn(await newBrowser().get(first))) as string
    expect((await browser.post(paths.signInCode, { code })).status).toBe(303)
  })

  it('left out is asked for, and costs no try', async () => {
    const { browser, code } = await askedLink()
    for (let tries = 0; tries < 6; tries++)
      expect((await browser.post(paths.signInCode, { code: ' - ' })).status).toBe(422)
    expect((await browser.post(paths.signInCode, { code })).status).toBe(303)
  })
})

describe('what opens nothing', () => {
  /** Status, headers that tell anything, and the page, where the address that was asked for stands for all. */
  async function told(answer: Response, path: string): Promise<string> {
    const headers = [...answer.headers].filter(([name]) => name !== 'content-length').sort()
    return JSON.stringify([
      answer.status,
      headers,
      (await answer.text()).replaceAll(path, paths.signInLink('…')),
    ])
  }

  async function everyDeadLink() {
    const used = await askedLink()
    await used.browser.post(used.path)
    used.browser.cookies.delete('session')
    const [expired, shut, tried, elsewhere] = [
      await askedLink(),
      await askedLink(),
      await askedLink(),
      await askedLink(),
    ]
    expired.browser.at = 10
    await writeAll(db, accountStatusWrites(shut.account.id, 'disabled', NOW))
    for (let step = 1; step <= 5; step++)
      await tried.browser.post(paths.signInCode, { code: otherCode(tried.code, step) })
    const confirm = await askedLink()
    const hash = await (await confirm.browser.ctx()).hash(confirm.path.split('/').at(-1) as string)
    await env.DB.prepare(`UPDATE login_link SET purpose = 'confirm' WHERE hash = ?`).bind(hash).run()
    const forged = { browser: newBrowser(), path: paths.signInLink('x'.repeat(43)), code: '123456' }
    const odd = { browser: newBrowser(), path: paths.signInLink('x'), code: '123456' }
    return {
      dead: { used, expired, shut, tried, confirm, forged, odd },
      elsewhere: { ...elsewhere, browser: newBrowser() },
    }
  }

  it('is answered byte for byte alike, whatever is wrong with it, and leaves a line in the log alone', async () => {
    const { dead, elsewhere } = await everyDeadLink()
    const before = await countRows('session', 'outbox', 'login_link')
    const [lines = 0] = await countRows('audit')
    const posted = new Map<string, string>()
    for (const [name, { browser, path }] of Object.entries({ ...dead, elsewhere }))
      posted.set(name, await told(await browser.post(path), path))
    expect([...posted].filter(([, answer]) => answer !== posted.get('forged'))).toEqual([])
    expect(posted.get('forged')).toContain('[404,')
    expect(await countRows('session', 'outbox', 'login_link')).toEqual(before)
    expect(await countRows('audit')).toEqual([lines + posted.size])
  })

  it('is shown alike, and its code is answered alike', async () => {
    const { dead, elsewhere } = await everyDeadLink()
    const shown = new Map<string, string>()
    const typed = new Map<string, string>()
    for (const [name, { browser, path, code }] of Object.entries(dead)) {
      shown.set(name, await told(await browser.get(path), path))
      typed.set(name, await told(await browser.post(paths.signInCode, { code }), path))
    }
    const { browser, code } = elsewhere
    typed.set('elsewhere', await told(await browser.post(paths.signInCode, { code }), elsewhere.path))
    expect([...shown].filter(([, answer]) => answer !== shown.get('forged'))).toEqual([])
    expect([...typed].filter(([, answer]) => answer !== typed.get('forged'))).toEqual([])
  })
})

describe('a session', () => {
  it('never has a secret that was there before signing in', async () => {
    const { account, browser, path } = await askedLink()
    const planted = 'p'.repeat(43)
    browser.cookies.set('session', planted)
    await browser.post(path)
    expect(await actorOf(browser)).toBe(account.id)
    expect(browser.cookies.get('session')).not.toBe(planted)
    const thief = newBrowser()
    thief.cookies.set('session', planted)
    expect(await actorOf(thief)).toBeUndefined()
  })

  it('ends when its browser signs in anew, and its cookie is worth nothing from then on', async () => {
    const { account, browser, path } = await askedLink()
    await browser.post(path)
    const before = newBrowser()
    before.cookies.set('session', browser.cookies.get('session') as string)
    expect(await actorOf(before)).toBe(account.id)
    await browser.post(await askForLink(browser, account))
    expect([await actorOf(browser), await actorOf(before)]).toEqual([account.id, undefined])
    expect(await sessionsOf(account.id)).toBe(1)
    expect((await before.get(paths.myDuties)).headers.get('Location')).toBe(paths.signIn)
  })

  it('by a link is one of one factor, also of whoever has a role that asks for two', async () => {
    const administrator = {
      scopeKind: 'installation',
      scopeId: 'installation',
      role: 'installation-administrator',
    } as const
    const account = await accountWithEmail([administrator])
    const browser = newBrowser()
    const used = await browser.post(await askForLink(browser, account))
    expect(used.headers.get('Location')).toBe(`${paths.access}?first=yes`)
    expect((await browser.ctx()).actor).toMatchObject({ strength: 'single' })
  })
})
