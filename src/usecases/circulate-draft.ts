import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { circulationWrites } from '../data/comment-store.ts'
import { findDraftHead, moveWrites } from '../data/draft-life-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import type { DraftLifeInput } from './discard-draft.ts'
import { circulatedMessages } from './district-messages.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface CirculateDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** What the doctors are asked; may be empty. */
  readonly message: string
  /** The last day for an answer, today at the earliest; null = none told. */
  readonly answerBy: LocalDate | null
}

const LONGEST_MESSAGE = 500

/** Lets the district's doctors read a draft and comment on it, by a link that asks them to sign in. */
export async function circulateDraft(
  ctx: Context,
  { districtId, draftId, message, answerBy }: CirculateDraftInput,
): Promise<Result<{ readonly name: string }>> {
  const isRefused = gate(ctx, 'circulate-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [draft, messages] = await Promise.all([
    findDraftHead(ctx.db, districtId, draftId),
    circulatedMessages(ctx, districtId, draftId),
  ])
  if (!draft) return refused({ kind: 'not-found' })
  const problem =
    freeTextProblem('message', message, LONGEST_MESSAGE) ?? answerProblem(answerBy, toWall(ctx.now).date)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  if (draft.status !== 'draft') return refused({ kind: 'draft-closed' })
  const change = { districtId, action: 'circulate-draft', subjectKind: 'draft', subjectId: draftId }
  const sent = { by: actorId(ctx), at: ctx.now, message: message.trim(), answerBy }
  const failed = await save(ctx, { ...change, after: { answerBy } }, [
    ...moveWrites(districtId, draftId, 'draft', 'circulated'),
    ...circulationWrites(districtId, draftId, sent),
    ...outboxWrites(messages),
  ])
  return failed ?? done({ name: draft.name })
}

/** Takes a draft back from the doctors: they read it no more, what they said of it stays. */
export async function takeBackDraft(
  ctx: Context,
  { districtId, draftId }: DraftLifeInput,
): Promise<Result<{ readonly name: string }>> {
  const isRefused = gate(ctx, 'circulate-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const draft = await findDraftHead(ctx.db, districtId, draftId)
  if (!draft) return refused({ kind: 'not-found' })
  if (draft.status !== 'circulated') return refused({ kind: 'draft-closed' })
  const change = { districtId, action: 'take-back-draft', subjectKind: 'draft', subjectId: draftId }
  const failed = await save(ctx, change, moveWrites(districtId, draftId, 'circulated', 'draft'))
  return failed ?? done({ name: draft.name })
}

function answerProblem(answerBy: LocalDate | null, today: LocalDate): FieldProblem | undefined {
  if (answerBy === null) return undefined
  const problem = { field: 'answerBy', value: answerBy }
  if (!isPlanDate(answerBy)) return { ...problem, code: 'not-a-date' }
  return answerBy < today ? { ...problem, code: 'in-the-past' } : undefined
}
