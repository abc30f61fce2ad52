import { beforeEach, describe, expect, it } from 'vitest'
import { planDoctorEnd } from '../../src/core/plans/doctor-end.ts'
import type { District } from '../../src/core/rota/district.ts'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { fromUtcText, MINUTES_PER_DAY, type Minute } from '../../src/core/time/minute.ts'
import { toWall } from '../../src/core/time/oslo.ts'
import { accountStatusWrites, membershipRemovals, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { findDistrictHeads } from '../../src/data/district-store.ts'
import { feedBodyWrites } from '../../src/data/feed-body-store.ts'
import { listFeeds } from '../../src/data/feed-store.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type FeedAnswer, type ServeFeedInput, serveFeed } from '../../src/usecases/serve-feed.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { cellOn, PlanWorld, unwrap } from '../support/plan-world.ts'
import { type IssuedLink, interrupted, issueLink, watched } from '../support/served-feeds.ts'

const NOW = fromUtcText('2026-12-02T12:00Z')
const NIGHT = 'DTSTART:20270105T150000Z'
const DOCTOR = { scopeKind: 'district', scopeId: 'fjordane', role: 'doctor' } as const
const readsDuties = (sql: string) => /\bassignment\b/.test(sql) && !sql.includes('feed_link')

let world: PlanWorld
let link: IssuedLink
let first: District

beforeEach(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
  first = world.district
  link = await issueLink(world.ctx, { id: 'account', personId: 'a', role: 'doctor' })
})

const at = (now: Minute, ctx: Context = world.ctx): Context => ({ ...ctx, now, actor: { kind: 'nobody' } })

function poll(said: Partial<ServeFeedInput> = {}, now = NOW, ctx?: Context): Promise<FeedAnswer> {
  return serveFeed(at(now, ctx), pollOf(link.secret, said))
}

async function calendar(now = NOW, ctx?: Context) {
  const answer = await poll({}, now, ctx)
  if (answer.kind !== 'calendar') throw new Error(`the calendar is ${answer.kind}`)
  return answer
}

/** Gives the night to a doctor, by a clock that shows `now`. */
async function give(personId: string, now: Minute): Promise<void> {
  const [head] = await findDistrictHeads(world.ctx.db, [world.districtId])
  const holder = { kind: 'person', personId, origin: 'swap' } as const
  const cell = {
    districtId: world.districtId,
    ...cellOn('2027-01-05'),
    expectedRevision: head?.revision ?? 0,
  }
  unwrap(await amendDuty({ ...world.ctx, now }, { ...cell, holder, reason: 'Bytte', waivesBlocking: true }))
}

async function stored() {
  const [found] = await listFeeds(world.ctx.db, link.accountId)
  if (!found) throw new Error('no link')
  return found
}

describe('a poll', () => {
  it('that finds nothing new is one read, and one write more when it is noted', async () => {
    const { etag } = await calendar()
    const asked = pollOf(link.secret, { ifNoneMatch: etag })
    for (const [minutes, statements] of [
      [0, 1],
      [59, 1],
      [60, 2],
      [61, 1],
    ] as const) {
      const { ctx, queries } = watched(at(NOW + minutes))
      expect((await serveFeed(ctx, asked)).kind).toBe('unchanged')
      expect([minutes, queries.length]).toEqual([minutes, statements])
    }
  })

  it('is noted with its program and what it sent, each hour and when it was told something new', async () => {
    await poll({ userAgent: 'iOS/26.5 (23F77) dataaccessd/1.0' })
    expect(await stored()).toMatchObject({ lastFetchedAt: NOW, lastClient: 'ios', lastValidator: 'none' })
    const { etag, modifiedAt } = await calendar()
    await poll({ ifModifiedSince: modifiedAt }, NOW + 59)
    expect(await stored()).toMatchObject({ lastFetchedAt: NOW, lastEtag: etag })
    await poll({ ifModifiedSince: modifiedAt, ifNoneMatch: etag }, NOW + 60)
    expect(await stored()).toMatchObject({
      lastFetchedAt: NOW + 60,
      lastValidator: 'both',
      lastClient: 'other',
    })
    await give('b', NOW)
    await poll({ ifNoneMatch: etag, userAgent: 'Google-Calendar-Importer' }, NOW + 61)
    const after = await stored()
    expect(after).toMatchObject({ lastFetchedAt: NOW + 61, lastValidator: 'tag', lastClient: 'google' })
    expect(after.lastEtag).not.toBe(etag)
  })

  it.each<[string, Partial<ServeFeedInput>]>([
    ['asks for the head alone', { isHead: true }],
    ['comes from a message that shows previews', { userAgent: 'WhatsApp/2.23.20.0 A' }],
    ['comes from a browser', { userAgent: 'Mozilla/5.0', accept: 'text/html,*/*;q=0.8' }],
  ])('is not noted as a fetch when it %s', async (_name, said) => {
    expect((await poll(said)).kind).toBe('calendar')
    expect(await stored()).toMatchObject({ lastFetchedAt: null, lastClient: null, lastEtag: null })
  })

  it('is noted again after the clock was set back', async () => {
    await calendar()
    const { etag } = await calendar(NOW - 600)
    expect(await stored()).toMatchObject({ lastFetchedAt: NOW - 600, lastEtag: etag })
  })
})

