import { describe, expect, it } from 'vitest'
import { type LedgerPeriod, periodOf } from '../../../src/core/ledger/period.ts'
import { countedRota, type Figures, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { EngagementForm } from '../../../src/core/rota/engagement.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { sumOfLoads } from '../../../src/reports/load/load.ts'
import { type LoadReport, type LoadReportInput, loadReport } from '../../../src/reports/load/load-report.ts'
import { overviewTables } from '../../../src/reports/tables/overview.ts'
import { textFor } from '../../../src/text/text.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePosition,
  makeRota,
  makeSlice,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const HERE = '4601'
const THERE = '4602'
const Q1 = periodOf('quarter', '2027-01-04')

const gp = (
  id: string,
  municipality: string,
  over: Partial<Doctor> = {},
  form: EngagementForm = 'gp-salaried',
) =>
  makeDoctor(id, {
    engagements: [
      {
        ...always,
        id: `e-${id}`,
        employer: { kind: 'municipality', number: municipality },
        form,
        fractionPercent: 100,
      },
    ],
    surgery: [makeSurgery(weekdays('08:00', '14:00'))],
    ...over,
  })

const gps = (prefix: string, count: number, municipality: string, over: Partial<Doctor> = {}) =>
  Array.from({ length: count }, (_, index) => gp(`${prefix}${index + 1}`, municipality, over))

/** One each, of the municipality that has them as its own. */
const positionsOf = (doctors: readonly Doctor[]) =>
  doctors.map(({ personId }) =>
    makePosition(personId, { municipality: personId.startsWith('h') ? HERE : THERE }),
  )

const municipality = (number: string) => ({
  number,
  name: `Kommune ${number}`,
  facts: [{ ...always, population: 4200, centrality: 6 }],
  participation: [{ ...always, windows: null, quota: null }],
})

/** Here h1…, there t1…; positions as the engagements say. */
function districtOf(doctors: readonly Doctor[], over: Partial<District> = {}): District {
  return makeDistrict({
    municipalities: [HERE, THERE, '4603'].map(municipality),
    doctors,
    lines: [makeLine()],
    positions: [],
    ...over,
  })
}

/** Every duty of the period held in turn, with a week before and after it. */
function rotaOf(district: District, { from, to }: LedgerPeriod = Q1): Rota {
  const needs = district.lines.flatMap((line) => needsOf(line, addDays(from, -8), addDays(to, 8)))
  const ids = district.doctors.map((doctor) => doctor.personId)
  const holders = Object.fromEntries(
    needs.flatMap((need, index) => (ids.length === 0 ? [] : [[need.id, ids[index % ids.length] as string]])),
  )
  return makeRota({ district, from, to, needs, holders })
}

function reportOf(rota: Rota, over: Partial<LoadReportInput> = {}): LoadReport {
  const counted = countedRota({ rota, assignments: [], outcomes: [] })
  return loadReport({
    municipality: HERE,
    period: Q1,
    rota,
    counted,
    judged: rota,
    waivers: [],
    closed: null,
    ...over,
  })
}

const ledgersOf = (rota: Rota, period = Q1) => personLedgers({ rota, period, assignments: [], outcomes: [] })
const standard = () => rotaOf(districtOf([...gps('h', 3, HERE), ...gps('t', 5, THERE)]))

/** Nothing in it is NaN, infinite or undefined. */
function isWhole(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value !== 'object') return value !== undefined
  return Object.values(value).every(isWhole)
}

