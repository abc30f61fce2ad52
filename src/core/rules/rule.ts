import type { RotaView } from './view.ts'
import type { RuleId, Violation } from './violation.ts'

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

/** One person, one line (a first line and what stands behind it), or the district as a whole. */
export type RuleSubject = 'person' | 'line' | 'district'

export interface Rule {
  readonly id: RuleId
  readonly subject: RuleSubject
  readonly source: RuleSource
  /** The breaches by one subject, context duties outside the rota's period included: `checkSubjects` leaves those out. */
  readonly check: (view: RotaView, subjectId: string) => Violation[]
}
