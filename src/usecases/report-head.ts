import type { LedgerPeriod, PeriodKind } from '../core/ledger/period.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import type { ReportGround } from './report-reading.ts'

/** Whose report it is and of when: all that a page knows of the district beside the figures. */
export interface ReportHead {
  readonly district: { readonly id: string; readonly name: string }
  readonly municipality: { readonly number: MunicipalityNumber; readonly name: string }
  readonly period: LedgerPeriod
  /** The kinds of period that there are on its dates. */
  readonly kinds: readonly PeriodKind[]
  /** Whether the reader reads for the district, not for the municipality alone. */
  readonly isDistricts: boolean
}

export function headOf({ district, member, period, kinds, isDistricts }: ReportGround): ReportHead {
  const { id, name } = district
  return {
    district: { id, name },
    municipality: { number: member.number, name: member.name },
    period,
    kinds,
    isDistricts,
  }
}

/** Tables that are counted from the duties as they stand, which the first of them says of a closed period. */
export function toldLive(
  { language }: Pick<Context, 'language'>,
  { closed }: Pick<ReportGround, 'closed'>,
  tables: readonly ReportTable[],
): readonly ReportTable[] {
  const [first, ...rest] = tables
  if (closed === null || first === undefined) return tables
  const { countedNow } = textFor(language).reportPages.frame
  return [{ ...first, notes: [countedNow, ...first.notes] }, ...rest]
}
