import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { findDistrict, findDistrictHeads } from '../../src/data/district-store.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { requestSignIn } from '../../src/usecases/request-sign-in.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway } from '../support/doorway.ts'

const OLA = 'sigrid-hovland-eide'
const NEW = 'ny@example.test'

let door: Doorway
let browser: DoorBrowser

beforeEach(async () => {
  door = await Doorway.make()
  await door.account('kari', ['coordinator'])
  await door.account('ola', ['doctor'], OLA)
  browser = await door.browser().takes('ola', 'single')
})

const ask = (email: string, from = browser) => from.post(paths.askAddress, [['email', email]])
const type = (code: string, from = browser) => from.post(paths.addressCode, [['code', code]])

const mails = async (kind: string) =>
  (await listLatestMessages(door.db))
    .filter((message) => message.kind === kind)
    .map(
      ({ payload }) => payload as { readonly email: string; readonly code?: string; readonly url?: string },
    )

const mailedCode = async () => (await mails('address-code'))[0]?.code ?? ''

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

const hasPasskey = () =>
  door.write([
    CompiledQuery.raw(
      `insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at)
        values ('c', 'ola', 'k', 0, '[]', 'x', '2026-12-01T10:00Z')`,
      [],
    ),
  ])

async function rows(text: string): Promise<Record<string, unknown>[]> {
  return (await door.db.d1.prepare(text).all<Record<string, unknown>>()).results
}

const emailOf = async (id: string) => (await rows(`select email from account where id = '${id}'`))[0]?.email
const contact = async () => (await findDistrict(door.db, 'fjordane'))?.persons.find(({ id }) => id === OLA)

