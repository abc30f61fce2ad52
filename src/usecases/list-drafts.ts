import type { Draft } from '../core/rota/draft.ts'
import type { Line } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Publication } from '../core/rota/publication.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ListDraftsInput {
  readonly districtId: DistrictId
}

export interface DraftsValue {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly lines: readonly Line[]
  /** Latest first. */
  readonly drafts: readonly Draft[]
  /** Latest first, at most 20. */
  readonly publications: readonly Publication[]
}

/** A district's drafts and what has been published. */
export async function listDrafts(_ctx: Context, _input: ListDraftsInput): Promise<Result<DraftsValue>> {
  return refused({ kind: 'not-found' })
}
