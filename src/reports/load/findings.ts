import type { PersonId } from '../../core/rota/person.ts'
import { isBlocking } from '../../core/rules/violation.ts'
import type { IsoWeek } from '../../core/time/iso-week.ts'
import type { OverTime } from '../weeks/over-time.ts'
import type { HolderKind } from './coverage.ts'
import { sumOfLoads, weeklyMean } from './load.ts'
import type { LoadReport } from './load-report.ts'

/** A weekly total that is too much: adopted by the district, or a line that is drawn and flags nothing. */
export interface WeekLimit {
  readonly minutes: number
  readonly isAdopted: boolean
}

/** What a reader must know first, each with the figures of its sentence. */
export type Finding =
  /** Of an average week of those own doctors whose total is known. */
  | {
      readonly kind: 'mean-total'
      readonly minutes: number
      readonly knownDoctors: number
      readonly doctors: number
      readonly limit: WeekLimit | null
    }
  /** Where nobody's total is known. */
  | { readonly kind: 'mean-duty'; readonly minutes: number }
  | {
      readonly kind: 'worst-week'
      readonly personId: PersonId
      readonly name: string
      readonly week: IsoWeek
      readonly minutes: number
      /** False where it is duty alone, since no total is known. */
      readonly isTotal: boolean
      readonly limit: WeekLimit | null
      /** Doctor-weeks past the limit, of all that are known. */
      readonly past: number
      readonly weeks: number
    }
  | {
      readonly kind: 'breaches'
      readonly all: number
      /** Those that hold back publishing, and that nobody has accepted. */
      readonly needing: number
      readonly accepted: number
      readonly doctors: number
    }
  | { readonly kind: 'open-duties'; readonly duties: number; readonly minutes: number; readonly all: number }
  /** Parts of all hours of the district, 0–1. */
  | { readonly kind: 'held-by'; readonly shares: Readonly<Record<HolderKind | 'open', number>> }

/** At most six, what matters first; of a period without doctors or duties those that can be told. */
export function findingsOf(report: LoadReport, time: OverTime): Finding[] {
  return [
    ...meanOf(report, limitIn(time)),
    ...worstOf(time),
    ...breachesIn(report),
    ...openIn(report),
    ...heldBy(report),
  ]
}

/** An adopted cap stands before the line. */
function limitIn({ capMinutes, lineMinutes }: OverTime): WeekLimit | null {
  if (capMinutes !== null) return { minutes: capMinutes, isAdopted: true }
  return lineMinutes === null ? null : { minutes: lineMinutes, isAdopted: false }
}

function meanOf({ doctors, sum }: LoadReport, limit: WeekLimit | null): Finding[] {
  const known = doctors.filter(({ worked }) => worked.totalMinutes !== null)
  if (known.length === 0) {
    const minutes = weeklyMean(sum.worked.dutyMinutes, sum.worked.days)
    return minutes === null ? [] : [{ kind: 'mean-duty', minutes }]
  }
  const { totalMinutes, days } = sumOfLoads(known.map(({ worked }) => worked))
  const minutes = weeklyMean(totalMinutes, days)
  if (minutes === null) return []
  return [{ kind: 'mean-total', minutes, knownDoctors: known.length, doctors: doctors.length, limit }]
}

/** The one week that is told by name. */
export function worstOf(time: OverTime): Extract<Finding, { kind: 'worst-week' }>[] {
  const isTotal = time.distribution.length > 0
  const cells = time.doctors.flatMap(({ personId, name, weeks }) =>
    weeks.flatMap((load, index) => {
      const minutes = isTotal ? load?.totalMinutes : load?.dutyMinutes
      const week = time.weeks[index]
      return week === undefined || minutes === undefined || minutes === null
        ? []
        : [{ personId, name, week, minutes }]
    }),
  )
  const [first, ...rest] = cells
  if (!first) return []
  const worst = rest.reduce((most, cell) => (cell.minutes > most.minutes ? cell : most), first)
  if (worst.minutes === 0) return []
  const limit = limitIn(time)
  const past = limit ? cells.filter(({ minutes }) => minutes > limit.minutes).length : 0
  return [{ kind: 'worst-week', ...worst, isTotal, limit, past, weeks: cells.length }]
}

function breachesIn({ doctors }: LoadReport): Finding[] {
  if (doctors.length === 0) return []
  const flags = doctors.flatMap((doctor) => doctor.flags)
  const blocking = flags.filter(({ violation }) => isBlocking(violation))
  const accepted = blocking.filter(({ waiver }) => waiver !== null).length
  return [
    {
      kind: 'breaches',
      all: flags.length,
      needing: blocking.length - accepted,
      accepted,
      doctors: doctors.filter((doctor) => doctor.flags.length > 0).length,
    },
  ]
}

function openIn({ coverage: { open, all } }: LoadReport): Finding[] {
  if (all.duties === 0) return []
  return [{ kind: 'open-duties', duties: open.duties, minutes: open.minutes, all: all.duties }]
}

function heldBy({ coverage: { held, open, all } }: LoadReport): Finding[] {
  if (all.minutes === open.minutes) return []
  const shares = Object.fromEntries(
    Object.entries({ ...held, open }).map(([kind, amount]) => [kind, amount.minutes / all.minutes]),
  ) as Record<HolderKind | 'open', number>
  return [{ kind: 'held-by', shares }]
}
