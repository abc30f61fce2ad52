import { describe, expect, it } from 'vitest'
import { planDoctorEnd } from '../../src/core/plans/doctor-end.ts'
import type { District } from '../../src/core/rota/district.ts'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import type { Line } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import type { DayKind } from '../../src/core/time/day-kind.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { type DistrictChange, districtStamp, saveDistrict } from '../../src/usecases/save-district.ts'
import { lineStamp, saveLine } from '../../src/usecases/save-line.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { undoSetUp } from '../../src/usecases/undo-set-up.ts'
import { CalendarWorld, placesIn, unwrap, withWindow } from '../support/calendar-world.ts'

const districtId = 'fjordane'
const LATER = 24 * 60

const second = (text: string) => fromUtcText(text) * 60

const rowsOf = async <R>(world: CalendarWorld, text: string): Promise<R[]> =>
  (await world.ctx.db.d1.prepare(text).all<R>()).results

const titleStamps = (world: CalendarWorld) =>
  rowsOf(world, 'select line_id, stamp from title_change order by line_id')
const nameStamps = (world: CalendarWorld) =>
  rowsOf(world, 'select person_id, what, stamp from name_change order by person_id, what')
const areaStamps = (world: CalendarWorld) => rowsOf(world, 'select line_id, stamp from area_change')
const departures = (world: CalendarWorld) => rowsOf(world, 'select person_id, at from departure order by 1')

async function version(world: CalendarWorld, id = districtId): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    world,
    `select version from district_feed_version where district_id = '${id}'`,
  )
  return row?.version ?? 0
}

async function ownVersion(world: CalendarWorld, personId: string): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    world,
    `select version from feed_version where person_id = '${personId}'`,
  )
  return row?.version ?? 0
}

/** A day later, so that a count tells when it was made. */
async function makeWorld(): Promise<CalendarWorld> {
  const world = await CalendarWorld.make()
  world.now += LATER
  return world
}

const here = (world: CalendarWorld) => ({ ...world.ctx, now: world.now })
const stored = async (world: CalendarWorld) => (await findDistrict(world.ctx.db, districtId)) as District

async function changeHead(world: CalendarWorld, said: Partial<Extract<DistrictChange, { kind: 'head' }>>) {
  const district = await stored(world)
  const { name, legalForm, languages } = district
  const change = { kind: 'head', name, legalForm, languages, ...said } as const
  return saveDistrict(here(world), {
    districtId,
    change,
    seen: await districtStamp(world.ctx, district),
  })
}

async function changeLine(world: CalendarWorld, said: Partial<Line>) {
  const district = await stored(world)
  const [known] = district.lines
  if (!known) throw new Error('the district has no line')
  const windows = known.templates[0]?.windows ?? []
  const line = { ...known, ...said, from: '2027-01-04', windows }
  return saveLine(here(world), { districtId, line, seen: await lineStamp(world.ctx, district, known.id) })
}

const withBackup = (district: District, said: Partial<Line>): District => ({
  ...district,
  lines: district.lines.map((line) => (line.id === 'fjordane-backup' ? { ...line, ...said } : line)),
})

async function undo(world: CalendarWorld) {
  const { last } = unwrap(await showSetUp(here(world), { districtId }))
  return undoSetUp(here(world), { districtId, number: last?.number ?? 0 })
}

