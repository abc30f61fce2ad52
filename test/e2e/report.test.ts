import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedTimeline } from '../../src/core/plans/imported-timeline.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Surgery } from '../../src/core/rota/doctor.ts'
import type { Line } from '../../src/core/rota/line.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accessibilityFaults, contrastFaults, isWiderThanScreen, openBrowser } from '../support/browser.ts'
import { startBundledApp } from '../support/bundled-app.ts'
import { doctor, exampleDistrict, person } from '../support/example-district.ts'
import type { RunningApp } from '../support/running-app.ts'

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'nb-NO' }
const people = ['Kari Berg', 'Ola Nes', 'Siv Moe', 'Tor Lie', 'Ida Ås', 'Per Dahl'].map((name, index) =>
  person(`p${index}`, name),
)
const [OWN, OTHER] = ['4645', '4646'] as const
const REPORT = `/districts/vestby/municipalities/${OWN}/report`
const QUARTER = 'kind=quarter&date=2026-07-01'
const PARTS = ['', '/time', '/shares', '/yearly']

let app: RunningApp
let browser: Browser
let coordinator: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startBundledApp([JSON.parse(districtFile(null))]), openBrowser()])
  coordinator = await (await browser.newContext(desktop)).newPage()
  await coordinator.goto(app.signInUrl)
  await coordinator.getByRole('button', { name: 'Logg inn' }).click()
  await coordinator.getByRole('heading', { name: 'Legevaktdistrikter' }).waitFor()
  await coordinator.goto(`${app.address}/import`)
  await coordinator.locator('textarea').fill(districtFile(publishedQuarter()))
  await coordinator.getByRole('button', { name: 'Les inn' }).click()
  await coordinator.getByText('Distriktet er lest inn').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

describe('a municipality’s load report', () => {
  it('has no fault of access in any part, at 1280 and at 320 pixels, in light and in dark', async () => {
    for (const part of PARTS) {
      await open(`${REPORT}${part}?${QUARTER}`, 1280, 'light')
      expect([part, await accessibilityFaults(coordinator)]).toEqual([part, []])
      await open(`${REPORT}${part}?${QUARTER}`, 320, 'dark')
      expect([part, await contrastFaults(coordinator)]).toEqual([part, []])
      expect([part, await isWiderThanScreen(coordinator)]).toEqual([part, false])
    }
  })

  it('keeps its period from part to part and to its files, by keyboard alone', async () => {
    await open(`${REPORT}?${QUARTER}`, 1280, 'light')
    await tabTo('Over tid')
    await coordinator.keyboard.press('Enter')
    await coordinator.getByRole('heading', { name: 'Timer per uke' }).waitFor()
    expect(await coordinator.getByText('3. kvartal 2026').count()).toBeGreaterThan(0)
    const file = await coordinator.getByRole('link', { name: 'Regneark (XLSX)' }).getAttribute('href')
    expect(file).toBe(`${REPORT}/file/report.xlsx?${QUARTER}`)
    await coordinator.getByRole('link', { name: 'Forrige' }).click()
    expect(await coordinator.getByText('2. kvartal 2026').count()).toBeGreaterThan(0)
  })

  it('says in tables what its pictures draw, without any script', async () => {
    const plain = await browser.newContext({ ...desktop, javaScriptEnabled: false })
    await plain.addCookies(await coordinator.context().cookies())
    const page = await plain.newPage()
    await page.goto(`${app.address}${REPORT}/time?${QUARTER}`)
    const labels = await page.getByRole('img').evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
    // A fair share would tell of three others when they were away.
    expect(labels).toHaveLength(4)
    await page.getByText('så den ikke røper når en av dem var borte').waitFor()
    expect(labels.filter((label) => label.length < 20)).toEqual([])
    await page.getByText('Se tallene i en tabell').first().click()
    expect(await page.getByRole('row').filter({ hasText: 'uke 30, 2026' }).count()).toBeGreaterThan(0)
    expect(await page.content()).not.toMatch(/NaN|undefined|style=/)
    await plain.close()
  })

  it('answers for a week, a year, and a period before anything was published', async () => {
    for (const query of [
      'kind=week&date=2026-07-08',
      'kind=year&date=2026-07-01',
      'kind=month&date=2021-02-01',
    ])
      for (const part of PARTS) {
        await open(`${REPORT}${part}?${query}`, 320, 'light')
        expect([part, query, await coordinator.getByRole('heading', { level: 1 }).innerText()]).toEqual([
          part,
          query,
          'Belastningsrapport for Askvoll',
        ])
        expect(await coordinator.content()).not.toMatch(/NaN|Infinity/)
      }
  })

  it('goes to paper with whose it is on every sheet', async () => {
    await open(`${REPORT}/print?${QUARTER}`, 1280, 'light')
    expect(await accessibilityFaults(coordinator)).toEqual([])
    const sheets = await coordinator.pdf({ preferCSSPageSize: true })
    const pages = sheets.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(1)
    expect(sheets.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12]/)
  })

  it('shows a doctor their own row, and that somebody has opened it', async () => {
    const own = await invited('p1')
    await own.goto(`${app.address}/me/reports?${QUARTER}`)
    await own.getByRole('heading', { name: /^Til Askvoll/ }).waitFor()
    expect(await own.getByRole('heading', { name: /^Til Fjaler/ }).count()).toBe(1)
    await own.getByText('Rapporter som gjelder disse dagene, er åpnet').first().waitFor()
    expect(await own.content()).not.toContain('Kari Berg')
    expect(await accessibilityFaults(own)).toEqual([])
    await own.setViewportSize({ width: 320, height: 700 })
    expect(await isWiderThanScreen(own)).toBe(false)
    await own.context().close()
  })
})

