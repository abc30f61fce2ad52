import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNode } from '../../scripts/build-node.ts'
import { type NodeApp, openNodeApp, serverFor, under, untilNight } from '../../src/node.ts'

const ORIGIN = 'http://localhost:8787'
const KEY = 'a key of tests that is no secret at all'
const settings = {
  database: ':memory:',
  migrationsFolder: 'migrations',
  clientFolder: 'src/client',
  origin: ORIGIN,
} as const

describe('the night’s work of a server', () => {
  it.each([
    ['2027-01-04T03:14:59.000Z', 1_000],
    ['2027-01-04T03:15:00.000Z', 86_400_000],
    ['2027-03-28T23:15:00.000Z', 14_400_000],
  ])('at %s is due in %d milliseconds', (now, wait) => {
    expect(untilNight(Date.parse(now))).toBe(wait)
  })
})

describe('the Node server', () => {
  let app: NodeApp
  let server: Server

  beforeAll(async () => {
    app = openNodeApp({ ...settings, mode: 'production', secrets: { FEED_KEYS: KEY, GROUND_KEYS: KEY } })
    server = serverFor(app, ORIGIN)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    app.close()
  })

  /** The first line of the answer to bytes sent as they are. */
  const firstLine = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.setEncoding('utf8')
      socket.once('data', (text: string) => {
        resolve(text.split('\r\n')[0] ?? '')
        socket.destroy()
      })
      socket.once('error', reject)
    })

  it.each([
    ['a method that no request may have', 'TRACE /healthz HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['an address that is none', 'GET //[ HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['an address without a path', 'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    [
      'a broken escape in a calendar’s address',
      'GET /k/%E0%A4%A/vakter.ics HTTP/1.1\r\nHost: x\r\n\r\n',
      404,
    ],
    ['NUL in a calendar’s address', 'GET /k/a%00b/vakter.ics HTTP/1.1\r\nHost: x\r\n\r\n', 404],
    ['an address of a megabyte', `GET /k/${'a'.repeat(1_000_000)}/vakter.ics HTTP/1.1\r\n\r\n`, 431],
  ])('refuses %s and goes on', async (_name, bytes, status) => {
    expect(await firstLine(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(await firstLine('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('HTTP/1.1 200 OK')
  })

  /** A form posted by a browser that says only where the page stands that posts it. */
  const posted = (target: string, origin: string, email = 'a%40b.no', more = '') => {
    const type = 'Content-Type: application/x-www-form-urlencoded'
    const head = `POST ${target} HTTP/1.1\r\nHost: evil.example\r\nOrigin: ${origin}\r\n${more}${type}\r\n`
    const body = `email=${email}`
    return firstLine(`${head}Content-Length: ${body.length}\r\n\r\n${body}`)
  }

  it.each([
    ['two slashes and a host', '//evil.example/sign-in', 400],
    ['a slash, a backslash and a host', '/\\evil.example/sign-in', 400],
    ['a whole address', 'http://evil.example/sign-in', 400],
    ['the own host as a whole address', `${ORIGIN}/sign-in`, 400],
    ['a path', '/sign-in', 403],
  ])('lets no page of another site post, whatever host is named: %s', async (_name, target, status) => {
    expect(await posted(target, 'http://evil.example')).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('takes what its own pages post', async () => {
    expect(await posted('/sign-in', ORIGIN)).toBe('HTTP/1.1 303 See Other')
  })

  it('counts who asks for mails by the connection, whatever headers say of where they come from', async () => {
    const answers: string[] = []
    for (let turn = 0; turn < 21; turn++) {
      const names = ['CF-Connecting-IP', 'X-Forwarded-For', 'X-Real-IP', 'True-Client-IP', 'Forwarded']
      const lies = names.map((name) => `${name}: 203.0.113.${turn}\r\n`).join('')
      answers.push(await posted('/sign-in', ORIGIN, `nobody-${turn}%40example.no`, lies))
    }
    // The one from the test before this counts too, where it ran.
    expect(answers.slice(0, 19)).toEqual(Array(19).fill('HTTP/1.1 303 See Other'))
    expect(answers.at(-1)).toBe('HTTP/1.1 429 Too Many Requests')
  })
})

describe('the Node server, asked by somebody who has gone', () => {
  it('does nothing of it: no limit could count whom it was', async () => {
    const asked: (string | undefined)[] = []
    const answer = async (_request: Request, address?: string) => {
      asked.push(address)
      return new Response('')
    }
    const server = serverFor({ fetch: answer } as NodeApp, ORIGIN)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const send = (isGone: boolean) =>
      new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write('POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n')
          if (isGone) socket.resetAndDestroy()
        })
        socket.once(isGone ? 'close' : 'data', () => resolve(void socket.destroy()))
      })
    for (let turn = 0; turn < 20; turn++) await send(true)
    await send(false)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect(asked).toContain('127.0.0.1')
    expect(asked).not.toContain(undefined)
  })
})

