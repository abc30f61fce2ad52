import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import type { D1 } from '../../src/data/d1-dialect.ts'
import { type Database, openDatabase, writeAll } from '../../src/data/database.ts'
import {
  claimMessages,
  listDeadMessages,
  listLatestMessages,
  type OutboxMessage,
  outboxWrites,
} from '../../src/data/outbox-store.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'
import { mailChannel } from '../../src/jobs/mail-channel.ts'
import { type Outbox, runOutbox, sendMessages } from '../../src/jobs/outbox.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channels, deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { migrations } from '../data/fresh-database.ts'
import { emptyInstallation } from '../support/installation.ts'
import { type Gateway, startGateway } from '../support/message-gateway.ts'
import { unwrap } from '../support/plan-world.ts'

const NOW = fromUtcText('2027-01-04T12:00Z')
const LIMIT = 2000

let gateway: Gateway
let channels: Channels

beforeAll(async () => {
  gateway = await startGateway()
  channels = { mail: mailChannel({ url: gateway.url, key: 'k', from: 'a@example.test' }, LIMIT) }
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.taken.length = 0
  gateway.manners.length = 0
  gateway.asked = 0
})

const letter = (id: string, said: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id,
  dedupKey: `letter:${id}`,
  districtId: null,
  kind: 'draft-circulated',
  personId: null,
  accountId: null,
  payload: { email: `${id}@example.test`, district: 'Fjordane', url: 'http://localhost:8787' },
  createdAt: NOW,
  dueAt: NOW,
  ...said,
})

/** An installation whose doors and jobs each open the database for themselves. */
async function installation(messages: readonly OutboxMessage[]) {
  const d1 = openSqlite(':memory:', migrations)
  const ctx = await emptyInstallation(openDatabase(d1))
  await writeAll(ctx.db, outboxWrites(messages))
  const hash = async (text: string) => `hash of ${text}`
  const job = { ...ctx, hash, actor: { kind: 'job', name: 'outbox' } as const }
  const at = (minutes: number): Context => ({ ...job, db: openDatabase(d1), now: NOW + minutes })
  return { db: ctx.db, at }
}

const outbox = (said: Channels = channels): Outbox => ({ channels: said, names: ['mail'], keepsWords: false })
const statusOf = async (db: Database) =>
  (await listLatestMessages(db)).map(({ id, status, attempts }) => [id, status, attempts]).toSorted()