async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await coordinator.setViewportSize({ width, height: 900 })
  await coordinator.emulateMedia({ colorScheme })
  const answer = await coordinator.goto(app.address + path)
  expect([path, answer?.status()]).toEqual([path, 200])
}

async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await coordinator.keyboard.press('Tab')
    if ((await coordinator.evaluate('document.activeElement?.textContent')) === name) return
  }
  throw new Error(`${name} is not reached by the keyboard`)
}

async function invited(personId: string): Promise<Page> {
  await coordinator.goto(`${app.address}/districts/vestby/doctors/${personId}`)
  await coordinator.getByRole('button', { name: 'Lag invitasjon' }).click()
  await coordinator.getByText('Kopier lenken nå').waitFor()
  const invitation = /http[^"<\s]*\/sign-in\/[\w-]+/.exec(await coordinator.content())?.[0]
  const page = await (await browser.newContext(desktop)).newPage()
  await page.goto(invitation ?? 'no invitation shown')
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

/** The second doctor is both municipalities’ own. */
function vestby(): District {
  const example = exampleDistrict('vestby', people)
  const doctors = people.map(({ id }, index) => ({
    ...doctor(id, `L${index}`, index < 4 ? OWN : OTHER),
    surgery: [weekOf(index)],
  }))
  const [first, second, ...others] = doctors
  const engaged = second?.engagements[0]
  if (!first || !second || !engaged) throw new Error('no second doctor')
  const alsoThere = {
    ...engaged,
    id: 'engagement-there',
    employer: { kind: 'municipality', number: OTHER },
  } as const
  return { ...example, doctors: [first, { ...second, engagements: [engaged, alsoThere] }, ...others] }
}

/** Three months of nights, each doctor in turn and one in seven open. */
function publishedQuarter(): ImportedTimeline {
  const needs = needsOf(vestby().lines[0] as Line, '2026-07-01', '2026-10-01')
  const holdings = needs.flatMap((need, index) => {
    const holder = people[index % 7]
    return holder ? [{ ...wholeSlice(need, holder.id), needId: need.id, seat: 0, note: '' }] : []
  })
  return { needs, holdings }
}

function districtFile(timeline: ImportedTimeline | null): string {
  return writeDistrictFile({ version: 1, district: vestby(), timeline })
}

function weekOf(index: number): Surgery {
  const timetable = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    start: '08:00',
    end: index % 2 === 0 ? '14:30' : '15:30',
    endDay: 0 as const,
  }))
  return {
    from: '2020-01-01',
    to: null,
    kind: 'declared',
    timetable,
    source: 'kontoret',
    declaredOn: '2026-01-01',
  }
}
