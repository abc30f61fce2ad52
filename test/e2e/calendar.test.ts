import type { Browser, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type RunningApp, signInAs, startApp } from '../support/running-app.ts'

const FJORDANE = '/districts/fjordane'
const IPHONE = { 'User-Agent': 'iOS/26.5 (23F77) dataaccessd/1.0' }

let app: RunningApp
let browser: Browser
let coordinator: Page
let doctor: Page
let address = ''

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  coordinator = await newPage()
  await coordinator.goto(app.signInUrl)
  await coordinator.getByRole('button', { name: 'Logg inn' }).click()
  await coordinator.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  doctor = await newPage()
  await signInAs(doctor, app, 'doctor@example.test')
  await doctor.getByRole('link', { name: 'Mine vakter' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } })
  return context.newPage()
}

/** What is wrong with the page as it stands, on a desk by day and on a telephone by night. */
async function faultsOn(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    if (await isWiderThanScreen(page)) faults.push(`wider than ${width}`)
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${width} ${colorScheme}: ${fault}`))
  }
  return faults
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly data: readonly number[]
}

/** The points of a picture that a page shows, read on a page without a content policy of its own. */
async function pointsOf(picture: Buffer): Promise<Picture> {
  const blank = await newPage()
  const source = JSON.stringify(`data:image/png;base64,${picture.toString('base64')}`)
  const points = await blank.evaluate(`(async () => {
    const image = new Image()
    image.src = ${source}
    await image.decode()
    const { width, height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const drawn = canvas.getContext('2d')
    drawn.drawImage(image, 0, 0)
    return { width, height, data: [...drawn.getImageData(0, 0, width, height).data] }
  })()`)
  await blank.context().close()
  return points as Picture
}

/** What a telephone's camera would read. */
async function readCode(page: Page): Promise<string> {
  const { width, height, data } = await pointsOf(await page.locator('svg.qr').screenshot())
  return decodeQR({ width, height, data: Uint8Array.from(data) })
}

const device = (name: string) => doctor.locator('li.ds-card', { has: doctor.getByRole('heading', { name }) })
const fetched = async (url: string) => {
  const answer = await fetch(url, { headers: IPHONE })
  return { status: answer.status, text: await answer.text() }
}

// One story told in order: each step stands on the one before.
describe('a GP’s own calendar', () => {
  it('has nothing at first, and no fault', async () => {
    await doctor.goto(`${app.address}/me/duties`)
    await doctor.getByRole('link', { name: 'Min kalender' }).click()
    await doctor.getByRole('heading', { name: 'Min kalender' }).waitFor()
    await doctor.getByText('Flere valg').click()
    expect(await faultsOn(doctor)).toEqual([])
  })

  it('shows a new link once: to open here, to copy, for Google, and as a code that says the same', async () => {
    await doctor.getByLabel('Hva er lenken til?').fill('Min iPhone')
    await doctor.getByLabel('Vis hvem som er bakvakt for meg').check()
    await doctor.getByRole('button', { name: 'Lag kalenderlenke' }).click()
    await doctor.getByRole('heading', { name: 'Kalenderlenken til «Min iPhone» er klar' }).waitFor()
    address = await doctor.getByRole('textbox', { name: 'Adressen' }).inputValue()
    expect(address).toMatch(new RegExp(`^${app.address}/k/[\\w-]{64}/vakter\\.ics$`))
    const webcal = address.replace(/^http:/, 'webcal:')
    const open = doctor.getByRole('link', { name: 'Åpne i kalenderen' })
    expect(await open.getAttribute('href')).toBe(webcal)
    const google = doctor.getByRole('link', { name: 'Åpne i Google Kalender' })
    expect(await google.getAttribute('href')).toBe(
      `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    )
    expect(await doctor.getByText('Slik gjør du: iPhone og iPad').isVisible()).toBe(true)
    await doctor.getByRole('button', { name: 'Kopier adressen' }).waitFor()
    expect(await faultsOn(doctor)).toEqual([])
    // Drawn on the page itself, dark on light also where the page is dark, and on the narrowest screen.
    expect(await readCode(doctor)).toBe(webcal)
    await doctor.setViewportSize({ width: 1280, height: 900 })
    await doctor.emulateMedia({ colorScheme: 'light' })
    expect(await readCode(doctor)).toBe(webcal)
    await doctor.getByRole('link', { name: 'Ferdig' }).click()
    expect(await doctor.content()).not.toContain(address)
  })

  it('tells whether a link was fetched, and by what', async () => {
    await device('Min iPhone').getByText('ingen kalender har hentet den ennå').waitFor()
    expect((await fetched(address)).status).toBe(200)
    await doctor.reload()
    await device('Min iPhone').getByText('Kopien på iPhone eller iPad er oppdatert').waitFor()
    expect(await faultsOn(doctor)).toEqual([])
  })

  it('is changed without another address', async () => {
    await device('Min iPhone').getByRole('link', { name: 'Endre lenken' }).click()
    expect(await faultsOn(doctor)).toEqual([])
    expect(await doctor.getByLabel('Vis hvem som er bakvakt for meg').isChecked()).toBe(true)
    await doctor.getByLabel('Varsel før vakta').selectOption('60')
    await doctor.getByRole('button', { name: 'Lagre' }).click()
    await doctor.getByText('Endringen er lagret').waitFor()
    await device('Min iPhone').getByText('varsel 1 t før').waitFor()
    await device('Min iPhone').getByText('Noe annet er endret siden da').waitFor()
    expect((await fetched(address)).status).toBe(200)
  })

  it('gets another link in the place of one that others may have seen', async () => {
    await device('Min iPhone').getByText('Lag ny lenke', { exact: true }).click()
    await device('Min iPhone').getByText('det kan ikke angres').first().waitFor()
    await device('Min iPhone').getByRole('button', { name: 'Lag ny lenke' }).click()
    await doctor.getByRole('heading', { name: 'er klar' }).waitFor()
    const fresh = await doctor.getByRole('textbox', { name: 'Adressen' }).inputValue()
    expect(fresh).not.toBe(address)
    expect((await fetched(address)).text).toContain('Kalenderlenken er slått av')
    expect((await fetched(fresh)).text).not.toContain('Kalenderlenken er slått av')
    address = fresh
  })

  it('turns a link off, without script too', async () => {
    const state = await doctor.context().storageState()
    const plain = await browser.newContext({ locale: 'nb-NO', javaScriptEnabled: false, storageState: state })
    const page = await plain.newPage()
    await page.goto(`${app.address}/me/calendar`)
    await page.locator('summary', { hasText: 'Slå av' }).click()
    await page.getByRole('button', { name: 'Slå av lenken «Min iPhone»' }).click()
    await page.getByText('Kalenderlenken er slått av').waitFor()
    expect(await page.getByRole('heading', { name: 'Min iPhone' }).count()).toBe(0)
    expect((await fetched(address)).text).toContain('Kalenderlenken er slått av')
    await plain.close()
  })

  it('says in place why a file can’t be had', async () => {
    await doctor.goto(`${app.address}/me/calendar`)
    await doctor.getByLabel('Fra og med').fill('2027-01-04')
    await doctor.getByLabel('Til og med').fill('2027-01-03')
    await doctor.getByRole('button', { name: 'Last ned' }).click()
    await doctor.getByRole('alert').waitFor()
    expect(await doctor.getByLabel('Fra og med').inputValue()).toBe('2027-01-04')
    expect(await faultsOn(doctor)).toEqual([])
  })
})

