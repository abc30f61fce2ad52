import { describe, expect, it } from 'vitest'
import { instantInside, readCut } from '../../src/board/cut.ts'
import { fromWall } from '../../src/core/time/oslo.ts'

const words = { until: ['til'], from: ['fra'] }

describe('a cut in words', () => {
  it.each([
    ['20', 1200, '', 'after'],
    ['20:30', 1230, '', 'after'],
    ['2030', 1230, '', 'after'],
    ['8.15', 495, '', 'after'],
    ['20 KN', 1200, 'kn', 'after'],
    ['fra 20 KN', 1200, 'kn', 'after'],
    ['KN til 20', 1200, 'kn', 'before'],
  ])('«%s» is read', (text, minuteOfDay, letters, side) => {
    expect(readCut(text, words)).toEqual({ minuteOfDay, letters, side })
  })

  it.each(['', 'tjue', '25', '20:60', '20 21', 'KN OT 20', 'fra til 20'])('«%s» is none', (text) => {
    expect(readCut(text, words)).toBeUndefined()
  })
})

describe('the time of a cut', () => {
  const span = (date: string, from: number, hours: number) => {
    const start = fromWall(date, from)
    return { start, end: start + hours * 60 }
  }

  it('is found on the day it falls on, strictly inside', () => {
    const night = span('2027-01-04', 23 * 60, 9)
    expect(instantInside(night, 3 * 60)).toBe(fromWall('2027-01-05', 3 * 60))
    expect(instantInside(night, 23 * 60)).toBeUndefined()
    expect(instantInside(night, 8 * 60)).toBeUndefined()
    expect(instantInside(night, 12 * 60)).toBeUndefined()
  })

  it('is right in the nights when the clock is set', () => {
    expect(instantInside(span('2027-03-27', 23 * 60, 8), 5 * 60)).toBe(fromWall('2027-03-28', 5 * 60))
    expect(instantInside(span('2027-03-27', 23 * 60, 8), 150)).toBeUndefined()
    // 02:30 comes twice; the first is meant.
    expect(instantInside(span('2027-10-30', 23 * 60, 10), 150)).toBe(fromWall('2027-10-31', 150, 0))
  })
})
