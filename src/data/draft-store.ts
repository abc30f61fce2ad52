import { CompiledQuery, sql } from 'kysely'
import { type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { Draft, DraftCell, DraftEdit, DraftStatus } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import {
  type StoredDraft,
  toCell,
  toDraft,
  toEdit,
  toStoredBase,
  toStoredContent,
  toStoredSlice,
} from './draft-rows.ts'
import { guardWrite, insertRows, toJson, toJsonChunks } from './rows.ts'

const MOST_LISTED = 200

/** The latest opened first, at most 200; discarded ones are left out. */
export async function listDrafts(db: Database, districtId: DistrictId): Promise<StoredDraft[]> {
  const query = draftsOf(districtId)
    .where('status', '<>', 'discarded')
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
  const [rows] = await readAll(db, [query])
  return rows.map(toDraft)
}

/** A draft with what stands in its cells, in one batch. */
export async function findDraft(
  db: Database,
  districtId: DistrictId,
  draftId: string,
): Promise<{ readonly draft: StoredDraft; readonly cells: readonly DraftCell[] } | undefined> {
  const cells = compiler
    .selectFrom('draft_cell')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .orderBy('need_id')
    .orderBy('seat')
  const [[row], cellRows] = await readAll(db, [draftsOf(districtId).where('id', '=', draftId), cells])
  return row && { draft: toDraft(row), cells: cellRows.map(toCell) }
}

/** A new draft with the cells it starts from. */
export function draftWrites(
  districtId: DistrictId,
  draft: Draft,
  cells: readonly DraftCell[],
  openedBy: string,
  openedAt: Minute,
): Write[] {
  const row = {
    district_id: districtId,
    id: draft.id,
    name: draft.name,
    from_date: draft.from,
    to_date: draft.to,
    line_ids: toJson(draft.lineIds),
    base_revision: draft.baseRevision,
    status: draft.status,
    edit_count: 0,
    opened_by: openedBy,
    opened_at: toUtcText(openedAt),
  }
  const cellRows = cells.map((cell) => ({
    district_id: districtId,
    draft_id: draft.id,
    need_id: cell.needId,
    seat: cell.seat,
    slices: toJson(cell.slices.map(toStoredSlice)),
    locked: Number(cell.locked),
    note: cell.note,
    edit: cell.edit,
    base: cell.base ? toJson(toStoredBase(cell.base)) : null,
  }))
  return [compiler.insertInto('draft').values(row).compile(), ...insertRows('draft_cell', cellRows)]
}

/** How a step was sent: a repeated sending is known by its key, and is the same only when the same was asked. */
export interface Sending {
  readonly key: string
  /** Hash of what was asked. */
  readonly asked: string
}

/**
 * Stores one edit: its changes become what stands in their cells. Refused as `duplicate` when its sending is stored already,
 * as `cell-changed` unless every touched cell still has the edit number it was `seen` with (none = 0), and as
 * `stale-revision` when the draft is published or discarded. The database numbers the edit, so that two edits of different
 * cells at the same time are both kept; `latestStepQuery` tells the number in the same batch. `readAt` is the draft's base
 * revision as it was read: where a part was published since, a place keeps the base that gave it, unless the edit sets one.
 */
export function editWrites(
  districtId: DistrictId,
  draftId: string,
  edit: DraftEdit,
  seen: ReadonlyMap<CellKey, number>,
  sending: Sending | null = null,
  readAt: number | null = null,
): Write[] {
  const draft = sql`district_id = ${districtId} and id = ${draftId}`
  const { kind, by, at, undoes, changes } = edit
  const rows = changes.map((change, ordinal) => [
    ordinal,
    change.needId,
    change.seat,
    toStoredContent(change.before),
    toStoredContent(change.after),
    seen.get(cellKey(change)) ?? 0,
  ])
  return [
    guardWrite(
      'stale-revision',
      sql`exists (
      select 1 from draft where ${draft} and status in ('draft', 'circulated'))`,
    ),
    sql`update draft set edit_count = edit_count + 1 where ${draft}`.compile(compiler),
    sql`insert into draft_edit (district_id, draft_id, number, kind, by, at, undoes, key, asked)
      select district_id, id, edit_count, ${kind}, ${by}, ${at}, ${undoes}, ${sending?.key ?? null},
        ${sending?.asked ?? null} from draft where ${draft}`.compile(compiler),
    ...toJsonChunks(rows).flatMap((chunk) => changeWrites(districtId, draftId, chunk, readAt)),
  ]
}

/** The latest edits first, each with its changes: what stood in every touched cell before and after. */
export async function listEdits(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  limit = 20,
): Promise<DraftEdit[]> {
  const edits = editsOf(districtId, draftId).limit(limit)
  const changes = compiler
    .selectFrom('draft_edit_change')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .where('number', 'in', edits.clearSelect().select('number'))
    .orderBy('number')
    .orderBy('ordinal')
  const [rows, changeRows] = await readAll(db, [edits, changes])
  const byNumber = Map.groupBy(changeRows, (row) => row.number)
  return rows.map((row) => toEdit(row, byNumber.get(row.number) ?? []))
}

export type EditHead = Omit<DraftEdit, 'changes'>

/** The latest edits first, without their changes: a build's edit alone touches thousands of cells. */
export async function listEditHeads(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  limit = 20,
): Promise<EditHead[]> {
  const [rows] = await readAll(db, [editsOf(districtId, draftId).limit(limit)])
  return rows.map(({ number, kind, by, at, undoes }) => ({ number, kind, by, at, undoes }))
}

/** Moves a draft through its life, from whatever state it is in. */
export function statusWrites(districtId: DistrictId, draftId: string, status: DraftStatus): Write[] {
  return [
    compiler
      .updateTable('draft')
      .set({ status })
      .where('district_id', '=', districtId)
      .where('id', '=', draftId)
      .compile(),
  ]
}

/** Ends the batch as `stale-revision` when the draft has been edited since it was judged, or is open no more. */
export function judgedGuard(districtId: DistrictId, draftId: string, seenEdits: number): Write {
  return guardWrite(
    'stale-revision',
    sql`exists (
      select 1 from draft where district_id = ${districtId} and id = ${draftId}
        and edit_count = ${seenEdits} and status in ('draft', 'circulated'))`,
  )
}

/** Marks the timeline revision that the draft has been judged against. */
export function rebaseWrites(districtId: DistrictId, draftId: string, baseRevision: number): Write[] {
  return [
    compiler
      .updateTable('draft')
      .set({ base_revision: baseRevision })
      .where('district_id', '=', districtId)
      .where('id', '=', draftId)
      .compile(),
  ]
}

/** After a publication: in the draft's places of these needs, what it holds is what it has taken into account. */
export function takenUpWrites(districtId: DistrictId, draftId: string, needIds: readonly string[]): Write[] {
  return toJsonChunks(needIds).map((ids) =>
    sql`update draft_cell set base = json_object('slices', json(slices), 'note', note)
      where district_id = ${districtId} and draft_id = ${draftId}
        and need_id in (select value from json_each(${ids}))`.compile(compiler),
  )
}

const draftsOf = (districtId: DistrictId) =>
  compiler.selectFrom('draft').selectAll().where('district_id', '=', districtId)

const editsOf = (districtId: DistrictId, draftId: string) =>
  compiler
    .selectFrom('draft_edit')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .orderBy('number', 'desc')

/** `chunk` holds rows of ordinal, need, seat, content before, content after, seen edit. */
function changeWrites(
  districtId: DistrictId,
  draftId: string,
  chunk: string,
  readAt: number | null,
): Write[] {
  const key = [districtId, draftId]
  const isUntouched = sql`not exists (
    select 1 from json_each(${chunk}) as change left join draft_cell as cell
      on cell.district_id = ${districtId} and cell.draft_id = ${draftId}
        and cell.need_id = change.value ->> 1 and cell.seat = change.value ->> 2
    where coalesce(cell.edit, 0) <> change.value ->> 5)`
  return [
    guardWrite('cell-changed', isUntouched),
    CompiledQuery.raw(STORE_CHANGES, [chunk, ...key]),
    CompiledQuery.raw(STORE_CELLS, [readAt, chunk, ...key]),
  ]
}

const STORE_CHANGES = `insert into draft_edit_change
    (district_id, draft_id, number, ordinal, need_id, seat, before, after)
  select district_id, draft.id, edit_count, value ->> 0, value ->> 1, value ->> 2, value -> 3, value -> 4
  from json_each(?) cross join draft where district_id = ? and draft.id = ?`

const STORE_CELLS = `insert into draft_cell (district_id, draft_id, need_id, seat, slices, locked, note, base, edit)
  select district_id, draft.id, value ->> 1, value ->> 2, value -> 4 -> 'slices', value -> 4 ->> 'locked',
    value -> 4 ->> 'note',
    case when draft.base_revision <> ? and value -> 3 -> 'base' is value -> 4 -> 'base'
      then coalesce((select own.base from draft_cell as own
        where own.district_id = draft.district_id and own.draft_id = draft.id
          and own.need_id = value ->> 1 and own.seat = value ->> 2), value -> 4 -> 'base')
      else value -> 4 -> 'base' end,
    edit_count
  from json_each(?) cross join draft where district_id = ? and draft.id = ?
  on conflict (district_id, draft_id, need_id, seat) do update set
    slices = excluded.slices, locked = excluded.locked, note = excluded.note, base = excluded.base,
    edit = excluded.edit`
