import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshDatabase } from '../data/fresh-database.ts'
import { addressOf, type Doors, doorsOf, ROUTES, type Route } from '../support/walls/asking.ts'
import { everyRow, type Table, tablesOf } from '../support/walls/canaries.ts'
import { fieldsOf } from '../support/walls/fields.ts'
import { HELD } from '../support/walls/only-reading.ts'
import { makeWalls, ORIGIN, type Walls } from '../support/walls/world.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const MULTIPART = 'multipart/form-data; boundary=b'

let walls: Walls
let doors: Doors
let tables: readonly Table[]
let before: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  walls = await makeWalls(freshDatabase().d1)
  doors = doorsOf(walls)
  tables = await tablesOf(walls.db.d1)
})
beforeEach(async () => {
  before = await everyRow(walls.db.d1, tables)
})
afterAll(() => {
  vi.restoreAllMocks()
})

const POSTS = ROUTES.filter(({ method, path }) => method === 'POST' && path !== '/sign-out')
const PROGRAMS = POSTS.filter(({ path }) => path.startsWith('/api/'))

const tokens = { token: 'none', secret: 'none' }
const place = (route: Route) => addressOf(route, { ...walls.things.alpha, ...tokens })

async function send(
  address: string,
  init: RequestInit & { readonly duplex?: 'half' },
  name = 'coordinator alpha',
) {
  const secret = walls.actors.find((one) => one.name === name)?.secret ?? ''
  const headers = new Headers(init.headers)
  if (!headers.has('Cookie') && secret) headers.set('Cookie', `session=${encodeURIComponent(secret)}`)
  if (!headers.has('Sec-Fetch-Site') && !headers.has('Origin')) headers.set('Sec-Fetch-Site', 'same-origin')
  return doors.request(`${ORIGIN}${address}`, { method: 'POST', ...init, headers })
}

async function expectNothingStored(): Promise<void> {
  const after = await everyRow(walls.db.d1, tables)
  for (const [table, rows] of before)
    if (!HELD.test(table)) expect([table, after.get(table)]).toEqual([table, rows])
}

const MEGABYTE = new Uint8Array(1024 * 1024).fill(120)

/** Ten megabytes of which none is there before it is asked for; how many were asked for is counted. */
function tenMegabytes(head: string) {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 1
      if (sent === 1) controller.enqueue(new TextEncoder().encode(head))
      else if (sent <= 11) controller.enqueue(MEGABYTE)
      else controller.close()
    },
  })
  return { body, sent: () => sent }
}

describe('ten megabytes', () => {
  it.each([
    ['as a form', FORM, 'text='],
    ['as JSON', JSON_TYPE, '{"text":"'],
    ['as parts', MULTIPART, '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'],
  ])('are refused %s at every door that takes a post, and nothing is stored', async (_name, type, head) => {
    const taken: string[] = []
    for (const route of POSTS) {
      const { body } = tenMegabytes(head)
      const answer = await send(place(route), { body, headers: { 'Content-Type': type }, duplex: 'half' })
      if (answer.status !== 413 && answer.status !== 415) taken.push(`${route.path} ${answer.status}`)
    }
    expect(taken).toEqual([])
    expect(POSTS.length).toBeGreaterThan(80)
    await expectNothingStored()
  })

  it('are not even read to their end by the doors for programs', async () => {
    for (const route of PROGRAMS) {
      const { body, sent } = tenMegabytes('{"text":"')
      await send(place(route), { body, headers: { 'Content-Type': JSON_TYPE }, duplex: 'half' })
      expect([route.path, sent() < 8]).toEqual([route.path, true])
    }
  })
})

