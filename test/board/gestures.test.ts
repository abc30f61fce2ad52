import { describe, expect, it } from 'vitest'
import {
  copyBy,
  counterpart,
  daysBetweenWeeks,
  give,
  type Plan,
  placesOfBlock,
  placesOfHalfBlock,
  placesOfWeek,
  planOf,
  repeatWeekly,
  wholeTarget,
} from '../../src/board/gestures.ts'
import { wantedBy } from '../../src/core/plans/step.ts'
import { type CellRef, cellKey } from '../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { minutesOf } from '../../src/core/time/interval.ts'
import { filledExample } from '../support/filled-example.ts'

/** Ten empty weeks of an example over the end of summer time, 2027-10-31. */
function emptyPlan(name: 'fjordane' | 'nordoey', from = '2027-09-06'): Plan {
  return planOf(filledExample(name, from, 10).needs, new Map())
}

/** A plan in which these places are held, some of them locked. */
function held(plan: Plan, places: readonly CellRef[], personId = 'a', locked = false): Plan {
  const cells = new Map(plan.cells)
  for (const { needId, seat } of places) {
    const slices = [wholeSlice(plan.needs.get(needId) as Need, personId)]
    const cell: DraftCell = { needId, seat, slices, locked, note: '', edit: 1 }
    cells.set(cellKey(cell), cell)
  }
  return { ...plan, cells }
}

const evening = (date: string): CellRef => ({ needId: `fjordane-kveld.${date}.kveld`, seat: 0 })
const needIds = (list: readonly { cell: CellRef }[]) => list.map(({ cell }) => cell.needId)

describe('giving', () => {
  it('assigns whole duties, and leaves locked ones alone', () => {
    const plan = held(emptyPlan('fjordane'), [evening('2027-09-07')], 'b', true)
    const targets = [evening('2027-09-06'), evening('2027-09-07')].map((place) => wholeTarget(plan, place))
    expect(give(plan, targets, 'a')).toEqual({
      intents: [{ kind: 'assign', cell: evening('2027-09-06'), personId: 'a' }],
      locked: [evening('2027-09-07')],
      missing: 0,
    })
  })

  it('gives two parts of one duty in one go, and makes it whole when they are all of it', () => {
    const plan = held(emptyPlan('fjordane'), [evening('2027-09-06')], 'b')
    const { part, ...place } = wholeTarget(plan, evening('2027-09-06'))
    const middle = part.start + 60
    const parts = [
      { ...place, part: { start: part.start, end: middle } },
      { ...place, part: { start: middle, end: part.end } },
    ]
    expect(give(plan, parts, 'a').intents).toEqual([{ kind: 'assign', cell: place, personId: 'a' }])
    const [intent] = give(plan, parts.slice(0, 1), null).intents
    expect(intent).toMatchObject({ kind: 'slice', slices: [{ start: middle, end: part.end, personId: 'b' }] })
  })
})

describe('repeating', () => {
  it('takes every n-th week after the pattern up to and including the last day', () => {
    const plan = held(emptyPlan('fjordane'), [evening('2027-09-06')])
    const range = { every: 3, from: '2027-09-06', to: '2027-11-08' }
    const { intents } = repeatWeekly(plan, [evening('2027-09-06')], range)
    expect(needIds(intents)).toEqual(
      ['2027-09-27', '2027-10-18', '2027-11-08'].map((date) => evening(date).needId),
    )
  })

  it('begins no earlier than asked, repeats nothing that is open, and nothing every zeroth week', () => {
    const plan = held(emptyPlan('fjordane'), [evening('2027-09-06')])
    const source = [evening('2027-09-06'), evening('2027-09-07')]
    const late = repeatWeekly(plan, source, { every: 1, from: '2027-10-01', to: '2027-10-12' })
    expect(needIds(late.intents)).toEqual(['2027-10-04', '2027-10-11'].map((date) => evening(date).needId))
    expect(repeatWeekly(plan, source, { every: 0, from: '2027-09-06', to: '2027-12-01' }).intents).toEqual([])
  })

  it('keeps parts at their time on the clock when the clock is set', () => {
    const source = { needId: 'fjordane-natt.2027-10-23.helgenatt', seat: 0 }
    const plan = emptyPlan('fjordane')
    const need = plan.needs.get(source.needId) as Need
    const slices = [{ ...wholeSlice(need, 'a'), start: need.end - 120 }]
    const cells = new Map([[cellKey(source), { ...source, slices, locked: false, note: '', edit: 1 }]])
    const gesture = repeatWeekly({ ...plan, cells }, [source], {
      every: 1,
      from: '2027-10-23',
      to: '2027-10-30',
    })
    const night = plan.needs.get('fjordane-natt.2027-10-30.helgenatt') as Need
    expect(minutesOf(night) - minutesOf(need)).toBe(60)
    expect(gesture.intents).toMatchObject([
      { kind: 'slice', slices: [{ start: night.end - 120, end: night.end }] },
    ])
  })
})

