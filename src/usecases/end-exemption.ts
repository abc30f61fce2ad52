import { planExemptionEnd } from '../core/plans/exemption-change.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { doctorOfDecider, type ExemptionKeyOfDecider } from './deciding.ts'
import { closedRefusal, today } from './exemption-reading.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { municipalityChain, saveChangedExemption } from './save-exemption.ts'

export interface EndExemptionInput extends ExemptionKeyOfDecider {
  /** First date without the exemption; its first day or before takes it back. */
  readonly on: LocalDate
  /** That the doctor agrees, which ending a term of the contract asks for. */
  readonly isAgreed: boolean
}

/** The municipality ends an exemption of its own doctor, or enters that a right was withdrawn; what it was until then stays. */
export async function endExemption(
  ctx: Context,
  input: EndExemptionInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const { districtId, personId, municipality, exemptionId, on, isAgreed } = input
  const found = await doctorOfDecider(ctx, input)
  if (found.kind === 'refused') return found
  const seen = found.value.own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  if (!isPlanDate(on)) return invalid('on', 'not-a-date', on)
  const planned = planExemptionEnd(seen, { on, today: today(ctx), by: 'decider', isAgreed })
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  const { to } = planned.exemption
  const closed = to === seen.exemption.to ? undefined : closedRefusal(found.value.reading, 'on', to)
  if (closed) return closed
  const chain = municipalityChain(municipality)
  const failed = await saveChangedExemption(ctx, { districtId, personId, seen, planned, chain })
  return failed ?? done({ exemptionId })
}
