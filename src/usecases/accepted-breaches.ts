import { covers } from '../core/plans/publication.ts'
import type { Waiver } from '../core/rota/publication.ts'
import type { Violation } from '../core/rules/violation.ts'

/** What nobody has accepted: a published breach that was waived needs no mending, and is told of as waived. */
export function notAccepted(violations: readonly Violation[], waivers: readonly Waiver[]): Violation[] {
  return violations.filter((found) => !waivers.some((waiver) => covers(waiver, found)))
}
