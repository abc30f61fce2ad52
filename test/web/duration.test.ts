import { describe, expect, it } from 'vitest'
import { readDuration } from '../../src/web/duration.ts'

describe('a duration as it is written', () => {
  it.each([
    ['7:30', 450],
    ['7,5', 450],
    ['7.5', 450],
    [' 7 ', 420],
    ['7,5 t', 450],
    ['7 timer', 420],
    ['450 min', 450],
    ['7 timar', 420],
    ['90 minutt', 90],
    ['7.5 h', 450],
    ['7 hours', 420],
    ['90 minutes', 90],
    ['0:45', 45],
    ['0', 0],
  ])('is minutes: %s', (text, minutes) => expect(readDuration(text)).toBe(minutes))

  it.each(['', '-3', 'tre timer', '7:60', '7:5', '7,555', '1,5:30', 'NaN', '1e3'])(
    'is nothing else: %s',
    (text) => expect(readDuration(text)).toBeUndefined(),
  )
})
