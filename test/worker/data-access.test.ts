import { env } from 'cloudflare:workers'
import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  accountStatusWrites,
  accountWrites,
  findAccount,
  findAccountByEmail,
  findAccountOfPerson,
  listMemberships,
  membershipRemovals,
  membershipWrites,
} from '../../src/data/account-store.ts'
import {
  type AuditEntry,
  auditWrites,
  findAuditHead,
  joinChain,
  listAudit,
  saveAudited,
} from '../../src/data/audit-store.ts'
import { openDatabase, readAll, writeAll } from '../../src/data/database.ts'
import { feedBodyWrites, findFeedBody } from '../../src/data/feed-body-store.ts'
import { feedFetchWrites, findFeed, listFeeds, revokeFeedWrites } from '../../src/data/feed-store.ts'
import { acceptInvitationWrites, findInvitation, invitationWrites } from '../../src/data/invitation-store.ts'
import {
  findLoginLink,
  type LoginLink,
  loginLinkWrites,
  useLoginLinkWrites,
} from '../../src/data/login-link-store.ts'
import {
  claimMessages,
  failedMessageWrites,
  type OutboxMessage,
  outboxWrites,
  sentMessageWrites,
} from '../../src/data/outbox-store.ts'
import {
  endSessionsOfAccountWrites,
  endSessionWrites,
  expiredSessionRemovals,
  findSession,
  listSessions,
  type Session,
  sessionWrites,
  touchSessionWrites,
} from '../../src/data/session-store.ts'
import { type StoredAudit, verifyAudit } from '../../src/usecases/verify-audit.ts'
import { accountWithLink, feedLinkOf, SUBSCRIBERS } from '../data/sample-feed.ts'
import { enter, plannedDistrict } from '../data/sample-timeline.ts'

const db = openDatabase(env.DB)
const written = { kind: 'written' }
const duplicate = { kind: 'refused', constraint: 'duplicate' }
const linkUsed = { kind: 'refused', constraint: 'link-used' }
const now = 29_900_000

function accountOf(id: string, said: Partial<Account> = {}): Account {
  return { id, email: `${id}@example.no`, personId: null, status: 'active', createdAt: now, ...said }
}

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('an account', () => {
  it('is found by id, address and person', async () => {
    await enter(db, plannedDistrict('found'))
    const account = accountOf('found', { personId: 'found.a' })
    await writeAll(db, accountWrites(account))
    expect(await findAccount(db, 'found')).toStrictEqual(account)
    expect(await findAccountByEmail(db, 'found@example.no')).toStrictEqual(account)
    expect(await findAccountOfPerson(db, 'found.a')).toStrictEqual(account)
    expect(await findAccountByEmail(db, 'other@example.no')).toBeUndefined()
  })

  it('is the only one of its address and of its person', async () => {
    await enter(db, plannedDistrict('only'))
    await writeAll(db, accountWrites(accountOf('only', { personId: 'only.a' })))
    expect(await writeAll(db, accountWrites(accountOf('only-2', { email: 'only@example.no' })))).toEqual(
      duplicate,
    )
    expect(await writeAll(db, accountWrites(accountOf('only-3', { personId: 'only.a' })))).toEqual(duplicate)
  })

  it('has the roles it was given, each once, until they are taken', async () => {
    await enter(db, plannedDistrict('roles'))
    await writeAll(db, accountWrites(accountOf('roles')))
    const doctor = { scopeKind: 'district', scopeId: 'roles', role: 'doctor' } as const
    const reader = { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-reader' } as const
    const give = [doctor, reader, doctor].flatMap((role) => membershipWrites('roles', role, 'admin', now))
    expect(await writeAll(db, give)).toEqual(written)
    expect(await listMemberships(db, 'roles')).toStrictEqual([doctor, reader])
    await writeAll(db, membershipRemovals('roles', doctor, now))
    expect(await listMemberships(db, 'roles')).toStrictEqual([reader])
  })

  it.each([
    ['district', 'nowhere', 'coordinator'],
    ['municipality', '9999', 'municipality-reader'],
  ] as const)('cannot get a role in a %s that does not exist', async (scopeKind, scopeId, role) => {
    const id = `lost-${scopeKind}`
    await writeAll(db, accountWrites(accountOf(id)))
    const give = writeAll(db, membershipWrites(id, { scopeKind, scopeId, role }, 'admin', now))
    await expect(give).rejects.toThrow('FOREIGN KEY')
  })
})

describe('a sign-in link', () => {
  const linkOf = (id: string): LoginLink => ({
    hash: `hash-${id}`,
    accountId: id,
    purpose: 'sign-in',
    email: null,
    browserHash: null,
    codeHash: null,
    tries: 0,
    createdAt: now,
    expiresAt: now + 10,
    usedAt: null,
  })

  it('is spent once when twenty use it at once', async () => {
    await writeAll(db, [...accountWrites(accountOf('twenty')), ...loginLinkWrites(linkOf('twenty'))])
    const uses = Array.from({ length: 20 }, () =>
      writeAll(db, useLoginLinkWrites('hash-twenty', 'sign-in', now + 1)),
    )
    const answers = await Promise.all(uses)
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'refused')).toEqual(Array(19).fill(linkUsed))
    expect(await findLoginLink(db, 'hash-twenty')).toStrictEqual({
      ...linkOf('twenty'),
      usedAt: now + 1,
      isActive: true,
      memberships: [],
    })
  })

  it.each([
    ['in its last minute', now + 9, 'sign-in', 'active', written],
    ['when it has run out', now + 10, 'sign-in', 'active', linkUsed],
    ['for another purpose', now, 'step-up', 'active', linkUsed],
    ['of a disabled account', now, 'sign-in', 'disabled', linkUsed],
  ] as const)('used %s', async (name, at, purpose, status, answer) => {
    const id = name.replaceAll(' ', '-')
    await writeAll(db, [...accountWrites(accountOf(id)), ...loginLinkWrites(linkOf(id))])
    await writeAll(db, accountStatusWrites(id, status, now))
    expect(await writeAll(db, useLoginLinkWrites(`hash-${id}`, purpose, at))).toEqual(answer)
  })
})

