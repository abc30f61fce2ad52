import { toEmail } from '../core/rota/email.ts'
import type { Minute } from '../core/time/minute.ts'
import {
  type Account,
  accountEmailWrites,
  accountPersonWrites,
  accountWrites,
  findAccount,
  findAccountByEmail,
  findAccountOfPerson,
  listMemberships,
  membershipWrites,
  type StoredMembership,
  sameEmailGuard,
} from '../data/account-store.ts'
import type { Database, Write } from '../data/database.ts'
import { endAccountLinksWrites } from '../data/feed-store.ts'
import { hasExemption, noExemptionGuard } from '../data/ground-reader-store.ts'
import { acceptInvitationWrites, type StoredInvitation } from '../data/invitation-store.ts'
import { findWaysIn, firstGuard, holdsMoreThan, noKeyGuard } from '../data/member-store.ts'
import { findPersonStanding, type PersonStanding } from '../data/person-store.ts'
import { endHoldWrites } from '../data/way-in-store.ts'
import { accountOf } from './account.ts'
import type { Actor, Membership, Role, ScopeKind } from './policy.ts'

/** Whoever accepts an invitation, or tries to. */
export interface Accepting {
  readonly newAccountId: string
  readonly actor: Actor
  readonly now: Minute
}

/** The account that accepts, and what accepting writes. */
export interface Acceptance {
  readonly accountId: string
  /** With what the invitation gives. */
  readonly memberships: readonly Membership[]
  readonly writes: readonly Write[]
  /** The district whose log tells of it; null for others. */
  readonly districtId: string | null
}

/** The role whose holders give the others of their scope. */
export const LEADING_ROLE = {
  district: 'coordinator',
  municipality: 'municipality-decider',
  installation: 'installation-administrator',
} as const satisfies Readonly<Record<ScopeKind, Role>>

/** What accepting an open invitation would write; undefined when it opens nothing to whoever asks. */
export async function planAcceptance(
  db: Database,
  invitation: StoredInvitation,
  accepting: Accepting,
): Promise<Acceptance | undefined> {
  const plan =
    invitation.accountId === null
      ? await byRole(db, invitation, accepting)
      : await byReopening(db, invitation, invitation.accountId, accepting)
  if (!plan) return undefined
  const { membership } = invitation
  const { actor } = accepting
  // Whoever holds a link may be somebody else than who held the account before, and must not find them in it still.
  const isOwn = actor.kind === 'account' && actor.accountId === plan.accountId
  return {
    ...plan,
    writes: [
      ...plan.writes,
      ...(isOwn ? [] : endHoldWrites(plan.accountId)),
      ...acceptInvitationWrites(invitation.hash, plan.accountId, accepting.now),
    ],
    districtId: membership.scopeKind === 'district' ? membership.scopeId : null,
  }
}

type Plan = Omit<Acceptance, 'districtId'>

/**
 * To an account whose ways in were taken away: for as long as none has come back, and, unless the installation's administrator
 * offers it, while the account holds nothing that whoever offers it has no say in.
 */
async function byReopening(
  db: Database,
  invitation: StoredInvitation,
  accountId: string,
  { actor, now }: Accepting,
): Promise<Plan | undefined> {
  const [account, held, { passkeys, identities }] = await Promise.all([
    findAccount(db, accountId),
    listMemberships(db, accountId),
    findWaysIn(db, accountId),
  ])
  const isOwn = actor.kind === 'account' && actor.accountId === accountId
  if (account?.status !== 'active' || (!isOwn && passkeys + identities > 0)) return undefined
  const { membership, isByInstallation, email } = invitation
  const isInReach = held.some(({ scopeKind, scopeId }) => isIn(membership, scopeKind, scopeId))
  if (!isByInstallation && (!isInReach || (await holdsMoreThan(db, accountId, membership)))) return undefined
  const isElsewhere = email === null || email !== account.email
  // As `resetMember` asked, since an exemption may have come after it.
  if (isElsewhere && (await hasExemption(db, accountId))) return undefined
  const emailWrites = email === null ? [] : accountEmailWrites(accountId, email)
  return {
    accountId,
    memberships: held,
    writes: [
      ...(isOwn ? [] : stillOpenGuards(account)),
      ...(isElsewhere ? [noExemptionGuard(accountId), ...emailWrites] : []),
      ...(isElsewhere && !isOwn ? endAccountLinksWrites(accountId, now) : []),
    ],
  }
}

