import { gzipSync } from 'node:zlib'
import type { Browser, Locator, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { exampleFile, startBundledApp } from '../support/bundled-app.ts'

/** Times slower than this machine, as a cheap laptop is. */
const SLOWER = 4
/** Milliseconds there and back. */
const ROUND_TRIP = 40
const DOCTORS = 60
const SWEPT = 30

/** Milliseconds from the event to the paint after it, of those that the browser reports (16 or more, in steps of 8). */
interface Timed {
  readonly gesture: string
  readonly events: number
  readonly reported: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/**
 * The coordinator's board with 60 doctors and six weeks in Chromium, on a CPU slowed four times and 40 ms away: time until it
 * can be used, from event to paint by gesture, and what is fetched. `quick` makes fewer of each.
 */
async function main(isQuick: boolean): Promise<void> {
  const app = await startBundledApp([sixtyDoctors()])
  const browser = await openBrowser()
  try {
    const path = await filledDraft(browser, app.address, app.signInUrl)
    for (const view of ['doctors', 'lines'] as const) {
      const page = await slowPage(browser, path, view)
      say({ view, ...(await loaded(page, app.address)) })
      for (const timed of await gestures(page, view, isQuick ? 20 : 100)) say({ view, ...timed })
      if (view === 'lines') say({ view, ...(await marks(page, isQuick ? 5 : 20)) })
      await page.close()
    }
  } finally {
    await browser.close()
    await app.stop()
  }
}

function say(found: object): void {
  process.stdout.write(`${JSON.stringify(found)}\n`)
}

/** The city of the examples with as many doctors as asked for: some of them twice, under other names. */
function sixtyDoctors(): unknown {
  interface Named {
    readonly id: string
    readonly name: string
  }
  interface File {
    readonly district: {
      readonly persons: Named[]
      readonly doctors: { readonly personId: string; readonly initials: string }[]
    }
  }
  const file = exampleFile('storby') as File
  const { persons, doctors } = file.district
  for (let index = 0; doctors.length < DOCTORS; index++) {
    const [person, doctor] = [persons[index], doctors[index]]
    if (!person || !doctor) throw new Error('the example has too few doctors')
    const id = `${person.id}-to`
    persons.push({ ...person, id, name: `${person.name} To`, hprNumber: null, email: null } as Named)
    const own = JSON.stringify(doctor).replaceAll(/"id":"([^"]+)"/g, '"id":"$1-to"')
    doctors.push({ ...JSON.parse(own), personId: id, initials: `${doctor.initials.slice(0, 4)}2` })
  }
  return file
}

let storage: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>> | undefined

async function filledDraft(browser: Browser, address: string, signInUrl: string): Promise<string> {
  const context = await browser.newContext({ locale: 'nb-NO' })
  const page = await context.newPage()
  await page.goto(signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  await page.goto(`${address}/districts/storby/new-draft`)
  await page.getByLabel('Navn på planen').fill('Seks uker')
  await page.getByLabel('Første dag').fill('2027-01-04')
  await page.getByLabel('Siste dag').fill('2027-02-14')
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  await page.getByRole('heading', { name: 'Seks uker' }).waitFor()
  const path = new URL(page.url()).pathname
  await page.getByText('Valg for byggingen').click()
  await page.getByLabel(/^Kort/).first().check()
  await page.getByRole('button', { name: 'Bygg vaktlista' }).click()
  await page.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 300_000 })
  storage = await context.storageState()
  await context.close()
  return address + path
}

async function slowPage(browser: Browser, path: string, view: string): Promise<Page> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport,
    ...(storage ? { storageState: storage } : {}),
  })
  const page = await context.newPage()
  await page.addInitScript(OBSERVE)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const requests: Fetched[] = []
  page.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0))
    requests.push({
      url: response.url(),
      type: response.request().resourceType(),
      gzip: gzipSync(body).length,
    })
  })
  FETCHED.set(page, requests)
  await page.goto(`${path}?view=${view}`)
  await page.waitForFunction('performance.getEntriesByName("board-judged").length', null, { timeout: 60_000 })
  await page.locator('#board-sync[data-state="open"]').waitFor()
  await quiet(page)
  return page
}