describe('a session', () => {
  const sessionOf = (accountId: string, key = accountId): Session => ({
    hash: `session-${key}`,
    accountId,
    authMethod: 'link',
    acr: null,
    strength: 'single',
    client: '',
    authenticatedAt: now,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: now + 30,
    expiresAt: now + 720,
  })

  it('is found with person and roles, and with when it was used last', async () => {
    await enter(db, plannedDistrict('live'))
    const role = { scopeKind: 'district', scopeId: 'live', role: 'doctor' } as const
    await writeAll(db, [
      ...accountWrites(accountOf('live', { personId: 'live.a' })),
      ...membershipWrites('live', role, 'admin', now),
      ...sessionWrites(sessionOf('live')),
    ])
    const found = { session: sessionOf('live'), personId: 'live.a', language: null, memberships: [role] }
    expect(await findSession(db, 'session-live', now)).toStrictEqual(found)
    await writeAll(db, touchSessionWrites('session-live', now + 29, now + 800))
    const touched = { lastSeenAt: now + 29, idleExpiresAt: now + 800 }
    expect((await findSession(db, 'session-live', now))?.session).toEqual({ ...found.session, ...touched })
  })

  it('ends with its account’s good standing, by sign-out, with all others, and with time', async () => {
    await writeAll(db, accountWrites(accountOf('many')))
    await writeAll(
      db,
      ['1', '2', '3'].flatMap((key) => sessionWrites(sessionOf('many', key))),
    )
    expect(await listSessions(db, 'many', now)).toHaveLength(3)
    await writeAll(db, accountStatusWrites('many', 'disabled', now))
    expect(await findSession(db, 'session-1', now)).toBeUndefined()
    await writeAll(db, [...accountStatusWrites('many', 'active', now), ...endSessionWrites('session-1')])
    expect(await findSession(db, 'session-1', now)).toBeUndefined()
    expect(await findSession(db, 'session-2', now)).toBeDefined()
    await writeAll(db, endSessionsOfAccountWrites('many'))
    expect(await listSessions(db, 'many', now)).toEqual([])
    await writeAll(db, sessionWrites(sessionOf('many', '4')))
    await writeAll(db, expiredSessionRemovals(now + 719))
    expect(await listSessions(db, 'many', now)).toHaveLength(1)
    await writeAll(db, expiredSessionRemovals(now + 720))
    expect(await listSessions(db, 'many', now)).toEqual([])
  })
})

