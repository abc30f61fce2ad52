import { beforeEach, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { OWN_FEED_OPTIONS, type OwnFeedOptions } from '../../src/core/rota/feed-choice.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { placesOf } from '../../src/core/rota/rota.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import { assignmentsOfPerson } from '../../src/data/person-duty-store.ts'
import type { WantedSlice } from '../../src/usecases/edit-draft.ts'
import { CalendarWorld, type Subscriber, unwrap, withWindow } from '../support/calendar-world.ts'
import { calendarName, type ReadEvent, readAgain, readCalendar } from '../support/read-calendar.ts'

const at = (date: string, hour: number) => fromWall(date, hour * 60)
const home = (date: string) => ({ needId: `fjordane-home.${date}.n`, seat: 0 })
const station = (date: string, seat: number) => ({ needId: `fjordane-station.${date}.n`, seat })

const slice = (start: number, end: number, personId: string, shadowing = false): WantedSlice => {
  return { start, end, personId, positionId: null, origin: 'share', shadowing }
}
/** Home and backup duty of one evening and night. */
const night = (date: string, personId: string, shadowing = false) =>
  slice(at(date, 16), at(date, 32), personId, shadowing)
const noon = (date: string, personId: string) => slice(at(date, 10), at(date, 15), personId)

let world: CalendarWorld

/** Home duty to a, the backup behind it to b, the station to c and d. */
const PLAN: Readonly<Record<string, readonly string[]>> = {
  'fjordane-home': ['a'],
  'fjordane-backup': ['b'],
  'fjordane-station': ['c', 'd'],
}

beforeEach(async () => {
  world = await CalendarWorld.make()
  unwrap(await world.publish(planned))
})

function planned(needs: readonly Need[]) {
  return placesOf(needs).map((cell) => {
    const { lineId } = needs.find((need) => need.id === cell.needId) as Need
    return { kind: 'assign', cell, personId: PLAN[lineId]?.[cell.seat] ?? 'd' } as const
  })
}

async function own(personId: string, options: Partial<OwnFeedOptions> = {}): Promise<Subscriber> {
  const choice = { kind: 'own', options: { ...OWN_FEED_OPTIONS, ...options } } as const
  return subscriber(`own ${personId}`, choice, 'doctor', personId)
}

async function subscriber(...said: Parameters<CalendarWorld['subscribe']>): Promise<Subscriber> {
  await world.subscribe(...said)
  return world.subscribers.at(-1) as Subscriber
}

const ofDistrict = (
  kind: 'district' | 'dispatch',
  scope: { kind: 'all' } | { kind: 'line'; lineId: string } | { kind: 'municipality'; number: string },
) =>
  subscriber(
    `${kind} ${scope.kind}`,
    { kind, districtId: 'fjordane', options: { scope } },
    kind === 'dispatch' ? 'dispatch-centre' : 'coordinator',
    null,
  )

const eventsOf = async (who: Subscriber): Promise<ReadEvent[]> => readCalendar((await world.fetch(who)).body)
const on = (events: readonly ReadEvent[], date: string) =>
  events.filter((event) => event.start >= at(date, 0) && event.start < at(date, 24))

const saved = async (change: (district: District) => District) => unwrap(await world.save(change))
const withLine = (lineId: string, change: (line: Line) => Line) =>
  saved((district) => ({
    ...district,
    lines: district.lines.map((line) => (line.id === lineId ? change(line) : line)),
  }))

describe('a calendar of one’s own duties', () => {
  it('holds what the board does, over the night the clock goes forward, as two parsers read it', async () => {
    for (const personId of ['a', 'b', 'c', 'd']) {
      const { body } = await world.fetch(await own(personId))
      const duties = await assignmentsOfPerson(
        world.ctx.db,
        personId,
        at('2027-01-01', 0),
        at('2027-12-31', 0),
      )
      const board = duties.map(({ assignment }) => [
        `${assignment.chainId}@legevaktplan`,
        assignment.start,
        assignment.end,
      ])
      expect(board.length).toBeGreaterThan(1)
      expect(readCalendar(body).map(({ uid, start, end }) => [uid, start, end])).toEqual(board)
      expect(await readAgain(body)).toEqual(board)
    }
    const [long] = on(await eventsOf(world.subscribers[0] as Subscriber), '2027-03-27')
    expect(long).toMatchObject({
      summary: 'Hjemmevakt (H1)',
      category: 'Hjemmevakt',
      location: 'Askvoll legesenter',
    })
    expect(long?.description).toContain('Varer 15 t')
    expect(calendarName((await world.fetch(world.subscribers[0] as Subscriber)).body)).toBe(
      'Mine vakter – Distrikt fjordane',
    )
  })

  it('tells of no colleague, and nothing of why', async () => {
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'c')]))
    const { body } = await world.fetch(await own('c'))
    for (const hidden of [
      'Lege C',
      'Lege A',
      'D1',
      'D3',
      'Endret',
      'a@example',
      '99900000',
      'position',
      'ordered',
    ])
      expect(body).not.toContain(hidden)
  })

  it('shows home duty as free or busy and reminds as the reader chose', async () => {
    const calm = await eventsOf(await own('a'))
    expect(calm.map(({ transparency, alarms }) => [transparency, alarms])).toEqual(
      Array(4).fill(['TRANSPARENT', []]),
    )
    const busy = await eventsOf(await own('b', { busyAtHome: true, alarmMinutesBefore: 45 }))
    expect(busy.map(({ transparency, alarms }) => [transparency, alarms])).toEqual(
      Array(4).fill(['OPAQUE', [45]]),
    )
    expect((await eventsOf(await own('c'))).every(({ transparency }) => transparency === 'OPAQUE')).toBe(true)
  })

  it('speaks the language of its reader', async () => {
    const who = await own('c')
    await world.chooseLanguage(who, 'nn')
    expect((await eventsOf(who))[0]?.summary).toBe('Legevakt på staden (L1)')
    await world.chooseLanguage(who, 'en')
    expect((await eventsOf(who))[0]?.summary).toBe('On-site duty (L1)')
    expect(calendarName((await world.fetch(who)).body)).toBe('My duties – Distrikt fjordane')
  })

  it('goes back three months, or twelve where pay is checked', async () => {
    const [who, payer] = [await own('a'), await own('b', { monthsBack: 12 })]
    world.now = fromUtcText('2027-12-01T12:00Z')
    expect((await eventsOf(who)).map(({ summary }) => summary)).toEqual([
      'Legevaktplan: kalenderen er koblet til',
    ])
    expect(await eventsOf(payer)).toHaveLength(4)
  })
})

