import { sql } from 'kysely'
import type { CellRef } from '../core/rota/assignment.ts'
import type { CommentState } from '../core/rota/draft.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'
import type { Schema } from './schema.ts'

/** What was said of a draft. */
export interface DraftComment {
  readonly number: number
  readonly by: string
  /** Whose it is, where the account is a doctor's. */
  readonly personId: PersonId | null
  readonly at: Minute
  /** Null = about the whole draft. */
  readonly cell: CellRef | null
  readonly text: string
  readonly state: CommentState
}

/** Once that a draft was sent to the doctors. */
export interface Circulation {
  readonly by: string
  readonly at: Minute
  readonly message: string
  /** The last day for an answer; null = none told. */
  readonly answerBy: LocalDate | null
}

export type NewComment = Omit<DraftComment, 'number' | 'state'>

/** The latest first; with `by`, only what that account said. */
export async function listComments(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string | null = null,
): Promise<DraftComment[]> {
  const all = commentsOf(districtId, draftId).orderBy('number', 'desc')
  const [rows] = await readAll(db, [by === null ? all : all.where('by', '=', by)])
  return rows.map(toComment)
}

/** How much has been said of a draft, and how much of it nobody has looked at. */
export interface CommentCount {
  readonly draftId: string
  readonly all: number
  readonly fresh: number
}

/** Of each draft of the district that anything was said of. */
export async function countComments(db: Database, districtId: DistrictId): Promise<CommentCount[]> {
  const query = sql<CommentCount>`
    select draft_id as draftId, count(*) as "all", sum(state = 'new') as fresh from draft_comment
    where district_id = ${districtId} group by draft_id`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows
}

/** The latest time a draft was sent out; undefined when it never was. */
export async function findCirculation(
  db: Database,
  districtId: DistrictId,
  draftId: string,
): Promise<Circulation | undefined> {
  const latest = compiler
    .selectFrom('draft_circulation')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .orderBy('ordinal', 'desc')
    .limit(1)
  const [[row]] = await readAll(db, [latest])
  if (!row) return undefined
  return { by: row.by, at: fromUtcText(row.at), message: row.message, answerBy: row.answer_by }
}

/** Puts a comment after those there are. Refused as `stale-revision` unless the draft is still out for comments. */
export function commentWrites(districtId: DistrictId, draftId: string, comment: NewComment): Write[] {
  const { by, personId, at, cell, text } = comment
  const key = sql`district_id = ${districtId} and draft_id = ${draftId}`
  return [
    statusGuard(districtId, draftId, 'circulated'),
    sql`insert into draft_comment (district_id, draft_id, number, by, person_id, at, need_id, seat, text)
      select ${districtId}, ${draftId}, coalesce((select max(number) from draft_comment where ${key}), 0) + 1,
        ${by}, ${personId}, ${toUtcText(at)}, ${cell?.needId ?? null}, ${cell?.seat ?? null}, ${text}`.compile(
      compiler,
    ),
  ]
}

export function commentStateWrites(
  districtId: DistrictId,
  draftId: string,
  number: number,
  marked: { readonly state: CommentState; readonly by: string; readonly at: Minute },
): Write[] {
  return [
    compiler
      .updateTable('draft_comment')
      .set({ state: marked.state, state_by: marked.by, state_at: toUtcText(marked.at) })
      .where('district_id', '=', districtId)
      .where('draft_id', '=', draftId)
      .where('number', '=', number)
      .compile(),
  ]
}

export function circulationWrites(districtId: DistrictId, draftId: string, sent: Circulation): Write[] {
  const key = sql`district_id = ${districtId} and draft_id = ${draftId}`
  return [
    sql`insert into draft_circulation (district_id, draft_id, ordinal, by, at, message, answer_by)
      select ${districtId}, ${draftId}, coalesce((select max(ordinal) from draft_circulation where ${key}), 0) + 1,
        ${sent.by}, ${toUtcText(sent.at)}, ${sent.message}, ${sent.answerBy}`.compile(compiler),
  ]
}

function statusGuard(districtId: DistrictId, draftId: string, status: string): Write {
  return guardWrite(
    'stale-revision',
    sql`exists (select 1 from draft where district_id = ${districtId} and id = ${draftId} and status = ${status})`,
  )
}

const commentsOf = (districtId: DistrictId, draftId: string) =>
  compiler
    .selectFrom('draft_comment')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)

function toComment(row: Schema['draft_comment']): DraftComment {
  return {
    number: row.number,
    by: row.by,
    personId: row.person_id,
    at: fromUtcText(row.at),
    cell: row.need_id === null || row.seat === null ? null : { needId: row.need_id, seat: row.seat },
    text: row.text,
    state: row.state,
  }
}
