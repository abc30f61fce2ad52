import { toEmail } from '../core/rota/email.ts'
import { type Account, findAccount, listMemberships } from '../data/account-store.ts'
import type { Write } from '../data/database.ts'
import { listExemptionsOfDoctor } from '../data/exemption-store.ts'
import { withdrawReopeningWrites } from '../data/invitation-store.ts'
import { holdsMoreThan } from '../data/member-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { resetWaysIn } from '../data/way-in-store.ts'
import type { Membership } from '../identity/policy.ts'
import type { Context } from './context.ts'
import type { MemberInput } from './end-member-sessions.ts'
import { gateFresh } from './gate.ts'
import { type Invitation, limitInvitations, newInvitation } from './invitation.ts'
import { WAS_RESET } from './member-mail.ts'
import { chainOf, chainsOf, loadMember } from './member-of.ts'
import { INSTALLATION, type MemberScope, nameOfScope, storedScope } from './member-scope.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, type Change, saveInChains } from './save.ts'
import { sendsMail } from './sends-mail.ts'

export interface ResetMemberInput extends MemberInput {
  /** Where the new invitation goes; '' or left out = the account's own address. */
  readonly email?: string
}

/**
 * Takes away every way in to a member's account, ends its sessions and invites them anew, at the account's own address where it
 * has one. Refused (`beyond-reach`) for somebody who holds anything outside what the asker leads: the administrator does it then.
 * Whoever reads the new address reads what only the doctor may: for one who has an exemption there is no other (`own-address-only`).
 */
export async function resetMember(
  ctx: Context,
  { scope, accountId, email = '' }: ResetMemberInput,
): Promise<Result<Invitation>> {
  const isRefused = gateFresh(ctx, 'manage-members', scope)
  if (isRefused) return isRefused
  const member = await loadResettable(ctx, scope, accountId)
  if (member.kind === 'refused') return member
  const { account, membership } = member.value
  const address = email.trim() === '' ? account.email : toEmail(email)
  if (address === undefined) return invalid('email', 'not-an-address', email)
  // Without mail the way back is shown to whoever asks for it, and proves nothing of who reads which address.
  const isHome = address !== null && address === account.email && sendsMail(ctx)
  if (!isHome && (await hasExemption(ctx, scope, account))) return refused({ kind: 'own-address-only' })
  return reset(ctx, { account, address, scope, membership, chains: [chainOf(scope)] })
}

export interface Resettable {
  readonly account: Account
  /** What the new invitation is to. */
  readonly membership: Membership
}

/** A member whose ways in whoever leads the scope may take away: an active account with nothing outside it, not their own. */
export async function loadResettable(
  ctx: Context,
  scope: MemberScope,
  accountId: string,
): Promise<Result<Resettable>> {
  const member = await loadMember(ctx, scope, accountId)
  if (member.kind === 'refused') return member
  const { account, held } = member.value
  const isBeyond = account.status !== 'active' || accountId === actorId(ctx)
  if (isBeyond || (await holdsMoreThan(ctx.db, accountId, storedScope(scope))))
    return refused({ kind: 'beyond-reach' })
  const [membership] = held
  return membership ? done({ account, membership }) : refused({ kind: 'not-found' })
}

/** Also one that was taken back: its ground is still told to the doctor. */
export async function hasExemption(
  ctx: Context,
  scope: MemberScope,
  { personId }: Account,
): Promise<boolean> {
  if (scope.kind !== 'district' || personId === null) return false
  return (await listExemptionsOfDoctor(ctx.db, scope.id, personId)).length > 0
}

/**
 * The same by the installation's administrator, whatever the account holds: by mail to its own address alone, which the
 * administrator must not be able to read (`beyond-reach` without one), and all that it has a role in has it in its log.
 */
export async function resetAccount(
  ctx: Context,
  { accountId }: { readonly accountId: string },
): Promise<Result<Invitation>> {
  const isRefused = gateFresh(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  const found = await loadResettableAccount(ctx, accountId)
  if (found.kind === 'refused') return found
  const { account, membership, chains } = found.value
  return reset(ctx, { account, address: account.email, scope: INSTALLATION, membership, chains })
}

/** An account that the installation's administrator may reset: active, mailed at its own address, with a role, not their own. */
export async function loadResettableAccount(
  ctx: Context,
  accountId: string,
): Promise<Result<Resettable & { readonly chains: readonly string[] }>> {
  const [account, held] = await Promise.all([
    findAccount(ctx.db, accountId),
    listMemberships(ctx.db, accountId),
  ])
  if (!account) return refused({ kind: 'not-found' })
  if (accountId === actorId(ctx)) return refused({ kind: 'own-account' })
  const [membership] = held
  const isMailed = account.email !== null && sendsMail(ctx)
  if (account.status !== 'active' || !membership || !isMailed) return refused({ kind: 'beyond-reach' })
  return done({ account, membership, chains: chainsOf(held) })
}

interface Reset {
  readonly account: Account
  /** Where the invitation goes; the account's own address is told when it is another. */
  readonly address: string | null
  /** Whose daily measure of invitations it is counted in. */
  readonly scope: MemberScope
  readonly membership: Membership
  readonly chains: readonly string[]
}

async function reset(
  ctx: Context,
  { account, address, scope, membership, chains }: Reset,
): Promise<Result<Invitation>> {
  const isRefused = await limitInvitations(ctx, scope)
  if (isRefused) return isRefused
  const name = await nameOfScope(ctx, scope)
  if (name.kind === 'refused') return name
  const made = await newInvitation(ctx, {
    membership,
    email: sendsMail(ctx) ? address : null,
    accountId: account.id,
    isByInstallation: scope.kind === 'installation',
    scopeName: name.value,
  })
  const changes = chains.map(
    (districtId): Change => ({
      districtId,
      action: 'reset-ways-in',
      subjectKind: 'account',
      subjectId: account.id,
      after: { invitation: made.id },
    }),
  )
  const writes = [
    ...withdrawReopeningWrites(account.id),
    ...resetWaysIn(account.id),
    ...made.writes,
    ...tellOld(ctx, account, address, made.id),
  ]
  const failed = await saveInChains(ctx, changes, writes)
  return failed ?? done(made.invitation)
}

/** Whoever reads the account's own address hears of it, also where the way back in goes elsewhere. */
function tellOld(
  ctx: Context,
  { id, email }: Account,
  address: string | null,
  invitation: string,
): readonly Write[] {
  if (email === null || email === address) return []
  const message = {
    id: ctx.newId(),
    dedupKey: `sign-in-reset:${invitation}`,
    districtId: null,
    kind: WAS_RESET,
    personId: null,
    accountId: id,
    payload: { email },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
  return outboxWrites([message])
}
