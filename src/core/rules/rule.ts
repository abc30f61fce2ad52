import type { ParameterName } from '../rota/agreement.ts'
import type { RotaView } from './view.ts'
import type { FindingKind, RuleId, Violation } from './violation.ts'

/** What a rule rests on, as a key into the texts; an adopted value's own decision stands in the agreement. */
export type RuleSource =
  | 'one-duty-at-a-time'
  | 'emergency-medicine-regulation-6'
  | 'registered-availability'
  | 'agreed-participation'
  | 'competence-regulation-3'
  | 'competence-regulation-3a'
  | 'sfs-2305-7-4'
  | 'district-decision'
  | 'gp-regulation-12'
  | 'gp-regulation-32'
  | 'competence-regulation-4'
  | 'working-environment-10-3'
  | 'working-environment-10-6'
  | 'working-environment-10-8'
  | 'sfs-2305-2024'
  | 'even-sharing'

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
  readonly source: RuleSource
  /** Everything it can find. */
  readonly kinds: readonly FindingKind[]
  /** The agreement's values that it judges by. */
  readonly parameters: readonly ParameterName[]
  /** The breaches by one subject, context duties outside the rota's period included: `checkSubjects` leaves those out. */
  readonly check: (view: RotaView, subjectId: string) => Violation[]
}
