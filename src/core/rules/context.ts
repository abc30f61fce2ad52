import {
  type Agreement,
  type AgreementParameters,
  DEFAULT_PARAMETERS,
  type ParameterName,
} from '../rota/agreement.ts'
import { LONGEST_NEED_MINUTES } from '../rota/need.ts'
import { isoWeekOf, isoWeekStart } from '../time/iso-week.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { FIRST_CLOCK_DATE } from '../time/oslo.ts'

/** A duty that begins this many days before a date can reach into it. */
const REACH_DAYS = LONGEST_NEED_MINUTES / MINUTES_PER_DAY

/**
 * The Monday from which needs must be read so that every rule in force can look back from a period that begins on `from`:
 * half a year for the frequency of weekends by default, further for means over more weeks that the district has adopted, and
 * from 1 January where days under a competence exception are counted.
 */
export function contextFrom(agreement: Agreement, from: LocalDate): LocalDate {
  const back = (days: number) => addDays(from, -days - REACH_DAYS)
  const inForce = valuesFrom(agreement, from)
  const starts = [
    // Seven days of work, and the rest before a duty.
    back(7),
    ...inForce('weekendFrequency').map(({ weeks, freeAmong }) => back(7 * Math.max(weeks, freeAmong))),
    ...inForce('sundaysInARow').map((sundays) => back(7 * (sundays + 1))),
    ...inForce('averageUnderAct').flatMap((means) => means.map(({ weeks }) => back(7 * weeks))),
    ...inForce('averageDuty').map(({ weeks }) => back(7 * weeks)),
    ...inForce('nightsInARow').map((nights) => back(nights + 1)),
    ...inForce('longestPeriodMinutes').map((minutes) => back(Math.ceil(minutes / MINUTES_PER_DAY))),
    ...inForce('competenceException').map(() => addDays(`${from.slice(0, 4)}-01-01`, -REACH_DAYS)),
  ]
  const earliest = starts.reduce((first, start) => (start < first ? start : first))
  const monday = isoWeekStart(isoWeekOf(earliest))
  return monday < FIRST_CLOCK_DATE ? FIRST_CLOCK_DATE : monday
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
