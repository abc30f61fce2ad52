import type { DistrictFeedOptions, OwnFeedOptions } from '../core/rota/feed-choice.ts'
import type { FeedLink } from '../data/feed-store.ts'
import { changeFeedWrites } from '../data/subscription-store.ts'
import type { Context } from './context.ts'
import { chainOf, labelProblem, linkGate, optionsProblem, ownLink, scopeProblem } from './feed-link-rules.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface ChangeFeedLinkInput {
  readonly feedId: string
  readonly label: string
  /** Of the link's own kind. */
  readonly options: OwnFeedOptions | DistrictFeedOptions
}

/** Another name or other options for a link; its address stays, and the calendar shows it at its next fetch. */
export async function changeFeedLink(
  ctx: Context,
  { feedId, label: given, options }: ChangeFeedLinkInput,
): Promise<Result<null>> {
  const found = await ownLink(ctx, feedId)
  if (found.kind === 'refused') return found
  const link = found.value
  const isRefused = linkGate(ctx, link)
  if (isRefused) return isRefused
  const label = given.trim()
  const problems = [labelProblem(label), await problemIn(ctx, link, options)].flatMap(
    (problem) => problem ?? [],
  )
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const change = { action: 'change-feed-link', subjectKind: 'feed', subjectId: feedId }
  const what = { districtId: chainOf(link), ...change, before: link.options, after: options }
  const writes = changeFeedWrites(feedId, link.accountId, { label, options }, ctx.now)
  const failed = await save(ctx, what, writes)
  // Turned off in the meantime.
  if (failed?.refusal.kind === 'link-used') return refused({ kind: 'not-found' })
  return failed ?? done(null)
}

async function problemIn(
  ctx: Context,
  link: FeedLink,
  options: OwnFeedOptions | DistrictFeedOptions,
): Promise<FieldProblem | undefined> {
  const isOfDistrict = 'scope' in options
  if (link.kind === 'own' && !isOfDistrict) return optionsProblem(options)
  if (link.kind !== 'own' && isOfDistrict) return scopeProblem(ctx, link.districtId, options.scope)
  return { field: 'options', code: 'missing', value: link.kind }
}
