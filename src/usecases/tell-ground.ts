import { planGround } from '../core/plans/exemption-change.ts'
import type { SeenAccount } from '../data/ground-reader-store.ts'
import { changeAsDecider, fieldRefused } from './change-as-decider.ts'
import type { Context } from './context.ts'
import {
  type ExemptionKeyOfDecider,
  groundOf,
  groundProblem,
  isDecidedBy,
  type ToldGround,
} from './deciding.ts'
import { settingOf } from './exemption-reading.ts'
import { gateFresh } from './gate.ts'
import type { Result } from './refusal.ts'

export interface TellGroundInput extends ExemptionKeyOfDecider {
  readonly ground: ToldGround
  /** As in a decision. */
  readonly readBy?: SeenAccount | undefined
}

/** The municipality tells itself why an exemption holds that a coordinator entered by effect and dates alone. */
export async function tellGround(
  ctx: Context,
  input: TellGroundInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const { municipality } = input
  const isRefused = gateFresh(ctx, 'decide-exemptions', { kind: 'municipality', number: municipality })
  if (isRefused) return isRefused
  return changeAsDecider(
    ctx,
    input,
    (seen, { reading, all }) => {
      const problem = groundProblem(input.ground)
      if (problem) return { kind: 'refused', problems: [problem] }
      const planned = planGround(seen, groundOf(municipality, input.ground), settingOf(ctx, reading, all))
      return planned.kind === 'refused' || isDecidedBy(municipality, reading.doctor, planned)
        ? planned
        : fieldRefused('ground', 'not-home-municipality', municipality)
    },
    input.readBy,
  )
}
