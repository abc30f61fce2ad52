import type { WeightName } from '../../core/rota/agreement.ts'
import type { Score } from '../score/score.ts'
import type { Part } from '../weights.ts'

/** What a change does to a rota's score: more is worse, in amounts as people count them and in the points it is searched by. */
export interface Price {
  /** Only what changes, the dearest first; none where units rule, whose points have no names. */
  readonly parts: readonly PricePart[]
  /** Slots that are missed. */
  readonly open: number
  /** Points in all, open slots among them; breaches of hard rules have no price. */
  readonly total: number
}

export interface PricePart extends Part {
  readonly name: WeightName
}

/** What a rota costs more than another; negative where it costs less. */
export function priceBetween(before: Score, after: Score): Price {
  const names = Object.keys(after.parts) as WeightName[]
  const parts = names.map((name) => ({
    name,
    amount: after.parts[name].amount - before.parts[name].amount,
    points: after.parts[name].points - before.parts[name].points,
  }))
  return {
    parts: parts.filter((part) => part.points !== 0).sort((a, b) => b.points - a.points),
    open: after.open - before.open,
    total: after.total - before.total,
  }
}
