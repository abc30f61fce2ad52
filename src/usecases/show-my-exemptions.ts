import type { DutyInside } from '../core/plans/exemption-duties.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import type { Absence } from '../core/rota/doctor.ts'
import { isGpAgreement } from '../core/rota/engagement.ts'
import { type Exemption, type ExemptionGround, hasEffect } from '../core/rota/exemption.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { listDistrictsOfPerson } from '../data/district-store.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import { ageDateOf, ownDoctor } from './claim-right.ts'
import type { Context } from './context.ts'
import { comingInside, dutiesFrom, readExemptions, today } from './exemption-reading.ts'
import { type KeptPlan, keptPlan } from './kept-plan.ts'
import { done, type Result, refused } from './refusal.ts'
import { municipalityOf } from './save-exemption.ts'
import { ownPersonId } from './wish-rights.ts'

export interface MyExemption {
  readonly exemption: Exemption
  /** `withheld` until whoever decides lets this account read it. */
  readonly ground: ExemptionGround
  /** The municipality that the ground stands with, where it is withheld; null: nobody decides it, or nothing is withheld. */
  readonly askAt: string | null
  /** A right of one's own that has not ended. */
  readonly mayWithdraw: boolean
  readonly duties: readonly DutyInside<PersonDuty>[]
  readonly kept: KeptPlan | null
}

export interface MyAbsence {
  readonly absence: Absence
  readonly duties: readonly DutyInside<PersonDuty>[]
  readonly kept: KeptPlan | null
}

export interface MyExemptionPlace {
  readonly districtId: DistrictId
  readonly districtName: string
  /** GP regulation §33 concerns GPs with an agreement, now or later. */
  readonly isGp: boolean
  /** When the right by age begins; null when the birth date is not known. */
  readonly ageDate: LocalDate | null
  /** The age that the right begins at. */
  readonly age: number
  /** The latest first. */
  readonly exemptions: readonly MyExemption[]
  readonly absences: readonly MyAbsence[]
}

export interface MyExemptionsValue {
  readonly today: LocalDate
  readonly places: readonly MyExemptionPlace[]
}

/** A doctor's own exemptions and absences with their grounds, and the plan as it stood when each was entered. */
export async function showMyExemptions(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<MyExemptionsValue>> {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  const personId = ownPersonId(ctx)
  if (personId === null) return refused({ kind: 'not-found' })
  const districtIds = await listDistrictsOfPerson(ctx.db, personId)
  const places = await Promise.all(districtIds.map((districtId) => placeIn(ctx, districtId)))
  return done({ today: today(ctx), places: places.flatMap((place) => place ?? []) })
}

async function placeIn(ctx: Context, districtId: DistrictId): Promise<MyExemptionPlace | undefined> {
  const own = await ownDoctor(ctx, districtId)
  if (own.kind === 'refused') return undefined
  const { reading, key, reader } = own.value
  const { district, doctor } = reading
  const now = today(ctx)
  const [held, duties] = await Promise.all([readExemptions(ctx, key, reader), dutiesFrom(ctx, key, now)])
  const exemptions = held.map(async ({ exemption, ground, standsWith }): Promise<MyExemption> => {
    const { to } = exemption
    const isOver = !hasEffect(exemption) || (to !== null && to <= now)
    return {
      exemption,
      ground,
      askAt: ground.kind === 'withheld' ? municipalityName(standsWith) : null,
      mayWithdraw: ground.kind === 'right' && !isOver,
      duties: hasEffect(exemption)
        ? comingInside(ctx, reading, duties, { kind: 'exemption', exemption })
        : [],
      kept: await keptPlan(ctx, district, { kind: 'exemption', id: exemption.id }),
    }
  })
  const absences = doctor.absences.map(
    async (absence): Promise<MyAbsence> => ({
      absence,
      duties: comingInside(ctx, reading, duties, { kind: 'absence', absence }),
      kept: await keptPlan(ctx, district, { kind: 'absence', id: absence.id }),
    }),
  )
  return {
    districtId,
    districtName: district.name,
    isGp: doctor.engagements.some(
      (engagement) => isGpAgreement(engagement.form) && (engagement.to === null || engagement.to > now),
    ),
    ageDate: ageDateOf(reading, now) ?? null,
    age: parameterOn(district.agreement, 'exemptionAge', now),
    exemptions: (await Promise.all(exemptions)).sort((a, b) => byLatest(a.exemption, b.exemption)),
    absences: (await Promise.all(absences)).sort((a, b) => byLatest(a.absence, b.absence)),
  }
}

function municipalityName(standsWith: string | null): string | null {
  const number = municipalityOf(standsWith)
  return number === undefined ? null : nameInRegister(number)
}

function byLatest(a: { readonly from: LocalDate }, b: { readonly from: LocalDate }): number {
  return a.from < b.from ? 1 : a.from > b.from ? -1 : 0
}
