import type { Violation } from '../../core/rules/violation.ts'

/** Names one breach between the page that shows it and the form that accepts it. */
export function waiverKey({ rule, personId, needIds }: Violation): string {
  return [rule, personId ?? '', ...needIds].join('|')
}
