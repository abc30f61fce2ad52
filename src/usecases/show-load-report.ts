import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { IsoWeek } from '../core/time/iso-week.ts'
import type { LoadReport } from '../reports/load-report.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ShowLoadReportInput {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
  readonly from: IsoWeek
  /** 1–53. */
  readonly weeks: number
}

export interface LoadReportValue {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly municipality: MunicipalityNumber
  readonly municipalityName: string
  readonly weeks: readonly IsoWeek[]
  readonly report: LoadReport
}

/** The load of one municipality's own doctors, equal to the ledger's rows. */
export async function showLoadReport(
  _ctx: Context,
  _input: ShowLoadReportInput,
): Promise<Result<LoadReportValue>> {
  return refused({ kind: 'not-found' })
}
