import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { exampleFile, startBundledApp } from '../support/bundled-app.ts'
import type { RunningApp } from '../support/running-app.ts'

const desktop = { viewport: { width: 1280, height: 1600 }, locale: 'nb-NO' }
const fjordane = '/districts/fjordane'
const patient = { timeout: 20_000 }

let app: RunningApp
let browser: Browser
let page: Page
/** The path of the draft of the test that runs. */
let draft: string

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startBundledApp([exampleFile('fjordane')]), openBrowser()])
  page = await (await browser.newContext(desktop)).newPage()
  await page.goto(app.signInUrl)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

beforeEach(async () => {
  await page.setViewportSize(desktop.viewport)
  await page.goto(`${app.address}${fjordane}/new-draft`)
  await page.getByLabel('Navn på planen').fill('Høst 2027')
  await page.getByLabel('Første dag').fill('2027-09-06')
  await page.getByLabel('Siste dag').fill('2027-12-26')
  await page.getByRole('button', { name: 'Lag utkast' }).click()
  await page.getByRole('heading', { name: 'Høst 2027' }).waitFor()
  draft = new URL(page.url()).pathname
})

describe('the board by keyboard', () => {
  it('assigns a duty by two letters and Enter, goes to the next day, and keeps it', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'O', 'T', 'Enter')
    expect(await said()).toContain('Ola Trovik har T Kveldsvakt tir. 7. sep.')
    expect(await row(0, 3)).toEqual(['SH', 'OT', 'ledig'])
    await stored()
    await open('lines')
    expect(await row(0, 3)).toEqual(['SH', 'OT', 'ledig'])
  })

  it('says letters that fit nobody or several, and stores nothing', async () => {
    await open('lines')
    await press('Z', 'Q', 'Enter')
    expect(await said()).toBe('Ingen lege heter ZQ. Ingenting er endret.')
    await press('I', 'Enter')
    expect(await said()).toMatch(/^I kan være IF.* Skriv mer\.$/)
    expect(await row(0, 2)).toEqual(['ledig', 'ledig'])
    await press('I', 'F', 'Enter')
    expect(await row(0, 2)).toEqual(['IF', 'ledig'])
  })

  it('gives a doctor a duty by the code of its line in the doctor’s row', async () => {
    await open('doctors')
    await rowOf('SH').locator('td').nth(2).click()
    await press('T', 'Enter', 'N', 'Enter')
    expect(await said()).toContain('Sigrid Hovland Eide har N Nattevakt')
    const cells = await rowOf('SH').locator('td').allInnerTexts()
    expect(cells.slice(2, 4).map((text) => text.replace(/\s*!*$/, ''))).toEqual(['T', 'N·H'])
    const before = Number(await page.locator('tr[data-open] td.sum').innerText())
    await press('ArrowLeft', 'Delete')
    expect(Number(await page.locator('tr[data-open] td.sum').innerText())).toBe(before + 1)
  })

  it('moves by the keys of the grid pattern, with one tab stop', async () => {
    await open('lines')
    expect(await page.locator('table[role=grid] [tabindex="0"]').count()).toBe(1)
    await press('PageDown', 'ArrowRight')
    expect(await place()).toBe('fjordane-kveld.2027-09-14.kveld#0')
    await press('Home')
    expect(await place()).toBe('fjordane-kveld.2027-09-06.kveld#0')
    await press('Control+End')
    expect(await place()).toMatch(/2027-10-17/)
    await press('Control+Home')
    expect(await place()).toBe('fjordane-kveld.2027-09-06.kveld#0')
    await press('Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await page.locator('td[aria-selected=true]').count()).toBe(3)
    await press('Escape')
    expect(await page.locator('td[aria-selected=true]').count()).toBe(0)
    expect(await page.locator('table[role=grid] [tabindex="0"]').count()).toBe(1)
  })

  it('fills what is selected in one step, which one undo takes back and one redo brings again', async () => {
    await open('lines')
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'O', 'T', 'Enter')
    expect(await row(0, 5)).toEqual(['OT', 'OT', 'OT', 'OT', 'ledig'])
    expect(await page.locator('[data-command=undo]').innerText()).toBe('Angre: fylle flere vakter (4)')
    await stored()
    await open('lines')
    await press('Control+z')
    await shows(0, ['ledig', 'ledig', 'ledig', 'ledig', 'ledig'])
    await open('lines')
    await press('Control+y')
    await shows(0, ['OT', 'OT', 'OT', 'OT', 'ledig'])
  })

  it('locks, says so when the duty is to get another holder, and unlocks', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'ArrowLeft')
    await tool('l')
    await press('O', 'T', 'Enter')
    expect(await said()).toBe('Vakta er låst. Lås opp først.')
    expect(await page.locator('.bubble.refused').innerText()).toBe('Vakta er låst. Lås opp først.')
    expect(await row(0, 1)).toEqual(['SH'])
    await tool('l')
    await press('Delete')
    expect(await row(0, 1)).toEqual(['ledig'])
  })

  it('splits a duty at a time, and gives the rest to another', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'ArrowLeft')
    await tool('d')
    await page.keyboard.type('20 OT')
    await press('Enter')
    expect(await said()).toContain('er delt kl. 20:00')
    expect(
      await page.locator('tr[data-row]').first().locator('td').nth(1).locator('a').allInnerTexts(),
    ).toEqual(['SH del', 'OT del'])
    await tool('d')
    await page.keyboard.type('tjue')
    await press('Enter')
    expect(await page.locator('.board-ask [role=alert]').innerText()).toMatch(/^Skriv et klokkeslett/)
    await press('Escape')
    expect(await page.locator('.board-ask').count()).toBe(0)
  })

  it('takes a whole block, and half of another', async () => {
    await open('lines')
    const night = (date: string) => page.locator(`td a[data-cell^="fjordane-natt.${date}"]`)
    await night('2027-09-11').focus()
    await tool('b')
    await page.keyboard.type('sh')
    await press('Enter')
    expect(await said()).toContain('Sigrid Hovland Eide har fått 2 vakter')
    expect(await night('2027-09-12').getAttribute('data-holder')).toBe('sigrid-hovland-eide')
    await night('2027-09-18').focus()
    await press('O', 'T', 'Enter')
    await night('2027-09-18').focus()
    await tool('h')
    expect(await night('2027-09-19').getAttribute('data-holder')).toBe('')
    await night('2027-09-06').focus()
    await tool('b')
    expect(await said()).toBe('Vakta er ikke del av en blokk.')
  })

  it('repeats every second week, copies a week, and copies one duty', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'ArrowLeft')
    await tool('g')
    await page.keyboard.type('2')
    await press('Enter')
    expect(await said()).toMatch(/Gjentatt på \d+ vakter/)
    expect(await holderOn('2027-09-13')).toBe('ledig')
    expect(await holderOn('2027-09-20')).toBe('SH')
    expect(await holderOn('2027-10-04')).toBe('SH')
    await press('Control+c', 'ArrowRight', 'Control+v')
    expect(await holderOn('2027-09-07')).toBe('SH')
    await tool('u')
    await press('PageDown')
    await tool('i')
    expect(await holderOn('2027-09-13')).toBe('SH')
    expect(await holderOn('2027-09-14')).toBe('SH')
  })

  it('swaps two duties, and writes a note', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'O', 'T', 'Enter', 'Home')
    await tool('p')
    await press('ArrowRight')
    await tool('p')
    expect(await row(0, 2)).toEqual(['OT', 'SH'])
    await tool('m')
    await page.keyboard.type('Ring stasjonen først')
    await press('Enter')
    await expect.poll(() => page.locator('td a.n').count(), patient).toBe(1)
  })

  it('shows its keys, and gives the focus back', async () => {
    await open('lines')
    await press('?')
    await page.getByRole('dialog', { name: 'Taster på tavla' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await press('Escape')
    expect(await place()).toBe('fjordane-kveld.2027-09-06.kveld#0')
  })

  it('edits a week as one, and a day where dates run down', async () => {
    await open('weeks')
    const natt = page.locator('tr[data-line="fjordane-natt"] td').first()
    await natt.locator('a').first().focus()
    await press('S', 'H', 'Enter')
    expect(await said()).toMatch(/Sigrid Hovland Eide har fått 7 vakter/)
    expect((await natt.innerText()).replace(/\s*!*$/, '')).toBe('SH')
    await open('days')
    await press('O', 'T', 'Enter')
    expect(await place()).toBe('fjordane-kveld.2027-09-07.kveld#0')
    expect(
      await page.locator('td a[data-cell="fjordane-natt.2027-09-06.natt#0"]').getAttribute('data-holder'),
    ).toBe('sigrid-hovland-eide')
  })
})

