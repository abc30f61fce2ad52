import { beforeAll, describe, expect, it, vi } from 'vitest'
import { maskedPath } from '../../src/api/masked-path.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { newFeedSecret } from '../../src/identity/feed-secret.ts'
import type { Context } from '../../src/usecases/context.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'
import { doorsWith, type IssuedLink, issueLink, watched } from '../support/served-feeds.ts'

const ALL = { scope: { kind: 'all' } } as const
const NOW = '2026-12-02T12:00Z'

let world: PlanWorld
let own: IssuedLink
let district: IssuedLink
let dispatch: IssuedLink

beforeAll(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
  const { ctx, districtId } = world
  own = await issueLink(ctx, { id: 'own', personId: 'a', role: 'doctor' })
  district = await issueLink(
    ctx,
    { id: 'reader', personId: null, role: 'service-manager' },
    { kind: 'district', districtId, options: ALL },
  )
  dispatch = await issueLink(
    ctx,
    { id: 'centre', personId: null, role: 'dispatch-centre' },
    { kind: 'dispatch', districtId, options: ALL },
  )
})

/** Asks as nobody, at a time. */
function ask(path: string, init: RequestInit = {}, ctx: Context = world.at(NOW)): Promise<Response> {
  const doors = doorsWith(async () => ({ ...ctx, actor: { kind: 'nobody' } }))
  return Promise.resolve(doors.request(`http://localhost:8787${path}`, init))
}

const headersOf = (answer: Response) => Object.fromEntries(answer.headers)

