import {
  type Agreement,
  type AgreementParameters,
  DEFAULT_PARAMETERS,
  type ParameterName,
} from '../rota/agreement.ts'
import { LONGEST_NEED_DAYS } from '../rota/need.ts'
import { addDays, daysBetween, type LocalDate, mondayOf } from '../time/local-date.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { FIRST_CLOCK_DATE } from '../time/oslo.ts'
import type { RuleId } from './violation.ts'

/**
 * The Monday from which needs must be read so that every rule in force can look back from a period that begins on `from`:
 * half a year for the frequency of weekends by default, further for means over more weeks that the district has adopted, and
 * from 1 January where days under a competence exception are counted.
 */
export function contextFrom(agreement: Agreement, from: LocalDate): LocalDate {
  const inForce = valuesFrom(agreement, from)
  const days = Object.values(LOOK_BACK).flatMap((lookBack) => lookBack(inForce, from))
  // A duty that begins before the first of those days can reach into it.
  const earliest = addDays(from, -Math.max(...days) - LONGEST_NEED_DAYS)
  const monday = mondayOf(earliest)
  return monday < FIRST_CLOCK_DATE ? FIRST_CLOCK_DATE : monday
}

type InForce = ReturnType<typeof valuesFrom>
/** Days before a date on which duties can decide how the rule judges a duty on that date. */
type LookBack = (inForce: InForce, from: LocalDate) => readonly number[]

/** It judges each duty, or the period, by itself; a plan that is counted over and what earlier years left come with the rota. */
const SAME_DAY: LookBack = () => [0]
/** Seven days of work. */
const A_WEEK: LookBack = () => [7]

const LOOK_BACK: Readonly<Record<RuleId, LookBack>> = {
  overlap: SAME_DAY,
  availability: SAME_DAY,
  engagement: SAME_DAY,
  competence: SAME_DAY,
  'taking-part': SAME_DAY,
  backup: SAME_DAY,
  cover: SAME_DAY,
  'least-doctors': SAME_DAY,
  // No rest before a duty is longer than three days.
  rest: A_WEEK,
  'weekly-total': A_WEEK,
  'rolling-total': A_WEEK,
  'weekly-duty': A_WEEK,
  'average-hours': (inForce) =>
    inForce('averageUnderAct').flatMap((means) => means.map(({ weeks }) => 7 * weeks)),
  'longest-period': (inForce) =>
    inForce('longestPeriodMinutes').map((minutes) => Math.ceil(minutes / MINUTES_PER_DAY)),
  'nights-in-a-row': (inForce) => inForce('nightsInARow').map((nights) => nights + 1),
  weekends: (inForce) => [
    ...inForce('weekendFrequency').map(({ weeks, freeAmong }) => 7 * Math.max(weeks, freeAmong)),
    ...inForce('sundaysInARow').map((sundays) => 7 * (sundays + 1)),
  ],
  'special-holidays': SAME_DAY,
  'office-day-after-night': A_WEEK,
  'competence-exception': (inForce, from) =>
    inForce('competenceException').map(() => daysBetween(`${from.slice(0, 4)}-01-01`, from)),
  'fair-share': SAME_DAY,
  publishing: SAME_DAY,
  'average-duty': (inForce) => inForce('averageDuty').map(({ weeks }) => 7 * weeks),
  'long-hours': A_WEEK,
  'weekly-rest': A_WEEK,
  'other-tasks': SAME_DAY,
  'hours-elsewhere': A_WEEK,
}

/** Values that judge on `from` or later: those adopted, and the default where nothing adopted stands for good. */
function valuesFrom(agreement: Agreement, from: LocalDate) {
  return <K extends ParameterName>(name: K): AgreementParameters[K][] => {
    const adopted = agreement.filter(
      (entry) =>
        entry.parameter === name && entry.status === 'adopted' && (entry.to === null || entry.to > from),
    )
    const isReplaced = adopted.some((entry) => entry.from <= from && entry.to === null)
    const standard = isReplaced ? undefined : (DEFAULT_PARAMETERS as Partial<AgreementParameters>)[name]
    const values = [...adopted.map((entry) => entry.value), ...(standard === undefined ? [] : [standard])]
    // The registry gives each name its own value type; filtering by name loses that link.
    return values as AgreementParameters[K][]
  }
}
