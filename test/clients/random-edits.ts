import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toWall, toWallText } from '../../src/core/time/oslo.ts'
import { mulberry } from '../support/mulberry.ts'
import { type BoardDuty, boardDuties } from './board-duties.ts'
import type { Subscription } from './calendar-client.ts'
import { EDITS, type Edit } from './edits.ts'
import { expectedOf } from './expected.ts'
import type { Expected } from './held-event.ts'
import { startLiveApp } from './live-app.ts'
import { setStage } from './stage.ts'
import { STEPS, type Stage } from './steps.ts'

/**
 * Random edits of a rota on the running app: after each, every calendar is fetched over HTTP, and kept where it has changed. An
 * outside check can then hold each copy to the one before it and to what the board says.
 *
 *     node test/clients/random-edits.ts FOLDER [SEED] [EDITS] [--serve]
 *
 * FOLDER gets the copies, what each should hold (`*.expect.json`) and a list of them (`copies.json`). With `--serve` the app
 * goes on answering until it is stopped, its addresses in `calendars.json`.
 */
const [folder, seed = '1', times = '200'] = process.argv.slice(2).filter((word) => word !== '--serve')
if (folder === undefined) throw new Error('name a folder that the copies are kept in')
mkdirSync(folder, { recursive: true })
const app = await startLiveApp()
const chance = mulberry(Number(seed))
const { stage, subscriptions } = await setStage(app)
const copies: KeptCopy[] = []
const latest = new Map<string, { readonly file: string; readonly etag: string }>()
const done = new Map<string, number>()

for (const step of STEPS.slice(0, 1)) await step.act(stage)
await keepCopies('first')
for (let number = 1; number <= Number(times); number++) {
  const name = await editOnce(stage)
  await keepCopies(`${String(number).padStart(4, '0')} ${name}`)
}
writeFileSync(join(folder, 'copies.json'), JSON.stringify(copies, null, 1))
writeFileSync(join(folder, 'calendars.json'), JSON.stringify(subscriptions, null, 1))
console.log([...done].map(([name, count]) => `${name} ${count}`).join(', '))
const changed = copies.filter(({ file, before }) => file !== before).length
console.log(`${copies.length} fetches, ${changed} of them of a calendar that had changed`)
if (process.argv.includes('--serve')) {
  console.log(`answering on ${app.origin}`)
  await new Promise((resolve) => process.once('SIGTERM', resolve))
}
await app.stop()

interface KeptCopy {
  readonly after: string
  readonly calendar: string
  readonly file: string
  /** The copy that was held until then; none for the first. */
  readonly before: string | null
  readonly expect: string
}

/** One edit that the app accepts; those it refuses change nothing and are drawn anew. */
async function editOnce(on: Stage): Promise<string> {
  for (;;) {
    const edit = EDITS[Math.floor(chance() * EDITS.length)] as Edit
    const before = await boardDuties(on.rota)
    const isDone = await edit.act(on, before, chance)
    on.cancelled = cancelledAfter(on.cancelled, before, await boardDuties(on.rota))
    if (!isDone) continue
    done.set(edit.name, (done.get(edit.name) ?? 0) + 1)
    return edit.name
  }
}

/** A place that nobody holds any more says so to whoever held it last, until somebody takes those hours. */
function cancelledAfter(
  cancelled: readonly BoardDuty[],
  before: readonly BoardDuty[],
  after: readonly BoardDuty[],
): BoardDuty[] {
  const held = (duties: readonly BoardDuty[], needId: string) =>
    duties.filter(({ need, holder }) => need.id === needId && holder !== null)
  const needIds = new Set([...before, ...after].map(({ need }) => need.id))
  const left = [...needIds].filter(
    (needId) => held(before, needId).length > 0 && held(after, needId).length === 0,
  )
  return [
    ...cancelled.filter(({ need }) => held(after, need.id).length === 0),
    ...left.flatMap((needId) => held(before, needId)),
  ]
}

async function keepCopies(after: string): Promise<void> {
  const board = await boardDuties(stage.rota)
  for (const [index, subscription] of subscriptions.entries()) {
    const calendar = stage.calendars.find(({ id }) => id === subscription.id)
    if (!calendar) throw new Error(`no calendar ${subscription.id}`)
    const name = `${subscription.id}-${after.replaceAll(' ', '-')}`
    const expect = join(folder as string, `${name}.expect.json`)
    writeFileSync(expect, JSON.stringify(toKitList(expectedOf(calendar, board, stage.cancelled))))
    const before = latest.get(subscription.id)
    const fresh = await fetchCopy(subscription, before?.etag)
    const file = fresh === null ? (before?.file ?? '') : join(folder as string, `${name}.ics`)
    if (fresh !== null) {
      writeFileSync(file, fresh.body)
      latest.set(subscription.id, { file, etag: fresh.etag })
    }
    copies.push({ after, calendar: subscription.id, file, before: before?.file ?? null, expect })
    if (index === 0 && copies.length % 250 === 1) console.log(after)
  }
}

async function fetchCopy({ url }: Subscription, etag: string | undefined) {
  const answer = await fetch(url, { headers: etag === undefined ? {} : { 'If-None-Match': etag } })
  const body = Buffer.from(await answer.arrayBuffer())
  if (answer.status === 304) return null
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return { body, etag: answer.headers.get('ETag') ?? '' }
}

/** As the outside check reads it: local times, with the fold of the hour that the autumn repeats. */
function toKitList(expected: Expected) {
  if (expected.kind === 'notice') return []
  return expected.events
    .filter(({ uid }) => uid !== 'open')
    .map(({ uid, start, end, isCancelled }) => ({
      uid,
      start: toWallText(toWall(start)),
      startFold: toWall(start).fold,
      end: toWallText(toWall(end)),
      endFold: toWall(end).fold,
      hours: (end - start) / 60,
      status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    }))
}
