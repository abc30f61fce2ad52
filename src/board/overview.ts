import { cellKey } from '../core/rota/assignment.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import { isInPeriod, openParts, type Rota } from '../core/rota/rota.ts'
import { isBlocking, type Violation } from '../core/rules/violation.ts'
import type { HolidayName } from '../core/time/holidays.ts'
import { type IsoWeek, isoWeekOf, isoWeekStart } from '../core/time/iso-week.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { boardDays, boardStart } from './board-days.ts'
import { isShown } from './board-view.ts'

/** How one week of a plan stands. */
export interface WeekOverview {
  readonly week: IsoWeek
  /** Its Monday. */
  readonly from: LocalDate
  readonly places: number
  /** Places of which some part is held by nobody, those of conditional backups left out. */
  readonly open: number
  readonly blocks: number
  readonly warns: number
  readonly holidays: readonly HolidayName[]
}

export interface OverviewGround {
  readonly rota: Rota
  readonly violations: readonly Violation[]
  readonly draft: Draft | null
}

/** Every week that the rota's period touches. On a draft only its own lines and days count, on the timeline what is published. */
export function overviewOf({ rota, violations, draft }: OverviewGround): WeekOverview[] {
  const conditional = new Set(rota.district.lines.filter((line) => line.conditional).map(({ id }) => id))
  const isCounted = (need: Need) =>
    isInPeriod(rota, need) &&
    isShown({ rota, draft }, need) &&
    !conditional.has(need.lineId) &&
    (draft?.lineIds.includes(need.lineId) ?? true)
  const weeks = weeksBetween(rota)
  for (const need of rota.needs) {
    const week = isCounted(need) ? weeks.get(isoWeekOf(need.date)) : undefined
    if (!week) continue
    week.places += need.number
    for (let seat = 0; seat < need.number; seat++) if (isOpen(rota, need, seat)) week.open++
  }
  for (const violation of violations) {
    if (violation.grade === 'shown') continue
    const week = weeks.get(isoWeekOf(toWall(violation.span.start).date))
    if (week) week[isBlocking(violation) ? 'blocks' : 'warns']++
  }
  return [...weeks.values()]
}

type Counting = { -readonly [K in keyof WeekOverview]: WeekOverview[K] }

function weeksBetween({ from, to }: Pick<Rota, 'from' | 'to'>): Map<IsoWeek, Counting> {
  const weeks = new Map<IsoWeek, Counting>()
  for (let monday = boardStart(from); monday < to; monday = addDays(monday, 7)) {
    const week = isoWeekOf(monday)
    const holidays = boardDays(monday, 7).flatMap((day) => day.holiday ?? [])
    weeks.set(week, { week, from: isoWeekStart(week), places: 0, open: 0, blocks: 0, warns: 0, holidays })
  }
  return weeks
}

function isOpen(rota: Rota, need: Need, seat: number): boolean {
  const slices = rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []
  // Nearly always one doctor holds the whole duty, or nobody any of it.
  const [first] = slices
  if (!first) return true
  if (slices.length === 1 && first.start === need.start && first.end === need.end) return first.shadowing
  return openParts(rota, need, seat).length > 0
}