describe('what calendars tell of a district is stamped', () => {
  it('by whatever door it changes, and again when that is taken back', async () => {
    const world = await makeWorld()
    const before = await stored(world)
    unwrap(await changeLine(world, { place: 'Førde' }))
    const once = [{ line_id: 'fjordane-home', stamp: second('2026-12-02T12:00Z') }]
    expect(await titleStamps(world)).toEqual(once)
    world.now += LATER
    unwrap(await undo(world))
    const twice = [{ line_id: 'fjordane-home', stamp: second('2026-12-03T12:00Z') }]
    expect(await titleStamps(world)).toEqual(twice)
    expect(await stored(world)).toEqual(before)
    world.now += LATER
    unwrap(await world.save((district) => ({ ...district, name: 'Nytt navn' })))
    expect(await titleStamps(world)).toEqual([{ line_id: '', stamp: second('2026-12-04T12:00Z') }, ...twice])
  })

  it('later than before when the clock was set back', async () => {
    const world = await makeWorld()
    unwrap(await changeLine(world, { name: 'Nattvakt' }))
    world.now -= 90
    unwrap(await changeLine(world, { name: 'Hjemmevakt' }))
    const stamped = [{ line_id: 'fjordane-home', stamp: second('2026-12-02T12:00Z') + 1 }]
    expect(await titleStamps(world)).toEqual(stamped)
  })

  it('apart for areas, which only the dispatch centre is told, and not at all for forms and templates', async () => {
    const world = await makeWorld()
    const versionBefore = await version(world)
    const withHome = (change: (line: Line) => Line) =>
      world.save((district) => ({ ...district, lines: district.lines.map(change) }))
    unwrap(await withHome((line) => ({ ...line, form: 'on-site' })))
    expect([await titleStamps(world), await version(world)]).toEqual([[], versionBefore])
    unwrap(await withHome((line) => (line.code === 'H1' ? { ...line, areas: ['Fjaler'] } : line)))
    expect(await areaStamps(world)).toEqual([
      { line_id: 'fjordane-home', stamp: second('2026-12-02T12:00Z') },
    ])
    expect([await titleStamps(world), await version(world)]).toEqual([[], versionBefore + 1])
  })

  it.each<[string, (district: District) => District]>([
    ['what a line stands behind', (district) => withBackup(district, { behind: ['fjordane-station'] })],
    ['when a backup is needed', (district) => withBackup(district, { conditional: true })],
    [
      'what a municipality is called',
      (district) => ({
        ...district,
        municipalities: district.municipalities.map((own) =>
          own.number === '4645' ? { ...own, name: 'Område 1' } : own,
        ),
      }),
    ],
  ])('in no event, but by the calendar: %s', async (_, change) => {
    const world = await makeWorld()
    const before = await version(world)
    unwrap(await world.save(change))
    expect([await version(world), await titleStamps(world)]).toEqual([before + 1, []])
  })

  it('of names, initials and what the district lets be told, each for itself', async () => {
    const world = await makeWorld()
    const initialsOf = (initials: string) => (initials === 'D1' ? 'D2' : initials === 'D2' ? 'D1' : initials)
    unwrap(
      await world.save((district) => ({
        ...district,
        persons: district.persons.map((own) => (own.id === 'c' ? { ...own, name: 'Lege Ny' } : own)),
        doctors: district.doctors.map((own) => ({ ...own, initials: initialsOf(own.initials) })),
      })),
    )
    const stamp = second('2026-12-02T12:00Z')
    const stamped = [
      { person_id: 'a', what: 'initials', stamp },
      { person_id: 'b', what: 'initials', stamp },
      { person_id: 'c', what: 'name', stamp },
    ]
    expect(await nameStamps(world)).toEqual(stamped)
    world.now -= 60
    unwrap(await changeHead(world, { calendarNames: 'names' }))
    // Later than they, also with the clock set back.
    expect(await nameStamps(world)).toEqual([{ person_id: '', what: 'policy', stamp: stamp + 1 }, ...stamped])
  })

  it('for the one district that is saved', async () => {
    const world = await makeWorld()
    const own = world.district
    const { lines } = own
    unwrap(await world.save(() => ({ ...own, id: 'nord', persons: [], doctors: [], positions: [], lines })))
    const before = await version(world, 'nord')
    unwrap(await world.save(() => ({ ...own, name: 'Nytt navn' })))
    expect(await version(world, 'nord')).toBe(before)
    expect(await titleStamps(world)).toEqual([{ line_id: '', stamp: second('2026-12-02T12:00Z') }])
  })

  it('never when a district comes in for the first time or the same again', async () => {
    const world = await makeWorld()
    const versionBefore = await version(world)
    unwrap(await world.save((district) => district))
    expect([await titleStamps(world), await nameStamps(world), await areaStamps(world)]).toEqual([[], [], []])
    expect(await version(world)).toBe(versionBefore)
  })
})

