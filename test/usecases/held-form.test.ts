import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountStatusWrites } from '../../src/data/account-store.ts'
import { endSessionsOfAccountWrites } from '../../src/data/session-store.ts'
import { holdForm } from '../../src/usecases/hold-form.ts'
import type { SentForm } from '../../src/usecases/sealed-form.ts'
import { showHeldForm } from '../../src/usecases/show-held-form.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { takeHeldForm } from '../../src/usecases/take-held-form.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway } from '../support/doorway.ts'
import { unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const SEEDED = { seed: 20261122, numRuns: 60 }
const NOTES = paths.dayNotes('fjordane')
const CANARY = 'Kanarifuglen synger om 47 vakter på Måløy, «ærlig talt» & <b>mer</b>'
const NOTE = [
  ['draft', ''],
  ['seen-date', '2027-01-04'],
  ['seen', ''],
  ['date', '2027-01-04'],
  ['text', CANARY],
] as const

let door: Doorway
let desk: DoorBrowser

beforeEach(async () => {
  door = await Doorway.make()
  await door.account('kari', ['coordinator'])
  await door.account('ola', ['coordinator'])
  desk = await door.browser().takes('kari', 'strong')
})

/** The desk is left alone, and then sends the note. */
async function sendTooLate(fields: readonly (readonly [string, string])[] = NOTE): Promise<Response> {
  door.now += 30
  return desk.post(NOTES, fields)
}

/** As after a passkey, which these tests do not have: the browser keeps its other cookies. */
const signIn = (browser: DoorBrowser, account: string) => browser.takes(account, 'strong')

const nameOn = (page: string) => /name="held-form" value="([^"]+)"/.exec(page)?.[1] ?? ''

async function heldName(browser: DoorBrowser): Promise<string> {
  return nameOn(await (await browser.get(paths.heldForm)).text())
}

const notes = async () =>
  (await door.db.d1.prepare('select date, text from day_note').all<{ date: string; text: string }>()).results

const heldRows = async () => (await door.db.d1.prepare('select * from held_form').all()).results

it('says that what was sent is lost where the session was ended elsewhere, and keeps nothing of it', async () => {
  await door.write(endSessionsOfAccountWrites('kari'))
  const answer = await desk.post(NOTES, NOTE)
  expect(answer.headers.get('location')).toBe('/sign-in?lost=yes')
  expect(await (await desk.get('/sign-in?lost=yes')).text()).toContain('det du sendte, er ikke lagret')
  const kept = await door.db.d1.prepare('select count(*) as kept from held_form').first<{ kept: number }>()
  expect(kept?.kept).toBe(0)
})

it('says so too where they signed out in another tab, which takes the cookie away', async () => {
  await desk.post(paths.signOut)
  expect((await desk.post(NOTES, NOTE)).headers.get('location')).toBe('/sign-in?lost=yes')
})

