import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromUtcText, MINUTES_PER_HOUR, toUtcText } from '../../src/core/time/minute.ts'
import { writeAll } from '../../src/data/database.ts'
import { feedLinkWrites } from '../../src/data/feed-store.ts'
import { newFeedSecret } from '../../src/identity/feed-secret.ts'
import type { Context } from '../../src/usecases/context.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { accountWithLink, feedLinkOf } from '../data/sample-feed.ts'
import { assignmentOf, changeOf, enter, needAt, plannedDistrict, publish } from '../data/sample-timeline.ts'
import { pollOf } from '../support/feed-poll.ts'
import { emptyInstallation } from '../support/installation.ts'

const DUTIES = 5000
const HOURS_APART = 2
const FIRST = fromUtcText('2027-01-04T00:00Z')

let ctx: Context
let secret: string

beforeAll(async () => {
  const db = freshDatabase()
  ctx = { ...(await emptyInstallation(db)), now: fromUtcText('2027-01-20T12:00Z'), actor: { kind: 'nobody' } }
  await enter(db, plannedDistrict('d'))
  const needs = Array.from({ length: DUTIES }, (_, index) =>
    needAt(toUtcText(FIRST + index * HOURS_APART * MINUTES_PER_HOUR), 1),
  )
  const open = needs.map((need) => assignmentOf(need, 'd.a', 1))
  expect(await publish(db, 'd', changeOf(1, open), needs)).toEqual({ kind: 'written' })
  secret = await newFeedSecret(ctx.feedKeys)
  const link = feedLinkOf('long', { accountId: 'd.a', personId: 'd.a' })
  await writeAll(db, [
    ...accountWithLink('first', 'd.a'),
    ...feedLinkWrites({ ...link, hash: await ctx.hash(secret) }),
  ])
})

describe('a calendar of 5 000 duties', () => {
  it('is rendered whole, kept in parts, and copied out as it was', async () => {
    const first = await serveFeed(ctx, pollOf(secret))
    const body = first.kind === 'calendar' ? first.body : ''
    expect(new TextEncoder().encode(body).length).toBeGreaterThan(2_000_000)
    expect(new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')).toHaveLength(DUTIES)
    const parts = await ctx.db.d1.prepare('select length(text) as n from feed_body_part').all<{ n: number }>()
    expect(parts.results.length).toBeGreaterThan(1)
    expect(await serveFeed(ctx, pollOf(secret))).toEqual(first)
  })
})
