import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import fjordane from '../../examples/fjordane.json'
import nordoey from '../../examples/nordoey.json'
import storby from '../../examples/storby.json'

const ORIGIN = 'http://localhost:8787'
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

type Init = Pick<RequestInit, 'method' | 'headers' | 'body'>

const ask = (path: string, init: Init = {}) =>
  exports.default.fetch(new Request(`${ORIGIN}${path}`, { ...init, redirect: 'manual' }))

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', headers: { Origin: ORIGIN, ...headers }, body })

const setUp = (districts: readonly unknown[]) =>
  post('/dev/setup', JSON.stringify({ districts }), { 'Content-Type': 'application/json' })

/** Uses a one-time link and gives the cookie of the session. */
async function signIn(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await post(path, '', headers)
  expect(answer.status).toBe(303)
  const cookie = answer.headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/^session=[\w-]{43}; /)
  return cookie.split(';')[0] as string
}

let cookie: string

beforeAll(async () => {
  const answer = await setUp([nordoey, fjordane, storby])
  expect(answer.status).toBe(200)
  const { signInPath } = (await answer.json()) as { signInPath: string }
  cookie = await signIn(signInPath)
})

describe('the examples', () => {
  it('are all there for the coordinator, and loaded once', async () => {
    const page = await (await ask('/', { headers: { Cookie: cookie } })).text()
    for (const { district } of [nordoey, fjordane, storby]) expect(page).toContain(district.name)
    expect((await setUp([])).status).toBe(200)
    const count = await env.DB.prepare('SELECT count(*) AS n FROM district').first('n')
    expect(count).toBe(3)
  })
})

describe('every answer', () => {
  it.each<[string, string, Init, number]>([
    ['a page', '/sign-in', {}, 200],
    ['an unknown page', '/nowhere', {}, 404],
    ['an unknown file', '/assets/nothing.js', {}, 404],
    ['a page behind sign-in', '/', {}, 303],
    ['health', '/healthz', {}, 200],
    ['an unknown calendar', `/k/${'x'.repeat(43)}/vakter.ics`, {}, 404],
    ['a refused post', '/sign-in', { method: 'POST', body: 'email=a%40b.no' }, 403],
    ['JSON without a session', '/api/districts/fjordane/builds/none', {}, 401],
  ])('carries the headers that keep it safe: %s', async (_name, path, init, status) => {
    const { headers, status: answered } = await ask(path, init)
    expect(answered).toBe(status)
    expect(headers.get('Content-Security-Policy')).toBe(POLICY)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Strict-Transport-Security')).toBeNull()
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('asks browsers to stay with https where it came by https', async () => {
    const answer = await exports.default.fetch(new Request('https://legevakt.example.test/healthz'))
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  })

  it('tells of a fault by number alone, logs it once, and keeps secrets out of the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await env.DB.prepare('ALTER TABLE login_link RENAME TO login_link_away').run()
    const answer = await post('/sign-in/a-secret-of-somebody', '')
    await env.DB.prepare('ALTER TABLE login_link_away RENAME TO login_link').run()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('Content-Security-Policy')).toBe(POLICY)
    const page = await answer.text()
    expect(page).not.toMatch(/login_link|SQLITE|Error/)
    expect(logged).toHaveBeenCalledTimes(1)
    const [line] = logged.mock.calls[0] as [string]
    expect(line).toMatch(/^[0-9a-f-]{36} POST \/sign-in\/…$/)
    expect(page).toContain(line.slice(0, 36))
    logged.mockRestore()
  })
})

describe('a post from another site', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['no word of where it came from', {}, false],
    ['another origin', { Origin: 'https://evil.example.test' }, false],
    ['the right origin', { Origin: ORIGIN }, true],
    ['null as its origin', { Origin: 'null' }, false],
    ['same-origin by the browser', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['cross-site by the browser', { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }, false],
    ['same-site by the browser', { 'Sec-Fetch-Site': 'same-site' }, false],
  ])('with %s', async (_name, headers, isLet) => {
    const init = { method: 'POST', body: 'email=a%40b.no' }
    const answer = await ask('/sign-in', {
      ...init,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
    expect(answer.status === 403).toBe(!isLet)
  })
})

describe('a one-time link', () => {
  it('survives programs that look at it before the person does', async () => {
    const { signInPath } = (await (await setUp([])).json()) as { signInPath: string }
    for (let look = 0; look < 10; look++) {
      expect((await ask(signInPath)).status).toBe(200)
      expect((await ask(signInPath, { method: 'HEAD' })).status).toBe(200)
    }
    const answer = await post(signInPath, '')
    expect(answer.headers.get('Set-Cookie')).toMatch(/; Path=\/.*; HttpOnly; SameSite=Lax(,|$)/)
    expect((await post(signInPath, '')).status).toBe(404)
  })

  it('that is forged is answered as one that was used', async () => {
    const { signInPath } = (await (await setUp([])).json()) as { signInPath: string }
    await signIn(signInPath)
    const used = await post(signInPath, '')
    const forged = await post(`/sign-in/${'x'.repeat(43)}`, '')
    expect([used.status, await used.text()]).toEqual([forged.status, await forged.text()])
  })
})

describe('another district’s page', () => {
  it('is, byte for byte, a page that is not there', async () => {
    const doctor = await doctorsSession()
    const ours = await ask('/districts/fjordane/rota', { headers: { Cookie: doctor } })
    expect(ours.status).toBe(200)
    for (const rest of ['', '/rota', '/drafts', '/doctors', '/hours', '/wishes', '/export']) {
      const theirs = await ask(`/districts/storby${rest}`, { headers: { Cookie: doctor } })
      const missing = await ask(`/districts/nobody${rest}`, { headers: { Cookie: doctor } })
      expect([rest, theirs.status]).toEqual([rest, 404])
      // The switch of language comes back to the address that was asked for.
      expect((await theirs.text()).replaceAll('storby', 'nobody')).toBe(await missing.text())
    }
  })
})

/** The cookie of the example doctor's session, by the link that development prints. */
async function doctorsSession(): Promise<string> {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const answer = await post('/sign-in', 'email=doctor%40example.test', {
    'Content-Type': 'application/x-www-form-urlencoded',
  })
  expect(answer.status).toBe(303)
  await vi.waitFor(() => expect(printed).toHaveBeenCalled())
  const [url = ''] = /http\S+\/sign-in\/\S+/.exec(printed.mock.calls.flat().join(' ')) ?? []
  printed.mockRestore()
  const browser = /browser=[\w-]{43}/.exec(answer.headers.get('Set-Cookie') ?? '')?.[0] ?? ''
  return signIn(new URL(url).pathname, { Cookie: browser })
}
