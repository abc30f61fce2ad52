import { sql } from 'kysely'
import { type CellKey, type CellRef, cellKey } from '../core/rota/assignment.ts'
import type { CellContent, DraftStatus } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromStoredContent, type StoredDraft, toDraft } from './draft-rows.ts'
import { guardWrite, toJson } from './rows.ts'

const MOST_LISTED = 200

/** Drafts that are in one of these states, the latest opened first, at most 200. */
export async function listDraftsIn(
  db: Database,
  districtId: DistrictId,
  statuses: readonly DraftStatus[],
): Promise<StoredDraft[]> {
  const query = compiler
    .selectFrom('draft')
    .selectAll()
    .where('district_id', '=', districtId)
    .where(sql<boolean>`status in (select value from json_each(${toJson(statuses)}))`)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
  const [rows] = await readAll(db, [query])
  return rows.map(toDraft)
}

/** What the draft's head says; undefined when it is not there. */
export async function findDraftHead(
  db: Database,
  districtId: DistrictId,
  draftId: string,
): Promise<StoredDraft | undefined> {
  const query = compiler
    .selectFrom('draft')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('id', '=', draftId)
  const [[row]] = await readAll(db, [query])
  return row && toDraft(row)
}

export function renameWrites(districtId: DistrictId, draftId: string, name: string): Write[] {
  return [
    compiler
      .updateTable('draft')
      .set({ name })
      .where('district_id', '=', districtId)
      .where('id', '=', draftId)
      .compile(),
  ]
}

/** Moves a draft from one state to another; refused as `stale-revision` when it has left the first meanwhile. */
export function moveWrites(
  districtId: DistrictId,
  draftId: string,
  from: DraftStatus,
  to: DraftStatus,
): Write[] {
  const draft = sql`district_id = ${districtId} and id = ${draftId}`
  return [
    guardWrite('stale-revision', sql`exists (select 1 from draft where ${draft} and status = ${from})`),
    sql`update draft set status = ${to} where ${draft}`.compile(compiler),
  ]
}

/** What each place touched by step `number` or a later one held before it. */
export async function findContentBefore(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  number: number,
): Promise<ReadonlyMap<CellKey, { readonly cell: CellRef; readonly content: CellContent }>> {
  const changes = compiler
    .selectFrom('draft_edit_change')
    .select(['need_id', 'seat', 'before'])
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .where('number', '>=', number)
    .orderBy('number', 'desc')
  const [rows] = await readAll(db, [changes])
  // The latest first: the earliest change of a place is the one that stays.
  return new Map(
    rows.map((row) => {
      const cell = { needId: row.need_id, seat: row.seat }
      return [cellKey(cell), { cell, content: fromStoredContent(row.before) }]
    }),
  )
}
