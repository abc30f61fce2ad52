import { sql } from 'kysely'
import type { ChangedPart } from '../core/plans/changed-parts.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, toJson } from './rows.ts'

/** A change by a set-up screen that can be taken back. */
export interface SetUpChange {
  readonly number: number
  readonly action: string
  readonly at: Minute
  readonly by: string
  readonly parts: readonly ChangedPart[]
}

/** So many changes of a district are kept. */
const MOST_KEPT = 20
/** Characters of one change; at three bytes each well under the 2 MB that D1 takes. */
const MOST_CHARACTERS = 500_000

/** Keeps what a change was, behind the others, and drops the oldest. One that is too large stands there without its parts. */
export function setUpChangeWrites(districtId: DistrictId, change: Omit<SetUpChange, 'number'>): Write[] {
  const text = toJson(change.parts)
  const parts = text.length > MOST_CHARACTERS ? null : text
  const { action, at, by } = change
  const next = sql`coalesce((select max(number) from set_up_change where district_id = ${districtId}), 0) + 1`
  const oldest = sql`(select max(number) from set_up_change where district_id = ${districtId}) - ${MOST_KEPT}`
  return [
    sql`insert into set_up_change (district_id, number, action, at, by_account, parts)
      select ${districtId}, ${next}, ${action}, ${toUtcText(at)}, ${by}, ${parts}`.compile(compiler),
    sql`delete from set_up_change where district_id = ${districtId} and number <= ${oldest}`.compile(
      compiler,
    ),
  ]
}

export function setUpUndoneWrites(districtId: DistrictId, number: number): Write[] {
  return [
    compiler
      .updateTable('set_up_change')
      .set({ is_undone: 1 })
      .where('district_id', '=', districtId)
      .where('number', '=', number)
      .compile(),
  ]
}

/** The latest change that is not taken back; undefined as well when it is too large to be. */
export async function findLatestSetUpChange(
  db: Database,
  districtId: DistrictId,
): Promise<SetUpChange | undefined> {
  const query = compiler
    .selectFrom('set_up_change')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('is_undone', '=', 0)
    .orderBy('number', 'desc')
    .limit(1)
  const [[row]] = await readAll(db, [query])
  if (!row || row.parts === null) return undefined
  const { number, action, at, by_account, parts } = row
  return { number, action, at: fromUtcText(at), by: by_account, parts: fromJson(parts) }
}
