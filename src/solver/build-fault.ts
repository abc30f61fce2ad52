import { type BuilderWeightName, builderWeightsOn } from '../core/rota/agreement.ts'
import { type Cell, type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { LineId } from '../core/rota/line.ts'
import type { NeedId } from '../core/rota/need.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import { type FindingKind, isBlocking, type Violation } from '../core/rules/violation.ts'

/** What no build can begin with; each names what is wrong. */
export type BuildFault =
  | { readonly kind: 'no-doctors' }
  /** The lines ask for nothing in the period. */
  | { readonly kind: 'no-duties' }
  /** A locked duty that a rule forbids its holder, or locked duties that cannot be held together. */
  | { readonly kind: 'contradictory-locks'; readonly violation: Violation }
  | { readonly kind: 'bad-weight'; readonly weight: BuilderWeightName; readonly value: number }
  | { readonly kind: 'no-budget'; readonly iterations: number }

export interface FaultInput {
  readonly rota: Rota
  readonly lineIds: readonly LineId[]
  readonly locked: ReadonlySet<CellKey>
  readonly iterations: number
}

/** Why a build of this can give nothing, or undefined. A duty that nobody may hold is no fault: it is left open with its reasons. */
export function faultsOf(input: FaultInput): BuildFault | undefined {
  const { rota, lineIds, iterations } = input
  if (!(Number.isInteger(iterations) && iterations > 0)) return { kind: 'no-budget', iterations }
  if (rota.district.doctors.length === 0) return { kind: 'no-doctors' }
  const own = rota.needs.filter((need) => isInPeriod(rota, need) && lineIds.includes(need.lineId))
  if (own.every((need) => need.number === 0)) return { kind: 'no-duties' }
  return badWeight(rota) ?? contradictoryLocks(input, new Set(own.map((need) => need.id)))
}

function badWeight({ district, from }: Rota): BuildFault | undefined {
  // Object.entries forgets that the names of this record are all known.
  const weights = Object.entries(builderWeightsOn(district.agreement, from)) as [BuilderWeightName, number][]
  const bad = weights.find(([, value]) => !(Number.isFinite(value) && value > 0))
  return bad && { kind: 'bad-weight', weight: bad[0], value: bad[1] }
}

/** What two locks, or one, can break by themselves. What a further duty may mend, such as a missing backup, is left to the build. */
const BY_LOCKS_ALONE: ReadonlySet<FindingKind> = new Set([
  'overlap',
  'not-available',
  'most-duties',
  'outside-offer',
  'outside-participation',
  'only-backup',
  'counts-while-learning',
  'missing-courses',
  'backup-not-able',
  'rest-after-on-site-night',
  'agreement-ended',
] satisfies FindingKind[])

/** Judges the rota with nothing held on its own places but what is locked. */
function contradictoryLocks({ rota, locked }: FaultInput, own: ReadonlySet<NeedId>): BuildFault | undefined {
  const isLocked = (key: CellKey, cell: Cell) => cell.locked || locked.has(key)
  const ownLocks = [...rota.cells].filter(([key, cell]) => own.has(cell.needId) && isLocked(key, cell))
  const lockedNeeds = new Set(ownLocks.map(([, { needId }]) => needId))
  if (lockedNeeds.size === 0) return undefined
  const standing = [...rota.cells].filter(([key, cell]) => !own.has(cell.needId) || isLocked(key, cell))
  const found = checkRota({ ...rota, cells: new Map(standing.map(([, cell]) => [cellKey(cell), cell])) })
  const violation = found.find(
    (one) =>
      isBlocking(one) &&
      BY_LOCKS_ALONE.has(one.kind) &&
      one.needIds.some((needId) => lockedNeeds.has(needId)),
  )
  return violation && { kind: 'contradictory-locks', violation }
}
