import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FeedScope, OWN_FEED_OPTIONS, type OwnFeedOptions } from '../../src/core/rota/feed-choice.ts'
import { bookkeepingFaults, type CopiedEvent, eventsIn } from '../support/calendar-copy.ts'
import { slicesOf, step } from '../support/calendar-steps.ts'
import { CalendarWorld, type Copy, placesIn, unwrap } from '../support/calendar-world.ts'

async function makeWorld(): Promise<CalendarWorld> {
  const world = await CalendarWorld.make()
  const own = (said: Partial<OwnFeedOptions>) => {
    return { kind: 'own', options: { ...OWN_FEED_OPTIONS, ...said } } as const
  }
  await world.subscribe('a', own({}), 'doctor', 'a')
  await world.subscribe('b', own({ backup: true, alarmMinutesBefore: 60 }), 'doctor', 'b')
  await world.subscribe('d', own({ backup: true, busyAtHome: true }), 'doctor', 'd')
  const of = (kind: 'district' | 'dispatch', scope: FeedScope) => scopeOf(kind, scope)
  await world.subscribe('all', of('district', { kind: 'all' }), 'coordinator', null)
  await world.subscribe(
    'line',
    of('district', { kind: 'line', lineId: 'fjordane-home' }),
    'coordinator',
    null,
  )
  await world.subscribe('town', of('district', { kind: 'municipality', number: '4645' }), 'coordinator', null)
  await world.subscribe('dispatch', of('dispatch', { kind: 'all' }), 'dispatch-centre', null)
  return world
}

const scopeOf = (kind: 'district' | 'dispatch', scope: FeedScope) =>
  ({ kind, districtId: 'fjordane', options: { scope } }) as const

/** What each subscriber holds, and every body that a tag has stood for. */
class Copies {
  readonly latest = new Map<string, Copy & { readonly events: ReadonlyMap<string, CopiedEvent> }>()
  readonly bodies = new Map<string, string>()

  /** The latest stamp of all that is held. */
  private newest(): string {
    const held = [...this.latest.values()].flatMap(({ events }) => [...events.values()])
    return held.reduce((latest, { stamp }) => (stamp > latest ? stamp : latest), '')
  }

  async follow(world: CalendarWorld): Promise<string[]> {
    const faults: string[] = []
    const newest = this.newest()
    for (const subscriber of world.subscribers) {
      const { name, personId } = subscriber
      const copy = await world.fetch(subscriber)
      const events = eventsIn(copy.body)
      const former = this.latest.get(name)
      if (former) {
        if (former.body !== copy.body && former.etag === copy.etag)
          faults.push(`${name}: another body, same tag`)
        faults.push(...bookkeepingFaults(former.events, events, newest).map((fault) => `${name}: ${fault}`))
      }
      const known = this.bodies.get(`${name} ${copy.etag}`)
      if (known !== undefined && known !== copy.body)
        faults.push(`${name}: ${copy.etag} stands for two bodies`)
      this.bodies.set(`${name} ${copy.etag}`, copy.body)
      this.latest.set(name, { ...copy, events })
      if (personId !== null) faults.push(...(await missing(world, name, personId, events)))
    }
    return faults
  }
}

/** Where a doctor's calendar does not hold the very hours they are booked for. */
async function missing(
  world: CalendarWorld,
  name: string,
  personId: string,
  events: ReadonlyMap<string, CopiedEvent>,
): Promise<string[]> {
  const own = [...events.values()].filter(
    ({ uid, status }) => status === 'CONFIRMED' && /^[^.]+@/.test(uid) && !uid.startsWith('info'),
  )
  const shown = own.map(({ start, end }) => `${start} ${end}`).sort()
  const held = await world.heldBy(personId)
  return shown.join() === held.join() ? [] : [`${name}: shows ${shown}, holds ${held}`]
}

function isRefused(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'refused'
}

const MUST_HAPPEN = [
  'publish',
  'restore',
  'amend nobody',
  'amend cut',
  'doctor leaves',
  'policy',
  'times',
  'pieces',
]

describe('what calendars are told', () => {
  it('moves with what an event shows and with nothing else, whatever is done to the rota, the district or the link', async () => {
    const done = new Set<string>()
    const statuses = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const world = await makeWorld()
        const copies = new Copies()
        const planned = await world.publish((needs) =>
          placesIn(needs).map(({ need, place: cell }, index) => {
            return {
              kind: 'slice',
              cell,
              slices: slicesOf({ kind: 'whole', by: index % 4 }, need, cell.seat),
            }
          }),
        )
        unwrap(planned)
        expect(await copies.follow(world)).toEqual([])
        for (const { name, minutes, run } of steps) {
          world.now += minutes
          const answer = await run(world)
          if (!isRefused(answer)) done.add(name)
          expect(await copies.follow(world), name).toEqual([])
          for (const { events } of copies.latest.values())
            for (const { status } of events.values()) statuses.add(status)
        }
      }),
      {
        seed: Number(process.env.SEED ?? 6),
        numRuns: Number(process.env.RUNS ?? 24),
        interruptAfterTimeLimit: 90_000,
      },
    )
    // Else it would hold for want of anything to hold against.
    expect([...statuses].sort()).toEqual(['CANCELLED', 'CONFIRMED'])
    for (const name of MUST_HAPPEN) expect(done, name).toContain(name)
  }, 120_000)
})