interface Fetched {
  readonly url: string
  readonly type: string
  readonly gzip: number
}

const FETCHED = new WeakMap<Page, Fetched[]>()

/** Milliseconds from the start of the navigation, and bytes by kind, gzipped here: the server of the bench sends them plain. */
async function loaded(page: Page, address: string): Promise<object> {
  const marks = await page.evaluate<Record<string, number>>(MARKS)
  const ended = await page.evaluate<Record<string, number>>(ENDED)
  const fetched = FETCHED.get(page) ?? []
  const sum = (own: readonly Fetched[]) => own.reduce((all, { gzip }) => all + gzip, 0)
  const scripts = fetched.filter(({ type }) => type === 'script')
  const before = (mark: number | undefined) => scripts.filter(({ url }) => (ended[url] ?? 0) <= (mark ?? 0))
  return {
    ...marks,
    scriptBeforeUsable: sum(before(marks['board-usable'])),
    scriptBeforeEdits: sum(before(marks['board-ready'])),
    scriptBeforeBadges: sum(before(marks['board-judged'])),
    scriptAll: sum(scripts),
    page: sum(fetched.filter(({ type }) => type === 'document')),
    facts: sum(fetched.filter(({ url }) => url.endsWith('/facts'))),
    css: sum(fetched.filter(({ type }) => type === 'stylesheet')),
    thirdParty: fetched.filter(({ url }) => !url.startsWith(address)).length,
  }
}

async function gestures(page: Page, view: string, times: number): Promise<Timed[]> {
  const keys = async (list: readonly string[]) => {
    for (const key of list) {
      await page.keyboard.press(key)
      await painted(page)
    }
  }
  const first = page.locator(view === 'lines' ? 'tr[data-row] td a.d' : 'tr[data-person] td a.d').first()
  await first.focus()
  const moves = [
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    'ArrowUp',
    'ArrowLeft',
    'PageDown',
    'PageUp',
    'ArrowDown',
  ]
  const arrows = await timed(page, 'arrow keys', () =>
    keys(Array.from({ length: times }, (_, index) => moves[index % moves.length] as string)),
  )
  await first.focus()
  const typed = view === 'lines' ? await initials(page) : ['N', 'H', 'B', 'T']
  const typing = await timed(page, 'typing', () =>
    keys(
      Array.from({ length: times / 4 }, (_, index) => [
        ...(typed[index % typed.length] ?? ''),
        'Enter',
      ]).flat(),
    ),
  )
  const sweeps = await timed(page, `sweep of ${SWEPT} cells`, async () => {
    for (let time = 0; time < Math.max(3, times / 10); time++) await sweep(page, view, time)
  })
  const undone = await timed(page, 'undo', async () => {
    await keys(['Control+z'])
  })
  return [arrows, typing, sweeps, undone]
}

async function initials(page: Page): Promise<string[]> {
  const names = await page.evaluate<Record<string, readonly [string, string]>>(
    'JSON.parse(document.getElementById("board-names").textContent)',
  )
  return Object.values(names).map(([own]) => own)
}

/** Six rows of five days, filled with the doctor in hand; in rows of doctors they are selected. */
async function sweep(page: Page, view: string, time: number): Promise<void> {
  const rows = page.locator(view === 'lines' ? 'tr[data-row]' : 'tr[data-person]')
  const column = 1 + (time % 3) * 5
  const at = (row: number, right: number): Locator =>
    rows
      .nth(row)
      .locator('td')
      .nth(column + right)
  if (view === 'lines') {
    await rows
      .first()
      .locator('a.d')
      .nth(time % 5)
      .focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('n')
    await painted(page)
  }
  await at(5, 4).scrollIntoViewIfNeeded()
  await quiet(page)
  const boxes = []
  for (let row = 0; row < 6; row++)
    for (let right = 0; right < 5; right++) boxes.push(await at(row, right).boundingBox())
  const points = boxes.map((box) => ({
    x: (box?.x ?? 0) + (box?.width ?? 0) - 4,
    y: (box?.y ?? 0) + (box?.height ?? 0) - 4,
  }))
  await page.mouse.move(points[0]?.x ?? 0, points[0]?.y ?? 0)
  await page.mouse.down()
  for (const { x, y } of points) {
    await page.mouse.move(x, y)
    await painted(page)
  }
  await page.mouse.up()
  await painted(page)
  if (view === 'lines') await page.keyboard.press('Escape')
}

