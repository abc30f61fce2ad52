import { type Compilable, sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import {
  compiler,
  type Database,
  readAll,
  type Write,
  type Written,
  type WrittenRows,
  writeAndRead,
} from './database.ts'
import { fromJson, guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** The chain of what belongs to no district. */
export const INSTALLATION_CHAIN = 'installation'

/** What a change says of itself: ids, never names, and nothing of why somebody is exempt. */
export interface AuditEntry {
  /** District id or `INSTALLATION_CHAIN`. */
  readonly districtId: string
  readonly at: Minute
  /** Account id, or the name of a job. */
  readonly actor: string
  /** The first part of the session's hash; empty for a job. */
  readonly session: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
  readonly requestId: string
}

/** An entry in its chain: `prev` is the hash of the row before it, '' for the first. */
export interface AuditRow extends AuditEntry {
  readonly seq: number
  readonly prev: string
  readonly hash: string
}

export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

type Hash = (text: string) => Promise<string>

/** Each round lets one writer in, so this many may write to one district in the same moment; the one after them is asked to try again. */
const MOST_TRIES = 100

/**
 * Writes a change and its audit row in one batch. When another change entered the chain first, the row is joined to
 * the new end and the batch tried again; the change's own guards come before it, so a stale one is refused at once.
 * Refused as `audit-moved`, with nothing written, when so many others came first each time.
 * `seen` is the chain's end where the caller has read it on the way: one trip less.
 */
export async function saveAudited(
  db: Database,
  hash: Hash,
  entry: AuditEntry,
  writes: readonly Write[],
  seen?: AuditHead,
): Promise<Written> {
  const written = await saveAuditedAndRead(db, hash, entry, writes, null, seen)
  return written.kind === 'written' ? { kind: 'written' } : written
}

/** The same, with what a query finds when all is written. */
export async function saveAuditedAndRead<R>(
  db: Database,
  hash: Hash,
  entry: AuditEntry,
  writes: readonly Write[],
  query: Compilable<R> | null,
  seen?: AuditHead,
): Promise<WrittenRows<R>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const head = tries === 0 && seen ? seen : await findAuditHead(db, entry.districtId)
    const row = await joinChain(hash, entry, head)
    const written = await writeAndRead(db, [...writes, ...auditWrites(row)], query)
    if (written.kind === 'written' || written.constraint !== 'audit-moved') return written
  }
  console.warn(
    `the audit chain of ${entry.districtId} moved ${MOST_TRIES} times while ${entry.action} waited`,
  )
  return { kind: 'refused', constraint: 'audit-moved' }
}

/** The last row of a chain; seq 0 and no hash before the first. */
export async function findAuditHead(db: Database, districtId: string): Promise<AuditHead> {
  const [rows] = await readAll(db, [chainOf(districtId).orderBy('seq', 'desc').limit(1)])
  return { seq: rows[0]?.seq ?? 0, hash: rows[0]?.hash ?? '' }
}

/** Ends the batch as `stale-revision` where anything was changed under a log since this was its end. */
export function unchangedSinceGuard(districtId: string, { seq }: AuditHead): Write[] {
  const end = sql`coalesce((select max(seq) from audit where district_id = ${districtId}), 0)`
  return [guardWrite('stale-revision', sql`${end} = ${seq}`)]
}

/** The entry as the next row after `head`. */
export async function joinChain(hash: Hash, entry: AuditEntry, head: AuditHead): Promise<AuditRow> {
  const row = { ...entry, seq: head.seq + 1, prev: head.hash, hash: '' }
  return { ...row, hash: await hash(chainText(toStored(row))) }
}

/** Appends a row; refused as `audit-moved` unless it follows the chain's last one. */
export function auditWrites(row: AuditRow): Write[] {
  return [compiler.insertInto('audit').values(toStored(row)).compile()]
}

