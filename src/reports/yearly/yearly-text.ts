import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import type { Between } from '../between/between.ts'
import type { ExceptionUse } from './statutory.ts'

export interface YearlyStatement {
  readonly municipality: { readonly number: string; readonly name: string }
  readonly districtName: string
  readonly year: number
  readonly between: Between
  readonly exceptions: readonly ExceptionUse[]
  /** How many GPs reach the age of exemption; null where the reader may not see it. */
  readonly coming: number | null
  readonly isOver: boolean
}

/** A draft of the yearly statement, one sentence a line; every figure stands in a table of the report, and gaps are said. */
export function yearlyText(statement: YearlyStatement, text: Text): string {
  const { municipality, districtName, year, exceptions, coming, isOver } = statement
  const { statement: own } = text.reportYearly
  return [
    own.heading(municipality.name, districtName, year),
    '',
    ...(isOver ? [] : [own.unfinished]),
    ...shareLines(statement, text),
    ...openLines(statement, text),
    exceptions.length === 0
      ? own.noExceptions
      : own.exceptions(
          new Set(exceptions.map(({ personId }) => personId)).size,
          exceptions.reduce((sum, { days }) => sum + days, 0),
        ),
    ...(coming === null ? [] : [coming === 0 ? own.comingNone : own.coming(coming)]),
    own.gaps,
  ].join('\n')
}

function shareLines({ between, municipality }: YearlyStatement, text: Text): string[] {
  const { statement: own } = text.reportYearly
  const { format, words } = text
  const row = between.shares.find((share) => share.municipality === municipality.number)
  const minutes = DUTY_FORMS.reduce((sum, form) => sum + (row?.minutes[form] ?? 0), 0)
  if (!row || minutes === 0) return [own.noDuties]
  const forms = DUTY_FORMS.filter((form) => row.minutes[form] > 0).map(
    (form) => `${words.forms[form]} ${format.hours(row.minutes[form])}`,
  )
  return [
    own.share(format.decimal(row.duties), format.hours(minutes), format.percent(row.share)),
    own.forms(forms),
    row.keyShare === null ? own.noKey : own.key(format.percent(row.keyShare)),
  ]
}

function openLines({ between }: YearlyStatement, { format, reportYearly }: Text): string[] {
  const { statement: own } = reportYearly
  const { openDuties, openMinutes, isPublished } = between
  if (!isPublished) return [own.notPublished]
  if (openDuties === 0 && openMinutes === 0) return [own.noneOpen]
  return [own.open(format.decimal(openDuties), format.hours(openMinutes))]
}
