import type { Rota } from '../../../src/core/rota/rota.ts'
import { toUtcText } from '../../../src/core/time/minute.ts'
import { type Change, changesIn, type Desk } from './desk.ts'
import { say, spread } from './measured.ts'
import type { Server } from './server.ts'
import { FEW_WEEKS, type Link, type Town, WEEKS, withTown } from './town.ts'

/** What a calendar shows from a publication on. */
interface Fact {
  readonly link: Link
  readonly isShown: (body: string) => boolean
}

interface Published {
  readonly facts: readonly Fact[]
  /** Milliseconds of this process's clock; null while it is under way. */
  answeredAt: number | null
  /** Of the first poll that shows it. */
  seenAt: number | null
}

/** A copy as a calendar program holds it. */
interface Copy {
  readonly body: string
  readonly etag: string
  readonly modified: string
}

const CONNECTIONS = 8

/**
 * Polls without pause by programs that hold copies, while one publication follows the other: most amend a duty, each tenth
 * publishes a draft. An answer is stale when its request began after a publication was answered and it lacks what that changed.
 */
export async function benchStaleness(isSmoke: boolean): Promise<void> {
  const [publications, polls] = isSmoke ? [5, 200] : [100, 10_000]
  await withTown(isSmoke ? FEW_WEEKS : WEEKS, { own: isSmoke ? 30 : 76, district: 4 }, async (town) => {
    const watch = new Watch(town)
    const pollers = Array.from({ length: CONNECTIONS }, (_, index) => watch.poll(index))
    const changes = changesIn(town.rota, publications)
    for (const [index, change] of changes.entries()) {
      await publishOne(town, change, index + 1, watch)
      await watch.until(Math.ceil(((index + 1) * polls) / changes.length))
    }
    watch.stop()
    await Promise.all(pollers)
    say('stale answers', { publications: changes.length, connections: CONNECTIONS, ...watch.found() })
    if (watch.stale > 0) process.exitCode = 1
  })
}

async function publishOne({ desk }: Town, change: Change, revision: number, watch: Watch): Promise<void> {
  const send =
    revision % 10 === 0 ? await byDraft(desk, change) : () => desk.amendAt(String(revision), change)
  const publication = watch.begin(change)
  await send()
  publication.answeredAt = performance.now()
}

async function byDraft(desk: Desk, change: Change): Promise<() => Promise<void>> {
  const draft = await desk.openDraft(change.need)
  await desk.assign(draft, change, 0)
  const fields = await desk.lookOver(draft)
  return () => desk.publish(draft, fields)
}

class Watch {
  stale = 0
  readonly #server: Server
  readonly #links: readonly Link[]
  readonly #rota: Rota
  readonly #judged = { own: 0, district: 0 }
  readonly #published: Published[] = []
  readonly #spent: number[] = []
  readonly #statuses = new Map<number, number>()
  #isOver = false
  #waiting: { readonly polls: number; readonly go: () => void } | undefined

  constructor({ server, links, rota }: Town) {
    this.#server = server
    this.#links = links
    this.#rota = rota
  }

  begin(change: Change): Published {
    const start = `DTSTART:${toUtcText(change.need.start).replaceAll(/[-:]/g, '').replace('Z', '00Z')}`
    const summary = this.#summaryOf(change)
    const facts = this.#links.flatMap((link): Fact[] => {
      if (link.personId === null) return [{ link, isShown: (body) => beginsUnder(body, start, summary) }]
      if (link.personId === change.giver) return [{ link, isShown: (body) => !body.includes(start) }]
      return link.personId === change.taker ? [{ link, isShown: (body) => body.includes(start) }] : []
    })
    const publication: Published = { facts, answeredAt: null, seenAt: null }
    this.#published.push(publication)
    return publication
  }

  /** As the district's calendar has it once the taker has the duty. */
  #summaryOf({ need, taker }: Change): string {
    const { lines, doctors } = this.#rota.district
    const code = lines.find(({ id }) => id === need.lineId)?.code
    const initials = doctors.find(({ personId }) => personId === taker)?.initials
    return `SUMMARY:Hjemmevakt (${code}): ${initials}\r\n`
  }

  until(polls: number): Promise<void> {
    if (this.#spent.length >= polls) return Promise.resolve()
    return new Promise((go) => {
      this.#waiting = { polls, go }
    })
  }

  stop(): void {
    this.#isOver = true
  }

  found(): object {
    const waits = this.#published.flatMap(({ answeredAt, seenAt }) =>
      answeredAt === null || seenAt === null ? [] : [Math.max(0, seenAt - answeredAt)],
    )
    return {
      polls: this.#spent.length,
      statuses: Object.fromEntries(this.#statuses),
      judged: this.#judged,
      stale: this.stale,
      pollMs: spread(this.#spent),
      seen: waits.length,
      publishedToSeenMs: spread(waits),
    }
  }

  /** One program after the other, half of the time of those whom the latest publication is about. */
  async poll(seed: number): Promise<void> {
    const copies = new Map<Link, Copy>()
    for (let turn = seed; !this.#isOver; turn += CONNECTIONS) {
      const touched = this.#published.at(-1)?.facts ?? []
      const all = this.#links
      const link = (turn >> 3) % 2 === 0 ? touched[turn % touched.length]?.link : all[(turn * 7) % all.length]
      if (link) await this.#pollOnce(link, copies, turn)
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async #pollOnce(link: Link, copies: Map<Link, Copy>, turn: number): Promise<void> {
    const copy = copies.get(link)
    const began = performance.now()
    const answer = await this.#server.ask(link.path, { headers: conditionsOf(copy, turn) })
    const ended = performance.now()
    this.#spent.push(ended - began)
    this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1)
    const body = answer.status === 304 ? (copy?.body ?? '') : answer.body
    const { etag, 'last-modified': modified } = answer.headers
    copies.set(link, { body, etag: String(etag), modified: String(modified) })
    this.#judge(link, body, began, ended)
    if (this.#waiting && this.#spent.length >= this.#waiting.polls) this.#waiting.go()
  }

  #judge(link: Link, body: string, began: number, ended: number): void {
    let isStale = false
    this.#judged[link.personId === null ? 'district' : 'own']++
    for (const publication of this.#published) {
      const facts = publication.facts.filter((fact) => fact.link === link)
      if (facts.length === 0) continue
      const isShown = facts.every((fact) => fact.isShown(body))
      if (isShown) publication.seenAt ??= ended
      else if (publication.answeredAt !== null && publication.answeredAt < began) isStale = true
    }
    if (isStale) this.stale++
  }
}

/** Of an event's lines the summary stands before the stamp, and that before the start: not over some hundred characters. */
const HEAD_OF_EVENT = 120

/** Whether some event that begins then has this summary; other lines' may begin with it. */
function beginsUnder(body: string, start: string, summary: string): boolean {
  for (let at = body.indexOf(start); at !== -1; at = body.indexOf(start, at + 1))
    if (body.slice(at - HEAD_OF_EVENT, at).includes(summary)) return true
  return false
}

/** Programs differ: one in four knows no conditions, one in four dates alone. */
function conditionsOf(copy: Copy | undefined, turn: number): Record<string, string> {
  if (!copy || turn % 4 === 0) return {}
  return turn % 4 === 1 ? { 'If-Modified-Since': copy.modified } : { 'If-None-Match': copy.etag }
}
