import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { RETENTION, RETENTION_CLASSES, type RetentionClass } from '../../src/core/plans/retention.ts'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { type Database, readAll, writeAll } from '../../src/data/database.ts'
import { countGoing, forgetWrites } from '../../src/data/retention-store.ts'
import { freshDatabase } from './fresh-database.ts'

const raw = (text: string) => CompiledQuery.raw(text, [])

/** One of everything around the rows under test: nothing of it goes by time. */
const GROUND = [
  `insert into municipality values ('4601', 'Bergen')`,
  `insert into district (id, name, legal_form, time_zone, languages) values ('d', 'Nord', 'x', 'Europe/Oslo', '["nb"]')`,
  `insert into person values ('p', null, null, 'd')`,
  `insert into district_person values ('d', 'p', 0, 'Lege', null, null, null, null)`,
  `insert into doctor values ('d', 'p', 0, 'LE', null)`,
  `insert into account (id, email, person_id, status, created_at) values ('a', 'a@x', 'p', 'active', '2020-01-01T00:00Z')`,
  `insert into line (district_id, id, ordinal, name, code, form, areas, behind, conditional)
    values ('d', 'l', 0, 'Hjemme', 'H', 'home', '[]', '[]', 0)`,
  `insert into publication (district_id, revision, kind, at, by, line_ids, from_date, to_date, reason)
    values ('d', 1, 'publication', '2026-01-01T00:00Z', 'a', '[]', '2026-01-01', '2026-02-01', '')`,
  `insert into issuer (id, name, kind, url, client_id, scope, ordinal) values ('i', 'I', 'other', 'https://i', 'c', 's', 0)`,
  // Wishes, exemptions, drafts and links that stand without an end, or whose end is far off.
  `insert into wish values ('d', 'w-far', 0, 'p', 'dates', '2030-01-01', '2030-01-02', null, null, 'wish', 1)`,
  `insert into exemption (district_id, person_id, id, ordinal, from_date, to_date, scope)
    values ('d', 'p', 'x-open', 0, '2020-01-01', null, 'nights')`,
  `insert into exemption_ground values ('d', 'p', 'x-open', 1, '4601', 'k', 'v1.k.text')`,
]

interface Case {
  readonly kind: RetentionClass
  readonly what: string
  readonly rows: readonly string[]
  /** What `left` counts. */
  readonly left: string
  /** The first minute at which it is gone. */
  readonly gone: string
}

const DRAFT = (status: string) =>
  `insert into draft (district_id, id, name, from_date, to_date, line_ids, base_revision, status, opened_by, opened_at)
    values ('d', 'dr', 'Vår', '2026-01-05', '2026-03-30', '[]', 0, '${status}', 'a', '2026-01-01T00:00Z')`
const COMMENT = `insert into draft_comment (district_id, draft_id, number, by, person_id, at, text)
    values ('d', 'dr', 1, 'a', 'p', '2026-01-02T00:00Z', 'Kan ikke')`
const OUTBOX = (status: string, payload: string) =>
  `insert into outbox (id, dedup_key, kind, payload, created_at, due_at, status, sent_at)
    values ('m', 'k', 'sign-in-link', '${payload}', '2026-06-01T10:00Z', '2026-06-01T10:00Z', '${status}', '2026-06-01T10:05Z')`
const EXPIRES = `'2026-06-01T10:00Z', '2026-06-01T10:10Z'`

