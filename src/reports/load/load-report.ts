import { type LedgerPeriod, periodOf } from '../../core/ledger/period.ts'
import type { CountedRota, PersonLedger } from '../../core/ledger/person-ledger.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import type { EngagementForm } from '../../core/rota/engagement.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { checkSubjects } from '../../core/rules/check.ts'
import { viewOf } from '../../core/rules/view.ts'
import { type Violation, withoutFloor } from '../../core/rules/violation.ts'
import { type Interval, overlaps } from '../../core/time/interval.ts'
import { addDays, type Dates, holdsOn, rangesOverlap } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import { spanOf } from '../between/held-duty.ts'
import { type SurveyComparison, surveyComparison } from '../survey/survey-comparison.ts'
import { type AgreementChange, agreementChanges } from './agreement-changes.ts'
import { type Breach, breachCauses, type ReportedWaiver } from './breach-cause.ts'
import { type Coverage, coverageOf, type ExemptCount, exemptCount } from './coverage.ts'
import { type Load, loadOver, sumOfLoads, weeklyMean } from './load.ts'
import { type LoadPart, loadParts } from './load-parts.ts'
import { type Others, othersLoad, wholeQuarters } from './others-load.ts'
import { isOwnToAny, isThroughout, mayTellShares, ownDates, ownPlaces, strangersIn } from './own-places.ts'

export interface LoadReportInput {
  readonly municipality: MunicipalityNumber
  /** Other municipalities whose reports the reader has too: their doctors hide nobody. */
  readonly known?: readonly MunicipalityNumber[]
  readonly period: LedgerPeriod
  /** With at least a week of context around the period. */
  readonly rota: Rota
  /** Its duties. */
  readonly counted: CountedRota
  /** With the whole plan and as far back as any rule looks. */
  readonly judged: Rota
  readonly waivers: readonly ReportedWaiver[]
  /** The stored ledgers where these very dates are a closed period. */
  readonly closed: readonly PersonLedger[] | null
}

/** One of the municipality's own doctors, on the dates of the period on which they were its own. */
export interface DoctorLoad {
  readonly personId: PersonId
  readonly name: string
  readonly initials: string
  /** Of the engagement that holds last on those dates, the municipality's own first; null without one. */
  readonly form: EngagementForm | null
  /** By date, and apart from each other. */
  readonly dates: readonly Dates[]
  /** Whether they were the municipality's own throughout the period. */
  readonly isThroughout: boolean
  readonly planned: Load
  readonly worked: Load
  /** Duties that another doctor took over, and those taken over; a part counts as that part. */
  readonly givenAway: number
  readonly taken: number
  /** Total of an average week as worked; null while surgery is not declared. */
  readonly meanTotalMinutes: number | null
  /** Flags on these dates, each with what it came from. */
  readonly flags: readonly Breach[]
  /** What is told without being a flag. */
  readonly shown: readonly Violation[]
  /**
   * Whether there are days on which they were not the municipality's own. Breaches that reach over such a day are not even counted:
   * absence, an exemption or surgery of that day may be all that makes them.
   */
  readonly hasOtherDays: boolean
}

/** The municipality's own doctors together. */
export interface OwnSum extends Pick<DoctorLoad, 'planned' | 'worked' | 'givenAway' | 'taken'> {
  /** Of an average doctor's average week; null while somebody's surgery is not declared. */
  readonly meanTotalMinutes: number | null
}

/** What a report tells by name. */
export interface OwnLoad {
  readonly municipality: MunicipalityNumber
  readonly period: LedgerPeriod
  /** In the order of the district's doctors. */
  readonly doctors: readonly DoctorLoad[]
  readonly sum: OwnSum
  /** Agreed anew within the period. */
  readonly changes: readonly AgreementChange[]
  /** Whether these are the stored figures of a closed period. */
  readonly isClosed: boolean
  /** Whether nothing is published in the period. */
  readonly isEmpty: boolean
}