describe('a cancelled duty', () => {
  it('stays with its last holder until somebody takes it', async () => {
    const [a, b] = [await own('a', { alarmMinutesBefore: 60, busyAtHome: true }), await own('b')]
    const [before] = on(await eventsOf(a), '2027-03-27')
    world.now += 30
    unwrap(await world.amend(home('2027-03-27'), []))
    const [off] = on(await eventsOf(a), '2027-03-27')
    expect(off).toMatchObject({
      uid: before?.uid,
      status: 'CANCELLED',
      transparency: 'TRANSPARENT',
      alarms: [],
    })
    expect(off?.summary).toBe('Ikke lenger din: Hjemmevakt (H1)')
    expect(off?.description).toMatch(/^Du har ikke denne vakta lenger. Den står ledig foreløpig/)
    expect(off?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
    expect(Math.floor((off?.modifiedAt ?? 0) / 60)).toBe(world.now)
    world.now += 30
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'd')]))
    expect(on(await eventsOf(a), '2027-03-27')).toEqual([])
    expect(on(await eventsOf(b), '2027-03-27')).toHaveLength(1)
  })

  it('is called cancelled only once nobody is asked to work it, and no more when it is asked for again', async () => {
    const a = await own('a')
    const told = async () => {
      const [event] = on(await eventsOf(a), '2027-03-27')
      const { etag } = await world.fetch(a)
      return { ...event, etag }
    }
    const asked = (dayKinds: TemplateWindow['dayKinds']) =>
      withLine('fjordane-home', (line) => withWindow(line, { dayKinds }))
    const dayKinds = ['weekday', 'saturday', 'sunday', 'public-holiday', 'eve'] as const
    unwrap(await world.amend(home('2027-03-27'), []))
    const open = await told()
    expect(open.summary).toBe('Ikke lenger din: Hjemmevakt (H1)')
    world.now += 1
    await asked(['weekday', 'sunday', 'public-holiday'])
    unwrap(await world.publish(() => []))
    const gone = await told()
    expect(gone).toMatchObject({ uid: open.uid, status: 'CANCELLED', summary: 'AVLYST: Hjemmevakt (H1)' })
    expect(gone.description).toMatch(/^Vakta er avlyst. Ingen skal møte/)
    world.now += 1
    await asked(dayKinds)
    const other = { kind: 'slice', cell: home('2027-03-29'), slices: [night('2027-03-29', 'e')] } as const
    unwrap(await world.publish(() => [other]))
    const again = await told()
    expect(again).toMatchObject({ summary: open.summary, description: open.description })
    for (const [before, after] of [
      [open, gone],
      [gone, again],
    ] as const) {
      expect(after.sequence).toBeGreaterThan(before.sequence ?? Infinity)
      expect(after.modifiedAt).toBeGreaterThan(before.modifiedAt ?? Infinity)
      expect(after.etag).not.toBe(before.etag)
    }
  })

  it('is nothing to those who had it before the last', async () => {
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'd')]))
    unwrap(await world.amend(home('2027-03-27'), []))
    expect(on(await eventsOf(await own('a')), '2027-03-27')).toEqual([])
    expect(on(await eventsOf(await own('d')), '2027-03-27').map(({ status }) => status)).toContain(
      'CANCELLED',
    )
  })

  it('is gone once its last holder has it again, as an event of its own', async () => {
    const a = await own('a')
    const [before] = on(await eventsOf(a), '2027-03-27')
    unwrap(await world.amend(home('2027-03-27'), []))
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'a')]))
    const again = on(await eventsOf(a), '2027-03-27')
    expect(again.map(({ status }) => status)).toEqual(['CONFIRMED'])
    expect(again[0]?.uid).not.toBe(before?.uid)
  })

  it('is each part by itself where two had it, and none where one keeps some of it', async () => {
    const [start, cut, end] = [at('2027-03-27', 16), at('2027-03-27', 20), at('2027-03-27', 32)]
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'a'), slice(cut, end, 'd')]))
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'a')]))
    const statuses = async (personId: string) =>
      on(await eventsOf(await own(personId)), '2027-03-27').map((event) => [
        event.start,
        event.end,
        event.status,
      ])
    expect(await statuses('a')).toEqual([[start, cut, 'CONFIRMED']])
    expect(await statuses('d')).toContainEqual([cut, end, 'CANCELLED'])
  })

  it('is what falls away with its template too, as it was', async () => {
    const c = await own('c')
    const sunday = on(await eventsOf(c), '2027-03-28')
    await withLine('fjordane-station', (line) => withWindow(line, { dayKinds: ['saturday'] }))
    unwrap(await world.publish(() => []))
    const off = on(await eventsOf(c), '2027-03-28')
    expect(off.map(({ uid, status, start, end }) => [uid, status, start, end])).toEqual(
      sunday.map(({ uid, start, end }) => [uid, 'CANCELLED', start, end]),
    )
  })

  it('is none for whoever has another place of the same duty', async () => {
    unwrap(await world.amend(station('2027-03-27', 1), []))
    unwrap(await world.amend(station('2027-03-27', 0), []))
    unwrap(await world.amend(station('2027-03-27', 1), [noon('2027-03-27', 'c')]))
    expect(on(await eventsOf(await own('c')), '2027-03-27').map(({ status }) => status)).toEqual([
      'CONFIRMED',
    ])
  })

  it('is none for a doctor who only learned and no longer does', async () => {
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'a'), night('2027-03-27', 'd', true)]))
    const learning = on(await eventsOf(await own('d')), '2027-03-27').find(({ summary }) =>
      summary.startsWith('Hjemme'),
    )
    expect(learning?.description).toContain('Du går ved siden av')
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'a')]))
    const after = await eventsOf(world.subscribers.at(-1) as Subscriber)
    expect(after.map(({ status }) => status)).not.toContain('CANCELLED')
  })

  it('is shown for two weeks after its end, until the Monday after', async () => {
    const a = await own('a')
    unwrap(await world.amend(home('2027-03-27'), []))
    world.now = at('2027-04-11', 23)
    expect(on(await eventsOf(a), '2027-03-27')).toHaveLength(1)
    world.now = at('2027-04-12', 0)
    expect(on(await eventsOf(a), '2027-03-27')).toEqual([])
  })
})

