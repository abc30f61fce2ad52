import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

const screens = [
  ['a desktop', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['a small phone in the dark', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }],
] as const satisfies readonly (readonly [string, BrowserContextOptions])[]

const agreement = '/districts/storby/agreement'
/** One page for each way that a value is entered. */
const values = [
  'weeklyTotalMinutes',
  'averageUnderAct',
  'weeklyRest',
  'officeDayAfterNight',
  'dutyClasses',
  'agreementHolidays',
  'openDutyOrder',
  'builderWeights',
]

let app: RunningApp
let browser: Browser
let state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  const page = await (await browser.newContext({ locale: 'nb-NO' })).newPage()
  await page.goto(app.signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  state = await page.context().storageState()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const open = async (options: BrowserContextOptions) =>
  (await browser.newContext({ locale: 'nb-NO', ...options, storageState: state })).newPage()

describe('the agreement', () => {
  it.each(screens)('can be read by everybody on %s', async (_, screen) => {
    const page = await open(screen)
    for (const path of ['', ...values.map((name) => `/${name}`)]) {
      await page.goto(`${app.address}${agreement}${path}`)
      expect([path, await accessibilityFaults(page)]).toEqual([path, []])
      expect([path, await isWiderThanScreen(page)]).toEqual([path, false])
    }
    await page.context().close()
  })

  it('takes a new value by keyboard and without script: filled in, looked over, saved', async () => {
    const page = await open({ ...screens[1][1], javaScriptEnabled: false })
    await page.goto(`${app.address}${agreement}`)
    await page.getByRole('link', { name: 'Frist for å publisere' }).first().click()
    await page.getByRole('button', { name: /^Fyll inn 14 dager før/ }).press('Enter')
    expect(await page.getByLabel('Ny verdi').inputValue()).toBe('14')
    await page.getByRole('button', { name: 'Se hva det endrer' }).press('Enter')
    await page.getByRole('heading', { name: 'Dette må rettes' }).waitFor()
    await page.getByLabel('Kilde').fill('Legevaktutvalget, sak 4/26')
    await page.getByLabel('Vedtatt dato').fill('2026-01-15')
    await page.getByRole('button', { name: 'Se hva det endrer' }).press('Enter')
    await page.getByRole('heading', { name: 'Se over før du lagrer' }).waitFor()
    await page.getByRole('button', { name: 'Lagre' }).press('Enter')
    await page.getByText('Den nye verdien er lagret.').waitFor()
    expect(await page.locator('.value-now').first().innerText()).toMatch(/14 dager før\s+vedtatt/)
    await page.context().close()
  })
})
