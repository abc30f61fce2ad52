import { sql } from 'kysely'
import type { District } from '../core/rota/district.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Write } from './database.ts'
import { districtFeedsWrite, personFeedsWrite } from './feed-version.ts'
import { toJson } from './rows.ts'

/**
 * Goes before a district is saved: counts the lines and the district whose title is about to change, and gives the
 * calendars of all who hold duties under it a new version. Clients take a new text only with a higher sequence.
 */
export function titleChangeWrites({ id, name, lines }: District, now: Minute): Write[] {
  const at = toUtcText(now)
  const told = toJson(lines.map((line) => [line.id, line.name, line.code, line.form, line.place ?? '']))
  const changed = sql`
    select '' as line_id from district where id = ${id} and name <> ${name}
    union all
    select line.id from json_each(${told}) as told cross join line
      on line.district_id = ${id} and line.id = told.value ->> 0
    where (line.name, line.code, line.form, line.place)
        is not (told.value ->> 1, told.value ->> 2, told.value ->> 3, told.value ->> 4)`
  return [
    personFeedsWrite(
      sql`select assignment.person_id from (${changed}) as changed
        cross join need on need.district_id = ${id} and changed.line_id in ('', need.line_id)
        cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id`,
      at,
    ),
    districtFeedsWrite(id, at, sql`exists (${changed})`),
    sql`insert into title_change (district_id, line_id, times, at)
      select ${id}, line_id, 1, ${at} from (${changed}) where true
      on conflict (district_id, line_id) do update set times = times + 1, at = excluded.at`.compile(compiler),
  ]
}
