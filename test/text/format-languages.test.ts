import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/core/time/local-date.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import * as en from '../../src/text/en/format.ts'
import * as nb from '../../src/text/nb/format.ts'
import * as nn from '../../src/text/nn/format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const at = (date: string, hour: number, minute = 0, fold: 0 | 1 = 0) =>
  fromWall(date, hour * 60 + minute, fold)

const WEEK = Array.from({ length: 7 }, (_, index) => addDays('2027-01-04', index))
const YEAR = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}-01`)

describe('weekdays and months', () => {
  it('have names of their own in nynorsk', () => {
    expect(WEEK.map(nn.weekdayName)).toEqual([
      'måndag',
      'tysdag',
      'onsdag',
      'torsdag',
      'fredag',
      'laurdag',
      'sundag',
    ])
    expect(WEEK.map(nn.shortWeekday).join(' ')).toBe('mån. tys. ons. tor. fre. lau. sun.')
    expect(WEEK.map(nn.weekdayLetter).join('')).toBe('mtotfls')
    expect(YEAR.map((day) => nn.month(day).split(' ')[0])).toEqual([
      'januar',
      'februar',
      'mars',
      'april',
      'mai',
      'juni',
      'juli',
      'august',
      'september',
      'oktober',
      'november',
      'desember',
    ])
  })

  it('are English in English', () => {
    expect(WEEK.map(en.weekdayName).join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    )
    expect(WEEK.map(en.shortWeekday).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun')
    expect(YEAR.map(en.shortMonth).join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
    expect(YEAR.map((day) => en.month(day).split(' ')[0]).join(' ')).toBe(
      'January February March April May June July August September October November December',
    )
  })
})

/** What is said, in bokmål, nynorsk and English. */
type Row = readonly [what: string, say: (format: typeof nb) => string, nb: string, nn: string, en: string]

const night = { start: at('2027-01-04', 23), end: at('2027-01-05', 8) }
const evening = { start: at('2027-01-09', 16), end: at('2027-01-10', 0) }
const back = { start: at('2027-10-31', 2, 30, 0), end: at('2027-10-31', 2, 30, 1) }

const ROWS: readonly Row[] = [
  [
    'a date',
    (f) => f.date('2027-01-05'),
    'tirsdag 5. januar 2027',
    'tysdag 5. januar 2027',
    'Tuesday 5 January 2027',
  ],
  ['a short date', (f) => f.shortDate('2027-05-17'), 'man. 17. mai', 'mån. 17. mai', 'Mon 17 May'],
  ['a date alone', (f) => f.dateOnly('2027-03-28'), '28. mars 2027', '28. mars 2027', '28 March 2027'],
  ['a day', (f) => f.shortDayAndMonth('2027-12-24'), '24. des.', '24. des.', '24 Dec'],
  [
    'an instant',
    (f) => f.dateTime(night.start),
    'man. 4. jan. 2027 kl. 23:00',
    'mån. 4. jan. 2027 kl. 23:00',
    'Mon 4 Jan 2027, 23:00',
  ],
  ['a time after noon', (f) => f.time(at('2027-07-01', 15, 5)), '15:05', '15:05', '15:05'],
  [
    'a night',
    (f) => f.timeSpan(night),
    'man. 4. jan. 23:00 – tir. 5. jan. 08:00',
    'mån. 4. jan. 23:00 – tys. 5. jan. 08:00',
    'Mon 4 Jan 23:00 – Tue 5 Jan 08:00',
  ],
  [
    'an evening to midnight',
    (f) => f.timeSpan(evening),
    'lør. 9. jan. 16:00–24:00',
    'lau. 9. jan. 16:00–24:00',
    'Sat 9 Jan 16:00–24:00',
  ],
  [
    'the hour that comes twice',
    (f) => f.clockSpan(back),
    '02:30 (sommertid)–02:30 (vintertid)',
    '02:30 (sommartid)–02:30 (vintertid)',
    '02:30 (summer time)–02:30 (winter time)',
  ],
  [
    'days of a month',
    (f) => f.dateRange({ from: '2027-01-04', to: '2027-01-11' }),
    '4.–10. januar 2027',
    '4.–10. januar 2027',
    '4–10 January 2027',
  ],
  [
    'days of a year',
    (f) => f.dateRange({ from: '2027-01-04', to: '2027-02-15' }),
    '4. januar – 14. februar 2027',
    '4. januar – 14. februar 2027',
    '4 January – 14 February 2027',
  ],
  [
    'days over a new year',
    (f) => f.dateRange({ from: '2026-12-28', to: '2027-01-04' }),
    '28. desember 2026 – 3. januar 2027',
    '28. desember 2026 – 3. januar 2027',
    '28 December 2026 – 3 January 2027',
  ],
  [
    'days without an end',
    (f) => f.dateRange({ from: '2027-01-04', to: null }),
    'fra 4. januar 2027',
    'frå 4. januar 2027',
    'from 4 January 2027',
  ],
  ['a week', (f) => f.week('2026-W53'), 'uke 53, 2026', 'veke 53, 2026', 'week 53, 2026'],
  ['hours', (f) => f.hours(450), '7 t 30 min', '7 t 30 min', '7 h 30 min'],
  ['many hours', (f) => f.hours(12_345 * 60), '12 345 t', '12 345 t', '12,345 h'],
  ['fewer than none', (f) => f.hours(-90), '−1 t 30 min', '−1 t 30 min', '−1 h 30 min'],
  ['whole hours', (f) => f.wholeHours(38 * 60), '38 t', '38 t', '38 h'],
  ['hours of a clock', (f) => f.clockHours(10_005), '166:45', '166:45', '166:45'],
  ['a part', (f) => f.percent(0.375), '37,5 %', '37,5 %', '37.5%'],
  ['a number with decimals', (f) => f.number(1234.5, 1), '1234,5', '1234,5', '1234.5'],
  ['a large number', (f) => f.number(1_234_567), '1 234 567', '1 234 567', '1,234,567'],
  ['as few decimals as say it', (f) => f.decimal(-2.5), '−2,5', '−2,5', '−2.5'],
  ['a list', (f) => f.list(['a', 'b', 'c']), 'a, b og c', 'a, b og c', 'a, b and c'],
  ['one of many', (f) => f.count(1, 'x', 'y'), '1 x', '1 x', '1 x'],
  ['parts of many', (f) => f.count(1.5, 'x', 'y'), '1,5 y', '1,5 y', '1.5 y'],
]

describe.each(ROWS)('%s', (_, say, ...said) => {
  it.each([
    ['bokmål', nb, said[0]],
    ['nynorsk', nn, said[1]],
    ['English', en, said[2]],
  ] as const)('in %s', (_language, format, text) => {
    expect(plain(say(format))).toBe(text)
  })
})
