import ICAL from 'ical.js'
import { createEvents, type EventAttributes } from 'ics'
import { addDays, type LocalDate } from '../../../src/core/time/local-date.ts'
import { fromWall } from '../../../src/core/time/oslo.ts'
import { type FeedEvent, renderFeed } from '../../../src/feeds/ics.ts'
import { textMemory } from '../../../src/feeds/text-memory.ts'
import { cpuOf, inTurn, say } from './measured.ts'

const SIZES = [60, 500, 5000]
const NAME = 'Mine vakter – Sør-Østerdal'

/** Milliseconds of CPU for a calendar's text by our wrapper, with nothing and with all of it remembered, by the library within it alone and by another library. */
export async function benchRendering(isSmoke: boolean): Promise<void> {
  for (const size of isSmoke ? SIZES.slice(0, 2) : SIZES) {
    const events = eventsOf(size)
    const [rounds, times] = isSmoke ? [2, 2] : [7, Math.max(1, Math.floor(600 / size))]
    const ours = () => renderFeed({ name: NAME, events }, textMemory(0))
    const remembered = () => renderFeed({ name: NAME, events })
    const raw = () => rawIcs(events)
    const rival = () => byIcalJs(events)
    ours()
    remembered()
    rival()
    const cpuMs = await inTurn(rounds, {
      ours: () => cpuOf(times, ours),
      remembered: () => cpuOf(times, remembered),
      rawIcs: () => cpuOf(times, raw),
      icalJs: () => cpuOf(times, rival),
    })
    const bytes = { ours: bytesOf(ours()), rawIcs: bytesOf(raw()), icalJs: bytesOf(rival()) }
    say('render', { duties: size, rounds, times, cpuMs, bytes })
  }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Every night in turn, with texts of the length that real ones have. */
function eventsOf(size: number): FeedEvent[] {
  return Array.from({ length: size }, (_, index) => {
    const date = addDays('2026-10-01', index % 500)
    return eventOf(date, index)
  })
}

function eventOf(date: LocalDate, index: number): FeedEvent {
  const start = fromWall(date, 16 * 60)
  return {
    uid: `8f14e45f-ceea-467f-a1d4-${String(index).padStart(12, '0')}@legevaktplan`,
    sequence: index % 3,
    modifiedAt: fromWall('2026-09-01', 12 * 60) * 60 + (index % 3),
    start,
    end: start + 16 * 60,
    summary: index % 4 === 0 ? 'Bakvakt (BV)' : 'Hjemmevakt (HV)',
    description: [
      'Lengde: 16 t',
      'Linje: Hjemmevakt for Tynset, Tolga og Os; også sykehjem',
      'Legevaktdistrikt: Sør-Østerdal interkommunale legevakt',
      'Hvem du løser av og hvem som løser deg av, står i Legevaktplan.',
    ].join('\n'),
    location: 'Tynset legevakt, Sjukehusveien 9, 2500 Tynset',
    category: index % 4 === 0 ? 'Bakvakt' : 'Hjemmevakt',
    isCancelled: false,
    isBusy: index % 4 !== 0,
    url: `https://vakt.example.no/me/duties/sor-osterdal/hjem-${date}-N/0`,
    alarmMinutesBefore: null,
  }
}

const MILLISECONDS_PER_MINUTE = 60_000

/** As the library would be used without a wrapper: wrong folds, nothing cleaned, none of the header lines. */
function rawIcs(events: readonly FeedEvent[]): string {
  const { error, value } = createEvents(
    events.map((event): EventAttributes & { readonly timestamp: number } => ({
      uid: event.uid,
      sequence: event.sequence,
      timestamp: event.modifiedAt * 1000,
      lastModified: event.modifiedAt * 1000,
      start: event.start * MILLISECONDS_PER_MINUTE,
      end: event.end * MILLISECONDS_PER_MINUTE,
      title: event.summary,
      description: event.description,
      location: event.location,
      categories: [event.category],
      status: 'CONFIRMED',
      transp: event.isBusy ? 'OPAQUE' : 'TRANSPARENT',
      classification: 'PRIVATE',
      ...(event.url === null ? {} : { url: event.url }),
    })),
    { calName: NAME, method: '' },
  )
  if (error || !value) throw new Error(`raw ics refuses: ${JSON.stringify(error)}`)
  return value
}

/** The same calendar written by a library that is a reader first. */
function byIcalJs(events: readonly FeedEvent[]): string {
  const calendar = new ICAL.Component('vcalendar')
  const lines = {
    version: '2.0',
    prodid: '-//Rival//NO',
    name: NAME,
    'x-wr-calname': NAME,
    'x-wr-timezone': 'Europe/Oslo',
  }
  for (const [name, value] of Object.entries(lines)) calendar.addPropertyWithValue(name, value)
  for (const event of events) {
    const component = new ICAL.Component('vevent')
    const stamp = utc(event.modifiedAt)
    const fields = {
      uid: event.uid,
      sequence: event.sequence,
      dtstamp: stamp,
      'last-modified': stamp,
      dtstart: utc(event.start * 60),
      dtend: utc(event.end * 60),
      summary: event.summary,
      description: event.description,
      location: event.location,
      categories: event.category,
      status: 'CONFIRMED',
      transp: event.isBusy ? 'OPAQUE' : 'TRANSPARENT',
      class: 'PRIVATE',
      url: event.url ?? '',
    }
    for (const [name, value] of Object.entries(fields)) component.addPropertyWithValue(name, value)
    calendar.addSubcomponent(component)
  }
  return calendar.toString()
}

function utc(seconds: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(seconds * 1000), true)
}