describe('where a line’s doctors meet', () => {
  it('is entered with the line, changed and taken away', async () => {
    const world = await makeWorld()
    unwrap(await changeLine(world, { place: ' Førde  ' }))
    expect((await stored(world)).lines[0]?.place).toBe('Førde')
    unwrap(await changeLine(world, { place: '' }))
    expect((await stored(world)).lines[0]).not.toHaveProperty('place')
  })

  it.each([
    ['x'.repeat(121), 'too-long'],
    ['Førde\r\nATTENDEE:x', 'hidden-character'],
    ['Førde\u0000', 'hidden-character'],
    ['Førde \u202egnagnni', 'hidden-character'],
    ['Før\u00adde', 'hidden-character'],
  ])('is refused on its field: %j', async (place, code) => {
    const world = await makeWorld()
    const refused = await changeLine(world, { place })
    const problems =
      refused.kind === 'refused' && refused.refusal.kind === 'invalid' ? refused.refusal.problems : []
    expect(problems).toEqual([{ field: 'place', code, value: place }])
    const whole = JSON.parse(writeDistrictFile({ version: 1, district: world.district, timeline: null }))
    whole.district.lines[0].place = place
    const file = await importDistrict(here(world), { text: JSON.stringify(whole) })
    expect(file.kind === 'refused' && file.refusal.kind).toBe('file-refused')
    expect(await titleStamps(world)).toEqual([])
  })

  it('may be 120 characters long', async () => {
    const world = await makeWorld()
    unwrap(await changeLine(world, { place: 'å'.repeat(120) }))
    expect((await stored(world)).lines[0]?.place).toHaveLength(120)
  })
})

describe('what calendars tell of who is on duty', () => {
  it('is chosen on the page, kept by a form without the choice, and taken back to what it was', async () => {
    const world = await makeWorld()
    const before = await stored(world)
    unwrap(await changeHead(world, { calendarNames: 'none' }))
    unwrap(await changeHead(world, { name: 'Nytt navn' }))
    expect((await stored(world)).calendarNames).toBe('none')
    unwrap(await undo(world))
    unwrap(await undo(world))
    expect(await stored(world)).toEqual(before)
    unwrap(await changeHead(world, { calendarNames: 'names' }))
    unwrap(await changeHead(world, { calendarNames: 'initials' }))
    expect(await stored(world)).toEqual(before)
  })
})

