import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, contrastFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { exampleFile, startBundledApp } from '../support/bundled-app.ts'
import { type RunningApp, signInAs } from '../support/running-app.ts'

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }
const OLD_ADDRESS = 'doctor@example.test'
const NEW_ADDRESS = 'sigrid.ny@example.test'
const NAME = 'Sigrid Hovland Eide'
const DISTRICT = '/districts/fjordane'
const ERASURE = `${DISTRICT}/doctors/sigrid-hovland-eide/erasure`
const MUNICIPALITY = '/municipalities/4647'
const MS_PER_DAY = 86_400_000
/** Twice as long as the outbox waits between two looks. */
const MS_TO_LEAVE = 20_000

let app: RunningApp
let browser: Browser
let doctor: Page
let coordinator: Page
let decider: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startBundledApp([exampleFile('fjordane')]), openBrowser()])
  ;[doctor, coordinator, decider] = await Promise.all([newPage(), newPage(), newPage()])
  await signInAs(doctor, app, OLD_ADDRESS)
  await signInAs(coordinator, app, 'coordinator@example.test')
  await signInAs(decider, app, 'decider@example.test')
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

// One story told in order: each step stands on the one before. Mail leaves every ten seconds, so pages are judged while it is awaited.
describe('a doctor who looks after what is kept of them', () => {
  it('changes the address by a code, by keyboard alone', async () => {
    await doctor.goto(`${app.address}/me/contact`)
    await doctor.getByLabel('Ny e-postadresse').focus()
    await doctor.keyboard.type(NEW_ADDRESS)
    await doctor.keyboard.press('Enter')
    await doctor.getByRole('heading', { name: 'Skriv koden' }).waitFor()
    const [[, code = ''], ...faults] = await Promise.all([
      mailed(NEW_ADDRESS, /Koden din er (\d{6})/),
      pagesOf(doctor, ['/me/contact', '/me/contact/code'], 'nb-NO'),
      pagesOf(await newPage(), ['/privacy'], 'en-GB'),
    ])
    expect(faults.flat()).toEqual([])
    await typeCode(code === '123456' ? '123457' : '123456')
    await doctor.getByText('Koden stemmer ikke').first().waitFor()
    expect(await accessibilityFaults(doctor)).toEqual([])
    await typeCode(code)
    await doctor.getByText('E-postadressen er endret.').waitFor()
  })

  it('signs in by the new address and not by the old one, which is told', async () => {
    const page = await newPage()
    await askForLink(page, OLD_ADDRESS)
    await askForLink(page, NEW_ADDRESS)
    const [[link = ''], ...faults] = await Promise.all([
      mailed(NEW_ADDRESS, /http\S+\/sign-in\/\S+/),
      pagesOf(coordinator, ['/installation/retention', `${DISTRICT}/day-notes`], 'nb-NO'),
    ])
    expect(faults.flat()).toEqual([])
    const [told] = await mailed(OLD_ADDRESS, /.+/s)
    expect(told).toContain('E-postadressen din i Legevaktplan er endret')
    expect(told).not.toContain(NEW_ADDRESS)
    await page.goto(link)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('link', { name: 'Mine vakter' }).first().waitFor()
    await page.goto(`${app.address}/me/contact`)
    await page.getByText(`E-postadressen din er ${NEW_ADDRESS}.`).waitFor()
    await page.context().close()
  })

  it('claims a right, which the deciding municipality reads, and its log tells of the reading', async () => {
    await doctor.goto(`${app.address}/me/exemptions/claim`)
    await doctor.getByLabel('Svangerskap').check()
    await doctor.getByLabel('Termin eller barnets fødselsdato').fill(dayFrom(100))
    await doctor.keyboard.press('Enter')
    await doctor.getByRole('heading', { name: 'Se over kravet' }).waitFor()
    await doctor.getByRole('button', { name: 'Krev fritaket' }).click()
    await doctor.getByText('Kravet ditt er lagret').waitFor()
    const faults = await pagesOf(decider, [`${MUNICIPALITY}/exemptions`, `${MUNICIPALITY}/log`], 'nb-NO')
    expect(faults).toEqual([])
    await decider.goto(`${app.address}${MUNICIPALITY}/exemptions`)
    await decider.getByText(NAME).first().waitFor()
    await decider.goto(`${app.address}${MUNICIPALITY}/log`)
    await decider.getByText('Leste hvorfor leger er fritatt').first().waitFor()
  })

  it('sees all that is kept, and asks by keyboard alone to be forgotten', async () => {
    expect(await pagesOf(doctor, ['/me/data', '/me/exemptions'], 'nn-NO')).toEqual([])
    await doctor.goto(`${app.address}/me/data`)
    await tabTo(doctor, 'Be om å bli slettet')
    await doctor.keyboard.press('Enter')
    await doctor.getByText('Du har bedt om å bli slettet. Koordinator får e-post').waitFor()
    expect(await doctor.getByRole('button', { name: 'Trekk tilbake' }).count()).toBe(1)
  })
})