const CASES: readonly Case[] = [
  {
    kind: 'wishes',
    what: 'a wish for dates, twelve months after the last of them, across a clock change',
    rows: [
      `insert into wish values ('d', 'w', 1, 'p', 'dates', '2026-03-27', '2026-03-29', null, null, 'cannot', 3)`,
    ],
    left: `wish where id = 'w'`,
    gone: '2027-03-28T22:00Z',
  },
  {
    kind: 'wishes',
    what: 'a wish for one duty, twelve months after its date',
    rows: [
      `insert into need (district_id, id, line_id, name, date, number, start_local, start_fold, start_at, end_local, end_fold, end_at, pieces)
        values ('d', 'n', 'l', 'Natt', '2026-05-01', 1, '', 0, '2026-05-01T20:00Z', '', 0, '2026-05-02T06:00Z', '[]')`,
      `insert into wish values ('d', 'w', 1, 'p', 'duty', null, null, null, 'n', 'wish', 1)`,
    ],
    left: `wish where id = 'w'`,
    gone: '2027-05-01T22:00Z',
  },
  {
    kind: 'grounds',
    what: 'why somebody was exempt, three months after the exemption ended',
    rows: [
      `insert into exemption (district_id, person_id, id, ordinal, from_date, to_date, scope)
        values ('d', 'p', 'x', 1, '2026-01-01', '2026-07-01', 'nights')`,
      `insert into exemption_ground values ('d', 'p', 'x', 1, '4601', 'k', 'v1.k.text')`,
      `insert into exemption_ground values ('d', 'p', 'x', 2, '4601', 'k', 'v1.k.more')`,
    ],
    left: `exemption_ground where exemption_id = 'x'`,
    gone: '2026-09-30T22:00Z',
  },
  {
    kind: 'comments',
    what: 'what was said of a draft, twelve months after its period',
    rows: [DRAFT('published'), COMMENT],
    left: 'draft_comment',
    gone: '2027-03-29T22:00Z',
  },
  {
    kind: 'comments',
    what: 'what the doctors were asked, as long',
    rows: [
      DRAFT('circulated'),
      `insert into draft_circulation values ('d', 'dr', 1, 'a', '2026-01-02T00:00Z', 'Hei Kari', null)`,
    ],
    left: `draft_circulation where message <> ''`,
    gone: '2027-03-29T22:00Z',
  },
  {
    kind: 'discardedDrafts',
    what: 'a draft that was put away, with all that was done in it',
    rows: [
      DRAFT('discarded'),
      `insert into draft_cell values ('d', 'dr', 'n', 1, '[]', 0, '', null, 1)`,
      `insert into draft_edit (district_id, draft_id, number, kind, by, at) values ('d', 'dr', 1, 'x', 'a', '2026-01-02T00:00Z')`,
      `insert into draft_edit_change values ('d', 'dr', 1, 0, 'n', 1, '{}', '{}')`,
      `insert into build (id, district_id, draft_id, seed, iterations, keep, status, base_edit, requested_by, requested_at, touched_at)
        values ('b', 'd', 'dr', 1, 1, 'filled', 'done', 0, 'a', '2026-01-02T00:00Z', '2026-01-02T00:00Z')`,
      `insert into build_state values ('b', 0, x'00')`,
    ],
    left: 'draft',
    gone: '2027-03-29T22:00Z',
  },
  {
    kind: 'setUpChanges',
    what: 'what the set-up was before a change, after 90 days',
    rows: [
      `insert into set_up_change (district_id, number, action, at, by_account, parts)
        values ('d', 1, 'save-doctor', '2026-06-01T10:00Z', 'a', '[]')`,
    ],
    left: 'set_up_change where parts is not null',
    gone: '2026-08-30T10:00Z',
  },
  {
    kind: 'endedRoles',
    what: 'a role that was taken away, after a year',
    rows: [`insert into ended_membership values ('a', 'district', 'd', 'doctor', 'b', '2026-06-01T10:00Z')`],
    left: 'ended_membership',
    gone: '2027-06-01T10:00Z',
  },
  {
    kind: 'reportOpenings',
    what: 'who opened a report, after a year',
    rows: [
      `insert into report_opening values ('d', '4645', '2026-01-01', '2026-04-01', 'a', '2026-06-01', '2026-06-01T10:00Z', 'municipality-reader')`,
    ],
    left: 'report_opening',
    gone: '2027-06-01T10:00Z',
  },
  {
    kind: 'invitations',
    what: 'an invitation, 30 days after it ran out',
    rows: [
      `insert into invitation (hash, email, scope_kind, scope_id, role, invited_by, created_at, expires_at)
        values ('h', 'b@x', 'district', 'd', 'doctor', 'a', '2026-06-01T10:00Z', '2026-06-08T10:00Z')`,
    ],
    left: 'invitation',
    gone: '2026-07-08T10:00Z',
  },
  {
    kind: 'sessions',
    what: 'a session, when what it sent can no longer be given back',
    rows: [
      `insert into session (hash, account_id, auth_method, authenticated_at, created_at, last_seen_at, idle_expires_at, expires_at)
        values ('h', 'a', 'mailed', '2026-06-01T10:00Z', '2026-06-01T10:00Z', '2026-06-01T10:00Z', '2026-06-01T10:30Z', '2026-06-01T22:00Z')`,
    ],
    left: 'session',
    gone: '2026-06-02T10:00Z',
  },
  {
    kind: 'signInAttempts',
    what: 'a link to sign in by, when it runs out',
    rows: [
      `insert into login_link (hash, account_id, purpose, created_at, expires_at) values ('h', 'a', 'sign-in', ${EXPIRES})`,
    ],
    left: 'login_link',
    gone: '2026-06-01T10:10Z',
  },
  {
    kind: 'signInAttempts',
    what: 'what a passkey was to sign, when it runs out',
    rows: [
      `insert into challenge (hash, purpose, browser_hash, created_at, expires_at) values ('h', 'sign-in', 'b', ${EXPIRES})`,
    ],
    left: 'challenge',
    gone: '2026-06-01T10:10Z',
  },
  {
    kind: 'signInAttempts',
    what: 'what a provider was asked, when it runs out',
    rows: [
      `insert into provider_attempt (state_hash, issuer_id, browser_hash, purpose, nonce, verifier, created_at, expires_at)
        values ('h', 'i', 'b', 'sign-in', 'n', 'v', ${EXPIRES})`,
    ],
    left: 'provider_attempt',
    gone: '2026-06-01T10:10Z',
  },
  {
    kind: 'heldForms',
    what: 'a form that was kept for who sent it, when it runs out',
    rows: [
      `insert into held_form (hash, account_id, sealed, created_at, expires_at) values ('h', 'a', 's', ${EXPIRES})`,
    ],
    left: 'held_form',
    gone: '2026-06-01T10:10Z',
  },
  {
    kind: 'rateCounts',
    what: 'how often somebody tried, after a day',
    rows: [`insert into rate_count values ('h', '2026-06-01T10:00Z', 3)`],
    left: 'rate_count',
    gone: '2026-06-02T10:00Z',
  },
  {
    kind: 'calendarLinks',
    what: 'what an ended calendar link tells of a device, after a year',
    rows: [
      `insert into feed_link (id, hash, account_id, kind, person_id, label, options, stamp, created_at, revoked_at, last_client)
        values ('f', 'h', 'a', 'own', 'p', 'Karis telefon', '{}', 1, '2026-01-01T00:00Z', '2026-06-01T10:00Z', 'Google')`,
    ],
    left: `feed_link where label <> '' or last_client is not null`,
    gone: '2027-06-01T10:00Z',
  },
  {
    kind: 'notices',
    what: 'that somebody was told of a change, a year after the duty',
    rows: [
      `insert into change_notice (district_id, revision, person_id, at, soonest_at, latest_at, is_urgent)
        values ('d', 1, 'p', '2026-05-01T10:00Z', '2026-05-30T10:00Z', '2026-06-01T10:00Z', 1)`,
    ],
    left: 'change_notice',
    gone: '2027-06-01T10:00Z',
  },
  {
    kind: 'sentMessages',
    what: 'a message that was sent, after 90 days',
    rows: [OUTBOX('sent', '{}')],
    left: 'outbox',
    gone: '2026-08-30T10:05Z',
  },
  {
    kind: 'deadMessages',
    what: 'a message that was given up, after a year',
    rows: [OUTBOX('dead', '{}')],
    left: 'outbox',
    gone: '2027-06-01T10:00Z',
  },
]

