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
  /** Of the form: the same answers under the same key make one link, however often they are sent. */
  readonly key?: string
}

const MOST_LINKS = 20
const TOO_MANY = { field: 'label', code: 'too-many', value: '', against: [String(MOST_LINKS)] } as const
const OWN: FeedChoice = { kind: 'own', options: OWN_FEED_OPTIONS }

/**
 * A new secret calendar link, at most 20 for one account. Its address is told this once; only its hash is stored, so that the same
 * form sent again is refused as `link-made`.
 */
export async function createFeedLink(
  ctx: Context,
  { label: given, choice = OWN, key = '' }: CreateFeedLinkInput,
): Promise<Result<FeedAddress>> {
  const isRefused = linkGate(ctx, choice)
  if (isRefused) return isRefused
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-found' })
  const label = given.trim()
  const problems = [labelProblem(label), await choiceProblem(ctx, choice)].flatMap((problem) => problem ?? [])
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const { accountId } = ctx.actor
  const feedId = key === '' ? ctx.newId() : await idOf(ctx, [accountId, key, label, choice])
  const isMade = refused({ kind: 'link-made', feedId })
  const links = await listFeeds(ctx.db, accountId)
  if (links.some(({ id }) => id === feedId)) return isMade
  const living = links.filter(({ revokedAt }) => revokedAt === null)
  if (living.length >= MOST_LINKS) return refused({ kind: 'invalid', problems: [TOO_MANY] })
  const secret = await newFeedSecret(ctx.feedKeys)
  const link = newLink(ctx, { feedId, label, choice, accountId, hash: await ctx.hash(secret) })
  const change = { action: 'create-feed-link', subjectKind: 'feed', subjectId: link.id }
  const what = { districtId: chainOf(choice), ...change, after: choice }
  const failed = await save(ctx, what, feedLinkWrites(link))
  // Pressed twice at once: the other one was first.
  if (failed?.refusal.kind === 'duplicate') return isMade
  return failed ?? done(feedAddress(ctx, link, secret))
}

/** Characters of an id that answers and key make; as many as part any two sendings. */
const ID_CHARACTERS = 32

async function idOf(ctx: Context, answers: readonly unknown[]): Promise<string> {
  return (await ctx.hash(JSON.stringify(answers))).slice(0, ID_CHARACTERS)
}

async function choiceProblem(ctx: Context, choice: FeedChoice): Promise<FieldProblem | undefined> {
  return choice.kind === 'own'
    ? optionsProblem(choice.options)
    : scopeProblem(ctx, choice.districtId, choice.options.scope)
}

interface NewLink {
  readonly feedId: string
  readonly label: string
  readonly choice: FeedChoice
  readonly accountId: string
  readonly hash: string
}

function newLink(ctx: Context, { feedId, label, choice, accountId, hash }: NewLink): FeedLink {
  const facts = {
    id: feedId,
    hash,
    accountId,
    label,
    version: 1,
    textStamp: 0,
    alarmStamp: 0,
    busyStamp: 0,
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
