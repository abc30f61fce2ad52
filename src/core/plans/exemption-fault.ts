import { type Agreement, parameterOn } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { hasGpAgreementOn, isGpAgreement } from '../rota/engagement.ts'
import { type Exemption, type ExemptionGround, type GroundedExemption, hasEffect } from '../rota/exemption.ts'
import { birthday, type MunicipalityNumber, type Person } from '../rota/person.ts'
import { addMonths, holdsOn, type LocalDate, rangesOverlap } from '../time/local-date.ts'

/** What is wrong with one field of what somebody asks for; `value` is a date or id that the sentence names. */
export interface ExemptionFault {
  readonly field:
    | 'from'
    | 'to'
    | 'certainFrom'
    | 'ground'
    | 'claimedOn'
    | 'decidedOn'
    | 'engagementId'
    | 'on'
    | 'agreed'
    | 'appeal'
  readonly code:
    | 'missing'
    | 'ends-before-start'
    | 'outside-absence'
    | 'in-the-future'
    | 'in-the-past'
    | 'no-gp-agreement'
    | 'not-home-municipality'
    | 'birth-date-not-known'
    | 'before-right'
    | 'before-claim'
    | 'longer-than-right'
    | 'already-claimed'
    | 'already-exempt'
    | 'already-away'
    | 'outside-contract'
    | 'not-a-right'
    | 'already-ended'
    | 'already-told'
    | 'not-a-step'
  readonly value: string
}

/** What an exemption is judged by. */
export interface ExemptionSetting {
  readonly doctor: Doctor
  readonly birthDate: Person['birthDate']
  readonly agreement: Agreement
  /** The doctor's other exemptions, those that are over too. */
  readonly held: readonly GroundedExemption[]
  readonly today: LocalDate
}

/** Months that a claim for pregnancy may last: a pregnancy that hinders the work from its first day. */
const LONGEST_PREGNANCY_MONTHS = 10

/**
 * Everything that stands in the way of an exemption (P7–P11; GP regulation FOR-2025-12-02-2405 §33): dates in order, a GP
 * agreement when it begins, a right that exists by then and is claimed first, a decision of the doctor's own municipality, a
 * term inside its contract.
 */
export function exemptionFaults(wanted: GroundedExemption, setting: ExemptionSetting): ExemptionFault[] {
  const { from, to } = wanted.exemption
  if (to !== null && to <= from) return [fault('to', 'ends-before-start', to)]
  const { ground } = wanted
  if (ground.kind !== 'untold' && !hasGpAgreementOn(setting.doctor.engagements, from))
    return [fault('from', 'no-gp-agreement', from)]
  const alike = alikeOf(wanted, setting)
  if (alike && ground.kind === 'right') return [fault('from', 'already-claimed', from)]
  if (alike) return [fault('from', 'already-exempt', alike.from)]
  if (ground.kind === 'untold' || ground.kind === 'unreadable' || ground.kind === 'withheld') return []
  if (ground.kind === 'right') return rightFaults(wanted.exemption, ground, setting)
  return ground.kind === 'discretionary'
    ? decisionFaults(from, ground, setting)
    : contractFaults(wanted.exemption, ground, setting)
}

/**
 * An exemption from the same duties, on some of the same dates, for the same kind of ground by the same one who gives it: a
 * second one changes nothing, and would stand on when the first is ended.
 */
function alikeOf(
  { exemption, ground }: GroundedExemption,
  { held }: ExemptionSetting,
): Exemption | undefined {
  return held.find(
    (other) =>
      other.exemption.id !== exemption.id &&
      hasEffect(other.exemption) &&
      isSameScope(other.exemption, exemption) &&
      rangesOverlap(other.exemption, exemption) &&
      isSameGiver(other.ground, ground),
  )?.exemption
}

function isSameGiver(a: ExemptionGround, b: ExemptionGround): boolean {
  if (a.kind === 'right' && b.kind === 'right') return a.right === b.right
  if (a.kind === 'discretionary' && b.kind === 'discretionary') return a.decidedBy === b.decidedBy
  if (a.kind === 'contract-term' && b.kind === 'contract-term') return a.engagementId === b.engagementId
  return a.kind === b.kind
}

