import { agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { weighted } from '../../core/ledger/figures.ts'
import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import type { Agreement } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import type { MunicipalityNumber } from '../../core/rota/person.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { minutesOf } from '../../core/time/interval.ts'
import { type Dates, holdsOn, rangesOverlap } from '../../core/time/local-date.ts'
import { costOf, type RatedMinutes, ratedMinutes } from './duty-cost.ts'
import { dutyOwners } from './duty-owner.ts'
import { addForms, type HeldDuty, heldDuties, minutesByForm, NO_MINUTES } from './held-duty.ts'
import { type KeyGap, type KeyOver, keyOver } from './municipality-key.ts'
import { openSlices, unnamedSlices } from './open-slices.ts'
import { wholeParts } from './whole-parts.ts'

/** What one municipality carried of the district's duties, counted from the published rota as it was worked. */
export interface MunicipalityShare {
  /** Null for duties that no municipality's position or doctor held, as a locum's of the service. */
  readonly municipality: MunicipalityNumber | null
  readonly name: string | null
  readonly duties: number
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly weightedMinutes: number
  /** Of all held minutes, by weight; 0 where nothing was held. */
  readonly share: number
  /** What the district's key gives it, 0–1; null where the district has chosen none. */
  readonly keyShare: number | null
  readonly rated: readonly RatedMinutes[]
  /** By the rates the district has entered; null where a rate it needs is missing. */
  readonly costØre: number | null
  /** The key's part of the district's cost, less its own: above 0 it owes the others. */
  readonly owedØre: number | null
}

/** The municipalities side by side. Duties, minutes and costs add up to the district's. */
export interface Between {
  readonly shares: readonly MunicipalityShare[]
  /** Whether any duty is published for the period, held or open. */
  readonly isPublished: boolean
  readonly openDuties: number
  readonly openMinutes: number
  /** Held for a municipality's position by somebody who was never named, as a locum: in its share, and in nobody's ledger. */
  readonly unnamedMinutes: number
  readonly key: { readonly kind: 'population' | 'list-patients' | 'agreed'; readonly source: string } | null
  /** Why there is no key. */
  readonly keyGap: KeyGap | null
  /** Whether the key, or who takes part, changes within the period. */
  readonly isKeyMixed: boolean
  /** What costs can't be told without; null where the district has entered no rates at all. */
  readonly missingRates: readonly Pick<RatedMinutes, 'form' | 'rateClass'>[] | null
}

/** Held for one municipality. */
interface Carried {
  readonly count: number
  readonly held: readonly FormPiece[]
  readonly weightedMinutes: number
}

/** Who carried what, from the duties of `counted` over the period. Whoever learns beside another carries nothing. */
export function between(rota: Rota, period: Dates, counted: CountedRota): Between {
  const { district } = rota
  const carried = Map.groupBy(carriedBy(rota, period, counted), ([owner]) => owner)
  const members = district.municipalities.filter(
    ({ number, participation }) =>
      carried.has(number) || participation.some((part) => rangesOverlap(part, period)),
  )
  const rows = [
    ...members.map(({ number, name }) => ({ municipality: number, name })),
    ...(carried.has(null) ? [{ municipality: null, name: null }] : []),
  ]
  const rate = ratedMinutes(district.agreement)
  const sums = rows.map((row) => ({
    ...row,
    ...sumOf(
      (carried.get(row.municipality) ?? []).map(([, own]) => own),
      rate,
    ),
  }))
  const key = keyOver(district, period)
  const open = openSlices(rota, period)
  const unnamed = unnamedSlices(rota, period).flatMap(({ held }) => held)
  return {
    ...settled(sums, key, hasRates(district, period)),
    isPublished: rota.needs.some(({ date }) => holdsOn(period, date)),
    openDuties: open.reduce((sum, { count }) => sum + count, 0),
    openMinutes: open.flatMap(({ held }) => held).reduce((sum, piece) => sum + minutesOf(piece), 0),
    unnamedMinutes: unnamed.reduce((sum, piece) => sum + minutesOf(piece), 0),
    key: key.kind === 'known' ? key.key : null,
    keyGap: key.kind === 'unknown' ? key.gap : null,
    isKeyMixed: key.kind === 'known' && key.isMixed,
  }
}

type Owned = readonly [owner: MunicipalityNumber | null, Carried]

function carriedBy(rota: Rota, period: Dates, counted: CountedRota): Owned[] {
  const { district } = rota
  const ownerOf = dutyOwners(district)
  const weightOf = heldWeight(district.agreement)
  const named = district.doctors.flatMap(({ personId }) =>
    carriedDuties(counted, personId, period).map(
      ({ duty, held, count }): Owned => [ownerOf(duty), { count, held, weightedMinutes: weightOf(held) }],
    ),
  )
  const unnamed = unnamedSlices(rota, period).map(({ slice, held, count }): Owned => {
    const { positionId, date } = slice
    return [ownerOf({ positionId, date, personId: null }), { count, held, weightedMinutes: weightOf(held) }]
  })
  return [...named, ...unnamed]
}

/**
 * Weighted minutes of what was held. Told activity would weigh more, and is left out: where one doctor stands behind a figure it
 * would be told by it.
 */
export function heldWeight(agreement: Agreement): (held: readonly FormPiece[]) => number {
  const counting = { weekOf: agreedWeeks(agreement) }
  return (held) => held.reduce((sum, piece) => sum + weighted(counting, piece, piece.form), 0)
}

/** A doctor's duties that count toward cover. */
export function carriedDuties(counted: CountedRota, personId: string, dates: Dates): HeldDuty[] {
  return heldDuties(
    counted.workedBy(personId).filter((duty) => !duty.shadowing),
    dates,
  )
}

type Sum = Pick<MunicipalityShare, 'municipality' | 'name'> & ReturnType<typeof sumOf>

function sumOf(carried: readonly Carried[], rate: ReturnType<typeof ratedMinutes>) {
  const held = carried.flatMap((own) => own.held)
  return {
    duties: carried.reduce((sum, { count }) => sum + count, 0),
    minutes: carried.reduce((sum, own) => addForms(sum, minutesByForm(own.held)), NO_MINUTES),
    weightedMinutes: carried.reduce((sum, own) => sum + own.weightedMinutes, 0),
    rated: rate(held),
  }
}

function hasRates({ agreement }: District, period: Dates): boolean {
  return agreement.some(
    (entry) => entry.parameter === 'dutyRates' && entry.status === 'adopted' && rangesOverlap(entry, period),
  )
}

function settled(
  sums: readonly Sum[],
  key: KeyOver,
  isRated: boolean,
): Pick<Between, 'shares' | 'missingRates'> {
  const all = sums.reduce((total, { weightedMinutes }) => total + weightedMinutes, 0)
  const keyShares = sums.map(({ municipality }) =>
    key.kind === 'unknown' || municipality === null ? null : (key.shares.get(municipality) ?? 0),
  )
  const exact = sums.map(({ rated }) => (isRated ? costOf(rated) : null))
  const costs = roundedCosts(exact)
  const owed = owedBy(costs, key.kind === 'known' ? keyShares : null)
  return {
    shares: sums.map((sum, index) => ({
      ...sum,
      share: all === 0 ? 0 : sum.weightedMinutes / all,
      keyShare: keyShares[index] ?? null,
      costØre: costs[index] ?? null,
      owedØre: owed?.[index] ?? null,
    })),
    missingRates: isRated ? missingIn(sums) : null,
  }
}

/** Known costs add up to the whole øre nearest their sum. */
function roundedCosts(exact: readonly (number | null)[]): (number | null)[] {
  const whole = wholeParts(exact.map((cost) => cost ?? 0))
  return exact.map((cost, index) => (cost === null ? null : (whole[index] ?? 0)))
}

/** Adds up to nothing: what some owe, others have carried. */
function owedBy(
  costs: readonly (number | null)[],
  keyShares: readonly (number | null)[] | null,
): number[] | null {
  if (keyShares === null || costs.includes(null)) return null
  const total = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)
  const due = wholeParts(
    keyShares.map((share) => (share ?? 0) * total),
    total,
  )
  return due.map((part, index) => part - (costs[index] ?? 0))
}

function missingIn(sums: readonly Sum[]): Pick<RatedMinutes, 'form' | 'rateClass'>[] {
  const missing = sums.flatMap(({ rated }) => rated.filter(({ rateØre }) => rateØre === null))
  const byKind = new Map(
    missing.map(({ form, rateClass }) => [`${form} ${rateClass}`, { form, rateClass }] as const),
  )
  return [...byKind.values()]
}
