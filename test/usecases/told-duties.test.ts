import { expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText, type Minute, toUtcText } from '../../src/core/time/minute.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { type AmendDutyInput, amendDuty } from '../../src/usecases/amend-duty.ts'
import { deliverMessages, type Outgoing, type Sending } from '../../src/usecases/deliver-messages.ts'
import { mulberry } from '../support/mulberry.ts'
import { cellOn, PEOPLE, PlanWorld, unwrap } from '../support/plan-world.ts'

const WORLDS = 16
const STEPS = 24
/** Longer lasting faults end in a message given up, which a coordinator sees. */
const MOST_FAULTS = 4

const dateOf = (day: number) => `2027-01-${String(day).padStart(2, '0')}`
const DATES = Array.from({ length: 9 }, (_, index) => dateOf(index + 5))
/** Changed last of all, so that each doctor is told something once the gateway answers again. */
const LAST_DATES = DATES.splice(-PEOPLE.length)

const reachable = (district: District): District => ({
  ...district,
  persons: district.persons.map((person) => ({ ...person, email: `${person.id}@example.test` })),
})

interface Shown {
  readonly sequence: number
  readonly isHeld: boolean
  readonly time: string
}

/** What a doctor has been told: the events of all mails in one calendar, by UID. */
class Reader {
  readonly events = new Map<string, Shown>()
  readonly seen: string[] = []

  read({ attachments }: Outgoing): void {
    const text = attachments.map((file) => file.text.replaceAll('\r\n ', '')).join('')
    for (const [, event = ''] of text.matchAll(/BEGIN:VEVENT([\s\S]*?)END:VEVENT/g)) {
      const line = (name: string) => new RegExp(`\n${name}[^:\r]*:(.*)\r`).exec(event)?.[1] ?? ''
      const shown = {
        sequence: Number(line('SEQUENCE')),
        isHeld: line('STATUS') === 'CONFIRMED',
        time: `${line('DTSTART')}/${line('DTEND')}`,
      }
      this.seen.push(`${line('UID')} ${shown.sequence}`)
      if (shown.sequence >= (this.events.get(line('UID'))?.sequence ?? 0)) this.events.set(line('UID'), shown)
    }
  }

  duties(): string[] {
    return [...this.events.values()].flatMap(({ isHeld, time }) => (isHeld ? [time] : [])).toSorted()
  }
}

/** A rota that changes by chance, and a gateway that fails by chance. */
class UneasyWorld {
  readonly readers = new Map(PEOPLE.map((id) => [`${id}@example.test`, new Reader()]))
  readonly faults = new Map<string, number>()
  private readonly keys = new Set<string>()
  private readonly chance: () => number
  private readonly plan: PlanWorld
  private now = fromUtcText('2026-12-01T12:00Z')
  private revision = 0
  isCalm = false
  private wasKilled = false

  constructor(plan: PlanWorld, seed: number) {
    this.plan = plan
    this.chance = mulberry(seed)
  }

