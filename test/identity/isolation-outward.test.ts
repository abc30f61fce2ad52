import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { writeAll } from '../../src/data/database.ts'
import { messageChoiceWrites } from '../../src/data/message-choice-store.ts'
import { runNightly } from '../../src/jobs/nightly.ts'
import { type Context, jobContext } from '../../src/usecases/context.ts'
import { deliverMessages, type Outgoing } from '../../src/usecases/deliver-messages.ts'
import { queueDigests } from '../../src/usecases/queue-digests.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { ask, doorsOf } from '../support/walls/asking.ts'
import { plantIn, tablesOf } from '../support/walls/canaries.ts'
import { canariesOf } from '../support/walls/isolation.ts'
import { DISTRICTS, MARKS, type SideName } from '../support/walls/sides.ts'
import { makeWalls, type WallActor, type Walls } from '../support/walls/world.ts'

const OTHER = { alpha: 'bravo', bravo: 'alpha' } as const satisfies Record<SideName, SideName>
const SIDES = ['alpha', 'bravo'] as const

const foundOf = (side: SideName, text: string) => canariesOf(side).filter((canary) => text.includes(canary))

type Account = Extract<WallActor['actor'], { kind: 'account' }>

let walls: Walls

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  walls = await makeWalls(freshDatabase().d1)
})

describe('a calendar link, whose secret is all that is asked for', () => {
  const bodyOf = async (side: SideName, kind: 'own' | 'district') => {
    const secret = walls.feeds[side][kind]
    const address = kind === 'own' ? `/k/${secret}/vakter.ics` : `/d/${secret}/distrikt.ics`
    const answer = await ask(doorsOf(walls), { secret: null }, 'GET', address)
    return { ...answer, text: answer.text.replaceAll(/\r\n /g, '') }
  }

  it.each(SIDES)('of %s holds its own district and nothing of the other', async (side) => {
    for (const kind of ['own', 'district'] as const) {
      const { status, text } = await bodyOf(side, kind)
      expect([status, text.includes('BEGIN:VEVENT')]).toEqual([200, true])
      expect(foundOf(side, text)).not.toEqual([])
      expect(foundOf(OTHER[side], text)).toEqual([])
    }
  })

  it('opens nothing below the address of the other kind', async () => {
    const answer = await ask(
      doorsOf(walls),
      { secret: null },
      'GET',
      `/d/${walls.feeds.alpha.own}/distrikt.ics`,
    )
    expect(answer.status).toBe(404)
  })
})

describe('a mail', () => {
  const sent: Outgoing[] = []

  const at = (now: Minute): Context => jobContext({ ...walls.around, now }, 'outbox')
  const deliver = async (now: Minute) => {
    const send = async (message: Outgoing) => {
      sent.push(message)
      return { kind: 'accepted' } as const
    }
    for (let isLeft = true; isLeft; ) {
      const result = await deliverMessages(at(now), { channels: { mail: send, sms: send } })
      if (result.kind === 'refused') throw new Error(`refused as ${result.refusal.kind}`)
      isLeft = result.value.claimed > 0
    }
  }
  /** What the mail says, what is attached to it, and how it is called. */
  const wordsOf = (message: Outgoing) => JSON.stringify(message)
  const to = (side: SideName) => sent.filter((message) => message.to.includes(MARKS[side]))

  beforeAll(async () => {
    for (const { actor } of walls.actors)
      if (actor.kind === 'account')
        await writeAll(walls.db, messageChoiceWrites(actor.accountId, { weeklyDigest: true }))
    const monday = fromUtcText('2027-01-04T06:00Z')
    await queueDigests(at(monday), {})
    await deliver(monday)
    const afterQuarter = fromUtcText('2027-04-01T02:00Z')
    await runNightly(at(afterQuarter))
    await deliver(afterQuarter)
  })

  it('goes to people of either side about their duties, their week and their reports', () => {
    for (const side of SIDES) {
      expect(new Set(to(side).map(({ kind }) => kind)).size).toBeGreaterThan(2)
      expect(to(side).filter((message) => foundOf(side, wordsOf(message)).length > 0)).not.toEqual([])
    }
  })

  it.each(SIDES)('to somebody of %s tells nothing of the other', (side) => {
    const leaks = to(side).flatMap((message) => foundOf(OTHER[side], wordsOf(message)))
    expect(leaks).toEqual([])
  })

  // Of districts only what their logs are called by.
  it('to the administrator tells nothing of what is in a district', () => {
    const administrator = walls.actors.find(({ name }) => name === 'the administrator') as WallActor
    const others = sent.filter((message) => message.to.startsWith((administrator.actor as Account).accountId))
    expect(others.length).toBeGreaterThan(0)
    const texts = SIDES.flatMap((side) =>
      others.flatMap((message) => foundOf(side, wordsOf(message).replaceAll(DISTRICTS[side], ''))),
    )
    expect(texts).toEqual([])
  })
})

describe('beside rows of the other district in every table', () => {
  it('calendars of one’s own are what they were', async () => {
    const doors = doorsOf(walls)
    const read = () =>
      Promise.all(
        [`/k/${walls.feeds.alpha.own}/vakter.ics`, `/d/${walls.feeds.alpha.district}/distrikt.ics`].map(
          (address) => ask(doors, { secret: null }, 'GET', address),
        ),
      )
    const before = await read()
    const planted = { mark: MARKS.bravo, districtId: DISTRICTS.bravo }
    await plantIn(walls.db.d1, await tablesOf(walls.db.d1), planted)
    expect(await read()).toEqual(before)
  })
})
