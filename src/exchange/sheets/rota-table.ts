import type { CellRef, Slice } from '../../core/rota/assignment.ts'
import type { District } from '../../core/rota/district.ts'
import type { Need } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { Dates } from '../../core/time/local-date.ts'
import type { CellProblem } from '../../text/table-problem.ts'
import type { ChosenNames } from './names.ts'

/** What a rota is read against: the lines, days and duties of one draft. */
export interface RotaFrame {
  readonly district: District
  readonly period: Dates
  /** Of the draft, by start. */
  readonly needs: readonly Need[]
}

/** What somebody chose where the sheet did not tell. */
export interface RotaChoices {
  readonly names: ChosenNames
  /** By a column's `key`: the ids of its lines, or null to leave it out. */
  readonly columns: ReadonlyMap<string, readonly string[] | null>
  /** Dates in other years are left out instead of refused. */
  readonly onlyOwnDates: boolean
}

export interface UnknownName {
  readonly text: string
  /** The first cell in which it stands. */
  readonly address: string
  readonly count: number
  /** Those whom it could mean; empty when nobody. */
  readonly fits: readonly PersonId[]
}

export interface UnknownColumn {
  readonly key: string
  readonly text: string
}

/** One place of the draft as the sheet has it; no slices = open. */
export interface ReadPlace extends CellRef {
  readonly slices: readonly Slice[]
  /** Null = the sheet tells no note. */
  readonly note: string | null
  readonly address: string
}

export interface ReadRota {
  readonly shape: 'lines' | 'doctors' | 'list'
  readonly places: readonly ReadPlace[]
  readonly problems: readonly CellProblem[]
  readonly unknownNames: readonly UnknownName[]
  readonly unknownColumns: readonly UnknownColumn[]
  /** Whom each name was taken for, by the name as it was written first. */
  readonly matched: ReadonlyMap<string, PersonId>
  /** Whether dates without a year were put in the plan's. */
  readonly isYearTaken: boolean
  readonly leftOut: {
    /** Dates outside the plan, rows without a date. */
    readonly dates: number
    readonly rows: number
  }
}
