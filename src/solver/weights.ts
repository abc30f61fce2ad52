import {
  type Agreement,
  type BuilderWeightName,
  builderWeightsOn,
  type WeightName,
} from '../core/rota/agreement.ts'
import type { LocalDate } from '../core/time/local-date.ts'

/**
 * What each kind of fault costs, all integers so that sums are exact. Their order is the product's: breaches of hard rules are
 * counted apart and never traded; then open slots, then warnings by minutes, then even sharing, then wishes.
 */
export interface Weights {
  readonly open: number
  /** Per minute over a cap, short of a rest, or at risk. */
  readonly warnMinute: number
  /** Per night, weekend or Sunday past a limit that warns. */
  readonly warnOver: number
  /** Per finding that is only shown, and per minute of it. */
  readonly shownEach: number
  readonly shownMinute: number
  /** Per night, or block of nights, before a day at the office. */
  readonly officeDay: number
  /** Per duty below an agreed least number. */
  readonly belowLeast: number
  /** Per year too early that somebody holds the same special holiday again. */
  readonly sameHoliday: number
  /** Per squared special holiday that somebody holds, those of the years remembered included. */
  readonly holidayTurn: number
  readonly wishPoint: number
  /** Per holder of a block after the first. */
  readonly splitBlock: number
  /** Per squared hour that two periods of duty stand too close. */
  readonly closeHour: number
  /** Per weekend that a person works in: few whole ones rather than many halves. */
  readonly weekendWorked: number
  /** Per conditional backup slot held for nobody. */
  readonly idleBackup: number
  /** Per slot that another holds than did in the rota that shall be changed as little as possible. */
  readonly changed: number
  /** What the search trades one breach of a hard rule for on its way; 0 = for nothing at all. */
  readonly breach: number
  /** Points by which a change may typically worsen the rota at the start of a search, and how often that is halved. */
  readonly firstTemperature: number
  readonly halvings: number
}

export const WEIGHTS: Weights = {
  open: 200_000_000,
  warnMinute: 50,
  warnOver: 12_000,
  shownEach: 700,
  shownMinute: 1,
  officeDay: 2_000,
  belowLeast: 20_000,
  sameHoliday: 6_000,
  holidayTurn: 600,
  wishPoint: 100,
  splitBlock: 3_000,
  closeHour: 2,
  weekendWorked: 2_500,
  idleBackup: 3_000,
  changed: 8_000,
  breach: 0,
  firstTemperature: 12_000,
  halvings: 11,
}

/** Nothing costs anything: outsiders' cases name what does. */
export const NO_WEIGHTS: Weights = {
  ...{ open: 0, warnMinute: 0, warnOver: 0, shownEach: 0, shownMinute: 0, officeDay: 0, belowLeast: 0 },
  ...{ sameHoliday: 0, holidayTurn: 0, wishPoint: 0, splitBlock: 0, closeHour: 0, weekendWorked: 0 },
  ...{ idleBackup: 0, changed: 0, breach: 0, firstTemperature: 0, halvings: 0 },
}

/** One criterion of a rota: what there is of it, as people count it, and what that costs in points. */
export type Part = {
  /**
   * Hours, nights, weekends or duties away from even shares, summed over all; minutes and numbers past limits; days, duties,
   * special holidays too early, blocks torn apart, gaps too short, weekends worked, backups for nobody, changed duties.
   */
  readonly amount: number
  readonly points: number
}

export type Parts = Readonly<Record<WeightName, Part>>

/** The builder's weights as agreed on a date, for the whole of a period that begins then; shares weigh by `fairness` of their own. */
export function weightsOf(agreement: Agreement, date: LocalDate): Weights {
  const agreed = builderWeightsOn(agreement, date)
  const times = (name: BuilderWeightName, points: number) => Math.max(1, Math.round(agreed[name] * points))
  return {
    ...WEIGHTS,
    warnMinute: times('overLimits', WEIGHTS.warnMinute),
    warnOver: times('overLimits', WEIGHTS.warnOver),
    shownEach: times('overLimits', WEIGHTS.shownEach),
    shownMinute: times('overLimits', WEIGHTS.shownMinute),
    officeDay: times('officeDays', WEIGHTS.officeDay),
    belowLeast: times('leastDuties', WEIGHTS.belowLeast),
    sameHoliday: times('specialHolidays', WEIGHTS.sameHoliday),
    holidayTurn: times('specialHolidays', WEIGHTS.holidayTurn),
    wishPoint: times('wishes', WEIGHTS.wishPoint),
    splitBlock: times('together', WEIGHTS.splitBlock),
    // Squares are rounded one by one, so that this need not be whole.
    closeHour: agreed.spacing * WEIGHTS.closeHour,
    weekendWorked: times('wholeWeekends', WEIGHTS.weekendWorked),
    idleBackup: times('idleBackups', WEIGHTS.idleBackup),
    changed: times('fewChanges', WEIGHTS.changed),
  }
}
