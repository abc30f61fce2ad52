import type { NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { RULE_ORDER, RULE_PLACES } from '../core/rules/rule-order.ts'
import { isBlocking, type RuleId, type Violation } from '../core/rules/violation.ts'

/** How heavy a mark on the board is. */
export type Mark = 'blocks' | 'warns'

export interface Flag {
  readonly violation: Violation
  readonly mark: Mark
  /** Position in the list under the board. */
  readonly index: number
}

export interface FlagIndex {
  /** Heaviest first, then by rule, then by time. */
  readonly flags: readonly Flag[]
  readonly of: (needId: NeedId, personId: PersonId | null) => readonly Flag[]
}

/** Violations arranged by the duties that carry their marks. What is only for reports gets none. */
export function indexFlags(violations: readonly Violation[]): FlagIndex {
  const flags = violations
    .filter((violation) => violation.grade !== 'shown')
    .map((violation) => ({ violation, mark: markOf(violation) }))
    .sort((a, b) => weightOf(a) - weightOf(b) || a.violation.span.start - b.violation.span.start)
    .map((flag, index) => ({ ...flag, index }))
  const byNeed = new Map<NeedId, Flag[]>()
  for (const flag of flags) {
    for (const needId of markedNeeds(flag.violation)) {
      const list = byNeed.get(needId)
      if (list) list.push(flag)
      else byNeed.set(needId, [flag])
    }
  }
  return {
    flags,
    of: (needId, personId) =>
      (byNeed.get(needId) ?? []).filter(
        ({ violation }) => violation.personId === null || violation.personId === personId,
      ),
  }
}

/** The mark of several flags together. */
export function heaviest(flags: readonly Flag[]): Mark | undefined {
  if (flags.length === 0) return undefined
  return flags.some((flag) => flag.mark === 'blocks') ? 'blocks' : 'warns'
}

function markOf(violation: Violation): Mark {
  return isBlocking(violation) ? 'blocks' : 'warns'
}

function weightOf({ violation, mark }: Omit<Flag, 'index'>): number {
  return (mark === 'blocks' ? 0 : RULE_ORDER.length) + RULE_PLACES[violation.rule]
}

/** What adds up over many duties is marked where it tips over, not on every duty of it. */
const SUMS: readonly RuleId[] = [
  'weekly-total',
  'rolling-total',
  'weekly-duty',
  'average-hours',
  'longest-period',
  'nights-in-a-row',
  'weekends',
  'competence-exception',
]

function markedNeeds(violation: Violation): readonly NeedId[] {
  return SUMS.includes(violation.rule) ? violation.needIds.slice(-1) : violation.needIds
}
