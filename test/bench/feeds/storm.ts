import { setTimeout as wait } from 'node:timers/promises'
import { type Change, changesIn, type Desk } from './desk.ts'
import { say, spread } from './measured.ts'
import type { Server } from './server.ts'
import { FEW_WEEKS, type Link, type Town, WEEKS, withTown } from './town.ts'

/** Ten minutes from the full hour, in which each program makes the six polls of its whole hour. */
const WAVES = 6
/** Milliseconds that a wave is played for; what is left of its hundred seconds is quiet, and left out. */
const WAVE_MS = 10_000
/** Mean delay of a poll after its wave begins: clocks of phones are within some seconds of the full hour. */
const MEAN_DELAY_MS = 2000
/** One poll of so many has no condition to send. */
const PLAIN_POLL = 20
const STEP_PAUSE_MS = 250
const NO_ANSWER = 0

type Edits = Record<'step' | 'amendment' | 'publication', number[]>

/**
 * Five hundred programs at the full hour against the Node entry over a file, while a coordinator edits: a poll is timed from
 * the moment it was due, whatever others still wait for, each over a connection of its own.
 */
export async function benchStorm(isSmoke: boolean): Promise<void> {
  if (isSmoke) return play(FEW_WEEKS, { own: 48, district: 2 }, 1, 3000)
  await play(WEEKS, { own: 500, district: 0 }, WAVES, WAVE_MS)
  await play(WEEKS, { own: 480, district: 20 }, WAVES, WAVE_MS)
}

async function play(
  weeks: number,
  feeds: Record<'own' | 'district', number>,
  waves: number,
  waveMs: number,
): Promise<void> {
  await withTown(weeks, feeds, async (town) => {
    const etags = new Map<Link, string>()
    for (const link of town.links) etags.set(link, await etagOf(town.server, link))
    const edits: Edits = { step: [], amendment: [], publication: [] }
    const storm = { isOver: false }
    const before = town.server.cpuMs() ?? 0
    const began = performance.now()
    const editing = edit(town, storm, edits)
    const polls: Poll[] = []
    for (let wave = 0; wave < waves; wave++) {
      const played = Promise.all(
        town.links.map((link, index) => pollLate(town.server, link, index + wave, etags)),
      )
      await Promise.all([played.then((found) => polls.push(...found)), wait(waveMs)])
    }
    storm.isOver = true
    await editing
    const seconds = (performance.now() - began) / 1000
    say('storm', {
      feeds,
      ...toldOf(polls),
      editsMs: Object.fromEntries(Object.entries(edits).map(([kind, spent]) => [kind, timesOf(spent)])),
      allEditsMs: timesOf(Object.values(edits).flat()),
      serverCpuShare: ((town.server.cpuMs() ?? 0) - before) / 1000 / seconds,
    })
  })
}

interface Poll {
  readonly status: number
  readonly isConditional: boolean
  readonly ms: number
}

async function etagOf(server: Server, { path }: Link): Promise<string> {
  return String((await server.ask(path)).headers.etag)
}

async function pollLate(server: Server, link: Link, turn: number, etags: Map<Link, string>): Promise<Poll> {
  await wait(delayOf(turn))
  const due = performance.now()
  const isConditional = turn % PLAIN_POLL !== 0
  const headers: Record<string, string> = isConditional ? { 'If-None-Match': etags.get(link) ?? '' } : {}
  const answer = await server.ask(link.path, { headers }).catch(() => undefined)
  if (answer) etags.set(link, String(answer.headers.etag))
  return { status: answer?.status ?? NO_ANSWER, isConditional, ms: performance.now() - due }
}

/** Dense at first and thinning out: an exponential distribution, the same at each run. */
function delayOf(turn: number): number {
  const part = ((turn * 0.618033988749895) % 1) * 0.99
  return -Math.log(1 - part) * MEAN_DELAY_MS
}

function toldOf(polls: readonly Poll[]) {
  const statuses: Record<string, number> = {}
  for (const { status } of polls) statuses[status] = (statuses[status] ?? 0) + 1
  const conditional = polls.filter((poll) => poll.isConditional).length / polls.length
  return {
    polls: polls.length,
    conditional,
    statuses,
    errors: polls.filter(({ status }) => status !== 200 && status !== 304).length,
    pollMs: spread(polls.map(({ ms }) => ms)),
    unchangedMs: timesOf(polls.filter(({ status }) => status === 304).map(({ ms }) => ms)),
    calendarMs: timesOf(polls.filter(({ status }) => status === 200).map(({ ms }) => ms)),
  }
}

function timesOf(spent: readonly number[]) {
  return spent.length === 0 ? null : { times: spent.length, ...spread(spent) }
}

/** Steps in a draft, then it is published; in between some duties are amended. */
async function edit({ desk, rota }: Town, storm: { readonly isOver: boolean }, edits: Edits): Promise<void> {
  const changes = changesIn(rota, 150)
  // The plan was the first.
  let revision = 1
  for (let at = 0; !storm.isOver && at + 3 <= changes.length; at += 3) {
    const [one, two, three] = changes.slice(at, at + 3) as [Change, Change, Change]
    await timed(edits.amendment, () => desk.amendAt(String(revision++), one))
    await wait(STEP_PAUSE_MS)
    await timed(edits.amendment, () => desk.amendAt(String(revision++), two))
    await drafted(desk, three, edits)
    revision++
  }
}

async function drafted(desk: Desk, change: Change, edits: Edits): Promise<void> {
  const draft = await desk.openDraft(change.need)
  let seen = 0
  for (const taker of [change.taker, change.giver, change.taker, change.giver, change.taker]) {
    await wait(STEP_PAUSE_MS)
    await timed(edits.step, async () => {
      seen = await desk.assign(draft, { ...change, taker }, seen)
    })
  }
  const fields = await desk.lookOver(draft)
  await timed(edits.publication, () => desk.publish(draft, fields))
}

async function timed(spent: number[], act: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await act()
  spent.push(performance.now() - began)
}
