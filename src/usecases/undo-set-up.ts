import { takeBackParts } from '../core/plans/changed-parts.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findLatestSetUpChange, setUpUndoneWrites } from '../data/set-up-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { readSetUp, storeSetUp } from './set-up-reading.ts'

export interface UndoSetUpInput {
  readonly districtId: DistrictId
  /** Of the change that the page showed: a later one is not taken back unseen. */
  readonly number: number
}

/**
 * Takes back the latest change that a set-up screen made, by whomever. Refused when there is none, when another has come
 * since (`stale-revision`), and when something of it has changed or come into use since (`cell-changed`, `still-used`).
 */
export async function undoSetUp(ctx: Context, { districtId, number }: UndoSetUpInput): Promise<Result<null>> {
  const reading = await readSetUp(ctx, districtId)
  if (reading.kind === 'refused') return reading
  const latest = await findLatestSetUpChange(ctx.db, districtId)
  if (!latest) return refused({ kind: 'nothing-to-undo' })
  if (latest.number !== number) return refused({ kind: 'stale-revision' })
  const after = takeBackParts(reading.value.district, latest.parts)
  if (!after) return refused({ kind: 'cell-changed' })
  const subject = { action: 'undo-set-up', subjectKind: 'district', subjectId: districtId }
  const failed = await storeSetUp(ctx, reading.value, after, subject, setUpUndoneWrites(districtId, number))
  return failed ?? done(null)
}
