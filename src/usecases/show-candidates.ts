import type { Candidate } from '../core/plans/candidates.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Interval } from '../core/time/interval.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'
import type { BoardSource } from './show-board.ts'

export interface ShowCandidatesInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly needId: string
  readonly seat: number
  /** Part of the duty; null = the whole of it. */
  readonly part: Interval | null
}

export interface CandidatesValue {
  readonly district: District
  readonly need: Need
  readonly seat: number
  readonly part: Interval
  /** Best first. */
  readonly candidates: readonly Candidate[]
  readonly revision: number
}

/** Who could take a place, ranked, with what each choice would break. */
export async function showCandidates(
  _ctx: Context,
  _input: ShowCandidatesInput,
): Promise<Result<CandidatesValue>> {
  return refused({ kind: 'not-found' })
}