describe('an invitation', () => {
  it('is accepted once', async () => {
    await enter(db, plannedDistrict('invited'))
    const membership = { scopeKind: 'district', scopeId: 'invited', role: 'doctor' } as const
    const invitation = {
      hash: 'invitation',
      email: null,
      personId: 'invited.a',
      accountId: null,
      isByInstallation: false,
      membership,
      invitedBy: 'admin',
      createdAt: now,
      expiresAt: now + 100,
      acceptedBy: null,
      acceptedAt: null,
    }
    await writeAll(db, invitationWrites(invitation))
    expect(await findInvitation(db, 'invitation')).toStrictEqual(invitation)
    const accept = (id: string, at: number) =>
      writeAll(db, [...accountWrites(accountOf(id)), ...acceptInvitationWrites('invitation', id, at)])
    expect(await accept('invited-late', now + 100)).toEqual(linkUsed)
    expect(await accept('invited', now + 99)).toEqual(written)
    expect(await accept('invited-twice', now + 99)).toEqual(linkUsed)
    expect(await findAccount(db, 'invited-twice')).toBeUndefined()
    expect(await findInvitation(db, 'invitation')).toMatchObject({
      acceptedBy: 'invited',
      acceptedAt: now + 99,
    })
  })
})

describe('the audit log', () => {
  const entryOf = (districtId: string, action = 'publish-rota'): AuditEntry => ({
    districtId,
    at: now,
    actor: 'account-1',
    session: 'abcdef',
    action,
    subjectKind: 'draft',
    subjectId: 'first',
    before: null,
    after: { revision: 1 },
    requestId: 'request-1',
  })

  it('is one unbroken chain when ten changes enter it at once', async () => {
    const entries = Array.from({ length: 10 }, (_, index) => entryOf('chain', `action-${index}`))
    const answers = await Promise.all(
      entries.map((entry) => {
        const account = accountWrites(accountOf(`chain-${entry.action}`))
        return saveAudited(db, hash, entry, account)
      }),
    )
    expect(answers).toEqual(Array(10).fill(written))
    const rows = await listAudit(db, 'chain', 0, 100)
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1))
    const { results } = await env.DB.prepare(
      "select * from audit where district_id = 'chain'",
    ).all<StoredAudit>()
    expect(await verifyAudit(results, [], hash)).toMatchObject([{ chain: 'chain', rows: 10, fault: null }])
    const forged = results.map((row) => (row.seq === 2 ? { ...row, after: '{"revision":2}' } : row))
    expect((await verifyAudit(forged, [], hash))[0]?.fault).toEqual({ kind: 'changed', seq: 2 })
    const without = results.filter((row) => row.seq > 1)
    expect((await verifyAudit(without, [], hash))[0]?.fault).toEqual({ kind: 'missing-before', seq: 2 })
  })

  it('is not entered by a change that is refused', async () => {
    const account = accountWrites(accountOf('refused'))
    expect(await saveAudited(db, hash, entryOf('refusal'), account)).toEqual(written)
    expect(await saveAudited(db, hash, entryOf('refusal'), account.map(asDuplicate))).toEqual(duplicate)
    expect((await findAuditHead(db, 'refusal')).seq).toBe(1)
  })

  it('gives back what was written', async () => {
    const row = await joinChain(hash, { ...entryOf('kept'), before: ['æ'] }, { seq: 0, hash: '' })
    expect(await writeAll(db, auditWrites(row))).toEqual(written)
    expect(await listAudit(db, 'kept', 0, 10)).toStrictEqual([row])
    expect(await listAudit(db, 'kept', 1, 10)).toEqual([])
  })

  const columns =
    'district_id, seq, prev, hash, at, actor, session, action, subject_kind, subject_id, before, after, request_id'
  const forged = (seq: string, prev: string) =>
    `select district_id, ${seq}, ${prev}, 'forged', at, actor, session, 'forged', subject_kind, subject_id, null, null, '' from audit where district_id = 'guarded' and seq = 2`

  const lastHash = "(select hash from audit where district_id = 'guarded' order by seq desc limit 1)"

  it.each([
    ['an update', "update audit set action = 'x' where district_id = 'guarded'"],
    ['an update or replace', "update or replace audit set seq = 1 where district_id = 'guarded' and seq = 2"],
    ['a delete', "delete from audit where district_id = 'guarded'"],
    ['a replace of the same place', `insert or replace into audit (${columns}) ${forged('seq', 'prev')}`],
    ['a replace after the same row', `replace into audit (${columns}) ${forged('4', 'prev')}`],
    [
      'an upsert',
      `insert into audit (${columns}) ${forged('seq', 'prev')} on conflict do update set action = 'x'`,
    ],
    ['an insert or ignore', `insert or ignore into audit (${columns}) ${forged('seq', 'prev')}`],
    ['a gap', `insert into audit (${columns}) ${forged('5', lastHash)}`],
    ['a fork', `insert into audit (${columns}) ${forged('4', "'nothing'")}`],
  ])('is not changed by %s', async (_name, sql) => {
    while ((await findAuditHead(db, 'guarded')).seq < 3) await saveAudited(db, hash, entryOf('guarded'), [])
    const before = await listAudit(db, 'guarded', 0, 10)
    await expect(env.DB.prepare(sql).run()).rejects.toThrow()
    expect(await listAudit(db, 'guarded', 0, 10)).toEqual(before)
  })
})

