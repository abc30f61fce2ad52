import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { exampleFile, startBundledApp } from '../support/bundled-app.ts'
import { type Hand, handOn, type Presses, total } from './five-tasks/hand.ts'
import { type SheetName, spreadsheet, stepTable } from './five-tasks/spreadsheet.ts'
import { PATIENT, until } from './five-tasks/waiting.ts'

const DISTRICT = '/districts/fjordane'
/** Thirty nights, Easter left behind. */
const [FROM, TO, DUTIES] = ['2027-04-01', '2027-04-30', 30] as const
/** All that is asked of the five together: at most this part of the spreadsheet's keys and clicks. */
const MOST = 1 / 5

/** A task as it was done in the product, or tried. */
interface Done extends Presses {
  readonly task: string
  /** The same in the spreadsheet; absent where it is told for itself only. */
  readonly sheet?: SheetName
  /** One of the five whose sum is held to the target. */
  readonly isCounted: boolean
}

const done: Done[] = []
const faults: string[] = []
/** Doctors with a duty in the month that was built. */
let doctors = 0

/**
 * The coordinator's five tasks in the product as it is, by real keys and clicks, each counted, beside the same in a
 * spreadsheet. Ends by asking the pages whether it was really done, and exits with 1 when it was not or took too much.
 */
