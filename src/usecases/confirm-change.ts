import type { DistrictId } from '../core/rota/person.ts'
import { findNotice, type StoredNotice, seenWrites, unseenWrites } from '../data/change-notice-store.ts'
import type { Context } from './context.ts'
import { noticeChange, saveOnce } from './notice-change.ts'
import { ownReader } from './own-reader.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface OwnNoticeInput {
  readonly districtId: DistrictId
  readonly revision: number
}

/** The doctor has seen what a publication changed, and with it the earlier ones of the district, whether they were rung or not. Seen once, it stays as it was. */
export async function confirmChange(ctx: Context, input: OwnNoticeInput): Promise<Result<null>> {
  const found = await findOwn(ctx, input)
  if (found.kind === 'refused') return found
  const notice = found.value
  if (notice.seen) return done(null)
  const act = { at: ctx.now, by: actorId(ctx) }
  return saveOnce(ctx, noticeChange('confirm-change', notice), seenWrites(notice, act))
}

/** Takes a confirmation back that was given by mistake, within ten minutes; refused as `nothing-to-undo` later, and when it was not given so. */
export async function takeBackConfirmation(ctx: Context, input: OwnNoticeInput): Promise<Result<null>> {
  const found = await findOwn(ctx, input)
  if (found.kind === 'refused') return found
  const notice = found.value
  const { seen } = notice
  if (!seen || !mayTakeBack(ctx, notice)) return refused({ kind: 'nothing-to-undo' })
  return saveOnce(ctx, noticeChange('take-back-confirmation', notice), unseenWrites(notice, seen.given))
}

const MINUTES_TO_TAKE_BACK = 10

/** Whether it was the actor who confirmed it, just now. */
export function mayTakeBack(ctx: Context, { seen }: Pick<StoredNotice, 'seen'>): boolean {
  return seen !== null && seen.by === actorId(ctx) && ctx.now - seen.at <= MINUTES_TO_TAKE_BACK
}

async function findOwn(
  ctx: Context,
  { districtId, revision }: OwnNoticeInput,
): Promise<Result<StoredNotice>> {
  const own = ownReader(ctx)
  if (own.kind === 'refused') return own
  const notice = await findNotice(ctx.db, { districtId, revision, personId: own.value })
  return notice ? done(notice) : refused({ kind: 'not-found' })
}
