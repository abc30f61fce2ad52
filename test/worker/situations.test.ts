import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Draft, DraftCell } from '../../src/core/rota/draft.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { openDatabase, type Written, writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict } from '../../src/data/district-store.ts'
import { draftWrites, findDraft } from '../../src/data/draft-store.ts'
import { listOutcomes, outcomeWrites } from '../../src/data/outcome-store.ts'
import { findPublication } from '../../src/data/publication-store.ts'
import { findDuty, loadTimeline, needWrites, publicationWrites } from '../../src/data/rota-store.ts'
import { hprNumberOf } from '../support/hpr-number.ts'
import { at, makeNeed } from '../support/make-district.ts'
import { SITUATION_NAMES, SITUATIONS, situationOf } from '../support/situations.ts'
import { assigned, published, publishedAtOnce, type Situation } from '../support/situations-parts.ts'
import { toldGrounds, toldGroundWrites } from '../support/told-grounds.ts'

const db = openDatabase(env.DB)

describe('every situation in one database', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))('is read back as it was saved: %s', async (name) => {
    const situation = situationOf(name)
    const stories = storiesOf(situation)
    for (const story of stories) expect(await saveStory(story)).toEqual(story.publications.map(() => WRITTEN))
    for (const story of stories) await expectStored(story)
    await expectOutcomes(situation)
  })

  it('has all its districts side by side', async () => {
    for (const { rota } of SITUATIONS.flatMap(storiesOf)) {
      expect(await findDistrict(db, rota.district.id)).toEqual(rota.district)
    }
  })
})

describe('the timeline', () => {
  it.each<readonly [string, string, Retold]>([
    ['a second standby at once', 'a second standby at once by overlap class', withoutClass],
    [
      'the next duty from before the handover',
      'staggered 14–22 and 16–24 with 15 min handover',
      withHolder('ragna', 'per'),
    ],
    ['a duty from the minute before another ends', 'split at 20:00', withOneMinuteMore],
  ])('refuses %s of one doctor', async (_what, name, retold) => {
    const told = retold(renamed(situationOf(name), 'refused'))
    expect(await saveStory(told)).toEqual([DOUBLE_BOOKED])
    const { from, to, district } = told.rota
    expect((await loadTimeline(db, district.id, from, to)).assignments).toEqual([])
  })

  it('refuses a second duty at the same time in another district, and takes one that touches it', async () => {
    const situation = renamed(situationOf('a doctor with duties in two districts'), 'touching')
    const { rota } = situation
    const elsewhere = (start: string, end: string) => {
      const need = makeNeed(start, end, { lineId: 'first', form: 'on-site' })
      const district = { ...rota.district, id: `third-${start.slice(11, 13)}` }
      const other = { ...rota, district, needs: [need], cells: new Map() }
      const assignment = assigned(`${district.id}-1`, {
        ...wholeSlice(need, 'touching-tiril'),
        needId: need.id,
      })
      return {
        ...situation,
        rota: other,
        assignments: [assignment],
        publications: [published(other, 1)],
      }
    }
    await saveStory(situation)
    expect(await saveStory(elsewhere('2027-02-22 22:59', '2027-02-23 08:00'))).toEqual([DOUBLE_BOOKED])
    expect(await saveStory(elsewhere('2027-02-22 23:00', '2027-02-23 08:00'))).toEqual([WRITTEN])
  })
})

describe('drafts', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))('hold what the rota holds: %s', async (name) => {
    const { rota } = renamed(situationOf(name), 'drafted')
    await writeAll(db, districtWrites(rota.district, 0))
    const cells = [...rota.cells.values()].map((cell) => ({ ...cell, edit: 0 })).toSorted(byPlace)
    expect(await writeAll(db, draftOf(rota, 'one', cells))).toEqual(WRITTEN)
    expect((await findDraft(db, rota.district.id, 'one'))?.cells).toEqual(cells)
  })

  it('may each put one doctor in two duties at once, in two districts', async () => {
    const situation = situationOf('a doctor with duties in two districts')
    for (const { rota } of storiesOf(renamed(situation, 'both'))) {
      await writeAll(db, districtWrites(rota.district, 0))
      const need = makeNeed('2027-02-22 16:00', '2027-02-22 23:00', { lineId: 'first' })
      const cell = {
        needId: need.id,
        seat: 0,
        slices: [wholeSlice(need, 'both-tiril')],
        locked: true,
        note: 'ja',
        edit: 0,
      }
      for (const id of ['one', 'two']) expect(await writeAll(db, draftOf(rota, id, [cell]))).toEqual(WRITTEN)
      expect((await findDraft(db, rota.district.id, 'two'))?.cells).toEqual([cell])
    }
  })
})

const WRITTEN: Written = { kind: 'written' }
const DOUBLE_BOOKED: Written = { kind: 'refused', constraint: 'double-booked' }

