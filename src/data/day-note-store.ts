import { type RawBuilder, sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite, insertRows, upsert } from './rows.ts'

type DayNotes = ReadonlyMap<LocalDate, string>

/** The notes of the days from `from` (inclusive) to `to` (exclusive), by date. */
export function listDayNotes(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<DayNotes> {
  return notesWithin(db, districtId, sql`${from}`, sql`${to}`)
}

/** As many days as a board shows at most: so far beside a draft's own dates its board may begin or end. */
const DAYS_BESIDE = 190

/** The notes of a draft's days and of half a year on either side, asked for before its dates are known. */
export function listDayNotesAround(db: Database, districtId: DistrictId, draftId: string): Promise<DayNotes> {
  const ofDraft = (column: 'from_date' | 'to_date', days: number) => sql`(
    select date(${sql.ref(column)}, ${`${days} days`}) from draft where district_id = ${districtId} and id = ${draftId})`
  const [from, to] = [ofDraft('from_date', -DAYS_BESIDE), ofDraft('to_date', DAYS_BESIDE)]
  return notesWithin(db, districtId, from, to)
}

async function notesWithin(
  db: Database,
  districtId: DistrictId,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
): Promise<DayNotes> {
  const query = sql<{ date: LocalDate; text: string }>`
    select date, text from day_note
    where district_id = ${districtId} and date >= ${from} and date < ${to} order by date`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return new Map(rows.map(({ date, text }) => [date, text]))
}

/**
 * Puts a note on a day in place of the one that stood there; an empty text takes it away. Refused as `stale-revision` when
 * `seen` is not what stands there, '' for no note.
 */
export function dayNoteWrites(districtId: DistrictId, date: LocalDate, text: string, seen: string): Write[] {
  const own = sql`select text from day_note where district_id = ${districtId} and date = ${date}`
  const isSeen = guardWrite('stale-revision', sql`coalesce((${own}), '') = ${seen}`)
  if (text === '')
    return [
      isSeen,
      compiler
        .deleteFrom('day_note')
        .where('district_id', '=', districtId)
        .where('date', '=', date)
        .compile(),
    ]
  const row = { district_id: districtId, date, text }
  return [isSeen, ...insertRows('day_note', [row], upsert(['district_id', 'date'], ['text']))]
}
