import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type D1, D1Dialect, toStatement } from './d1-dialect.ts'
import { limitFault } from './d1-limits.ts'
import type { Schema } from './schema.ts'

export interface Database {
  readonly k: Kysely<Schema>
  readonly d1: D1
}

/** A statement that changes rows, ready for a batch. */
export type Write = CompiledQuery

/** Conditions of the schema that an expected course of events can break. Each is a refusal, never a fault. */
export type ConstraintName =
  | 'stale-revision'
  | 'double-booked'
  | 'cell-changed'
  | 'link-used'
  | 'duplicate'
  /** A doctor, line or position that has stood in the timeline cannot be taken out of its district. */
  | 'still-used'
  /** A closed period is closed again, or something that touches its dates is changed. */
  | 'period-closed'
  /** A district has forgotten the person, and what would name them again is refused. */
  | 'erased-person'
  /** A draft has a build waiting or running. */
  | 'build-running'
  /** Another change entered the district's audit chain first; `saveAudited` tries again by itself. */
  | 'audit-moved'

export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly constraint: ConstraintName }

export type WrittenRows<R> =
  | { readonly kind: 'written'; readonly rows: readonly R[] }
  | Extract<Written, { kind: 'refused' }>

/** Compiles statements without a database; stores make their reads and writes with it. */
export const compiler = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export function openDatabase(d1: D1): Database {
  return { k: new Kysely<Schema>({ dialect: new D1Dialect(d1) }), d1 }
}

type RowsOf<Q> = Q extends Compilable<infer R> ? R[] : never

/**
 * Reads on one state of the database; the rows of each query, typed by it. Whatever is asked of one `Database` in the same
 * moment, as by `Promise.all`, goes in one batch: a trip to the database costs more than the reading.
 */
export async function readAll<const Q extends readonly Compilable<unknown>[]>(
  db: Database,
  queries: Q,
): Promise<{ -readonly [K in keyof Q]: RowsOf<Q[K]> }> {
  const results = await askTogether(
    db,
    queries.map((query) => query.compile()),
  )
  // D1 answers in the order asked, each with the rows its own query selects.
  return results.map((result) => result.results) as { -readonly [K in keyof Q]: RowsOf<Q[K]> }
}

interface Asking {
  readonly queries: CompiledQuery[]
  readonly results: Promise<D1Result[]>
}

/** By database, and so by request: what waits until all who ask now have asked. */
const asking = new WeakMap<Database, Asking>()

async function askTogether(db: Database, queries: readonly CompiledQuery[]): Promise<D1Result[]> {
  const batch = asking.get(db) ?? startAsking(db)
  const first = batch.queries.length
  batch.queries.push(...queries)
  return (await batch.results).slice(first, first + queries.length)
}

function startAsking(db: Database): Asking {
  const queries: CompiledQuery[] = []
  const batch = { queries, results: askWhenAllHaveAsked(db, queries) }
  asking.set(db, batch)
  return batch
}

/** Turns of the microtask queue: as many as lie between an answer and what is asked next, through a few calls. */
const TURNS_TO_ASK = 16

async function askWhenAllHaveAsked(db: Database, queries: readonly CompiledQuery[]): Promise<D1Result[]> {
  for (let turn = 0; turn < TURNS_TO_ASK; turn++) await null
  asking.delete(db)
  return run(db, queries)
}

/** One batch of writes: all of them or none. A broken condition of the schema is refused by name. @throws on anything else. */
export async function writeAll(db: Database, writes: readonly Write[]): Promise<Written> {
  const written = await writeAndRead(db, writes, null)
  return written.kind === 'written' ? { kind: 'written' } : written
}

/** The same, with what a query finds when all is written: what the database itself decided, without another trip. */
export async function writeAndRead<R>(
  db: Database,
  writes: readonly Write[],
  query: Compilable<R> | null,
): Promise<WrittenRows<R>> {
  try {
    const results = await run(db, query ? [...writes, query.compile()] : writes)
    // D1 answers in the order asked, the query last.
    return { kind: 'written', rows: (query ? (results.at(-1)?.results ?? []) : []) as R[] }
  } catch (fault) {
    const constraint = constraintIn(fault)
    if (constraint === undefined) throw fault
    return { kind: 'refused', constraint }
  }
}

async function run(db: Database, queries: readonly CompiledQuery[]): Promise<D1Result[]> {
  // D1 has no empty batch.
  if (queries.length === 0) return []
  for (const query of queries) {
    const fault = limitFault(query)
    if (fault) throw new Error(`${fault}: ${firstWords(query.sql)}`)
  }
  try {
    return await db.d1.batch(queries.map((query) => toStatement(db.d1, query)))
  } catch (cause) {
    const statements = queries.slice(0, MOST_TOLD).map((query) => firstWords(query.sql))
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`the database refused (${statements.join(' | ')}): ${message}`, { cause })
  }
}

const MOST_TOLD = 6
const TOLD_CHARACTERS = 60

function firstWords(sql: string): string {
  return sql.slice(0, TOLD_CHARACTERS).replaceAll(/\s+/g, ' ')
}

const RAISED =
  /(?:^|: )(stale-revision|double-booked|cell-changed|link-used|duplicate|still-used|period-closed|erased-person|build-running|audit-moved)(?:$|:)/

/** Unique values that two people may enter at the same time, or one person twice; any other broken key is a fault. */
const SHARED_KEYS = [
  'person.hpr_number',
  'doctor.district_id, doctor.initials',
  'wish.district_id, wish.id',
  'draft_edit.district_id, draft_edit.draft_id, draft_edit.by, draft_edit.key',
  'feed_link.id',
  'account.email',
  'account.person_id',
  'identity.issuer, identity.subject',
  'passkey.credential_id',
  'issuer.id',
  'issuer.url',
  'report_opening.district_id, report_opening.municipality',
]

function constraintIn(fault: unknown): ConstraintName | undefined {
  const cause = fault instanceof Error ? fault.cause : undefined
  if (!(cause instanceof Error)) return undefined
  const raised = RAISED.exec(cause.message)?.[1]
  // The pattern lists the union's members and nothing else.
  if (raised) return raised as ConstraintName
  const isShared = SHARED_KEYS.some((key) => cause.message.includes(`UNIQUE constraint failed: ${key}`))
  return isShared ? 'duplicate' : undefined
}
