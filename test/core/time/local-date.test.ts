import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  cutAt,
  type DateRange,
  datesIn,
  daysBetween,
  edgesOf,
  fromDayNumber,
  holdsOn,
  isLocalDate,
  mondayOf,
  rangesOverlap,
  toDayNumber,
  weekdayOf,
  yearOf,
} from '../../../src/core/time/local-date.ts'

const range = (from: string, to: string | null): DateRange => ({ from, to })

describe('local dates', () => {
  it('agree with the built-in UTC calendar on every day from 1890 to 2110', () => {
    const wrong: string[] = []
    for (let n = Date.UTC(1890, 0, 1) / 86_400_000; n < Date.UTC(2110, 0, 1) / 86_400_000; n++) {
      const expected = new Date(n * 86_400_000)
      const text = expected.toISOString().slice(0, 10)
      const weekday = expected.getUTCDay() || 7
      const right = fromDayNumber(n) === text && toDayNumber(text) === n && weekdayOf(text) === weekday
      if (!right) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it('reach from year 0000 to year 9999 and no further', () => {
    expect(fromDayNumber(toDayNumber('0000-01-01'))).toBe('0000-01-01')
    expect(fromDayNumber(toDayNumber('9999-12-31'))).toBe('9999-12-31')
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it.each(['2027-02-28', '2028-02-29', '2000-02-29', '2027-12-31', '0000-02-29'])(
    'know %s as real',
    (text) => {
      expect(isLocalDate(text)).toBe(true)
    },
  )

  it.each([
    '',
    '2027-02-29',
    '2100-02-29',
    '2027-04-31',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '2027-01-32',
    '2027-1-1',
    '27-01-01',
    '2027/01/01',
    '2027-01-01 ',
    '2027-01-01T00:00',
    '２027-01-01',
    'abcd-ef-gh',
  ])("refuse '%s'", (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => toDayNumber(text)).toThrow(`'${text}'`)
  })

  it('count days over the end of a year and backwards', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2027-03-01', '2028-03-01')).toBe(366)
    expect(daysBetween('2028-03-01', '2027-03-01')).toBe(-366)
    expect(yearOf('2027-03-01')).toBe(2027)
  })

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-10-31', 1, '2027-11-30'],
    ['2027-11-15', 3, '2028-02-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-03-31', -13, '2026-02-28'],
    ['2027-03-31', 0, '2027-03-31'],
  ])('take %s plus %i months to %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('refuse to add months to a date that is not real or past year 9999', () => {
    expect(() => addMonths('2027-02-30', 1)).toThrow(RangeError)
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError)
  })
})

describe('date ranges', () => {
  it('list the first date and not the last', () => {
    expect(datesIn(range('2027-02-27', '2027-03-02'))).toEqual(['2027-02-27', '2027-02-28', '2027-03-01'])
    expect(datesIn(range('2027-02-27', '2027-02-27'))).toEqual([])
    expect(datesIn(range('2027-02-27', '2027-02-26'))).toEqual([])
  })

  it('cannot be listed without an end', () => {
    expect(() => datesIn(range('2027-02-27', null))).toThrow('2027-02-27')
  })

  it.each([
    ['2027-01-01', '2027-02-01', '2026-12-31', false],
    ['2027-01-01', '2027-02-01', '2027-01-01', true],
    ['2027-01-01', '2027-02-01', '2027-01-31', true],
    ['2027-01-01', '2027-02-01', '2027-02-01', false],
    ['2027-01-01', null, '2090-01-01', true],
    ['2027-01-01', null, '2026-12-31', false],
  ])('from %s to %s on %s: %s', (from, to, date, expected) => {
    expect(holdsOn(range(from, to), date)).toBe(expected)
  })

  it.each([
    ['share days', range('2027-01-01', '2027-01-10'), range('2027-01-09', '2027-01-20'), true],
    ['touch', range('2027-01-01', '2027-01-10'), range('2027-01-10', '2027-01-20'), false],
    ['lie apart', range('2027-01-01', '2027-01-10'), range('2027-02-01', '2027-02-20'), false],
    ['hold one another', range('2027-01-01', '2027-03-01'), range('2027-02-01', '2027-02-02'), true],
    ['are both open', range('2027-01-01', null), range('2030-01-01', null), true],
    ['touch, one open', range('2027-01-01', '2030-01-01'), range('2030-01-01', null), false],
    ['overlap, one open', range('2027-01-01', '2030-01-02'), range('2030-01-01', null), true],
    ['are one empty', range('2027-01-01', '2027-01-10'), range('2027-01-05', '2027-01-05'), false],
  ])('that %s overlap or not, from either side', (_, a, b, expected) => {
    expect(rangesOverlap(a, b)).toBe(expected)
    expect(rangesOverlap(b, a)).toBe(expected)
  })
})

describe('dates cut at edges', () => {
  const dates = { from: '2027-01-04', to: '2027-01-18' }

  it('are one stretch without an edge inside, and none when empty', () => {
    expect(cutAt(dates, ['2027-01-04', '2027-01-18', '2026-12-01', '2028-01-01'])).toEqual([dates])
    expect(cutAt({ from: dates.from, to: dates.from }, ['2027-01-04'])).toEqual([])
  })

  it('are cut once at each edge inside, in order, and together are the whole', () => {
    const edges = edgesOf([range('2027-01-11', null), range('2027-01-05', '2027-01-11')])
    expect(cutAt(dates, edges)).toEqual([
      { from: '2027-01-04', to: '2027-01-05' },
      { from: '2027-01-05', to: '2027-01-11' },
      { from: '2027-01-11', to: '2027-01-18' },
    ])
  })
})

describe('the Monday of a date', () => {
  it.each([
    ['2027-01-04', '2027-01-04'],
    ['2027-01-10', '2027-01-04'],
    ['2027-01-01', '2026-12-28'],
    ['1969-12-31', '1969-12-29'],
  ])('%s is %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday)
  })
})
