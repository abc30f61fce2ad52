import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** A D1 database or session, or the adapter over node:sqlite. */
export type D1 = Pick<D1Database, 'prepare' | 'batch'>

/** Kysely over D1, without plugins: what they do to results would not reach the results of a batch. */
export class D1Dialect implements Dialect {
  readonly #d1: D1

  constructor(d1: D1) {
    this.#d1 = d1
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter()
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db)
  }

  createDriver(): Driver {
    const connection = new D1Connection(this.#d1)
    return {
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuseTransaction,
      commitTransaction: refuseTransaction,
      rollbackTransaction: refuseTransaction,
      releaseConnection: async () => {},
      destroy: async () => {},
    }
  }
}

/** The statement with its values bound; booleans become 0 and 1, undefined is a fault of the caller. */
export function toStatement(d1: D1, query: CompiledQuery): D1PreparedStatement {
  return d1.prepare(query.sql).bind(...query.parameters.map(toBindable))
}

function toBindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined) throw new TypeError('a parameter is undefined; write null')
  return value
}

class D1Connection implements DatabaseConnection {
  readonly #d1: D1

  constructor(d1: D1) {
    this.#d1 = d1
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await toStatement(this.#d1, query).run<R>()
    return { rows: result.results, numAffectedRows: BigInt(result.meta.changes) }
  }

  // biome-ignore lint/correctness/useYield: D1 has no cursors to stream from.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('D1 cannot stream')
  }
}

async function refuseTransaction(): Promise<never> {
  throw new Error('D1 has no interactive transactions: use writeAll')
}
