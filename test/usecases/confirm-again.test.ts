import { beforeEach, describe, expect, it } from 'vitest'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway } from '../support/doorway.ts'
import { unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const SIGRID = 'sigrid-hovland-eide'

let door: Doorway
let desk: DoorBrowser

beforeEach(async () => {
  door = await Doorway.make()
  await door.account('kari', ['coordinator'])
  await door.account('liv', ['doctor'], SIGRID)
  desk = await door.browser().takes('kari', 'strong')
})

const placeOf = (answer: Response) => answer.headers.get('Location') ?? String(answer.status)

/** A calendar link of the doctor's, made elsewhere. */
async function feedOfLiv(): Promise<string> {
  const actor = {
    kind: 'account',
    accountId: 'liv',
    personId: SIGRID,
    memberships: [],
    sessionHash: 's',
  } as const
  const own = { ...door.ctx, now: door.now, actor: { ...actor, ...WELL_SIGNED_IN } }
  return unwrap(await createFeedLink(own, { label: 'Telefon' })).feedId
}

describe('what can do most harm', () => {
  it.each([
    ['taking the district out', paths.exportDistrict('fjordane')],
    ['taking a table out', paths.table('fjordane', 'doctors.csv')],
  ])('asks again after ten minutes: %s', async (_name, path) => {
    door.now += 9
    expect((await desk.get(path)).status).toBe(200)
    door.now += 1
    expect(placeOf(await desk.get(path))).toBe(paths.confirmAgain)
    expect(desk.cookies.get('asked-for')).toBe(encodeURIComponent(path))
  })

  it('asks again after ten minutes: inviting', async () => {
    door.now += 10
    expect(placeOf(await desk.post(paths.inviteDoctor('fjordane', SIGRID)))).toBe(paths.confirmAgain)
    expect((await door.db.d1.prepare('select * from invitation').all()).results).toEqual([])
  })

  it('asks again after ten minutes: a new address for a calendar', async () => {
    const feedId = await feedOfLiv()
    const phone = await door.browser().takes('liv', 'single')
    door.now += 10
    expect(placeOf(await phone.post(paths.replaceCalendar(feedId)))).toBe(paths.confirmAgain)
    expect(placeOf(await phone.post(paths.revokeCalendar(feedId)))).toContain('calendar-revoked')
  })

  it('is not to plan, to note or to read', async () => {
    door.now += 25
    const note = [
      ['date', '2027-01-04'],
      ['text', 'Kurs'],
      ['seen-date', '2027-01-04'],
      ['seen', ''],
    ] as const
    expect(placeOf(await desk.post(paths.dayNotes('fjordane'), note))).toContain('day-note-saved')
    expect((await desk.get(paths.doctors('fjordane'))).status).toBe(200)
  })
})

describe('showing again who one is', () => {
  it('by mail gives a doctor a new session, and back what they sent', async () => {
    const feedId = await feedOfLiv()
    const phone = await door.browser().takes('liv', 'single')
    const before = phone.cookies.get(phone.sessionCookie) ?? ''
    door.now += 10
    await phone.post(paths.replaceCalendar(feedId))
    expect(await (await phone.get(paths.confirmAgain)).text()).toContain('Det du sendte, er tatt vare på')
    await phone.post(paths.confirmMail)
    expect(placeOf(await phone.post(await door.mailedPath('liv')))).toBe(paths.heldForm)
    expect(phone.cookies.get(phone.sessionCookie)).not.toBe(before)
    const old = door.browser()
    old.cookies.set(old.sessionCookie, before)
    expect(placeOf(await old.get(paths.access))).toBe(paths.signIn)
    const held = await (await phone.get(paths.heldForm)).text()
    expect(held).toContain('lage en ny kalenderlenke')
    expect(held).toContain('Dette er ikke gjort ennå')
    const name = /name="held-form" value="([^"]+)"/.exec(held)?.[1] ?? ''
    const made = await phone.post(paths.replaceCalendar(feedId), [['held-form', name]])
    expect(made.status).toBe(200)
    expect(await made.text()).toContain('/calendar/')
  })

  it('leads to a file that was asked for by a button, since the browser stays on the page', async () => {
    const file = paths.exportDistrict('fjordane')
    door.now += 10
    await desk.get(file)
    desk.cookies.set(desk.sessionCookie, await door.session('kari', 'strong'))
    const page = await (await desk.get(paths.confirmAgain)).text()
    expect(page).toContain('Du har nettopp bekreftet at det er deg')
    expect(page).toContain(`href="${file}"`)
    expect(page).toContain('Hent fila')
  })

  it('is offered by mail only to whom has nothing stronger', async () => {
    door.now += 10
    const phone = await door.browser().takes('liv', 'single')
    expect(await (await phone.get(paths.confirmAgain)).text()).not.toContain(paths.confirmMail)
    door.now += 10
    expect(await (await phone.get(paths.confirmAgain)).text()).toContain(paths.confirmMail)
    await door.db.d1
      .prepare(
        "insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at) values ('c', 'liv', 'k', 0, '[]', 'Mobil', '2026-12-01T00:00Z')",
      )
      .run()
    const page = await (await phone.get(paths.confirmAgain)).text()
    expect(page).not.toContain(paths.confirmMail)
    expect(page).toContain('data-passkey="confirm"')
  })

  it('asks nobody but who is signed in', async () => {
    expect(placeOf(await door.browser().get(paths.confirmAgain))).toBe(paths.signIn)
  })
})

describe('a role that needs two factors', () => {
  it('is led to get them after a mailed link, and keeps what it sent until then', async () => {
    const weak = door.browser()
    expect(placeOf(await weak.signsIn('kari'))).toBe(`${paths.access}?first=yes`)
    expect(await (await weak.get(`${paths.access}?first=yes`)).text()).toContain('Gjør innloggingen sikker')
    const note = [
      ['date', '2027-01-04'],
      ['text', 'Kurs'],
      ['seen-date', '2027-01-04'],
      ['seen', ''],
    ] as const
    const refused = await weak.post(paths.dayNotes('fjordane'), note)
    expect(refused.status).toBe(403)
    const page = await refused.text()
    expect(page).toContain('Du må logge inn på en sikrere måte')
    expect(page).toContain(`href="${paths.access}?first=yes"`)
    await weak.takes('kari', 'strong')
    const held = await (await weak.get(paths.heldForm)).text()
    const name = /name="held-form" value="([^"]+)"/.exec(held)?.[1] ?? ''
    expect(placeOf(await weak.post(paths.dayNotes('fjordane'), [['held-form', name]]))).toContain(
      'day-note-saved',
    )
  })
})
