import { describe, expect, it } from 'vitest'
import { type HoursBasis, otherHoursOver } from '../../../src/core/ledger/other-hours.ts'
import { otherWorkOver } from '../../../src/core/ledger/other-work.ts'
import { sumWithin } from '../../../src/core/ledger/tally.ts'
import { workOf } from '../../../src/core/ledger/work.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import { unionMinutes } from '../../../src/core/time/interval.ts'
import { always, at, makeDoctor, makeSurgery, weekdays } from '../../support/make-district.ts'

const dates = { from: '2027-01-04', to: '2027-01-25' }
const gp = makeDoctor('a').engagements[0] as Engagement
const surgery = { surgery: [makeSurgery(weekdays('08:00', '16:00'))] }
const nursingHome = { ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 300 }
const busy = [{ start: at('2027-01-09 08:00'), end: at('2027-01-09 18:00') }]

function hoursOf(
  facts: Partial<Doctor>,
  basis: HoursBasis,
  elsewhere: readonly { start: number; end: number }[] = [],
) {
  const doctor = makeDoctor('a', facts)
  return otherHoursOver(doctor, otherWorkOver(doctor, dates), elsewhere, dates)(basis)
}
const counted = (facts: Partial<Doctor>, basis: HoursBasis) =>
  unionMinutes(hoursOf(facts, basis).counted) / 60

describe('work beside duty over many weeks', () => {
  it('is what each week has by itself, surgery that runs past midnight as well', () => {
    const doctor = makeDoctor('a', {
      surgery: [
        {
          ...makeSurgery([
            ...weekdays('08:00', '16:00'),
            { weekday: 7, start: '20:00', end: '02:00', endDay: 1 },
          ]),
          to: '2027-01-13',
        },
        { ...makeSurgery(weekdays('10:00', '12:00')), from: '2027-01-13' },
      ],
      capacities: [{ from: '2027-01-18', to: null, percent: 50 }],
    })
    const weeks = ['2027-01-04', '2027-01-11', '2027-01-18'].map((from, index) =>
      workOf(doctor, { from, to: ['2027-01-11', '2027-01-18', '2027-01-25'][index] as string }),
    )
    const sum = weeks.reduce((total, { surgery: own }) => total + unionMinutes(own ?? []), 0)
    expect(unionMinutes(otherWorkOver(doctor, dates).surgery)).toBe(sum)
    // Two after midnight, 40 and four of Sunday; two, 16 and 3 × 2; five days of an hour. Sundays fell away on 13 January.
    expect(sum).toBe((2 + 40 + 4 + 2 + 16 + 6 + 5) * 60)
  })

  it('is not known on the very dates for which surgery is not declared, save those without any', () => {
    const work = otherWorkOver(
      makeDoctor('a', {
        surgery: [
          { ...makeSurgery([]), to: '2027-01-12' },
          { from: '2027-01-12', to: '2027-01-16', kind: 'not-declared' },
          { ...makeSurgery([]), from: '2027-01-16' },
        ],
        absences: [{ id: 'x', from: '2027-01-14', certainFrom: '2027-01-14', to: '2027-01-15' }],
      }),
      dates,
    )
    expect(work.undeclared).toEqual([
      { start: at('2027-01-12 00:00'), end: at('2027-01-14 00:00') },
      { start: at('2027-01-15 00:00'), end: at('2027-01-16 00:00') },
    ])
  })

  it('spreads tasks without a fixed time over Monday to Friday of their week', () => {
    const { spread } = hoursOf({ otherTasks: [nursingHome] }, 'total')
    expect(sumWithin(spread, { start: at('2027-01-11 00:00'), end: at('2027-01-12 00:00') })).toBeCloseTo(60)
    expect(sumWithin(spread, { start: at('2027-01-16 00:00'), end: at('2027-01-18 00:00') })).toBe(0)
    expect(sumWithin(spread, { start: at('2027-01-13 00:00'), end: at('2027-01-20 00:00') })).toBeCloseTo(300)
  })
})

describe('hours under the act beside duty', () => {
  it('leave the surgery of the self-employed out, also when they are employed in another post', () => {
    expect(counted(surgery, 'act')).toBe(0)
    const both = [gp, { ...gp, form: 'employed-duty-doctor' as const }]
    expect(counted({ ...surgery, engagements: both }, 'act')).toBe(0)
    expect(counted({ ...surgery, engagements: [{ ...gp, form: 'locum' }] }, 'act')).toBe(0)
  })

  it('count the surgery of the employed, and from the date on which they are', () => {
    expect(counted({ ...surgery, engagements: [{ ...gp, form: 'gp-salaried' }] }, 'act')).toBe(120)
    const later = [
      { ...gp, to: '2027-01-13' },
      { ...gp, form: 'gp-salaried-with-bonus' as const, from: '2027-01-13' },
    ]
    // Wednesday to Friday of the second week and all of the third: 8 days.
    expect(counted({ ...surgery, engagements: later }, 'act')).toBe(64)
  })

  it('are known for the self-employed whatever they declare', () => {
    const notDeclared = { surgery: [{ ...always, kind: 'not-declared' as const }] }
    expect(hoursOf(notDeclared, 'act').unknown).toEqual([])
    expect(hoursOf({ ...notDeclared, engagements: [{ ...gp, form: 'lis1' }] }, 'act').unknown).toHaveLength(1)
  })
})

describe('hours elsewhere', () => {
  const declared = { declaredOtherMinutesPerWeek: 15 * 60 }
  const week = { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') }

  it('count what a locum declares past the duty that is known there, on every basis', () => {
    // Ten hours on the Saturday are known, so that five are left of the fifteen.
    expect(sumWithin(hoursOf(declared, 'total', busy).spread, week)).toBeCloseTo(300)
    expect(sumWithin(hoursOf(declared, 'act', busy).spread, week)).toBeCloseTo(300)
    expect(sumWithin(hoursOf(declared, 'duty', busy).spread, week)).toBeCloseTo(300)
    expect(hoursOf(declared, 'duty', busy).counted).toEqual(busy)
  })
})
