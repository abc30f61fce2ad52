import { beforeEach, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { accountWrites, languageWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type AmendDutyInput, amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Channel, deliverMessages, type Outgoing } from '../../src/usecases/deliver-messages.ts'
import { cellOn, needOn, PlanWorld, unwrap } from '../support/plan-world.ts'

const PUBLISHED = '2026-12-01T12:00Z'
/** The evening before the duty of 5 January. */
const EVE = '2027-01-04T20:00Z'

let world: PlanWorld
let revision: number

const reachable = (district: District): District => ({
  ...district,
  persons: district.persons.map((person) => ({
    ...person,
    email: person.id === 'd' ? null : `${person.id}@example.test`,
    phone: person.id === 'b' ? '900 00 002' : null,
  })),
  lines: district.lines.map((line) => ({ ...line, place: 'Førde legevakt' })),
})

beforeEach(async () => {
  world = await PlanWorld.make(reachable)
  const draftId = await world.open()
  for (const date of ['2027-01-05', '2027-01-08', '2027-01-12']) await world.assign(draftId, date, 'a')
  await world.assign(draftId, '2027-01-06', 'b')
  await world.assign(draftId, '2027-01-10', 'd')
  ;({ revision } = unwrap(await world.publish(draftId)))
})

type Holder = AmendDutyInput['holder']
const whole = (personId: string): Holder => ({ kind: 'person', personId, origin: 'swap' })

async function amend(date: string, holder: Holder, at: string, said: Partial<Context> = {}) {
  const input = { ...cellOn(date), districtId: world.districtId, expectedRevision: revision, holder }
  const ctx = { ...world.at(at), ...said }
  ;({ revision } = unwrap(await amendDuty(ctx, { ...input, reason: 'Influensa', waivesBlocking: true })))
}

/** Everything that is due at an instant, by address. */
async function deliver(at: string, result: Awaited<ReturnType<Channel>> = { kind: 'accepted' }) {
  const sent = new Map<string, Outgoing>()
  const send: Channel = async (message) => {
    if (result.kind === 'accepted') sent.set(message.to, message)
    return result
  }
  const job = { ...world.at(at), actor: { kind: 'job', name: 'outbox' } } as const
  while (unwrap(await deliverMessages(job, { channels: { mail: send, sms: send } })).claimed > 0);
  return sent
}

describe('the mail about a first publication', () => {
  it('lists all new duties of a doctor by start, once to each who has told an address', async () => {
    expect((await deliver('2026-12-01T12:01Z')).size).toBe(0)
    const sent = await deliver('2026-12-01T12:02Z')
    expect([...sent.keys()].toSorted()).toEqual(['a@example.test', 'b@example.test'])
    const { subject, body } = sent.get('a@example.test')!
    expect(subject).toBe(`3 nye vakter i ${world.district.name}, den første tir. 5. jan.`)
    expect(body.split('\n')).toEqual([
      `Vaktplanen i ${world.district.name} er publisert, og vaktene dine er endret.`,
      '',
      'Nye vakter:',
      '- tir. 5. jan. 16:00 – ons. 6. jan. 08:00: Kveld og natt, hjemmevakt, Førde legevakt',
      '- fre. 8. jan. 16:00 – lør. 9. jan. 08:00: Kveld og natt, hjemmevakt, Førde legevakt',
      '- tir. 12. jan. 16:00 – ons. 13. jan. 08:00: Kveld og natt, hjemmevakt, Førde legevakt',
      '',
      'Alle vaktene dine: http://localhost:8787/me/duties',
      'Kalenderen din: http://localhost:8787/me/calendar',
      'Meldingen er sendt av Legevaktplan. Den kan ikke besvares.',
    ])
    expect((await deliver('2026-12-02T12:02Z')).size).toBe(0)
  })

  it('carries the duties as a file for a calendar program', async () => {
    const { attachments } = (await deliver('2026-12-01T12:02Z')).get('a@example.test')!
    expect(attachments).toHaveLength(1)
    expect(attachments[0]).toMatchObject({ type: 'text/calendar; charset=utf-8' })
    expect(attachments[0]?.filename).toMatch(/\.ics$/)
    expect(attachments[0]?.text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  })

  it('is written in the language of its reader', async () => {
    const account = accountOf('account-a', 'a', null, 0)
    await writeAll(world.ctx.db, [...accountWrites(account), ...languageWrites(account, 'en', 0)])
    const sent = await deliver('2026-12-01T12:02Z')
    expect(sent.get('a@example.test')?.subject).toBe(
      `3 new duties in ${world.district.name}, the first on Tue 5 Jan`,
    )
    expect(sent.get('b@example.test')?.subject).toContain('Ny vakt i')
  })
})

describe('the mail about an amendment', () => {
  beforeEach(async () => {
    await deliver('2026-12-01T12:02Z')
  })

  it('tells the one who gives and the one who takes, with nothing of the other nor of why', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    const sent = await deliver('2027-01-02T12:02Z')
    const duty = '- tir. 12. jan. 16:00 – ons. 13. jan. 08:00: Kveld og natt, hjemmevakt, Førde legevakt'
    expect(sent.get('a@example.test')?.body).toContain(`Ikke lenger dine:\n${duty}`)
    expect(sent.get('b@example.test')?.body).toContain(`Nye vakter:\n${duty}`)
    for (const { subject, body, attachments } of sent.values())
      expect(subject + body + attachments[0]?.text).not.toMatch(/Lege [A-D]|Influensa|bytte|HASTER/)
  })

  it('tells a new time beside the old one', async () => {
    const [start, half, end] = ['2027-01-12T15:00Z', '2027-01-12T22:00Z', '2027-01-13T07:00Z'].map(
      fromUtcText,
    )
    const slice = (personId: string, from = 0, to = 0) => ({
      personId,
      start: from,
      end: to,
      origin: 'swap' as const,
      positionId: null,
      shadowing: false,
    })
    const slices = [slice('a', start, half), slice('d', half, end)]
    await amend('2027-01-12', { kind: 'slices', slices }, '2027-01-02T12:00Z')
    const { subject, body } = (await deliver('2027-01-02T12:02Z')).get('a@example.test')!
    expect(subject).toBe(`Vakt er endret i ${world.district.name}: tir. 12. jan.`)
    expect(body).toContain(
      [
        'Endrede vakter:',
        '- Før: tir. 12. jan. 16:00 – ons. 13. jan. 08:00: Kveld og natt, hjemmevakt, Førde legevakt',
        '  Nå: tir. 12. jan. 16:00–23:00: Kveld og natt, hjemmevakt, Førde legevakt',
      ].join('\n'),
    )
  })

  it('says nothing of a plan that was published, and whether a single duty was got or lost', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    const sent = await deliver('2027-01-02T12:02Z')
    const { name } = world.district
    expect([...sent.values()].map(({ subject }) => subject).toSorted()).toEqual([
      `Ikke lenger din vakt i ${name}: tir. 12. jan.`,
      `Ny vakt i ${name}: tir. 12. jan.`,
    ])
    for (const { body } of sent.values())
      expect(body.split('\n')[0]).toBe(`Vaktene dine i ${name} er endret.`)
  })

  it('says in the subject that it hastes, before all else', async () => {
    await amend('2027-01-05', whole('b'), EVE)
    const sent = await deliver(EVE)
    expect(sent.get('a@example.test')?.subject).toMatch(
      /^HASTER: Ikke lenger din vakt i .*: tir\. 5\. jan\.$/,
    )
    expect(sent.get('b@example.test')?.subject).toMatch(/^HASTER: Ny vakt i .*: tir\. 5\. jan\.$/)
  })

  it('tells a place only of a duty that is not over', async () => {
    await amend('2027-01-06', whole('a'), '2027-01-08T12:00Z')
    const over = await deliver('2027-01-08T12:02Z')
    expect(over.get('a@example.test')?.body).toContain('ons. 6. jan. 16:00')
    expect(over.get('a@example.test')?.body).not.toContain('Førde legevakt')
  })

  it('of a duty within 48 hours goes at once, asks to be confirmed, and goes to a phone too where there is one', async () => {
    await amend('2027-01-05', whole('b'), EVE, { channels: ['mail', 'sms'] })
    const sent = await deliver(EVE)
    expect([...sent.keys()].toSorted()).toEqual(['900 00 002', 'a@example.test', 'b@example.test'])
    expect(sent.get('b@example.test')?.body).toMatch(
      /HASTER: .*\nNye vakter:\n- tir\. 5\. jan\..*\nBekreft her: http:\/\/localhost:8787\/me\/changes/,
    )
    expect(sent.get('900 00 002')?.body).toBe(
      `Legevaktplan, ${world.district.name}, haster: Ny vakt tir. 5. jan. 16:00 - ons. 6. jan. 08:00. Se og bekreft: http://localhost:8787/me/changes`,
    )
  })

  it('does not go to phones where the installation has no way to, nor when nothing hastes', async () => {
    await amend('2027-01-05', whole('b'), EVE, { channels: ['mail'] })
    await amend('2027-01-12', whole('b'), EVE, { channels: ['mail', 'sms'] })
    expect((await deliver('2027-01-04T20:05Z')).has('900 00 002')).toBe(false)
  })

  it('is not sent when it was undone before it could be', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    await amend('2027-01-12', whole('a'), '2027-01-02T12:01Z')
    expect((await deliver('2027-01-02T12:10Z')).size).toBe(0)
    const rows = (await listLatestMessages(world.ctx.db)).filter(
      ({ createdAt }) => createdAt > fromUtcText(PUBLISHED),
    )
    expect(rows.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect(rows.map(({ error }) => error)).toContain('nothing of it stands any more')
  })

  it('is not sent when the duty is over before it could be, but is when it was changed afterwards', async () => {
    await amend('2027-01-05', whole('b'), EVE)
    expect((await deliver('2027-01-07T12:00Z')).size).toBe(0)
    await amend('2027-01-06', whole('a'), '2027-01-08T12:00Z')
    expect([...(await deliver('2027-01-08T12:02Z')).keys()].toSorted()).toEqual([
      'a@example.test',
      'b@example.test',
    ])
  })

  it('is one for all that was changed in the same minutes', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    await amend('2027-01-08', whole('b'), '2027-01-02T12:01Z')
    expect((await deliver('2027-01-02T12:01Z')).size).toBe(0)
    const sent = await deliver('2027-01-02T12:02Z')
    expect(sent.get('a@example.test')?.subject).toMatch(
      /^2 vakter i .* er ikke lenger dine, den nærmeste fre\. 8\. jan\.$/,
    )
    expect(sent.get('a@example.test')?.attachments[0]?.text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect((await deliver('2027-01-02T12:10Z')).size).toBe(0)
  })

  it('that was tried before is tried again by itself, and what hastes does not wait for it', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-04T12:00Z')
    for (const at of ['12:02', '12:03', '12:08', '12:23', '13:23'])
      await deliver(`2027-01-04T${at}Z`, { kind: 'later', why: 'out of order' })
    await amend('2027-01-05', whole('b'), '2027-01-04T13:30Z')
    const urgent = (await deliver('2027-01-04T13:30Z')).get('a@example.test')
    expect(urgent?.body).toMatch(/HASTER[\s\S]*5\. jan/)
    expect(urgent?.body).not.toContain('12. jan')
    const calm = (await deliver('2027-01-04T17:23Z')).get('a@example.test')
    expect(calm?.body).toContain('12. jan')
    expect(calm?.body).not.toMatch(/HASTER| 5\. jan/)
    expect((await deliver('2027-01-05T13:30Z')).size).toBe(0)
  })

  it('waits while it is told by one that was tried, and ends with it', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    await amend('2027-01-08', whole('b'), '2027-01-02T12:01Z')
    for (const at of ['12:02', '12:03'])
      await deliver(`2027-01-02T${at}Z`, { kind: 'later', why: 'no answer' })
    expect((await deliver('2027-01-02T12:04Z')).size).toBe(0)
    const latest = async () =>
      (await listLatestMessages(world.ctx.db)).slice(0, 4).map(({ status, error }) => `${status}: ${error}`)
    expect((await latest()).toSorted()).toEqual([
      ...['waiting: no answer', 'waiting: no answer', 'waiting: null', 'waiting: null'],
    ])
    const sent = await deliver('2027-01-02T12:08Z')
    expect(sent.get('b@example.test')?.body).toMatch(/ 8\. jan[\s\S]* 12\. jan/)
    expect((await latest()).toSorted()).toEqual([
      ...['sent: null', 'sent: null', 'sent: told by another message', 'sent: told by another message'],
    ])
  })

  it('that was refused is told by the next one', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    await deliver('2027-01-02T12:02Z', { kind: 'refused', why: 'no such address' })
    await amend('2027-01-08', whole('b'), '2027-01-03T12:00Z')
    const { body, attachments } = (await deliver('2027-01-03T12:02Z')).get('b@example.test')!
    expect(body).toMatch(/Nye vakter:\n- fre\. 8\. jan\..*\n- tir\. 12\. jan\./)
    expect(attachments[0]?.text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  })

  it('tells of a duty taken back within the minute in which it was told', async () => {
    await amend('2027-01-05', whole('b'), EVE)
    expect((await deliver(EVE)).get('b@example.test')?.subject).toContain('Ny vakt i')
    await amend('2027-01-05', whole('a'), EVE)
    const sent = await deliver(EVE)
    expect(sent.get('b@example.test')?.body).toContain('Ikke lenger dine:\n- tir. 5. jan.')
    expect(sent.get('a@example.test')?.body).toContain('Nye vakter:\n- tir. 5. jan.')
  })

  it('holds nothing of the duty while it waits', async () => {
    await amend('2027-01-12', whole('b'), '2027-01-02T12:00Z')
    const waiting = (await listLatestMessages(world.ctx.db)).filter(({ status }) => status === 'waiting')
    expect(waiting).toHaveLength(2)
    expect(JSON.stringify(waiting.map(({ payload }) => payload))).not.toMatch(
      new RegExp(`Influensa|Lege|${needOn('2027-01-12')}`),
    )
  })
})
