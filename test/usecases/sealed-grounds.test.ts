import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import { accountWrites, findAccountOfPerson } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { exemptionWrites } from '../../src/data/exemption-store.ts'
import { openSqlite, type SqliteD1 } from '../../src/data/sqlite-d1.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/account.ts'
import { newestGroundKey } from '../../src/identity/ground-key.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { sealStoredGrounds } from '../../src/jobs/nightly.ts'
import type { Context } from '../../src/usecases/context.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { recordAppeal } from '../../src/usecases/record-appeal.ts'
import { sealGrounds } from '../../src/usecases/seal-grounds.ts'
import {
  readGroundHistory,
  readGroundsOfDoctor,
  sealedGroundWrites,
} from '../../src/usecases/sealed-ground.ts'
import { migrations } from '../data/fresh-database.ts'
import { answerTo } from '../support/every-answer.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import { emptyInstallation } from '../support/installation.ts'
import { unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const OLD = 'the first sealing key of these tests'
const NEW = 'another sealing key, which came later'
const DISTRICT = 'fjordane'
const HOME = { kind: 'municipality', number: '4645' } as const
const OTHER = { kind: 'municipality', number: '4646' } as const
const ALL_DUTY = { kind: 'out-of-hours' } as const

const folder = mkdtempSync(join(tmpdir(), 'sealed-grounds-'))
const opened: SqliteD1[] = []
let files = 0
afterAll(() => {
  for (const one of opened) one.close()
  rmSync(folder, { recursive: true })
})

interface Installation {
  readonly ctx: Context
  readonly job: Context
  readonly d1: SqliteD1
  readonly path: string
}

/** In a file of its own. */
async function installation(): Promise<Installation> {
  const path = join(folder, `${files++}.sqlite`)
  const d1 = openSqlite(path, migrations)
  opened.push(d1)
  const ctx: Context = { ...(await emptyInstallation(openDatabase(d1))), groundKeys: [OLD] }
  return { ctx, job: { ...ctx, actor: { kind: 'job', name: 'nightly' } }, d1, path }
}

/** One district with four doctors. */
async function withDistrict(): Promise<Installation> {
  const made = await installation()
  const people = ['a', 'b', 'c', 'd'].map((id) => person(id, `Lege ${id.toUpperCase()}`))
  const district = exampleDistrict(DISTRICT, people)
  unwrap(
    await importDistrict(made.ctx, { text: writeDistrictFile({ version: 1, district, timeline: null }) }),
  )
  return made
}

function as(ctx: Context, role: Membership, personId: string | null = null): Context {
  const actor = {
    accountId: 'who-decides',
    personId,
    memberships: [role],
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  }
  return { ...ctx, actor: { kind: 'account', ...actor } }
}

const decider = (ctx: Context) =>
  as(ctx, { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' })
const doctorA = (ctx: Context) => as(ctx, { scopeKind: 'district', scopeId: DISTRICT, role: 'doctor' }, 'a')

const HEALTH = { kind: 'discretionary', reason: 'health', decidedOn: '2026-10-13' } as const

async function decided(ctx: Context, from = '2027-01-06'): Promise<string> {
  const key = { municipality: '4645', districtId: DISTRICT, personId: 'a' }
  const account = await findAccountOfPerson(ctx.db, 'a')
  const readBy = account && { accountId: account.id, email: account.email }
  const input = { ...key, scope: ALL_DUTY, from, to: null, ground: HEALTH, isConfirmed: true, readBy }
  return unwrap(await decideExemption(decider(ctx), input)).exemptionId
}

/** Every byte that lies on the disk: tables, pages that are free, and what waits to be written into them. */
function bytesOf({ path, d1 }: Installation): string {
  d1.prepare('pragma wal_checkpoint(truncate)').all()
  const parts = [path, `${path}-wal`].filter((one) => existsSync(one))
  return parts.map((one) => readFileSync(one).toString('latin1')).join('')
}

const PLAIN_GROUNDS = {
  right: { claimed_right: 'breastfeeding', claimed_on: '2026-10-13' },
  discretionary: {
    reason: 'weighty-social',
    decided_by: '4646',
    decided_on: '2026-10-14',
    appeal: 'pending',
  },
  'contract-term': { engagement_id: 'engagement-a' },
  untold: {},
}
const CANARIES = ['breastfeeding', '2026-10-13', 'weighty-social', '2026-10-14', '"pending"', 'canary-teller']

const STOOD: readonly ExemptionGround[] = [
  { kind: 'right', right: 'breastfeeding', claimedOn: '2026-10-13', withdrawnOn: null },
  {
    kind: 'discretionary',
    reason: 'weighty-social',
    decidedBy: '4646',
    decidedOn: '2026-10-14',
    appeal: 'pending',
  },
  { kind: 'contract-term', engagementId: 'engagement-a' },
  { kind: 'untold' },
]

describe('an installation from before grounds were sealed', () => {
  let at: Installation

  beforeAll(async () => {
    // The district is entered by today's tables, and its rows are brought to those of that time.
    const full = await withDistrict()
    const path = join(folder, `${files++}.sqlite`)
    const old = openSqlite(path, migrations.slice(0, 22))
    await copyTables(full.d1, old)
    for (const [index, [kind, told]] of Object.entries(PLAIN_GROUNDS).entries()) {
      const key = { district_id: DISTRICT, person_id: 'a', id: `x${index}` }
      await addRow(old, 'exemption', {
        ...key,
        ordinal: index,
        from_date: '2026-12-01',
        to_date: null,
        scope: 'nights',
        kept_by: 'home',
      })
      const entered = { entered_by: 'canary-teller', entered_at: '2026-11-30T12:00Z' }
      const { id: exemption_id, ...doctor } = key
      await addRow(old, 'exemption_ground', { ...doctor, exemption_id, entry: 1, kind, ...told, ...entered })
    }
    old.close()
    const d1 = openSqlite(path, migrations)
    opened.push(d1)
    const db = openDatabase(d1)
    at = { path, d1, ctx: { ...full.ctx, db }, job: { ...full.job, db } }
  })

  const history = async (ctx: Context) =>
    Promise.all(
      STOOD.map((_, index) =>
        readGroundHistory(ctx, { districtId: DISTRICT, personId: 'a', exemptionId: `x${index}` }),
      ),
    )
  const stood = STOOD.map((ground) => [
    { ground, entered: { by: 'canary-teller', at: expect.any(Number) as number } },
  ])

  it('reads what stood plain, until it is sealed', async () => {
    expect(await history(at.ctx)).toEqual(stood)
    const bytes = bytesOf(at)
    expect(CANARIES.filter((canary) => !bytes.includes(canary))).toEqual([])
  })

  it('seals all of it the first time work is done, each for the municipality that decides', async () => {
    const { job, d1 } = at
    expect(unwrap(await sealGrounds(job, {}))).toEqual({ sealed: STOOD.length, lost: 0 })
    expect(await history(at.ctx)).toEqual(stood)
    const { results } = await d1
      .prepare('select sealed_for from exemption_ground order by exemption_id')
      .all()
    expect(results.map(({ sealed_for }) => sealed_for)).toEqual(['4645', '4646', '4645', '4645'])
    expect(unwrap(await sealGrounds(job, {}))).toEqual({ sealed: 0, lost: 0 })
  })

  it('holds no word of it in any byte of its file after that, not in free pages either', () => {
    const bytes = bytesOf(at)
    expect(bytes).toContain('engagement-a')
    expect(CANARIES.filter((canary) => bytes.includes(canary))).toEqual([])
  })

  it('says in the log that it was done and how many, no more', async () => {
    const { results } = await at.d1.prepare("select * from audit where action = 'seal-grounds'").all()
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({ district_id: 'installation', actor: 'nightly', after: '{"count":4}' })
  })
})

describe('a ground', () => {
  it('is in no byte of the file when it is decided, appealed and told, and read by both who may', async () => {
    const at = await withDistrict()
    await writeAll(at.ctx.db, accountWrites(accountOf('who-decides', 'a', null, at.ctx.now)))
    const exemptionId = await decided(at.ctx)
    const key = { municipality: '4645', districtId: DISTRICT, personId: 'a', exemptionId }
    unwrap(await recordAppeal(decider(at.ctx), { ...key, appeal: 'pending', on: '' }))
    const bytes = bytesOf(at)
    expect(bytes).toContain(exemptionId)
    // The account stands in the log beside a change that is called the same whatever it was.
    for (const canary of ['2026-10-13', 'discretionary', 'decidedOn', '"pending"'])
      expect([canary, bytes.includes(canary)]).toEqual([canary, false])
    const grounds = await readGroundsOfDoctor(at.ctx, DISTRICT, 'a', HOME)
    expect(grounds.get(exemptionId)?.ground).toEqual({ ...HEALTH, decidedBy: '4645', appeal: 'pending' })
    for (const [asker, page] of [
      [decider(at.ctx), `/municipalities/4645/doctors/${DISTRICT}/a/exemptions/${exemptionId}`],
      [doctorA(at.ctx), '/me/exemptions'],
    ] as const)
      expect(await answerTo(asker, page)).toContain('13. oktober 2026')
  })

  it('is as long as any other, sealed', async () => {
    const { ctx } = await withDistrict()
    const grounds: ExemptionGround[] = [
      ...STOOD,
      { kind: 'right', right: 'over-60', claimedOn: '2026-01-01', withdrawnOn: '2026-02-01' },
      { kind: 'contract-term', engagementId: crypto.randomUUID() },
    ]
    const key = { districtId: DISTRICT, personId: 'a', exemptionId: 'x' }
    const entered = { by: crypto.randomUUID(), at: ctx.now }
    const writes = await Promise.all(
      grounds.map((ground) => sealedGroundWrites(ctx, key, 1, { ground, entered, sealedFor: '4645' })),
    )
    const lengths = writes.flatMap(([write]) => String(write?.parameters.at(-1)).length)
    expect(new Set(lengths).size).toBe(1)
  })

  it('opens under no other municipality’s key of the same secret', async () => {
    const keys = await Promise.all(['4645', '4646', 'none'].map((one) => newestGroundKey([OLD], one)))
    expect(new Set(keys.map(({ id }) => id)).size).toBe(3)
    const at = await withDistrict()
    const exemptionId = await decided(at.ctx)
    await forge(at, `update exemption_ground set sealed_for = '4646'`)
    expect((await readGroundsOfDoctor(at.ctx, DISTRICT, 'a', OTHER)).get(exemptionId)?.ground).toEqual({
      kind: 'unreadable',
    })
  })

  it.each([
    ['of another exemption', (a: string, b: string) => [a, b]],
    ['of an earlier entry', (a: string) => [a, a]],
  ])('cannot be taken from the place %s', async (_name, places) => {
    const at = await withDistrict()
    const first = await decided(at.ctx)
    const key = { municipality: '4645', districtId: DISTRICT, personId: 'a' }
    unwrap(await recordAppeal(decider(at.ctx), { ...key, exemptionId: first, appeal: 'pending', on: '' }))
    const other = unwrap(
      await decideExemption(decider(at.ctx), {
        ...key,
        scope: { kind: 'nights' },
        from: '2027-01-06',
        to: null,
        ground: { kind: 'contract-term', engagementId: 'engagement-a' },
        isConfirmed: true,
      }),
    ).exemptionId
    const [from, to] = places(first, other)
    await forge(
      at,
      `update exemption_ground set text = (select text from exemption_ground where exemption_id = '${from}' and entry = 1)
        where exemption_id = '${to}' and entry = ${from === to ? 2 : 1}`,
    )
    expect((await readGroundsOfDoctor(at.ctx, DISTRICT, 'a', HOME)).get(String(to))?.ground).toEqual({
      kind: 'unreadable',
    })
  })

  it.each([
    ['plain', "insert into exemption_ground values ('fjordane', 'a', 'x', 1, null, null, '{}')", 'is sealed'],
    [
      'plain under a key’s name',
      "insert into exemption_ground values ('fjordane', 'a', 'x', 1, '4645', 'key', '{}')",
      'CHECK',
    ],
    [
      'plain again',
      "update exemption_ground set sealed_for = null, key_id = null, text = '{}'",
      'never changes',
    ],
    ['other under the same key', "update exemption_ground set text = text || 'A'", 'never changes'],
    ['another’s', "update exemption_ground set person_id = 'b', key_id = 'new'", 'never changes'],
    [
      'another municipality’s',
      "update exemption_ground set sealed_for = '4646', key_id = 'new'",
      'never changes',
    ],
    [
      'first once more',
      'insert or replace into exemption_ground select * from exemption_ground',
      'never replaced',
    ],
  ])('is never made %s in the database', async (_name, statement, why) => {
    const { ctx, d1 } = await withDistrict()
    await decided(ctx)
    const exemption = { id: 'x', from: '2026-12-01', to: null, scope: { kind: 'nights' } } as const
    await writeAll(ctx.db, exemptionWrites(DISTRICT, 'a', { exemption, keptBy: 'home' }))
    await expect(d1.prepare(statement).run()).rejects.toThrow(why)
  })
})

describe('a new key', () => {
  it('takes over in the night, while both are there; after that the old one may go', async () => {
    const at = await withDistrict()
    const exemptionId = await decided(at.ctx)
    const both: Context = { ...at.ctx, groundKeys: [NEW, OLD] }
    const ground = async (ctx: Context) =>
      (await readGroundsOfDoctor(ctx, DISTRICT, 'a', HOME)).get(exemptionId)?.ground
    const told = { ...HEALTH, decidedBy: '4645', appeal: 'none' }
    const job: Context = { ...at.job, groundKeys: [NEW, OLD] }
    expect(await ground(both)).toEqual(told)
    expect(await ground({ ...at.ctx, groundKeys: [NEW] })).toEqual({ kind: 'unreadable' })
    const before = bytesOf(at)
    const { results } = await at.d1.prepare('select text from exemption_ground').all<{ text: string }>()
    const sealedBefore = String(results[0]?.text)
    expect(before).toContain(sealedBefore.slice(0, 40))
    expect(unwrap(await sealGrounds(job, {}))).toEqual({ sealed: 1, lost: 0 })
    for (const keys of [[NEW], [NEW, OLD], [OLD, NEW]] as const)
      expect(await ground({ ...at.ctx, groundKeys: keys })).toEqual(told)
    expect(await ground(at.ctx)).toEqual({ kind: 'unreadable' })
    expect(bytesOf(at)).not.toContain(sealedBefore.slice(0, 40))
  })

  it('takes over as many as there are, also where there are many', async () => {
    const at = await withDistrict()
    const ids = Array.from({ length: 250 }, (_, index) => `many-${String(index).padStart(3, '0')}`)
    for (const id of ids) {
      const exemption = { id, from: '2026-12-01', to: '2026-12-02', scope: { kind: 'nights' } } as const
      const key = { districtId: DISTRICT, personId: 'a', exemptionId: id }
      const told = { ground: STOOD[0]!, entered: { by: 'a', at: 0 }, sealedFor: '4645' }
      await writeAll(at.ctx.db, [
        ...exemptionWrites(DISTRICT, 'a', { exemption, keptBy: 'home' }),
        ...(await sealedGroundWrites(at.ctx, key, 1, told)),
      ])
    }
    // One that nobody can open stays in the way of none.
    await forge(at, "update exemption_ground set text = text || 'A' where exemption_id = 'many-001'")
    const job: Context = { ...at.job, groundKeys: [NEW, OLD] }
    expect(unwrap(await sealGrounds(job, {}))).toEqual({ sealed: 249, lost: 1 })
    const grounds = await readGroundsOfDoctor({ ...at.ctx, groundKeys: [NEW] }, DISTRICT, 'a', HOME)
    expect([...grounds.values()].filter(({ ground: { kind } }) => kind === 'right')).toHaveLength(249)
  })
})

describe('a key that is lost', () => {
  it('stops nothing: pages say so in words, the exemption can be ended, and the night tells who runs it', async () => {
    const at = await withDistrict()
    await writeAll(at.ctx.db, accountWrites(accountOf('who-decides', 'a', null, at.ctx.now)))
    const exemptionId = await decided(at.ctx)
    const ctx: Context = { ...at.ctx, groundKeys: [NEW] }
    const page = `/municipalities/4645/doctors/${DISTRICT}/a/exemptions/${exemptionId}`
    for (const [asker, address] of [
      [decider(ctx), page],
      [decider(ctx), '/municipalities/4645/exemptions'],
      [doctorA(ctx), '/me/exemptions'],
    ] as const) {
      const answer = await answerTo(asker, address)
      expect([address, answer.slice(0, 3)]).toEqual([address, '200'])
      expect([address, answer.includes('låst med en nøkkel som ikke finnes lenger')]).toEqual([address, true])
    }
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await sealStoredGrounds({ ...at.job, groundKeys: [NEW] })
    expect(warned.mock.calls).toEqual([
      ['1 grounds of exemptions are sealed with a key that GROUND_KEYS lacks'],
    ])
    warned.mockRestore()
    // The right key brings everything back.
    expect((await readGroundsOfDoctor(at.ctx, DISTRICT, 'a', HOME)).get(exemptionId)?.ground.kind).toBe(
      'discretionary',
    )
  })
})

/** What somebody does who has the database and no key: even without its own guard. */
async function forge({ d1 }: Installation, statement: string): Promise<void> {
  const name = 'exemption_ground_never_changes'
  const { results } = await d1.prepare(`select sql from sqlite_schema where name = '${name}'`).all()
  await d1.prepare(`drop trigger ${name}`).run()
  await d1.prepare(statement).run()
  await d1.prepare(String(results[0]?.sql)).run()
}

async function copyTables(full: SqliteD1, old: SqliteD1): Promise<void> {
  const { results } = await old
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not in ('d1_migrations', 'sqlite_sequence', 'exemption_ground')",
    )
    .all<{ name: string }>()
  await old.prepare('pragma foreign_keys = off').run()
  for (const { name } of results) {
    const columns = await old.prepare(`select name from pragma_table_info('${name}')`).all<{ name: string }>()
    const list = columns.results.map((column) => `"${column.name}"`).join(', ')
    const rows = await full.prepare(`select ${list} from "${name}"`).all<Record<string, unknown>>()
    for (const row of rows.results) await addRow(old, name, row)
  }
  await old.prepare('pragma foreign_keys = on').run()
}

async function addRow(d1: SqliteD1, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`)
  const marks = names.map(() => '?').join(', ')
  await d1
    .prepare(`insert or ignore into "${table}" (${names.join(', ')}) values (${marks})`)
    .bind(...Object.values(row))
    .run()
}
