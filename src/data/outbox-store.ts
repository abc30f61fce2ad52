import { sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { DUTIES_CHANGED } from './duties-changed.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
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
  /** What it tells of, fixed when it is first taken: a key stands for the same at each try. Null for other messages. */
  readonly tells: Tells | null
}

/** Revisions after `after`, up to and with `to`. */
export interface Tells {
  readonly after: number
  readonly to: number
}

/** What of the outbox is taken at once. */
export interface Claim {
  readonly now: Minute
  /** Until when nobody else may take it: past the longest time that sending it all can last. */
  readonly until: Minute
  readonly limit: number
  readonly channels: readonly ChannelName[]
}

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
 * Takes what is due, the longest waiting first, by one statement, so that no two who send take the same. Of a group one at a
 * time: what has been tried before, in its order, then the newest. What a message that was tried tells of waits for its end.
 */
export async function claimMessages(db: Database, claim: Claim): Promise<ClaimedMessage[]> {
  const now = toUtcText(claim.now)
  const text = sql<Schema['outbox'] & { language: Language | null }>`
    update outbox set claimed_until = ${toUtcText(claim.until)}, attempts = attempts + 1,
      payload = case when kind = ${DUTIES_CHANGED} and ${TO} is null then ${withWhatItTells} else payload end
    where id in (select id from outbox where status = 'waiting' and due_at <= ${now}
      and (claimed_until is null or claimed_until <= ${now})
      and channel in (select value from json_each(${toJson(claim.channels)}))
      and not exists (select 1 from ${ofGroup} and other.status = 'waiting'
        and (other.claimed_until > ${now} or (${goesFirst} and other.due_at <= ${now})
          or (${TO} is null and other.payload ->> 'toldTo' >= outbox.payload ->> 'revision')))
      order by due_at limit ${claim.limit})
    returning *, ${languageOfReader} as language`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows.map((row) => ({
    ...toMessage(row),
    attempts: row.attempts,
    language: row.language,
    tells: tellsOf(row),
  }))
}

const TO = sql`outbox.payload ->> 'toldTo'`

const ofGroup = sql`outbox as other where other.person_id = outbox.person_id
  and other.district_id = outbox.district_id and other.kind = outbox.kind and other.channel = outbox.channel
  and outbox.kind = ${DUTIES_CHANGED}`

/** Of two in a group of which both are due. */
const goesFirst = sql`case when other.payload ->> 'toldTo' is null then ${TO} is null and other.rowid > outbox.rowid
  else ${TO} is null or other.rowid < outbox.rowid end`

/** The last revision that a group has told, or may have: what was surely not taken has no `toldTo`. 0 = none. */
const LAST_TOLD = sql`coalesce((select max(other.payload ->> 'toldTo') from ${ofGroup}), 0)`

/** What nobody was told yet, from the first message that waits for it or was refused, up to now. */
const withWhatItTells = sql`json_set(payload,
  '$.after', max(${LAST_TOLD}, coalesce((select min(other.payload ->> 'revision') from ${ofGroup}
    and other.status <> 'sent' and other.payload ->> 'toldTo' is null
    and other.payload ->> 'revision' > ${LAST_TOLD}), 0) - 1),
  '$.toldTo', max(${LAST_TOLD}, coalesce((select max(revision) from publication
    where publication.district_id = outbox.district_id), 0)))`

function tellsOf({ kind, payload }: Schema['outbox']): Tells | null {
  const { after, toldTo } = {
    ...(fromJson(payload) as { readonly after?: unknown; readonly toldTo?: unknown }),
  }
  if (kind !== DUTIES_CHANGED || typeof after !== 'number' || typeof toldTo !== 'number') return null
  return { after, to: toldTo }
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

/** What of the group of a message was never tried: it is told by it, or given up with it. */
export function coveredMessageWrites(
  { id, tells }: Pick<ClaimedMessage, 'id' | 'tells'>,
  at: Minute,
  givenUp?: { readonly error: string; readonly isMaybeTaken: boolean },
): Write[] {
  if (tells === null) return []
  const end = givenUp
    ? sql`status = 'dead', last_error = ${givenUp.error}, payload = ${keptOfDead(givenUp.isMaybeTaken)}`
    : sql`status = 'sent', last_error = ${TOLD_BY_ANOTHER}, payload = ${FORGOTTEN}, sent_at = ${toUtcText(at)}`
  const covered = sql`update outbox set ${end}
    where exists (select 1 from outbox as told where told.id = ${id} and told.person_id = outbox.person_id
        and told.district_id = outbox.district_id and told.kind = outbox.kind and told.channel = outbox.channel)
      and status = 'waiting' and person_id = (select person_id from outbox as told where told.id = ${id})
      and ${TO} is null and payload ->> 'revision' <= ${tells.to}`
  return [covered.compile(compiler)]
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

/**
 * A try that failed: due again at `dueAt`, or given up when that is null. `isMaybeTaken` unless it is known that no try was taken
 * by whoever it was handed to.
 */
export function failedMessageWrites(
  id: string,
  error: string,
  dueAt: Minute | null,
  isMaybeTaken = true,
): Write[] {
  const dead = { status: 'dead' as const, payload: keptOfDead(isMaybeTaken) }
  const next = dueAt === null ? dead : { due_at: toUtcText(dueAt) }
  const failed = { ...next, claimed_until: null, last_error: error }
  // What somebody else has sent meanwhile stays sent.
  const ofWaiting = compiler.updateTable('outbox').set(failed).where('id', '=', id)
  return [ofWaiting.where('status', '=', 'waiting').compile()]
}

/** Of a group: what may have been told counts as told, what was not is told by the next. A patch leaves out what is null. */
function keptOfDead(isMaybeTaken: boolean) {
  const [name, value] = isMaybeTaken ? ['toldTo', TO] : ['revision', sql`outbox.payload ->> 'revision'`]
  return sql<string>`json_patch(${FORGOTTEN}, json_object(${name}, ${value}))`
}

/**
 * Drops what was sent, or given up and due, before an instant, exclusive. Of each group the last that told something, or may
 * have, is kept: by it the next knows what is new.
 */
export function forgetMessageWrites(status: 'sent' | 'dead', before: Minute): Forgetting[] {
  const isOver = status === 'sent' ? sql`sent_at < ${toUtcText(before)}` : sql`true`
  return [
    forgetting(
      'outbox',
      sql`status = ${status} and due_at < ${toUtcText(before)} and ${isOver}
      and (kind <> ${DUTIES_CHANGED} or ${TO} is null or exists (select 1 from ${ofGroup}
        and other.status <> 'waiting' and (other.payload ->> 'toldTo' > ${TO}
          or (other.payload ->> 'toldTo' = ${TO} and other.rowid > outbox.rowid))))`,
    ),
  ]
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
