import { describe, expect, it } from 'vitest'
import type { Need } from '../../src/core/rota/need.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { toWall } from '../../src/core/time/oslo.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { districtWrites } from '../../src/data/district-store.ts'
import { findFeed } from '../../src/data/feed-store.ts'
import { listOutcomes, outcomeWrites } from '../../src/data/outcome-store.ts'
import { assignmentsOfPerson } from '../../src/data/person-duty-store.ts'
import { findPublication, listPublications, listWaivers } from '../../src/data/publication-store.ts'
import {
  findDuty,
  loadTimeline,
  needWrites,
  publicationWrites,
  withdrawNeedWrites,
} from '../../src/data/rota-store.ts'
import { freshDatabase } from './fresh-database.ts'
import { accountWithLink, SUBSCRIBERS } from './sample-feed.ts'
import {
  assignmentOf,
  changeOf,
  enter,
  needAt,
  plannedDistrict,
  publicationOf,
  publish,
} from './sample-timeline.ts'

const monday = needAt('2027-01-04T15:00Z', 16)
const tuesday = needAt('2027-01-05T15:00Z', 16)

async function withTimeline(
  needs: readonly Need[],
  open = needs.map((need) => assignmentOf(need, 'd.a', 1)),
) {
  const db = freshDatabase()
  await enter(db, plannedDistrict('d'))
  expect(await publish(db, 'd', changeOf(1, open), needs)).toEqual({ kind: 'written' })
  return db
}

