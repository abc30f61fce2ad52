import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { findNotice, rungWrites, unrungWrites } from '../data/change-notice-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { noticeChange, saveOnce } from './notice-change.ts'
import { answerTo } from './notice-state.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface NoticeInput {
  readonly districtId: DistrictId
  readonly revision: number
  readonly personId: PersonId
}

export interface ConfirmNoticeInput extends NoticeInput {
  /** One line of at most 200 characters; may be empty. */
  readonly note: string
}

/** Characters that the coordinator may write of a call. */
export const LONGEST_CALL_NOTE = 200

/** The coordinator has rung a doctor who confirms a change, and with it the earlier ones. Confirmed once, it stays as it was. */
export async function confirmNotice(ctx: Context, input: ConfirmNoticeInput): Promise<Result<null>> {
  const isRefused = gate(ctx, 'confirm-notices', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const note = input.note.trim()
  if (!isPlainLine(note)) return invalid('note', 'hidden-character', note)
  if (note.length > LONGEST_CALL_NOTE) return invalid('note', 'too-long', note)
  const notice = await findNotice(ctx.db, keyOf(input))
  if (!notice) return refused({ kind: 'not-found' })
  if (answerTo(notice)) return done(null)
  const act = { at: ctx.now, by: actorId(ctx) }
  return saveOnce(ctx, noticeChange('confirm-notice', notice), rungWrites(notice, act, note))
}

/** Takes back that a doctor was rung. What the doctor has confirmed is not the coordinator's to take back: `nothing-to-undo`. */
export async function reopenNotice(ctx: Context, input: NoticeInput): Promise<Result<null>> {
  const isRefused = gate(ctx, 'confirm-notices', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const notice = await findNotice(ctx.db, keyOf(input))
  if (!notice) return refused({ kind: 'not-found' })
  const { seen, rung } = notice
  if (!rung || seen) return refused({ kind: 'nothing-to-undo' })
  return saveOnce(ctx, noticeChange('reopen-notice', notice), unrungWrites(notice, rung.given))
}

const keyOf = ({ districtId, revision, personId }: NoticeInput): NoticeInput => ({
  districtId,
  revision,
  personId,
})
