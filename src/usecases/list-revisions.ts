import type { Line } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import { countTouched, listPublications, type PublicationHead } from '../data/publication-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ListRevisionsInput {
  readonly districtId: DistrictId
  /** Only those before this one; null = from the latest on. */
  readonly before: number | null
}

export interface RevisionsValue {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly lines: readonly Line[]
  /** Latest first, at most 50. */
  readonly revisions: readonly RevisionHead[]
  /** To go on from; null when these are the first. */
  readonly next: number | null
  /** Of the timeline now. */
  readonly revision: number
}

/** One revision; why stands in it for whoever may amend the rota. */
export interface RevisionHead extends PublicationHead {
  /** A name, or a role where no name is known; null for neither. */
  readonly byName: string | null
  /** How many duties it touched, and doctors who gained, lost or kept one at other times. */
  readonly duties: number
  readonly doctors: number
}

const MOST_LISTED = 50

/** What has entered the timeline, when and by whom. */
export async function listRevisions(
  ctx: Context,
  { districtId, before }: ListRevisionsInput,
): Promise<Result<RevisionsValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-history', scope)
  if (isRefused) return isRefused
  const [district, found, [latest]] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listPublications(ctx.db, districtId, MOST_LISTED + 1, before ?? undefined),
    listPublications(ctx.db, districtId, 1),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const listed = found.slice(0, MOST_LISTED)
  const seesWhy = may(ctx.actor, 'amend-rota', scope)
  const accounts = listed.map((publication) => publication.by)
  const [names, counts] = await Promise.all([
    accountNames(ctx, district, accounts, true),
    countTouched(ctx.db, districtId, listed.at(-1)?.revision ?? 0, listed[0]?.revision ?? 0),
  ])
  const touched = new Map(counts.map((count) => [count.revision, count]))
  return done({
    districtId,
    districtName: district.name,
    lines: district.lines,
    revisions: listed.map((publication) => ({
      ...(seesWhy ? publication : withoutWhy(publication)),
      byName: names[publication.by] ?? null,
      duties: touched.get(publication.revision)?.duties ?? 0,
      doctors: touched.get(publication.revision)?.doctors ?? 0,
    })),
    next: found.length > MOST_LISTED ? (listed.at(-1)?.revision ?? null) : null,
    revision: latest?.revision ?? 0,
  })
}

/** Reasons are free text, and may tell why somebody is away. */
export function withoutWhy<T extends PublicationHead>(publication: T): T {
  return { ...publication, reason: '', waivers: [] }
}
