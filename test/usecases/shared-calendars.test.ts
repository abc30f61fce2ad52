import { beforeEach, describe, expect, it } from 'vitest'
import type { CalendarNames, FeedChoice, FeedScope } from '../../src/core/rota/feed-choice.ts'
import { fromUtcText, MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { findDistrictHeads } from '../../src/data/district-store.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import type { Context } from '../../src/usecases/context.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { pollOf } from '../support/feed-poll.ts'
import { cellOn, PlanWorld, unwrap } from '../support/plan-world.ts'
import { type IssuedLink, interrupted, issueLink, watched } from '../support/served-feeds.ts'

const NOW = fromUtcText('2026-12-02T12:00Z')
const NIGHT = 'DTSTART:20270105T150000Z'
const readsDuties = (sql: string) => /\bassignment\b/.test(sql) && !sql.includes('feed_link as link')
const writesBody = (sql: string) => sql.startsWith('insert into feed_body ')

let world: PlanWorld
let one: IssuedLink
let other: IssuedLink

beforeEach(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
  one = await subscribe('subscriber-one', 'a')
  other = await subscribe('subscriber-other', 'b')
})

const at = (now: number, ctx: Context = world.ctx): Context => ({ ...ctx, now, actor: { kind: 'nobody' } })

function subscribe(id: string, personId: string, scope: FeedScope = { kind: 'all' }): Promise<IssuedLink> {
  const choice: FeedChoice = { kind: 'district', districtId: world.districtId, options: { scope } }
  return issueLink(world.ctx, { id, personId, role: 'doctor' }, choice)
}

const firstLine = () => ({ kind: 'line', lineId: world.district.lines[0]?.id ?? '' }) as const

/** What a link is told, and whether the duties were read for it. */
async function fetched({ secret }: IssuedLink, now = NOW, ctx?: Context) {
  const seen = watched(at(now, ctx))
  const answer = await serveFeed(seen.ctx, pollOf(secret, { address: 'district' }))
  if (answer.kind !== 'calendar') throw new Error(`the calendar is ${answer.kind}`)
  return { ...answer, isRead: seen.queries.some(readsDuties), isWritten: seen.queries.some(writesBody) }
}

async function give(personId: string): Promise<void> {
  const [head] = await findDistrictHeads(world.ctx.db, [world.districtId])
  const holder = { kind: 'person', personId, origin: 'swap' } as const
  const cell = {
    districtId: world.districtId,
    ...cellOn('2027-01-05'),
    expectedRevision: head?.revision ?? 0,
  }
  const asked = { ...cell, holder, reason: 'Bytte', waivesBlocking: true }
  unwrap(await amendDuty({ ...world.ctx, now: NOW }, asked))
}

async function keys(): Promise<string[]> {
  const { results } = await world.ctx.db.d1.prepare('select key from feed_body').all<{ key: string }>()
  return results.map(({ key }) => key)
}

const sweepAt = async (now: number) =>
  unwrap(await sweep({ ...world.ctx, now, actor: { kind: 'job', name: 'nightly' } }, {}))

