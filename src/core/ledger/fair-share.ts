import { cellKey } from '../rota/assignment.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import {
  clipPieces,
  type Duty,
  dutiesOf,
  isInPeriod,
  openParts,
  placesOf,
  type Rota,
  type ShareBalance,
  type ShareMeasure,
} from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'
import { broughtTo, sharedTargets } from './carry-over.ts'
import {
  type Held,
  heldOf,
  type Load,
  type LoadGround,
  loadGround,
  loadOf,
  loadOfPlaces,
  NO_LOAD,
  type PlacedSpan,
  sumOfLoads,
} from './share-load.ts'
import { type Portion, portionsOf, type Weights, weightsOf } from './share-weights.ts'

export type { Load } from './share-load.ts'

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
 * dates for which it is agreed. Held is what the rota says, or `duties` where these are given as they were worked. What doctors bring from earlier periods (`rota.balances`) moves their targets, never the sum of them.
 */
export function fairShares(rota: Rota, duties: readonly Duty[] = dutiesOf(rota)): FairShare[] {
  const ground = shareGround(rota)
  const byPerson = Map.groupBy(duties, (duty) => duty.personId)
  const held = new Map([...byPerson].map(([personId, duties]) => [personId, heldOf(ground, duties)]))
  return sharesFrom(rota, ground, {
    held,
    unnamed: unnamedIn(rota, ground.firm),
    open: openIn(rota, ground.firm),
  })
}

/** What shares rest on besides who holds what; no edit of cells moves it. */
export interface ShareGround extends LoadGround {
  /** Needs of the period whose places must be filled, in the order of the rota. */
  readonly firm: readonly Need[]
  readonly seats: number
  readonly portions: readonly Portion[]
}

export function shareGround(rota: Rota): ShareGround {
  const known = GROUNDS.get(rota.needs)
  const { district, from, to } = rota
  const isSame = known?.rota.district === district && known.rota.from === from && known.rota.to === to
  if (known && isSame) return known
  const ground = groundOf(rota)
  GROUNDS.set(rota.needs, ground)
  return ground
}

/** Needs are never changed in place, and those of one rota are asked about again and again. */
const GROUNDS = new WeakMap<readonly Need[], ShareGround>()

function groundOf(rota: Rota): ShareGround {
  const { district, from, to } = rota
  const ground = loadGround({ district, from, to })
  const firm = rota.needs.filter((need) => isInPeriod(rota, need) && !ground.conditional.has(need.lineId))
  return {
    ...ground,
    firm,
    seats: firm.reduce((sum, need) => sum + need.number, 0),
    portions: portionsOf(rota.district, rota),
  }
}

/** Who holds what is asked for. */
export interface Holding {
  readonly held: ReadonlyMap<PersonId, Held>
  /** What a locum still to be named will hold: no doctor carries it. */
  readonly unnamed: readonly PlacedSpan[]
  /** Parts of firm places that nobody holds. */
  readonly open: readonly PlacedSpan[]
}

/** As `fairShares`. How many nights and duties on holidays are shared depends, as for weekends, on the hands that hold them. */
export function sharesFrom(rota: Rota, ground: ShareGround, { held, unnamed, open }: Holding): FairShare[] {
  const { doctors } = rota.district
  const unnamedLoad = loadOfPlaces(ground, unnamed)
  const holders = [...held.values()]
  const added = holders.reduce((sum, own) => sum + own.addedDuties, 0)
  const shared = ground.seats + added - unnamed.length - heldOutside(rota, ground.portions, held)
  const weights = weightsOf(
    doctors.map((doctor) => doctor.personId),
    ground.portions,
    shared,
  )
  const actual = doctors.map(({ personId }) => held.get(personId)?.load ?? NO_LOAD)
  const outside = actual.filter((_, index) => weights[index]?.any === 0)
  const demand = {
    ...sumOfLoads([...holders.map((own) => own.load), unnamedLoad, loadOfPlaces(ground, open)]),
    weekends: doctorWeekends(ground, [...holders.map((own) => own.load), unnamedLoad]),
  }
  const targets = targetsOf(
    weights,
    lessOutside(demand, sumOfLoads([...outside, unnamedLoad])),
    broughtTo(rota),
  )
  return weights.map((own, index) => ({
    personId: own.personId,
    weight: own.any,
    actual: actual[index] ?? NO_LOAD,
    target: targets[index] ?? NO_LOAD,
  }))
}

/** What a locum still to be named will hold of these needs. */
export function unnamedIn(rota: Rota, needs: readonly Need[]): PlacedSpan[] {
  const found: PlacedSpan[] = []
  for (const need of needs) {
    for (let seat = 0; seat < need.number; seat++) {
      for (const slice of rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []) {
        if (slice.personId !== null || slice.shadowing) continue
        found.push(placed(need, seat, slice))
      }
    }
  }
  return found
}

/** What nobody holds of these needs. */
function openIn(rota: Rota, needs: readonly Need[]): PlacedSpan[] {
  return needs.flatMap((need) =>
    placesOf([need]).flatMap(({ seat }) =>
      openParts(rota, need, seat).map((part) => placed(need, seat, part)),
    ),
  )
}

function placed({ date, lineId, pieces }: Need, seat: number, { start, end }: Interval): PlacedSpan {
  return { start, end, date, lineId, seat, pieces: clipPieces(pieces, start, end) }
}

function heldOutside(
  { district }: Rota,
  portions: readonly Portion[],
  held: ReadonlyMap<PersonId, Held>,
): number {
  const sharing = new Set(portions.filter((own) => own.any > 0).map((own) => own.personId))
  return district.doctors.reduce(
    (sum, { personId }) => sum + (sharing.has(personId) ? 0 : (held.get(personId)?.duties ?? 0)),
    0,
  )
}

/** Doctor-weekends: those worked in the rota as it stands, or one for each line's block or weekend while it is empty. */
function doctorWeekends(ground: ShareGround, holders: readonly Load[]): number {
  const worked = holders.reduce((sum, own) => sum + own.weekends, 0)
  if (worked > 0) return worked
  const perLine = [...Map.groupBy(ground.firm, (need) => need.lineId).values()]
  return perLine.reduce((sum, own) => sum + loadOf(ground, own).weekends, 0)
}

function lessOutside(demand: Load, outside: Load): Load {
  const less = (value: (load: Load) => number) => Math.max(0, value(demand) - value(outside))
  const minutes = Object.fromEntries(
    DUTY_FORMS.map((form) => [form, less((load) => load.minutes[form])]),
  ) as Record<DutyForm, number>
  return {
    minutes,
    nights: less((load) => load.nights),
    weekends: less((load) => load.weekends),
    holidays: less((load) => load.holidays),
  }
}

function targetsOf(weights: readonly Weights[], shared: Load, balances: readonly ShareBalance[]): Load[] {
  const brought = new Map(balances.map(({ measure, personId, amount }) => [`${measure} ${personId}`, amount]))
  const balanceOf = (measure: ShareMeasure, personId: PersonId) =>
    brought.size === 0 ? 0 : (brought.get(`${measure} ${personId}`) ?? 0)
  const targets = (measure: ShareMeasure, total: number, weightOf: (own: Weights) => number) =>
    sharedTargets(
      total,
      weights.map((own) => ({
        weight: weightOf(own),
        balance: balanceOf(measure, own.personId),
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
