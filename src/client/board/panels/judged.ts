import { freshBreaches } from '../../../core/plans/fresh-breaches.ts'
import type { Violation } from '../../../core/rules/violation.ts'
import type { Change, Judge } from '../judge.ts'

/** What edits did to the rules: newly broken or made worse, and what was there and is gone. */
export interface Judged {
  readonly fresh: readonly Violation[]
  readonly healed: readonly Violation[]
}

export function judgedOf({ view }: Pick<Judge, 'view'>, changes: readonly Change[]): Judged {
  const blockOf = (needId: string) => view.needs.get(needId)?.blockId
  return {
    fresh: changes.flatMap(({ before, after }) => freshBreaches(before, after, blockOf)),
    healed: changes.flatMap(({ before, after }) => freshBreaches(after, before, blockOf)),
  }
}
