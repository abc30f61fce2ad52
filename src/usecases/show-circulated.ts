import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Duty, dutiesOf, isInPeriod } from '../core/rota/rota.ts'
import { type Circulation, type DraftComment, findCirculation, listComments } from '../data/comment-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'
import { isOwnNeed } from './rota-reading.ts'
import { actorId } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

export interface CirculatedDraft {
  /** As a colleague may know it. */
  readonly district: District
  readonly draft: Draft
  /** The latest time it was sent out; null before the first. */
  readonly circulation: Circulation | null
  /** What the doctor who asks holds in it, by start. */
  readonly ownDuties: readonly Duty[]
  /** Duties of the draft, by start: what a comment can be about. */
  readonly needs: readonly Need[]
  /** Everybody's to whoever settles them, else one's own; latest first. */
  readonly comments: readonly ToldComment[]
  readonly mayComment: boolean
  readonly maySettle: boolean
}

export interface ToldComment extends DraftComment {
  /** Null where no name is known. */
  readonly name: string | null
}

/**
 * A draft that is out for comments, with one's own duties and what one has said of it. One that is not out is not there, but
 * to whoever may edit it.
 */
export async function showCirculated(
  ctx: Context,
  { districtId, draftId }: { readonly districtId: DistrictId; readonly draftId: string },
): Promise<Result<CirculatedDraft>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-circulated-drafts', scope)
  if (isRefused) return isRefused
  const maySettle = may(ctx.actor, 'settle-comments', scope)
  const [reading, circulation, comments] = await Promise.all([
    readDraft(ctx, districtId, draftId),
    findCirculation(ctx.db, districtId, draftId),
    listComments(ctx.db, districtId, draftId, maySettle ? null : actorId(ctx)),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft } = reading
  const isOut = draft.status === 'circulated'
  if (!isOut && !may(ctx.actor, 'read-drafts', scope)) return refused({ kind: 'not-found' })
  const own = ownPersonId(ctx)
  const needs = rota.needs.filter((need) => isInPeriod(rota, need) && isOwnNeed(draft, need))
  const ids = new Set(needs.map((need) => need.id))
  return done({
    district: districtForColleague(rota.district, own),
    draft: toDraftForAll(draft),
    circulation: circulation ?? null,
    ownDuties: dutiesOf(rota).filter(({ personId, needId }) => personId === own && ids.has(needId)),
    needs,
    comments: await withNames(ctx, rota.district, comments),
    mayComment: isOut && may(ctx.actor, 'comment-drafts', scope),
    maySettle,
  })
}

/** Without who opened it and how often it was edited. */
function toDraftForAll({ id, name, from, to, lineIds, baseRevision, status }: Draft): Draft {
  return { id, name, from, to, lineIds, baseRevision, status }
}

async function withNames(
  ctx: Context,
  district: District,
  comments: readonly DraftComment[],
): Promise<ToldComment[]> {
  const nameOf = (personId: PersonId | null) =>
    district.persons.find((person) => person.id === personId)?.name ?? null
  const strangers = comments.filter(({ personId }) => personId === null).map(({ by }) => by)
  const names = strangers.length > 0 ? await accountNames(ctx, district, strangers, false) : {}
  return comments.map((comment) => ({
    ...comment,
    name: nameOf(comment.personId) ?? names[comment.by] ?? null,
  }))
}
