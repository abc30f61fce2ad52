import type { RuleId } from './violation.ts'

/**
 * Every rule, in the order in which a coordinator would mend what breaks them. Apart from the rules themselves, so that what
 * only sorts findings needs not carry what finds them.
 */
export const RULE_ORDER = [
  'overlap',
  'availability',
  'engagement',
  'competence',
  'taking-part',
  'backup',
  'cover',
  'least-doctors',
  'rest',
  'weekly-total',
  'rolling-total',
  'weekly-duty',
  'average-hours',
  'longest-period',
  'nights-in-a-row',
  'weekends',
  'special-holidays',
  'office-day-after-night',
  'competence-exception',
  'fair-share',
  'publishing',
  'average-duty',
  'long-hours',
  'weekly-rest',
  'other-tasks',
  'hours-elsewhere',
] as const satisfies readonly RuleId[]

/** The place of each rule in the order, from 0. */
export const RULE_PLACES = Object.fromEntries(RULE_ORDER.map((id, place) => [id, place])) as Readonly<
  Record<RuleId, number>
>