describe('two links to the same of a district', () => {
  it('are given one text, rendered for the first of them', async () => {
    const first = await fetched(one)
    expect(first).toMatchObject({ isRead: true, isWritten: true })
    expect(first.body).toContain(NIGHT)
    expect(await fetched(other)).toMatchObject({ body: first.body, isRead: false, isWritten: false })
    await give('b')
    const next = await fetched(other)
    expect(next.isRead).toBe(true)
    expect(next.body).not.toBe(first.body)
    expect(await fetched(one)).toMatchObject({ body: next.body, isRead: false })
    expect(await keys()).toHaveLength(1)
  })

  it('say of themselves nothing that tells whose they are, with no duty to show too', async () => {
    const later = fromUtcText('2029-12-05T12:00Z')
    const first = await fetched(one, later)
    expect(await fetched(other, later)).toMatchObject({ body: first.body, isRead: false })
    expect(first.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    const line = await fetched(await subscribe('part', 'c', firstLine()), later)
    const uid = (body: string) => /UID:.*/.exec(body)?.[0]
    expect(uid(line.body)).not.toBe(uid(first.body))
    const kept = `${first.body} ${await keys()}`
    for (const { feedId, accountId, secret } of [one, other])
      for (const own of [feedId, accountId, secret]) expect(kept).not.toContain(own)
  })

  it('share none while their readers have different languages', async () => {
    const first = await fetched(one)
    unwrap(await chooseLanguage({ ...other.ctx, now: NOW }, { language: 'en' }))
    const second = await fetched(other)
    expect(second.isRead).toBe(true)
    expect(second.body).not.toBe(first.body)
    expect((await fetched(one)).body).toBe(first.body)
    unwrap(await chooseLanguage({ ...other.ctx, now: NOW + 1 }, { language: 'nb' }))
    const back = await fetched(other, NOW + 1)
    // The words are the first again, but its program has to take them in the place of the others.
    expect(back.body).not.toBe(first.body)
    expect(await keys()).toHaveLength(3)
  })

  it('share none with a link to another part, or of another kind', async () => {
    const part = await subscribe('part', 'c', firstLine())
    const dispatch = await issueLink(
      world.ctx,
      { id: 'centre', personId: null, role: 'dispatch-centre' },
      { kind: 'dispatch', districtId: world.districtId, options: { scope: { kind: 'all' } } },
    )
    const texts: string[] = []
    for (const link of [one, part, dispatch]) {
      const { body, isRead } = await fetched(link)
      expect(isRead).toBe(true)
      texts.push(body)
    }
    expect(new Set(texts).size).toBe(3)
    expect(await keys()).toHaveLength(3)
  })

  it('are both told at once of what the district decides to tell of names', async () => {
    const names: readonly CalendarNames[] = ['names', 'none', 'initials']
    const texts = new Set([(await fetched(one)).body])
    for (const calendarNames of names) {
      await world.reimport((district) => ({ ...district, calendarNames }), { ...world.ctx, now: NOW })
      const first = await fetched(one)
      expect(first.isRead).toBe(true)
      expect(await fetched(other)).toMatchObject({ body: first.body, isRead: false })
      texts.add(first.body)
    }
    expect(texts.size).toBe(4)
  })
})

describe('a text that somebody shares', () => {
  it('stays with the others when one link is turned off, who is told so', async () => {
    const first = await fetched(one)
    unwrap(await revokeFeedLink({ ...one.ctx, now: NOW }, { feedId: one.feedId }))
    expect((await fetched(one)).body).not.toContain(NIGHT)
    expect(await fetched(other)).toMatchObject({ body: first.body, isRead: false })
  })

  it('is rendered for whoever is left, when the one who rendered it is turned off', async () => {
    await fetched(one)
    unwrap(await revokeFeedLink({ ...one.ctx, now: NOW }, { feedId: one.feedId }))
    await give('b')
    expect(await fetched(other)).toMatchObject({ isRead: true, isWritten: true })
    expect((await fetched(other)).isRead).toBe(false)
  })

  it('is forgotten in the first night of a week that nobody has asked for it in', async () => {
    const { body } = await fetched(one)
    const monday = fromUtcText('2026-12-06T23:00Z')
    await sweepAt(monday - 1)
    expect(await fetched(other, monday - 1)).toMatchObject({ body, isRead: false })
    await sweepAt(monday)
    expect(await keys()).toEqual([])
    expect(await world.ctx.db.d1.prepare('select * from feed_body_part').all()).toMatchObject({ results: [] })
    expect((await fetched(other, monday)).isRead).toBe(true)
    await sweepAt(monday + 6 * MINUTES_PER_DAY)
    expect(await keys()).toHaveLength(1)
  })

  it('is not rendered again when somebody else has stored it while the duties were read', async () => {
    let first: Awaited<ReturnType<typeof fetched>> | undefined
    const ctx = interrupted(world.ctx, readsDuties, async () => {
      first = await fetched(one)
    })
    const second = await fetched(other, NOW, ctx)
    expect(second).toMatchObject({ isRead: true, isWritten: false })
    expect(second.body).toBe(first?.body)
  })

  it('is never of another state than its tag, when the rota is published while it is rendered for one of two', async () => {
    const ctx = interrupted(world.ctx, readsDuties, () => give('b'))
    const during = await fetched(one, NOW, ctx)
    expect(await fetched(other)).toMatchObject({ body: during.body, isRead: false })
    const seen = watched(at(NOW))
    const again = pollOf(one.secret, { address: 'district', ifNoneMatch: during.etag })
    expect((await serveFeed(seen.ctx, again)).kind).toBe('unchanged')
  })

  it('is neither read nor rendered for whoever asks for the head alone, or has it', async () => {
    const asked = pollOf(one.secret, { address: 'district', isHead: true })
    const seen = watched(at(NOW))
    const answer = await serveFeed(seen.ctx, asked)
    const etag = answer.kind === 'calendar' ? answer.etag : ''
    const unchanged = { ...asked, isHead: false, ifNoneMatch: etag }
    expect((await serveFeed(seen.ctx, unchanged)).kind).toBe('unchanged')
    expect(seen.queries.filter((sql) => readsDuties(sql) || sql.includes('feed_body'))).toEqual([])
    expect(await keys()).toEqual([])
  })
})
