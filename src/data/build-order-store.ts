import { sql } from 'kysely'
import { compiler, type Database, readAll, type Write } from './database.ts'

/** Characters and bytes in one row: a value of D1 holds at most 2 MB, and a character may take three bytes of it. */
const CHUNK_CHARACTERS = 500_000
const CHUNK_BYTES = 1_000_000

/** What a build works on, frozen when it is asked for. */
export function buildOrderWrites(buildId: string, text: string): Write[] {
  return cut(text.length, CHUNK_CHARACTERS).map(([from, to], chunk) =>
    compiler
      .insertInto('build_order')
      .values({ build_id: buildId, chunk, text: text.slice(from, to) })
      .compile(),
  )
}

export async function findBuildOrder(db: Database, buildId: string): Promise<string | undefined> {
  const query = compiler
    .selectFrom('build_order')
    .select('text')
    .where('build_id', '=', buildId)
    .orderBy('chunk')
  const [rows] = await readAll(db, [query])
  return rows.length === 0 ? undefined : rows.map((row) => row.text).join('')
}

/** How far its search has come, in the place of what was saved before. */
export function buildStateWrites(buildId: string, bytes: Uint8Array): Write[] {
  const rows = cut(bytes.length, CHUNK_BYTES).map(([from, to], chunk) =>
    compiler
      .insertInto('build_state')
      .values({ build_id: buildId, chunk, bytes: bytes.slice(from, to) })
      .compile(),
  )
  return [stateRemoval(buildId), ...rows]
}

export async function findBuildState(db: Database, buildId: string): Promise<Uint8Array | undefined> {
  const query = compiler
    .selectFrom('build_state')
    .select('bytes')
    .where('build_id', '=', buildId)
    .orderBy('chunk')
  const [rows] = await readAll(db, [query])
  // D1 hands bytes back as a list of numbers.
  return rows.length === 0 ? undefined : Uint8Array.from(rows.flatMap((row) => [...row.bytes]))
}

/** Forgets what a build worked on and how far it came, if it is over once what stands before this in the batch is done. */
export function buildOrderRemovals(buildId: string): Write[] {
  const isOver = sql<boolean>`exists (select 1 from build where id = ${buildId} and status in ('done', 'failed'))`
  return [
    compiler.deleteFrom('build_order').where('build_id', '=', buildId).where(isOver).compile(),
    compiler.deleteFrom('build_state').where('build_id', '=', buildId).where(isOver).compile(),
  ]
}

function stateRemoval(buildId: string): Write {
  return compiler.deleteFrom('build_state').where('build_id', '=', buildId).compile()
}

function cut(length: number, size: number): [number, number][] {
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => [index * size, (index + 1) * size])
}
