import { type AgreementParameters, entryOn } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import { holdsOn, type LocalDate } from '../../core/time/local-date.ts'

/** What is known of one year's grant for out-of-hours services in small municipalities (domain reference 7.1–7.4). */
export interface GrantYear {
  readonly year: number
  /** Null: not known. */
  readonly populationBelow: number | null
  readonly centrality: readonly number[] | null
  readonly millions: number | null
}

/** Read in summaries alone, never in the scheme's own text: every figure is unverified. Later years were not found. */
export const GRANT_YEARS: readonly GrantYear[] = [
  { year: 2022, populationBelow: 5000, centrality: [6], millions: 50 },
  { year: 2023, populationBelow: null, centrality: [5, 6], millions: 50 },
  { year: 2024, populationBelow: null, centrality: null, millions: 70 },
]

/** A municipality beside the criteria of a year. */
export interface GrantCheck extends GrantYear {
  /** `district`: entered in the agreement, and theirs to vouch for. `none`: nothing is known of the year. */
  readonly from: 'district' | 'unverified' | 'none'
  /** Of the agreement's entry. */
  readonly source: string | null
  /** The date that the municipality's facts are of: the first of the year. */
  readonly on: LocalDate
  readonly population: number | null
  readonly ownCentrality: number | null
  /** Whether both criteria hold; null where a criterion or a fact is not known and none fails. */
  readonly meets: boolean | null
}

/** The known years and those up to `last`, in order. */
export function grantChecks(district: District, member: MemberMunicipality, last: number): GrantCheck[] {
  const first = GRANT_YEARS[0]?.year ?? last
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return years.map((year) => checkOf(district, member, year))
}

function checkOf({ agreement }: District, member: MemberMunicipality, year: number): GrantCheck {
  const on = `${year}-01-01`
  const entry =
    entryOn(agreement, 'grantCriteria', 'adopted', `${year}-12-31`) ??
    entryOn(agreement, 'grantCriteria', 'adopted', on)
  const known = GRANT_YEARS.find((own) => own.year === year)
  const facts = member.facts.find((fact) => holdsOn(fact, on))
  const own = { on, population: facts?.population ?? null, ownCentrality: facts?.centrality ?? null }
  if (entry?.parameter === 'grantCriteria') {
    const criteria = { ...entry.value, year, millions: known?.millions ?? null }
    return { ...criteria, ...own, from: 'district', source: entry.source, meets: meets(criteria, own) }
  }
  const criteria = known ?? { year, populationBelow: null, centrality: null, millions: null }
  return {
    ...criteria,
    ...own,
    from: known ? 'unverified' : 'none',
    source: null,
    meets: meets(criteria, own),
  }
}

type Criteria = {
  readonly [K in keyof AgreementParameters['grantCriteria']]: AgreementParameters['grantCriteria'][K] | null
}

function meets(
  { populationBelow, centrality }: Criteria,
  own: Pick<GrantCheck, 'population' | 'ownCentrality'>,
): boolean | null {
  const isSmall =
    populationBelow === null || own.population === null ? null : own.population < populationBelow
  const isRemote =
    centrality === null || own.ownCentrality === null ? null : centrality.includes(own.ownCentrality)
  if (isSmall === false || isRemote === false) return false
  return isSmall === null || isRemote === null ? null : true
}
