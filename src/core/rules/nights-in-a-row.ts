import { agreedWeeks } from '../ledger/agreed-week.ts'
import { type NightHeld, type NightPart, nightsHeld } from '../ledger/night-duty.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import { wallDayOf } from '../time/oslo.ts'
import { valueAt } from './dated-values.ts'
import type { Rule } from './rule.ts'
import { runsOf } from './runs.ts'
import { dutiesHeldBy, elsewhereOf, nightsHeldBy, type RotaView } from './view.ts'
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
      const first = (run[0] as NightHeld).span
      const last = (run.at(-1) as NightHeld).span
      const limit = valueAt(caps, last.start)
      if (limit === undefined || run.length <= limit) return []
      const held = duties.filter((duty) => run.some(({ span }) => overlaps(span, duty)))
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

/** The nights of the person's duties, those in other districts too. */
function nightsOf(view: RotaView, personId: string): readonly NightHeld[] {
  const elsewhere = elsewhereOf(view, personId)
  if (elsewhere.length === 0) return nightsHeldBy(view, personId)
  const parts = [...dutiesHeldBy(view, personId), ...elsewhere.map(asPart)]
  parts.sort((a, b) => a.start - b.start)
  return nightsHeld(parts, agreedWeeks(view.rota.district.agreement))
}

function asPart({ start, end }: Interval): NightPart {
  return { start, end, date: calendarDay(wallDayOf(start)).date, pieces: [] }
}
