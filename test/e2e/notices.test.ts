import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { addDays, type LocalDate } from '../../src/core/time/local-date.ts'
import { toWall } from '../../src/core/time/oslo.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { startBundledApp } from '../support/bundled-app.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import type { RunningApp } from '../support/running-app.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }
const phone = { viewport: { width: 320, height: 640 }, locale: 'nb-NO', isMobile: true }
const names = { a: 'Kari Berg', b: 'Ola Nes', c: 'Per Ås', d: 'Eva Lie' }
const [own, colleague] = ['b', 'c']

/** Without an address of the last: whoever takes over from them must be rung. */
const people = Object.entries(names).map(([id, name]) => ({
  ...person(id, name),
  email: id === colleague ? null : `${id}@example.test`,
}))
const district = exampleDistrict('vestby', people)
const today = toWall(Math.floor(Date.now() / 60_000)).date
const tomorrow = addDays(today, 1)
const dutyOn = (date: LocalDate) => `/districts/vestby/duties/vestby-home.${date}.n/0`

let app: RunningApp
let browser: Browser
let coordinator: Page
let doctor: Page

beforeAll(async () => {
  const file = JSON.parse(writeDistrictFile({ version: 1, district, timeline: null }))
  ;[app, browser] = await Promise.all([startBundledApp([file]), openBrowser()])
  coordinator = await (await browser.newContext(desktop)).newPage()
  await coordinator.goto(app.signInUrl)
  await coordinator.getByRole('button', { name: 'Logg inn' }).click()
  await coordinator.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  await coordinator.goto(`${app.address}/import`)
  await coordinator.locator('textarea').fill(publishedFrom(addDays(today, -1)))
  await coordinator.getByRole('button', { name: 'Les inn' }).click()
  await coordinator.getByText('Distriktet er lest inn').waitFor()
  doctor = await invited(own as string)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

// One story told in order: each step stands on the one before.
describe('a duty of tomorrow that is changed', () => {
  it('is told whoever amends it: how many hear of it, who must confirm, and who has no address', async () => {
    await amend(tomorrow, names.c)
    await coordinator.getByText('2 leger får beskjed om endringen.').waitFor()
    await coordinator.getByText('2 leger må bekrefte, fordi vakta begynner innen 48 timer.').waitFor()
    expect(await coordinator.getByText('Én av dem har ingen e-postadresse og bør ringes.').count()).toBe(1)
    expect(await faultsOn(coordinator)).toEqual([])
  })

  it('waits for the doctor on the first page that they see, and is confirmed from the keyboard alone', async () => {
    await doctor.goto(`${app.address}/me/duties`)
    await doctor.getByText('Én endring må bekreftes').waitFor()
    expect(await faultsOn(doctor)).toEqual([])
    await doctor.getByRole('link', { name: 'Se endringen og bekreft' }).click()
    await doctor.getByRole('heading', { name: 'Endringer i vaktene dine' }).waitFor()
    expect(await doctor.getByText('Ikke lenger din vakt').count()).toBe(1)
    expect(await faultsOn(doctor)).toEqual([])
    await doctor.getByRole('button', { name: /^Jeg har sett endringen/ }).focus()
    await doctor.keyboard.press('Enter')
    await doctor.getByText('Koordinatoren ser at du har sett endringen').waitFor()
    expect(await doctor.getByText('må bekreftes').count()).toBe(0)
    await doctor.getByRole('button', { name: /^Ta tilbake/ }).waitFor()
    expect(await faultsOn(doctor)).toEqual([])
  })

  it('is shown to the coordinator as confirmed by one, and the other is rung', async () => {
    await coordinator.goto(`${app.address}/districts/vestby`)
    await coordinator.getByText('Én lege har ikke bekreftet en endring som gjelder snart').waitFor()
    expect(await faultsOn(coordinator)).toEqual([])
    await coordinator.getByRole('link', { name: 'Se hvem som har bekreftet' }).click()
    const open = coordinator.getByRole('article').filter({ has: coordinator.getByText('Gjelder om') })
    expect(await open.getByRole('heading').allInnerTexts()).toEqual([names.c])
    expect(await open.getByText('Ingen e-postadresse').count()).toBe(1)
    expect(await faultsOn(coordinator)).toEqual([])
    await open.getByLabel('Merknad').fill('Kommer')
    await open.getByRole('button', { name: `Ringt og bekreftet: ${names.c}` }).click()
    await coordinator.getByText('Alle har bekreftet.').waitFor()
    await coordinator.getByText('Bekreftet de siste 14 dagene (2)').click()
    expect(await coordinator.getByText('Kommer').isVisible()).toBe(true)
    await coordinator.getByRole('link', { name: 'Alle endringer, måned for måned' }).click()
    await coordinator.getByRole('table').waitFor()
    expect(await faultsOn(coordinator)).toEqual([])
  })

  it('asks again when it is changed again, without script too', async () => {
    await amend(tomorrow, names.b)
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    await context.addCookies(await doctor.context().cookies())
    const plain = await context.newPage()
    await plain.goto(`${app.address}/me/changes`)
    await plain.getByRole('button', { name: /^Jeg har sett endringen/ }).click()
    await plain.getByText('Koordinatoren ser at du har sett endringen').waitFor()
    await plain
      .getByRole('button', { name: /^Ta tilbake/ })
      .first()
      .click()
    await plain.getByText('Bekreftelsen er tatt tilbake').waitFor()
    await coordinator.goto(`${app.address}/districts/vestby/notices`)
    expect(await coordinator.getByRole('button', { name: /^Ringt og bekreftet/ }).count()).toBe(2)
  })
})

/** A week of nights, each doctor in turn, so that tomorrow's is the second's. */
function publishedFrom(from: LocalDate): string {
  const needs = needsOf(district.lines[0] as District['lines'][number], from, addDays(from, 8))
  const turn = ['d', 'a', own as string, 'd']
  const holdings = needs.map((need, index) => {
    const slice = wholeSlice(need, turn[index % turn.length] as string)
    return { ...slice, needId: need.id, seat: 0, note: '' }
  })
  return writeDistrictFile({ version: 1, district, timeline: { needs, holdings } })
}

async function invited(personId: string): Promise<Page> {
  await coordinator.goto(`${app.address}/districts/vestby/doctors/${personId}`)
  await coordinator.getByRole('button', { name: 'Lag invitasjon' }).click()
  await coordinator.getByText('Kopier lenken nå').waitFor()
  const invitation = /http[^"<\s]*\/sign-in\/[\w-]+/.exec(await coordinator.content())?.[0]
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(invitation ?? 'no invitation shown')
  await page.getByRole('button', { name: 'Logg inn' }).click()
  return page
}

async function amend(date: LocalDate, to: string): Promise<void> {
  await coordinator.goto(app.address + dutyOn(date))
  await coordinator.locator('#f-person summary').click()
  await coordinator.getByRole('radio', { name: to }).check()
  await coordinator.getByRole('radio', { name: 'Bytte' }).check()
  await coordinator.getByRole('button', { name: 'Endre vakta' }).click()
  await coordinator.getByText('Vakta er endret').waitFor()
}

/** What is wrong on the page, light and dark, at its own width and on a small phone. */
async function faultsOn(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? desktop.viewport
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await accessibilityFaults(page)))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  if (await isWiderThanScreen(page)) faults.push(`${page.url()} is wider than 320 pixels`)
  await page.setViewportSize(size)
  return faults
}
