import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EngagementForm } from '../../../src/core/rota/engagement.ts'
import type { Load } from '../../../src/reports/load/load.ts'
import type { LoadPart } from '../../../src/reports/load/load-parts.ts'
import type { LoadReport } from '../../../src/reports/load/load-report.ts'
import {
  LOAD_SURVEY,
  SURVEY_GROUPS,
  SURVEY_SHARES,
  type SurveyGroup,
  type SurveyMeasure,
} from '../../../src/reports/survey/benchmarks.ts'
import { surveyComparison } from '../../../src/reports/survey/survey-comparison.ts'
import { surveyTables } from '../../../src/reports/tables/overview-survey.ts'
import { textFor } from '../../../src/text/text.ts'

const QUARTER = { from: '2027-01-01', to: '2027-04-01' }
const WEEKS = 90 / 7

interface Given {
  readonly id: string
  /** Own when in 4601, the reader's municipality. */
  readonly municipality?: string
  readonly form?: EngagementForm
  /** Hours of an average week; null is not known. */
  readonly total?: number | null
  readonly home?: number
  readonly days?: number
}

const NOTHING: Load = {
  minutes: { home: 0, 'on-site': 0, backup: 0 },
  weightedMinutes: 0,
  activeMinutes: null,
  activeOfMinutes: 0,
  callOuts: null,
  dutyMinutes: 0,
  elsewhereMinutes: 0,
  declaredElsewhereMinutes: 0,
  surgeryMinutes: 0,
  taskMinutes: 0,
  knownMinutes: 0,
  totalMinutes: 0,
  duties: 0,
  nights: 0,
  weekendsAny: 0,
  weekendsFull: 0,
  weekends: 0,
  publicHolidays: 0,
  daysAfterNight: 0,
  longestPeriodMinutes: 0,
  shortestRestMinutes: null,
  minutesByOrigin: { share: 0, ordered: 0, voluntary: 0, swap: 0, 'sick-cover': 0, locum: 0 },
  days: 90,
}

function partOf({ id, municipality = '4601', form = 'gp-salaried', total = 50, home = 0, days = 90 }: Given) {
  const minutes = (hours: number) => (hours * 60 * days) / 7
  const load = {
    ...NOTHING,
    days,
    minutes: { ...NOTHING.minutes, home: minutes(home) },
    dutyMinutes: minutes(home),
    surgeryMinutes: total === null ? null : minutes(40),
    totalMinutes: total === null ? null : minutes(total),
  }
  return {
    personId: id,
    dates: QUARTER,
    municipalities: [municipality],
    gpForm: form.startsWith('gp-') ? form : null,
    planned: load,
    worked: load,
    totalWithout: {
      duty: load.surgeryMinutes,
      backup: load.totalMinutes,
      backupAndHome: load.totalMinutes === null ? null : load.totalMinutes - minutes(home),
    },
  } satisfies LoadPart
}

const surveyOf = (given: readonly Given[], period = QUARTER) =>
  surveyComparison({ agreement: [] }, '4601', period, given.map(partOf))

const cell = (given: readonly Given[], measure: SurveyMeasure, group: SurveyGroup = 'all') =>
  surveyOf(given)?.rows.find((row) => row.measure === measure)?.figures[group].district

const doctors = (totals: readonly (number | null)[], over: Partial<Given> = {}): Given[] =>
  totals.map((total, index) => ({ id: `${over.municipality ?? 'own'}-${index}`, total, ...over }))

