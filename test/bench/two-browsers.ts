import type { Page } from 'playwright-core'
import { findDraft } from '../../src/data/draft-store.ts'
import { openBrowser } from '../support/browser.ts'
import { COORDINATORS, TwoCoordinators } from '../support/two-coordinators.ts'

/**
 * Two coordinators in two browsers edit one rota by the keyboard, `steps` steps in all, some of them at the same duties. At
 * the end both boards are compared, duty by duty, with each other and with what is stored; each step is stored, or was told
 * as second.
 */
async function main(steps: number): Promise<void> {
  const app = await TwoCoordinators.start()
  const browser = await openBrowser()
  try {
    const pages: Page[] = []
    for (const person of COORDINATORS) pages.push((await app.signIn(browser, person)).page)
    const path = await app.openDraft(pages[0] as Page, 'To om gangen', '2027-01-04', '2027-02-14')
    await Promise.all(pages.map((page) => openBoard(page, `${app.address}${path}`)))
    const started = performance.now()
    const answered = pages.map(answersTo)
    await Promise.all(pages.map((page, index) => edit(page, steps / 2, 7 + index)))
    await Promise.all(pages.map(settled))
    const seconds = (performance.now() - started) / 1000
    const draft = await app.look((db) => findDraft(db, 'fjordane', path.split('/').at(-1) ?? ''))
    const stored = Object.fromEntries(
      (draft?.cells ?? []).map((cell) => [
        `${cell.needId}#${cell.seat}`,
        cell.slices.map((slice) => slice.personId ?? '').join(),
      ]),
    )
    const isLike = (board: Held, key: string) => (stored[key] ?? '') === board[key]
    const boards = await Promise.all(pages.map((page) => boardWhen(page, isLike)))
    const keys = Object.keys(boards[0] ?? {})
    const differing = keys.filter((key) => boards[0]?.[key] !== boards[1]?.[key])
    const unlike = keys.filter((key) => boards.some((board) => !isLike(board, key)))
    const conflicts = await Promise.all(pages.map((page) => page.locator('.board-notice').count()))
    const sent = answered.flatMap((statuses) => [...statuses.values()])
    const kept = sent.filter((status) => status === 200).length
    const second = sent.filter((status) => status === 409).length
    const toldSecond = conflicts.reduce((a, b) => a + b)
    const isLost = kept !== draft?.draft.edits || second !== toldSecond || kept + second !== sent.length
    const report = {
      steps,
      seconds,
      sent: sent.length,
      duties: keys.length,
      storedSteps: draft?.draft.edits,
      conflicts,
      differing,
      unlike,
      isLost,
    }
    process.stdout.write(`${JSON.stringify(report)}\n`)
    if (differing.length > 0 || unlike.length > 0 || isLost) process.exitCode = 1
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function openBoard(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?view=lines`)
  await page.locator('#board-sync[data-state="open"]').waitFor()
}

/** Types initials into duties by chance, as fast as the browser takes them; the same doctor again is no step. */
async function edit(page: Page, steps: number, seed: number): Promise<void> {
  const initials: string[] = await page.evaluate(INITIALS)
  let state = seed
  const chance = (size: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % size
  }
  const links = page.locator('table[role=grid] a.d[data-cell]')
  const amount = await links.count()
  for (let step = 0; step < steps; step++) {
    await links.nth(chance(amount)).focus()
    await page.keyboard.type(initials[chance(initials.length)] as string)
    await page.keyboard.press('Enter')
  }
}

/** The last answer to each step that the page has sent, by its key. */
function answersTo(page: Page): Map<string, number> {
  const statuses = new Map<string, number>()
  page.on('response', (response) => {
    if (!response.url().endsWith('/steps')) return
    const { key }: { key: string } = JSON.parse(response.request().postData() ?? '{}')
    statuses.set(key, response.status())
  })
  return statuses
}

/** Everything is stored. */
function settled(page: Page): Promise<void> {
  return page.locator(IS_STORED).waitFor({ state: 'attached' })
}

type Held = Readonly<Record<string, string>>

/** Milliseconds in which a board must have taken over what the other stored: it asks every few seconds. */
const PATIENCE = 30_000

/** The board as soon as each duty on it is as wanted; as it stands when that takes too long. */
async function boardWhen(page: Page, isLike: (board: Held, key: string) => boolean): Promise<Held> {
  for (const end = Date.now() + PATIENCE; ; await changed(page)) {
    const board = await boardOf(page)
    if (Date.now() > end || Object.keys(board).every((key) => isLike(board, key))) return board
  }
}

/** Something on the board has been drawn anew, or a second has gone. */
function changed(page: Page): Promise<unknown> {
  return page.evaluate(`new Promise((done) => {
    const watch = new MutationObserver(() => end())
    const end = () => { watch.disconnect(); done() }
    watch.observe(document.querySelector('table[role=grid]'), { subtree: true, childList: true, attributes: true })
    setTimeout(end, 1000)
  })`)
}

/** Who holds each duty on the board. */
function boardOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(HOLDERS)
}

const INITIALS =
  "Object.values(JSON.parse(document.querySelector('#board-names').textContent)).map(([initials]) => initials)"
const IS_STORED = '#board-sync[data-state="open"][data-waiting="0"]'
const HOLDERS = `Object.fromEntries(
  [...document.querySelectorAll('table[role=grid] a.d[data-cell]')].map(({ dataset }) => [dataset.cell, dataset.holder]),
)`

if (import.meta.main) await main(Number(process.argv[2] ?? 500))
