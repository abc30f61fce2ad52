import type { EngagementForm } from '../../core/rota/engagement.ts'

/** The four forms of GP agreement that the survey tells apart, and all of them together. */
export type SurveyGroup =
  | 'all'
  | Extract<
      EngagementForm,
      'gp-self-employed' | 'gp-self-employed-municipal-premises' | 'gp-salaried' | 'gp-salaried-with-bonus'
    >

export const SURVEY_GROUPS: readonly SurveyGroup[] = [
  'all',
  'gp-self-employed',
  'gp-self-employed-municipal-premises',
  'gp-salaried',
  'gp-salaried-with-bonus',
]

export type SurveyMeasure =
  | 'total'
  | 'total-without-duty'
  | 'total-without-backup'
  | 'total-without-backup-and-home'
  | 'surgery'
  | 'home'
  | 'on-site'
  | 'backup'
  | 'duty'
  | 'other-tasks'

/** Median hours of an average week among those who have the task, and the share of the group who have it where it was told. */
export interface SurveyFigure {
  readonly hours: number
  readonly percentWithTask: number | null
}

export interface SurveyRow {
  readonly measure: SurveyMeasure
  readonly figures: Readonly<Record<SurveyGroup, SurveyFigure>>
}

export interface LoadSurvey {
  readonly publisher: string
  readonly table: string
  readonly year: number
  readonly respondents: Readonly<Record<SurveyGroup, number>>
  readonly rows: readonly SurveyRow[]
}

/**
 * Oslo Economics and the University of Oslo, survey of GPs January–February 2022, Table 5-1: self-reported clock hours with
 * home and backup duty in full; 16 answers of 0 hours and 3 above 112 are left out. Rows are medians and do not add up.
 */
export const LOAD_SURVEY: LoadSurvey = {
  publisher: 'Oslo Economics/UiO',
  table: '5-1',
  year: 2022,
  respondents: byGroup([1099, 818, 133, 80, 68], (count) => count),
  rows: [
    row('total', [55, 55, 58, 52, 61]),
    row('total-without-duty', [50, 50, 48, 42, 44]),
    row('total-without-backup', [54, 54, 55, 51, 57]),
    row('total-without-backup-and-home', [53, 54, 54, 47, 48]),
    row('surgery', [45, 48, 44, 38, 40]),
    row('home', [7, 4, 5, 17, 19], [15, 10, 25, 28, 44]),
    row('on-site', [6, 5, 7, 8, 7], [50, 45, 68, 59, 60]),
    row('backup', [5, 4, 7, 8, 7], [20, 15, 35, 31, 49]),
    row('duty', [8, 7, 9, 13, 14], [58, 49, 77, 82, 96]),
    row('other-tasks', [7, 6, 8, 10, 8], [53, 49, 73, 56, 62]),
  ],
}

/** The part of all who answered whose average week is from so many hours up, or under so many. */
export interface SurveyShare {
  readonly measure: Extract<SurveyMeasure, 'total' | 'total-without-duty'>
  readonly side: 'from' | 'under'
  readonly hours: number
  readonly percent: number
}

/** Of the same survey and the same answers (section 5.1.2; domain reference 6.1–6.3). */
export const SURVEY_SHARES: readonly SurveyShare[] = [
  { measure: 'total', side: 'from', hours: 60, percent: 34 },
  { measure: 'total-without-duty', side: 'from', hours: 60, percent: 18 },
  { measure: 'total', side: 'from', hours: 70, percent: 13 },
  { measure: 'total', side: 'under', hours: 40, percent: 7 },
  { measure: 'total-without-duty', side: 'under', hours: 40, percent: 10 },
]

/** Values in the order of the table's columns: all, self-employed, municipal premises, salaried, salaried with bonus. */
type Columns = readonly [number, number, number, number, number]

function row(measure: SurveyMeasure, hours: Columns, percents?: Columns): SurveyRow {
  const figures = byGroup(hours, (value, column) => ({
    hours: value,
    percentWithTask: percents?.[column] ?? null,
  }))
  return { measure, figures }
}

function byGroup<T>(columns: Columns, of: (value: number, column: number) => T): Record<SurveyGroup, T> {
  const entries = SURVEY_GROUPS.map((group, column) => [group, of(columns[column] ?? 0, column)])
  return Object.fromEntries(entries) as Record<SurveyGroup, T>
}
