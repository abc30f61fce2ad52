import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDatabase, type Written, writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict } from '../../src/data/district-store.ts'
import { listPublications } from '../../src/data/publication-store.ts'
import { loadTimeline } from '../../src/data/rota-store.ts'
import { assignmentOf, changeOf, enter, needAt, plannedDistrict, publish } from '../data/sample-timeline.ts'

const db = openDatabase(env.DB)
const january = ['2027-01-01', '2027-02-01'] as const
const doubleBooked = { kind: 'refused', constraint: 'double-booked' }
const written = { kind: 'written' }

const night = needAt('2027-01-04T15:00Z', 16)
const second = needAt('2027-01-04T16:00Z', 16, 'other')

async function held(districtId: string): Promise<string[]> {
  const { assignments } = await loadTimeline(db, districtId, ...january)
  return assignments.map((assignment) => `${assignment.needId} ${assignment.personId}`)
}

/** Publishes one duty as the next revision, and again from the new revision for as long as another came first. */
async function insist(
  districtId: string,
  need: ReturnType<typeof needAt>,
  personId: string,
): Promise<Written> {
  for (;;) {
    const { revision } = await loadTimeline(db, districtId, ...january)
    const change = changeOf(revision + 1, [
      assignmentOf(need, personId, revision + 1, { id: crypto.randomUUID() }),
    ])
    const answer = await publish(db, districtId, change, [need])
    if (answer.kind === 'written' || answer.constraint !== 'stale-revision') return answer
  }
}