/** Its own person may come in the same moment, or give it another address. */
function stillOpenGuards(account: Account): Write[] {
  return [noKeyGuard(account.id), sameEmailGuard(account)]
}

function isIn(membership: StoredMembership, scopeKind: ScopeKind, scopeId: string): boolean {
  return membership.scopeKind === scopeKind && membership.scopeId === scopeId
}

async function byRole(
  db: Database,
  invitation: StoredInvitation,
  accepting: Accepting,
): Promise<Plan | undefined> {
  const host = await findHost(db, invitation, accepting)
  if (!host) return undefined
  const { membership, invitedBy, isByInstallation } = invitation
  const { scopeKind, scopeId } = membership
  const leading = { scopeKind, scopeId, role: LEADING_ROLE[scopeKind] }
  const { account, held, writes } = host
  const { now } = accepting
  return {
    accountId: account.id,
    memberships: [...held.filter((other) => !isSame(other, membership)), membership],
    writes: [
      ...(isByInstallation && scopeKind !== 'installation' ? [firstGuard(leading, account.id, now)] : []),
      ...writes,
      ...membershipWrites(account.id, membership, invitedBy, now),
    ],
  }
}

/** The account that a role is added to. */
interface Host {
  readonly account: Pick<Account, 'id'>
  readonly held: readonly StoredMembership[]
  /** What makes it, or makes it its person's. */
  readonly writes: readonly Write[]
}

/** The invited person's own account, else the one that is signed in to, else a new one. */
async function findHost(
  db: Database,
  invitation: StoredInvitation,
  { actor, newAccountId, now }: Accepting,
): Promise<Host | undefined> {
  const known = await accountInvited(db, invitation)
  if (known) {
    if (known.status !== 'active') return undefined
    const held = await listMemberships(db, known.id)
    if (actor.kind === 'account' && actor.accountId === known.id) return { account: known, held, writes: [] }
    if (!(await mayEnter(db, known, held, invitation))) return undefined
    // What somebody made in it who was there before would follow the doctor into every other district.
    const writes = [...stillOpenGuards(known), ...endAccountLinksWrites(known.id, now)]
    return { account: known, held, writes }
  }
  if (!(await mayOpen(db, invitation))) return undefined
  const { personId } = invitation
  // Somebody signed in as another doctor is not this one.
  if (actor.kind === 'account' && (personId === null || actor.personId === null)) {
    const held = await listMemberships(db, actor.accountId)
    const writes = personId === null ? [] : accountPersonWrites(actor.accountId, personId)
    return { account: { id: actor.accountId }, held, writes }
  }
  const account = await newAccount(db, invitation, newAccountId, now)
  return { account, held: [], writes: accountWrites(account) }
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
 * Whoever made an invitation may have seen its link. So an account that has a way in of its own, that holds more than the invitation
 * gives, or that stands for somebody whom other districts name too, is opened only to somebody who is signed in to it already.
 */
async function mayEnter(
  db: Database,
  account: Account,
  held: readonly StoredMembership[],
  invitation: StoredInvitation,
): Promise<boolean> {
  if (!held.every((membership) => isSame(membership, invitation.membership))) return false
  const { passkeys, identities, hasEmail } = await findWaysIn(db, account.id)
  if (passkeys > 0 || identities > 0 || hasEmail) return false
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
async function newAccount(
  db: Database,
  invitation: StoredInvitation,
  id: string,
  now: Minute,
): Promise<Account> {
  const email = invitation.email === null ? undefined : toEmail(invitation.email)
  const isTaken = email !== undefined && (await findAccountByEmail(db, email)) !== undefined
  return accountOf(id, invitation.personId, isTaken ? null : (email ?? null), now)
}

function isSame(a: StoredMembership, b: StoredMembership): boolean {
  return isIn(a, b.scopeKind, b.scopeId) && a.role === b.role
}
