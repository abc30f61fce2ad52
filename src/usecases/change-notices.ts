import { type Notice, type NoticeInput, planNotices } from '../core/plans/notices.ts'
import type { Assignment } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import { noticeWrites } from '../data/change-notice-store.ts'
import type { Write } from '../data/database.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import type { TimelineChange } from '../data/rota-store.ts'
import { changeMessages } from './change-messages.ts'
import type { Context } from './context.ts'
import { actorId } from './save.ts'

/** What stood on the timeline before a change of it, and the needs as they are to stand. */
export interface ChangedFrom extends Pick<NoticeInput, 'formerNeeds' | 'needs'> {
  /** At least all that the change ends. */
  readonly timeline: readonly Assignment[]
}

/** Whom a change of the timeline is to be told, by person id. */
export function noticesOf(
  { now }: Pick<Context, 'now'>,
  { close, open }: Pick<TimelineChange, 'close' | 'open'>,
  { timeline, formerNeeds, needs }: ChangedFrom,
): Notice[] {
  const ends = new Set(close)
  const closed = timeline.filter((row) => ends.has(row.id))
  return planNotices({ closed, opened: open, formerNeeds, needs, now })
}

/** Tells each doctor what a change of the timeline is to them; goes after it in the same batch. */
export function toldWrites(
  ctx: Context,
  district: District,
  change: TimelineChange,
  former: ChangedFrom,
): Write[] {
  const notices = noticesOf(ctx, change, former)
  const { publication } = change
  const personId = ctx.actor.kind === 'account' ? ctx.actor.personId : null
  return [
    ...noticeWrites(district.id, publication, notices, { accountId: actorId(ctx), personId }),
    ...outboxWrites(changeMessages(ctx, district, publication.revision, notices)),
  ]
}
