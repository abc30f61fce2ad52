import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Write } from '../data/database.ts'
import type { Issuer } from '../data/issuer-store.ts'
import type { AttemptPurpose, ProviderAttempt } from '../data/provider-attempt-store.ts'
import type { Membership, Strength } from '../identity/policy.ts'
import type { Told } from '../identity/provider-answer.ts'
import { FRESH_MINUTES } from '../identity/session.ts'
import type { SignedIn } from './begin-by-link.ts'
import { beginSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { hasRoomToNote } from './note-room.ts'
import { type Refusal, type Refused, refused } from './refusal.ts'
import { UNKNOWN_ACCOUNT } from './request-sign-in.ts'
import { save } from './save.ts'

export interface Answered {
  readonly purpose: AttemptPurpose
  /** Null where the session that was there goes on. */
  readonly signedIn: SignedIn | null
}

/** What was asked, of whom, and what it came to. */
export interface CheckedAnswer {
  readonly attempt: ProviderAttempt
  readonly issuer: Issuer
  readonly told: Told
  readonly strength: Strength
  /** Spends the attempt in the batch that it lets in. */
  readonly spent: readonly Write[]
}

interface Holder {
  readonly accountId: string
  readonly memberships: readonly Membership[]
}

/** A session as strong as the provider says. It is as fresh as what was shown there: a provider may remember somebody for days. */
export async function beginAs(
  ctx: Context,
  { attempt, told, strength }: CheckedAnswer,
  { accountId, memberships }: Holder,
): Promise<{ readonly signedIn: SignedIn; readonly writes: readonly Write[] }> {
  const minutesAgo = told.secondsAgo === null ? FRESH_MINUTES : Math.floor(told.secondsAgo / 60)
  const begun = await beginSession(ctx, {
    accountId,
    memberships,
    method: 'provider',
    strength,
    acr: told.levels.join(' ') || null,
    authenticatedAt: attempt.purpose === 'confirm' ? ctx.now : ctx.now - minutesAgo,
  })
  return { signedIn: { ...begun.started, strength, memberships }, writes: begun.writes }
}

export function changeOf(action: string, accountId: string, { id }: Issuer) {
  return {
    districtId: INSTALLATION_CHAIN,
    action,
    subjectKind: 'account',
    subjectId: accountId,
    after: { method: 'provider', issuer: id },
  }
}

type AnswerRefusal = Extract<
  Refusal['kind'],
  | 'provider-refused'
  | 'provider-down'
  | 'provider-cancelled'
  | 'not-linked'
  | 'linked-elsewhere'
  | 'needs-strong-sign-in'
>

/**
 * Why it was refused stands in the log while there is room, and whom it told of nowhere. The attempt is left as it was: of one
 * answer that a browser sends twice, the second is refused by the provider before the first is done.
 */
export async function refuseAnswer(
  ctx: Context,
  kind: AnswerRefusal,
  why: string,
  { issuer }: { readonly issuer?: Issuer } = {},
): Promise<Refused> {
  const subjectId = ctx.actor.kind === 'account' ? ctx.actor.accountId : UNKNOWN_ACCOUNT
  const change = {
    districtId: INSTALLATION_CHAIN,
    action: 'sign-in-refused',
    subjectKind: 'account',
    subjectId,
    after: { method: 'provider', issuer: issuer?.id ?? null, why },
  }
  if (await hasRoomToNote(ctx)) await save(ctx, change, [])
  return refused({ kind })
}
