import { describe, expect, it } from 'vitest'
import { handoversIn } from '../../../src/core/ledger/handover.ts'
import { changeCell } from '../../../src/core/plans/timeline-change.ts'
import type { Assignment, Slice } from '../../../src/core/rota/assignment.ts'
import { makeSlice } from '../../support/make-district.ts'

const WHOLE = ['2027-01-04 16:00', '2027-01-05 08:00'] as const
const FIRST = ['2027-01-04 16:00', '2027-01-05 00:00'] as const
const SECOND = ['2027-01-05 00:00', '2027-01-05 08:00'] as const

const held = (personId: string, [from, to]: readonly [string, string], origin: Slice['origin'] = 'share') =>
  makeSlice(personId, from, to, { origin })

/** All rows of one place after each of these became what it held, as the timeline stores them. */
function historyOf(revisions: readonly (readonly Slice[])[]): Assignment[] {
  let rows: Assignment[] = []
  let ids = 0
  revisions.forEach((slices, index) => {
    const revision = index + 1
    const stamp = { revision, by: 'k', now: 0, reason: '', newId: () => `row-${ids++}` }
    const current = rows.filter((row) => row.revisionTo === null)
    const change = changeCell(current, { needId: 'h.2027-01-04.k', seat: 0, slices, note: '' }, stamp)
    const ended = new Set(change.close.map((row) => row.id))
    rows = rows.map((row) => (ended.has(row.id) ? { ...row, revisionTo: revision } : row))
    rows.push(...change.open)
  })
  return rows
}

const told = (revisions: readonly (readonly Slice[])[]) =>
  handoversIn(historyOf(revisions))
    .map(({ giver, taker, minutes }) => `${giver} to ${taker}: ${minutes}`)
    .sort()

describe('a duty', () => {
  it.each(['swap', 'voluntary', 'sick-cover'] as const)('taken over by %s is told of both', (origin) => {
    expect(told([[held('a', WHOLE)], [held('b', WHOLE, origin)]])).toEqual(['a to b: 960'])
  })

  it.each(['share', 'ordered', 'locum'] as const)('planned anew by %s is not handed over', (origin) => {
    expect(told([[held('a', WHOLE)], [held('b', WHOLE, origin)]])).toEqual([])
  })

  it('that goes from hand to hand is told at each step', () => {
    const steps = [[held('a', WHOLE)], [held('b', WHOLE, 'swap')], [held('c', WHOLE, 'sick-cover')]]
    expect(told(steps)).toEqual(['a to b: 960', 'b to c: 960'])
  })

  it('of which a half is taken is told as that half', () => {
    const steps = [[held('a', WHOLE)], [held('a', FIRST), held('b', SECOND, 'swap')]]
    expect(told(steps)).toEqual(['a to b: 480'])
  })

  it('taken from two at once is told of each', () => {
    const steps = [[held('a', FIRST), held('c', SECOND)], [held('b', WHOLE, 'voluntary')]]
    expect(told(steps)).toEqual(['a to b: 480', 'c to b: 480'])
  })

  it('whose taker then gets other hours is told by what they still hold of it', () => {
    const steps = [
      [held('a', WHOLE)],
      [held('b', WHOLE, 'swap')],
      [held('b', FIRST, 'swap'), held('c', SECOND, 'sick-cover')],
    ]
    expect(told(steps)).toEqual(['a to b: 480', 'a to b: 480', 'b to c: 480'])
  })

  it('that the coordinator gave back as planned was not handed over', () => {
    const steps = [[held('a', WHOLE)], [held('b', WHOLE, 'swap')], [held('a', WHOLE)]]
    expect(told(steps)).toEqual([])
  })

  it('that nobody held, or a locum still to be named, is taken from nobody', () => {
    const unnamed = { ...held('x', WHOLE), personId: null, positionId: 'plass-3' }
    expect(told([[], [held('b', WHOLE, 'voluntary')]])).toEqual([])
    expect(told([[unnamed], [held('b', WHOLE, 'voluntary')]])).toEqual([])
  })

  it('that somebody only shadows is neither given nor taken', () => {
    const learner = { ...held('l', WHOLE, 'swap'), shadowing: true }
    const steps = [
      [held('a', WHOLE), { ...held('m', WHOLE), shadowing: true }],
      [held('b', WHOLE, 'swap'), learner],
    ]
    expect(told(steps)).toEqual(['a to b: 960'])
  })

  it('whose note alone was changed stays as it was taken', () => {
    const rows = historyOf([[held('a', WHOLE)], [held('b', WHOLE, 'swap')]])
    const stamp = { revision: 3, by: 'k', now: 0, reason: '', newId: () => 'noted' }
    const current = rows.filter((row) => row.revisionTo === null)
    const slices = [held('b', WHOLE, 'swap')]
    const change = changeCell(current, { needId: 'h.2027-01-04.k', seat: 0, slices, note: 'ring' }, stamp)
    const after = [
      ...rows.map((row) => (row.revisionTo === null ? { ...row, revisionTo: 3 } : row)),
      ...change.open,
    ]
    expect(handoversIn(after)).toHaveLength(1)
  })
})