describe('the load report of a municipality', () => {
  it('has one row for each of its own doctors, equal to the ledger to the minute', () => {
    const rota = standard()
    const ledgers = ledgersOf(rota)
    const report = reportOf(rota)
    expect(report.doctors.map((doctor) => doctor.personId)).toEqual(['h1', 'h2', 'h3'])
    for (const { personId, worked, meanTotalMinutes } of report.doctors) {
      const figures = ledgers.find((ledger) => ledger.personId === personId)?.worked
      const { everyNthWeekend, specialHolidays: _, ...counted } = figures as NonNullable<typeof figures>
      expect(worked).toMatchObject(counted)
      expect(worked.weekends / worked.weekendsAny).toBe(everyNthWeekend)
      expect(meanTotalMinutes).toBeCloseTo(((figures?.totalMinutes as number) * 7) / 90)
    }
  })

  it('counts every minute of the ledger once, as an own doctor’s or as another’s', () => {
    const rota = standard()
    const { sum, others } = reportOf(rota)
    const total = (of: (worked: (typeof ledgers)[number]['worked']) => number) =>
      ledgers.reduce((all, { worked }) => all + of(worked), 0)
    const ledgers = ledgersOf(rota)
    const { worked } = sum
    const { load } = others.all
    expect(worked.dutyMinutes + load.dutyMinutes).toBe(total((own) => own.dutyMinutes))
    expect(worked.duties + load.duties).toBe(total((own) => own.duties))
    expect(worked.nights + load.nights).toBe(total((own) => own.nights))
    expect(worked.weekendsAny + load.weekendsAny).toBe(total((own) => own.weekendsAny))
    expect(worked.minutes.home + load.minutes.home).toBe(total((own) => own.minutes.home))
  })

  it('is as worked, with what was planned beside it', () => {
    const district = districtOf(gps('h', 1, HERE))
    const [need] = needsOf(makeLine(), '2027-01-11', '2027-01-12')
    if (!need) throw new Error('no duty')
    const rota = makeRota({ district, from: Q1.from, to: Q1.to, needs: [need], holders: { [need.id]: 'h1' } })
    const slice = makeSlice('h1', '2027-01-11 16:00', '2027-01-12 08:00')
    const assignment = {
      ...slice,
      id: 'row',
      chainId: 'row',
      needId: need.id,
      seat: 0,
      revisionFrom: 1,
      revisionTo: null,
      sequence: 0,
      modifiedAt: 0,
      enteredBy: 'x',
      reason: '',
      replaces: null,
      note: '',
    }
    const outcome = {
      assignmentId: 'row',
      start: slice.start,
      end: slice.end + 90,
      activeMinutes: null,
      callOuts: null,
    }
    const report = reportOf(rota, {
      counted: countedRota({ rota, assignments: [assignment], outcomes: [outcome] }),
    })
    expect(report.doctors[0]?.planned.dutyMinutes).toBe(16 * 60)
    expect(report.doctors[0]?.worked.dutyMinutes).toBe(16 * 60 + 90)
    const table = tablesOf(report, district).find(({ id }) => id === 'worked')
    expect(table?.rows.map((row) => row.cells.slice(-1)[0])).toContainEqual({ kind: 'minutes', minutes: 90 })
  })

  it('takes a doctor who moves on the very dates of each municipality', () => {
    const engaged = (id: string, from: string, to: string | null, number: string, form: EngagementForm) => ({
      id,
      from,
      to,
      employer: { kind: 'municipality' as const, number },
      form,
      fractionPercent: 100,
    })
    const moving = makeDoctor('m', {
      engagements: [
        engaged('a', '2020-01-01', '2027-02-10', HERE, 'gp-salaried'),
        engaged('b', '2027-02-10', null, THERE, 'gp-self-employed'),
      ],
    })
    const rota = rotaOf(districtOf([moving, ...gps('t', 4, THERE)]))
    const here = reportOf(rota)
    const there = reportOf(rota, { municipality: THERE })
    expect(here.doctors[0]).toMatchObject({
      form: 'gp-salaried',
      dates: [{ from: '2027-01-01', to: '2027-02-10' }],
      isThroughout: false,
    })
    expect(there.doctors[0]).toMatchObject({ form: 'gp-self-employed', isThroughout: false })
    const whole = ledgersOf(rota).find(({ personId }) => personId === 'm')?.worked
    const both = sumOfLoads([here, there].flatMap(({ doctors: [m] }) => (m ? [m.worked] : [])))
    const { everyNthWeekend: _, specialHolidays: __, weightedMinutes, ...counted } = whole as Figures
    expect(both).toMatchObject(counted)
    expect(both.weightedMinutes).toBeCloseTo(weightedMinutes)
    expect(here.others.all.load.dutyMinutes + here.sum.worked.dutyMinutes).toBe(
      ledgersOf(rota).reduce((sum, { worked }) => sum + worked.dutyMinutes, 0),
    )
    expect(said(here, rota.district)).toContain('1. januar – 9. februar 2027')
    const row = tablesOf(here, rota.district).find(({ id }) => id === 'doctors')?.rows[0]
    expect(row?.trails?.nights).toEqual({ personId: 'm', only: 'nights' })
  })

  it('takes as its own a locum who only holds a position of it', () => {
    const locum = makeDoctor('v', { engagements: [] })
    const positions = [makePosition('v', { municipality: HERE })]
    const report = reportOf(rotaOf(districtOf([locum, ...gps('t', 5, THERE)], { positions })))
    expect(report.doctors[0]).toMatchObject({ personId: 'v', form: null, isThroughout: true })
  })

  it('has the stored figures of a closed period', () => {
    const rota = standard()
    const closed = ledgersOf(rota).map((ledger) => ({ ...ledger, givenAway: 7 }))
    const report = reportOf(rota, { closed })
    expect(report.isClosed).toBe(true)
    expect(report.doctors.map(({ givenAway }) => givenAway)).toEqual([7, 7, 7])
  })

  it('says not known where surgery is not declared, for the doctor and for the sum', () => {
    const undeclared = gp('h2', HERE, { surgery: [{ ...always, kind: 'not-declared' }] })
    const rota = rotaOf(districtOf([gp('h1', HERE), undeclared, ...gps('t', 5, THERE)]))
    const report = reportOf(rota)
    expect(report.doctors.map((doctor) => doctor.meanTotalMinutes === null)).toEqual([false, true])
    expect(report.doctors[1]?.worked.surgeryMinutes).toBeNull()
    expect(report.sum.worked.totalMinutes).toBeNull()
    expect(report.sum.meanTotalMinutes).toBeNull()
  })

  it('tells who held the duties of all lines, and what stands open', () => {
    const rota = standard()
    const { all, held, open } = reportOf(rota).coverage
    const inPeriod = rota.needs.filter((need) => need.date >= Q1.from && need.date < Q1.to)
    expect(all.duties).toBe(inPeriod.length)
    expect(held['own-gp'].duties + held['other-gp'].duties).toBe(inPeriod.length)
    expect(open).toEqual({ duties: 0, minutes: 0 })
    const without = reportOf({ ...rota, cells: new Map() }).coverage
    expect(without.open).toEqual(all)
  })
})

