/** The part of a Durable Object's own SQLite that a job's storage needs. */
type Sql = DurableObjectStorage['sql']

/** Bytes in one row; a row of a Durable Object holds at most 2 MB. */
const CHUNK_BYTES = 900_000

export function createTables(sql: Sql): void {
  sql.exec('CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  sql.exec(
    'CREATE TABLE IF NOT EXISTS chunk (name TEXT, number INTEGER, value ANY, PRIMARY KEY (name, number)) STRICT',
  )
}

export function findNote(sql: Sql, name: string): string | undefined {
  const [row] = sql.exec<{ value: string }>('SELECT value FROM note WHERE name = ?', name).toArray()
  return row?.value
}

export function keepNote(sql: Sql, name: string, value: string): void {
  sql.exec(
    'INSERT INTO note VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  )
}

/** Puts bytes in the place of those before. */
export function keepBytes(sql: Sql, name: string, bytes: Uint8Array): void {
  // A copy of its own: storage takes the whole buffer behind a view.
  keepChunks(
    sql,
    name,
    cut(bytes.length, CHUNK_BYTES).map(([from, to]) => bytes.slice(from, to).buffer),
  )
}

export function findBytes(sql: Sql, name: string): Uint8Array | undefined {
  const chunks = chunksOf(sql, name)
  if (chunks.length === 0) return undefined
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(new Uint8Array(chunk), at)
    at += chunk.byteLength
  }
  return bytes
}

export function forgetAll(sql: Sql): void {
  sql.exec('DELETE FROM note')
  sql.exec('DELETE FROM chunk')
}

function keepChunks(sql: Sql, name: string, chunks: readonly ArrayBuffer[]): void {
  sql.exec('DELETE FROM chunk WHERE name = ?', name)
  for (const [number, value] of chunks.entries())
    sql.exec('INSERT INTO chunk VALUES (?, ?, ?)', name, number, value)
}

function chunksOf(sql: Sql, name: string): ArrayBuffer[] {
  const rows = sql.exec<{ value: ArrayBuffer }>(
    'SELECT value FROM chunk WHERE name = ? ORDER BY number',
    name,
  )
  return rows.toArray().map((row) => row.value)
}

function cut(length: number, size: number): [number, number][] {
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => [index * size, (index + 1) * size])
}
