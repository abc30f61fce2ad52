import type { CellRef } from '../rota/assignment.ts'
import { type Interval, overlaps } from '../time/interval.ts'

/** In which revisions a need stood on the timeline; `to` is exclusive, null = it still stands. */
export interface Presence {
  readonly from: number
  readonly to: number | null
}

/** What a need asked for until a revision (exclusive); null = as it is now. */
export interface NeedForm extends Interval {
  readonly number: number
  readonly until: number | null
}

/** Whether a place that nobody holds is still asked for, and the revisions since `revision` with which that turned. */
export interface Standing {
  readonly isOpen: boolean
  readonly turns: readonly number[]
}

/**
 * How the hours of a place have stood since somebody lost them with `revision`. `forms` by their ends, the last as it is now.
 */
export function standingSince(
  revision: number,
  { seat, start, end }: Interval & Pick<CellRef, 'seat'>,
  presences: readonly Presence[],
  forms: readonly NeedForm[],
): Standing {
  const isAsked = (at: number) => {
    const form = forms.find(({ until }) => until === null || until > at)
    const isThere = presences.some(({ from, to }) => from <= at && (to === null || to > at))
    return isThere && form !== undefined && form.number > seat && overlaps(form, { start, end })
  }
  const moments = [...presences.flatMap(({ from, to }) => [from, to]), ...forms.map(({ until }) => until)]
  const later = [...new Set(moments)].filter((at): at is number => at !== null && at > revision)
  later.sort((a, b) => a - b)
  let isOpen = isAsked(revision)
  const turns = later.filter((at) => {
    const isTurned = isAsked(at) !== isOpen
    if (isTurned) isOpen = !isOpen
    return isTurned
  })
  return { isOpen, turns }
}
