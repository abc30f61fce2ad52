import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditVerify } from '../../src/cli/audit-verify.ts'
import { type AuditRow, joinChain, saveAudited } from '../../src/data/audit-store.ts'
import { openDatabase } from '../../src/data/database.ts'
import { openSqlite, type SqliteD1 } from '../../src/data/sqlite-d1.ts'
import { migrations } from '../data/fresh-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hash = async (text: string) => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(bytes).toString('hex')
}

const ENTRY = {
  actor: 'account-1',
  session: 'abcdef01',
  subjectKind: 'draft',
  subjectId: 'first',
  before: null,
  requestId: 'request-1',
} as const
const CHAINS = ['fjordane', 'installation', 'municipality:4645']
const ROWS = 20

let path: string
let d1: SqliteD1

beforeAll(async () => {
  path = join(folder, 'whole.sqlite')
  d1 = openSqlite(path, migrations)
  const db = openDatabase(d1)
  for (const districtId of CHAINS)
    for (let at = 0; at < ROWS; at++)
      await saveAudited(
        db,
        hash,
        { ...ENTRY, districtId, at: 29_700_000 + at, action: 'edit-draft', after: { at, æ: 'ø' } },
        [],
      )
  d1.prepare('pragma wal_checkpoint(truncate)').all()
})
afterAll(() => d1.close())

/** A copy of the whole log that somebody with the file has got at: its guards are off. */
function gotAt(name: string, act: (db: DatabaseSync) => void): string {
  const file = join(folder, `${name.replaceAll(/\W/g, '-')}.sqlite`)
  writeFileSync(file, readFileSync(path))
  const db = new DatabaseSync(file)
  for (const { name: trigger } of db
    .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'audit'")
    .all())
    db.exec(`drop trigger ${trigger}`)
  act(db)
  db.close()
  return file
}

async function verified(...args: string[]) {
  const lines: string[] = []
  const code = await auditVerify(args, (line) => lines.push(line))
  return { code, lines }
}

const KEPT = join(folder, 'kept.txt')
const where = "where district_id = 'fjordane' and seq"

describe('npm run audit:verify', () => {
  beforeAll(async () => {
    await verified(path, '--keep', KEPT)
  })

  it('says of a whole log how many rows each chain has, and ends with 0', async () => {
    const { code, lines } = await verified(path)
    expect(code).toBe(0)
    for (const chain of CHAINS) expect(lines).toContain(`${chain}: ${ROWS} rader, alle som de ble skrevet`)
    expect(lines).toContain(`Hele loggen er som den ble skrevet: 3 kjeder, ${3 * ROWS} rader.`)
    expect(lines.at(-1)).toContain('Uten --heads')
    const again = await verified(path, '--heads', KEPT)
    expect([again.code, again.lines.some((line) => line.includes('Uten --heads'))]).toEqual([0, false])
  })

  it.each([
    ['a changed row', `update audit set action = 'sign-in' ${where} = 7`, 'rad 7 er endret'],
    ['a changed time', `update audit set at = '2020-01-01T00:00Z' ${where} = 7`, 'rad 7 er endret'],
    ['another actor', `update audit set actor = 'account-2' ${where} = 7`, 'rad 7 er endret'],
    ['space in what is told', `update audit set after = after || ' ' ${where} = 7`, 'rad 7 er endret'],
    ['a row taken out of the middle', `delete from audit ${where} = 7`, 'mangler rader før rad 8'],
    ['the first row taken away', `delete from audit ${where} = 1`, 'mangler rader før rad 2'],
    [
      'a row put in, and those after it moved',
      `update audit set seq = -seq - 1 ${where} > 7;
       update audit set seq = -seq where seq < 0;
       insert into audit select district_id, 8, 'x', 'y', at, actor, session, 'sign-in', subject_kind, subject_id, before, after, request_id
         from audit ${where} = 7`,
      'rad 8 er endret',
    ],
    [
      'two rows that have changed places',
      `update audit set seq = 100 ${where} = 7; update audit set seq = 7 ${where} = 8; update audit set seq = 8 ${where} = 100`,
      'rad 7 er endret',
    ],
  ])('finds %s, where it is, without anything kept, and ends with 1', async (name, sql, why) => {
    const { code, lines } = await verified(gotAt(name, (db) => db.exec(sql)))
    expect(code).toBe(1)
    expect(lines.filter((line) => line.includes('BRUDD'))).toHaveLength(1)
    expect(lines.find((line) => line.startsWith('fjordane:'))).toContain(why)
    expect(lines).toContain('1 av 3 kjeder er brutt.')
  })

  it.each([
    ['rows taken from the end', `delete from audit ${where} > 15`, 'rad 16 og resten er borte'],
    ['a whole chain', "delete from audit where district_id = 'fjordane'", 'rad 1 og resten er borte'],
  ])('finds %s by the ends kept elsewhere, and by nothing else', async (name, sql, why) => {
    const file = gotAt(name, (db) => db.exec(sql))
    expect((await verified(file)).code).toBe(0)
    const { code, lines } = await verified(file, '--heads', KEPT)
    expect(code).toBe(1)
    expect(lines.find((line) => line.startsWith('fjordane:'))).toContain(why)
  })

  it('finds a chain written anew with right hashes, by the ends kept elsewhere', async () => {
    const file = join(folder, 'anew.sqlite')
    const other = openSqlite(file, migrations)
    const db = openDatabase(other)
    for (const districtId of CHAINS)
      for (let at = 0; at < ROWS; at++) {
        const action = districtId === 'fjordane' && at === 6 ? 'sign-in' : 'edit-draft'
        await saveAudited(
          db,
          hash,
          { ...ENTRY, districtId, at: 29_700_000 + at, action, after: { at, æ: 'ø' } },
          [],
        )
      }
    other.close()
    expect((await verified(file)).code).toBe(0)
    const { code, lines } = await verified(file, '--heads', KEPT)
    expect(code).toBe(1)
    expect(lines.find((line) => line.startsWith('fjordane:'))).toContain(`rad ${ROWS} er en annen`)
  })

  it('keeps no ends of a log that is broken', async () => {
    const file = gotAt('not kept', (db) => db.exec(`delete from audit ${where} = 7`))
    const kept = join(folder, 'not-kept.txt')
    const { lines } = await verified(file, '--keep', kept)
    expect(lines.some((line) => line.includes('not-kept.txt'))).toBe(false)
    expect(() => readFileSync(kept)).toThrow('ENOENT')
  })

  it('takes the ends out of a mail, also a quoted one', async () => {
    const mail = join(folder, 'mail.txt')
    const lines = readFileSync(KEPT, 'utf8').trim().split('\n')
    writeFileSync(mail, `Hei!\r\n\r\n> ${lines.join('\r\n> ')}\r\n\r\nHilsen`)
    expect((await verified(path, '--heads', mail)).code).toBe(0)
    writeFileSync(mail, `> ${lines.map((line) => line.replace(/\b20\b/, '21')).join('\n> ')}`)
    expect((await verified(path, '--heads', mail)).code).toBe(1)
  })

  it('reads what wrangler exports, broken or whole', async () => {
    const db = new DatabaseSync(path, { readOnly: true })
    const schema = db
      .prepare("select sql from sqlite_schema where tbl_name = 'audit' and sql is not null")
      .all()
    const rows = db.prepare('select * from audit').all()
    db.close()
    const value = (one: unknown) =>
      one === null ? 'NULL' : typeof one === 'number' ? String(one) : `'${String(one).replaceAll("'", "''")}'`
    const inserts = rows.map(
      (row) => `INSERT INTO "audit" VALUES(${Object.values(row).map(value).join(',')});`,
    )
    const dump = (lines: readonly string[]) => [
      'PRAGMA defer_foreign_keys=TRUE;',
      ...schema.map(({ sql }) => `${sql};`),
      ...lines,
    ]
    const file = join(folder, 'audit.sql')
    writeFileSync(file, dump(inserts).join('\n'))
    expect(await verified(file, '--heads', KEPT)).toMatchObject({ code: 0 })
    writeFileSync(file, dump(inserts.toSpliced(6, 1)).join('\n'))
    expect((await verified(file)).code).toBe(1)
  })

  it.each([
    [[], 'Bruk:'],
    [['--what'], 'Bruk:'],
    [['none.sqlite'], 'none.sqlite kan ikke leses'],
    [['README.md'], 'README.md kan ikke leses'],
  ])('says what is wrong with %j and ends with 2', async (args, why) => {
    const { code, lines } = await verified(...args)
    expect([code, lines.join('\n').includes(why)]).toEqual([2, true])
  })

  it('says of a database without a log, or a file without ends, that it has none', async () => {
    const empty = join(folder, 'empty.sqlite')
    new DatabaseSync(empty).exec('create table other (a)')
    expect(await verified(empty)).toEqual({ code: 2, lines: [`${empty} har ingen logg (tabellen audit).`] })
    expect((await verified(path, '--heads', 'README.md')).code).toBe(2)
  })
})

