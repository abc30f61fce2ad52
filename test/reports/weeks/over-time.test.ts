import { describe, expect, it } from 'vitest'
import { fairShares } from '../../../src/core/ledger/fair-share.ts'
import { periodOf } from '../../../src/core/ledger/period.ts'
import { countedRota } from '../../../src/core/ledger/person-ledger.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { overTimeTables } from '../../../src/reports/tables/over-time.ts'
import { overTime } from '../../../src/reports/weeks/over-time.ts'
import { nb } from '../../../src/text/nb.ts'
import {
  always,
  LONG_AGO,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makePosition,
  makeRota,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const HERE = '4601'
const THERE = '4602'
const JANUARY = periodOf('month', '2027-01-04')

const surgery = [makeSurgery(weekdays('08:00', '16:00'))]

function timeOf(district: District, held: readonly (readonly [string, Need])[], period = JANUARY) {
  const needs = held.map(([, need]) => need)
  const holders = Object.fromEntries(held.map(([personId, need]) => [need.id, personId]))
  const rota = makeRota({ district, from: period.from, to: period.to, needs, holders })
  const shares = fairShares(rota)
  return overTime({
    rota,
    period,
    municipality: HERE,
    counted: countedRota({ rota, assignments: [], outcomes: [] }),
    shares,
  })
}

const night = (from: string, to: string) => makeNeed(`${from} 16:00`, `${to} 08:00`)

describe('a municipality’s load over time', () => {
  it('counts whole weeks, that of a public holiday without its surgery', () => {
    const district = makeDistrict({ doctors: [makeDoctor('a', { surgery })] })
    const { weeks, doctors, trend } = timeOf(district, [['a', night('2027-01-05', '2027-01-06')]])
    expect(weeks).toEqual(['2026-W53', '2027-W01', '2027-W02', '2027-W03', '2027-W04'])
    expect(doctors[0]?.weeks.map((week) => week?.totalMinutes)).toEqual(
      [32, 56, 40, 40, 40].map((h) => h * 60),
    )
    expect(trend[1]).toEqual({
      week: '2027-W01',
      doctors: 1,
      duty: { least: 960, mean: 960, most: 960 },
      total: { least: 3360, mean: 3360, most: 3360 },
      unknown: 0,
    })
  })

  it('leaves out a week in which the doctor was another’s on some day: the rest of it is not this municipality’s to see', () => {
    const moved = makeDoctor('a', {
      surgery,
      engagements: [
        engagement('there', THERE, LONG_AGO, '2027-01-13'),
        engagement('here', HERE, '2027-01-13', null),
      ],
    })
    const district = makeDistrict({
      doctors: [moved],
      positions: [makePosition('a', { municipality: THERE })],
    })
    const { doctors } = timeOf(district, [])
    expect(doctors[0]?.weeks.map((week) => week !== null)).toEqual([false, false, false, true, true])
    expect(doctors[0]?.balance).toBeNull()
  })

  it('counts a weekend in the period of its Sunday', () => {
    const district = makeDistrict({ doctors: [makeDoctor('a', { surgery })] })
    const last = makeNeed('2027-01-30 08:00', '2027-01-31 08:00')
    const ofFebruary = makeNeed('2027-02-06 08:00', '2027-02-07 08:00')
    const april = periodOf('month', '2027-04-01')
    expect(timeOf(district, [['a', last]]).doctors[0]?.weekends).toEqual({ worked: 1, of: 5 })
    expect(timeOf(district, [['a', ofFebruary]]).doctors[0]?.weekends).toEqual({ worked: 0, of: 5 })
    expect(timeOf(district, [], april).doctors[0]?.weeks.at(-1)?.hasWeekend).toBeNull()
  })

  it('counts every weekend of the dates on which the doctor was own, also where that began or ended inside a week', () => {
    // The first of January 2027 is a Friday.
    const begun = makeDoctor('a', { surgery, engagements: [engagement('here', HERE, '2027-01-01', null)] })
    const ended = makeDoctor('b', {
      surgery,
      engagements: [engagement('here', HERE, LONG_AGO, '2027-01-20')],
    })
    const brief = makeDoctor('c', {
      surgery,
      engagements: [engagement('here', HERE, '2027-01-08', '2027-01-12')],
    })
    const district = makeDistrict({ doctors: [begun, ended, brief], positions: [] })
    const first = makeNeed('2027-01-02 08:00', '2027-01-03 08:00')
    const second = makeNeed('2027-01-09 08:00', '2027-01-10 08:00')
    const { doctors } = timeOf(district, [
      ['a', first],
      ['c', second],
    ])
    expect(doctors.map(({ personId, weekends }) => [personId, weekends])).toEqual([
      ['a', { worked: 1, of: 5 }],
      ['b', { worked: 0, of: 3 }],
      ['c', { worked: 1, of: 1 }],
    ])
    const alone = timeOf({ ...district, doctors: [brief] }, [['c', second]])
    // No week was whole: none has a total that nobody told.
    const told = overTimeTables(alone, nb).find(({ id }) => id === 'week-distribution')
    expect([told?.rows, told?.notes]).toEqual([[], [nb.reportTime.none]])
  })

  it('tells weeks with no known total apart from those of no hours', () => {
    const unknown = makeDoctor('a', { surgery: [] })
    const district = makeDistrict({ doctors: [unknown, makeDoctor('b', { surgery })] })
    const value = timeOf(district, [])
    expect(value.unknownWeeks).toBe(5)
    expect(value.distribution.map(({ fromMinutes, weeks }) => [fromMinutes / 60, weeks])).toEqual([
      [30, 1],
      [35, 0],
      [40, 4],
    ])
    expect(value.trend[0]?.unknown).toBe(1)
  })

  it('draws the line of 60 hours until the district adopts a cap', () => {
    const entry = { ...always, id: 'cap', status: 'adopted', source: 'avtale', decidedOn: LONG_AGO } as const
    const agreement = [
      { ...entry, parameter: 'weeklyTotalMinutes', value: 55 * 60 },
    ] as unknown as District['agreement']
    expect(timeOf(makeDistrict(), [])).toMatchObject({ capMinutes: null, lineMinutes: 3600 })
    expect(timeOf(makeDistrict({ agreement }), [])).toMatchObject({ capMinutes: 3300 })
  })

  it('has the same figures in its tables as in what is drawn, and as many cells in each row as heads', () => {
    const district = makeDistrict({ doctors: [makeDoctor('a', { surgery }), makeDoctor('b', { surgery })] })
    const value = timeOf(district, [['a', night('2027-01-05', '2027-01-06')]])
    const tables = overTimeTables(value, nb)
    expect(tables.map(({ id }) => id)).toEqual([
      'weeks',
      'week-distribution',
      'weekends',
      'week-totals',
      'week-duty',
      'balance-hours',
      'balance-counts',
    ])
    for (const { columns, rows } of tables)
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length)
    const totals = tables.find(({ id }) => id === 'week-totals')
    expect(totals?.rows[1]?.cells[1]).toEqual({ kind: 'minutes', minutes: 56 * 60 })
    const part = tables.find(({ id }) => id === 'week-distribution')?.rows.at(-1)?.cells
    expect(part?.[1]).toEqual({ kind: 'number', value: 10 })
  })

  it('says nothing of a municipality without doctors, and divides by none of them', () => {
    const value = timeOf(makeDistrict({ doctors: [], positions: [] }), [])
    expect(value.doctors).toEqual([])
    expect(value.trend.every(({ duty, total }) => duty === null && total === null)).toBe(true)
    expect(JSON.stringify(overTimeTables(value, nb))).not.toContain('NaN')
  })
})

function engagement(id: string, number: string, from: string, to: string | null) {
  return {
    id,
    from,
    to,
    employer: { kind: 'municipality', number },
    form: 'gp-salaried',
    fractionPercent: 100,
  } as const
}
