import { type Assignment, cellKey, type Origin } from '../rota/assignment.ts'
import type { NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type Interval, intersection, minutesOf } from '../time/interval.ts'

/** Minutes of one duty that one doctor gave away and another took. */
export interface Handover {
  readonly giver: PersonId
  readonly taker: PersonId
  readonly needId: NeedId
  readonly minutes: number
}

/**
 * Who took what from whom, from all rows of some duties, closed ones too: read back from who holds them now, for as long as
 * the rows came by swap, of the taker's own will or for sickness. From A to B to C is two handovers; what was planned anew
 * or had no holder is none.
 */
export function handoversIn(assignments: readonly Assignment[]): Handover[] {
  return [...Map.groupBy(assignments, cellKey).values()].flatMap((rows) =>
    // Nothing was handed over where the seat has had one row.
    rows.length < 2
      ? []
      : rows.filter((row) => row.revisionTo === null).flatMap((row) => handoversTo(row, row, rows)),
  )
}

const TAKEN_OVER: ReadonlySet<Origin> = new Set(['swap', 'voluntary', 'sick-cover'])

function handoversTo(row: Assignment, part: Interval, rows: readonly Assignment[]): Handover[] {
  const { personId: taker, needId } = row
  if (taker === null || row.shadowing || !TAKEN_OVER.has(row.origin)) return []
  const formers = rows.filter((former) => former.revisionTo === row.revisionFrom && !former.shadowing)
  return formers.flatMap((former) => {
    const shared = intersection(former, part)
    if (!shared || former.personId === null) return []
    const earlier = handoversTo(former, shared, rows)
    if (former.personId === taker) return earlier
    return [...earlier, { giver: former.personId, taker, needId, minutes: minutesOf(shared) }]
  })
}
