import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { cellKey } from '../rota/assignment.ts'
import { abilityOn } from '../rota/competence.ts'
import { lineOf } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type Position, positionsHeldBy } from '../rota/position.ts'
import {
  clipPieces,
  type Duty,
  dutiesOf,
  isInPeriod,
  placesOf,
  type Rota,
  type ShareBalance,
  type ShareMeasure,
} from '../rota/rota.ts'
import { isoWeekOf, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import { datesIn, type LocalDate } from '../time/local-date.ts'
import { isAwayOn } from './availability.ts'
import { broughtTo, sharedTargets } from './carry-over.ts'
import { nightsIn, publicHolidaysIn, worksWeekend } from './count.ts'

/** What one doctor carries of the period: minutes by form, and counts of nights, weekends and duties on public holidays. */
export interface Load {
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly nights: number
  readonly weekends: number
  readonly holidays: number
}

export interface FairShare {
  readonly personId: PersonId
  /** Mean over the period's days of position share × presence; 0 stands outside the sharing (locums, trainees, contracted hours). */
  readonly weight: number
  readonly actual: Load
  readonly target: Load
}

/**
 * Even sharing within the district (GP association guidance; domain reference 2.8): what the rota demands, less what doctors
 * outside the sharing hold, by weight among those who may hold that form (or night) on the day.
 * A conditional backup counts only where it is held. An agreed highest number of duties lowers a doctor's weight on the
 * dates for which it is agreed. What doctors bring from earlier periods (`rota.balances`) moves their targets, never the sum of them.
 */
export function fairShares(rota: Rota): FairShare[] {
  const duties = dutiesOf(rota).filter(
    (duty) => duty.date >= rota.from && duty.date < rota.to && !duty.shadowing,
  )
  const unnamed = toBeNamed(rota)
  const demand = demandOf(rota, duties, unnamed)
  const dates = datesIn({ from: rota.from, to: rota.to })
  const portions = rota.district.doctors.flatMap((doctor) => portionsOf(rota, doctor, dates))
  const limited = limitByMost(portions, demand.duties - unnamed.length - heldOutside(rota, portions, duties))
  const weights = rota.district.doctors.map(({ personId }) => weightsOf(personId, limited))
  const loads = Map.groupBy(duties, (duty) => duty.personId)
  const actual = new Map(weights.map(({ personId }) => [personId, loadOf(rota, loads.get(personId) ?? [])]))
  const shared = lessOutside(demand.load, [...outsideLoads(weights, actual), loadOf(rota, unnamed)])
  const targets = targetsOf(weights, shared, broughtTo(rota))
  return weights.map((own, index) => ({
    personId: own.personId,
    weight: own.any,
    actual: actual.get(own.personId) as Load,
    target: targets[index] as Load,
  }))
}

interface Weights {
  readonly personId: PersonId
  readonly any: number
  readonly forms: Readonly<Record<DutyForm, number>>
  readonly nights: number
}

/** The part of a doctor's weight that comes from dates with one agreement on how to take part. */
interface Portion extends Weights {
  /** Highest number of duties on those dates; null = not agreed. */
  readonly most: number | null
}

function portionsOf(rota: Rota, doctor: Doctor, dates: readonly LocalDate[]): Portion[] {
  const positions = rota.district.positions.filter(({ holders }) =>
    holders.some((holder) => holder.kind === 'person' && holder.personId === doctor.personId),
  )
  const byFact = Map.groupBy(dates, (date) => factOn(doctor.takingPart, date))
  return [...byFact].map(([fact, own]) => {
    const days = own.map((date) => dayWeights(positions, doctor, rota.district.agreement, date))
    const mean = (value: (day: DayWeights) => number) =>
      days.reduce((sum, day) => sum + value(day), 0) / Math.max(1, dates.length)
    return {
      personId: doctor.personId,
      any: mean((day) => Math.max(day.home, day['on-site'], day.backup)),
      forms: {
        home: mean((day) => day.home),
        'on-site': mean((day) => day['on-site']),
        backup: mean((day) => day.backup),
      },
      nights: mean((day) => day.nights),
      most: fact?.most ?? null,
    }
  })
}

function weightsOf(personId: PersonId, portions: readonly Weights[]): Weights {
  const own = portions.filter((portion) => portion.personId === personId)
  const sum = (value: (portion: Weights) => number) =>
    own.reduce((total, portion) => total + value(portion), 0)
  return {
    personId,
    any: sum((portion) => portion.any),
    forms: {
      home: sum((portion) => portion.forms.home),
      'on-site': sum((portion) => portion.forms['on-site']),
      backup: sum((portion) => portion.forms.backup),
    },
    nights: sum((portion) => portion.nights),
  }
}

type DayWeights = Record<DutyForm | 'nights', number>
const NO_WEIGHT: DayWeights = { home: 0, 'on-site': 0, backup: 0, nights: 0 }

function dayWeights(
  positions: readonly Position[],
  doctor: Doctor,
  agreement: Agreement,
  date: LocalDate,
): DayWeights {
  const way = factOn(doctor.takingPart, date)?.way.kind ?? 'by-share'
  if ((way !== 'by-share' && way !== 'backup-only') || isAwayOn(doctor, date)) return NO_WEIGHT
  const share = positionsHeldBy(positions, doctor.personId, date).reduce(
    (sum, position) => sum + position.share,
    0,
  )
  const present = (share * (factOn(doctor.capacities, date)?.percent ?? 100)) / 100
  const exempt = doctor.exemptions.filter(
    (exemption) => exemption.from <= date && (exemption.to === null || date < exemption.to),
  )
  if (present === 0 || exempt.some(({ scope }) => scope.kind === 'out-of-hours')) return NO_WEIGHT
  const ability = abilityOn(doctor, agreement, date)
  const weight = (form: DutyForm, able: boolean) =>
    able && !exempt.some(({ scope }) => scope.kind === 'form' && scope.form === form) ? present : 0
  const first = ability.mayHoldDuty && way === 'by-share'
  const forms = {
    home: weight('home', first),
    'on-site': weight('on-site', first),
    backup: weight('backup', ability.mayBeBackup),
  }
  const isExemptFromNights = exempt.some(({ scope }) => scope.kind === 'nights')
  return { ...forms, nights: isExemptFromNights ? 0 : Math.max(...Object.values(forms)) }
}

/**
 * Lowers the weight of those who agreed to fewer duties than their share would be, so that they get just that many while the
 * others take the rest by weight. Each doctor limited leaves more to the others, so nobody limited comes under again.
 */
function limitByMost(portions: readonly Portion[], duties: number): Weights[] {
  const limited = new Map<Portion, number>()
  for (;;) {
    const perWeight = dutiesPerWeight(portions, limited, duties)
    const over = portions.filter(
      (portion) =>
        portion.most !== null &&
        portion.any > 0 &&
        !limited.has(portion) &&
        portion.any * perWeight > portion.most + 1e-6,
    )
    for (const portion of over) limited.set(portion, portion.most ?? 0)
    if (over.length > 0) continue
    return portions.map((own) => {
      const most = limited.get(own)
      return most === undefined ? own : scale(own, most / (own.any * perWeight))
    })
  }
}

/** What a weight of 1 brings among the unlimited; when everyone is limited, the limits themselves are the weights. */
function dutiesPerWeight(
  portions: readonly Portion[],
  limited: ReadonlyMap<Portion, number>,
  duties: number,
): number {
  const rest = portions.reduce((sum, own) => (limited.has(own) ? sum : sum + own.any), 0)
  const taken = [...limited.values()].reduce((sum, most) => sum + most, 0)
  return rest > 0 ? (duties - taken) / rest : 1
}

function heldOutside(rota: Rota, portions: readonly Portion[], duties: readonly Duty[]): number {
  const sharing = new Set(portions.filter((own) => own.any > 0).map((own) => own.personId))
  const doctors = new Set(rota.district.doctors.map((doctor) => doctor.personId))
  return duties.filter(({ personId }) => doctors.has(personId) && !sharing.has(personId)).length
}

function scale(own: Weights, factor: number): Weights {
  const forms = {
    home: own.forms.home * factor,
    'on-site': own.forms['on-site'] * factor,
    backup: own.forms.backup * factor,
  }
  return { ...own, any: own.any * factor, forms, nights: own.nights * factor }
}

interface Demand {
  readonly load: Load
  readonly duties: number
}

function demandOf(rota: Rota, duties: readonly Duty[], unnamed: readonly CountedSpan[]): Demand {
  const held = duties.filter((duty) => lineOf(rota.district, duty.lineId).conditional)
  const seats = firmNeeds(rota).flatMap((need) => Array.from({ length: need.number }, () => need))
  const spans = [...seats, ...held]
  const holders = [...Map.groupBy(duties, (duty) => duty.personId).values(), unnamed]
  return {
    load: { ...loadOf(rota, spans), weekends: weekendSeats(rota, seats, holders) },
    duties: spans.length,
  }
}

function firmNeeds(rota: Rota): Need[] {
  return rota.needs.filter(
    (need) => isInPeriod(rota, need) && !lineOf(rota.district, need.lineId).conditional,
  )
}

/** Doctor-weekends: those worked in the rota as it stands, or one for each line's block or weekend while it is empty. */
function weekendSeats(
  rota: Rota,
  seats: readonly Need[],
  holders: readonly (readonly CountedSpan[])[],
): number {
  const worked = holders.reduce((sum, own) => sum + weekendsWorked(rota, own), 0)
  if (worked > 0) return worked
  const perLine = [...Map.groupBy(seats, (need) => need.lineId).values()]
  return perLine.reduce((sum, own) => sum + weekendsWorked(rota, own), 0)
}

/** Each weekend by what is agreed for its week. */
function weekendsWorked({ district, from, to }: Rota, spans: readonly CountedSpan[]): number {
  return isoWeeksIn({ from, to }).filter((week) =>
    worksWeekend(spans, week, parameterOn(district.agreement, 'weekend', isoWeekStart(week))),
  ).length
}

function loadOf(rota: Rota, spans: readonly CountedSpan[]): Load {
  const { agreement } = rota.district
  const minutes = { home: 0, 'on-site': 0, backup: 0 }
  for (const piece of spans.flatMap((span) => span.pieces)) minutes[piece.form] += piece.end - piece.start
  return {
    minutes,
    nights: spans.reduce(
      (sum, span) => sum + nightsIn([span], parameterOn(agreement, 'night', span.date)),
      0,
    ),
    weekends: weekendsWorked(rota, spans),
    holidays: spans.filter((span) => {
      const { leastMinutes } = parameterOn(agreement, 'weekend', isoWeekStart(isoWeekOf(span.date)))
      return publicHolidaysIn(span, leastMinutes).length > 0
    }).length,
  }
}

function outsideLoads(weights: readonly Weights[], actual: ReadonlyMap<PersonId, Load>): Load[] {
  return weights.filter((own) => own.any === 0).map((own) => actual.get(own.personId) as Load)
}

type CountedSpan = Pick<Duty, 'start' | 'end' | 'date' | 'pieces'>

/** What a locum still to be named will hold: nobody in the rota carries it. */
function toBeNamed(rota: Rota): CountedSpan[] {
  return firmNeeds(rota).flatMap((need) =>
    placesOf([need])
      .flatMap((place) => rota.cells.get(cellKey(place))?.slices ?? [])
      .filter((slice) => slice.personId === null && !slice.shadowing)
      .map((slice) => ({
        start: slice.start,
        end: slice.end,
        date: need.date,
        pieces: clipPieces(need.pieces, slice.start, slice.end),
      })),
  )
}

function lessOutside(demand: Load, outside: readonly Load[]): Load {
  const less = (total: number, value: (load: Load) => number) =>
    Math.max(
      0,
      outside.reduce((rest, load) => rest - value(load), total),
    )
  const minutes = Object.fromEntries(
    DUTY_FORMS.map((form) => [form, less(demand.minutes[form], (load) => load.minutes[form])]),
  ) as Record<DutyForm, number>
  return {
    minutes,
    nights: less(demand.nights, (load) => load.nights),
    weekends: less(demand.weekends, (load) => load.weekends),
    holidays: less(demand.holidays, (load) => load.holidays),
  }
}

function targetsOf(weights: readonly Weights[], shared: Load, balances: readonly ShareBalance[]): Load[] {
  const brought = new Map(balances.map(({ measure, personId, amount }) => [`${measure} ${personId}`, amount]))
  const targets = (measure: ShareMeasure, total: number, weightOf: (own: Weights) => number) =>
    sharedTargets(
      total,
      weights.map((own) => ({
        weight: weightOf(own),
        balance: brought.get(`${measure} ${own.personId}`) ?? 0,
      })),
    )
  const [home, onSite, backup] = (['home', 'on-site', 'backup'] as const).map((form) =>
    targets(form, shared.minutes[form], (own) => own.forms[form]),
  )
  const nights = targets('nights', shared.nights, (own) => own.nights)
  const weekends = targets('weekends', shared.weekends, (own) => own.any)
  const holidays = targets('holidays', shared.holidays, (own) => own.any)
  const at = (list: readonly number[] | undefined, index: number) => list?.[index] ?? 0
  return weights.map((_, index) => ({
    minutes: { home: at(home, index), 'on-site': at(onSite, index), backup: at(backup, index) },
    nights: at(nights, index),
    weekends: at(weekends, index),
    holidays: at(holidays, index),
  }))
}