describe('the survey beside the district', () => {
  it('stands from the shortest quarter up', () => {
    expect(surveyOf(doctors([50]), { from: '2027-01-01', to: '2027-03-31' })).toBeNull()
    expect(surveyOf(doctors([50]))).not.toBeNull()
  })

  it('names its year, its source and how many answered', () => {
    const comparison = surveyOf(doctors([50]))
    expect(comparison?.survey).toMatchObject({ year: 2022, table: '5-1', publisher: 'Oslo Economics/UiO' })
    expect(comparison?.survey.respondents.all).toBe(1099)
  })

  it('has the median of the doctors’ average weeks, odd or even in number, in whole hours', () => {
    expect(cell(doctors([70, 40, 50, 60, 45]), 'total')).toEqual({
      kind: 'known',
      minutes: 50 * 60,
      doctors: 5,
    })
    expect(cell(doctors([70, 40, 50, 60.4, 45, 80]), 'total')).toEqual({
      kind: 'known',
      minutes: 55 * 60,
      doctors: 6,
    })
  })

  it('is hidden for fewer than five', () => {
    expect(cell(doctors([70, 40, 50, 60]), 'total')).toEqual({ kind: 'hidden' })
  })

  it('counts only those who have the task, and needs five of them', () => {
    const five = doctors([50, 50, 50, 50, 50], { home: 4 })
    const idle = { id: 'idle' }
    expect(cell([...five, idle], 'home')).toEqual({ kind: 'known', minutes: 240, doctors: 5 })
    expect(cell([...five.slice(1), idle], 'home')).toEqual({ kind: 'hidden' })
  })

  it('leaves out those whose hours are not declared, and who were GPs for less than a quarter', () => {
    expect(cell(doctors([40, 50, 60, 70, 80, null]), 'total')).toMatchObject({ minutes: 3600, doctors: 5 })
    expect(cell(doctors([40, 50, 60, 70, null]), 'total')).toEqual({ kind: 'hidden' })
    const short = { id: 'short', total: 90, days: 89 }
    expect(cell([...doctors([40, 50, 60, 70, 80]), short], 'total')).toMatchObject({ doctors: 5 })
  })

  it('hides totals when fewer than five of the group are others, so that they cannot be worked out', () => {
    const own = doctors([40, 50, 60, 70, 80], { home: 3 })
    const others = (count: number) => doctors(Array(count).fill(55), { municipality: '4602', home: 3 })
    expect(cell([...own, ...others(4)], 'total')).toEqual({ kind: 'hidden' })
    expect(cell([...own, ...others(4)], 'surgery')).toEqual({ kind: 'hidden' })
    expect(cell([...own, ...others(4)], 'home')).toMatchObject({ kind: 'known', doctors: 9 })
    expect(cell([...own, ...others(5)], 'total')).toMatchObject({ kind: 'known', doctors: 10 })
  })

  it('tells the forms of agreement apart and leaves out doctors without one', () => {
    const given = [
      ...doctors([40, 50, 60, 70, 80]),
      { id: 's', form: 'gp-self-employed' as const },
      { id: 'v', form: 'locum' as const },
    ]
    expect(surveyOf(given)?.doctors).toBe(6)
    expect(cell(given, 'total', 'gp-salaried')).toMatchObject({ kind: 'known', minutes: 3600 })
    expect(cell(given, 'total', 'gp-self-employed')).toEqual({ kind: 'hidden' })
  })

  const by = (form: EngagementForm, count: number, municipality: string) =>
    doctors(Array(count).fill(50), { form, municipality, home: 3 }).map((one) => ({
      ...one,
      id: `${form} ${one.id}`,
    }))

  it('numbers nobody by form: the next quarter’s number less this one’s would be one newcomer’s form', () => {
    const before = [...by('gp-salaried', 6, '4602'), ...by('gp-self-employed', 5, '4602')]
    const told = (form: EngagementForm) => {
      const survey = surveyOf([...before, { id: 'n', municipality: '4602', form, home: 3 }])
      return surveyTables({ survey } as LoadReport, textFor('nb'))
    }
    const tables = told('gp-salaried')
    expect(tables.map(({ columns }) => columns[1]?.head)).toContain('Distriktet (12)')
    expect(tables).toEqual(told('gp-self-employed'))
  })

  it('tells of no form while a few others are all that one of them adds', () => {
    const given = [...by('gp-salaried', 6, '4602'), ...by('gp-self-employed', 1, '4602')]
    for (const measure of ['total', 'home'] as const) {
      expect(cell(given, measure, 'gp-salaried')).toEqual({ kind: 'hidden' })
      expect(cell(given, measure)).toMatchObject({ kind: 'known', doctors: 7 })
    }
    const enough = [...by('gp-salaried', 6, '4602'), ...by('gp-self-employed', 5, '4602')]
    expect(cell(enough, 'total', 'gp-salaried')).toMatchObject({ kind: 'known', doctors: 6 })
  })

  it('lets no two medians stand that differ by a few others whose hours are known', () => {
    const [last, ...rest] = by('gp-self-employed', 5, '4602')
    const undeclared = rest.map((one) => ({ ...one, total: null }))
    const given = [...by('gp-salaried', 6, '4602'), last as Given, ...undeclared]
    // All with a known total are the six salaried and one more.
    expect(cell(given, 'total')).toMatchObject({ kind: 'known', doctors: 7 })
    expect(cell(given, 'total', 'gp-salaried')).toEqual({ kind: 'hidden' })
    expect(cell(given, 'home', 'gp-salaried')).toMatchObject({ kind: 'known', doctors: 6 })
  })

  it('has the totals without some duty as those without it, not as a difference', () => {
    const given = doctors([60, 60, 60, 60, 60], { home: 10 })
    expect(cell(given, 'total-without-backup')).toMatchObject({ minutes: 60 * 60 })
    expect(cell(given, 'total-without-backup-and-home')).toMatchObject({ minutes: 50 * 60 })
    expect(cell(given, 'total-without-duty')).toMatchObject({ minutes: 40 * 60 })
  })

  it('counts own GPs at a bound with those over it, and leaves out who is not known', () => {
    const given = [...doctors([60, 59.9, 70, 39.9, 40, null]), ...doctors([90], { municipality: '4602' })]
    const shares = surveyOf(given)?.shares.map(({ survey, own }) => [survey.measure, survey.hours, own])
    expect(shares).toEqual([
      ['total', 60, { doctors: 2, of: 5 }],
      ['total-without-duty', 60, { doctors: 0, of: 5 }],
      ['total', 70, { doctors: 1, of: 5 }],
      ['total', 40, { doctors: 1, of: 5 }],
      ['total-without-duty', 40, { doctors: 0, of: 5 }],
    ])
    expect(WEEKS).toBeGreaterThan(12)
  })
})

