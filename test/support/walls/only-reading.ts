import type { Database } from '../../../src/data/database.ts'

/** In the message of the fault that a write through `onlyReading` is. */
export const WOULD_WRITE = 'the walls are only read'

/** Stored for whoever only asks, too: tries that are counted, what a passkey is to sign, a form to be given back after signing in, that a report was opened, and that in the log. */
export const HELD = /\b(rate_count|challenge|held_form|report_opening|audit)\b/

/** The same database, in which whatever would be stored is a fault instead: who gets that far was let in, and nothing has changed. */
export function onlyReading(d1: Database['d1']): Database['d1'] {
  return new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          if (
            /^\s*(insert|update|delete|replace)\b|^\s*with\b[\s\S]*\b(insert into|update|delete from)\b/i.test(
              sql,
            )
          )
            if (!HELD.test(sql)) throw new Error(`${WOULD_WRITE}: ${sql}`)
          return target.prepare(sql)
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
