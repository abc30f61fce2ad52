import type { DistrictId } from '../core/rota/person.ts'
import { checkRota } from '../core/rules/check.ts'
import { sumOfVerdict } from '../core/rules/verdict-sum.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ConfirmVerdictInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** As `sumOfVerdict` has it of what the page found. */
  readonly sum: string
}

/** What the server finds in a draft as it is stored. */
export interface VerdictValue {
  /** Number of the draft's latest edit: what was found of another is not to be compared. */
  readonly edits: number
  /** Of the timeline. */
  readonly revision: number
  /** All breaches where the sum is another than the page's, null where it is the same. */
  readonly violations: readonly Violation[] | null
}

/** Judges a draft as it is stored, for a page that has judged it by itself; tells all only when the page found something else. */
export async function confirmVerdict(
  ctx: Context,
  { districtId, draftId, sum }: ConfirmVerdictInput,
): Promise<Result<VerdictValue>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const violations = checkRota(reading.rota)
  return done({
    edits: reading.draft.edits,
    revision: reading.revision,
    violations: sumOfVerdict(violations) === sum ? null : violations,
  })
}
