import { parameterOn } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import { type Dates, daysBetween } from '../../core/time/local-date.ts'
import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'
import { sumOfKnown, weeklyMean } from '../load/load.ts'
import type { LoadPart } from '../load/load-parts.ts'
import { wholeQuarters } from '../load/others-load.ts'
import { shownCells } from '../load/suppress.ts'
import {
  LOAD_SURVEY,
  type LoadSurvey,
  SURVEY_GROUPS,
  SURVEY_SHARES,
  type SurveyFigure,
  type SurveyGroup,
  type SurveyMeasure,
  type SurveyShare,
} from './benchmarks.ts'
import type { HiddenFigure } from './hidden-figure.ts'

export interface ComparedFigure {
  readonly survey: SurveyFigure
  readonly district: HiddenFigure
}

export interface ComparedRow {
  readonly measure: SurveyMeasure
  readonly figures: Readonly<Record<SurveyGroup, ComparedFigure>>
}

/** A share of all who answered, beside the municipality's own GPs. */
export interface ComparedShare {
  readonly survey: SurveyShare
  /** Own GPs whose average week is so long, of those whose average week is known. */
  readonly own: { readonly doctors: number; readonly of: number }
}

/** The survey's lines beside the district's medians and the municipality's own GPs, with the survey's year and number of answers. */
export interface SurveyComparison {
  readonly survey: LoadSurvey
  /** GPs of the district, of all forms: a newcomer's form would be told by one number more than in the quarter before. */
  readonly doctors: number
  readonly rows: readonly ComparedRow[]
  readonly shares: readonly ComparedShare[]
}

/** The shortest quarter, which is 13 weeks but for a day: an average week is not told of less. */
export const SHORTEST_SURVEY_DAYS = 90

/** Whether an average week of the dates may stand beside the survey's. */
export function isLongEnough({ from, to }: Dates): boolean {
  return daysBetween(from, to) >= SHORTEST_SURVEY_DAYS
}

/**
 * Medians over the district's GPs of their average week, among those who have the task, as in the survey: clock hours, home and
 * backup in full. Only of dates under a GP agreement, and of GPs with at least a quarter of them. A median stands from the agreed
 * number of doctors up; where the rota does not show the hours, those of them who are not the municipality's own must be none
 * or as many, and so must those that lie between two groups whose medians both stand. No rota shows a contract: by form nothing
 * stands unless every form has none or as many of the others. In whole hours, as the survey's.
 */
export function surveyComparison(
  { agreement }: Pick<District, 'agreement'>,
  municipality: MunicipalityNumber,
  period: Dates,
  parts: readonly LoadPart[],
  known: readonly MunicipalityNumber[] = [],
): SurveyComparison | null {
  if (!isLongEnough(period)) return null
  const least = parameterOn(agreement, 'leastGroup', period.from)
  const gpParts = parts.filter((part) => part.gpForm !== null)
  const isOwn = ({ municipalities }: LoadPart) => municipalities.includes(municipality)
  const isNamed = ({ municipalities }: LoadPart) =>
    municipalities.some((own) => own === municipality || known.includes(own))
  // On any other date their week is as hidden as a stranger's.
  const hidden = new Set(gpParts.filter((part) => !isNamed(part)).map((part) => part.personId))
  const own = new Set(gpParts.map((part) => part.personId).filter((personId) => !hidden.has(personId)))
  const mayTellHidden = wholeQuarters(period) !== null
  const means = meanWeeks(gpParts)
  const groupOf = (group: SurveyGroup) =>
    group === 'all' ? means : means.filter((mean) => mean.group === group)
  const forms = SURVEY_GROUPS.filter((group) => group !== 'all')
  const isEnough = (group: SurveyGroup) =>
    othersIn(groupOf(group), own) === 0 || othersIn(groupOf(group), own) >= least
  const groups = forms.every(isEnough) ? SURVEY_GROUPS : (['all'] as const)
  const mediansOf = (measure: SurveyMeasure): ReadonlyMap<SurveyGroup, HiddenFigure> =>
    mayTellHidden || SHOWN_BY_THE_ROTA.includes(measure)
      ? districtMedians(new Map(groups.map((group) => [group, groupOf(group)])), measure, own, least)
      : new Map()
  return {
    survey: LOAD_SURVEY,
    doctors: means.length,
    rows: LOAD_SURVEY.rows.map(({ measure, figures }) => {
      const medians = mediansOf(measure)
      return {
        measure,
        figures: byGroup((group) => ({
          survey: figures[group],
          district: medians.get(group) ?? { kind: 'hidden' },
        })),
      }
    }),
    shares: comparedShares(meanWeeks(gpParts.filter(isOwn))),
  }
}

