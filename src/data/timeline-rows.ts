import type { Assignment } from '../core/rota/assignment.ts'
import type { DutyForm } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { PersonDifference, Publication, Waiver } from '../core/rota/publication.ts'
import { fromUtcText, toUtcText } from '../core/time/minute.ts'
import { CHANGE_STAMP } from './change-clock.ts'
import { fromJson, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import {
  fromSpanColumns,
  fromStoredSpan,
  type StoredSpan,
  toSpanColumns,
  toStoredSpan,
} from './stored-time.ts'

type StoredPiece = StoredSpan & { readonly form: DutyForm }

export function needRow(districtId: DistrictId, need: Need) {
  const isAllPaid = need.paid.start === need.start && need.paid.end === need.end
  return {
    district_id: districtId,
    id: need.id,
    line_id: need.lineId,
    name: need.name,
    date: need.date,
    number: need.number,
    ...toSpanColumns(need),
    pieces: toJson(need.pieces.map((piece) => ({ form: piece.form, ...toStoredSpan(piece) }))),
    paid: isAllPaid ? null : toJson(toStoredSpan(need.paid)),
    block_id: need.blockId,
  }
}

export function toNeed(row: Omit<Schema['need'], 'withdrawn_in'>): Need {
  const span = fromSpanColumns(row)
  const pieces = fromJson<StoredPiece[]>(row.pieces)
  return {
    ...span,
    id: row.id,
    lineId: row.line_id,
    name: row.name,
    date: row.date,
    number: row.number,
    pieces: pieces.map((piece) => ({ form: piece.form, ...fromStoredSpan(piece) })),
    paid: row.paid === null ? span : fromStoredSpan(fromJson<StoredSpan>(row.paid)),
    blockId: row.block_id,
  }
}

export function assignmentRow(districtId: DistrictId, assignment: Assignment) {
  return {
    district_id: districtId,
    id: assignment.id,
    chain_id: assignment.chainId,
    need_id: assignment.needId,
    seat: assignment.seat,
    person_id: assignment.personId,
    position_id: assignment.positionId,
    ...toSpanColumns(assignment),
    origin: assignment.origin,
    shadowing: Number(assignment.shadowing),
    revision_from: assignment.revisionFrom,
    revision_to: assignment.revisionTo,
    sequence: assignment.sequence,
    modified_at: toUtcText(assignment.modifiedAt),
    entered_by: assignment.enteredBy,
    reason: assignment.reason,
    replaces: assignment.replaces,
    note: assignment.note,
  }
}

export function toAssignment(row: Schema['assignment']): Assignment {
  return {
    id: row.id,
    chainId: row.chain_id,
    needId: row.need_id,
    seat: row.seat,
    ...fromSpanColumns(row),
    personId: row.person_id,
    positionId: row.position_id,
    origin: row.origin,
    shadowing: row.shadowing === 1,
    revisionFrom: row.revision_from,
    revisionTo: row.revision_to,
    sequence: row.sequence,
    modifiedAt: fromUtcText(row.modified_at),
    enteredBy: row.entered_by,
    reason: row.reason,
    replaces: row.replaces,
    note: row.note,
  }
}

/** Stamped as of the batch that it goes into. */
export function publicationRow(districtId: DistrictId, publication: Publication) {
  return {
    district_id: districtId,
    revision: publication.revision,
    kind: publication.kind,
    at: toUtcText(publication.at),
    by: publication.by,
    draft_id: publication.draftId,
    line_ids: toJson(publication.lineIds),
    from_date: publication.from,
    to_date: publication.to,
    reason: publication.reason,
    discussed_on: publication.discussedOn ?? null,
    stamp: CHANGE_STAMP,
  }
}

export function waiverRows(districtId: DistrictId, { revision, waivers }: Publication) {
  return waivers.map((waiver, ordinal) => ({
    district_id: districtId,
    revision,
    ordinal,
    rule: waiver.rule,
    person_id: waiver.personId,
    need_ids: toJson(waiver.needIds),
    reason: waiver.reason,
  }))
}

export function differenceRows(districtId: DistrictId, { revision, differences }: Publication) {
  return differences.map((difference, ordinal) => ({
    district_id: districtId,
    revision,
    ordinal,
    person_id: difference.personId,
    gained: toJson(difference.gained),
    lost: toJson(difference.lost),
    moved: toJson(difference.moved),
  }))
}

export function toPublication(
  row: Schema['publication'],
  waivers: readonly Waiver[],
  differences: readonly PersonDifference[],
): Publication {
  return {
    revision: row.revision,
    kind: row.kind,
    at: fromUtcText(row.at),
    by: row.by,
    draftId: row.draft_id,
    lineIds: fromJson(row.line_ids),
    from: row.from_date,
    to: row.to_date,
    reason: row.reason,
    ...(row.discussed_on === null ? {} : { discussedOn: row.discussed_on }),
    waivers,
    differences,
  }
}

export function toWaiver(row: Schema['waiver']): Waiver {
  return { rule: row.rule, personId: row.person_id, needIds: fromJson(row.need_ids), reason: row.reason }
}

export function toDifference(row: Schema['publication_difference']): PersonDifference {
  return {
    personId: row.person_id,
    gained: fromJson(row.gained),
    lost: fromJson(row.lost),
    moved: fromJson(row.moved),
  }
}