describe('the timeline', () => {
  it('gives back needs and assignments as they were published, by start', async () => {
    const early = {
      ...monday,
      paid: { start: monday.start + 60, end: monday.end },
      blockId: 'plain.2027-W01.week',
    }
    const pieces = [
      { form: 'home' as const, start: early.start, end: early.start + 420 },
      { form: 'on-site' as const, start: early.start + 420, end: early.end },
    ]
    const needs = [tuesday, { ...early, number: 2, pieces }]
    const halves = [
      assignmentOf(monday, 'd.a', 1, {
        end: monday.start + 240,
        origin: 'swap',
        reason: 'Byttet',
        note: 'Ring først',
      }),
      assignmentOf(monday, null, 1, {
        start: monday.start + 240,
        positionId: 'askvoll-2',
        origin: 'locum',
        sequence: 3,
      }),
      assignmentOf(monday, 'd.c', 1, { seat: 1, shadowing: true }),
    ]
    const db = await withTimeline(needs, [assignmentOf(tuesday, 'd.b', 1), ...halves])
    const timeline = await loadTimeline(db, 'd', '2027-01-04', '2027-01-06')
    expect(timeline.revision).toBe(1)
    expect(timeline.needs).toStrictEqual([needs[1], tuesday])
    const [first, second, third] = halves
    expect(timeline.assignments).toStrictEqual([first, third, second, assignmentOf(tuesday, 'd.b', 1)])
  })

  it.each([
    ['a night over the lost hour', needAt('2027-03-27T22:00Z', 8)],
    ['a night over the doubled hour', needAt('2027-10-30T21:00Z', 10)],
    ['a start in the first of two equal hours', needAt('2027-10-31T00:30Z', 8)],
    ['a start in the second of two equal hours', needAt('2027-10-31T01:30Z', 8)],
    ['an end in the second of two equal hours', needAt('2027-10-30T17:45Z', 8)],
  ])('keeps %s to the minute', async (_name, need) => {
    const db = await withTimeline([need])
    const { date } = toWall(need.start)
    const { needs, assignments } = await loadTimeline(db, 'd', date, '2027-11-01')
    expect(needs).toStrictEqual([need])
    expect(assignments).toStrictEqual([assignmentOf(need, 'd.a', 1)])
  })

  it('holds needs that start from the first date to the last, the last not included', async () => {
    const db = await withTimeline([monday, tuesday])
    const ids = async (from: string, to: string) =>
      (await loadTimeline(db, 'd', from, to)).needs.map((need) => need.id)
    expect(await ids('2027-01-04', '2027-01-05')).toEqual([monday.id])
    expect(await ids('2027-01-05', '2027-01-06')).toEqual([tuesday.id])
    expect(await ids('2027-01-06', '2027-12-31')).toEqual([])
  })

  it('is empty at revision 0 for a district that is not there', async () => {
    const timeline = await loadTimeline(freshDatabase(), 'nowhere', '2027-01-04', '2027-01-05')
    expect(timeline).toEqual({ revision: 0, needs: [], assignments: [], elsewhere: [] })
  })

  it('keeps A, B and C when a duty goes from one to the next', async () => {
    const db = await withTimeline([monday])
    const [a, b, c] = ['d.a', 'd.b', 'd.c'].map((person, index) => assignmentOf(monday, person, index + 1))
    await publish(db, 'd', changeOf(2, [{ ...b!, replaces: a!.id }], [a!.id]))
    await publish(db, 'd', changeOf(3, [{ ...c!, replaces: b!.id }], [b!.id]))
    const duty = await findDuty(db, 'd', monday.id)
    expect(duty?.revision).toBe(3)
    expect(duty?.need).toStrictEqual(monday)
    expect(duty?.history).toStrictEqual([
      { ...a, revisionTo: 2 },
      { ...b, replaces: a!.id, revisionTo: 3 },
      { ...c, replaces: b!.id },
    ])
    expect((await loadTimeline(db, 'd', '2027-01-04', '2027-01-05')).assignments).toHaveLength(1)
    expect(await findDuty(db, 'other', monday.id)).toBeUndefined()
  })

  it('takes a need that was changed, and leaves the others alone', async () => {
    const db = await withTimeline([monday, tuesday])
    const longer = { ...monday, name: 'Lang vakt', end: monday.end + 60 }
    expect(await writeAll(db, needWrites('d', [longer], 0))).toEqual({ kind: 'written' })
    const { needs } = await loadTimeline(db, 'd', '2027-01-04', '2027-01-06')
    expect(needs.map((need) => [need.name, need.end])).toEqual([
      ['Lang vakt', monday.end + 60],
      ['Vakt', tuesday.end],
    ])
  })

  it('loses the needs that a new template no longer has, but not one that somebody holds', async () => {
    const db = await withTimeline([monday, tuesday], [assignmentOf(monday, 'd.a', 1)])
    const part = { lineIds: ['plain'], from: '2027-01-04', to: '2027-01-06' }
    const open = async () =>
      (await loadTimeline(db, 'd', '2027-01-04', '2027-01-06')).needs.map((need) => need.id)
    await writeAll(db, withdrawNeedWrites('d', 1, { ...part, lineIds: ['other'] }, [], 0))
    await writeAll(db, withdrawNeedWrites('d', 1, part, [tuesday.id], 0))
    expect(await open()).toEqual([monday.id, tuesday.id])
    await writeAll(db, withdrawNeedWrites('d', 1, part, [], 0))
    expect(await open()).toEqual([monday.id])
    expect((await findDuty(db, 'd', tuesday.id))?.need).toStrictEqual(tuesday)
    await writeAll(db, needWrites('d', [tuesday], 0))
    expect(await open()).toEqual([monday.id, tuesday.id])
  })

  it('refuses a need longer than 72 hours and takes one of 72', async () => {
    const db = await withTimeline([needAt('2027-02-01T08:00Z', 72)])
    await expect(writeAll(db, needWrites('d', [needAt('2027-02-08T08:00Z', 73)], 0))).rejects.toThrow(
      '72_hours',
    )
  })
})

