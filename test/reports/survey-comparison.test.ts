import { describe, expect, it } from 'vitest'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import type { LedgerRow } from '../../src/core/ledger/hours.ts'
import type { EngagementForm } from '../../src/core/rota/engagement.ts'
import { isoWeeksIn } from '../../src/core/time/iso-week.ts'
import { LOAD_SURVEY, type SurveyGroup, type SurveyMeasure } from '../../src/reports/benchmarks.ts'
import { loadReport } from '../../src/reports/load-report.ts'
import { always, makeDistrict, makeDoctor, makePosition, makeRota } from '../support/make-district.ts'

const WEEKS_13 = isoWeeksIn({ from: '2027-01-04', to: '2027-04-05' })

interface Given {
  readonly id: string
  /** Own when in 4601, the reader's municipality. */
  readonly municipality?: string
  readonly form?: EngagementForm
  /** The same each week, in hours. */
  readonly total?: number | null
  readonly home?: number
}

const rowOf = ({ total = 50, home = 0, id }: Given, week: string): LedgerRow => ({
  personId: id,
  week,
  minutes: { home: home * 60, 'on-site': 0, backup: 0 },
  weightedMinutes: 0,
  dutyMinutes: home * 60,
  elsewhereMinutes: 0,
  declaredElsewhereMinutes: 0,
  duties: 0,
  nights: 0,
  weekends: 0,
  publicHolidays: 0,
  specialHolidays: [],
  surgeryMinutes: total === null ? null : 40 * 60,
  taskMinutes: 0,
  totalMinutes: total === null ? null : total * 60,
})

function surveyOf(given: readonly Given[], weeks: readonly string[] = WEEKS_13) {
  const doctors = given.map(({ id, municipality = '4601', form = 'gp-salaried' }) =>
    makeDoctor(id, {
      engagements: [
        {
          ...always,
          id,
          employer: { kind: 'municipality', number: municipality },
          form,
          fractionPercent: 100,
        },
      ],
    }),
  )
  const positions = given.map(({ id, municipality = '4601' }) => makePosition(id, { municipality }))
  const district = makeDistrict({ doctors, positions })
  const rows = given.flatMap((doctor) => weeks.map((week) => rowOf(doctor, week)))
  const shares = fairShares(makeRota({ district }))
  return loadReport({
    district,
    municipality: '4601',
    rows,
    weeks,
    violations: [],
    shares,
    rota: { needs: [], cells: new Map() },
    waivers: [],
  }).survey
}

const cell = (given: readonly Given[], measure: SurveyMeasure, group: SurveyGroup = 'all') =>
  surveyOf(given)?.rows.find((row) => row.measure === measure)?.figures[group].district

const doctors = (totals: readonly (number | null)[], over: Partial<Given> = {}): Given[] =>
  totals.map((total, index) => ({ id: `${over.municipality ?? 'own'}-${index}`, total, ...over }))

describe('the survey beside the district', () => {
  it('stands from 13 weeks', () => {
    expect(surveyOf(doctors([50]), WEEKS_13.slice(1))).toBeNull()
    expect(surveyOf(doctors([50]))).not.toBeNull()
  })

  it('names its year, its source and how many answered', () => {
    const comparison = surveyOf(doctors([50]))
    expect(comparison?.survey).toMatchObject({ year: 2022, table: '5-1', publisher: 'Oslo Economics/UiO' })
    expect(comparison?.survey.respondents.all).toBe(1099)
  })

  it('has the median of the doctors’ mean weeks, odd or even in number', () => {
    expect(cell(doctors([70, 40, 50, 60, 45]), 'total')).toEqual({
      kind: 'known',
      minutes: 50 * 60,
      doctors: 5,
    })
    expect(cell(doctors([70, 40, 50, 60, 45, 80]), 'total')).toEqual({
      kind: 'known',
      minutes: 55 * 60,
      doctors: 6,
    })
  })

  it('is suppressed for fewer than five', () => {
    expect(cell(doctors([70, 40, 50, 60]), 'total')).toEqual({ kind: 'suppressed' })
  })

  it('counts only those who have the task, and needs five of them', () => {
    const five = doctors([50, 50, 50, 50, 50], { home: 4 })
    const idle = { id: 'idle' }
    expect(cell([...five, idle], 'home')).toEqual({ kind: 'known', minutes: 240, doctors: 5 })
    expect(cell([...five.slice(1), idle], 'home')).toEqual({ kind: 'suppressed' })
  })

  it('leaves out those whose hours are not declared', () => {
    expect(cell(doctors([40, 50, 60, 70, 80, null]), 'total')).toMatchObject({ minutes: 3600, doctors: 5 })
    expect(cell(doctors([40, 50, 60, 70, null]), 'total')).toEqual({ kind: 'suppressed' })
  })

  it('hides totals when fewer than five of the group are others, so that they cannot be worked out', () => {
    const own = doctors([40, 50, 60, 70, 80], { home: 3 })
    const others = (count: number) => doctors(Array(count).fill(55), { municipality: '4602', home: 3 })
    expect(cell([...own, ...others(4)], 'total')).toEqual({ kind: 'suppressed' })
    expect(cell([...own, ...others(4)], 'surgery')).toEqual({ kind: 'suppressed' })
    expect(cell([...own, ...others(4)], 'home')).toMatchObject({ kind: 'known', doctors: 9 })
    expect(cell([...own, ...others(5)], 'total')).toMatchObject({ kind: 'known', doctors: 10 })
  })

  it('tells the forms of agreement apart and leaves out doctors without one', () => {
    const given = [
      ...doctors([40, 50, 60, 70, 80]),
      { id: 's', form: 'gp-self-employed' as const },
      { id: 'v', form: 'locum' as const },
    ]
    const comparison = surveyOf(given)
    expect(comparison?.doctors).toMatchObject({ all: 6, 'gp-salaried': 5, 'gp-self-employed': 1 })
    expect(cell(given, 'total', 'gp-salaried')).toMatchObject({ kind: 'known', minutes: 3600 })
    expect(cell(given, 'total', 'gp-self-employed')).toEqual({ kind: 'suppressed' })
  })

  it('says which of its totals the ledger does not have', () => {
    expect(cell(doctors([50]), 'total-without-backup')).toEqual({ kind: 'not-comparable' })
    expect(cell(doctors([50]), 'total-without-backup-and-home')).toEqual({ kind: 'not-comparable' })
  })
})

describe('Table 5-1', () => {
  it.each([
    ['total', 'all', 55, null],
    ['total-without-duty', 'gp-salaried', 42, null],
    ['surgery', 'gp-self-employed', 48, null],
    ['home', 'gp-salaried-with-bonus', 19, 44],
    ['on-site', 'gp-self-employed-municipal-premises', 7, 68],
    ['duty', 'gp-salaried-with-bonus', 14, 96],
    ['other-tasks', 'all', 7, 53],
  ] as const)('says of %s, %s: %i hours', (measure, group, hours, percentWithTask) => {
    const row = LOAD_SURVEY.rows.find((candidate) => candidate.measure === measure)
    expect(row?.figures[group]).toEqual({ hours, percentWithTask })
  })

  it('has the four forms add up to all who answered', () => {
    const { all, ...forms } = LOAD_SURVEY.respondents
    expect(Object.values(forms).reduce((sum, count) => sum + count, 0)).toBe(all)
  })
})
