import { type FloorOver, floorsOver } from '../ledger/floor-over.ts'
import { type HoursBasis, type OtherHours, otherHoursOver } from '../ledger/other-hours.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { isoWeekInterval, isoWeekOf, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import type { ViewWeek } from './view.ts'

/** What of a rota no edit of its cells moves, over all that was read: worked out when first asked for. */
export interface Background {
  /** ISO weeks that lie fully inside the dates read, by start. */
  readonly weeks: readonly ViewWeek[]
  readonly otherHoursOf: (doctor: Doctor, basis: HoursBasis) => OtherHours
  readonly floorOver: FloorOver
}

export function backgroundOf(rota: Rota): Background {
  const read = readDates(rota)
  const dates = {
    from: mondayOf(addDays(read.from, -REACH)),
    to: addDays(mondayOf(addDays(read.to, REACH)), 7),
  }
  const weeks = lazily(() => wholeWeeks(read))
  const otherHoursOf = otherHours(rota, dates)
  return {
    get weeks() {
      return weeks()
    },
    otherHoursOf,
    floorOver: floorsOver(rota, otherHoursOf),
  }
}

/** Seven days of work around a duty of three. */
const REACH = 10

/** The period, and the needs around it that are there as context. */
function readDates({ from, to, needs }: Rota): { readonly from: LocalDate; readonly to: LocalDate } {
  const first = needs[0]?.date ?? from
  const last = needs.at(-1)?.date ?? from
  return { from: first < from ? first : from, to: last >= to ? addDays(last, 1) : to }
}

function mondayOf(date: LocalDate): LocalDate {
  return isoWeekStart(isoWeekOf(date))
}

function wholeWeeks(read: { readonly from: LocalDate; readonly to: LocalDate }): ViewWeek[] {
  return isoWeeksIn(read)
    .map((week) => ({ week, monday: isoWeekStart(week), span: isoWeekInterval(week) }))
    .filter(({ monday }) => monday >= read.from && addDays(monday, 7) <= read.to)
}

function otherHours(rota: Rota, dates: { readonly from: LocalDate; readonly to: LocalDate }) {
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  const known = new Map<string, OtherHours>()
  const worked = new Map<PersonId, (basis: HoursBasis) => OtherHours>()
  return (doctor: Doctor, basis: HoursBasis): OtherHours => {
    const key = `${basis} ${doctor.personId}`
    const before = known.get(key)
    if (before) return before
    const own =
      worked.get(doctor.personId) ?? otherHoursOver(doctor, elsewhere.get(doctor.personId) ?? [], dates)
    worked.set(doctor.personId, own)
    const hours = own(basis)
    known.set(key, hours)
    return hours
  }
}

function lazily<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}
