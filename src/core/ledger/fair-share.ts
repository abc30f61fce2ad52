import { parameterOn } from '../rota/agreement.ts'
import { cellKey } from '../rota/assignment.ts'
import { dutyAbilityOn } from '../rota/competence.ts'
import { lineOf } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type Position, positionsHeldBy } from '../rota/position.ts'
import { clipPieces, type Duty, dutiesOf, isInPeriod, placesOf, type Rota } from '../rota/rota.ts'
import { isoWeeksIn } from '../time/iso-week.ts'
import { datesIn, type LocalDate } from '../time/local-date.ts'
import { isAwayOn } from './availability.ts'
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
 * A conditional backup counts only where it is held. An agreed highest number of duties lowers a doctor's weight.
 */
export function fairShares(rota: Rota): FairShare[] {
  const duties = dutiesOf(rota).filter(
    (duty) => duty.date >= rota.from && duty.date < rota.to && !duty.shadowing,
  )
  const unnamed = toBeNamed(rota)
  const demand = demandOf(rota, duties, unnamed)
  const dates = datesIn({ from: rota.from, to: rota.to })
  const unlimited = rota.district.doctors.map((doctor) => weightsOf(rota, doctor, dates))
  const weights = limitByMost(unlimited, demand.duties - unnamed.length - heldOutside(unlimited, duties))
  const loads = Map.groupBy(duties, (duty) => duty.personId)
  const actual = new Map(weights.map(({ personId }) => [personId, loadOf(rota, loads.get(personId) ?? [])]))
  const shared = lessOutside(demand.load, [...outsideLoads(weights, actual), loadOf(rota, unnamed)])
  return weights.map((own) => ({
    personId: own.personId,
    weight: own.any,
    actual: actual.get(own.personId) as Load,
    target: targetOf(own, weights, shared),
  }))
}

interface Weights {
  readonly personId: PersonId
  readonly any: number
  readonly forms: Readonly<Record<DutyForm, number>>
  readonly nights: number
  readonly most: number | null
}

function weightsOf(rota: Rota, doctor: Doctor, dates: readonly LocalDate[]): Weights {
  const positions = rota.district.positions.filter(({ holders }) =>
    holders.some((holder) => holder.kind === 'person' && holder.personId === doctor.personId),
  )
  const days = dates.map((date) => dayWeights(positions, doctor, date))
  const mean = (value: (day: DayWeights) => number) =>
    days.reduce((sum, day) => sum + value(day), 0) / Math.max(1, days.length)
  return {
    personId: doctor.personId,
    any: mean((day) => Math.max(day.home, day['on-site'], day.backup)),
    forms: {
      home: mean((day) => day.home),
      'on-site': mean((day) => day['on-site']),
      backup: mean((day) => day.backup),
    },
    nights: mean((day) => day.nights),
    most: factOn(doctor.takingPart, rota.from)?.most ?? null,
  }
}

type DayWeights = Record<DutyForm | 'nights', number>
const NO_WEIGHT: DayWeights = { home: 0, 'on-site': 0, backup: 0, nights: 0 }

function dayWeights(positions: readonly Position[], doctor: Doctor, date: LocalDate): DayWeights {
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
  const ability = dutyAbilityOn(doctor.competences, date)
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
function limitByMost(weights: readonly Weights[], duties: number): Weights[] {
  const limited = new Map<PersonId, number>()
  for (;;) {
    const perWeight = dutiesPerWeight(weights, limited, duties)
    const over = weights.filter(
      ({ personId, any, most }) =>
        most !== null && any > 0 && !limited.has(personId) && any * perWeight > most + 1e-6,
    )
    for (const { personId, most } of over) limited.set(personId, most ?? 0)
    if (over.length > 0) continue
    return weights.map((own) => {
      const most = limited.get(own.personId)
      return most === undefined ? own : scale(own, most / (own.any * perWeight))
    })
  }
}

/** What a weight of 1 brings among the unlimited; when everyone is limited, the limits themselves are the weights. */
function dutiesPerWeight(
  weights: readonly Weights[],
  limited: ReadonlyMap<PersonId, number>,
  duties: number,
): number {
  const rest = weights.reduce((sum, own) => (limited.has(own.personId) ? sum : sum + own.any), 0)
  const taken = [...limited.values()].reduce((sum, most) => sum + most, 0)
  return rest > 0 ? (duties - taken) / rest : 1
}

function heldOutside(weights: readonly Weights[], duties: readonly Duty[]): number {
  const outside = new Set(weights.filter((own) => own.any === 0).map((own) => own.personId))
  return duties.filter((duty) => outside.has(duty.personId)).length
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
  const weekend = parameterOn(rota.district.agreement, 'weekend', rota.from)
  const weeks = isoWeeksIn(rota)
  const worked = holders.reduce(
    (sum, own) => sum + weeks.filter((week) => worksWeekend(own, week, weekend)).length,
    0,
  )
  if (worked > 0) return worked
  const perLine = [...Map.groupBy(seats, (need) => need.lineId).values()]
  return perLine.reduce(
    (sum, own) => sum + weeks.filter((week) => worksWeekend(own, week, weekend)).length,
    0,
  )
}

function loadOf(rota: Rota, spans: readonly CountedSpan[]): Load {
  const { agreement } = rota.district
  const weekend = parameterOn(agreement, 'weekend', rota.from)
  const minutes = { home: 0, 'on-site': 0, backup: 0 }
  for (const piece of spans.flatMap((span) => span.pieces)) minutes[piece.form] += piece.end - piece.start
  return {
    minutes,
    nights: spans.reduce(
      (sum, span) => sum + nightsIn([span], parameterOn(agreement, 'night', span.date)),
      0,
    ),
    weekends: isoWeeksIn(rota).filter((week) => worksWeekend(spans, week, weekend)).length,
    holidays: spans.filter((span) => publicHolidaysIn(span, weekend.leastMinutes).length > 0).length,
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

function targetOf(own: Weights, all: readonly Weights[], shared: Load): Load {
  const part = (total: number, weight: (of: Weights) => number) => {
    const sum = all.reduce((rest, other) => rest + weight(other), 0)
    return sum === 0 ? 0 : (total * weight(own)) / sum
  }
  return {
    minutes: {
      home: part(shared.minutes.home, (of) => of.forms.home),
      'on-site': part(shared.minutes['on-site'], (of) => of.forms['on-site']),
      backup: part(shared.minutes.backup, (of) => of.forms.backup),
    },
    nights: part(shared.nights, (of) => of.nights),
    weekends: part(shared.weekends, (of) => of.any),
    holidays: part(shared.holidays, (of) => of.any),
  }
}
