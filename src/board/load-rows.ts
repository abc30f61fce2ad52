import { fairShares, type Load } from '../core/ledger/fair-share.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Dates } from '../core/time/local-date.ts'
import { minutesIn } from './load-bar.ts'

/** What one doctor carries against the fair share. */
export interface LoadRow {
  readonly personId: PersonId
  readonly load: Load
  readonly target: Load
  readonly minutes: number
  readonly targetMinutes: number
  /** Minutes above the share; below it where negative. */
  readonly awayMinutes: number
  /** Shares in what is demanded; else the share is nothing to be held against. */
  readonly isSharing: boolean
}

/**
 * Every doctor, those furthest from their share first and those outside the sharing last. Of a part of the rota's dates, what
 * is brought from earlier periods is left out: it is evened out over the whole.
 */
export function loadRows(rota: Rota, dates: Dates | null = null): LoadRow[] {
  const shares = fairShares(dates ? { ...rota, ...dates, balances: [] } : rota)
  return shares
    .map(({ personId, actual, target, weight }) => {
      const [minutes, targetMinutes] = [minutesIn(actual), minutesIn(target)]
      const awayMinutes = minutes - targetMinutes
      return { personId, load: actual, target, minutes, targetMinutes, awayMinutes, isSharing: weight > 0 }
    })
    .sort(
      (a, b) =>
        Number(b.isSharing) - Number(a.isSharing) ||
        Math.abs(b.awayMinutes) - Math.abs(a.awayMinutes) ||
        (a.personId < b.personId ? -1 : 1),
    )
}