const nb = textFor('nb')
const tablesOf = (report: LoadReport, district: District) =>
  overviewTables(report, { ...district, needs: [] }, nb)
/** Every sentence beside the tables. */
const said = (report: LoadReport, district: District) =>
  tablesOf(report, district)
    .flatMap((table) => table.notes)
    .join('\n')

describe('a report of', () => {
  it.each([
    ['no doctors', districtOf(gps('t', 5, THERE)), 'Ingen leger er kommunens egne'],
    ['nobody in the whole district', districtOf([]), 'Ingen leger er kommunens egne'],
    ['one doctor', districtOf([...gps('h', 1, HERE), ...gps('t', 5, THERE)]), 'Samlet arbeid er'],
    ['four doctors', districtOf([...gps('h', 4, HERE), ...gps('t', 5, THERE)]), 'Samlet arbeid er'],
  ])('%s has right figures or a sentence', (_, district, sentence) => {
    const report = reportOf(rotaOf(district))
    expect(isWhole(report)).toBe(true)
    expect(isWhole(tablesOf(report, district))).toBe(true)
    expect(said(report, district)).toContain(sentence)
  })

  it('a period before anything was published says so', () => {
    const district = districtOf(gps('h', 2, HERE))
    const rota = makeRota({ district, from: '2019-01-01', to: '2019-04-01', needs: [] })
    const report = reportOf(rota, { period: periodOf('quarter', '2019-02-01') })
    expect(said(report, district)).toContain('Ingen vakter er publisert')
    expect(isWhole(tablesOf(report, district))).toBe(true)
  })

  it('a period in which the agreement changes names what and when, and counts each part by its own', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      {
        ...entry,
        parameter: 'hourWeights',
        value: { home: 0.5, 'on-site': 1, backup: 0.5 },
        from: '2027-02-01',
        to: null,
      },
      { ...entry, parameter: 'weeklyTotalMinutes', value: 3000, from: '2027-02-15', to: null },
      // The same value as before is no change.
      { ...entry, parameter: 'weeklyTotalMinutes', value: 3000, from: '2027-03-15', to: null },
      { ...entry, parameter: 'publishDaysBefore', value: 14, from: '2027-03-01', to: null },
    ]
    const district = districtOf(gps('h', 2, HERE), { agreement })
    const report = reportOf(rotaOf(district))
    expect(report.changes).toEqual([
      { parameter: 'hourWeights', on: '2027-02-01' },
      { parameter: 'weeklyTotalMinutes', on: '2027-02-15' },
    ])
    const [h1] = report.doctors
    expect(h1?.worked.weightedMinutes).toBeGreaterThan((h1?.worked.dutyMinutes as number) / 7)
    expect(said(report, district)).toContain('«Vekt på en vakttime» fra 1. februar 2027')
  })

  it('has a name that begins with = as it is', () => {
    const district = districtOf(gps('h', 1, HERE))
    const persons = district.persons.map((person) => ({ ...person, name: '=1+1' }))
    const [table] = tablesOf(reportOf(rotaOf({ ...district, persons })), district)
    expect(table?.rows[0]?.cells[0]).toEqual({ kind: 'text', text: '=1+1' })
  })
})

