import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages, sentMessageWrites } from '../../src/data/outbox-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { askErasure } from '../../src/usecases/ask-erasure.ts'
import type { Context } from '../../src/usecases/context.ts'
import { erasePerson } from '../../src/usecases/erase-person.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { toldBy } from '../../src/usecases/message-words.ts'
import { type ErasureValue, showErasure } from '../../src/usecases/show-erasure.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLedger } from '../../src/usecases/show-ledger.ts'
import { type LoadReportValue, showLoadReport } from '../../src/usecases/show-load-report.ts'
import { withdrawErasure } from '../../src/usecases/withdraw-erasure.ts'
import {
  CANARY,
  dumpOf,
  type ErasureWorld,
  erasureWorld,
  plantCanaries,
  tablesWith,
} from '../support/erasure-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const TEN_DAYS = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b']

async function erase(
  { ctx, key }: ErasureWorld,
  said: Partial<Parameters<typeof erasePerson>[1]> = {},
): ReturnType<typeof erasePerson> {
  const page = await showErasure(ctx, key)
  const shown = page.kind === 'done' ? page.value.texts.map(({ mark }) => mark) : []
  return erasePerson(ctx, { ...key, typed: CANARY.name, places: [], shown, ...said })
}

describe('forgetting a doctor', () => {
  let world: ErasureWorld
  let shown: ErasureValue
  let before: Readonly<Record<string, string>>
  let after: Readonly<Record<string, string>>
  let hprNumber: string

  beforeAll(async () => {
    world = await erasureWorld(TEN_DAYS)
    hprNumber = world.plan.district.persons.find(({ id }) => id === CANARY.id)?.hprNumber ?? ''
    await plantCanaries(world)
    before = await dumpOf(world.ctx)
    shown = unwrap(await showErasure(world.ctx, world.key))
    const places = shown.texts.filter(({ mention }) => mention === 'maybe').map(({ place }) => place)
    unwrap(await erase(world, { places }))
    after = await dumpOf(world.ctx)
  })

  it('leaves no name, initials, address, number or birth date in the whole database', async () => {
    const words = [
      'Kanariana',
      'Fuglesangsen',
      CANARY.email,
      CANARY.phone,
      '912 34 567',
      CANARY.birthDate,
      hprNumber,
      `"${CANARY.initials}"`,
      `${CANARY.initials} `,
    ]
    expect(tablesWith(before, words).length).toBeGreaterThan(18)
    // The last mail to them, which forgets what it said and to whom once it is sent.
    const told = JSON.parse(after.outbox ?? '[]').filter(
      ({ kind }: { kind: string }) => kind === 'erasure-done',
    )
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ account_id: null, person_id: null, district_id: null })
    expect(JSON.parse(told[0].payload)).toEqual({
      email: CANARY.email,
      district: world.plan.district.name,
      language: 'nb',
    })
    await writeAll(world.ctx.db, sentMessageWrites({ id: told[0].id, at: world.ctx.now }))
    expect(tablesWith(await dumpOf(world.ctx), words)).toEqual([])
  })

  it('keeps in the log who did it and whose id it was, and nothing else of them', () => {
    expect(after.audit).toContain('erase-person')
    expect(after.audit).toContain(`"subject_id":"${CANARY.id}"`)
  })

  it('shows before it is done which texts name the person for sure, and which may', () => {
    const sure = shown.texts.filter(({ mention }) => mention === 'sure').map(({ table }) => table)
    expect(new Set(sure)).toEqual(
      new Set(['assignment', 'publication', 'balance_entry', 'day_note', 'outbox']),
    )
    const maybe = shown.texts.filter(({ mention }) => mention === 'maybe')
    expect(maybe.map(({ text }) => text).sort()).toEqual([
      'Hjemmelen til Fuglesangsen',
      'KFU ba om det',
      'Kanariana kommer litt sent',
    ])
  })

  it('puts the former doctor in the place of the name in what others wrote', () => {
    expect(after.balance_entry).toContain('Bytte avtalt med N.N. 1, tlf N.N. 1')
  })

  it('leaves the account shut, with nothing to get in by', async () => {
    const account = JSON.parse(after.account ?? '[]').find((one: { id: string }) => one.id === 'account-of-b')
    expect(account).toMatchObject({ email: null, person_id: null, status: 'disabled' })
    for (const table of ['session', 'passkey', 'identity', 'login_link', 'invitation'])
      expect([table, after[table]]).toEqual([table, '[]'])
    expect(JSON.parse(after.feed_link ?? '[]')[0]).toMatchObject({ label: '' })
    expect(JSON.parse(after.feed_link ?? '[]')[0].revoked_at).not.toBeNull()
  })

  it('stamps the names, so that calendars of others that show them get new words', () => {
    const stamps = JSON.parse(after.name_change ?? '[]') as {
      person_id: string
      what: string
      stamp: number
    }[]
    const own = stamps.filter(({ person_id }) => person_id === CANARY.id).map(({ what }) => what)
    expect(own.sort()).toEqual(['initials', 'name'])
    expect(after.district_feed_version).not.toBe(before.district_feed_version)
  })

  it('is done once', async () => {
    expect(refusalOf(await erase(world))).toBe('nothing-changed')
  })

  it('refuses a file from before that would name them again', async () => {
    const text = writeDistrictFile({ version: 1, district: world.plan.district, timeline: null })
    const again = await importDistrict(world.ctx, { text })
    expect(refusalOf(again)).toBe('erased-person')
    expect(tablesWith(await dumpOf(world.ctx), ['Kanariana'])).toEqual([])
  })

  it('refuses the database itself to give the name back or the texts of publications another word', async () => {
    const tries = [
      `update district_person set name = 'Kanariana' where person_id = 'b'`,
      `update doctor set initials = 'KFU' where person_id = 'b'`,
      `delete from erasure`,
      `update erasure set stage = 'under-way'`,
    ]
    for (const one of tries) expect([one, await attempt(world.ctx, one)]).toEqual([one, 'erased-person'])
    for (const one of [
      `update publication set reason = 'x'`,
      `update balance_entry set reason = 'x'`,
      `update assignment set reason = 'x'`,
    ])
      await expect(attempt(world.ctx, one)).rejects.toThrow(/never changes|only by ending/)
  })
})

