import type { Draft } from '../core/rota/draft.ts'
import type { Line } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Publication } from '../core/rota/publication.ts'
import { type CommentCount, countComments } from '../data/comment-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { listDraftsIn } from '../data/draft-life-store.ts'
import { listDrafts as listStoredDrafts } from '../data/draft-store.ts'
import { listPublications } from '../data/publication-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ListDraftsInput {
  readonly districtId: DistrictId
}

export interface DraftsValue {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly lines: readonly Line[]
  /** Latest first. */
  readonly drafts: readonly Draft[]
  /** What doctors have said of drafts, for those it was said of. */
  readonly comments: readonly CommentCount[]
  /** Put away, to be brought back; latest first. */
  readonly discarded: readonly Draft[]
  /** Latest first, at most 20; without the difference per doctor. */
  readonly publications: readonly Omit<Publication, 'differences'>[]
}

/** A district's drafts and what has been published. */
export async function listDrafts(
  ctx: Context,
  { districtId }: ListDraftsInput,
): Promise<Result<DraftsValue>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [district, drafts, discarded, comments, publications] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listStoredDrafts(ctx.db, districtId),
    listDraftsIn(ctx.db, districtId, ['discarded']),
    countComments(ctx.db, districtId),
    listPublications(ctx.db, districtId),
  ])
  if (!district) return refused({ kind: 'not-found' })
  return done({
    districtId,
    districtName: district.name,
    lines: district.lines,
    drafts,
    discarded,
    comments,
    publications,
  })
}
