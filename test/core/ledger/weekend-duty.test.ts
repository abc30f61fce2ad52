import { describe, expect, it } from 'vitest'
import { agreedOn, agreedWeeks } from '../../../src/core/ledger/agreed-week.ts'
import { weekendsHeld } from '../../../src/core/ledger/weekend-duty.ts'
import { type Agreement, DEFAULT_PARAMETERS } from '../../../src/core/rota/agreement.ts'
import { mergeIntervals, minutesOf } from '../../../src/core/time/interval.ts'
import { adopted } from '../../support/held-duties.ts'
import { at } from '../../support/make-district.ts'

const span = (from: string, to: string) => ({ start: at(from), end: at(to) })
const WEEK = { from: '2027-01-04', to: '2027-01-11' } as const
const any = (spans: readonly ReturnType<typeof span>[], agreement: Agreement = []) =>
  weekendsHeld(WEEK, agreedWeeks(agreement), mergeIntervals(spans)).any

describe('a weekend', () => {
  it('goes from Friday 16 to Monday 08, an hour less or more over the clock changes', () => {
    const weekendOf = (date: string) => agreedOn([], date).weekendSpan
    expect(minutesOf(weekendOf('2027-01-06'))).toBe(64 * 60)
    expect(minutesOf(weekendOf('2027-03-22'))).toBe(63 * 60)
    expect(minutesOf(weekendOf('2027-10-31'))).toBe(65 * 60)
    expect(weekendOf('2027-01-03')).toMatchObject(span('2027-01-01 16:00', '2027-01-04 08:00'))
  })

  it.each([
    ['59 minutes of Friday', '2027-01-08 08:00', '2027-01-08 16:59', 0],
    ['60 minutes of Friday', '2027-01-08 08:00', '2027-01-08 17:00', 1],
    ['Sunday night into Monday', '2027-01-10 23:00', '2027-01-11 08:00', 1],
    ['59 minutes of Monday', '2027-01-11 07:01', '2027-01-11 15:00', 0],
    ['the weekend before', '2027-01-01 16:00', '2027-01-04 08:00', 0],
  ])('is worked or not by %s', (_, from, to, weekends) => {
    expect(any([span(from, to)])).toBe(weekends)
  })

  it('adds up short duties, but an overlap only once', () => {
    const half = span('2027-01-09 10:00', '2027-01-09 10:30')
    expect(any([half, span('2027-01-10 10:00', '2027-01-10 10:30')])).toBe(1)
    expect(any([half, half])).toBe(0)
  })

  it('without duty is not worked, also when an agreement asks for no minutes', () => {
    const { weekend } = DEFAULT_PARAMETERS
    expect(any([], [adopted('weekend', { ...weekend, leastMinutes: 0 })])).toBe(0)
  })

  it('belongs to the dates that hold its Sunday', () => {
    const busy = [span('2027-01-09 08:00', '2027-01-10 20:00')]
    const held = (from: string, to: string) => weekendsHeld({ from, to }, agreedWeeks([]), busy)
    expect(held('2027-01-04', '2027-01-10')).toEqual({ weekends: 0, any: 0, full: 0 })
    expect(held('2027-01-10', '2027-01-17')).toEqual({ weekends: 1, any: 1, full: 1 })
  })
})
