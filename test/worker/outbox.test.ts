import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import {
  claimMessages,
  listLatestMessages,
  type OutboxMessage,
  outboxWrites,
} from '../../src/data/outbox-store.ts'
import worker from '../../src/index.ts'
import { NOW } from '../support/use-case-world.ts'

const letter = (id: string, said: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id,
  dedupKey: `letter:${id}`,
  districtId: null,
  kind: 'draft-circulated',
  personId: null,
  accountId: null,
  payload: { email: 'a@example.test', district: 'Fjordane', url: 'http://localhost:8787' },
  createdAt: NOW,
  dueAt: NOW,
  ...said,
})

describe('the outbox on D1', () => {
  it('hands out fifty messages once each to twenty who ask at the same time', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `race-${index}`)
    await writeAll(openDatabase(env.DB), outboxWrites(ids.map((id) => letter(id))))
    const claim = { now: NOW, until: NOW + 3, limit: 5, channels: ['mail'] } as const
    const claimed = await Promise.all(
      Array.from({ length: 20 }, () => claimMessages(openDatabase(env.DB), claim)),
    )
    expect(
      claimed
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted())
    expect(claimed.flat().every(({ attempts }) => attempts === 1)).toBe(true)
  })

  it("is emptied by its own trigger and not by the night's", async () => {
    const db = openDatabase(env.DB)
    // The trigger goes by the machine's own clock.
    const now = Math.floor(Date.now() / 60_000)
    await writeAll(db, outboxWrites([letter('cron', { createdAt: now, dueAt: now })]))
    const status = async () => (await listLatestMessages(db)).find(({ id }) => id === 'cron')?.status
    const trigger = async (cron: string) => {
      const execution = createExecutionContext()
      await worker.scheduled(createScheduledController({ cron }), env as never, execution)
      await waitOnExecutionContext(execution)
    }
    await trigger('15 3 * * *')
    expect(await status()).toBe('waiting')
    await trigger('*/5 * * * *')
    expect(await status()).toBe('sent')
  })
})
