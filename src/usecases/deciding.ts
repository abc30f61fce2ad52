import { everHomeMunicipalities, homeMunicipalities } from '../core/plans/exemption-fault.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import { isGpAgreement } from '../core/rota/engagement.ts'
import type { ExemptionGround, GroundedExemption } from '../core/rota/exemption.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'
import { isLocalDate, type LocalDate, rangesOverlap } from '../core/time/local-date.ts'
import { isEarlyDate } from '../exchange/fields.ts'
import type { Context } from './context.ts'
import {
  type DoctorKey,
  type DoctorReading,
  type HeldExemption,
  readDoctor,
  readExemptions,
  UNTOLD,
} from './exemption-reading.ts'
import { gate } from './gate.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'

/** One doctor of a municipality that decides. */
export interface DecisionKey extends DoctorKey {
  readonly municipality: MunicipalityNumber
}

export interface ExemptionKeyOfDecider extends DecisionKey {
  readonly exemptionId: string
}

/** What a municipality tells as the ground: a claim that it received, a decision, or a term of a contract. */
export type ToldGround =
  | {
      readonly kind: 'right'
      readonly right: Extract<ExemptionGround, { kind: 'right' }>['right']
      readonly claimedOn: LocalDate
    }
  | {
      readonly kind: 'discretionary'
      readonly reason: Extract<ExemptionGround, { kind: 'discretionary' }>['reason']
      readonly decidedOn: LocalDate
    }
  | { readonly kind: 'contract-term'; readonly engagementId: string }

export interface DoctorOfDecider {
  readonly reading: DoctorReading
  /** All of the doctor's exemptions, to judge a new one by, with the grounds that stand with this municipality. */
  readonly all: readonly HeldExemption[]
  /** Those that are this municipality's to decide and read. */
  readonly own: readonly HeldExemption[]
}

/** A doctor and their exemptions for the municipality that decides. Other municipalities' doctors are not there. */
export async function doctorOfDecider(ctx: Context, key: DecisionKey): Promise<Result<DoctorOfDecider>> {
  const { municipality } = key
  const isRefused = gate(ctx, 'decide-exemptions', { kind: 'municipality', number: municipality })
  if (isRefused) return isRefused
  const reader = { kind: 'municipality', number: municipality } as const
  const [reading, all] = await Promise.all([readDoctor(ctx, key), readExemptions(ctx, key, reader)])
  if (!reading) return refused({ kind: 'not-found' })
  const own = all.filter((held) => isOwn(municipality, reading.doctor, held))
  if (own.length === 0 && !everHomeMunicipalities(reading.doctor).includes(municipality))
    return refused({ kind: 'not-found' })
  return done({ reading, all, own })
}

/**
 * Whether an exemption is a municipality's own to read and decide: its ground stands with it, or none is told and the municipality is
 * home. Contracts are written by the district, so they never say who reads what is told.
 */
export function isOwn(municipality: MunicipalityNumber, doctor: Doctor, held: HeldExemption): boolean {
  if (held.ground.kind === 'untold') return isDecidedBy(municipality, doctor, held)
  return held.standsWith === municipality
}

/** Whether a municipality, home to the doctor while an exemption begins or holds, is told that it is there though its ground stands with another. */
export function isNextTo(municipality: MunicipalityNumber, doctor: Doctor, held: HeldExemption): boolean {
  return (
    !isOwn(municipality, doctor, held) &&
    isDecidedBy(municipality, doctor, { exemption: held.exemption, ground: UNTOLD })
  )
}

/** Whether a municipality may give this ground: it made the decision, or is home while the right or effect holds. */
export function isDecidedBy(
  municipality: MunicipalityNumber,
  doctor: Doctor,
  { exemption, ground }: GroundedExemption,
): boolean {
  if (ground.kind === 'discretionary') return ground.decidedBy === municipality
  const contracts = doctor.engagements.filter(
    ({ employer, form }) =>
      isGpAgreement(form) && employer.kind === 'municipality' && employer.number === municipality,
  )
  if (ground.kind === 'contract-term') return contracts.some(({ id }) => id === ground.engagementId)
  return (
    contracts.some((contract) => rangesOverlap(contract, exemption)) ||
    homeMunicipalities(doctor, exemption.from).includes(municipality)
  )
}

/** The first date in a told ground that is none, or before anybody remembers, by its field. */
export function groundProblem(ground: ToldGround): FieldProblem | undefined {
  if (ground.kind === 'contract-term') return undefined
  const [field, value] =
    ground.kind === 'right' ? ['claimedOn', ground.claimedOn] : ['decidedOn', ground.decidedOn]
  if (!isLocalDate(value)) return { field, code: 'not-a-date', value }
  return isEarlyDate(value) ? undefined : { field, code: 'date-out-of-range', value }
}

/** The ground as it is stored, signed by the municipality. */
export function groundOf(municipality: MunicipalityNumber, told: ToldGround): ExemptionGround {
  if (told.kind === 'right') return { ...told, withdrawnOn: null }
  if (told.kind === 'discretionary') return { ...told, decidedBy: municipality, appeal: 'none' }
  return told
}
