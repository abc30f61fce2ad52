import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { placesOf } from '../../src/core/rota/rota.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import type { Context } from '../../src/usecases/context.ts'
import { changeFile, dutyFile, periodFile } from '../../src/usecases/duty-files.ts'
import type { WantedSlice } from '../../src/usecases/edit-draft.ts'
import { CalendarWorld, type Subscriber, unwrap } from '../support/calendar-world.ts'
import { calendarName, readCalendar } from '../support/read-calendar.ts'

const at = (date: string, hour: number) => fromWall(date, hour * 60)
const home = (date: string) => ({ needId: `fjordane-home.${date}.n`, seat: 0 })
const PERIOD = { from: '2027-03-01', to: '2027-04-30' }

let world: CalendarWorld
let a: Subscriber
let b: Subscriber

beforeEach(async () => {
  world = await CalendarWorld.make()
  a = await own('a')
  b = await own('b')
  unwrap(
    await world.publish((needs) =>
      placesOf(needs)
        .filter(({ needId }) => needId.startsWith('fjordane-home'))
        .map((cell) => ({ kind: 'assign', cell, personId: 'a' })),
    ),
  )
})

async function own(personId: string): Promise<Subscriber> {
  await world.subscribe(personId, { kind: 'own', options: OWN_FEED_OPTIONS }, 'doctor', personId)
  return world.subscribers.at(-1) as Subscriber
}

const as = ({ actor }: Pick<Subscriber, 'actor'>): Context => ({ ...world.ctx, actor, now: world.now })
const JOB = { kind: 'job', name: 'outbox' } as const

const whole = (date: string, personId: string): WantedSlice => {
  const span = { start: at(date, 16), end: at(date, 32) }
  return { ...span, personId, positionId: null, origin: 'swap', shadowing: false }
}
const eventsOf = async (who: Subscriber) => readCalendar((await world.fetch(who)).body)

describe('a file of one duty', () => {
  it('holds the event of the calendar, so that the two never double', async () => {
    unwrap(await world.amend(home('2027-03-27'), [whole('2027-03-27', 'b')]))
    unwrap(
      await world.amend(home('2027-03-27'), [{ ...whole('2027-03-27', 'b'), end: at('2027-03-27', 30) }]),
    )
    const file = unwrap(await dutyFile(as(b), { districtId: 'fjordane', ...home('2027-03-27') }))
    expect(file.filename).toBe('vakt-2027-03-27.ics')
    expect(readCalendar(file.body)).toEqual(await eventsOf(b))
    expect(calendarName(file.body)).toBe('Mine vakter – Distrikt fjordane')
  })

  it('is refused like one that does not exist where another doctor has it, or nobody', async () => {
    const of = (needId: string, seat = 0) => dutyFile(as(b), { districtId: 'fjordane', needId, seat })
    for (const needId of [home('2027-03-27').needId, 'fjordane-backup.2027-03-27.n', 'no such'])
      expect(await of(needId)).toEqual({ kind: 'refused', refusal: { kind: 'not-found' } })
    const ofA = { districtId: 'fjordane', ...home('2027-03-27'), seat: 1 }
    expect(await dutyFile(as(a), ofA)).toEqual({ kind: 'refused', refusal: { kind: 'not-found' } })
    const nobody = { ...world.ctx, actor: { kind: 'nobody' } } as const
    expect(await dutyFile(nobody, ofA)).toEqual({ kind: 'refused', refusal: { kind: 'not-signed-in' } })
  })

  it('is refused once the doctor has left the district', async () => {
    await world.ctx.db.d1
      .prepare(
        "insert into departure (district_id, person_id, at) values ('fjordane', 'a', '2026-12-01T00:00Z')",
      )
      .bind()
      .run()
    expect(await dutyFile(as(a), { districtId: 'fjordane', ...home('2027-03-27') })).toMatchObject({
      kind: 'refused',
    })
    expect(await periodFile(as(a), PERIOD)).toMatchObject({
      refusal: { problems: [{ code: 'no-duties-then' }] },
    })
  })
})

