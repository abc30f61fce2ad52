import { describe, expect, it } from 'vitest'
import { viewBoard } from '../../src/board/board-view.ts'
import { doctorWeeks, weekRows } from '../../src/board/weeks.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { makeDistrict, makeDoctor, makeLine, makeWindow } from '../support/make-district.ts'

const FROM = '2027-01-04'
const TO = '2027-01-18'

/** Two weeks of one duty a day, held by whom `holder` says of the day's index. */
function viewOf(holder: (index: number) => string | null) {
  const line = makeLine({ windows: [makeWindow('d', ['weekday', 'saturday', 'sunday'], '16:00', '08:00')] })
  const away = { id: '1', from: '2027-01-11', certainFrom: '2027-01-11', to: '2027-01-18' }
  const district = makeDistrict({
    lines: [line],
    doctors: [makeDoctor('a'), makeDoctor('b', { absences: [away] })],
  })
  const needs = needsOf(line, FROM, TO)
  const cells = needs.flatMap((need, index): Cell[] => {
    const personId = holder(index)
    if (personId === null) return []
    return [{ needId: need.id, seat: 0, slices: [wholeSlice(need, personId)], locked: false, note: '' }]
  })
  const rota: Rota = {
    district,
    from: FROM,
    to: TO,
    needs,
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    elsewhere: [],
  }
  const draft = {
    id: 'd',
    name: '',
    from: FROM,
    to: TO,
    lineIds: [line.id],
    baseRevision: 0,
    status: 'draft',
  } as const
  return viewBoard({ district, rota, draft, violations: [], waivers: [] })
}

const runs = (holder: (index: number) => string | null) =>
  [...(weekRows(viewOf(holder))[0]?.byWeek ?? [])].map(([week, own]) => [
    week,
    own.map(({ entries: [first], isWhole, first: from, last }) => [
      first.slice?.personId ?? null,
      isWhole,
      from,
      last,
    ]),
  ])

describe('lines by week', () => {
  it('give a week to whoever holds all of it', () => {
    expect(runs((index) => (index < 7 ? 'a' : 'b'))).toEqual([
      ['2027-W01', [['a', true, 1, 7]]],
      ['2027-W02', [['b', true, 1, 7]]],
    ])
  })

  it('cut a week where the holder changes, and where it is open', () => {
    expect(runs((index) => (index < 3 ? 'a' : index < 5 ? null : 'b'))[0]).toEqual([
      '2027-W01',
      [
        ['a', false, 1, 3],
        [null, false, 4, 5],
        ['b', false, 6, 7],
      ],
    ])
  })

  it('tell which weeks a doctor is away from first to last', () => {
    const [, second] = doctorWeeks(viewOf(() => 'a'))
    expect([...(second?.away ?? [])]).toEqual(['2027-W02'])
    expect(second?.byWeek.size).toBe(0)
  })
})
