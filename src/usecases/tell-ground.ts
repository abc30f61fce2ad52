import { planGround } from '../core/plans/exemption-change.ts'
import type { Context } from './context.ts'
import {
  doctorOfDecider,
  type ExemptionKeyOfDecider,
  groundOf,
  groundProblem,
  isDecidedBy,
  type ToldGround,
} from './deciding.ts'
import { settingOf } from './exemption-reading.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { municipalityChain, saveChangedExemption } from './save-exemption.ts'

export interface TellGroundInput extends ExemptionKeyOfDecider {
  readonly ground: ToldGround
}

/** The municipality tells itself why an exemption holds that a coordinator entered by effect and dates alone. */
export async function tellGround(
  ctx: Context,
  input: TellGroundInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const { districtId, personId, municipality, exemptionId } = input
  const found = await doctorOfDecider(ctx, input)
  if (found.kind === 'refused') return found
  const { reading, all, own } = found.value
  const seen = own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  const problem = groundProblem(input.ground)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const planned = planGround(seen, groundOf(municipality, input.ground), settingOf(ctx, reading, all))
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  if (!isDecidedBy(municipality, reading.doctor, planned))
    return invalid('ground', 'not-home-municipality', municipality)
  const chain = municipalityChain(municipality)
  const failed = await saveChangedExemption(ctx, { districtId, personId, seen, planned, chain })
  return failed ?? done({ exemptionId })
}
