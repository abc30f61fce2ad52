import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerRow, ledgerOf } from '../../../src/core/ledger/hours.ts'
import { periodOf } from '../../../src/core/ledger/period.ts'
import { countedRota, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import { DUTY_FORMS } from '../../../src/core/rota/line.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import { isoWeekStart, isoWeeksIn } from '../../../src/core/time/iso-week.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { trailOf } from '../../../src/reports/between/trail.ts'
import { coverageOf } from '../../../src/reports/load/coverage.ts'
import { sumOfLoads } from '../../../src/reports/load/load.ts'
import { loadParts } from '../../../src/reports/load/load-parts.ts'
import { loadReport } from '../../../src/reports/load/load-report.ts'
import { overTime } from '../../../src/reports/weeks/over-time.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeRota,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const period = periodOf('quarter', '2027-03-01')
const MUNICIPALITIES = ['4601', '4602', '4603']

/** Six doctors, each of a municipality and from some day perhaps of another, and who holds which duty. */
const world = fc.record({
  places: fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: -10, max: 100 })), {
    minLength: 6,
    maxLength: 6,
  }),
  held: fc.array(fc.nat(6), { minLength: 120, maxLength: 120 }),
})

function rotaOf({ places, held }: { places: (readonly [number, number, number])[]; held: number[] }) {
  const doctors = places.map(([first, second, day], index) => {
    const move = addDays(period.from, day)
    const engaged = (number: number, from: string, to: string | null) => ({
      id: `${index}-${from}`,
      from,
      to,
      employer: { kind: 'municipality' as const, number: MUNICIPALITIES[number] ?? '' },
      form: 'gp-salaried' as const,
      fractionPercent: 100,
    })
    return makeDoctor(`d${index}`, {
      engagements: [engaged(first, always.from, move), engaged(second, move, null)],
      surgery: [makeSurgery(weekdays('08:00', '15:00'))],
    })
  })
  const municipalities = MUNICIPALITIES.map((number) => ({
    number,
    name: number,
    facts: [],
    participation: [],
  }))
  const district = makeDistrict({ doctors, municipalities, positions: [] })
  const needs = district.lines.flatMap((line) =>
    needsOf(line, addDays(period.from, -8), addDays(period.to, 8)),
  )
  const holders = Object.fromEntries(
    needs.flatMap((need, index) => {
      const holder = held[index % held.length] ?? 6
      return holder === 6 ? [] : [[need.id, `d${holder}`]]
    }),
  )
  return makeRota({ district, from: period.from, to: period.to, needs, holders })
}

