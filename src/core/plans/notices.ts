import type { Assignment } from '../rota/assignment.ts'
import type { Need, NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Interval } from '../time/interval.ts'
import { MINUTES_PER_HOUR, type Minute } from '../time/minute.ts'
import { type Holding, holdingChanges, piecesWithin } from './duty-changes.ts'

/** Changes of what begins this soon or sooner must be confirmed: calendars may be a day old (calendar.md §0.13). */
export const URGENT_MINUTES = 48 * MINUTES_PER_HOUR

/** That one publication changed what one doctor holds, and how soon it matters. */
export interface Notice {
  readonly personId: PersonId
  /** The first start ahead among old and new times, or the end of one that is going on; where all are over, the first start. */
  readonly soonestAt: Minute
  /** The last such time within 48 hours of the change; `soonestAt` where there is none. */
  readonly latestAt: Minute
  readonly isUrgent: boolean
}

export interface NoticeInput {
  /** What ends. */
  readonly closed: readonly Assignment[]
  /** What begins. */
  readonly opened: readonly Assignment[]
  /** The needs as they stood on the timeline. */
  readonly formerNeeds: readonly Need[]
  /** The needs as they stand from now on. */
  readonly needs: readonly Need[]
  readonly now: Minute
}

/** One notice to each doctor whose duties really change, by person id. */
export function planNotices(input: NoticeInput): Notice[] {
  const { now } = input
  const before = holdingsByPerson(input.closed, input.formerNeeds)
  const after = holdingsByPerson(input.opened, [...input.formerNeeds, ...input.needs])
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((personId) => {
    const changes = holdingChanges(before.get(personId) ?? [], after.get(personId) ?? [])
    return changes.length === 0 ? [] : [{ personId, ...urgencyOf(changes, now) }]
  })
}

type Moments = { readonly before: Interval | null; readonly after: Interval | null }

function urgencyOf(changes: readonly Moments[], now: Minute): Omit<Notice, 'personId'> {
  const ahead = changes.flatMap((change) => momentsAhead(change, now)).sort((a, b) => a - b)
  const [soonest] = ahead
  if (soonest === undefined) {
    const first = Math.min(...changes.flatMap(spansOf).map((span) => span.start))
    return { soonestAt: first, latestAt: first, isUrgent: false }
  }
  const near = ahead.filter((moment) => moment <= now + URGENT_MINUTES)
  return { soonestAt: soonest, latestAt: near.at(-1) ?? soonest, isUrgent: near.length > 0 }
}

/** When each time begins that is ahead; when it ends, of one that is going on. */
function momentsAhead(change: Moments, now: Minute): Minute[] {
  return spansOf(change)
    .map(({ start, end }) => (start > now ? start : end))
    .filter((moment) => moment > now)
}

function spansOf({ before, after }: Moments): Interval[] {
  return [before, after].filter((span) => span !== null)
}

function holdingsByPerson(rows: readonly Assignment[], needs: readonly Need[]): Map<PersonId, Holding[]> {
  const needOf = new Map<NeedId, Need>(needs.map((need) => [need.id, need]))
  const held = rows.filter((row) => row.personId !== null)
  const groups = Map.groupBy(held, (row) => row.personId as PersonId)
  return new Map([...groups].map(([personId, own]) => [personId, own.map((row) => toHolding(row, needOf))]))
}

function toHolding(row: Assignment, needOf: ReadonlyMap<NeedId, Need>): Holding {
  const { chainId, needId, start, end, shadowing } = row
  const pieces = piecesWithin(needOf.get(needId)?.pieces ?? [], row)
  return { chainId, needId, start, end, shadowing, pieces }
}
