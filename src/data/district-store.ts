import { CompiledQuery, sql } from 'kysely'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { calendarChangeWrites } from './calendar-change-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import {
  districtQueries,
  districtRows,
  toAgreementEntry,
  toCovered,
  toHolidayHeld,
  toLines,
  toMembers,
  toPerson,
  toPositions,
} from './district-rows.ts'
import { endAccessWrites, endSubscriptionWrites } from './doctor-access.ts'
import { doctorFactWrites, doctorQueries, exemptionRows, toDoctors } from './doctor-rows.ts'
import { handOverWrites, personWrites } from './person-store.ts'
import { fromJson, insertRows, toJson, upsert } from './rows.ts'
import type { Table } from './schema.ts'
import { leaverWishRemovals, statedWishWrites, toWish, wishQuery } from './wish-store.ts'

export interface DistrictHead {
  readonly id: DistrictId
  readonly name: string
  readonly revision: number
  /** Raised by every change of what a rota is planned by, wishes too. */
  readonly edition: number
}

const MOST_LISTED = 200

/** Districts by id, at most 200; those after `after` when the list goes on. */
export async function listDistricts(db: Database, after: DistrictId = ''): Promise<DistrictHead[]> {
  const query = compiler.selectFrom('district').select(['id', 'name', 'revision', 'edition'])
  const [rows] = await readAll(db, [query.where('id', '>', after).orderBy('id').limit(MOST_LISTED)])
  return rows
}

/** The named districts that exist, by name. */
export async function findDistrictHeads(db: Database, ids: readonly DistrictId[]): Promise<DistrictHead[]> {
  const query = sql<DistrictHead>`
    select district.id, district.name, district.revision, district.edition
    from json_each(${toJson(ids)}) as wanted cross join district on district.id = wanted.value
    order by district.name, district.id`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows
}

/** The ids of the districts that a municipality belongs to, now or ever. */
export async function listDistrictsOfMunicipality(db: Database, number: string): Promise<DistrictId[]> {
  const query = compiler.selectFrom('district_member').select('district_id')
  const [rows] = await readAll(db, [query.where('municipality_number', '=', number).orderBy('district_id')])
  return rows.map((row) => row.district_id)
}

/** The districts in which a person has a place as a doctor. */
export async function listDistrictsOfPerson(db: Database, personId: string): Promise<DistrictId[]> {
  const query = compiler
    .selectFrom('district_person')
    .innerJoin('doctor', (join) =>
      join
        .onRef('doctor.district_id', '=', 'district_person.district_id')
        .onRef('doctor.person_id', '=', 'district_person.person_id'),
    )
    .select('doctor.district_id')
    .where('district_person.person_id', '=', personId)
    .orderBy('doctor.district_id')
  const [rows] = await readAll(db, [query])
  return rows.map((row) => row.district_id)
}

/** A district whole, with its dated facts and wishes in the order they were saved; grounds of exemptions are not in it. */
export async function findDistrict(db: Database, id: DistrictId): Promise<District | undefined> {
  const queries = [...districtQueries(id), ...doctorQueries(id), wishQuery(id)] as const
  const [
    heads,
    members,
    facts,
    participation,
    lines,
    served,
    templates,
    covered,
    persons,
    positions,
    ...rest
  ] = await readAll(db, queries)
  const [holders, agreement, holidays, doctors, engagements, takingPart, competences, surgery, ...more] = rest
  const [otherTasks, capacities, rotations, absences, exemptions, consents, wishes] = more
  const [head] = heads
  if (!head) return undefined
  return {
    id: head.id,
    name: head.name,
    legalForm: head.legal_form,
    timeZone: head.time_zone,
    languages: fromJson(head.languages),
    ...(head.calendar_names === 'initials' ? {} : { calendarNames: head.calendar_names }),
    municipalities: toMembers(members, facts, participation),
    lines: toLines(lines, served, templates),
    coveredElsewhere: covered.map(toCovered),
    persons: persons.map(toPerson),
    doctors: toDoctors({
      doctors,
      engagements,
      takingPart,
      competences,
      surgery,
      otherTasks,
      capacities,
      rotations,
      absences,
      exemptions,
      consents,
    }),
    positions: toPositions(positions, holders),
    agreement: agreement.map(toAgreementEntry),
    wishes: wishes.map(toWish),
    ...(holidays.length > 0 ? { holidaysHeld: holidays.map(toHolidayHeld) } : {}),
  }
}

/**
 * Saves a district whole: what it no longer says is removed, its revision and timeline are left alone. A doctor, line or
 * position with duties stays, and so does a doctor or line that an open draft plans (`still-used`). Wishes are the exception: those that it does not name stay behind those it
 * does, since people enter them while a file travels; they go with their doctor.
 *
 * People are shared by all districts, see `personWrites`. A doctor who is left out loses the way in at once. What calendars tell
 * of the district is stamped as changed at `now` where it is (`calendarChangeWrites`).
 */
