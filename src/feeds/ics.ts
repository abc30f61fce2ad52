import { createEvents, type EventAttributes } from 'ics'
import type { Interval } from '../core/time/interval.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { cleanLine, cleanText, escapeText, foldLine } from './content-line.ts'
import { type TextMemory, textMemory } from './text-memory.ts'

/** One event of a calendar feed. Every field is stored data, so that the same data gives the same bytes. */
export interface FeedEvent extends Interval {
  /** Opaque and lasting: printable ASCII without spaces, commas, semicolons, quotes or backslashes. */
  readonly uid: string
  /** 0 … 2^31 − 1, raised at each change of time, status or kind (RFC 5545 §3.8.7.4). */
  readonly sequence: number
  /** Last revision in epoch seconds: DTSTAMP and LAST-MODIFIED alike, never the time of the request (RFC 5545 §3.8.7.2, without METHOD). */
  readonly modifiedAt: number
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly category: string
  readonly isCancelled: boolean
  /** Whether the time shows as busy; a cancelled event never does. */
  readonly isBusy: boolean
  /** A page behind sign-in; never the feed's own address. */
  readonly url: string | null
  /** Whole minutes before the start, at least 1; null = no alarm. Dropped when cancelled. */
  readonly alarmMinutesBefore: number | null
}

export interface Feed {
  readonly name: string
  readonly events: readonly FeedEvent[]
  /**
   * Asks programs to show its events to nobody else, as in a doctor's own calendar; left out = they are asked. What a whole
   * office follows must not be hidden from those who share its calendar.
   */
  readonly isPrivate?: boolean
}

/** Characters, not octets: longer text is cut with an ellipsis, since the library's folding is quadratic. */
export const SHORT_TEXT_LIMIT = 120
export const LONG_TEXT_LIMIT = 1000