describe('the addresses of calendars', () => {
  it('are one for one’s own and one for a district’s, and a secret at the other is as unknown as any', async () => {
    const [unknown, ...swapped] = await Promise.all(
      [
        `/k/${await newFeedSecret(world.ctx.feedKeys)}/vakter.ics`,
        own.path.replace('/k/', '/d/').replace('vakter', 'distrikt'),
        district.path.replace('/d/', '/k/').replace('distrikt', 'vakter'),
        dispatch.path.replace('/d/', '/k/').replace('distrikt', 'vakter'),
      ].map((path) => ask(path)),
    )
    expect(unknown?.status).toBe(404)
    for (const answer of swapped) {
      expect([answer.status, await answer.text()]).toEqual([404, ''])
      expect(headersOf(answer)).toEqual(headersOf(unknown as Response))
    }
    for (const { path } of [own, district, dispatch]) expect((await ask(path)).status).toBe(200)
  })

  it('name the file, keep it out of caches, search and referrers, and set no cookie', async () => {
    for (const [{ path }, file] of [
      [own, 'vakter.ics'],
      [district, 'distrikt.ics'],
    ] as const) {
      const { headers } = await ask(path)
      expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
      expect(headers.get('Content-Disposition')).toBe(`inline; filename="${file}"`)
      expect(headers.get('Cache-Control')).toBe('private, max-age=0, must-revalidate')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Robots-Tag')).toBe('noindex')
      expect(headers.get('Set-Cookie')).toBeNull()
      expect(headers.get('Last-Modified')).toMatch(/^Tue, 01 Dec 2026 \d\d:\d\d:\d\d GMT$/)
      expect(`https://legevaktplan.example.test${path}`.length).toBeLessThan(256)
    }
  })

  it('answer HEAD with what GET says, and without the calendar', async () => {
    const { ctx, queries } = watched(world.at(NOW))
    const head = await ask(own.path, { method: 'HEAD' }, ctx)
    expect([head.status, await head.text(), queries.length]).toEqual([200, '', 1])
    expect(headersOf(head)).toEqual(headersOf(await ask(own.path)))
  })

  it.each([
    ['Authorization', 'Basic eDp5'],
    ['Authorization', 'Bearer'],
    ['Accept', 'image/png'],
    ['Accept-Language', 'en'],
    ['Origin', 'https://evil.example.test'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Range', 'bytes=0-1'],
    ['If-Range', '"x"'],
    ['If-Match', '"x"'],
    ['If-Unmodified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['If-Modified-Since', 'not a date 5'],
    ['If-None-Match', 'garbage'],
    ['Cookie', 'session=stale; language=en'],
  ])('give the whole calendar whatever %s says: %s', async (name, value) => {
    const plain = await (await ask(own.path)).text()
    const answer = await ask(own.path, { headers: { [name]: value } })
    expect([answer.status, await answer.text()]).toEqual([200, plain])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'REPORT', 'OPTIONS'])(
    'tell nothing to %s, with a live secret or another',
    async (method) => {
      const { ctx, queries } = watched(world.at(NOW))
      for (const path of [own.path, district.path, '/k/x/vakter.ics', '/d/x', '/k/']) {
        const answer = await ask(path, { method, headers: { Origin: 'https://evil.example.test' } }, ctx)
        expect([answer.status, await answer.text(), answer.headers.get('Allow')]).toEqual([
          405,
          '',
          'GET, HEAD',
        ])
      }
      expect(queries).toEqual([])
    },
  )

  it('look for no session, whatever cookie comes', async () => {
    const sessions: (string | null)[] = []
    const doors = doorsWith(async (session) => {
      sessions.push(session)
      return { ...world.at(NOW), actor: { kind: 'nobody' } }
    })
    const headers = { Cookie: 'session=somebody' }
    for (const { path } of [own, district]) await doors.request(path, { headers })
    await doors.request('/healthz', { headers })
    expect(sessions).toEqual([null, null, 'somebody'])
  })
})

describe('what a program has already', () => {
  it.each([
    ['the tag', (etag: string) => etag, 304],
    ['the tag made weak', (etag: string) => `W/${etag}`, 304],
    ['it among others', (etag: string) => `"a,b", W/"c" ,${etag}`, 304],
    ['any', () => '*', 304],
    ['others', () => '"a", W/"b"', 200],
    ['the tag without its marks', (etag: string) => etag.replaceAll('"', ''), 200],
    ['a part of it', (etag: string) => `${etag.slice(0, -2)}"`, 200],
    ['nothing', () => '', 200],
  ])('is compared by tag: %s', async (_name, made, status) => {
    const etag = (await ask(own.path)).headers.get('ETag') ?? ''
    const answer = await ask(own.path, { headers: { 'If-None-Match': made(etag) } })
    expect(answer.status).toBe(status)
    if (status === 304) expect([await answer.text(), answer.headers.get('ETag')]).toEqual(['', etag])
  })

  it('is compared by the date that it was told, and a tag comes before it', async () => {
    const told = await ask(own.path)
    const since = { 'If-Modified-Since': told.headers.get('Last-Modified') ?? '' }
    expect((await ask(own.path, { headers: since })).status).toBe(304)
    expect((await ask(own.path, { headers: { ...since, 'If-None-Match': '"x"' } })).status).toBe(200)
    const tag = { 'If-None-Match': told.headers.get('ETag') ?? '' }
    const old = { 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }
    expect((await ask(own.path, { headers: old })).status).toBe(200)
    expect((await ask(own.path, { headers: { ...old, ...tag } })).status).toBe(304)
  })

  it('is never taken for what it is after the link was turned off, by tag or by date, in that very minute or later', async () => {
    const link = await issueLink(world.ctx, { id: 'off', personId: 'b', role: 'doctor' })
    const at = fromUtcText(NOW)
    const told = await ask(link.path)
    unwrap(await revokeFeedLink({ ...link.ctx, now: at }, { feedId: link.feedId }))
    const ways = [
      { 'If-None-Match': told.headers.get('ETag') ?? '' },
      { 'If-Modified-Since': told.headers.get('Last-Modified') ?? '' },
    ]
    for (const minutes of [0, 1, 60, 60 * 24 * 29])
      for (const headers of ways) {
        const answer = await ask(link.path, { headers }, { ...world.ctx, now: at + minutes })
        expect(answer.status).toBe(200)
        expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1)
      }
    const gone = await ask(link.path, {}, { ...world.ctx, now: at + 60 * 24 * 30 })
    expect([gone.status, await gone.text(), gone.headers.get('ETag')]).toEqual([410, '', null])
  })
})

describe('a forged secret', () => {
  it.each([
    ['of the right shape', 'A'.repeat(64)],
    ['of a megabyte', 'A'.repeat(1_000_000)],
    ['with NUL', `${'A'.repeat(30)}%00${'A'.repeat(30)}`],
    ['with escaped slashes', `${'A'.repeat(30)}%2F..%2F${'A'.repeat(30)}`],
    ['with other letters', encodeURIComponent('æøå🚑'.repeat(12))],
    ['with a broken escape', '%E0%A4%A'],
    ['of one character', 'A'],
  ])('is refused without the database, as an unknown one is: %s', async (_name, forged) => {
    const { ctx, queries } = watched(world.at(NOW))
    const answer = await ask(`/k/${forged}/vakter.ics`, {}, ctx)
    expect(queries).toEqual([])
    const unknown = await ask(`/k/${await newFeedSecret(ctx.feedKeys)}/vakter.ics`, {}, ctx)
    expect(queries).toHaveLength(1)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
    expect([unknown.status, await unknown.text()]).toEqual([404, ''])
    expect(headersOf(answer)).toEqual(headersOf(unknown))
  })
})

describe('while the database is away', () => {
  const away = () => watched(world.at(NOW), () => true).ctx

  it('a program that has a copy keeps it, one that has none is told of a fault, and no secret is logged', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const some = await ask(own.path, { headers: { 'If-None-Match': '"some"' } }, away())
    const since = { 'If-Modified-Since': 'Tue, 01 Dec 2026 12:00:00 GMT' }
    const dated = await ask(own.path, { headers: since }, away())
    const none = await ask(own.path, {}, away())
    const forged = await ask(`/k/${'A'.repeat(64)}/vakter.ics`, {}, away())
    expect([some, dated, none, forged].map(({ status }) => status)).toEqual([304, 304, 500, 404])
    for (const answer of [some, dated, none]) expect(await answer.text()).toBe('')
    const lines = logged.mock.calls.map((call) => call.map(String).join(' '))
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(line).toMatch(/^request-1 GET \/k\/… /)
      expect(line).not.toContain(own.secret.slice(0, 8))
    }
    logged.mockRestore()
  })

  it('a calendar that can be read is given, though nothing can be stored', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const link = await issueLink(world.ctx, { id: 'unstored', personId: 'c', role: 'doctor' })
    const { ctx } = watched(world.at(NOW), (sql) => !sql.trimStart().startsWith('select'))
    const answer = await ask(link.path, { headers: { 'User-Agent': 'Evolution/3.46.4' } }, ctx)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
    expect(logged).toHaveBeenCalledTimes(1)
    logged.mockRestore()
  })
})

describe('a path in the log', () => {
  it.each([
    ['/k/abc/vakter.ics', '/k/…'],
    ['/d/abc/distrikt.ics', '/d/…'],
    ['/k/abc', '/k/…'],
    ['/k/abc.ics', '/k/…'],
    ['//k/abc/vakter.ics', '/k/…'],
    ['/d/a/b/c%2Fd\ne', '/d/…'],
    ['/sign-in/token', '/sign-in/…'],
    ['/districts/fjordane/rota', '/districts/fjordane/rota'],
    ['/sign-in', '/sign-in'],
  ])('tells no secret: %s', (path, told) => expect(maskedPath(path)).toBe(told))
})