describe('the outbox', () => {
  const messageOf = (id: string, said: Partial<OutboxMessage> = {}): OutboxMessage => ({
    id,
    dedupKey: id,
    districtId: null,
    kind: 'rota-published',
    personId: null,
    accountId: null,
    payload: { revision: 1 },
    createdAt: now,
    dueAt: now,
    ...said,
  })

  const claim = (at: number) =>
    claimMessages(db, { now: at, until: at + 3, limit: 10, channels: ['mail', 'sms'] })

  it('keeps one message of a key, and hands out what is due until it is sent or given up', async () => {
    await writeAll(db, outboxWrites([messageOf('m1'), messageOf('m2', { dueAt: now + 5 })]))
    await writeAll(db, outboxWrites([messageOf('m3', { dedupKey: 'm1', payload: 'other' })]))
    const claimed = { attempts: 1, language: null, channel: 'mail', tells: null }
    expect(await claim(now)).toStrictEqual([{ ...messageOf('m1'), ...claimed }])
    await writeAll(db, failedMessageWrites('m1', 'no answer', now + 9))
    expect((await claim(now + 9)).map((message) => [message.id, message.attempts]).toSorted()).toEqual([
      ['m1', 2],
      ['m2', 1],
    ])
    const sent = sentMessageWrites({ id: 'm2', at: now + 9 })
    await writeAll(db, [...sent, ...failedMessageWrites('m1', 'no answer', null)])
    expect(await claim(now + 90)).toEqual([])
  })

  it('forgets what a message said once it is sent or given up', async () => {
    await writeAll(db, outboxWrites([messageOf('m4'), messageOf('m5'), messageOf('m6')]))
    await writeAll(db, [
      ...sentMessageWrites({ id: 'm4', at: now }),
      ...failedMessageWrites('m5', 'no answer', null),
    ])
    const stored = db.k.selectFrom('outbox').select('payload').where('id', 'in', ['m4', 'm5', 'm6'])
    const rows = await stored.orderBy('id').execute()
    expect(rows.map((row) => row.payload)).toEqual(['{}', '{}', '{"revision":1}'])
  })
})