describe('a publication', () => {
  const waivers = [{ rule: 'rest', personId: 'd.a', needIds: [monday.id], reason: 'Sykdom' }]
  const differences = [
    { personId: 'd.b', gained: [], lost: [monday.id], moved: [] },
    { personId: 'd.a', gained: [monday.id], lost: [], moved: [tuesday.id] },
  ]
  const said = {
    kind: 'amendment' as const,
    draftId: 'k',
    lineIds: ['plain', 'other'],
    reason: 'Syk',
    waivers,
    differences,
  }

  it('is kept as it was made', async () => {
    const db = await withTimeline([monday])
    const publication = publicationOf(2, said)
    await publish(db, 'd', { publication, open: [], close: [] })
    expect(await findPublication(db, 'd', 2)).toStrictEqual(publication)
    expect(await findPublication(db, 'd', 3)).toBeUndefined()
    const { differences: _left, ...head } = publication
    const { differences: _none, ...first } = publicationOf(1)
    expect(await listPublications(db, 'd')).toStrictEqual([head, first])
    expect(await listPublications(db, 'd', 1)).toStrictEqual([head])
    expect(await listPublications(db, 'd', 20, 2)).toStrictEqual([first])
  })

  it('has its waivers found by the dates of their duties, those of no duty by its own dates', async () => {
    const db = await withTimeline([monday, tuesday])
    const waive = (needIds: string[]) => ({ rule: 'rest', personId: 'd.a', needIds, reason: 'Sykdom' })
    const of = (revision: number, needIds: string[][], to = '2027-01-08') => ({
      publication: publicationOf(revision, { to, waivers: needIds.map(waive) }),
      open: [],
      close: [],
    })
    for (const change of [
      of(2, [[monday.id, tuesday.id], [tuesday.id], []]),
      of(3, [['gone'], []], '2027-01-06'),
    ])
      expect(await publish(db, 'd', change)).toEqual({ kind: 'written' })
    const found = async (from: string, to: string) =>
      (await listWaivers(db, 'd', from, to)).map(({ revision, needIds }) => [revision, ...needIds])
    expect(await found('2027-01-04', '2027-01-05')).toEqual([[3], [2, monday.id, tuesday.id], [2]])
    expect(await found('2027-01-05', '2027-01-06')).toEqual([
      [3],
      [2, monday.id, tuesday.id],
      [2, tuesday.id],
      [2],
    ])
    expect(await found('2027-01-07', '2027-01-08')).toEqual([[2]])
    expect(await found('2027-01-08', '2027-01-09')).toEqual([])
    expect(await found('2027-01-01', '2027-01-04')).toEqual([])
  })

  it('is refused when the timeline has moved, and leaves nothing', async () => {
    const db = await withTimeline([monday])
    const late = changeOf(1, [assignmentOf(tuesday, 'd.b', 1)])
    expect(await publish(db, 'd', late, [tuesday])).toEqual({ kind: 'refused', constraint: 'stale-revision' })
    expect((await loadTimeline(db, 'd', '2027-01-04', '2027-01-06')).needs).toEqual([monday])
  })

  it('is refused when what it would end has ended, or was never there', async () => {
    const db = await withTimeline([monday])
    expect(await publish(db, 'd', changeOf(2, [], ['nothing']))).toEqual({
      kind: 'refused',
      constraint: 'stale-revision',
    })
  })

  it('is a fault when it does not follow the revision it was made on', () => {
    expect(() => publicationWrites('d', 1, changeOf(3, []))).toThrow('does not follow')
  })

  it('gives the calendars of all it touches a new version', async () => {
    const db = await withTimeline([monday])
    await feedsFor(db, ['d.a', 'd.b', 'd.c'])
    const versions = async () =>
      Promise.all(['a', 'b', 'c'].map(async (one) => (await feedOf(db, `d.${one}`))?.version))
    const before = await versions()
    const old = assignmentOf(monday, 'd.a', 1)
    await publish(db, 'd', changeOf(2, [assignmentOf(monday, 'd.b', 2, { replaces: old.id })], [old.id]))
    const after = await versions()
    expect(after.map((version, index) => version === before[index])).toEqual([false, false, true])
    expect((await feedOf(db, 'd.b'))?.stamp).toBeGreaterThanOrEqual(fromUtcText('2026-12-01T12:00Z') * 60)
  })
})

describe('who has stood in the timeline', () => {
  it.each([
    ['doctor', { doctors: plannedDistrict('d').doctors.filter((doctor) => doctor.personId !== 'd.a') }],
    ['line', { lines: plannedDistrict('d').lines.filter((line) => line.id !== 'plain') }],
    ['position', { positions: [] }],
  ])('cannot be taken out of the district: %s', async (_kind, without) => {
    const db = await withTimeline([monday], [assignmentOf(monday, 'd.a', 1, { positionId: 'askvoll-2' })])
    const written = await writeAll(db, districtWrites({ ...plannedDistrict('d'), ...without }, 0))
    expect(written).toEqual({ kind: 'refused', constraint: 'still-used' })
  })

  it('may still be corrected', async () => {
    const db = await withTimeline([monday])
    expect(await writeAll(db, districtWrites({ ...plannedDistrict('d'), name: 'Ny' }, 0))).toEqual({
      kind: 'written',
    })
  })
})

