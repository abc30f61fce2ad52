import { describe, expect, it } from 'vitest'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { ledgerOf, sumRows } from '../../src/core/ledger/hours.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { EngagementForm } from '../../src/core/rota/engagement.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { violation } from '../../src/core/rules/violation.ts'
import { isoWeekInterval, isoWeeksIn } from '../../src/core/time/iso-week.ts'
import { type LoadReport, loadReport } from '../../src/reports/load-report.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePosition,
  makeRota,
  makeSurgery,
  weekdays,
} from '../support/make-district.ts'

const HERE = '4601'
const THERE = '4602'

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

const listOf = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

/** Here h1…, there t1…; every duty of 13 weeks held in turn. */
function districtOf(here: readonly Doctor[], there: readonly Doctor[]): District {
  return makeDistrict({
    doctors: [...here, ...there],
    lines: [makeLine()],
    positions: [
      ...here.map((doctor) => makePosition(doctor.personId, { municipality: HERE })),
      ...there.map((doctor) => makePosition(doctor.personId, { municipality: THERE })),
    ],
  })
}

function rotaOf(district: District, from = '2027-01-04', to = '2027-04-05'): Rota {
  const needs = district.lines.flatMap((line) => needsOf(line, from, to))
  const ids = district.doctors.map((doctor) => doctor.personId)
  const holders = Object.fromEntries(needs.map((need, index) => [need.id, ids[index % ids.length] as string]))
  return makeRota({ district, from, to, holders })
}

function reportOf(rota: Rota, over: Partial<Parameters<typeof loadReport>[0]> = {}): LoadReport {
  const weeks = isoWeeksIn(rota)
  return loadReport({
    district: rota.district,
    municipality: HERE,
    rows: ledgerOf(rota, weeks),
    weeks,
    violations: [],
    shares: fairShares(rota),
    rota,
    waivers: [],
    ...over,
  })
}

const gps = (prefix: string, count: number, municipality: string, over: Partial<Doctor> = {}) =>
  listOf(prefix, count).map((id) => gp(id, municipality, over))
const standard = () => rotaOf(districtOf(gps('h', 3, HERE), gps('t', 5, THERE)))

describe('the load report of a municipality', () => {
  it('has one row for each of its own doctors, equal to the ledger to the minute', () => {
    const rota = standard()
    const rows = ledgerOf(rota)
    const report = reportOf(rota)
    expect(report.doctors.map((doctor) => doctor.personId)).toEqual(['h1', 'h2', 'h3'])
    for (const { personId, load, weeks, meanTotalMinutes } of report.doctors) {
      const own = rows.filter((row) => row.personId === personId)
      expect(load).toMatchObject(sumRows(own))
      expect(weeks).toBe(13)
      expect(meanTotalMinutes).toBe((sumRows(own).totalMinutes as number) / 13)
    }
    expect(report.sum).toMatchObject(sumRows(rows.filter((row) => row.personId.startsWith('h'))))
  })

  it('counts each row of the ledger once, as its own or as another doctor’s', () => {
    const rota = standard()
    const whole = sumRows(ledgerOf(rota))
    const { sum, others } = reportOf(rota)
    expect(sum.dutyMinutes + others.load.dutyMinutes).toBe(whole.dutyMinutes)
    expect(sum.duties + others.load.duties).toBe(whole.duties)
    expect(sum.nights + others.load.nights).toBe(whole.nights)
    expect(sum.weekends + others.load.weekends).toBe(whole.weekends)
    expect(sum.minutes.home + others.load.minutes.home).toBe(whole.minutes.home)
  })

  it('counts the night over the clock change as 8 hours', () => {
    const needs = needsOf(makeLine(), '2027-03-27', '2027-03-28')
    const district = districtOf(gps('h', 1, HERE), [])
    const rota = makeRota({
      district,
      from: '2027-03-22',
      to: '2027-03-29',
      needs,
      holders: { [needs[0]?.id ?? '']: 'h1' },
    })
    expect(reportOf(rota).sum.minutes.home).toBe(23 * 60)
    const night = { ...rota, needs: needs.map((need) => ({ ...need, start: at('2027-03-27 23:00') })) }
    const cells = new Map(
      [...rota.cells].map(([key, cell]) => [
        key,
        { ...cell, slices: cell.slices.map((slice) => ({ ...slice, start: at('2027-03-27 23:00') })) },
      ]),
    )
    expect(reportOf({ ...night, cells }).sum.minutes.home).toBe(8 * 60)
  })

  it('says not known where surgery is not declared in some week, for the doctor and for the sum', () => {
    const undeclared = gp('h2', HERE, { surgery: [{ ...always, kind: 'not-declared' }] })
    const report = reportOf(rotaOf(districtOf([gp('h1', HERE), undeclared], gps('t', 5, THERE))))
    expect(report.doctors.map((doctor) => doctor.meanTotalMinutes === null)).toEqual([false, true])
    expect(report.doctors[1]?.load.surgeryMinutes).toBeNull()
    expect(report.sum.totalMinutes).toBeNull()
    expect(report.sum.surgeryMinutes).toBeNull()
  })

  it('takes a doctor who moves only in the weeks of its own', () => {
    const moving = makeDoctor('m', {
      engagements: [
        {
          id: 'a',
          from: '2020-01-01',
          to: '2027-02-01',
          employer: { kind: 'municipality', number: HERE },
          form: 'gp-salaried',
          fractionPercent: 100,
        },
        {
          id: 'b',
          from: '2027-02-01',
          to: null,
          employer: { kind: 'municipality', number: THERE },
          form: 'gp-self-employed',
          fractionPercent: 100,
        },
      ],
    })
    const district = { ...districtOf([moving], gps('t', 4, THERE)), positions: [] }
    const rota = rotaOf(district)
    const here = reportOf(rota)
    const there = reportOf(rota, { municipality: THERE })
    expect(here.doctors[0]).toMatchObject({ personId: 'm', weeks: 4, form: 'gp-salaried', share: null })
    expect(there.doctors[0]).toMatchObject({ personId: 'm', weeks: 9, form: 'gp-self-employed' })
    const all = sumRows(ledgerOf(rota).filter((row) => row.personId === 'm')).dutyMinutes
    expect((here.doctors[0]?.load.dutyMinutes ?? 0) + (there.doctors[0]?.load.dutyMinutes ?? 0)).toBe(all)
  })

  it('takes as its own a locum who only holds a position of it', () => {
    const locum = makeDoctor('v', { engagements: [] })
    const report = reportOf(rotaOf(districtOf([locum], gps('t', 5, THERE))))
    expect(report.doctors[0]).toMatchObject({ personId: 'v', form: null, weeks: 13 })
  })

  it('carries the flags of its own doctors alone, with their data', () => {
    const rota = standard()
    const span = isoWeekInterval('2027-W05')
    const found = (personId: string, of = span) =>
      violation(
        {
          rule: 'weekly-total',
          personId,
          needIds: [],
          span: of,
          measured: 3900,
          limit: 3600,
          unit: 'minutes',
          floor: 3700,
        },
        { kind: 'weekly-total' },
      )
    const later = isoWeekInterval('2027-W30')
    const report = reportOf(rota, { violations: [found('h1'), found('t1'), found('h1', later)] })
    expect(report.doctors.map((doctor) => doctor.flags.map((flag) => flag.violation))).toEqual([
      [found('h1')],
      [],
      [],
    ])
  })

  it('carries each own doctor’s even share', () => {
    const rota = standard()
    const shares = fairShares(rota)
    expect(reportOf(rota).doctors.map((doctor) => doctor.share)).toEqual(shares.slice(0, 3))
  })

  it('refuses a row of nobody', () => {
    const rota = standard()
    const [row] = ledgerOf(rota)
    const rows = row === undefined ? [] : [{ ...row, personId: 'ghost' }]
    expect(() => reportOf(rota, { rows })).toThrow('ghost')
  })
})

