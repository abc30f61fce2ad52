import type { FairShare } from '../core/ledger/fair-share.ts'
import { type LedgerRow, type LedgerSum, sumRows } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { EngagementForm } from '../core/rota/engagement.ts'
import type { MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Violation } from '../core/rules/violation.ts'
import { overlaps } from '../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../core/time/iso-week.ts'
import { rangesOverlap } from '../core/time/local-date.ts'
import { type Breach, breachCauses, type ReportedWaiver } from './breach-cause.ts'
import { type HiddenFigure, leastGroup } from './hidden-figure.ts'
import { isOwnIn, weekDates } from './own-doctors.ts'
import { type SurveyComparison, surveyComparison } from './survey-comparison.ts'

/** Survey lines stand beside a quarter or more, never beside one week. */
const SHORTEST_SURVEY_WEEKS = 13

export interface LoadReportInput {
  readonly district: District
  readonly municipality: MunicipalityNumber
  /** The ledger's rows of the whole district and of just these weeks. */
  readonly rows: readonly LedgerRow[]
  readonly weeks: readonly IsoWeek[]
  readonly violations: readonly Violation[]
  readonly shares: readonly FairShare[]
  /** The duties and who holds them, for how a breach came about. */
  readonly rota: Pick<Rota, 'needs' | 'cells'>
  readonly waivers: readonly ReportedWaiver[]
}

/** Hours of some of the ledger's rows: its own sums, with surgery and tasks beside. */
export interface Load extends LedgerSum {
  /** Null while surgery is not declared in some week. */
  readonly surgeryMinutes: number | null
  readonly taskMinutes: number
}

/** One of the municipality's own doctors, in the weeks when they were its own. */
export interface DoctorLoad {
  readonly personId: PersonId
  readonly name: string
  readonly initials: string
  /** The engagement that holds last in those weeks. */
  readonly form: EngagementForm | null
  readonly weeks: number
  readonly load: Load
  /** Mean of the weekly totals; null while some week's is not known. */
  readonly meanTotalMinutes: number | null
  /** What an even sharing of the whole period would give; null for a doctor who was not the municipality's own throughout. */
  readonly share: FairShare | null
  /** Flags on these weeks, each with the data of its sentence and what it came from. */
  readonly flags: readonly Breach[]
  /** What is told without being a flag. */
  readonly shown: readonly Violation[]
}

/** All other doctors of the district as one sum. What the published rota shows anyone may count; totals are not in it. */
export interface OthersLoad {
  readonly doctors: number
  readonly load: Omit<LedgerSum, 'totalMinutes'>
  readonly meanTotal: HiddenFigure
}

export interface LoadReport {
  readonly municipality: MunicipalityNumber
  readonly weeks: readonly IsoWeek[]
  /** In the order of the district's doctors. */
  readonly doctors: readonly DoctorLoad[]
  readonly sum: Load
  readonly others: OthersLoad
  /** Null for periods shorter than 13 weeks. */
  readonly survey: SurveyComparison | null
}

/**
 * The load of a municipality's own doctors. Each row of the ledger is counted once: as an own doctor's or in the others' sum.
 * @throws when a row belongs to a doctor the district does not have.
 */
export function loadReport(input: LoadReportInput): LoadReport {
  const { district, municipality, rows, weeks } = input
  const doctors = new Map(district.doctors.map((doctor) => [doctor.personId, doctor]))
  const isOwn = (row: LedgerRow) =>
    isOwnIn(district, municipality, knownDoctor(doctors, row.personId), row.week)
  const { own = [], other = [] } = Object.groupBy(rows, (row) => (isOwn(row) ? 'own' : 'other'))
  const ownByPerson = Map.groupBy(own, (row) => row.personId)
  return {
    municipality,
    weeks,
    doctors: district.doctors.flatMap((doctor) => {
      const ownRows = ownByPerson.get(doctor.personId)
      return ownRows === undefined ? [] : [doctorLoad(input, doctor, ownRows)]
    }),
    sum: loadOf(own),
    others: othersLoad(other, leastGroup(district, weeks)),
    survey:
      weeks.length < SHORTEST_SURVEY_WEEKS ? null : surveyComparison(input, new Set(ownByPerson.keys())),
  }
}

function knownDoctor(doctors: ReadonlyMap<PersonId, Doctor>, personId: PersonId): Doctor {
  const doctor = doctors.get(personId)
  if (!doctor) throw new Error(`ledger row of ${personId}, who is no doctor of the district`)
  return doctor
}

function doctorLoad(input: LoadReportInput, doctor: Doctor, rows: readonly LedgerRow[]): DoctorLoad {
  const { district, weeks, shares, violations } = input
  const { personId, initials } = doctor
  const load = loadOf(rows)
  const spans = rows.map((row) => isoWeekInterval(row.week))
  const isWhole = rows.length === weeks.length
  const found = violations.filter(
    (violation) => violation.personId === personId && spans.some((span) => overlaps(span, violation.span)),
  )
  return {
    personId,
    name: district.persons.find((person) => person.id === personId)?.name ?? initials,
    initials,
    form: formIn(doctor, input.municipality, rows),
    weeks: rows.length,
    load,
    meanTotalMinutes: load.totalMinutes === null ? null : load.totalMinutes / rows.length,
    share: (isWhole ? shares.find((share) => share.personId === personId) : undefined) ?? null,
    flags: found
      .filter((violation) => violation.grade !== 'shown')
      .map(breachCauses(input.rota, input.waivers)),
    shown: found.filter((violation) => violation.grade === 'shown'),
  }
}

/** The municipality's own engagement before another's, the latest begun before an older. */
function formIn(
  doctor: Doctor,
  municipality: MunicipalityNumber,
  rows: readonly LedgerRow[],
): EngagementForm | null {
  const held = doctor.engagements.filter((engagement) =>
    rows.some((row) => rangesOverlap(engagement, weekDates(row.week))),
  )
  const own = held.filter(
    ({ employer }) => employer.kind === 'municipality' && employer.number === municipality,
  )
  const latest = (own.length > 0 ? own : held).toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  return latest?.form ?? null
}

function loadOf(rows: readonly LedgerRow[]): Load {
  const isDeclared = rows.every((row) => row.surgeryMinutes !== null)
  return {
    ...sumRows(rows),
    surgeryMinutes: isDeclared ? rows.reduce((sum, row) => sum + (row.surgeryMinutes ?? 0), 0) : null,
    taskMinutes: rows.reduce((sum, row) => sum + row.taskMinutes, 0),
  }
}

function othersLoad(rows: readonly LedgerRow[], least: number): OthersLoad {
  const { totalMinutes, ...load } = sumRows(rows)
  const doctors = new Set(rows.map((row) => row.personId)).size
  const mean: HiddenFigure =
    totalMinutes === null
      ? { kind: 'not-known' }
      : { kind: 'known', minutes: totalMinutes / rows.length, doctors }
  return { doctors, load, meanTotal: doctors < least ? { kind: 'suppressed' } : mean }
}
