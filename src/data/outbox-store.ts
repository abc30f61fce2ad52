import { sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, insertRows, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

export type ChannelName = Schema['outbox']['channel']

/** Something a person is to be told, stored with the change that causes it and sent later by a job. */
export interface OutboxMessage {
  readonly id: string
  /** The same key is stored, and so sent, once. */
  readonly dedupKey: string
  readonly districtId: string | null
  readonly kind: string
  readonly personId: PersonId | null
  readonly accountId: string | null
  readonly payload: unknown
  readonly createdAt: Minute
  readonly dueAt: Minute
  /** Left out = mail. */
  readonly channel?: ChannelName
}

export interface ClaimedMessage extends OutboxMessage {
  readonly channel: ChannelName
  /** With the one that it was just taken for. */
  readonly attempts: number
  /** What whoever is told has chosen to read; null where they never chose. */
  readonly language: Language | null
  /** When the first message of its group was stored that still waits: what has been told to nobody since. */
  readonly untoldSince: Minute
  /** The revision that it tells of; null for other messages. */
  readonly untoldFrom: number | null
}

/** What of the outbox is taken at once. */
export interface Claim {
  readonly now: Minute
  /** Until when nobody else may take it: past the longest time that sending it all can last. */
  readonly until: Minute
  readonly limit: number
  readonly channels: readonly ChannelName[]
}

/** Of these, one message tells one person all that has changed in one district until now, and the rest of its group need not go. */
const GROUPED = 'duties-changed'

/** Stores messages; one whose key is known already changes nothing. */
export function outboxWrites(messages: readonly OutboxMessage[]): Write[] {
  const rows = messages.map((message) => ({
    id: message.id,
    dedup_key: message.dedupKey,
    district_id: message.districtId,
    kind: message.kind,
    person_id: message.personId,
    account_id: message.accountId,
    payload: toJson(message.payload),
    created_at: toUtcText(message.createdAt),
    due_at: toUtcText(message.dueAt),
    status: 'waiting' as const,
    attempts: 0,
    channel: message.channel ?? 'mail',
  }))
  return insertRows('outbox', rows, 'on conflict (dedup_key) do nothing')
}

/**
 * Takes what is due, the longest waiting first, by one statement, so that no two who send take the same. Of a group only the
 * newest that is due is taken, and none while another of it is under way.
 */
export async function claimMessages(db: Database, claim: Claim): Promise<ClaimedMessage[]> {
  const now = toUtcText(claim.now)
  const ofGroup = sql`outbox as other where other.person_id = outbox.person_id
    and other.district_id = outbox.district_id and other.kind = outbox.kind and other.channel = outbox.channel
    and other.status = 'waiting' and outbox.kind = ${GROUPED}`
  const text = sql<Schema['outbox'] & Untold>`
    update outbox set claimed_until = ${toUtcText(claim.until)}, attempts = attempts + 1
    where id in (select id from outbox where status = 'waiting' and due_at <= ${now}
      and (claimed_until is null or claimed_until <= ${now})
      and channel in (select value from json_each(${toJson(claim.channels)}))
      and not exists (select 1 from ${ofGroup}
        and (other.claimed_until > ${now} or (other.due_at <= ${now} and other.rowid > outbox.rowid)))
      order by due_at limit ${claim.limit})
    returning *, ${languageOfReader} as language,
      coalesce((select min(other.created_at) from ${ofGroup}), outbox.created_at) as untold_since,
      (select min(other.payload ->> 'revision') from ${ofGroup}) as untold_from`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows.map((row) => ({
    ...toMessage(row),
    attempts: row.attempts,
    language: row.language,
    untoldSince: fromUtcText(row.untold_since),
    untoldFrom: row.untold_from,
  }))
}

interface Untold {
  language: Language | null
  untold_since: string
  untold_from: number | null
}

/** A message is for an account, or for a person who may have one. */
const languageOfReader = sql<Language | null>`coalesce(
  (select language from account where account.id = outbox.account_id),
  (select language from account where account.person_id = outbox.person_id))`

/** What a message said is forgotten once it is sent or given up: it may hold a sign-in link and an address. */
const FORGOTTEN = '{}'

export interface SentMessage {
  readonly id: string
  readonly at: Minute
  /** Why nothing had to be sent after all; left out when it was sent. */
  readonly unsent?: string
  /** What is kept in place of what was said. */
  readonly kept?: unknown
}

export function sentMessageWrites({ id, at, unsent, kept }: SentMessage): Write[] {
  const payload = kept === undefined ? FORGOTTEN : toJson(kept)
  const sent = { status: 'sent' as const, sent_at: toUtcText(at), last_error: unsent ?? null, payload }
  return [compiler.updateTable('outbox').set(sent).where('id', '=', id).compile()]
}

/** Why a message of a group was not sent itself. */
export const TOLD_BY_ANOTHER = 'told by another message'

/** What waits of the group of a message that has told it all: none of it need be sent. */
export function coveredMessageWrites(id: string, at: Minute): Write[] {
  const covered = sql`update outbox set status = 'sent', sent_at = ${toUtcText(at)}, payload = ${FORGOTTEN},
      last_error = ${TOLD_BY_ANOTHER}
    where exists (select 1 from outbox as told where told.id = ${id} and told.person_id = outbox.person_id
        and told.district_id = outbox.district_id and told.kind = ${GROUPED} and told.kind = outbox.kind
        and told.channel = outbox.channel and told.rowid > outbox.rowid)
      and status = 'waiting' and person_id = (select person_id from outbox as told where told.id = ${id})`
  return [covered.compile(compiler)]
}

/** The latest revision that a person was told of, and when. */
export interface ToldTo {
  readonly revision: number
  readonly at: Minute
}

/** In a district, on a channel; undefined before the first. */
export async function findToldTo(
  db: Database,
  { personId, districtId, channel }: Pick<ClaimedMessage, 'personId' | 'districtId' | 'channel'>,
): Promise<ToldTo | undefined> {
  const query = compiler
    .selectFrom('outbox')
    .select([sql<number | null>`payload ->> 'toldTo'`.as('revision'), 'sent_at'])
    .where('person_id', '=', personId)
    .where('district_id', '=', districtId)
    .where('kind', '=', GROUPED)
    .where('channel', '=', channel)
    .where('status', '=', 'sent')
    .orderBy('revision', 'desc')
    .limit(1)
  const [rows] = await readAll(db, [query])
  const [row] = rows
  if (!row?.sent_at || row.revision === null) return undefined
  return { revision: row.revision, at: fromUtcText(row.sent_at) }
}

/** How often a district's rota has been published until now; 0 = never. */
export async function findLatestRevision(db: Database, districtId: DistrictId): Promise<number> {
  const query = compiler
    .selectFrom('publication')
    .select(sql<number | null>`max(revision)`.as('revision'))
    .where('district_id', '=', districtId)
  const [rows] = await readAll(db, [query])
  return rows[0]?.revision ?? 0
}

/** A try that failed: due again at `dueAt`, or given up when that is null. */
export function failedMessageWrites(id: string, error: string, dueAt: Minute | null): Write[] {
  const next = dueAt === null ? { status: 'dead' as const, payload: FORGOTTEN } : { due_at: toUtcText(dueAt) }
  const failed = { ...next, claimed_until: null, last_error: error }
  // What somebody else has sent meanwhile stays sent.
  const ofWaiting = compiler.updateTable('outbox').set(failed).where('id', '=', id)
  return [ofWaiting.where('status', '=', 'waiting').compile()]
}

/** A message that was given up. */
export interface DeadMessage extends Omit<OutboxMessage, 'payload'> {
  readonly channel: ChannelName
  readonly error: string
}

/** What was given up and stored since then, the newest first; of one district, or with null what belongs to none. */
export async function listDeadMessages(
  db: Database,
  districtId: DistrictId | null,
  since: Minute,
): Promise<DeadMessage[]> {
  const query = compiler
    .selectFrom('outbox')
    .selectAll()
    .where('status', '=', 'dead')
    .where('due_at', '>=', toUtcText(since))
    .where('district_id', districtId === null ? 'is' : '=', districtId)
    .orderBy('due_at', 'desc')
    .limit(MOST_LISTED)
  const [rows] = await readAll(db, [query])
  return rows.map((row) => {
    const { payload: _, ...message } = toMessage(row)
    return { ...message, error: row.last_error ?? '' }
  })
}

const MOST_LISTED = 200

/** A message as it stands in the outbox, whatever became of it. */
export interface KeptMessage extends OutboxMessage {
  readonly channel: ChannelName
  readonly status: Schema['outbox']['status']
  readonly attempts: number
  readonly error: string | null
}

/** The latest messages, the newest first. */
export async function listLatestMessages(db: Database): Promise<KeptMessage[]> {
  const query = compiler.selectFrom('outbox').selectAll().orderBy(sql`rowid`, 'desc').limit(MOST_LISTED)
  const [rows] = await readAll(db, [query])
  return rows.map(toKept)
}

export async function findKeptMessage(db: Database, id: string): Promise<KeptMessage | undefined> {
  const [rows] = await readAll(db, [compiler.selectFrom('outbox').selectAll().where('id', '=', id)])
  return rows.map(toKept)[0]
}

function toKept(row: Schema['outbox']): KeptMessage {
  return { ...toMessage(row), status: row.status, attempts: row.attempts, error: row.last_error }
}

function toMessage(row: Schema['outbox']): OutboxMessage & { readonly channel: ChannelName } {
  return {
    id: row.id,
    dedupKey: row.dedup_key,
    districtId: row.district_id,
    kind: row.kind,
    personId: row.person_id,
    accountId: row.account_id,
    payload: fromJson(row.payload),
    createdAt: fromUtcText(row.created_at),
    dueAt: fromUtcText(row.due_at),
    channel: row.channel,
  }
}