describe('what the report hides of other doctors', () => {
  it('is their total while they are fewer than five, never what the rota shows', () => {
    const four = reportOf(rotaOf(districtOf(gps('h', 2, HERE), gps('t', 4, THERE)))).others
    expect(four.meanTotal).toEqual({ kind: 'suppressed' })
    expect(four.load.duties).toBeGreaterThan(0)
    expect(four.load.nights).toBeGreaterThan(0)
    expect(four.load).not.toHaveProperty('totalMinutes')
    expect(four.load).not.toHaveProperty('surgeryMinutes')
  })

  it('is as large a group as the agreement names when the weeks begin', () => {
    const district = districtOf(gps('h', 2, HERE), gps('t', 5, THERE))
    const entry = { status: 'adopted', source: 's', author: 'a', decidedOn: '2026-01-01' } as const
    const least = { ...entry, parameter: 'leastGroup', value: 6, from: '2020-01-01', to: null } as const
    const others = (agreement: typeof district.agreement) =>
      reportOf(rotaOf({ ...district, agreement })).others.meanTotal.kind
    expect(others([least])).toBe('suppressed')
    expect(others([{ ...least, to: '2020-02-01' }])).toBe('known')
  })

  it('is nothing of five: their mean total stands', () => {
    const rota = rotaOf(districtOf(gps('h', 2, HERE), gps('t', 5, THERE)))
    const minutes = sumRows(ledgerOf(rota).filter((row) => row.personId.startsWith('t'))).totalMinutes
    expect(reportOf(rota).others.meanTotal).toEqual({
      kind: 'known',
      minutes: (minutes as number) / (5 * 13),
      doctors: 5,
    })
  })

  it('is not known when one of them has not declared surgery', () => {
    const there = [...gps('t', 4, THERE), gp('t5', THERE, { surgery: [] })]
    const report = reportOf(rotaOf(districtOf(gps('h', 2, HERE), there)))
    expect(report.others.meanTotal).toEqual({ kind: 'not-known' })
  })

  it('is every name and every single figure of them', () => {
    const there = gps('t', 6, THERE).map((doctor) => ({ ...doctor, initials: `ZZ${doctor.personId}` }))
    const report = JSON.stringify(reportOf(rotaOf(districtOf(gps('h', 2, HERE), there))))
    expect(report).not.toMatch(/"t\d"|ZZ|Lege T/)
  })
})
