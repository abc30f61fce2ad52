import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '../../src/core/rota/agreement.ts'
import { officeDaysOf } from '../../src/solver/encode/office-days.ts'
import { adopted } from '../support/held-duties.ts'
import { makeDoctor, makeNeed, makeSurgery, weekdays } from '../support/make-district.ts'

const doctor = makeDoctor('a', { surgery: [makeSurgery(weekdays('08:00', '15:30'))] })
const anyMinute = [adopted('night', { ...DEFAULT_PARAMETERS.night, leastMinutes: 0 })]

describe('a duty before a day with surgery', () => {
  it.each([
    ['is weighed when it holds enough of the night', [], '2027-01-12 02:00', true],
    ['is not a minute sooner', [], '2027-01-12 01:59', false],
    [
      'is weighed from the first minute of the night where none is agreed',
      anyMinute,
      '2027-01-11 23:01',
      true,
    ],
    ['is not in the evening, also when no minutes are agreed', anyMinute, '2027-01-11 22:00', false],
  ] as const)('%s', (_, agreement, to, isHeavy) => {
    expect(officeDaysOf(agreement, doctor)(makeNeed('2027-01-11 16:00', to))).toBe(isHeavy)
  })
})
