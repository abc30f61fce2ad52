import ICAL from 'ical.js'
import type { Page } from 'playwright-core'

/** A duty as people read it: local date and clock times of its start and end. */
export type ReadDuty = string

const SIX_WEEKS = 42

/** The duties of one doctor on the published board, read day by day over `windows` six-week pages from `from`. */
export async function dutiesOnBoard(
  page: Page,
  address: string,
  name: string,
  from: string,
  windows: number,
) {
  const duties: ReadDuty[] = []
  for (let window = 0; window < windows; window++) {
    await page.goto(`${address}?from=${dateAfter(from, window * SIX_WEEKS)}&view=list`)
    for (const item of await page.locator('.day-list li li').all()) {
      if ((await item.locator('b').innerText()) !== name) continue
      const [, needId = ''] =
        /duties\/([^/]+)\//.exec((await item.locator('a').getAttribute('href')) ?? '') ?? []
      const [time = ''] = (await item.locator('small').innerText()).split(' ')
      duties.push(`${/\d{4}-\d\d-\d\d/.exec(needId)?.[0]} ${time}`)
    }
  }
  return duties.sort()
}

/** The duties in a calendar feed, by a parser that is not ours and the zone rules of the platform. */
export function dutiesInFeed(text: string, from: string): ReadDuty[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .map(
      (event) =>
        `${oslo(event.startDate, 'date')} ${oslo(event.startDate, 'time')}–${oslo(event.endDate, 'time')}`,
    )
    .filter((duty) => duty >= from)
    .sort()
}

function oslo(time: ICAL.Time, part: 'date' | 'time'): string {
  const options: Intl.DateTimeFormatOptions =
    part === 'date' ? { dateStyle: 'short' } : { hour: '2-digit', minute: '2-digit' }
  return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'Europe/Oslo' }).format(time.toJSDate())
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
