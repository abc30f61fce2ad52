import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { listDayNotes } from '../data/day-note-store.ts'
import { findDistrictHeads } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface DayNotesValue {
  readonly district: { readonly id: DistrictId; readonly name: string }
  readonly notes: ReadonlyMap<LocalDate, string>
}

/** Every note on a day, for whoever may write them. */
export async function showDayNotes(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<DayNotesValue>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [[district], notes] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    listDayNotes(ctx.db, districtId),
  ])
  return district ? done({ district, notes }) : refused({ kind: 'not-found' })
}
