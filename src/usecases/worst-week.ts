import { ledgerOf } from '../core/ledger/hours.ts'
import { parameterOn, referenceOn } from '../core/rota/agreement.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { type IsoWeek, isoWeekStart } from '../core/time/iso-week.ts'

/** The most duty of this district that anybody has in one ISO week, in minutes of clock time. */
export interface WorstWeek {
  readonly personId: PersonId
  readonly week: IsoWeek
  readonly dutyMinutes: number
  /** The lowest cap or line of a week that the duty alone is past; null where it passes none. */
  readonly passed: { readonly minutes: number; readonly isAdopted: boolean } | null
}

/** Null where nobody has any duty; of several that are equal, the first week of the first doctor. */
export function worstWeekOf(rota: Rota): WorstWeek | null {
  const rows = ledgerOf(rota).filter((row) => row.dutyMinutes > 0)
  const [first, ...others] = rows
  if (!first) return null
  const worst = others.reduce((most, row) => (row.dutyMinutes > most.dutyMinutes ? row : most), first)
  const { personId, week, dutyMinutes } = worst
  return { personId, week, dutyMinutes, passed: passedIn(rota, week, dutyMinutes) }
}

const MEASURES = ['weeklyDutyMinutes', 'weeklyTotalMinutes'] as const

/** An adopted cap stands before the line of the same measure. */
function passedIn(
  { district: { agreement } }: Rota,
  week: IsoWeek,
  dutyMinutes: number,
): WorstWeek['passed'] {
  const monday = isoWeekStart(week)
  const limits = MEASURES.flatMap((name) => {
    const cap = parameterOn(agreement, name, monday)
    const minutes = cap ?? referenceOn(agreement, name, monday)
    return minutes === undefined ? [] : [{ minutes, isAdopted: cap !== undefined }]
  })
  const passed = limits.filter(({ minutes }) => dutyMinutes > minutes).sort((a, b) => a.minutes - b.minutes)
  return passed[0] ?? null
}
