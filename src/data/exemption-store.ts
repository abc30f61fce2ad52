import { sql } from 'kysely'
import type { Absence } from '../core/rota/doctor.ts'
import type { Exemption } from '../core/rota/exemption.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromRange, toExemption } from './doctor-rows.ts'
import { raiseEditionWrite } from './edition.ts'
import { guardWrite } from './rows.ts'

/** Whose an exemption is to end: the district's coordinator's, or the doctor's and the municipality's that decides. */
export type KeptBy = 'district' | 'home'

export interface StoredExemption {
  readonly exemption: Exemption
  readonly keptBy: KeptBy
}

/** Every exemption a doctor has had, those too that were taken back before they began: for whoever decides them. */
export async function listExemptionsOfDoctor(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<StoredExemption[]> {
  const query = compiler
    .selectFrom('exemption')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .orderBy('ordinal')
  const [rows] = await readAll(db, [query])
  return rows.map((row) => ({ exemption: toExemption(row), keptBy: row.kept_by }))
}

/** Adds an exemption behind those the doctor has. One that is claimed again is another exemption, with an id of its own. */
export function exemptionWrites(
  districtId: DistrictId,
  personId: PersonId,
  { exemption, keptBy }: StoredExemption,
): Write[] {
  const { scope } = exemption
  const row = {
    district_id: districtId,
    person_id: personId,
    id: exemption.id,
    ordinal: nextOrdinal('exemption', districtId, personId),
    ...fromRange(exemption),
    scope: scope.kind,
    form: scope.kind === 'form' ? scope.form : null,
    kept_by: keptBy,
  }
  return [compiler.insertInto('exemption').values(row).compile(), raiseEditionWrite(districtId)]
}

/**
 * Ends an exemption on `to` (exclusive; its first day = taken back before it began; null = open-ended again). Refused as
 * `stale-revision` when it no longer has the dates of `seen`. Where they stay, no page of the district goes stale: that would tell
 * whoever plans that more was told of the ground.
 */
export function endExemptionWrites(
  districtId: DistrictId,
  personId: PersonId,
  seen: Exemption,
  to: LocalDate | null,
): Write[] {
  const isSeen = sql`exists (select 1 from exemption
    where district_id = ${districtId} and person_id = ${personId} and id = ${seen.id}
      and from_date = ${seen.from} and to_date is ${seen.to})`
  const guard = guardWrite('stale-revision', isSeen)
  if (to === seen.to) return [guard]
  return [
    guard,
    compiler
      .updateTable('exemption')
      .set({ to_date: to })
      .where('district_id', '=', districtId)
      .where('person_id', '=', personId)
      .where('id', '=', seen.id)
      .compile(),
    raiseEditionWrite(districtId),
  ]
}

/** Adds an absence behind those the doctor has. */
export function absenceWrites(districtId: DistrictId, personId: PersonId, absence: Absence): Write[] {
  const row = {
    district_id: districtId,
    person_id: personId,
    id: absence.id,
    ordinal: nextOrdinal('absence', districtId, personId),
    ...absenceDates(absence),
  }
  return [compiler.insertInto('absence').values(row).compile(), raiseEditionWrite(districtId)]
}

/** Gives an absence other dates: a change, or its end. Refused as `stale-revision` when it no longer has those of `seen`. */
export function changeAbsenceWrites(
  districtId: DistrictId,
  personId: PersonId,
  seen: Absence,
  next: Omit<Absence, 'id'>,
): Write[] {
  return [
    absenceGuard(districtId, personId, seen),
    compiler
      .updateTable('absence')
      .set(absenceDates(next))
      .where('district_id', '=', districtId)
      .where('person_id', '=', personId)
      .where('id', '=', seen.id)
      .compile(),
    raiseEditionWrite(districtId),
  ]
}

/** Takes out an absence that came to nothing. Refused as `stale-revision` when it no longer has the dates of `seen`. */
export function absenceRemovals(districtId: DistrictId, personId: PersonId, seen: Absence): Write[] {
  return [
    absenceGuard(districtId, personId, seen),
    compiler
      .deleteFrom('absence')
      .where('district_id', '=', districtId)
      .where('person_id', '=', personId)
      .where('id', '=', seen.id)
      .compile(),
    raiseEditionWrite(districtId),
  ]
}

function absenceGuard(districtId: DistrictId, personId: PersonId, seen: Absence): Write {
  return guardWrite(
    'stale-revision',
    sql`exists (select 1 from absence
      where district_id = ${districtId} and person_id = ${personId} and id = ${seen.id}
        and from_date = ${seen.from} and certain_from = ${seen.certainFrom} and to_date is ${seen.to})`,
  )
}

function absenceDates(absence: Omit<Absence, 'id'>) {
  return { ...fromRange(absence), certain_from: absence.certainFrom }
}

function nextOrdinal(table: 'exemption' | 'absence', districtId: DistrictId, personId: PersonId) {
  return sql<number>`(select coalesce(max(ordinal) + 1, 0) from ${sql.table(table)}
    where district_id = ${districtId} and person_id = ${personId})`
}
