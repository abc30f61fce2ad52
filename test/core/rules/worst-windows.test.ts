import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workOf } from '../../../src/core/ledger/work.ts'
import { doctorOf } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { dutiesOf, type Rota } from '../../../src/core/rota/rota.ts'
import { rollingTotal } from '../../../src/core/rules/rolling-total.ts'
import { viewOf } from '../../../src/core/rules/view.ts'
import type { Interval } from '../../../src/core/time/interval.ts'
import { isoWeekInterval, isoWeekStart, isoWeeksIn } from '../../../src/core/time/iso-week.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { dayInterval } from '../../../src/core/time/oslo.ts'
import { adopted } from '../../support/held-duties.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSurgery,
} from '../../support/make-district.ts'

const SEVEN_DAYS = 168 * 60
/** Around the Sunday on which the clock goes forward, with Easter in it. */
const period = { from: '2027-03-22', to: '2027-04-05' }
const dates = { from: '2027-03-08', to: '2027-04-26' }
const firstMinute = dayInterval(dates.from).start
const lastMinute = dayInterval(dates.to).start
const CAP = 45 * 60

/** What each minute counts, filled minute by minute. */
function perMinute(rota: Rota, doctor: Doctor): Float64Array {
  const counted = new Float64Array(lastMinute - firstMinute)
  const fill = ({ start, end }: Interval) => counted.fill(1, start - firstMinute, end - firstMinute)
  dutiesOf(rota).forEach(fill)
  rota.elsewhere.forEach(fill)
  const { surgery, tasks } = workOf(doctor, dates)
  surgery?.forEach(fill)
  tasks.forEach(fill)
  for (const week of isoWeeksIn(dates)) {
    const monday = isoWeekStart(week)
    const { looseMinutesPerWeek } = workOf(doctor, { from: monday, to: addDays(monday, 7) })
    const { start } = isoWeekInterval(week)
    for (let minute = start; minute < start + 5 * 1440; minute++)
      counted[minute - firstMinute] = (counted[minute - firstMinute] as number) + looseMinutesPerWeek / 7200
  }
  return counted
}

/** The sum of every window of seven days that holds a minute of duty in the period, by its start. */
function everyWindow(rota: Rota, doctor: Doctor): Map<number, number> {
  const counted = perMinute(rota, doctor)
  const sums = new Map<number, number>()
  const holdsDuty = new Uint8Array(counted.length)
  for (const { date, start, end } of dutiesOf(rota)) {
    if (date >= period.from && date < period.to)
      holdsDuty.fill(1, start - SEVEN_DAYS + 1 - firstMinute, end - firstMinute)
  }
  let sum = counted.subarray(0, SEVEN_DAYS).reduce((total, value) => total + value, 0)
  for (let at = 0; at + SEVEN_DAYS < counted.length; at++) {
    const start = at + firstMinute
    if (holdsDuty[at] === 1) sums.set(start, sum)
    sum += (counted[at + SEVEN_DAYS] as number) - (counted[at] as number)
  }
  return sums
}

const minutes = fc.integer({ min: 1, max: 24 * 60 })
const duty = fc.record({
  day: fc.integer({ min: -6, max: 18 }),
  start: fc.integer({ min: 0, max: 1439 }),
  minutes,
})
const office = fc.record({
  weekday: fc.integer({ min: 1, max: 6 }),
  from: fc.integer({ min: 6, max: 10 }),
  hours: fc.integer({ min: 1, max: 11 }),
})

describe('the worst seven days', () => {
  it('are what looking at every minute finds, and no window that is over is far from a named one', () => {
    fc.assert(
      fc.property(
        fc.array(duty, { minLength: 1, maxLength: 8 }),
        fc.array(office, { maxLength: 5 }),
        fc.constantFrom(0, 0, 90, 1000),
        (duties, offices, loose) => {
          const needs = duties.map((told, index) => {
            const date = addDays(period.from, told.day)
            const start = dayInterval(date).start + told.start
            const span = { start, end: start + told.minutes }
            const pieces = [{ form: 'home', ...span } as const]
            return { ...makeNeed(`${date} 00:00`, `${date} 01:00`), ...span, pieces, date, id: `n${index}` }
          })
          const timetable = offices.map(({ weekday, from, hours }) => ({
            weekday: weekday as 1,
            start: `${String(from).padStart(2, '0')}:00`,
            end: `${String(from + hours).padStart(2, '0')}:00`,
            endDay: 0,
          }))
          const doctor = makeDoctor('a', {
            surgery: [makeSurgery(timetable)],
            otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: loose }],
          })
          const rota = makeRota({
            ...period,
            needs,
            holders: Object.fromEntries(needs.map(({ id }) => [id, 'a'])),
            district: makeDistrict({ doctors: [doctor], agreement: [adopted('rollingTotalMinutes', CAP)] }),
          })
          const sums = everyWindow(rota, doctorOf(rota.district, 'a'))
          const over = [...sums].filter(([, sum]) => sum > CAP + 1e-6)
          const found = rollingTotal.check(viewOf(rota), 'a').filter(({ needIds }) => needIds.length > 0)
          for (const { span, measured } of found) {
            expect(measured).toBe(Math.ceil((sums.get(span.start) as number) - 1e-6))
          }
          const worst = Math.max(0, ...over.map(([, sum]) => Math.ceil(sum - 1e-6)))
          expect(Math.max(0, ...found.map(({ measured }) => measured))).toBe(worst)
          const isNear = (start: number, sum: number) =>
            found.some(
              ({ span, measured }) => Math.abs(span.start - start) < SEVEN_DAYS && measured >= sum - 1e-6,
            )
          expect(over.filter(([start, sum]) => !isNear(start, sum))).toEqual([])
          found.forEach(({ span }, index) => {
            expect(span.start).toBeGreaterThanOrEqual(found[index - 1]?.span.end ?? span.start)
          })
        },
      ),
      { seed: 3, numRuns: 20 },
    )
  })
})
