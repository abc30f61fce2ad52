import { beforeEach, describe, expect, it } from 'vitest'
import { toUtcText } from '../../src/core/time/minute.ts'
import { accountStatusWrites, accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { compiler, writeAll } from '../../src/data/database.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { runOutbox } from '../../src/jobs/outbox.ts'
import type { Context } from '../../src/usecases/context.ts'
import type { Outgoing } from '../../src/usecases/deliver-messages.ts'
import { queueQuarterReports } from '../../src/usecases/queue-quarter-reports.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

/** Night of 1 April 2027, local time. */
const FIRST_NIGHT = '2027-04-01T03:15Z'

let world: PlanWorld
let number: string

beforeEach(async () => {
  world = await PlanWorld.make()
  number = world.district.municipalities[0]?.number ?? ''
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId, {}, world.at('2026-12-29T12:00Z')))
  await reader('reader', number, 'municipality-reader')
})

async function reader(id: string, scopeId: string, role: 'municipality-reader' | 'municipality-decider') {
  const account = accountOf(id, null, `${id}@example.test`, 0)
  const membership = { scopeKind: 'municipality', scopeId, role } as const
  await writeAll(world.ctx.db, accountWrites(account))
  await writeAll(world.ctx.db, membershipWrites(id, membership, 'test', 0))
}

const night = (at: string): Context => ({ ...world.at(at), actor: { kind: 'job', name: 'nightly' } })

async function mails(at: string): Promise<Outgoing[]> {
  unwrap(await queueQuarterReports(night(at), {}))
  const sent: Outgoing[] = []
  const mail = async (message: Outgoing) => {
    sent.push(message)
    return { kind: 'accepted' } as const
  }
  await runOutbox(() => night(at), { channels: { mail }, names: ['mail'], keepsWords: false })
  return sent.filter(({ kind }) => kind === 'quarter-report')
}

describe('the report of a quarter', () => {
  it('is told of on the first of the next to who may read it, once, with a link and no figure or name of a doctor', async () => {
    expect(await mails('2027-03-31T03:15Z')).toEqual([])
    const [mail, ...others] = await mails(FIRST_NIGHT)
    expect(others).toEqual([])
    expect(mail?.to).toBe('reader@example.test')
    expect(mail?.subject).toBe('Belastningsrapporten for 1. kvartal 2027 er klar')
    expect(mail?.body).toContain(
      `/districts/${world.districtId}/municipalities/${number}/report?kind=quarter&date=2027-01-01`,
    )
    expect(mail?.body).not.toMatch(/Lege [A-D]/)
    expect(await mails(FIRST_NIGHT)).toEqual([])
    expect(await mails('2027-04-02T03:15Z')).toEqual([])
  })

  it('is told of later where the night’s work stood still, and not when half a month has gone', async () => {
    expect(await mails('2027-04-14T03:15Z')).toHaveLength(1)
    await reader('late', number, 'municipality-decider')
    expect(await mails('2027-04-15T03:15Z')).toEqual([])
  })

  it('is told of in one mail to who has both roles, and to nobody who is shut out or reads another municipality', async () => {
    await writeAll(
      world.ctx.db,
      membershipWrites(
        'reader',
        { scopeKind: 'municipality', scopeId: number, role: 'municipality-decider' },
        't',
        0,
      ),
    )
    await reader('shut', number, 'municipality-reader')
    await writeAll(world.ctx.db, accountStatusWrites('shut', 'disabled', 0))
    await writeAll(world.ctx.db, [
      compiler.insertInto('municipality').values({ number: '0301', name: 'Oslo' }).compile(),
    ])
    await reader('elsewhere', '0301', 'municipality-reader')
    expect((await mails(FIRST_NIGHT)).map(({ to }) => to)).toEqual(['reader@example.test'])
  })

  it('is not told of where no duty was published', async () => {
    expect(await mails('2027-07-01T03:15Z')).toEqual([])
  })

  it('is told of by the installation’s own work alone', async () => {
    expect(refusalOf(await queueQuarterReports(world.at(toUtcText(world.ctx.now)), {}))).toBe('not-allowed')
  })
})
