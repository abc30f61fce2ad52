import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/core/rota/agreement.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { worstWeekOf } from '../../src/usecases/worst-week.ts'
import { makeDistrict } from '../support/make-district.ts'

/** Two weeks from Monday 4 January 2027: `b` has the second week whole, `a` the Monday of the first. */
function rotaWith(agreement: Agreement): Rota {
  const district = makeDistrict({ agreement })
  const needs = district.lines.flatMap((line) => needsOf(line, '2027-01-04', '2027-01-18'))
  const held = needs.filter(({ date }) => date === '2027-01-04' || date >= '2027-01-11')
  const cells = held.map((need): [string, Cell] => {
    const slices = [wholeSlice(need, need.date >= '2027-01-11' ? 'b' : 'a')]
    return [
      cellKey({ needId: need.id, seat: 0 }),
      { needId: need.id, seat: 0, slices, locked: false, note: '' },
    ]
  })
  return { district, from: '2027-01-04', to: '2027-01-18', needs, cells: new Map(cells), elsewhere: [] }
}

const value = (status: 'adopted' | 'reference', parameter: 'weeklyDutyMinutes', minutes: number) =>
  ({
    ...{ parameter, value: minutes, status, from: '2020-01-01', to: null },
    ...{ source: '', author: '', decidedOn: null },
  }) as const

describe('the worst week of a rota', () => {
  it('names the doctor, the week and the hours of duty, and the line that every district starts with', () => {
    // Mon–Fri 16–08 and Sat–Sun 08–08, less the eight hours that lie in the week after.
    expect(worstWeekOf(rotaWith([]))).toEqual({
      personId: 'b',
      week: '2027-W02',
      dutyMinutes: (5 * 16 + 2 * 24 - 8) * 60,
      passed: { minutes: 60 * 60, isAdopted: false },
    })
  })

  it('tells the lowest limit that is passed, and of one that the district adopted that it is', () => {
    const of = (...agreement: Agreement) => worstWeekOf(rotaWith(agreement))?.passed
    expect(of(value('adopted', 'weeklyDutyMinutes', 3000))).toEqual({ minutes: 3000, isAdopted: true })
    expect(of(value('reference', 'weeklyDutyMinutes', 3000))).toEqual({ minutes: 3000, isAdopted: false })
    expect(of(value('adopted', 'weeklyDutyMinutes', 6000))).toEqual({ minutes: 3600, isAdopted: false })
  })

  it('is nobody’s where nobody has duty', () => {
    expect(worstWeekOf({ ...rotaWith([]), cells: new Map() })).toBeNull()
  })
})