describe('a doctor who leaves', () => {
  const end = { districtId, personId: 'a', on: '2027-02-01', place: 'vacant' } as const
  const noted = [{ person_id: 'a', at: '2027-01-31T23:00Z' }]

  it('is noted from the first day away by the page, and no longer when that is taken back', async () => {
    const world = await makeWorld()
    const before = await ownVersion(world, 'a')
    unwrap(await endDoctor(here(world), end))
    expect([await departures(world), await ownVersion(world, 'a')]).toEqual([noted, before + 1])
    unwrap(await world.save(() => ({ ...world.district, name: 'Nytt navn' })))
    expect(await departures(world)).toEqual([])
    expect(await ownVersion(world, 'a')).toBe(before + 2)
  })

  it('is noted by a file as by the page, moved with the day, and not moved by another change', async () => {
    const world = await makeWorld()
    const leaving = (on: string) => (district: District) => {
      const plan = planDoctorEnd(district, { ...end, on })
      if (plan.kind === 'refused') throw new Error(JSON.stringify(plan.problems))
      return plan.after
    }
    unwrap(await world.save(leaving('2027-02-01')))
    expect(await departures(world)).toEqual(noted)
    const before = await ownVersion(world, 'a')
    unwrap(await world.save((district) => ({ ...district, name: 'Nytt navn' })))
    expect([await departures(world), await ownVersion(world, 'a')]).toEqual([noted, before])
    unwrap(await world.save(leaving('2027-01-15')))
    expect(await departures(world)).toEqual([{ person_id: 'a', at: '2027-01-14T23:00Z' }])
    expect(await ownVersion(world, 'a')).toBe(before + 1)
    unwrap(await world.save(world.withDoctorBack('a')))
    expect([await departures(world), await ownVersion(world, 'a')]).toEqual([[], before + 2])
  })

  it('loses the subscriptions held as a doctor when the file names them no more, and no other', async () => {
    const world = await makeWorld()
    const choice = { kind: 'district', districtId, options: { scope: { kind: 'all' } } } as const
    await world.subscribe('h', choice, 'doctor', 'h')
    await world.subscribe('h-too', choice, 'coordinator', 'g')
    await world.subscribe('own', { kind: 'own', options: OWN_FEED_OPTIONS }, 'doctor', 'f')
    const before = await ownVersion(world, 'h')
    const isStaying = (personId: string) => !['f', 'g', 'h'].includes(personId)
    unwrap(
      await world.save((district) => ({
        ...district,
        persons: district.persons.filter(({ id }) => isStaying(id)),
        doctors: district.doctors.filter(({ personId }) => isStaying(personId)),
        positions: district.positions.filter(({ holders }) =>
          holders.every((own) => own.kind !== 'person' || isStaying(own.personId)),
        ),
      })),
    )
    expect(await rowsOf(world, 'select label, revoked_at from feed_link order by label')).toEqual([
      { label: 'h', revoked_at: '2026-12-02T12:00Z' },
      { label: 'h-too', revoked_at: null },
      { label: 'own', revoked_at: null },
    ])
    const at = '2026-12-02T12:00Z'
    expect(await departures(world)).toEqual([
      { person_id: 'f', at },
      { person_id: 'g', at },
      { person_id: 'h', at },
    ])
    expect(await ownVersion(world, 'h')).toBe(before + 1)
  })

  it('with published duties is not taken out of the file, and no calendar of theirs shows them once they have left', async () => {
    const world = await makeWorld()
    await world.subscribe('a', { kind: 'own', options: OWN_FEED_OPTIONS }, 'doctor', 'a')
    const [subscriber] = world.subscribers
    if (!subscriber) throw new Error('nobody subscribes')
    unwrap(
      await world.publish((needs) =>
        placesIn(needs.filter(({ lineId }) => lineId === 'fjordane-home')).map(({ need, place: cell }) => {
          const { start, end: until } = need
          const slice = { start, end: until, personId: 'a', positionId: null, origin: 'share' } as const
          return { kind: 'slice', cell, slices: [{ ...slice, shadowing: false }] }
        }),
      ),
    )
    expect((await world.fetch(subscriber)).body).toContain('SUMMARY:Hjemmevakt')
    unwrap(await endDoctor(here(world), { ...end, on: '2026-12-02' }))
    expect((await world.fetch(subscriber)).body).not.toContain('SUMMARY:Hjemmevakt')
  })
})

describe('a duty that is asked for again', () => {
  it('gives the calendar another tag of whoever only learned there, since theirs tells no more that it was cancelled', async () => {
    const world = await makeWorld()
    await world.subscribe('d', { kind: 'own', options: OWN_FEED_OPTIONS }, 'doctor', 'd')
    const [subscriber] = world.subscribers
    if (!subscriber) throw new Error('nobody subscribes')
    const days = (dayKinds: readonly DayKind[]) =>
      world.save((district) => ({
        ...district,
        lines: district.lines.map((line) =>
          line.id === 'fjordane-station' ? withWindow(line, { dayKinds }) : line,
        ),
      }))
    const slice = (personId: string, { start, end: until }: Need, shadowing: boolean) =>
      ({ start, end: until, personId, positionId: null, origin: 'share', shadowing }) as const
    unwrap(
      await world.publish((needs) =>
        placesIn(needs.filter(({ id }) => id === 'fjordane-station.2027-03-27.n'))
          .slice(0, 1)
          .map(({ need, place: cell }) => {
            const slices = [slice('a', need, false), slice('d', need, true)]
            return { kind: 'slice', cell, slices }
          }),
      ),
    )
    unwrap(await days(['sunday']))
    const saturday = { needId: 'fjordane-station.2027-03-27.n', seat: 0 }
    unwrap(await world.publish(() => [{ kind: 'clear', cell: saturday }]))
    const cancelled = await world.fetch(subscriber)
    expect(cancelled.body).toContain('STATUS:CANCELLED')
    unwrap(await days(['saturday', 'sunday']))
    unwrap(
      await world.publish((needs) =>
        placesIn(needs.filter(({ id }) => id === 'fjordane-home.2027-03-29.n')).map(
          ({ need, place: cell }) => {
            return { kind: 'slice', cell, slices: [slice('b', need, false)] }
          },
        ),
      ),
    )
    const again = await world.fetch(subscriber)
    expect(again.body === cancelled.body).toBe(again.etag === cancelled.etag)
  })
})