describe('copying', () => {
  it('lays a week over another, whatever day one stands on, and tells what is not there', () => {
    const plan = emptyPlan('fjordane', '2027-04-26')
    const week = placesOfWeek(plan, '2027-05-03', ['fjordane-kveld'])
    const full = held(plan, week)
    const days = daysBetweenWeeks('2027-05-06', '2027-05-18')
    expect(days).toBe(14)
    const gesture = copyBy(full, week, days, full.cells)
    // Whit Monday and the 17th of May are Sundays to the templates, so ordinary evenings lack a counterpart.
    expect(gesture.intents.length + gesture.missing).toBe(week.length)
    expect(gesture.missing).toBeGreaterThan(0)
  })

  it('copies what was held then, though it is gone now', () => {
    const plan = emptyPlan('fjordane')
    const before = held(plan, [evening('2027-09-06')])
    expect(copyBy(plan, [evening('2027-09-06')], 1, before.cells).intents).toEqual([
      { kind: 'assign', cell: evening('2027-09-07'), personId: 'a' },
    ])
  })

  it('finds the same duty of another day by window, then by name', () => {
    const plan = emptyPlan('fjordane')
    const monday = plan.needs.get(evening('2027-09-06').needId) as Need
    expect(counterpart(plan, monday, '2027-09-07')?.id).toBe(evening('2027-09-07').needId)
    expect(counterpart(plan, monday, '2030-01-01')).toBeUndefined()
  })
})

describe('blocks', () => {
  it('are all duties of a line with one block, by start; a duty without one stands alone', () => {
    const plan = emptyPlan('fjordane')
    const saturday = { needId: 'fjordane-natt.2027-09-11.helgenatt', seat: 0 }
    expect(placesOfBlock(plan, saturday).map(({ needId }) => needId)).toEqual([
      'fjordane-natt.2027-09-11.helgenatt',
      'fjordane-natt.2027-09-12.helgenatt',
    ])
    expect(placesOfBlock(plan, evening('2027-09-06'))).toEqual([evening('2027-09-06')])
  })

  it('fall into two halves that make the whole, most alike in length', () => {
    const plan = emptyPlan('nordoey')
    const blocks = Map.groupBy(plan.needs.values(), (need) => need.blockId ?? '')
    blocks.delete('')
    expect(blocks.size).toBeGreaterThan(10)
    for (const needs of blocks.values()) {
      const [first, last] = [needs[0] as Need, needs.at(-1) as Need]
      const halves = [first, last].map((need) => placesOfHalfBlock(plan, { needId: need.id, seat: 0 }))
      const all = placesOfBlock(plan, { needId: first.id, seat: 0 })
      if (all.length > 1) expect(halves.flat()).toEqual(all)
      const [one, other] = halves.map((half) =>
        half.reduce((sum, { needId }) => sum + minutesOf(plan.needs.get(needId) as Need), 0),
      ) as [number, number]
      const longest = Math.max(...needs.map(minutesOf))
      if (all.length > 1) expect(Math.abs(one - other)).toBeLessThanOrEqual(longest)
    }
  })
})

describe('a gesture as one step', () => {
  it('leaves each place once, as the step’s own arithmetic has it', () => {
    const plan = emptyPlan('fjordane')
    const week = placesOfWeek(plan, '2027-09-13', null)
    const { intents } = give(
      plan,
      week.map((place) => wholeTarget(plan, place)),
      'a',
    )
    const wanted = wantedBy({ kind: 'sweep', intents }, plan.cells, plan.needs)
    expect(new Set(wanted.map(cellKey)).size).toBe(week.length)
    expect(wanted.every(({ after }) => after.slices[0]?.personId === 'a')).toBe(true)
  })
})
