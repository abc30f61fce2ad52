import { describe, expect, it } from 'vitest'
import { isNamedByDates, periodOf, planOn } from '../../../src/core/ledger/period.ts'
import type { PlanPeriod } from '../../../src/core/rota/agreement.ts'
import { adopted } from '../../support/held-duties.ts'
import { periodsWithin } from '../../support/ledger-periods.ts'

const WHEEL: readonly PlanPeriod[] = [
  { name: 'Vinter', from: '01-11', publishBy: null },
  { name: 'Sommer', from: '06-21', publishBy: '03-10' },
  { name: 'Høst', from: '08-23', publishBy: null },
]

describe('the period of a date', () => {
  it.each([
    ['week', '2027-01-03', '2026-W53', '2026-12-28', '2027-01-04'],
    ['week', '2027-03-28', '2027-W12', '2027-03-22', '2027-03-29'],
    ['month', '2028-02-29', '2028-02', '2028-02-01', '2028-03-01'],
    ['month', '2026-12-31', '2026-12', '2026-12-01', '2027-01-01'],
    ['quarter', '2027-01-01', '2027-Q1', '2027-01-01', '2027-04-01'],
    ['quarter', '2027-12-31', '2027-Q4', '2027-10-01', '2028-01-01'],
    ['year', '2026-12-31', '2026', '2026-01-01', '2027-01-01'],
    ['plan', '2027-06-21', 'Sommer', '2027-06-21', '2027-08-23'],
    ['plan', '2027-01-10', 'Høst', '2026-08-23', '2027-01-11'],
  ] as const)('of kind %s on %s is %s', (kind, date, name, from, to) => {
    expect(periodOf(kind, date, WHEEL)).toEqual({ kind, name, from, to })
  })

  it('is none of kind plan while the district has no year wheel', () => {
    expect(periodOf('plan', '2027-01-10')).toBeUndefined()
  })
})

describe('the periods of some dates', () => {
  it.each([
    ['week', ['2026-W53', '2027-W01', '2027-W02', '2027-W03', '2027-W04']],
    ['month', ['2027-01']],
    ['quarter', ['2027-Q1']],
    ['plan', ['Høst', 'Vinter']],
  ] as const)('are every %s with a day in them', (kind, names) => {
    const january = { from: '2027-01-01', to: '2027-02-01' }
    expect(periodsWithin(kind, january, WHEEL).map(({ name }) => name)).toEqual(names)
  })

  it.each(['week', 'month', 'quarter', 'year', 'plan'] as const)(
    'follow one another without gaps: %s',
    (kind) => {
      const periods = periodsWithin(kind, { from: '2026-01-01', to: '2029-01-01' }, WHEEL)
      for (const [index, period] of periods.entries()) {
        if (index > 0) expect(period.from).toBe(periods[index - 1]?.to)
        expect(periodOf(kind, period.from, WHEEL)).toEqual(period)
      }
    },
  )
})

describe('the plan of a date', () => {
  const published = { from: '2027-01-04', to: '2027-01-18' }
  const wheel = (name: string) => [adopted('planPeriods', [{ name, from: '01-04', publishBy: null }])]

  it('is the published one while the district has no year wheel, told by its dates', () => {
    const plan = planOn([], published, '2027-01-05')
    expect(plan).toEqual({ kind: 'plan', name: '2027-01-04/2027-01-17', ...published })
    expect(plan && isNamedByDates(plan)).toBe(true)
    expect(planOn([], undefined, '2027-01-05')).toBeUndefined()
  })

  it("is the year wheel's, whatever was published, and keeps a name with a stroke in it", () => {
    const plan = planOn(wheel('Vår/sommer'), published, '2027-01-05')
    expect(plan).toEqual({ kind: 'plan', name: 'Vår/sommer', from: '2027-01-04', to: '2028-01-04' })
    expect(plan && isNamedByDates(plan)).toBe(false)
  })
})
