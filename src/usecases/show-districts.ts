import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import {
  findDistrict,
  findDistrictHeads,
  listDistricts,
  listDistrictsOfMunicipality,
} from '../data/district-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import { type Actor, may, municipalitiesWhere, type Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

export interface DistrictChoice {
  readonly id: DistrictId
  readonly name: string
  /** The roles the actor has in it; empty for an installation administrator without membership. */
  readonly roles: readonly Role[]
}

export interface MunicipalityChoice {
  readonly number: MunicipalityNumber
  readonly name: string
  readonly districtId: DistrictId
  readonly districtName: string
}

export interface ExemptionMunicipality extends Pick<MunicipalityChoice, 'number' | 'name'> {
  readonly mayDecide: boolean
}

export interface DistrictsValue {
  readonly districts: readonly DistrictChoice[]
  /** Municipalities whose load report the actor may read, once for each district they take part in. */
  readonly municipalities: readonly MunicipalityChoice[]
  /** Municipalities whose GPs' coming rights the actor reads, or whose exemptions they decide. */
  readonly exemptionMunicipalities: readonly ExemptionMunicipality[]
  readonly mayCreate: boolean
  /** Whether a district file of theirs would be taken: a new district's, or one's own anew. */
  readonly mayImport: boolean
  /** True when the account stands for a person with duties and a calendar of their own. */
  readonly isDoctor: boolean
}

/** Everything the actor has a place in: where a signed-in person starts. */
export async function showDistricts(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<DistrictsValue>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const mayCreate = may(actor, 'create-district', { kind: 'installation' })
  const held = actor.memberships.filter(({ scopeKind }) => scopeKind === 'district')
  const [heads, municipalities] = await Promise.all([
    mayCreate
      ? listDistricts(ctx.db)
      : findDistrictHeads(ctx.db, [...new Set(held.map((own) => own.scopeId))]),
    municipalityChoices(ctx, actor),
  ])
  const districts = heads.map(({ id, name }) => ({
    id,
    name,
    roles: held.filter(({ scopeId }) => scopeId === id).map(({ role }) => role),
  }))
  return done({
    districts,
    municipalities,
    exemptionMunicipalities: exemptionMunicipalities(actor, municipalities),
    mayCreate,
    mayImport: mayCreate || heads.some(({ id }) => may(actor, 'replace-district', { kind: 'district', id })),
    isDoctor: actor.personId !== null,
  })
}

/** Once each, however many districts they take part in. */
function exemptionMunicipalities(
  actor: Actor,
  choices: readonly MunicipalityChoice[],
): ExemptionMunicipality[] {
  const numbers = new Set(choices.map(({ number }) => number))
  return [...numbers].flatMap((number) => {
    const scope = { kind: 'municipality', number } as const
    if (!may(actor, 'read-coming-rights', scope)) return []
    return [{ number, name: nameInRegister(number), mayDecide: may(actor, 'decide-exemptions', scope) }]
  })
}

async function municipalityChoices(ctx: Context, actor: Actor): Promise<MunicipalityChoice[]> {
  const choices = municipalitiesWhere(actor, 'read-load-report').map(async (number) => {
    const ids = await listDistrictsOfMunicipality(ctx.db, number)
    const districts = await Promise.all(ids.map((id) => findDistrict(ctx.db, id)))
    return districts.flatMap((district) => {
      const member = district?.municipalities.find((municipality) => municipality.number === number)
      return district && member
        ? [{ number, name: member.name, districtId: district.id, districtName: district.name }]
        : []
    })
  })
  return (await Promise.all(choices)).flat()
}
