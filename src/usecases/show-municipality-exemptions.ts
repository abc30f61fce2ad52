import { everHomeMunicipalities, homeMunicipalities } from '../core/plans/exemption-fault.ts'
import { type District, doctorOf } from '../core/rota/district.ts'
import { type Engagement, isGpAgreement } from '../core/rota/engagement.ts'
import type { Exemption, GroundedExemption } from '../core/rota/exemption.ts'
import { birthday, type DistrictId, type MunicipalityNumber, type PersonId } from '../core/rota/person.ts'
import { turningExemptionAge } from '../core/rota/rights.ts'
import { addMonths, type LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { findAccountOfPerson } from '../data/account-store.ts'
import { type AuditHead, findAuditHead } from '../data/audit-store.ts'
import { findDistrict, listDistrictsOfMunicipality } from '../data/district-store.ts'
import { listGroundsReadByDoctor } from '../data/ground-reader-store.ts'
import { listDoctorsSealedFor } from '../data/ground-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { isNextTo, isOwn } from './deciding.ts'
import { readExemptions, today } from './exemption-reading.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { municipalityChain, municipalityOf } from './save-exemption.ts'

export interface ShowMunicipalityExemptionsInput {
  readonly number: MunicipalityNumber
}

/** A doctor whose right by age begins within a year. Nothing follows until it is claimed. */
export interface ComingAge {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly personId: PersonId
  readonly name: string
  readonly on: LocalDate
  readonly age: number
}

export interface OwnGp {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly personId: PersonId
  readonly name: string
  /** GP regulation §33(3): over 55 weighs in a decision, and is no ground of its own. Null when not known. */
  readonly isOver55: boolean | null
  /** The municipality's own contracts with the doctor. */
  readonly contracts: readonly Engagement[]
  /** Its own to decide, the latest first. */
  readonly exemptions: readonly OwnExemption[]
  /** That hold here, while the ground stands with another, the latest first. */
  readonly elsewhere: readonly ExemptionElsewhere[]
  /** Other municipalities that are home to the doctor: a ground can be handed over to them. */
  readonly others: readonly NamedMunicipality[]
  /** Null: the doctor has none. */
  readonly account: AccountOfDoctor | null
}

export interface OwnExemption extends GroundedExemption {
  /** That the doctor's account was let read the ground. */
  readonly isReadByDoctor: boolean
}

export interface ExemptionElsewhere {
  readonly exemption: Exemption
  /** Whom to ask; null: no municipality, or not known yet. */
  readonly standsWith: NamedMunicipality | null
}

export interface NamedMunicipality {
  readonly number: MunicipalityNumber
  readonly name: string
}

/** By which a decider judges whether an account is the doctor's. */
export interface AccountOfDoctor {
  readonly accountId: string
  readonly email: string | null
  readonly createdAt: Minute
}

export interface MunicipalityExemptionsValue {
  readonly number: MunicipalityNumber
  readonly name: string
  readonly today: LocalDate
  readonly coming: readonly ComingAge[]
  /** Null for who reads and does not decide. */
  readonly doctors: readonly OwnGp[] | null
}

export const MONTHS_AHEAD = 12
const AGE_OF_SPECIAL_REGARD = 55

/** A municipality's own GPs: who reaches the age of the right within a year, and for who decides, every exemption and why. */
export async function showMunicipalityExemptions(
  ctx: Context,
  { number }: ShowMunicipalityExemptionsInput,
): Promise<Result<MunicipalityExemptionsValue>> {
  const scope = { kind: 'municipality', number } as const
  const isRefused = gate(ctx, 'read-coming-rights', scope)
  if (isRefused) return isRefused
  const decides = may(ctx.actor, 'read-grounds', scope)
  const [ids, head] = await Promise.all([
    listDistrictsOfMunicipality(ctx.db, number),
    decides ? findAuditHead(ctx.db, municipalityChain(number)) : undefined,
  ])
  const [found, sealed] = await Promise.all([
    Promise.all(ids.map((id) => findDistrict(ctx.db, id))),
    Promise.all(ids.map((id) => (decides ? listDoctorsSealedFor(ctx.db, id, number) : []))),
  ])
  const sealedIn = new Map(ids.map((id, index) => [id, sealed[index] ?? []]))
  const districts = found.flatMap((one) => one ?? [])
  const isThere = districts.some(({ municipalities }) => municipalities.some((own) => own.number === number))
  if (!isThere) return refused({ kind: 'not-found' })
  const name = nameInRegister(number)
  const coming = districts.flatMap((district) => comingAges(district, today(ctx), number))
  const value = { number, name, today: today(ctx), coming: coming.sort((a, b) => (a.on < b.on ? -1 : 1)) }
  if (!decides) return done({ ...value, doctors: null })
  const doctors = await Promise.all(
    districts.map((district) => ownGps(ctx, district, number, sealedIn.get(district.id) ?? [])),
  )
  const failed = await noteReading(ctx, number, head)
  return failed ?? done({ ...value, doctors: doctors.flat() })
}

/** Whose right by age begins within a year from `from`: of all GPs, or of one municipality's. */
export function comingAges(
  district: District,
  from: LocalDate,
  municipality: MunicipalityNumber | null,
): ComingAge[] {
  const nameOf = namesIn(district)
  return turningExemptionAge(district, from, addMonths(from, MONTHS_AHEAD))
    .filter(
      ({ personId, on }) =>
        municipality === null || homeMunicipalities(doctorOf(district, personId), on).includes(municipality),
    )
    .map(({ personId, on, age }) => ({
      districtId: district.id,
      districtName: district.name,
      personId,
      name: nameOf(personId),
      on,
      age,
    }))
}

/** Theirs, and those whose grounds are `sealed` for them. */
async function ownGps(
  ctx: Context,
  district: District,
  number: MunicipalityNumber,
  sealed: readonly PersonId[],
): Promise<OwnGp[]> {
  const nameOf = namesIn(district)
  const doctors = district.doctors.filter(
    ({ personId }) => isGpOf(district, personId, number) || sealed.includes(personId),
  )
  return Promise.all(
    doctors.map(async (doctor) => {
      const { personId, engagements } = doctor
      const reader = { kind: 'municipality', number } as const
      const [held, account, readable] = await Promise.all([
        readExemptions(ctx, { districtId: district.id, personId }, reader),
        findAccountOfPerson(ctx.db, personId),
        listGroundsReadByDoctor(ctx.db, district.id, personId),
      ])
      const isActive = account?.status === 'active'
      return {
        districtId: district.id,
        districtName: district.name,
        personId,
        name: nameOf(personId),
        isOver55: isOver55(district, personId, today(ctx)),
        contracts: engagements.filter(
          ({ employer, form }) =>
            isGpAgreement(form) && employer.kind === 'municipality' && employer.number === number,
        ),
        exemptions: held
          .filter((one) => isOwn(number, doctor, one))
          .map(({ exemption, ground }) => ({ exemption, ground, isReadByDoctor: readable.has(exemption.id) }))
          .sort((a, b) => (a.exemption.from < b.exemption.from ? 1 : -1)),
        elsewhere: held
          .filter((one) => isNextTo(number, doctor, one))
          .map(({ exemption, standsWith }) => ({ exemption, standsWith: named(standsWith) }))
          .sort((a, b) => (a.exemption.from < b.exemption.from ? 1 : -1)),
        others: everHomeMunicipalities(doctor).flatMap((other) =>
          other === number ? [] : (named(other) ?? []),
        ),
        account: isActive
          ? { accountId: account.id, email: account.email, createdAt: account.createdAt }
          : null,
      }
    }),
  )
}

/** P45: that protected fields were read is in the municipality's own log. */
function noteReading(ctx: Context, number: MunicipalityNumber, head: AuditHead | undefined) {
  const change = { districtId: municipalityChain(number), action: 'read-grounds' }
  return save(ctx, { ...change, subjectKind: 'municipality', subjectId: number }, [], head)
}

function isOver55(district: District, personId: PersonId, date: LocalDate): boolean | null {
  const birthDate = district.persons.find((person) => person.id === personId)?.birthDate ?? null
  return birthDate === null ? null : birthday(birthDate, AGE_OF_SPECIAL_REGARD) <= date
}

function isGpOf(district: District, personId: PersonId, number: MunicipalityNumber): boolean {
  const doctor = district.doctors.find((own) => own.personId === personId)
  return doctor !== undefined && everHomeMunicipalities(doctor).includes(number)
}

/** By the name in the register: a decider who hands over, or a doctor who asks, goes by it. */
function named(standsWith: string | null): NamedMunicipality | null {
  const number = municipalityOf(standsWith)
  return number === undefined ? null : { number, name: nameInRegister(number) }
}

function namesIn(district: District): (personId: PersonId) => string {
  const names = new Map(district.persons.map((person) => [person.id, person.name]))
  return (personId) => names.get(personId) ?? ''
}