describe('one’s own new address', () => {
  it('is said to be one’s own already, beside what was typed, where it is', async () => {
    const answer = await ask('ola@example.test')
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(text).toContain('Dette er allerede adressen din.')
    expect(text).toContain('value="ola@example.test"')
    expect(text).not.toContain('publisert')
  })

  it('asks for the code of the mail, in which no link stands', async () => {
    await ask(NEW)
    const text = await (await browser.get(paths.addressCode)).text()
    expect(text).toContain('Koden på seks sifre')
    expect(text).not.toContain('fra lenken')
  })

  it('is the account’s and the district’s once its code is typed, and the old one is told', async () => {
    const asked = await ask(` ${NEW.toUpperCase()} `)
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, paths.addressCode])
    expect(await emailOf('ola')).toBe('ola@example.test')
    const before = (await findDistrictHeads(door.db, ['fjordane']))[0]?.edition ?? 0
    const code = await mailedCode()
    expect(code).toMatch(/^\d{6}$/)
    expect((await type(code)).status).toBe(303)
    expect(await emailOf('ola')).toBe(NEW)
    expect((await contact())?.email).toBe(NEW)
    expect((await findDistrictHeads(door.db, ['fjordane']))[0]?.edition).toBe(before + 1)
    expect(await mails('address-changed')).toEqual([{ email: 'ola@example.test' }])
    for (const chain of [INSTALLATION_CHAIN, 'fjordane']) {
      const log = await listAudit(door.db, chain, 0, 1000)
      expect(log.at(-1)).toMatchObject({ action: 'change-own-address', subjectId: 'ola', after: null })
    }
  })

  it('ends every other session and open link, and keeps this one', async () => {
    const other = await door.browser().takes('ola', 'single')
    const mailbox = door.browser()
    await mailbox.post(paths.signIn, [['email', 'ola@example.test']])
    const link = await door.mailedPath('ola')
    await ask(NEW)
    await type(await mailedCode())
    expect((await browser.get(paths.access)).status).toBe(200)
    expect((await other.get(paths.access)).status).toBe(303)
    expect((await mailbox.post(link)).status).not.toBe(303)
  })

  it('ends what a reset had sent to the old one, which would give the account back to whoever reads it', async () => {
    const desk = await door.browser().takes('kari', 'strong')
    await desk.post(paths.changeMember(paths.members('fjordane'), 'ola', 'reset'), [['email', '']])
    const [invited] = await mails('invitation')
    await browser.signsIn('ola')
    await ask(NEW)
    await type(await mailedCode())
    const opened = await door.browser().post(new URL(invited?.url ?? '').pathname)
    expect([opened.status, await emailOf('ola')]).toEqual([404, NEW])
  })

  it('leaves no link that the old one asked for in the same moment', async () => {
    let isFirst = true
    const hash = async (text: string) => {
      const isNow = isFirst && text.includes('request-sign-in')
      if (isNow) {
        isFirst = false
        await ask(NEW)
        expect((await type(await mailedCode())).status).toBe(303)
      }
      return door.ctx.hash(text)
    }
    const stranger = { ...door.ctx, now: door.now, actor: { kind: 'nobody' }, hash } as const
    const asked = { email: 'ola@example.test', browserSecret: 'b' }
    expect(await requestSignIn(stranger, asked)).toEqual({ kind: 'done', value: null })
    expect([isFirst, await emailOf('ola')]).toEqual([false, NEW])
    expect(await rows(`select purpose from login_link where used_at is null`)).toEqual([])
    expect(await mails('sign-in-link')).toEqual([])
  })

  it('answers the same where somebody else has it, stores as much, and the mail says so without a code', async () => {
    const count = async () =>
      (await rows('select (select count(*) from login_link) as l, (select count(*) from outbox) as o'))[0]
    const free = await ask(NEW)
    const first = await count()
    const taken = await ask('kari@example.test')
    const told = async (answer: Response) => [
      answer.status,
      answer.headers.get('Location'),
      await answer.text(),
    ]
    expect(await told(taken)).toEqual(await told(free))
    expect(await count()).toEqual({ l: Number(first?.l) * 2, o: Number(first?.o) * 2 })
    expect(await mails('address-taken')).toEqual([{ email: 'kari@example.test' }])
  })

  it('is refused as a wrong code where somebody else has got it meanwhile', async () => {
    await ask(NEW)
    await door.write([CompiledQuery.raw(`update account set email = '${NEW}' where id = 'kari'`, [])])
    expect((await type(await mailedCode())).status).toBe(422)
    expect(await emailOf('ola')).toBe('ola@example.test')
    expect((await contact())?.email).not.toBe(NEW)
    expect(await mails('address-changed')).toEqual([])
  })

  it('takes a code once, in the browser and by the account that asked, for ten minutes and five tries', async () => {
    await ask(NEW)
    const code = await mailedCode()
    const elsewhere = await door.browser().takes('ola', 'single')
    expect((await type(code, elsewhere)).status).toBe(422)
    const own = browser.cookies.get(browser.sessionCookie) ?? ''
    await browser.takes('kari', 'strong')
    expect((await type(code)).status).toBe(422)
    browser.cookies.set(browser.sessionCookie, own)
    door.now += 10
    expect((await type(code)).status).toBe(422)
    door.now -= 10
    for (let tries = 0; tries < 4; tries++) expect((await type(otherThan(code))).status).toBe(422)
    expect((await type(code)).status).toBe(422)
    expect(await emailOf('ola')).toBe('ola@example.test')
  })

  it('is changed once by twenty who type at once, and by none of twenty who guess', async () => {
    await ask(NEW)
    const code = await mailedCode()
    const wrong = Array.from({ length: 1000 }, (_, n) => String(n).padStart(6, '0')).filter(
      (own) => own !== code,
    )
    const guesses = await Promise.all(wrong.slice(0, 20).map((own) => type(own)))
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([422]))
    expect((await type(code)).status).toBe(422)
    await ask(NEW)
    const again = (await mails('address-code'))[0]?.code ?? ''
    const answers = await Promise.all(Array.from({ length: 20 }, () => type(again)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await mails('address-changed')).toHaveLength(1)
    expect(await emailOf('ola')).toBe(NEW)
  })

  it('is proved by no other code, and its code is good for nothing else', async () => {
    await ask(NEW)
    const code = await mailedCode()
    expect((await browser.post(paths.confirmCode, [['code', code]])).status).toBe(422)
    const signingIn = door.browser()
    for (const [name, value] of browser.cookies) signingIn.cookies.set(name, value)
    signingIn.cookies.delete(browser.sessionCookie)
    expect((await signingIn.post(paths.signInCode, [['code', code]])).status).toBe(422)
    expect(await emailOf('ola')).toBe('ola@example.test')
    expect((await type(code)).status).toBe(303)
  })

  it('is asked for only by whoever has just shown who they are, with two factors where there are two', async () => {
    door.now += 10
    const stale = await ask(NEW)
    expect([stale.status, stale.headers.get('Location')?.startsWith(paths.confirmAgain)]).toEqual([303, true])
    door.now -= 10
    await hasPasskey()
    await ask(NEW)
    expect(await mails('address-code')).toEqual([])
  })

  it('is not given by a code from before the account had a way in of two factors', async () => {
    await ask(NEW)
    await hasPasskey()
    expect((await type(await mailedCode())).status).toBe(422)
    expect(await emailOf('ola')).toBe('ola@example.test')
  })

  it('is guessed at fifty times a day, however many codes are asked for', async () => {
    for (let hour = 0; hour < 10; hour++) {
      await browser.takes('ola', 'single')
      await ask(`else${hour}@example.test`)
      for (let tries = 0; tries < 5; tries++) await type(otherThan(await mailedCode()))
      door.now += 60
    }
    await browser.takes('ola', 'single')
    await ask(NEW)
    expect((await type(await mailedCode())).status).toBe(422)
    door.now += 24 * 60
    await browser.takes('ola', 'single')
    await ask(NEW)
    expect((await type(await mailedCode())).status).toBe(303)
  })

  it('is not kept from anybody by what strangers type to sign in', async () => {
    const stranger = door.browser()
    for (let mail = 0; mail < 10; mail++) {
      await stranger.post(paths.signIn, [['email', 'ola@example.test']])
      for (let tries = 0; tries < 5; tries++) await stranger.post(paths.signInCode, [['code', '000000']])
      door.now += 60
    }
    await browser.takes('ola', 'single')
    await ask(NEW)
    expect((await type(await mailedCode())).status).toBe(303)
  })

  it('is asked for five times in an hour, and what is no address never', async () => {
    expect((await ask('ola@')).status).toBe(422)
    for (let time = 0; time < 5; time++) expect((await ask(`ny${time}@example.test`)).status).toBe(303)
    expect((await ask(NEW)).status).toBe(429)
    expect(await mails('address-code')).toHaveLength(5)
  })
})

