import type { DraftCell, DraftStatus, EditKind } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findChangesSince, listPersonNames } from '../data/step-store.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'

export interface ShowChangesInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** The latest edit that the page knows. */
  readonly after: number
}

export interface ChangesValue {
  /** Number of the draft's latest edit. */
  readonly edits: number
  readonly status: DraftStatus
  /** Of the timeline. */
  readonly revision: number
  /** What stands in every place edited since. */
  readonly cells: readonly DraftCell[]
  /** What was done, the oldest first, the latest 100 at most. */
  readonly steps: readonly StepSince[]
}

export interface StepSince {
  readonly number: number
  /** An undone undo is called what it first was. */
  readonly kind: EditKind
  /** Account id. */
  readonly by: string
  /** As the district shows accounts; null for those it shows none for. */
  readonly name: string | null
  readonly at: string
  readonly places: number
}

/** What has happened to a draft since a page last heard of it. Asked every few seconds, so it reads what is new and nothing else. */
export async function showChanges(
  ctx: Context,
  { districtId, draftId, after }: ShowChangesInput,
): Promise<Result<ChangesValue>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!Number.isSafeInteger(after) || after < 0) return invalid('after', 'out-of-range', String(after))
  const found = await findChangesSince(ctx.db, districtId, draftId, after)
  if (!found) return refused({ kind: 'not-found' })
  const { draft, revision, cells, steps } = found
  const names = await namesOf(
    ctx,
    districtId,
    steps.map((step) => step.by),
  )
  return done({
    edits: draft.edits,
    status: draft.status,
    revision,
    cells,
    steps: steps.map(({ number, kind, by, at, places }) => ({
      number,
      kind,
      by,
      name: names[by] ?? null,
      at,
      places,
    })),
  })
}

async function namesOf(
  ctx: Context,
  districtId: DistrictId,
  accountIds: readonly string[],
): Promise<Record<string, string>> {
  if (accountIds.length === 0) return {}
  const persons = await listPersonNames(ctx.db, districtId)
  return accountNames(ctx, { persons }, accountIds, true)
}
