import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { placesOf } from '../../src/core/rota/rota.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type ServeFeedInput, serveFeed } from '../../src/usecases/serve-feed.ts'
import { CalendarWorld, type Subscriber, unwrap } from '../support/calendar-world.ts'
import { pollOf } from '../support/feed-poll.ts'
import { mulberry } from '../support/mulberry.ts'

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
const showBackup = (backup: boolean) => world.chooseOptions(own, { ...OWN_FEED_OPTIONS, backup })
const rename = (name: string) => world.save((district) => ({ ...district, name }))
const sequenceIn = (body: string) => Number(/SEQUENCE:(\d+)/.exec(body)?.[1])

/** Holds what somebody is told who sends nothing but dates to what the calendar holds, after each of the changes. */
async function followByDate(changes: readonly (() => Promise<unknown>)[]): Promise<void> {
  const bodies = new Map<number, string>()
  let copy = await told()
  for (const change of changes) {
    await change()
    const now = await told()
    const answer = await poll({ ifModifiedSince: copy.modifiedAt })
    if (answer.kind === 'unchanged') expect(now.body).toBe(copy.body)
    expect(now.modifiedAt).toBeGreaterThanOrEqual(copy.modifiedAt)
    expect(now.modifiedAt).toBeLessThanOrEqual(world.now * 60)
    const isTaken = (await poll({ ifModifiedSince: now.modifiedAt })).kind === 'unchanged'
    if (isTaken) expect(bodies.get(now.modifiedAt) ?? now.body).toBe(now.body)
    if (isTaken) bodies.set(now.modifiedAt, now.body)
    if (now.body !== copy.body && isTaken) expect(now.modifiedAt).toBeGreaterThan(copy.modifiedAt)
    copy = now
  }
}

describe('the date of a calendar', () => {
  it('never falls or comes back where what is behind the duties is shown no more', async () => {
    await followByDate(
      Array.from({ length: 70 }, (_, turn) => [
        () => rename(`Distrikt ${turn}`),
        async () => {
          world.now += turn % 3
        },
        () => showBackup(false),
        () => showBackup(true),
      ]).flat(),
    )
  })

  it('is of one text alone, also where more changes in a minute than it has seconds', async () => {
    await followByDate(Array.from({ length: 130 }, (_, turn) => () => rename(`Distrikt ${turn}`)))
    world.now += 5
    const { modifiedAt } = await told()
    expect((await poll({ ifModifiedSince: modifiedAt })).kind).toBe('unchanged')
  })

  it('moves when another district takes the doctor in, and leaves them out again', async () => {
    await followByDate(
      Array.from({ length: 12 }, (_, turn) => [
        () => world.saveNorth(`Nord ${turn}`, true),
        () => world.saveNorth(`Nord ${turn}`, false),
        async () => {
          world.now += turn % 2
        },
      ]).flat(),
    )
  })

  it('holds through changes by chance, weeks that pass and doctors that leave', async () => {
    const chance = mulberry(20)
    const changes = [
      () => rename(`Distrikt ${chance()}`),
      () => showBackup(chance() < 0.5),
      () => chooseLanguage(asReader(), { language: chance() < 0.5 ? 'en' : 'nn' }),
      () => world.saveNorth('Nord', chance() < 0.5),
      async () => {
        world.now += Math.floor(chance() * 3)
      },
      async () => {
        world.now += 3 * 24 * 60
      },
    ]
    await followByDate(
      Array.from({ length: 150 }, () => changes[Math.floor(chance() * changes.length)] ?? changes[0]).flatMap(
        (change) => change ?? [],
      ),
    )
  })
})

describe('the word that a link is turned off', () => {
  it('has another tag, date and sequence in another language, and is later than all that the link has said', async () => {
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
    expect(second.modifiedAt).toBeGreaterThan(first.modifiedAt)
    expect(sequenceIn(second.body)).toBeGreaterThan(sequenceIn(first.body))
    for (const said of [{ ifNoneMatch: first.etag }, { ifModifiedSince: first.modifiedAt }])
      expect((await poll(said)).kind).toBe('calendar')
  })
})
