/** An event of a calendar as a client reads it. */
export interface CopiedEvent {
  readonly uid: string
  readonly sequence: number
  /** As it stands in the file, `YYYYMMDDTHHMMSSZ`, so that text order is time order. */
  readonly lastModified: string
  readonly stamp: string
  readonly start: string
  readonly end: string
  readonly status: string
  /** All of it but sequence and stamps. */
  readonly content: string
}

/** The events of a calendar file by UID. @throws when two share one. */
export function eventsIn(body: string): Map<string, CopiedEvent> {
  const lines = body.replace(/\r\n[ \t]/g, '').split('\r\n')
  const events = new Map<string, CopiedEvent>()
  let own: string[] | null = null
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') own = []
    else if (line === 'END:VEVENT' && own) {
      const event = toEvent(own)
      if (events.has(event.uid)) throw new Error(`two events ${event.uid}`)
      events.set(event.uid, event)
      own = null
    } else own?.push(line)
  }
  return events
}

const BOOKKEEPING = /^(SEQUENCE|LAST-MODIFIED|DTSTAMP):/

function toEvent(lines: readonly string[]): CopiedEvent {
  const fieldOf = (name: string) =>
    lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? ''
  return {
    uid: fieldOf('UID'),
    sequence: Number(fieldOf('SEQUENCE')),
    lastModified: fieldOf('LAST-MODIFIED'),
    stamp: fieldOf('DTSTAMP'),
    start: fieldOf('DTSTART'),
    end: fieldOf('DTEND'),
    status: fieldOf('STATUS'),
    content: lines
      .filter((line) => !BOOKKEEPING.test(line))
      .sort()
      .join('\n'),
  }
}

/**
 * What a client that holds `before` would miss, or do for nothing, when it fetches `after`; empty when all is well. A change is
 * to be later than `newest`, the latest stamp of any calendar before it.
 */
export function bookkeepingFaults(
  before: ReadonlyMap<string, CopiedEvent>,
  after: ReadonlyMap<string, CopiedEvent>,
  newest: string,
): string[] {
  return [...after.values()].flatMap((event) => {
    const old = before.get(event.uid)
    const faults: string[] = []
    if (event.lastModified !== event.stamp) faults.push('LAST-MODIFIED is not DTSTAMP')
    if (!old) return faults.map((fault) => `${event.uid}: ${fault}`)
    if (old.content === event.content) {
      if (old.sequence !== event.sequence) faults.push(`SEQUENCE ${old.sequence} to ${event.sequence} idly`)
      if (old.stamp !== event.stamp) faults.push(`DTSTAMP ${old.stamp} to ${event.stamp} idly`)
    } else {
      if (event.sequence <= old.sequence)
        faults.push(`changed, SEQUENCE ${old.sequence} to ${event.sequence}`)
      if (event.lastModified <= old.lastModified || event.lastModified <= newest)
        faults.push(`changed, LAST-MODIFIED ${old.lastModified} to ${event.lastModified}, newest ${newest}`)
    }
    return faults.map((fault) => `${event.uid}: ${fault}\n${old.content}\n→\n${event.content}`)
  })
}
