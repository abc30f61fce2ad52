import { beforeEach, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText, toUtcText } from '../../src/core/time/minute.ts'
import { accountStatusWrites, accountWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { runOutbox } from '../../src/jobs/outbox.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { chooseMessages } from '../../src/usecases/choose-messages.ts'
import type { Context } from '../../src/usecases/context.ts'
import type { Outgoing } from '../../src/usecases/deliver-messages.ts'
import { digestDue } from '../../src/usecases/queue-digests.ts'
import { showMessageChoice } from '../../src/usecases/show-message-choice.ts'
import { cellOn, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

/** A Monday in winter, 06:00 local. */
const MONDAY = '2027-01-04T05:00Z'

let world: PlanWorld

const withoutAddresses = (district: District): District => ({
  ...district,
  persons: district.persons.map((person) => ({ ...person, email: null })),
})

beforeEach(async () => {
  world = await PlanWorld.make(withoutAddresses)
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  await world.assign(draftId, '2027-01-12', 'b')
  unwrap(await world.publish(draftId, {}, world.at('2026-12-29T12:00Z')))
})

/** An account of a person, signed in. */
async function accountFor(personId: string): Promise<Context> {
  const account = accountOf(`account-${personId}`, personId, `${personId}@example.test`, 0)
  await writeAll(world.ctx.db, accountWrites(account))
  const signedIn = { kind: 'account', accountId: account.id, personId, memberships: [] } as const
  return { ...world.ctx, actor: { ...signedIn, sessionHash: 's', ...WELL_SIGNED_IN } }
}

async function run(at: string): Promise<Outgoing[]> {
  const sent: Outgoing[] = []
  const job = { ...world.at(at), actor: { kind: 'job', name: 'outbox' } as const }
  const mail = async (message: Outgoing) => {
    sent.push(message)
    return { kind: 'accepted' } as const
  }
  await runOutbox(() => job, { channels: { mail }, names: ['mail'], keepsWords: false })
  return sent
}

describe('the choice of messages', () => {
  it("is one's own, and nothing until it is made", async () => {
    const [a, b] = [await accountFor('a'), await accountFor('b')]
    expect(unwrap(await showMessageChoice(a))).toEqual({ weeklyDigest: false })
    unwrap(await chooseMessages(a, { weeklyDigest: true }))
    expect(unwrap(await showMessageChoice(a))).toEqual({ weeklyDigest: true })
    expect(unwrap(await showMessageChoice(b))).toEqual({ weeklyDigest: false })
    unwrap(await chooseMessages(a, { weeklyDigest: false }))
    expect(unwrap(await showMessageChoice(a))).toEqual({ weeklyDigest: false })
    const nobody = { ...a, actor: { kind: 'nobody' } } as const
    expect(refusalOf(await chooseMessages(nobody, { weeklyDigest: true }))).toBe('not-signed-in')
    expect(refusalOf(await showMessageChoice(nobody))).toBe('not-signed-in')
  })
})

describe('the overview of a week', () => {
  it('comes on Monday at six to whoever asked, once, however often the job runs', async () => {
    unwrap(await chooseMessages(await accountFor('a'), { weeklyDigest: true }))
    await accountFor('b')
    expect(await run('2027-01-04T04:59Z')).toEqual([])
    const sent = await run(MONDAY)
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['a@example.test', 'Ukesoversikt uke 1: 1 vakt de neste fire ukene'],
    ])
    expect(sent[0]?.body).toContain('- tir. 5. jan. 16:00 – ons. 6. jan. 08:00: Kveld og natt, hjemmevakt')
    expect(sent[0]?.body).toContain('Endret siden forrige mandag:\nNye vakter:\n- tir. 5. jan.')
    expect(sent[0]?.body).not.toMatch(/12\. jan|Lege [A-D]/)
    for (const at of ['05:00', '05:05', '12:00', '22:55']) expect(await run(`2027-01-04T${at}Z`)).toEqual([])
  })

  it('comes later on Monday when the job was down at six, and not on another day', async () => {
    unwrap(await chooseMessages(await accountFor('a'), { weeklyDigest: true }))
    expect(await run('2027-01-05T05:00Z')).toEqual([])
    expect(await run('2027-01-11T14:35Z')).toHaveLength(0)
    // Nothing held and nothing changed: nothing is said. The week before it would have been.
    expect(await run('2027-01-04T14:35Z')).toHaveLength(1)
  })

  it('says in a line that there is nothing ahead when something has changed', async () => {
    unwrap(await chooseMessages(await accountFor('a'), { weeklyDigest: true }))
    await run(MONDAY)
    const holder = { kind: 'person', personId: 'c', origin: 'swap' } as const
    const place = { ...cellOn('2027-01-05'), districtId: world.districtId, expectedRevision: 1, holder }
    const said = { reason: 'Bytte', waivesBlocking: false }
    unwrap(await amendDuty(world.at('2027-01-04T12:00Z'), { ...place, ...said }))
    const [sent] = await run('2027-01-11T05:00Z')
    expect(sent?.subject).toBe('Ukesoversikt uke 2: ingen vakter de neste fire ukene')
    // Nobody needs to confirm what is over.
    expect(sent?.body.split('\n').slice(0, 5)).toEqual([
      'Du har ingen vakter de neste fire ukene.',
      '',
      'Endret siden forrige mandag:',
      'Ikke lenger dine:',
      `- tir. 5. jan. 16:00 – ons. 6. jan. 08:00: Kveld og natt, hjemmevakt, ${world.district.name}`,
    ])
    expect(await run('2027-01-18T05:00Z')).toEqual([])
  })

  it('says what waits to be confirmed', async () => {
    unwrap(await chooseMessages(await accountFor('b'), { weeklyDigest: true }))
    const holder = { kind: 'person', personId: 'c', origin: 'swap' } as const
    const place = { ...cellOn('2027-01-12'), districtId: world.districtId, expectedRevision: 1, holder }
    unwrap(
      await amendDuty(world.at('2027-01-10T16:00Z'), { ...place, reason: 'Bytte', waivesBlocking: false }),
    )
    const [sent] = await run('2027-01-11T05:00Z')
    expect(sent?.body.split('\n').slice(0, 3)).toEqual([
      '1 hasteendring venter på at du bekrefter.',
      'Bekreft her: http://localhost:8787/me/changes',
      '',
    ])
  })

  it('goes to no account that is shut', async () => {
    const a = await accountFor('a')
    unwrap(await chooseMessages(a, { weeklyDigest: true }))
    await writeAll(world.ctx.db, accountStatusWrites('account-a', 'disabled', world.ctx.now))
    expect(await run(MONDAY)).toEqual([])
  })
})

describe('Monday at six', () => {
  it.each([
    ['2027-01-06T12:00Z', '2027-01-04T05:00Z'],
    // The clock goes forward on Sunday 28 March 2027 and back on Sunday 31 October.
    ['2027-03-28T12:00Z', '2027-03-22T05:00Z'],
    ['2027-03-29T04:00Z', '2027-03-29T04:00Z'],
    ['2027-10-31T22:59Z', '2027-10-25T04:00Z'],
    ['2027-10-31T23:00Z', '2027-11-01T05:00Z'],
    ['2028-01-02T12:00Z', '2027-12-27T05:00Z'],
  ])('of %s is %s', (at, due) => {
    expect(toUtcText(digestDue(fromUtcText(at)))).toBe(due)
  })
})
