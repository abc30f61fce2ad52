import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { fromUtcText, MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../../src/core/time/minute.ts'
import { findDistrictHeads } from '../../src/data/district-store.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { isSilent } from '../../src/usecases/calendar-device.ts'
import { changeFeedLink } from '../../src/usecases/change-feed-link.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { showMyCalendar } from '../../src/usecases/show-my-calendar.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { cellOn, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { type IssuedLink, issueLink } from '../support/served-feeds.ts'

const NOW = fromUtcText('2026-12-02T12:00Z')
const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)'

let world: PlanWorld
let link: IssuedLink

beforeEach(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  await world.assign(draftId, '2027-01-07', 'b')
  unwrap(await world.publish(draftId))
  link = await issueLink(world.ctx, { id: 'account', personId: 'a', role: 'doctor' })
})

/** The device as its owner sees it at a time. */
async function deviceAt(now: Minute) {
  const { own } = unwrap(await showMyCalendar({ ...link.ctx, now }, {}))
  const device = own.find(({ id }) => id === link.feedId)
  if (!device) throw new Error('the device is not shown')
  return device
}

const fetchAt = (now: Minute, userAgent: string | null = OUTLOOK) =>
  serveFeed({ ...world.ctx, now, actor: { kind: 'nobody' } }, pollOf(link.secret, { userAgent }))

async function give(date: string, personId: string, now: Minute): Promise<void> {
  const [head] = await findDistrictHeads(world.ctx.db, [world.districtId])
  const holder = { kind: 'person', personId, origin: 'swap' } as const
  const cell = { districtId: world.districtId, ...cellOn(date), expectedRevision: head?.revision ?? 0 }
  unwrap(await amendDuty({ ...world.ctx, now }, { ...cell, holder, reason: 'Bytte', waivesBlocking: true }))
}

describe('a device', () => {
  it('that was never heard from has no copy to speak of', async () => {
    expect(await deviceAt(NOW)).toMatchObject({
      lastFetchedAt: null,
      isUpToDate: false,
      isSilent: false,
      isOn: true,
      changes: [],
    })
  })

  it('has what the calendar holds until something changes, and then how old its copy is and what has moved', async () => {
    await fetchAt(NOW)
    const fresh = await deviceAt(NOW + 20)
    expect(fresh).toMatchObject({ lastFetchedAt: NOW, program: 'outlook', isUpToDate: true, changes: [] })
    await give('2027-01-05', 'c', NOW + 60)
    await give('2027-01-07', 'a', NOW + 90)
    const behind = await deviceAt(NOW + 170)
    expect([behind.isUpToDate, behind.lastFetchedAt]).toEqual([false, NOW])
    expect(
      behind.changes.map(({ needId, before, after }) => [needId, before !== null, after !== null]),
    ).toEqual([
      [cellOn('2027-01-05').needId, true, false],
      [cellOn('2027-01-07').needId, false, true],
    ])
    await fetchAt(NOW + 180)
    expect(await deviceAt(NOW + 181)).toMatchObject({ isUpToDate: true, changes: [] })
  })

  it('is told of what is published in the minute of its fetch, which may have come after', async () => {
    await fetchAt(NOW)
    await give('2027-01-05', 'c', NOW)
    expect((await deviceAt(NOW)).changes).toHaveLength(1)
  })

  it('is told of other options alone when it has the duties, also of the minute of its fetch', async () => {
    await give('2027-01-05', 'c', NOW)
    await fetchAt(NOW)
    const options = { ...OWN_FEED_OPTIONS, busyAtHome: true }
    const later = { ...link.ctx, now: NOW + 1 }
    unwrap(await changeFeedLink(later, { feedId: link.feedId, label: 'Telefon', options }))
    expect(await deviceAt(NOW + 1)).toMatchObject({ isUpToDate: false, hasSameDuties: true, changes: [] })
    await give('2027-01-05', 'a', NOW + 2)
    expect((await deviceAt(NOW + 3)).changes).toHaveLength(1)
  })

  it('tells of no change that was taken back, nor of other options as of a duty', async () => {
    await fetchAt(NOW)
    await give('2027-01-05', 'c', NOW + 60)
    await give('2027-01-05', 'a', NOW + 120)
    expect((await deviceAt(NOW + 130)).changes).toEqual([])
    await fetchAt(NOW + 140)
    const options = { ...OWN_FEED_OPTIONS, busyAtHome: true }
    const later = { ...link.ctx, now: NOW + 150 }
    unwrap(await changeFeedLink(later, { feedId: link.feedId, label: 'Telefon', options }))
    expect(await deviceAt(NOW + 160)).toMatchObject({ isUpToDate: false, changes: [] })
  })

  it.each([
    ['google', 2 * MINUTES_PER_DAY],
    ['microsoft', MINUTES_PER_DAY],
    ['ios', 25 * MINUTES_PER_HOUR],
    ['android', 3 * MINUTES_PER_DAY],
    ['outlook', 7 * MINUTES_PER_DAY],
    ['other', 7 * MINUTES_PER_DAY],
    [null, 7 * MINUTES_PER_DAY],
  ])('is missed after what its program may be silent for: %s', (lastClient, minutes) => {
    expect(isSilent({ lastClient, lastFetchedAt: NOW }, NOW + minutes)).toBe(false)
    expect(isSilent({ lastClient, lastFetchedAt: NOW }, NOW + minutes + 1)).toBe(true)
    expect(isSilent({ lastClient, lastFetchedAt: null }, NOW + minutes + 1)).toBe(false)
  })
})

describe('one’s calendar', () => {
  it('tells links to districts apart from those to one’s own duties', async () => {
    const choice = { kind: 'district', districtId: 'fjordane', options: { scope: { kind: 'all' } } } as const
    const made = unwrap(await createFeedLink(link.ctx, { label: 'Vegg', choice }))
    const { own, subscribed, messages } = unwrap(await showMyCalendar(link.ctx, {}))
    expect(own.map(({ id }) => id)).toEqual([link.feedId])
    expect(subscribed.map(({ id, label, districtName }) => [id, label, districtName])).toEqual([
      [made.feedId, 'Vegg', world.district.name],
    ])
    expect(messages).toEqual({ weeklyDigest: false })
    expect(secretIn(made.path)).toHaveLength(64)
  })

  it('is there for whoever stands for a person', async () => {
    expect(refusalOf(await showMyCalendar(world.ctx, {}))).toBe('not-found')
    expect(refusalOf(await showMyCalendar({ ...world.ctx, actor: { kind: 'nobody' } }, {}))).toBe(
      'not-signed-in',
    )
  })
})
