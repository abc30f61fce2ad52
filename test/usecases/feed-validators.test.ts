import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { placesOf } from '../../src/core/rota/rota.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type ServeFeedInput, serveFeed } from '../../src/usecases/serve-feed.ts'
import { CalendarWorld, type Subscriber, unwrap } from '../support/calendar-world.ts'
import { pollOf } from '../support/feed-poll.ts'

let world: CalendarWorld
let own: Subscriber

beforeEach(async () => {
  world = await CalendarWorld.make()
  await world.subscribe('d', { kind: 'own', options: { ...OWN_FEED_OPTIONS, backup: true } }, 'doctor', 'd')
  own = world.subscribers[0] as Subscriber
  unwrap(
    await world.publish((needs) =>
      placesOf(needs).map((cell, index) => ({
        kind: 'assign',
        cell,
        personId: 'dabcefgh'[index % 8] ?? 'a',
      })),
    ),
  )
  world.now += 10
})

const poll = (said: Partial<ServeFeedInput> = {}) =>
  serveFeed({ ...world.ctx, now: world.now, actor: { kind: 'nobody' } }, pollOf(own.secret, said))

async function told() {
  const answer = await poll()
  if (answer.kind !== 'calendar') throw new Error(`the calendar is ${answer.kind}`)
  return answer
}

const asReader = () => ({ ...world.ctx, now: world.now, actor: own.actor })

describe('the word that a link is turned off', () => {
  it('has another tag and another date in another language', async () => {
    await chooseLanguage(asReader(), { language: 'nn' })
    await chooseLanguage(asReader(), { language: 'nb' })
    unwrap(await revokeFeedLink(asReader(), { feedId: own.feedId }))
    const first = await told()
    expect((await poll({ ifNoneMatch: first.etag })).kind).toBe('unchanged')
    world.now += 5
    await chooseLanguage(asReader(), { language: 'en' })
    const second = await told()
    expect(second.body).not.toBe(first.body)
    expect(second.etag).not.toBe(first.etag)
    expect(second.modifiedAt).not.toBe(first.modifiedAt)
    for (const said of [{ ifNoneMatch: first.etag }, { ifModifiedSince: first.modifiedAt }])
      expect((await poll(said)).kind).toBe('calendar')
  })
})
