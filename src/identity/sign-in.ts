import type { PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import {
  type Account,
  accountWrites,
  findAccountByEmail,
  findAccountOfPerson,
  listMemberships,
  membershipWrites,
  type StoredMembership,
} from '../data/account-store.ts'
import type { Database, Write } from '../data/database.ts'
import { acceptInvitationWrites, findInvitation, type StoredInvitation } from '../data/invitation-store.ts'
import { type LinkToAccount, useLoginLinkWrites } from '../data/login-link-store.ts'
import { findPersonStanding, type PersonStanding } from '../data/person-store.ts'
import { findUsableLink, type LinkUse } from './one-time-link.ts'
import type { Actor, Membership } from './policy.ts'
import type { AuthMethod } from './session.ts'

export const INVITATION_MINUTES = 7 * MINUTES_PER_DAY

/** Longest address that mail takes (RFC 5321 §4.5.3.1.3). */
const LONGEST_EMAIL = 254

/** The address as accounts hold it, or undefined when it can't be one. */
export function toEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined
}

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
  use: TokenUse,
): Promise<SignIn | undefined> {
  const known = await accountInvited(db, invitation)
  const held = known ? await listMemberships(db, known.id) : []
  const isAllowed = known
    ? await mayEnter(db, known, held, invitation, use.actor)
    : await mayOpen(db, invitation)
  if (!isAllowed) return undefined
  const account = known ?? (await newAccount(db, invitation, use))
  const memberships = [
    ...held.filter((other) => !isSame(other, invitation.membership)),
    invitation.membership,
  ]
  const writes = [
    ...(known ? [] : accountWrites(account)),
    ...membershipWrites(account.id, invitation.membership, invitation.invitedBy, use.now),
    ...acceptInvitationWrites(invitation.hash, account.id, use.now),
  ]
  const { scopeKind, scopeId } = invitation.membership
  const districtId = scopeKind === 'district' ? scopeId : null
  return { kind: 'sign-in', accountId: account.id, memberships, method: 'invitation', writes, districtId }
}

/** By the person it is for; by its address when it is for somebody who is no doctor. */
async function accountInvited(
  db: Database,
  { personId, email }: StoredInvitation,
): Promise<Account | undefined> {
  if (personId !== null) return findAccountOfPerson(db, personId)
  const address = email === null ? undefined : toEmail(email)
  return address === undefined ? undefined : findAccountByEmail(db, address)
}

/**
 * Whoever made an invitation has seen its link. So it opens an account that holds more than the invitation gives, or that
 * stands for somebody whom other districts name too, only to somebody who is signed in to that account already.
 */
async function mayEnter(
  db: Database,
  account: Account,
  held: readonly StoredMembership[],
  invitation: StoredInvitation,
  actor: Actor,
): Promise<boolean> {
  if (account.status !== 'active') return false
  if (actor.kind === 'account' && actor.accountId === account.id) return true
  if (!held.every((membership) => isSame(membership, invitation.membership))) return false
  const { isEnteredHere, isElsewhere } = await standingOf(db, invitation)
  return isEnteredHere && !isElsewhere
}

/** An account is bound to all that is known of its person, so that only who entered the person may give the first one. */
async function mayOpen(db: Database, invitation: StoredInvitation): Promise<boolean> {
  return invitation.personId === null || (await standingOf(db, invitation)).isEnteredHere
}

async function standingOf(db: Database, { personId, membership }: StoredInvitation): Promise<PersonStanding> {
  if (personId === null || membership.scopeKind !== 'district')
    return { isEnteredHere: false, isElsewhere: true }
  return findPersonStanding(db, membership.scopeId, personId)
}

/** An address that another account has is left out: nobody is joined to an account by their e-mail. */
async function newAccount(db: Database, invitation: StoredInvitation, use: TokenUse): Promise<Account> {
  const email = invitation.email === null ? undefined : toEmail(invitation.email)
  const isTaken = email !== undefined && (await findAccountByEmail(db, email)) !== undefined
  return accountOf(use.newAccountId, invitation.personId, isTaken ? null : (email ?? null), use.now)
}

export function accountOf(
  id: string,
  personId: PersonId | null,
  email: string | null,
  createdAt: Minute,
): Account {
  return { id, email, personId, status: 'active', createdAt }
}

function isSame(a: StoredMembership, b: StoredMembership): boolean {
  return a.scopeKind === b.scopeKind && a.scopeId === b.scopeId && a.role === b.role
}
