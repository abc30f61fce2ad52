import { DatabaseSync } from 'node:sqlite'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { type BundledApp, startBundledApp } from '../support/bundled-app.ts'
import { exampleDistrict, person } from '../support/example-district.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }
const people = [
  ...['a', 'b', 'c'].map((letter) => person(letter, `Lege ${letter.toUpperCase()}`)),
  { ...person('d', 'Lege D'), email: null },
]
const district = exampleDistrict('vestby', people)

let app: BundledApp
let browser: Browser
/** Of whoever comes by an invitation, and later as somebody else again. */
let desk: Page
let key: VirtualKey

beforeAll(async () => {
  const file = JSON.parse(writeDistrictFile({ version: 1, district, timeline: null }))
  ;[app, browser] = await Promise.all([startBundledApp([file]), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

interface VirtualKey {
  readonly cdp: CDPSession
  readonly id: string
}

/** A device of the browser's own that keeps passkeys, and is unlocked by its holder. */
async function newKey(page: Page): Promise<VirtualKey> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id }
}

const unlock = ({ cdp, id }: VirtualKey, isUserVerified: boolean) =>
  cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified })

async function credentialsOn({ cdp, id }: VirtualKey): Promise<number> {
  return (await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials.length
}

async function newContext(said: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...desktop, ...said })
  context.setDefaultTimeout(15_000)
  return context
}

/** What no test waits for: whoever is signed in has shown who they are eleven minutes ago. */
function letTimePass(): void {
  const db = new DatabaseSync(app.database)
  db.exec("UPDATE session SET authenticated_at = strftime('%Y-%m-%dT%H:%MZ', 'now', '-11 minutes')")
  db.close()
}

