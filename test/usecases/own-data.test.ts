import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { OWN_FIELDS, OWN_GROUPS, type OwnRow } from '../../src/core/plans/own-data.ts'
import { readAll, writeAll } from '../../src/data/database.ts'
import type { Context } from '../../src/usecases/context.ts'
import { ownDataFile, readOwnData } from '../../src/usecases/read-own-data.ts'
import { dumpOf, erasureWorld, plantCanaries } from '../support/erasure-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const HOLDERS = ['a', 'b', 'c', 'd', 'b', 'b']

/** Tables that say something of a person or account and are told of in no list, each with why. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  booking: 'the same duties as in assignment, kept for refusing double bookings',
  challenge: 'random bytes that a passkey is to sign, gone in minutes',
  exemption_ground: 'told unsealed, in a list of its own',
  feed_version: 'a count that says when a calendar changed',
  ground_reader: 'which grounds are told in full to this account',
  held_form: 'sealed for the browser alone: not even the installation can read it',
  name_change: 'when a name changed last, for calendars',
  provider_attempt: 'random values of a sign-in under way, gone in minutes',
  publication_difference: 'counts of the same duties, by revision',
}

describe('what one is told is kept of oneself', () => {
  it('holds each table that says something of a person or an account, or says why not', async () => {
    const { ctx } = await erasureWorld(HOLDERS)
    const told = `select distinct m.name as name from sqlite_schema m join pragma_table_info(m.name) c
      where m.type = 'table' and c.name in ('person_id', 'account_id') order by 1`
    const query = CompiledQuery.raw(told, []) as CompiledQuery<{ name: string }>
    const [tables] = await readAll(ctx.db, [{ compile: () => query }])
    const source = (await import('node:fs')).readFileSync('src/data/own-data-store.ts', 'utf8')
    const missing = tables.filter(
      ({ name }) => !new RegExp(`(from |of\\(\\s*'|join )${name}\\b`).test(source),
    )
    expect(missing.map(({ name }) => name)).toEqual(Object.keys(NOT_TOLD).sort())
  })

  it('is every duty, past ones too, with what was written of it, and no row of anybody else', async () => {
    const world = await erasureWorld(HOLDERS)
    await plantCanaries(world)
    const { data } = unwrap(await readOwnData(world.own))
    expect(data.duties.map(({ start }) => String(start).slice(0, 10))).toEqual([
      '2027-01-05',
      '2027-01-08',
      '2027-01-09',
    ])
    for (const group of [
      'places',
      'wishes',
      'sessions',
      'passkeys',
      'calendarLinks',
      'messages',
      'account',
    ] as const)
      expect([group, data[group].length > 0]).toEqual([group, true])
    expect(JSON.stringify(data)).not.toMatch(/Lege [ACD]\b|[acd]@example\.test/)
  })

  it('holds no secret and nothing that opens anything', async () => {
    const world = await erasureWorld(HOLDERS)
    await plantCanaries(world)
    const { data } = unwrap(await readOwnData(world.own))
    const rows = Object.values(data).flat() as OwnRow[]
    const fields = new Set(rows.flatMap((row) => Object.keys(row)))
    expect([...fields].filter((field) => !OWN_FIELDS.some((known) => known === field))).toEqual([])
    expect(JSON.stringify(data)).not.toMatch(/hash|public_key|credential/)
  })

  it('is a file of a version, with every list in it', async () => {
    const world = await erasureWorld(HOLDERS)
    const file = JSON.parse(unwrap(await ownDataFile(world.own)))
    expect(file).toMatchObject({ format: 'legevaktplan-my-data', version: 1, madeAt: '2027-03-01T12:00Z' })
    expect(Object.keys(file).slice(3).sort()).toEqual([...OWN_GROUPS].sort())
  })

  it('is given ten times an hour, and the eleventh is refused and changes nothing but the count', async () => {
    const world = await erasureWorld(HOLDERS)
    for (let file = 0; file < 10; file++) unwrap(await ownDataFile(world.own))
    const before = await dumpOf(world.ctx)
    expect(refusalOf(await ownDataFile(world.own))).toBe('too-many')
    const after = await dumpOf(world.ctx)
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['rate_count'])
    const later = { ...world.own, now: world.own.now + 60 }
    expect(refusalOf(await ownDataFile(later))).toBeUndefined()
  })

  it('is told only to whoever has shown in the last ten minutes who they are', async () => {
    const { own } = await erasureWorld(HOLDERS)
    const stale = { ...own, actor: { ...own.actor, authenticatedAt: own.now - 10 } as Context['actor'] }
    expect(refusalOf(await readOwnData(stale))).toBe('confirm-again')
    expect(refusalOf(await ownDataFile(stale))).toBe('confirm-again')
    expect(refusalOf(await ownDataFile({ ...own, actor: { kind: 'nobody' } }))).toBe('not-signed-in')
  })

  it('is made in under five seconds of ten years of duties', async () => {
    const { ctx, own, key } = await erasureWorld(HOLDERS)
    const days = 3650
    const rows = `with recursive day (n) as (select 1 union all select n + 1 from day where n < ${days})`
    const at = (hours: number) => `strftime('%Y-%m-%dT%H:%MZ', '2016-01-01', n || ' days', '${hours} hours')`
    const written = await writeAll(ctx.db, [
      CompiledQuery.raw(
        `insert into need (district_id, id, line_id, name, date, number, start_local, start_fold, start_at, end_local, end_fold,
            end_at, pieces) ${rows} select ?, 'old-' || n, 'fjordane-home', 'Natt', date('2016-01-01', n || ' days'), 1,
            ${at(16)}, 0, ${at(16)}, ${at(30)}, 0, ${at(30)}, '[]' from day`,
        [key.districtId],
      ),
      CompiledQuery.raw(
        `insert into assignment (district_id, id, chain_id, need_id, seat, person_id, start_local, start_fold, start_at, end_local,
            end_fold, end_at, origin, shadowing, revision_from, sequence, modified_at, entered_by, reason, note)
          ${rows} select ?, 'old-' || n, 'c' || n, 'old-' || n, 0, ?, ${at(16)}, 0, ${at(16)}, ${at(30)}, 0, ${at(30)}, 'share', 0,
            1, 0, ${at(16)}, 'a', '', '' from day`,
        [key.districtId, key.personId],
      ),
    ])
    expect(written).toEqual({ kind: 'written' })
    const began = performance.now()
    const text = unwrap(await ownDataFile(own))
    const took = performance.now() - began
    expect(JSON.parse(text).duties).toHaveLength(days + 3)
    console.info(`ten years of a duty each day: ${Math.round(took)} ms, ${text.length} characters`)
    expect(took).toBeLessThan(5000)
  })
})