describe('Table 5-1', () => {
  const sheet = readFileSync('test/fixtures/table-5-1.md', 'utf8')
  const cells = sheet
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    )
  const NAMES: readonly (readonly [string, SurveyMeasure])[] = [
    ['total incl. all legevakt', 'total'],
    ['total excl. all legevakt', 'total-without-duty'],
    ['total excl. bakvakt', 'total-without-backup'],
    ['total excl. bakvakt and hjemmevakt', 'total-without-backup-and-home'],
    ['surgery', 'surgery'],
    ['legevakt, hjemmevakt', 'home'],
    ['legevakt, tilstedevakt', 'on-site'],
    ['legevakt, bakvakt', 'backup'],
    ['all legevakt', 'duty'],
    ['other/municipal tasks', 'other-tasks'],
  ]
  const written = NAMES.flatMap(([name, measure]) =>
    SURVEY_GROUPS.map((group, column) => {
      const text = cells.find(([head]) => head === name)?.[column + 1] ?? 'missing'
      return [measure, group, text] as const
    }),
  )

  it.each(written)('says of %s, %s: %s', (measure, group, text) => {
    const figure = LOAD_SURVEY.rows.find((row) => row.measure === measure)?.figures[group]
    const percent = figure?.percentWithTask
    expect(percent === null ? `${figure?.hours}` : `${figure?.hours} (${percent})`).toBe(text)
  })

  it('has no other rows, and as many answers', () => {
    expect(LOAD_SURVEY.rows.map((row) => row.measure)).toEqual(NAMES.map(([, measure]) => measure))
    const { all, ...forms } = LOAD_SURVEY.respondents
    expect(sheet).toContain(
      `N=${`${all}`.replace(/(\d)(\d{3})$/, '$1 $2')} (${Object.values(forms).join('/')})`,
    )
  })

  it('has the parts of all who work so long or so short', () => {
    const toldOf = (start: string) => cells.find((row) => row[1]?.startsWith(start))?.[2] ?? ''
    const partOf = (text: string, kind: 'incl' | 'excl') =>
      Number(new RegExp(`(\\d+) % ?${kind}|(\\d+) %$`).exec(text)?.slice(1).find(Boolean))
    const percents = SURVEY_SHARES.map(({ measure, side, hours, percent }) => {
      const text = toldOf(side === 'from' ? `share ≥${hours}` : `share <${hours}`)
      return [percent, partOf(text, measure === 'total' ? 'incl' : 'excl')]
    })
    for (const [own, read] of percents) expect(own).toBe(read)
  })
})
