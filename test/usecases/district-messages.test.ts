import { beforeEach, describe, expect, it } from 'vitest'
import { accountStatusWrites, accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages, outboxWrites } from '../../src/data/outbox-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { circulateDraft, takeBackDraft } from '../../src/usecases/circulate-draft.ts'
import { claimRight } from '../../src/usecases/claim-right.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channel, deliverMessages, type Outgoing } from '../../src/usecases/deliver-messages.ts'
import { listUndelivered, listUndeliveredElsewhere } from '../../src/usecases/list-undelivered.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

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
      ...WELL_SIGNED_IN,
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

describe('what could not be sent', () => {
  const refuse: Channel = async () => ({ kind: 'refused', why: '422 no such address' })
  const administrator = [
    { scopeKind: 'installation', scopeId: 'installation', role: 'installation-administrator' },
  ] as const

  beforeEach(async () => {
    unwrap(await circulate(world.ctx))
    const link = { dedupKey: 'link', districtId: null, kind: 'sign-in-link', personId: null, accountId: 'bo' }
    const times = { createdAt: world.ctx.now, dueAt: world.ctx.now }
    const payload = { email: 'bo@example.test', url: 'http://localhost:8787/sign-in/secret' }
    await writeAll(world.ctx.db, outboxWrites([{ id: 'link', ...link, ...times, payload }]))
    const job = { ...world.ctx, actor: { kind: 'job', name: 'outbox' } } as const
    while (unwrap(await deliverMessages(job, { channels: { mail: refuse } })).claimed > 0);
  })

  it('is seen by the coordinator for 30 days, with what the service answered and nothing of what it said', async () => {
    const { messages } = unwrap(await listUndelivered(world.ctx, world.districtId))
    expect(messages.map(({ kind, why }) => [kind, why])).toEqual([
      ['draft-circulated', '422 no such address'],
      ['draft-circulated', '422 no such address'],
    ])
    const later = { ...world.ctx, now: world.ctx.now + 31 * 24 * 60 }
    expect(unwrap(await listUndelivered(later, world.districtId)).messages).toEqual([])
  })

  it('of no district is seen by the administrator alone', async () => {
    const actor = { ...world.ctx.actor, memberships: administrator } as Context['actor']
    const found = unwrap(await listUndeliveredElsewhere({ ...world.ctx, actor }))
    expect(found.messages.map(({ kind, again }) => [kind, again])).toEqual([['sign-in-link', 'ask-anew']])
    expect(JSON.stringify(found)).not.toContain('secret')
    const other = { ...world.ctx.actor, memberships: [] } as Context['actor']
    expect(refusalOf(await listUndeliveredElsewhere({ ...world.ctx, actor: other }))).toBe('not-found')
    expect(refusalOf(await listUndelivered({ ...world.ctx, actor: other }, world.districtId))).toBe(
      'not-found',
    )
  })
})
