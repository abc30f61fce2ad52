import { firstOpenDate } from '../core/plans/agreement-change.ts'
import type { Agreement } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { MemberMunicipality } from '../core/rota/municipality.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { type UncheckedRule, uncheckedRules } from '../core/rules/unchecked.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { may, municipalitiesWhere } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface AgreementView {
  readonly district: Pick<District, 'id' | 'name' | 'lines' | 'agreement'> & {
    readonly municipalities: readonly Pick<MemberMunicipality, 'number' | 'name'>[]
  }
  readonly today: LocalDate
  /** The first date whose values may still change; null while nothing is closed. */
  readonly openFrom: LocalDate | null
  /** As of today. */
  readonly unchecked: readonly UncheckedRule[]
  readonly mayChange: boolean
}

/** A district's agreement, which is no secret to anybody who has a place in it or in one of its municipalities. */
export async function showAgreement(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<AgreementView>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-agreement', scope)
  const numbers = municipalitiesWhere(ctx.actor, 'read-agreement')
  if (isRefused && numbers.length === 0) return isRefused
  const [district, closings] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
  ])
  if (!district) return isRefused ?? refused({ kind: 'not-found' })
  const isMunicipalitys = district.municipalities.some(({ number }) => numbers.includes(number))
  if (isRefused && !isMunicipalitys) return isRefused
  const today = toWall(ctx.now).date
  const { id, name, lines, agreement } = district
  const municipalities = district.municipalities.map((member) => ({
    number: member.number,
    name: member.name,
  }))
  return done({
    district: { id, name, lines, municipalities, agreement },
    today,
    openFrom: firstOpenDate(closings),
    unchecked: uncheckedRules(agreement, today),
    mayChange: may(ctx.actor, 'change-agreement', scope),
  })
}

/** Names an agreement as it was seen, so that a change made meanwhile is noticed. */
export async function agreementStamp({ hash }: Pick<Context, 'hash'>, agreement: Agreement): Promise<string> {
  return (await hash(JSON.stringify(agreement))).slice(0, STAMP_CHARACTERS)
}

const STAMP_CHARACTERS = 16