  static async make(seed: number): Promise<UneasyWorld> {
    const plan = await PlanWorld.make(reachable)
    const world = new UneasyWorld(plan, seed)
    const draftId = await plan.open()
    for (const date of DATES) if (world.chance() < 0.6) await plan.assign(draftId, date, world.pick(PEOPLE))
    await plan.assign(draftId, '2027-01-04', 'a')
    ;({ revision: world.revision } = unwrap(await plan.publish(draftId, {}, { ...plan.ctx, now: world.now })))
    return world
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)] as T
  }

  pass(minutes: number): void {
    this.now += minutes
  }

  async change(date: string, holder?: AmendDutyInput['holder']): Promise<void> {
    const place = { districtId: this.plan.districtId, ...cellOn(date), expectedRevision: this.revision }
    const said = { holder: holder ?? this.anyHolder(date), reason: 'x', waivesBlocking: true }
    const result = await amendDuty({ ...this.plan.ctx, now: this.now }, { ...place, ...said })
    // What changes nothing is refused.
    if (result.kind === 'done') ({ revision: this.revision } = result.value)
  }

  /** Nobody, one doctor, two after one another, or one who comes late. */
  private anyHolder(date: string): AmendDutyInput['holder'] {
    const start = fromUtcText(`${date}T15:00Z`)
    const end = start + 16 * 60
    const slice = (from: Minute, to: Minute) => ({
      ...{ start: from, end: to, personId: this.pick(PEOPLE) },
      ...{ positionId: null, shadowing: false, origin: 'swap' as const },
    })
    const cut = start + this.pick([120, 300, 480])
    const halves = [slice(start, cut), slice(cut, end)]
    return {
      kind: 'slices',
      slices: this.pick([[], [slice(start, end)], [slice(start, end)], halves, [slice(cut, end)]]),
    }
  }

  /** One round of a sender, which may be killed in the middle. */
  async deliver(): Promise<number> {
    let kill: () => void = () => undefined
    const killed = new Promise<number>((resolve) => {
      kill = () => resolve(1)
    })
    const job = { ...this.plan.ctx, now: this.now, actor: { kind: 'job', name: 'outbox' } } as const
    const mail = (message: Outgoing) => this.answer(message, kill)
    return Promise.race([
      killed,
      deliverMessages(job, { channels: { mail } }).then((done) => unwrap(done).claimed),
    ])
  }

  private answer(message: Outgoing, kill: () => void): Promise<Sending> {
    const key = message.idempotencyKey
    const faults = this.faults.get(key) ?? 0
    const manner = this.isCalm || faults >= MOST_FAULTS ? 'accept' : this.pick(MANNERS)
    if (manner !== 'accept') this.faults.set(key, faults + 1)
    // Once a sender was killed, what it had taken with others may have been tried: a refusal then leaves that open.
    if (manner === 'refuse' && faults === 0 && !this.wasKilled)
      return Promise.resolve({ kind: 'refused', why: '422' })
    if (manner === 'accept' || manner.startsWith('take')) this.accept(message)
    if (manner === 'accept') return Promise.resolve({ kind: 'accepted' })
    if (!manner.endsWith('stop')) return Promise.resolve({ kind: 'later', why: manner })
    this.wasKilled = true
    kill()
    return new Promise(() => undefined)
  }

  /** The second by a key is none. */
  private accept(message: Outgoing): Promise<Sending> {
    if (!this.keys.has(message.idempotencyKey)) this.readers.get(message.to)?.read(message)
    this.keys.add(message.idempotencyKey)
    return Promise.resolve({ kind: 'accepted' })
  }

  async waiting(): Promise<number> {
    const messages = await listLatestMessages(this.plan.ctx.db)
    return messages.filter(({ status }) => status === 'waiting').length
  }

  async dutiesOf(personId: string): Promise<string[]> {
    const stamp = (at: Minute) => `${toUtcText(at).slice(0, -1).replaceAll(/[-:]/g, '')}00Z`
    const duties = await this.plan.dutiesOf(personId)
    return duties.map(({ start, end }) => `${stamp(start)}/${stamp(end)}`).toSorted()
  }

  async live(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      this.pass(this.pick([0, 1, 1, 2, 3, 10, 40]))
      if (this.chance() < 0.5) await this.change(this.pick(DATES))
      else await this.deliver()
    }
    this.isCalm = true
    for (const [index, date] of LAST_DATES.entries())
      await this.change(date, { kind: 'person', personId: PEOPLE[index] as string, origin: 'swap' })
    for (let round = 0; (await this.waiting()) > 0 && round < 300; round++) {
      this.pass(5)
      await this.deliver()
    }
  }
}

const MANNERS = [
  'accept',
  'accept',
  'accept',
  'refuse',
  '500',
  'hang-up',
  'take-and-hang-up',
  'take-and-hang-up',
  'stop',
  'take-and-stop',
] as const

it.each(Array.from({ length: WORLDS }, (_, seed) => [seed]))(
  'all mails together tell each doctor the duties of the rota, however the gateway failed (%i)',
  async (seed) => {
    const world = await UneasyWorld.make(seed)
    await world.live()
    expect(await world.waiting()).toBe(0)
    expect(world.faults.size).toBeGreaterThan(0)
    for (const id of PEOPLE) {
      const reader = world.readers.get(`${id}@example.test`) as Reader
      expect([id, reader.duties()]).toEqual([id, await world.dutiesOf(id)])
      // Nothing by two keys.
      expect(reader.seen).toEqual([...new Set(reader.seen)])
    }
  },
)
