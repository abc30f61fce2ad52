import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { dayNoteWrites, listDayNotes } from '../data/day-note-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/** Characters that a note on a day may have. */
export const LONGEST_DAY_NOTE = 200

export interface SaveDayNoteInput {
  readonly districtId: DistrictId
  readonly date: LocalDate
  /** One line of at most 200 characters; empty takes the note away. */
  readonly text: string
  /** The note that stood on the day when this one was written; empty for none. */
  readonly seen: string
}

/** Puts a note on a day for everybody who reads the rota, in place of the one that stood there. Refused when somebody wrote another meanwhile. */
export async function saveDayNote(
  ctx: Context,
  { districtId, date, text, seen }: SaveDayNoteInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!isPlanDate(date)) return invalid('date', 'not-a-date', date)
  const note = text.trim()
  if (!isPlainLine(note)) return invalid('text', 'hidden-character', note)
  if (note.length > LONGEST_DAY_NOTE) return invalid('text', 'too-long', note)
  const before = (await listDayNotes(ctx.db, districtId, date, addDays(date, 1))).get(date) ?? ''
  if (before === note) return done(null)
  if (before !== seen) return refused({ kind: 'stale-revision' })
  const change = { districtId, action: 'save-day-note', subjectKind: 'day', subjectId: date }
  // The log keeps for ever what it is told: not the words, which may tell of somebody's health and can be taken away.
  const logged = { before: { characters: before.length }, after: { characters: note.length } }
  const failed = await save(ctx, { ...change, ...logged }, dayNoteWrites(districtId, date, note, seen))
  return failed ?? done(null)
}
