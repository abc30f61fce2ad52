import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDraft } from '../../src/data/draft-store.ts'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { COORDINATORS, TwoCoordinators } from '../support/two-coordinators.ts'

let app: TwoCoordinators
let browser: Browser
let ola: { context: BrowserContext; page: Page }
let ragnhild: { context: BrowserContext; page: Page }
let path: string

beforeAll(async () => {
  ;[app, browser] = await Promise.all([TwoCoordinators.start(), openBrowser()])
  ola = await app.signIn(browser, COORDINATORS[0])
  ragnhild = await app.signIn(browser, COORDINATORS[1])
  path = await app.openDraft(ola.page, 'To om gangen', '2027-01-04', '2027-02-14')
  await open(ola.page)
  await open(ragnhild.page)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const HOLDERS = `Object.fromEntries(
  [...document.querySelectorAll('table[role=grid] a.d[data-cell]')].map(({ dataset }) => [dataset.cell, dataset.holder]),
)`

async function open(page: Page): Promise<void> {
  await page.goto(`${app.address}${path}?view=lines`)
  await page.locator('#board-sync[data-state]').waitFor({ state: 'attached' })
}

/** Puts a doctor on the duty at this place in the grid, by keys. */
async function put(page: Page, at: number, initials: string): Promise<void> {
  await page.locator('table[role=grid] a.d[data-cell]').nth(at).focus()
  await page.keyboard.type(initials)
  await page.keyboard.press('Enter')
}

const stateOf = (page: Page, state: string) =>
  page.locator(`#board-sync[data-state="${state}"]`).waitFor({ state: 'attached' })
const isStored = (page: Page) =>
  page.locator('#board-sync[data-state="open"][data-waiting="0"]').waitFor({ state: 'attached' })
const holder = (page: Page, at: number) =>
  page.locator('table[role=grid] a.d[data-cell]').nth(at).getAttribute('data-holder')
const sync = (page: Page) => page.locator('#board-sync').innerText()
const hears = (page: Page, words: string) =>
  page.locator('#board-said', { hasText: words }).waitFor({ state: 'attached' })

async function stored(): Promise<Map<string, string | null | undefined>> {
  const found = await app.look((db) => findDraft(db, 'fjordane', path.split('/').at(-1) ?? ''))
  return new Map(
    (found?.cells ?? []).map((cell) => [`${cell.needId}#${cell.seat}`, cell.slices[0]?.personId ?? '']),
  )
}

async function areAlike(): Promise<void> {
  const one: Record<string, string> = await ola.page.evaluate(HOLDERS)
  const other: Record<string, string> = await ragnhild.page.evaluate(HOLDERS)
  expect(one).toEqual(other)
  const kept = await stored()
  for (const [key, personId] of Object.entries(one)) expect(kept.get(key) ?? '', key).toBe(personId)
}

/** Each asks every two or three seconds what the other has done. */
async function becomeAlike(): Promise<void> {
  const alike = () =>
    areAlike().then(
      () => 'alike',
      (fault: Error) => fault.message,
    )
  await expect.poll(alike, SOON).toBe('alike')
}

const SOON = { timeout: 20_000, interval: 500 }

// One story told in order: each step stands on the one before.
describe('two coordinators at one rota', () => {
  it('see what the other does within seconds, and hear who it was', async () => {
    await put(ola.page, 0, 'SH')
    await isStored(ola.page)
    await hears(ragnhild.page, 'Ola Trovik endret 1 vakt.')
    expect(await holder(ragnhild.page, 0)).toBe('sigrid-hovland-eide')
  })

  it('are told who was first at a duty and what it is now, and may do it anyway', async () => {
    // The other's page does not know yet: it hears of nothing until it sends.
    await ragnhild.context.route('**/changes?*', (route) => route.abort())
    await put(ola.page, 1, 'IF')
    await isStored(ola.page)
    await put(ragnhild.page, 1, 'MS')
    const notice = ragnhild.page.locator('.board-notice')
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/Ola Trovik endret .+ før deg\. Nå står IF der\./)
    expect(await holder(ragnhild.page, 1)).toBe('ingeborg-fossheim')
    expect(await accessibilityFaults(ragnhild.page)).toEqual([])
    await ragnhild.context.unroute('**/changes?*')
    await notice.getByRole('button', { name: 'Gjør min endring likevel' }).click()
    await isStored(ragnhild.page)
    expect(await notice.count()).toBe(0)
    expect(await holder(ragnhild.page, 1)).toBe('magnus-solheimsnes')
    await hears(ola.page, 'Ragnhild Kvamme endret 1 vakt.')
    expect(await holder(ola.page, 1)).toBe('magnus-solheimsnes')
  })

  it('keep what is done without a network, and store it when the network is back', async () => {
    await ola.context.setOffline(true)
    for (const [at, initials] of [
      [2, 'SH'],
      [3, 'IF'],
      [2, 'MS'],
    ] as const)
      await put(ola.page, at, initials)
    await stateOf(ola.page, 'offline')
    expect(await sync(ola.page)).toBe('Ikke lagret: 3 endringer venter på nett.')
    expect(await accessibilityFaults(ola.page)).toEqual([])
    await put(ragnhild.page, 4, 'EV')
    await isStored(ragnhild.page)
    await ola.context.setOffline(false)
    await isStored(ola.page)
    await expect.poll(() => holder(ola.page, 4), SOON).toBe('eline-viksdal')
    expect(await ola.page.evaluate('localStorage.length')).toBe(0)
    await becomeAlike()
  })

  it('find again after a reload what could not be sent before it', async () => {
    await ola.context.route('**/steps', (route) => route.abort())
    await put(ola.page, 5, 'NK')
    await put(ola.page, 6, 'TV')
    await stateOf(ola.page, 'offline')
    ola.page.once('dialog', (dialog) => dialog.accept())
    await ola.context.unroute('**/steps')
    await open(ola.page)
    await isStored(ola.page)
    expect(await holder(ola.page, 5)).toBe('nikolai-kragset')
    expect(await holder(ola.page, 6)).toBe('tonje-vaardal')
    await becomeAlike()
  })

  it('keep what is done while signed out, and store it once signed in again in another tab', async () => {
    const cookies = await ola.context.cookies()
    await ola.context.clearCookies()
    await put(ola.page, 7, 'GF')
    await stateOf(ola.page, 'signed-out')
    expect(await sync(ola.page)).toContain('Du er logget ut. 1 endring venter til du har logget inn.')
    expect(await ola.page.locator('#board-sync a').getAttribute('href')).toBe('/sign-in')
    expect(await accessibilityFaults(ola.page)).toEqual([])
    await ola.context.addCookies(cookies)
    await ola.page.evaluate("dispatchEvent(new Event('focus'))")
    await isStored(ola.page)
    expect((await stored()).size).toBeGreaterThan(0)
    expect(await holder(ola.page, 7)).toBe('gunnar-flekke')
  })

  it('are asked to load an old page again, with what is not stored kept and stored then', async () => {
    // The page says that it is of the version before.
    await ola.context.route('**/steps', (route) =>
      route.continue({ postData: (route.request().postData() ?? '').replace('"version":1', '"version":0') }),
    )
    await put(ola.page, 8, 'HD')
    await stateOf(ola.page, 'outdated')
    expect(await sync(ola.page)).toContain('1 endring blir lagret når du laster inn på nytt.')
    await ola.context.unroute('**/steps')
    await ola.page.getByRole('button', { name: 'Last inn på nytt' }).click()
    await ola.page.waitForLoadState()
    await ola.page.locator('#board-sync[data-state]').waitFor({ state: 'attached' })
    await isStored(ola.page)
    expect(await holder(ola.page, 8)).toBe('hanna-aarseth-dale')
  })

  it('undo and redo what they did themselves, past what the other has changed since', async () => {
    await put(ola.page, 9, 'LL')
    await isStored(ola.page)
    await ola.page.keyboard.press('Control+z')
    await hears(ola.page, 'Angret: sette lege på vakt, ')
    expect(await holder(ola.page, 9)).toBe('')
    await ola.page.keyboard.press('Control+y')
    await hears(ola.page, 'Gjort om igjen: sette lege på vakt, ')
    await expect.poll(() => holder(ragnhild.page, 9), SOON).toBe('liv-leirvaagen')
    await put(ragnhild.page, 9, 'BK')
    await isStored(ragnhild.page)
    await isStored(ola.page)
    await expect.poll(() => holder(ola.page, 9), SOON).toBe('bjarte-kyrkjeboe')
    await ola.page.keyboard.press('Control+z')
    await expect.poll(() => holder(ola.page, 8), SOON).toBe('')
    expect(await holder(ola.page, 9)).toBe('bjarte-kyrkjeboe')
  })

  it('have the same board after sixty steps by chance, with nothing lost', async () => {
    const initials = ['SH', 'OT', 'RK', 'PH', 'EV', 'MS', 'AS', 'NK']
    const work = async (page: Page, seed: number) => {
      for (let step = 0; step < 30; step++) {
        const at = (step * 7 + seed * 3) % 20
        await put(page, at, initials[(step + seed) % initials.length] as string)
      }
      await isStored(page)
    }
    await Promise.all([work(ola.page, 0), work(ragnhild.page, 5)])
    await becomeAlike()
  })
})
