import { beforeEach, describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { outboxWrites } from '../../src/data/outbox-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channel, deliverMessages, type Outgoing } from '../../src/usecases/deliver-messages.ts'
import {
  countUndelivered,
  listUndelivered,
  listUndeliveredElsewhere,
} from '../../src/usecases/list-undelivered.ts'
import { sendAgain } from '../../src/usecases/send-again.ts'
import { causeOf } from '../../src/usecases/undelivered-cause.ts'
import { DAY_BEFORE, NoticeWorld } from '../support/notice-world.ts'
import { pagesAs } from '../support/pages-as.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const refuse: Channel = async () => ({ kind: 'refused', why: '422 no such address' })
const LATER = '2027-01-04T11:10Z'

let world: NoticeWorld
let districtId: string

beforeEach(async () => {
  world = await NoticeWorld.make()
  districtId = world.districtId
  // What was told of the first publication is of no account here.
  await deliver('2026-12-20T12:00Z')
})

async function deliver(now: string, refused = false): Promise<Outgoing[]> {
  const sent: Outgoing[] = []
  const take: Channel = async (message) => {
    sent.push(message)
    return { kind: 'accepted' }
  }
  const job = { ...world.plan.at(now), actor: { kind: 'job', name: 'outbox' } } as const
  const channels = { mail: refused ? refuse : take }
  while (unwrap(await deliverMessages(job, { channels })).claimed > 0);
  return sent
}

const list = async (now = LATER) => unwrap(await listUndelivered(world.coordinator(now), districtId)).messages

/** Tomorrow's duty goes to d, and no mail about it arrives. */
async function unreached() {
  const revision = await world.amend('2027-01-05', 'd')
  await deliver(DAY_BEFORE, true)
  const [message] = (await list()).filter(({ person }) => person?.id === 'd')
  return { revision, id: message?.id ?? '' }
}

const correct = (email: string | null) =>
  world.plan.reimport(
    (district) => ({
      ...district,
      persons: district.persons.map((person) => (person.id === 'd' ? { ...person, email } : person)),
    }),
    world.coordinator(LATER),
  )

describe('a mail about changed duties that was given up', () => {
  it('is listed with whom to ring and why in plain words, and counted for whoever may read notices', async () => {
    await unreached()
    expect((await list()).find(({ person }) => person?.id === 'd')).toMatchObject({
      person: { id: 'd', name: 'Lege D', phone: '99900000' },
      cause: 'address',
      why: '422 no such address',
      again: 'possible',
    })
    const amounts = async (ctx: Context) => [...(await countUndelivered(ctx, [districtId, 'nowhere']))]
    expect(await amounts(world.coordinator(LATER))).toEqual([[districtId, 2]])
    expect(await amounts((await world.as('a'))(LATER))).toEqual([])
  })

  it('goes to the corrected address once, however often it is asked for, and stands so beside the notice', async () => {
    const { id } = await unreached()
    await correct('rettet@example.test')
    const ask = { districtId, messageId: id }
    unwrap(await sendAgain(world.coordinator(LATER), ask))
    unwrap(await sendAgain(world.coordinator(LATER), ask))
    const sent = await deliver(LATER)
    expect(sent.map(({ to }) => to)).toEqual(['rettet@example.test'])
    expect(sent[0]?.body).toContain('Bekreft')
    expect((await list()).map(({ person, again }) => [person?.id, again])).toEqual(
      expect.arrayContaining([
        ['d', 'done'],
        ['b', 'possible'],
      ]),
    )
    expect([...(await countUndelivered(world.coordinator(LATER), [districtId]))]).toEqual([[districtId, 1]])
    const doctor = (await world.page(LATER)).open.find(({ personId }) => personId === 'd')
    expect(doctor?.newest.messages).toMatchObject([{ status: 'sent', sentAt: fromUtcText(LATER) }])
  })

  it('can be made anew again when that is given up too, under yet another key', async () => {
    const { id } = await unreached()
    unwrap(await sendAgain(world.coordinator(LATER), { districtId, messageId: id }))
    await deliver(LATER, true)
    const next = (await list()).find(({ person, again }) => person?.id === 'd' && again === 'possible')
    unwrap(await sendAgain(world.coordinator(LATER), { districtId, messageId: next?.id ?? '' }))
    expect(await deliver(LATER)).toHaveLength(1)
  })

  it('has nowhere to go without an address', async () => {
    const { id } = await unreached()
    await correct(null)
    expect((await list()).find((message) => message.id === id)?.again).toBe('no-address')
    const ask = { districtId, messageId: id }
    expect(refusalOf(await sendAgain(world.coordinator(LATER), ask))).toBe('invalid')
  })

  it('is made anew by the coordinator of its district alone', async () => {
    const { id } = await unreached()
    const ask = { districtId, messageId: id }
    expect(refusalOf(await sendAgain((await world.as(null, ['service-manager']))(), ask))).toBe('not-allowed')
    expect(refusalOf(await sendAgain((await world.as(null, ['coordinator'], 'elsewhere'))(), ask))).toBe(
      'not-found',
    )
    expect(refusalOf(await sendAgain(world.coordinator(), { districtId, messageId: 'x' }))).toBe('not-found')
    expect(refusalOf(await sendAgain(administrator(), { districtId: null, messageId: id }))).toBe('not-found')
    expect(await deliver(LATER)).toEqual([])
  })

  it('is told on the page of its district, on its overview and on the first page', async () => {
    const { id } = await unreached()
    const app = pagesAs(world.coordinator(LATER))
    const read = async (path: string) => (await app.request(path)).text()
    for (const path of ['/', `/districts/${districtId}`])
      expect(await read(path)).toContain('2 meldinger kunne ikke sendes')
    const page = await read(`/districts/${districtId}/undelivered`)
    expect(page).toContain('Adressen eller nummeret ble ikke godtatt')
    expect(page).toContain(`href="/districts/${districtId}/doctors/d"`)
    expect(page).toContain('href="tel:99900000"')
    const asked = await app.request(`/districts/${districtId}/undelivered/${id}/again`, { method: 'POST' })
    expect(asked.headers.get('location')).toBe(`/districts/${districtId}/undelivered?done=sent-again`)
    expect(await read(`/districts/${districtId}/undelivered`)).toContain('Sendes på nytt')
  })
})

function administrator(now = LATER): Context {
  const scope = { scopeKind: 'installation', scopeId: 'installation' } as const
  const coordinator = { scopeKind: 'district', scopeId: districtId, role: 'coordinator' } as const
  const memberships = [{ ...scope, role: 'installation-administrator' } as const, coordinator]
  const ctx = world.coordinator(now)
  return { ...ctx, actor: { ...ctx.actor, memberships } as Context['actor'] }
}

describe('what belongs to no district', () => {
  const give = async (kind: string, dedupKey: string, payload: object) => {
    const now = fromUtcText(DAY_BEFORE)
    const place = { kind, dedupKey, districtId: null, personId: null, accountId: 'dora' }
    const times = { createdAt: now, dueAt: now }
    await writeAll(world.plan.ctx.db, outboxWrites([{ id: dedupKey, ...place, ...times, payload }]))
  }

  beforeEach(async () => {
    await writeAll(world.plan.ctx.db, accountWrites(accountOf('dora', 'd', 'dora@example.test', 0)))
    await give('sign-in-link', 'link', { email: 'old@example.test', url: 'http://localhost/sign-in/x' })
    await give('weekly-digest', 'digest:dora:2027-W01', { email: 'old@example.test', week: '2027-W01' })
    await deliver(DAY_BEFORE, true)
  })

  it('is made anew where it is a week’s overview of a week that is not over; a link must be asked for', async () => {
    const standing = async (now: string) =>
      unwrap(await listUndeliveredElsewhere(administrator(now)))
        .messages.map(({ kind, again }) => `${kind} ${again}`)
        .toSorted()
    expect(await standing(LATER)).toEqual(['sign-in-link ask-anew', 'weekly-digest possible'])
    expect(await standing('2027-01-11T12:00Z')).toEqual(['sign-in-link ask-anew', 'weekly-digest impossible'])
    const link = { districtId: null, messageId: 'link' }
    expect(refusalOf(await sendAgain(administrator(), link))).toBe('invalid')
  })

  it('says what it covers, and leads to the reader’s own districts', async () => {
    await unreached()
    const page = await (await pagesAs(administrator()).request('/undelivered')).text()
    expect(page).toContain('Innloggingslenker og ukesoversikter de siste 30 dagene.')
    expect(page).toContain('må be om ny lenke')
    expect(page).toContain(`href="/districts/${districtId}/undelivered"`)
    expect(page).toContain('2 meldinger kunne ikke sendes')
  })
})

describe('why a message was given up', () => {
  it.each([
    ['422 no such address', 'address'],
    ['422 {"message":"Invalid `to` field. The email address needs to follow the format"}', 'address'],
    ['not a number that text messages go to', 'address'],
    ['422 Invalid `from` field', 'key'],
    ['401 API key is invalid', 'key'],
    ['403 The example.com domain is not verified', 'key'],
    ['429 Too many requests', 'busy'],
    ['503', 'no-answer'],
    ['fetch failed: connect ECONNREFUSED 127.0.0.1:9', 'no-answer'],
    ['The operation was aborted due to timeout', 'no-answer'],
    ['every try broke off', 'no-answer'],
    ['451 Blocked by policy', 'refused'],
    ['what it was to say is not there', 'unknown'],
  ])('%s is %s', (error, cause) => {
    expect(causeOf(error)).toBe(cause)
  })
})
