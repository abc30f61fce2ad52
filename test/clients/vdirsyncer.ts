import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { toOffsetText } from '../../src/core/time/oslo.ts'
import type { CalendarClient, ClientReading, Subscription } from './calendar-client.ts'
import type { HeldEvent } from './held-event.ts'
import { run } from './programs.ts'

/** Mirrors each calendar into a folder, which khal then lists: two programs of which both must be right. */
export function vdirsyncer(): CalendarClient {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-vdirsyncer-'))
  const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', TZ: 'Europe/Oslo' }
  const configuration = join(folder, 'vdir.conf')
  let calendars: readonly Subscription[] = []
  return {
    name: 'vdirsyncer + khal',
    agent: /vdirsyncer/i,
    keepsUids: false,
    start: async (wanted) => {
      calendars = wanted
      for (const { id } of wanted) mkdirSync(join(folder, id))
      writeFileSync(configuration, syncing(folder, wanted))
      writeFileSync(join(folder, 'khal.conf'), listing(folder, wanted))
      await run('vdirsyncer', ['-c', configuration, 'discover'], env, 'y\n'.repeat(50))
    },
    read: async (): Promise<ClientReading> => {
      const read = new Map<string, HeldEvent[]>()
      const complaints: string[] = []
      for (const { id } of calendars) {
        // By itself: one that fails takes the others of its run with it. Without the flag it refuses to empty a calendar of
        // which every event has gone.
        const synced = await run('vdirsyncer', ['-c', configuration, 'sync', '--force-delete', id], env)
        complaints.push(...synced.stderr.split('\n').filter((line) => /error|critical/i.test(line)))
        const events = eventsIn(join(folder, id))
        read.set(id, events)
        complaints.push(...(await listedOtherwise(folder, env, id, events)))
      }
      return { calendars: read, complaints }
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function eventsIn(folder: string): HeldEvent[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ics'))
    .flatMap((name) => {
      const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), 'utf8')))
      return calendar.getAllSubcomponents('vevent').map((component): HeldEvent => {
        const event = new ICAL.Event(component)
        return {
          uid: null,
          start: event.startDate.toUnixTime() / 60,
          end: event.endDate.toUnixTime() / 60,
          title: event.summary,
          isCancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
          isBusy: component.getFirstPropertyValue('transp') !== 'TRANSPARENT',
        }
      })
    })
}

/** Where khal lists a calendar otherwise than its files have it, told by the local clock, on which khal cannot show which of two 02:30 it is. */
async function listedOtherwise(
  folder: string,
  env: NodeJS.ProcessEnv,
  id: string,
  events: readonly HeldEvent[],
): Promise<string[]> {
  const format = '{start-long}|{end-long}|{title}|{status}'
  const options = ['-c', join(folder, 'khal.conf'), 'list', '-a', id, '--day-format', '', '--format', format]
  const { stdout } = await run('khal', [...options, '2026-09-01', '600d'], env)
  // An event stands under each of its days.
  const listed = new Set(stdout.split('\n').flatMap((line) => line.trim() || []))
  const clock = (minute: number) => toOffsetText(minute).slice(0, 16).replace('T', ' ')
  const filed = new Set(
    events.map(
      (event) =>
        `${clock(event.start)}|${clock(event.end)}|${event.title}|${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ),
  )
  return [
    ...[...filed].flatMap((line) => (listed.has(line) ? [] : [`khal does not list ${id} ${line}`])),
    ...[...listed].flatMap((line) => (filed.has(line) ? [] : [`khal lists ${id} ${line}`])),
  ]
}

function syncing(folder: string, calendars: readonly Subscription[]): string {
  const pairs = calendars.map(
    ({ id, url }) => `[pair ${id}]
a = "${id}_here"
b = "${id}_there"
collections = null
conflict_resolution = "b wins"
partial_sync = "revert"
[storage ${id}_here]
type = "filesystem"
path = "${join(folder, id)}/"
fileext = ".ics"
[storage ${id}_there]
type = "http"
url = "${url}"
`,
  )
  return `[general]\nstatus_path = "${join(folder, 'status')}/"\n${pairs.join('')}`
}

function listing(folder: string, calendars: readonly Subscription[]): string {
  const lists = calendars.map(({ id }) => `[[${id}]]\npath = ${join(folder, id)}/\nreadonly = True\n`)
  return `[calendars]
${lists.join('')}[locale]
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${join(folder, 'khal.db')}
`
}
