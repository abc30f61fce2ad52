import { describe, expect, it } from 'vitest'
import { minutesOf } from '../../../src/core/time/interval.ts'
import { fromUtcText, toUtcText } from '../../../src/core/time/minute.ts'
import {
  dayInterval,
  fromOffsetText,
  fromWall,
  fromWallText,
  isFolded,
  isInGap,
  offsetMinutes,
  toOffsetText,
  toWall,
  toWallText,
} from '../../../src/core/time/oslo.ts'

describe('the clock in Oslo', () => {
  it.each([
    ['2027-01-15', '08:00', 0, '2027-01-15T07:00Z'],
    ['2027-07-15', '08:00', 0, '2027-07-15T06:00Z'],
    ['2027-07-15', '08:00', 1, '2027-07-15T06:00Z'],
    ['2027-03-28', '01:59', 0, '2027-03-28T00:59Z'],
    ['2027-03-28', '03:00', 0, '2027-03-28T01:00Z'],
    ['2027-03-28', '03:00', 1, '2027-03-28T01:00Z'],
    ['2027-10-31', '01:59', 0, '2027-10-30T23:59Z'],
    ['2027-10-31', '01:59', 1, '2027-10-30T23:59Z'],
    ['2027-10-31', '02:00', 0, '2027-10-31T00:00Z'],
    ['2027-10-31', '02:59', 0, '2027-10-31T00:59Z'],
    ['2027-10-31', '02:00', 1, '2027-10-31T01:00Z'],
    ['2027-10-31', '02:59', 1, '2027-10-31T01:59Z'],
    ['2027-10-31', '03:00', 0, '2027-10-31T02:00Z'],
    ['2027-12-31', '24:00', 0, '2027-12-31T23:00Z'],
  ] as const)('%s at %s, fold %i, is %s', (date, time, fold, utc) => {
    const [hour, minute] = time.split(':').map(Number)
    expect(toUtcText(fromWall(date, hour! * 60 + minute!, fold))).toBe(utc)
  })

  it.each([
    ['2027-03-28T00:59Z', '2027-03-28', 119, 0],
    ['2027-03-28T01:00Z', '2027-03-28', 180, 0],
    ['2027-10-31T00:59Z', '2027-10-31', 179, 0],
    ['2027-10-31T01:00Z', '2027-10-31', 120, 1],
    ['2027-10-31T01:59Z', '2027-10-31', 179, 1],
    ['2027-10-31T02:00Z', '2027-10-31', 180, 0],
    ['2027-12-31T23:00Z', '2028-01-01', 0, 0],
  ] as const)('shows %s as %s minute %i, fold %i', (utc, date, minuteOfDay, fold) => {
    expect(toWall(fromUtcText(utc))).toEqual({ date, minuteOfDay, fold })
  })

  it.each([0, 1] as const)('moves a time in the spring gap forward an hour, with fold %i too', (fold) => {
    expect(toOffsetText(fromWall('2027-03-28', 120, fold))).toBe('2027-03-28T03:00+02:00')
    expect(toOffsetText(fromWall('2027-03-28', 150, fold))).toBe('2027-03-28T03:30+02:00')
    expect(toOffsetText(fromWall('2027-03-28', 179, fold))).toBe('2027-03-28T03:59+02:00')
  })

  it.each([
    ['2027-03-28', 119, false],
    ['2027-03-28', 120, true],
    ['2027-03-28', 179, true],
    ['2027-03-28', 180, false],
    ['2027-03-27', 150, false],
    ['2027-03-27', 1440 + 150, true],
    ['2027-10-31', 150, false],
  ])('has %s minute %i in the gap: %s', (date, minute, expected) => {
    expect(isInGap(date, minute)).toBe(expected)
  })

  it.each([
    ['2027-10-31', 119, false],
    ['2027-10-31', 120, true],
    ['2027-10-31', 179, true],
    ['2027-10-31', 180, false],
    ['2027-11-01', -1440 + 150, true],
    ['2027-11-01', 150, false],
    ['2027-03-28', 150, false],
  ])('has %s minute %i twice: %s', (date, minute, expected) => {
    expect(isFolded(date, minute)).toBe(expected)
  })

  it.each([
    ['2027-03-27', 32 * 60, '2027-03-28T08:00+02:00'],
    ['2027-10-30', 32 * 60, '2027-10-31T08:00+01:00'],
    ['2027-01-01', -60, '2026-12-31T23:00+01:00'],
    ['2027-12-31', 3 * 1440, '2028-01-03T00:00+01:00'],
  ])('rolls %s minute %i into the day it belongs to', (date, minute, expected) => {
    expect(toOffsetText(fromWall(date, minute))).toBe(expected)
  })

  it.each([
    ['spring', '2027-03-27', 8],
    ['autumn', '2027-10-30', 10],
    ['winter', '2027-01-15', 9],
  ])('counts the elapsed hours of a 23–08 night in %s', (_, date, hours) => {
    expect(fromWall(date, 32 * 60) - fromWall(date, 23 * 60)).toBe(hours * 60)
  })

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2028-03-26', 23],
    ['2028-10-29', 25],
    ['2027-05-17', 24],
    ['2027-12-31', 24],
    ['1996-01-01', 24],
    ['2100-12-31', 24],
  ])('gives %s %i hours', (date, hours) => {
    const day = dayInterval(date)
    expect(toWall(day.start)).toEqual({ date, minuteOfDay: 0, fold: 0 })
    expect(minutesOf(day)).toBe(hours * 60)
  })

  it('refuses years for which the rule of the changes is not known', () => {
    expect(() => dayInterval('1995-07-01')).toThrow(RangeError)
    expect(() => dayInterval('2102-07-01')).toThrow(RangeError)
    expect(() => toWall(fromUtcText('1990-01-01T00:00Z'))).toThrow(RangeError)
    expect(() => offsetMinutes(Number.NaN)).toThrow(RangeError)
    expect(() => fromWall('2027-02-30', 0)).toThrow(RangeError)
  })
})

