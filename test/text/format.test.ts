import { describe, expect, it } from 'vitest'
import { fromWall } from '../../src/core/time/oslo.ts'
import * as format from '../../src/text/nb/format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const at = (date: string, hour: number, minute = 0, fold: 0 | 1 = 0) =>
  fromWall(date, hour * 60 + minute, fold)

describe('hours', () => {
  it.each([
    [0, '0 t'],
    [45, '45 min'],
    [59.6, '1 t'],
    [60, '1 t'],
    [450, '7 t 30 min'],
    [-450, '−7 t 30 min'],
    [-0.2, '0 t'],
    [168 * 60, '168 t'],
    [12_345 * 60, '12 345 t'],
  ])('writes %d minutes as %s', (minutes, text) => {
    expect(plain(format.hours(minutes))).toBe(text)
  })
})

describe('dates', () => {
  it('writes the whole date with its weekday', () => {
    expect(format.date('2027-01-04')).toBe('mandag 4. januar 2027')
  })

  it('writes a short date without the year', () => {
    expect(format.shortDate('2027-05-17')).toBe('man. 17. mai')
  })

  it('names every weekday and month', () => {
    const days = ['04', '05', '06', '07', '08', '09', '10'].map((day) => format.weekdayName(`2027-01-${day}`))
    expect(days).toEqual(['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'])
    const months = Array.from({ length: 12 }, (_, index) =>
      format.month(`2027-${String(index + 1).padStart(2, '0')}-01`),
    )
    expect(months[0]).toBe('januar 2027')
    expect(months[11]).toBe('desember 2027')
    expect(new Set(months).size).toBe(12)
  })

  it.each([
    ['2027-01-04', '2027-01-05', '4. januar 2027'],
    ['2027-01-04', '2027-01-11', '4.–10. januar 2027'],
    ['2027-01-04', '2027-02-15', '4. januar – 14. februar 2027'],
    ['2026-12-28', '2027-01-04', '28. desember 2026 – 3. januar 2027'],
    ['2027-01-04', null, 'fra 4. januar 2027'],
  ])('tells the range from %s to %s by its first and last day', (from, to, text) => {
    expect(format.dateRange({ from, to })).toBe(text)
  })

  it('names a week by its ISO year', () => {
    expect(format.week('2026-W53')).toBe('uke 53, 2026')
    expect(format.shortWeek('2027-W01')).toBe('uke 1')
  })
})

describe('clock times', () => {
  it('writes an instant as local time', () => {
    expect(format.dateTime(at('2027-07-01', 16))).toBe('tor. 1. juli 2027 kl. 16:00')
    expect(format.time(at('2027-01-04', 7, 5))).toBe('07:05')
  })

  it('writes both dates of a span across midnight', () => {
    const night = { start: at('2027-01-04', 23), end: at('2027-01-05', 8) }
    expect(format.timeSpan(night)).toBe('man. 4. jan. 23:00 – tir. 5. jan. 08:00')
    expect(format.clockSpan(night)).toBe('23:00–08:00')
  })

  it('ends an evening at 24:00, not at 00:00 of the next day', () => {
    expect(format.timeSpan({ start: at('2027-01-04', 16), end: at('2027-01-05', 0) })).toBe(
      'man. 4. jan. 16:00–24:00',
    )
  })

  it('tells the two equal hours of the autumn night apart', () => {
    expect(format.dateTime(at('2027-10-31', 2, 30, 0))).toBe('søn. 31. okt. 2027 kl. 02:30 (sommertid)')
    expect(format.dateTime(at('2027-10-31', 2, 30, 1))).toBe('søn. 31. okt. 2027 kl. 02:30 (vintertid)')
    expect(format.dateTime(at('2027-10-31', 3))).toBe('søn. 31. okt. 2027 kl. 03:00')
  })

  it('writes the clock times of the spring night as they are shown', () => {
    const night = { start: at('2027-03-27', 23), end: at('2027-03-28', 8) }
    expect(format.clockSpan(night)).toBe('23:00–08:00')
    expect(plain(format.hours(night.end - night.start))).toBe('8 t')
  })
})

describe('numbers', () => {
  it.each([
    [0, 0, '0'],
    [9999, 0, '9999'],
    [10_000, 0, '10 000'],
    [1_234_567.5, 1, '1 234 567,5'],
    [-1.25, 1, '−1,3'],
    [-0.01, 1, '0,0'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(plain(format.number(value, decimals))).toBe(text)
  })

  it('joins words as a sentence does', () => {
    expect(format.list([])).toBe('')
    expect(format.list(['a'])).toBe('a')
    expect(format.list(['a', 'b', 'c'])).toBe('a, b og c')
  })

  it('counts one and many', () => {
    expect(plain(format.count(1, 'vakt', 'vakter'))).toBe('1 vakt')
    expect(plain(format.count(0, 'vakt', 'vakter'))).toBe('0 vakter')
  })

  it.each([
    [2, '2'],
    [100, '100'],
    [2.5, '2,5'],
    [19.9, '19,9'],
    [1 / 3, '0,33'],
    [1.996, '2'],
    [-0.004, '0'],
    [12_345.5, '12 345,5'],
  ])('writes %d with as few decimals as say it: %s', (value, text) => {
    expect(plain(format.decimal(value))).toBe(text)
  })

  it('counts parts of one with a comma', () => {
    expect(plain(format.count(2.5, 'vakt', 'vakter'))).toBe('2,5 vakter')
  })

  it.each([
    [0.375, '37,5 %'],
    [0.5, '50 %'],
    [1 / 3, '33,3 %'],
  ])('writes the part %d as %s', (part, text) => {
    expect(plain(format.percent(part))).toBe(text)
  })
})