describe('JSON that is not what it seems', () => {
  const bad: readonly (readonly [name: string, body: string])[] = [
    ['a prototype', '{"__proto__":{"isAdmin":true},"version":1,"key":"key-of-attack"}'],
    [
      'a prototype in what it holds',
      '{"version":1,"key":"key-of-attack","seen":{"__proto__":{"isAdmin":1}}}',
    ],
    ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
    ['a list in a list in a list', '['.repeat(50_000)],
    ['an object in an object', '{"a":'.repeat(20_000)],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['half', '{"version":'],
    ['the same name twice', '{"version":1,"version":2,"key":"key-of-attack"}'],
    ['another district', '{"version":1,"key":"key-of-attack","districtId":"district-of-zqbravo"}'],
    ['another account', '{"version":1,"key":"key-of-attack","accountId":"zqbravo-account-1"}'],
    ['a role', '{"version":1,"key":"key-of-attack","role":"coordinator","district_id":"x"}'],
  ]

  it.each(bad)('is refused by every door for programs, and nothing is stored: %s', async (_name, body) => {
    for (const route of PROGRAMS) {
      const answer = await send(place(route), { body, headers: { 'Content-Type': JSON_TYPE } })
      expect([route.path, answer.status >= 400 && answer.status < 500]).toEqual([route.path, true])
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    await expectNothingStored()
  })

  it.each([FORM, 'text/plain', MULTIPART, 'application/json2', ''])(
    'is JSON by its type alone: %s',
    async (type) => {
      for (const route of PROGRAMS) {
        const body = JSON.stringify(fieldsOf(route, walls.things.alpha))
        const answer = await send(place(route), { body, headers: { 'Content-Type': type } })
        expect([route.path, answer.status]).toEqual([route.path, 415])
      }
      await expectNothingStored()
    },
  )
})

describe('forms with names that objects have', () => {
  it('are read as any other', async () => {
    const fields = new URLSearchParams({ __proto__: 'x', 'constructor[prototype][isAdmin]': '1' })
    fields.append('__proto__', 'isAdmin')
    fields.append('constructor', 'prototype')
    for (const route of POSTS) {
      if (route.path.startsWith('/api/') || /\/try$|\/provider\//.test(route.path)) continue
      // By somebody who may nothing, so that only the reading is tried.
      const answer = await send(
        place(route),
        { body: `${fields}`, headers: { 'Content-Type': FORM } },
        'somebody without a role',
      )
      expect([route.path, answer.status < 500]).toEqual([route.path, true])
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })
})

describe('addresses that are none', () => {
  it.each([
    '/districts/..%2f..%2finstallation',
    '/districts/%00/rota',
    '/districts/district-of-zqalpha%00/rota',
    '/districts/district-of-zqalpha%2frota',
    '/districts/DISTRICT-OF-ZQALPHA/rota',
    '/districts/district-of-zqalpha%20/rota',
    '/districts/%E0%A4%A/rota',
    '/districts/%F0%9F%9A%91/rota',
    '/districts/district%E2%80%8B-of-zqalpha/rota',
    `/districts/${'a'.repeat(100_000)}/rota`,
    '/districts/__proto__/rota',
    '/districts/constructor',
    '/districts//rota',
    '//districts/district-of-zqalpha/rota',
    '/api/districts/%2e%2e/builds/%00',
    '/assets/..%2f..%2fwrangler.toml',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/.env',
    '/.git/config',
  ])('lead nowhere: %s', async (address) => {
    const answer = await send(address, { method: 'GET' })
    expect(answer.status).toBe(404)
  })
})

describe('cookies that are not ours', () => {
  const [other, own] = ['secret of doctor bravo', 'secret of coordinator alpha'].map(encodeURIComponent)
  it.each([
    ['two sessions, another’s first', `session=${other}; session=${own}`, 404],
    ['two sessions, one’s own first', `session=${own}; session=${other}`, 200],
    ['a session of 100 kB', `session=${'a'.repeat(100_000)}`, 303],
    ['an empty one', 'session=', 303],
    ['a broken escape', 'session=%E0%A4%A', 303],
    ['a thousand', Array.from({ length: 1000 }, (_, index) => `c${index}=x`).join('; '), 303],
    ['the name of a safe one on an unsafe address', `__Host-session=${own}`, 303],
  ])('open what one of them opens, or nothing: %s', async (_name, cookie, status) => {
    const answer = await send('/districts/district-of-zqalpha/rota', {
      method: 'GET',
      headers: { Cookie: cookie },
    })
    expect(answer.status).toBe(status)
  })
})

describe('the guard', () => {
  const rows: readonly (readonly [
    name: string,
    headers: Readonly<Record<string, string>>,
    isLetIn: boolean,
  ])[] = [
    ['one’s own page', { 'Sec-Fetch-Site': 'same-origin' }, true],
    [
      'one’s own page that names no origin, as ours do',
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
      true,
    ],
    ['an older browser on our page', { Origin: ORIGIN }, true],
    ['an address that a person opened', { 'Sec-Fetch-Site': 'none' }, true],
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, false],
    ['another site that names ours', { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }, false],
    ['a neighbour of ours', { 'Sec-Fetch-Site': 'same-site', Origin: ORIGIN }, false],
    ['something new', { 'Sec-Fetch-Site': 'elsewhere' }, false],
    ['another origin', { Origin: 'https://evil.example' }, false],
    ['another port', { Origin: 'http://localhost:8788' }, false],
    ['another scheme', { Origin: 'https://localhost:8787' }, false],
    ['an origin that begins as ours', { Origin: 'http://localhost:8787.evil.example' }, false],
    ['no origin, said', { Origin: 'null' }, false],
    ['an empty origin', { Origin: '' }, false],
  ]

  it.each(rows)('at every post, of %s', async (_name, headers, isLetIn) => {
    for (const route of POSTS) {
      const type = route.path.startsWith('/api/') ? JSON_TYPE : FORM
      const init = { body: '', headers: { ...headers, 'Content-Type': type } }
      const answer = await send(place(route), init, 'nobody')
      const isGuard = answer.status === 403 && (await answer.text()) === ''
      expect([route.path, isGuard]).toEqual([route.path, !isLetIn])
    }
  })

  it('lets nothing in that says nothing of where it comes from', async () => {
    const request = new Request(`${ORIGIN}/sign-out`, { method: 'POST' })
    request.headers.delete('Origin')
    expect((await doors.request(request)).status).toBe(403)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'FOO'])(
    'stands before every other method too: %s',
    async (method) => {
      const answer = await send('/districts/district-of-zqalpha', {
        method,
        headers: { 'Sec-Fetch-Site': 'cross-site' },
      })
      expect(answer.status).toBe(403)
    },
  )

  it.each(['HEAD', 'OPTIONS'])(
    'lets %s by, which changes nothing and tells other sites nothing',
    async (method) => {
      for (const route of ROUTES) {
        const answer = await send(place(route), {
          method,
          headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
        })
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
        if (method === 'HEAD') expect(await answer.text()).toBe('')
      }
      await expectNothingStored()
    },
  )
})