describe('a file of a period', () => {
  it('holds the duties of which some minute lies in it, as the calendar has them', async () => {
    const file = unwrap(await periodFile(as(a), PERIOD))
    expect(file.filename).toBe('vakter-2027-03-01-2027-04-30.ics')
    expect(readCalendar(file.body)).toEqual(await eventsOf(a))
    const day = unwrap(await periodFile(as(a), { from: '2027-03-28', to: '2027-03-28' }))
    expect(readCalendar(day.body).map(({ start }) => start)).toEqual([
      at('2027-03-27', 16),
      at('2027-03-28', 16),
    ])
  })

  it.each([
    ['2027-03-28', '2027-03-27', 'to', 'ends-before-start', '2027-03-27'],
    ['2027-03-28', '2028-09-28', 'to', 'longer-than-18-months', '2028-09-28'],
    ['28.03.2027', '2027-04-01', 'from', 'not-a-date', '28.03.2027'],
    ['2027-03-28', '2027-02-30', 'to', 'not-a-date', '2027-02-30'],
    ['2027-05-01', '2027-06-01', 'from', 'no-duties-then', '2027-05-01'],
  ])('from %s to %s is refused: %s %s', async (from, to, field, code, value) => {
    const refusal = { kind: 'invalid', problems: [{ field, code, value }] }
    expect(await periodFile(as(a), { from, to })).toEqual({ kind: 'refused', refusal })
  })

  it('reaches to the last minute of its last day, and is named by the days asked for', async () => {
    const before = unwrap(await periodFile(as(a), { from: '2027-02-01', to: '2027-03-26' }))
    const last = readCalendar(before.body).at(-1)
    expect([before.filename, last?.start]).toEqual(['vakter-2027-02-01-2027-03-26.ics', at('2027-03-26', 16)])
  })

  it('may be 18 months long', async () => {
    unwrap(await periodFile(as(a), { from: '2027-03-01', to: '2028-08-31' }))
  })
})

describe('a file of what has changed', () => {
  const changes = async (personId: string, revision: number, after?: number) => {
    const about = { districtId: 'fjordane', revision, personId, language: 'nb' } as const
    const ctx = { ...world.ctx, actor: JOB, now: world.now }
    return unwrap(await changeFile(ctx, after === undefined ? about : { ...about, after }))
  }
  const read = async (...asked: Parameters<typeof changes>) =>
    readCalendar((await changes(...asked)).body ?? '')

  it('cancels what was lost to another doctor and holds what was gained', async () => {
    const [before] = (await eventsOf(a)).filter(({ start }) => start === at('2027-03-27', 16))
    world.now += 10
    unwrap(await world.amend(home('2027-03-27'), [whole('2027-03-27', 'b')]))
    const [lost, ...others] = await read('a', world.revision)
    expect(others).toEqual([])
    expect(lost).toMatchObject({ uid: before?.uid, status: 'CANCELLED', transparency: 'TRANSPARENT' })
    expect(lost?.summary).toBe('Ikke lenger din: Hjemmevakt (H1)')
    expect(lost?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
    expect(lost?.modifiedAt).toBeGreaterThan(before?.modifiedAt ?? Infinity)
    expect(await read('b', world.revision)).toEqual(await eventsOf(b))
    expect((await changes('a', world.revision)).filename).toBe('endring-2027-03-27.ics')
  })

  it('holds what was moved as it is now, and what nobody works as the calendar does', async () => {
    unwrap(
      await world.amend(home('2027-03-27'), [{ ...whole('2027-03-27', 'a'), end: at('2027-03-27', 28) }]),
    )
    const moved = world.revision
    unwrap(
      await world.amend(home('2027-03-27'), [{ ...whole('2027-03-27', 'a'), end: at('2027-03-27', 24) }]),
    )
    unwrap(await world.amend(home('2027-03-29'), []))
    const inCalendar = async (date: string) =>
      (await eventsOf(a)).filter(({ start }) => start === at(date, 16))
    const movedAgain = moved + 1
    expect(await read('a', movedAgain)).toEqual(await inCalendar('2027-03-27'))
    // Its later revision tells of it.
    expect((await changes('a', moved)).body).toBeNull()
    expect(await read('a', world.revision)).toEqual(await inCalendar('2027-03-29'))
    expect((await inCalendar('2027-03-29'))[0]?.summary).toMatch(/^Ikke lenger din/)
    expect(await read('a', world.revision, moved - 1)).toHaveLength(2)
  })

  it('is none where nothing shows: of another reason, of a duty that came and went, of other doctors', async () => {
    const after = world.revision
    unwrap(await world.amend(home('2027-03-27'), [{ ...whole('2027-03-27', 'a'), origin: 'ordered' }]))
    expect((await changes('a', world.revision)).body).toBeNull()
    unwrap(await world.amend(home('2027-03-27'), [whole('2027-03-27', 'b')]))
    unwrap(await world.amend(home('2027-03-27'), [whole('2027-03-27', 'c')]))
    expect((await changes('b', world.revision, after)).body).toBeNull()
    expect((await changes('d', world.revision, after)).body).toBeNull()
  })

  it('is for the doctor and for whoever sends it, and for no other', async () => {
    const about = { districtId: 'fjordane', revision: 1, personId: 'a', language: 'en' } as const
    expect(unwrap(await changeFile(as(a), about)).body).toContain('Home duty')
    expect(await changeFile(as(b), about)).toMatchObject({ kind: 'refused' })
  })
})