describe('what happened', () => {
  it('is what was said last, and nothing where the plan held', async () => {
    const db = await withTimeline([monday, tuesday])
    const [assignment] = [assignmentOf(monday, 'd.a', 1)]
    const late = {
      assignmentId: assignment.id,
      start: monday.start,
      end: monday.end + 180,
      activeMinutes: null,
      callOuts: 2,
    }
    const corrected = { ...late, end: monday.end + 175, activeMinutes: 95 }
    for (const outcome of [late, corrected])
      await writeAll(db, outcomeWrites('d', [outcome], 'account-1', 29_000_000))
    expect(await listOutcomes(db, 'd', '2027-01-04', '2027-01-06')).toStrictEqual([corrected])
    expect(await listOutcomes(db, 'd', '2027-01-05', '2027-01-06')).toEqual([])
    const { assignments } = await loadTimeline(db, 'd', '2027-01-04', '2027-01-05')
    expect(assignments).toStrictEqual([assignment])
  })
})

describe('the duties of one person', () => {
  async function inTwoDistricts(): Promise<Database> {
    const db = freshDatabase()
    await enter(db, plannedDistrict('d', 'p'))
    await enter(db, plannedDistrict('e', 'p'))
    await publish(db, 'd', changeOf(1, [assignmentOf(monday, 'p.a', 1)]), [monday])
    await publish(
      db,
      'e',
      changeOf(1, [assignmentOf(tuesday, 'p.a', 1), assignmentOf(tuesday, 'p.b', 1, { seat: 1 })]),
      [tuesday],
    )
    return db
  }

  it('come from all districts, by start, with district, line and need', async () => {
    const db = await inTwoDistricts()
    const duties = await assignmentsOfPerson(db, 'p.a', monday.start, tuesday.end)
    const line = {
      id: 'plain',
      name: 'Vakt',
      code: 'V',
      form: 'home',
      place: '',
      titleStamp: 0,
    }
    expect(duties).toStrictEqual([
      {
        line: { districtId: 'd', districtName: 'Legevakt d', ...line },
        need: monday,
        assignment: assignmentOf(monday, 'p.a', 1),
        stamp: fromUtcText('2026-12-01T12:00Z') * 60,
      },
      {
        line: { districtId: 'e', districtName: 'Legevakt e', ...line },
        need: tuesday,
        assignment: assignmentOf(tuesday, 'p.a', 1),
        stamp: fromUtcText('2026-12-01T12:00Z') * 60 + 1,
      },
    ])
  })

  it('are those of which a minute lies in the time asked for', async () => {
    const db = await inTwoDistricts()
    const ids = async (from: number, to: number) =>
      (await assignmentsOfPerson(db, 'p.a', from, to)).map((duty) => duty.need.id)
    expect(await ids(monday.end - 1, tuesday.start)).toEqual([monday.id])
    expect(await ids(monday.end, tuesday.start)).toEqual([])
    expect(await ids(monday.end, tuesday.start + 1)).toEqual([tuesday.id])
  })

  it('show in the other district as busy from and to, and nothing more', async () => {
    const db = await inTwoDistricts()
    const { elsewhere } = await loadTimeline(db, 'e', '2027-01-04', '2027-01-06')
    expect(elsewhere).toStrictEqual([
      { personId: 'p.a', start: monday.start, end: monday.end, overlapClass: null },
    ])
    expect((await loadTimeline(db, 'e', '2027-02-04', '2027-02-06')).elsewhere).toEqual([])
  })
})

async function feedsFor(db: Database, persons: readonly string[]): Promise<void> {
  await writeAll(
    db,
    persons.flatMap((id) => accountWithLink(id, id)),
  )
}

const feedOf = (db: Database, id: string) => findFeed(db, `feed-${id}`, 0, SUBSCRIBERS)
