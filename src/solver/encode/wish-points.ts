import type { Need } from '../../core/rota/need.ts'
import type { Stance, Wish } from '../../core/rota/wish.ts'
import { intersection, minutesOf } from '../../core/time/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../../core/time/local-date.ts'
import { dayInterval } from '../../core/time/oslo.ts'

/** Points per weight for holding a duty that the wish is about; what a doctor cannot do is placed only before leaving a duty open. */
const POINTS: Readonly<Record<Stance, number>> = { wish: -6, 'rather-not': 10, cannot: 200_000 }

/** Points of a need in the hands of the doctor who wished; 0 when the wish is not about it. */
export function wishPoints(wish: Wish, need: Need): number {
  return isAbout(wish, need) ? POINTS[wish.stance] * wish.weight : 0
}

function isAbout({ about }: Wish, need: Need): boolean {
  if (about.kind === 'duty') return about.needId === need.id
  return datesOf(need).some(
    (date) =>
      about.from <= date &&
      date < about.to &&
      (about.kind === 'dates' || about.weekdays.includes(weekdayOf(date))),
  )
}

/** The date a need starts on, and any other date that more than half of it lies on: a night from 23 to 08 is felt on both. */
function datesOf(need: Need): LocalDate[] {
  const later = [1, 2, 3].map((days) => addDays(need.date, days))
  const isMost = (date: LocalDate) => {
    const part = intersection(dayInterval(date), need)
    return part !== undefined && 2 * minutesOf(part) > minutesOf(need)
  }
  return [need.date, ...later.filter(isMost)]
}
