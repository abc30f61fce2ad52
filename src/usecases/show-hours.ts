import type { FairShare } from '../core/ledger/fair-share.ts'
import type { LedgerRow } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { IsoWeek } from '../core/time/iso-week.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'
import type { BoardSource } from './show-board.ts'

export interface ShowHoursInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly from: IsoWeek
  /** 1–53. */
  readonly weeks: number
}

export interface WeekFloor {
  readonly week: IsoWeek
  /** The lowest possible highest weekly total, in minutes. */
  readonly levelMinutes: number
  /** Minutes per person; null where surgery is not declared. */
  readonly persons: Readonly<Record<PersonId, number | null>>
}

export interface HoursValue {
  readonly district: District
  readonly weeks: readonly IsoWeek[]
  /** Only one's own row for a doctor. */
  readonly rows: readonly LedgerRow[]
  readonly floors: readonly WeekFloor[]
  readonly violations: readonly Violation[]
  readonly shares: readonly FairShare[]
  readonly hidesHours: boolean
}

/** Hours per doctor and week, with flags and the floor beside. */
export async function showHours(_ctx: Context, _input: ShowHoursInput): Promise<Result<HoursValue>> {
  return refused({ kind: 'not-found' })
}
