import { datesTouched } from '../core/ledger/count.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { addDays, type Dates, type LocalDate, weekdayOf } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'

/** Published duties, from today on, that a doctor holds on days when they say they cannot: by the wish's id, by start. */
export async function heldDuties(
  { db, now }: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  wishes: readonly Wish[],
): Promise<ReadonlyMap<string, readonly Need[]>> {
  const today = toWall(now).date
  const spans = wishes.flatMap((wish) => {
    const span = wish.stance === 'cannot' ? spanOf(wish) : undefined
    return span && span.to > today ? [{ wish, ...span }] : []
  })
  if (spans.length === 0) return new Map()
  const from = spans.map((span) => span.from).reduce((a, b) => (a < b ? a : b))
  const to = spans.map((span) => span.to).reduce((a, b) => (a > b ? a : b))
  // A duty that starts the evening before reaches into the first day.
  const timeline = await loadTimeline(db, districtId, addDays(from < today ? today : from, -1), to)
  return new Map(
    spans.flatMap(({ wish }) => {
      const held = needsHeld(timeline, wish, today)
      return held.length > 0 ? [[wish.id, held] as const] : []
    }),
  )
}

function spanOf({ about }: Wish): Dates | undefined {
  if (about.kind !== 'duty') return about
  const date = dateOfNeed(about.needId)
  return date === undefined ? undefined : { from: date, to: addDays(date, 1) }
}

function needsHeld({ needs, assignments }: Timeline, wish: Wish, today: LocalDate): Need[] {
  const own = new Set(
    assignments.filter((row) => row.personId === wish.personId && !row.shadowing).map((row) => row.needId),
  )
  return needs.filter((need) => own.has(need.id) && toWall(need.end).date >= today && isAbout(wish, need))
}

function isAbout({ about }: Wish, need: Need): boolean {
  if (about.kind === 'duty') return about.needId === need.id
  return datesTouched(need).some(
    (date) =>
      about.from <= date &&
      date < about.to &&
      (about.kind === 'dates' || about.weekdays.includes(weekdayOf(date))),
  )
}