export interface LoadReport extends OwnLoad {
  readonly others: Others
  readonly coverage: Coverage
  /** Null where the period is no whole quarter or year. */
  readonly exempt: ExemptCount | null
  /** Null for periods shorter than a quarter. */
  readonly survey: SurveyComparison | null
}

/** The load of a municipality's own doctors as worked, and beside it what may be told of the others. */
export function loadReport(input: LoadReportInput): LoadReport {
  const { municipality, known = [], period, rota, counted } = input
  const { district } = rota
  const parts = loadParts(district, period, counted)
  // Of the whole calendar year: its number less a quarter's would tell of whoever was the reader's own in another quarter.
  const year = periodOf('year', period.from)
  const isNamed = (doctor: Doctor) => isOwnToAny(district, [municipality, ...known], doctor, year)
  return {
    ...ownLoad(input, parts),
    others: othersLoad(district, municipality, period, parts, known),
    coverage: coverageOf(rota, period, municipality, counted),
    exempt: wholeQuarters(period) && exemptCount(district, period, leastGroup(district, period), isNamed),
    survey: surveyComparison(district, municipality, period, parts, known),
  }
}

/** What the same report tells of one doctor; nobody else is counted. */
export function loadOfOne(input: LoadReportInput, personId: PersonId): OwnLoad {
  const { period, rota, counted } = input
  const doctors = rota.district.doctors.filter((doctor) => doctor.personId === personId)
  return ownLoad(input, loadParts({ ...rota.district, doctors }, period, counted))
}

function ownLoad(input: LoadReportInput, parts: readonly LoadPart[]): OwnLoad {
  const { municipality, period, rota, closed } = input
  const doctors = ownDoctors(input, parts)
  return {
    municipality,
    period,
    doctors,
    sum: sumOf(doctors),
    changes: agreementChanges(rota.district.agreement, period),
    isClosed: closed !== null,
    isEmpty: !rota.needs.some((need) => holdsOn(period, need.date)),
  }
}

/** Fewest persons whose hidden hours may stand as one figure, as agreed when the period begins (domain reference P42). */
function leastGroup({ agreement }: District, { from }: Dates): number {
  return parameterOn(agreement, 'leastGroup', from)
}

function ownDoctors(input: LoadReportInput, parts: readonly LoadPart[]): DoctorLoad[] {
  const { municipality, rota, counted } = input
  const { district } = rota
  const own = Map.groupBy(
    parts.filter((part) => part.municipalities.includes(municipality)),
    (part) => part.personId,
  )
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  const breachesOf = ownBreaches(input, new Set(own.keys()))
  const handovers = handoversOver(counted)
  return district.doctors.flatMap((doctor) => {
    const { personId, initials } = doctor
    const held = own.get(personId)
    if (held === undefined) return []
    const dates = ownDates(district, municipality, doctor, input.period)
    const { planned, worked, givenAway, taken } = figuresOf(input, handovers, held, dates)
    return {
      personId,
      name: names.get(personId) ?? initials,
      initials,
      form: formIn(doctor, municipality, dates),
      dates,
      isThroughout: isThroughout(dates, input.period),
      planned,
      worked,
      givenAway,
      taken,
      meanTotalMinutes: weeklyMean(worked.totalMinutes, worked.days),
      ...breachesOf(doctor, dates),
    }
  })
}

/** Most doctors are the municipality's own on the same dates: counted once for each. */
function handoversOver(counted: CountedRota): CountedRota['handoversIn'] {
  const known = new Map<string, ReturnType<CountedRota['handoversIn']>>()
  return (dates) => {
    const key = `${dates.from} ${dates.to}`
    const counts = known.get(key) ?? counted.handoversIn(dates)
    known.set(key, counts)
    return counts
  }
}

type OwnFigures = Pick<DoctorLoad, 'planned' | 'worked' | 'givenAway' | 'taken'>

