import type { DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Database } from '../data/database.ts'
import { type EditHead, listEditHeads, listEdits } from '../data/draft-store.ts'

/** A draft's latest steps, latest first. From a build on they come without their changes, which are thousands. */
export async function recentEdits(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  limit = 20,
): Promise<DraftEdit[]> {
  const heads = await listEditHeads(db, districtId, draftId, limit)
  const firstLarge = heads.findIndex((head) => isLarge(head, heads))
  const small = firstLarge === -1 ? heads.length : firstLarge
  const edits = small === 0 ? [] : await listEdits(db, districtId, draftId, small)
  return [...edits, ...heads.slice(small).map((head) => ({ ...head, changes: [] }))]
}

/** A build, or what takes one back; the undone edit stands below its undo, unless it is older than the list. */
function isLarge(head: EditHead, heads: readonly EditHead[]): boolean {
  if (head.undoes === null) return head.kind === 'build'
  const undone = heads.find((other) => other.number === head.undoes)
  return undone === undefined || undone.kind === 'build'
}
