import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlans, type Standing } from '../../../src/core/plans/comparison.ts'
import { type PublicationPlan, planPublication } from '../../../src/core/plans/publication.ts'
import { type Assignment, cellKey } from '../../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../../src/core/rota/draft.ts'
import { sliceOf, wholeSlice } from '../../../src/core/rota/rota.ts'
import { makeDistrict, makeLine, makeRota, roundTheClock } from '../../support/make-district.ts'
import { afterPlan, countingIds, makePublication } from '../../support/make-publication.ts'

const district = makeDistrict({
  lines: [makeLine(), makeLine({ id: 's', form: 'on-site', windows: roundTheClock({ number: 2 }) })],
})
// Over the night the clock goes back.
const period = { from: '2027-10-25', to: '2027-11-08' }
const { needs } = makeRota({ district, ...period })
const places = needs.flatMap((need) => Array.from({ length: need.number }, (_, seat) => ({ need, seat })))
const runs = { seed: 11, numRuns: 40 }

const holder = fc.constantFrom('a', 'b', 'c', null)
const plan = fc.array(holder, { minLength: places.length, maxLength: places.length }).map((holders) => {
  const cells = places.map(({ need, seat }, index): DraftCell => {
    const personId = holders[index] ?? null
    const slices = personId === null ? [] : [wholeSlice(need, personId)]
    return { needId: need.id, seat, slices, locked: false, note: '', edit: 0 }
  })
  return new Map(cells.map((cell) => [cellKey(cell), cell]))
})

/** A part: some of the lines, and some of the dates. */
const part = fc.record({
  lineIds: fc.constantFrom(['h'], ['s'], ['h', 's']),
  from: fc.constantFrom('2027-10-25', '2027-10-29', '2027-10-31'),
  to: fc.constantFrom('2027-11-01', '2027-11-03', '2027-11-08'),
})

type Part = { readonly lineIds: readonly string[]; readonly from: string; readonly to: string }

function publish(
  draftCells: ReadonlyMap<string, DraftCell>,
  timeline: readonly Assignment[],
  revision: number,
  own: Part,
) {
  const newId = countingIds()
  const ids = () => `${revision}-${newId()}`
  return planPublication(
    makePublication({ ...own, needs, draftCells, timeline, revision, newId: ids, draftId: 'd' }),
  )
}

function standsAfter(
  timeline: readonly Assignment[],
  result: ReturnType<typeof publish>,
): readonly Assignment[] {
  return result.kind === 'planned' ? afterPlan(timeline, result.plan as PublicationPlan) : timeline
}

function standing(timeline: readonly Assignment[]): Standing {
  const rows = Map.groupBy(timeline, cellKey)
  return { needs, cells: new Map([...rows].map(([key, own]) => [key, { slices: own.map(sliceOf) }])) }
}

const isIn = ({ lineIds, from, to }: Part, { lineId, date }: (typeof needs)[number]) =>
  lineIds.includes(lineId) && date >= from && date < to

describe('a partial publication', () => {
  it('changes exactly the chosen lines and dates: they become the draft’s, all else stays', () => {
    fc.assert(
      fc.property(plan, plan, part, (former, draft, own) => {
        const timeline = standsAfter([], publish(former, [], 0, { lineIds: ['h', 's'], ...period }))
        const now = standsAfter(timeline, publish(draft, timeline, 1, own))
        const changed = comparePlans(standing(timeline), standing(now), period).places
        expect(changed.filter(({ need }) => !isIn(own, need))).toEqual([])
        const left = comparePlans(standing(now), { needs, cells: draft }, period).places
        expect(left.filter(({ need }) => isIn(own, need))).toEqual([])
        const outside = comparePlans(standing(timeline), { needs, cells: draft }, period).places
        expect(left).toEqual(outside.filter(({ need }) => !isIn(own, need)))
      }),
      runs,
    )
  })

  it('followed by the other equals the whole at once, in either order', () => {
    const line = (lineId: string): Part => ({ lineIds: [lineId], ...period })
    fc.assert(
      fc.property(plan, plan, fc.boolean(), (former, draft, isTurned) => {
        const timeline = standsAfter([], publish(former, [], 0, { lineIds: ['h', 's'], ...period }))
        const order = isTurned ? [line('s'), line('h')] : [line('h'), line('s')]
        const inParts = order.reduce<readonly Assignment[]>(
          (rows, own, index) => standsAfter(rows, publish(draft, rows, index + 1, own)),
          timeline,
        )
        const once = standsAfter(timeline, publish(draft, timeline, 1, { lineIds: ['h', 's'], ...period }))
        expect(comparePlans(standing(inParts), standing(once), period)).toEqual({ persons: [], places: [] })
      }),
      runs,
    )
  })
})

describe('two plans', () => {
  it('are alike when they are the same, and differ the same both ways', () => {
    fc.assert(
      fc.property(plan, plan, (one, other) => {
        const a = { needs, cells: one }
        const b = { needs, cells: other }
        expect(comparePlans(a, a, period)).toEqual({ persons: [], places: [] })
        const there = comparePlans(a, b, period)
        const back = comparePlans(b, a, period)
        expect(back.places.map(cellKey)).toEqual(there.places.map(cellKey))
        expect(back.places.map(({ before }) => before)).toEqual(there.places.map(({ after: own }) => own))
        expect(there.persons.map(({ gained }) => gained)).toEqual(back.persons.map(({ lost }) => lost))
      }),
      runs,
    )
  })

  it('tell a duty that is asked for otherwise, and one that only one of them asks for', () => {
    const [first, second] = needs as [(typeof needs)[number], (typeof needs)[number]]
    const shorter = { ...first, end: first.end - 60 }
    const had = {
      needs: [first, second],
      cells: new Map([[cellKey({ needId: first.id, seat: 0 }), held(first, 'a')]]),
    }
    const has = {
      needs: [shorter],
      cells: new Map([[cellKey({ needId: first.id, seat: 0 }), held(first, 'a')]]),
    }
    const { persons, places } = comparePlans(had, has, period)
    expect(persons).toEqual([{ personId: 'a', gained: [], lost: [], moved: [first.id] }])
    expect(places.map(({ isNeedChanged, after: own }) => [isNeedChanged, own === null])).toEqual(
      second.number === 1
        ? [
            [true, false],
            [false, true],
          ]
        : [
            [true, false],
            [false, true],
            [false, true],
          ],
    )
  })
})

function held(need: (typeof needs)[number], personId: string) {
  return { slices: [wholeSlice(need, personId)] }
}
