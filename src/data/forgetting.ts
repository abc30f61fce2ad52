import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { compiler, type Write } from './database.ts'

/** A statement that takes or empties what a time is over for, with the question how many rows it would take now. */
export interface Forgetting extends Write {
  readonly count: CompiledQuery<{ readonly amount: number }>
}

/** `empties`: what is set in the rows that stay; left out, they go. */
export function forgetting(
  table: string,
  where: RawBuilder<unknown>,
  empties?: RawBuilder<unknown>,
): Forgetting {
  const rows = sql.table(table)
  const verb = empties ? sql`update ${rows} set ${empties}` : sql`delete from ${rows}`
  return {
    ...sql`${verb} where ${where}`.compile(compiler),
    count: sql<{ readonly amount: number }>`select count(*) as amount from ${rows} where ${where}`.compile(
      compiler,
    ),
  }
}