describe('the log in a file of SQLite', () => {
  const columns =
    'district_id, seq, prev, hash, at, actor, session, action, subject_kind, subject_id, before, after, request_id'
  const forged = (seq: string, prev: string) =>
    `select district_id, ${seq}, ${prev}, 'forged', at, actor, session, 'forged', subject_kind, subject_id, null, null, '' from audit where district_id = 'fjordane' and seq = 2`
  const last = "(select hash from audit where district_id = 'fjordane' order by seq desc limit 1)"

  it.each([
    ['UPDATE', `update audit set action = 'x' ${where} = 2`],
    ['UPDATE of all', "update audit set at = '2020-01-01T00:00Z'"],
    ['UPDATE OR REPLACE', `update or replace audit set seq = 1 ${where} = 2`],
    ['DELETE', `delete from audit ${where} = 2`],
    ['DELETE of the last', `delete from audit ${where} = ${ROWS}`],
    [
      'INSERT OR REPLACE at the same place',
      `insert or replace into audit (${columns}) ${forged('seq', 'prev')}`,
    ],
    ['REPLACE after the same row', `replace into audit (${columns}) ${forged(String(ROWS + 1), 'prev')}`],
    [
      'upsert',
      `insert into audit (${columns}) ${forged('seq', 'prev')} on conflict do update set action = 'x'`,
    ],
    ['INSERT OR IGNORE', `insert or ignore into audit (${columns}) ${forged('seq', 'prev')}`],
    ['INSERT with a gap', `insert into audit (${columns}) ${forged(String(ROWS + 2), last)}`],
    ['INSERT of a fork', `insert into audit (${columns}) ${forged(String(ROWS + 1), "'nothing'")}`],
  ])('is not changed by %s', async (_name, sql) => {
    const rows = () => d1.prepare('select * from audit').all<AuditRow>()
    const before = (await rows()).results
    await expect(d1.prepare(sql).run()).rejects.toThrow(/audit-moved|never/)
    expect((await rows()).results).toEqual(before)
  })

  it('takes the next row, and no other', async () => {
    const db = openDatabase(d1)
    const entry = { ...ENTRY, districtId: 'next', at: 29_700_000, action: 'edit-draft', after: null }
    expect(await saveAudited(db, hash, entry, [])).toEqual({ kind: 'written' })
    expect((await joinChain(hash, entry, { seq: 1, hash: 'a' })).prev).toBe('a')
  })
})