describe('the board while what it needs is late or fails', () => {
  const online = () => page.evaluate("dispatchEvent(new Event('online'))")
  const mayLeave = () => page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
  const state = () => page.locator('#board-sync').innerText()
  /** The board before its facts, with the focus on the first duty. */
  const openEarly = async () => {
    await page.goto(`${app.address}${draft}?view=lines`, { waitUntil: 'commit' })
    await page.locator('.board-live [data-board].live').waitFor()
    await page.locator('tbody td a.d').first().focus()
  }

  it('draws and stores what is typed before the facts are there', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/facts', (route) => held.then(() => route.continue()))
    await openEarly()
    await press('S', 'H', 'Enter', 'O', 'T', 'Enter')
    expect(await said()).toBe('Tavla henter vaktene. 2 endringer venter.')
    expect(await mayLeave()).toBe(false)
    letGo()
    await shows(0, ['SH', 'OT', 'ledig'])
    await stored()
    await page.unroute('**/facts')
    await open('lines')
    expect(await row(0, 3)).toEqual(['SH', 'OT', 'ledig'])
  })

  it('says that the facts can’t be had, takes nothing more, and does what waits once they come', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/facts', (route) => held.then(() => route.fulfill({ status: 503, body: '' })))
    await openEarly()
    await press('S', 'H', 'Enter')
    letGo()
    await expect.poll(state, patient).toContain('1 endring venter, og går tapt om du forlater siden.')
    expect(await mayLeave()).toBe(false)
    await press('O', 'T', 'Enter')
    expect(await said()).toContain('Vaktene kunne ikke hentes')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute('**/facts')
    await online()
    await shows(0, ['SH', 'ledig'])
    await stored()
    expect(await mayLeave()).toBe(true)
  })

  it('lets nothing be edited that can’t be stored, and says so', async () => {
    await page.route('**/assets/parts/sync-*.js', (route) => route.abort())
    await openEarly()
    await expect.poll(state, patient).toContain('Vaktene kunne ikke hentes')
    await press('S', 'H', 'Enter')
    expect(await row(0, 1)).toEqual(['ledig'])
    await page.unroute('**/assets/parts/sync-*.js')
    await online()
    await page.locator('#board-sync[data-state=open]').waitFor()
    await press('S', 'H', 'Enter')
    expect(await row(0, 1)).toEqual(['SH'])
    await stored()
  })

  it('stores without the rules, says that nothing is judged, and judges once they come', async () => {
    await page.route('**/assets/parts/checks-*.js', (route) => route.abort())
    await openEarly()
    const notice = page.locator('.board-notice')
    await expect.poll(() => notice.innerText(), patient).toContain('Det du endrer, blir lagret.')
    await press('S', 'H', 'Enter')
    expect(await row(0, 1)).toEqual(['SH'])
    await stored()
    await page.unroute('**/assets/parts/checks-*.js')
    await online()
    await page.locator('.openers').waitFor()
    expect(await notice.count()).toBe(0)
  })
})

