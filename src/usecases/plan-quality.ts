import { type FairShare, fairShares, type Load } from '../core/ledger/fair-share.ts'
import { type PastLine, pastLines } from '../core/plans/past-lines.ts'
import { cellKey } from '../core/rota/assignment.ts'
import { DUTY_FORMS } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import { isBlocking, type RuleId, type Violation } from '../core/rules/violation.ts'
import { wishPoints } from '../solver/encode/wish-points.ts'
import { type WorstWeek, worstWeekOf } from './worst-week.ts'

/** How good a plan is, in numbers that people can check on the board. */
export interface PlanQuality {
  /** Broken rules only. */
  readonly rules: readonly RuleCount[]
  /** Lines that are drawn, not adopted, and passed. */
  readonly lines: readonly PastLine[]
  readonly worstWeek: WorstWeek | null
  /** Hours in minutes; nights and weekends in numbers. */
  readonly evenness: { readonly hours: Spread; readonly nights: Spread; readonly weekends: Spread }
  /** Wishes about duties of the plan; to be let off counts as met when none of those duties was given. */
  readonly wishes: { readonly met: number; readonly unmet: number }
  /** Weekends and weeks wanted whole, and those that two or more doctors share. */
  readonly blocks: { readonly all: number; readonly split: number }
}

export interface RuleCount {
  readonly rule: RuleId
  readonly blocking: number
  readonly warnings: number
  /** Minutes beyond the limits, added up. */
  readonly overMinutes: number
}

/** Who lies furthest above and below the fair share, and by how much; null when nobody does. */
export interface Spread {
  readonly over: Distance | null
  readonly under: Distance | null
}

export interface Distance {
  readonly personId: PersonId
  /** Always positive. */
  readonly amount: number
}

export function qualityOf(rota: Rota): PlanQuality {
  const sharing = fairShares(rota).filter((share) => share.weight > 0)
  return {
    rules: ruleCounts(checkRota(rota)),
    lines: pastLines(rota),
    worstWeek: worstWeekOf(rota),
    evenness: {
      hours: spreadOf(sharing, (load) => DUTY_FORMS.reduce((sum, form) => sum + load.minutes[form], 0)),
      nights: spreadOf(sharing, (load) => load.nights),
      weekends: spreadOf(sharing, (load) => load.weekends),
    },
    wishes: wishCount(rota),
    blocks: blockCount(rota),
  }
}

/** By rule, of what is told at all. */
export function ruleCounts(violations: readonly Violation[]): RuleCount[] {
  const told = violations.filter((found) => found.grade !== 'shown')
  return [...Map.groupBy(told, (found) => found.rule)].map(([rule, own]) => {
    const blocking = own.filter(isBlocking).length
    return { rule, blocking, warnings: own.length - blocking, overMinutes: overMinutes(own) }
  })
}

function overMinutes(violations: readonly Violation[]): number {
  return violations
    .filter(({ unit, measured, limit }) => unit === 'minutes' && limit > 0 && measured > limit)
    .reduce((sum, { measured, limit }) => sum + measured - limit, 0)
}

function spreadOf(shares: readonly FairShare[], amountIn: (load: Load) => number): Spread {
  const distances = shares.map(({ personId, actual, target }) => ({
    personId,
    amount: amountIn(actual) - amountIn(target),
  }))
  const sorted = distances.sort((a, b) => b.amount - a.amount)
  const over = sorted[0]
  const under = sorted.at(-1)
  return {
    over: over && over.amount > 0 ? over : null,
    under: under && under.amount < 0 ? { ...under, amount: -under.amount } : null,
  }
}

function wishCount(rota: Rota): PlanQuality['wishes'] {
  const answers = wishAnswers(rota)
  const met = answers.filter(({ isMet }) => isMet).length
  return { met, unmet: answers.length - met }
}

/** Each wish about duties of the plan, whose it is and whether it was met. */
export function wishAnswers(rota: Rota): { readonly personId: PersonId; readonly isMet: boolean }[] {
  const needs = rota.needs.filter((need) => isInPeriod(rota, need))
  return rota.district.wishes.flatMap((wish) => {
    const asked = needs.filter((need) => wishPoints(wish, need) !== 0)
    if (asked.length === 0) return []
    const isGiven = asked.some((need) => holdersOf(rota, need).includes(wish.personId))
    return [{ personId: wish.personId, isMet: isGiven === (wish.stance === 'wish') }]
  })
}

function blockCount(rota: Rota): PlanQuality['blocks'] {
  const places = rota.needs
    .filter((need) => isInPeriod(rota, need) && need.blockId !== null)
    .flatMap((need) => Array.from({ length: need.number }, (_, seat) => ({ need, seat })))
  const blocks = [...Map.groupBy(places, ({ need, seat }) => `${need.blockId}#${seat}`).values()]
  const isSplit = (block: typeof places) =>
    new Set(block.flatMap(({ need, seat }) => holdersIn(rota, need, seat))).size > 1
  return { all: blocks.length, split: blocks.filter(isSplit).length }
}

function holdersOf(rota: Rota, need: Need): PersonId[] {
  return Array.from({ length: need.number }, (_, seat) => seat).flatMap((seat) => holdersIn(rota, need, seat))
}

function holdersIn(rota: Rota, need: Need, seat: number): PersonId[] {
  const slices = rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []
  return slices.flatMap(({ personId, shadowing }) => (personId === null || shadowing ? [] : [personId]))
}
