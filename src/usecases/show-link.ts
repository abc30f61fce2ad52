import { findInvitation, type StoredInvitation } from '../data/invitation-store.ts'
import { findLoginLink } from '../data/login-link-store.ts'
import {
  browserHashOf,
  codeOf,
  isBoundElsewhere,
  isOpen,
  type LinkPurpose,
} from '../identity/one-time-link.ts'
import type { Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { nameOfScope, scopeOf } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowLinkInput {
  readonly token: string
  readonly browserSecret?: string | undefined
  readonly purposes: readonly LinkPurpose[]
}

/** What an open link shows: a button where it may be used, else the code to type in the browser that asked for it. */
export type ShownLink =
  | { readonly kind: 'here'; readonly invitation: OfferedRole | null }
  | { readonly kind: 'elsewhere'; readonly code: string }

/** What an invitation offers, to whoever holds its link. */
export interface OfferedRole {
  readonly role: Role
  /** Of the district or municipality; '' for the installation. */
  readonly scopeName: string
}

/** Looks and changes nothing, however often: mail scanners follow links. A link that opens nothing is refused as when used. */
export async function showLink(
  ctx: Context,
  { token, browserSecret, purposes }: ShowLinkInput,
): Promise<Result<ShownLink>> {
  const [hash, browserHash] = await Promise.all([ctx.hash(token), browserHashOf(ctx.hash, browserSecret)])
  const [link, invitation] = await Promise.all([findLoginLink(ctx.db, hash), findInvitation(ctx.db, hash)])
  if (link && isOpen(link, purposes, ctx.now))
    return isBoundElsewhere(link, browserHash)
      ? done({ kind: 'elsewhere', code: await codeOf(ctx.hash, token) })
      : done({ kind: 'here', invitation: null })
  const isOffered = invitation && invitation.acceptedAt === null && invitation.expiresAt > ctx.now
  return isOffered && purposes.includes('mailed')
    ? done({ kind: 'here', invitation: await offeredBy(ctx, invitation) })
    : refused({ kind: 'link-used' })
}

async function offeredBy(ctx: Context, { membership }: StoredInvitation): Promise<OfferedRole> {
  const name = await nameOfScope(ctx, scopeOf(membership))
  return { role: membership.role, scopeName: name.kind === 'done' ? name.value : '' }
}
