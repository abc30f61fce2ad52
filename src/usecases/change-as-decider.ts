import type { ExemptionPlan } from '../core/plans/exemption-change.ts'
import type { SeenAccount } from '../data/ground-reader-store.ts'
import type { Context } from './context.ts'
import { type DoctorOfDecider, doctorOfDecider, type ExemptionKeyOfDecider } from './deciding.ts'
import { closedRefusal, type HeldExemption } from './exemption-reading.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { municipalityChain, saveChangedExemption } from './save-exemption.ts'

/** What is planned for an exemption as it stands, or what is wrong with the fields that were asked by. */
export type DeciderPlan =
  | Extract<ExemptionPlan, { kind: 'planned' }>
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

/**
 * Changes one exemption that is the municipality's own to decide. Another's is not there, and a new end on closed dates is
 * refused at `on`.
 */
export async function changeAsDecider(
  ctx: Context,
  key: ExemptionKeyOfDecider,
  plan: (seen: HeldExemption, found: DoctorOfDecider) => DeciderPlan,
  readBy?: SeenAccount,
): Promise<Result<{ readonly exemptionId: string }>> {
  const { districtId, personId, municipality, exemptionId } = key
  const found = await doctorOfDecider(ctx, key)
  if (found.kind === 'refused') return found
  const seen = found.value.own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  const planned = plan(seen, found.value)
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  const { to } = planned.exemption
  const closed = to === seen.exemption.to ? undefined : closedRefusal(found.value.reading, 'on', to)
  if (closed) return closed
  const chain = municipalityChain(municipality)
  const changed = { districtId, personId, seen, planned, chain, municipality, readBy }
  const failed = await saveChangedExemption(ctx, changed)
  return failed ?? done({ exemptionId })
}

export function fieldRefused(field: string, code: FieldProblem['code'], value: string): DeciderPlan {
  return { kind: 'refused', problems: [{ field, code, value }] }
}
