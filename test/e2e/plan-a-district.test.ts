import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, contrastFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { dutiesInFeed, dutiesOnBoard } from '../support/published-duties.ts'
import { type RunningApp, signInAs, startApp } from '../support/running-app.ts'

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }
const phone = { viewport: { width: 390, height: 800 }, locale: 'nb-NO' }
const gp = { id: 'sigrid-hovland-eide', name: 'Sigrid Hovland Eide' }

let app: RunningApp
let browser: Browser
let coordinator: Page
let doctor: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  coordinator = await (await browser.newContext(desktop)).newPage()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

// One story told in order: each step stands on the one before.
describe('planning a real district, end to end', () => {
  it('signs the coordinator in by the printed link, once', async () => {
    await coordinator.goto(app.signInUrl)
    await coordinator.getByRole('button', { name: 'Logg inn' }).click()
    await coordinator.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
    const stranger = await (await browser.newContext(desktop)).newPage()
    await stranger.goto(app.signInUrl)
    expect(await stranger.getByRole('button', { name: 'Logg inn' }).count()).toBe(0)
    await stranger.getByRole('link', { name: 'Be om en ny lenke' }).waitFor()
    await stranger.context().close()
  })

  it('builds half a year of Fjordane at one press, with every duty held and no rule broken', async () => {
    await coordinator.goto(`${app.address}/districts/fjordane/new-draft`)
    await coordinator.getByLabel('Navn på planen').fill('Vår 2027')
    await coordinator.getByLabel('Første dag').fill('2027-01-04')
    await coordinator.getByLabel('Siste dag').fill('2027-07-04')
    await coordinator.getByRole('button', { name: 'Lag utkast' }).click()
    await coordinator.getByText('Valg for byggingen').click()
    await coordinator.getByLabel(/^Kort/).first().check()
    await coordinator.getByRole('button', { name: 'Bygg vaktlista' }).click()
    // While it builds the page says so too, so the heading tells when it is over.
    await coordinator.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 100_000 })
    await coordinator.getByText('Alle vakter har fått lege').waitFor()
    await coordinator.getByRole('link', { name: 'Se vaktlista' }).click()
    expect(await coordinator.getByText('alle vakter i planen har lege').count()).toBe(1)
    expect(await blockingFlags(coordinator).count()).toBe(0)
  })

  it('flags a duty moved into a breach, with its sentence, and takes the move back, without script', async () => {
    const session = await coordinator.context().storageState()
    const plain = await browser.newContext({ ...desktop, javaScriptEnabled: false, storageState: session })
    const page = await plain.newPage()
    await page.goto(coordinator.url())
    await page.locator('td a.d').nth(5).click()
    await page.getByText('leger som ikke passer').click()
    await page.getByRole('button', { name: 'Ragnhild Kvamme' }).click()
    await page.getByText('Endringen er lagret i utkastet').waitFor()
    await blockingFlags(page).waitFor({ state: 'attached' })
    expect(await page.locator('#flags').textContent()).toMatch(
      /Ragnhild Kvamme er ikke tilgjengelig for \S+ \S+/,
    )
    const undo = page.locator('form[action$="/undo"] button')
    expect(await undo.textContent()).toMatch(/^Angre/)
    await unfolded(undo)
    await undo.click()
    await page.getByText('Siste endring er angret').waitFor()
    expect(await blockingFlags(page).count()).toBe(0)
    await plain.close()
    await coordinator.reload()
  })

  it('publishes with the difference for each doctor', async () => {
    await coordinator.getByRole('link', { name: 'Se over og publiser' }).click()
    expect(await coordinator.getByRole('row', { name: gp.name }).first().innerText()).toMatch(/\d+ vakter/)
    await coordinator.getByRole('button', { name: 'Publiser' }).click()
    await coordinator.getByText('Vaktlista er publisert').waitFor()
  })

  it('amends one published duty in four clicks, and only that duty', async () => {
    const rota = `${app.address}/districts/fjordane/rota?from=2027-01-04&view=list`
    await coordinator.goto(rota)
    const before = await coordinator.locator('.day-list b').allInnerTexts()
    const [first] = before
    await coordinator.locator('.day-list a').first().click()
    await coordinator.getByRole('radio').first().check()
    await coordinator.getByRole('radio', { name: 'Bytte' }).check()
    await coordinator.getByRole('button', { name: 'Endre vakta' }).click()
    await coordinator.getByText('Vakta er endret').waitFor()
    expect(await coordinator.getByText('Historikk').count()).toBe(1)
    await coordinator.goto(rota)
    const after = await coordinator.locator('.day-list b').allInnerTexts()
    expect(after[0]).not.toBe(first)
    expect(after.slice(1)).toEqual(before.slice(1))
  })

  it('gives a GP a feed that equals the board, by a parser that is not ours', async () => {
    doctor = await (await browser.newContext(phone)).newPage()
    await signInAs(doctor, app, 'doctor@example.test')
    await doctor.goto(`${app.address}/me/calendar`)
    await doctor.getByLabel('Hva er lenken til?').fill('min telefon')
    await doctor.getByRole('button', { name: 'Lag kalenderlenke' }).click()
    await doctor.getByRole('heading', { name: 'Kalenderlenken til «min telefon» er klar' }).waitFor()
    const link = /http[^"<\s]*\/k\/[\w-]+\/vakter\.ics/.exec(await doctor.content())?.[0]
    const answer = await fetch(link ?? 'no calendar link shown')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const inFeed = dutiesInFeed(await answer.text(), '2027')
    const onBoard = await dutiesOnBoard(
      doctor,
      `${app.address}/districts/fjordane/rota`,
      gp.name,
      '2027-01-04',
      5,
    )
    expect(inFeed.length).toBeGreaterThan(20)
    expect(inFeed).toEqual(onBoard)
    const again = await fetch(link ?? '', { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('shows the municipality the sums of the ledger', async () => {
    const period = 'kind=quarter&date=2027-01-01'
    await coordinator.goto(`${app.address}/districts/fjordane/ledger?${period}`)
    const ledger = await rowsByName(coordinator, 'Hjemmevakt')
    await coordinator.goto(`${app.address}/districts/fjordane/municipalities/4647/report?${period}`)
    const counts = await rowsByName(coordinator, 'Netter')
    const hours = await rowsByName(coordinator, 'Hjemmevakt')
    const own = Object.keys(counts).filter((name) => name in ledger)
    expect(own.length).toBeGreaterThan(3)
    for (const name of own)
      expect({ name, row: { ...counts[name], ...hours[name] } }).toEqual({ name, row: ledger[name] })
  })

  it('has no accessibility fault on any page, in light and dark', { timeout: 300_000 }, async () => {
    const draft = await newDraft(coordinator)
    const drafts = [draft, `${draft}?cell=fjordane-natt.2027-07-06.natt%230`, `${draft}/publish`]
    drafts.push(`${draft}/name`, `${draft}/comparison`, draft.replace('/drafts/', '/circulated/'))
    drafts.push(`${draft}/publish?part=some&line=fjordane-natt&from=2027-07-05&to=2027-07-11`)
    drafts.push(`${draft}/weights`, `${draft}/weights?value.wishes.step=own&value.wishes=3`)
    expect(await faultsOn(coordinator, [...pages, ...drafts])).toEqual([])
    expect(await faultsOn(doctor, doctorPages)).toEqual([])
  })

  it('needs no sideways scrolling of any page at 320 px', async () => {
    const wide: string[] = []
    for (const [page, paths] of [
      [coordinator, pages],
      [doctor, doctorPages],
    ] as const) {
      await page.setViewportSize({ width: 320, height: 800 })
      for (const path of paths) {
        await page.goto(app.address + path)
        if (await isWiderThanScreen(page)) wide.push(path)
      }
    }
    expect(wide).toEqual([])
  })
})

const fjordane = '/districts/fjordane'
const pages = [
  '/',
  '/sign-in',
  '/sign-in/a-link-that-is-not',
  '/import',
  fjordane,
  `${fjordane}/rota?from=2027-01-04&view=doctors`,
  `${fjordane}/rota?from=2027-03-22&view=lines`,
  `${fjordane}/rota?from=2027-05-10&view=list`,
  `${fjordane}/duties/fjordane-natt.2027-03-27.natt/0`,
  `${fjordane}/drafts`,
  `${fjordane}/revisions`,
  `${fjordane}/revisions/1`,
  `${fjordane}/revision-comparison?before=1&after=2`,
  `${fjordane}/circulated`,
  `${fjordane}/new-draft`,
  `${fjordane}/wishes`,
  `${fjordane}/doctors`,
  `${fjordane}/doctors/${gp.id}`,
  `${fjordane}/doctors/${gp.id}/unavailable`,
  '/municipalities/4647/exemptions',
  `${fjordane}/hours?from=2027-W01&weeks=13`,
  `${fjordane}/municipalities/4647/report?from=2027-W01&weeks=26`,
]

const doctorPages = [
  `${fjordane}/circulated`,
  '/',
  '/me/duties',
  '/me/calendar',
  '/me/exemptions',
  '/me/exemptions/claim',
  fjordane,
  `${fjordane}/rota?from=2027-01-04&view=doctors`,
]

async function faultsOn(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: 'light' })
    const answer = await page.goto(app.address + path)
    const found = await accessibilityFaults(page)
    const wanted = path.startsWith('/sign-in/') ? 404 : 200
    if (answer?.status() !== wanted) found.push(`answers ${answer?.status()}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await contrastFaults(page)).map((fault) => `dark: ${fault}`))
    faults.push(...found.map((fault) => `${path}: ${fault}`))
  }
  return faults
}

/** The path of a fresh draft that is still open. */
async function newDraft(page: Page): Promise<string> {
  await page.goto(`${app.address}${fjordane}/new-draft`)
  await page.getByLabel('Navn på planen').fill('Høst 2027')
  await page.getByLabel('Første dag').fill('2027-07-05')
  await page.getByLabel('Siste dag').fill('2027-08-15')
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  await page.getByRole('heading', { name: 'Høst 2027' }).waitFor()
  return new URL(page.url()).pathname
}

/** Wherever the list is folded. */
function blockingFlags(page: Page) {
  const name = 'Må rettes før publisering'
  return page.locator('#flags').getByRole('heading', { name, includeHidden: true })
}

/** Opens what the button is folded into, if it is. */
async function unfolded(button: Locator): Promise<void> {
  if (await button.isVisible()) return
  await button.locator('xpath=ancestor::details[not(@open)][1]/summary').click()
}

const compared = ['hjemmevakt', 'bakvakt', 'vakter', 'netter']

/** '16 t 30 min' and '16:30' alike; what is no time stays. */
function inMinutes(text: string): string | number {
  const [, hours, minutes = '0'] =
    /^(\d+)(?:\u00a0| )t(?:(?:\u00a0| )(\d+)(?:\u00a0| )min)?$/.exec(text) ??
    /^(\d+):(\d\d)$/.exec(text) ??
    []
  return hours === undefined ? text : Number(hours) * 60 + Number(minutes)
}

/** The first table's rows by doctor, with the columns that ledger and report share. */
async function rowsByName(
  page: Page,
  column: string,
): Promise<Record<string, Record<string, string | number>>> {
  const table = page
    .locator('table')
    .filter({ has: page.getByRole('columnheader', { name: column }) })
    .first()
  const heads = (await table.locator('thead tr').last().locator('th').allInnerTexts()).map((head) =>
    head.toLowerCase().trim(),
  )
  const rows: Record<string, Record<string, string | number>> = {}
  for (const row of await table.locator('tbody tr').all()) {
    const cells = await row.locator('th, td').allInnerTexts()
    const named = heads.map((head, index) => [head, inMinutes(cells[index]?.trim() ?? '')] as const)
    rows[cells[0]?.trim() ?? ''] = Object.fromEntries(named.filter(([head]) => compared.includes(head)))
  }
  return rows
}
