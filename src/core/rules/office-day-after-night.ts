import { hasJudgedDayAfter, type NightHeld } from '../ledger/night-duty.ts'
import { workInDays } from '../ledger/work.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, unionMinutes } from '../time/interval.ts'
import { wallDayOf } from '../time/oslo.ts'
import type { Rule } from './rule.ts'
import { nightsHeldBy } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Surgery on the day after a night duty (P22; SFS 2305 §7.4), for the forms the agreement names: warns once per block. A night
 * counts as it does in the ledger, by the person's own minutes of it and once for duties that share it. Surgery not declared
 * gives no flag.
 */
export const officeDayAfterNight: Rule = {
  id: 'office-day-after-night',
  rows: ['P22'],
  subject: 'person',
  source: 'sfs-2305-7-4',
  kinds: ['office-day-after-night'],
  parameters: ['officeDayAfterNight', 'night'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    const found = nightsHeldBy(view, personId).flatMap((night): OfficeDay[] => {
      if (!hasJudgedDayAfter(night)) return []
      const day = wallDayOf(night.span.end)
      const surgery = workInDays(doctor, day, day + 1).surgery ?? []
      return surgery.length > 0 ? [{ night, surgery }] : []
    })
    if (found.length === 0) return []
    return [...Map.groupBy(found, ({ night }) => firstOf(night).blockId ?? night.day).values()].map(breach)
  },
}

interface OfficeDay {
  readonly night: NightHeld<Duty>
  readonly surgery: readonly Interval[]
}

/** A night is held by at least one duty. */
function firstOf({ duties }: NightHeld<Duty>): Duty {
  return duties[0] as Duty
}

function breach(days: readonly OfficeDay[]): Violation {
  const first = firstOf((days[0] as OfficeDay).night)
  const surgeries = days.flatMap((day) => day.surgery)
  return violation(
    {
      rule: 'office-day-after-night',
      personId: first.personId,
      lineId: first.lineId,
      needIds: [...new Set(days.flatMap(({ night }) => night.duties.map((duty) => duty.needId)))],
      span: {
        start: Math.min(...surgeries.map((surgery) => surgery.start)),
        end: Math.max(...surgeries.map((surgery) => surgery.end)),
      },
      measured: unionMinutes(surgeries),
      limit: 0,
      unit: 'minutes',
    },
    { kind: 'office-day-after-night' },
  )
}
