import { describe, expect, it } from 'vitest'
import type { PlanPeriod } from '../../../src/core/rota/agreement.ts'
import { planPeriodOn } from '../../../src/core/rota/plan-period.ts'

const wheel: readonly PlanPeriod[] = [
  { name: 'sommer', from: '06-21', publishBy: '03-10' },
  { name: 'vår', from: '01-04', publishBy: '11-01' },
  { name: 'høst', from: '08-16', publishBy: null },
]

const spring2027 = { name: 'vår', from: '2027-01-04', to: '2027-06-21', publishBy: '2026-11-01' }
const summer2027 = { name: 'sommer', from: '2027-06-21', to: '2027-08-16', publishBy: '2027-03-10' }
const autumn2026 = { name: 'høst', from: '2026-08-16', to: '2027-01-04', publishBy: null }

describe('the plan period of a date', () => {
  it.each([
    ['2027-01-04', spring2027],
    ['2027-06-20', spring2027],
    ['2027-06-21', summer2027],
    ['2027-08-15', summer2027],
    ['2026-12-31', autumn2026],
    ['2027-01-03', autumn2026],
  ])('on %s', (date, period) => {
    expect(planPeriodOn(wheel, date)).toEqual(period)
  })

  it('lasts a year where there is one alone', () => {
    const alone = [{ name: 'året', from: '01-01', publishBy: '01-01' }]
    expect(planPeriodOn(alone, '2028-02-29')).toEqual({
      name: 'året',
      from: '2028-01-01',
      to: '2029-01-01',
      publishBy: '2028-01-01',
    })
  })

  it('begins on 1 March where it should begin on 29 February of an ordinary year', () => {
    const leap = [{ name: 'skudd', from: '02-29', publishBy: null }]
    expect(planPeriodOn(leap, '2027-03-01')).toMatchObject({ from: '2027-03-01', to: '2028-02-29' })
    expect(planPeriodOn(leap, '2028-02-29')).toMatchObject({ from: '2028-02-29', to: '2029-03-01' })
  })

  it('is not known in a district without a year wheel', () => {
    expect(planPeriodOn([], '2027-01-04')).toBeUndefined()
  })
})
