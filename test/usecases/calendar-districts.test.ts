import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import type { Database } from '../../src/data/database.ts'
import type { FeedState } from '../../src/data/feed-store.ts'
import { feedWindow } from '../../src/feeds/feed-window.ts'
import { renderFeed } from '../../src/feeds/ics.ts'
import type { Context } from '../../src/usecases/context.ts'
import { feedContent } from '../../src/usecases/feed-content.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { feedLinkOf } from '../data/sample-feed.ts'
import { assignmentOf, changeOf, enter, needAt, plannedDistrict, publish } from '../data/sample-timeline.ts'
import { emptyInstallation } from '../support/installation.ts'
import { readCalendar } from '../support/read-calendar.ts'

const NOW = fromUtcText('2026-12-01T12:00Z')

/** A doctor of two districts that share their people, and the same ids for everything else. */
let ctx: Context
let db: Database
let personId: string

beforeEach(async () => {
  ctx = await emptyInstallation(freshDatabase())
  db = ctx.db
  const districts = [plannedDistrict('nord', 'felles'), plannedDistrict('sor', 'felles')]
  personId = districts[0]?.doctors[0]?.personId ?? ''
  for (const district of districts) await enter(db, district)
})

const stateOf = (left: readonly string[]): FeedState => ({
  link: feedLinkOf(
    'feed',
    { accountId: 'a', personId, createdAt: NOW },
    { kind: 'own', options: { ...OWN_FEED_OPTIONS, backup: true } },
  ),
  version: '1',
  linkStamp: NOW * 60,
  stamp: NOW * 60,
  leftAt: null,
  left,
  isEntitled: true,
  districtVersion: 0,
  language: 'nb',
})

async function calendar(left: readonly string[] = []) {
  const feed = await feedContent(ctx, stateOf(left), feedWindow(NOW))
  return { name: feed.name, events: readCalendar(renderFeed(feed)) }
}

describe('the calendar of a doctor in two districts', () => {
  const first = needAt('2027-01-04T15:00Z')
  const second = needAt('2027-01-05T15:00Z')

  it('holds the duties of both, told apart even where their ids are the same', async () => {
    const chainId = 'copied'
    for (const [id, need] of [
      ['nord', first],
      ['sor', second],
    ] as const)
      await publish(db, id, changeOf(1, [assignmentOf(need, personId, 1, { id: 'copied', chainId })]), [need])
    const { name, events } = await calendar()
    expect(events.map(({ start }) => start)).toEqual([first.start, second.start])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
    expect(name).toMatch(/^Mine vakter – .* og /)
  })

  it('shows nothing of the one they have left, held or cancelled', async () => {
    const kept = assignmentOf(second, personId, 1)
    await publish(db, 'sor', changeOf(1, [kept]), [second])
    await publish(db, 'nord', changeOf(1, [assignmentOf(first, personId, 1, { id: 'gone' })]), [first])
    await publish(db, 'nord', changeOf(2, [], ['gone']))
    expect((await calendar()).events.map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED'])
    const { name, events } = await calendar(['nord'])
    expect(events.map(({ start }) => start)).toEqual([second.start])
    expect(name).not.toContain(' og ')
    const [only] = (await calendar(['nord', 'sor'])).events
    expect(only?.summary).toBe('Legevaktplan: kalenderen er koblet til')
  })
})
