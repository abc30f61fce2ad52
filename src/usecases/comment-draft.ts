import type { CellRef } from '../core/rota/assignment.ts'
import type { CommentState } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { commentStateWrites, commentWrites, type DraftComment, listComments } from '../data/comment-store.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { isOwnNeed } from './rota-reading.ts'
import { actorId, save } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

export interface CommentDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** A place of the draft; null = about all of it. */
  readonly cell: CellRef | null
  /** 1–500 characters. */
  readonly text: string
}

const LONGEST_COMMENT = 500

/** Says something of a draft that is out for comments, to be read by the coordinator alone. A draft that is not out is not there. */
export async function commentDraft(
  ctx: Context,
  { districtId, draftId, cell, text: given }: CommentDraftInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'comment-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const text = given.trim()
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (reading?.draft.status !== 'circulated') return refused({ kind: 'not-found' })
  const own = reading.needs.filter((need) => isOwnNeed(reading.draft, need))
  const isThere =
    cell === null || own.some(({ id, number }) => id === cell.needId && cell.seat >= 0 && cell.seat < number)
  if (!isThere) return invalid('cell', 'unknown-duty')
  if (text === '') return invalid('text', 'missing')
  const problem = freeTextProblem('text', text, LONGEST_COMMENT)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const change = { districtId, action: 'comment-draft', subjectKind: 'draft', subjectId: draftId }
  const ownId = ownPersonId(ctx)
  // Whoever speaks for the doctors may be a doctor in another district.
  const personId = reading.district.doctors.some((doctor) => doctor.personId === ownId) ? ownId : null
  const comment = { by: actorId(ctx), personId, at: ctx.now, cell, text }
  const failed = await save(ctx, { ...change, after: { cell } }, commentWrites(districtId, draftId, comment))
  return failed ?? done(null)
}

export interface SettleCommentInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly number: number
  readonly state: CommentState
}

/** Marks a comment as new, seen or dealt with; whoever wrote it sees that. */
export async function settleComment(
  ctx: Context,
  { districtId, draftId, number, state }: SettleCommentInput,
): Promise<Result<DraftComment>> {
  const isRefused = gate(ctx, 'settle-comments', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const comments = await listComments(ctx.db, districtId, draftId)
  const comment = comments.find((own) => own.number === number)
  if (!comment) return refused({ kind: 'not-found' })
  const change = { districtId, action: 'settle-comment', subjectKind: 'draft', subjectId: draftId }
  const marked = { state, by: actorId(ctx), at: ctx.now }
  const said = { before: { state: comment.state }, after: { number, state } }
  const failed = await save(
    ctx,
    { ...change, ...said },
    commentStateWrites(districtId, draftId, number, marked),
  )
  return failed ?? done({ ...comment, state })
}
