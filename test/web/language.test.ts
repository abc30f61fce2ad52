import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeApp, openNodeApp } from '../../src/node.ts'
import { toOwnAddress } from '../../src/web/own-address.ts'
import { paths } from '../../src/web/paths.ts'

const ORIGIN = 'http://localhost:8787'
const { id } = JSON.parse(readFileSync('examples/nordoey.json', 'utf8')).district

let app: NodeApp
let setUps = 0

beforeAll(() => {
  app = openNodeApp({
    database: ':memory:',
    migrationsFolder: 'migrations',
    clientFolder: 'src/client',
    origin: ORIGIN,
    mode: 'development',
  })
})

afterAll(() => app.close())

/** One person's browser: it keeps cookies, and asks in the languages it is set up for. */
class Browser {
  private readonly cookies = new Map<string, string>()
  private readonly asks: string

  constructor(asks: string) {
    this.asks = asks
  }

  get(path: string): Promise<Response> {
    return this.send(path, {})
  }

  async post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    const body = new URLSearchParams(form).toString()
    const type = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN }
    return this.send(path, { method: 'POST', headers: type, body })
  }

  async choose(language: string, next: string = paths.home): Promise<Response> {
    return this.post(paths.language, { language, next })
  }

  /** The language that a page says it is in. */
  async langOf(path: string): Promise<string | undefined> {
    const answer = await this.get(path)
    return /<html lang="(\w+)"/.exec(await answer.text())?.[1]
  }

  /** By a fresh link to the example's coordinator. */
  async signIn(): Promise<void> {
    const link = await freshLink()
    await this.post(link, {})
  }

  async signOut(): Promise<void> {
    await this.post(paths.signOut, {})
  }

  private async send(path: string, { headers, ...init }: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = { 'Accept-Language': this.asks, ...(cookie === '' ? {} : { Cookie: cookie }) }
    const request = new Request(`${ORIGIN}${path}`, { ...init, headers: { ...own, ...(headers as object) } })
    const answer = await app.fetch(request)
    for (const line of answer.headers.getSetCookie()) this.keep(line)
    return answer
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/Max-Age=0/.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

async function freshLink(): Promise<string> {
  const districts = setUps++ === 0 ? [JSON.parse(readFileSync('examples/nordoey.json', 'utf8'))] : []
  const answer = await app.fetch(
    new Request(`${ORIGIN}/dev/setup`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
      body: JSON.stringify({ districts }),
    }),
  )
  return ((await answer.json()) as { signInPath: string }).signInPath
}

describe('the language of a page', () => {
  it('is what the browser asks for at the first visit, and bokmål when it asks for none of ours', async () => {
    expect(await new Browser('nn-NO,nb;q=0.8').langOf(paths.signIn)).toBe('nn')
    expect(await new Browser('en-GB').langOf(paths.signIn)).toBe('en')
    expect(await new Browser('no,de').langOf(paths.signIn)).toBe('nb')
    expect(await new Browser('de').langOf(paths.signIn)).toBe('nb')
  })

  it('is chosen without an account, and remembered by the browser alone', async () => {
    const browser = new Browser('nb')
    const answer = await browser.choose('en', `${paths.signIn}?a=1`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${paths.signIn}?a=1`])
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^language=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await browser.langOf(paths.signIn)).toBe('en')
    expect(await new Browser('nb').langOf(paths.signIn)).toBe('nb')
  })

  it('follows into the account that has chosen none, and from there into every other browser', async () => {
    const first = new Browser('nb')
    await first.choose('nn')
    await first.signIn()
    expect(await first.langOf(paths.home)).toBe('nn')
    const second = new Browser('en')
    expect(await second.langOf(paths.signIn)).toBe('en')
    await second.signIn()
    expect(await second.langOf(paths.district(id))).toBe('nn')
    await second.choose('en')
    expect(await first.langOf(paths.home)).toBe('en')
    await second.signOut()
    expect(await second.langOf(paths.signIn)).toBe('en')
  })

  it('stays the account’s own when somebody else’s browser has another', async () => {
    const browser = new Browser('nb')
    await browser.signIn()
    await browser.choose('nn')
    const borrowed = new Browser('nb')
    await borrowed.choose('en')
    await borrowed.signIn()
    expect(await borrowed.langOf(paths.home)).toBe('nn')
  })

  it('is offered on every page, with the way back to it', async () => {
    const browser = new Browser('nb')
    await browser.signIn()
    await browser.choose('nb')
    const page = await browser.get(`${paths.rota(id)}?view=lines&done=published`)
    const text = await page.text()
    expect(text).toContain(`name="next" value="${paths.rota(id)}?view=lines"`)
    expect(text.match(/<button type="submit" name="language" value="(nb|nn|en)"/g)).toHaveLength(3)
    expect(text).toMatch(/value="nb" lang="nb" aria-current="true"/)
  })

  it('is also that of pages that are not there, and of a refused form', async () => {
    const browser = new Browser('en')
    expect(await (await browser.get('/nowhere')).text()).toContain('Page not found')
    const refused = await browser.post(paths.signIn, { email: 'no address' })
    expect(await refused.text()).toContain('Write an email address')
  })

  it('is no language that we do not have', async () => {
    const browser = new Browser('nn')
    const answer = await browser.choose('xx')
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([303, null])
    expect(await browser.langOf(paths.signIn)).toBe('nn')
  })
})

describe('the way back', () => {
  it.each([
    ['/', '/'],
    ['/districts/a/rota?from=2027-01-04&view=lines', '/districts/a/rota?from=2027-01-04&view=lines'],
    ['/districts/%C3%A5s', '/districts/%C3%A5s'],
  ])('leads to a page of our own: %s', (given, address) => {
    expect(toOwnAddress(given)).toBe(address)
  })

  it.each([
    '',
    'districts',
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/\n/evil.example',
  ])('never leads to another site: %j', async (given) => {
    expect(toOwnAddress(given)).toBeUndefined()
    const answer = await new Browser('nb').choose('nb', given)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.home])
  })
})
