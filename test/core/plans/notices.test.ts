import { describe, expect, it } from 'vitest'
import { type Notice, planNotices } from '../../../src/core/plans/notices.ts'
import type { Assignment } from '../../../src/core/rota/assignment.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { fromUtcText } from '../../../src/core/time/minute.ts'
import { assignmentOf, needAt } from '../../data/sample-timeline.ts'

const now = fromUtcText('2027-01-04T12:00Z')
const HOUR = 60

const tonight = needAt('2027-01-04T15:00Z', 16)
const going = needAt('2027-01-04T07:00Z', 8)
const over = needAt('2027-01-03T15:00Z', 16)
const later = needAt('2027-03-27T22:00Z', 8)
/** Begins exactly 48 hours from now, and a minute after that. */
const edge = needAt('2027-01-06T12:00Z', 8)
const past = needAt('2027-01-06T12:01Z', 8)
const needs = [tonight, going, over, later, edge, past]

function notices(
  closed: readonly Assignment[],
  opened: readonly Assignment[],
  formerNeeds: readonly Need[] = needs,
  changed: readonly Need[] = [],
): Notice[] {
  return planNotices({ closed, opened, formerNeeds, needs: changed, now })
}

const urgent = (personId: string, soonestAt: number, latestAt = soonestAt) => ({
  personId,
  soonestAt,
  latestAt,
  isUrgent: true,
})

describe('whom a change of the timeline is told', () => {
  it('is one who loses and one who gains, by id', () => {
    expect(notices([assignmentOf(tonight, 'b', 1)], [assignmentOf(tonight, 'a', 2)])).toEqual([
      urgent('a', tonight.start),
      urgent('b', tonight.start),
    ])
  })

  it('is nobody where only a note, an origin or the seat is another, or a position holds it', () => {
    const before = assignmentOf(tonight, 'a', 1)
    const kept = { chainId: before.id, note: 'Ring først', origin: 'swap' } as const
    expect(notices([before], [assignmentOf(tonight, 'a', 2, kept)])).toEqual([])
    expect(notices([before], [assignmentOf(tonight, 'a', 2, { seat: 1 })])).toEqual([])
    expect(notices([], [assignmentOf(tonight, null, 2, { positionId: 'q' })])).toEqual([])
  })

  it('is nobody where the duty asks for another number or pay, and its holder where its form changes', () => {
    const before = assignmentOf(tonight, 'a', 1)
    const after = assignmentOf(tonight, 'a', 2, { chainId: before.id })
    const paid = { start: tonight.start, end: tonight.start + HOUR }
    expect(notices([before], [after], needs, [{ ...tonight, number: 2, paid }])).toEqual([])
    const pieces = [{ form: 'on-site' as const, start: tonight.start, end: tonight.end }]
    expect(notices([before], [after], needs, [{ ...tonight, pieces }])).toEqual([urgent('a', tonight.start)])
  })
})

describe('how soon a change matters', () => {
  it('is urgent to 48 hours before it begins, and not a minute more', () => {
    expect(notices([], [assignmentOf(edge, 'a', 2)])).toEqual([urgent('a', edge.start)])
    expect(notices([], [assignmentOf(past, 'a', 2)])).toMatchObject([
      { soonestAt: past.start, latestAt: past.start, isUrgent: false },
    ])
  })

  it('reckons from the first time, old or new, and waits until the last of those within 48 hours', () => {
    const before = assignmentOf(tonight, 'a', 1)
    const moved = assignmentOf(tonight, 'a', 2, { chainId: before.id, start: tonight.start + 2 * HOUR })
    expect(notices([before], [moved])).toEqual([urgent('a', tonight.start, moved.start)])
    const opened = [assignmentOf(edge, 'a', 2), assignmentOf(later, 'a', 2)]
    expect(notices([before], opened)).toEqual([urgent('a', tonight.start, edge.start)])
  })

  it('looks past a start that has been to the one that is ahead', () => {
    expect(notices([assignmentOf(over, 'a', 1)], [assignmentOf(later, 'a', 2)])).toMatchObject([
      { soonestAt: later.start, isUrgent: false },
    ])
  })

  it('is urgent for a duty that is going on and is moved to another day', () => {
    const before = assignmentOf(going, 'a', 1)
    expect(notices([before], [assignmentOf(later, 'a', 2)])).toEqual([urgent('a', going.end)])
  })

  it('is urgent by its end while the duty goes on, and not at all when it is over', () => {
    const before = assignmentOf(going, 'a', 1)
    const longer = assignmentOf(going, 'a', 2, { chainId: before.id, end: going.end + 2 * HOUR })
    expect(notices([before], [longer])).toEqual([urgent('a', going.end, longer.end)])
    expect(notices([assignmentOf(over, 'a', 1)], [assignmentOf(over, 'b', 2)])).toEqual([
      { personId: 'a', soonestAt: over.start, latestAt: over.start, isUrgent: false },
      { personId: 'b', soonestAt: over.start, latestAt: over.start, isUrgent: false },
    ])
  })
})