describe('the board by pointer', () => {
  it('assigns by two clicks: the duty, then a candidate', async () => {
    await open('lines')
    await cell(0, 1).locator('a').click()
    await page.locator('#board-panel button.pick').first().click()
    await expect.poll(() => row(0, 1), patient).not.toEqual(['ledig'])
  })

  it('moves a duty by dragging it, and gives it by dragging a name', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'O', 'T', 'Enter')
    await drag(cell(0, 1), cell(0, 3))
    expect(await row(0, 3)).toEqual(['ledig', 'OT', 'SH'])
    await open('doctors')
    const open0 = page.locator('tr[data-open] td').nth(4).locator('a').first()
    const key = await open0.getAttribute('data-cell')
    await drag(rowOf('RK').locator('th'), open0)
    expect(await rowOf('RK').locator(`a[data-cell="${key}"]`).count()).toBe(1)
  })

  it('fills by sweeping with a doctor in hand, and Escape lets go', async () => {
    await open('lines')
    await press('S', 'H', 'Enter', 'ArrowLeft')
    await tool('n')
    await drag(cell(0, 2), cell(0, 5))
    expect(await row(0, 6)).toEqual(['SH', 'SH', 'SH', 'SH', 'SH', ''])
    await press('Escape')
    expect(await said()).toBe('Ingen er i hånda.')
  })

  it('asks how often when Alt is held while sweeping', async () => {
    await open('lines')
    await press('S', 'H', 'Enter')
    await page.keyboard.down('Alt')
    await drag(cell(0, 1), cell(0, 12))
    await page.keyboard.up('Alt')
    expect(await page.locator('.board-ask [name=to]').inputValue()).toBe('2027-09-17')
    await press('Escape')
  })
})

