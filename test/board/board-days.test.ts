import { describe, expect, it } from 'vitest'
import { boardDays, boardStart, boardWeeks, notableDays } from '../../src/board/board-days.ts'
import { boardStateOf } from '../../src/web/board/board-state.ts'

describe('the days of a board', () => {
  it.each([
    ['2027-01-04', '2027-01-04'],
    ['2027-01-10', '2027-01-04'],
    ['2027-01-01', '2026-12-28'],
  ])('start on the Monday on or before %s', (date, monday) => {
    expect(boardStart(date)).toBe(monday)
  })

  it('are six weeks, told by ISO week', () => {
    const weeks = boardWeeks(boardDays('2026-12-28'))
    expect(weeks.map((week) => week.week)).toEqual([
      '2026-W53',
      '2027-W01',
      '2027-W02',
      '2027-W03',
      '2027-W04',
      '2027-W05',
    ])
    expect(weeks.every((week) => week.days === 7)).toBe(true)
  })

  it('tell Easter and the short night of summer time', () => {
    const days = notableDays(boardDays('2027-03-22'))
    expect(
      days.map(({ date, holiday, isEve, clockChange }) => [date, holiday ?? null, isEve, clockChange]),
    ).toEqual([
      ['2027-03-25', 'maundy-thursday', false, null],
      ['2027-03-26', 'good-friday', false, null],
      ['2027-03-27', null, true, null],
      ['2027-03-28', 'easter-sunday', false, 'forward'],
      ['2027-03-29', 'easter-monday', false, null],
      ['2027-05-01', 'labour-day', false, null],
    ])
  })

  it('tell the long night when summer time ends', () => {
    expect(notableDays(boardDays('2027-10-25'))).toMatchObject([{ date: '2027-10-31', clockChange: 'back' }])
  })
})

describe('the board that an address asks for', () => {
  const asked = (query: Record<string, string>) =>
    boardStateOf({ query: (name) => query[name] }, '2027-01-06')

  it.each([
    [{}, { from: '2027-01-04', view: 'doctors' }],
    [
      { from: '2027-03-28', view: 'lines' },
      { from: '2027-03-22', view: 'lines' },
    ],
    [
      { from: '2027-02-30', view: 'pie' },
      { from: '2027-01-04', view: 'doctors' },
    ],
    [{ from: '1500-01-01' }, { from: '2027-01-04', view: 'doctors' }],
    [{ from: '9999-12-31' }, { from: '2027-01-04', view: 'doctors' }],
  ])('is %j → %j', (query, state) => {
    expect(asked(query)).toMatchObject(state)
  })
})
