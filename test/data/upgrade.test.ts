import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { type Database, openDatabase, writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict } from '../../src/data/district-store.ts'
import { listExemptionsOfDoctor } from '../../src/data/exemption-store.ts'
import { groundGuard } from '../../src/data/ground-store.ts'
import { listOutcomeEntries, outcomeWrites } from '../../src/data/outcome-store.ts'
import { assignmentsOfPerson } from '../../src/data/person-duty-store.ts'
import { findPublication, listWaivers } from '../../src/data/publication-store.ts'
import { loadTimeline, publicationWrites, withdrawNeedWrites } from '../../src/data/rota-store.ts'
import { openSqlite, type SqliteD1 } from '../../src/data/sqlite-d1.ts'
import { toldGrounds, toldGroundWrites } from '../support/told-grounds.ts'
import { freshDatabase, migrations } from './fresh-database.ts'
import { sampleDistrict, sampleGrounds } from './sample-district.ts'
import {
  assignmentOf,
  changeOf,
  enter,
  needAt,
  plannedDistrict,
  publicationOf,
  publish,
} from './sample-timeline.ts'

/** How many migrations had landed at a time, and what they looked like, one after the other. */
const LANDED = [
  { count: 9, sha256: 'ebd3d385a12fcff91cc99286aa68ade9771a3a6a9a6688b35fb726739fee32fb' },
  { count: 12, sha256: '5c61bfb0efe014751ec54c70aed68ea0ea3574724455887e24fb358dd6355778' },
  { count: 13, sha256: '362e07a85ac9a861de39eb764d488b7bdfa4cb25b498fa9668501b5f20339f7c' },
  { count: 19, sha256: 'e2d5f9e365a5df982048684b87545b14f1ca356027a5f6165cc3ffe2dea71e29' },
  { count: 21, sha256: '2eae161ec57761d96d42c84d6501a5e4c4d9278764eb9d4d1b32c7df85b9a531' },
  { count: 25, sha256: '89dba7d53521fa3eab99dd9ef658fc11939cb2251e8ff1d4ea876e7377006995' },
  { count: 29, sha256: 'c534dfa5ea0faad0cc3697765233f5e5073e0f7e5f905342ec2c13ff4345504f' },
] as const

const landed = migrations.slice(0, LANDED[0].count)
const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
afterAll(() => rmSync(folder, { recursive: true }))

const night = needAt('2027-01-04T15:00Z', 16)
/** Duties of February: one that goes in revision 4, one of a line that is first published in revision 3. */
const gone = needAt('2027-02-01T15:00Z', 16)
const later = needAt('2027-02-02T15:00Z', 16, 'other')
const waivers = [
  { rule: 'rest', personId: 'd.a', needIds: [later.id], reason: 'Avtalt' },
  { rule: 'even-share', personId: null, needIds: [], reason: 'Ferie' },
]
const told = { assignmentId: 'first', start: night.start, end: night.end, activeMinutes: 90, callOuts: 3 }
const at = fromUtcText('2027-01-06T08:00Z')
const change = changeOf(2, [assignmentOf(night, 'd.b', 2, { id: 'second' })], ['first'])
const groundKeys = sampleGrounds.map((_, index) => ({
  districtId: 'd',
  personId: 'd.b',
  exemptionId: `x-${index}`,
}))

describe('a migration that has landed', () => {
  it.each(LANDED)('is never edited: the first $count', ({ count, sha256 }) => {
    const text = migrations
      .slice(0, count)
      .map((migration) => migration.text)
      .join('')
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
  })

  it.each(LANDED)(
    'is built upon: a database of the first $count becomes like a new one',
    async ({ count }) => {
      const path = join(folder, `of-${count}.sqlite`)
      openSqlite(path, migrations.slice(0, count)).close()
      const opened = openSqlite(path, migrations)
      expect(await schemaOf(openDatabase(opened))).toEqual(await schemaOf(freshDatabase()))
      opened.close()
    },
  )
})

