import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, contrastFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { DRAFT_PATH, type ServedBoard, SHORT_PATH, serveBoard } from '../support/served-board.ts'

const VIEWS = [
  'view=doctors',
  'view=doctors&span=26',
  'view=lines',
  'view=days',
  'view=weeks',
  'view=weeks&span=26',
  'view=list',
  'view=doctor',
]
const SHEETS = [
  ['what=six-weeks', 842, 595],
  ['what=six-weeks&layout=lines', 842, 595],
  ['what=six-weeks&layout=days', 842, 595],
  ['what=month&from=2027-05-01', 842, 595],
  ['what=wall', 1191, 842],
  ['what=doctor', 595, 842],
] as const

let board: ServedBoard
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[board, browser] = await Promise.all([serveBoard(), openBrowser()])
  page = await (await browser.newContext({ locale: 'nb-NO' })).newPage()
})

afterAll(async () => {
  await browser?.close()
  await board?.stop()
})

async function open(query: string, width = 1280, path = DRAFT_PATH): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${board.address}${path}?from=2027-03-15&${query}`)
}

describe.each(VIEWS)('a board seen by %s', (view) => {
  it.each([1280, 320])(
    'has nothing that axe finds at %i px in light or dark, and no sideways scrolling of the page',
    async (width) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await open(view, width)
      expect(await isWiderThanScreen(page)).toBe(false)
      expect(await accessibilityFaults(page)).toEqual([])
      if (width === 1280) {
        await page.evaluate('document.documentElement.style.fontSize = "200%"')
        expect(await isWiderThanScreen(page), 'with letters twice as large').toBe(false)
        await page.evaluate('document.documentElement.style.fontSize = ""')
      }
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await isWiderThanScreen(page), 'in dark').toBe(false)
      expect(await contrastFaults(page), 'in dark').toEqual([])
    },
  )
})

describe('the half year above the board', () => {
  it('leads to a week by keyboard, and marks the weeks that are shown', async () => {
    await open('view=lines')
    const shown = page.locator('.strip a[aria-current]')
    expect(await shown.count()).toBe(6)
    expect(await shown.first().innerText()).toContain('11')
    await page.locator('.strip a', { hasText: 'uke 20 fra' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('17. mai – 27. juni 2027').waitFor()
    expect(page.url()).toContain('view=lines')
  })

  it('says in words what is open and broken in a week', async () => {
    await open('view=lines')
    const said = await page.locator('.strip a', { hasText: 'uke 12 fra' }).getAttribute('title')
    expect(said).toMatch(/uke 12 fra man\. 22\. mars: \d+ ledige? vakt.*skjærtorsdag/)
  })
})

describe('a draft that ends within the weeks shown', () => {
  it('dims what stands beside it, and neither counts it nor leads anywhere from it', async () => {
    await open('view=days', 1280, SHORT_PATH)
    const after = page.locator('tr[data-date="2027-04-14"]')
    expect(await after.getAttribute('class')).toContain('y')
    expect(await after.locator('a').count()).toBe(0)
    expect(await after.locator('.d.y').count()).toBeGreaterThan(0)
    const own = await page.locator('tbody a.d.o').count()
    const summary = await page.locator('.state .ds-tag', { hasText: 'ledig' }).innerText()
    expect(Number.parseInt(summary, 10)).toBe(own)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('heads that stay while the grid scrolls', () => {
  it.each(['view=doctors', 'view=lines', 'view=days', 'view=weeks&span=26'])(
    'never hide what has the focus: %s',
    async (view) => {
      await open(view)
      const hidden = await page.evaluate<number>(`(() => {
        const frame = document.querySelector('.board')
        const links = [...frame.querySelectorAll('a.d')]
        frame.scrollTo(frame.scrollWidth, frame.scrollHeight)
        return links.reverse().filter((link) => {
          link.focus()
          const own = link.getBoundingClientRect()
          const top = Math.max(...[...frame.querySelectorAll('thead th')].map((th) => th.getBoundingClientRect().bottom))
          const left = link.closest('tr').querySelector('.who').getBoundingClientRect().right
          return own.bottom <= top || own.right <= left
        }).length
      })()`)
      expect(hidden).toBe(0)
    },
  )
})

describe('one doctor', () => {
  it('is chosen by name and shown with hours against the share', async () => {
    await open('view=doctor')
    await page.getByLabel('Velg lege').selectOption({ label: 'OT Ola Trovik' })
    await page.getByRole('button', { name: 'Vis', exact: true }).click()
    await page.getByRole('heading', { name: 'Vaktene til Ola Trovik' }).waitFor()
    const duties = await page.locator('.duty-list > li').count()
    expect(duties).toBeGreaterThan(5)
    expect(await page.locator('.mini .d').count()).toBe(duties)
    expect(await page.getByRole('row', { name: /^Vakttid/ }).innerText()).toMatch(/\d+ t/)
  })
})

describe('a note on a day', () => {
  it('is written from the board and stands in the head of its day', async () => {
    await open('view=doctors')
    expect(await page.locator('thead th[data-date="2027-03-18"]').innerText()).toContain('Akuttkurs')
    await page.getByRole('link', { name: 'Skriv en merknad på en dag' }).click()
    await page.getByLabel('Dato').fill('2027-03-20')
    await page.getByLabel('Merknad', { exact: true }).fill('Jazzfestival')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Lagre merknaden' }).click()
    await page.getByText('Merknaden er lagret').waitFor()
    expect(await page.locator('thead th[data-date="2027-03-20"]').innerText()).toContain('Jazzfestival')
  })
})

describe('paper', () => {
  it.each(SHEETS)(
    '%s is %i × %i points, holds the grid and its footer, and nothing of the page around',
    async (query, width, height) => {
      await page.emulateMedia({ media: null, colorScheme: 'light' })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`${board.address}${DRAFT_PATH}/print?from=2027-03-15&${query}`)
      expect(await accessibilityFaults(page)).toEqual([])
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const box = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)
      expect([Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))]).toEqual([width, height])
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.menu, .top, .no-print').filter({ visible: true }).count()).toBe(0)
      expect(await page.locator('.sheet-foot').first().innerText()).toMatch(/UTKAST «Vår 2027».*skrevet ut/)
      await page.emulateMedia({ media: null })
    },
  )

  it('shows nobody’s absence and nobody’s hours on what hangs on a wall', async () => {
    await page.goto(`${board.address}${DRAFT_PATH}/print?from=2027-03-15&what=six-weeks`)
    expect(await page.locator('.sheet td.x, .sheet td.q, .sheet .load, .sheet sup').count()).toBe(0)
    expect(await page.locator('.sheet td .d').count()).toBeGreaterThan(100)
  })
})
