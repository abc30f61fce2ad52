import { spanOnDay } from '../ledger/count.ts'
import { sumWithin } from '../ledger/tally.ts'
import { parameterOn } from '../rota/agreement.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import { wallDayOf } from '../time/oslo.ts'
import { valueAt } from './dated-values.ts'
import { hoursOf } from './person-work.ts'
import type { Rule } from './rule.ts'
import { runsOf } from './runs.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'
import { violation } from './violation.ts'

/**
 * Nights on dates in a row, duty elsewhere included, against the number the district has adopted (P25; policy): warns, once
 * for each unbroken run. The number is that of the run's last night. A night counts as it does in the ledger.
 */
export const nightsInARow: Rule = {
  id: 'nights-in-a-row',
  rows: ['P25'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['nights-in-a-row'],
  parameters: ['nightsInARow', 'night'],
  check: (view, personId) => {
    const caps = view.background.values('nightsInARow')
    if (caps.length === 0) return []
    const duties = dutiesHeldBy(view, personId)
    return runsOf(nightsOf(view, personId), ({ day }) => day).flatMap((run) => {
      const first = run[0] as Night
      const last = run.at(-1) as Night
      const limit = valueAt(caps, last.start)
      if (limit === undefined || run.length <= limit) return []
      const held = duties.filter((duty) => run.some((night) => overlaps(night, duty)))
      if (held.length === 0) return []
      const needIds = [...new Set(held.map((duty) => duty.needId))]
      const span = { start: first.start, end: last.end }
      return [
        violation(
          { rule: 'nights-in-a-row', personId, needIds, span, measured: run.length, limit, unit: 'nights' },
          { kind: 'nights-in-a-row' },
        ),
      ]
    })
  },
}

interface Night extends Interval {
  readonly day: number
}

/** The nights of which the person holds enough minutes, by start; minutes of different nights are never added together. */
function nightsOf(view: RotaView, personId: string): Night[] {
  const duty = hoursOf(view, personId, 'duty')
  if (!duty) return []
  const { agreement } = view.rota.district
  const nights: Night[] = []
  let day = Number.NEGATIVE_INFINITY
  duty.united.starts.forEach((start, step) => {
    const last = wallDayOf((duty.united.ends[step] as Minute) - 1)
    for (day = Math.max(day + 1, wallDayOf(start) - 1); day <= last; day++) {
      const night = parameterOn(agreement, 'night', calendarDay(day).date)
      const span = spanOnDay(night, day)
      const minutes = sumWithin(duty.united, span)
      if (minutes > 0 && minutes >= night.leastMinutes) nights.push({ ...span, day })
    }
    day = last
  })
  return nights
}
