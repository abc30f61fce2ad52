import type { ExemptionGround } from '../core/rota/exemption.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { Schema } from './schema.ts'

/** Names one exemption of one doctor. */
export interface ExemptionKey {
  readonly districtId: DistrictId
  readonly personId: PersonId
  readonly exemptionId: string
}

/** Why an exemption holds. Only for whoever decides it, and the doctor: the caller has asked the policy. */
export async function findGround(db: Database, key: ExemptionKey): Promise<ExemptionGround | undefined> {
  const query = groundsOf(key.districtId)
    .where('person_id', '=', key.personId)
    .where('exemption_id', '=', key.exemptionId)
  const [rows] = await readAll(db, [query])
  return rows.map(toGround)[0]
}

/** The grounds of one doctor's exemptions, by exemption id. */
export async function listGroundsOfDoctor(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<{ readonly exemptionId: string; readonly ground: ExemptionGround }[]> {
  const query = groundsOf(districtId).where('person_id', '=', personId).orderBy('exemption_id')
  const [rows] = await readAll(db, [query])
  return rows.map((row) => ({ exemptionId: row.exemption_id, ground: toGround(row) }))
}

/** Stores the ground of an exemption that the district has, in the place of the one before. */
export function groundWrites(key: ExemptionKey, ground: ExemptionGround): Write[] {
  const columns = groundColumns(ground)
  const row = {
    district_id: key.districtId,
    person_id: key.personId,
    exemption_id: key.exemptionId,
    ...columns,
  }
  return [
    compiler
      .insertInto('exemption_ground')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['district_id', 'person_id', 'exemption_id']).doUpdateSet(columns),
      )
      .compile(),
  ]
}

export function groundRemovals(key: ExemptionKey): Write[] {
  return [
    compiler
      .deleteFrom('exemption_ground')
      .where('district_id', '=', key.districtId)
      .where('person_id', '=', key.personId)
      .where('exemption_id', '=', key.exemptionId)
      .compile(),
  ]
}

const groundsOf = (districtId: DistrictId) =>
  compiler.selectFrom('exemption_ground').selectAll().where('district_id', '=', districtId)

type GroundColumns = Omit<Schema['exemption_ground'], 'district_id' | 'person_id' | 'exemption_id'>

function groundColumns(ground: ExemptionGround): GroundColumns {
  const right = ground.kind === 'right' ? ground : undefined
  const decision = ground.kind === 'discretionary' ? ground : undefined
  return {
    kind: ground.kind,
    claimed_right: right?.right ?? null,
    claimed_on: right?.claimedOn ?? null,
    withdrawn_on: right?.withdrawnOn ?? null,
    reason: decision?.reason ?? null,
    decided_by: decision?.decidedBy ?? null,
    decided_on: decision?.decidedOn ?? null,
    appeal: decision?.appeal ?? null,
    engagement_id: ground.kind === 'contract-term' ? ground.engagementId : null,
  }
}

function toGround(row: Schema['exemption_ground']): ExemptionGround {
  const { claimed_right: right, claimed_on: claimedOn, withdrawn_on: withdrawnOn } = row
  const { reason, decided_by: decidedBy, decided_on: decidedOn, appeal, engagement_id: engagementId } = row
  if (right !== null && claimedOn !== null) return { kind: 'right', right, claimedOn, withdrawnOn }
  if (reason !== null && decidedBy !== null && decidedOn !== null && appeal !== null)
    return { kind: 'discretionary', reason, decidedBy, decidedOn, appeal }
  return engagementId === null ? { kind: 'untold' } : { kind: 'contract-term', engagementId }
}