async function timed(page: Page, gesture: string, work: () => Promise<void>): Promise<Timed> {
  await page.evaluate('globalThis.benchEvents.splice(0); globalThis.benchCount = 0')
  await work()
  await quiet(page)
  const durations = await page.evaluate<number[]>('globalThis.benchEvents.map((entry) => entry.duration)')
  const events = await page.evaluate<number>('globalThis.benchCount')
  return timesOf(gesture, events, durations)
}

function timesOf(gesture: string, events: number, durations: readonly number[]): Timed {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { gesture, events, reported: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 }
}

/** What was done last stands on the screen. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
}

/** The page has nothing left to do, and has told its observers. */
async function quiet(page: Page): Promise<void> {
  await painted(page)
  await page.evaluate('new Promise((done) => requestIdleCallback(done))')
  await painted(page)
}

/**
 * From Enter to the frame that shows that a rule is broken: whoever holds a duty of the first line gets that of the second on
 * the same day too. What breaks nothing there is left out.
 */
async function marks(page: Page, times: number): Promise<Timed> {
  const twice = await page.evaluate<[key: string, initials: string][]>(TWICE)
  const found: number[] = []
  for (const [key, initials] of twice.slice(0, times)) {
    await page.locator(`a.d[data-cell="${key}"]`).first().focus()
    await page.keyboard.type(initials)
    const taken = await page.evaluate<number | null>(`(${TIME_TO_MARK})(${JSON.stringify(key)})`)
    if (taken !== null) found.push(Math.round(taken))
  }
  return timesOf('from Enter to the mark', twice.length, found)
}

const OBSERVE = `
  globalThis.benchEvents = []
  globalThis.benchCount = 0
  const kinds = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click', 'pointerover']
  for (const kind of kinds) addEventListener(kind, () => globalThis.benchCount++, { capture: true })
  new PerformanceObserver((list) => {
    for (const { name, duration, startTime } of list.getEntries())
      if (kinds.includes(name)) globalThis.benchEvents.push({ name, duration, startTime })
  }).observe({ type: 'event', durationThreshold: 16 })
`

/** Places of the second line and who holds the first line's duty that day. */
const TWICE = `(() => {
  const names = JSON.parse(document.getElementById('board-names').textContent)
  const [first, second] = [...document.querySelectorAll('tr[data-row]')].map((row) => [...row.querySelectorAll('td')])
  return first.flatMap((td, at) => {
    const held = td.querySelector('a.d[data-cell]')?.dataset.holder
    const place = second[at]?.querySelector('a.d[data-cell]:not(.blocks, .l)')
    return held && place && place.dataset.holder !== held ? [[place.dataset.cell, names[held][0]]] : []
  })
})()`

/** Milliseconds, or null when there is no mark after two seconds. */
const TIME_TO_MARK = `(key) => new Promise((resolve) => {
  const start = performance.now()
  const own = 'a.d[data-cell="' + key + '"]'
  const look = () => {
    if (document.querySelector(own + '.blocks')) requestAnimationFrame(() => resolve(performance.now() - start))
    else if (performance.now() - start > 2000) resolve(null)
    else setTimeout(look)
  }
  document.querySelector(own).closest('td').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  look()
})`

const MARKS = `Object.fromEntries(['board-usable', 'board-ready', 'board-judged'].map((name) =>
  [name, Math.round(performance.getEntriesByName(name)[0]?.startTime ?? 0)]))`

const ENDED = `Object.fromEntries(performance.getEntriesByType('resource').map((entry) => [entry.name, entry.responseEnd]))`

await main(process.argv.includes('quick'))
