import { balancesOn } from '../core/ledger/balance.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { Rota } from '../core/rota/rota.ts'
import { contextFrom } from '../core/rules/context.ts'
import type { Dates } from '../core/time/local-date.ts'
import { listBalanceEntries } from '../data/balance-store.ts'
import type { Database } from '../data/database.ts'
import { loadHolidaysHeld } from '../data/holiday-store.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import { hull, withContext } from './plan-dates.ts'

/** What the doctors bring to a period from before it. */
export type Brought = Required<Pick<Rota, 'holidaysHeld' | 'balances'>>

export interface JudgedTimeline {
  /** As far back as any rule in force looks. */
  readonly timeline: Timeline
  /** The days around the period on which unpublished duties are expected; what lies further back only stands as it was published. */
  readonly context: Dates
  readonly brought: Brought
}

/** Everything on the timeline that a rota of these dates is judged by, in one trip to the database, over `reach` at least. */
export async function loadJudgedTimeline(
  db: Database,
  district: District,
  period: Dates,
  reach: Dates = period,
): Promise<JudgedTimeline> {
  const { id, agreement } = district
  const context = withContext(period)
  const back = contextFrom(agreement, period.from)
  const read = hull(hull(context, reach), { from: back, to: context.to })
  const memory = parameterOn(agreement, 'holidayMemoryYears', period.from)
  const [timeline, holidaysHeld, entries] = await Promise.all([
    loadTimeline(db, id, read.from, read.to),
    loadHolidaysHeld(db, id, period.from, memory),
    listBalanceEntries(db, id, period.from),
  ])
  return { timeline, context, brought: { holidaysHeld, balances: balancesOn(entries, period.from) } }
}
