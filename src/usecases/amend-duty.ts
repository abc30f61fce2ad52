import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import type { WantedSlice } from './edit-draft.ts'
import { type Result, refused } from './refusal.ts'

export interface AmendDutyInput {
  readonly districtId: DistrictId
  readonly needId: string
  readonly seat: number
  readonly expectedRevision: number
  /** One person for the whole duty, or its slices; no slices leave the duty open. */
  readonly holder:
    | { readonly kind: 'person'; readonly personId: PersonId; readonly origin: WantedSlice['origin'] }
    | { readonly kind: 'slices'; readonly slices: readonly WantedSlice[] }
  /** At least one character; it also stands as the reason of every waiver. */
  readonly reason: string
  /** Says that blocking violations which are not structural are accepted for the reason given. */
  readonly waivesBlocking: boolean
}

/** Changes one published duty and nothing else, at any hour before or after it. */
export async function amendDuty(
  _ctx: Context,
  _input: AmendDutyInput,
): Promise<Result<{ readonly revision: number }>> {
  return refused({ kind: 'not-found' })
}