describe('one’s own telephone number', () => {
  it('is changed in the district, and the coordinator’s open page is then stale', async () => {
    const before = (await findDistrictHeads(door.db, ['fjordane']))[0]?.edition ?? 0
    expect((await browser.post(paths.ownPhone, [['phone', ' +47 912 34 567 ']])).status).toBe(303)
    expect((await contact())?.phone).toBe('+47 912 34 567')
    expect((await findDistrictHeads(door.db, ['fjordane']))[0]?.edition).toBe(before + 1)
    expect((await browser.post(paths.ownPhone, [['phone', 'ring meg']])).status).toBe(422)
    expect((await browser.post(paths.ownPhone, [['phone', '']])).status).toBe(303)
    expect((await contact())?.phone).toBeNull()
  })

  it('is told to no district that names one and that one has no part in', async () => {
    await door.write(
      [
        `insert into district (id, name, legal_form, time_zone, languages)
          values ('annen', 'Annen', 'x', 'Europe/Oslo', '["nb"]')`,
        `insert into district_person (district_id, person_id, ordinal, name, phone, email)
          values ('annen', '${OLA}', 0, 'Sigrid', null, 'gammel@example.test')`,
      ].map((text) => CompiledQuery.raw(text, [])),
    )
    const elsewhere = async () =>
      (await rows(`select phone, email from district_person where district_id = 'annen'`))[0]
    const before = await elsewhere()
    await browser.post(paths.ownPhone, [['phone', '+47 912 34 567']])
    await ask(NEW)
    await type(await mailedCode())
    expect([await elsewhere(), (await contact())?.phone, (await contact())?.email]).toEqual([
      before,
      '+47 912 34 567',
      NEW,
    ])
    expect(await listAudit(door.db, 'annen', 0, 10)).toEqual([])
    await door.write([
      CompiledQuery.raw(
        `insert into membership values ('ola', 'district', 'annen', 'doctor', 'x', '2026-12-01T10:00Z')`,
        [],
      ),
    ])
    await browser.post(paths.ownPhone, [['phone', '+47 912 34 568']])
    expect((await elsewhere())?.phone).toBe('+47 912 34 568')
  })

  it('is told no more to a district that the doctor has left', async () => {
    await door.write(
      [
        `insert into district (id, name, legal_form, time_zone, languages)
          values ('annen', 'Annen', 'x', 'Europe/Oslo', '["nb"]')`,
        `insert into district_person (district_id, person_id, ordinal, name, phone, email)
          values ('annen', '${OLA}', 0, 'Sigrid', null, 'gammel@example.test')`,
        `insert into membership values ('ola', 'district', 'annen', 'doctor', 'x', '2026-12-01T10:00Z')`,
        `insert into departure (district_id, person_id, at) values ('annen', '${OLA}', '2026-12-01T10:00Z')`,
      ].map((text) => CompiledQuery.raw(text, [])),
    )
    await browser.post(paths.ownPhone, [['phone', '+47 912 34 567']])
    await ask(NEW)
    await type(await mailedCode())
    expect([(await contact())?.phone, (await contact())?.email]).toEqual(['+47 912 34 567', NEW])
    expect(await rows(`select phone, email from district_person where district_id = 'annen'`)).toEqual([
      { phone: null, email: 'gammel@example.test' },
    ])
    expect(await listAudit(door.db, 'annen', 0, 10)).toEqual([])
  })

  it('is nobody’s to change who is no doctor', async () => {
    const desk = await door.browser().takes('kari', 'strong')
    expect(await (await desk.get(paths.contact)).text()).not.toContain('name="phone"')
    expect((await desk.post(paths.ownPhone, [['phone', '91234567']])).status).toBe(404)
  })
})
