import type { WeightName } from '../../core/rota/agreement.ts'
import { TOLD, type ToldKind } from '../limits.ts'
import type { Parts } from '../weights.ts'
import { type Found, nothingFound } from './found.ts'

/** What is wrong with a rota, by kind. Minutes and numbers as people count them; the rest in points of the weights. */
export interface Score {
  /** Breaches of hard rules. */
  readonly hard: number
  /** Slots that somebody should hold and nobody does. */
  readonly open: number
  readonly warnings: {
    readonly atRiskMinutes: number
    readonly restMinutes: number
    readonly overWeekMinutes: number
    readonly officeDays: number
    readonly belowLeast: number
  }
  /** Points: weighed squared distances from even shares of what is held; 0 is as even as can be. */
  readonly fairness: {
    readonly hours: number
    readonly nights: number
    readonly weekends: number
    readonly holidays: number
  }
  /** Weekends worked, added up over all persons. */
  readonly weekendsWorked: number
  readonly wishes: number
  /** Holders of a block after its first. */
  readonly splitBlocks: number
  readonly spacing: number
  /** Conditional backups held for nobody. */
  readonly idleBackups: number
  /** Slots that another holds than in the rota that shall be changed little. */
  readonly changes: number
  /** By kind what the rules of the domain find too: how many, and how far past their limits altogether. */
  readonly findings: Readonly<Record<ToldKind, Finding>>
  /** The same by the names under which a district agrees on weights; with the open slots they make the total. */
  readonly parts: Parts
  /** The weighed sum of everything but `hard`. */
  readonly total: number
}

export type Finding = { readonly count: number; readonly over: number }

/** A score that is being counted. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] }

export function emptyScore(): Mutable<Score> {
  return {
    hard: 0,
    open: 0,
    warnings: { atRiskMinutes: 0, restMinutes: 0, overWeekMinutes: 0, officeDays: 0, belowLeast: 0 },
    fairness: { hours: 0, nights: 0, weekends: 0, holidays: 0 },
    weekendsWorked: 0,
    wishes: 0,
    splitBlocks: 0,
    spacing: 0,
    idleBackups: 0,
    changes: 0,
    findings: toFindings(nothingFound()),
    parts: noParts(),
    total: 0,
  }
}

function toFindings({ count, over }: Found): Mutable<Score['findings']> {
  const told = TOLD.map((kind) => [kind, { count: count[kind], over: over[kind] }] as const)
  return Object.fromEntries(told) as Mutable<Score['findings']>
}

/** Minutes and numbers past limits, whose rest and weeks are charged where they are counted, and special holidays. */
export function chargeFound(score: Mutable<Score>, found: Found, turns: Found): void {
  const early = turns.count['same-holiday-again']
  charge(score, 'specialHolidays', early, turns.cost)
  for (const kind of TOLD) {
    found.count[kind] += turns.count[kind]
    found.over[kind] += turns.over[kind]
  }
  score.findings = toFindings(found)
  const over = LIMITS_ALONE.reduce((sum, kind) => sum + found.over[kind], 0)
  charge(score, 'overLimits', over, found.cost)
}

/** The others are charged under a name of their own, or where they are counted. */
const LIMITS_ALONE = TOLD.filter(
  (kind) =>
    !['at-risk', 'least-duties', 'rest-short', 'weekly-total', 'weekly-duty', 'same-holiday-again'].includes(
      kind,
    ),
)

function noParts(): Mutable<Parts> {
  const none = () => ({ amount: 0, points: 0 })
  return {
    ...{ hours: none(), nights: none(), weekends: none(), holidays: none() },
    ...{ overLimits: none(), officeDays: none(), leastDuties: none(), specialHolidays: none() },
    ...{ wishes: none(), together: none(), spacing: none(), wholeWeekends: none() },
    ...{ idleBackups: none(), fewChanges: none() },
  }
}

/** Adds to one criterion, and to the total. */
export function charge(score: Mutable<Score>, name: WeightName, amount: number, points: number): void {
  score.parts[name].amount += amount
  score.parts[name].points += points
  score.total += points
}