describe('text of local times', () => {
  it('writes a wall time without its fold and reads it back with it', () => {
    const second = toWall(fromUtcText('2027-10-31T01:30Z'))
    expect(toWallText(second)).toBe('2027-10-31T02:30')
    expect(fromWallText('2027-10-31T02:30', 1)).toEqual(second)
  })

  it.each([
    ['2027-03-28T00:59Z', '2027-03-28T01:59+01:00'],
    ['2027-03-28T06:00Z', '2027-03-28T08:00+02:00'],
    ['2027-10-31T00:30Z', '2027-10-31T02:30+02:00'],
    ['2027-10-31T01:30Z', '2027-10-31T02:30+01:00'],
  ])('tells %s as %s', (utc, text) => {
    expect(toOffsetText(fromUtcText(utc))).toBe(text)
    expect(fromOffsetText(text)).toBe(fromUtcText(utc))
  })

  it.each([
    ['2027-03-28T06:00Z', '2027-03-28T06:00Z'],
    ['2027-03-28T01:30-04:30', '2027-03-28T06:00Z'],
    ['2027-03-28T06:00+00:00', '2027-03-28T06:00Z'],
  ])('reads %s, whatever the offset', (text, utc) => {
    expect(fromOffsetText(text)).toBe(fromUtcText(utc))
  })

  it.each([
    '',
    '2027-03-28',
    '2027-03-28 08:00',
    '2027-03-28T24:00',
    '2027-02-29T08:00',
    '2027-03-28T08:00Z',
  ])("refuses '%s' as a wall time", (text) => {
    expect(() => fromWallText(text, 0)).toThrow(RangeError)
  })

  it.each([
    '',
    '2027-03-28T08:00',
    '2027-03-28T08:00+2:00',
    '2027-03-28T08:00+0200',
    '2027-03-28T08:00 02:00',
    '2027-03-28T08:00+24:00',
    '2027-03-28T08:00Z+02:00',
    '2027-02-29T08:00+01:00',
  ])("refuses '%s' as a time with offset", (text) => {
    expect(() => fromOffsetText(text)).toThrow(RangeError)
  })
})