/** Rows after `afterSeq`, at most `limit`: for the walk that checks the chain. */
export async function listAudit(
  db: Database,
  districtId: string,
  afterSeq: number,
  limit: number,
): Promise<AuditRow[]> {
  const query = chainOf(districtId).where('seq', '>', afterSeq).orderBy('seq').limit(limit)
  const [rows] = await readAll(db, [query])
  return rows.map(toAuditRow)
}

export interface LogAsked {
  /** Rows before this one; null = from the end. */
  readonly before: number | null
  /** Half-open; null = without that end. */
  readonly from: Minute | null
  readonly to: Minute | null
  /** One actor; null = all. */
  readonly actor: string | null
  readonly limit: number
}

/** Rows of a chain, the latest first. */
export async function listLog(db: Database, districtId: string, asked: LogAsked): Promise<AuditRow[]> {
  const { before, from, to, actor, limit } = asked
  let query = chainOf(districtId).orderBy('seq', 'desc').limit(limit)
  if (before !== null) query = query.where('seq', '<', before)
  if (from !== null) query = query.where('at', '>=', toUtcText(from))
  if (to !== null) query = query.where('at', '<', toUtcText(to))
  if (actor !== null) query = query.where('actor', '=', actor)
  const [rows] = await readAll(db, [query])
  return rows.map(toAuditRow)
}

/** The end of every chain: what is kept elsewhere, so that rows taken from the end are missed. */
export async function listAuditHeads(db: Database): Promise<(AuditHead & { readonly districtId: string })[]> {
  const query = compiler
    .selectFrom('audit')
    .select(['district_id', (eb) => eb.fn.max('seq').as('seq'), 'hash'])
    .groupBy('district_id')
    .orderBy('district_id')
  const [rows] = await readAll(db, [query])
  return rows.map(({ district_id, seq, hash }) => ({ districtId: district_id, seq: Number(seq), hash }))
}

/** A row as it lies in the table, which is what its hash covers: every byte of it. */
export type StoredAudit = Schema['audit']

/** Why a row is not what was written after the one before it. */
export type LinkFault = 'missing-before' | 'changed' | 'not-following'

/** What is wrong with a row that should follow `head`; undefined when nothing is. */
export async function linkFault(
  hash: Hash,
  head: AuditHead,
  row: StoredAudit,
): Promise<LinkFault | undefined> {
  if (row.hash !== (await hash(chainText(row)))) return 'changed'
  if (row.seq !== head.seq + 1) return 'missing-before'
  return row.prev === head.hash ? undefined : 'not-following'
}

function toAuditRow(row: Schema['audit']): AuditRow {
  return {
    districtId: row.district_id,
    seq: row.seq,
    prev: row.prev,
    hash: row.hash,
    at: fromUtcText(row.at),
    actor: row.actor,
    session: row.session,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    before: row.before === null ? null : fromJson(row.before),
    after: row.after === null ? null : fromJson(row.after),
    requestId: row.request_id,
  }
}

const chainOf = (districtId: string) =>
  compiler.selectFrom('audit').selectAll().where('district_id', '=', districtId)

/** What the hash covers: every field, in an order that never changes. */
function chainText(row: Omit<StoredAudit, 'hash'>): string {
  return JSON.stringify([
    row.prev,
    row.district_id,
    row.seq,
    row.at,
    row.actor,
    row.session,
    row.action,
    row.subject_kind,
    row.subject_id,
    row.before,
    row.after,
    row.request_id,
  ])
}

function toStored(row: AuditRow): StoredAudit {
  return {
    district_id: row.districtId,
    seq: row.seq,
    prev: row.prev,
    hash: row.hash,
    at: toUtcText(row.at),
    actor: row.actor,
    session: row.session,
    action: row.action,
    subject_kind: row.subjectKind,
    subject_id: row.subjectId,
    before: toJsonOrNull(row.before),
    after: toJsonOrNull(row.after),
    request_id: row.requestId,
  }
}

function toJsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : toJson(value)
}
