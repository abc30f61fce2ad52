import { planExemption } from '../core/plans/exemption-change.ts'
import type { DutyInside } from '../core/plans/exemption-duties.ts'
import { homeMunicipalities } from '../core/plans/exemption-fault.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import type { ExemptionGround, ExemptionScope } from '../core/rota/exemption.ts'
import { birthday, type DistrictId, type MunicipalityNumber } from '../core/rota/person.ts'
import { proposedEnd } from '../core/rota/rights.ts'
import { isLocalDate, type LocalDate } from '../core/time/local-date.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import type { Context } from './context.ts'
import {
  allInside,
  type DoctorReading,
  dutiesFrom,
  readDoctor,
  readExemptions,
  settingOf,
  today,
} from './exemption-reading.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'
import { municipalityChain, saveNewExemption } from './save-exemption.ts'
import { ownPersonId } from './wish-rights.ts'

export type Right = Extract<ExemptionGround, { kind: 'right' }>['right']

export interface ClaimRightInput {
  readonly districtId: DistrictId
  readonly right: Right
  readonly scope: ExemptionScope
  readonly from: LocalDate
  /** Exclusive; null = until it is withdrawn. */
  readonly to: LocalDate | null
  /** Who is to read why, where the doctor has agreements with several; the only one where left out. */
  readonly decider?: MunicipalityNumber
  /** False asks only what the claim would do. */
  readonly isConfirmed: boolean
}

export interface ClaimedRight {
  /** Own published duties that the claim reaches. */
  readonly duties: readonly DutyInside<PersonDuty>[]
  /** Who could read why: those that are home to the doctor when it begins, as the district says, by their names in the register. */
  readonly deciders: readonly { readonly number: MunicipalityNumber; readonly name: string }[]
  readonly isStored: boolean
}

/**
 * A GP claims a right to exemption (GP regulation §33(4)): the claim is enough, and nobody decides it. Refused before the right
 * exists, without a GP agreement, and while the same right is claimed already.
 */
export async function claimRight(ctx: Context, input: ClaimRightInput): Promise<Result<ClaimedRight>> {
  const own = await ownDoctor(ctx, input.districtId)
  if (own.kind === 'refused') return own
  const { reading, key, reader } = own.value
  const { right, scope, from, to } = input
  if (!isPlanDate(from)) return invalid('from', 'not-a-date', from)
  if (to !== null && !isPlanDate(to)) return invalid('to', 'not-a-date', to)
  const exemption = { id: ctx.newId(), scope, from, to }
  const ground = { kind: 'right', right, claimedOn: today(ctx), withdrawnOn: null } as const
  const setting = settingOf(ctx, reading, await readExemptions(ctx, key, reader))
  const planned = planExemption({ exemption, ground }, setting)
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  const duties = await dutiesFrom(ctx, key, from)
  const inside = allInside(reading, duties, { kind: 'exemption', exemption: planned.exemption })
  const { edition, doctor } = reading
  const homes = homeMunicipalities(doctor, from)
  const deciders = homes.map((number) => ({ number, name: nameInRegister(number) }))
  if (!input.isConfirmed) return done({ duties: inside, deciders, isStored: false })
  // The district writes the contracts, so which of several is to read it is the doctor's word.
  const municipality = input.decider ?? (homes.length === 1 ? homes[0] : undefined)
  if (municipality === undefined) return invalid('decider', 'missing')
  if (!homes.includes(municipality)) return invalid('decider', 'not-home-municipality', municipality)
  const chain = municipalityChain(municipality)
  const failed = await saveNewExemption(ctx, {
    ...key,
    planned,
    keptBy: 'home',
    edition,
    chain,
    municipality,
    reached: inside.length,
  })
  return failed ?? done({ duties: inside, deciders, isStored: true })
}

export interface ProposeClaimInput {
  readonly districtId: DistrictId
  readonly right: Right
  /** Birth, expected or past; not stored. Null for a right by age. */
  readonly bornOn: LocalDate | null
}

export interface ProposedClaim {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** The dates that a claim is usually made for, to be looked over and changed: never before today. */
export async function proposeClaim(ctx: Context, input: ProposeClaimInput): Promise<Result<ProposedClaim>> {
  const own = await ownDoctor(ctx, input.districtId)
  if (own.kind === 'refused') return own
  const { reading } = own.value
  const { right, bornOn } = input
  const now = today(ctx)
  if (right === 'over-60') return done({ from: later(now, ageDateOf(reading, now) ?? now), to: null })
  if (bornOn === null) return invalid('bornOn', 'missing')
  if (!isLocalDate(bornOn) || !isPlanDate(bornOn)) return invalid('bornOn', 'not-a-date', bornOn)
  const parentExemption = parameterOn(reading.district.agreement, 'parentExemption', now)
  const { from, to } = proposedEnd(right, { bornOn, parentExemption })
  return done({ from: later(now, from), to })
}

/** When the right by age begins; undefined when the birth date is not known. */
export function ageDateOf({ person, district }: DoctorReading, date: LocalDate): LocalDate | undefined {
  const age = parameterOn(district.agreement, 'exemptionAge', date)
  return person.birthDate === null ? undefined : birthday(person.birthDate, age)
}

/** The actor's own place in a district; without one the district is not there. */
export async function ownDoctor(ctx: Context, districtId: DistrictId) {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  const personId = ownPersonId(ctx)
  if (personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'claim-own-rights', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const key = { districtId, personId }
  const reading = await readDoctor(ctx, key)
  const reader = { kind: 'doctor', accountId: actorId(ctx) } as const
  return reading ? done({ reading, key, reader }) : refused({ kind: 'not-found' })
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
