import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWall } from '../../src/core/time/oslo.ts'
import { backupEvents, type OthersDuty } from '../../src/feeds/backup-events.ts'
import { type Areas, dispatchEvents, districtEvents, type OpenPart } from '../../src/feeds/district-events.ts'
import { eventsOfDuties, type FeedDuty, plainManner } from '../../src/feeds/duty-events.ts'
import { type FeedEvent, renderFeed } from '../../src/feeds/ics.ts'
import * as text from '../../src/text/nb/feed.ts'
import { anyCharacter } from '../support/any-text.ts'
import { readAgain, readCalendar } from '../support/read-calendar.ts'

interface Names {
  readonly line: string
  readonly code: string
  readonly place: string
  readonly district: string
  readonly doctor: string
  readonly area: string
}

const PLAIN: Names = {
  line: 'Natt',
  code: 'H1',
  place: 'Legevakta',
  district: 'Nordøy',
  doctor: 'Kari Nordmann',
  area: 'Solund',
}
const manner = plainManner(text)
const reader = { text, textStamp: 0 }
const at = (date: string, hour: number) => fromWall(date, hour * 60)

/** The same duty in every calendar that can hold it, all names as given, and as a hole. */
function calendarsOf(names: Names, id = 'as-1', start = at('2027-01-04', 16)): Record<string, FeedEvent[]> {
  const end = start + 16 * 60
  const stamp = (start - 9000) * 60
  const facts = {
    need: { start, end, pieces: [{ form: 'home' as const, start, end }] },
    line: { name: names.line, code: names.code, form: 'home' as const },
    districtName: names.district,
    place: names.place,
    titleStamp: 0,
  }
  const assignment = { id, chainId: id, start, end, shadowing: false }
  const own: FeedDuty = { ...facts, assignment, stamp, url: null, isCancelled: false }
  const holder = {
    personId: 'p',
    name: names.doctor,
    initials: names.doctor,
    nameStamp: 0,
    initialsStamp: 0,
    policy: 'names' as const,
    policyStamp: 0,
  }
  const others: OthersDuty & Areas = {
    ...facts,
    assignment,
    stamp,
    holder,
    areas: [names.area],
    areaStamp: 0,
  }
  const hole: OpenPart = {
    ...facts,
    start,
    end,
    districtId: 'd',
    needId: names.line,
    seat: 0,
    since: { revision: 1, stamp },
    areas: [names.area],
    areaStamp: 0,
  }
  return {
    own: eventsOfDuties(
      [own, { ...own, assignment: { ...assignment, id: `${id}-x` }, isCancelled: true }],
      manner,
    ),
    backup: backupEvents([others], text, 0),
    district: districtEvents([others], [hole], reader),
    dispatch: dispatchEvents([others], [hole], reader),
  }
}

/** Signs by which a program shows text in another order than it is stored. */
const ORDER = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const strayControls = (body: string) =>
  [...body.replaceAll('\r\n', '')].filter((character) => /\p{Cc}/u.test(character))

function expectValid(events: readonly FeedEvent[], name: string): void {
  const body = renderFeed({ name, events })
  expect(readCalendar(body).map(({ uid, start, end }) => [uid, start, end])).toEqual(
    events
      .toSorted((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1))
      .map(({ uid, start, end }) => [uid, start, end]),
  )
  expect(body).not.toMatch(ORDER)
  expect(strayControls(body)).toEqual([])
  for (const line of body.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(body.match(/^(BEGIN|END):VEVENT$/gm)).toHaveLength(2 * events.length)
}

describe('a calendar with odd names', () => {
  it.each([
    ['a carriage return that starts a line of its own', 'Natt\rBEGIN:VEVENT\r\nSUMMARY:Fri'],
    ['NUL', 'Na\u0000tt'],
    ['10 000 characters', 'Vaktlinje '.repeat(1000)],
    ['10 000 characters of four octets', '😀'.repeat(10_000)],
    ['an override of the writing direction', 'H1 \u202ednammroN iraK\u202c'],
    ['isolates that are never closed', '\u2066\u2067\u2068Natt'],
    ['right-to-left marks', 'Natt\u200f\u200e\u061c'],
    ['what separates values', 'a;b,c\\d\ne"f:g'],
    ['a family in one sign', '👩‍👩‍👧‍👦 legevakt'],
    ['nothing but blanks and marks', ' \u200f\n\t'],
  ])('of %s is valid', (_, odd) => {
    for (const key of Object.keys(PLAIN))
      for (const events of Object.values(calendarsOf({ ...PLAIN, [key]: odd }))) expectValid(events, odd)
  })

  it('of any text is valid', () => {
    const any = fc.string({ unit: anyCharacter, maxLength: 200 })
    const names = fc.record({ line: any, code: any, place: any, district: any, doctor: any, area: any })
    fc.assert(
      fc.property(names, (odd) => {
        for (const events of Object.values(calendarsOf(odd))) expectValid(events, odd.district)
      }),
      { numRuns: 60 },
    )
  })

  it('cuts no doctor out of the title by a long name beside it', () => {
    const { district, dispatch } = calendarsOf({
      ...PLAIN,
      code: 'H'.repeat(10_000),
      area: 'S'.repeat(10_000),
    })
    expect(district?.[0]?.summary).toContain(': Kari Nordmann')
    expect(dispatch?.find(({ uid }) => uid.startsWith('as'))?.summary).toContain(': Kari Nordmann ·')
  })

  it('tells nothing in a line of the description that its own words do not', () => {
    const { own } = calendarsOf({ ...PLAIN, line: 'Natt\nDistrikt: Sunnfjord' })
    expect(own?.[0]?.description.split('\n')).toContain('Vaktlinje: Natt Distrikt: Sunnfjord')
  })
})

describe('a calendar of 5 000 duties', () => {
  it('is whole, as two parsers read it', async () => {
    const duties = Array.from({ length: 5000 }, (_, n) =>
      calendarsOf(PLAIN, `as-${n}`, at('2027-01-04', 16) + n * 60),
    )
    const events = duties.flatMap(({ district = [] }) => district.filter(({ uid }) => uid.startsWith('as')))
    const body = renderFeed({ name: 'Vakter', events })
    expect(readCalendar(body).map(({ start }) => start)).toEqual(events.map(({ start }) => start))
    expect(new Set((await readAgain(body)).map(([uid]) => uid)).size).toBe(5000)
    expect(body.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
  })
})
