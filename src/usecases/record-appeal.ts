import { type AppealState, planAppeal } from '../core/plans/exemption-change.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { doctorOfDecider, type ExemptionKeyOfDecider } from './deciding.ts'
import { closedRefusal } from './exemption-reading.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { municipalityChain, saveChangedExemption } from './save-exemption.ts'

export interface RecordAppealInput extends ExemptionKeyOfDecider {
  readonly appeal: AppealState
  /** When a decision that is reversed ends; not read otherwise. */
  readonly on: LocalDate
}

/** How far the appeal over a decision has come: none, pending, upheld, or reversed, which ends the effect. */
export async function recordAppeal(
  ctx: Context,
  input: RecordAppealInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const { districtId, personId, municipality, exemptionId, appeal, on } = input
  const found = await doctorOfDecider(ctx, input)
  if (found.kind === 'refused') return found
  const seen = found.value.own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  if (appeal === 'reversed' && !isPlanDate(on)) return invalid('on', 'not-a-date', on)
  const planned = planAppeal(seen, { appeal, on })
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  const { to } = planned.exemption
  const closed = to === seen.exemption.to ? undefined : closedRefusal(found.value.reading, 'on', to)
  if (closed) return closed
  const chain = municipalityChain(municipality)
  const failed = await saveChangedExemption(ctx, { districtId, personId, seen, planned, chain })
  return failed ?? done({ exemptionId })
}
