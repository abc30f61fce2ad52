import { describe, expect, it } from 'vitest'
import { fromUtcText, toUtcText } from '../../../src/core/time/minute.ts'

describe('UTC text', () => {
  it.each([
    [0, '1970-01-01T00:00Z'],
    [-1, '1969-12-31T23:59Z'],
    [Date.UTC(2027, 2, 28, 0, 59) / 60_000, '2027-03-28T00:59Z'],
    [Date.UTC(2027, 9, 31, 1, 0) / 60_000, '2027-10-31T01:00Z'],
    [Date.UTC(2028, 1, 29, 23, 59) / 60_000, '2028-02-29T23:59Z'],
  ])('writes and reads minute %i as %s', (minute, text) => {
    expect(toUtcText(minute)).toBe(text)
    expect(fromUtcText(text)).toBe(minute)
  })

  it.each([
    '',
    '2027-03-28T08:00',
    '2027-03-28 08:00Z',
    '2027-03-28T08:00z',
    '2027-03-28T24:00Z',
    '2027-03-28T08:60Z',
    '2027-03-28T8:00Z',
    '2027-02-29T08:00Z',
    '2027-03-28T08:00:00Z',
    '2027-03-28T08:00+02:00',
  ])("refuses '%s'", (text) => {
    expect(() => fromUtcText(text)).toThrow(RangeError)
  })

  it.each([0.5, Number.NaN, Infinity])('refuses %d, which is not a whole minute', (minute) => {
    expect(() => toUtcText(minute)).toThrow(RangeError)
  })
})
