import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import type { Database, Write } from '../data/database.ts'
import { findInvitation, type StoredInvitation } from '../data/invitation-store.ts'
import { type LinkToAccount, useLoginLinkWrites } from '../data/login-link-store.ts'
import { findSession } from '../data/session-store.ts'
import { planAcceptance } from './invitation.ts'
import { findUsableLink, type LinkUse } from './one-time-link.ts'
import type { Actor, Membership, Strength } from './policy.ts'
import type { AuthMethod } from './session.ts'

export const INVITATION_MINUTES = 7 * MINUTES_PER_DAY

export { accountOf } from './account.ts'

/** Whose session a link begins, and what spends it: in the session's own batch, which a spent link refuses. */
export interface SignIn {
  readonly kind: 'sign-in'
  readonly accountId: string
  /** With what the link itself gives. */
  readonly memberships: readonly Membership[]
  readonly method: AuthMethod
  readonly writes: readonly Write[]
  /** The district whose invitation was accepted; null for a link to an account. */
  readonly districtId: string | null
  /** Of the session in which somebody accepted an invitation. */
  readonly carried?: Carried
}

/** How and when somebody had shown who they are. */
export interface Carried {
  readonly strength: Strength
  readonly authenticatedAt: Minute
  /** From when the session's longest life counts; left out = now. */
  readonly createdAt?: Minute
}

export interface TokenUse extends LinkUse {
  readonly newAccountId: string
  readonly actor: Actor
}

/** Why is not told; whose account it was about is for the log. */
export interface NoSignIn {
  readonly kind: 'none'
  readonly accountId: string | null
}

/** Links that sign in, by whomever they are asked for. */
const SIGN_IN_LINKS = ['mailed', 'printed'] as const

/**
 * What using a link would write; nothing when it is unknown, spent, run out, made for something else or asked for by another
 * browser. Only the batch decides between two who try.
 */
export async function planSignIn(db: Database, use: TokenUse): Promise<SignIn | NoSignIn> {
  const [{ usable, accountId = null }, invitation] = await Promise.all([
    findUsableLink(db, use, SIGN_IN_LINKS),
    findInvitation(db, use.hash),
  ])
  if (usable) return byLink(usable, use.now)
  const isOpen = invitation && invitation.acceptedAt === null && invitation.expiresAt > use.now
  const planned = isOpen ? await byInvitation(db, invitation, use) : undefined
  return planned ?? { kind: 'none', accountId }
}

/** By a link that was found to be good. */
export function byLink(link: LinkToAccount, now: Minute): SignIn {
  const { accountId, memberships } = link
  const method: AuthMethod = link.purpose === 'printed' ? 'printed' : 'mailed'
  const writes = useLoginLinkWrites(link.hash, link.purpose, now)
  return { kind: 'sign-in', accountId, memberships, method, writes, districtId: null }
}

async function byInvitation(
  db: Database,
  invitation: StoredInvitation,
  { newAccountId, actor, now }: TokenUse,
): Promise<SignIn | undefined> {
  const plan = await planAcceptance(db, invitation, { newAccountId, actor, now })
  if (!plan) return undefined
  const isOwn = actor.kind === 'account' && actor.accountId === plan.accountId
  const carried = isOwn ? await carriedFrom(db, actor, now) : undefined
  return { kind: 'sign-in', method: 'invitation', ...plan, ...(carried ? { carried } : {}) }
}

/** Accepting proves nothing of who somebody is: whoever is signed in stays so as strongly, as lately and no longer than before. */
async function carriedFrom(
  db: Database,
  { strength, authenticatedAt, sessionHash }: Extract<Actor, { readonly kind: 'account' }>,
  now: Minute,
): Promise<Carried> {
  const stored = await findSession(db, sessionHash, now)
  return { strength, authenticatedAt, ...(stored && { createdAt: stored.session.createdAt }) }
}
