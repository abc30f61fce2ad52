import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { listDayNotes } from '../data/day-note-store.ts'
import { findDistrictHeads } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type Result, refused } from './refusal.ts'

export interface DayNoteValue {
  readonly district: { readonly id: DistrictId; readonly name: string }
  /** Empty: none stands on the day. */
  readonly note: string
}

/** What stands on a day, for whoever may write it. */
export async function showDayNote(
  ctx: Context,
  { districtId, date }: { readonly districtId: DistrictId; readonly date: LocalDate },
): Promise<Result<DayNoteValue>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [[district], notes] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    isPlanDate(date) ? listDayNotes(ctx.db, districtId, date, addDays(date, 1)) : null,
  ])
  return district ? done({ district, note: notes?.get(date) ?? '' }) : refused({ kind: 'not-found' })
}