describe('sums of a report over random districts', () => {
  it('by doctor, form and municipality are the ledger’s, and what is held and open is all there is', () => {
    fc.assert(
      fc.property(world, (made) => {
        const rota = rotaOf(made)
        const told = { rota, assignments: [], outcomes: [] }
        const counted = countedRota(told)
        const parts = loadParts(rota.district, period, counted)
        const ledgers = personLedgers({ ...told, period })
        for (const { personId, worked } of ledgers) {
          const own = sumOfLoads(
            parts.filter((part) => part.personId === personId).map((part) => part.worked),
          )
          expect(own).toMatchObject({
            minutes: worked.minutes,
            duties: worked.duties,
            nights: worked.nights,
            weekendsAny: worked.weekendsAny,
            weekendsFull: worked.weekendsFull,
            daysAfterNight: worked.daysAfterNight,
            surgeryMinutes: worked.surgeryMinutes,
            totalMinutes: worked.totalMinutes,
            longestPeriodMinutes: worked.longestPeriodMinutes,
            shortestRestMinutes: worked.shortestRestMinutes,
          })
        }
        const whole = sumOfLoads(parts.map((part) => part.worked))
        for (const form of DUTY_FORMS)
          expect(whole.minutes[form]).toBe(ledgers.reduce((sum, own) => sum + own.worked.minutes[form], 0))
        const reports = MUNICIPALITIES.map((municipality) =>
          loadReport({ rota, counted, municipality, period, judged: rota, waivers: [], closed: null }),
        )
        for (const { municipality, doctors } of reports) {
          const ground = { rota, period, counted, municipality }
          for (const { personId, worked } of doctors) {
            expect(trailOf(ground, { personId })).toMatchObject({
              minutes: worked.minutes,
              count: worked.duties,
            })
            expect(trailOf(ground, { personId, only: 'nights' }).count).toBe(worked.nights)
            expect(trailOf(ground, { personId, only: 'weekends' }).count).toBe(worked.weekendsAny)
          }
        }
        for (const { sum, others } of reports)
          expect(sum.worked.dutyMinutes + others.all.load.dutyMinutes).toBe(whole.dutyMinutes)
        expect(reports.reduce((all, { sum }) => all + sum.worked.duties, 0)).toBe(whole.duties)
        const { all, open } = coverageOf(rota, period, '4601', counted)
        expect(all.minutes - open.minutes).toBe(whole.dutyMinutes)
      }),
      { numRuns: 25, seed: 5 },
    )
  })

  it('by week are the ledger’s, in the pictures and in reports of a week, each shown to the one whose week it is', () => {
    fc.assert(
      fc.property(world, (made) => {
        const rota = rotaOf(made)
        const counted = countedRota({ rota, assignments: [], outcomes: [] })
        const weeks = isoWeeksIn(period)
        const rows = new Map(ledgerOf(rota, weeks).map((row) => [`${row.personId} ${row.week}`, row]))
        const shown = new Map<string, number>()
        for (const municipality of MUNICIPALITIES) {
          const time = overTime({ rota, period, municipality, counted, shares: [] })
          expect(time.weeks).toEqual(weeks)
          const whole = { rota, counted, municipality, period, judged: rota, waivers: [], closed: null }
          expect(time.doctors.map(({ personId, weekends }) => [personId, weekends])).toEqual(
            loadReport(whole).doctors.map(({ personId, worked }) => [
              personId,
              { worked: worked.weekendsAny, of: worked.weekends },
            ]),
          )
          for (const { personId, weeks: loads } of time.doctors)
            for (const [index, load] of loads.entries()) {
              if (load === null) continue
              const key = `${personId} ${weeks[index]}`
              const row = rows.get(key)
              expect([key, load.dutyMinutes, load.totalMinutes]).toEqual([
                key,
                row?.dutyMinutes,
                row?.totalMinutes,
              ])
              shown.set(key, (shown.get(key) ?? 0) + 1)
            }
          for (const week of weeks.slice(1, 3)) {
            const dates = periodOf('week', isoWeekStart(week))
            const input = {
              rota,
              counted,
              municipality,
              period: dates,
              judged: rota,
              waivers: [],
              closed: null,
            }
            for (const { personId, isThroughout, worked } of loadReport(input).doctors) {
              const row = rows.get(`${personId} ${week}`)
              if (isThroughout) expect(worked).toMatchObject(pick(row))
              else expect(worked.dutyMinutes).toBeLessThanOrEqual(row?.dutyMinutes ?? 0)
            }
          }
        }
        // Twice only for nobody; not at all where somebody moved in the week.
        expect([...shown.values()].every((times) => times === 1)).toBe(true)
        const moves = made.places.filter(([first, second]) => first !== second).length
        expect(rows.size - shown.size).toBeLessThanOrEqual(moves)
      }),
      { numRuns: 10, seed: 6 },
    )
  })
})

function pick(row: LedgerRow | undefined) {
  if (!row) throw new Error('the ledger has no such week')
  const { minutes, dutyMinutes, surgeryMinutes, totalMinutes, duties, nights, weekends } = row
  return { minutes, dutyMinutes, surgeryMinutes, totalMinutes, duties, nights, weekendsAny: weekends }
}
