import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import { cleanLine, cleanText } from '../../src/feeds/content-line.ts'
import { type FeedEvent, LONG_TEXT_LIMIT, renderFeed, SHORT_TEXT_LIMIT } from '../../src/feeds/ics.ts'
import { textMemory } from '../../src/feeds/text-memory.ts'
import { anyCharacter } from '../support/any-text.ts'

const event = (over: Partial<FeedEvent> = {}): FeedEvent => ({
  uid: 'a-1@legevaktplan',
  sequence: 3,
  modifiedAt: fromUtcText('2026-12-01T09:30Z') * 60 + 7,
  start: fromWall('2027-01-04', 16 * 60),
  end: fromWall('2027-01-05', 8 * 60),
  summary: 'Hjemmevakt (H1)',
  description: 'Varer 16 t\nVaktlinje: Natt; Solund, Hyllestad',
  location: 'Førde legevakt, Vievegen 2; 6812 Førde',
  category: 'Hjemmevakt',
  isCancelled: false,
  isBusy: false,
  url: 'https://vakt.example/vakter/1',
  alarmMinutesBefore: null,
  ...over,
})

const render = (over: Partial<FeedEvent> = {}, name = 'Mine vakter – Nordøy') =>
  renderFeed({ name, events: [event(over)] })
const calendarOf = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventsOf = (text: string) => calendarOf(text).getAllSubcomponents('vevent')
const readValue = (component: ICAL.Component | undefined, name: string) =>
  component?.getFirstPropertyValue(name)
