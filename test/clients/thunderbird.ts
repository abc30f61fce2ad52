import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import type { CalendarClient, ClientReading, Subscription } from './calendar-client.ts'
import type { HeldEvent } from './held-event.ts'

/** Thunderbird counts in minutes, and takes parts of one from its preferences. */
const MINUTES_BETWEEN_POLLS = '0.1'
const MILLISECONDS_TO_SETTLE = 1500

/** Thunderbird without a screen. `polled` settles when it has asked for each of the calendars once more. */
export function thunderbird(polled: (calendars: readonly Subscription[]) => Promise<void>): CalendarClient {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-thunderbird-'))
  let child: ChildProcess | undefined
  let calendars: readonly Subscription[] = []
  return {
    name: 'Thunderbird',
    agent: /thunderbird/i,
    keepsUids: true,
    start: async (wanted) => {
      calendars = wanted
      writeFileSync(join(folder, 'user.js'), preferences(wanted))
      child = open(folder)
    },
    read: async (): Promise<ClientReading> => {
      await polled(calendars)
      await wait(MILLISECONDS_TO_SETTLE)
      return { calendars: stored(folder, calendars), complaints: [] }
    },
    stop: async () => {
      await close(child)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
    },
  }
}

function open(folder: string): ChildProcess {
  const env = { ...process.env, HOME: folder, TZ: 'Europe/Oslo', MOZ_CRASHREPORTER_DISABLE: '1' }
  const args = ['-a', 'thunderbird', '--no-remote', '--profile', folder, '-calendar']
  // A group of its own, so that the screen it was given ends with it.
  return spawn('xvfb-run', args, { env, stdio: 'ignore', detached: true })
}

async function close(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGTERM')
  await Promise.race([ended, wait(10_000)])
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The whole group has ended.
  }
}

const idOf = (index: number) => `0f1e2d3c-0000-4000-8000-${String(index).padStart(12, '0')}`

function stored(folder: string, calendars: readonly Subscription[]): Map<string, HeldEvent[]> {
  const file = join(folder, 'calendar-data', 'cache.sqlite')
  const held = new Map(calendars.map(({ id }) => [id, [] as HeldEvent[]]))
  if (!existsSync(file)) return held
  const copy = join(folder, 'copy.sqlite')
  for (const part of ['', '-wal', '-shm']) {
    rmSync(copy + part, { force: true })
    if (existsSync(file + part)) copyFileSync(file + part, copy + part)
  }
  const db = new DatabaseSync(copy)
  const rows = db
    .prepare(
      `select cal_id, id, title, event_start, event_end, ical_status, (
        select value from cal_properties where cal_properties.cal_id = cal_events.cal_id
          and cal_properties.item_id = cal_events.id and key = 'TRANSP') as transparency from cal_events`,
    )
    .all() as unknown as StoredEvent[]
  db.close()
  for (const [index, { id }] of calendars.entries())
    held.set(id, rows.filter((row) => row.cal_id === idOf(index)).map(toHeld))
  return held
}

interface StoredEvent {
  readonly cal_id: string
  readonly id: string
  readonly title: string
  readonly event_start: number
  readonly event_end: number
  readonly ical_status: string | null
  readonly transparency: string | Uint8Array | null
}

const MICROSECONDS_PER_MINUTE = 60_000_000

function toHeld(row: StoredEvent): HeldEvent {
  const { transparency } = row
  const shown = transparency instanceof Uint8Array ? new TextDecoder().decode(transparency) : transparency
  return {
    uid: row.id,
    start: row.event_start / MICROSECONDS_PER_MINUTE,
    end: row.event_end / MICROSECONDS_PER_MINUTE,
    title: row.title,
    isCancelled: row.ical_status === 'CANCELLED',
    isBusy: shown !== 'TRANSPARENT',
  }
}

function preferences(calendars: readonly Subscription[]): string {
  const settings: [string, string | number | boolean][] = calendars.flatMap(({ id, url }, index) => {
    const at = `calendar.registry.${idOf(index)}`
    return [
      [`${at}.type`, 'ics'],
      [`${at}.uri`, url],
      [`${at}.name`, id],
      [`${at}.readOnly`, true],
      [`${at}.cache.enabled`, true],
      [`${at}.calendar-main-in-composite`, true],
      [`${at}.refreshInterval`, MINUTES_BETWEEN_POLLS],
    ]
  })
  const still: [string, string | number | boolean][] = [
    ['calendar.list.sortOrder', calendars.map((_, index) => idOf(index)).join(' ')],
    ['calendar.timezone.local', 'Europe/Oslo'],
    ['calendar.timezone.useSystemTimezone', false],
    ['storage.sqlite.exclusiveLock.enabled', false],
    // Nothing else is to be asked for, by anybody.
    ['app.update.enabled', false],
    ['app.donation.eoy.version.viewed', 999],
    ['mail.provider.suppress_dialog_on_startup', true],
    ['mail.spotlight.firstRunDone', true],
    ['mailnews.start_page.enabled', false],
    ['datareporting.policy.dataSubmissionEnabled', false],
    ['network.captive-portal-service.enabled', false],
    ['network.connectivity-service.enabled', false],
    ['services.settings.server', 'http://127.0.0.1:9/'],
  ]
  return [...settings, ...still]
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}