describe('a district’s calendar', () => {
  it('is subscribed to by who may read it, and ended by its coordinator', async () => {
    await doctor.goto(`${app.address}${FJORDANE}/calendar`)
    expect(await doctor.getByText('For legevaktsentralen').count()).toBe(0)
    expect(await faultsOn(doctor)).toEqual([])
    await doctor.getByLabel('Hva er lenken til?').fill('Nettbrett')
    await doctor.getByLabel('Hvilke vakter?').selectOption({ index: 1 })
    await doctor.getByRole('button', { name: 'Lag kalenderlenke' }).click()
    const url = await doctor.getByRole('textbox', { name: 'Adressen' }).inputValue()
    expect(url).toMatch(/\/d\/[\w-]{64}\/distrikt\.ics$/)
    expect((await fetched(url)).status).toBe(200)
    await coordinator.goto(`${app.address}${FJORDANE}/calendar`)
    const card = coordinator.locator('li.ds-card', { hasText: 'Nettbrett' })
    await card.getByText('Sigrid Hovland Eide').waitFor()
    expect(await faultsOn(coordinator)).toEqual([])
    await card.getByText('Slå av', { exact: true }).click()
    await card.getByRole('button', { name: 'Slå av lenken «Nettbrett»' }).click()
    await coordinator.getByText('Kalenderlenken er slått av').waitFor()
    expect((await fetched(url)).text).toContain('Kalenderlenken er slått av')
  })
})
