import { everHomeMunicipalities } from '../core/plans/exemption-fault.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'
import { groundGuard } from '../data/ground-store.ts'
import type { Context } from './context.ts'
import { doctorOfDecider, type ExemptionKeyOfDecider } from './deciding.ts'
import { demandFresh } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, saveInChains } from './save.ts'
import { municipalityChain } from './save-exemption.ts'
import { readGroundHistory, sealedGroundWrites } from './sealed-ground.ts'

export interface HandOverGroundInput extends ExemptionKeyOfDecider {
  /** Home to the doctor, now or once. */
  readonly to: MunicipalityNumber
}

/**
 * The municipality that a ground stands with leaves it to another: from then on that one reads and decides, and this one does not.
 * Nothing else moves a ground, whatever contracts come to say.
 */
export async function handOverGround(
  ctx: Context,
  { to, ...key }: HandOverGroundInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const found = await doctorOfDecider(ctx, key)
  if (found.kind === 'refused') return found
  const isStale = demandFresh(ctx)
  if (isStale) return isStale
  const { districtId, personId, municipality, exemptionId } = key
  const { reading, own } = found.value
  const seen = own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  if (seen.standsWith !== municipality) return invalid('ground', 'missing')
  if (to === municipality || !everHomeMunicipalities(reading.doctor).includes(to))
    return invalid('receiver', 'not-home-municipality', to)
  const place = { districtId, personId, exemptionId }
  const history = await readGroundHistory(ctx, place)
  const ground = history.at(-1)?.ground
  if (!ground || ground.kind === 'unreadable') return invalid('receiver', 'missing', to)
  const entered = { by: actorId(ctx), at: ctx.now }
  const writes = [
    ...groundGuard(place, history.length),
    ...(await sealedGroundWrites(ctx, place, history.length + 1, { ground, entered, sealedFor: to })),
  ]
  const told = {
    subjectKind: 'exemption',
    subjectId: exemptionId,
    after: { districtId, personId, from: municipality, to },
  }
  const changes = [municipality, to].map((number) => ({
    districtId: municipalityChain(number),
    action: 'hand-over-ground',
    ...told,
  }))
  const failed = await saveInChains(ctx, changes, writes)
  return failed ?? done({ exemptionId })
}
