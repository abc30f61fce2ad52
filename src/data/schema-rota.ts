import type { Origin } from '../core/rota/assignment.ts'
import type { CommentState, DraftStatus, EditKind } from '../core/rota/draft.ts'
import type { Publication } from '../core/rota/publication.ts'
import type { Stamp } from '../core/time/stamp.ts'
import type { Flag, Json } from './schema-district.ts'

/** 'YYYY-MM-DDTHH:MMZ'. */
export type Instant = string

/** A span as the clock on the wall shows it, which is the truth, and the instants that follow from it. */
export interface SpanColumns {
  start_local: string
  start_fold: Flag
  start_at: Instant
  end_local: string
  end_fold: Flag
  end_at: Instant
}

interface OfDistrict {
  district_id: string
}

interface OfDraft extends OfDistrict {
  draft_id: string
}

export type BuildStatus = 'waiting' | 'running' | 'done' | 'failed'

/** Tables of migrations 0004–0005, 0013, 0015 and 0016: the timeline, and the drafts and builds beside it. */
export interface RotaTables {
  /** Migration 0019. */
  day_note: OfDistrict & { date: string; text: string }
  need: OfDistrict &
    SpanColumns & {
      id: string
      line_id: string
      name: string
      date: string
      number: number
      pieces: Json
      paid: Json | null
      block_id: string | null
      withdrawn_in: number | null
    }
  need_version: Omit<RotaTables['need'], 'withdrawn_in'> & { revision_to: number }
  /** In which revisions a need stood on the timeline; kept by triggers. */
  need_presence: OfDistrict & { need_id: string; revision_from: number; revision_to: number | null }
  publication: OfDistrict & {
    revision: number
    kind: Publication['kind']
    at: Instant
    by: string
    draft_id: string | null
    line_ids: Json
    from_date: string
    to_date: string
    reason: string
    discussed_on: string | null
    stamp: Stamp
  }
  publication_difference: OfDistrict & {
    revision: number
    ordinal: number
    person_id: string
    gained: Json
    lost: Json
    moved: Json
  }
  waiver: OfDistrict & {
    revision: number
    ordinal: number
    rule: string
    person_id: string | null
    need_ids: Json
    reason: string
  }
  /** Which duties a waiver is of; kept by triggers, and so is `waived_dates`. */
  waived_duty: OfDistrict & { need_id: string; revision: number; ordinal: number }
  waived_dates: OfDistrict & { to_date: string; from_date: string; revision: number; ordinal: number }
  assignment: OfDistrict &
    SpanColumns & {
      id: string
      chain_id: string
      need_id: string
      seat: number
      person_id: string | null
      position_id: string | null
      origin: Origin
      shadowing: Flag
      revision_from: number
      revision_to: number | null
      sequence: number
      modified_at: Instant
      entered_by: string
      reason: string
      replaces: string | null
      note: string
    }
  booking: OfDistrict & {
    assignment_id: string
    person_id: string
    start_at: Instant
    end_at: Instant
    overlap_class: string | null
  }
  outcome: OfDistrict &
    SpanColumns & {
      assignment_id: string
      entry: number
      active_minutes: number | null
      call_outs: number | null
      entered_by: string
      entered_at: Instant
    }

  draft: OfDistrict & {
    id: string
    name: string
    from_date: string
    to_date: string
    line_ids: Json
    base_revision: number
    status: DraftStatus
    edit_count: number
    opened_by: string
    opened_at: Instant
  }
  draft_cell: OfDraft & {
    need_id: string
    seat: number
    slices: Json
    locked: Flag
    note: string
    base: Json | null
    edit: number
  }
  draft_edit: OfDraft & {
    number: number
    kind: EditKind
    by: string
    at: string
    undoes: number | null
    key: string | null
    asked: string | null
  }
  draft_edit_change: OfDraft & {
    number: number
    ordinal: number
    need_id: string
    seat: number
    before: Json
    after: Json
  }
  draft_circulation: OfDraft & {
    ordinal: number
    by: string
    at: Instant
    message: string
    answer_by: string | null
  }
  draft_comment: OfDraft & {
    number: number
    by: string
    person_id: string | null
    at: Instant
    need_id: string | null
    seat: number | null
    text: string
    state: CommentState
    state_by: string | null
    state_at: Instant | null
  }
  build: OfDraft & {
    id: string
    seed: number
    iterations: number
    keep: 'filled' | 'locked'
    done: number
    status: BuildStatus
    score: Json | null
    open_duties: Json
    kept_cells: number
    base_edit: number
    requested_by: string
    requested_at: Instant
    touched_at: Instant
    place: 'server' | 'browser'
    change: 'free' | 'few'
    stop: 'keep' | 'discard' | null
    open_now: number | null
    cost_now: number | null
    bound: number | null
    evenness: Json | null
  }
  build_order: { build_id: string; chunk: number; text: string }
  build_state: { build_id: string; chunk: number; bytes: number[] | Uint8Array }
}