describe('what stands in the way of forgetting', () => {
  it('refuses while duties lie ahead', async () => {
    const world = await erasureWorld(TEN_DAYS)
    const early = { ...world, ctx: world.plan.at('2027-01-05T12:00Z') }
    expect(codesOf(await erase(early))).toContain('duties-ahead')
  })

  it('refuses while an agreement runs', async () => {
    const world = await erasureWorld(TEN_DAYS, { isEnded: false })
    expect(codesOf(await erase(world))).toEqual(['agreement-runs'])
  })

  it('refuses while the doctor has another role in the district', async () => {
    const world = await erasureWorld(TEN_DAYS)
    await attempt(
      world.ctx,
      `insert into membership values ('account-of-b', 'district', 'fjordane', 'coordinator', 'a', '2027-01-01T00:00Z')`,
    )
    expect(codesOf(await erase(world))).toEqual(['holds-role'])
  })

  it('refuses without the whole name typed', async () => {
    const world = await erasureWorld(TEN_DAYS)
    expect(codesOf(await erase(world, { typed: 'Kanariana' }))).toEqual(['not-the-name'])
  })

  it('refuses whoever has not shown in the last ten minutes who they are', async () => {
    const world = await erasureWorld(TEN_DAYS)
    const { actor } = world.ctx
    const stale = {
      ...world.ctx,
      actor: { ...actor, authenticatedAt: world.ctx.now - 10 } as Context['actor'],
    }
    expect(refusalOf(await erase({ ...world, ctx: stale }))).toBe('confirm-again')
  })

  it('refuses the doctor themselves, another district’s coordinator, and somebody unknown', async () => {
    const world = await erasureWorld(TEN_DAYS)
    expect(refusalOf(await erase({ ...world, ctx: world.own }))).toBe('not-allowed')
    const elsewhere = { scopeKind: 'district', scopeId: 'sør', role: 'coordinator' } as const
    const other = {
      ...world.ctx,
      actor: { ...world.ctx.actor, memberships: [elsewhere] } as Context['actor'],
    }
    expect(refusalOf(await erase({ ...world, ctx: other }))).toBe('not-found')
    expect(refusalOf(await erase(world, { personId: 'nobody' }))).toBe('not-found')
  })

  it('stores nothing of what it refuses', async () => {
    const world = await erasureWorld(TEN_DAYS, { isEnded: false })
    const before = await dumpOf(world.ctx)
    await erase(world)
    expect(await dumpOf(world.ctx)).toEqual(before)
  })
})

