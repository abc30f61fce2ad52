import { describe, expect, it } from 'vitest'
import { fromMinuteOfDay, isLocalTime, toMinuteOfDay } from '../../../src/core/time/local-time.ts'

describe('local time', () => {
  it.each([
    ['00:00', 0],
    ['00:01', 1],
    ['08:00', 480],
    ['15:30', 930],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('reads and writes %s as minute %i of the day', (text, minute) => {
    expect(isLocalTime(text)).toBe(true)
    expect(toMinuteOfDay(text)).toBe(minute)
    expect(fromMinuteOfDay(minute)).toBe(text)
  })

  it.each([
    '',
    '8:00',
    '08.00',
    '08:0',
    '08:60',
    '24:01',
    '25:00',
    '-1:00',
    '08:00 ',
    '+8:00',
    '0x:00',
    '08:0:',
    '0/:00',
    '08:00:00',
  ])("refuses '%s'", (text) => {
    expect(isLocalTime(text)).toBe(false)
    expect(() => toMinuteOfDay(text)).toThrow(RangeError)
  })

  it.each([-1, 1441, 0.5, Number.NaN])('refuses minute %d', (minute) => {
    expect(() => fromMinuteOfDay(minute)).toThrow(RangeError)
  })
})