describe('a form sent after its session ran out', () => {
  it('leads to signing in, then to what was written, and is stored by one button', async () => {
    const sent = await sendTooLate()
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/sign-in?kept=yes'])
    expect(await (await desk.get('/sign-in?kept=yes')).text()).toContain('Det du sendte, er tatt vare på')
    await signIn(desk, 'kari')
    const page = await (await desk.get(paths.heldForm)).text()
    expect(page).toContain('merknad til en dag')
    expect(page).toContain('Kanarifuglen synger om 47 vakter på Måløy, «ærlig talt» &amp; &lt;b&gt;mer')
    expect(page).toContain('4. januar 2027')
    expect(page).not.toContain('seen-date')
    expect(page).toContain(`action="${NOTES}"`)
    const given = await desk.post(NOTES, [['held-form', nameOn(page)]])
    expect(given.headers.get('Location')).toContain('done=day-note-saved')
    expect(await notes()).toEqual([{ date: '2027-01-04', text: CANARY }])
  })

  it('shows which role was chosen, since that is what is given', async () => {
    door.now += 30
    const fields = [
      ['role', 'payroll-reader'],
      ['email', 'ny@example.test'],
    ] as const
    await desk.post(paths.members('fjordane'), fields)
    await signIn(desk, 'kari')
    expect(await (await desk.get(paths.heldForm)).text()).toContain('lønnsmedarbeider')
    door.now += 30
    await desk.post(paths.changeMember(paths.members('fjordane'), 'ola', 'remove'), fields.slice(0, 1))
    await signIn(desk, 'kari')
    expect(await (await desk.get(paths.heldForm)).text()).toContain('Du ville: ta bort en tilgang')
  })

  it('is where signing in by mail ends', async () => {
    await door.account('liv', ['doctor'])
    const phone = await door.browser().takes('liv', 'single')
    door.now += 14 * 24 * 60
    await phone.post(paths.newWish('fjordane'), [['from', '2027-02-01']])
    expect((await phone.signsIn('liv')).headers.get('Location')).toBe(paths.heldForm)
  })

  it('is given once: never by the button again, nor by twenty presses at once', async () => {
    await sendTooLate()
    await signIn(desk, 'kari')
    const name = await heldName(desk)
    const cookies = new Map(desk.cookies)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.post(NOTES, [['held-form', name]])),
    )
    const addresses = answers.map((answer) => answer.headers.get('Location') ?? '')
    expect(addresses.filter((address) => address.includes('day-note-saved'))).toHaveLength(1)
    expect(addresses.filter((address) => address === paths.heldForm)).toHaveLength(19)
    for (const [cookie, value] of cookies) desk.cookies.set(cookie, value)
    expect((await desk.get(paths.heldForm)).status).toBe(404)
    expect(await heldRows()).toEqual([])
  })

  it('is nothing to another account in the same browser, who learns no more than of none', async () => {
    await sendTooLate()
    await signIn(desk, 'ola')
    const theirs = await desk.get(paths.heldForm)
    const fresh = await signIn(door.browser(), 'ola')
    const none = await fresh.get(paths.heldForm)
    expect([theirs.status, await theirs.text()]).toEqual([none.status, await none.text()])
    const [row] = await heldRows()
    const name = String(row?.hash).slice(0, 16)
    const taken = await desk.post(NOTES, [['held-form', name]])
    expect(taken.headers.get('Location')).toBe(paths.heldForm)
    expect((await desk.post(paths.heldForm, [['held-form', name]])).status).toBe(404)
    expect(await notes()).toEqual([])
    await signIn(desk, 'kari')
    expect(await heldName(desk)).toBe(name)
  })

  it('does not lead another account to it at sign-in', async () => {
    await door.account('per', ['doctor'])
    await sendTooLate()
    expect((await desk.signsIn('per')).headers.get('Location')).not.toBe(paths.heldForm)
  })

  it('is nothing to its account in another browser, nor without the cookie, nor with another', async () => {
    await sendTooLate()
    const elsewhere = await signIn(door.browser(), 'kari')
    expect((await elsewhere.get(paths.heldForm)).status).toBe(404)
    const [row] = await heldRows()
    for (const guess of ['x'.repeat(43), String(row?.hash), String(row?.sealed)]) {
      elsewhere.cookies.set('__Host-held', guess)
      expect((await elsewhere.get(paths.heldForm)).status).toBe(404)
    }
  })

  it('is gone after 12 hours, and its row with the next night', async () => {
    await sendTooLate()
    door.now += 12 * 60 - 1
    await signIn(desk, 'kari')
    expect((await desk.get(paths.heldForm)).status).toBe(200)
    door.now += 1
    await signIn(desk, 'kari')
    expect((await desk.get(paths.heldForm)).status).toBe(404)
    expect(await heldRows()).toHaveLength(1)
    unwrap(await sweep({ ...door.ctx, now: door.now, actor: { kind: 'job', name: 'nightly' } }, {}))
    expect(await heldRows()).toEqual([])
  })

  it('can be thrown away', async () => {
    await sendTooLate()
    await signIn(desk, 'kari')
    const thrown = await desk.post(paths.heldForm, [['held-form', await heldName(desk)]])
    expect(thrown.headers.get('Location')).toContain('done=held-dropped')
    expect(await heldRows()).toEqual([])
    expect(desk.cookies.has('__Host-held')).toBe(false)
  })

  it('takes the place of one that the browser kept before, and what was not seen is not sent', async () => {
    await sendTooLate()
    await signIn(desk, 'kari')
    const first = await heldName(desk)
    await sendTooLate([...NOTE.slice(0, 4), ['text', 'noe annet']])
    expect(await heldRows()).toHaveLength(1)
    await signIn(desk, 'kari')
    expect((await desk.post(NOTES, [['held-form', first]])).headers.get('Location')).toBe(paths.heldForm)
    expect(await notes()).toEqual([])
    expect(await heldName(desk)).not.toBe(first)
  })

  it('is put back when its sending breaks down', async () => {
    await sendTooLate()
    await signIn(desk, 'kari')
    const name = await heldName(desk)
    door.isBroken = true
    expect((await desk.post(NOTES, [['held-form', name]])).status).toBe(500)
    door.isBroken = false
    expect((await desk.post(NOTES, [['held-form', name]])).headers.get('Location')).toContain(
      'day-note-saved',
    )
  })

  it('is sent nowhere but where it was sent before', async () => {
    await sendTooLate()
    await signIn(desk, 'kari')
    const name = await heldName(desk)
    for (const path of [paths.settings('fjordane'), `${NOTES}?date=2027-01-05`, paths.newDraft('fjordane')])
      expect((await desk.post(path, [['held-form', name]])).headers.get('Location')).toBe(paths.heldForm)
    expect(await heldName(desk)).toBe(name)
  })
})

