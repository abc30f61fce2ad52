import { expect, it } from 'vitest'
import { differencesOf, type HeldSlice } from '../../src/core/plans/differences.ts'
import { changeCell } from '../../src/core/plans/timeline-change.ts'
import type { Assignment, Slice } from '../../src/core/rota/assignment.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import type { Database } from '../../src/data/database.ts'
import { listDutyChanges, loadDutyChanges } from '../../src/data/notice-store.ts'
import { loadRevision } from '../../src/data/revision-store.ts'
import { mulberry } from '../support/mulberry.ts'
import { freshDatabase } from './fresh-database.ts'
import { enter, needAt, plannedDistrict, publicationOf, publish, sliceOf } from './sample-timeline.ts'

const DOCTORS = ['d.a', 'd.b', 'd.c']
const REVISIONS = 60
/** On days of their own, so that nobody is booked twice. */
const needs = ['04', '06', '08'].map((day) => needAt(`2027-01-${day}T15:00Z`, 12))
const at = (revision: number) => fromUtcText('2026-12-01T12:00Z') + revision * 60

/** Sixty amendments by chance: given away, cut in two, moved, left open, given back. */
async function amendedRota(db: Database): Promise<void> {
  const chance = mulberry(7)
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
  let current: Assignment[] = []
  await enter(db, plannedDistrict('d'))
  for (let revision = 1; revision <= REVISIONS; revision++) {
    const need = pick(needs)
    const [first, second] = [sliceOf(need, pick(DOCTORS)), sliceOf(need, pick(DOCTORS))]
    const cut = need.start + pick([120, 240, 480])
    const slices: readonly Slice[] = pick([
      [first],
      [
        { ...first, end: cut },
        { ...second, start: cut },
      ],
      [{ ...first, start: cut }],
      [],
    ])
    const cell = { needId: need.id, seat: 0, slices, note: pick(['', 'Ring']) }
    const rows = current.filter((row) => row.needId === need.id)
    let ids = 0
    const newId = () => `${revision}.${ids++}`
    const change = changeCell(rows, cell, { revision, by: 'a', now: at(revision), reason: '', newId })
    const close = change.close.map(({ id }) => id)
    const publication = publicationOf(revision, { at: at(revision) })
    const written = await publish(db, 'd', { publication, open: change.open, close }, needs)
    expect(written).toEqual({ kind: 'written' })
    current = [...current.filter(({ id }) => !close.includes(id)), ...change.open]
  }
}

it('what has changed since any revision is what the two revisions, read whole, differ by', async () => {
  const db = freshDatabase()
  await amendedRota(db)
  const now = await heldUnder(db, REVISIONS)
  let told = 0
  for (let revision = 0; revision < REVISIONS; revision++) {
    const [before, after] = [await heldUnder(db, revision), await heldUnder(db, revision + 1)]
    const since = differencesOf(before, now)
    const step = differencesOf(before, after)
    for (const personId of DOCTORS) {
      const expected = (all: typeof since) => needsIn(all.filter((own) => own.personId === personId))
      const netted = await listDutyChanges(db, personId, at(revision))
      expect([revision, personId, dutiesOf(netted)]).toEqual([revision, personId, expected(since)])
      const single = await loadDutyChanges(db, 'd', revision + 1, personId)
      expect([revision, personId, dutiesOf(single)]).toEqual([revision, personId, expected(step)])
      told += single.length
    }
  }
  expect(told).toBeGreaterThan(REVISIONS / 2)
})

it('what has changed between any two revisions is what the two, read whole, differ by', async () => {
  const db = freshDatabase()
  await amendedRota(db)
  for (let after = 0; after < REVISIONS; after += 3)
    for (let revision = after; revision <= REVISIONS; revision += 7) {
      const [before, then] = await Promise.all([after, revision].map((each) => heldUnder(db, each)))
      const all = differencesOf(before ?? [], then ?? [])
      for (const personId of DOCTORS) {
        const told = await loadDutyChanges(db, 'd', revision, personId, after)
        const expected = needsIn(all.filter((own) => own.personId === personId))
        expect([after, revision, personId, dutiesOf(told)]).toEqual([after, revision, personId, expected])
      }
    }
})

async function heldUnder(db: Database, revision: number): Promise<readonly HeldSlice[]> {
  return (await loadRevision(db, 'd', revision, '2027-01-01', '2027-02-01')).assignments
}

/** Every duty that something of changed. */
function needsIn(all: ReturnType<typeof differencesOf>): string[] {
  return all.flatMap(({ gained, lost, moved }) => [...gained, ...lost, ...moved]).sort()
}

function dutiesOf(changes: Awaited<ReturnType<typeof listDutyChanges>>): string[] {
  return [...new Set(changes.map(({ needId }) => needId))].sort()
}
