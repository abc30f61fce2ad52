import { beforeEach, describe, expect, it } from 'vitest'
import { fromUtcText, MINUTES_PER_DAY, type Minute } from '../../src/core/time/minute.ts'
import { writeAll } from '../../src/data/database.ts'
import {
  claimMessages,
  coveredMessageWrites,
  failedMessageWrites,
  listLatestMessages,
  type OutboxMessage,
  outboxWrites,
  sentMessageWrites,
} from '../../src/data/outbox-store.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const NOW = fromUtcText('2026-12-02T12:00Z')

let world: PlanWorld

beforeEach(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
  await world.ctx.db.d1.prepare('delete from outbox').run()
})

const ids = async () => (await listLatestMessages(world.ctx.db)).map(({ id }) => id).toSorted()
const sweepAfter = async (days: number) => {
  const now = NOW + days * MINUTES_PER_DAY
  unwrap(await sweep({ ...world.ctx, now, actor: { kind: 'job', name: 'nightly' } }, {}))
}

const letter = (id: string, said: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id,
  dedupKey: id,
  districtId: null,
  kind: 'draft-circulated',
  personId: null,
  accountId: null,
  payload: {},
  createdAt: NOW,
  dueAt: NOW,
  ...said,
})

const news = (id: string, revision: number, said: Partial<OutboxMessage> = {}) =>
  letter(id, {
    kind: 'duties-changed',
    districtId: world.districtId,
    personId: 'a',
    payload: { email: 'a@example.test', district: 'x', revision },
    ...said,
  })

const store = (...messages: readonly OutboxMessage[]) => writeAll(world.ctx.db, outboxWrites(messages))

async function take(now: Minute = NOW) {
  const claim = { now, until: now + 3, limit: 1, channels: ['mail', 'sms'] } as const
  const [message] = await claimMessages(world.ctx.db, claim)
  if (!message) throw new Error(`nothing is due at ${now}`)
  return message
}

async function send(): Promise<void> {
  const { id, tells } = await take()
  const kept = tells ? { kept: { toldTo: tells.to } } : {}
  const writes = [...sentMessageWrites({ id, at: NOW, ...kept }), ...coveredMessageWrites({ id, tells }, NOW)]
  await writeAll(world.ctx.db, writes)
}

describe('the night', () => {
  it('forgets what was sent after 90 days, what was given up after a year, and nothing that waits', async () => {
    await store(letter('sent'))
    await send()
    await store(letter('dead'))
    await writeAll(world.ctx.db, failedMessageWrites((await take()).id, 'x', null))
    await store(letter('waiting'))
    await sweepAfter(89)
    expect(await ids()).toEqual(['dead', 'sent', 'waiting'])
    await sweepAfter(90)
    expect(await ids()).toEqual(['dead', 'waiting'])
    await sweepAfter(364)
    expect(await ids()).toEqual(['dead', 'waiting'])
    await sweepAfter(365)
    expect(await ids()).toEqual(['waiting'])
  })

  it('keeps of each doctor, district and channel the last that told something, so that the next tells only what is new', async () => {
    await store(news('first', 1))
    await send()
    await store(news('second', 1))
    await send()
    await store(news('of-b', 1, { personId: 'b' }))
    await send()
    await store(news('by-phone', 1, { channel: 'sms' }))
    await send()
    await sweepAfter(400)
    expect(await ids()).toEqual(['by-phone', 'of-b', 'second'])
    await store(news('next', 1))
    expect((await take()).tells).toEqual({ after: 1, to: 1 })
  })

  it('keeps it too while a later one is being sent, which may yet be refused', async () => {
    await store(news('told', 1))
    await send()
    await store(news('under-way', 1))
    const { id } = await take()
    await sweepAfter(400)
    expect(await ids()).toEqual(['told', 'under-way'])
    await writeAll(world.ctx.db, failedMessageWrites(id, 'x', null, false))
    await store(news('next', 1))
    expect((await take()).tells).toEqual({ after: 1, to: 1 })
  })

  it('keeps of what was given up what may have been told', async () => {
    await store(news('maybe', 1))
    await writeAll(world.ctx.db, failedMessageWrites((await take()).id, 'x', null))
    await sweepAfter(800)
    expect(await ids()).toEqual(['maybe'])
  })
})