describe('no form is kept', () => {
  it('for a session that was signed out, ended, or reset', async () => {
    const secret = desk.cookies.get(desk.sessionCookie) ?? ''
    await desk.post(paths.signOut)
    desk.cookies.set(desk.sessionCookie, secret)
    await sendTooLate()
    await signIn(desk, 'kari')
    await door.write(endSessionsOfAccountWrites('kari'))
    await sendTooLate()
    expect(await heldRows()).toEqual([])
  })

  it('for a disabled account', async () => {
    await door.write(accountStatusWrites('kari', 'disabled', door.now))
    await sendTooLate()
    expect(await heldRows()).toEqual([])
  })

  it('for whoever never was signed in, or shows a made-up session', async () => {
    const nobody = door.browser()
    await nobody.post(NOTES, NOTE)
    nobody.cookies.set(nobody.sessionCookie, 'y'.repeat(43))
    await nobody.post(NOTES, NOTE)
    expect(await heldRows()).toEqual([])
  })

  it('with a file in it, or of more than 100 kB', async () => {
    door.now += 30
    const withFile = new FormData()
    withFile.set('text', CANARY)
    withFile.set('file', new File(['a;b'], 'leger.csv'))
    await desk.send(paths.importDistrict, withFile)
    await desk.post(NOTES, [['text', 'a'.repeat(100_000)]])
    expect(await heldRows()).toEqual([])
    await desk.post(NOTES, [['text', 'a'.repeat(99_800)]])
    expect(await heldRows()).toHaveLength(1)
  })

  it('by reading a page', async () => {
    door.now += 30
    await desk.get(`${NOTES}?date=2027-01-04&text=hei`)
    expect(await heldRows()).toEqual([])
  })

  it('of signing in itself', async () => {
    door.now += 30
    await desk.post(paths.signIn, [['email', 'kari@example.test']])
    await desk.post(paths.confirmMail)
    expect(await heldRows()).toEqual([])
  })

  it('beyond five of one account, however many browsers send them', async () => {
    const browsers = await Promise.all(Array.from({ length: 8 }, () => signIn(door.browser(), 'kari')))
    door.now += 30
    for (const browser of browsers) await browser.post(NOTES, NOTE)
    expect(await heldRows()).toHaveLength(5)
  })
})