const unescapeText = (text: string) =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
const strayControls = (text: string) =>
  [...text.replaceAll('\r\n', '')].filter((character) => /\p{Cc}/u.test(character))
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a feed', () => {
  it('is these bytes and no others', () => {
    expect(render().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Legevaktplan//Vaktkalender//NO',
      'X-WR-CALNAME:Mine vakter – Nordøy',
      'NAME:Mine vakter – Nordøy',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'X-WR-TIMEZONE:Europe/Oslo',
      'BEGIN:VEVENT',
      'UID:a-1@legevaktplan',
      'SUMMARY:Hjemmevakt (H1)',
      'DTSTAMP:20261201T093007Z',
      'DTSTART:20270104T150000Z',
      'DTEND:20270105T070000Z',
      'SEQUENCE:3',
      'DESCRIPTION:Varer 16 t\\nVaktlinje: Natt\\; Solund\\, Hyllestad',
      'URL:https://vakt.example/vakter/1',
      'LOCATION:Førde legevakt\\, Vievegen 2\\; 6812 Førde',
      'STATUS:CONFIRMED',
      'CATEGORIES:Hjemmevakt',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'LAST-MODIFIED:20261201T093007Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('has the same bytes in every time zone of the machine', () => {
    const before = process.env.TZ
    const texts = ['UTC', 'Europe/Oslo', 'America/New_York'].map((zone) => {
      process.env.TZ = zone
      return render()
    })
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(texts).size).toBe(1)
  })

  it.each([
    ['2027-03-28', 8],
    ['2027-10-31', 10],
    ['2027-04-04', 9],
  ])('holds the night 23–08 that ends on %s as %i hours', (morning, hours) => {
    const night = { start: fromWall(morning, -60), end: fromWall(morning, 8 * 60) }
    const [read] = eventsOf(render(night))
    const start = readValue(read, 'dtstart') as ICAL.Time
    const end = readValue(read, 'dtend') as ICAL.Time
    expect((end.toUnixTime() - start.toUnixTime()) / 3600).toBe(hours)
  })

  it('escapes the category and the name, which the library does not', () => {
    const text = render({ category: 'Hjemmevakt, lege; to' }, 'Solund, Hyllestad; Askvoll')
    expect(lines(text)).toContain('CATEGORIES:Hjemmevakt\\, lege\\; to')
    expect(lines(text)).toContain('NAME:Solund\\, Hyllestad\\; Askvoll')
    expect(lines(text)).toContain('X-WR-CALNAME:Solund\\, Hyllestad\\; Askvoll')
    expect(eventsOf(text)[0]?.getFirstProperty('categories')?.getValues()).toEqual(['Hjemmevakt, lege; to'])
  })

  it('puts its header lines in the header also when the name looks like one', () => {
    const text = render({ summary: 'X-PUBLISHED-TTL:PT1H' }, 'X-PUBLISHED-TTL:PT1H')
    expect(readValue(calendarOf(text), 'name')).toBe('X-PUBLISHED-TTL:PT1H')
    expect(lines(text).indexOf('NAME:X-PUBLISHED-TTL:PT1H')).toBe(5)
  })

  it('shows a cancelled event as free, without alarm', () => {
    const text = render({ isCancelled: true, isBusy: true, alarmMinutesBefore: 60 })
    expect(lines(text)).toContain('STATUS:CANCELLED')
    expect(lines(text)).toContain('TRANSP:TRANSPARENT')
    expect(text).not.toContain('VALARM')
  })

  it('can remind once, in whole minutes, with escaped words', () => {
    const text = render({ alarmMinutesBefore: 1440, summary: 'Vakt, natt' })
    expect(lines(text)).toContain('TRIGGER:-PT1440M')
    expect(lines(text).filter((line) => line === 'DESCRIPTION:Vakt\\, natt')).toHaveLength(1)
  })

  it('cuts long text', () => {
    const [read] = eventsOf(render({ summary: 'æ'.repeat(500), description: 'ø'.repeat(5000) }))
    expect(readValue(read, 'summary')).toBe(`${'æ'.repeat(SHORT_TEXT_LIMIT - 1)}…`)
    expect(readValue(read, 'description')).toBe(`${'ø'.repeat(LONG_TEXT_LIMIT - 1)}…`)
  })

  it('carries any text to the reader and back in lines of at most 75 octets', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 300 })
    const separators = fc.string({
      unit: fc.constantFrom('\\', ';', ',', '\n', '\r', '\t', ':', '"', 'n', 'å'),
      maxLength: 90,
    })
    const any = fc.oneof(text, separators)
    fc.assert(
      fc.property(any, any, any, any, (summary, description, location, category) => {
        fc.pre(cleanLine(summary, SHORT_TEXT_LIMIT).trim() !== '')
        const feed = render({ summary, description, location, category }, location)
        const [read] = eventsOf(feed)
        expect(readValue(read, 'summary')).toBe(cleanLine(summary, SHORT_TEXT_LIMIT))
        expect(readValue(read, 'description') ?? '').toBe(cleanText(description, LONG_TEXT_LIMIT))
        expect(readValue(read, 'location') ?? '').toBe(cleanLine(location, SHORT_TEXT_LIMIT))
        const categories = read?.getFirstProperty('categories')?.getValues() ?? ['']
        expect(categories).toEqual([cleanLine(category, SHORT_TEXT_LIMIT)])
        // ical.js does not know NAME, so it hands the value over as it stands.
        const escapedName = readValue(calendarOf(feed), 'name') as string
        expect(unescapeText(escapedName)).toBe(cleanLine(location, SHORT_TEXT_LIMIT))
        for (const line of feed.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
        expect(strayControls(feed)).toEqual([])
      }),
    )
  })

  it.each([
    ['no events', [], 'has no events'],
    ['the same uid twice', [event(), event()], 'a-1@legevaktplan: uid used twice'],
    ['a uid that could split a line', [event({ uid: 'a;b' })], 'uid has characters'],
    ['an empty uid', [event({ uid: '' })], 'uid has characters'],
    ['an end at its start', [event({ end: event().start })], 'not after its start'],
    ['an end before its start', [event({ end: event().start - 1 })], 'not after its start'],
    ['half a minute', [event({ start: event().start + 0.5 })], 'not a whole minute'],
    ['a sequence below zero', [event({ sequence: -1 })], 'sequence -1'],
    ['a sequence that overflows', [event({ sequence: 2 ** 31 })], 'sequence 2147483648'],
    ['half a second', [event({ modifiedAt: 0.5 })], 'not a whole second'],
    ['no summary', [event({ summary: ' \u0000' })], 'no summary'],
    ['an alarm at the start', [event({ alarmMinutesBefore: 0 })], 'alarm 0'],
    ['an address with a space', [event({ url: 'https://a b' })], 'address https://a b'],
    ['an address the library refuses', [event({ url: 'https://?' })], 'refused by ics'],
  ])('refuses %s, and says which', (_, events, message) => {
    expect(() => renderFeed({ name: 'Vakter', events })).toThrow(message)
  })

  it('takes the largest sequence and a duty of one minute', () => {
    const text = render({ sequence: 2 ** 31 - 1, end: event().start + 1 })
    expect(lines(text)).toContain('SEQUENCE:2147483647')
    expect(lines(text)).toContain('DTEND:20270104T150100Z')
  })
})

