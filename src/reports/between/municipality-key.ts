import { type AgreementEntry, entryOn, type MunicipalityKey } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import type { MunicipalityNumber } from '../../core/rota/person.ts'
import {
  cutAt,
  type DateRange,
  type Dates,
  daysBetween,
  edgesOf,
  holdsOn,
  type LocalDate,
  rangesOverlap,
} from '../../core/time/local-date.ts'

/** Why a period has no key, and of which municipality something is missing. */
export interface KeyGap {
  readonly kind: 'none' | 'part-of-period' | 'no-members' | 'no-population' | 'no-share' | 'sums-to-nothing'
  readonly name: string | null
}

export type KeyOver =
  | {
      readonly kind: 'known'
      readonly key: { readonly kind: MunicipalityKey['kind']; readonly source: string }
      /** 0–1; together they are 1. */
      readonly shares: ReadonlyMap<MunicipalityNumber, number>
      /** Whether the key, or whom it is for, changes within the period. */
      readonly isMixed: boolean
    }
  | { readonly kind: 'unknown'; readonly gap: KeyGap }

/**
 * The district's key over a period, day by day: among the municipalities that take part on a date, by what the key says then.
 * One that joins halfway has its part of the days since. Nothing is known where a day has no key.
 */
export function keyOver(district: District, period: Dates): KeyOver {
  const stretches = stretchesOf(district, period)
  const days = daysBetween(period.from, period.to)
  const shares = new Map<MunicipalityNumber, number>()
  let last: KeyHeld | undefined
  let isMixed = false
  for (const { from, to } of stretches) {
    const found = keyOn(district, from)
    if (found.kind === 'gap') {
      const isPartly = found.gap.kind === 'none' && (last !== undefined || hasKeyIn(district, period))
      return { kind: 'unknown', gap: isPartly ? { kind: 'part-of-period', name: null } : found.gap }
    }
    for (const [number, share] of found.shares)
      shares.set(number, (shares.get(number) ?? 0) + (share * daysBetween(from, to)) / days)
    isMixed ||= last !== undefined && !isSameKey(last, found)
    last = found
  }
  if (!last) return { kind: 'unknown', gap: { kind: 'none', name: null } }
  const { value, source } = last.entry
  return { kind: 'known', key: { kind: value.kind, source }, shares, isMixed }
}

function isSameKey(a: KeyHeld, b: KeyHeld): boolean {
  return a.entry === b.entry && JSON.stringify(a.shares) === JSON.stringify(b.shares)
}

type KeyEntry = Extract<AgreementEntry, { parameter: 'municipalityKey' }>

function stretchesOf({ agreement, municipalities }: District, period: Dates): Dates[] {
  const ranges: DateRange[] = [
    ...agreement.filter((entry) => entry.parameter === 'municipalityKey' && entry.status === 'adopted'),
    ...municipalities.flatMap(({ facts, participation }) => [...facts, ...participation]),
  ]
  return cutAt(period, edgesOf(ranges))
}

function hasKeyIn({ agreement }: District, period: Dates): boolean {
  return agreement.some(
    (entry) =>
      entry.parameter === 'municipalityKey' && entry.status === 'adopted' && rangesOverlap(entry, period),
  )
}

interface KeyHeld {
  readonly kind: 'key'
  readonly entry: KeyEntry
  readonly shares: readonly (readonly [MunicipalityNumber, number])[]
}

type KeyOnDate = KeyHeld | { readonly kind: 'gap'; readonly gap: KeyGap }

function keyOn(district: District, date: LocalDate): KeyOnDate {
  const gap = (kind: KeyGap['kind'], name: string | null = null): KeyOnDate => ({
    kind: 'gap',
    gap: { kind, name },
  })
  const entry = entryOn(district.agreement, 'municipalityKey', 'adopted', date)
  if (entry?.parameter !== 'municipalityKey') return gap('none')
  const members = district.municipalities.filter((member) => takesPartOn(member, date))
  if (members.length === 0) return gap('no-members')
  const amounts = members.map((member) => amountOf(member, entry.value, date))
  const missing = members.find((_, index) => amounts[index] === undefined)
  if (missing) return gap(entry.value.kind === 'population' ? 'no-population' : 'no-share', missing.name)
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
  if (!(sum > 0)) return gap('sums-to-nothing')
  return {
    kind: 'key',
    entry,
    shares: members.map(({ number }, index) => [number, (amounts[index] ?? 0) / sum] as const),
  }
}

/** Also where only some hours of the week are its: the key says how much that weighs. */
function takesPartOn({ participation }: MemberMunicipality, date: LocalDate): boolean {
  return participation.some((part) => holdsOn(part, date))
}

function amountOf(
  { number, facts }: MemberMunicipality,
  key: MunicipalityKey,
  date: LocalDate,
): number | undefined {
  return key.kind === 'population'
    ? facts.find((fact) => holdsOn(fact, date))?.population
    : key.shares[number]
}
