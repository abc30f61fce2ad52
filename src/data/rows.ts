import type { Insertable, RawBuilder } from 'kysely'
import { CompiledQuery, sql } from 'kysely'
import { compiler, type Write } from './database.ts'
import type { Schema, Table } from './schema.ts'

type Rows<T extends Table> = readonly Insertable<Schema[T]>[]

/** Characters of JSON in one statement; at three bytes each well under the 2 MB that D1 takes. */
const CHUNK_CHARACTERS = 500_000

/** JSON text for a column; a number on its own keeps its digits, since it travels as text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

/** Reads a JSON column, which only its own store writes, so that its shape is known. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text)
}

/**
 * Inserts many rows by one JSON parameter a statement, cut where it grows too long. All rows have the same columns.
 * `conflict` is SQL that follows the select, such as `on conflict (id) do nothing`.
 */
export function insertRows<T extends Table>(table: T, rows: Rows<T>, conflict = ''): Write[] {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ')
  const text = `insert into "${table}" (${names}) select ${values} from json_each(?) where true ${conflict}`
  const lists = rows.map((row) => JSON.stringify(columns.map((name) => toSqlValue(row, name))))
  return chunksOf(lists).map((chunk) => CompiledQuery.raw(text, [`[${chunk.join(',')}]`]))
}

/** For `insertRows`: a row whose key is known gets these columns anew. */
export function upsert(key: readonly string[], columns: readonly string[]): string {
  const sets = columns.map((name) => `"${name}" = excluded."${name}"`).join(', ')
  return `on conflict (${key.join(', ')}) do update set ${sets}`
}

/** A list as JSON parameters, cut where one grows too long. */
export function toJsonChunks(values: readonly unknown[]): string[] {
  return chunksOf(values.map((value) => JSON.stringify(value))).map((chunk) => `[${chunk.join(',')}]`)
}

/** Ends the batch under `name` unless `condition` holds when the statement runs. */
export function guardWrite(
  name: 'stale-revision' | 'cell-changed' | 'link-used' | 'duplicate' | 'period-closed',
  condition: RawBuilder<unknown>,
): Write {
  return sql`insert into guard (name, ok) select ${name}, (${condition})`.compile(compiler)
}

function toSqlValue(row: object, name: string): unknown {
  const value: unknown = Reflect.get(row, name)
  if (value === undefined) throw new TypeError(`column ${name} of a row is undefined; write null`)
  return value
}

function chunksOf(lists: readonly string[]): string[][] {
  const chunks: string[][] = []
  let length = CHUNK_CHARACTERS
  for (const list of lists) {
    if (length + list.length >= CHUNK_CHARACTERS) {
      chunks.push([])
      length = 0
    }
    chunks.at(-1)?.push(list)
    length += list.length + 1
  }
  return chunks
}
