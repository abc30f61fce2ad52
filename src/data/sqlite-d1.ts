import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { D1 } from './d1-dialect.ts'
import { MOST_COMPOUND_TERMS, MOST_PARAMETERS, MOST_STATEMENT_BYTES, MOST_VALUE_BYTES } from './d1-limits.ts'

/** D1's limits (Cloudflare D1 limits, read 2026-11); the ones that a test can meet are named in d1-limits.ts. */
const LIMITS = {
  length: MOST_VALUE_BYTES,
  sqlLength: MOST_STATEMENT_BYTES,
  column: 100,
  exprDepth: 100,
  compoundSelect: MOST_COMPOUND_TERMS,
  functionArg: 32,
  likePatternLength: 50,
  variableNumber: MOST_PARAMETERS,
}

export interface Migration {
  readonly name: string
  readonly text: string
}

export interface SqliteD1 extends D1 {
  readonly close: () => void
}

/**
 * A D1 database in a file of this machine, or in memory (':memory:'), for the Node entry, benches and fast tests: the same
 * limits, batches that are all or nothing, no transactions of the caller's own. Brings its tables up first. One in memory
 * may begin as the copy of another, whose bytes are then told.
 */
export function openSqlite(path: string, migrations: readonly Migration[], copied?: Uint8Array): SqliteD1 {
  const db = new DatabaseSync(path, { limits: LIMITS, timeout: 5000 })
  if (copied) db.deserialize(copied)
  db.exec('pragma journal_mode = wal')
  db.exec('pragma synchronous = normal')
  // What is deleted is written over with zeros, so that a file that goes astray holds nothing that was erased or sealed since.
  db.exec('pragma secure_delete = on')
  migrate(db, migrations)
  const statements = new Map<string, Prepared>()
  const run = (sql: string, values: readonly SQLInputValue[]) =>
    toResult(prepareOnce(db, statements, sql), values)
  const d1: Pick<SqliteD1, 'close'> & Record<keyof D1, unknown> = {
    prepare: (sql: string) => new Statement(run, sql, []),
    batch: async (batch: readonly Statement[]) => inTransaction(db, () => batch.map((one) => one.runNow())),
    close: () => db.close(),
  }
  // D1's classes are abstract and larger than what a Database uses: prepare, bind, run, all, raw, first and batch.
  return d1 as SqliteD1
}

/** Statements kept ready; the SQL of the stores is fixed but for values, so there are a few hundred. */
const MOST_STATEMENTS = 500

type Run = (sql: string, values: readonly SQLInputValue[]) => D1Result<Record<string, unknown>>

class Statement {
  readonly #run: Run
  readonly #sql: string
  readonly #values: readonly SQLInputValue[]

  constructor(run: Run, sql: string, values: readonly SQLInputValue[]) {
    this.#run = run
    this.#sql = sql
    this.#values = values
  }

  bind(...values: readonly unknown[]): Statement {
    return new Statement(this.#run, this.#sql, values.map(toInput))
  }

  runNow(): D1Result<Record<string, unknown>> {
    refuseTransaction(this.#sql)
    try {
      return this.#run(this.#sql, this.#values)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`D1_ERROR: ${message}`, { cause })
    }
  }

  async run(): Promise<D1Result<Record<string, unknown>>> {
    return this.runNow()
  }

  async all(): Promise<D1Result<Record<string, unknown>>> {
    return this.runNow()
  }

  async raw(): Promise<unknown[][]> {
    return this.runNow().results.map((row) => Object.values(row))
  }

  async first(column?: string): Promise<unknown> {
    const [row] = this.runNow().results
    if (!row) return null
    return column === undefined ? row : row[column]
  }
}

function migrate(db: DatabaseSync, migrations: readonly Migration[]): void {
  // The table in which wrangler keeps the same, so that either may bring the other's file up to date.
  db.exec(`create table if not exists d1_migrations (id integer primary key autoincrement, name text unique,
    applied_at timestamp default current_timestamp not null)`)
  const applied = new Set(
    db
      .prepare('select name from d1_migrations')
      .all()
      .map((row) => row.name),
  )
  for (const { name, text } of migrations) {
    if (applied.has(name)) continue
    inTransaction(db, () => {
      db.exec(text)
      db.prepare('insert into d1_migrations (name) values (?)').run(name)
    })
  }
}

function inTransaction<T>(db: DatabaseSync, act: () => T): T {
  db.exec('begin immediate')
  try {
    const result = act()
    db.exec('commit')
    return result
  } catch (fault) {
    if (db.isTransaction) db.exec('rollback')
    throw fault
  }
}

/** A statement kept ready, with the names of the columns it answers by: none where it only writes. */
interface Prepared {
  readonly statement: StatementSync
  readonly names: readonly string[]
  /** D1 hands a BLOB back as a list of numbers. */
  readonly hasBytes: boolean
}

function prepareOnce(db: DatabaseSync, statements: Map<string, Prepared>, sql: string): Prepared {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  const statement = db.prepare(sql)
  // Rows that the platform makes are slow to read: it knows each by its names alone, and not all by one shape.
  statement.setReturnArrays(true)
  const columns = statement.columns()
  const prepared = {
    statement,
    names: columns.map(({ name }) => name),
    hasBytes: columns.some(({ type }) => type === 'BLOB'),
  }
  statements.set(sql, prepared)
  return prepared
}

function toResult(
  { statement, names, hasBytes }: Prepared,
  values: readonly SQLInputValue[],
): D1Result<Record<string, unknown>> {
  if (names.length === 0) return resultOf([], Number(statement.run(...values).changes))
  // Typed as what it gives without setReturnArrays.
  const rows = statement.all(...values) as unknown as unknown[][]
  return resultOf(
    rows.map((row) => toRow(names, hasBytes ? row.map(withoutBytes) : row)),
    0,
  )
}

function toRow(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = values[index]
  return row
}

function withoutBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value
}

function resultOf(results: Record<string, unknown>[], changes: number): D1Result<Record<string, unknown>> {
  const unknown = { last_row_id: 0, duration: 0, size_after: 0, rows_read: results.length }
  const meta = { ...unknown, changes, changed_db: changes > 0, rows_written: changes }
  return { success: true, results, meta }
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Uint8Array) return value
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new TypeError(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${String(value)}'`)
}

function refuseTransaction(sql: string): void {
  if (/^\s*(?:begin|commit|end|rollback|savepoint|release|attach|vacuum)\b/i.test(sql))
    throw new Error(`D1_ERROR: not authorised: ${sql.slice(0, 40)}`)
}