describe('a calendar link', () => {
  const find = (id: string) => findFeed(db, `feed-${id}`, now, SUBSCRIBERS)
  const kept = (id: string, state: string, body: string) => feedBodyWrites(id, { key: id, state }, body, now)

  it('is found by the hash of its secret, and so is what was rendered of it last', async () => {
    await enter(db, plannedDistrict('feed'))
    await writeAll(db, accountWithLink('feed', 'feed.a', now))
    const link = feedLinkOf('feed', { accountId: 'feed.a', personId: 'feed.a', createdAt: now })
    const found = await find('feed')
    expect(found).toMatchObject({ link, left: [], isEntitled: true, districtVersion: 0, language: null })
    await writeAll(db, kept('feed', '"0"', 'old'))
    await writeAll(db, kept('feed', '"1"', 'BEGIN:VCALENDAR'))
    expect(await findFeedBody(db, { key: 'feed', state: '"0"' })).toBeUndefined()
    expect(await findFeedBody(db, { key: 'feed', state: '"1"' })).toBe('BEGIN:VCALENDAR')
    const fetch = { at: now + 1, client: 'thunderbird', validator: 'tag', etag: '"1"' }
    await writeAll(db, feedFetchWrites('feed', fetch))
    const fetched = {
      lastFetchedAt: now + 1,
      lastClient: 'thunderbird',
      lastValidator: 'tag',
      lastEtag: '"1"',
    }
    expect(await listFeeds(db, 'feed.a')).toStrictEqual([{ ...link, ...fetched }])
    expect(await find('other')).toBeUndefined()
  })

  it('keeps a calendar that no single value can hold, in the place of what stood there', async () => {
    await enter(db, plannedDistrict('long'))
    await writeAll(db, accountWithLink('long', 'long.a', now))
    // At each place where it could be cut, a character of two halves.
    const long = `x${'🚑'.repeat(850_000)}`
    await writeAll(db, kept('long', '"1"', long))
    expect(await findFeedBody(db, { key: 'long', state: '"1"' })).toBe(long)
    await writeAll(db, kept('long', '"2"', 'short'))
    expect(await findFeedBody(db, { key: 'long', state: '"2"' })).toBe('short')
  })

  it('is ended by its own account only, and forgets its calendar', async () => {
    await enter(db, plannedDistrict('revoked'))
    const written = [...accountWithLink('revoked', 'revoked.a', now), ...kept('revoked', '"1"', 'body')]
    await writeAll(db, written)
    await writeAll(db, revokeFeedWrites('revoked', 'revoked.b', now))
    expect(await findFeedBody(db, { key: 'revoked', state: '"1"' })).toBe('body')
    await writeAll(db, revokeFeedWrites('revoked', 'revoked.a', now + 2))
    await writeAll(db, revokeFeedWrites('revoked', 'revoked.a', now + 9))
    expect((await find('revoked'))?.link.revokedAt).toBe(now + 2)
    expect(await findFeedBody(db, { key: 'revoked', state: '"1"' })).toBeUndefined()
  })
})

describe('a statement that production D1 would refuse', () => {
  const raw = (sql: string, values: readonly unknown[]) => CompiledQuery.raw(sql, [...values])
  const list = (count: number) => Array(count).fill('?').join(', ')

  it.each([
    ['a value of more than 2 MB', raw('select ?', ['x'.repeat(2_000_001)]), '2000001 bytes'],
    ['a value of more than 2 MB in UTF-8', raw('select ?', ['å'.repeat(1_000_001)]), '2000002 bytes'],
    ['more than 2 MB of bytes', raw('select ?', [new Uint8Array(2_000_001)]), '2000001 bytes'],
    ['101 parameters', raw(`select 1 where 1 in (${list(101)})`, Array(101).fill(1)), '101 parameters'],
    ['six compound terms', raw(Array(6).fill('select 1').join(' union all '), []), '6 compound terms'],
    ['more than 100 kB', raw(`select '${'x'.repeat(100_000)}'`, []), '100 000 bytes'],
  ])('is refused here too: %s', async (_name, query, message) => {
    await expect(writeAll(db, [query])).rejects.toThrow(message)
  })

  it.each([
    ['a value of 2 MB', raw('select ?', ['x'.repeat(2_000_000)])],
    ['100 parameters', raw(`select 1 where 1 in (${list(100)})`, Array(100).fill(1))],
    ['five compound terms', raw(Array(5).fill('select 1').join(' union all '), [])],
  ])('begins after %s', async (_name, query) => {
    expect(await writeAll(db, [query])).toEqual(written)
  })

  it('is told by its first words and its cause', async () => {
    const broken = writeAll(db, [raw('insert into nowhere (id) values (1)', [])])
    await expect(broken).rejects.toThrow(/insert into nowhere.*no such table/)
    await expect(broken).rejects.toHaveProperty('cause')
    await expect(writeAll(db, [raw('select ?', [undefined])])).rejects.toThrow('undefined')
  })

  it('does not come of reading and writing nothing', async () => {
    expect(await writeAll(db, [])).toEqual(written)
    expect(await readAll(db, [])).toEqual([])
  })
})

function asDuplicate(write: CompiledQuery): CompiledQuery {
  const [, ...rest] = write.parameters
  return CompiledQuery.raw(write.sql, ['another-id', ...rest])
}