describe('a kept form', () => {
  it('without fields is told as a button that was pressed', async () => {
    await sendTooLate([])
    await signIn(desk, 'kari')
    expect(await (await desk.get(paths.heldForm)).text()).toContain('ble ikke gjort')
  })

  it('that came as multipart without a file is kept too', async () => {
    door.now += 30
    const form = new FormData()
    for (const [name, value] of NOTE) form.append(name, value)
    await desk.send(NOTES, form)
    await signIn(desk, 'kari')
    await desk.post(NOTES, [['held-form', await heldName(desk)]])
    expect(await notes()).toEqual([{ date: '2027-01-04', text: CANARY }])
  })

  it('is readable nowhere in the database, nor is what opens it', async () => {
    await sendTooLate()
    const dump = await door.dump()
    for (const word of ['Kanarifuglen', '47 vakter', 'Måløy', btoa('Kanarifuglen'), 'day-notes'])
      expect(dump).not.toContain(word)
    const secret = desk.cookies.get('__Host-held') ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(dump).not.toContain(secret)
    expect(dump).toContain(await door.ctx.hash(secret))
  })

  it('sets a cookie that scripts, other sites and plain connections never see', async () => {
    const sent = await sendTooLate()
    const cookie = sent.headers.getSetCookie().find((line) => line.startsWith('__Host-held=')) ?? ''
    expect(cookie).toMatch(/; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })
})

/** Any form that a browser can send; names come several times, and values hold whatever people paste. */
const anyForm: fc.Arbitrary<SentForm> = fc.record({
  address: fc.constantFrom('/a', '/districts/x/day-notes', '/me/calendar?x=%C3%A5&y=1'),
  fields: fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('text', 'from', '__proto__', 'constructor', ''),
        fc.string({ unit: 'binary' }),
      ),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('\r\n', '\u0000', '"</input>', 'æøå 😀'),
      ),
    ),
    { maxLength: 30 },
  ),
  why: fc.constantFrom('not-signed-in', 'confirm-again', 'needs-strong-sign-in'),
})

describe('any form at all', () => {
  const as = (accountId: string) => {
    const actor = { kind: 'account', accountId, personId: null, memberships: [], sessionHash: 's' } as const
    const ctx = { ...door.ctx, actor: { ...actor, ...WELL_SIGNED_IN } }
    let asked = 0
    // A limit of its own for each, and secrets beyond guessing.
    return {
      ...ctx,
      hash: ctx.hash,
      newSecret: () => `${crypto.randomUUID()}${asked++}`,
    }
  }

  it('comes back as it was, byte for byte, and once', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        await door.db.d1.prepare('delete from rate_count').run()
        const ctx = as('kari')
        const { secret } = unwrap(await holdForm(ctx, { form, before: undefined }))
        const shown = unwrap(await showHeldForm(ctx, secret))
        expect({ address: shown.address, fields: shown.fields, why: shown.why }).toEqual(form)
        const asked = { secret, name: shown.name, address: form.address }
        expect(unwrap(await takeHeldForm(ctx, asked)).form).toEqual(form)
        expect((await takeHeldForm(ctx, asked)).kind).toBe('refused')
      }),
      SEEDED,
    )
  })

  it('comes back to nobody when the row, the secret or the account is another', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, fc.nat(), fc.nat({ max: 9 }), async (form, place, turn) => {
        await door.db.d1.prepare('delete from rate_count').run()
        const ctx = as('kari')
        const { secret } = unwrap(await holdForm(ctx, { form, before: undefined }))
        const hash = await ctx.hash(secret)
        const tamper = async (column: string, value: string) => {
          const [before] = (
            await door.db.d1.prepare('select * from held_form where hash = ?').bind(hash).all()
          ).results
          await door.db.d1
            .prepare(`update held_form set ${column} = ? where hash = ?`)
            .bind(value, hash)
            .run()
          const kari = await showHeldForm(ctx, secret)
          const ola = await showHeldForm(as('ola'), secret)
          const put = door.db.d1.prepare(`update held_form set ${column} = ? where hash = ?`)
          await put.bind(before?.[column], hash).run()
          return [kari.kind, ola.kind]
        }
        const none = ['refused', 'refused']
        const [row] = (await door.db.d1.prepare('select * from held_form where hash = ?').bind(hash).all())
          .results
        const sealed = String(row?.sealed)
        const at = place % sealed.length
        const other = sealed[at] === 'A' ? 'B' : 'A'
        expect(await tamper('sealed', sealed.slice(0, at) + other + sealed.slice(at + 1))).toEqual(none)
        expect(await tamper('account_id', 'ola')).toEqual(none)
        expect(await tamper('expires_at', '2027-06-01T00:00Z')).toEqual(none)
        const wrong = secret.slice(0, turn) + (secret[turn] === 'x' ? 'y' : 'x') + secret.slice(turn + 1)
        expect((await showHeldForm(ctx, wrong)).kind).toBe('refused')
        expect((await showHeldForm(as('ola'), secret)).kind).toBe('refused')
        expect((await showHeldForm(ctx, secret)).kind).toBe('done')
      }),
      SEEDED,
    )
  })
})
