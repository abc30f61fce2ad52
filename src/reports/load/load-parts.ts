import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import type { District } from '../../core/rota/district.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { type EngagementForm, isGpAgreement } from '../../core/rota/engagement.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import { addMonths, cutAt, type Dates, edgesOf, holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import { type Load, loadOver } from './load.ts'
import { ownersBy, placesOf } from './own-places.ts'

/** A doctor's figures on dates during which nothing changes of whose doctor it is or how it is engaged. */
export interface LoadPart {
  readonly personId: PersonId
  readonly dates: Dates
  /** Whose own the doctor is: those that engage it, or whose position it holds. Two at once where that is so. */
  readonly municipalities: readonly MunicipalityNumber[]
  /** Of the GP agreement in force, the one begun last where there are several; null without one. */
  readonly gpForm: EngagementForm | null
  readonly planned: Load
  readonly worked: Load
  /** The same total without some duty, as the national survey tells it; null while surgery is not declared. */
  readonly totalWithout: {
    readonly duty: number | null
    readonly backup: number | null
    readonly backupAndHome: number | null
  }
}

/**
 * All doctors' figures, cut wherever somebody moves and at each quarter. Parts are disjoint, and together they are the ledger.
 * `counted` needs a week of context around the period.
 */
export function loadParts(district: District, period: Dates, counted: CountedRota): LoadPart[] {
  const quarters = quarterStarts(period)
  return district.doctors.flatMap((doctor) => {
    const edges = [...quarters, ...edgesOf(placesOf(district, doctor)), ...edgesOf(doctor.engagements)]
    const ownersOn = ownersBy(district, doctor)
    return cutAt(period, edges).map((dates) => partOf(counted, ownersOn(dates.from), doctor, dates))
  })
}

/** First dates of the quarters that begin on the dates. */
export function quarterStarts({ from, to }: Dates): LocalDate[] {
  const starts: LocalDate[] = []
  const month = Math.floor((Number(from.slice(5, 7)) - 1) / 3) * 3 + 1
  let start = `${from.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  for (; start < to; start = addMonths(start, 3)) if (start >= from) starts.push(start)
  return starts
}

function partOf(
  counted: CountedRota,
  municipalities: readonly MunicipalityNumber[],
  doctor: Doctor,
  dates: Dates,
): LoadPart {
  const { planned, worked } = counted.figuresOver(doctor, dates)
  const load = loadOver(dates, worked)
  const without = (forms: Parameters<CountedRota['totalWithout']>[2]) =>
    counted.totalWithout(doctor, dates, forms)
  const gpForm = gpFormOn(doctor, dates.from)
  return {
    personId: doctor.personId,
    dates,
    municipalities,
    gpForm,
    planned: planned === worked ? load : loadOver(dates, planned),
    worked: load,
    totalWithout:
      gpForm === null
        ? NOT_COMPARED
        : {
            duty: without('duty'),
            backup: worked.minutes.backup === 0 ? worked.totalMinutes : without(['backup']),
            backupAndHome:
              worked.minutes.backup + worked.minutes.home === 0
                ? worked.totalMinutes
                : without(['backup', 'home']),
          },
  }
}

/** Only GPs stand beside the survey. */
const NOT_COMPARED: LoadPart['totalWithout'] = { duty: null, backup: null, backupAndHome: null }

function gpFormOn({ engagements }: Doctor, date: LocalDate): EngagementForm | null {
  const held = engagements.filter((engagement) => isGpAgreement(engagement.form) && holdsOn(engagement, date))
  return held.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))).at(-1)?.form ?? null
}
