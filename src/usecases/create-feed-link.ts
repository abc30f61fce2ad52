import { OWN_FEED_OPTIONS } from '../core/rota/feed-choice.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { feedLinkWrites, listFeeds } from '../data/feed-store.ts'
import { newFeedSecret } from '../identity/feed-secret.ts'
import type { Context } from './context.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

export interface CreateFeedLinkInput {
  /** The device or program it is for, 1–60 characters. */
  readonly label: string
}

const LONGEST_LABEL = 60
const MOST_LINKS = 20

/** A new secret calendar link of one's own. Its address is told this once; only its hash is stored. */
export async function createFeedLink(
  ctx: Context,
  input: CreateFeedLinkInput,
): Promise<Result<{ readonly feedId: string; readonly path: string; readonly url: string }>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind !== 'account' || personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'manage-own-feeds', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const label = input.label.trim()
  if (label === '') return invalid('label', 'missing')
  const problem = freeTextProblem('label', label, LONGEST_LABEL)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const live = (await listFeeds(ctx.db, ctx.actor.accountId)).filter((feed) => feed.revokedAt === null)
  if (live.length >= MOST_LINKS) return invalid('label', 'out-of-range', String(live.length))
  const secret = await newFeedSecret(ctx.feedKeys)
  const feedId = ctx.newId()
  const link = {
    id: feedId,
    hash: await ctx.hash(secret),
    accountId: ctx.actor.accountId,
    personId,
    kind: 'own',
    label,
    options: OWN_FEED_OPTIONS,
    version: 1,
    changedAt: ctx.now,
    text: { times: 0, at: null },
    busy: { times: 0, at: null },
    createdAt: ctx.now,
    revokedAt: null,
    lastFetchedAt: null,
    lastClient: null,
    lastValidator: null,
    lastEtag: null,
  } as const
  const change = { action: 'create-feed-link', subjectKind: 'feed', subjectId: feedId }
  const failed = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, feedLinkWrites(link))
  const path = `/k/${secret}/vakter.ics`
  return failed ?? done({ feedId, path, url: `${ctx.origin}${path}` })
}
