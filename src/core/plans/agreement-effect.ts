import type { Violation } from '../rules/violation.ts'
import { isoWeekOf } from '../time/iso-week.ts'
import { toWall } from '../time/oslo.ts'

/** What a change of the agreement does to a rota that stays as it is. */
export interface AgreementEffect {
  readonly more: readonly Violation[]
  readonly fewer: readonly Violation[]
}

/**
 * The breaches of the same rota by two agreements, held against each other. A breach with another limit or measure is the
 * same breach, and so is one whose window moved within its week.
 */
export function agreementEffect(before: readonly Violation[], after: readonly Violation[]): AgreementEffect {
  const exact = new Set(before.map(wholePlace))
  const left = new Set(after.map(wholePlace))
  const gone = before.filter((found) => !left.has(wholePlace(found)))
  const come = after.filter((found) => !exact.has(wholePlace(found)))
  return { more: without(come, gone), fewer: without(gone, come) }
}

/** Those of `found` that no breach of the same week in `others` answers to. */
function without(found: readonly Violation[], others: readonly Violation[]): Violation[] {
  const spare = new Map<string, number>()
  for (const other of others) spare.set(weekPlace(other), (spare.get(weekPlace(other)) ?? 0) + 1)
  return found.filter((one) => {
    const left = spare.get(weekPlace(one)) ?? 0
    spare.set(weekPlace(one), left - 1)
    return left <= 0
  })
}

function wholePlace({ kind, personId, lineId, span, needIds }: Violation): string {
  return [kind, personId, lineId, span.start, span.end, ...needIds].join(' ')
}

function weekPlace({ kind, personId, lineId, span }: Violation): string {
  return [kind, personId, lineId, isoWeekOf(toWall(span.start).date)].join(' ')
}