describe('the backup behind one’s own duties', () => {
  const behind = async (who: Subscriber) =>
    on(await eventsOf(who), '2027-03-27').filter(({ category }) => category === 'Bakvakt')

  it('stands beside them at its own times, by initials unless the district decides otherwise', async () => {
    const a = await own('a', { backup: true, alarmMinutesBefore: 60, busyAtHome: true })
    const [event, ...others] = await behind(a)
    expect(others).toEqual([])
    expect(event).toMatchObject({ summary: 'Bakvakt bak deg: D2', transparency: 'TRANSPARENT', alarms: [] })
    expect(event?.uid).toMatch(/\.b@legevaktplan$/)
    await saved((district) => ({ ...district, calendarNames: 'names' }))
    expect((await behind(a)).map(({ summary }) => summary)).toEqual(['Bakvakt bak deg: Lege B'])
    await saved((district) => ({ ...district, calendarNames: 'none' }))
    expect((await behind(a)).map(({ summary }) => summary)).toEqual(['Bakvakt bak deg'])
  })

  it('is shown to nobody else, and not where it is not asked for', async () => {
    expect(await behind(await own('c', { backup: true }))).toEqual([])
    expect(await behind(await own('a'))).toEqual([])
    expect((await behind(await own('b', { backup: true }))).map(({ summary }) => summary)).toEqual([
      'Bakvakt (B1)',
    ])
  })

  it('is each doctor of it who is on at the same time, and once where it is behind two duties', async () => {
    const [start, cut, end] = [at('2027-03-27', 16), at('2027-03-27', 20), at('2027-03-27', 32)]
    unwrap(
      await world.amend({ needId: 'fjordane-backup.2027-03-27.n', seat: 0 }, [
        slice(start, cut, 'b'),
        slice(cut, end, 'd'),
      ]),
    )
    const a = await own('a', { backup: true })
    expect((await behind(a)).map((event) => [event.start, event.end, event.summary])).toEqual([
      [start, cut, 'Bakvakt bak deg: D2'],
      [cut, end, 'Bakvakt bak deg: D4'],
    ])
    unwrap(
      await world.amend(home('2027-03-27'), [slice(start, cut, 'a'), slice(at('2027-03-27', 22), end, 'a')]),
    )
    expect(await behind(a)).toHaveLength(2)
  })
})

