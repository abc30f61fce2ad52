import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { MINUTES_PER_DAY, type Minute } from '../../src/core/time/minute.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type FeedAnswer, type ServeFeedInput, serveFeed } from '../../src/usecases/serve-feed.ts'
import { showMyCalendar } from '../../src/usecases/show-my-calendar.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { contextOf, makeWorld, NOW, unwrap, type World } from '../support/use-case-world.ts'

const FROM = '2027-01-04'
const TO = '2027-01-18'

let world: World
let secret: string
let revision = 0

beforeAll(async () => {
  world = await makeWorld()
  const { path } = unwrap(await createFeedLink(world.doctor, { label: 'Telefon' }))
  secret = secretIn(path)
})

async function fetchAt(minutes: number, said: Partial<ServeFeedInput> = {}): Promise<FeedAnswer> {
  const ctx = await contextOf({ kind: 'nobody' }, { now: NOW + minutes })
  return serveFeed(ctx, pollOf(secret, said))
}

async function calendarAt(minutes: number) {
  const answer = await fetchAt(minutes)
  if (answer.kind !== 'calendar') throw new Error(`the feed answered ${answer.kind}`)
  return answer
}

/** Gives the duty of a date to one of the doctors, at a minute after `NOW`. */
async function amend(date: string, index: number, minutes: number): Promise<void> {
  const ctx = { ...world.coordinator, now: NOW + minutes }
  const answer = await amendDuty(ctx, {
    districtId: world.district.id,
    needId: `${world.lineId}.${date}.n`,
    seat: 0,
    expectedRevision: revision,
    holder: { kind: 'person', personId: world.people[index] as string, origin: 'swap' },
    reason: 'Bytte',
    waivesBlocking: true,
  })
  revision = unwrap(answer).revision
}

