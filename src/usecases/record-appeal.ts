import { type AppealState, planAppeal } from '../core/plans/exemption-change.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { changeAsDecider, fieldRefused } from './change-as-decider.ts'
import type { Context } from './context.ts'
import type { ExemptionKeyOfDecider } from './deciding.ts'
import { isPlanDate } from './plan-dates.ts'
import type { Result } from './refusal.ts'

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
  const { appeal, on } = input
  return changeAsDecider(ctx, input, (seen) =>
    appeal === 'reversed' && !isPlanDate(on)
      ? fieldRefused('on', 'not-a-date', on)
      : planAppeal(seen, { appeal, on }),
  )
}
