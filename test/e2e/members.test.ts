import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { startBundledApp } from '../support/bundled-app.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import type { RunningApp } from '../support/running-app.ts'

const district = exampleDistrict('vestby', [person('a', 'Kari Berg'), person('b', 'Ola Nes')])
const MEMBERS = '/districts/vestby/members'
const PAGES = [MEMBERS, `${MEMBERS}?role=dispatch-centre`, '/installation', '/import', '/start']

let app: RunningApp
let browser: Browser
let coordinator: Page

beforeAll(async () => {
  const file = JSON.parse(writeDistrictFile({ version: 1, district, timeline: null }))
  ;[app, browser] = await Promise.all([startBundledApp([file]), openBrowser()])
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' })
  coordinator = await context.newPage()
  await coordinator.goto(app.signInUrl)
  await coordinator.getByRole('button', { name: 'Logg inn' }).click()
  await coordinator.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

// One story told in order: each step stands on the one before.
describe('a coordinator who looks after who has access', () => {
  it('invites by keyboard alone, and sees the invitation wait', async () => {
    await coordinator.goto(app.address + MEMBERS)
    const summary = coordinator.locator('summary').filter({ hasText: 'Inviter' })
    await summary.focus()
    await coordinator.keyboard.press('Enter')
    await tabTo('input[name=role]')
    await coordinator.keyboard.press('ArrowDown')
    await coordinator.keyboard.press('ArrowDown')
    await tabTo('input[name=email]')
    await coordinator.keyboard.type('sjef@example.test')
    await coordinator.keyboard.press('Enter')
    await coordinator.getByRole('heading', { name: 'Invitasjonen er sendt' }).waitFor()
    expect(await faultsOn()).toEqual([])
    await coordinator.getByRole('link', { name: 'Tilbake' }).click()
    const waiting = coordinator.getByRole('listitem').filter({ hasText: 'sjef@example.test' })
    await waiting.getByText('virker til').waitFor()
  })

  it('is told what is wrong with an address, with what was typed still there', async () => {
    await coordinator.goto(`${app.address}${MEMBERS}?role=payroll-reader`)
    await coordinator.locator('#f-email').fill('ingen adresse')
    await coordinator.getByRole('button', { name: 'Inviter', exact: true }).click()
    await coordinator.getByRole('alert').getByRole('link').waitFor()
    expect(await coordinator.locator('#f-email').inputValue()).toBe('ingen adresse')
    expect(await coordinator.locator('#f-role-payroll-reader').isChecked()).toBe(true)
    expect(await faultsOn()).toEqual([])
  })

  it('takes a role away and gives it back', async () => {
    await coordinator.goto(app.address + MEMBERS)
    await coordinator.getByRole('button', { name: /^Ta bort: legevaktsentral/ }).click()
    await coordinator.getByText('Rollen er tatt bort').waitFor()
    expect(await faultsOn()).toEqual([])
    await coordinator.getByRole('button', { name: /^Gi tilbake: legevaktsentral/ }).click()
    await coordinator.getByText('Rollen er gitt tilbake').waitFor()
    expect(await coordinator.getByRole('button', { name: /^Gi tilbake/ }).count()).toBe(0)
  })

  it('cannot take the last coordinator’s role, their own', async () => {
    await coordinator.getByRole('button', { name: /^Gi fra deg: vaktkoordinator/ }).click()
    await coordinator.getByText('Du er den eneste som kan logge inn og styre dette').waitFor()
  })

  it('lets in the one who is invited, who is led to making signing in secure', async () => {
    await coordinator.goto(`${app.address}${MEMBERS}?role=service-manager`)
    await coordinator.getByRole('button', { name: 'Inviter', exact: true }).click()
    await coordinator.getByText('Kopier lenken nå').waitFor()
    const link = await coordinator.locator('#f-secret').inputValue()
    const guest = await (await browser.newContext({ locale: 'nb-NO' })).newPage()
    await guest.goto(link.trim())
    await guest.getByRole('button', { name: 'Logg inn' }).click()
    await guest.getByRole('heading', { name: 'Gjør innloggingen sikker' }).waitFor()
    await guest.goto(app.address + MEMBERS)
    expect(await guest.content()).not.toContain('Kari Berg')
    await guest.context().close()
  })

  it('is as well on a phone as on a desk, light and dark, with nothing that axe finds', {
    timeout: 240_000,
  }, async () => {
    const cookies = await coordinator.context().cookies()
    const faults: string[] = []
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'light'],
      [320, 'dark'],
      [1280, 'dark'],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        locale: 'nb-NO',
      })
      await context.addCookies(cookies)
      const page = await context.newPage()
      for (const path of PAGES) {
        const answer = await page.goto(app.address + path)
        await page.evaluate("for (const own of document.querySelectorAll('main details')) own.open = true")
        const place = `${path} at ${width} ${colorScheme}`
        if (answer?.status() !== 200) faults.push(`${place} answers ${answer?.status()}`)
        if (await isWiderThanScreen(page)) faults.push(`${place} is wider than the screen`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${place}: ${fault}`))
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${path.replaceAll(/\W+/g, '-')}-${width}-${colorScheme}.png`,
            fullPage: true,
          })
      }
      await context.close()
    }
    expect(faults).toEqual([])
  })
})

/** Presses Tab until a field of this kind has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await coordinator.keyboard.press('Tab')
    if (
      await coordinator
        .locator(selector)
        .first()
        .evaluate((field) => field.matches(':focus'))
    )
      return
    if (await coordinator.locator(`${selector}:focus`).count()) return
  }
  throw new Error(`no ${selector} is reached by Tab`)
}

async function faultsOn(): Promise<string[]> {
  return accessibilityFaults(coordinator)
}