/** What is wrong with the page as it stands, on a desk by day and on a telephone by night. */
async function faultsOn(page: Page, picture?: string): Promise<string[]> {
  const faults: string[] = []
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    if (process.env.PICTURES && picture)
      await page.screenshot({
        path: `${process.env.PICTURES}/${picture}-${width}-${colorScheme}.png`,
        fullPage: true,
      })
    if (await isWiderThanScreen(page)) faults.push(`wider than ${width}`)
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${width} ${colorScheme}: ${fault}`))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return faults
}

/** A page of a browser that is signed in by the printed link, which counts as strong on a development server. */
async function administrator(): Promise<Page> {
  const page = await (await newContext()).newPage()
  await page.goto(app.signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  return page
}

/** The link by which somebody whose address is not known is given a role. */
async function invitation(page: Page, role: RegExp): Promise<string> {
  await page.goto(`${app.address}/districts/vestby/members`)
  await page.locator('details:has(#f-role) > summary').click()
  await page.getByLabel(role).check()
  await page.getByRole('button', { name: 'Inviter', exact: true }).click()
  await page.getByRole('heading', { name: 'Invitasjonen er klar' }).waitFor()
  return shownLink(await page.content())
}

const shownLink = (page: string) => /http[^"<\s]*\/sign-in\/[\w-]+/.exec(page)?.[0] ?? 'no invitation shown'

// One story told in order: each step stands on the one before.
describe('a passkey in a real browser', () => {
  it('is made at once by whoever comes by an invitation to a role that asks for it', async () => {
    const link = await invitation(await administrator(), /^Koordinator:/)
    desk = await (await newContext()).newPage()
    key = await newKey(desk)
    await desk.goto(link)
    await desk.getByRole('button', { name: 'Logg inn' }).click()
    await desk.getByRole('heading', { name: 'Gjør innloggingen sikker' }).waitFor()
    expect(await faultsOn(desk, 'first')).toEqual([])
    await desk.getByLabel('Navn på passnøkkelen').fill('Jobb-PC')
    await desk.getByRole('button', { name: 'Lag passnøkkel' }).click()
    await desk.getByRole('heading', { name: 'Distrikt vestby' }).waitFor()
    expect(await credentialsOn(key)).toBe(1)
  })

  it('is listed with its name', async () => {
    await desk.goto(`${app.address}/me/access`)
    await desk.getByText('Jobb-PC').waitFor()
    await desk.locator('li', { hasText: 'Jobb-PC' }).getByText('Ikke brukt ennå').waitFor()
    expect(await faultsOn(desk, 'access')).toEqual([])
  })

  it('is not made twice on one device', async () => {
    await desk.goto(`${app.address}/me/access/passkeys`)
    expect(await faultsOn(desk, 'add')).toEqual([])
    await desk.getByLabel('Navn på passnøkkelen').fill('En gang til')
    await desk.getByRole('button', { name: 'Lag passnøkkel' }).click()
    await desk.getByText('Denne enheten har alt en passnøkkel').waitFor()
    expect(await faultsOn(desk, 'known')).toEqual([])
    expect(await credentialsOn(key)).toBe(1)
  })

  it('signs in without a name after signing out', async () => {
    await desk.getByRole('button', { name: 'Logg ut' }).click()
    await desk.getByRole('button', { name: 'Logg inn med passnøkkel' }).waitFor()
    expect(await faultsOn(desk, 'sign-in')).toEqual([])
    await desk.getByRole('button', { name: 'Logg inn med passnøkkel' }).click()
    await desk.getByRole('button', { name: 'Logg ut' }).waitFor()
    await desk.goto(`${app.address}/me/access`)
    await desk.locator('li', { hasText: 'Jobb-PC' }).getByText('Sist brukt').waitFor()
  })

  it('is asked for again before publishing, which then goes through', async () => {
    await desk.goto(`${app.address}/districts/vestby/new-draft`)
    await desk.getByLabel('Navn på planen').fill('Vår 2027')
    await desk.getByLabel('Første dag').fill('2027-01-04')
    await desk.getByLabel('Siste dag').fill('2027-01-10')
    await desk.getByRole('button', { name: 'Lag utkast' }).click()
    await desk.getByText('Valg for byggingen').click()
    await desk.getByLabel(/^Kort/).first().check()
    await desk.getByRole('button', { name: 'Bygg vaktlista' }).click()
    await desk.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 100_000 })
    await desk.getByRole('link', { name: 'Se vaktlista' }).click()
    await desk.getByRole('link', { name: 'Se over og publiser' }).click()
    letTimePass()
    await desk.getByRole('button', { name: 'Publiser' }).click()
    await desk.getByRole('heading', { name: 'Bekreft at det er deg' }).waitFor()
    expect(await faultsOn(desk, 'confirm')).toEqual([])
    await desk.getByRole('button', { name: 'Bekreft med passnøkkel' }).click()
    await desk.getByText('Du ville: publisere en plan').waitFor()
    await desk.getByRole('button', { name: 'Gjør det nå' }).click()
    await desk.getByText('Vaktlista er publisert').waitFor()
  })

  it('of a device that is not unlocked signs nobody in, and the page says what to do', async () => {
    await desk.getByRole('button', { name: 'Logg ut' }).click()
    await unlock(key, false)
    await desk.getByRole('button', { name: 'Logg inn med passnøkkel' }).click()
    await desk.getByText('Det ble avbrutt, eller enheten fant ingen passnøkkel').waitFor()
    expect(await faultsOn(desk, 'cancelled')).toEqual([])
    await unlock(key, true)
    await desk.getByRole('button', { name: 'Logg inn med passnøkkel' }).click()
    await desk.getByRole('button', { name: 'Logg ut' }).waitFor()
  })

  it('is renamed, and not removed as the last that the role can be reached by', async () => {
    await desk.goto(`${app.address}/me/access`)
    await desk.getByRole('link', { name: 'Endre navn eller fjern passnøkkelen Jobb-PC' }).click()
    await desk.getByLabel('Navn på passnøkkelen').fill('x'.repeat(61))
    await desk.getByRole('button', { name: 'Lagre navnet' }).click()
    expect(await faultsOn(desk, 'rename')).toEqual([])
    await desk.getByLabel('Navn på passnøkkelen').fill('PC-en på vaktrommet')
    await desk.getByRole('button', { name: 'Lagre navnet' }).click()
    await desk.getByText('Det nye navnet er lagret').waitFor()
    await desk.getByRole('link', { name: /^Endre navn eller fjern passnøkkelen PC-en/ }).click()
    await desk.getByRole('button', { name: 'Fjern passnøkkelen' }).click()
    await desk.getByText('Dette er den siste måten').waitFor()
    expect(await faultsOn(desk, 'last')).toEqual([])
  })

  it('is what a doctor without an address is led to, and stands there when it is made', async () => {
    await desk.goto(`${app.address}/districts/vestby/doctors/d`)
    await desk.getByRole('button', { name: 'Lag invitasjon' }).click()
    await desk.getByText('Lenke til legen').waitFor()
    const link = shownLink(await desk.content())
    const phone = await (await newContext({ viewport: { width: 320, height: 700 } })).newPage()
    await newKey(phone)
    await phone.goto(link)
    await phone.getByRole('button', { name: 'Ta imot og logg inn' }).click()
    await phone.getByText('Du har ingen måte å logge inn på igjen.').waitFor()
    expect(await accessibilityFaults(phone)).toEqual([])
    await phone.getByRole('link', { name: 'Legg til passnøkkel' }).click()
    await phone.getByLabel('Navn på passnøkkelen').fill('Telefonen')
    await phone.getByRole('button', { name: 'Lag passnøkkel' }).click()
    await phone.getByText('Passnøkkelen er lagt til.').waitFor()
    await phone.getByText('Telefonen', { exact: true }).waitFor()
    await phone.context().close()
  })

  it('is not offered without script, and the page says so beside the other ways', async () => {
    const plain = await (await newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(`${app.address}/sign-in`)
    await plain.getByText('Passnøkkel krever at nettleseren kjører skript').waitFor()
    // Advice for a button that is not there.
    expect(await plain.getByText('Ligger passnøkkelen på telefonen?').isVisible()).toBe(false)
    expect(await plain.getByRole('button', { name: 'Logg inn med passnøkkel' }).count()).toBe(0)
    expect(await plain.getByRole('textbox', { name: /^E-post/ }).count()).toBe(1)
  })

  it('is not offered by a browser that knows none', async () => {
    const page = await (await newContext()).newPage()
    await page.addInitScript('delete window.PublicKeyCredential')
    await page.goto(`${app.address}/sign-in`)
    await page.getByText('Denne nettleseren kan ikke bruke passnøkler').waitFor()
    expect(await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).count()).toBe(0)
  })
})