describe('a coordinator who is asked to forget a doctor', () => {
  it('finds who asked, and is told what must be done first', async () => {
    await coordinator.goto(`${app.address}${DISTRICT}/doctors`)
    await coordinator.getByRole('link', { name: NAME }).first().click()
    await coordinator.getByText('Legen ba om det selv').waitFor()
    await coordinator.getByText('Avtalen eller plassen i vaktordningen er ikke avsluttet').waitFor()
    expect(await coordinator.getByRole('button', { name: 'Slett for godt' }).count()).toBe(0)
    await shoot(coordinator, 'erasure blocked')
  })

  it('sees what others wrote, also since the page was opened, and forgets the doctor by keyboard', async () => {
    await coordinator.goto(`${app.address}${DISTRICT}/doctors/sigrid-hovland-eide/change`)
    await coordinator.locator('summary').filter({ hasText: 'Legen slutter' }).click()
    await coordinator.getByLabel('Første dag legen ikke er med').fill(dayFrom(-1))
    await coordinator.getByRole('button', { name: 'Avslutt legen' }).click()
    await coordinator.getByText('Legen deltar ikke lenger.').waitFor()
    await note(dayFrom(2), `${NAME} har nøkkelen`)
    await coordinator.goto(app.address + ERASURE)
    await coordinator.getByText(`${NAME} har nøkkelen`).waitFor()
    const other = await note(dayFrom(3), 'Sigrid kommer innom', await coordinator.context().newPage())
    await other.close()
    await typeName()
    await coordinator.getByText('Ny: Sigrid kommer innom').waitFor()
    expect(await faultsOn(coordinator, 'erasure form')).toEqual([])
    await tabTo(coordinator, 'text-0')
    await coordinator.keyboard.press('Space')
    await typeName()
    await coordinator.getByText('Opplysningene om legen er slettet.').waitFor()
    expect(await coordinator.content()).not.toContain(NAME)
    await coordinator.goto(app.address + ERASURE)
    await coordinator.getByText('Opplysningene om denne legen er slettet.').waitFor()
  })

  it('leaves the doctor signed out, and told', async () => {
    await doctor.goto(`${app.address}/me/data`)
    expect(new URL(doctor.url()).pathname).toBe('/sign-in')
    await mailed(NEW_ADDRESS, /Opplysningene dine i .* er slettet/)
  })
})

async function newPage(options: BrowserContextOptions = desk): Promise<Page> {
  return (await browser.newContext(options)).newPage()
}

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto(`${app.address}/sign-in`)
  await page.getByLabel('E-post').fill(email)
  await page.getByRole('button', { name: 'Send lenke' }).click()
  await page.getByRole('heading', { name: 'Se i e-posten' }).waitFor()
}

/** What the newest mail to an address says of this, as the outbox of a development server shows it once it has left. */
async function mailed(email: string, wanted: RegExp): Promise<string[]> {
  const page = await newPage()
  for (const until = Date.now() + MS_TO_LEAVE; Date.now() < until; await page.waitForTimeout(250)) {
    await page.goto(`${app.address}/dev/outbox`)
    const mails = page.getByRole('article').filter({ hasText: email })
    const found = (await mails.count()) > 0 ? wanted.exec(await mails.first().innerText()) : null
    if (!found) continue
    await page.context().close()
    return found
  }
  throw new Error(`no mail to ${email} says ${wanted}`)
}

async function typeCode(code: string): Promise<void> {
  await doctor.getByLabel('Koden på seks sifre').focus()
  await doctor.keyboard.type(code)
  await doctor.keyboard.press('Enter')
}

async function typeName(): Promise<void> {
  await coordinator.getByLabel('Skriv hele navnet for å bekrefte').focus()
  await coordinator.keyboard.type(NAME)
  await coordinator.keyboard.press('Enter')
}

async function note(date: string, text: string, page: Page = coordinator): Promise<Page> {
  await page.goto(`${app.address}${DISTRICT}/day-notes?date=${date}`)
  await page.getByText('Skriv ikke noe om pasienter').first().waitFor()
  await page.locator('#f-text').fill(text)
  await page.keyboard.press('Enter')
  await page.getByText('Merknaden er lagret.').waitFor()
  return page
}

/** Presses Tab until what says this, or has this id, has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    const focused = '[document.activeElement?.textContent, document.activeElement?.id]'
    if ((await page.evaluate<unknown[]>(focused)).includes(wanted)) return
  }
  throw new Error(`${wanted} is not reached by the keyboard`)
}

/** What is wrong with these pages as somebody sees them in a language, with all that is folded opened. */
async function pagesOf(who: Page, asked: readonly string[], locale: string): Promise<string[]> {
  const page = await newPage({ ...desk, locale })
  await page.context().addCookies(await who.context().cookies())
  const faults: string[] = []
  for (const path of asked) {
    const answer = await page.goto(app.address + path)
    const language = await page.locator('html').getAttribute('lang')
    if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`)
    if (language !== locale.slice(0, 2)) faults.push(`${path} is in ${language}`)
    await page.evaluate("for (const own of document.querySelectorAll('main details')) own.open = true")
    faults.push(...(await faultsOn(page, `${path} ${locale}`)))
  }
  await page.context().close()
  return faults
}

/** Every rule in the light, at a desk and on a phone; in the dark what other colours can break. */
async function faultsOn(page: Page, place: string): Promise<string[]> {
  const faults: string[] = []
  for (const [width, colorScheme, judge] of [
    [320, 'light', accessibilityFaults],
    [320, 'dark', contrastFaults],
    [1280, 'dark', contrastFaults],
    [1280, 'light', accessibilityFaults],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    if (await isWiderThanScreen(page)) faults.push(`${place} is wider than ${width}`)
    faults.push(...(await judge(page)).map((fault) => `${place} ${width} ${colorScheme}: ${fault}`))
    await shoot(page, `${place} ${width} ${colorScheme}`)
  }
  return faults
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return
  await page.screenshot({ path: `${process.env.SHOTS}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
}

/** A date so many days from today; never so near midnight that a day is off matters. */
function dayFrom(days: number): string {
  return new Date(Date.now() + days * MS_PER_DAY).toISOString().slice(0, 10)
}
