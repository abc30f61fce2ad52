import type { DateRange } from '../time/local-date.ts'
import type { MunicipalityNumber } from './person.ts'
import type { WeeklyWindow } from './weekly-window.ts'

/** Population and centrality class (1 most … 6 least central; Statistics Norway, Klass 128), dated since both change. */
export interface MunicipalityFacts extends DateRange {
  readonly population: number
  readonly centrality: number
}

/** A municipality's dated part in a district: all out-of-hours time (`windows` null), or named windows of the week. */
export interface Participation extends DateRange {
  readonly windows: readonly WeeklyWindow[] | null
  /** Duties per plan period that the municipality must fill; null = by its positions' share. */
  readonly quota: number | null
}

export interface MemberMunicipality {
  readonly number: MunicipalityNumber
  readonly name: string
  readonly facts: readonly MunicipalityFacts[]
  readonly participation: readonly Participation[]
}
