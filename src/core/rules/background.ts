import { type FloorOver, floorsOver } from '../ledger/floor-over.ts'
import { type HoursBasis, type OtherHours, otherHoursOver } from '../ledger/other-hours.ts'
import { type OtherWork, otherWorkOver } from '../ledger/other-work.ts'
import { remember } from '../ledger/remember.ts'
import type { AgreementParameters, ParameterName } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { LONGEST_NEED_DAYS } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { BusyElsewhere, Rota } from '../rota/rota.ts'
import { isoWeeksIn } from '../time/iso-week.ts'
import { addDays, type Dates, mondayOf } from '../time/local-date.ts'
import { type DatedValue, valuesOver } from './dated-values.ts'
import { type ViewWeek, viewWeek } from './view-week.ts'

/** What of a rota no edit of its cells moves, over all that was read of it; each part is worked out when first asked for. */
export interface Background {
  /** The ISO weeks that the period or its context touches, by start. */
  readonly weeks: () => readonly ReadWeek[]
  /** What judges, over the period and the days around it; empty while nothing does. */
  readonly values: <K extends ParameterName>(name: K) => readonly DatedValue<AgreementParameters[K]>[]
  readonly otherWorkOf: (doctor: Doctor) => OtherWork
  readonly otherHoursOf: (doctor: Doctor, basis: HoursBasis) => OtherHours
  readonly floorOver: FloorOver
}

export interface ReadWeek extends ViewWeek {
  /** All seven days were read. */
  readonly isWhole: boolean
}

export function backgroundOf(rota: Rota): Background {
  const read = readDates(rota)
  const around = { from: mondayOf(addDays(read.from, -REACH)), to: mondayOf(addDays(read.to, REACH + 7)) }
  const weeks = remember(() => readWeeks(read))
  const values = remember((name: ParameterName) => valuesOver(rota.district.agreement, name, around))
  const otherWorkOf = remember((doctor: Doctor) => otherWorkOver(doctor, around))
  const otherHoursOf = otherHours(rota.elsewhere, otherWorkOf, around)
  return {
    weeks: () => weeks(''),
    // One store for all names loses which value type belongs to which.
    values: values as Background['values'],
    otherWorkOf,
    otherHoursOf,
    floorOver: floorsOver(rota, otherHoursOf),
  }
}

/** Seven days of work around the longest duty. */
const REACH = 7 + LONGEST_NEED_DAYS

/** The period, and the needs around it that are there as context. */
function readDates({ from, to, needs }: Rota): Dates {
  const first = needs[0]?.date ?? from
  const last = needs.at(-1)?.date ?? from
  return { from: first < from ? first : from, to: last >= to ? addDays(last, 1) : to }
}

function readWeeks(read: Dates): ReadWeek[] {
  return isoWeeksIn(read).map((week) => {
    const own = viewWeek(week)
    return { ...own, isWhole: own.monday >= read.from && addDays(own.monday, 7) <= read.to }
  })
}

function otherHours(
  elsewhere: readonly BusyElsewhere[],
  workOf: (doctor: Doctor) => OtherWork,
  dates: Dates,
): Background['otherHoursOf'] {
  const busy = Map.groupBy(elsewhere, (duty) => duty.personId)
  const known = new Map<PersonId, (basis: HoursBasis) => OtherHours>()
  return (doctor, basis) => {
    const { personId } = doctor
    const own =
      known.get(personId) ?? remember(otherHoursOver(doctor, workOf(doctor), busy.get(personId) ?? [], dates))
    known.set(personId, own)
    return own(basis)
  }
}
