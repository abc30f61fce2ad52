import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }

let app: RunningApp
let browser: Browser
let page: Page
let draft: string
/** What the content policy would not let the page do, and what broke in it. */
const faults: string[] = []

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await browser.newContext(desktop)).newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (fault) => faults.push(fault.message))
  await page.goto(app.signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  await page.goto(`${app.address}/districts/fjordane/new-draft`)
  await page.getByLabel('Navn på planen').fill('Vår 2027')
  await page.getByLabel('Første dag').fill('2027-01-04')
  await page.getByLabel('Siste dag').fill('2027-04-04')
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  await page.getByRole('heading', { name: 'Vår 2027' }).waitFor()
  draft = new URL(page.url()).pathname
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** With time for a busy machine. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

const panel = () => page.locator('#board-panel')
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** The label of what has the keyboard. */
const focused = () =>
  page.evaluate<string>(
    '(document.activeElement?.getAttribute("data-cell") ?? document.activeElement?.textContent ?? "").trim()',
  )
const count = async (name: string) => {
  const text = await page.locator(`.openers .${name} > [aria-hidden]`).innerText()
  return Number(text.replaceAll(/\D/g, ''))
}

async function open(view: string): Promise<void> {
  await page.goto(`${app.address}${draft}?from=2027-01-04&view=${view}`)
  await page.locator('.openers').waitFor()
}

async function cellOf(key: string) {
  return page.locator(`table[role=grid] a.d[data-cell="${key}"]`).first()
}

// One story told in order: each step stands on the one before.
describe('the board judged as it is edited', () => {
  it('counts what is to be fixed in the whole plan, as the server does', async () => {
    await open('lines')
    expect(await count('open')).toBeGreaterThan(150)
    await soon(() => page.locator('[data-board]').getAttribute('data-judged')).not.toBeNull()
    expect(await page.getByText('Serveren kom til noe annet').count()).toBe(0)
  })

  it('marks a duty that breaks a rule as it is set, and says which rule in one line', async () => {
    // Ragnhild Kvamme is away in January.
    const cell = await cellOf('fjordane-kveld.2027-01-06.kveld#0')
    await cell.focus()
    const open = await count('open')
    await press('R', 'K', 'Enter')
    await page.locator('a.d.blocks[data-cell="fjordane-kveld.2027-01-06.kveld#0"]').waitFor()
    const line = page.locator('.judged')
    await soon(() => line.innerText()).toContain(
      'Ragnhild Kvamme er ikke tilgjengelig for T Kveldsvakt ons. 6. jan.',
    )
    expect([await count('blocks'), await count('open')]).toEqual([1, open - 1])
  })

  it('confirms it by the server once it is stored', async () => {
    const judged = () => page.locator('[data-board]').getAttribute('data-judged')
    await soon(judged).toBe('1')
    expect(await page.locator('.judged.warns').count()).toBe(0)
  })

  it('works off what is to be fixed from the keyboard: sentence, source and the smallest change that heals it', async () => {
    await press('F8')
    await panel().getByRole('heading', { name: 'Å rette' }).waitFor()
    expect(await focused()).toContain('Ragnhild Kvamme er ikke tilgjengelig')
    await panel().getByText('Kilde: det som er registrert om når legen er tilgjengelig').waitFor()
    expect(await page.locator('a.d.pointed').count()).toBe(1)
    await panel().locator('.heal').first().waitFor()
    await press('Tab')
    const label = await focused()
    expect(label).toMatch(/ tar T Kveldsvakt ons\. 6\. jan\.$/)
    await press('Enter')
    await panel().locator('li.healed').waitFor()
    expect(await count('blocks')).toBe(0)
    expect(await page.locator('.judged').innerText()).toMatch(/^Rettet: Ragnhild Kvamme/)
    await page.getByText('Igjen: 0 må rettes').waitFor({ state: 'attached' })
    const cell = await cellOf('fjordane-kveld.2027-01-06.kveld#0')
    expect(await cell.getAttribute('class')).not.toContain('blocks')
  })

  it('goes on to what is open, offers who can take it, and gives the keyboard back to the grid', async () => {
    await press('F8', 'End')
    expect(await focused()).toMatch(/^○Ingen lege på /)
    await panel().locator('.heal').first().waitFor()
    const before = await count('open')
    await panel().locator('.heal').first().press('Enter')
    await soon(() => count('open')).toBe(before - 1)
    await press('ArrowUp', 'Enter')
    expect(await focused()).toMatch(/^fjordane-/)
    await press('Escape')
    expect(await panel().locator('.panel').count()).toBe(0)
    expect(await focused()).toMatch(/^fjordane-/)
  })

  it('opens the candidates of a duty in place, ranked as the server ranks them, and sets one by Enter', async () => {
    const key = 'fjordane-natt.2027-01-13.natt#0'
    const cell = await cellOf(key)
    await cell.focus()
    await press('F2')
    await panel().getByText('Hvem kan ta vakta?').waitFor()
    await panel().locator('.pick').first().waitFor()
    const why = await panel().getByRole('link', { name: 'Hvorfor er det slik?' }).getAttribute('href')
    expect(why).toMatch(/\/drafts\/[^/]+\/why\/fjordane-natt\.2027-01-13\.natt\/0$/)
    const names = (await panel().locator('.pick').allInnerTexts()).map((name) => name.trim())
    const first = await focused()
    expect(names[0]).toBe(first)
    await press('ArrowDown')
    expect(await focused()).toBe(names[1])
    await press('Enter')
    await soon(focused).toBe(key)
    const initials = (names[1] ?? '').split(' ')[0] ?? ''
    expect(await (await cellOf(key)).innerText()).toContain(initials)
    const server = await (await browser.newContext({ ...desktop, javaScriptEnabled: false })).newPage()
    await server.context().addCookies(await page.context().cookies())
    await soon(() => page.locator('#board-sync').innerText()).toContain('lagret')
    await server.goto(`${app.address}${draft}?from=2027-01-04&view=lines&cell=${encodeURIComponent(key)}`)
    const ranked = (await server.locator('#board-panel .pick').allInnerTexts()).map((name) => name.trim())
    await (await cellOf(key)).focus()
    await press('F2')
    await panel().locator('.pick').first().waitFor()
    await soon(async () =>
      (await panel().locator('.pick').allInnerTexts()).map((name) => name.trim()),
    ).toEqual(ranked)
    await server.context().close()
  })

  it('locks and clears a duty from its panel', async () => {
    await panel().getByRole('button', { name: 'Lås', exact: true }).click()
    await panel().getByText('Låst: vakta kan ikke endres').waitFor()
    expect(await panel().locator('.pick').count()).toBe(0)
    await panel().getByRole('button', { name: 'Lås opp' }).click()
    await panel().getByRole('button', { name: 'Tøm vakta' }).click()
    await soon(() => panel().locator('.now').innerText()).toContain('ledig')
    await press('Escape')
  })

  it('shows the load against the fair share, and follows each edit', async () => {
    await page.getByRole('button', { name: 'Timer', exact: true }).click()
    const row = panel().locator('tbody tr').first()
    const person = await row.getAttribute('data-person')
    const own = panel().locator(`tr[data-person="${person}"]`)
    const before = await own.innerText()
    const initials = await own.locator('th').innerText()
    const cell = await cellOf('fjordane-kveld.2027-01-20.kveld#0')
    await cell.focus()
    await press(...initials, 'Enter')
    await soon(() => own.innerText()).not.toBe(before)
    await panel().getByLabel('disse ukene').check()
    expect(await panel().locator('tbody tr').count()).toBe(18)
    await press('Escape')
  })

  it.each(['light', 'dark'] as const)(
    'passes axe with each panel open, in %s',
    { timeout: 120_000 },
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      for (const openPanel of [
        () => press('F8'),
        () => page.getByRole('button', { name: 'Timer', exact: true }).click(),
        async () => {
          await (await cellOf('fjordane-natt.2027-01-14.natt#0')).focus()
          await press('F2')
          await panel().locator('.pick').first().waitFor()
        },
      ]) {
        await openPanel()
        expect(await accessibilityFaults(page)).toEqual([])
      }
      await page.emulateMedia({ colorScheme: 'light' })
    },
  )

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await isWiderThanScreen(page)).toBe(false)
    await page.setViewportSize(desktop.viewport)
  })

  it('breaks nothing in the page, and asks for nothing that its content policy refuses', () => {
    expect(faults).toEqual([])
  })
})