describe('the body', () => {
  it('is the same for two who ask at once, and for whoever comes later', async () => {
    const [one, other] = await Promise.all([calendar(), calendar()])
    expect(one).toEqual(other)
    const { ctx, queries } = watched(at(NOW + 1))
    expect(await serveFeed(ctx, pollOf(link.secret))).toEqual(one)
    expect(queries.some(readsDuties)).toBe(false)
  })

  it('is never told under a tag that was told with another, when the rota is published while it is rendered', async () => {
    const told = new Map<string, string>()
    const tell = (answer: FeedAnswer) => {
      if (answer.kind !== 'calendar') throw new Error(answer.kind)
      expect(told.get(answer.etag) ?? answer.body).toBe(answer.body)
      told.set(answer.etag, answer.body)
      return answer
    }
    const during = tell(
      await poll(
        {},
        NOW,
        interrupted(world.ctx, readsDuties, () => give('b', NOW)),
      ),
    )
    expect(during.body).not.toContain(NIGHT)
    const after = tell(await poll())
    expect(after.etag).toBe(during.etag)
    expect((await poll({ ifNoneMatch: during.etag })).kind).toBe('unchanged')
    await give('a', NOW)
    expect(tell(await poll({ ifNoneMatch: during.etag })).body).toContain(NIGHT)
    expect(told.size).toBe(2)
  })

  it('is told, and kept by nobody, when the rota is published again and again meanwhile', async () => {
    const holders = ['b', 'a', 'b', 'c', 'b', 'a', 'b', 'a']
    const next = () => give(holders.shift() ?? 'd', NOW)
    const during = await calendar(NOW, interrupted(world.ctx, readsDuties, next, Number.POSITIVE_INFINITY))
    expect(during.body).toMatch(/END:VCALENDAR\r\n$/)
    expect((await world.ctx.db.d1.prepare('select * from feed_body').all()).results).toEqual([])
    const after = await poll({ ifNoneMatch: during.etag })
    const isHeld = (await world.dutiesOf('a')).length > 0
    expect(after.kind === 'calendar' && after.body.includes(NIGHT)).toBe(isHeld)
  })

  it('of a link that ends while it is rendered is the word that it has ended, and is not kept', async () => {
    const end = async () => unwrap(await revokeFeedLink({ ...link.ctx, now: NOW }, { feedId: link.feedId }))
    const during = await calendar(NOW, interrupted(world.ctx, readsDuties, end))
    expect(during.body).not.toContain(NIGHT)
    expect(during.etag).toBe((await calendar()).etag)
    const rows = await world.ctx.db.d1.prepare('select * from feed_body_part').all()
    expect(rows.results).toEqual([])
  })

  it('is rendered anew when what is stored was written in an older way', async () => {
    const { etag, body } = await calendar()
    const older = etag.replace(/-\d+"$/, '-0"')
    const place = { key: link.feedId, state: older }
    await writeAll(world.ctx.db, feedBodyWrites(link.feedId, place, 'BEGIN:VCALENDAR of old', NOW))
    expect((await poll({ ifNoneMatch: older })).kind).toBe('calendar')
    expect((await calendar()).body).toBe(body)
  })

  it('is rendered anew when a part of it is missing', async () => {
    const { body } = await calendar()
    await world.ctx.db.d1.prepare('delete from feed_body_part').run()
    expect((await calendar()).body).toBe(body)
  })

  it('moves with the week and not before', async () => {
    const sunday = fromUtcText('2026-12-06T22:59Z')
    const [first, last, next] = [await calendar(), await calendar(sunday), await calendar(sunday + 1)]
    expect(last.etag).toBe(first.etag)
    expect(next.etag).not.toBe(first.etag)
    expect((await poll({ ifModifiedSince: last.modifiedAt }, sunday + 1)).kind).toBe('calendar')
    expect((await poll({ ifModifiedSince: next.modifiedAt }, sunday + 1)).kind).toBe('unchanged')
  })

  it('reaches twelve months back for whoever checks pay', async () => {
    const choice = { kind: 'own', options: { ...OWN_FEED_OPTIONS, monthsBack: 12 } } as const
    const later = fromUtcText('2027-12-20T12:00Z')
    expect((await calendar(later)).body).not.toContain(NIGHT)
    const { path } = unwrap(await createFeedLink(link.ctx, { label: 'Lønn', choice }))
    const answer = await poll({ secret: secretIn(path) }, later)
    expect(answer.kind === 'calendar' && answer.body).toContain(NIGHT)
  })
})

describe('a clock that was set back', () => {
  it('hides no change from whoever asks by tag or by date, then or when it has caught up', async () => {
    await give('b', NOW)
    await give('a', NOW + 5000)
    const before = await calendar(NOW + 5000)
    expect(before.body).toContain(NIGHT)
    await give('b', NOW)
    for (const now of [NOW, NOW + 4999, NOW + 5000, NOW + 5001, NOW + 9000])
      for (const said of [{ ifNoneMatch: before.etag }, { ifModifiedSince: before.modifiedAt }]) {
        const answer = await poll(said, now)
        expect([now - NOW, answer.kind]).toEqual([now - NOW, 'calendar'])
      }
    for (const now of [NOW, NOW + 5001]) {
      const { modifiedAt, body } = await calendar(now)
      expect(modifiedAt).toBeLessThanOrEqual(now * 60)
      expect(body).not.toContain(NIGHT)
    }
  })
})

describe('a calendar of one’s own', () => {
  it('drops a district at the minute that its doctor has left it, though nothing else changes', async () => {
    const left = "insert into departure values ('fjordane', 'a', '2026-12-02T13:00Z')"
    await world.ctx.db.d1.prepare(left).run()
    const before = await calendar(NOW + 59)
    expect(before.body).toContain(NIGHT)
    for (const said of [{}, { ifNoneMatch: before.etag }, { ifModifiedSince: before.modifiedAt }]) {
      const answer = await poll(said, NOW + 60)
      expect(answer.kind === 'calendar' && answer.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
      expect(answer.kind === 'calendar' && answer.body).not.toContain(NIGHT)
    }
  })
})

describe('two changes of one minute', () => {
  it('have two dates, also when the second takes the first back', async () => {
    const on = toWall(NOW).date
    const dates: number[] = []
    for (const isAway of [false, true, false, true, false]) {
      const { modifiedAt, body } = await calendar()
      dates.push(modifiedAt)
      expect(body.includes(NIGHT)).toBe(!isAway)
      const { district } = world
      const plan = planDoctorEnd(district, { personId: 'a', on, place: 'none' })
      const next = isAway || plan.kind === 'refused' ? first : plan.after
      await world.reimport(() => next, { ...world.ctx, now: NOW })
    }
    expect(new Set(dates).size).toBe(dates.length)
  })
})

describe('a link whose right is gone', () => {
  const subscribe = () =>
    issueLink(
      world.ctx,
      { id: 'reader', personId: 'b', role: 'doctor' },
      { kind: 'district', districtId: 'fjordane', options: { scope: { kind: 'all' } } },
    )
  const fetched = async (now: Minute, said: Partial<ServeFeedInput> = {}) => {
    const answer = await poll({ address: 'district', ...said }, now)
    return answer.kind === 'calendar' ? answer : answer.kind
  }
  const run = (sql: string) => world.ctx.db.d1.prepare(sql).run()

  it.each([
    ['the role is taken', () => writeAll(world.ctx.db, membershipRemovals('reader', DOCTOR, NOW + 1))],
    ['the account is shut', () => writeAll(world.ctx.db, accountStatusWrites('reader', 'disabled', NOW + 1))],
    ['the role is gone unsaid', () => run("delete from membership where account_id = 'reader'")],
    ['the account is shut unsaid', () => run("update account set status = 'disabled' where id = 'reader'")],
    ['the doctor has left', () => run("insert into departure values ('fjordane', 'b', '2026-12-02T12:01Z')")],
  ])('says so from the next request, thirty days long, and is gone: %s', async (_name, end) => {
    link = await subscribe()
    const told = await fetched(NOW)
    if (typeof told === 'string') throw new Error(told)
    expect(told.body).toContain(NIGHT)
    await end()
    for (const said of [{}, { ifNoneMatch: told.etag }, { ifModifiedSince: told.modifiedAt }]) {
      const answer = await fetched(NOW + 1, said)
      if (typeof answer === 'string') throw new Error(answer)
      expect(answer.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
      expect(answer.body).not.toContain(NIGHT)
      expect(await fetched(NOW + 1, { ifNoneMatch: answer.etag })).toBe('unchanged')
      expect(await fetched(NOW + 1, { ifModifiedSince: answer.modifiedAt })).toBe('unchanged')
    }
    expect(typeof (await fetched(NOW + 30 * MINUTES_PER_DAY))).toBe('object')
    expect(await fetched(NOW + 1 + 30 * MINUTES_PER_DAY)).toBe('gone')
  })

  it('stays off when the right is given back after the word was told', async () => {
    link = await subscribe()
    await writeAll(world.ctx.db, membershipRemovals('reader', DOCTOR, NOW + 1))
    await writeAll(world.ctx.db, membershipWrites('reader', DOCTOR, 'test', NOW + 2))
    const answer = await fetched(NOW + 3)
    expect(typeof answer === 'object' && answer.body).not.toContain(NIGHT)
  })

  it('stays on while another role gives it', async () => {
    link = await subscribe()
    const coordinator = { ...DOCTOR, role: 'coordinator' } as const
    await writeAll(world.ctx.db, membershipWrites('reader', coordinator, 'test', NOW))
    await writeAll(world.ctx.db, membershipRemovals('reader', DOCTOR, NOW + 1))
    const answer = await fetched(NOW + 2)
    expect(typeof answer === 'object' && answer.body).toContain(NIGHT)
  })
})
