import type { PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import {
  type Account,
  accountWrites,
  findAccount,
  findAccountByEmail,
  findAccountOfPerson,
  findLoginLink,
  type LoginLink,
  listMemberships,
  membershipWrites,
  type StoredMembership,
  useLoginLinkWrites,
} from '../data/account-store.ts'
import type { Database, Write } from '../data/database.ts'
import { acceptInvitationWrites, findInvitation, type StoredInvitation } from '../data/invitation-store.ts'
import { findPersonStanding, type PersonStanding } from '../data/person-store.ts'
import type { Actor, Membership } from './policy.ts'
import type { AuthMethod } from './session.ts'

/** What a one-time link was made for; it opens nothing else. */
export type LinkPurpose = 'mailed' | 'printed'

/** Minutes a link is good for (OWASP ASVS 6.5.5 asks at most 10 for a mailed one). */
const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = { mailed: 10, printed: 15 }

/** When a link that was mailed at `createdAt` opens nothing any more. */
export function mailedLinkEnds(createdAt: Minute): Minute {
  return createdAt + LINK_MINUTES.mailed
}

export const INVITATION_MINUTES = 7 * MINUTES_PER_DAY

/** Longest address that mail takes (RFC 5321 §4.5.3.1.3). */
const LONGEST_EMAIL = 254

/** The address as accounts hold it, or undefined when it can't be one. */
export function toEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined
}

export function newLink(hash: string, accountId: string, purpose: LinkPurpose, now: Minute): LoginLink {
  const expiresAt = now + LINK_MINUTES[purpose]
  const unbound = { browserHash: null, codeHash: null, tries: 0 }
  return { hash, accountId, purpose, ...unbound, createdAt: now, expiresAt, usedAt: null }
}

/** Whose session a link begins, and what spends it: in the session's own batch, which a spent link refuses. */
export interface SignIn {
  readonly accountId: string
  /** With what the link itself gives. */
  readonly memberships: readonly Membership[]
  readonly method: AuthMethod
  readonly writes: readonly Write[]
  /** The district whose invitation was accepted; null for a link to an account. */
  readonly districtId: string | null
}

export interface TokenUse {
  /** Hash of the token of the link. */
  readonly hash: string
  readonly newAccountId: string
  readonly actor: Actor
  readonly now: Minute
}

/** What using a link would write; undefined when it is unknown, spent or run out. Only the batch decides between two who try. */
export async function planSignIn(db: Database, use: TokenUse): Promise<SignIn | undefined> {
  const [link, invitation] = await Promise.all([findLoginLink(db, use.hash), findInvitation(db, use.hash)])
  if (link && link.usedAt === null && link.expiresAt > use.now) return byLink(db, link, use)
  if (invitation && invitation.acceptedAt === null && invitation.expiresAt > use.now)
    return byInvitation(db, invitation, use)
  return undefined
}

async function byLink(db: Database, link: LoginLink, use: TokenUse): Promise<SignIn | undefined> {
  const [account, memberships] = await Promise.all([
    findAccount(db, link.accountId),
    listMemberships(db, link.accountId),
  ])
  if (account?.status !== 'active') return undefined
  const method: AuthMethod = link.purpose === 'printed' ? 'printed' : 'mailed'
  const writes = useLoginLinkWrites(link.hash, link.purpose, use.now)
  return { accountId: account.id, memberships, method, writes, districtId: null }
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
  return { accountId: account.id, memberships, method: 'invitation', writes, districtId }
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
