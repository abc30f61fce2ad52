import type { DistrictId, PersonId } from '../core/rota/person.ts'
import {
  acknowledgeWrites,
  findNotice,
  reopenWrites,
  type StoredNotice,
} from '../data/change-notice-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { noticeChange } from './notice-change.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

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
  if (notice.acknowledged) return done(null)
  const act = { at: ctx.now, by: actorId(ctx), how: 'rung' } as const
  const change = noticeChange('confirm-notice', notice)
  const failed = await save(ctx, change, acknowledgeWrites(notice, act, note))
  return failed ?? done(null)
}

/** Takes back that a doctor was rung. What the doctor has confirmed is not the coordinator's to take back: `nothing-to-undo`. */
export async function reopenNotice(ctx: Context, input: NoticeInput): Promise<Result<null>> {
  const isRefused = gate(ctx, 'confirm-notices', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const notice = await findNotice(ctx.db, keyOf(input))
  if (!notice) return refused({ kind: 'not-found' })
  if (!isRung(notice)) return refused({ kind: 'nothing-to-undo' })
  const change = noticeChange('reopen-notice', notice)
  const failed = await save(ctx, change, reopenWrites(notice, notice.acknowledged))
  return failed ?? done(null)
}

type Rung = StoredNotice & { readonly acknowledged: NonNullable<StoredNotice['acknowledged']> }

function isRung(notice: StoredNotice): notice is Rung {
  return notice.acknowledged?.how === 'rung'
}

const keyOf = ({ districtId, revision, personId }: NoticeInput): NoticeInput => ({
  districtId,
  revision,
  personId,
})