describe('the Node server behind a proxy', () => {
  const secrets = { FEED_KEYS: KEY, GROUND_KEYS: KEY }
  const open = (trustedProxy?: string) =>
    openNodeApp({ ...settings, mode: 'production', secrets, trustedProxy })

  /** What twenty-one who ask for mails are answered last, each told by the proxy to be somebody else. */
  async function lastOf(app: NodeApp): Promise<number> {
    let status = 0
    for (let turn = 0; turn < 21; turn++) {
      const headers = { Origin: ORIGIN, 'X-Forwarded-For': `198.51.100.1, 203.0.113.${turn}` }
      const body = new URLSearchParams({ email: `nobody-${turn}@example.no` })
      const request = new Request(`${ORIGIN}/sign-in`, { method: 'POST', headers, body })
      status = (await app.fetch(request, '127.0.0.1')).status
    }
    app.close()
    return status
  }

  it('counts people by what a trusted proxy tells of them, so that one does not use up what all may', async () => {
    expect(await lastOf(open('1'))).toBe(303)
    expect(await lastOf(open('127.0.0.1'))).toBe(303)
    expect(await lastOf(open('10.0.0.0/8'))).toBe(429)
    expect(await lastOf(open())).toBe(429)
  })

  it('does not start with proxies or an address that are none', () => {
    expect(() => open('my proxy')).toThrow('TRUSTED_PROXY is "my proxy"')
    const wrong = { ...settings, mode: 'production', secrets, origin: 'https://legevakt.example/' } as const
    expect(() => openNodeApp(wrong)).toThrow('ORIGIN is "https://legevakt.example/"')
  })
})

describe('work of a server that nobody waits for', () => {
  it('is told of and forgotten when it stops in the middle, and does not end the process', async () => {
    const all = new Set<Promise<void>>()
    const unheard: unknown[] = []
    const hear = (fault: unknown) => unheard.push(fault)
    process.on('unhandledRejection', hear)
    under(all, Promise.reject(new Error('stopped in the middle by this test')))
    await Promise.all(all)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', hear)
    expect([all.size, unheard]).toEqual([0, []])
  })
})

describe('an installation without good secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-keys-'))
  const server = join(folder, 'server.mjs')
  beforeAll(() => buildNode(server), 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['a port that is none', { PORT: 'http' }, 'PORT is "http": it is a number from 0 to 65535\n'],
    [
      'none for calendars',
      { GROUND_KEYS: KEY },
      'FEED_KEYS is not set: calendar links are made and checked with it\n',
    ],
    [
      'a short one',
      { FEED_KEYS: `${KEY},short`, GROUND_KEYS: KEY },
      'key 2 of FEED_KEYS is shorter than 32 characters\n',
    ],
    [
      'none for grounds',
      { FEED_KEYS: KEY },
      'GROUND_KEYS is not set: why somebody is exempt is stored sealed with it\n',
    ],
    [
      'one that is guessed',
      { FEED_KEYS: KEY, GROUND_KEYS: 'k'.repeat(64) },
      'key 1 of GROUND_KEYS is easily guessed: draw it by chance, as `openssl rand -base64 48` does\n',
    ],
  ])('says so in one sentence and does not start: %s', async (_name, keys, sentence) => {
    const database = join(folder, 'db.sqlite')
    const { FEED_KEYS: _, GROUND_KEYS: __, MODE: ___, ...rest } = process.env
    const env = { ...rest, DATABASE: database, PORT: '0', ...keys }
    const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const said: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, said.join('')]).toEqual([1, sentence])
    expect(existsSync(database)).toBe(false)
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function isReached(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address)
    socket.once('connect', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
}

describe('an installation that nobody has claimed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-claim-'))
  const [server, database] = [join(folder, 'server.mjs'), join(folder, 'db.sqlite')]
  beforeAll(() => buildNode(server), 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Runs the server to its end, or until it says where it listens. */
  async function run(...args: readonly string[]) {
    const env = { ...process.env, DATABASE: database, PORT: '0', ORIGIN, FEED_KEYS: KEY, GROUND_KEYS: KEY }
    const child = spawn(process.execPath, [server, ...args], { env: { ...env, MODE: 'production' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (text.split('\n').includes(ORIGIN)) child.kill('SIGTERM')
      })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { code, said }
  }

  it('is reached from its own machine alone unless HOST says otherwise', { timeout: 60_000 }, async () => {
    const hosts = [{}, { HOST: '127.0.0.9' }].map(async (host) => {
      const port = await freePort()
      const env = {
        ...process.env,
        PORT: String(port),
        ORIGIN,
        MODE: 'development',
        DATABASE: ':memory:',
        ...host,
      }
      const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'ignore'] })
      await new Promise<void>((resolve) => {
        const hear = (text: string) => text.split('\n').includes(ORIGIN) && resolve()
        child.stdout.setEncoding('utf8').on('data', hear)
      })
      const ends = await Promise.all(['127.0.0.1', '127.0.0.9'].map((address) => isReached(port, address)))
      child.kill('SIGTERM')
      return ends
    })
    expect(await Promise.all(hosts)).toEqual([
      [true, false],
      [false, true],
    ])
  })

  const LINK = /^http:\/\/localhost:8787\/sign-in\/[\w-]{43}$/m
  const linkIn = (said: string) => /http\S+\/sign-in\/\S+/.exec(said)?.[0] ?? ''

  it('prints a link at start, does not start when it is an hour old, and is let go on by a new link', {
    timeout: 60_000,
  }, async () => {
    const first = await run()
    expect(linkIn(first.said)).toMatch(LINK)
    const db = new DatabaseSync(database)
    db.exec(
      "update installation set began_at = '2026-01-01T00:00Z'; update invitation set created_at = '2026-01-01T00:00Z'",
    )
    const refused = await run()
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('node dist/node/server.js admin-link')
    expect(refused.said).not.toContain('/sign-in/')
    const made = await run('admin-link')
    expect([made.code, linkIn(made.said)]).toEqual([0, expect.stringMatching(LINK)])
    const stored = db.prepare('select json_group_array(hash) as hashes from invitation').get()
    expect(stored?.hashes).not.toContain(linkIn(made.said).split('/').at(-1))
    expect((await run()).said).toContain(ORIGIN)
    db.close()
  })
})
