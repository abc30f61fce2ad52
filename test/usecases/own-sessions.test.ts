import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../src/core/time/minute.ts'
import { accountStatusWrites, membershipRemovals, membershipWrites } from '../../src/data/account-store.ts'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { resetWaysIn } from '../../src/data/way-in-store.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway, IN_FJORDANE } from '../support/doorway.ts'

const CHROME =
  'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

let door: Doorway
let desk: DoorBrowser

beforeEach(async () => {
  door = await Doorway.make()
  await door.account('kari', ['coordinator'])
  await door.account('ola', ['doctor'], 'sigrid-hovland-eide')
  desk = await door.browser().takes('kari', 'strong')
})

/** Where a browser is let in: 200, or where it is sent instead. */
async function seen(browser: DoorBrowser, path: string = paths.access): Promise<string> {
  const answer = await browser.get(path)
  return answer.status === 303 ? (answer.headers.get('Location') ?? '') : String(answer.status)
}

const endersOn = async (answer: Response) =>
  [...(await answer.text()).matchAll(/\/me\/access\/sessions\/([0-9a-f]+)\/end/g)].map(([, name]) => name)

const actionsOf = async () =>
  (await listAudit(door.db, INSTALLATION_CHAIN, 0, 1000)).map(({ action }) => action)

describe('the list of one’s own sessions', () => {
  it('says of each where it is, how and when it began, and which this is', async () => {
    const phone = door.browser(CHROME)
    await door.account('liv', ['doctor'])
    const there = door.browser()
    expect((await phone.signsIn('liv')).status).toBe(303)
    door.now += MINUTES_PER_DAY * 3
    expect((await there.signsIn('liv')).status).toBe(303)
    const page = await (await there.get(paths.access)).text()
    const cards = page.slice(page.indexOf('id="sessions"'))
    const rows = [...cards.matchAll(/<li class="ds-card">(.*?)<\/li>/gs)].map(([row]) => row)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('Firefox, Windows')
    expect(rows[0]).toContain('denne nettleseren')
    expect(rows[0]).not.toContain('<form')
    expect(rows[1]).toContain('Chrome, Android')
    expect(rows[1]).toContain('lenke eller kode på e-post')
    expect(rows[1]).toContain('1. des. 2026 kl. 13:00')
    expect(page).not.toContain(CHROME)
  })

  it('names sessions by a part of their hash, too little to find one by', async () => {
    await door.browser().takes('kari', 'strong')
    const page = await desk.get(paths.access)
    const names = await endersOn(page)
    expect(names).toHaveLength(1)
    expect(names[0]).toMatch(/^[0-9a-f]{16}$/)
  })

  it('shows none that has ended, run out, or is another’s', async () => {
    const old = await door.browser().takes('kari', 'strong')
    await door.browser().takes('ola', 'single')
    door.now += 29
    await desk.get(paths.home)
    door.now += 1
    expect(await seen(old)).toBe(paths.signIn)
    expect(await endersOn(await desk.get(paths.access))).toEqual([])
  })
})

describe('ending a session', () => {
  it('takes the power from one of one’s own at its next request, and leaves the rest', async () => {
    const other = await door.browser().takes('kari', 'strong')
    const third = await door.browser().takes('kari', 'strong')
    const [name = ''] = await endersOn(await desk.get(paths.access))
    expect((await desk.post(paths.endSession(name))).headers.get('Location')).toContain('done=session-ended')
    const standing = await Promise.all([desk, other, third].map((browser) => seen(browser)))
    expect(standing.filter((at) => at === '200')).toHaveLength(2)
    expect(standing[0]).toBe('200')
    expect(await actionsOf()).toContain('end-session')
  })

  it('ends all others at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => door.browser().takes('kari', 'strong')))
    const doctor = await door.browser().takes('ola', 'single')
    await desk.post(paths.endOtherSessions)
    expect(await Promise.all(others.map((browser) => seen(browser)))).toEqual(others.map(() => paths.signIn))
    expect([await seen(desk), await seen(doctor)]).toEqual(['200', '200'])
  })

  it('of another is answered as one that is not there', async () => {
    const doctor = await door.browser().takes('ola', 'single')
    const own = (await door.ctx.hash(doctor.cookies.get(doctor.sessionCookie) ?? '')).slice(0, 16)
    const theirs = await desk.post(paths.endSession(own))
    const none = await desk.post(paths.endSession('0123456789abcdef'))
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect(await theirs.text()).toBe(await none.text())
    expect(await seen(doctor)).toBe('200')
  })

  it('asks nothing of whoever is not signed in but to do so', async () => {
    const nobody = door.browser()
    for (const path of [paths.endOtherSessions, paths.endSession('0123456789abcdef')])
      expect((await nobody.post(path)).headers.get('Location')).toBe('/sign-in?lost=yes')
    expect(await seen(desk)).toBe('200')
  })
})

