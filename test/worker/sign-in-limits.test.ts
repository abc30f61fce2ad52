import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountStatusWrites } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import type { Context } from '../../src/usecases/context.ts'
import { paths } from '../../src/web/paths.ts'
import { askForLink, bareAccount, codeOn, newBrowser, type TestBrowser } from '../support/signing-in.ts'
import { countRows, NOW } from '../support/use-case-world.ts'

const db = openDatabase(env.DB)

async function answerTo(browser: TestBrowser, email: string): Promise<unknown[]> {
  const answer = await browser.post(paths.signIn, { email })
  const { status, headers } = answer
  return [status, headers.get('Location'), headers.get('Retry-After'), await answer.text()]
}

const SENT = [303, paths.signInCode, null, '']

// Lines of strangers are bounded for everybody together, and the clock of the tests stands still.
beforeEach(async () => {
  await env.DB.exec('DELETE FROM rate_count')
})

describe('mails with links', () => {
  it('go to one address five times an hour, known or not, however it is written', async () => {
    const { email } = await bareAccount()
    const stranger = `${crypto.randomUUID()}@example.test`
    const [known, unknown] = [newBrowser(), newBrowser()]
    const ways = (address: string) => [address, ` ${address} `, address.toUpperCase(), ` ${address}`, address]
    for (const written of ways(email)) expect(await answerTo(known, written)).toEqual(SENT)
    for (const written of ways(stranger)) expect(await answerTo(unknown, written)).toEqual(SENT)
    const refused = await answerTo(known, email.toUpperCase())
    expect(refused.slice(0, 3)).toEqual([429, null, '3600'])
    expect(await answerTo(unknown, stranger)).toEqual(refused)
    known.at = 59
    expect((await answerTo(known, email))[0]).toBe(429)
    known.at = 60
    expect(await answerTo(known, email)).toEqual(SENT)
  })

  it('are asked for from one network twenty times an hour, and past that use up no address’ share', async () => {
    const from = `203.0.113.${crypto.randomUUID()}`
    const browser = newBrowser({ from })
    const strangers = Array.from({ length: 20 }, () => `${crypto.randomUUID()}@example.test`)
    for (const email of strangers) expect(await answerTo(browser, email)).toEqual(SENT)
    const { email } = await bareAccount()
    for (let tries = 0; tries < 6; tries++) expect((await answerTo(browser, email))[0]).toBe(429)
    expect(await answerTo(newBrowser({ from: `${from} next door` }), email)).toEqual(SENT)
    browser.at = 60
    expect(await answerTo(browser, email)).toEqual(SENT)
  })
})

describe('links and codes', () => {
  it('of one account are typed fifty times a day, right or wrong; the link itself still opens', async () => {
    const account = await bareAccount()
    const guesser = newBrowser({ from: `203.0.113.${crypto.randomUUID()}` })
    for (let mail = 0; mail < 10; mail++) {
      guesser.at = mail * 60
      await askForLink(guesser, account)
      for (let guess = 0; guess < 5; guess++)
        expect((await guesser.post(paths.signInCode, { code: '000000' })).status).toBe(422)
    }
    const [own, elsewhere] = [newBrowser(), newBrowser()]
    own.at = elsewhere.at = 720
    const path = await askForLink(own, account)
    const code = (await codeOn(await elsewhere.get(path))) as string
    expect((await own.post(paths.signInCode, { code })).status).toBe(422)
    expect((await own.post(path)).status).toBe(303)
  })

  it('are counted only while a link takes them, so that one mail is no way to shut out whose it is', async () => {
    const account = await bareAccount()
    const guesser = newBrowser({ from: `203.0.113.${crypto.randomUUID()}` })
    await askForLink(guesser, account)
    await Promise.all(Array.from({ length: 55 }, () => guesser.post(paths.signInCode, { code: '000000' })))
    const [own, elsewhere] = [newBrowser(), newBrowser()]
    const path = await askForLink(own, account)
    const code = (await codeOn(await elsewhere.get(path))) as string
    expect((await own.post(paths.signInCode, { code })).status).toBe(303)
  })

  it('are tried from one network sixty times an hour, and no more lines come into the log after', async () => {
    const browser = newBrowser({ from: `198.51.100.${crypto.randomUUID()}` })
    for (let tries = 0; tries < 60; tries++)
      await (tries % 2 ? browser.post(paths.signInCode, { code: '123456' }) : browser.post('/sign-in/none'))
    const before = await countRows('audit')
    expect((await browser.post('/sign-in/none')).status).toBe(429)
    expect((await browser.post(paths.signInCode, { code: '123456' })).status).toBe(429)
    expect(await countRows('audit')).toEqual(before)
  })
})

