import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { accessibilityFaults, contrastFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import type { Doorway } from '../support/doorway.ts'
import { type ServedDoorway, serveDoorway } from '../support/served-doorway.ts'

const DESKTOP = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' } as const
const PHONE = { viewport: { width: 320, height: 640 }, locale: 'nb-NO', isMobile: true } as const
const NOTE = 'Akuttkurs i Førde: tre leger er borte. Ring Legevaktsentralen før kl. 15 – «ikke etter».'
/** Where screenshots are put to be looked at; none when left out. */
const PICTURES = process.env.PICTURES

let served: ServedDoorway
let door: Doorway
let browser: Browser

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveDoorway(), openBrowser()])
  door = served.door
  await door.account('kari', ['coordinator'])
  await door.account('liv', ['doctor'], 'sigrid-hovland-eide')
})

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

/** As after a passkey or a link, without showing the page that asks for it. */
async function signIn(
  context: BrowserContext,
  account: string,
  strength: 'single' | 'strong',
): Promise<void> {
  const value = await door.session(account, strength)
  await context.addCookies([{ name: 'session', value, url: door.origin, httpOnly: true, sameSite: 'Lax' }])
}

async function open(account: string, strength: 'single' | 'strong', shape: object = DESKTOP): Promise<Page> {
  const context = await browser.newContext(shape)
  await signIn(context, account, strength)
  return context.newPage()
}

/** What is wrong with the page as it stands, at both widths and in both colours. */
async function faultsOn(page: Page, name: string): Promise<string[]> {
  const found = await accessibilityFaults(page)
  const before = page.viewportSize()
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      if (PICTURES !== undefined)
        await page.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      if (await isWiderThanScreen(page)) found.push(`wider than ${width}`)
      found.push(...(await contrastFaults(page)))
    }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
  return found
}

const note = () => door.db.d1.prepare('select text from day_note').first<string>('text')

describe('a long form that is sent after its session ran out', () => {
  it('comes back after signing in, whole, and is sent by one button, without script too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await door.db.d1.prepare('delete from day_note').run()
      const page = await open('kari', 'strong', { ...PHONE, javaScriptEnabled })
      await page.goto(`${door.origin}${paths.dayNotes('fjordane')}?date=2027-01-04`)
      await page.getByRole('textbox', { name: 'Merknad' }).fill(NOTE)
      door.now += 31
      await page.getByRole('button', { name: 'Lagre' }).click()
      await page.getByRole('heading', { name: 'Logg inn', exact: true }).waitFor()
      expect(await note()).toBeNull()
      await signIn(page.context(), 'kari', 'strong')
      await page.goto(`${door.origin}${paths.heldForm}`)
      await page.getByRole('heading', { name: 'Det du hadde skrevet' }).first().waitFor()
      expect(await page.getByText('Akuttkurs i Førde: tre leger er borte.').isVisible()).toBe(true)
      if (javaScriptEnabled) expect(await faultsOn(page, 'held')).toEqual([])
      await page.getByRole('button', { name: 'Send inn det du hadde skrevet' }).click()
      await page.getByText('Merknaden på dagen er lagret').or(page.getByText('Merknaden er lagret')).waitFor()
      expect(await note()).toBe(NOTE)
      await page.goto(`${door.origin}${paths.heldForm}`)
      await page.getByText('Det er ikke tatt vare på noe her').waitFor()
      if (javaScriptEnabled) expect(await faultsOn(page, 'held-none')).toEqual([])
      await page.context().close()
    }
  })

  it('comes back to a doctor who signs in again by a mailed link', async () => {
    const page = await open('liv', 'single', PHONE)
    await page.goto(`${door.origin}${paths.newWish('fjordane')}`)
    door.now += 15 * 24 * 60
    await page.locator('main form').last().getByRole('button').last().click()
    await page.getByRole('textbox', { name: 'E-post' }).fill('liv@example.test')
    await page.getByRole('button', { name: 'Send lenke' }).click()
    await page.getByRole('heading', { name: 'Se i e-posten' }).waitFor()
    await page.goto(`${door.origin}${await door.mailedPath('liv')}`)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('heading', { name: 'Det du hadde skrevet' }).first().waitFor()
    expect(new URL(page.url()).pathname).toBe(paths.heldForm)
    await page.getByRole('button', { name: 'Kast det' }).click()
    await page.getByText('Det er kastet.').waitFor()
    await page.context().close()
  })
})