describe('the board for everybody', () => {
  it('has nothing for axe in any state, light or dark, in forced colours', { timeout: 400_000 }, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const view of colorScheme === 'light'
        ? ['lines', 'doctors', 'days', 'weeks']
        : ['lines', 'doctors']) {
        await open(view)
        await press('Shift+ArrowRight')
        expect(await accessibilityFaults(page), `${view} ${colorScheme}`).toEqual([])
      }
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await open('lines')
    await tool('g')
    expect(await accessibilityFaults(page)).toEqual([])
    await press('Escape')
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  })

  it('needs no sideways scrolling at 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${app.address}${draft}?view=lines`)
    expect(await isWiderThanScreen(page)).toBe(false)
  })
})

/** A view of the draft, with its facts there and the focus on the first duty. */
async function open(view: string): Promise<void> {
  await page.goto(`${app.address}${draft}?view=${view}`)
  const judged = 'performance.getEntriesByName("board-judged").length'
  await expect.poll(() => page.evaluate(judged), patient).toBeGreaterThan(0)
  await page.locator('tbody td a.d').first().focus()
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** By the space bar and the letter on the tool. */
async function tool(letter: string): Promise<void> {
  await press('Space', letter)
}

function said(): Promise<string> {
  return page.locator('#board-said').innerText()
}

function stored(): Promise<void> {
  return page.locator('#board-sync', { hasText: 'Alt er lagret' }).waitFor()
}

function place(): Promise<string | null> {
  return page.evaluate('document.activeElement.dataset.cell')
}

function cell(row: number, column: number): Locator {
  return page.locator('tbody tr').nth(row).locator('td').nth(column)
}

/** The row of a doctor, by initials. */
function rowOf(initials: string): Locator {
  return page.locator('tr[data-person]', {
    has: page.locator('th b', { hasText: new RegExp(`^${initials}$`) }),
  })
}

/** What the first days of a row of a line show, without the marks of the rules. */
async function row(index: number, days: number): Promise<string[]> {
  const cells = await page.locator('tr[data-row]').nth(index).locator('td').allInnerTexts()
  return cells.slice(1, days + 1).map((text) => text.replace(/\s*!*$/, '').trim())
}

async function shows(index: number, expected: readonly string[]): Promise<void> {
  await expect.poll(() => row(index, expected.length), patient).toEqual(expected)
}

async function holderOn(date: string): Promise<string> {
  const text = await page.locator(`td a[data-cell="fjordane-kveld.${date}.kveld#0"]`).innerText()
  return text.replace(/\s*!*$/, '')
}

async function drag(from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('nothing to drag')
  await page.mouse.move(a.x + a.width / 2, a.y + 12)
  await page.mouse.down()
  await page.mouse.move(a.x + a.width / 2 + 5, a.y + 12)
  await page.mouse.move(b.x + b.width / 2, b.y + 12, { steps: 8 })
  await page.mouse.up()
}