/** As they were stored, for whoever was the municipality's own throughout a closed period. */
function figuresOf(
  { closed, period }: LoadReportInput,
  handovers: CountedRota['handoversIn'],
  parts: readonly LoadPart[],
  dates: readonly Dates[],
): OwnFigures {
  const stored = closed?.find(({ personId }) => personId === parts[0]?.personId)
  if (stored && isThroughout(dates, period)) {
    const { planned, worked, givenAway, taken } = stored
    return { planned: loadOver(period, planned), worked: loadOver(period, worked), givenAway, taken }
  }
  const handed = dates.map((own) => handovers(own).get(parts[0]?.personId ?? ''))
  return {
    planned: sumOfLoads(parts.map((part) => part.planned)),
    worked: sumOfLoads(parts.map((part) => part.worked)),
    givenAway: handed.reduce((sum, own) => sum + (own?.givenAway ?? 0), 0),
    taken: handed.reduce((sum, own) => sum + (own?.taken ?? 0), 0),
  }
}

function sumOf(doctors: readonly DoctorLoad[]): OwnSum {
  const worked = sumOfLoads(doctors.map((doctor) => doctor.worked))
  const count = (value: (doctor: DoctorLoad) => number) =>
    doctors.reduce((sum, doctor) => sum + value(doctor), 0)
  return {
    planned: sumOfLoads(doctors.map((doctor) => doctor.planned)),
    worked,
    givenAway: count((doctor) => doctor.givenAway),
    taken: count((doctor) => doctor.taken),
    meanTotalMinutes: weeklyMean(worked.totalMinutes, worked.days),
  }
}

/** The municipality's own engagement before another's, the latest begun before an older. */
function formIn(
  { engagements }: Doctor,
  municipality: MunicipalityNumber,
  dates: readonly Dates[],
): EngagementForm | null {
  const held = engagements.filter((engagement) => dates.some((own) => rangesOverlap(engagement, own)))
  const own = held.filter(
    ({ employer }) => employer.kind === 'municipality' && employer.number === municipality,
  )
  const latest = (own.length > 0 ? own : held).toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  return latest?.form ?? null
}

type Breaches = Pick<DoctorLoad, 'flags' | 'shown' | 'hasOtherDays'>

/**
 * Breaches by a doctor on dates of the municipality's own. Nobody else is checked: a city's year would take seconds. How low the
 * hours could have been rests on everybody's surgery and tasks: no figure of it is told, and whether less was possible only
 * where enough others stand behind it. How far one is from the fair share is told where shares are.
 */
function ownBreaches(
  { judged, waivers, period, municipality, known = [] }: LoadReportInput,
  own: ReadonlySet<PersonId>,
): (doctor: Doctor, dates: readonly Dates[]) => Breaches {
  const { district } = judged
  const lines = district.lines.map((line) => line.id)
  const found = checkSubjects(viewOf(judged), { persons: [...own], lines })
  const span = spanOf(period)
  const named = [municipality, ...known]
  const isShareTold = mayTellShares(district, named, period)
  const byPerson = Map.groupBy(
    found.filter(({ span: reach, rule }) => overlaps(reach, span) && (isShareTold || rule !== 'fair-share')),
    (violation) => violation.personId,
  )
  const causeOf = breachCauses(judged, waivers)
  const isRoomTold = strangersIn(district, named, period) >= leastGroup(district, period)
  const cause = (violation: Violation): Breach => ({
    // Without a floor there is nothing to tell of room.
    ...causeOf(isRoomTold ? violation : withoutFloor(violation)),
    violation: withoutFloor(violation),
  })
  return (doctor, dates) => {
    const spans = dates.map(spanOf)
    const near = (byPerson.get(doctor.personId) ?? []).filter((violation) =>
      spans.some((within) => overlaps(violation.span, within)),
    )
    const ranges = ownPlaces(district, municipality, doctor)
    const breaches = near.filter(({ span: reach }) => isThroughout(ranges, datesOf(reach)))
    return {
      flags: breaches.filter(({ grade }) => grade !== 'shown').map(cause),
      shown: breaches.filter(({ grade }) => grade === 'shown').map(withoutFloor),
      hasOtherDays: !isThroughout(ranges, judged),
    }
  }
}

/** The dates that a span touches. */
function datesOf({ start, end }: Interval): Dates {
  return { from: toWall(start).date, to: addDays(toWall(end - 1).date, 1) }
}
