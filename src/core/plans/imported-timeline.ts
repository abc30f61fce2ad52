import { type Assignment, cellKey } from '../rota/assignment.ts'
import type { Need } from '../rota/need.ts'
import { addDays } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { type PublicationPlan, toPlan } from './publication.ts'
import { changeCell } from './timeline-change.ts'

/** A published rota as a district file carries it: what is needed and who holds it, without how it came about. */
export interface ImportedTimeline {
  readonly needs: readonly Need[]
  readonly holdings: readonly Holding[]
}

export type Holding = Pick<
  Assignment,
  'needId' | 'seat' | 'start' | 'end' | 'personId' | 'positionId' | 'origin' | 'shadowing' | 'note'
>

/**
 * The first revision of a timeline that nothing has been published on: each holding begins a chain. Undefined when the
 * file holds no needs. Rules are not asked: what another system published is told as it is, and flagged on the board.
 */
export function planImportedTimeline(
  { needs, holdings }: ImportedTimeline,
  stamp: { readonly by: string; readonly now: Minute; readonly reason: string; readonly newId: () => string },
): PublicationPlan | undefined {
  const dates = needs.map((need) => need.date).sort()
  const [from] = dates
  const last = dates.at(-1)
  if (from === undefined || last === undefined) return undefined
  const revision = 1
  const cells = [...Map.groupBy(holdings, cellKey).values()]
  const open = cells.flatMap((slices) => {
    const [first] = slices
    return first ? changeCell([], { ...first, slices }, { ...stamp, revision }).open : []
  })
  const lineIds = [...new Set(needs.map((need) => need.lineId))]
  const record = {
    kind: 'publication',
    draftId: null,
    lineIds,
    from,
    to: addDays(last, 1),
    waivers: [],
  } as const
  return toPlan(record, { close: [], open }, { ...stamp, revision })
}