function storiesOf(situation: Situation): Situation[] {
  const neighbours = situation.neighbours.map((rota) => ({
    ...situation,
    ...publishedAtOnce(rota),
    rota,
    grounds: [],
  }))
  return [situation, ...neighbours]
}

async function saveStory({ rota, assignments, publications, grounds }: Situation): Promise<Written[]> {
  const { district, needs } = rota
  await writeAll(db, [...districtWrites(district, 0), ...needWrites(district.id, needs, 0)])
  for (const { ground, ...key } of grounds)
    await writeAll(
      db,
      await toldGroundWrites({ districtId: district.id, ...key }, 1, ground, { by: 'decider', at: 0 }),
    )
  const written: Written[] = []
  for (const publication of publications) {
    const { revision } = publication
    const close = assignments.filter((one) => one.revisionTo === revision).map((one) => one.id)
    const begins = assignments.filter((one) => one.revisionFrom === revision)
    const open = begins.map((one) => ({ ...one, revisionTo: null }))
    const change = { publication, close, open }
    written.push(await writeAll(db, publicationWrites(district.id, revision - 1, change)))
  }
  return written
}

async function expectStored({ rota, assignments, publications, grounds }: Situation): Promise<void> {
  const { district, from, to } = rota
  expect(await findDistrict(db, district.id)).toEqual(district)
  const timeline = await loadTimeline(db, district.id, from, to)
  expect(timeline.revision).toBe(publications.length)
  expect(timeline.needs).toEqual(rota.needs)
  expect(timeline.assignments.toSorted(byId)).toEqual(
    assignments.filter((one) => one.revisionTo === null).toSorted(byId),
  )
  expect(timeline.elsewhere).toEqual(rota.elsewhere)
  for (const need of rota.needs) {
    const duty = await findDuty(db, district.id, need.id)
    expect(duty?.need).toEqual(need)
    expect(duty?.history.toSorted(byId)).toEqual(
      assignments.filter((one) => one.needId === need.id).toSorted(byId),
    )
  }
  for (const publication of publications)
    expect(await findPublication(db, district.id, publication.revision)).toEqual(publication)
  for (const { ground, ...key } of grounds)
    expect((await toldGrounds(db, { districtId: district.id, ...key })).at(-1)?.ground).toEqual(ground)
}

async function expectOutcomes({ rota, outcomes }: Situation): Promise<void> {
  const { district, from, to } = rota
  const wrong = outcomes.map((outcome) => ({ ...outcome, end: outcome.start + 1, callOuts: null }))
  for (const told of [wrong, outcomes])
    await writeAll(db, outcomeWrites(district.id, told, 'knut', at('2027-05-23 15:10')))
  const stored = await listOutcomes(db, district.id, from, to)
  expect(stored).toEqual(outcomes.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1)))
  expect(await listOutcomes(db, district.id, to, addDays(to, 7))).toEqual([])
}

type Retold = (situation: Situation) => Situation

/** The same story of other people in districts of other names, so that it can stand beside the first. */
function renamed(situation: Situation, prefix: string): Situation {
  const told = [situation.rota, ...situation.neighbours]
  const persons = new Set(told.flatMap(({ district }) => district.persons.map((person) => person.id)))
  const districts = new Set(told.map(({ district }) => district.id))
  const assignments = new Set(situation.assignments.map((one) => one.id))
  const numbers = new Map([...persons].map((id) => [hprNumberOf(id), hprNumberOf(`${prefix}-${id}`)]))
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string')
      return persons.has(value) || districts.has(value) || assignments.has(value)
        ? `${prefix}-${value}`
        : (numbers.get(value) ?? value)
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, rename(item)]))
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rename(item)]))
  }
  // Only texts are changed, each for another text.
  return rename(situation) as Situation
}

function withoutClass(situation: Situation): Situation {
  const { district } = situation.rota
  const lines = district.lines.map((line) => ({ ...line, overlapClass: null }))
  return { ...situation, rota: { ...situation.rota, district: { ...district, lines } } }
}

function withHolder(of: string, personId: string): Retold {
  return (situation) => ({
    ...situation,
    assignments: situation.assignments.map((one) =>
      one.personId === `refused-${of}` ? { ...one, personId: `refused-${personId}` } : one,
    ),
  })
}

function withOneMinuteMore(situation: Situation): Situation {
  const [first, second] = situation.assignments
  const personId = first!.personId
  return {
    ...situation,
    assignments: [
      { ...first!, end: first!.end + 1 },
      { ...second!, personId },
    ],
  }
}

function draftOf(rota: Rota, id: string, cells: readonly DraftCell[]) {
  const { district, from, to } = rota
  const lineIds = district.lines.map((line) => line.id)
  const draft: Draft = { id, name: id, from, to, lineIds, baseRevision: 0, status: 'draft' }
  return draftWrites(district.id, draft, cells, 'koordinator', at('2026-12-01 12:00'))
}

function byPlace(a: DraftCell, b: DraftCell): number {
  return a.needId < b.needId || (a.needId === b.needId && a.seat < b.seat) ? -1 : 1
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