describe('a database that had the first migrations alone', () => {
  const path = join(folder, 'old.sqlite')
  let db: Database
  let opened: SqliteD1

  beforeAll(async () => {
    const old = openSqlite(path, landed)
    const { d1 } = await filled()
    await copyRows(d1, old)
    for (const version of await allOf(d1, 'select person_id, version from feed_version'))
      await addRow(old, 'feed_version', { ...version, modified_at: '2026-12-01T12:00Z' })
    await addOldCalendar(old)
    for (const [index, ground] of sampleGrounds.entries()) await addOldGround(old, groundKeys[index]!, ground)
    old.close()
    opened = openSqlite(path, migrations)
    db = openDatabase(opened)
  })
  afterAll(() => opened.close())

  it('gives back the district as it was, each exemption the district’s own', async () => {
    expect(await findDistrict(db, 'd')).toStrictEqual(oldDistrict())
    const stored = await listExemptionsOfDoctor(db, 'd', 'd.b')
    expect(stored).toStrictEqual(
      oldDistrict().doctors[0]!.exemptions.map((exemption) => ({ exemption, keptBy: 'district' })),
    )
  })

  it('gives back each ground, told by nobody knows whom', async () => {
    const histories = await Promise.all(groundKeys.map((key) => toldGrounds(db, key)))
    expect(histories).toStrictEqual(sampleGrounds.map((ground) => [{ ground, entered: null }]))
  })

  it('gives back publications, duties and outcomes', async () => {
    expect(await findPublication(db, 'd', 2)).toStrictEqual(change.publication)
    const { assignments, needs } = await loadTimeline(db, 'd', '2027-01-04', '2027-01-05')
    expect({ assignments, needs }).toStrictEqual({ assignments: change.open, needs: [night] })
    const entries = await listOutcomeEntries(db, 'd', night.id)
    expect(entries).toStrictEqual([{ ...told, enteredBy: 'coordinator', enteredAt: at }])
  })

  it('tells in which revisions each duty stood, those that are published later no earlier than they were', async () => {
    const presence = (of: Database['d1']) => allOf(of, 'select * from need_presence order by need_id')
    expect(await presence(opened)).toEqual([
      { district_id: 'd', need_id: later.id, revision_from: 3, revision_to: null },
      { district_id: 'd', need_id: night.id, revision_from: 1, revision_to: null },
      { district_id: 'd', need_id: gone.id, revision_from: 1, revision_to: 4 },
    ])
    expect(await presence(opened)).toEqual(await presence((await filled()).d1))
  })

  it('finds waivers by the dates of their duties, or of their publication', async () => {
    const rulesOn = async (from: string, to: string) =>
      (await listWaivers(db, 'd', from, to)).map(({ rule }) => rule)
    expect(await rulesOn('2027-02-02', '2027-02-03')).toEqual(['rest', 'even-share'])
    expect(await rulesOn('2027-02-03', '2027-02-04')).toEqual(['even-share'])
    expect(await rulesOn('2027-07-05', '2027-07-06')).toEqual([])
  })

  it('has ended the calendar links that any installation could have made, and forgotten what they showed', async () => {
    expect(await allOf(opened, 'select * from feed_link')).toEqual([])
    expect(await allOf(opened, 'select * from feed_body')).toEqual([])
    expect(await allOf(opened, 'select person_id, version from feed_version')).toEqual([
      { person_id: 'd.a', version: 2 },
      { person_id: 'd.b', version: 1 },
    ])
  })

  it('stamps what calendars showed by its minute, and what comes later than that', async () => {
    const [published, renamed] = ['2026-12-01T12:00Z', '2026-12-01T13:00Z'].map(
      (text) => fromUtcText(text) * 60,
    )
    const [duty] = await assignmentsOfPerson(db, 'd.b', night.start, night.end)
    expect([duty?.stamp, duty?.line.titleStamp]).toEqual([published, renamed])
    expect(await allOf(opened, 'select at from change_clock')).toEqual([{ at: renamed }])
  })

  it('has the tables, indexes and triggers of a new one', async () => {
    expect(await schemaOf(db)).toEqual(await schemaOf(freshDatabase()))
  })

  it('takes what is new: grounds and outcomes behind the old, and everything a district can say', async () => {
    const [key] = groundKeys
    const writes = [
      ...groundGuard(key!, 1),
      ...(await toldGroundWrites(key!, 2, { kind: 'untold' }, { by: 'decider', at })),
      ...outcomeWrites('d', [{ ...told, callOuts: 4 }], 'coordinator', at),
      ...districtWrites({ ...sampleDistrict('d'), lines: oldDistrict().lines }, 0),
    ]
    expect(await writeAll(db, writes)).toEqual({ kind: 'written' })
    expect((await listOutcomeEntries(db, 'd', night.id)).map((entry) => entry.callOuts)).toEqual([4, 3])
  })
})

