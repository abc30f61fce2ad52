import { homeMunicipalities } from '../core/plans/exemption-fault.ts'
import { doctorOf } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { Exemption, ExemptionGround } from '../core/rota/exemption.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { listExemptionsOfDoctor } from '../data/exemption-store.ts'
import {
  listGroundsUnder,
  listSealsInUse,
  type PlacedGround,
  resealWrites,
  type SealedGround,
} from '../data/ground-store.ts'
import { NO_MUNICIPALITY, newestGroundKey, type SealedFor } from '../identity/ground-key.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Refused, type Result } from './refusal.ts'
import { save } from './save.ts'
import { plainEntry, resealed } from './sealed-ground.ts'

export interface SealedGrounds {
  readonly sealed: number
  /** Under keys that the installation no longer has; nobody can read them. */
  readonly lost: number
}

/** Entries in one batch; each is a kilobyte or so. */
const AT_A_TIME = 100

/** Seals what lies plain since before grounds were sealed, and brings what lies under an older key under the newest. */
export async function sealGrounds(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<SealedGrounds>> {
  const isRefused = gate(ctx, 'sweep', { kind: 'installation' })
  if (isRefused) return isRefused
  const total = { sealed: 0, lost: 0 }
  for (const seal of await listSealsInUse(ctx.db)) {
    if (seal && seal.keyId === (await newestGroundKey(ctx.groundKeys, seal.sealedFor)).id) continue
    const counted = await sealAllUnder(ctx, seal)
    if (counted.kind === 'refused') return counted
    total.sealed += counted.value.sealed
    total.lost += counted.value.lost
  }
  return done(total)
}

async function sealAllUnder(ctx: Context, seal: SealedGround['seal']): Promise<Result<SealedGrounds>> {
  const total = { sealed: 0, lost: 0 }
  let last: PlacedGround | undefined
  do {
    const placed = await listGroundsUnder(ctx.db, seal, last, AT_A_TIME)
    const next = await Promise.all(
      placed.map(async (one) => resealed(ctx, one, seal?.sealedFor ?? (await decidingOf(ctx, one)))),
    )
    const open = next.flatMap((one) => one ?? [])
    const failed = open.length === 0 ? undefined : await saveSealed(ctx, open)
    if (failed) return failed
    total.sealed += open.length
    total.lost += placed.length - open.length
    last = placed[AT_A_TIME - 1]
  } while (last)
  return done(total)
}

function saveSealed(ctx: Context, grounds: readonly PlacedGround[]): Promise<Refused | undefined> {
  const change = { districtId: INSTALLATION_CHAIN, action: 'seal-grounds', subjectKind: 'installation' }
  const counted = { ...change, subjectId: INSTALLATION_CHAIN, after: { count: grounds.length } }
  return save(ctx, counted, resealWrites(grounds))
}

/** Whose key a plain entry belongs under. */
async function decidingOf(ctx: Context, placed: PlacedGround): Promise<SealedFor> {
  const { districtId, personId, exemptionId } = placed
  const [district, held] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listExemptionsOfDoctor(ctx.db, districtId, personId),
  ])
  const found = held.find(({ exemption }) => exemption.id === exemptionId)
  if (!district || !found) throw new Error(`exemption ${exemptionId} of ${personId} is not in ${districtId}`)
  return decidingMunicipality(doctorOf(district, personId), found.exemption, plainEntry(placed).ground)
}

function decidingMunicipality(doctor: Doctor, { from }: Exemption, ground: ExemptionGround): SealedFor {
  if (ground.kind === 'discretionary') return ground.decidedBy
  const contract = doctor.engagements.find(
    ({ id }) => ground.kind === 'contract-term' && id === ground.engagementId,
  )
  if (contract?.employer.kind === 'municipality') return contract.employer.number
  return homeMunicipalities(doctor, from)[0] ?? NO_MUNICIPALITY
}
