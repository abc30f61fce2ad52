import type { Slice } from '../core/rota/assignment.ts'
import type { Baseline, CellContent, Draft, DraftCell, DraftEdit } from '../core/rota/draft.ts'
import { fromUtcText, type Minute } from '../core/time/minute.ts'
import { fromJson } from './rows.ts'
import type { Schema } from './schema.ts'
import { fromStoredSpan, type StoredSpan, toStoredSpan } from './stored-time.ts'

export interface StoredDraft extends Draft {
  /** How many edits it has had; the number of the latest. */
  readonly edits: number
  readonly openedBy: string
  readonly openedAt: Minute
}

type StoredSlice = StoredSpan & Omit<Slice, 'start' | 'end'>

interface StoredContent {
  readonly slices: readonly StoredSlice[]
  readonly locked: boolean
  readonly note: string
  readonly base?: StoredBase
}

interface StoredBase {
  readonly slices: readonly StoredSlice[]
  readonly note: string
}

export function toStoredSlice({ start, end, personId, positionId, origin, shadowing }: Slice): StoredSlice {
  return { ...toStoredSpan({ start, end }), personId, positionId, origin, shadowing }
}

function fromStoredSlice(slice: StoredSlice): Slice {
  const { personId, positionId, origin, shadowing } = slice
  return { ...fromStoredSpan(slice), personId, positionId, origin, shadowing }
}

export function toStoredContent({ slices, locked, note, base }: CellContent): StoredContent {
  return { slices: slices.map(toStoredSlice), locked, note, ...(base ? { base: toStoredBase(base) } : {}) }
}

export function toStoredBase({ slices, note }: Baseline): StoredBase {
  return { slices: slices.map(toStoredSlice), note }
}

function fromStoredBase({ slices, note }: StoredBase): Baseline {
  return { slices: slices.map(fromStoredSlice), note }
}

/** What a place held, as an edit stores it. */
export function fromStoredContent(text: string): CellContent {
  const { slices, locked, note, base } = fromJson<StoredContent>(text)
  return {
    slices: slices.map(fromStoredSlice),
    locked,
    note,
    ...(base ? { base: fromStoredBase(base) } : {}),
  }
}

export function toDraft(row: Schema['draft']): StoredDraft {
  return {
    id: row.id,
    name: row.name,
    from: row.from_date,
    to: row.to_date,
    lineIds: fromJson(row.line_ids),
    baseRevision: row.base_revision,
    status: row.status,
    edits: row.edit_count,
    openedBy: row.opened_by,
    openedAt: fromUtcText(row.opened_at),
  }
}

export function toCell(row: Schema['draft_cell']): DraftCell {
  return {
    needId: row.need_id,
    seat: row.seat,
    slices: fromJson<StoredSlice[]>(row.slices).map(fromStoredSlice),
    locked: row.locked === 1,
    note: row.note,
    edit: row.edit,
    ...(row.base === null ? {} : { base: fromStoredBase(fromJson(row.base)) }),
  }
}

export function toEdit(
  row: Schema['draft_edit'],
  changes: readonly Schema['draft_edit_change'][],
): DraftEdit {
  const { number, kind, by, at, undoes } = row
  return {
    number,
    kind,
    by,
    at,
    undoes,
    changes: changes.map((change) => ({
      needId: change.need_id,
      seat: change.seat,
      before: fromStoredContent(change.before),
      after: fromStoredContent(change.after),
    })),
  }
}
