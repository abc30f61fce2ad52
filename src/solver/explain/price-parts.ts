import type { Score } from '../score/score.ts'
import type { Weights } from '../weights.ts'

/** What a change does to a rota's score, in the points it is searched by: more is worse. */
export interface Price {
  readonly hours: number
  readonly nights: number
  readonly weekends: number
  readonly holidays: number
  readonly wishes: number
  readonly spacing: number
  /** Blocks torn apart. */
  readonly blocks: number
  /** Rest, weekly caps, uncertain days, days at the office after a night, agreed least numbers. */
  readonly warnings: number
  /** Everything else: conditional backups held for nobody, open places, rules by units. */
  readonly other: number
  /** The sum of them all; breaches of hard rules are not in it. */
  readonly total: number
}

/** What a rota costs more than another; negative where it costs less. */
export function priceBetween(weights: Weights, before: Score, after: Score): Price {
  const was = partsOf(weights, before)
  const is = partsOf(weights, after)
  const total = after.total - before.total
  const parts = {
    hours: is.hours - was.hours,
    nights: is.nights - was.nights,
    weekends: is.weekends - was.weekends,
    holidays: is.holidays - was.holidays,
    wishes: is.wishes - was.wishes,
    spacing: is.spacing - was.spacing,
    blocks: is.blocks - was.blocks,
    warnings: is.warnings - was.warnings,
  }
  const told = Object.values(parts).reduce((sum, points) => sum + points, 0)
  return { ...parts, other: total - told, total }
}

function partsOf(weights: Weights, score: Score): Omit<Price, 'other' | 'total'> {
  const { fairness, warnings } = score
  return {
    hours: fairness.hours,
    nights: fairness.nights,
    weekends: fairness.weekends + weights.weekendWorked * score.weekendsWorked,
    holidays: fairness.holidays,
    wishes: score.wishes,
    spacing: score.spacing,
    blocks: weights.splitBlock * score.splitBlocks,
    warnings:
      weights.warnMinute * (warnings.atRiskMinutes + warnings.restMinutes + warnings.overWeekMinutes) +
      weights.officeDay * warnings.officeDays +
      weights.belowLeast * warnings.belowLeast,
  }
}
