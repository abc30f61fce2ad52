import { amountCostFloor } from './amount-flow.ts'
import { commonDivisor } from './common-divisor.ts'
import type { Counted } from './counted.ts'
import type { Curve } from './curve.ts'
import type { Sharing } from './sharing.ts'
import { leastUnitCost } from './unit-flow.ts'

/** The sharing out of what is counted, at what it costs each person to carry so much. */
export function sharingWith(
  { base, items }: Counted,
  curveOf: (person: number) => Omit<Curve, 'least' | 'most'>,
): Sharing {
  const reachable = new Float64Array(base.length)
  for (const { amount, takers } of items) for (const person of takers) reachable[person]! += amount
  const curves = Array.from(base, (least, person) => {
    return { ...curveOf(person), least, most: least + reachable[person]! }
  })
  return { curves, items }
}

/** No sharing out costs less: exact where all items are as large, and from below where they are not. */
export function costFloor(sharing: Sharing): number {
  const unit = sharing.items.reduce((divisor, item) => commonDivisor(divisor, item.amount), 0)
  if (unit === 0) return leastUnitCost(sharing)
  const scaled = inUnitsOf(sharing, unit)
  return scaled.items.every((item) => item.amount === 1) ? leastUnitCost(scaled) : amountCostFloor(scaled)
}

/** What a person can carry beside what is fixed goes up in whole units only. */
function inUnitsOf({ curves, items }: Sharing, unit: number): Sharing {
  if (unit === 1) return { curves, items }
  return {
    items: items.map((item) => ({ ...item, amount: item.amount / unit })),
    curves: curves.map((curve) => ({
      square: curve.square * unit * unit,
      from: curve.from / unit,
      to: curve.to / unit,
      steep: curve.steep * unit,
      aim: curve.aim / unit,
      each: curve.each * unit,
      least: curve.least / unit,
      most: curve.most / unit,
    })),
  }
}
