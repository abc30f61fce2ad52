import { sql } from 'kysely'
import type { ExemptionGround } from '../core/rota/exemption.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'
import type { Schema } from './schema.ts'

/** Names one exemption of one doctor. */
export interface ExemptionKey {
  readonly districtId: DistrictId
  readonly personId: PersonId
  readonly exemptionId: string
}

/** By whom a ground was entered, and when. */
export interface GroundEntered {
  readonly by: string
  readonly at: Minute
}

export interface GroundEntry {
  readonly ground: ExemptionGround
  /** Null: told before this was kept. */
  readonly entered: GroundEntered | null
}

/** Why an exemption holds. Only for whoever decides it, and the doctor: the caller has asked the policy. */
export async function findGround(db: Database, key: ExemptionKey): Promise<ExemptionGround | undefined> {
  const [rows] = await readAll(db, [entriesOf(key).orderBy('entry', 'desc').limit(1)])
  return rows.map(toGround)[0]
}

/** A ground and what it was before, the oldest first: claimed and withdrawn, decided, appealed and settled. */
export async function listGroundHistory(db: Database, key: ExemptionKey): Promise<GroundEntry[]> {
  const [rows] = await readAll(db, [entriesOf(key).orderBy('entry')])
  return rows.map(toEntry)
}

/** The grounds of one doctor's exemptions, by exemption id. */
export async function listGroundsOfDoctor(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<{ readonly exemptionId: string; readonly ground: ExemptionGround }[]> {
  const query = groundsOf(districtId)
    .where('person_id', '=', personId)
    .orderBy('exemption_id')
    .orderBy('entry')
  const [rows] = await readAll(db, [query])
  const latest = new Map(rows.map((row) => [row.exemption_id, row]))
  return [...latest].map(([exemptionId, row]) => ({ exemptionId, ground: toGround(row) }))
}

/** Stores the ground of an exemption that the district has; the one before it stays as history. */
export function groundWrites(key: ExemptionKey, ground: ExemptionGround, { by, at }: GroundEntered): Write[] {
  const latest = sql<number>`(select coalesce(max(entry), 0) + 1 from exemption_ground
    where district_id = ${key.districtId} and person_id = ${key.personId} and exemption_id = ${key.exemptionId})`
  const row = {
    district_id: key.districtId,
    person_id: key.personId,
    exemption_id: key.exemptionId,
    entry: latest,
    ...groundColumns(ground),
    entered_by: by,
    entered_at: toUtcText(at),
  }
  return [compiler.insertInto('exemption_ground').values(row).compile()]
}

/** Ends the batch as `stale-revision` unless the ground still is the `entries`th that was told. */
export function groundGuard(key: ExemptionKey, entries: number): Write[] {
  const isSeen = sql`(select count(*) from exemption_ground
    where district_id = ${key.districtId} and person_id = ${key.personId}
      and exemption_id = ${key.exemptionId}) = ${entries}`
  return [guardWrite('stale-revision', isSeen)]
}

const entriesOf = (key: ExemptionKey) =>
  groundsOf(key.districtId).where('person_id', '=', key.personId).where('exemption_id', '=', key.exemptionId)

const groundsOf = (districtId: DistrictId) =>
  compiler.selectFrom('exemption_ground').selectAll().where('district_id', '=', districtId)

type GroundColumns = Omit<
  Schema['exemption_ground'],
  'district_id' | 'person_id' | 'exemption_id' | 'entry' | 'entered_by' | 'entered_at'
>

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

function toEntry(row: Schema['exemption_ground']): GroundEntry {
  const { entered_by: by, entered_at: at } = row
  return { ground: toGround(row), entered: by === null || at === null ? null : { by, at: fromUtcText(at) } }
}

function toGround(row: Schema['exemption_ground']): ExemptionGround {
  const { claimed_right: right, claimed_on: claimedOn, withdrawn_on: withdrawnOn } = row
  const { reason, decided_by: decidedBy, decided_on: decidedOn, appeal, engagement_id: engagementId } = row
  if (right !== null && claimedOn !== null) return { kind: 'right', right, claimedOn, withdrawnOn }
  if (reason !== null && decidedBy !== null && decidedOn !== null && appeal !== null)
    return { kind: 'discretionary', reason, decidedBy, decidedOn, appeal }
  return engagementId === null ? { kind: 'untold' } : { kind: 'contract-term', engagementId }
}
