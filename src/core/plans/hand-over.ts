import type { Slice } from '../rota/assignment.ts'
import type { PersonId } from '../rota/person.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'

/**
 * What a place holds once `span` of it belongs to a person, or to nobody. What others hold outside it stands, and so do
 * those who learn; whoever takes it over learns there no more.
 */
export function handOver(slices: readonly Slice[], span: Interval, personId: PersonId | null): Slice[] {
  const rest = slices.flatMap((slice) =>
    slice.shadowing && slice.personId !== personId ? [slice] : outside(slice, span),
  )
  const own: Slice[] =
    personId === null
      ? []
      : [{ start: span.start, end: span.end, personId, positionId: null, origin: 'share', shadowing: false }]
  return joined([...rest, ...own].sort((a, b) => a.start - b.start))
}

function outside(slice: Slice, span: Interval): Slice[] {
  return subtractIntervals([slice], [span]).map(({ start, end }) => ({ ...slice, start, end }))
}

/** Neighbouring parts of one doctor become one. */
function joined(slices: readonly Slice[]): Slice[] {
  const list: Slice[] = []
  for (const slice of slices) {
    const before = list.findLastIndex((former) => isSameHolder(former, slice) && former.end === slice.start)
    const former = list[before]
    if (former) list[before] = { ...former, end: slice.end }
    else list.push(slice)
  }
  return list
}

function isSameHolder(a: Slice, b: Slice): boolean {
  return (
    a.personId === b.personId &&
    a.positionId === b.positionId &&
    a.origin === b.origin &&
    a.shadowing === b.shadowing
  )
}
