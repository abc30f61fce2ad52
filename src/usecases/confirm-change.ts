import type { DistrictId } from '../core/rota/person.ts'
import {
  acknowledgeWrites,
  findNotice,
  reopenWrites,
  type StoredNotice,
} from '../data/change-notice-store.ts'
import type { Context } from './context.ts'
import { noticeChange } from './notice-change.ts'
import { ownReader } from './own-reader.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface OwnNoticeInput {
  readonly districtId: DistrictId
  readonly revision: number
}

/** The doctor has seen what a publication changed, and with it the earlier ones of the district. Confirmed once, it stays as it was. */
export async function confirmChange(ctx: Context, input: OwnNoticeInput): Promise<Result<null>> {
  const found = await findOwn(ctx, input)
  if (found.kind === 'refused') return found
  const notice = found.value
  if (notice.acknowledged) return done(null)
  const act = { at: ctx.now, by: actorId(ctx), how: 'seen' } as const
  const failed = await save(ctx, noticeChange('confirm-change', notice), acknowledgeWrites(notice, act))
  return failed ?? done(null)
}

/** Takes a confirmation back that was given by mistake, within ten minutes; refused as `nothing-to-undo` later, and when it was not given so. */
export async function takeBackConfirmation(ctx: Context, input: OwnNoticeInput): Promise<Result<null>> {
  const found = await findOwn(ctx, input)
  if (found.kind === 'refused') return found
  const notice = found.value
  const { acknowledged } = notice
  if (!acknowledged || !mayTakeBack(ctx, notice)) return refused({ kind: 'nothing-to-undo' })
  const change = noticeChange('take-back-confirmation', notice)
  const failed = await save(ctx, change, reopenWrites(notice, acknowledged))
  return failed ?? done(null)
}

const MINUTES_TO_TAKE_BACK = 10

/** Whether it was the actor who confirmed it, just now. */
export function mayTakeBack(ctx: Context, { acknowledged }: Pick<StoredNotice, 'acknowledged'>): boolean {
  return (
    acknowledged !== null &&
    acknowledged.how === 'seen' &&
    acknowledged.by === actorId(ctx) &&
    ctx.now - acknowledged.at <= MINUTES_TO_TAKE_BACK
  )
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
