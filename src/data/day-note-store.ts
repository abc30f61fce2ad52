import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { insertRows, upsert } from './rows.ts'

/** Every note of a district, by date. */
export async function listDayNotes(
  db: Database,
  districtId: DistrictId,
): Promise<ReadonlyMap<LocalDate, string>> {
  const query = compiler
    .selectFrom('day_note')
    .selectAll()
    .where('district_id', '=', districtId)
    .orderBy('date')
  const [rows] = await readAll(db, [query])
  return new Map(rows.map(({ date, text }) => [date, text]))
}

/** Puts a note on a day in place of the one that stood there; an empty text takes it away. */
export function dayNoteWrites(districtId: DistrictId, date: LocalDate, text: string): Write[] {
  if (text === '')
    return [
      compiler
        .deleteFrom('day_note')
        .where('district_id', '=', districtId)
        .where('date', '=', date)
        .compile(),
    ]
  const row = { district_id: districtId, date, text }
  return insertRows('day_note', [row], upsert(['district_id', 'date'], ['text']))
}
