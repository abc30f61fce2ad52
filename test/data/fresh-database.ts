import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Database, openDatabase } from '../../src/data/database.ts'
import { openSqlite } from '../../src/data/sqlite-d1.ts'

export const migrations = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`migrations/${name}`, 'utf8') }))

/** An empty database in memory, with every table. */
export function freshDatabase(): Database {
  empty ??= emptyBytes()
  return openDatabase(openSqlite(':memory:', migrations, empty))
}

/** Made once in each process: all migrations take 50 ms and a copy of what they leave takes 2, and hundreds of tests want one. */
let empty: Uint8Array | undefined

function emptyBytes(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fresh-database-'))
  const path = join(folder, 'db.sqlite')
  openSqlite(path, migrations).close()
  const db = new DatabaseSync(path)
  // What is copied into memory can have no log beside it.
  db.exec('pragma journal_mode = delete')
  const bytes = db.serialize()
  db.close()
  rmSync(folder, { recursive: true })
  return bytes
}
