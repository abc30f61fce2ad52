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
    const told = await Promise.all(pages.map((page, index) => edit(page, steps / 2, 7 + index)))
    await Promise.all(pages.map(settled))
    const seconds = (performance.now() - started) / 1000
    const boards = await Promise.all(pages.map(boardOf))
    const draft = await app.look((db) => findDraft(db, 'fjordane', path.split('/').at(-1) ?? ''))
    const stored = Object.fromEntries(
      (draft?.cells ?? []).map((cell) => [
        `${cell.needId}#${cell.seat}`,
        cell.slices.map((slice) => slice.personId ?? '').join(),
      ]),
    )
    const keys = Object.keys(boards[0] ?? {})
    const differing = keys.filter((key) => boards[0]?.[key] !== boards[1]?.[key])
    const unlike = keys.filter((key) => (stored[key] ?? '') !== boards[0]?.[key])
    const conflicts = await Promise.all(pages.map((page) => page.locator('.board-notice').count()))
    const isLost =
      told.reduce((a, b) => a + b) !== (draft?.draft.edits ?? 0) + conflicts.reduce((a, b) => a + b)
    const report = {
      steps,
      seconds,
      told,
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

/** Types initials into duties by chance, as fast as the browser takes them; how many the board took. */
async function edit(page: Page, steps: number, seed: number): Promise<number> {
  const initials: string[] = await page.evaluate(INITIALS)
  let state = seed
  const chance = (size: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % size
  }
  const links = page.locator('table[role=grid] a.d[data-cell]')
  const amount = await links.count()
  let taken = 0
  for (let step = 0; step < steps; step++) {
    await links.nth(chance(amount)).focus()
    await page.keyboard.type(initials[chance(initials.length)] as string)
    await page.keyboard.press('Enter')
    // The same doctor again is no step.
    if (/ har /.test(await page.locator('#board-said').innerText())) taken++
  }
  return taken
}

/** Everything is stored and what others did is taken over. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(IS_STORED)
  await page.waitForTimeout(6000)
  await page.waitForFunction(IS_STORED)
}

/** Who holds each duty on the board. */
function boardOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(HOLDERS)
}

const INITIALS =
  "Object.values(JSON.parse(document.querySelector('#board-names').textContent)).map(([initials]) => initials)"
const IS_STORED = "document.querySelector('#board-sync').textContent === 'Alt er lagret.'"
const HOLDERS = `Object.fromEntries(
  [...document.querySelectorAll('table[role=grid] a.d[data-cell]')].map(({ dataset }) => [dataset.cell, dataset.holder]),
)`

if (import.meta.main) await main(Number(process.argv[2] ?? 500))
