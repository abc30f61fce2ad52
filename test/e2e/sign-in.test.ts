import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { mailedLink, type RunningApp, signInAs, startApp } from '../support/running-app.ts'

let app: RunningApp
let browser: Browser

const DOCTOR = 'doctor@example.test'
const desk = { locale: 'nb-NO', viewport: { width: 1280, height: 900 } } as const
const phone = { locale: 'nb-NO', viewport: { width: 320, height: 640 } } as const

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** A browser of its own, with cookies of its own. */
async function newPage(options: BrowserContextOptions = desk): Promise<Page> {
  return (await browser.newContext(options)).newPage()
}

async function askForLink(page: Page, email: string = DOCTOR): Promise<string> {
  await page.goto(`${app.address}/sign-in`)
  await page.getByLabel('E-post').fill(email)
  await page.getByRole('button', { name: 'Send lenke' }).click()
  await page.getByRole('heading', { name: 'Se i e-posten' }).waitFor()
  return mailedLink(await newPage(), app, email)
}

async function faultsOn(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? desk.viewport
  const faults: string[] = []
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      if (await isWiderThanScreen(page)) faults.push(`${page.url()} is wider than ${width}`)
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${page.url()} ${width}: ${fault}`))
    }
  await page.setViewportSize(size)
  return faults
}

describe('signing in by mail', () => {
  it('takes one press where it was asked for', async () => {
    const page = await newPage()
    await page.goto(await askForLink(page))
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('link', { name: 'Mine vakter' }).first().waitFor()
  })

  it('shows digits on the phone, which are typed at the desk by keyboard alone', async () => {
    const page = await newPage()
    const link = await askForLink(page)
    const mailApp = await newPage(phone)
    await mailApp.goto(link)
    expect(await mailApp.getByRole('button', { name: 'Logg inn' }).count()).toBe(0)
    const code = await mailApp.locator('.shown-code').innerText()
    expect(code).toMatch(/^\d{3} \d{3}$/)
    await page.getByLabel('Koden på seks sifre').focus()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Mine vakter' }).first().waitFor()
    await mailApp.reload()
    await mailApp.getByRole('heading', { name: 'Lenken virker ikke lenger' }).waitFor()
  })

  it('says at the field when the code is wrong, and takes the right one after', async () => {
    const page = await newPage(phone)
    const link = await askForLink(page)
    const other = await newPage()
    await other.goto(link)
    const code = (await other.locator('.shown-code').innerText()).replace(' ', '')
    await page.getByLabel('Koden på seks sifre').fill(code === '123456' ? '123457' : '123456')
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByText('Koden stemmer ikke').first().waitFor()
    expect(await faultsOn(page)).toEqual([])
    await page.getByLabel('Koden på seks sifre').fill(code)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('link', { name: 'Mine vakter' }).first().waitFor()
  })

  it('works without any script', async () => {
    const page = await newPage({ ...phone, javaScriptEnabled: false })
    await page.goto(await askForLink(page))
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('link', { name: 'Mine vakter' }).first().waitFor()
  })
})

describe('the pages of signing in', () => {
  it.each(['nb-NO', 'nn-NO', 'en-GB'])('pass axe and fit a phone, in %s', async (locale) => {
    const page = await newPage({ ...desk, locale })
    const bound = await newPage()
    const link = app.address + new URL(await askForLink(bound, 'municipality@example.test')).pathname
    const faults: string[] = []
    for (const address of [
      '/sign-in',
      '/sign-in/code',
      '/sign-in/a-link-that-is-not',
      '/confirm/code',
      '/dev/sign-in',
    ]) {
      await page.goto(app.address + address)
      faults.push(...(await faultsOn(page)))
    }
    await page.goto(link)
    expect(await page.locator('.shown-code').count()).toBe(1)
    faults.push(...(await faultsOn(page)))
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(faults).toEqual([])
  })

  it('let a development server in as any of the examples', async () => {
    const page = await newPage()
    await signInAs(page, app, 'coordinator@example.test')
    await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  })
})