describe('the outbox', () => {
  it('sends fifty messages once each though twenty deliver at the same time', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `m${String(index).padStart(2, '0')}`)
    const { db, at } = await installation(ids.map((id) => letter(id)))
    await Promise.all(Array.from({ length: 20 }, () => sendMessages(() => at(0), outbox())))
    expect(gateway.taken.map(({ body }) => String(body.to)).toSorted()).toEqual(
      ids.map((id) => `${id}@example.test`),
    )
    // Nobody had to be refused a second one either.
    expect(gateway.asked).toBe(50)
    expect(await statusOf(db)).toEqual(ids.map((id) => [id, 'sent', 1]))
  })

  it('forgets what it said once it is sent', async () => {
    const { db, at } = await installation([letter('a')])
    await sendMessages(() => at(0), outbox())
    expect((await listLatestMessages(db)).map(({ payload }) => payload)).toEqual([{}])
  })

  it('tries again after growing waits, and then gives up where it is seen', async () => {
    const { db, at } = await installation([letter('a')])
    gateway.manners.push(...Array.from({ length: 99 }, () => ({ status: 500, says: 'out of order' })))
    const tries: number[] = []
    for (let minute = 0; minute <= 24 * 60; minute++) {
      const before = gateway.asked
      await sendMessages(() => at(minute), outbox())
      if (gateway.asked > before) tries.push(minute)
    }
    expect(tries).toEqual([0, 1, 6, 21, 81, 321, 561, 801])
    expect(await listDeadMessages(db, null, NOW)).toMatchObject([{ id: 'a', error: '500 out of order' }])
    expect(await statusOf(db)).toEqual([['a', 'dead', 8]])
  })

  it('gives up at once what is refused, and what it has no words for, and sends the others', async () => {
    const { db, at } = await installation([
      letter('refused'),
      letter('strange', { kind: 'horoscope', createdAt: NOW }),
      letter('native', { kind: 'toString' }),
      letter('empty', { payload: {} }),
      letter('null', { payload: null }),
      letter('good'),
    ])
    gateway.manners.push({ status: 422, says: 'no such address' })
    await sendMessages(() => at(0), outbox())
    expect(gateway.taken.map(({ body }) => body.to)).toEqual([['good@example.test']])
    const dead = await listDeadMessages(db, null, NOW)
    expect(Object.fromEntries(dead.map(({ id, error }) => [id, error]))).toEqual({
      refused: '422 no such address',
      strange: 'a message of kind horoscope has no words',
      native: 'a message of kind toString has no words',
      empty: 'what it was to say is not there',
      null: 'what it was to say is not there',
    })
  })

  it('sends again by the same key what was taken before the sender could note it', async () => {
    const { db, at } = await installation([letter('a')])
    // Taken out and handed over by somebody who then stopped.
    const [claimed] = await claimMessages(db, { now: NOW, until: NOW + 3, limit: 5, channels: ['mail'] })
    const idempotencyKey = await at(0).hash(claimed!.dedupKey)
    const said = { subject: 's', body: 'b', attachments: [], kind: 'draft-circulated', idempotencyKey }
    expect(await channels.mail?.({ to: 'a@example.test', ...said })).toEqual({ kind: 'accepted' })
    await sendMessages(() => at(2), outbox())
    expect(gateway.asked).toBe(1)
    await sendMessages(() => at(3), outbox())
    expect([gateway.asked, gateway.taken.length]).toEqual([2, 1])
    expect(await statusOf(db)).toEqual([['a', 'sent', 2]])
  })

  it('gives up a message that stops whoever sends it, each time', async () => {
    const { db, at } = await installation([letter('a')])
    for (let turn = 0; turn < 8; turn++)
      await claimMessages(db, {
        now: NOW + 3 * turn,
        until: NOW + 3 * turn + 3,
        limit: 5,
        channels: ['mail'],
      })
    await sendMessages(() => at(60), outbox())
    expect(gateway.asked).toBe(0)
    expect(await listDeadMessages(db, null, NOW)).toMatchObject([{ error: 'every try broke off' }])
  })

  it('leaves a gateway that fails alone till the next run, and messages without a gateway waiting', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `m${index}`)
    const { db, at } = await installation([...ids.map((id) => letter(id)), letter('sms', { channel: 'sms' })])
    gateway.manners.push(...Array.from({ length: 30 }, () => ({ status: 503 })))
    await sendMessages(() => at(0), outbox())
    expect(gateway.asked).toBe(3)
    gateway.manners.length = 0
    await sendMessages(() => at(1), outbox())
    expect(gateway.taken).toHaveLength(30)
    expect((await statusOf(db)).filter(([, status]) => status === 'waiting')).toEqual([['sms', 'waiting', 0]])
  })

  it('tries again what could not be worded for a fault, and says which', async () => {
    const { db, at } = await installation([letter('a')])
    const mail = async () => {
      throw new Error('out of memory')
    }
    expect(unwrap(await deliverMessages(at(0), { channels: { mail } }))).toEqual({
      claimed: 1,
      sent: 0,
      failed: 1,
    })
    expect(await listLatestMessages(db)).toMatchObject([{ status: 'waiting', error: 'out of memory' }])
  })

  it('goes on with the next when it cannot note what was taken, tells whose without whom, and sends that again by the same key', async () => {
    const { db, at } = await installation(['a', 'b', 'c'].map((id) => letter(id)))
    let faults = 1
    const uneasy = (minutes: number): Context => {
      const ctx = at(minutes)
      let latest = ''
      const d1: D1 = {
        prepare: (text) => {
          latest = text
          return ctx.db.d1.prepare(text)
        },
        batch: (statements) => {
          if (latest.startsWith('update "outbox" set "status"') && faults-- > 0)
            throw new Error('the disk is full')
          return ctx.db.d1.batch(statements)
        },
      }
      return { ...ctx, db: openDatabase(d1) }
    }
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await sendMessages(() => uneasy(0), outbox())
    const lines = logged.mock.calls.map(([line]) => String(line))
    logged.mockRestore()
    expect(lines).toEqual([expect.stringMatching(/message a was not noted: .*the disk is full$/)])
    expect(lines.join()).not.toContain('example.test')
    expect(await statusOf(db)).toEqual([
      ['a', 'waiting', 1],
      ['b', 'sent', 1],
      ['c', 'sent', 1],
    ])
    await sendMessages(() => uneasy(3), outbox())
    expect([gateway.asked, gateway.taken.length]).toEqual([4, 3])
    expect((await statusOf(db))[0]).toEqual(['a', 'sent', 2])
  })

  it('sends nothing twice though each message takes a minute and somebody else sends in between', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const { db, at } = await installation(ids.map((id) => letter(id)))
    let minute = 0
    const sent: string[] = []
    const quick = async ({ to }: { readonly to: string }) => {
      sent.push(to)
      return { kind: 'accepted' } as const
    }
    const slow = async (message: { readonly to: string }) => {
      minute += 1
      // The lease of what was taken first would have run out.
      if (minute === 4) await sendMessages(() => at(minute), outbox({ mail: quick }))
      return quick(message)
    }
    await sendMessages(() => at(minute), outbox({ mail: slow }))
    expect(sent.toSorted()).toEqual(ids.map((id) => `${id}@example.test`))
    expect(await statusOf(db)).toEqual(ids.map((id) => [id, 'sent', 1]))
  })

  it('keeps what it said where nothing leaves the machine', async () => {
    const { db, at } = await installation([letter('a')])
    await runOutbox(() => at(0), { ...outbox(), keepsWords: true })
    expect(await listLatestMessages(db)).toMatchObject([
      {
        status: 'sent',
        payload: { told: { to: 'a@example.test', subject: 'Utkast til vaktplan for Fjordane' } },
      },
    ])
  })
})
