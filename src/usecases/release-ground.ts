import {
  accountOfDoctorGuard,
  groundReaderWrites,
  type SeenAccount,
  withdrawReopeningsElsewhereWrites,
} from '../data/ground-reader-store.ts'
import { groundGuard } from '../data/ground-store.ts'
import type { Context } from './context.ts'
import { doctorOfDecider, type ExemptionKeyOfDecider } from './deciding.ts'
import { demandFresh } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { municipalityChain } from './save-exemption.ts'
import { readGroundHistory } from './sealed-ground.ts'

export type { SeenAccount }

export interface ReleaseGroundInput extends ExemptionKeyOfDecider {
  /** The account as the decider saw it: another, or another address, is refused as `stale-revision`. */
  readonly account: SeenAccount
}

/**
 * The municipality that a ground stands with lets the doctor's account read it: the one human check that the account is the doctor's,
 * which the district that invited them cannot give.
 */
export async function releaseGround(
  ctx: Context,
  { account, ...key }: ReleaseGroundInput,
): Promise<Result<{ readonly exemptionId: string }>> {
  const found = await doctorOfDecider(ctx, key)
  if (found.kind === 'refused') return found
  const isStale = demandFresh(ctx)
  if (isStale) return isStale
  const { districtId, personId, municipality, exemptionId } = key
  const seen = found.value.own.find(({ exemption }) => exemption.id === exemptionId)
  if (!seen) return refused({ kind: 'not-found' })
  if (seen.standsWith !== municipality) return invalid('ground', 'missing')
  const place = { districtId, personId, exemptionId }
  const history = await readGroundHistory(ctx, place)
  const writes = [
    groundGuard(place, history.length),
    [accountOfDoctorGuard(personId, account)],
    withdrawReopeningsElsewhereWrites(personId),
    groundReaderWrites(place, account.accountId),
  ].flat()
  const { accountId } = account
  const change = { districtId: municipalityChain(municipality), action: 'release-ground' }
  const subject = {
    subjectKind: 'exemption',
    subjectId: exemptionId,
    after: { districtId, personId, accountId },
  }
  const failed = await save(ctx, { ...change, ...subject }, writes)
  return failed ?? done({ exemptionId })
}
