import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

let app: RunningApp
let browser: Browser
let newcomer: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } })
  newcomer = await context.newPage()
  await newcomer.goto(app.signInUrl)
  await newcomer.getByRole('button', { name: 'Logg inn' }).click()
  await newcomer.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

// One story told in order: each step stands on the one before.
describe('a newcomer without a file', () => {
  it('is told what is missing in each question, with what was typed still there', async () => {
    await newcomer.getByRole('link', { name: 'Lag et nytt distrikt' }).click()
    await newcomer.getByLabel('Kommune 1').fill('Atlantis')
    await newcomer.getByRole('button', { name: 'Lag distriktet' }).click()
    const summary = newcomer.getByRole('alert')
    await summary.waitFor()
    expect(await summary.getByRole('listitem').count()).toBe(5)
    expect(await newcomer.getByLabel('Kommune 1').inputValue()).toBe('Atlantis')
    expect(await accessibilityFaults(newcomer)).toEqual([])
  })

  it('answers three questions and has a district that is ready', async () => {
    await newcomer.getByLabel('Kommune 1').fill('Nesbyen')
    await newcomer.getByLabel('Hjemmevakt med bakvakt').check()
    await newcomer
      .getByLabel('Navn på legene')
      .fill('Kari Berg\nOla Nes\nPer Ås\nEva Lie\nNils Moe\nAnna Dal\nIda Vik')
    await newcomer.getByLabel(/^Ja\. Alle/).check()
    await newcomer.getByLabel('Jeg skal selv koordinere her').check()
    await newcomer.getByRole('button', { name: 'Lag distriktet' }).click()
    await newcomer.getByText('Distriktet er klart til å bygge vaktliste').waitFor()
    expect(await newcomer.getByText('7 leger deltar').count()).toBe(1)
    expect(await newcomer.getByText('Ikke kontrollert', { exact: true }).count()).toBe(3)
  })

  it('builds six weeks and sees a full board', async () => {
    await newcomer.getByRole('link', { name: 'Lag ny plan' }).click()
    await newcomer.getByLabel('Navn på planen').fill('Første plan')
    await newcomer.getByLabel('Første dag').fill('2027-01-04')
    await newcomer.getByLabel('Siste dag').fill('2027-02-14')
    await newcomer.getByRole('button', { name: 'Lag utkast' }).click()
    await newcomer.getByText('Valg for byggingen').click()
    await newcomer.getByLabel(/^Kort/).first().check()
    await newcomer.getByRole('button', { name: 'Bygg vaktlista' }).click()
    await newcomer.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 100_000 })
    await newcomer.getByText('Alle vakter har fått lege').waitFor()
    await newcomer.getByRole('link', { name: 'Se vaktlista' }).click()
    expect(await newcomer.getByText('alle vakter i planen har lege').count()).toBe(1)
    expect(await newcomer.locator('td a.d').count()).toBeGreaterThan(2 * 42 - 1)
  })

  it('changes a line from a date, sees the gap it would leave before saving, and takes it back', async () => {
    const district = `${app.address}/districts/nesbyen-legevakt`
    await newcomer.goto(`${district}/lines/hjemme`)
    await newcomer.getByLabel('Fra klokka').first().fill('17:00')
    await newcomer.getByRole('button', { name: 'Se vaktene' }).click()
    await newcomer.getByText('Ingen svarer: 16:00–17:00').first().waitFor()
    expect(await newcomer.getByText('Ingen svarer: 16:00–17:00').count()).toBeGreaterThan(5)
    await newcomer.getByRole('button', { name: 'Lagre linja' }).first().click()
    await newcomer.getByText('Endringen er lagret').waitFor()
    expect(await newcomer.getByText('hverdager 17:00–08:00').count()).toBe(1)
    await newcomer.goto(`${district}/setup`)
    await newcomer.getByRole('button', { name: 'Angre endringen' }).click()
    await newcomer.getByText('Endringen er angret').waitFor()
    expect(await newcomer.getByText('hverdager 17:00–08:00').count()).toBe(0)
  })

  it('adds a doctor, who is refused initials that are taken and offered free ones', async () => {
    await newcomer.goto(`${app.address}/districts/nesbyen-legevakt/new-doctor`)
    await newcomer.getByLabel('Navn', { exact: true }).fill('Knut Bakken')
    await newcomer.getByLabel('Initialer').fill('kb')
    await newcomer.getByRole('button', { name: 'Lagre' }).click()
    await newcomer.getByRole('alert').getByText('Initialene «kb» er brukt av Kari Berg. Ledig: KBA').waitFor()
    await newcomer.getByLabel('Initialer').fill('KBA')
    await newcomer.getByRole('button', { name: 'Lagre' }).click()
    await newcomer.getByRole('heading', { name: 'Knut Bakken' }).waitFor()
  })

  it('has no accessibility fault on any set-up page, and none is wider than 320 px', {
    timeout: 300_000,
  }, async () => {
    const faults: string[] = []
    for (const path of PAGES) {
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [320, 'dark'],
      ] as const) {
        await newcomer.setViewportSize({ width, height: 800 })
        await newcomer.emulateMedia({ colorScheme })
        const answer = await newcomer.goto(app.address + path)
        if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`)
        if (await isWiderThanScreen(newcomer)) faults.push(`${path} is wider than ${width}`)
        faults.push(
          ...(await accessibilityFaults(newcomer)).map((fault) => `${path} ${colorScheme}: ${fault}`),
        )
      }
    }
    expect(faults).toEqual([])
  })
})

const FJORDANE = '/districts/fjordane'
const PAGES = [
  '/start',
  `${FJORDANE}/setup`,
  `${FJORDANE}/lines`,
  `${FJORDANE}/lines/fjordane-bakvakt`,
  `${FJORDANE}/new-line`,
  `${FJORDANE}/doctors`,
  `${FJORDANE}/new-doctor`,
  `${FJORDANE}/doctors/sigrid-hovland-eide/change`,
  `${FJORDANE}/settings`,
  `${FJORDANE}/absences?from=2027-01-04&weeks=26`,
]
