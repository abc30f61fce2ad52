import type { Rota, ShareBalance } from '../rota/rota.ts'
import { type Dates, daysBetween } from '../time/local-date.ts'

/** One doctor's part in sharing a measure: weight 0 stands outside, and a balance above 0 has carried more than its share. */
export interface Sharer {
  readonly weight: number
  readonly balance: number
}

/**
 * What each should carry of the total so that, with what they bring, all come to the same by weight: who has carried 10 hours
 * more than a colleague of the same weight is asked for 10 hours less. Targets add up to the total and are never below 0; what somebody has carried beyond their whole
 * target is taken up by the others and stays to be carried over. Without balances it is the total by weight.
 */
export function sharedTargets(total: number, sharers: readonly Sharer[]): number[] {
  let sharing = sharers.filter(({ weight }) => weight > 0)
  for (;;) {
    const weights = sharing.reduce((sum, { weight }) => sum + weight, 0)
    const balances = sharing.reduce((sum, { balance }) => sum + balance, 0)
    const targetOf = ({ weight, balance }: Sharer) => ((total + balances) * weight) / weights - balance
    const owing = sharing.filter((own) => targetOf(own) >= 0)
    // All below 0 can only be rounding: together they are the total.
    if (owing.length === sharing.length || owing.length === 0) {
      const asked = new Set(sharing)
      return sharers.map((own) => (asked.has(own) ? Math.max(0, targetOf(own)) : 0))
    }
    sharing = owing
  }
}

/**
 * What the doctors bring to these dates. Where the dates are part of a known plan they bring that part of it, so that a plan
 * built in pieces evens out once.
 */
export function broughtTo({ from, to, plan, balances = [] }: Rota): readonly ShareBalance[] {
  const part = plan ? partOf({ from, to }, plan) : 1
  return part === 1 ? balances : balances.map((own) => ({ ...own, amount: own.amount * part }))
}

function partOf(dates: Dates, plan: Dates): number {
  const from = dates.from > plan.from ? dates.from : plan.from
  const to = dates.to < plan.to ? dates.to : plan.to
  return Math.max(0, daysBetween(from, to)) / Math.max(1, daysBetween(plan.from, plan.to))
}
