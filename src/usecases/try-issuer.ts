import { findIssuer, type Issuer } from '../data/issuer-store.ts'
import { type Description, describeProvider } from '../identity/provider-sending.ts'
import { clientAt } from './ask-provider.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { limit } from './limit.ts'
import { done, type Result, refused } from './refusal.ts'

export type TriedIssuer =
  | { readonly kind: 'answers'; readonly issuer: Issuer; readonly description: Description }
  /** `why` is in the words of machines. */
  | { readonly kind: 'down'; readonly issuer: Issuer; readonly why: string }

/** Of one account in an hour: each asks another machine. */
const MOST_TRIES = 60

/** Asks a provider what it can; stores nothing. */
export async function tryIssuer(ctx: Context, { id }: { readonly id: string }): Promise<Result<TriedIssuer>> {
  const isRefused = gateFresh(ctx, 'manage-installation', { kind: 'installation' })
  if (isRefused) return isRefused
  const who = ctx.actor.kind === 'account' ? ctx.actor.accountId : ctx.actor.kind
  const [issuer, isTooMany] = await Promise.all([
    findIssuer(ctx.db, id),
    limit(ctx, { key: `try-issuer:${who}`, most: MOST_TRIES, perMinutes: 60 }),
  ])
  if (isTooMany) return isTooMany
  if (!issuer) return refused({ kind: 'not-found' })
  const told = await describeProvider(clientAt(ctx, issuer))
  if (told.kind === 'done') return done({ kind: 'answers', issuer, description: told.value })
  return done({ kind: 'down', issuer, why: 'why' in told ? told.why : told.kind })
}
