import { readdirSync, readFileSync } from 'node:fs'
import { type Database, openDatabase } from '../../src/data/database.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'

export const migrations = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`migrations/${name}`, 'utf8') }))

/** An empty database in memory, with every table. */
export function freshDatabase(): Database {
  return openDatabase(openSqlite(':memory:', migrations))
}