const HELD = 12 * 60

describe('what is forgotten by time', () => {
  for (const { kind, what, rows, left, gone } of CASES)
    it(`keeps ${what}, and not a minute longer`, async () => {
      const db = await databaseWith(rows)
      const before = await dump(db)
      const at = fromUtcText(gone)
      expect(await goingAt(db, at - 1)).toEqual({})
      await forgetAt(db, at - 1)
      expect(await dump(db)).toEqual(before)
      const going = await goingAt(db, at)
      expect(Object.keys(going)).toEqual([kind])
      expect(await countOf(db, left)).toBeGreaterThan(0)
      expect(await dump(db)).toEqual(before)
      await forgetAt(db, at)
      expect(await countOf(db, left)).toBe(0)
      expect(await goingAt(db, at)).toEqual({})
      expect(changedTables(before, await dump(db))).toEqual(await tablesOf(rows, left))
    })

  it('has a case for every kind that goes by time', () => {
    const timed = RETENTION_CLASSES.filter(
      (kind) => !['while-used', 'undecided'].includes(RETENTION[kind].keeping.kind),
    )
    expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(timed))
  })

  it('takes nothing of what nobody has said how long to keep, however long one waits', async () => {
    const db = await databaseWith([])
    const far = fromUtcText('2060-01-01T00:00Z')
    expect(await goingAt(db, far)).toEqual({ wishes: 1 })
    const before = await dump(db)
    await forgetAt(db, far)
    expect(changedTables(before, await dump(db))).toEqual(['wish'])
  })

  it('keeps the last message of each group, since by it the next knows what is new', async () => {
    const message = (id: string, toldTo: number) =>
      `insert into outbox (id, dedup_key, district_id, person_id, kind, payload, created_at, due_at, status, sent_at)
        values ('${id}', '${id}', 'd', 'p', 'duties-changed', '{"toldTo":${toldTo}}', '2026-06-01T10:00Z', '2026-06-01T10:00Z', 'sent', '2026-06-01T10:05Z')`
    const db = await databaseWith([message('m1', 1), message('m2', 2)])
    await forgetAt(db, fromUtcText('2029-01-01T00:00Z'))
    expect(await countOf(db, `outbox where id = 'm1'`)).toBe(0)
    expect(await countOf(db, `outbox where id = 'm2'`)).toBe(1)
  })
})

