import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../time/minute.ts'
import type { AgreementParameters, DaySpan } from './agreement.ts'
import type { ShapeFault } from './parameter-shape.ts'

/** All time outside office hours is out of hours, so a day that is nearly all office hours would leave nothing to be exempt from. */
const LONGEST_OFFICE_HOURS = 12
const SHORTEST_NIGHT_HOURS = 4
export const LONGEST_NIGHT_HOURS = 12

/** Within one day, and at most 12 hours. */
export function officeHoursFaults({ start, end }: DaySpan): ShapeFault[] {
  const minutes = toMinuteOfDay(end) - toMinuteOfDay(start)
  if (minutes <= 0) return [{ path: ['end'], code: 'ends-before-start', value: end, against: start }]
  return minutes > LONGEST_OFFICE_HOURS * MINUTES_PER_HOUR
    ? [{ path: ['end'], code: 'longer-than-12-hours', value: end }]
    : []
}

/** From 4 to 12 hours, and no more of it asked of a night duty than there is. */
export function nightFaults({ start, end, leastMinutes }: AgreementParameters['night']): ShapeFault[] {
  const apart = toMinuteOfDay(end) - toMinuteOfDay(start)
  const minutes = (apart + MINUTES_PER_DAY) % MINUTES_PER_DAY
  if (minutes < SHORTEST_NIGHT_HOURS * MINUTES_PER_HOUR)
    return [{ path: ['end'], code: 'shorter-than-4-hours', value: end }]
  if (minutes > LONGEST_NIGHT_HOURS * MINUTES_PER_HOUR)
    return [{ path: ['end'], code: 'longer-than-12-hours', value: end }]
  return notWithin(leastMinutes, minutes)
}

/** No more asked of a worked weekend than there is of it. */
export function weekendFaults({
  fridayStart,
  mondayEnd,
  leastMinutes,
}: AgreementParameters['weekend']): ShapeFault[] {
  return notWithin(leastMinutes, 3 * MINUTES_PER_DAY - toMinuteOfDay(fridayStart) + toMinuteOfDay(mondayEnd))
}

function notWithin(leastMinutes: number, minutes: number): ShapeFault[] {
  return leastMinutes > minutes
    ? [
        {
          path: ['leastMinutes'],
          code: 'longer-than-whole',
          value: String(leastMinutes),
          against: String(minutes),
        },
      ]
    : []
}
