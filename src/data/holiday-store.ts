import { sql } from 'kysely'
import { specialHolidayOf } from '../core/ledger/count.ts'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { HolidayHeld } from '../core/rota/rota.ts'
import { easterSunday } from '../core/time/holidays.ts'
import { addDays, type LocalDate, yearOf } from '../core/time/local-date.ts'
import { toUtcText } from '../core/time/minute.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toJson } from './rows.ts'

/** Who held a special holiday on the timeline in the `years` before a date: published duties that touch its days. */
export async function loadHolidaysHeld(
  db: Database,
  districtId: DistrictId,
  before: LocalDate,
  years: number,
): Promise<HolidayHeld[]> {
  const days = specialDays(before, years)
  const [rows] = await readAll(db, [heldQuery(districtId, days)])
  const held = rows.flatMap(({ personId, date }) => {
    const holiday = specialHolidayOf(date)
    return holiday ? [{ personId, holiday, year: yearOfHoliday(date) }] : []
  })
  // A holiday has several days, and a duty may touch more than one.
  return [...new Map(held.map((one) => [toJson(one), one])).values()]
}

/** That of its first day: the first of January belongs to the New Year before it. */
function yearOfHoliday(date: LocalDate): number {
  return date.endsWith('-01-01') ? yearOf(date) - 1 : yearOf(date)
}

const FIXED = ['01-01', '05-17', '12-24', '12-25', '12-26', '12-31']
/** Maundy Thursday to Easter Monday, from Easter Sunday. */
const EASTER = [-3, -2, -1, 0, 1]

function specialDays(before: LocalDate, years: number): LocalDate[] {
  const last = yearOf(before)
  const from = `${last - years}${before.slice(4)}`
  return Array.from({ length: years + 1 }, (_, index) => last - years + index)
    .flatMap((year) => [
      ...FIXED.map((day) => `${year}-${day}`),
      ...EASTER.map((days) => addDays(easterSunday(year), days)),
    ])
    .filter((date) => date >= from && date < before)
}

// From the few days to the few duties that can touch them: none is longer than 72 hours.
const heldQuery = (districtId: DistrictId, dates: readonly LocalDate[]) => {
  const days = dates.map((date) => {
    const { start, end } = dayInterval(date)
    return [date, toUtcText(start - LONGEST_NEED_MINUTES), toUtcText(start), toUtcText(end)]
  })
  return {
    compile: () =>
      sql<{ personId: string; date: LocalDate }>`
        select distinct assignment.person_id as personId, day.value ->> 0 as date
        from json_each(${toJson(days)}) as day cross join assignment
          on assignment.district_id = ${districtId}
          and assignment.start_at > day.value ->> 1 and assignment.start_at < day.value ->> 3
        where assignment.end_at > day.value ->> 2 and assignment.revision_to is null
          and assignment.person_id is not null and assignment.shadowing = 0
        order by date, personId`.compile(compiler),
  }
}
