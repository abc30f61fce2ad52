import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailChannel } from '../../src/jobs/mail-channel.ts'
import { sendMessages } from '../../src/jobs/outbox.ts'
import { smsChannel } from '../../src/jobs/sms-channel.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { type Channels, deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { type Gateway, type Manner, startGateway } from '../support/message-gateway.ts'
import { cellOn, PlanWorld, unwrap } from '../support/plan-world.ts'

const LIMIT = 300

let gateway: Gateway
let channels: Channels
let world: PlanWorld
let revision: number

beforeAll(async () => {
  gateway = await startGateway()
  const settings = { url: gateway.url, key: 'k', from: 'a@example.test' }
  channels = { mail: mailChannel(settings, LIMIT), sms: smsChannel(settings, LIMIT) }
})
afterAll(() => gateway.close())
beforeEach(async () => {
  gateway.manners.length = 0
  world = await PlanWorld.make((district) => ({
    ...district,
    persons: district.persons.map((person) =>
      person.id === 'c'
        ? { ...person, email: 'c@example.test', phone: '90000003' }
        : { ...person, email: null, phone: null },
    ),
  }))
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  ;({ revision } = unwrap(await world.publish(draftId)))
  gateway.taken.length = 0
})

const job = (at: string) => ({ ...world.at(at), actor: { kind: 'job', name: 'outbox' } }) as const

async function give(date: string, personId: string, at: string): Promise<void> {
  const place = { districtId: world.districtId, ...cellOn(date), expectedRevision: revision }
  const holder = { kind: 'person', personId, origin: 'swap' } as const
  const ctx = { ...world.at(at), channels: ['mail', 'sms'] as const }
  ;({ revision } = unwrap(await amendDuty(ctx, { ...place, holder, reason: 'x', waivesBlocking: true })))
}

async function run(at: string, ...manners: readonly Manner[]): Promise<void> {
  gateway.manners.push(...manners)
  await sendMessages(() => job(at), { channels, names: ['mail', 'sms'], keepsWords: false })
}

const DAY = '2026-12-02T'
/** Until all that waits has been tried again. */
const runOn = async () => {
  for (const at of ['10:04', '10:06', '10:20', '12:00', '18:00']) await run(`${DAY}${at}Z`)
}
const mails = () => gateway.taken.filter(({ body }) => 'subject' in body).map(({ body }) => String(body.text))
const phones = () =>
  gateway.taken.filter(({ body }) => !('subject' in body)).map(({ body }) => String(body.text))

/** Hands a message over and never comes back: what it noted is not written. */
async function isKilledAt(at: string): Promise<void> {
  let isTaken: () => void = () => undefined
  const taken = new Promise<void>((resolve) => {
    isTaken = resolve
  })
  const kills: Channels = {
    mail: async (message) => {
      await channels.mail?.(message)
      isTaken()
      return new Promise(() => undefined)
    },
  }
  await Promise.race([taken, deliverMessages(job(at), { channels: kills })])
}

describe.each([
  ['whose answer was lost', (at: string) => run(at, 'take-and-hang-up')],
  ['whose sender was killed', isKilledAt],
])('a mail that the gateway took and %s', (_, firstTry) => {
  beforeEach(async () => {
    await give('2027-01-06', 'c', `${DAY}10:00Z`)
    await firstTry(`${DAY}10:03Z`)
  })

  it('is followed by another about what changed before it was tried again', async () => {
    await give('2027-01-08', 'c', `${DAY}10:03Z`)
    await runOn()
    const [first, second, ...others] = mails()
    expect(others).toEqual([])
    expect(first).toContain('Nye vakter:\n- ons. 6. jan.')
    expect(first).not.toContain(' 8. jan')
    expect(second).toContain('Nye vakter:\n- fre. 8. jan.')
    expect(second).not.toContain(' 6. jan')
  })

  it('is followed by another that takes it back when the duty was', async () => {
    await give('2027-01-06', 'b', `${DAY}10:03Z`)
    await runOn()
    const [first, second, ...others] = mails()
    expect(others).toEqual([])
    expect(first).toContain('Nye vakter:\n- ons. 6. jan.')
    expect(second).toContain('Ikke lenger dine:\n- ons. 6. jan.')
  })

  it('is not sent again when nothing else happened', async () => {
    await runOn()
    expect(mails()).toHaveLength(1)
  })
})

describe('a mail that the gateway never took', () => {
  it('tells at its next try what still stands of it, and nothing that was taken back meanwhile', async () => {
    await give('2027-01-06', 'c', `${DAY}09:59Z`)
    await give('2027-01-08', 'c', `${DAY}10:00Z`)
    await run(`${DAY}10:03Z`, 'hang-up')
    await give('2027-01-06', 'b', `${DAY}10:03Z`)
    await runOn()
    expect(mails().filter((text) => text.includes('Nye vakter:\n- fre. 8. jan.'))).toHaveLength(1)
    expect(mails().join('')).not.toContain('Nye vakter:\n- ons. 6. jan.')
    expect(mails().join('')).toContain('Ikke lenger dine:\n- ons. 6. jan.')
  })
})

describe('a text message that the gateway took and whose answer was lost', () => {
  it('is followed by another when the duty was taken back', async () => {
    const eve = '2027-01-05T'
    await give('2027-01-06', 'c', `${eve}10:00Z`)
    await run(`${eve}10:00Z`, 'take-and-hang-up', 'take-and-hang-up')
    await give('2027-01-06', 'b', `${eve}10:00Z`)
    for (const at of ['10:00', '10:02', '10:10', '10:40']) await run(`${eve}${at}Z`)
    expect([phones().length, mails().length]).toEqual([2, 2])
  })
})