const PRODUCT_ID = '-//Legevaktplan//Vaktkalender//NO'
const LARGEST_SEQUENCE = 2_147_483_647
const UID = /^[!#-+\--:<-[\]-~]{1,255}$/
const MILLISECONDS_PER_SECOND = 1000
const MILLISECONDS_PER_MINUTE = 60_000

/** Characters that rendered events may take, with what they are known by: some 8 000 of usual length, 16 MB at most. */
const MOST_REMEMBERED = 8_000_000

/** Across calendars and requests: of a whole district's events, one change leaves nearly all as they were. */
const rendered = textMemory(MOST_REMEMBERED)

/**
 * A feed as iCalendar text (RFC 5545, 7986): CRLF, lines of at most 75 octets, UTC instants, no METHOD. The text is the same
 * whatever `memory` holds.
 * @throws for a feed without events or an event that would make it invalid, with the event's uid.
 */
export function renderFeed(feed: Feed, memory: TextMemory = rendered): string {
  checkFeed(feed)
  const { events, isPrivate = true } = feed
  const keys = events.map((event) => keyOf(event, isPrivate))
  const texts = keys.map(memory.recall)
  const missing = events.filter((_, index) => texts[index] === undefined)
  const { header, blocks } = write(feed, missing, isPrivate)
  const fresh = blocks.values()
  const all = texts.map((known, index) => {
    if (known !== undefined) return known
    const text = fresh.next().value as string
    memory.keep(keys[index] as string, text)
    return text
  })
  return [header, ...all, 'END:VCALENDAR', ''].join('\r\n')
}

/** All that decides the text of an event. */
function keyOf(event: FeedEvent, isPrivate: boolean): string {
  const { uid, sequence, modifiedAt, start, end, isCancelled, isBusy, alarmMinutesBefore } = event
  const { summary, description, location, category, url } = event
  const marks = [uid, sequence, modifiedAt, start, end, isCancelled, isBusy, alarmMinutesBefore, isPrivate]
  return JSON.stringify([...marks, summary, description, location, category, url])
}

/** The lines before the first event, and a text for each of these events, in one call of the library. */
function write({ name: title }: Feed, events: readonly FeedEvent[], isPrivate: boolean) {
  const name = escapeText(cleanLine(title, SHORT_TEXT_LIMIT))
  const { error, value } = createEvents(
    events.map((event) => toAttributes(event, isPrivate)),
    { productId: PRODUCT_ID, method: '', calName: name },
  )
  if (error || value === null) {
    const uids = events.map((event) => event.uid).join(' ')
    throw new Error(`feed "${title}" refused by ics: ${JSON.stringify(error)}; events ${uids}`)
  }
  // What stands in an event holds no line end, so that these are lines of the library's own.
  const [head = [], ...blocks] = partsAt(unfold(value), 'BEGIN:VEVENT')
  // Without events it is followed by the calendar's end.
  const header = head.filter((line) => line !== 'END:VCALENDAR' && line !== '')
  const texts = blocks.map((lines) => refold(lines.slice(0, lines.indexOf('END:VEVENT') + 1)))
  if (texts.length !== events.length)
    throw new Error(`feed "${title}": ics wrote ${texts.length} events of ${events.length}`)
  return { header: refold(withHeaderLines(header, name)), blocks: texts }
}

/** Cut before each line that is `mark`; the first part is what stands before them all. */
function partsAt(lines: readonly string[], mark: string): string[][] {
  const parts: string[][] = [[]]
  for (const line of lines) {
    if (line === mark) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts
}

function checkFeed({ name, events }: Feed): void {
  if (events.length === 0) throw new Error(`feed "${name}" has no events: clients keep old duties then`)
  const seen = new Set<string>()
  for (const event of events) {
    const fault = faultOf(event, seen)
    if (fault) throw new Error(`feed "${name}", event ${event.uid}: ${fault}`)
    seen.add(event.uid)
  }
}

function faultOf(event: FeedEvent, seen: ReadonlySet<string>): string | undefined {
  const { start, end, sequence, alarmMinutesBefore: alarm } = event
  if (!UID.test(event.uid)) return 'uid has characters that are not allowed'
  if (seen.has(event.uid)) return 'uid used twice'
  if (![start, end].every(Number.isSafeInteger)) return 'a time is not a whole minute'
  if (!Number.isSafeInteger(event.modifiedAt)) return `stamp ${event.modifiedAt} is not a whole second`
  if (end <= start) return `ends ${toUtcText(end)}, not after its start ${toUtcText(start)}`
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LARGEST_SEQUENCE)
    return `sequence ${sequence} outside 0 … ${LARGEST_SEQUENCE}`
  if (cleanLine(event.summary, SHORT_TEXT_LIMIT).trim() === '') return 'no summary'
  if (alarm !== null && !(Number.isInteger(alarm) && alarm > 0)) return `alarm ${alarm} minutes before`
  return event.url === null || /^https?:\/\/[!-~]+$/.test(event.url) ? undefined : `address ${event.url}`
}

/** The library's own types leave out `timestamp`, which it takes (adamgibbons/ics 3.12.0). */
type Attributes = EventAttributes & { readonly timestamp: number }

function toAttributes(event: FeedEvent, isPrivate: boolean): Attributes {
  const summary = cleanLine(event.summary, SHORT_TEXT_LIMIT)
  const category = cleanLine(event.category, SHORT_TEXT_LIMIT)
  const modifiedAt = event.modifiedAt * MILLISECONDS_PER_SECOND
  return {
    uid: event.uid,
    sequence: event.sequence,
    timestamp: modifiedAt,
    lastModified: modifiedAt,
    start: toMilliseconds(event.start),
    end: toMilliseconds(event.end),
    title: summary,
    description: cleanText(event.description, LONG_TEXT_LIMIT),
    location: cleanLine(event.location, SHORT_TEXT_LIMIT),
    // The library escapes neither categories nor the text of alarms.
    ...(category === '' ? {} : { categories: [escapeText(category)] }),
    status: event.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: event.isBusy && !event.isCancelled ? 'OPAQUE' : 'TRANSPARENT',
    ...(isPrivate ? { classification: 'PRIVATE' as const } : {}),
    ...(event.url === null ? {} : { url: event.url }),
    ...(event.alarmMinutesBefore === null || event.isCancelled
      ? {}
      : { alarms: [alarmOf(escapeText(summary), event.alarmMinutesBefore)] }),
  }
}

function alarmOf(description: string, minutes: number) {
  return { action: 'display' as const, description, trigger: { minutes, before: true } }
}

/** Epoch milliseconds are the one input that the library does not read by the machine's own time zone. */
function toMilliseconds(minute: Minute): number {
  return minute * MILLISECONDS_PER_MINUTE
}

/** The library folds by graphemes, up to 762 octets a line; its folds are CRLF TAB, and cleaned text holds no TAB. */
function unfold(text: string): string[] {
  return text.replaceAll('\r\n\t', '').split('\r\n')
}

function withHeaderLines(lines: readonly string[], name: string): string[] {
  const place = lines.indexOf('X-PUBLISHED-TTL:PT1H')
  if (place === -1)
    throw new Error('ics no longer writes X-PUBLISHED-TTL:PT1H: see where the header lines go')
  return [
    ...lines.slice(0, place),
    `NAME:${name}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'X-WR-TIMEZONE:Europe/Oslo',
    ...lines.slice(place + 1),
  ]
}

function refold(lines: readonly string[]): string {
  return lines.map(foldLine).join('\r\n')
}
