import type { CellRef } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { PersonDifference } from '../core/rota/publication.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

/** The part of a draft that is to enter the timeline; null = all its lines, its first and its last day. */
export interface PublicationPart {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly lineIds: readonly LineId[] | null
  readonly from: LocalDate | null
  /** Exclusive. */
  readonly to: LocalDate | null
}

export interface PublicationPreview {
  readonly district: District
  readonly draft: Draft
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Sent back with the publication: a timeline that moved meanwhile refuses it. */
  readonly revision: number
  readonly differences: readonly PersonDifference[]
  /** Blocking ones must be resolved or waived; structural ones resolved. */
  readonly violations: readonly Violation[]
  readonly open: readonly CellRef[]
}

/** What a publication would change for each doctor, and what stands in its way. */
export async function previewPublication(
  _ctx: Context,
  _input: PublicationPart,
): Promise<Result<PublicationPreview>> {
  return refused({ kind: 'not-found' })
}
