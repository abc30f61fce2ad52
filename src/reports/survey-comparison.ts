import type { LedgerRow } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import { type Engagement, isGpAgreement } from '../core/rota/engagement.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { IsoWeek } from '../core/time/iso-week.ts'
import { rangesOverlap } from '../core/time/local-date.ts'
import {
  LOAD_SURVEY,
  type LoadSurvey,
  SURVEY_GROUPS,
  type SurveyFigure,
  type SurveyGroup,
  type SurveyMeasure,
} from './benchmarks.ts'
import { type HiddenFigure, leastGroup } from './hidden-figure.ts'
import { weekDates } from './own-doctors.ts'

/** The district's own median, or that the ledger has no such total: it unites hours, the survey takes them apart. */
export type DistrictMedian = HiddenFigure | { readonly kind: 'not-comparable' }

export interface ComparedFigure {
  readonly survey: SurveyFigure
  readonly district: DistrictMedian
}

export interface ComparedRow {
  readonly measure: SurveyMeasure
  readonly figures: Readonly<Record<SurveyGroup, ComparedFigure>>
}

/** The survey's lines beside the district's medians, with the survey's year and number of answers. */
export interface SurveyComparison {
  readonly survey: LoadSurvey
  /** GPs of the district by form. */
  readonly doctors: Readonly<Record<SurveyGroup, number>>
  readonly rows: readonly ComparedRow[]
}

/**
 * Medians over the district's GPs of their mean week, among those who have the task (as in the survey). A group stands from the
 * agreed number of doctors up; where the rota does not show the hours, those of them who are not the reader's own (`own`) must
 * be none or as many.
 */
export function surveyComparison(
  {
    district,
    rows,
    weeks,
  }: {
    readonly district: District
    readonly rows: readonly LedgerRow[]
    readonly weeks: readonly IsoWeek[]
  },
  own: ReadonlySet<PersonId>,
): SurveyComparison {
  const rowsByPerson = Map.groupBy(rows, (row) => row.personId)
  const least = leastGroup(district, weeks)
  const means = district.doctors.flatMap((doctor) =>
    meanWeekOf(doctor, rowsByPerson.get(doctor.personId) ?? []),
  )
  const groupOf = (group: SurveyGroup) =>
    group === 'all' ? means : means.filter((mean) => mean.group === group)
  return {
    survey: LOAD_SURVEY,
    doctors: byGroup((group) => groupOf(group).length),
    rows: LOAD_SURVEY.rows.map(({ measure, figures }) => ({
      measure,
      figures: byGroup((group) => ({
        survey: figures[group],
        district: districtMedian(groupOf(group), measure, own, least),
      })),
    })),
  }
}

/** The ledger keeps no union without some forms of duty, so two of the survey's totals have nothing beside them. */
type ComparableMeasure = Exclude<SurveyMeasure, 'total-without-backup' | 'total-without-backup-and-home'>

function isComparable(measure: SurveyMeasure): measure is ComparableMeasure {
  return measure !== 'total-without-backup' && measure !== 'total-without-backup-and-home'
}

/** A GP's mean week; null where a figure is not known. */
interface MeanWeek {
  readonly personId: PersonId
  readonly group: SurveyGroup
  readonly minutes: Readonly<Record<ComparableMeasure, number | null>>
}

function meanWeekOf(doctor: Doctor, rows: readonly LedgerRow[]): MeanWeek[] {
  const agreements = doctor.engagements.filter((engagement) => isGpAgreement(engagement.form))
  const counted = rows.filter((row) => agreements.some((held) => rangesOverlap(held, weekDates(row.week))))
  const group = groupIn(agreements, counted)
  if (group === undefined) return []
  const mean = (value: (row: LedgerRow) => number | null) =>
    counted.some((row) => value(row) === null)
      ? null
      : counted.reduce((sum, row) => sum + (value(row) ?? 0), 0) / counted.length
  const minutes = {
    total: mean((row) => row.totalMinutes),
    'total-without-duty': mean((row) =>
      row.surgeryMinutes === null ? null : row.surgeryMinutes + row.taskMinutes,
    ),
    surgery: mean((row) => row.surgeryMinutes),
    home: mean((row) => row.minutes.home),
    'on-site': mean((row) => row.minutes['on-site']),
    backup: mean((row) => row.minutes.backup),
    duty: mean((row) => row.dutyMinutes),
    'other-tasks': mean((row) => row.taskMinutes),
  }
  return [{ personId: doctor.personId, group, minutes }]
}

/** The form of the agreement held last in these weeks. */
function groupIn(agreements: readonly Engagement[], rows: readonly LedgerRow[]): SurveyGroup | undefined {
  const lastWeek = rows
    .map((row) => row.week)
    .sort()
    .at(-1)
  if (lastWeek === undefined) return undefined
  const last = agreements
    .filter((held) => rangesOverlap(held, weekDates(lastWeek)))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
  return SURVEY_GROUPS.find((group) => group === last?.form)
}

const SHOWN_BY_THE_ROTA: readonly SurveyMeasure[] = ['home', 'on-site', 'backup', 'duty']

function districtMedian(
  group: readonly MeanWeek[],
  measure: SurveyMeasure,
  own: ReadonlySet<PersonId>,
  least: number,
): DistrictMedian {
  if (!isComparable(measure)) return { kind: 'not-comparable' }
  const known = group.filter((mean) => (mean.minutes[measure] ?? 0) > 0)
  const others = known.filter((mean) => !own.has(mean.personId)).length
  const isSafe = SHOWN_BY_THE_ROTA.includes(measure) || others === 0 || others >= least
  if (known.length < least || !isSafe) return { kind: 'suppressed' }
  const minutes = medianOf(known.map((mean) => mean.minutes[measure] ?? 0))
  return { kind: 'known', minutes, doctors: known.length }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (lower + upper) / 2
}

function byGroup<T>(of: (group: SurveyGroup) => T): Record<SurveyGroup, T> {
  const entries = SURVEY_GROUPS.map((group) => [group, of(group)])
  return Object.fromEntries(entries) as Record<SurveyGroup, T>
}
