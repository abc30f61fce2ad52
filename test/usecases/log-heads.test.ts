import { describe, expect, it } from 'vitest'
import {
  accountEmailWrites,
  accountStatusWrites,
  accountWrites,
  membershipWrites,
} from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { claimMessages } from '../../src/data/outbox-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { runNightly } from '../../src/jobs/nightly.ts'
import type { Context } from '../../src/usecases/context.ts'
import { toldBy } from '../../src/usecases/message-words.ts'
import { keptHeadsIn, type StoredAudit, verifyAudit } from '../../src/usecases/verify-audit.ts'
import { PlanWorld } from '../support/plan-world.ts'

const administrator = {
  scopeKind: 'installation',
  scopeId: 'installation',
  role: 'installation-administrator',
} as const

async function nightIn(world: PlanWorld, now: string): Promise<Context> {
  const job: Context = { ...world.at(now), actor: { kind: 'job', name: 'nightly' } }
  await runNightly(job)
  return job
}

async function mails(ctx: Context) {
  const all = await claimMessages(ctx.db, {
    now: ctx.now + 60,
    until: ctx.now + 90,
    limit: 50,
    channels: ['mail'],
  })
  const heads = all.filter(({ kind }) => kind === 'log-heads')
  return Promise.all(heads.map((message) => toldBy(ctx, message)))
}

describe('the ends of the log', () => {
  it('are mailed each night to every administrator who can be reached, once', async () => {
    const world = await PlanWorld.make()
    const { ctx } = world
    for (const id of ['one', 'two', 'shut'])
      await writeAll(ctx.db, [
        ...accountWrites(accountOf(id, null, `${id}@example.test`, ctx.now)),
        ...membershipWrites(id, administrator, 'a', ctx.now),
      ])
    await writeAll(ctx.db, accountStatusWrites('shut', 'disabled', ctx.now))
    await nightIn(world, '2026-12-02T02:15Z')
    const job = await nightIn(world, '2026-12-02T02:20Z')
    const told = await mails(job)
    expect(told.map((one) => one.kind === 'told' && one.to).sort()).toEqual([
      'one@example.test',
      'two@example.test',
    ])
    await nightIn(world, '2026-12-03T02:15Z')
    const { results } = await ctx.db.d1.prepare("select * from outbox where kind = 'log-heads'").all()
    expect(results).toHaveLength(4)
  })

  it('tell of a log whose last rows are gone, and hold no name', async () => {
    const world = await PlanWorld.make()
    const { ctx } = world
    await writeAll(ctx.db, [
      ...accountEmailWrites('a', 'a@example.test'),
      ...membershipWrites('a', administrator, 'a', ctx.now),
    ])
    const job = await nightIn(world, '2026-12-02T02:15Z')
    const [told] = await mails(job)
    const body = told?.kind === 'told' ? told.body : ''
    expect(body).not.toContain('Lege')
    const kept = keptHeadsIn(body)
    const { results } = await ctx.db.d1.prepare('select * from audit').all<StoredAudit>()
    expect(kept.map(({ chain }) => chain)).toEqual([...new Set(results.map((row) => row.district_id))].sort())
    expect((await verifyAudit(results, kept, ctx.hash)).every(({ fault }) => fault === null)).toBe(true)
    const cut = results.filter((row) => row.district_id !== 'fjordane')
    expect(await verifyAudit(cut, kept, ctx.hash)).toContainEqual(
      expect.objectContaining({ chain: 'fjordane', fault: { kind: 'cut', seq: 1 } }),
    )
  })
})