describe('a flood of strangers', () => {
  it('from many networks at once is refused as ever, and takes no more than sixty lines of the log', async () => {
    const [before = 0] = await countRows('audit')
    const tries = Array.from({ length: 150 }, () => newBrowser({ from: `2001:db8::${crypto.randomUUID()}` }))
    const answers = await Promise.all(tries.map((browser) => browser.post('/sign-in/none')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(await countRows('audit')).toEqual([before + 60])
  })

  it('with answers that nobody asked a provider for takes no line of it', async () => {
    const before = await countRows('audit')
    const tries = Array.from({ length: 150 }, () => newBrowser({ from: `2001:db8::${crypto.randomUUID()}` }))
    const answers = await Promise.all(
      tries.map((browser) => browser.get('/sign-in/answer?state=forged&code=x')),
    )
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1)
    expect(Math.max(...answers.map(({ status }) => status))).toBeLessThan(500)
    expect(await countRows('audit')).toEqual(before)
  })

  it('leaves those who have an account their mail', async () => {
    const { email } = await bareAccount()
    for (let tries = 0; tries < 60; tries++)
      await newBrowser({ from: `2001:db8::${tries}` }).post('/sign-in/none')
    const [before = 0] = await countRows('login_link')
    expect(await answerTo(newBrowser(), email)).toEqual(SENT)
    expect(await countRows('login_link')).toEqual([before + 1])
  })
})

/** A browser that counts its trips to the database. */
function countingBrowser(): TestBrowser & { trips: () => number } {
  let trips = 0
  const d1: Context['db']['d1'] = {
    prepare: (text) => env.DB.prepare(text),
    batch: (statements) => {
      trips++
      return env.DB.batch(statements as D1PreparedStatement[])
    },
  }
  const browser = newBrowser({ db: { ...db, d1 }, from: `192.0.2.${crypto.randomUUID()}` })
  return Object.assign(browser, { trips: () => trips })
}

describe('links that open nothing', () => {
  it('are refused after as many trips to the database, whatever is wrong with them', async () => {
    const shut = await bareAccount()
    const paths = new Map<string, string>([['forged', '/sign-in/none']])
    for (const what of ['used', 'expired', 'elsewhere', 'confirm', 'disabled']) {
      const account = what === 'disabled' ? shut : await bareAccount()
      paths.set(what, await askForLink(newBrowser(), account))
    }
    const change = async (what: string, set: string) => {
      const hash = await (await newBrowser().ctx()).hash(paths.get(what)?.split('/').at(-1) ?? '')
      await env.DB.prepare(`UPDATE login_link SET browser_hash = NULL, ${set} WHERE hash = ?`)
        .bind(hash)
        .run()
    }
    await change('used', `used_at = '2026-12-01T12:00Z'`)
    await change('expired', `expires_at = '2026-12-01T12:00Z'`)
    await change('confirm', `purpose = 'confirm'`)
    await change('disabled', 'tries = 0')
    await writeAll(db, accountStatusWrites(shut.id, 'disabled', NOW))
    const told = new Map<string, unknown>()
    for (const [what, path] of paths) {
      const browser = countingBrowser()
      told.set(what, [(await browser.post(path)).status, browser.trips()])
    }
    expect([...told]).toEqual([...paths.keys()].map((what) => [what, [404, 4]]))
  })
})

describe('known and unknown addresses', () => {
  /** Trips to the database of one request for a link, its answer and its lines in the log. */
  async function tripsOf(email: string): Promise<{ trips: number; told: unknown; lines: number }> {
    const browser = countingBrowser()
    const [before = 0] = await countRows('audit')
    const told = await answerTo(browser, email)
    const [after = 0] = await countRows('audit')
    return { trips: browser.trips(), told, lines: after - before }
  }

  it('get the same answer after as many trips to the database, and one line in the log each', async () => {
    const { email } = await bareAccount()
    const shut = await bareAccount()
    await writeAll(db, accountStatusWrites(shut.id, 'disabled', NOW))
    const known = await tripsOf(email)
    expect(known).toEqual({ trips: 4, told: SENT, lines: 1 })
    for (const other of [shut.email, `${crypto.randomUUID()}@example.test`])
      expect(await tripsOf(other)).toEqual(known)
  })

  it('get the same answer after as many trips when a flood has used up what the log takes', async () => {
    const { email } = await bareAccount()
    for (let tries = 0; tries < 60; tries++)
      await newBrowser({ from: `2001:db8:1::${tries}` }).post('/sign-in/none')
    const known = await tripsOf(email)
    const unknown = await tripsOf(`${crypto.randomUUID()}@example.test`)
    expect({ trips: unknown.trips, told: unknown.told }).toEqual({ trips: known.trips, told: known.told })
  })

  it('lead to a page with the field of the code, the same for both, with nothing about the address', async () => {
    const [known, unknown] = [newBrowser(), newBrowser()]
    await askForLink(known, await bareAccount())
    await unknown.post(paths.signIn, { email: `${crypto.randomUUID()}@example.test` })
    const pages = [await known.get(paths.signInCode), await unknown.get(paths.signInCode)]
    const [first, second] = await Promise.all(pages.map((answer) => answer.text()))
    expect(second).toBe(first)
    expect(first).toContain('name="code"')
    expect(first).toContain('autocomplete="one-time-code"')
  })

  it('leave nothing but a count and a line of the unknown one', async () => {
    const stranger = `${crypto.randomUUID()}@example.test`
    const before = await countRows('login_link', 'outbox', 'account')
    await answerTo(newBrowser(), stranger)
    expect(await countRows('login_link', 'outbox', 'account')).toEqual(before)
    const lines = await env.DB.prepare(
      `SELECT json_group_array(subject_id || coalesce(after, '')) AS t FROM audit`,
    ).first('t')
    expect(lines).not.toContain('@')
  })
})
