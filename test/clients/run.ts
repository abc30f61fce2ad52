import { setTimeout as wait } from 'node:timers/promises'
import { boardDuties } from './board-duties.ts'
import type { CalendarClient, Subscription } from './calendar-client.ts'
import { evolution, SYSTEM_PYTHON } from './evolution.ts'
import { expectedOf } from './expected.ts'
import { differencesFrom } from './held-event.ts'
import { type Asked, type LiveApp, startLiveApp } from './live-app.ts'
import { missingPrograms, run } from './programs.ts'
import { setStage } from './stage.ts'
import { STEPS, type Stage } from './steps.ts'
import { thunderbird } from './thunderbird.ts'
import { vdirsyncer } from './vdirsyncer.ts'

/** A calendar program reads again before it is held to be wrong: some work on after they have asked. */
const MOST_READINGS = 3
const LONGEST_POLL_MILLISECONDS = 90_000

interface ClientKind {
  readonly name: string
  readonly programs: readonly string[]
  readonly packages: string
  readonly make: (app: LiveApp) => CalendarClient
}

const KINDS: readonly ClientKind[] = [
  {
    name: 'Thunderbird',
    programs: ['thunderbird', 'xvfb-run'],
    packages: 'thunderbird xvfb',
    make: (app) => thunderbird((calendars) => polled(app, /thunderbird/i, calendars)),
  },
  {
    name: 'evolution-data-server',
    programs: ['dbus-run-session', SYSTEM_PYTHON.slice('/usr/bin/'.length)],
    packages: 'evolution-data-server dbus gir1.2-ecal-2.0 gir1.2-edataserver-1.2 python3-gi',
    make: evolution,
  },
  {
    name: 'vdirsyncer + khal',
    programs: ['vdirsyncer', 'khal'],
    packages: 'vdirsyncer khal',
    make: vdirsyncer,
  },
]

const wanted = process.argv.slice(2)
const kinds = await installed(
  KINDS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word))),
)
const app = await startLiveApp()
const clients = kinds.map(({ make }) => make(app))
try {
  process.exitCode = (await runSteps(app, clients)) && kinds.length > 0 ? 0 : 1
} finally {
  await Promise.all(clients.map((client) => client.stop()))
  await app.stop()
}

/** Those whose programs are here; each other one is named, and is no pass. */
async function installed(all: readonly ClientKind[]): Promise<ClientKind[]> {
  const here: ClientKind[] = []
  for (const kind of all) {
    const missing = missingPrograms(kind.programs)
    if (kind.make === evolution && missing.length === 0) missing.push(...(await missingBindings()))
    if (missing.length === 0) here.push(kind)
    else console.log(`NOT TRIED: ${kind.name}: no ${missing.join(', ')} (apt-get install ${kind.packages})`)
  }
  return here
}

async function missingBindings(): Promise<string[]> {
  const program = "import gi; gi.require_version('ECal', '2.0'); gi.require_version('EDataServer', '1.2')"
  return (await run(SYSTEM_PYTHON, ['-c', program])).status === 0 ? [] : ['Python bindings']
}

/** Waits until a program has been answered for each calendar once more. */
async function polled(app: LiveApp, agent: RegExp, calendars: readonly Subscription[]): Promise<void> {
  const from = app.asked.length
  const paths = calendars.map(({ url }) => new URL(url).pathname)
  for (
    const until = performance.now() + LONGEST_POLL_MILLISECONDS;
    performance.now() < until;
    await wait(100)
  ) {
    const asked = app.asked.slice(from).filter((one) => agent.test(one.agent))
    if (paths.every((path) => asked.some((one) => one.path === path))) return
  }
}

async function runSteps(live: LiveApp, all: readonly CalendarClient[]): Promise<boolean> {
  const { stage, subscriptions } = await setStage(live)
  await Promise.all(all.map((client) => client.start(subscriptions)))
  let hasFailed = false
  for (const step of STEPS) {
    const began = performance.now()
    const from = live.asked.length
    await step.act(stage)
    const faults = await Promise.all(all.map((client) => faultsOf(client, stage, step.isGone === true)))
    console.log(`${step.name} (${Math.round((performance.now() - began) / 1000)} s)`)
    for (const [index, client] of all.entries()) {
      const asked = live.asked.slice(from).filter(({ agent }) => client.agent.test(agent))
      const found = [...(faults[index] ?? []), ...(step.isGone ? unlessGone(asked) : [])]
      hasFailed ||= found.length > 0
      console.log(`  ${found.length === 0 ? 'held  ' : 'FAILED'} ${client.name.padEnd(22)} ${sum(asked)}`)
      for (const fault of found.slice(0, 12)) console.log(`         ${fault}`)
    }
  }
  return !hasFailed
}

async function faultsOf(client: CalendarClient, stage: Stage, isGone: boolean): Promise<string[]> {
  let faults: string[] = []
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const { calendars, complaints } = await client.read()
    const board = await boardDuties(stage.rota)
    // A program may well complain of an address that is gone.
    faults = isGone ? [] : [...complaints]
    for (const calendar of stage.calendars) {
      const expected = expectedOf(calendar, board, stage.cancelled)
      const differences = differencesFrom(expected, calendars.get(calendar.id) ?? [], client.keepsUids)
      faults.push(...differences.map((difference) => `${calendar.id}: ${difference}`))
    }
    if (faults.length === 0 || isGone) break
  }
  return faults
}

/** Thirty days after a link was turned off its address is gone for good, and programs keep the notice. */
function unlessGone(asked: readonly Asked[]): string[] {
  return asked.some(({ status }) => status === 410) ? [] : ['was never answered 410']
}

/** '2 × 200, 4 × 304; 4 with If-None-Match'. */
function sum(asked: readonly Asked[]): string {
  const byStatus = Object.entries(Object.groupBy(asked, ({ status }) => String(status)))
  const statuses = byStatus.map(([status, some]) => `${some?.length} × ${status}`)
  const headers = [
    [asked.filter(({ hasTag }) => hasTag).length, 'If-None-Match'],
    [asked.filter(({ hasDate }) => hasDate).length, 'If-Modified-Since'],
  ] as const
  const sent = headers.flatMap(([count, name]) => (count > 0 ? [`${count} with ${name}`] : []))
  return [statuses.join(', '), ...sent].join('; ')
}
