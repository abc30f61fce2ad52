import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerRow, ledgerOf, sumRows } from '../../../src/core/ledger/hours.ts'
import type { Slice } from '../../../src/core/rota/assignment.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { type Need, needsOf } from '../../../src/core/rota/need.ts'
import { minutesOf } from '../../../src/core/time/interval.ts'
import { isoWeekInterval, isoWeeksIn } from '../../../src/core/time/iso-week.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  type RotaParts,
  weekdays,
} from '../../support/make-district.ts'

const surgeryOf = (start: string, end: string): Partial<Doctor> => ({
  surgery: [makeSurgery(weekdays(start, end))],
})
const districtOf = (over: Partial<Doctor> = {}, lines = [makeLine()]) =>
  makeDistrict({ doctors: [makeDoctor('a', over), makeDoctor('b')], lines })

/** Doctor a holds all needs. */
const rowsOf = (needs: readonly Need[], over: Partial<Doctor> = {}, parts: RotaParts = {}) =>
  ledgerOf(
    makeRota({
      district: districtOf(over),
      needs,
      holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])),
      ...parts,
    }),
  ).filter((row) => row.personId === 'a')
const rowOf = (...args: Parameters<typeof rowsOf>) => rowsOf(...args)[0] as LedgerRow

describe('the hours of a duty', () => {
  it.each([
    ['2027-03-27 23:00', '2027-03-28 08:00', 8],
    ['2027-10-30 23:00', '2027-10-31 08:00', 10],
    ['2027-10-23 23:00', '2027-10-24 08:00', 9],
  ])('of the night from %s are elapsed hours', (from, to, hours) => {
    const row = rowOf([makeNeed(from, to, { form: 'on-site' })])
    expect(row.minutes['on-site']).toBe(hours * 60)
    expect(row.dutyMinutes).toBe(hours * 60)
    expect(row.totalMinutes).toBe(hours * 60)
    expect(row.nights).toBe(1)
  })

  it('are told by form, each weighed by the agreement', () => {
    const start = at('2027-01-04 16:00')
    const change = at('2027-01-04 23:00')
    const end = at('2027-01-05 08:00')
    const pieces = [
      { form: 'home' as const, start, end: change },
      { form: 'on-site' as const, start: change, end },
    ]
    const row = rowOf([makeNeed('2027-01-04 16:00', '2027-01-05 08:00', { pieces })])
    expect(row.minutes).toEqual({ home: 420, 'on-site': 540, backup: 0 })
    expect(row.weightedMinutes).toBe(60 + 540)
  })

  it('are weighed by what the district has adopted for the week', () => {
    const value = { home: 0.5, 'on-site': 1, backup: 0.25 }
    const entry = {
      ...always,
      parameter: 'hourWeights',
      value,
      status: 'adopted',
      source: '',
      author: '',
      decidedOn: null,
    } as const
    const need = makeNeed('2027-01-04 16:00', '2027-01-04 20:00')
    const district = { ...districtOf(), agreement: [entry] }
    expect(rowOf([need], {}, { district }).weightedMinutes).toBe(120)
  })

  it('are cut at Monday midnight between two weeks, while the duty and its night stay with the first', () => {
    const needs = [makeNeed('2027-01-10 16:00', '2027-01-11 08:00')]
    const [first, second] = rowsOf(needs, {}, { from: '2027-01-04', to: '2027-01-18' })
    expect([first?.dutyMinutes, second?.dutyMinutes]).toEqual([480, 480])
    expect([first?.duties, second?.duties]).toEqual([1, 0])
    expect([first?.nights, second?.nights]).toEqual([1, 0])
    expect([first?.weekends, second?.weekends]).toEqual([1, 0])
  })

  it('at the end of an ISO year belong to the week, not to the year', () => {
    const needs = [
      makeNeed('2026-12-31 16:00', '2027-01-01 08:00'),
      makeNeed('2027-01-03 16:00', '2027-01-04 08:00'),
    ]
    const rows = rowsOf(needs, {}, { from: '2026-12-28', to: '2027-01-11' })
    expect(rows.map((row) => [row.week, row.dutyMinutes, row.duties])).toEqual([
      ['2026-W53', 960 + 480, 2],
      ['2027-W01', 480, 0],
    ])
  })

  it('of a part are those of the part, to the minute', () => {
    const need = makeNeed('2027-01-04 16:00', '2027-01-05 08:00')
    const slices: Slice[] = [
      makeSlice('a', '2027-01-04 16:00', '2027-01-04 20:07'),
      makeSlice('b', '2027-01-04 20:07', '2027-01-05 08:00'),
    ]
    const rows = ledgerOf(makeRota({ district: districtOf(), needs: [need], holders: { [need.id]: slices } }))
    expect(rows.map((row) => [row.personId, row.dutyMinutes, row.nights])).toEqual([
      ['a', 247, 0],
      ['b', 713, 1],
    ])
  })

  it('of the second part of a long duty count with the duty’s week, wherever that part lies', () => {
    const need = makeNeed('2027-01-10 08:00', '2027-01-13 08:00')
    const slices = [
      makeSlice('b', '2027-01-10 08:00', '2027-01-12 08:00'),
      makeSlice('a', '2027-01-12 08:00', '2027-01-13 08:00'),
    ]
    const rows = rowsOf([need], {}, { from: '2027-01-04', to: '2027-01-18', holders: { [need.id]: slices } })
    expect(rows.map((row) => [row.duties, row.nights, row.dutyMinutes])).toEqual([
      [1, 1, 0],
      [0, 0, 1440],
    ])
  })

  it('of two duties at once count once, in the form and in all', () => {
    const needs = [
      makeNeed('2027-01-04 16:00', '2027-01-04 22:00'),
      makeNeed('2027-01-04 18:00', '2027-01-04 23:00', { id: 'second' }),
      makeNeed('2027-01-04 20:00', '2027-01-04 23:00', { id: 'third', form: 'backup' }),
    ]
    const row = rowOf(needs)
    expect(row.minutes).toEqual({ home: 420, 'on-site': 0, backup: 180 })
    expect(row.dutyMinutes).toBe(420)
    expect(row.duties).toBe(3)
  })

  it('that only teach count as work too', () => {
    const need = makeNeed('2027-01-04 16:00', '2027-01-04 22:00')
    const shadow = makeSlice('a', '2027-01-04 16:00', '2027-01-04 22:00', { shadowing: true })
    expect(rowOf([need], {}, { holders: { [need.id]: [shadow] } }).dutyMinutes).toBe(360)
  })
})

