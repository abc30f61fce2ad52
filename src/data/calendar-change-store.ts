import { type RawBuilder, sql } from 'kysely'
import { leftOn } from '../core/plans/doctor-end.ts'
import type { District } from '../core/rota/district.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { CHANGE_STAMP, changeClockWrite } from './change-clock.ts'
import { compiler, type Write } from './database.ts'
import { districtFeedsWrite, personFeedsWrite } from './feed-version.ts'
import { toJson } from './rows.ts'

/**
 * Goes before a district is saved: stamps what calendars tell of it and is about to change (titles, areas, names, what is
 * told of doctors), notes who has left, and gives the calendars that show any of it a new version.
 */
export function calendarChangeWrites(district: District, now: Minute): Write[] {
  const { id } = district
  const titles = changedTitles(district)
  const areas = changedAreas(district)
  const names = changedNames(district)
  const told = [titles, areas, names, changedCover(district), changedMembers(district)]
  return [
    changeClockWrite(now, anyOf(told)),
    personFeedsWrite(holdersUnder(id, titles)),
    districtFeedsWrite(id, anyOf(told)),
    stampWrite('title_change', ['line_id'], id, titles),
    stampWrite('area_change', ['line_id'], id, areas),
    stampWrite('name_change', ['person_id', 'what'], id, names),
    ...departureWrites(district, now),
  ]
}

type Changed = RawBuilder<unknown>

const anyOf = (lists: readonly Changed[]): Changed =>
  sql`(${sql.join(
    lists.map((changed) => sql`exists (${changed})`),
    sql` or `,
  )})`

/** The district ('') and the lines whose words stand in every event under them. Forms do not: a duty keeps its own. */
function changedTitles({ id, name, lines }: District): Changed {
  const told = toJson(lines.map((line) => [line.id, line.name, line.code, line.place ?? '']))
  return sql`
    select '' as line_id from district where id = ${id} and name <> ${name}
    union all
    select line.id from json_each(${told}) as told cross join line
      on line.district_id = ${id} and line.id = told.value ->> 0
    where (line.name, line.code, line.place) is not (told.value ->> 1, told.value ->> 2, told.value ->> 3)`
}

/** Lines of which the dispatch centre is told other areas. */
function changedAreas({ id, lines }: District): Changed {
  const told = toJson(lines.map((line) => [line.id, toJson(line.areas)]))
  return sql`select line.id as line_id from json_each(${told}) as told cross join line
      on line.district_id = ${id} and line.id = told.value ->> 0
    where line.areas <> told.value ->> 1`
}

/** Lines that stand behind others than before, or are asked for when they were not: other duties show, and others are open. */
function changedCover({ id, lines }: District): Changed {
  const told = toJson(lines.map((line) => [line.id, toJson(line.behind), Number(line.conditional)]))
  return sql`select line.id as line_id from json_each(${told}) as told cross join line
      on line.district_id = ${id} and line.id = told.value ->> 0
    where (line.behind, line.conditional) is not (told.value ->> 1, told.value ->> 2)`
}

/** Municipalities by another name: a calendar of one of them is called by it, and holds the lines whose areas name it. */
function changedMembers({ id, municipalities }: District): Changed {
  const told = toJson(municipalities.map(({ number, name }) => [number, name]))
  return sql`select own.municipality_number from json_each(${told}) as told cross join district_member as own
      on own.district_id = ${id} and own.municipality_number = told.value ->> 0
    where own.name <> told.value ->> 1`
}

/** Doctors whose name or initials change, each apart since a calendar shows one of the two; and which, or none (''). */
function changedNames({ id, persons, doctors, calendarNames = 'initials' }: District): Changed {
  const names = toJson(persons.map((person) => [person.id, person.name]))
  const initials = toJson(doctors.map((doctor) => [doctor.personId, doctor.initials]))
  return sql`
    select own.person_id, 'name' as what from json_each(${names}) as told cross join district_person as own
      on own.district_id = ${id} and own.person_id = told.value ->> 0
    where own.name <> told.value ->> 1
    union all
    select doctor.person_id, 'initials' from json_each(${initials}) as told cross join doctor
      on doctor.district_id = ${id} and doctor.person_id = told.value ->> 0
    where doctor.initials <> told.value ->> 1
    union all
    select '', 'policy' from district where id = ${id} and calendar_names <> ${calendarNames}`
}

/** Everybody who holds or has held a duty of these lines: one that was cancelled stands in their calendar too. */
function holdersUnder(districtId: string, titles: Changed): RawBuilder<unknown> {
  return sql`select assignment.person_id from (${titles}) as found
    cross join need on need.district_id = ${districtId} and found.line_id in ('', need.line_id)
    cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id`
}

function stampWrite(
  table: 'title_change' | 'area_change' | 'name_change',
  keys: readonly string[],
  districtId: string,
  changed: Changed,
): Write {
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  return sql`insert into ${sql.table(table)} (district_id, ${columns}, stamp)
    select ${districtId}, ${columns}, ${CHANGE_STAMP} from (${changed}) as found where true
    on conflict (district_id, ${columns}) do update set stamp = excluded.stamp`.compile(compiler)
}

/** From when each doctor of the district has left it, and all who are its doctors no more, as of now. */
function departureWrites({ id, doctors }: District, now: Minute): Write[] {
  const at = toUtcText(now)
  const own = toJson(doctors.map(({ personId }) => personId))
  const left = toJson(
    doctors.flatMap((doctor) => {
      const on = leftOn(doctor)
      return on === null ? [] : [[doctor.personId, toUtcText(dayInterval(on).start)]]
    }),
  )
  const told = sql`select value ->> 0, value ->> 1 from json_each(${left})`
  const mistaken = sql`from departure where district_id = ${id}
    and person_id in (select value from json_each(${own})) and (person_id, at) not in (${told})`
  const leavers = sql`from doctor where district_id = ${id}
    and person_id not in (select value from json_each(${own}))`
  const fresh = sql`from json_each(${left}) as told where not exists (select 1 from departure
    where district_id = ${id} and person_id = told.value ->> 0 and at = told.value ->> 1)`
  const touched = sql`select person_id ${mistaken} union select person_id ${leavers}
    union select told.value ->> 0 ${fresh}`
  return [
    changeClockWrite(now, sql`exists (${touched})`),
    personFeedsWrite(touched),
    sql`delete ${mistaken}`.compile(compiler),
    sql`insert into departure (district_id, person_id, at)
      select ${id}, told.value ->> 0, told.value ->> 1 ${fresh}
      union all select ${id}, person_id, ${at} ${leavers}
      on conflict (district_id, person_id) do update set at = min(at, excluded.at)`.compile(compiler),
  ]
}