describe('asking to be forgotten', () => {
  it('is shown to the coordinator, and can be taken back', async () => {
    const world = await erasureWorld(TEN_DAYS)
    unwrap(await askErasure(world.own, {}))
    expect(unwrap(await showErasure(world.ctx, world.key)).askedAt).toBe(world.ctx.now)
    expect(refusalOf(await askErasure(world.own, {}))).toBe('nothing-changed')
    unwrap(await withdrawErasure(world.own, {}))
    expect(unwrap(await showErasure(world.ctx, world.key)).askedAt).toBeNull()
    expect(refusalOf(await withdrawErasure(world.own, {}))).toBe('nothing-changed')
  })
})

describe('who hears of it', () => {
  it('is each coordinator of the district, once, without a word of whose data they are', async () => {
    const world = await erasureWorld(TEN_DAYS)
    await writeAll(world.ctx.db, [
      ...accountWrites(accountOf('lead', null, 'lead@example.test', world.ctx.now)),
      ...membershipWrites(
        'lead',
        { scopeKind: 'district', scopeId: world.key.districtId, role: 'coordinator' },
        'a',
        world.ctx.now,
      ),
    ])
    unwrap(await askErasure(world.own, {}))
    unwrap(await withdrawErasure(world.own, {}))
    unwrap(await askErasure(world.own, {}))
    const asked = (await listLatestMessages(world.ctx.db)).filter(({ kind }) => kind === 'erasure-asked')
    expect(asked.map(({ accountId, personId }) => [accountId, personId])).toEqual([['lead', null]])
    expect(asked[0]?.payload).toEqual({
      email: 'lead@example.test',
      district: world.plan.district.name,
      url: `${world.ctx.origin}/districts/fjordane/doctors`,
    })
  })

  it('is the person, when it is done, in their language', async () => {
    const world = await erasureWorld(TEN_DAYS)
    await attempt(world.ctx, `update account set language = 'en' where id = 'account-of-b'`)
    unwrap(await erase(world))
    const done = (await listLatestMessages(world.ctx.db)).filter(({ kind }) => kind === 'erasure-done')
    const [claimed] = done.map((message) => ({ ...message, language: null, tells: null, attempts: 0 }))
    if (!claimed) throw new Error('nobody was told')
    expect(await toldBy(world.ctx, claimed)).toMatchObject({
      kind: 'told',
      to: CANARY.email,
      subject: `Your data in ${world.plan.district.name} are erased`,
    })
  })
})

describe('an address that somebody had before', () => {
  it('stays in no mail that invited them there, sent or not', async () => {
    const world = await erasureWorld(TEN_DAYS)
    const { ctx, key } = world
    const old = 'gammel@kanari.example'
    const mailed = { email: old, url: 'https://x', role: 'doctor', scope: 'x', language: 'nb', isAnew: false }
    const at = `'2027-02-01T10:00Z'`
    const mail = (id: string, district: string) =>
      `insert into outbox (id, dedup_key, district_id, kind, payload, created_at, due_at, status)
        values ('${id}', 'invitation:${id}', ${district}, 'invitation', '${JSON.stringify(mailed)}', ${at}, ${at}, 'dead')`
    const invitation = (hash: string, personId: string, scope: string, by: string) =>
      `insert into invitation (hash, email, person_id, scope_kind, scope_id, role, invited_by, created_at, expires_at, accepted_by, accepted_at)
        values ('${hash}', '${old}', ${personId}, ${scope}, 'a', ${at}, ${at}, ${by}, ${by === 'null' ? 'null' : at})`
    await writeAll(
      ctx.db,
      [
        invitation('h1', `'${key.personId}'`, `'district', '${key.districtId}', 'doctor'`, 'null'),
        mail('h1', `'${key.districtId}'`),
        invitation('h2', 'null', `'municipality', '4645', 'municipality-reader'`, `'account-of-b'`),
        mail('h2', 'null'),
      ].map((text) => CompiledQuery.raw(text, [])),
    )
    expect(tablesWith(await dumpOf(ctx), [old])).toEqual(['invitation', 'outbox'])
    unwrap(await erase(world))
    expect(tablesWith(await dumpOf(ctx), [old])).toEqual([])
  })
})

