import type { NoticeKey } from '../data/notice-store.ts'
import type { Change } from './save.ts'

/** What the log is told of an act on a notice: ids, and nothing that anybody wrote. */
export function noticeChange(action: string, { districtId, revision, personId }: NoticeKey): Change {
  return { districtId, action, subjectKind: 'notice', subjectId: `${revision}#${personId}` }
}
