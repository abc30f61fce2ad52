import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { channelsOf, namesOf } from '../../src/jobs/channels.ts'
import { mailChannel } from '../../src/jobs/mail-channel.ts'
import { outboxOf, outboxWarning } from '../../src/jobs/outbox.ts'
import { smsChannel, toE164 } from '../../src/jobs/sms-channel.ts'
import type { Outgoing } from '../../src/usecases/deliver-messages.ts'
import { type Gateway, type Manner, startGateway } from '../support/message-gateway.ts'

const LIMIT = 150

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.taken.length = 0
  gateway.manners.length = 0
})

const settings = (from: string) => ({ url: gateway.url, key: 'key-1', from })
const message = (said: Partial<Outgoing> = {}): Outgoing => ({
  to: 'kari@example.test',
  subject: 'Vaktene dine\r\nBcc: x@example.test',
  body: 'Før og nå: æøå',
  attachments: [],
  kind: 'duties-changed',
  idempotencyKey: 'k'.repeat(64),
  ...said,
})
const mail = (said?: Partial<Outgoing>) =>
  mailChannel(settings('Legevaktplan <vakt@example.test>'), LIMIT)(message(said))

describe('mail', () => {
  it('is one post with its key, its sender and its files in base64', async () => {
    const attachments = [{ filename: 'endring.ics', type: 'text/calendar; charset=utf-8', text: 'æ\r\n' }]
    expect(await mail({ attachments })).toEqual({ kind: 'accepted' })
    expect(gateway.taken).toEqual([
      {
        key: 'k'.repeat(64),
        authorization: 'Bearer key-1',
        body: {
          from: 'Legevaktplan <vakt@example.test>',
          to: ['kari@example.test'],
          subject: 'Vaktene dine Bcc: x@example.test',
          text: 'Før og nå: æøå',
          attachments: [
            { filename: 'endring.ics', content: 'w6YNCg==', content_type: 'text/calendar; charset=utf-8' },
          ],
        },
      },
    ])
  })

  it.each<[Manner, string, string]>([
    [{ status: 202 }, 'accepted', ''],
    [{ status: 409, says: 'invalid_idempotent_request' }, 'accepted', ''],
    [{ status: 409, says: 'concurrent_idempotent_requests' }, 'later', '409 concurrent_idempotent_requests'],
    [{ status: 500, says: 'no\n  luck' }, 'later', '500 no luck'],
    [{ status: 503 }, 'later', '503 {}'],
    [{ status: 429, says: 'slow down' }, 'later', '429 slow down'],
    [{ status: 401, says: 'wrong key' }, 'later', '401 wrong key'],
    [{ status: 422, says: 'x'.repeat(900) }, 'refused', `422 ${'x'.repeat(200)}`],
    [{ status: 400 }, 'refused', '400 {}'],
    [{ status: 302 }, 'refused', '302 {}'],
    ['silent', 'later', 'The operation was aborted due to timeout'],
    ['hang-up', 'later', 'fetch failed: other side closed'],
  ])('that is answered by %j is %s', async (manner, kind, why) => {
    gateway.manners.push(manner)
    expect(await mail()).toEqual(why === '' ? { kind } : { kind, why })
  })

  it('is tried again later when nobody listens', async () => {
    const nobody = mailChannel({ ...settings('a@example.test'), url: 'http://127.0.0.1:1/' }, LIMIT)
    expect(await nobody(message())).toMatchObject({ kind: 'later' })
  })

  it('that was taken by a gateway which then hung up is known again by its key', async () => {
    gateway.manners.push('take-and-hang-up')
    expect(await mail()).toMatchObject({ kind: 'later' })
    expect(await mail()).toEqual({ kind: 'accepted' })
    expect(gateway.taken).toHaveLength(1)
  })
})

describe('a text message', () => {
  it('goes to a number with its country', async () => {
    const send = smsChannel(settings('Legevakt'), LIMIT)
    expect(await send(message({ to: '900 12 345', body: 'Se og bekreft' }))).toEqual({ kind: 'accepted' })
    expect(gateway.taken[0]?.body).toEqual({ from: 'Legevakt', to: '+4790012345', text: 'Se og bekreft' })
  })

  it('is not sent to what is no number', async () => {
    const before = gateway.asked
    expect(await smsChannel(settings('Legevakt'), LIMIT)(message({ to: 'ring sentralen' }))).toEqual({
      kind: 'refused',
      why: 'not a number that text messages go to',
    })
    expect(gateway.asked).toBe(before)
  })

  it.each([
    ['90012345', '+4790012345'],
    ['+47 900 12 345', '+4790012345'],
    ['0047 90012345', '+4790012345'],
    ['(+46) 70-123 45 67', '+46701234567'],
    ['113', undefined],
    ['12345678', undefined],
    ['+47 900 12 345 6789 0123', undefined],
    ['', undefined],
  ])('%s is %s', (written, number) => {
    expect(toE164(written)).toBe(number)
  })
})

describe('an installation', () => {
  const MAIL = { MAIL_URL: 'https://api.example.test', MAIL_KEY: 'k', MAIL_FROM: 'a@example.test' }
  const SMS = { SMS_URL: 'https://sms.example.test', SMS_KEY: 'k', SMS_FROM: 'Legevakt' }

  it('sends by what it was given, all three parts of it', () => {
    expect(namesOf(channelsOf({}))).toEqual([])
    expect(namesOf(channelsOf(MAIL))).toEqual(['mail'])
    expect(namesOf(channelsOf({ ...MAIL, ...SMS }))).toEqual(['mail', 'sms'])
    expect(namesOf(channelsOf({ ...MAIL, MAIL_KEY: '' }))).toEqual([])
  })

  it('says at start that no mail is sent, in production alone', () => {
    expect(outboxWarning(outboxOf('production', {}))).toContain('MAIL_URL')
    expect(outboxWarning(outboxOf('production', MAIL))).toBeUndefined()
    expect(outboxWarning(outboxOf('development', {}))).toBeUndefined()
  })
})
