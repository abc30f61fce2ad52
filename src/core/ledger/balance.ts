import type { PersonId } from '../rota/person.ts'
import type { ShareBalance, ShareMeasure } from '../rota/rota.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'

export const SHARE_MEASURES: readonly ShareMeasure[] = [
  'home',
  'on-site',
  'backup',
  'nights',
  'weekends',
  'holidays',
]

/** One entry of a doctor's balance; entries are only ever added. */
export interface BalanceEntry {
  readonly id: string
  readonly personId: PersonId
  readonly measure: ShareMeasure
  /** Minutes or a number, signed: above 0 the doctor has carried more than their share. */
  readonly amount: number
  /** The first date on which it counts. */
  readonly on: LocalDate
  readonly kind: 'closing' | 'correction'
  /** The closed period that it came from; null for a correction. */
  readonly closingId: string | null
  readonly reason: string
  readonly by: string
  readonly at: Minute
}

/** What every doctor brings to a period that begins on `date`: the sums of the entries that count by then, to a hundredth, zeros left out. */
export function balancesOn(entries: readonly BalanceEntry[], date: LocalDate): ShareBalance[] {
  const sums = new Map<string, ShareBalance>()
  for (const { personId, measure, amount, on } of entries) {
    if (on > date) continue
    const key = `${measure} ${personId}`
    sums.set(key, { personId, measure, amount: (sums.get(key)?.amount ?? 0) + amount })
  }
  return [...sums.values()]
    .map((own) => ({ ...own, amount: Math.round(own.amount * 100) / 100 }))
    .filter(({ amount }) => amount !== 0)
}