describe('what the report tells of other doctors', () => {
  const hiddenOf = (report: LoadReport) => [
    report.others.all.hidden?.kind,
    ...report.others.municipalities.map((own) => own.hidden?.kind),
  ]

  it('is what the rota shows, of few as of many', () => {
    const report = reportOf(rotaOf(districtOf([...gps('h', 2, HERE), ...gps('t', 1, THERE)])))
    expect(report.others.municipalities[0]?.load.duties).toBeGreaterThan(0)
    expect(hiddenOf(report)).toEqual(['hidden', 'hidden'])
  })

  it('is hours of surgery and totals from five up', () => {
    const rota = rotaOf(districtOf([...gps('h', 2, HERE), ...gps('t', 5, THERE)]))
    const { all } = reportOf(rota).others
    const ledgers = ledgersOf(rota).filter(({ personId }) => personId.startsWith('t'))
    const total = ledgers.reduce((sum, { worked }) => sum + (worked.totalMinutes ?? 0), 0)
    expect(all.hidden).toMatchObject({ kind: 'known', doctors: 5, totalMinutes: total })
  })

  it('leaves out a municipality that could be had by subtracting the few of another', () => {
    const six = [...gps('h', 2, HERE), ...gps('t', 6, THERE)]
    const rota = rotaOf(districtOf([...six, ...gps('u', 3, '4603')]))
    // All others less those there would be the three of the third.
    expect(hiddenOf(reportOf(rota))).toEqual(['known', 'hidden', 'hidden'])
    const more = rotaOf(districtOf([...six, ...gps('u', 5, '4603')]))
    expect(hiddenOf(reportOf(more))).toEqual(['known', 'known', 'known'])
  })

  it('is not hidden behind doctors of another municipality whose report the same reader has', () => {
    const rota = rotaOf(districtOf([...gps('h', 2, HERE), ...gps('t', 6, THERE), ...gps('u', 2, '4603')]))
    expect(hiddenOf(reportOf(rota))).toEqual(['known', 'hidden', 'hidden'])
    // All others less those there would be the two of the third.
    expect(hiddenOf(reportOf(rota, { known: [THERE] }))).toEqual(['hidden', 'known', 'hidden'])
    expect(reportOf(rota, { known: [THERE] }).survey?.doctors).toBe(10)
    const total = reportOf(rota, { known: [THERE] }).survey?.rows.find(({ measure }) => measure === 'total')
    expect(total?.figures.all.district.kind).toBe('hidden')
  })

  it('is of those alone whose surgery is declared, in all sums alike', () => {
    const undeclared = gp('t9', THERE, { surgery: [] })
    const rota = rotaOf(districtOf([...gps('h', 2, HERE), ...gps('t', 5, THERE), undeclared]))
    expect(reportOf(rota).others.all).toMatchObject({ doctors: 6, hidden: { kind: 'known', doctors: 5 } })
    const four = rotaOf(districtOf([...gps('h', 2, HERE), ...gps('t', 4, THERE), undeclared]))
    expect(reportOf(four).others.all.hidden).toEqual({ kind: 'hidden' })
  })

  it.each(['week', 'month', 'year'] as const)(
    'stands for a year, and never for a %s that is none',
    (kind) => {
      const district = districtOf([...gps('h', 2, HERE), ...gps('t', 5, THERE)])
      const period = periodOf(kind, '2027-01-04')
      const report = reportOf(rotaOf(district, period), { period })
      expect(report.others.all.hidden?.kind).toBe(kind === 'year' ? 'known' : undefined)
      expect(report.exempt === null).toBe(kind !== 'year')
      expect(report.survey === null).toBe(kind !== 'year')
    },
  )

  it('has for a year the sum of its quarters', () => {
    const district = districtOf([...gps('h', 2, HERE), ...gps('t', 5, THERE)])
    const rota = rotaOf(district, periodOf('year', '2027-01-01'))
    const totalOf = (period: LedgerPeriod) => {
      const { hidden } = reportOf({ ...rota, from: period.from, to: period.to }, { period }).others.all
      return hidden?.kind === 'known' ? hidden.totalMinutes : Number.NaN
    }
    const quarters = ['01', '04', '07', '10'].map((month) => periodOf('quarter', `2027-${month}-01`))
    expect(totalOf(periodOf('year', '2027-01-01'))).toBe(
      quarters.reduce((sum, quarter) => sum + totalOf(quarter), 0),
    )
  })

  it('is no name and no single figure of them', () => {
    const there = gps('t', 6, THERE).map((doctor) => ({ ...doctor, initials: `ZZ${doctor.personId}` }))
    const rota = rotaOf(districtOf([...gps('h', 2, HERE), ...there]))
    const report = reportOf(rota)
    const told = JSON.stringify([report, tablesOf(report, rota.district)])
    expect(told).not.toMatch(/"t\d"|ZZ|Lege T/)
  })

  it('is the same whatever few others do beside their duties, and whether they are exempt', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      { ...entry, ...always, parameter: 'weeklyTotalMinutes', value: 45 * 60 },
      { ...entry, ...always, parameter: 'shareTolerancePercent', value: 1 },
    ]
    const told = (count: number, over: Partial<Doctor>, period: LedgerPeriod) => {
      const doctors = [...gps('h', 3, HERE), ...gps('t', count, THERE, over)]
      const rota = rotaOf(districtOf(doctors, { agreement, positions: positionsOf(doctors) }), period)
      const report = reportOf(rota, { period })
      return JSON.stringify([report.doctors, tablesOf(report, rota.district)])
    }
    const longer = { surgery: [makeSurgery(weekdays('08:00', '14:30'))] }
    const out = { exemptions: [{ ...always, id: 'f', scope: { kind: 'nights' as const } }] }
    for (const period of [periodOf('week', '2027-02-03'), periodOf('month', '2027-02-03'), Q1]) {
      const plain = told(4, {}, period)
      expect(plain).toContain('"rule":"weekly-total"')
      expect(told(4, longer, period)).toBe(plain)
      expect(told(4, out, period)).toBe(plain)
    }
  })

  it('says how far a doctor is from the fair share only where enough others stand behind it', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      { ...entry, ...always, parameter: 'shareTolerancePercent', value: 0 },
    ]
    const told = (
      count: number,
      over: Partial<Doctor>,
      known: readonly string[] = [],
      period: LedgerPeriod = Q1,
    ) => {
      const doctors = [...gps('h', 3, HERE), ...gps('t', count, THERE, over)]
      const rota = rotaOf(districtOf(doctors, { agreement, positions: positionsOf(doctors) }))
      return reportOf(rota, { known, period }).doctors
    }
    const out = { exemptions: [{ ...always, id: 'f', scope: { kind: 'nights' as const } }] }
    const rulesIn = (doctors: LoadReport['doctors']) =>
      doctors.flatMap(({ flags, shown }) => [
        ...flags.map(({ violation }) => violation.rule),
        ...shown.map(({ rule }) => rule),
      ])
    expect(rulesIn(told(5, out))).toContain('fair-share')
    expect(rulesIn(told(4, out))).not.toContain('fair-share')
    expect(rulesIn(told(5, out, [THERE]))).not.toContain('fair-share')
    expect(rulesIn(told(5, out, [], periodOf('week', '2027-02-03')))).not.toContain('fair-share')
  })

  it('says whether less was possible only where enough others stand behind it', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      { ...entry, ...always, parameter: 'weeklyTotalMinutes', value: 45 * 60 },
    ]
    const roomsWith = (count: number, known: readonly string[] = []) => {
      const doctors = [...gps('h', 3, HERE), ...gps('t', count, THERE), gp('u1', '4603')]
      const rota = rotaOf(districtOf(doctors, { agreement }))
      return reportOf(rota, { known }).doctors.flatMap(({ flags }) => flags.map(({ room }) => room.kind))
    }
    expect(new Set(roomsWith(3))).toEqual(new Set(['not-known']))
    expect(new Set(roomsWith(4, [THERE]))).toEqual(new Set(['not-known']))
    expect(roomsWith(4).filter((kind) => kind !== 'not-known').length).toBeGreaterThan(0)
  })

  it('tells nothing of a breach over days elsewhere but that none of those stands here', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [{ ...entry, ...always, parameter: 'weeklyDutyMinutes', value: 60 }]
    const [own] = gp('h1', HERE).engagements
    const moved = gp('h1', HERE, {
      engagements: [
        { ...(own as NonNullable<typeof own>), to: '2027-02-17' },
        {
          ...(own as NonNullable<typeof own>),
          id: 'e-2',
          from: '2027-02-17',
          employer: { kind: 'municipality', number: THERE },
        },
      ],
    })
    const rota = rotaOf(districtOf([moved], { agreement }))
    const [row] = reportOf(rota).doctors
    const moving = at('2027-02-17 00:00')
    expect(row?.flags.length).toBeGreaterThan(0)
    expect(row?.flags.filter(({ violation }) => violation.span.end > moving)).toEqual([])
    expect(row?.hasOtherDays).toBe(true)
  })

  it('tells of a breach over days of two engagements by the same municipality', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [{ ...entry, ...always, parameter: 'weeklyDutyMinutes', value: 60 }]
    const [own] = gp('h1', HERE).engagements
    const engaged = own as NonNullable<typeof own>
    const renewed = gp('h1', HERE, {
      engagements: [
        { ...engaged, to: '2027-02-17' },
        { ...engaged, id: 'e-2', from: '2027-02-17', form: 'gp-self-employed' },
      ],
    })
    const flagsOf = (doctor: Doctor) =>
      reportOf(rotaOf(districtOf([doctor], { agreement }))).doctors[0]?.flags.length
    expect(flagsOf(renewed)).toBe(flagsOf(gp('h1', HERE)))
  })

  it('is of exemptions of others a number, and of fewer than five no closer', () => {
    const out = { exemptions: [{ ...always, id: 'f', scope: { kind: 'out-of-hours' as const } }] }
    const exemptOf = (count: number) =>
      reportOf(rotaOf(districtOf([...gps('h', 3, HERE), ...gps('t', count, THERE, out)]))).exempt
    expect(exemptOf(0)?.exempt).toEqual({ kind: 'few', below: 5 })
    expect(exemptOf(1)).toEqual({ exempt: { kind: 'few', below: 5 }, of: 1 })
    expect(exemptOf(4)?.exempt).toEqual({ kind: 'few', below: 5 })
    expect(exemptOf(5)?.exempt).toEqual({ kind: 'known', doctors: 5 })
  })

  it('is of exemptions no number that differs between a quarter and its year by one who was its own in another quarter', () => {
    const out = { exemptions: [{ ...always, id: 'f', scope: { kind: 'out-of-hours' as const } }] }
    const [own] = gp('h1', HERE).engagements
    const engaged = own as NonNullable<typeof own>
    const moved = gp('h1', HERE, {
      ...out,
      engagements: [
        { ...engaged, to: '2027-02-17' },
        { ...engaged, id: 'e-2', from: '2027-02-17', employer: { kind: 'municipality', number: THERE } },
      ],
    })
    const district = districtOf([moved, gp('h2', HERE), ...gps('t', 5, THERE, out), gp('t6', THERE)])
    const exemptIn = (period: LedgerPeriod) => reportOf(rotaOf(district, period), { period }).exempt
    const year = exemptIn(periodOf('year', '2027-01-04'))
    expect(year).toEqual({ exempt: { kind: 'known', doctors: 5 }, of: 6 })
    expect(exemptIn(periodOf('quarter', '2027-05-03'))).toEqual(year)
  })
})

describe('breaches in a report', () => {
  it('are those of own doctors on their own dates, with duties by date and line', () => {
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: null } as const
    const agreement: AgreementEntry[] = [{ ...entry, ...always, parameter: 'weeklyDutyMinutes', value: 60 }]
    const rota = rotaOf(districtOf([...gps('h', 1, HERE), ...gps('t', 3, THERE)], { agreement }))
    const report = reportOf(rota)
    const [flag] = report.doctors[0]?.flags ?? []
    expect(flag?.violation.rule).toBe('weekly-duty')
    expect(flag?.duties[0]).toMatchObject({ lineId: 'h', origins: ['share'] })
    expect(flag?.duties.every(({ needId }) => flag.violation.needIds.includes(needId))).toBe(true)
    expect(at('2027-01-01 00:00')).toBeLessThan(flag?.violation.span.end ?? 0)
    const table = tablesOf(report, rota.district).find(({ id }) => id === 'flags')
    expect(table?.rows).toHaveLength(report.doctors[0]?.flags.length ?? -1)
  })
})
