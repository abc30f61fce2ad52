import { sql } from 'kysely'
import { holidaysBefore } from '../core/ledger/holidays-held.ts'
import type { DatedHoliday } from '../core/ledger/special-holiday.ts'
import type { SpecialHoliday } from '../core/rota/agreement.ts'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { HolidayHeld } from '../core/rota/rota.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toJson } from './rows.ts'

/** Who held a special holiday in the `years` before a date: published duties that touch it and start before the date. */
export async function loadHolidaysHeld(
  db: Database,
  districtId: DistrictId,
  before: LocalDate,
  years: number,
): Promise<HolidayHeld[]> {
  const [rows] = await readAll(db, [heldQuery(districtId, before, holidaysBefore(before, years))])
  return rows
}

// From the few holidays to the few duties that can touch them: none is longer than 72 hours.
function heldQuery(districtId: DistrictId, before: LocalDate, holidays: readonly DatedHoliday[]) {
  const last = dayInterval(before).start
  const spans = holidays.map(({ holiday, year, start, end }) => [
    holiday,
    year,
    toUtcText(start - LONGEST_NEED_MINUTES),
    toUtcText(start),
    toUtcText(earlier(end, last)),
  ])
  return {
    compile: () =>
      sql<{ personId: string; holiday: SpecialHoliday; year: number }>`
        select distinct assignment.person_id as personId, day.value ->> 0 as holiday, day.value ->> 1 as year
        from json_each(${toJson(spans)}) as day cross join assignment
          on assignment.district_id = ${districtId}
          and assignment.start_at > day.value ->> 2 and assignment.start_at < day.value ->> 4
        where assignment.end_at > day.value ->> 3 and assignment.revision_to is null
          and assignment.person_id is not null and assignment.shadowing = 0
        order by year, holiday, personId`.compile(compiler),
  }
}

function earlier(a: Minute, b: Minute): Minute {
  return a < b ? a : b
}
