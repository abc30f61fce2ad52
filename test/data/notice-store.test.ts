import { describe, expect, it } from 'vitest'
import type { DutyChange } from '../../src/core/rota/duty-change.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { fromUtcText, toUtcText } from '../../src/core/time/minute.ts'
import { compiler, type Database, writeAll } from '../../src/data/database.ts'
import { listChangesOf, listDutyChanges, loadDutyChanges } from '../../src/data/notice-store.ts'
import { publicationWrites, type TimelineChange, withdrawNeedWrites } from '../../src/data/rota-store.ts'
import { freshDatabase } from './fresh-database.ts'
import { assignmentOf, enter, needAt, plannedDistrict, publicationOf, publish } from './sample-timeline.ts'

const monday = needAt('2027-01-04T15:00Z', 16)
const tuesday = needAt('2027-01-05T15:00Z', 16)
const at = (revision: number) => fromUtcText('2026-12-01T12:00Z') + revision * 60

const changeAt = (revision: number, said: Pick<TimelineChange, 'open' | 'close'>): TimelineChange => ({
  publication: publicationOf(revision, { at: at(revision) }),
  ...said,
})

async function withRota() {
  const db = freshDatabase()
  await enter(db, plannedDistrict('d', 'coast'))
  const open = [assignmentOf(monday, 'coast.a', 1), assignmentOf(tuesday, 'coast.b', 1)]
  await then(db, 1, [], open, [monday, tuesday])
  return db
}

/** Publishes revision `revision`: these end, these begin. */
async function then(
  db: Database,
  revision: number,
  close: readonly string[],
  open: TimelineChange['open'],
  needs: readonly Need[] = [],
) {
  expect(await publish(db, 'd', changeAt(revision, { open, close }), needs)).toEqual({ kind: 'written' })
}

const idOf = (need: Need, person: string, revision: number) => `${need.id}/${person}/${revision}`
const told = (changes: readonly DutyChange[]) =>
  changes.map(({ needId, before, after }) => ({
    needId,
    before: before && [before.start, before.end],
    after: after && [after.start, after.end],
  }))
const whole = (need: Need) => [need.start, need.end]

describe('what a revision changed for a doctor', () => {
  it('is a duty gained, told with its line, its district and the minute of publishing', async () => {
    const db = await withRota()
    const span = { start: monday.start, end: monday.end }
    expect(await loadDutyChanges(db, 'd', 1, 'coast.a')).toMatchObject([
      {
        districtId: 'd',
        districtName: 'Legevakt d',
        revision: 1,
        at: at(1),
        personId: 'coast.a',
        needId: monday.id,
        seat: 0,
        name: 'Vakt',
        line: { id: 'plain', name: 'Vakt', code: 'V', form: 'home' },
        before: null,
        after: { ...span, pieces: [{ form: 'home', ...span }], shadowing: false },
      },
    ])
  })

  it('is lost for one and gained for another when a duty is given away', async () => {
    const db = await withRota()
    await then(db, 2, [idOf(monday, 'coast.a', 1)], [assignmentOf(monday, 'coast.b', 2)])
    expect(told(await loadDutyChanges(db, 'd', 2, 'coast.a'))).toEqual([
      { needId: monday.id, before: whole(monday), after: null },
    ])
    expect(told(await loadDutyChanges(db, 'd', 2, 'coast.b'))).toEqual([
      { needId: monday.id, before: null, after: whole(monday) },
    ])
    expect(await loadDutyChanges(db, 'd', 2, 'coast.c')).toEqual([])
    expect(await loadDutyChanges(db, 'other', 2, 'coast.a')).toEqual([])
  })

  it('is moved when the chain goes on with other times, and each revision tells its own', async () => {
    const db = await withRota()
    const first = idOf(monday, 'coast.a', 1)
    const shorter = { chainId: first, end: monday.end - 120, sequence: 1 }
    await then(db, 2, [first], [assignmentOf(monday, 'coast.a', 2, shorter)])
    await then(
      db,
      3,
      [idOf(monday, 'coast.a', 2)],
      [assignmentOf(monday, 'coast.a', 3, { ...shorter, end: monday.end - 60 })],
    )
    expect(told(await loadDutyChanges(db, 'd', 2, 'coast.a'))).toEqual([
      { needId: monday.id, before: whole(monday), after: [monday.start, monday.end - 120] },
    ])
    expect(told(await loadDutyChanges(db, 'd', 3, 'coast.a'))).toEqual([
      { needId: monday.id, before: [monday.start, monday.end - 120], after: [monday.start, monday.end - 60] },
    ])
    const both = [2, 3].map((revision) => ({ districtId: 'd', revision, personId: 'coast.a' }))
    expect((await listChangesOf(db, both)).map(({ revision }) => revision)).toEqual([2, 3])
  })

  it('is nothing when only a note, an origin or the seat is another', async () => {
    const db = await withRota()
    const first = idOf(monday, 'coast.a', 1)
    const noted = { chainId: first, note: 'Ring først', origin: 'swap' } as const
    await then(db, 2, [first], [assignmentOf(monday, 'coast.a', 2, noted)])
    await then(db, 3, [idOf(monday, 'coast.a', 2)], [assignmentOf(monday, 'coast.a', 3, { seat: 1 })])
    expect(await loadDutyChanges(db, 'd', 2, 'coast.a')).toEqual([])
    expect(await loadDutyChanges(db, 'd', 3, 'coast.a')).toEqual([])
    expect(await listDutyChanges(db, 'coast.a', at(1))).toEqual([])
  })

  it('tells the former form where the need itself was changed, at each of two changes', async () => {
    const db = await withRota()
    const formOf = (form: 'home' | 'on-site') => ({
      ...monday,
      pieces: [{ form, start: monday.start, end: monday.end }],
    })
    const chain = { chainId: idOf(monday, 'coast.a', 1) }
    await then(
      db,
      2,
      [idOf(monday, 'coast.a', 1)],
      [assignmentOf(monday, 'coast.a', 2, chain)],
      [formOf('on-site')],
    )
    await then(
      db,
      3,
      [idOf(monday, 'coast.a', 2)],
      [assignmentOf(monday, 'coast.a', 3, chain)],
      [formOf('home')],
    )
    const forms = async (revision: number) =>
      (await loadDutyChanges(db, 'd', revision, 'coast.a')).map(({ before, after }) => [
        before?.pieces[0]?.form,
        after?.pieces[0]?.form,
      ])
    expect(await forms(2)).toEqual([['home', 'on-site']])
    expect(await forms(3)).toEqual([['on-site', 'home']])
    expect(await listDutyChanges(db, 'coast.a', at(1))).toEqual([])
    expect(
      (await listDutyChanges(db, 'coast.a', at(2))).map(({ before }) => before?.pieces[0]?.form),
    ).toEqual(['on-site'])
  })

  it('is moved when a doctor who learned now counts', async () => {
    const db = await withRota()
    const chain = { chainId: idOf(monday, 'coast.a', 1) }
    await then(
      db,
      2,
      [idOf(monday, 'coast.a', 1)],
      [assignmentOf(monday, 'coast.a', 2, { ...chain, shadowing: true })],
    )
    const [change] = await loadDutyChanges(db, 'd', 2, 'coast.a')
    expect([change?.before?.shadowing, change?.after?.shadowing]).toEqual([false, true])
  })

  it('is lost when the need is withdrawn', async () => {
    const db = await withRota()
    const change = changeAt(2, { open: [], close: [idOf(monday, 'coast.a', 1)] })
    const part = { lineIds: ['plain'], from: '2027-01-04', to: '2027-01-05' }
    await writeAll(db, [...publicationWrites('d', 1, change), ...withdrawNeedWrites('d', 2, part, [], 0)])
    expect(told(await loadDutyChanges(db, 'd', 2, 'coast.a'))).toEqual([
      { needId: monday.id, before: whole(monday), after: null },
    ])
  })
})

