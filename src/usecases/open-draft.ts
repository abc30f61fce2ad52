import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface OpenDraftInput {
  readonly districtId: DistrictId
  readonly name: string
  readonly from: LocalDate
  /** Exclusive; at most 54 weeks after `from`. */
  readonly to: LocalDate
  /** At least one. */
  readonly lineIds: readonly LineId[]
}

/** Opens a draft that starts as a copy of what the timeline holds in the period. */
export async function openDraft(
  _ctx: Context,
  _input: OpenDraftInput,
): Promise<Result<{ readonly draftId: string }>> {
  return refused({ kind: 'not-found' })
}
