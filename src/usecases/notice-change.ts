import type { Write } from '../data/database.ts'
import type { NoticeKey } from '../data/notice-store.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { type Change, save } from './save.ts'

/** What the log is told of an act on a notice: ids, and nothing that anybody wrote. */
export function noticeChange(action: string, { districtId, revision, personId }: NoticeKey): Change {
  return { districtId, action, subjectKind: 'notice', subjectId: `${revision}#${personId}` }
}

/** Saves an answer, or that it is taken back. Pressed twice at once, the second finds it done, and the log tells of one. */
export async function saveOnce(
  ctx: Context,
  change: Change,
  writes: readonly Write[],
): Promise<Result<null>> {
  const failed = await save(ctx, change, writes)
  return !failed || failed.refusal.kind === 'duplicate' ? done(null) : failed
}
