import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CalendarClient, ClientReading, Subscription } from './calendar-client.ts'
import type { HeldEvent } from './held-event.ts'

/** The one with Debian's bindings; another that comes first on the path has none. */
export const SYSTEM_PYTHON = '/usr/bin/python3'

/** evolution-data-server in a session bus of its own. */
export function evolution(): CalendarClient {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-evolution-'))
  let session: Session | undefined
  return {
    name: 'evolution-data-server',
    agent: /evolution/i,
    keepsUids: true,
    start: async (calendars) => {
      const sources = join(folder, '.config', 'evolution', 'sources')
      mkdirSync(sources, { recursive: true })
      mkdirSync(join(folder, 'run'), { mode: 0o700 })
      for (const calendar of calendars)
        writeFileSync(join(sources, `${calendar.id}.source`), sourceOf(calendar))
      session = openSession(folder, calendars)
      await session.next()
    },
    read: async (): Promise<ClientReading> => {
      session?.child.stdin.write('refresh\n')
      const told = JSON.parse((await session?.next()) ?? '{}') as {
        calendars: Record<string, HeldEvent[]>
        complaints: string[]
      }
      return { calendars: new Map(Object.entries(told.calendars)), complaints: told.complaints }
    },
    stop: async () => {
      await session?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Session {
  readonly child: ChildProcessWithoutNullStreams
  /** The next line it writes. @throws when it ends instead. */
  readonly next: () => Promise<string>
  readonly stop: () => Promise<void>
}

function openSession(folder: string, calendars: readonly Subscription[]): Session {
  const script = join(import.meta.dirname, 'evolution.py')
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, '.config'),
    XDG_CACHE_HOME: join(folder, '.cache'),
    XDG_DATA_HOME: join(folder, '.local'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    TZ: 'Europe/Oslo',
    LC_ALL: 'C.UTF-8',
    GSETTINGS_BACKEND: 'memory',
  }
  const args = ['--', SYSTEM_PYTHON, script, ...calendars.map(({ id }) => id)]
  const child = spawn('dbus-run-session', args, { env })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    next: async () => {
      const line = await lines.next()
      if (line.done) throw new Error(`evolution-data-server ended: ${errors.slice(-500)}`)
      return line.value
    },
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

function sourceOf({ id, url }: Subscription): string {
  const { hostname, port, pathname } = new URL(url)
  return `[Data Source]
DisplayName=${id}
Enabled=true
Parent=webcal-stub

[Authentication]
Host=${hostname}
Method=none
Port=${port}
ProxyUid=system-proxy

[Calendar]
BackendName=webcal
Selected=true

[Offline]
StaySynchronized=true

[Refresh]
Enabled=true
IntervalMinutes=30

[Security]
Method=none

[WebDAV Backend]
AvoidIfmatch=false
ResourcePath=${pathname}
`
}
