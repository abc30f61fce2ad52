import { covers } from '../../core/plans/publication.ts'
import { type Cell, type CellKey, cellKey, type Origin } from '../../core/rota/assignment.ts'
import type { LineId } from '../../core/rota/line.ts'
import type { Need, NeedId } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { Waiver } from '../../core/rota/publication.ts'
import { placesOf, type Rota } from '../../core/rota/rota.ts'
import type { Violation } from '../../core/rules/violation.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import type { Minute } from '../../core/time/minute.ts'

/** A breach that somebody accepted, as a report may tell of it. */
export interface ReportedWaiver extends Waiver {
  /** Name of who accepted it; undefined when nobody is known by that account. */
  readonly by: string | undefined
  readonly at: Minute
}

/** A duty that takes part in a breach, and how it came to the doctor. */
export interface BreachDuty {
  readonly needId: NeedId
  readonly date: LocalDate
  readonly lineId: LineId
  readonly origins: readonly Origin[]
}

/** A breach with what it came from. */
export interface Breach {
  readonly violation: Violation
  /** By start; none where it names no duty of the doctor's. */
  readonly duties: readonly BreachDuty[]
  /** How the duties in it came to the doctor, the most usual first; none where it names no duty of somebody's. */
  readonly origins: readonly { readonly origin: Origin; readonly duties: number }[]
  readonly room: Room
  readonly waiver: ReportedWaiver | null
}

/**
 * Whether it could have been less with the same demand and doctors: by so many minutes of what is over the limit, not at all,
 * or nobody knows.
 */
export type Room =
  | { readonly kind: 'avoidable' }
  | { readonly kind: 'at-floor' }
  | { readonly kind: 'not-known' }

/** Says for each breach where it came from. */
export function breachCauses(
  rota: Pick<Rota, 'needs' | 'cells'>,
  waivers: readonly ReportedWaiver[],
): (violation: Violation) => Breach {
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  const byRule = Map.groupBy(waivers, ({ rule, personId }) => `${rule} ${personId}`)
  return (violation) => {
    const duties = dutiesOf(violation, needs, rota.cells)
    const { rule, personId } = violation
    return {
      violation,
      duties,
      origins: originsOf(duties),
      room: roomOf(violation),
      waiver: byRule.get(`${rule} ${personId}`)?.find((waiver) => covers(waiver, violation)) ?? null,
    }
  }
}

/** Those of the doctor's, in the order of the breach. */
function dutiesOf(
  { needIds, personId }: Violation,
  needs: ReadonlyMap<NeedId, Need>,
  cells: ReadonlyMap<CellKey, Cell>,
): BreachDuty[] {
  return needIds.flatMap((id) => {
    const need = needs.get(id)
    const origins = originsIn(need, personId, cells)
    return need && origins.length > 0 ? [{ needId: id, date: need.date, lineId: need.lineId, origins }] : []
  })
}

function originsOf(duties: readonly BreachDuty[]): Breach['origins'] {
  const counts = new Map<Origin, number>()
  for (const origin of duties.flatMap((duty) => duty.origins))
    counts.set(origin, (counts.get(origin) ?? 0) + 1)
  return [...counts].map(([origin, duties]) => ({ origin, duties })).sort((a, b) => b.duties - a.duties)
}

/** Of a duty held in several parts, each way once. */
function originsIn(
  need: Need | undefined,
  personId: PersonId | null,
  cells: ReadonlyMap<CellKey, Cell>,
): Origin[] {
  if (!need || personId === null) return []
  const slices = placesOf([need]).flatMap((place) => cells.get(cellKey(place))?.slices ?? [])
  return [...new Set(slices.flatMap((slice) => (slice.personId === personId ? slice.origin : [])))]
}

function roomOf({ floor, measured, limit, unit }: Violation): Room {
  if (floor === null || unit !== 'minutes' || measured <= limit) return { kind: 'not-known' }
  return measured > Math.max(floor, limit) ? { kind: 'avoidable' } : { kind: 'at-floor' }
}
