import type { D1 } from '../src/data/d1-dialect.ts'
import { runWrangler } from './wrangler.ts'

interface Prepared {
  readonly sql: string
  readonly values: readonly unknown[]
  bind(...values: readonly unknown[]): Prepared
}

/** A D1 database as `wrangler d1 execute` reaches it, on this machine or deployed: enough of it for a batch of statements. */
export function wranglerD1(place: readonly string[]): D1 {
  const prepare = (sql: string, values: readonly unknown[] = []): Prepared => ({
    sql,
    values,
    bind: (...bound) => prepare(sql, bound),
  })
  const d1 = {
    prepare: (sql: string) => prepare(sql),
    batch: async (statements: readonly Prepared[]) => {
      const text = statements.map(({ sql, values }) => inlined(sql, values)).join(';\n')
      const answer = await runWrangler(['d1', 'execute', 'DB', ...place, '--json', '--command', text])
      return JSON.parse(answer) as unknown[]
    },
  }
  // The platform's classes are abstract and larger than what a batch uses.
  return d1 as unknown as D1
}

/** The statement with its values written into it, since the command takes none beside. */
export function inlined(sql: string, values: readonly unknown[]): string {
  let next = 0
  // A question mark within quotes is text; everywhere else it stands for a value.
  return sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) =>
    part === '?' ? literal(values[next++]) : part,
  )
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`
  throw new Error(`a value of type ${typeof value} can't be written into a statement`)
}