describe('a doctor of two districts', () => {
  it('is forgotten by each alone, and as a person when the last has', async () => {
    const world = await erasureWorld(TEN_DAYS)
    const { ctx } = world
    for (const text of [
      `insert into district (id, name, legal_form, time_zone, languages) values ('sør', 'Sør', 'x', 'Europe/Oslo', '["nb"]')`,
      `insert into district_person values ('sør', 'b', 0, '${CANARY.name}', null, '${CANARY.birthDate}', '${CANARY.email}', '${CANARY.phone}')`,
      `insert into doctor values ('sør', 'b', 0, 'KF', null)`,
    ])
      expect(await attempt(ctx, text)).toBeUndefined()
    unwrap(await erase(world))
    const first = await dumpOf(ctx)
    expect(JSON.parse(first.person ?? '[]').find(({ id }: { id: string }) => id === 'b')).toMatchObject({
      birth_date: CANARY.birthDate,
      entered_in: 'sør',
    })
    expect(tablesWith(first, ['Kanariana'])).toEqual(['account', 'district_person', 'outbox'])
    expect(first.account).toContain(CANARY.email)
    const south = { scopeKind: 'district', scopeId: 'sør', role: 'coordinator' } as const
    const there = { ...ctx, actor: { ...ctx.actor, memberships: [south] } as Context['actor'] }
    unwrap(await erase({ ...world, ctx: there, key: { districtId: 'sør', personId: 'b' } }))
    // Two mails to them wait still, and forget it when they are sent.
    await attempt(ctx, `delete from outbox where kind = 'erasure-done'`)
    expect(tablesWith(await dumpOf(ctx), ['Kanariana', 'Fuglesang', CANARY.birthDate, CANARY.phone])).toEqual(
      [],
    )
  })
})

describe('what is counted', () => {
  it('is the same before and after, whoever had the duties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 10, maxLength: 14 }),
        async (holders) => {
          const world = await erasureWorld(holders)
          const before = await figuresOf(world)
          unwrap(await erase(world))
          expect(await figuresOf(world)).toBe(before)
        },
      ),
      { numRuns: 12, seed: 24 },
    )
  })
})

/** Ledger, hours and load report with names and initials alike before and after. */
async function figuresOf({ ctx, key: { districtId } }: ErasureWorld): Promise<string> {
  const weeks = { from: '2027-W01', weeks: 4 }
  const told = [
    unwrap(await showLedger(ctx, { ...MONTH, districtId, personId: null })),
    unwrap(await showLedger(ctx, { ...MONTH, districtId, personId: CANARY.id })),
    unwrap(await showHours(ctx, { districtId, source: { kind: 'timeline' }, ...weeks })),
    ownIn(unwrap(await showLoadReport(ctx, { ...MONTH, districtId, municipality: '4645' }))),
  ]
  const figureOf = (key: string, value: unknown) => {
    // What the district says of its doctors stands beside the figures, and is none.
    if (key === 'district' || key === 'persons' || key === 'doctors') return undefined
    return isName(value) ? 'former' : value
  }
  return JSON.stringify(told, figureOf, 1)
}

/** Under another name than what the district says of its doctors. */
function ownIn({ report: { doctors: own, ...rest } }: LoadReportValue) {
  return { own, ...rest }
}

const MONTH = { closingId: null, kind: 'month', date: '2027-01-10' } as const

const isName = (value: unknown) =>
  [CANARY.name, CANARY.initials, 'N.N. 1', 'NN1'].some((name) => name === value)

async function attempt({ db }: Context, text: string): Promise<string | undefined> {
  const written = await writeAll(db, [CompiledQuery.raw(text, [])])
  return written.kind === 'refused' ? written.constraint : undefined
}

function codesOf(result: Awaited<ReturnType<typeof erasePerson>>): string[] {
  if (result.kind !== 'refused' || result.refusal.kind !== 'invalid') return [result.kind]
  return result.refusal.problems.map(({ code }) => code)
}
