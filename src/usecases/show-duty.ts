import type { Assignment, Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ShowDutyInput {
  readonly districtId: DistrictId
  readonly needId: string
}

export interface DutySeat {
  readonly seat: number
  readonly assignments: readonly Assignment[]
}

/** A duty beside this one: who hands over, who takes over, who stands behind. */
export interface NeighbourDuty {
  readonly need: Need
  readonly slices: readonly Slice[]
}

export interface DutyValue {
  readonly district: District
  readonly need: Need
  readonly seats: readonly DutySeat[]
  /** Earlier assignments of this duty, latest first; empty for those who may not amend. */
  readonly history: readonly Assignment[]
  readonly revision: number
  /** The duty of the same line that ends as this one starts, and the one that starts as it ends. */
  readonly before: NeighbourDuty | null
  readonly after: NeighbourDuty | null
  readonly backup: readonly NeighbourDuty[]
  readonly mayAmend: boolean
}

/** One published duty with who holds it, who follows, and who is backup. */
export async function showDuty(_ctx: Context, _input: ShowDutyInput): Promise<Result<DutyValue>> {
  return refused({ kind: 'not-found' })
}