describe('the total of a week', () => {
  it('is a union: a week of home duty with surgery inside it is 168 hours, never more', () => {
    const week = makeNeed('2027-01-04 00:00', '2027-01-11 00:00')
    const row = rowOf([week], surgeryOf('08:00', '15:30'))
    expect(row.surgeryMinutes).toBe(37.5 * 60)
    expect(row.totalMinutes).toBe(168 * 60)
  })

  it.each([
    ['2027-03-22 00:00', '2027-03-29 00:00', 167],
    ['2027-10-25 00:00', '2027-11-01 00:00', 169],
  ])('of the week from %s has the hours that the week has', (from, to, hours) => {
    expect(rowOf([makeNeed(from, to)], surgeryOf('08:00', '15:30')).totalMinutes).toBe(hours * 60)
  })

  it('takes surgery and duty together where they do not overlap', () => {
    const row = rowOf([makeNeed('2027-01-04 16:00', '2027-01-05 08:00')], surgeryOf('08:00', '16:00'))
    expect(row.totalMinutes).toBe((40 + 16) * 60)
  })

  it('counts an hour of surgery inside a duty once', () => {
    const row = rowOf([makeNeed('2027-01-04 15:00', '2027-01-04 23:00')], surgeryOf('08:00', '16:00'))
    expect(row.totalMinutes).toBe((40 + 7) * 60)
  })

  it('is not known while surgery is not declared, though duty is', () => {
    const row = rowOf([makeNeed('2027-01-04 16:00', '2027-01-05 08:00')], { surgery: [] })
    expect(row).toMatchObject({ surgeryMinutes: null, totalMinutes: null, dutyMinutes: 960 })
  })

  it('takes in duty elsewhere, once where it overlaps, and says how much', () => {
    const elsewhere = [
      { personId: 'a', start: at('2027-01-04 20:00'), end: at('2027-01-05 00:00'), overlapClass: 'x' },
    ]
    const row = rowOf([makeNeed('2027-01-04 16:00', '2027-01-04 22:00')], {}, { elsewhere })
    expect(row).toMatchObject({ elsewhereMinutes: 240, dutyMinutes: 360, totalMinutes: 480 })
  })

  it('leaves other doctors’ duty elsewhere to them', () => {
    const elsewhere = [
      { personId: 'b', start: at('2027-01-04 20:00'), end: at('2027-01-05 00:00'), overlapClass: null },
    ]
    expect(
      rowOf([makeNeed('2027-01-04 16:00', '2027-01-04 22:00')], {}, { elsewhere }).elsewhereMinutes,
    ).toBe(0)
  })

  it('adds tasks without a fixed hour to the union', () => {
    const otherTasks = [
      {
        ...always,
        name: 'sykehjem',
        timetable: [{ weekday: 1 as const, start: '15:00', end: '17:00', endDay: 0 }],
        looseMinutesPerWeek: 90,
      },
    ]
    const row = rowOf([makeNeed('2027-01-04 16:00', '2027-01-04 18:00')], {
      otherTasks,
      ...surgeryOf('08:00', '15:00'),
    })
    expect(row).toMatchObject({ taskMinutes: 210, totalMinutes: 35 * 60 + 180 + 90 })
  })

  it('has no surgery on public holidays: Easter week of 2027', () => {
    expect(
      rowOf([makeNeed('2027-03-22 16:00', '2027-03-22 17:00')], surgeryOf('08:00', '16:00')).surgeryMinutes,
    ).toBe(24 * 60)
  })
})

