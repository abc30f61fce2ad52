import type { NeedId } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { isBlocking, type RuleId, type Violation } from '../../core/rules/violation.ts'

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

/** Rules in the order that a coordinator would mend them; within a mark only. */
const ORDER: readonly RuleId[] = [
  'overlap',
  'availability',
  'competence',
  'taking-part',
  'backup',
  'cover',
  'rest',
  'weekly-total',
  'weekly-duty',
  'office-day-after-night',
]

function weightOf({ violation, mark }: Omit<Flag, 'index'>): number {
  return (mark === 'blocks' ? 0 : ORDER.length) + ORDER.indexOf(violation.rule)
}

/** A week that is too long is marked where it tips over, not on every duty of it. */
function markedNeeds(violation: Violation): readonly NeedId[] {
  const isWeekly = violation.rule === 'weekly-total' || violation.rule === 'weekly-duty'
  return isWeekly ? violation.needIds.slice(-1) : violation.needIds
}
