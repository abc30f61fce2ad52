import { describe, expect, it } from 'vitest'
import { agreedWeeks } from '../../../src/core/ledger/agreed-week.ts'
import { hasJudgedDayAfter, nextNight, nightsHeld } from '../../../src/core/ledger/night-duty.ts'
import { DEFAULT_PARAMETERS } from '../../../src/core/rota/agreement.ts'
import type { DutyForm } from '../../../src/core/rota/line.ts'
import { adopted } from '../../support/held-duties.ts'
import { at } from '../../support/make-district.ts'

const { night } = DEFAULT_PARAMETERS
const duty = (from: string, to: string, form: DutyForm = 'home') => {
  const span = { start: at(from), end: at(to) }
  return { ...span, date: from.slice(0, 10), pieces: [{ form, ...span }] }
}
const held = (...duties: ReturnType<typeof duty>[]) => nightsHeld(duties, agreedWeeks([]))

describe('the nights that duties hold', () => {
  it('are each night of which they hold enough', () => {
    const nights = held(duty('2027-01-04 16:00', '2027-01-06 08:00'))
    expect(nights.map(({ span }) => span)).toEqual([
      { start: at('2027-01-04 23:00'), end: at('2027-01-05 08:00'), leastMinutes: 180 },
      { start: at('2027-01-05 23:00'), end: at('2027-01-06 08:00'), leastMinutes: 180 },
    ])
    expect(nights.map((one) => nextNight(one))).toEqual([at('2027-01-05 23:00'), at('2027-01-06 23:00')])
  })

  it('are one when two duties share the night, and when they fill it together', () => {
    const whole = duty('2027-01-04 23:00', '2027-01-05 08:00')
    expect(held(whole, whole)).toHaveLength(1)
    const halves = [
      duty('2027-01-04 23:00', '2027-01-05 01:00'),
      duty('2027-01-05 06:00', '2027-01-05 08:00'),
    ] as const
    expect(halves.map((half) => held(half).length)).toEqual([0, 0])
    expect(held(...halves)).toHaveLength(1)
  })

  it('are none by day, also when an agreement asks for no minutes', () => {
    const weekOf = agreedWeeks([adopted('night', { ...night, leastMinutes: 0 })])
    expect(nightsHeld([duty('2027-01-05 08:00', '2027-01-05 23:00')], weekOf)).toEqual([])
    expect(nightsHeld([duty('2027-01-05 08:00', '2027-01-05 23:01')], weekOf)).toHaveLength(1)
  })

  it('count by what the agreement says on the Monday of the first duty', () => {
    const weekOf = agreedWeeks([adopted('night', { ...night, leastMinutes: 400 }, { from: '2027-01-06' })])
    const short = (date: string, next: string) => duty(`${date} 23:00`, `${next} 05:00`)
    expect(nightsHeld([short('2027-01-10', '2027-01-11')], weekOf)).toHaveLength(1)
    expect(nightsHeld([short('2027-01-11', '2027-01-12')], weekOf)).toEqual([])
  })

  it('are of the form that most of them was held in', () => {
    const [mixed] = held(
      duty('2027-01-04 16:00', '2027-01-05 02:00', 'backup'),
      duty('2027-01-05 02:00', '2027-01-05 08:00'),
    )
    const [backup] = held(duty('2027-01-04 16:00', '2027-01-05 08:00', 'backup'))
    expect([mixed, backup].map((one) => one && hasJudgedDayAfter(one))).toEqual([true, false])
  })
})
