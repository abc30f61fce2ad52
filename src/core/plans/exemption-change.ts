import type { ExemptionGround, GroundedExemption } from '../rota/exemption.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type ExemptionFault, type ExemptionSetting, exemptionFaults, fault } from './exemption-fault.ts'

export type ExemptionPlan =
  | ({ readonly kind: 'planned' } & GroundedExemption)
  | { readonly kind: 'refused'; readonly problems: readonly ExemptionFault[] }

/**
 * A new exemption: a right claimed, a decision, a term of the contract, or effect and dates alone. A term of the contract that
 * names no end lasts as long as the contract. To claim a withdrawn right again is a new exemption.
 */
export function planExemption(wanted: GroundedExemption, setting: ExemptionSetting): ExemptionPlan {
  const { exemption, ground } = withContractEnd(wanted, setting)
  return planned({ exemption, ground }, exemptionFaults({ exemption, ground }, setting))
}

/** The reason of an exemption that was entered by effect and dates alone; these stay as they are. */
export function planGround(
  held: GroundedExemption,
  ground: ExemptionGround,
  setting: ExemptionSetting,
): ExemptionPlan {
  const { exemption } = held
  if (held.ground.kind !== 'untold') return refused(fault('ground', 'already-told'))
  // Told of what is already so: that a claim came before its effect is no longer asked.
  const faults = exemptionFaults({ exemption, ground }, setting).filter(({ code }) => code !== 'before-claim')
  return planned({ exemption, ground }, faults)
}

export interface ExemptionEnd {
  /** First date without the exemption. On or before its start it never begins. */
  readonly on: LocalDate
  readonly today: LocalDate
  /** The doctor withdraws rights of their own, from today on. Whoever decides ends any, also what has ended in fact. */
  readonly by: 'doctor' | 'decider' | 'district'
  /** Both doctor and municipality agree, which a term of the contract asks for (GP regulation §33, note). */
  readonly isAgreed: boolean
}

/** Ends the effect from a date on and keeps all that was before it. A right that ends is withdrawn. */
export function planExemptionEnd({ exemption, ground }: GroundedExemption, end: ExemptionEnd): ExemptionPlan {
  const { on, today, by, isAgreed } = end
  const { from, to } = exemption
  if (by === 'doctor' && ground.kind !== 'right') return refused(fault('on', 'not-a-right'))
  if (by === 'doctor' && on < today) return refused(fault('on', 'in-the-past', on))
  if (to !== null && (on >= to || to <= from)) return refused(fault('on', 'already-ended', to))
  if (by === 'decider' && ground.kind === 'contract-term' && !isAgreed)
    return refused(fault('agreed', 'missing'))
  const ended = ground.kind === 'right' ? { ...ground, withdrawnOn: today } : ground
  return planned({ exemption: { ...exemption, to: on > from ? on : from }, ground: ended })
}

export type AppealState = Extract<ExemptionGround, { kind: 'discretionary' }>['appeal']

/** What an appeal may come to next. */
export const APPEAL_STEPS: Readonly<Record<AppealState, readonly AppealState[]>> = {
  none: ['pending'],
  pending: ['upheld', 'reversed'],
  upheld: [],
  reversed: [],
}

/** The next step of an appeal over a decision. One that is reversed ends the effect on `on`, unless it ended before. */
export function planAppeal(
  { exemption, ground }: GroundedExemption,
  { appeal, on }: { readonly appeal: AppealState; readonly on: LocalDate },
): ExemptionPlan {
  if (ground.kind !== 'discretionary' || !APPEAL_STEPS[ground.appeal].includes(appeal))
    return refused(fault('appeal', 'not-a-step', appeal))
  const told = { ...ground, appeal }
  const { from, to } = exemption
  const isOver = to !== null && to <= on
  if (appeal !== 'reversed' || isOver) return planned({ exemption, ground: told })
  return planned({ exemption: { ...exemption, to: on > from ? on : from }, ground: told })
}

function withContractEnd(
  { exemption, ground }: GroundedExemption,
  { doctor }: ExemptionSetting,
): GroundedExemption {
  if (ground.kind !== 'contract-term' || exemption.to !== null) return { exemption, ground }
  const contract = doctor.engagements.find(({ id }) => id === ground.engagementId)
  return { exemption: { ...exemption, to: contract?.to ?? null }, ground }
}

function planned(held: GroundedExemption, faults: readonly ExemptionFault[] = []): ExemptionPlan {
  return faults.length > 0 ? { kind: 'refused', problems: faults } : { kind: 'planned', ...held }
}

function refused(problem: ExemptionFault): ExemptionPlan {
  return { kind: 'refused', problems: [problem] }
}