describe('a calendar', () => {
  it('holds one past notice before there are duties, never nothing', async () => {
    const { body } = await calendarAt(2)
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  it('shows a duty from the minute that it is published, and is unchanged until the next change', async () => {
    const before = await calendarAt(3)
    await publishDuty('2027-01-05', 10)
    const first = await calendarAt(10)
    expect(first.etag).not.toBe(before.etag)
    expect(first.body).toContain('DTSTART:20270105T150000Z')
    expect(first.body).toContain('DTEND:20270106T070000Z')
    const again = await calendarAt(500)
    expect(again.body).toBe(first.body)
    expect(again.etag).toBe(first.etag)
    for (const tag of [first.etag, `W/${first.etag}`, `"other", W/${first.etag}`, '*'])
      expect((await fetchAt(500, { ifNoneMatch: tag })).kind).toBe('unchanged')
    expect((await fetchAt(500, { ifNoneMatch: before.etag })).kind).toBe('calendar')
  })

  it('is not taken as unchanged by its time when it changes twice in one minute, also within that minute', async () => {
    await amend('2027-01-05', 1, 600)
    const [inTheMinute, late] = [await calendarAt(600), await calendarAt(601)]
    expect(late.modifiedAt).toBe(inTheMinute.modifiedAt)
    await amend('2027-01-05', 0, 602)
    const between = await calendarAt(602)
    await amend('2027-01-05', 1, 602)
    for (const minutes of [602, 603, 700])
      for (const told of [inTheMinute, between])
        expect((await fetchAt(minutes, { ifModifiedSince: told.modifiedAt })).kind).toBe('calendar')
    const settled = await calendarAt(602)
    expect(settled.modifiedAt).toBeLessThan((NOW + 602) * 60)
    for (const minutes of [602, 603, 700])
      expect((await fetchAt(minutes, { ifModifiedSince: settled.modifiedAt })).kind).toBe('unchanged')
    for (const off of [-1, 1, 3600])
      expect((await fetchAt(700, { ifModifiedSince: settled.modifiedAt + off })).kind).toBe('calendar')
    const both = { ifNoneMatch: '"other"', ifModifiedSince: settled.modifiedAt }
    expect((await fetchAt(700, both)).kind).toBe('calendar')
  })

  it('loses a duty that was given away, and the taker’s own calendar gets it as another event', async () => {
    await amend('2027-01-05', 0, 800)
    const mine = uidsIn((await calendarAt(801)).body)
    const { path } = unwrap(await createFeedLink(world.colleague, { label: 'Pc' }))
    await amend('2027-01-05', 1, 810)
    expect((await calendarAt(811)).body).not.toContain('DTSTART:20270105T150000Z')
    const theirs = await fetchAt(811, { secret: secretIn(path) })
    const body = theirs.kind === 'calendar' ? theirs.body : ''
    expect(body).toContain('DTSTART:20270105T150000Z')
    expect(uidsIn(body)).not.toEqual(mine)
    await amend('2027-01-05', 0, 820)
  })

  it('reads one row when nothing has changed', async () => {
    const { etag } = await calendarAt(900)
    const { ctx, queries } = counting(await contextOf({ kind: 'nobody' }, { now: NOW + 901 }))
    expect((await serveFeed(ctx, pollOf(secret, { ifNoneMatch: etag }))).kind).toBe('unchanged')
    expect(queries).toHaveLength(1)
    const values = Array.from(queries[0]?.match(/\?/g) ?? [], () => 'x')
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${queries[0]}`)
      .bind(...values)
      .all<{ detail: string }>()
    const scans = plan.results.filter(({ detail }) => /^SCAN (?!.*VIRTUAL)/.test(detail))
    expect(scans).toEqual([])
  })

  it('says that it was turned off for thirty days, and then is gone', async () => {
    const { path, feedId } = unwrap(await createFeedLink(world.doctor, { label: 'Gammel telefon' }))
    const old = { secret: secretIn(path) }
    unwrap(await revokeFeedLink(world.doctor, { feedId }))
    const told = await fetchAt(29 * MINUTES_PER_DAY, old)
    expect(told.kind === 'calendar' ? told.body.match(/BEGIN:VEVENT/g) : []).toHaveLength(1)
    expect(told.kind === 'calendar' && told.body).not.toContain('DTSTART:20270105T150000Z')
    expect((await fetchAt(30 * MINUTES_PER_DAY, old)).kind).toBe('gone')
    expect((await fetchAt(0, { secret: 'unknown' })).kind).toBe('unknown')
    const links = unwrap(await showMyCalendar(world.doctor, {})).own.map(({ label }) => label)
    expect(links).toEqual(['Telefon'])
  })

  it('notes which kind of program fetched it, once an hour', async () => {
    const lastFetch = () =>
      env.DB.prepare(
        "SELECT last_fetched_at || ' ' || last_client AS f FROM feed_link WHERE label = 'Telefon' AND person_id = ?",
      )
        .bind(world.people[0])
        .first('f')
    await fetchAt(5000, { userAgent: 'Google-Calendar-Importer' })
    const first = await lastFetch()
    expect(first).toContain('google')
    await fetchAt(5059, { userAgent: 'iOS/26.0 dataaccessd/1.0' })
    expect(await lastFetch()).toBe(first)
    await fetchAt(5060, { userAgent: 'iOS/26.0 dataaccessd/1.0' })
    expect(await lastFetch()).toContain('ios')
  })
})

describe('the calendar door', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    exports.default.fetch(new Request(`http://localhost:8787${path}`, init))
  const path = () => `/k/${secret}/vakter.ics`

  it('answers with what calendar programs and proxies need', async () => {
    const answer = await ask(path())
    expect(answer.status).toBe(200)
    const { headers } = answer
    expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(headers.get('Cache-Control')).toBe('private, max-age=0, must-revalidate')
    expect(headers.get('Content-Disposition')).toBe('inline; filename="vakter.ics"')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Set-Cookie')).toBeNull()
    expect(headers.get('ETag')).toMatch(/^"[\d.]+-\d{4}-W\d\d-\d+"$/)
    expect(Date.parse(headers.get('Last-Modified') ?? '')).not.toBeNaN()
    expect(new TextEncoder().encode(path()).length).toBeLessThan(256)
  })

  it('answers a head request with the same headers and no body', async () => {
    const [head, whole] = await Promise.all([ask(path(), { method: 'HEAD' }), ask(path())])
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect(head.headers.get('ETag')).toBe(whole.headers.get('ETag'))
  })

  it('answers 304 without a body to whoever has the latest', async () => {
    const etag = (await ask(path())).headers.get('ETag') ?? ''
    const answer = await ask(path(), { headers: { 'If-None-Match': `W/${etag}` } })
    expect([answer.status, await answer.text(), answer.headers.get('ETag')]).toEqual([304, '', etag])
  })

  it('never turns a live secret away for what else the program sends', async () => {
    const headers = {
      Authorization: 'Basic eDp5',
      Accept: 'image/png',
      Origin: 'https://evil.example.test',
      Range: 'bytes=0-1',
      Cookie: 'session=stale',
    }
    expect((await ask(path(), { headers })).status).toBe(200)
  })

  it('knows no other secret', async () => {
    expect((await ask(`/k/${secret.slice(1)}x/vakter.ics`)).status).toBe(404)
  })
})

/** The same context, and every statement that is prepared through it. */
function counting(ctx: Context): { readonly ctx: Context; readonly queries: readonly string[] } {
  const queries: string[] = []
  const d1 = new Proxy(ctx.db.d1, {
    get(target, name, receiver) {
      if (name === 'prepare')
        return (sql: string) => {
          queries.push(sql)
          return target.prepare(sql)
        }
      const value = Reflect.get(target, name, receiver)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ctx: { ...ctx, db: { ...ctx.db, d1 } }, queries }
}

async function publishDuty(date: string, minutes: Minute): Promise<void> {
  const { district, lineId, people } = world
  const ctx = { ...world.coordinator, now: NOW + minutes }
  const districtId = district.id
  const input = { districtId, name: 'Januar', from: FROM, to: TO, lineIds: [lineId] }
  const { draftId } = unwrap(await openDraft(ctx, input))
  const cell = { needId: `${lineId}.${date}.n`, seat: 0 }
  const change = { kind: 'assign', cell, personId: people[0] as string } as const
  unwrap(await editDraft(ctx, { districtId, draftId, step: stepOf(change), seen: {} }))
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  const answer = await publishDraft(ctx, { ...part, expectedRevision: revision, reason: '', waivers: [] })
  revision = unwrap(answer).revision
}

function uidsIn(body: string): string[] {
  return [...body.matchAll(/^UID:(.*)$/gm)].map((match) => match[1] ?? '')
}