describe('a second duty at the same time', () => {
  it('is stored once when a hundred are tried at once across districts', async () => {
    const districts = Array.from({ length: 100 }, (_, index) => `hundred-${index}`)
    await writeAll(
      db,
      districts.flatMap((id) => districtWrites(plannedDistrict(id, 'shared'), 0)),
    )
    const answers = await Promise.all(
      districts.map((id) => publish(db, id, changeOf(1, [assignmentOf(night, 'shared.a', 1)]), [night])),
    )
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'refused')).toEqual(Array(99).fill(doubleBooked))
    const bookings = await db.k
      .selectFrom('booking')
      .selectAll()
      .where('person_id', '=', 'shared.a')
      .execute()
    expect(bookings).toHaveLength(1)
  })

  it('is stored once when a hundred are tried at once in one district, each insisting', async () => {
    await enter(db, plannedDistrict('insist'))
    const needs = Array.from({ length: 20 }, (_, minute) => needAt(`2027-01-04T15:${10 + minute}Z`, 16))
    const answers = await Promise.all(needs.map((need) => insist('insist', need, 'insist.a')))
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    expect(await held('insist')).toHaveLength(1)
  })

  it('is refused across two districts, and nothing of it is stored', async () => {
    await enter(db, plannedDistrict('west', 'coast'))
    await enter(db, plannedDistrict('east', 'coast'))
    expect(await publish(db, 'west', changeOf(1, [assignmentOf(night, 'coast.a', 1)]), [night])).toEqual(
      written,
    )
    const other = changeOf(1, [assignmentOf(second, 'coast.b', 1), assignmentOf(second, 'coast.a', 1)])
    expect(await publish(db, 'east', other, [second])).toEqual(doubleBooked)
    expect(await loadTimeline(db, 'east', ...january)).toMatchObject({
      revision: 0,
      needs: [],
      assignments: [],
    })
    expect(await listPublications(db, 'east')).toEqual([])
  })

  it.each([
    ['lines of one overlap class', 'standby', 'standby-2', written],
    ['lines of two overlap classes', 'standby', 'other', doubleBooked],
    ['a line with a class and one without', 'standby', 'plain', doubleBooked],
    ['lines without a class', 'plain', 'plain', doubleBooked],
  ])('on %s', async (_name, one, two, answer) => {
    const id = `class-${one}-${two}`
    await enter(db, plannedDistrict(id))
    const needs = [needAt('2027-01-04T15:00Z', 16, one), needAt('2027-01-04T16:00Z', 16, two)]
    const open = needs.map((need) => assignmentOf(need, `${id}.a`, 1))
    expect(await publish(db, id, changeOf(1, open), needs)).toEqual(answer)
  })

  it.each([
    ['touches', '2027-01-05T07:00Z', 8, written],
    ['overlaps by a minute', '2027-01-05T06:59Z', 8, doubleBooked],
    ['starts inside a duty of 72 hours that began first', '2027-01-11T06:59Z', 1, doubleBooked],
    ['follows a duty of 72 hours', '2027-01-11T07:00Z', 1, written],
    ['surrounds it', '2027-01-04T14:00Z', 72, doubleBooked],
  ])('that %s', async (name, start, hours, answer) => {
    const id = name.replaceAll(' ', '-')
    await enter(db, plannedDistrict(id))
    const long = needAt('2027-01-08T07:00Z', 72)
    const base = [night, long].map((need) => assignmentOf(need, `${id}.a`, 1))
    expect(await publish(db, id, changeOf(1, base), [night, long])).toEqual(written)
    const next = needAt(start, hours, 'other')
    const open = [assignmentOf(next, `${id}.a`, 2)]
    expect(await publish(db, id, changeOf(2, open), [next])).toEqual(answer)
  })

  it('counts also when one of them is only to learn', async () => {
    await enter(db, plannedDistrict('shadow'))
    const open = [
      assignmentOf(night, 'shadow.a', 1),
      assignmentOf(second, 'shadow.a', 1, { shadowing: true }),
    ]
    expect(await publish(db, 'shadow', changeOf(1, open), [night, second])).toEqual(doubleBooked)
  })

  it('is free again once the first has ended', async () => {
    await enter(db, plannedDistrict('freed'))
    const first = assignmentOf(night, 'freed.a', 1)
    await publish(db, 'freed', changeOf(1, [first]), [night, second])
    const open = [assignmentOf(second, 'freed.a', 2)]
    expect(await publish(db, 'freed', changeOf(2, open))).toEqual(doubleBooked)
    expect(await publish(db, 'freed', changeOf(2, open, [first.id]))).toEqual(written)
    expect(await held('freed')).toEqual([`${second.id} freed.a`])
  })

  it('does not keep two doctors from trading duties at the same hours', async () => {
    await enter(db, plannedDistrict('trade'))
    const [a, b] = [assignmentOf(night, 'trade.a', 1), assignmentOf(second, 'trade.b', 1)]
    await publish(db, 'trade', changeOf(1, [a, b]), [night, second])
    const open = [assignmentOf(night, 'trade.b', 2), assignmentOf(second, 'trade.a', 2)]
    expect(await publish(db, 'trade', changeOf(2, open, [a.id, b.id]))).toEqual(written)
    expect(await held('trade')).toEqual([`${night.id} trade.b`, `${second.id} trade.a`])
  })

  it('may stand under a position whose locum is still to be named', async () => {
    await enter(db, plannedDistrict('unnamed'))
    const open = [night, second].map((need) => assignmentOf(need, null, 1, { positionId: 'askvoll-1' }))
    expect(await publish(db, 'unnamed', changeOf(1, open), [night, second])).toEqual(written)
  })
})

describe('fifty publications of one revision at once', () => {
  it('make one revision', async () => {
    await enter(db, plannedDistrict('fifty'))
    const needs = Array.from({ length: 50 }, (_, day) =>
      needAt(`2027-01-${String(1 + (day % 25)).padStart(2, '0')}T${day < 25 ? '05' : '17'}:00Z`),
    )
    const answers = await Promise.all(
      needs.map((need) => publish(db, 'fifty', changeOf(1, [assignmentOf(need, 'fifty.a', 1)]), [need])),
    )
    const stale = { kind: 'refused', constraint: 'stale-revision' }
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'refused')).toEqual(Array(49).fill(stale))
    const { revision, needs: stored, assignments } = await loadTimeline(db, 'fifty', ...january)
    expect([revision, stored.length, assignments.length]).toEqual([1, 1, 1])
    expect(await listPublications(db, 'fifty')).toHaveLength(1)
  })
})

