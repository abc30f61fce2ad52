import { CompiledQuery, sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson } from './rows.ts'

/** A text that somebody wrote in a district, and where it stands. */
export interface FreeText {
  readonly table: FreeTextTable
  readonly column: string
  /** Values of the table's key after the district, in the order of `FREE_TEXTS`. */
  readonly key: readonly (string | number)[]
  readonly text: string
}

interface Place {
  readonly keys: readonly string[]
  readonly columns: readonly string[]
}

/** Every column of a district that holds what people typed, with the key of its row. What a person alone is told of is not here. */
const FREE_TEXTS = {
  assignment: { keys: ['id'], columns: ['reason', 'note'] },
  publication: { keys: ['revision'], columns: ['reason'] },
  waiver: { keys: ['revision', 'ordinal'], columns: ['reason'] },
  balance_entry: { keys: ['id'], columns: ['reason'] },
  change_notice: { keys: ['revision', 'person_id'], columns: ['note'] },
  day_note: { keys: ['date'], columns: ['text'] },
  draft: { keys: ['id'], columns: ['name'] },
  draft_cell: { keys: ['draft_id', 'need_id', 'seat'], columns: ['note'] },
  draft_edit_change: { keys: ['draft_id', 'number', 'ordinal'], columns: ['before', 'after'] },
  draft_circulation: { keys: ['draft_id', 'ordinal'], columns: ['message'] },
  draft_comment: { keys: ['draft_id', 'number'], columns: ['text'] },
  agreement_entry: { keys: ['ordinal'], columns: ['source', 'author'] },
  competence: { keys: ['person_id', 'ordinal'], columns: ['evidence'] },
  surgery: { keys: ['person_id', 'ordinal'], columns: ['source'] },
  other_task: { keys: ['person_id', 'ordinal'], columns: ['name'] },
  covered_elsewhere: { keys: ['id'], columns: ['name'] },
  line: { keys: ['id'], columns: ['name'] },
  position: { keys: ['id'], columns: ['name'] },
  outbox: { keys: ['id'], columns: ['payload', 'last_error'] },
} as const satisfies Readonly<Record<string, Place>>

type FreeTextTable = keyof typeof FREE_TEXTS

interface Found {
  readonly table: FreeTextTable
  readonly column: string
  readonly key: string
  readonly text: string
}

/** Everything typed in a district that is not empty. */
export async function listFreeTexts(db: Database, districtId: DistrictId): Promise<FreeText[]> {
  const rows = await readAll(
    db,
    placesOf().map(({ table, keys, column }) => ({
      compile: () =>
        sql<Found>`select ${table} as "table", ${column} as "column",
          json_array(${sql.join(keys.map((key) => sql.ref(key)))}) as key, ${sql.ref(column)} as text
          from ${sql.table(table)} where district_id = ${districtId} and ${sql.ref(column)} <> ''`.compile(
          compiler,
        ),
    })),
  )
  return rows.flat().map((found) => ({ ...found, key: fromJson<(string | number)[]>(found.key) }))
}

/** The same places with other words. */
export function freeTextWrites(districtId: DistrictId, texts: readonly FreeText[]): Write[] {
  return texts.map(({ table, column, key, text }) => {
    const { keys } = FREE_TEXTS[table]
    const isRow = keys.map((name) => `"${name}" = ?`).join(' and ')
    return CompiledQuery.raw(`update "${table}" set "${column}" = ? where district_id = ? and ${isRow}`, [
      text,
      districtId,
      ...key,
    ])
  })
}

/** Their names are the keys of a record, and of no other. */
const placesOf = () =>
  (Object.keys(FREE_TEXTS) as FreeTextTable[]).flatMap((table) =>
    FREE_TEXTS[table].columns.map((column) => ({ table, keys: FREE_TEXTS[table].keys, column })),
  )
