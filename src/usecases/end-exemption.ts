import { planExemptionEnd } from '../core/plans/exemption-change.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { changeAsDecider, fieldRefused } from './change-as-decider.ts'
import type { Context } from './context.ts'
import type { ExemptionKeyOfDecider } from './deciding.ts'
import { today } from './exemption-reading.ts'
import { isPlanDate } from './plan-dates.ts'
import type { Result } from './refusal.ts'

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
  const { on, isAgreed } = input
  return changeAsDecider(ctx, input, (seen) =>
    isPlanDate(on)
      ? planExemptionEnd(seen, { on, today: today(ctx), by: 'decider', isAgreed })
      : fieldRefused('on', 'not-a-date', on),
  )
}