describe('a session', () => {
  it('of signing in has a secret that nobody had before, whatever the browser brought', async () => {
    const browser = door.browser()
    browser.cookies.set(browser.sessionCookie, 'planted-by-somebody-who-waits')
    await browser.signsIn('ola')
    expect(browser.cookies.get(browser.sessionCookie)).not.toBe('planted-by-somebody-who-waits')
    const thief = door.browser()
    thief.cookies.set(thief.sessionCookie, 'planted-by-somebody-who-waits')
    expect(await seen(thief)).toBe(paths.signIn)
    expect(await seen(browser)).toBe('200')
  })

  it('ends when its browser signs in again, also as somebody else, and also when it had run out', async () => {
    for (const wait of [0, 31]) {
      const browser = await door.browser().takes('kari', 'strong')
      const before = browser.cookies.get(browser.sessionCookie) ?? ''
      door.now += wait
      await browser.signsIn('ola')
      const rows = await door.db.d1
        .prepare('select hash from session where hash = ?')
        .bind(await door.ctx.hash(before))
        .all()
      expect(rows.results).toEqual([])
    }
  })

  it('that was signed out is gone from the server, and its browser is told to forget', async () => {
    const secret = desk.cookies.get(desk.sessionCookie) ?? ''
    const answer = await desk.post(paths.signOut)
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(desk.cookies.has(desk.sessionCookie)).toBe(false)
    const thief = door.browser()
    thief.cookies.set(thief.sessionCookie, secret)
    expect(await seen(thief)).toBe(paths.signIn)
    expect(await door.dump()).not.toContain(await door.ctx.hash(secret))
  })

  it('of a desk ends after 30 minutes without use, and after 12 hours whatever its use', async () => {
    door.now += 29
    expect(await seen(desk)).toBe('200')
    door.now += 30
    expect(await seen(desk)).toBe(paths.signIn)
    const used = await door.browser().takes('kari', 'strong')
    for (let minutes = 20; minutes < 12 * MINUTES_PER_HOUR; minutes += 20) {
      door.now += 20
      expect(await seen(used)).toBe('200')
    }
    door.now += 20
    expect(await seen(used)).toBe(paths.signIn)
  })

  it('of a desk that was left ends however often an open page asks by itself, and not while somebody works there', async () => {
    const asks = '/api/districts/fjordane/drafts/none/changes?after=0'
    for (let minutes = 0; minutes < 29; minutes++) {
      door.now += 1
      expect((await desk.get(asks)).status).toBe(404)
    }
    door.now += 1
    expect((await desk.get(asks)).status).toBe(401)
    const used = await door.browser().takes('kari', 'strong')
    for (let minutes = 0; minutes < 60; minutes += 10) {
      door.now += 10
      expect((await used.get(`${asks}&used=yes`)).status).toBe(404)
    }
  })

  it('of a doctor and no more ends after 14 days without use and after 90 days, by passkey as by mail', async () => {
    for (const strength of ['single', 'strong'] as const) {
      const phone = await door.browser().takes('ola', strength)
      for (let days = 13; days < 90; days += 13) {
        door.now += 13 * MINUTES_PER_DAY
        expect(await seen(phone)).toBe('200')
      }
      door.now += 13 * MINUTES_PER_DAY
      expect(await seen(phone)).toBe(paths.signIn)
      const idle = await door.browser().takes('ola', strength)
      door.now += 14 * MINUTES_PER_DAY
      expect(await seen(idle)).toBe(paths.signIn)
    }
  })

  it('of a doctor who is given a desk’s role is as short as a desk’s from then on', async () => {
    const phone = await door.browser().takes('ola', 'strong')
    await door.write(membershipWrites('ola', { ...IN_FJORDANE, role: 'coordinator' }, 'kari', door.now))
    expect(await seen(phone)).toBe('200')
    door.now += 30
    expect(await seen(phone)).toBe(paths.signIn)
    const before = await door.browser().takes('ola', 'strong')
    expect(await seen(before)).toBe('200')
  })

  it('has no power at the next request once its account is disabled, its role removed, its ways in reset', async () => {
    const district = paths.drafts('fjordane')
    expect(await seen(desk, district)).toBe('200')
    await door.write(membershipRemovals('kari', { ...IN_FJORDANE, role: 'coordinator' }, door.now))
    expect(await seen(desk, district)).toBe('404')
    expect(await seen(desk)).toBe('200')
    await door.write(accountStatusWrites('kari', 'disabled', door.now))
    expect(await seen(desk)).toBe(paths.signIn)
    await door.write(accountStatusWrites('kari', 'active', door.now))
    await door.write(resetWaysIn('kari'))
    expect(await seen(desk)).toBe(paths.signIn)
  })
})
