import { beforeEach, describe, expect, it } from 'vitest'
import { accountStatusWrites, accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { circulateDraft, takeBackDraft } from '../../src/usecases/circulate-draft.ts'
import { claimRight } from '../../src/usecases/claim-right.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channel, deliverMessages, type Outgoing } from '../../src/usecases/deliver-messages.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

let world: PlanWorld
let draftId: string

beforeEach(async () => {
  world = await PlanWorld.make((district) => ({
    ...district,
    // Old enough to claim a right by age.
    persons: district.persons.map((person) => ({ ...person, birthDate: '1960-01-01' })),
  }))
  draftId = await world.open()
  await account('anna', 'a', 'doctor', 'anna@example.test')
  await account('bo', 'b', 'doctor', 'bo@example.test')
  await account('cato', 'c', 'doctor', null)
  await account('kari', null, 'coordinator', 'kari@example.test')
})

async function account(
  id: string,
  personId: string | null,
  role: 'doctor' | 'coordinator',
  email: string | null,
) {
  const scope = { scopeKind: 'district', scopeId: world.districtId, role } as const
  await writeAll(world.ctx.db, [
    ...accountWrites(accountOf(id, personId, email, 0)),
    ...membershipWrites(id, scope, 'test', 0),
  ])
}

async function deliver(now = world.ctx.now): Promise<Outgoing[]> {
  const sent: Outgoing[] = []
  const mail: Channel = async (message) => {
    sent.push(message)
    return { kind: 'accepted' }
  }
  const job = { ...world.ctx, now, actor: { kind: 'job', name: 'outbox' } } as const
  while (unwrap(await deliverMessages(job, { channels: { mail } })).claimed > 0);
  return sent.toSorted((one, other) => (one.to < other.to ? -1 : 1))
}

const circulate = (ctx: Context) =>
  circulateDraft(ctx, { districtId: world.districtId, draftId, message: 'Se på påska', answerBy: null })

describe('a draft that is sent out for comments', () => {
  it('is told to each doctor who signs in and has an address, each time it goes out', async () => {
    unwrap(await circulate(world.ctx))
    const sent = await deliver()
    expect(sent.map(({ to }) => to)).toEqual(['anna@example.test', 'bo@example.test'])
    expect(sent[0]?.subject).toBe(`Utkast til vaktplan for ${world.district.name}`)
    expect(sent[0]?.body).toContain(`http://localhost:8787/districts/fjordane/circulated/${draftId}`)
    expect(sent[0]?.body).not.toContain('påska')
    unwrap(await takeBackDraft(world.ctx, { districtId: world.districtId, draftId }))
    unwrap(await circulate({ ...world.ctx, now: world.ctx.now + 60 }))
    expect(await deliver(world.ctx.now + 60)).toHaveLength(2)
  })

  it('is told to no account that is shut, and not a day late', async () => {
    await writeAll(world.ctx.db, accountStatusWrites('bo', 'disabled', world.ctx.now))
    unwrap(await circulate(world.ctx))
    const waiting = await listLatestMessages(world.ctx.db)
    expect(waiting.map(({ accountId }) => accountId)).toEqual(['anna'])
    expect(await deliver(world.ctx.now + 24 * 60)).toEqual([])
  })
})

const ALL_DUTY = { kind: 'out-of-hours' } as const

describe('a right that is claimed', () => {
  const claimFrom = async (from: string) => {
    const actor = {
      kind: 'account',
      accountId: 'anna',
      personId: 'a',
      memberships: [],
      sessionHash: 's',
    } as const
    const place = { districtId: world.districtId, right: 'over-60', scope: ALL_DUTY } as const
    const claim = { ...place, from, to: null, isConfirmed: true }
    return unwrap(await claimRight({ ...world.ctx, actor }, claim))
  }

  it('is told to the coordinators where it reaches published duties: neither whose nor why', async () => {
    await world.assign(draftId, '2027-01-12', 'a')
    unwrap(await world.publish(draftId))
    await claimFrom('2027-01-10')
    const sent = await deliver()
    expect(sent.map(({ to }) => to)).toEqual(['kari@example.test'])
    const { subject, body } = sent[0]!
    expect(subject).toBe(`Tilgjengelighet er endret i ${world.district.name}`)
    expect(subject + body).not.toMatch(/Lege [A-D]|60|rett|fritak|alder|12\. jan/i)
  })

  it('is told to nobody where it reaches none', async () => {
    await world.assign(draftId, '2027-01-06', 'a')
    unwrap(await world.publish(draftId))
    await claimFrom('2027-01-10')
    expect(await deliver()).toEqual([])
  })
})
