import type { Text } from '../../text/text.ts'
import type { LoadReport } from '../load/load-report.ts'
import type { ReportCell, ReportTable } from '../sheet.ts'
import { LOAD_SURVEY, SURVEY_GROUPS, type SurveyGroup } from '../survey/benchmarks.ts'
import type { HiddenFigure } from '../survey/hidden-figure.ts'
import type { ComparedRow, SurveyComparison } from '../survey/survey-comparison.ts'
import { column, EMPTY, HIDDEN, hours, row, words } from './cells.ts'

/** The country's medians beside the district's, for all GPs first and then by form; a note where the period is too short for either. */
export function surveyTables({ survey }: LoadReport, text: Text): ReportTable[] {
  const { report: said } = text
  if (survey === null) {
    const notes = [said.surveyTooShort]
    return [{ id: 'survey', title: said.surveyTitle, columns: [], rows: [], notes }]
  }
  return [...SURVEY_GROUPS.map((group) => mediansTable(survey, group, text)), sharesTable(survey, text)]
}

function mediansTable(
  { survey, doctors, rows }: SurveyComparison,
  group: SurveyGroup,
  { report: said }: Text,
): ReportTable {
  return {
    id: group === 'all' ? 'survey' : `survey-of-${group}`,
    title: group === 'all' ? said.surveyTitle : said.surveyTitleOf(said.surveyGroups[group]),
    columns: [
      column('measure', said.columns.what, 'text'),
      column('district', group === 'all' ? said.surveyDistrictOf(doctors) : said.surveyDistrict, 'hours'),
      column('country', said.surveyWhole(survey.respondents[group]), 'hours'),
      column('task', said.surveyTask, 'percent'),
    ],
    rows: rows.map(({ measure, figures }) =>
      row([words(said.surveyMeasures[measure]), ...comparedCells(figures[group])]),
    ),
    notes: [...(group === 'all' ? [said.surveyMeaning, said.surveyWho] : []), sourceOf(said)],
  }
}

function sourceOf(said: Text['report']): string {
  const { publisher, table, year, respondents } = LOAD_SURVEY
  return said.surveySource(publisher, table, year, respondents.all)
}

function comparedCells({ district, survey }: ComparedRow['figures'][SurveyGroup]): ReportCell[] {
  const { hours: median, percentWithTask } = survey
  return [
    districtCell(district),
    hours(median * 60),
    percentWithTask === null ? EMPTY : { kind: 'share', share: percentWithTask / 100 },
  ]
}

function districtCell(figure: HiddenFigure): ReportCell {
  return figure.kind === 'hidden' ? HIDDEN : hours(figure.minutes)
}

function sharesTable({ shares, survey }: SurveyComparison, { report: said }: Text): ReportTable {
  const { columns, shareNames } = said
  return {
    id: 'survey-shares',
    title: said.titles['survey-shares'],
    columns: [
      column('measure', columns.what, 'text'),
      column('country', said.surveyWhole(survey.respondents.all), 'percent'),
      column('own', columns.own, 'percent'),
      column('ownCount', columns.doctors, 'text'),
    ],
    rows: shares.map(({ survey: { side, hours: bound, measure, percent }, own }) =>
      row([
        words(shareNames[side](bound, shareNames[measure])),
        { kind: 'share', share: percent / 100 },
        own.of === 0 ? EMPTY : { kind: 'share', share: own.doctors / own.of },
        own.of === 0 ? EMPTY : words(said.surveyOwn(own.doctors, own.of)),
      ]),
    ),
    notes: [...(shares[0]?.own.of === 0 ? [said.ownNone] : []), said.surveySharesMeaning, sourceOf(said)],
  }
}