async function databaseWith(rows: readonly string[]): Promise<Database> {
  const db = freshDatabase()
  expect(await writeAll(db, [...GROUND, ...rows].map(raw))).toEqual({ kind: 'written' })
  return db
}

async function goingAt(db: Database, now: Minute): Promise<Record<string, number>> {
  const going = await countGoing(db, RETENTION, { now, heldMinutes: HELD })
  return Object.fromEntries([...going].filter(([, amount]) => amount > 0))
}

async function forgetAt(db: Database, now: Minute): Promise<void> {
  expect(await writeAll(db, forgetWrites(RETENTION, { now, heldMinutes: HELD }))).toEqual({ kind: 'written' })
}

type Dump = Readonly<Record<string, string>>

async function dump(db: Database): Promise<Dump> {
  const [tables] = await readAll(db, [
    {
      compile: () =>
        raw(`select name from sqlite_schema where type = 'table' order by name`) as CompiledQuery<{
          name: string
        }>,
    },
  ])
  const rows = await readAll(
    db,
    tables.map(({ name }) => ({ compile: () => raw(`select * from "${name}"`) })),
  )
  return Object.fromEntries(tables.map(({ name }, place) => [name, JSON.stringify(rows[place])]))
}

const changedTables = (before: Dump, after: Dump) =>
  Object.keys(before).filter((table) => before[table] !== after[table])

/** The tables that a case fills and that go: all of its rows but those that only carry them. */
async function tablesOf(rows: readonly string[], left: string): Promise<string[]> {
  const filled = rows.map((row) => /insert into (\w+)/.exec(row)?.[1] ?? '')
  const main = left.split(' ')[0] ?? ''
  const isWhole = main === 'draft'
  return [...new Set(filled.filter((table) => isWhole || table === main))].toSorted()
}

async function countOf(db: Database, from: string): Promise<number> {
  const query = raw(`select count(*) as amount from ${from}`) as CompiledQuery<{ amount: number }>
  const [[row]] = await readAll(db, [{ compile: () => query }])
  return row?.amount ?? 0
}
