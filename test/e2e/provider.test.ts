import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { startBundledApp } from '../support/bundled-app.ts'
import { clientKey } from '../support/fake-provider.ts'
import type { RunningApp } from '../support/running-app.ts'
import { type ServedProvider, serveProvider } from '../support/served-provider.ts'

let app: RunningApp
let browser: Browser
let testporten: ServedProvider
let page: Page

const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600

/** What the provider knows somebody as, now and when it remembers them from before. */
const people = {
  'Kari viser hvem hun er': () => ({ sub: 'kari', acr: 'high' }),
  'Kari er husket': () => ({ sub: 'kari', acr: 'high', auth_time: anHourAgo() }),
  'En ukjent': () => ({ sub: 'unknown', acr: 'high' }),
}

beforeAll(async () => {
  const { secret } = await clientKey()
  const keys = async () => {
    const answer = await fetch(`${app.address}/.well-known/jwks.json`)
    return ((await answer.json()) as { keys: JsonWebKey[] }).keys
  }
  ;[testporten, browser] = await Promise.all([serveProvider(people, keys), openBrowser()])
  app = await startBundledApp([], { OIDC_KEYS: secret })
  page = await (
    await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } })
  ).newPage()
  await page.goto(app.signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('button', { name: 'Logg ut' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([app?.stop(), testporten?.stop()])
})

async function faultsHere(): Promise<string[]> {
  const faults: string[] = []
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    if (await isWiderThanScreen(page)) faults.push(`${page.url()} is wider than ${width}`)
    faults.push(...(await accessibilityFaults(page)))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return faults
}

async function asAt(provider: keyof typeof people): Promise<void> {
  await page.getByRole('link', { name: provider }).click()
}

// One story told in order: each step stands on the one before.
describe('a provider', () => {
  it('is added by an administrator, tried out and opened', async () => {
    await page.goto(`${app.address}/installation/providers`)
    expect(await faultsHere()).toEqual([])
    await page.getByRole('link', { name: 'Legg til en annen tjeneste' }).click()
    await page.getByLabel('Navn').fill('Testporten')
    await page.getByLabel('Utsteder').fill('https://10.0.0.1')
    await page.getByLabel('Vår klient-id').fill('legevaktplan')
    await page.getByLabel('Nivå vi ber om').fill('high')
    await page.getByLabel('Nivå som holder').fill('high')
    await page.getByLabel('Åpen').check()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('alert').waitFor()
    expect(await faultsHere()).toEqual([])
    await page.getByLabel('Utsteder').fill(testporten.provider.settings.issuer)
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Innloggingstjenesten er lagret').waitFor()
    await page.getByRole('button', { name: 'Prøv Testporten' }).click()
    await page.getByText('Tjenesten svarer').waitFor()
    expect(await faultsHere()).toEqual([])
  })

  it('is linked to one’s own account', async () => {
    await page.goto(`${app.address}/me/access`)
    expect(await faultsHere()).toEqual([])
    await page.getByRole('button', { name: 'Knytt til Testporten' }).click()
    await asAt('Kari viser hvem hun er')
    await page.getByText('Innloggingen er knyttet til kontoen din').waitFor()
    await page.getByRole('button', { name: 'Fjern innloggingen via Testporten' }).waitFor()
    expect(await faultsHere()).toEqual([])
  })

  it('lets its people in from then on, by the keyboard alone, and no one else', async () => {
    await page.getByRole('button', { name: 'Logg ut' }).click()
    await page.getByRole('button', { name: 'Logg inn via Testporten' }).click()
    await asAt('En ukjent')
    await page.getByText('Ingen konto her er knyttet til denne innloggingen').waitFor()
    expect(page.url()).not.toContain('code=')
    expect(await faultsHere()).toEqual([])
    await page.goto(`${app.address}/sign-in`)
    await page.getByRole('button', { name: 'Logg inn via Testporten' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Kari er husket' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Logg ut' }).waitFor()
    expect(new URL(page.url()).origin).toBe(app.address)
  })

  it('that remembered somebody is asked again before what can do most harm', async () => {
    await page.goto(`${app.address}/confirm`)
    expect(await faultsHere()).toEqual([])
    await page.getByRole('button', { name: 'Bekreft via Testporten' }).click()
    await asAt('Kari er husket')
    await page.getByText('Svaret fra innloggingstjenesten kan ikke brukes').waitFor()
    await page.goto(`${app.address}/confirm`)
    await page.getByRole('button', { name: 'Bekreft via Testporten' }).click()
    await asAt('Kari viser hvem hun er')
    await page.waitForURL((url) => url.origin === app.address && !url.pathname.startsWith('/sign-in'))
    await page.goto(`${app.address}/confirm`)
    await page.getByText('Du har nettopp bekreftet at det er deg').waitFor()
  })

  it('lets its people in without script', async () => {
    const bare = await (await browser.newContext({ locale: 'nb-NO', javaScriptEnabled: false })).newPage()
    await bare.goto(`${app.address}/sign-in`)
    await bare.getByRole('button', { name: 'Logg inn via Testporten' }).click()
    await bare.getByRole('link', { name: 'Kari viser hvem hun er' }).click()
    await bare.getByRole('button', { name: 'Logg ut' }).waitFor()
  })
})