describe('a calendar of a district', () => {
  it('holds every part of every duty, free, with whoever has it by initials, name or not at all', async () => {
    const all = await ofDistrict('district', { kind: 'all' })
    const events = await eventsOf(all)
    expect(events).toHaveLength(16)
    expect(
      events.every(
        ({ uid, transparency }) => uid.endsWith('.d@legevaktplan') && transparency === 'TRANSPARENT',
      ),
    ).toBe(true)
    const summaries = async () =>
      on(await eventsOf(all), '2027-03-27')
        .map(({ summary }) => summary)
        .sort()
    expect(await summaries()).toEqual([
      'Bakvakt (B1): D2',
      'Hjemmevakt (H1): D1',
      'Legevakt på stedet (L1): D3',
      'Legevakt på stedet (L1): D4',
    ])
    await saved((district) => ({ ...district, calendarNames: 'names' }))
    expect((await summaries())[1]).toBe('Hjemmevakt (H1): Lege A')
    await saved((district) => ({ ...district, calendarNames: 'none' }))
    expect((await summaries())[1]).toBe('Hjemmevakt (H1)')
    const { body } = await world.fetch(all)
    expect(body).not.toMatch(/Lege [A-D]|D[1-4]/)
    // A whole office may share it.
    expect(body).not.toContain('CLASS:PRIVATE')
  })

  it('can be of one line or of what covers one municipality, lines without areas among them', async () => {
    const line = await ofDistrict('district', { kind: 'line', lineId: 'fjordane-home' })
    expect((await eventsOf(line)).map(({ summary }) => summary)).toEqual(Array(4).fill('Hjemmevakt (H1): D1'))
    expect(calendarName((await world.fetch(line)).body)).toBe('Vakter – Distrikt fjordane, Hjemmevakt H1')
    const askvoll = await ofDistrict('district', { kind: 'municipality', number: '4645' })
    const codes = (await eventsOf(askvoll)).map(({ summary }) => /\((.\d)\)/.exec(summary)?.[1])
    expect([...new Set(codes)].sort()).toEqual(['B1', 'H1'])
    expect(calendarName((await world.fetch(askvoll)).body)).toBe('Vakter – Distrikt fjordane, Askvoll')
  })

  it('has another tag when a municipality is called otherwise, since its lines are found by its name', async () => {
    const askvoll = await ofDistrict('district', { kind: 'municipality', number: '4645' })
    const before = await world.fetch(askvoll)
    const named = (district: District) =>
      district.municipalities.map((own) => (own.number === '4645' ? { ...own, name: 'Nye Askvoll' } : own))
    await saved((district) => ({ ...district, municipalities: named(district) }))
    const after = await world.fetch(askvoll)
    expect(after.body).not.toBe(before.body)
    expect(after.etag).not.toBe(before.etag)
  })

  it('without duties says that it works', async () => {
    const all = await ofDistrict('district', { kind: 'all' })
    world.now = fromUtcText('2028-12-01T12:00Z')
    const [only, ...others] = await eventsOf(all)
    expect(others).toEqual([])
    expect(only?.description).toContain('Ingen vakter er publisert her ennå')
  })

  it('tells who only learns, and that a locum is still to be named', async () => {
    const all = await ofDistrict('district', { kind: 'line', lineId: 'fjordane-home' })
    unwrap(await world.amend(home('2027-03-27'), [night('2027-03-27', 'a'), night('2027-03-27', 'd', true)]))
    const locum = { ...night('2027-03-29', 'a'), personId: null, positionId: 'fjordane-position-1' }
    unwrap(await world.amend(home('2027-03-29'), [locum]))
    const events = await eventsOf(all)
    expect(
      on(events, '2027-03-27')
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(['Hjemmevakt (H1): D1', 'Hjemmevakt (H1): D4 (går ved siden av)'])
    expect(on(events, '2027-03-29').map(({ summary }) => summary)).toEqual([
      'Hjemmevakt (H1): vikar som ikke er utpekt',
    ])
  })
})

describe('the calendar of the dispatch centre', () => {
  const home27 = async (who: Subscriber) =>
    on(await eventsOf(who), '2027-03-27').filter(({ category }) => category === 'Hjemmevakt')

  it('tells who is on by full name and for which area, whatever other calendars may tell', async () => {
    const centre = await ofDistrict('dispatch', { kind: 'all' })
    await saved((district) => ({ ...district, calendarNames: 'none' }))
    const [event] = await home27(centre)
    expect(event?.summary).toBe('Hjemmevakt (H1): Lege A · Askvoll')
    expect(event?.description).toMatch(/^Område: Askvoll\n/)
    expect(event?.uid).toMatch(/\.v@legevaktplan$/)
    expect(calendarName((await world.fetch(centre)).body)).toBe('Hvem har vakt – Distrikt fjordane')
    const [backup] = on(await eventsOf(centre), '2027-03-27').filter(({ category }) => category === 'Bakvakt')
    expect(backup?.summary).toBe('Bakvakt (B1): Lege B · Distrikt fjordane')
  })

  it('shows what nobody holds, to the minute', async () => {
    const centre = await ofDistrict('dispatch', { kind: 'all' })
    const [start, cut, end] = [at('2027-03-27', 16), at('2027-03-27', 20), at('2027-03-27', 32)]
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'a')]))
    const [held, hole, ...others] = await home27(centre)
    expect(others).toEqual([])
    expect(held).toMatchObject({ start, end: cut, summary: 'Hjemmevakt (H1): Lege A · Askvoll' })
    expect(hole).toMatchObject({
      start: cut,
      end,
      summary: 'Ledig – ingen lege: Hjemmevakt (H1) · Askvoll',
      status: 'CONFIRMED',
    })
    expect(hole?.description).toMatch(/^Ingen har vakta i denne tida/)
    unwrap(await world.amend(station('2027-03-28', 1), []))
    expect(
      on(await eventsOf(centre), '2027-03-28').filter(({ summary }) => summary.startsWith('Ledig')),
    ).toHaveLength(1)
  })

  it('shows the same to whoever follows the district, without areas', async () => {
    const all = await ofDistrict('district', { kind: 'all' })
    const cut = at('2027-03-27', 20)
    unwrap(await world.amend(home('2027-03-27'), [slice(at('2027-03-27', 16), cut, 'a')]))
    const [, hole, ...others] = await home27(all)
    expect(others).toEqual([])
    expect(hole).toMatchObject({
      start: cut,
      end: at('2027-03-27', 32),
      summary: 'Ledig – ingen lege: Hjemmevakt (H1)',
      status: 'CONFIRMED',
    })
    expect(hole?.description).toMatch(/^Ingen har vakta i denne tida/)
    expect(hole?.description).not.toContain('Område')
    expect(hole?.uid).toMatch(/\.d@legevaktplan$/)
    await withLine('fjordane-home', (line) => ({ ...line, areas: ['Fjaler'] }))
    expect((await home27(all)).find(({ uid }) => uid === hole?.uid)).toEqual(hole)
  })

  it('keeps a hole as it is while others are filled, and makes another of it once it was filled', async () => {
    const centre = await ofDistrict('dispatch', { kind: 'all' })
    const [start, cut, end] = [at('2027-03-27', 16), at('2027-03-27', 20), at('2027-03-27', 32)]
    const hole = async () => (await home27(centre)).find(({ summary }) => summary.startsWith('Ledig'))
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'a')]))
    const first = await hole()
    world.now += 5
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'c')]))
    unwrap(await world.amend(home('2027-03-29'), []))
    expect(await hole()).toEqual(first)
    unwrap(await world.amend(home('2027-03-27'), [slice(start, end, 'c')]))
    expect(await hole()).toBeUndefined()
    unwrap(await world.amend(home('2027-03-27'), [slice(start, cut, 'c')]))
    const second = await hole()
    expect(second?.uid).not.toBe(first?.uid)
    expect(second?.modifiedAt).toBeGreaterThan(first?.modifiedAt ?? Infinity)
  })

  it('moves a hole with other titles, areas and words, and with nothing else', async () => {
    const centre = await ofDistrict('dispatch', { kind: 'all' })
    unwrap(await world.amend(home('2027-03-27'), []))
    const steps = [
      () => withLine('fjordane-home', (line) => ({ ...line, areas: ['Fjaler'] })),
      () => withLine('fjordane-home', (line) => ({ ...line, code: 'H9' })),
      () => world.chooseLanguage(centre, 'en'),
    ]
    let [last] = await home27(centre)
    for (const step of steps) {
      await step()
      const event = on(await eventsOf(centre), '2027-03-27').find(({ uid }) => uid === last?.uid)
      expect([event?.sequence, event?.modifiedAt]).toEqual([
        (last?.sequence ?? 0) + 1,
        (last?.modifiedAt ?? 0) + 1,
      ])
      expect(event?.summary).not.toBe(last?.summary)
      last = event
    }
    await saved((district) => ({ ...district, calendarNames: 'names' }))
    await withLine('fjordane-station', (line) => ({ ...line, areas: [] }))
    expect(on(await eventsOf(centre), '2027-03-27').find(({ uid }) => uid === last?.uid)).toEqual(last)
  })

  it('leaves an open conditional backup to the rules that know whether it is needed', async () => {
    const centre = await ofDistrict('dispatch', { kind: 'all' })
    unwrap(await world.amend({ needId: 'fjordane-backup.2027-03-27.n', seat: 0 }, []))
    expect((await eventsOf(centre)).filter(({ summary }) => summary.startsWith('Ledig'))).toHaveLength(1)
    const { etag } = await world.fetch(centre)
    await withLine('fjordane-backup', (line) => ({ ...line, conditional: true }))
    expect((await world.fetch(centre)).etag).not.toBe(etag)
    expect((await eventsOf(centre)).filter(({ summary }) => summary.startsWith('Ledig'))).toEqual([])
  })
})
