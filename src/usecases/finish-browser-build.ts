import { freshBreaches } from '../core/plans/fresh-breaches.ts'
import { type Cell, cellKey } from '../core/rota/assignment.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import { isBlocking, type Violation } from '../core/rules/violation.ts'
import { findBuildOrder } from '../data/build-order-store.ts'
import { findDistrictBuild } from '../data/build-store.ts'
import { type BuiltRota, parseBuiltRota } from '../exchange/built-rota.ts'
import { boundAt } from '../solver/bound/bound.ts'
import { resultWith } from '../solver/build.ts'
import type { Encoding } from '../solver/encode/encode.ts'
import { encodeOrder, placePersons, provenOf, readOrder } from '../solver/order.ts'
import { filledRoster } from '../solver/search/search.ts'
import { betterFormer } from './better-former.ts'
import { evennessOf } from './build-evenness.ts'
import { isUnderWay } from './build-view.ts'
import { saveBuilt } from './built-edit.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { invalid, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface FinishBrowserBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
  /** JSON as `parseBuiltRota` reads it. */
  readonly text: string
}

/**
 * Takes a rota that a browser has built. Nothing of it is believed: each place must be one that the order left free and each
 * holder a doctor of the district, no blocking rule may be newly broken, and points and bound are worked out here. Places that it leaves open
 * are filled where somebody can hold them, so that what is told of the rest is true.
 */
export async function finishBrowserBuild(
  ctx: Context,
  { districtId, buildId, text }: FinishBrowserBuildInput,
): Promise<Result<{ readonly keptCells: number }>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const parsed = parseBuiltRota(text)
  if (parsed.kind === 'refused') return refused({ kind: 'file-refused', problems: parsed.problems })
  const [build, orderText] = await Promise.all([
    findDistrictBuild(ctx.db, districtId, buildId),
    findBuildOrder(ctx.db, buildId),
  ])
  const isTheirs = build?.requestedBy === actorId(ctx)
  if (!isTheirs || build.place !== 'browser' || !isUnderWay(build) || orderText === undefined)
    return refused({ kind: 'not-found' })
  const order = readOrder(orderText)
  const encoding = encodeOrder(order)
  const placed = placePersons(encoding, parsed.value.cells)
  if (placed.kind === 'refused') return invalid('cells', placed.code, placed.value)
  const { seed, iterations } = parsed.value
  const result = {
    ...resultWith(encoding, filledRoster(encoding.problem, placed.holder, seed).holder),
    iterations: Math.min(iterations, order.iterations),
  }
  const broken = freshlyBroken(encoding.rota, result.cells)
  if (broken.length > 0) return refused({ kind: 'rule-broken', violations: broken })
  const former = betterFormer(encoding, result)
  const evenness = evennessOf(encoding.problem, former ?? result, false)
  const bound = boundOf(encoding, parsed.value, result.score.total)
  return saveBuilt(ctx, { order, place: 'browser', result, former, seed, bound, evenness })
}

/** Blocking breaches that were not there while the places stood empty. */
function freshlyBroken(rota: Rota, cells: readonly Cell[]): Violation[] {
  const withCells = (own: readonly Cell[]): Rota => {
    return { ...rota, cells: new Map([...rota.cells, ...own.map((cell) => [cellKey(cell), cell] as const)]) }
  }
  const emptied = cells.map((cell) => ({ ...cell, slices: cell.slices.filter((slice) => slice.shadowing) }))
  const before = checkRota(withCells(emptied)).filter(isBlocking)
  const after = checkRota(withCells(cells)).filter(isBlocking)
  return freshBreaches(before, after)
}

/** Valid whatever the multipliers are; a browser that was stopped early, or sends none, has less than the server proves alone. */
function boundOf({ problem }: Encoding, { multipliers }: BuiltRota, cost: number): number | null {
  const theirs = boundAt(problem, Float64Array.from(multipliers))
  const best = Math.max(theirs, provenOf(problem, cost) ?? theirs)
  return Number.isFinite(best) ? best : null
}