export function districtWrites(district: District, now: Minute): Write[] {
  const rows = districtRows(district)
  const { id } = district
  const doctorIds = district.doctors.map((doctor) => doctor.personId)
  const personIds = district.persons.map((person) => person.id)
  return [
    ...calendarChangeWrites(district, now),
    headWrite(district),
    ...endSubscriptionWrites(id, doctorIds, now),
    ...endAccessWrites(id, doctorIds),
    ...leaverWishRemovals(id, doctorIds),
    ...FACT_TABLES.map((table) => clearWrite(table, id)),
    ...personWrites(id, district.persons),
    ...insertRows('district_person', rows.district_person, upsert(['district_id', 'person_id'], PERSON_SAYS)),
    ...insertRows('municipality', municipalityRows(district), 'on conflict (number) do nothing'),
    ...insertRows(
      'district_member',
      rows.district_member,
      upsert(['district_id', 'municipality_number'], ['name', 'ordinal']),
    ),
    ...doctorWrites(district, rows),
    ...insertRows(
      'line',
      rows.line,
      upsert(
        ['district_id', 'id'],
        ['ordinal', 'name', 'code', 'form', 'areas', 'overlap_class', 'behind', 'conditional', 'place'],
      ),
    ),
    keepOnlyWrite(
      'line',
      'id',
      id,
      rows.line.map((row) => row.id),
    ),
    ...insertRows(
      'position',
      rows.position,
      upsert(['district_id', 'id'], ['ordinal', 'name', 'municipality_number', 'share']),
    ),
    keepOnlyWrite(
      'position',
      'id',
      id,
      rows.position.map((row) => row.id),
    ),
    keepOnlyWrite(
      'district_member',
      'municipality_number',
      id,
      rows.district_member.map((row) => row.municipality_number),
    ),
    ...handOverWrites(id, personIds),
    keepOnlyWrite('district_person', 'person_id', id, personIds),
    ...insertRows('municipality_fact', rows.municipality_fact),
    ...insertRows('participation', rows.participation),
    ...insertRows('line_served', rows.line_served),
    ...insertRows('line_template', rows.line_template),
    ...insertRows('covered_elsewhere', rows.covered_elsewhere),
    ...insertRows('position_holder', rows.position_holder),
    ...insertRows('agreement_entry', rows.agreement_entry),
    ...insertRows('holiday_held', rows.holiday_held),
    ...doctorFactWrites(id, district.doctors),
    ...statedWishWrites(id, district.wishes),
  ]
}

const PERSON_SAYS = ['ordinal', 'name', 'hpr_number', 'birth_date', 'email', 'phone']

/** Tables to which nothing points, so that saving replaces their rows. */
const FACT_TABLES = [
  'municipality_fact',
  'participation',
  'engagement',
  'taking_part',
  'competence',
  'surgery',
  'other_task',
  'capacity',
  'rotation',
  'absence',
  'line_served',
  'line_template',
  'covered_elsewhere',
  'position_holder',
  'agreement_entry',
  'average_consent',
  'holiday_held',
] as const satisfies readonly Table[]

function headWrite(district: District): Write {
  const { id, name, legalForm, timeZone, languages, calendarNames = 'initials' } = district
  const said = {
    name,
    legal_form: legalForm,
    time_zone: timeZone,
    languages: toJson(languages),
    calendar_names: calendarNames,
  }
  return compiler
    .insertInto('district')
    .values({ id, ...said, revision: 0, edition: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...said, edition: sql`district.edition + 1` }),
    )
    .compile()
}

/** Doctors and exemptions keep their rows while they live; the initials step aside first, so that two may trade theirs. */
function doctorWrites(district: District, rows: ReturnType<typeof districtRows>): Write[] {
  const { id, doctors } = district
  const exemptions = exemptionRows(id, doctors)
  const keys = exemptions.map((row) => [row.person_id, row.id])
  const personIds = doctors.map((doctor) => doctor.personId)
  return [
    // What the doctor or the home municipality entered is not the file's to end or change. One that was taken back before it
    // began is in no file, and stays with its doctor.
    sql`delete from exemption where district_id = ${id}
      and (kept_by = 'district' and (to_date is null or to_date > from_date)
        or person_id not in (select value from json_each(${toJson(personIds)})))
      and (person_id, id) not in (select value ->> 0, value ->> 1 from json_each(${toJson(keys)}))`.compile(
      compiler,
    ),
    keepOnlyWrite('doctor', 'person_id', id, personIds),
    sql`update doctor set initials = '~' || person_id where district_id = ${id}`.compile(compiler),
    ...insertRows(
      'doctor',
      rows.doctor,
      upsert(['district_id', 'person_id'], ['ordinal', 'initials', 'declared_other_minutes_per_week']),
    ),
    ...insertRows(
      'exemption',
      exemptions,
      `${upsert(['district_id', 'person_id', 'id'], ['ordinal', 'from_date', 'to_date', 'scope', 'form'])}
        where exemption.kept_by = 'district'`,
    ),
  ]
}

const municipalityRows = (district: District) =>
  district.municipalities.map(({ number, name }) => ({ number, name }))

function clearWrite(table: (typeof FACT_TABLES)[number], districtId: DistrictId): Write {
  return CompiledQuery.raw(`delete from "${table}" where district_id = ?`, [districtId])
}

function keepOnlyWrite(
  table: 'doctor' | 'line' | 'position' | 'district_member' | 'district_person',
  key: 'id' | 'person_id' | 'municipality_number',
  districtId: DistrictId,
  kept: readonly string[],
): Write {
  const text = `delete from "${table}" where district_id = ? and "${key}" not in (select value from json_each(?))`
  return CompiledQuery.raw(text, [districtId, toJson(kept)])
}
