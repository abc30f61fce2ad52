import { planOn } from '../core/ledger/period.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addWeeks, type IsoWeek, isoWeekOf, isoWeeksIn } from '../core/time/iso-week.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import type { Database } from '../data/database.ts'
import { findDistrict } from '../data/district-store.ts'
import { findNearestDutyDate } from '../data/nearest-duty.ts'
import { findPlan } from '../data/plan-store.ts'

export interface Weeks {
  readonly from: IsoWeek
  readonly weeks: number
}

/** Half a year: as most districts plan. */
const USUAL_WEEKS = 26

/**
 * The weeks a report opens on: the plan that holds today, else the half year nearest to today in which something
 * is published, else the half year behind. At most `most` weeks.
 */
export async function reportWeeks(
  db: Database,
  districtId: DistrictId,
  today: LocalDate,
  most: number,
): Promise<Weeks> {
  const [district, published, dutyDate] = await Promise.all([
    findDistrict(db, districtId),
    findPlan(db, districtId, today),
    findNearestDutyDate(db, districtId, today),
  ])
  const plan = planOn(district?.agreement ?? [], published, today)
  if (plan) {
    const weeks = isoWeeksIn({ from: plan.from, to: plan.to })
    return { from: isoWeekOf(plan.from), weeks: Math.min(weeks.length, most) }
  }
  const nearest = dutyDate ?? addDays(today, -1)
  const week = isoWeekOf(nearest)
  return { from: nearest >= today ? week : addWeeks(week, 1 - USUAL_WEEKS), weeks: USUAL_WEEKS }
}

/** What was asked for; null for what one leaves to the page. */
export interface AskedWeeks {
  readonly from: IsoWeek | null
  readonly weeks: number | null
}

/** The weeks asked for, completed by `usual` where nothing is. */
export async function weeksAsked({ from, weeks }: AskedWeeks, usual: () => Promise<Weeks>): Promise<Weeks> {
  if (from !== null && weeks !== null) return { from, weeks }
  const own = await usual()
  return { from: from ?? own.from, weeks: weeks ?? (from === null ? own.weeks : USUAL_WEEKS) }
}