describe('what the timeline has held', () => {
  const columns =
    'district_id, id, chain_id, need_id, seat, person_id, position_id, start_local, start_fold, start_at, end_local, end_fold, end_at, origin, shadowing, revision_from, revision_to, sequence, modified_at, entered_by, reason, replaces, note'
  const attack = (sql: string) => env.DB.prepare(sql).run()

  const copy = (values: string) => `select ${values} from assignment where district_id = 'past'`
  const otherId = columns.replace(', id,', ", id || '-2',")

  it.each([
    [
      'changed',
      "update assignment set person_id = 'past.b', revision_to = 2 where district_id = 'past'",
      'only by ending',
    ],
    [
      'changed as it ends',
      "update assignment set revision_to = 2, note = 'x' where district_id = 'past'",
      'only by ending',
    ],
    [
      'moved to another row',
      "update or replace assignment set rowid = rowid + 1, revision_to = 2 where district_id = 'past'",
      'only by ending',
    ],
    [
      'ended before it began',
      "update assignment set revision_to = 1 where district_id = 'past'",
      'CHECK constraint failed',
    ],
    ['deleted', "delete from assignment where district_id = 'past'", 'never deleted'],
    ['replaced', `insert or replace into assignment (${columns}) ${copy(columns)}`, 'never replaced'],
    [
      'replaced by its row number',
      `insert or replace into assignment (rowid, ${columns}) ${copy(`rowid, ${otherId}`)}`,
      'never replaced',
    ],
    ['doubled', `insert into assignment (${columns}) ${copy(otherId)}`, 'double-booked'],
    [
      'changed in its publication',
      "update publication set reason = 'x' where district_id = 'past'",
      'never changes',
    ],
    ['deleted with its publication', "delete from publication where district_id = 'past'", 'never deleted'],
    [
      'replaced with its publication',
      "insert or replace into publication select * from publication where district_id = 'past'",
      'stale-revision',
    ],
    [
      'moved onto another duty',
      "update booking set start_at = '2027-01-04T15:00Z', end_at = '2027-01-05T07:00Z' where district_id = 'past'",
      'double-booked',
    ],
  ])('cannot be %s', async (_name, sql, message) => {
    const later = needAt('2027-01-05T15:00Z', 16)
    if ((await findDistrict(db, 'past')) === undefined) {
      await enter(db, plannedDistrict('past'))
      const open = [night, later].map((need) => assignmentOf(need, 'past.a', 1))
      await publish(db, 'past', changeOf(1, open), [night, later])
    }
    const before = await loadTimeline(db, 'past', ...january)
    await expect(attack(sql)).rejects.toThrow(message)
    expect(await loadTimeline(db, 'past', ...january)).toEqual(before)
  })

  it('cannot be made current again once it has ended', async () => {
    await enter(db, plannedDistrict('ended'))
    const first = assignmentOf(night, 'ended.a', 1)
    await publish(db, 'ended', changeOf(1, [first]), [night])
    await publish(db, 'ended', changeOf(2, [], [first.id]))
    const again = attack("update assignment set revision_to = null where district_id = 'ended'")
    await expect(again).rejects.toThrow('only by ending')
    expect(await held('ended')).toEqual([])
  })

  it('belongs to its district: a doctor of another cannot hold it', async () => {
    await enter(db, plannedDistrict('own'))
    await enter(db, plannedDistrict('foreign'))
    const change = changeOf(1, [assignmentOf(night, 'foreign.a', 1)])
    await expect(publish(db, 'own', change, [night])).rejects.toThrow('FOREIGN KEY')
    expect(await held('own')).toEqual([])
  })
})

describe('a batch', () => {
  it('leaves nothing when a later statement fails', async () => {
    await enter(db, plannedDistrict('half'))
    const insert = db.k.insertInto('municipality').values({ number: '9998', name: 'X' }).compile()
    await expect(writeAll(db, [insert, insert])).rejects.toThrow('UNIQUE')
    expect(await db.k.selectFrom('municipality').selectAll().where('number', '=', '9998').execute()).toEqual(
      [],
    )
  })
})
