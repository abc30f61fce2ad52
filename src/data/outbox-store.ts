import { sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, insertRows, toJson } from './rows.ts'

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
  readonly channel?: 'mail' | 'sms'
}

export interface WaitingMessage extends OutboxMessage {
  readonly attempts: number
  /** What whoever is told has chosen to read; null where they never chose. */
  readonly language: Language | null
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

/** What is due, the longest waiting first. */
export async function listDueMessages(db: Database, now: Minute, limit: number): Promise<WaitingMessage[]> {
  const query = compiler
    .selectFrom('outbox')
    .selectAll()
    .select(languageOfReader.as('language'))
    .where('status', '=', 'waiting')
    .where('due_at', '<=', toUtcText(now))
    .orderBy('due_at')
    .limit(limit)
  const [rows] = await readAll(db, [query])
  return rows.map((row) => ({
    id: row.id,
    dedupKey: row.dedup_key,
    districtId: row.district_id,
    kind: row.kind,
    personId: row.person_id,
    accountId: row.account_id,
    payload: fromJson(row.payload),
    createdAt: fromUtcText(row.created_at),
    dueAt: fromUtcText(row.due_at),
    attempts: row.attempts,
    channel: row.channel,
    language: row.language,
  }))
}

/** A message is for an account, or for a person who may have one. */
const languageOfReader = sql<Language | null>`(
  select language from account where account.id = outbox.account_id or account.person_id = outbox.person_id limit 1)`

/** What a message said is forgotten once it is sent or given up: it may hold a sign-in link and an address. */
const FORGOTTEN = '{}'

export function sentMessageWrites(id: string, now: Minute): Write[] {
  const sent = { status: 'sent' as const, sent_at: toUtcText(now), payload: FORGOTTEN }
  return [compiler.updateTable('outbox').set(sent).where('id', '=', id).compile()]
}

/** A failed try: due again at `dueAt`, or given up when that is null. */
export function failedMessageWrites(id: string, error: string, dueAt: Minute | null): Write[] {
  const next = dueAt === null ? { status: 'dead' as const, payload: FORGOTTEN } : { due_at: toUtcText(dueAt) }
  return [
    compiler
      .updateTable('outbox')
      .set((row) => ({ ...next, last_error: error, attempts: row('attempts', '+', 1) }))
      .where('id', '=', id)
      .compile(),
  ]
}
