import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** Names one exemption of one doctor. */
export interface ExemptionKey {
  readonly districtId: DistrictId
  readonly personId: PersonId
  readonly exemptionId: string
}

/** One entry of why an exemption holds, as it lies here: what it says is open only to who has the key. */
export interface SealedGround {
  /** From 1; the highest counts, those before it are its history. */
  readonly entry: number
  /** Whose key, and which; null: not sealed yet. */
  readonly seal: { readonly sealedFor: string; readonly keyId: string } | null
  readonly text: string
}

export interface PlacedGround extends ExemptionKey, SealedGround {}

/** A ground and what it was before, the oldest first. Only for whoever decides it, and the doctor: the caller has asked the policy. */
export async function listSealedHistory(db: Database, key: ExemptionKey): Promise<SealedGround[]> {
  const [rows] = await readAll(db, [
    groundsOf(key.districtId)
      .where('person_id', '=', key.personId)
      .where('exemption_id', '=', key.exemptionId)
      .orderBy('entry'),
  ])
  return rows.map(toPlaced)
}

/** The latest ground of each of one doctor's exemptions. */
export async function listSealedOfDoctor(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<PlacedGround[]> {
  const query = groundsOf(districtId)
    .where('person_id', '=', personId)
    .orderBy('exemption_id')
    .orderBy('entry')
  const [rows] = await readAll(db, [query])
  const latest = new Map(rows.map((row) => [row.exemption_id, toPlaced(row)]))
  return [...latest.values()]
}

/** Doctors of a district with a ground of which some entry stands with a municipality. */
export async function listDoctorsSealedFor(
  db: Database,
  districtId: DistrictId,
  sealedFor: string,
): Promise<PersonId[]> {
  const query = compiler
    .selectFrom('exemption_ground')
    .select('person_id')
    .distinct()
    .where('district_id', '=', districtId)
    .where('sealed_for', '=', sealedFor)
  const [rows] = await readAll(db, [query])
  return rows.map(({ person_id }) => person_id)
}

/** Stores an entry behind those that an exemption has. @throws when it is plain, or not the next. */
export function groundWrites(key: ExemptionKey, { entry, seal, text }: SealedGround): Write[] {
  const { districtId: district_id, personId: person_id, exemptionId: exemption_id } = key
  const row = { district_id, person_id, exemption_id, entry, ...sealColumns(seal), text }
  return [compiler.insertInto('exemption_ground').values(row).compile()]
}

/** Ends the batch as `stale-revision` unless the ground still is the `entries`th that was told. */
export function groundGuard(key: ExemptionKey, entries: number): Write[] {
  const isSeen = sql`(select count(*) from exemption_ground
    where district_id = ${key.districtId} and person_id = ${key.personId}
      and exemption_id = ${key.exemptionId}) = ${entries}`
  return [guardWrite('stale-revision', isSeen)]
}

/** Which keys entries lie under; null among them while some are plain. */
export async function listSealsInUse(db: Database): Promise<SealedGround['seal'][]> {
  const [rows] = await readAll(db, [
    compiler.selectFrom('exemption_ground').select(['sealed_for', 'key_id']).distinct(),
  ])
  return rows.map(toSeal)
}

/** Entries under one key, or the plain ones, after `last` and at most `limit`. */
export async function listGroundsUnder(
  db: Database,
  seal: SealedGround['seal'],
  last: PlacedGround | undefined,
  limit: number,
): Promise<PlacedGround[]> {
  const { sealed_for, key_id } = sealColumns(seal)
  const { districtId = '', personId = '', exemptionId = '', entry = 0 } = last ?? {}
  const isAfter = sql<boolean>`(district_id, person_id, exemption_id, entry)
    > (${districtId}, ${personId}, ${exemptionId}, ${entry})`
  const query = compiler
    .selectFrom('exemption_ground')
    .selectAll()
    .where('sealed_for', 'is', sealed_for)
    .where('key_id', 'is', key_id)
    .where(isAfter)
    .orderBy('district_id')
    .orderBy('person_id')
    .orderBy('exemption_id')
    .orderBy('entry')
    .limit(limit)
  const [rows] = await readAll(db, [query])
  return rows.map(toPlaced)
}

/** The same entries under another key. */
export function resealWrites(grounds: readonly PlacedGround[]): Write[] {
  const rows = grounds.map(({ districtId, personId, exemptionId, entry, seal, text }) => {
    return { districtId, personId, exemptionId, entry, ...sealColumns(seal), text }
  })
  const update = sql`update exemption_ground
    set sealed_for = told.value ->> 'sealed_for', key_id = told.value ->> 'key_id', text = told.value ->> 'text'
    from json_each(${toJson(rows)}) as told
    where district_id = told.value ->> 'districtId' and person_id = told.value ->> 'personId'
      and exemption_id = told.value ->> 'exemptionId' and entry = told.value ->> 'entry'`
  return [update.compile(compiler)]
}

const groundsOf = (districtId: DistrictId) =>
  compiler.selectFrom('exemption_ground').selectAll().where('district_id', '=', districtId)

type GroundRow = Schema['exemption_ground']

function sealColumns(seal: SealedGround['seal']): Pick<GroundRow, 'sealed_for' | 'key_id'> {
  return { sealed_for: seal?.sealedFor ?? null, key_id: seal?.keyId ?? null }
}

function toSeal({ sealed_for, key_id }: Pick<GroundRow, 'sealed_for' | 'key_id'>): SealedGround['seal'] {
  return sealed_for === null || key_id === null ? null : { sealedFor: sealed_for, keyId: key_id }
}

function toPlaced(row: GroundRow): PlacedGround {
  const { district_id: districtId, person_id: personId, exemption_id: exemptionId, entry, text } = row
  return { districtId, personId, exemptionId, entry, seal: toSeal(row), text }
}
