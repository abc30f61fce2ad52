import { planExemptionEnd } from '../core/plans/exemption-change.ts'
import { homeMunicipalities } from '../core/plans/exemption-fault.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { ownDoctor } from './claim-right.ts'
import type { Context } from './context.ts'
import { readExemptions, today } from './exemption-reading.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { municipalityChain, municipalityOf, saveChangedExemption } from './save-exemption.ts'

export interface WithdrawRightInput {
  readonly districtId: DistrictId
  readonly exemptionId: string
  /** First date on which the doctor takes duty again; today at the earliest. */
  readonly on: LocalDate
}

/** A GP withdraws a right they have claimed. What it was until then stays, and it can be claimed again. */
export async function withdrawRight(
  ctx: Context,
  { districtId, exemptionId, on }: WithdrawRightInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const own = await ownDoctor(ctx, districtId)
  if (own.kind === 'refused') return own
  const { reading, key, reader } = own.value
  const held = await readExemptions(ctx, key, reader)
  const seen = held.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  if (!isPlanDate(on)) return invalid('on', 'not-a-date', on)
  const planned = planExemptionEnd(seen, { on, today: today(ctx), by: 'doctor', isAgreed: false })
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  // Where it stands, whatever the contracts have come to say since; only what was never sealed is asked for by them.
  const [home] = homeMunicipalities(reading.doctor, seen.exemption.from)
  const municipality = seen.standsWith === null ? home : municipalityOf(seen.standsWith)
  const chain = municipalityChain(municipality)
  const failed = await saveChangedExemption(ctx, { ...key, seen, planned, chain, municipality })
  return failed ?? done({ exemptionId })
}
