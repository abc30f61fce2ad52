import type { LedgerRow } from '../core/ledger/hours.ts'
import type { Assignment } from '../core/rota/assignment.ts'
import type { FormPiece } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Interval } from '../core/time/interval.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface MyDuty extends Interval {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly needId: string
  readonly seat: number
  readonly lineName: string
  readonly lineCode: string
  readonly name: string
  readonly pieces: readonly FormPiece[]
  readonly origin: Assignment['origin']
}

export interface MyFeed {
  readonly id: string
  readonly label: string
  readonly createdAt: Minute
  readonly lastFetchedAt: Minute | null
}

export interface MyDutiesValue {
  readonly personId: PersonId
  readonly personName: string
  /** From today to 18 months ahead, across districts, by start. */
  readonly duties: readonly MyDuty[]
  readonly feeds: readonly MyFeed[]
  /** Own rows of the last four and the next thirteen weeks in each district. */
  readonly hours: readonly { readonly districtId: DistrictId; readonly rows: readonly LedgerRow[] }[]
}

/** A doctor's own duties, hours and calendar links, across districts. */
export async function showMyDuties(
  _ctx: Context,
  _input: Record<never, never>,
): Promise<Result<MyDutiesValue>> {
  return refused({ kind: 'not-found' })
}
