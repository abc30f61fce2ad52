import type { Text } from '../../text/text.ts'
import type { LoadReport, OwnLoad } from '../load/load-report.ts'
import type { ReportTable } from '../sheet.ts'
import { breachTable, type Named, shownTable } from './overview-breaches.ts'
import { coverageTable, othersTable } from './overview-district.ts'
import { doctorsTable, hoursTable, workedTable } from './overview-doctors.ts'
import { surveyTables } from './overview-survey.ts'

/** The overview of a report, in the order in which it is read. */
export function overviewTables(report: LoadReport, named: Named, text: Text): ReportTable[] {
  return [
    doctorsTable(report, text),
    hoursTable(report, text),
    workedTable(report, text),
    breachTable(report, named, text),
    coverageTable(report, text),
    othersTable(report, text),
    ...surveyTables(report, text),
    shownTable(report, named, text),
  ]
}

/** Those of them that tell by name. */
export function namedTables(report: OwnLoad, named: Named, text: Text): ReportTable[] {
  return [
    doctorsTable(report, text),
    hoursTable(report, text),
    workedTable(report, text),
    breachTable(report, named, text),
    shownTable(report, named, text),
  ]
}