describe('the counts of a week', () => {
  it('tell public holidays and special holidays of the duties that start in it', () => {
    const needs = [
      makeNeed('2027-03-25 08:00', '2027-03-26 08:00'),
      makeNeed('2027-03-27 08:00', '2027-03-28 08:00', { id: 'second' }),
    ]
    const row = rowOf(needs)
    expect(row.publicHolidays).toBe(2)
    expect(row.specialHolidays).toEqual(['easter'])
  })

  it('tell only the special holidays that the district counts', () => {
    const entry = {
      ...always,
      parameter: 'specialHolidays',
      value: ['christmas'],
      status: 'adopted',
      source: '',
      author: '',
      decidedOn: null,
    } as const
    const district = { ...districtOf(), agreement: [entry] }
    expect(
      rowOf([makeNeed('2027-03-25 08:00', '2027-03-26 08:00')], {}, { district }).specialHolidays,
    ).toEqual([])
  })
})

describe('the ledger of a rota', () => {
  it('has a row for each doctor and week that the period touches, also without duty', () => {
    const rows = ledgerOf(
      makeRota({ district: districtOf(), from: '2027-01-06', to: '2027-01-12', needs: [] }),
    )
    expect(rows.map((row) => [row.personId, row.week])).toEqual([
      ['a', '2027-W01'],
      ['a', '2027-W02'],
      ['b', '2027-W01'],
      ['b', '2027-W02'],
    ])
    expect(sumRows(rows)).toMatchObject({ duties: 0, dutyMinutes: 0, totalMinutes: 0 })
  })

  it('sums to what each column holds, the total unknown when one is', () => {
    const district = makeDistrict({
      doctors: [makeDoctor('a'), makeDoctor('b', { surgery: [] })],
      lines: [makeLine()],
    })
    const needs = [
      makeNeed('2027-01-04 16:00', '2027-01-05 08:00'),
      makeNeed('2027-01-08 16:00', '2027-01-09 08:00'),
    ]
    const holders = { [needs[0]?.id ?? '']: 'a', [needs[1]?.id ?? '']: 'b' }
    const rows = ledgerOf(makeRota({ district, needs, holders }))
    expect(sumRows(rows)).toMatchObject({
      duties: 2,
      nights: 2,
      weekends: 1,
      dutyMinutes: 1920,
      totalMinutes: null,
    })
    expect(sumRows(rows.slice(0, 1)).totalMinutes).toBe(960)
    expect(sumRows([]).totalMinutes).toBe(0)
  })

  it('loses no minute of any rota: the rows of all weeks add up to the duties', () => {
    const lines = [makeLine()]
    const needs = needsOf(lines[0] as (typeof lines)[0], '2027-03-01', '2027-04-12')
    const district = makeDistrict({ lines })
    const holder = fc.constantFrom('a', 'b', 'c', 'd', null)
    fc.assert(
      fc.property(fc.array(holder, { minLength: needs.length, maxLength: needs.length }), (chosen) => {
        const held = needs.flatMap((need, index) =>
          chosen[index] ? [[need.id, chosen[index]] as const] : [],
        )
        const rota = makeRota({
          district,
          from: '2027-03-01',
          to: '2027-04-12',
          needs,
          holders: Object.fromEntries(held),
        })
        const sum = sumRows(ledgerOf(rota, isoWeeksIn({ from: '2027-03-01', to: '2027-04-19' })))
        const heldIds = new Set(held.map(([id]) => id))
        const minutes = needs
          .filter((need) => heldIds.has(need.id))
          .reduce((total, need) => total + minutesOf(need), 0)
        expect(sum.minutes.home).toBe(minutes)
        expect(sum.dutyMinutes).toBe(minutes)
        expect(sum.duties).toBe(held.length)
      }),
      { numRuns: 20 },
    )
  })

  it('never has more in a week than the week', () => {
    const week = isoWeekInterval('2027-W12')
    const start = fc.integer({ min: week.start - 3000, max: week.end })
    const span = fc.tuple(start, fc.integer({ min: 1, max: 4320 }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const needs = spans.map(([from, length], index) =>
          makeNeed('2027-03-22 00:00', '2027-03-22 01:00', {
            id: `n${index}`,
            start: from,
            end: from + length,
          }),
        )
        const [row] = ledgerOf(
          makeRota({
            district: districtOf(surgeryOf('07:00', '19:00')),
            from: '2027-03-22',
            to: '2027-03-29',
            needs,
            holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])),
          }),
        )
        expect(row?.totalMinutes).toBeLessThanOrEqual(minutesOf(week))
        expect(row?.dutyMinutes).toBeLessThanOrEqual(row?.totalMinutes ?? 0)
        expect(row?.minutes.home).toBe(row?.dutyMinutes)
      }),
      { numRuns: 50 },
    )
  })
})