async function main(): Promise<void> {
  const app = await startBundledApp([exampleFile('fjordane')])
  const browser = await openBrowser()
  try {
    const page = await signedIn(browser, app.signInUrl)
    await monthByHand(page, app.address, 'typed in turn, marks typed over', typeEach)
    await monthByHand(page, app.address, 'each by F2 and Enter', pickEach)
    await builtMonth(page, app.address)
    await oneDuty(page)
    await threeConflicts(page)
    await publication(page)
    await amendment(page)
    await paper(page)
    report()
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function signedIn(browser: Browser, signInUrl: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  // The browser's own dialog can't be driven; that it was asked for is kept, and Enter in it is counted.
  await page.addInitScript('globalThis.print = () => { globalThis.printed = true }')
  await page.goto(signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  return page
}

/** An empty month, made outside the count: the spreadsheet's stands there too. */
async function emptyMonth(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}${DISTRICT}/new-draft`)
  await page.getByLabel('Navn på planen').fill(name)
  await page.getByLabel('Første dag').fill(FROM)
  await page.getByLabel('Siste dag').fill(TO)
  for (const line of await page.getByRole('checkbox').all()) await line.setChecked(false)
  await page.getByRole('checkbox', { name: /Hjemmevakt natt/ }).check()
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
  await isJudged(page)
}

async function monthByHand(
  page: Page,
  address: string,
  way: string,
  work: (hand: Hand) => Promise<void>,
): Promise<void> {
  await emptyMonth(page, address, `April, ${way}`)
  const hand = handOn(page)
  await hand.click(page.getByRole('link', { name: 'Vaktlinjer', exact: true }))
  await isJudged(page)
  await work(hand)
  await hand.press('F8')
  await healAll(hand)
  await isStored(page)
  await allHeld(page, way)
  done.push({ task: `a month of 30 duties, ${way}`, sheet: 'month', isCounted: false, ...hand.taken() })
}

/** The first of those who can take it, as the board ranks them. */
async function pickEach(hand: Hand): Promise<void> {
  const { page } = hand
  const keys = await dutiesShown(page)
  await hand.click(page.locator(DUTY).first())
  await hand.press('Escape')
  for (const key of keys) {
    await goTo(hand, key)
    await hand.press('F2')
    await page.locator('#board-panel .pick').first().waitFor(PATIENT)
    await hand.press('Enter')
    await until(page, `document.querySelector('td a.d[data-cell="${key}"]').dataset.holder !== ''`)
    await until(page, `document.activeElement.dataset.cell === '${key}'`)
  }
}

const DUTY = 'tbody td a.d[data-cell]'

function dutiesShown(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('${DUTY}')].map((link) => link.dataset.cell)`)
}

/** From the first night on, in turn: whoever gets a mark is typed over by the next. */
async function typeEach(hand: Hand): Promise<void> {
  const { page } = hand
  const turn = await initials(page)
  const keys = await dutiesShown(page)
  await hand.click(page.locator(DUTY).first())
  let next = 0
  for (const key of keys) {
    const link = page.locator(`td a.d[data-cell="${key}"]`)
    for (let tries = 0; tries <= turn.length; tries++) {
      await goTo(hand, key)
      await hand.type(turn[next++ % turn.length] ?? '')
      await hand.press('Enter')
      await until(page, `document.querySelector('td a.d[data-cell="${key}"]')?.dataset.holder !== ''`)
      // Somebody who types looks at the mark; it comes within a tenth of a second.
      await page.waitForTimeout(250)
      if (!(await link.getAttribute('class'))?.includes('blocks')) break
    }
  }
}

/** By arrows, where Enter did not lead there itself: to type over, and to the row of the weekends. */
async function goTo({ page, press }: Hand, key: string): Promise<void> {
  const [right, down] = await page.evaluate<[number, number]>(`(() => {
    const at = document.activeElement.closest('td')
    const to = document.querySelector('td a.d[data-cell="${key}"]').closest('td')
    return [to.cellIndex - at.cellIndex, to.parentElement.rowIndex - at.parentElement.rowIndex]
  })()`)
  for (let step = 0; step < Math.abs(down); step++) await press(down > 0 ? 'ArrowDown' : 'ArrowUp')
  for (let step = 0; step < Math.abs(right); step++) await press(right > 0 ? 'ArrowRight' : 'ArrowLeft')
  await until(page, `document.activeElement.dataset.cell === '${key}'`)
}

/** The list of what is to be fixed, from the keyboard: each first suggestion is taken. */
async function healAll(hand: Hand): Promise<void> {
  const { page } = hand
  for (let left = await blocking(page); left > 0; ) {
    await page.locator('#board-panel li:not(.healed) .fix-detail .heal').first().waitFor(PATIENT)
    await hand.press('Tab', 'Enter')
    await until(page, `${BLOCKING} < ${left}`)
    left = await blocking(page)
    if (left > 0) await hand.press('F8')
  }
}

async function builtMonth(page: Page, address: string): Promise<void> {
  await emptyMonth(page, address, 'April 2027')
  const hand = handOn(page)
  await hand.click(page.getByRole('button', { name: 'Bygg vaktlista' }))
  await page.getByRole('heading', { name: 'Vaktlista er bygd' }).waitFor({ timeout: 300_000 })
  await hand.click(page.getByRole('link', { name: 'Se vaktlista' }))
  await isJudged(page)
  await allHeld(page, 'a month of 30 duties built')
  doctors = await page.evaluate<number>(
    'new Set([...document.querySelectorAll("td a.d[data-cell]")].map((link) => link.dataset.holder)).size',
  )
  done.push({ task: 'a month of 30 duties, built', sheet: 'month', isCounted: true, ...hand.taken() })
}

/** Three nights of those who are away, given outside the count. */
async function threeConflicts(page: Page): Promise<void> {
  await page.goto(`${pathOf(page)}?view=lines`)
  await isJudged(page)
  for (const [day, letters] of [
    ['06', 'OT'],
    ['14', 'RK'],
    ['22', 'EV'],
  ] as const) {
    await night(page, day).focus()
    for (const key of [...letters, 'Enter']) await page.keyboard.press(key)
    await page.locator(`td a.d.blocks[data-cell*=".2027-04-${day}."]`).waitFor(PATIENT)
  }
  const made = await blocking(page)
  if (made < 3) faults.push(`only ${made} conflicts could be made`)
  await isStored(page)
  const hand = handOn(page)
  await hand.press('F8')
  await healAll(hand)
  await isStored(page)
  await allHeld(page, 'three conflicts')
  done.push({ task: `fix ${made} conflicts`, sheet: 'fix', isCounted: true, ...hand.taken() })
}

/** One duty, by each way in turn; the focus stands on a duty, as it does while somebody works. */
async function oneDuty(page: Page): Promise<void> {
  await page.goto(`${pathOf(page)}?view=lines`)
  await isJudged(page)
  const hand = handOn(page)
  const holder = (day: string) => night(page, day).getAttribute('data-holder')
  const way = async (task: string, day: string, most: number, work: () => Promise<void>) => {
    const before = await holder(day)
    hand.taken()
    await work()
    await until(page, `document.querySelector('${NIGHT(day)}').dataset.holder !== '${before}'`).catch(() =>
      faults.push(`${task}: the duty has the same doctor`),
    )
    const presses = hand.taken()
    done.push({ task, isCounted: false, ...presses })
    if (total(presses) > most) faults.push(`${task} took ${total(presses)}, at most ${most}`)
    await page.keyboard.press('Control+z')
    await until(page, `document.querySelector('${NIGHT(day)}').dataset.holder === '${before}'`).catch(() =>
      faults.push(`${task}: undo did not take it back`),
    )
    await page.keyboard.press('Escape')
  }
  await night(page, '12').focus()
  const free = (await holder('12')) === 'sigrid-hovland-eide' ? 'PH' : 'SH'
  await way('assign one duty: two letters, Enter', '12', 4, () => hand.press(...free, 'Enter'))
  await night(page, '13').focus()
  await way('assign one duty: F2, Enter', '13', 4, async () => {
    await hand.press('F2')
    await page.locator('#board-panel .pick').first().waitFor(PATIENT)
    await hand.press('Enter')
  })
  await way('assign one duty: two clicks', '15', 2, async () => {
    await hand.click(night(page, '15'))
    await hand.click(page.locator('#board-panel button.pick').first())
  })
}

async function publication(page: Page): Promise<void> {
  await page.goto(pathOf(page))
  await isJudged(page)
  const hand = handOn(page)
  await hand.click(page.getByRole('link', { name: 'Se over og publiser' }))
  await hand.click(page.getByRole('button', { name: 'Publiser', exact: true }))
  await page.getByText('Vaktlista er publisert').waitFor(PATIENT)
  done.push({ task: 'publish', sheet: 'publish', isCounted: true, ...hand.taken() })
}

/** The doctor of the night of 20 April is ill: from the overview of the district to another who has it. */
async function amendment(page: Page): Promise<void> {
  await page.goto(new URL(DISTRICT, page.url()).href)
  const hand = handOn(page)
  const duty = page.locator('table a[href*="2027-04-20"]').first()
  await hand.click(page.getByRole('link', { name: 'Vaktliste', exact: true }))
  await page.locator('table').first().waitFor(PATIENT)
  await hand.click(duty)
  const before = await holderOfDuty(page)
  await hand.click(page.getByRole('radio').first())
  await hand.click(page.getByRole('radio', { name: 'Dekker fravær' }))
  await hand.click(page.getByRole('button', { name: 'Endre vakta' }))
  await page.getByText('Vakta er endret').waitFor(PATIENT)
  done.push({ task: 'amend: somebody is ill', sheet: 'amend', isCounted: true, ...hand.taken() })
  if ((await holderOfDuty(page)) === before) faults.push('amend: the duty has the same doctor')
}

function holderOfDuty(page: Page): Promise<string> {
  return page.locator('dt', { hasText: 'Vaktlege' }).locator('xpath=following-sibling::dd[1]').innerText()
}

/** The weeks on the screen begin in March, and so would the month on paper: then its date is typed. */
async function chooseFirstDay(hand: Hand): Promise<void> {
  const field = hand.page.getByLabel('Fra dato')
  if ((await field.inputValue()).startsWith('2027-04')) return
  await hand.click(hand.page.getByText('Fra dato', { exact: true }))
  await hand.type('0401')
  // Where the browser asks for the day first, the same keys in another order.
  if ((await field.inputValue()) !== FROM) await field.fill(FROM)
}

async function paper(page: Page): Promise<void> {
  await page.goto(new URL(`${DISTRICT}/rota?from=${FROM}`, page.url()).href)
  const hand = handOn(page)
  await hand.click(page.getByRole('link', { name: 'Skriv ut', exact: true }))
  await hand.click(page.getByText('Ark', { exact: true }))
  await hand.press('M')
  await chooseFirstDay(hand)
  await hand.click(page.getByRole('button', { name: 'Vis arket' }))
  await page.waitForURL(/what=month/, PATIENT)
  const sheet = await page.locator('.sheet, main').last().innerText()
  if (!/april 2027/.test(sheet)) faults.push('another month than April was printed')
  await hand.click(page.getByRole('button', { name: 'Skriv ut nå' }))
  if (!(await page.evaluate<boolean>('globalThis.printed === true'))) faults.push('nothing was sent to print')
  // Enter in the browser's own dialog.
  await hand.press('Enter')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  if (pages < 1 || pages > 2) faults.push(`the month is on ${pages} sheets`)
  done.push({ task: `print the month (${pages} sheet)`, sheet: 'print', isCounted: true, ...hand.taken() })
}

const NIGHT = (day: string) => `tbody td a.d[data-cell*=".2027-04-${day}."]`
const night = (page: Page, day: string) => page.locator(NIGHT(day)).first()

/** What the board's button counts, as the rules in the browser judge the whole plan. */
const COUNT = (name: string) =>
  `Number(document.querySelector('.openers .${name} > [aria-hidden]').textContent.replace(/\\D/g, ''))`
const BLOCKING = COUNT('blocks')
const blocking = (page: Page) => page.evaluate<number>(BLOCKING)

/** Both the browser and, after a fresh load, the server must say that nothing blocks and nothing is open. */
async function allHeld(page: Page, task: string): Promise<void> {
  const open = await page.evaluate<number>(COUNT('open'))
  const blocks = await blocking(page)
  if (open > 0 || blocks > 0) faults.push(`${task}: ${blocks} block, ${open} open`)
  const shown = await page.locator('td a.d[data-cell]').count()
  if (shown < DUTIES) faults.push(`${task}: ${shown} duties shown`)
}

async function isJudged(page: Page): Promise<void> {
  await until(page, 'performance.getEntriesByName("board-judged").length > 0')
  await page.locator('.openers').waitFor(PATIENT)
}

function isStored(page: Page): Promise<void> {
  return page.locator('#board-sync', { hasText: 'Alt er lagret' }).waitFor(PATIENT)
}

function pathOf(page: Page): string {
  const { origin, pathname } = new URL(page.url())
  return origin + (/^\/districts\/[^/]+\/drafts\/[^/]+/.exec(pathname)?.[0] ?? pathname)
}

async function initials(page: Page): Promise<string[]> {
  const names = await page.evaluate<Record<string, readonly [string, string]>>(
    'JSON.parse(document.getElementById("board-names").textContent)',
  )
  return Object.values(names).map(([own]) => own)
}

function report(): void {
  const tasks = spreadsheet({ duties: DUTIES, doctors })
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const lines = done.map(({ task, sheet, ...presses }) => {
    const other = sheet === undefined ? undefined : tasks[sheet].presses
    const ratio = other === undefined ? '' : `1/${(other / total(presses)).toFixed(1)}`
    return row([task, presses.keys, presses.clicks, presses.scrolls, total(presses), other ?? '', ratio])
  })
  const counted = done.filter(({ isCounted }) => isCounted)
  const ours = counted.reduce((sum, own) => sum + total(own), 0)
  const theirs = counted.reduce((sum, { sheet }) => sum + (sheet ? tasks[sheet].presses : 0), 0)
  const five = row([
    '**the five together, built**',
    '',
    '',
    '',
    ours,
    theirs,
    `**1/${(theirs / ours).toFixed(1)}**`,
  ])
  if (counted.length < 5) faults.push(`only ${counted.length} of the five tasks were done`)
  if (ours > theirs * MOST) faults.push(`${ours} of ${theirs} is more than one fifth`)
  const heads = ['task', 'keys', 'clicks', 'scrolls', 'in all', 'spreadsheet', 'ratio']
  const table = [row(heads), row(heads.map(() => '---')), ...lines, five].join('\n')
  process.stdout.write(`${table}\n\n${stepTable(tasks)}\n\n`)
  for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}

await main()
