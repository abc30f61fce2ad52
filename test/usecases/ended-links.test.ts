import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOn, planDoctorEnd } from '../../src/core/plans/doctor-end.ts'
import { doctorOf } from '../../src/core/rota/district.ts'
import { type FeedChoice, OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { dayInterval, toWall } from '../../src/core/time/oslo.ts'
import { accountStatusWrites, membershipRemovals } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import type { Role } from '../../src/data/schema-access.ts'
import { replaceFeedLink } from '../../src/usecases/replace-feed-link.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type FeedAnswer, type ServeFeedInput, serveFeed } from '../../src/usecases/serve-feed.ts'
import { CalendarWorld, DOCTORS, placesIn, type Subscriber, unwrap } from '../support/calendar-world.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'

const ID = 'fjordane'
const DISTRICT: FeedChoice = { kind: 'district', districtId: ID, options: { scope: { kind: 'all' } } }
const DISPATCH: FeedChoice = { ...DISTRICT, kind: 'dispatch' }
const WITH_BACKUP: FeedChoice = { kind: 'own', options: { ...OWN_FEED_OPTIONS, backup: true } }
const OWN: FeedChoice = { kind: 'own', options: OWN_FEED_OPTIONS }

/** Name, choice, role, person: two calendars of their own, one that tells of backup, a district's by each kind of right. */
const ISSUED: readonly (readonly [string, FeedChoice, Role, string | null])[] = [
  ['own', OWN, 'doctor', 'a'],
  ['backup', WITH_BACKUP, 'doctor', 'b'],
  ['colleague', DISTRICT, 'doctor', 'c'],
  ['manager', DISTRICT, 'service-manager', null],
  ['centre', DISPATCH, 'dispatch-centre', null],
]

interface Followed extends Subscriber {
  readonly role: Role
  /** The doctor by whose place in the district it is held; null where it is held otherwise. */
  readonly doctorId: string | null
  /** What its address has told, by tag and by date. */
  readonly told: Map<string | number, string>
  isEnded: boolean
}

const holdsDuty = (body: string) => /^UID:(?!info-)/m.test(body)

class History {
  readonly world: CalendarWorld
  readonly links: Followed[] = []
  duties = 0
  notices = 0

  constructor(world: CalendarWorld) {
    this.world = world
    for (const [index, own] of world.subscribers.entries()) {
      const [, , role = 'doctor', personId = null] = ISSUED[index] ?? []
      this.follow(own, role, role === 'doctor' ? personId : null)
    }
  }

  follow(own: Subscriber, role: Role, doctorId: string | null): void {
    this.links.push({ ...own, role, doctorId, told: new Map(), isEnded: false })
  }

  linkAt(index: number): Followed {
    return this.links[index % this.links.length] as Followed
  }

  /** Nothing of the district may be told by it: it was ended, or its doctor has left. */
  mustBeSilent({ isEnded, doctorId }: Followed): boolean {
    if (isEnded || doctorId === null) return isEnded
    const on = leftOn(doctorOf(this.world.district, doctorId))
    return on !== null && dayInterval(on).start <= this.world.now
  }

  ask(link: Followed, said: Partial<ServeFeedInput> = {}): Promise<FeedAnswer> {
    const ctx = { ...this.world.ctx, now: this.world.now, actor: { kind: 'nobody' } as const }
    const address = link.personId === null ? 'district' : 'own'
    return serveFeed(ctx, pollOf(link.secret, { address, ...said }))
  }

  /** Asks in every way that a program may, with everything that it was ever told. */
  async askInEveryWay(): Promise<void> {
    for (const link of this.links) {
      const isSilent = this.mustBeSilent(link)
      for (const [key] of [...link.told, [null] as const]) {
        const conditions = {
          ifNoneMatch: typeof key === 'string' ? key : null,
          ifModifiedSince: typeof key === 'number' ? key : null,
        }
        await this.check(link, await this.ask(link, conditions), key, isSilent)
        if (key === null) await this.check(link, await this.ask(link, { isHead: true }), null, isSilent)
      }
    }
  }

  private async check(link: Followed, answer: FeedAnswer, key: string | number | null, isSilent: boolean) {
    if (answer.kind === 'unknown') throw new Error(`${link.name} is unknown`)
    if (answer.kind === 'gone') return expect([link.name, isSilent]).toEqual([link.name, true])
    const now = await this.ask(link)
    const current = now.kind === 'calendar' ? now.body : ''
    // What it has already is what it would be given.
    if (answer.kind === 'unchanged') return expect(link.told.get(key ?? '')).toBe(current)
    const told = answer.body === '' ? current : answer.body
    if (isSilent) expect([link.name, holdsDuty(told)]).toEqual([link.name, false])
    for (const validator of [answer.etag, answer.modifiedAt]) {
      expect(link.told.get(validator) ?? told).toBe(told)
      link.told.set(validator, told)
    }
    if (holdsDuty(told)) this.duties++
    else this.notices++
  }
}

type Step = (history: History) => Promise<unknown>

const index = fc.nat(99)

async function give({ world }: History, place: number, doctor: number): Promise<unknown> {
  const places = placesIn(await world.publishedNeeds())
  const found = places[place % places.length]
  if (!found) return undefined
  const { start, end } = found.need
  const personId = DOCTORS[doctor % DOCTORS.length] as string
  const slice = { start, end, personId, positionId: null, origin: 'share', shadowing: false } as const
  return world.amend(found.place, [slice])
}

const asOwner = ({ world }: History, link: Followed) => ({ ...world.ctx, now: world.now, actor: link.actor })

async function revoke(history: History, link: Followed): Promise<void> {
  const result = await revokeFeedLink(asOwner(history, link), { feedId: link.feedId })
  if (result.kind === 'done') link.isEnded = true
}

async function rotate(history: History, link: Followed): Promise<void> {
  const result = await replaceFeedLink(asOwner(history, link), { feedId: link.feedId })
  if (result.kind === 'refused') return
  link.isEnded = true
  const { feedId, path } = result.value
  history.follow({ ...link, feedId, secret: secretIn(path) }, link.role, link.doctorId)
}

async function takeRole({ world, links }: History, link: Followed): Promise<void> {
  const { accountId } = link.actor
  const role = { scopeKind: 'district', scopeId: ID, role: link.role } as const
  await writeAll(world.ctx.db, membershipRemovals(accountId, role, world.now))
  // A calendar of one's own hangs on no role.
  for (const own of links) if (own.actor.accountId === accountId && own.personId === null) own.isEnded = true
}

async function shut({ world, links }: History, link: Followed): Promise<void> {
  const { accountId } = link.actor
  await writeAll(world.ctx.db, accountStatusWrites(accountId, 'disabled', world.now))
  for (const own of links) if (own.actor.accountId === accountId) own.isEnded = true
}

function leave({ world }: History, doctor: number, days: number): Promise<unknown> {
  const on = addDays(toWall(world.now).date, days)
  return world.save((district) => {
    const personId = DOCTORS[doctor % 3] as string
    const plan = planDoctorEnd(district, { personId, on, place: 'none' })
    return plan.kind === 'planned' ? plan.after : district
  })
}

/** A doctor who comes back has calendars of their own again, and subscriptions only where nobody has been told of the end. */
async function comeBack(history: History, doctor: number): Promise<void> {
  const { world } = history
  for (const link of history.links)
    if (link.personId === null && history.mustBeSilent(link)) link.isEnded = true
  await world.save(world.withDoctorBack(DOCTORS[doctor % 3] as string))
}

const named = (name: string, run: Step) => Object.assign(run, { toString: () => name })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(index, index).map(([at, by]) => named('give', (h) => give(h, at, by))) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 1, 59, 600, MINUTES_PER_DAY, 2 * MINUTES_PER_DAY, 30 * MINUTES_PER_DAY)
      .map((minutes) =>
        named(`wait ${minutes}`, async ({ world }) => {
          world.now += minutes
        }),
      ),
  },
  { weight: 2, arbitrary: index.map((at) => named(`revoke ${at}`, (h) => revoke(h, h.linkAt(at)))) },
  { weight: 3, arbitrary: index.map((at) => named(`rotate ${at}`, (h) => rotate(h, h.linkAt(at)))) },
  { weight: 1, arbitrary: index.map((at) => named(`take role ${at}`, (h) => takeRole(h, h.linkAt(at)))) },
  { weight: 1, arbitrary: index.map((at) => named(`shut ${at}`, (h) => shut(h, h.linkAt(at)))) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(index, fc.integer({ min: -1, max: 3 }))
      .map(([who, days]) => named(`leave ${who} ${days}`, (h) => leave(h, who, days))),
  },
  { weight: 2, arbitrary: index.map((who) => named(`come back ${who}`, (h) => comeBack(h, who))) },
)

async function begin(): Promise<History> {
  const world = await CalendarWorld.make()
  unwrap(
    await world.publish((needs) =>
      placesIn(needs).map(({ need, place }, at) => {
        const personId = DOCTORS[at % DOCTORS.length] as string
        const slice = {
          start: need.start,
          end: need.end,
          personId,
          positionId: null,
          origin: 'share',
          shadowing: false,
        } as const
        return { kind: 'slice', cell: place, slices: [slice] }
      }),
    ),
  )
  for (const [name, choice, role, personId] of ISSUED) await world.subscribe(name, choice, role, personId)
  return new History(world)
}

describe('a calendar link', { timeout: 600_000 }, () => {
  it('tells nothing of the district from the request after it was ended, or its holder has left, in any way of asking', async () => {
    let [duties, notices] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const history = await begin()
        await history.askInEveryWay()
        for (const run of steps) {
          await run(history)
          await history.askInEveryWay()
        }
        duties += history.duties
        notices += history.notices
      }),
      { seed: 20261122, numRuns: Number(process.env.LINK_HISTORIES ?? 12) },
    )
    // Neither side of the promise is kept by telling nothing at all.
    expect(Math.min(duties, notices)).toBeGreaterThan(100)
  })
})
