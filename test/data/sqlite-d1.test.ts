import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase, readAll, writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict } from '../../src/data/district-store.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'
import { migrations } from './fresh-database.ts'
import { sampleDistrict } from './sample-district.ts'

const folder = mkdtempSync(join(tmpdir(), 'sqlite-d1-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fresh = () => openSqlite(':memory:', migrations)
const list = (count: number) => Array(count).fill('?').join(', ')

describe('a database file of this machine', () => {
  it('keeps what was written, and is not migrated twice', async () => {
    const path = join(folder, 'kept.sqlite')
    const first = openSqlite(path, migrations)
    await writeAll(openDatabase(first), districtWrites(sampleDistrict('d'), 0))
    first.close()
    const second = openSqlite(path, migrations)
    expect(await findDistrict(openDatabase(second), 'd')).toStrictEqual(sampleDistrict('d'))
    second.close()
  })

  it('stops at a migration that fails, with nothing of it done', () => {
    const path = join(folder, 'broken.sqlite')
    const good = { name: '1.sql', text: 'create table one (id text) strict;' }
    const bad = {
      name: '2.sql',
      text: 'create table two (id text) strict; create table one (id text) strict;',
    }
    expect(() => openSqlite(path, [good, bad])).toThrow('already exists')
    const d1 = openSqlite(path, [good, { name: '2.sql', text: 'create table two (id text) strict;' }])
    d1.close()
  })
})

describe('reads asked for in the same moment', () => {
  it('share a batch, and each gets the rows of its own queries', async () => {
    const d1 = fresh()
    const sizes: number[] = []
    const batch = <T>(statements: D1PreparedStatement[]) => {
      sizes.push(statements.length)
      return d1.batch<T>(statements)
    }
    const db = openDatabase({ prepare: d1.prepare, batch })
    await writeAll(db, districtWrites(sampleDistrict('d'), 0))
    sizes.length = 0
    const ask = async () => [await findDistrict(db, 'd'), await findDistrict(db, 'd')]
    const answers = await Promise.all([ask(), findDistrict(db, 'nowhere'), ask()])
    const own = sampleDistrict('d')
    expect(answers).toStrictEqual([[own, own], undefined, [own, own]])
    expect(sizes).toHaveLength(2)
  })

  it('fail together, and those asked for later do not', async () => {
    const db = openDatabase(fresh())
    const broken = { compile: () => CompiledQuery.raw('select nothing from nowhere') }
    const asked = await Promise.allSettled([findDistrict(db, 'd'), readAll(db, [broken])])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await findDistrict(db, 'd')).toBeUndefined()
  })
})

describe('over node:sqlite as in D1', () => {
  it('a batch is all or nothing', async () => {
    const d1 = fresh()
    const insert = d1.prepare('insert into municipality (number, name) values (?, ?)').bind('0301', 'Oslo')
    await expect(d1.batch([insert, insert])).rejects.toThrow('D1_ERROR: UNIQUE constraint failed')
    expect(await d1.prepare('select * from municipality').first()).toBeNull()
    const [result] = await d1.batch([insert])
    expect(result?.meta.changes).toBe(1)
  })

  it('foreign keys hold', async () => {
    const insert = fresh().prepare(
      "insert into draft_edit (district_id, draft_id, number, kind, by, at, undoes) values ('d', 'x', 1, 'assign', 'a', 'b', null)",
    )
    await expect(insert.run()).rejects.toThrow('FOREIGN KEY')
  })

  it.each([
    ['101 parameters', `select 1 where 1 in (${list(101)})`, Array(101).fill(1)],
    ['six compound terms', Array(6).fill('select 1').join(' union all '), []],
    ['101 columns', `select ${Array(101).fill('1').join(', ')}`, []],
    ['an expression 101 deep', `select ${Array(101).fill('1').join(' + ')}`, []],
    ['a statement over 100 kB', `select '${'x'.repeat(100_000)}'`, []],
    ['a value over 2 MB', 'select length(?)', ['x'.repeat(2_000_001)]],
    ['a LIKE pattern over 50 bytes', 'select 1 where ? like ?', ['a', '%'.repeat(51)]],
    ['a transaction', 'begin immediate', []],
  ])('%s is refused', async (_name, sql, values) => {
    await expect(
      fresh()
        .prepare(sql)
        .bind(...values)
        .all(),
    ).rejects.toThrow('D1_ERROR')
  })

  it.each([[undefined], [10n], [Symbol('x')], [{}]])('a value of the wrong type is refused: %s', (value) => {
    expect(() => fresh().prepare('select ?').bind(value)).toThrow('D1_TYPE_ERROR')
  })

  it('values come back as D1 gives them', async () => {
    const d1 = fresh()
    const query = d1.prepare('select ? as a, ? as b, ? as c, typeof(?) as d').bind(null, true, 'æ', 2)
    expect({ ...(await query.first<object>()) }).toEqual({ a: null, b: 1, c: 'æ', d: 'real' })
    expect(await query.first('c')).toBe('æ')
    expect(await query.raw()).toEqual([[null, 1, 'æ', 'real']])
    await d1
      .batch([
        d1.prepare('pragma defer_foreign_keys = on'),
        d1.prepare("insert into build_state values ('b', 0, ?)").bind(Uint8Array.of(1, 255)),
      ])
      .catch(() => undefined)
    expect(await d1.prepare('select count(*) as n from build_state').first('n')).toBe(0)
  })
})