/** What the first migrations had room for. */
function oldDistrict(): District {
  const { holidaysHeld: _, ...district } = plannedDistrict('d')
  const exemptions = sampleGrounds.map((_, index) => ({
    id: `x-${index}`,
    from: '2026-01-01',
    to: null,
    scope: { kind: 'nights' as const },
  }))
  const doctors = district.doctors.map(({ averageConsents: _, ...doctor }, index) => ({
    ...doctor,
    engagements: doctor.engagements.map(({ extendedTo: _, ...rest }) => rest),
    competences: doctor.competences.map(({ exception: _, ...rest }) => rest),
    exemptions: index === 0 ? exemptions : [],
  }))
  return { ...district, doctors }
}

async function filled(): Promise<Database> {
  const db = freshDatabase()
  await enter(db, oldDistrict())
  await publish(db, 'd', changeOf(1, [assignmentOf(night, 'd.a', 1, { id: 'first' })]), [night, gone])
  const outcomes = outcomeWrites('d', [told], 'coordinator', at)
  const written = await writeAll(db, [...outcomes, ...publicationWrites('d', 1, change)])
  expect(written).toEqual({ kind: 'written' })
  const third = publicationOf(3, { lineIds: ['other'], waivers })
  expect(await publish(db, 'd', { publication: third, open: [], close: [] }, [later])).toEqual({
    kind: 'written',
  })
  const february = { lineIds: ['plain'], from: '2027-02-01', to: '2027-02-02' }
  const withdrawn = [
    ...publicationWrites('d', 3, changeOf(4, [])),
    ...withdrawNeedWrites('d', 4, february, [], 0),
  ]
  expect(await writeAll(db, withdrawn)).toEqual({ kind: 'written' })
  return db
}

/** The rows of every table of `old`, as far as it has their columns; calendars' own tables were made anew since. */
async function copyRows(full: Database['d1'], old: SqliteD1): Promise<void> {
  const tables = await allOf(
    old,
    `select name from sqlite_schema where type = 'table'
      and name not in ('booking', 'd1_migrations', 'sqlite_sequence', 'feed_link', 'feed_body', 'title_change', 'feed_version',
        'exemption_ground')`,
  )
  for (const { name } of tables) {
    const columns = await allOf(old, `select name from pragma_table_info('${name}')`)
    const list = columns.map((column) => `"${column.name}"`).join(', ')
    const rows = await allOf(full, `select ${list} from "${name}"`)
    for (const row of rows) await addRow(old, String(name), row)
  }
}

/** A calendar link without a check in its secret, what it showed last, and a line that had got another name by then. */
async function addOldCalendar(old: SqliteD1): Promise<void> {
  const link = { id: 'l', hash: 'h', person_id: 'd.a', kind: 'own', label: 'Telefon', options: '{}' }
  await addRow(old, 'feed_link', { ...link, created_at: '2026-12-01T12:00Z' })
  const stamp = { version: 1, etag: '"1"', modified_at: '2026-12-01T12:00Z' }
  await addRow(old, 'feed_body', { feed_id: 'l', ...stamp, valid_until: '2026-12-07T00:00Z', body: 'BEGIN' })
  const renamed = { district_id: 'd', line_id: 'plain', times: 3, at: '2026-12-01T13:00Z' }
  await addRow(old, 'title_change', renamed)
}

/** A ground as it stood before it was sealed. */
async function addOldGround(
  old: SqliteD1,
  key: (typeof groundKeys)[number],
  ground: ExemptionGround,
): Promise<void> {
  const right = ground.kind === 'right' ? ground : undefined
  const decision = ground.kind === 'discretionary' ? ground : undefined
  await addRow(old, 'exemption_ground', {
    district_id: key.districtId,
    person_id: key.personId,
    exemption_id: key.exemptionId,
    kind: ground.kind,
    claimed_right: right?.right ?? null,
    claimed_on: right?.claimedOn ?? null,
    withdrawn_on: right?.withdrawnOn ?? null,
    reason: decision?.reason ?? null,
    decided_by: decision?.decidedBy ?? null,
    decided_on: decision?.decidedOn ?? null,
    appeal: decision?.appeal ?? null,
    engagement_id: ground.kind === 'contract-term' ? ground.engagementId : null,
  })
}

async function addRow(old: SqliteD1, table: string, row: Record<string, unknown>): Promise<void> {
  const list = Object.keys(row).map((column) => `"${column}"`)
  const marks = list.map(() => '?').join(', ')
  await old
    .prepare(`insert into "${table}" (${list.join(', ')}) values (${marks})`)
    .bind(...Object.values(row))
    .run()
}

async function schemaOf({ d1 }: Database) {
  return allOf(d1, 'select type, name, sql from sqlite_schema order by type, name')
}

async function allOf(d1: Database['d1'], sql: string): Promise<Record<string, unknown>[]> {
  return (await d1.prepare(sql).all<Record<string, unknown>>()).results
}
