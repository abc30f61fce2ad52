import ICAL from 'ical.js'
import { async as nodeIcal } from 'node-ical'
import type { Minute } from '../../src/core/time/minute.ts'

/** An event as a parser that is not ours reads it. */
export interface ReadEvent {
  readonly uid: string
  readonly start: Minute
  readonly end: Minute
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly category: string
  readonly status: string
  readonly transparency: string
  readonly sequence: number
  /** Epoch seconds. */
  readonly modifiedAt: number
  /** Minutes before, of each alarm. */
  readonly alarms: readonly number[]
}

/** The events of a calendar by start, as ical.js reads them. */
export function readCalendar(body: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(body))
  return calendar
    .getAllSubcomponents('vevent')
    .map(toRead)
    .sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1))
}

export function calendarName(body: string): string {
  // A name that no standard knows is handed over as it stands.
  const escaped = String(new ICAL.Component(ICAL.parse(body)).getFirstPropertyValue('x-wr-calname'))
  return escaped.replace(/\\(.)/g, '$1')
}

/** Uid, start and end of each event as the second parser reads them, by start. */
export async function readAgain(body: string): Promise<(readonly [string, Minute, Minute])[]> {
  const parsed = await nodeIcal.parseICS(body)
  return Object.values(parsed)
    .flatMap((entry) =>
      entry?.type === 'VEVENT'
        ? [[entry.uid, entry.start.getTime() / 60_000, (entry.end?.getTime() ?? 0) / 60_000] as const]
        : [],
    )
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
}

function toRead(component: ICAL.Component): ReadEvent {
  const textOf = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
  const secondsOf = (name: string) => (component.getFirstPropertyValue(name) as ICAL.Time).toUnixTime()
  return {
    uid: textOf('uid'),
    start: secondsOf('dtstart') / 60,
    end: secondsOf('dtend') / 60,
    summary: textOf('summary'),
    description: textOf('description'),
    location: textOf('location'),
    category: textOf('categories'),
    status: textOf('status'),
    transparency: textOf('transp'),
    sequence: Number(textOf('sequence')),
    modifiedAt: secondsOf('last-modified'),
    alarms: component
      .getAllSubcomponents('valarm')
      .map((alarm) => -(alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds() / 60),
  }
}