describe('the page about signing in', () => {
  it('shows where one is signed in, and ends what one does not know, from the keyboard', async () => {
    const page = await open('kari', 'strong')
    await door.session('kari', 'strong')
    await door.session('kari', 'strong')
    await page.goto(`${door.origin}/`)
    await page.getByRole('link', { name: 'Min konto', exact: true }).click()
    await page.getByRole('heading', { name: 'Her er du logget inn' }).waitFor()
    expect(await page.getByText('denne nettleseren').count()).toBe(1)
    expect(await faultsOn(page, 'access')).toEqual([])
    await page
      .getByRole('button', { name: /^Avslutt innloggingen i/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByText('Innloggingen er avsluttet.').waitFor()
    expect(await faultsOn(page, 'access-ended')).toEqual([])
    await page.context().close()
  })

  it('is where a role that needs more than a link is led', async () => {
    const page = await open('kari', 'single')
    await page.goto(`${door.origin}${paths.drafts('fjordane')}`)
    await page.getByRole('link', { name: 'Gjør innloggingen sikker' }).waitFor()
    expect(await faultsOn(page, 'needs-strong')).toEqual([])
    await page.getByRole('link', { name: 'Gjør innloggingen sikker' }).click()
    await page.getByRole('heading', { name: 'Gjør innloggingen sikker' }).waitFor()
    expect(await faultsOn(page, 'access-first')).toEqual([])
    await page.context().close()
  })
})

describe('showing again who one is', () => {
  it('is asked in plain words, and leads on', async () => {
    const page = await open('liv', 'single')
    door.now += 10
    await page.goto(`${door.origin}${paths.confirmAgain}`)
    await page.getByRole('heading', { name: 'Bekreft at det er deg' }).waitFor()
    expect(await faultsOn(page, 'confirm')).toEqual([])
    await page.getByRole('button', { name: 'Send lenke' }).click()
    await page.getByRole('heading', { name: 'Se i e-posten' }).waitFor()
    await page.goto(`${door.origin}${await door.mailedPath('liv')}`)
    await page.getByRole('button', { name: 'Bekreft' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/confirm'))
    await page.goto(`${door.origin}${paths.confirmAgain}`)
    await page.getByText('Du har nettopp bekreftet at det er deg').waitFor()
    expect(await faultsOn(page, 'confirm-done')).toEqual([])
    await page.context().close()
  })
})

describe('a board whose session ran out', () => {
  it('says so, keeps what is done, and stores it once signed in again', async () => {
    const page = await open('kari', 'strong')
    await page.goto(`${door.origin}${paths.newDraft('fjordane')}`)
    await page.getByLabel('Navn på planen').fill('Vår')
    await page.getByLabel('Første dag').fill('2027-03-01')
    await page.getByLabel('Siste dag').fill('2027-03-28')
    await page.getByRole('button', { name: 'Lag utkast' }).click()
    await page.locator('#board-sync[data-state="open"]').waitFor({ state: 'attached' })
    door.now += 31
    const cell = page.locator('table[role=grid] a.d[data-cell]').first()
    await cell.focus()
    await page.keyboard.type('SH')
    await page.keyboard.press('Enter')
    await page.locator('#board-sync[data-state="signed-out"]').waitFor({ state: 'attached' })
    expect(await page.locator('#board-sync').innerText()).toContain('venter til du har logget inn')
    const link = page.locator('#board-sync a')
    expect(await link.getAttribute('href')).toBe(paths.signIn)
    await signIn(page.context(), 'kari', 'single')
    await page.evaluate("dispatchEvent(new Event('focus'))")
    await page.locator('#board-sync[data-state="unconfirmed"]').waitFor({ state: 'attached' })
    expect(await page.locator('#board-sync a').getAttribute('href')).toBe(paths.confirmAgain)
    await signIn(page.context(), 'kari', 'strong')
    await page.evaluate("dispatchEvent(new Event('focus'))")
    await page.locator('#board-sync[data-state="open"][data-waiting="0"]').waitFor({ state: 'attached' })
    const edits = await door.db.d1.prepare('select count(*) as n from draft_edit').first<number>('n')
    expect(edits).toBe(1)
    await page.context().close()
  })
})
