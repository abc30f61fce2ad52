import type { DistrictId } from '../core/rota/person.ts'
import type { Publication } from '../core/rota/publication.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { findDistrict } from '../data/district-store.ts'
import {
  findPublication,
  findRevisionDates,
  listLaterRevisions,
  type RevisionName,
} from '../data/publication-store.ts'
import { loadRevision } from '../data/revision-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { withoutWhy } from './list-revisions.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { cellsOf } from './rota-reading.ts'
import type { BoardValue } from './show-board.ts'

export interface ShowRevisionInput {
  readonly districtId: DistrictId
  readonly revision: number
  /** The first day on the board; null = the first that the revision was about. */
  readonly from: LocalDate | null
  /** 1–190. */
  readonly days: number
}

export interface RevisionValue {
  readonly publication: Publication
  /** A name, or a role where no name is known; null for neither. */
  readonly byName: string | null
  /** The rota as it stood then: who held what, and nothing of hours or rules, which may have changed since. */
  readonly board: BoardValue
  /** The latest that has been published. */
  readonly latest: number
  /** What later revisions said of its lines and days, the first first: taking it back takes these along. */
  readonly later: readonly RevisionName[]
}

const MOST_DAYS = 190

/** One revision of the published rota: what it changed, and how the rota stood under it. */
export async function showRevision(
  ctx: Context,
  { districtId, revision, from: asked, days }: ShowRevisionInput,
): Promise<Result<RevisionValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-history', scope)
  if (isRefused) return isRefused
  if (asked !== null && !isPlanDate(asked)) return invalid('from', 'not-a-date', asked)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return invalid('days', 'out-of-range', String(days))
  const [district, publication, touched] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findPublication(ctx.db, districtId, revision),
    findRevisionDates(ctx.db, districtId, 0, revision),
  ])
  if (!district || !publication) return refused({ kind: 'not-found' })
  const from = asked ?? publication.from
  const to = addDays(from, days)
  const [{ needs, assignments }, names, after] = await Promise.all([
    loadRevision(ctx.db, districtId, revision, from, to),
    accountNames(ctx, district, [publication.by], true),
    listLaterRevisions(ctx.db, districtId, revision, publication),
  ])
  // The board is of then: who is away now says nothing of it.
  const seen = districtForColleague(district, null)
  return done({
    publication: may(ctx.actor, 'amend-rota', scope)
      ? publication
      : { ...withoutWhy(publication), differences: publication.differences },
    byName: names[publication.by] ?? null,
    board: {
      district: seen,
      rota: { district: seen, from, to, needs, cells: cellsOf(assignments), elsewhere: [] },
      draft: null,
      edits: [],
      revision,
      violations: [],
      waivers: [],
      ledger: [],
      shares: [],
      hidesHours: true,
      ownPersonId: null,
    },
    latest: touched.latest,
    later: after.filter(({ lineIds }) => lineIds.some((id) => publication.lineIds.includes(id))),
  })
}