/** A GP's average week in minutes; null where it is not known. */
interface MeanWeek {
  readonly personId: PersonId
  readonly group: SurveyGroup
  readonly minutes: Readonly<Record<SurveyMeasure, number | null>>
}

const MINUTES_OF: Readonly<Record<SurveyMeasure, (part: LoadPart) => number | null>> = {
  total: ({ worked }) => worked.totalMinutes,
  'total-without-duty': ({ totalWithout }) => totalWithout.duty,
  'total-without-backup': ({ totalWithout }) => totalWithout.backup,
  'total-without-backup-and-home': ({ totalWithout }) => totalWithout.backupAndHome,
  surgery: ({ worked }) => worked.surgeryMinutes,
  home: ({ worked }) => worked.minutes.home,
  'on-site': ({ worked }) => worked.minutes['on-site'],
  backup: ({ worked }) => worked.minutes.backup,
  duty: ({ worked }) => worked.dutyMinutes,
  'other-tasks': ({ worked }) => worked.taskMinutes,
}

/** Of those with dates enough, by the form of the last of them. */
function meanWeeks(parts: readonly LoadPart[]): MeanWeek[] {
  return [...Map.groupBy(parts, (part) => part.personId)].flatMap(([personId, own]) => {
    const days = own.reduce((sum, part) => sum + part.worked.days, 0)
    const group = SURVEY_GROUPS.find((name) => name === own.at(-1)?.gpForm)
    if (days < SHORTEST_SURVEY_DAYS || group === undefined) return []
    const mean = (measure: SurveyMeasure) => weeklyMean(sumOfKnown(own.map(MINUTES_OF[measure])), days)
    const minutes = Object.fromEntries(
      LOAD_SURVEY.rows.map(({ measure }) => [measure, mean(measure)]),
    ) as MeanWeek['minutes']
    return [{ personId, group, minutes }]
  })
}

const SHOWN_BY_THE_ROTA: readonly SurveyMeasure[] = ['home', 'on-site', 'backup', 'duty']

function othersIn(group: readonly MeanWeek[], own: ReadonlySet<PersonId>): number {
  return group.filter((mean) => !own.has(mean.personId)).length
}

/** Those that may stand, by group. */
function districtMedians(
  groups: ReadonlyMap<SurveyGroup, readonly MeanWeek[]>,
  measure: SurveyMeasure,
  own: ReadonlySet<PersonId>,
  least: number,
): ReadonlyMap<SurveyGroup, HiddenFigure> {
  const known = [...groups].map(
    ([group, means]) => [group, means.filter((mean) => (mean.minutes[measure] ?? 0) > 0)] as const,
  )
  const many = known.filter(([, means]) => means.length >= least)
  const cells = many.map(([group, means]) => ({
    id: group,
    members: means.flatMap(({ personId }) => (own.has(personId) ? [] : [{ personId, part: 'all' }])),
  }))
  const shown = SHOWN_BY_THE_ROTA.includes(measure) ? null : shownCells(cells, least)
  return new Map(
    many
      .filter(([group]) => shown === null || shown.has(group))
      .map(([group, means]) => {
        const minutes = wholeHours(medianOf(means.map((mean) => mean.minutes[measure] ?? 0)))
        return [group, { kind: 'known', minutes, doctors: means.length }]
      }),
  )
}

function wholeHours(minutes: number): number {
  return Math.round(minutes / MINUTES_PER_HOUR) * MINUTES_PER_HOUR
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (lower + upper) / 2
}

function comparedShares(own: readonly MeanWeek[]): ComparedShare[] {
  return SURVEY_SHARES.map((survey) => {
    const known = own.flatMap(({ minutes }) => minutes[survey.measure] ?? [])
    return { survey, own: { doctors: known.filter(isWithin(survey)).length, of: known.length } }
  })
}

/** At or over a bound, or under one. */
function isWithin({ side, hours }: SurveyShare): (minutes: number) => boolean {
  const bound = hours * MINUTES_PER_HOUR
  return (minutes) => (side === 'from' ? minutes >= bound : minutes < bound)
}

function byGroup<T>(of: (group: SurveyGroup) => T): Record<SurveyGroup, T> {
  const entries = SURVEY_GROUPS.map((group) => [group, of(group)])
  return Object.fromEntries(entries) as Record<SurveyGroup, T>
}
