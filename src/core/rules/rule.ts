import type { ParameterName } from '../rota/agreement.ts'
import type { Source } from '../rota/source.ts'
import type { RotaView } from './view.ts'
import type { FindingKind, RuleId, Violation } from './violation.ts'

/** A row of the table of rules, P1 to P46 (domain reference §11; docs/rules.md). */
export type RuleRowId = `P${number}`

/**
 * One person, one line (a first line and what stands behind it), the district as a whole, which no edit of a rota touches,
 * or the period as a whole, which every edit touches.
 */
export type RuleSubject = 'person' | 'line' | 'district' | 'period'

export interface Rule {
  readonly id: RuleId
  /** Rows of the table of rules that it answers. */
  readonly rows: readonly RuleRowId[]
  readonly subject: RuleSubject
  /** An adopted value's own decision stands in the agreement. */
  readonly source: Source
  /** Everything it can find. */
  readonly kinds: readonly FindingKind[]
  /** The agreement's values that it judges by. */
  readonly parameters: readonly ParameterName[]
  /** The breaches by one subject, context duties outside the rota's period included: `checkSubjects` leaves those out. */
  readonly check: (view: RotaView, subjectId: string) => Violation[]
}
