import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }

let app: RunningApp
let browser: Browser
let page: Page
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
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const fact = async (name: string) => (await page.locator(`[data-${name}]`).innerText()).trim()

async function newDraft(name: string, last: string): Promise<string> {
  await page.goto(`${app.address}/districts/nordoey/new-draft`)
  await page.getByLabel('Navn på planen').fill(name)
  await page.getByLabel('Første dag').fill('2027-01-04')
  await page.getByLabel('Siste dag').fill(last)
  await button('Lag utkast').click()
  await button('Bygg vaktlista').waitFor()
  return page.url()
}

/** Asks ten times as much of whatever build the page begins, so that none ends while a test still looks at it. */
async function makeEndless(): Promise<void> {
  await page.route('**/order', async (route) => {
    const answer = await route.fetch()
    const order = await answer.json()
    await route.fulfill({ response: answer, json: { ...order, iterations: order.iterations * 10 } })
  })
}

/** Begins a build that goes on until it is stopped or the page left. */
async function startLongBuild(): Promise<void> {
  await makeEndless()
  // Until the page's script has run, the server is asked to do it.
  await page.locator('input[data-build-place][value="browser"]').first().waitFor({ state: 'attached' })
  await page.getByText('Valg for byggingen').click()
  await page
    .getByLabel(/^Lenge/)
    .first()
    .check()
  await button('Bygg vaktlista').click()
  await page.getByRole('heading', { name: 'Bygger vaktlista' }).waitFor()
  await page.locator('[data-open]', { hasText: 'ingen' }).waitFor()
}

/** Who holds what on the day-by-day view of the draft's first weeks. */
async function held(draft: string): Promise<string[]> {
  await page.goto(`${draft}?from=2027-01-04&view=list`)
  return page.locator('.day-list b').allInnerTexts()
}

// One story told in order: each step stands on the one before.
describe('building in the coordinator’s browser', () => {
  let draft: string
  let before: string[]

  // The search gets what other programs leave of the machine: only one that gets nowhere is to fail by the clock.
  it('shows how it goes while it goes: full at once, then better, beside what is the best possible', {
    timeout: 400_000,
  }, async () => {
    draft = await newDraft('Vår 2027', '2027-07-04')
    await startLongBuild()
    const first = await fact('cost')
    expect(await page.locator('[data-criterion]').count()).toBe(4)
    await expect.poll(() => fact('cost'), { timeout: 150_000 }).not.toBe(first)
    await expect.poll(() => fact('bound'), { timeout: 150_000 }).toMatch(/^[\d\s]+$/)
    expect(numberIn(await fact('cost'))).toBeLessThan(numberIn(first))
    expect(numberIn(await fact('bound'))).toBeLessThanOrEqual(numberIn(await fact('cost')))
    // What the proof says of nights: a number, that it is reached, or that it reaches to nothing.
    expect(await page.locator('[data-criterion="nights"] [data-least]').innerText()).toMatch(
      /^(\d.*nett.*|det er nådd|ingen nedre grense er bevist)$/,
    )
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await isWiderThanScreen(page)).toBe(false)
    await page.setViewportSize(desktop.viewport)
  })

  it('stops when asked to and keeps the best', async () => {
    await button('Stopp og behold den beste').click()
    expect(await page.locator('[data-until-end]:visible').count()).toBe(0)
    await page.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor()
    await page.getByText('Alle vakter har fått lege').waitFor()
    await page.getByText('Byggingen ble stoppet før den var ferdig').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    before = await held(draft)
    expect(before.length).toBeGreaterThan(40)
    const flags = page.locator('#flags').getByRole('heading', { name: 'Må rettes før publisering' })
    expect(await flags.count()).toBe(0)
  })

  it('rebuilds the rest around a duty that was changed and locked by hand', async () => {
    await page.locator('.day-list a').first().click()
    const other = page.locator('button.pick').first()
    const name = (await other.innerText()).trim()
    await other.click()
    await page
      .getByText(/er lagret|er endret|Endret|lagret/)
      .first()
      .waitFor()
    await button(/^Lås/).first().click()
    await page.waitForLoadState()
    const edited = await held(draft)
    expect(edited[0]).not.toBe(before[0])
    await page.unroute('**/order')
    await page.goto(draft)
    await page.getByText('Bygg og reparer').click()
    await page.getByLabel(/^Kort/).check()
    await button('Rett med få endringer').click()
    await page.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor()
    await page.getByText('Alle vakter har fått lege').waitFor()
    const rebuilt = await held(draft)
    expect([name.length > 0, rebuilt[0]]).toEqual([true, edited[0]])
    expect(rebuilt).toHaveLength(before.length)
    const changed = rebuilt.filter((who, index) => who !== edited[index]).length
    expect(changed).toBeLessThan(rebuilt.length / 4)
  })

  it('loses nothing but the build when its page is left, and takes it up again', async () => {
    const other = await newDraft('Januar 2027', '2027-01-31')
    await startLongBuild()
    const address = page.url()
    await page.goto(`${app.address}/`)
    await page.goto(address)
    await page.locator('[data-open]', { hasText: 'ingen' }).waitFor()
    await button('Forkast').click()
    await page.getByRole('heading', { name: 'Byggingen er forkastet' }).waitFor()
    await page.goto(other)
    await button('Bygg vaktlista').waitFor()
    expect(await page.getByText('Vaktlista bygges nå').count()).toBe(0)
  })

  it('is done by the server where there is no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nb-NO' })
    await context.addCookies(await page.context().cookies())
    const plain = await context.newPage()
    const draftPath = new URL(await newDraft('Februar 2027', '2027-01-24')).pathname
    await plain.goto(app.address + draftPath)
    await plain.getByText('Valg for byggingen').click()
    await plain.getByLabel(/^Kort/).first().check()
    await plain.getByRole('button', { name: 'Bygg vaktlista' }).click()
    await plain.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 60_000 })
    await plain.getByText('Alle vakter har fått lege').waitFor()
    await context.close()
  })

  it('breaks nothing in the page, and asks for nothing that its content policy refuses', () => {
    expect(faults).toEqual([])
  })
})

function numberIn(text: string): number {
  return Number(text.replaceAll(/\s/g, ''))
}
