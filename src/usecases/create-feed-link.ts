import { type FeedChoice, OWN_FEED_OPTIONS } from '../core/rota/feed-choice.ts'
import { type FeedLink, feedLinkWrites, listFeeds } from '../data/feed-store.ts'
import { newFeedSecret } from '../identity/feed-secret.ts'
import type { Context } from './context.ts'
import {
  chainOf,
  type FeedAddress,
  feedAddress,
  labelProblem,
  linkGate,
  optionsProblem,
  scopeProblem,
} from './feed-link-rules.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

export interface CreateFeedLinkInput {
  /** The device or program it is for, 1–60 characters. */
  readonly label: string
  /** Calendars of one's own duties with the usual options when left out. */
  readonly choice?: FeedChoice
}

const MOST_LINKS = 20
const TOO_MANY = { field: 'label', code: 'too-many', value: '', against: [String(MOST_LINKS)] } as const
const OWN: FeedChoice = { kind: 'own', options: OWN_FEED_OPTIONS }

/** A new secret calendar link, at most 20 for one account. Its address is told this once; only its hash is stored. */
export async function createFeedLink(
  ctx: Context,
  { label: given, choice = OWN }: CreateFeedLinkInput,
): Promise<Result<FeedAddress>> {
  const isRefused = linkGate(ctx, choice)
  if (isRefused) return isRefused
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-found' })
  const label = given.trim()
  const problems = [labelProblem(label), await choiceProblem(ctx, choice)].flatMap((problem) => problem ?? [])
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const { accountId } = ctx.actor
  const living = (await listFeeds(ctx.db, accountId)).filter(({ revokedAt }) => revokedAt === null)
  if (living.length >= MOST_LINKS) return refused({ kind: 'invalid', problems: [TOO_MANY] })
  const secret = await newFeedSecret(ctx.feedKeys)
  const link = newLink(ctx, { label, choice, accountId, hash: await ctx.hash(secret) })
  const change = { action: 'create-feed-link', subjectKind: 'feed', subjectId: link.id }
  const what = { districtId: chainOf(choice), ...change, after: choice }
  const failed = await save(ctx, what, feedLinkWrites(link))
  return failed ?? done(feedAddress(ctx, link, secret))
}

async function choiceProblem(ctx: Context, choice: FeedChoice): Promise<FieldProblem | undefined> {
  return choice.kind === 'own'
    ? optionsProblem(choice.options)
    : scopeProblem(ctx, choice.districtId, choice.options.scope)
}

interface NewLink {
  readonly label: string
  readonly choice: FeedChoice
  readonly accountId: string
  readonly hash: string
}

function newLink(ctx: Context, { label, choice, accountId, hash }: NewLink): FeedLink {
  const facts = {
    id: ctx.newId(),
    hash,
    accountId,
    label,
    version: 1,
    changedAt: ctx.now,
    text: { times: 0, at: null },
    alarm: { times: 0, at: null },
    busy: { times: 0, at: null },
    createdAt: ctx.now,
    revokedAt: null,
    lastFetchedAt: null,
    lastClient: null,
    lastValidator: null,
    lastEtag: null,
  }
  if (choice.kind !== 'own') return { ...facts, ...choice }
  const personId = ownPersonId(ctx)
  if (personId === null) throw new Error(`account ${accountId} stands for nobody, and was let through`)
  return { ...facts, ...choice, personId }
}