/** The municipalities that a doctor has a GP agreement with on `date`: those who decide by GP regulation §33. */
export function homeMunicipalities(
  { engagements }: Pick<Doctor, 'engagements'>,
  date: LocalDate,
): MunicipalityNumber[] {
  const numbers = engagements.flatMap((engagement) =>
    isGpAgreement(engagement.form) && holdsOn(engagement, date) && engagement.employer.kind === 'municipality'
      ? [engagement.employer.number]
      : [],
  )
  return [...new Set(numbers)]
}

/** The municipalities that a doctor has or ever had a GP agreement with. */
export function everHomeMunicipalities({ engagements }: Pick<Doctor, 'engagements'>): MunicipalityNumber[] {
  return [
    ...new Set(
      engagements.flatMap((engagement) => homeMunicipalities({ engagements: [engagement] }, engagement.from)),
    ),
  ]
}

type Right = Extract<ExemptionGround, { kind: 'right' }>

function rightFaults(exemption: Exemption, ground: Right, setting: ExemptionSetting): ExemptionFault[] {
  const { from } = exemption
  if (ground.claimedOn > setting.today) return [fault('claimedOn', 'in-the-future', ground.claimedOn)]
  if (from < ground.claimedOn) return [fault('from', 'before-claim', ground.claimedOn)]
  return ground.right === 'over-60'
    ? ageFaults(from, setting)
    : parentFaults(exemption, ground.right, setting)
}

function ageFaults(from: LocalDate, { birthDate, agreement }: ExemptionSetting): ExemptionFault[] {
  if (birthDate === null) return [fault('ground', 'birth-date-not-known')]
  const begins = birthday(birthDate, parameterOn(agreement, 'exemptionAge', from))
  return from < begins ? [fault('from', 'before-right', begins)] : []
}

function parentFaults(
  { from, to }: Exemption,
  right: 'pregnancy' | 'breastfeeding',
  { agreement }: ExemptionSetting,
): ExemptionFault[] {
  if (to === null) return [fault('to', 'missing')]
  const { childMonths } = parameterOn(agreement, 'parentExemption', from)
  const latest = addMonths(from, right === 'pregnancy' ? LONGEST_PREGNANCY_MONTHS : childMonths)
  return to > latest ? [fault('to', 'longer-than-right', latest)] : []
}

function decisionFaults(
  from: LocalDate,
  { decidedBy, decidedOn }: Extract<ExemptionGround, { kind: 'discretionary' }>,
  { doctor, today }: ExemptionSetting,
): ExemptionFault[] {
  if (decidedOn > today) return [fault('decidedOn', 'in-the-future', decidedOn)]
  return homeMunicipalities(doctor, from).includes(decidedBy)
    ? []
    : [fault('ground', 'not-home-municipality', decidedBy)]
}

function contractFaults(
  { from, to }: Exemption,
  { engagementId }: Extract<ExemptionGround, { kind: 'contract-term' }>,
  { doctor }: ExemptionSetting,
): ExemptionFault[] {
  const contract = doctor.engagements.find(({ id }) => id === engagementId)
  if (!contract) return [fault('engagementId', 'missing')]
  if (!isGpAgreement(contract.form)) return [fault('engagementId', 'no-gp-agreement')]
  if (!holdsOn(contract, from)) return [fault('from', 'outside-contract', contract.from)]
  const isLonger = contract.to !== null && (to === null || to > contract.to)
  return isLonger ? [fault('to', 'outside-contract', contract.to)] : []
}

function isSameScope({ scope: a }: Exemption, { scope: b }: Exemption): boolean {
  return a.kind === 'form' && b.kind === 'form' ? a.form === b.form : a.kind === b.kind
}

export function fault(
  field: ExemptionFault['field'],
  code: ExemptionFault['code'],
  value = '',
): ExemptionFault {
  return { field, code, value }
}
