import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../time/minute.ts'
import type { AgreementParameters, DaySpan, DutyRates, MunicipalityKey } from './agreement.ts'
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

/** The age past which no extension reaches is not below the age at which an agreement ends. */
export function agreementEndFaults({ age, latestAge }: AgreementParameters['agreementEnd']): ShapeFault[] {
  return latestAge < age
    ? [{ path: ['latestAge'], code: 'out-of-range', value: String(latestAge), against: String(age) }]
    : []
}

export function holidayFaults(spans: AgreementParameters['agreementHolidays']): ShapeFault[] {
  return spans.flatMap(({ from, start, to, end }, index) => {
    const [begins, ends] = [`${from} ${start}`, `${to} ${end}`]
    return ends > begins
      ? []
      : [{ path: [String(index), 'to'], code: 'ends-before-start' as const, value: ends, against: begins }]
  })
}

/** Two plan periods do not begin on the same day of the year. */
export function planPeriodFaults(periods: AgreementParameters['planPeriods']): ShapeFault[] {
  return periods.flatMap(({ from }, index) =>
    periods.findIndex((period) => period.from === from) < index
      ? [{ path: [String(index), 'from'], code: 'given-twice' as const, value: from }]
      : [],
  )
}

/** Patients or weights divide nothing when there are none. */
export function keyFaults({ kind, shares }: MunicipalityKey): ShapeFault[] {
  const sum = Object.values(shares).reduce((total, share) => total + share, 0)
  if (kind === 'population' || sum > 0) return []
  return [{ path: ['shares'], code: 'out-of-range', value: String(sum), against: '0' }]
}

/** A form without a rate is left out. */
export function rateFaults(rates: DutyRates): ShapeFault[] {
  return Object.entries(rates).flatMap(([form, own]) =>
    Object.keys(own).length === 0 ? [{ path: [form], code: 'empty-value' as const, value: '' }] : [],
  )
}
