/**
 * What each kind of fault costs, all integers so that sums are exact. Their order is the product's: breaches of hard rules are
 * counted apart and never traded; then open slots, then warnings by minutes, then even sharing, then wishes.
 */
export interface Weights {
  readonly open: number
  /** Per minute over a cap, short of a rest, or at risk. */
  readonly warnMinute: number
  /** Per night, or block of nights, before a day at the office. */
  readonly officeDay: number
  /** Per duty below an agreed least number. */
  readonly belowLeast: number
  readonly wishPoint: number
  /** Per holder of a block after the first. */
  readonly splitBlock: number
  /** Per squared hour that two periods of duty stand too close. */
  readonly closeHour: number
  /** Per weekend that a person works in: few whole ones rather than many halves. */
  readonly weekendWorked: number
  /** Per conditional backup slot held for nobody. */
  readonly idleBackup: number
  /** What the search trades one breach of a hard rule for on its way; 0 = for nothing at all. */
  readonly breach: number
  /** Points by which a change may typically worsen the rota at the start of a search, and how often that is halved. */
  readonly firstTemperature: number
  readonly halvings: number
}

export const WEIGHTS: Weights = {
  open: 200_000_000,
  warnMinute: 50,
  officeDay: 2_000,
  belowLeast: 20_000,
  wishPoint: 100,
  splitBlock: 3_000,
  closeHour: 2,
  weekendWorked: 2_500,
  idleBackup: 3_000,
  breach: 0,
  firstTemperature: 12_000,
  halvings: 11,
}
