import { sql } from 'kysely'
import type { DistrictId, Person, PersonId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite, insertRows, toJson } from './rows.ts'

/**
 * Joins the people of a district to those of the installation, or enters them. Somebody whom another district entered is
 * joined only by the HPR number and the birth date that are known of them, both; anything else is refused as `duplicate`,
 * since an id alone proves nothing. What joined people are told by afterwards may stay as this district said it then.
 */
export function personWrites(districtId: DistrictId, persons: readonly Person[]): Write[] {
  const rows = persons.map((person) => ({
    id: person.id,
    hpr_number: person.hprNumber,
    birth_date: person.birthDate,
    entered_in: districtId,
  }))
  const isProven = sql`not exists (select 1 ${unproven(districtId, persons)})`
  return [guardWrite('duplicate', isProven), ...insertRows('person', rows, CORRECT_OWN)]
}

/** Only the district that entered a person says who they are. */
const CORRECT_OWN = `on conflict (id) do update set hpr_number = excluded.hpr_number, birth_date = excluded.birth_date
  where entered_in = excluded.entered_in`

/** What stands in the way of these people, by their place in the list; empty when nothing does. */
export interface TakenPersons {
  /** Their id is somebody's whom they are not proven to be. */
  readonly ids: readonly number[]
  /** Their HPR number is known under another id. */
  readonly hprNumbers: readonly number[]
}

export async function findTakenPersons(
  db: Database,
  districtId: DistrictId,
  persons: readonly Person[],
): Promise<TakenPersons> {
  const [ids, hprNumbers] = await readAll(db, [
    places(sql`select told.key as place ${unproven(districtId, persons)} order by told.key`),
    places(sql`select told.key as place from ${told(persons)}
      cross join person on person.hpr_number = told.value ->> 1 and person.id <> told.value ->> 0
      order by told.key`),
  ])
  return { ids: ids.map(({ place }) => place), hprNumbers: hprNumbers.map(({ place }) => place) }
}

/** How a district stands to one of its people. */
export interface PersonStanding {
  /** It entered them, so that it may invite them to their first account. */
  readonly isEnteredHere: boolean
  /** Another district names them too. */
  readonly isElsewhere: boolean
}

/** The district that a person came in with; null for nobody, or for one whom no district has any more. */
export async function districtThatEntered(db: Database, personId: PersonId): Promise<DistrictId | null> {
  const [rows] = await readAll(db, [
    compiler.selectFrom('person').select('entered_in').where('id', '=', personId),
  ])
  return rows[0]?.entered_in ?? null
}

export async function findPersonStanding(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<PersonStanding> {
  const [entered, elsewhere] = await readAll(db, [
    compiler.selectFrom('person').select('entered_in').where('id', '=', personId),
    compiler
      .selectFrom('district_person')
      .select('district_id')
      .where('person_id', '=', personId)
      .where('district_id', '<>', districtId)
      .limit(1),
  ])
  return { isEnteredHere: entered[0]?.entered_in === districtId, isElsewhere: elsewhere.length > 0 }
}

/**
 * Leaves people whom a district no longer names to the one other district that does, so that somebody can correct and
 * invite them; with several left nobody is chosen. Goes before the district's own rows of them.
 */
export function handOverWrites(districtId: DistrictId, kept: readonly PersonId[]): Write[] {
  const others = sql`from district_person as other
    where other.person_id = person.id and other.district_id <> ${districtId}`
  const handOver = sql`update person set entered_in = (select other.district_id ${others})
    where id in (select person_id from district_person where district_id = ${districtId}
        and person_id not in (select value from json_each(${toJson(kept)})))
      and (select count(*) ${others}) = 1
      and (entered_in = ${districtId} or not exists (
        select 1 from district_person as own
        where own.district_id = person.entered_in and own.person_id = person.id))`
  return [handOver.compile(compiler)]
}

/** Of the people told, those of another district for whom neither proof nor an earlier word of this district stands. */
const unproven = (districtId: DistrictId, persons: readonly Person[]) => sql`
  from ${told(persons)} cross join person on person.id = told.value ->> 0
  where person.entered_in <> ${districtId}
    and (person.hpr_number = told.value ->> 1 and person.birth_date = told.value ->> 2) is not true
    and not exists (
      select 1 from district_person as own
      where own.district_id = ${districtId} and own.person_id = person.id
        and own.hpr_number is told.value ->> 1 and own.birth_date is told.value ->> 2)`

const told = (persons: readonly Person[]) =>
  sql`json_each(${toJson(persons.map((person) => [person.id, person.hprNumber, person.birthDate]))}) as told`

const places = (text: ReturnType<typeof sql>) => ({
  compile: () => sql<{ place: number }>`${text}`.compile(compiler),
})

/** Telephone numbers of these people as the district knows them; of nobody else. */
export async function listPhones(
  db: Database,
  districtId: DistrictId,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const query = compiler
    .selectFrom('district_person')
    .select(['person_id', 'phone'])
    .where('district_id', '=', districtId)
    .where(sql<boolean>`person_id in (select value from json_each(${toJson(personIds)}))`)
    .where('phone', 'is not', null)
  const [rows] = await readAll(db, [query])
  return new Map(rows.map(({ person_id, phone }) => [person_id, phone ?? '']))
}
