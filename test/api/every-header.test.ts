import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type NodeApp, openNodeApp } from '../../src/node.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { addressOf, type Doors, doorsOf, ROUTES } from '../support/walls/asking.ts'
import { fieldsOf } from '../support/walls/fields.ts'
import { nothing } from '../support/walls/isolation.ts'
import { makeWalls, ORIGIN, type Walls } from '../support/walls/world.ts'

/** As trust-and-ux §B4 has it, and what each answer must carry whoever gets it and however it went. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
const WORKER_POLICY = POLICY.replace("trusted-types 'none'", "worker-src 'self'; trusted-types build-worker")
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

let walls: Walls
let doors: Doors
const seen = new Map<number, number>()

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  walls = await makeWalls(freshDatabase().d1)
  doors = doorsOf(walls)
})

afterAll(() => {
  vi.restoreAllMocks()
  console.log(
    `headers: ${[...seen]
      .toSorted()
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ')}`,
  )
})

/** What is missing or wrong in an answer's headers. */
function faultsIn(answer: Response): string[] {
  seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
  const { headers } = answer
  const wrong = Object.entries(EVERYWHERE).filter(([name, value]) => headers.get(name) !== value)
  const policy = headers.get('Content-Security-Policy')
  const faults = wrong.map(([name]) => `${name}: ${headers.get(name)}`)
  if (policy !== POLICY && policy !== WORKER_POLICY) faults.push(`Content-Security-Policy: ${policy}`)
  const kept = headers.get('Cache-Control') ?? ''
  // Public keys alone may be kept by anybody.
  if (!/no-store|private|^public, max-age=300$/.test(kept)) faults.push(`Cache-Control: ${kept}`)
  if ([...headers.keys()].some((name) => name.startsWith('access-control-'))) faults.push('CORS')
  for (const cookie of headers.getSetCookie())
    if (!/; HttpOnly/i.test(cookie) && !cookie.startsWith('language=')) faults.push(cookie)
  return faults
}

/** Script or style that stands in the page itself, which the policy would stop. */
function inlineIn(html: string): string[] {
  const found = html.match(
    /<script\b(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle="|\son[a-z]+="|href="javascript:/gi,
  )
  return (found ?? []).filter((tag) => !/type="application\/json"/.test(tag))
}

const ASKERS = [
  'coordinator alpha',
  'another doctor alpha',
  'municipality-decider alpha',
  'the administrator',
  'nobody',
]

async function ask(name: string, method: string, address: string, init: RequestInit = {}): Promise<Response> {
  const secret = walls.actors.find((one) => one.name === name)?.secret
  const headers = new Headers(init.headers)
  if (secret) headers.set('Cookie', `session=${encodeURIComponent(secret)}`)
  if (!headers.has('Sec-Fetch-Site')) headers.set('Sec-Fetch-Site', 'same-origin')
  return doors.request(`${ORIGIN}${address}`, { ...init, method, headers })
}

describe('every answer carries the headers', () => {
  it.each(ASKERS)(
    'to %s, at every route, with things that are there and that are not; and no page holds script or style',
    async (name) => {
      const faults: string[] = []
      for (const route of ROUTES)
        for (const things of [walls.things.alpha, nothing(walls.things.alpha)]) {
          if (/:(token|secret)|\/\*$|\/provider\/:issuer$|\/try$|sign-out/.test(route.path)) continue
          const isJson = route.path.startsWith('/api/')
          const fields = fieldsOf(route, things)
          const body = isJson
            ? JSON.stringify(fields)
            : `${new URLSearchParams(fields as Record<string, string>)}`
          const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
          const init = route.method === 'POST' ? { body, headers: { 'Content-Type': type } } : {}
          const answer = await ask(name, route.method, addressOf(route, things), init)
          const door = `${route.method} ${route.path} ${answer.status}`
          faults.push(...faultsIn(answer).map((fault) => `${door} ${fault}`))
          if ((answer.headers.get('Content-Type') ?? '').includes('html'))
            faults.push(...inlineIn(await answer.text()).map((tag) => `${door} ${tag}`))
        }
      expect(faults).toEqual([])
    },
  )

  it.each([
    ['a page that is not there', 'GET', '/no-such-page', {}],
    ['an asset that is not there', 'GET', '/assets/none.js', {}],
    ['a feed of no secret', 'GET', '/k/none/vakter.ics', {}],
    ['a feed asked by another method', 'POST', '/d/none/distrikt.ics', {}],
    ['what well-known holds', 'GET', '/.well-known/security.txt', {}],
    ['HEAD', 'HEAD', '/sign-in', {}],
    [
      'OPTIONS',
      'OPTIONS',
      '/sign-in',
      { headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' } },
    ],
    ['another method', 'PUT', '/sign-in', {}],
    ['the guard', 'POST', '/sign-in', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    [
      'a body that is too large',
      'POST',
      '/sign-in',
      { body: 'x'.repeat(300_000), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    ],
    [
      'a body that is no form',
      'POST',
      '/sign-in',
      { body: '{}', headers: { 'Content-Type': 'application/json' } },
    ],
    ['a method without a door', 'DELETE', '/', {}],
  ] as const)('of %s', async (_name, method, address, init) => {
    const answer = await ask('nobody', method, address, init)
    expect(faultsIn(answer)).toEqual([])
    expect(answer.status).toBeGreaterThanOrEqual(
      method === 'HEAD' || address.startsWith('/.well') ? 200 : 400,
    )
  })

  it('of a fault, in the pages, the doors for programs and where even the page of the fault breaks', async () => {
    const broken = {
      ...walls.db.d1,
      prepare: () => {
        throw new Error('the database is away')
      },
    } as unknown as typeof walls.db.d1
    const away = doorsOf(walls, broken)
    for (const path of ['/', '/healthz', '/api/districts/a/builds/b', '/k/none/vakter.ics']) {
      const answer = await away.request(`${ORIGIN}${path}`, { headers: { Cookie: 'session=x' } })
      expect([path, faultsIn(answer)]).toEqual([path, []])
    }
    expect(seen.get(500)).toBeGreaterThan(0)
  })
})

describe('the server on Node', () => {
  let app: NodeApp
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'legevaktplan-headers-'))
    writeFileSync(join(folder, 'a.js'), '')
    app = openNodeApp({
      database: ':memory:',
      migrationsFolder: 'migrations',
      clientFolder: folder,
      origin: 'https://vakt.example.test',
      mode: 'development',
    })
  })
  afterAll(() => {
    app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    '/sign-in',
    '/',
    '/healthz',
    '/robots.txt',
    '/no-such-page',
    '/assets/none.js',
    '/k/none/vakter.ics',
    '/.well-known/security.txt',
  ])('gives the same, and says that it is reached by https alone: %s', async (path) => {
    const answer = await app.fetch(new Request(`https://vakt.example.test${path}`))
    expect(faultsIn(answer)).toEqual([])
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  })
})