describe('what has changed for a doctor since a minute', () => {
  it('is what stood then against what stands now', async () => {
    const db = await withRota()
    const shorter = { chainId: idOf(monday, 'coast.a', 1), end: monday.end - 60, sequence: 1 }
    await then(db, 2, [idOf(monday, 'coast.a', 1)], [assignmentOf(monday, 'coast.a', 2, shorter)])
    await then(
      db,
      3,
      [idOf(monday, 'coast.a', 2)],
      [assignmentOf(monday, 'coast.a', 3, { ...shorter, end: monday.end - 120 })],
    )
    const changes = await listDutyChanges(db, 'coast.a', at(1))
    expect(told(changes)).toEqual([
      { needId: monday.id, before: whole(monday), after: [monday.start, monday.end - 120] },
    ])
    expect(changes[0]).toMatchObject({ revision: 3, at: at(3) })
    expect(await listDutyChanges(db, 'coast.a', at(3))).toEqual([])
    expect(told(await listDutyChanges(db, 'coast.a', at(0)))).toEqual([
      { needId: monday.id, before: null, after: [monday.start, monday.end - 120] },
    ])
  })

  it('is nothing for a duty that was given away and came back, or gained and lost again', async () => {
    const db = await withRota()
    await then(db, 2, [idOf(monday, 'coast.a', 1)], [assignmentOf(monday, 'coast.c', 2)])
    await then(db, 3, [idOf(monday, 'coast.c', 2)], [assignmentOf(monday, 'coast.a', 3)])
    expect(await listDutyChanges(db, 'coast.a', at(1))).toEqual([])
    expect(await listDutyChanges(db, 'coast.c', at(1))).toEqual([])
    expect(told(await listDutyChanges(db, 'coast.c', at(2)))).toEqual([
      { needId: monday.id, before: whole(monday), after: null },
    ])
  })

  it('holds all the districts of a doctor, save those left by then', async () => {
    const db = await withRota()
    await enter(db, plannedDistrict('e', 'coast'))
    const wednesday = needAt('2027-01-06T15:00Z')
    const change = changeAt(1, { open: [assignmentOf(wednesday, 'coast.a', 1)], close: [] })
    expect(await publish(db, 'e', change, [wednesday])).toEqual({ kind: 'written' })
    const districts = async () =>
      (await listDutyChanges(db, 'coast.a', at(0))).map(({ districtId }) => districtId)
    expect(await districts()).toEqual(['d', 'e'])
    const left = { district_id: 'e', person_id: 'coast.a', at: toUtcText(at(0)) }
    await writeAll(db, [compiler.insertInto('departure').values(left).compile()])
    expect(await districts()).toEqual(['d'])
  })
})
