import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startApp } from '../support/running-app.ts'

const DISTRICTS = ['nordoey', 'fjordane', 'storby'] as const
const EFFORTS = { short: /^Kort/, normal: /^Vanlig/, long: /^Lenge/ } as const
const MINUTES = 15

/** What the page's own marks tell of one build, in seconds from the press of the button. */
interface Measured {
  readonly district: string
  readonly duties: string
  readonly firstFull: number | null
  readonly lastImproved: number | null
  readonly built: number
  readonly stored: number
  readonly result: string
}

/**
 * All three example districts, 26 weeks each, built by the coordinator's browser as `npm start` serves it: seconds to the first
 * full rota, to the last improvement and to the rota in the draft.
 */
async function main(effort: keyof typeof EFFORTS): Promise<void> {
  const app = await startApp()
  const browser = await openBrowser()
  try {
    const page = await signedIn(browser, app.signInUrl)
    const cores = await page.evaluate('navigator.hardwareConcurrency')
    process.stdout.write(`${effort}, ${cores} cores\n`)
    for (const district of DISTRICTS) {
      const found = await measure(page, app.address, district, EFFORTS[effort])
      process.stdout.write(`${JSON.stringify(found)}\n`)
    }
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function signedIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  return page
}

async function measure(page: Page, address: string, district: string, effort: RegExp): Promise<Measured> {
  await page.goto(`${address}/districts/${district}/new-draft`)
  await page.getByLabel('Navn på planen').fill('26 uker')
  await page.getByLabel('Første dag').fill('2027-01-04')
  await page.getByLabel('Siste dag').fill('2027-07-04')
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  const build = page.getByRole('button', { name: 'Bygg vaktlista' })
  await build.waitFor()
  const duties =
    /[\d\s]+(?= ledige? vakt)/.exec(await page.locator('.state').first().innerText())?.[0].trim() ?? ''
  await page.getByText('Valg for byggingen').click()
  await page.getByLabel(effort).first().check()
  const pressed = performance.timeOrigin + performance.now()
  await build.click()
  // The page is loaded anew when all is stored, and its marks are gone with it: they are read on the way.
  let marks: Marks = { firstFull: null, lastImproved: null, built: null }
  for (const until = Date.now() + MINUTES * 60_000; Date.now() < until; ) {
    if (await page.getByRole('heading', { name: 'Vaktlista er bygd' }).count()) break
    const seen = await page.evaluate<Marks>(READ_MARKS).catch(() => marks)
    if (seen.firstFull !== null) marks = seen
    await page.waitForTimeout(50)
  }
  const stored = performance.timeOrigin + performance.now()
  const seconds = (at: number | null) => (at === null ? null : Math.round((at - pressed) / 100) / 10)
  return {
    district,
    duties,
    firstFull: seconds(marks.firstFull),
    lastImproved: seconds(marks.lastImproved),
    built: seconds(marks.built) ?? 0,
    stored: seconds(stored) ?? 0,
    result: (await page.locator('main').getByText('poeng').last().textContent())?.trim() ?? '',
  }
}

interface Marks {
  readonly firstFull: number | null
  readonly lastImproved: number | null
  readonly built: number | null
}

const READ_MARKS = `(() => {
  const last = (name) => {
    const mark = performance.getEntriesByName(name).at(-1)
    return mark ? performance.timeOrigin + mark.startTime : null
  }
  return { firstFull: last('build-first-full'), lastImproved: last('build-improved'), built: last('build-ended') }
})()`

const [effort = 'normal'] = process.argv.slice(2)
if (!Object.hasOwn(EFFORTS, effort))
  throw new Error(`${effort} is none of ${Object.keys(EFFORTS).join(', ')}`)
// It has just been looked up.
await main(effort as keyof typeof EFFORTS)