const anyText = fc.oneof(
  fc.constantFrom('Vakt', 'BEGIN:VEVENT', 'END:VEVENT\r\nBEGIN:VEVENT', 'X-PUBLISHED-TTL:PT1H', '\\', 'null'),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
)
/** Few of each, so that the same come again with one field changed. */
const anyEvent = fc.record({
  uid: fc.constantFrom('a@x', 'b@x', 'c@x', 'd@x'),
  sequence: fc.constantFrom(0, 1),
  modifiedAt: fc.constantFrom(1_800_000_000, 1_800_000_001),
  end: fc.constantFrom(event().start + 1, event().end),
  summary: anyText.map((text) => `V${text}`),
  description: anyText,
  location: anyText,
  category: anyText,
  isCancelled: fc.boolean(),
  isBusy: fc.boolean(),
  url: fc.constantFrom(null, 'https://vakt.example/1', 'https://?'),
  alarmMinutesBefore: fc.constantFrom(null, 1, 60),
})
const anyFeed = fc.record({
  name: anyText,
  isPrivate: fc.boolean(),
  events: fc
    .uniqueArray(anyEvent, { minLength: 1, maxLength: 4, selector: ({ uid }) => uid })
    .map((events) => events.map(event)),
})

describe('what is remembered of a feed', () => {
  const outcome = (...asked: Parameters<typeof renderFeed>) => {
    try {
      return renderFeed(...asked)
    } catch (fault) {
      return String(fault).replace(/; events .*/, '')
    }
  }

  it('changes no octet of any other, in any order, however little room there is; what is refused stays refused', () => {
    const feeds = fc.array(anyFeed, { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(feeds, fc.constantFrom(0, 700, 2500, 1_000_000), (some, room) => {
        const memory = textMemory(room)
        for (const feed of [...some, ...some.toReversed()])
          expect(outcome(feed, memory)).toBe(outcome(feed, textMemory(0)))
      }),
    )
  })

  it('is asked of the library no more', () => {
    const memory = textMemory(1_000_000)
    const kept: string[] = []
    const keep = (key: string, text: string) => {
      kept.push(key)
      memory.keep(key, text)
    }
    const counting = { ...memory, keep }
    const events = ['a@x', 'b@x', 'c@x'].map((uid) => event({ uid }))
    const first = renderFeed({ name: 'Vakter', events }, counting)
    expect(renderFeed({ name: 'Vakter', events }, counting)).toBe(first)
    expect(kept).toHaveLength(3)
    renderFeed({ name: 'Vakter', events: [...events, event({ uid: 'd@x' })].reverse() }, counting)
    expect(kept).toHaveLength(4)
    renderFeed({ name: 'Vakter', events, isPrivate: false }, counting)
    expect(kept).toHaveLength(7)
  })

  it('is checked as if it were new', () => {
    const twice = [event(), event()]
    const memory = textMemory(1_000_000)
    renderFeed({ name: 'Vakter', events: [event()] }, memory)
    expect(() => renderFeed({ name: 'Vakter', events: twice }, memory)).toThrow('uid used twice')
  })
})
